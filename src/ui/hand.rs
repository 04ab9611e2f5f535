//! Finds documents at hand that the reader asks for: looks up what lies beside the open one, has it looked into, and asks
//! before it looks anywhere else.

use super::state::State;
use crate::app::event::Effect;
use crate::app::hand::{Around, Ground, Translation, Wish, is_kin, own_folder, resembles};
use crate::app::panes::Aim;
use crate::app::shelf::Card;
use crate::app::ticket::Claim;
use crate::document::Document;
use crate::lang::Language;
use crate::library::Source;
use crate::library::enquiry::{Enquiry, Entry, Find, Purpose, Reply};

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
        if let Some(ground) = beside.filter(|_| self.hand.around == Around::Unlisted) {
            self.hand.around = Around::Known;
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
                if self.everywhere.claim.is_some() {
                    self.find_in_all(&self.everywhere.query.clone());
                }
                if self.hand.listed {
                    self.look_into(|_| false);
                }
            }
            Err(_) => self.hand.around = Around::Closed,
        }
        self.pursue();
    }

    /// Has the documents at hand looked into that nothing is known of, unless that is being done.
    pub(crate) fn catalogue(&mut self) {
        self.hand.listed = true;
        // The library knows the documents beside this one, perhaps thousands, without reading them.
        if !self.enquiries.there {
            self.look_beside();
        }
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
        if wish == Wish::Quit {
            return self.quit();
        }
        self.enquiries.forget(Purpose::Wish);
        let question = self.enquiries.there.then(|| self.question(&wish)).flatten();
        (self.hand.wish, self.hand.hurried) = (Some(wish), false);
        if let Some(question) = question {
            return self.enquire(Purpose::Wish, question);
        }
        self.look_beside();
        self.pursue();
    }

    /// What the library is asked about a wish; `None` where that is at hand, or nothing it could know.
    fn question(&self, wish: &Wish) -> Option<Enquiry> {
        let (typed, language) = match wish {
            Wish::Symbol { symbol, language, .. } => (symbol.clone(), *language),
            Wish::Translation => {
                let document = self.document()?;
                (document.symbol()?.to_owned(), document.language().map(Language::code))
            }
            Wish::Step { .. } | Wish::Quit => return None,
        };
        let at_hand = self.shelf.with_symbol(&typed, language, None);
        if *wish != Wish::Translation && at_hand.is_some_and(|card| card.language == language) {
            return None;
        }
        let language = Language::ALL.into_iter().find(|known| Some(known.code()) == language);
        Some(Enquiry::Named { typed, language })
    }

    /// Asks the library for what is listed for a line.
    pub(crate) fn look_in_library(&mut self, line: &str, most_cited: bool, limit: usize) {
        let (line, reader) = (line.to_owned(), Some(self.settings.locale));
        self.enquire(Purpose::Box, Enquiry::Find(Find { line, reader, most_cited, limit }));
    }

    /// Takes in an answer of the library.
    pub(crate) fn answered(&mut self, purpose: Purpose, reply: Reply) {
        self.enquiries.put(purpose, reply);
        if purpose == Purpose::Wish {
            let reply = self.enquiries.take(purpose);
            self.grant_from_library(reply);
        }
    }

    /// Grants a wish with what the library has; what it lacks is looked for beside the open document.
    fn grant_from_library(&mut self, reply: Option<Reply>) {
        let found = if let Some(Reply::Documents(found)) = reply { found } else { Vec::new() };
        match self.hand.wish.clone() {
            Some(Wish::Symbol { paragraph, .. }) => {
                if let Some(origin) = found.into_iter().find_map(|entry| entry.origin) {
                    return self.open_at(origin, paragraph.map(Aim::Address));
                }
            }
            Some(Wish::Translation) => {
                let own = self.document().and_then(|document| Document::language(document));
                let mut others = in_other_languages(found, own);
                if others.len() > 1 {
                    (self.hand.wish, self.hand.choice) = (None, Some(others));
                    return;
                }
                if let Some(only) = others.pop() {
                    return self.translate(&only);
                }
            }
            _ => {}
        }
        self.look_beside();
        self.pursue();
    }

    /// Ends the session, and has its places saved.
    pub(crate) fn quit(&mut self) {
        self.remember();
        self.effects.push(Effect::Quit);
    }

    fn pursue(&mut self) {
        if self.enquiries.is_awaited(Purpose::Wish) {
            return;
        }
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
        let messages = self.messages();
        messages.looking_for(&self.what(wish))
    }

    /// What is wished, in words.
    fn what(&self, wish: &Wish) -> String {
        match wish {
            Wish::Symbol { symbol, .. } => symbol.clone(),
            Wish::Translation => self.messages().another_language().to_owned(),
            Wish::Step { .. } | Wish::Quit => self.messages().another_document().to_owned(),
        }
    }

    fn say_looking(&mut self) {
        if let Some(said) = self.hand.wish.as_ref().map(|wish| self.looking(wish)) {
            self.say(said);
        }
    }

    fn grant(&mut self, wish: &Wish) -> Grant {
        match wish {
            Wish::Symbol { symbol, paragraph, language } => {
                self.grant_symbol(symbol, paragraph.as_ref(), *language)
            }
            Wish::Translation => self.grant_translation(),
            Wish::Step { forward } => self.grant_step(*forward),
            Wish::Quit => {
                self.quit();
                Grant::Done
            }
        }
    }

    fn grant_symbol(
        &mut self,
        symbol: &str,
        paragraph: Option<&String>,
        language: Option<&'static str>,
    ) -> Grant {
        let like = self.panes.current().map(|session| &session.origin);
        let found = self.shelf.with_symbol(symbol, language, like);
        let likely = |card: &Card| !card.looked && resembles(card, symbol);
        let rival = found.is_none() && self.shelf.cards().iter().any(|card| !card.looked)
            || self.shelf.cards().iter().any(likely);
        let sure = found.is_some_and(|card| card.language == language);
        if let Some(card) = found.filter(|_| sure || !rival) {
            let origin = card.origin.clone();
            self.open_at(origin, paragraph.cloned().map(Aim::Address));
            return Grant::Done;
        }
        if rival { self.look_first(likely) } else { Grant::Missing }
    }

    fn grant_translation(&mut self) -> Grant {
        let Some(session) = self.panes.current() else { return Grant::Missing };
        // What has no symbol is known by its name.
        let symbol = session.document.symbol().map(str::to_owned);
        let origin = session.origin.clone();
        let named = |card: &Card| symbol.as_deref().is_some_and(|symbol| resembles(card, symbol));
        let likely = |card: &Card| !card.looked && (named(card) || is_kin(&card.origin, &origin));
        let unknown = |likely: &dyn Fn(&Card) -> bool| self.shelf.cards().iter().any(likely);
        let mut found = self.shelf.translations(&origin);
        if unknown(&likely) || (found.is_empty() && unknown(&|card| !card.looked)) {
            return self.look_first(likely);
        }
        if found.len() > 1 {
            self.hand.choice = Some(found);
            return Grant::Done;
        }
        let Some(only) = found.pop() else { return Grant::Missing };
        self.translate(&only);
        Grant::Done
    }

    /// Opens the same document in another language, at the same paragraph.
    pub(crate) fn translate(&mut self, to: &Translation) {
        self.hand.tongue = Some(to.language.code());
        let place = self.same_place();
        self.open_at(to.origin.clone(), place);
    }

    fn grant_step(&mut self, forward: bool) -> Grant {
        let Some(session) = self.panes.current() else { return Grant::Missing };
        let next = self.shelf.neighbour(&session.origin, forward).map(|card| card.origin.clone());
        let messages = self.messages();
        let Some(origin) = next else {
            self.say(if forward { messages.last_document() } else { messages.first_document() });
            return Grant::Done;
        };
        let at = self.shelf.find(&origin).unwrap_or_default() + 1;
        self.load(origin);
        self.say(messages.document_of(at, self.shelf.cards().len()));
        Grant::Done
    }

    /// Has those looked into at once whose name promises what is wished, even while others are.
    fn look_first(&mut self, likely: impl Fn(&Card) -> bool) -> Grant {
        if self.hand.cataloguing.is_none() || !self.hand.hurried {
            self.look_into(likely);
            self.hand.hurried = true;
        }
        Grant::Later
    }

    /// Says where it was looked for what was wished, and offers to look further.
    fn miss(&mut self, wish: Wish) {
        let messages = self.messages();
        let what = self.what(&wish);
        let said = match self.hand.grounds.last() {
            Some(ground) => messages.not_in_folder(&what, &ground.name()),
            None => messages.link_not_open(&what),
        };
        let next = self.panes.current().and_then(|session| self.hand.next(&session.origin));
        let further = match (&next, &wish) {
            (Some(ground), _) => Some(messages.look_further(&ground.name())),
            (None, Wish::Symbol { .. }) => Some(messages.link_copies().to_owned()),
            (None, _) => None,
        };
        let parts: Vec<String> = std::iter::once(said).chain(further).collect();
        self.say(parts.join(messages.semicolon()));
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

/// The best version in each of the other languages.
fn in_other_languages(found: Vec<Entry>, own: Option<Language>) -> Vec<Translation> {
    let mut out: Vec<Translation> = Vec::new();
    for Entry { language, origin, .. } in found {
        if let (Some(language), Some(origin)) = (language, origin)
            && Some(language) != own
            && !out.iter().any(|known| known.language == language)
        {
            out.push(Translation { language, origin });
        }
    }
    out.sort_by_key(|version| Language::ALL.iter().position(|language| *language == version.language));
    out
}
