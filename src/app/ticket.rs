//! Tickets: which request an answer of slow work belongs to, and whether anybody still waits for it.
//!
//! Whoever asks keeps a [`Claim`], and the work is given its [`Ticket`]. A claim is kept with what the answer is
//! for: the document on the screen, or the screen. When that is closed or replaced, or asks anew, the claim is
//! gone. An answer with its ticket is then dropped, and work that looks at the ticket can stop.

use std::sync::{Arc, Weak};

/// The asker's half of a request.
#[derive(Debug, Default)]
pub(crate) struct Claim(Arc<()>);

impl Claim {
    /// The half that the work is given and that its answers bear.
    pub(crate) fn ticket(&self) -> Ticket {
        Ticket(Arc::downgrade(&self.0))
    }

    pub(crate) fn admits(&self, ticket: &Ticket) -> bool {
        std::ptr::eq(Arc::as_ptr(&self.0), ticket.0.as_ptr())
    }
}

/// The work's half of a request. The default is a ticket that nobody has asked for.
#[derive(Clone, Debug, Default)]
pub struct Ticket(Weak<()>);

impl Ticket {
    /// Whether the answer is still awaited. Long work looks at this now and then, and stops where it is not.
    pub fn is_awaited(&self) -> bool {
        self.0.strong_count() > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_good_for_its_own_claim_and_no_longer_than_that() {
        let (first, second) = (Claim::default(), Claim::default());
        let ticket = first.ticket();
        assert!(first.admits(&ticket) && !second.admits(&ticket));
        assert!(!first.admits(&Ticket::default()) && !Ticket::default().is_awaited());
        assert!(ticket.is_awaited());
        drop(first);
        assert!(!ticket.is_awaited());
        // The memory of a claim is not given to another one while a ticket for it is about.
        let others: Vec<Claim> = (0..64).map(|_| Claim::default()).collect();
        assert!(!others.iter().any(|other| other.admits(&ticket)));
    }
}
