//! Commands that open an overlay or need more than the state. `deeds` assigns them to commands.

use super::App;
use super::deeds::deed;
use super::overlay;
use super::pane;
use super::state::{Focus, Link};
use crate::app::cited::Side;
use crate::app::command::Command;
use crate::app::event::Effect;
use crate::app::hand::Wish;
use crate::app::key::{Code, Key};
use crate::app::panes::Aim;
use crate::app::session::{OnDisk, Session};
use crate::app::settings::Settings;
use crate::app::ticket::Claim;
use crate::library::Source;
use crate::library::enquiry::Read;
use crate::lookup::{jump, sieve};
use crate::messages::Messages;
use crate::text::Charset;
use std::sync::Arc;

/// In bytes of text. Up to this length a document is indexed while the jump box opens, and a longer one on
/// another thread.
const INDEX_AT_ONCE: usize = 300_000;

impl App {
    pub(super) fn carry_out(&mut self, command: Command) {
        let slow = self.state.link == Link::Slow;
        match command {
            Command::LineDown | Command::LineUp => self.state.glide(),
            Command::PageDown | Command::PageUp | Command::HalfDown | Command::HalfUp if slow => {}
            _ => self.come_to_rest(),
        }
        // Who reads on no longer waits for this paragraph in another language.
        if self.state.hand.wish == Some(Wish::Translation) && command != Command::Redraw {
            self.state.hand.wish = None;
        }
        deed(command)(self);
    }

    /// Escape without an overlay: removes the marks of a search and leaves the outline; while another document is being
    /// read, no longer waits for it.
    pub(super) fn close(&mut self) {
        self.state.focus = Focus::Reader;
        self.state.hand.wish = None;
        if self.state.panes.read_next().is_some() {
            self.state.panes.focused().loading = None;
        } else if let Some(session) = self.state.panes.current_mut() {
            // One thing at a time: what was marked last is in the way first.
            if session.selected().is_some() {
                session.select(None);
            } else if session.sieve().is_some() {
                session.unsift();
            } else {
                session.found.clear();
            }
        }
    }

    /// Says that there is a library to be asked, and what was read last.
    pub(crate) fn has_library(&mut self, read: Vec<Read>) {
        (self.state.enquiries.there, self.state.enquiries.read) = (true, read);
    }

    /// Opens the list of documents.
    pub fn list_documents(&mut self) {
        if self.state.enquiries.there {
            return self.overlays.push(Box::new(overlay::library::LibraryBox::new(&mut self.state)));
        }
        self.state.catalogue();
        self.overlays.push(Box::new(overlay::documents::Documents::new(&self.state)));
    }

    pub(super) fn open_find(&mut self) {
        if let Some(find) = overlay::find::Find::new(&mut self.state) {
            self.overlays.push(Box::new(find));
        }
    }

    pub(super) fn open_filter(&mut self) {
        if self.state.document().is_some_and(|document| document.text().len() > sieve::MOST) {
            return self.tell(Messages::filter_too_long);
        }
        if let Some(filter) = overlay::filter::Filter::new(&mut self.state) {
            self.overlays.push(Box::new(filter));
        }
    }

    pub(super) fn open_find_in_all(&mut self) {
        let list = overlay::everywhere::FindInAll::new(&mut self.state);
        self.overlays.push(Box::new(list));
    }

    pub(super) fn open_actions(&mut self) {
        self.come_to_rest();
        let list = overlay::actions::Actions::new(&mut self.state);
        self.overlays.push(Box::new(list));
    }

    /// Opens the list of those who cite the paragraph, or of what it cites.
    pub(super) fn open_cited(&mut self, side: Side) {
        self.come_to_rest();
        if let Some(list) = overlay::cited::Cited::new(side, &mut self.state) {
            self.overlays.push(Box::new(list));
        }
    }

    /// Waits for the letter of a mark.
    pub(super) fn await_mark(&mut self, command: Command) {
        self.awaiting = Some(command);
        let messages = self.state.messages();
        self.state.say(if command == Command::SetMark {
            messages.mark_set_which()
        } else {
            messages.mark_go_which()
        });
    }

    /// Moves the focus to the next pane. Where there is but one, Tab goes forward in the history, since
    /// terminals send it for Ctrl-I too.
    pub(super) fn switch_pane(&mut self) {
        let panes = &self.screen.panes;
        if panes.len() < 2 {
            return self.travel(false);
        }
        let here = panes.iter().position(|placed| placed.pane.has_focus(&self.state)).unwrap_or(0);
        if let Some(next) = panes.iter().cycle().nth(here + 1) {
            next.pane.take_focus(&mut self.state);
        }
        self.fit();
    }

    pub(super) fn widen_outline(&mut self, by: i16) {
        let state = &mut self.state;
        let width = pane::outline::columns(state).saturating_add_signed(by);
        state.settings.outline_width = Some(width.clamp(10, state.size.width.saturating_sub(30).max(10)));
        self.fit();
    }

    /// Makes the lines of text longer, or shorter where `by` is negative, in cells.
    pub(super) fn widen(&mut self, by: i16) {
        let state = &mut self.state;
        let measure = state.settings.measure.saturating_add_signed(by);
        state.settings.measure = measure.clamp(Settings::LEAST_MEASURE, Settings::MOST_MEASURE);
        state.say(state.messages().line_length(state.settings.measure.into()));
        self.fit();
    }

    /// Shows or hides the outline. A slim one is first shown wide, over the text.
    pub(super) fn toggle_outline(&mut self) {
        let slim = self.state.outline_shown() && self.state.size.width < pane::outline::ROOMY;
        if slim || !self.state.outline_fits() {
            if !self.state.panes.is_empty() {
                let sheet = overlay::outline::OutlineSheet::new(&mut self.state);
                self.overlays.push(Box::new(sheet));
            }
            return;
        }
        self.state.outline_wanted = Some(!self.state.outline_shown());
        self.state.focus = Focus::Reader;
        self.fit();
    }

    pub(super) fn travel(&mut self, back: bool) {
        let nowhere = self.state.travel(back);
        // What was opened from the box with nothing open leads back to the box.
        if nowhere && back && self.state.enquiries.looked.is_some() {
            self.state.notice = None;
            self.list_documents();
        }
    }

    /// Opens the notes and references of the clause.
    pub(super) fn follow(&mut self) {
        self.state.catalogue();
        if let Some(links) = overlay::links::Links::new(&mut self.state) {
            return self.overlays.push(Box::new(links));
        }
        let Some(id) = self.state.panes.current().map(Session::current) else { return };
        let spoken = self.state.spoken(id);
        let (messages, none) = (self.state.messages(), self.state.messages().no_links_here());
        self.state.say(if spoken.is_empty() { none.to_owned() } else { messages.labelled(&spoken, none) });
    }

    /// Opens the help about where one is, over whatever is open.
    pub(super) fn open_help(&mut self) {
        let top = self.overlays.last();
        let here = top.map_or_else(|| self.state.focus.scope(), |top| top.scope());
        let tips = top.map_or_else(Vec::new, |top| top.tips(&self.state));
        let help = overlay::help::Help::new(here, &tips, top.is_some(), &self.state);
        self.overlays.push(Box::new(help));
    }

    pub(super) fn open_details(&mut self) {
        let Some(session) = self.state.panes.current() else { return };
        let sheet = overlay::sheet::Sheet::details(&session.document, &session.origin.typed(), &self.state);
        self.overlays.push(Box::new(sheet));
    }

    pub(super) fn open_problems(&mut self) {
        let Some(session) = self.state.panes.current() else { return };
        let sheet = overlay::sheet::Sheet::problems(&session.document, &self.state);
        self.overlays.push(Box::new(sheet));
    }

    pub(super) fn open_jump(&mut self, typed: &str) {
        self.come_to_rest();
        if let Some(session) = self.state.panes.current_mut()
            && session.index.is_none()
        {
            let document = Arc::clone(&session.document);
            if document.text().len() <= INDEX_AT_ONCE {
                session.index = Some(Arc::new(jump::Index::new(&document)));
            } else if session.indexing.is_none() {
                let claim = Claim::default();
                self.state.effects.push(Effect::Index(claim.ticket(), document));
                session.indexing = Some(claim);
            }
        }
        if let Some(jump) = overlay::jump::Jump::new(typed, &mut self.state) {
            self.overlays.push(Box::new(jump));
        }
    }

    /// Says so where the terminal cannot show the script of the document.
    pub(super) fn tell_what_lacks(&mut self, at: usize) {
        let charset = self.state.settings.charset;
        if charset == Charset::Utf8 {
            return;
        }
        let Some(session) = self.state.panes.session_mut(at) else { return };
        let document = Arc::clone(&session.document);
        let letters = document.text().chars().filter(|c| c.is_alphabetic());
        let (mut all, mut lacking) = (0_usize, 0_usize);
        for letter in letters {
            all += 1;
            lacking += usize::from(!charset.can_spell(letter));
        }
        if lacking * 2 < all.max(1) {
            return;
        }
        let messages = self.state.messages();
        let language = document
            .language()
            .map_or_else(String::new, |language| messages.bracketed(messages.name(language)));
        let sentence = messages.letters_lacking(&language);
        let title = messages.letters_lacking_title();
        let entries = vec![(String::new(), sentence)];
        self.overlays.push(Box::new(overlay::sheet::Sheet::new(title, entries, overlay::Shape::Foot)));
    }

    /// Asks at a key press for a check whether the file has changed on disk.
    pub(super) fn watch(&mut self) {
        if let Some(session) = self.state.panes.current()
            && session.file != OnDisk::Changed
            && matches!(session.origin, Source::File(_))
        {
            let effect = Effect::Watch(session.reading.ticket(), session.origin.clone());
            self.state.effects.push(effect);
        }
    }

    pub(super) fn reload(&mut self) {
        let Some(session) = self.state.panes.current() else { return };
        if matches!(session.origin, Source::Stdin) {
            return self.state.say(self.state.messages().standard_input_only_once());
        }
        let origin = session.origin.clone();
        self.state.load(origin);
    }

    pub(super) fn mark(&mut self, command: Command, key: Key) {
        let Some(letter) = key.typed().filter(|letter| letter.is_alphanumeric() || *letter == '\'') else {
            if key.code != Code::Esc {
                self.state.say(self.state.messages().mark_is_letter());
            }
            return;
        };
        let Some(session) = self.state.panes.current_mut() else { return };
        if command == Command::SetMark {
            let id = session.current();
            session.marks.insert(letter, id);
            let notice = self.state.messages().mark_set(&letter.to_string(), &self.state.spoken(id));
            return self.state.say(notice);
        }
        if letter == '\'' {
            return self.travel(true);
        }
        if let Some(id) = session.marks.get(&letter).copied() {
            return session.go(id);
        }
        if let Some((origin, anchor)) = self.state.left.mark(letter) {
            let (origin, anchor) = (origin.clone(), anchor.clone());
            let card = self.state.shelf.find(&origin).and_then(|at| self.state.shelf.cards().get(at));
            let name = card.and_then(|card| card.symbol.clone()).unwrap_or_else(|| origin.name());
            self.state.open_at(origin, Some(Aim::Anchors(vec![anchor])));
            return self.state.say(self.state.messages().mark_elsewhere(&letter.to_string(), &name));
        }
        let set: Vec<String> = session.marks.keys().map(char::to_string).collect();
        let (messages, letter) = (self.state.messages(), letter.to_string());
        self.state.say(if set.is_empty() {
            messages.mark_none(&letter)
        } else {
            messages.mark_none_but(&letter, &set.join(" "))
        });
    }
}
