//! Finds documents at hand that the reader asks for: looks up what lies beside the open one, has it looked into, and asks
//! before it looks anywhere else.

use super::state::State;
use crate::app::event::Effect;
use crate::app::hand::{Ground, Wish, own_folder, resembles};
use crate::app::panes::Aim;
use crate::app::shelf::Card;
use crate::app::ticket::Claim;
use crate::library::Source;

/// What can be done about a wish.
enum Grant {
    Done,
    /// More is to be known first.
    Later,
    Missing,
}

impl State {
    /// Looks up, once, what lies beside a file that was opened alone.
    pub(crate) fn look_beside(&mut self) {
        let beside = self.panes.current().and_then(|session| own_folder(&session.origin));
        if let Some(ground) = beside.filter(|_| self.hand.alone) {
            self.hand.alone = false;
            self.look_in(ground);
        }
    }

    fn look_in(&mut self, ground: Ground) {
        let claim = Claim::default();
        let known = self.shelf.cards().iter().map(|card| card.origin.clone()).collect();
        self.effects.push(Effect::List(claim.ticket(), ground, known));
        self.hand.listing = Some(claim);
    }

    /// Takes in what lies in a folder.
    pub(crate) fn listed(&mut self, ground: Ground, found: Result<Vec<Source>, String>) {
        self.hand.listing = None;
        match found {
            Ok(sources) => {
                self.hand.grounds.push(ground);
                self.shelf.find_more(sources);
                if self.hand.cataloguing.is_some() {
                    self.look_into(|_| false);
                }
            }
            Err(_) => self.hand.closed = true,
        }
        self.pursue();
    }

    /// Has the documents at hand looked into that nothing is known of, unless that is being done.
    pub(crate) fn catalogue(&mut self) {
        self.look_beside();
        if self.hand.cataloguing.is_none() {
            self.look_into(|_| false);
        }
    }

    /// Has them looked into anew, these before all others.
    fn look_into(&mut self, first: impl Fn(&Card) -> bool) {
        let unknown = self.shelf.cards().iter().filter(|card| !card.looked);
        let (first, rest): (Vec<&Card>, Vec<&Card>) = unknown.partition(|card| first(card));
        let sources: Vec<Source> = first.into_iter().chain(rest).map(|card| card.origin.clone()).collect();
        self.hand.cataloguing = None;
        if !sources.is_empty() {
            let claim = Claim::default();
            self.effects.push(Effect::Catalogue(claim.ticket(), sources));
            self.hand.cataloguing = Some(claim);
        }
    }

    /// Takes in what is known of some documents.
    pub(crate) fn catalogued(&mut self, cards: Vec<Card>) {
        for card in cards {
            self.shelf.know(card);
        }
        self.pursue();
    }

    /// Nothing more will be known of the documents at hand.
    pub(crate) fn catalogued_all(&mut self) {
        self.hand.cataloguing = None;
        self.shelf.all_looked();
        self.pursue();
    }

    /// Whether what is at hand is still being looked up.
    pub(crate) fn is_looking(&self) -> bool {
        self.hand.listing.is_some() || self.hand.cataloguing.is_some()
    }

    /// Does what the reader wants of the documents at hand, as soon as enough is known of them.
    pub(crate) fn wish(&mut self, wish: Wish) {
        (self.hand.wish, self.hand.hurried) = (Some(wish), false);
        self.look_beside();
        self.pursue();
    }

    fn pursue(&mut self) {
        if self.hand.listing.is_some() {
            return self.say_looking();
        }
        let Some(wish) = self.hand.wish.take() else { return };
        match self.grant(&wish) {
            Grant::Done if self.notice == Some(self.looking(&wish)) => self.notice = None,
            Grant::Done => {}
            Grant::Later => {
                self.hand.wish = Some(wish);
                self.say_looking();
            }
            Grant::Missing => self.miss(wish),
        }
    }

    fn looking(&self, wish: &Wish) -> String {
        let Wish::Symbol { symbol, .. } = wish;
        self.messages().looking_for(symbol)
    }

    fn say_looking(&mut self) {
        if let Some(said) = self.hand.wish.as_ref().map(|wish| self.looking(wish)) {
            self.say(said);
        }
    }

    fn grant(&mut self, wish: &Wish) -> Grant {
        let Wish::Symbol { symbol, paragraph, language } = wish;
        let like = self.panes.current().map(|session| &session.origin);
        let found = self.shelf.with_symbol(symbol, *language, like);
        let likely = |card: &Card| !card.looked && resembles(card, symbol);
        let rival = found.is_none() && self.shelf.cards().iter().any(|card| !card.looked)
            || self.shelf.cards().iter().any(likely);
        let sure = found.is_some_and(|card| card.language == *language);
        if let Some(card) = found.filter(|_| sure || !rival) {
            let origin = card.origin.clone();
            self.open_at(origin, paragraph.clone().map(Aim::Address));
            return Grant::Done;
        }
        if !rival {
            return Grant::Missing;
        }
        // Those whose name promises it are looked into at once, even while others are.
        if self.hand.cataloguing.is_none() || !self.hand.hurried {
            self.look_into(likely);
            self.hand.hurried = true;
        }
        Grant::Later
    }

    /// Says where it was looked for what was wished, and offers to look further.
    fn miss(&mut self, wish: Wish) {
        let messages = self.messages();
        let Wish::Symbol { symbol, .. } = &wish;
        let said = match self.hand.grounds.last() {
            Some(ground) => messages.not_in_folder(symbol, &ground.name()),
            None => messages.link_not_open(symbol),
        };
        let next = self.panes.current().and_then(|session| self.hand.next(&session.origin));
        let further = match &next {
            Some(ground) => messages.look_further(&ground.name()),
            None => messages.link_copies().to_owned(),
        };
        self.say(format!("{said}{}{further}", messages.semicolon()));
        self.hand.offer = next.map(|ground| (ground, wish));
    }

    /// Looks further for what was not found, as the reader was offered. `false` where nothing was.
    pub(crate) fn accept_offer(&mut self) -> bool {
        let Some((ground, wish)) = self.hand.offer.take() else { return false };
        (self.hand.wish, self.hand.hurried) = (Some(wish), false);
        self.look_in(ground);
        self.say_looking();
        true
    }
}
