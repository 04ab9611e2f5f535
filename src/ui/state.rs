//! The state that panes and overlays share: the open documents, and what is one for the whole screen: its size,
//! the focus, the notice, the shelf, the settings, and the effects asked for.

use super::theme::Theme;
use crate::app::absent;
use crate::app::enquiries::Enquiries;
use crate::app::event::{Effect, Outcome, Size};
use crate::app::everywhere::Everywhere;
use crate::app::hand::{Hand, Wish};
use crate::app::history::Away;
use crate::app::left::Left;
use crate::app::links::Goal;
use crate::app::panes::{Aim, Loading, Panes, Slot, Way};
use crate::app::session::Travel;
use crate::app::settings::{Clipboard, Settings};
use crate::app::shelf::Shelf;
use crate::app::ticket::{Claim, Ticket};
use crate::config::{self, Bidi};
use crate::document::{Document, NodeId, citation};
use crate::lang::Words;
use crate::library::Source;
use crate::library::enquiry::{Enquiry, Purpose};
use crate::messages::Messages;
use std::sync::Arc;

/// The pane that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    #[default]
    Reader,
    Outline,
}

/// What becomes of the outline while the text is scrolled by lines. Where the terminal cannot scroll the text
/// beside it, an outline that stands still takes half as many bytes as the text of the whole screen, for each line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Glance {
    /// It stands: the text is not being scrolled by lines.
    #[default]
    Read,
    /// A line was scrolled, and the outline with it, until the terminal has answered that the link is fast.
    Asked,
    /// It still stands, though a line was scrolled; with the next one it moves.
    Begun,
    /// It is scrolled with the text, until that comes to rest.
    Passing,
    /// It always stands: the terminal scrolls the text beside it (it has left and right margins).
    Free,
}

/// What is known of the link to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Link {
    /// Nothing, or that it is fast but long.
    #[default]
    Unknown,
    /// The terminal answered at once, the last time.
    Near,
    Slow,
}

/// Whom an answer of slow work is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asker {
    Screen,
    /// The slot with this index.
    Slot(usize),
}

/// The state of the interface except for the overlays.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) panes: Panes,
    pub(crate) shelf: Shelf,
    pub(crate) settings: Settings,
    pub(crate) theme: Theme,
    pub(crate) size: Size,
    pub(crate) focus: Focus,
    /// Whether the outline was turned on or off by a command; `None`: it is shown where there is room.
    pub(crate) outline_wanted: Option<bool>,
    pub(crate) show_pages: bool,
    pub(crate) glance: Glance,
    pub(crate) link: Link,
    /// More keys are waiting: what this one asks for is looked for after the last of them.
    pub(crate) hurried: bool,
    /// The message in the status line, shown until the next key.
    pub(crate) notice: Option<String>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) hand: Hand,
    pub(crate) left: Left,
    pub(crate) everywhere: Everywhere,
    pub(crate) enquiries: Enquiries,
}

impl State {
    pub(crate) fn new(settings: Settings, shelf: Shelf) -> Self {
        Self {
            panes: Panes::default(),
            theme: Theme::of(&settings),
            settings,
            shelf,
            size: Size::default(),
            focus: Focus::default(),
            outline_wanted: None,
            show_pages: false,
            glance: Glance::default(),
            link: Link::default(),
            hurried: false,
            notice: None,
            effects: Vec::new(),
            hand: Hand::default(),
            left: Left::default(),
            everywhere: Everywhere::default(),
            enquiries: Enquiries::default(),
        }
    }

    /// The text is about to be scrolled by lines.
    pub(crate) fn glide(&mut self) {
        self.glance = match (self.glance, self.link) {
            (Glance::Free, _) => Glance::Free,
            (Glance::Read, Link::Unknown) => Glance::Begun,
            (Glance::Read, Link::Near) => Glance::Asked,
            _ => Glance::Passing,
        };
    }

    /// Whom an answer of slow work is for; `None` where nobody awaits it. All answers pass here.
    pub(crate) fn admit(&self, ticket: &Ticket, outcome: &Outcome) -> Option<Asker> {
        let claim = match outcome {
            Outcome::Catalogued(_) | Outcome::CataloguedAll => self.hand.cataloguing.as_ref(),
            Outcome::Listed(..) => self.hand.listing.as_ref(),
            Outcome::Mentioned(..) | Outcome::MentionedAll => self.everywhere.claim.as_ref(),
            Outcome::Answered(purpose, _) => self.enquiries.claim(*purpose),
            _ => None,
        };
        if claim.is_some_and(|claim| claim.admits(ticket)) {
            return Some(Asker::Screen);
        }
        self.panes.awaiting(ticket, outcome).map(Asker::Slot)
    }

    /// Whether there is room for the outline beside the text.
    pub(crate) fn outline_fits(&self) -> bool {
        self.size.width >= 80
    }

    pub(crate) fn outline_shown(&self) -> bool {
        let asked = match self.settings.outline {
            config::Outline::Auto | config::Outline::Shown => true,
            config::Outline::Hidden => false,
        };
        self.outline_fits() && self.outline_wanted.unwrap_or(asked)
    }

    /// The texts of the interface, in its language.
    pub(crate) fn messages(&self) -> Messages {
        self.settings.messages()
    }

    /// Whether the interface runs from right to left and is mirrored here, not by the terminal.
    pub(crate) fn is_mirrored(&self) -> bool {
        self.settings.locale.is_rtl() && self.settings.bidi == Bidi::App
    }

    /// The message after copying: where the text went. Terminals do not confirm it. In tmux, which may drop the text,
    /// the first one says how to mend that.
    pub(crate) fn sent(&mut self) -> &'static str {
        let messages = self.messages();
        match self.settings.clipboard {
            Clipboard::Terminal if std::mem::take(&mut self.settings.tmux) => messages.copied_tmux(),
            Clipboard::Terminal => messages.copied_terminal(),
            Clipboard::Both => messages.copied_both(),
            Clipboard::Lines => messages.copied_lines(),
            Clipboard::OnExit => messages.copied_on_exit(),
        }
    }

    /// Chooses the theme by the brightness of the background, from 0 to 255.
    pub(crate) fn suit_background(&mut self, light: u8) {
        if self.settings.follow_background {
            self.settings.theme = if light < 128 { config::Theme::Dark } else { config::Theme::Light };
            self.theme = Theme::of(&self.settings);
        }
    }

    pub(crate) fn say(&mut self, notice: impl Into<String>) {
        self.notice = Some(notice.into());
    }

    /// Asks the library. The answer takes the place of that to the question before, if one is still to come.
    pub(crate) fn enquire(&mut self, purpose: Purpose, enquiry: Enquiry) {
        let ticket = self.enquiries.ask(purpose);
        self.effects.push(Effect::Enquire(ticket, purpose, enquiry));
    }

    /// Goes to a clause, and adds the place left to the history.
    pub(crate) fn go(&mut self, id: NodeId) {
        if let Some(session) = self.panes.current_mut() {
            session.go(id);
        }
    }

    /// Goes where a link leads, which another document may first have to be found for.
    pub(crate) fn visit(&mut self, goal: Goal) {
        match goal {
            Goal::Node(id) => self.go(id),
            Goal::Elsewhere { symbol, paragraph, language } => {
                self.wish(Wish::Symbol { symbol, paragraph, language });
            }
            Goal::Absent { printed, address } => self.say_absent(&printed, &address),
            Goal::Nothing(what) => self.say(self.messages().link_nowhere(&what)),
        }
    }

    /// Says that the document lacks what was asked for, and what it has instead.
    pub(crate) fn say_absent(&mut self, what: &str, address: &str) {
        let messages = self.messages();
        let said = self.document().map(|document| absent::sentence(what, address, document, messages));
        self.say(said.unwrap_or_else(|| messages.absent(what)));
    }

    /// Asks for a document, which arrives as an event. Going back then leads to the current one.
    pub(crate) fn load(&mut self, source: Source) {
        self.request(source, Way::On, None, None);
    }

    /// Goes to a place in a document, which is the current one or is asked for.
    pub(crate) fn open_at(&mut self, source: Source, aim: Option<Aim>) {
        let slot = self.panes.focused();
        let Some(session) = slot.session.as_mut().filter(|session| session.origin == source) else {
            return self.request(source, Way::On, None, aim);
        };
        match aim.map(|aim| (aim.within(&session.document), aim)) {
            None => {
                session.history.leave(session.spot());
                session.go_top();
            }
            Some((Some(id), _)) => session.go(id),
            Some((None, Aim::Anchors(_))) => {}
            Some((None, Aim::Address(address))) => {
                self.say_absent(&address, &address);
            }
        }
    }

    /// The paragraph that is read, for the same document in another language.
    pub(crate) fn same_place(&self) -> Option<Aim> {
        let session = self.panes.current()?;
        let (document, here) = (&session.document, session.current());
        let around = std::iter::once(here).chain(document.ancestors(here)).filter(|id| *id != NodeId::ROOT);
        Some(Aim::Anchors(around.map(|id| document.anchor(id)).collect()))
    }

    fn request(&mut self, source: Source, way: Way, goal: Option<Away>, aim: Option<Aim>) {
        (self.hand.wish, self.hand.offer) = (None, None);
        self.effects.extend(self.panes.focused().visit().map(Effect::Remember));
        let claim = Claim::default();
        self.effects.push(Effect::Load(claim.ticket(), source.clone()));
        let slot = self.panes.focused();
        (slot.goal, slot.aim, slot.sought) = (goal, aim, None);
        slot.loading = Some(Loading { claim, source, way });
    }

    /// Goes back or forward in the history, within the document or to another one. Returns whether there was nowhere to go.
    pub(crate) fn travel(&mut self, back: bool) -> bool {
        let Some(session) = self.panes.current_mut() else { return true };
        let messages = self.settings.messages();
        let travel = session.travel(back);
        let nowhere = matches!(travel, Travel::Nowhere);
        match travel {
            Travel::Done => {}
            Travel::Away(to) => {
                let way = if back { Way::Back } else { Way::Forward };
                self.request(to.source.clone(), way, Some(*to), None);
            }
            Travel::Unread => self.say(messages.reading_rest()),
            Travel::Nowhere if back => self.say(messages.back_nowhere()),
            Travel::Nowhere => self.say(messages.forward_nowhere()),
        }
        nowhere
    }

    /// The open document; `None` where none is open.
    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        self.panes.current().map(|session| &session.document)
    }

    /// The words by which the interface names places in a document: those of its own language, so that a sentence
    /// around them is in one language.
    pub(crate) fn words(&self) -> &'static Words {
        self.settings.locale.words()
    }

    /// The short name of a clause, as in its citation but without the symbol: "par. 7 b)".
    pub(crate) fn spoken(&self, id: NodeId) -> String {
        let words = self.words();
        self.document().map_or_else(String::new, |document| citation::spoken(document, id, words))
    }

    /// Has the places and marks of all open documents saved.
    pub(crate) fn remember(&mut self) {
        let visits: Vec<_> = self.panes.slots().filter_map(Slot::visit).collect();
        self.effects.extend(visits.into_iter().map(Effect::Remember));
    }

    /// The effects asked for, with what is left of the searches that a key has not finished.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        for session in self.panes.slots_mut().filter_map(|slot| slot.session.as_mut()) {
            if let Some((ticket, search)) = session.found.rest() {
                self.effects.push(Effect::Find(ticket, Arc::clone(&session.document), search));
            }
        }
        std::mem::take(&mut self.effects)
    }
}
