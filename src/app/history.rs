//! The history of reading places: back and forward, as in a browser.

/// Places to go back to and forward to, at most [`History::LIMIT`] of each.
#[derive(Clone, Debug)]
pub(crate) struct History<P> {
    back: Vec<P>,
    forward: Vec<P>,
}

impl<P> Default for History<P> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<P: PartialEq> History<P> {
    /// The most places kept in each direction.
    pub(crate) const LIMIT: usize = 200;

    /// The same history with its places translated; those that no longer exist are left out.
    #[must_use]
    pub(crate) fn moved(self, to: impl Fn(&P) -> Option<P>) -> Self {
        let moved = |places: Vec<P>| {
            let mut places: Vec<P> = places.iter().filter_map(&to).collect();
            places.dedup();
            places
        };
        Self { back: moved(self.back), forward: moved(self.forward) }
    }

    /// Records that the reader goes elsewhere from `from`.
    pub(crate) fn leave(&mut self, from: P) {
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > Self::LIMIT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Goes back from `here`; `None` where there is nothing to go back to.
    pub(crate) fn back(&mut self, here: P) -> Option<P> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// Goes forward from `here`; `None` where there is nothing to go forward to.
    pub(crate) fn forward(&mut self, here: P) -> Option<P> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forward_undoes_back_until_one_goes_elsewhere() {
        let mut history = History::default();
        history.leave(1);
        history.leave(2);
        assert_eq!(history.back(3), Some(2));
        assert_eq!(history.back(2), Some(1));
        assert_eq!(history.back(1), None);
        assert_eq!(history.forward(1), Some(2));
        history.leave(2);
        assert_eq!(history.forward(9), None);
    }
}
