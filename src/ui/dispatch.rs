//! What each command of the program does. Those of a pane are in `act`, those of an overlay in its own file.

use super::frame::pane_fits;
use super::overlay;
use super::pane;
use super::state::{Focus, Glance};
use super::{App, act, theme};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::config;
use crate::library::Source;
use crate::lookup::jump;
use crate::text::Charset;
use std::sync::Arc;

/// Documents up to this many bytes of text are indexed while the jump box opens; larger ones beside it.
const INDEX_AT_ONCE: usize = 300_000;

impl App {
    pub(super) fn carry_out(&mut self, command: Command) {
        self.state.glance = match (self.state.glance, command) {
            (Glance::Free, _) => Glance::Free,
            (Glance::Read, Command::LineDown | Command::LineUp) if !self.state.slow => Glance::Begun,
            (_, Command::LineDown | Command::LineUp) => Glance::Passing,
            (as_it_is, Command::PageDown | Command::PageUp | Command::HalfDown | Command::HalfUp) => as_it_is,
            _ => Glance::Read,
        };
        let taken = match self.state.focus {
            _ if command.row().scope == Scope::Reader => act::reader(command, &mut self.state),
            Focus::Outline => act::outline(command, &mut self.state),
            Focus::Reader => false,
        };
        if taken {
            return;
        }
        match command {
            Command::Jump => self.open_jump(""),
            Command::Find => {
                if let Some(find) = overlay::find::Find::new(&mut self.state) {
                    self.overlays.push(Box::new(find));
                }
            }
            Command::FindNext | Command::FindPrevious => {
                act::find_again(command == Command::FindNext, &mut self.state);
            }
            Command::Follow => self.follow(),
            Command::Back | Command::Forward => self.travel(command == Command::Back),
            Command::Copy | Command::CopyCited | Command::CopyCitation => act::copy(command, &mut self.state),
            Command::SetMark | Command::GoMark => {
                self.awaiting = Some(command);
                let messages = self.state.messages();
                self.state.say(if command == Command::SetMark {
                    messages.mark_set_which()
                } else {
                    messages.mark_go_which()
                });
            }
            Command::Documents => self.list_documents(),
            Command::Details | Command::Problems => self.open_sheet(command),
            Command::Help => self.overlays.push(Box::new(overlay::help::Help::new(&self.state))),
            Command::Reload => self.reload(),
            Command::Redraw => self.state.effects.push(Effect::Redraw),
            Command::Suspend => self.state.effects.push(Effect::Suspend),
            Command::Quit => {
                self.state.remember();
                self.state.effects.push(Effect::Quit);
            }
            Command::Close => self.close(),
            _ => self.adjust(command),
        }
    }

    /// Escape with nothing on top: the marks of a search go first, then the outline's focus.
    pub(super) fn close(&mut self) {
        self.state.focus = Focus::Reader;
        if let Some(session) = self.state.panes.current_mut() {
            session.found.hits.clear();
            session.found.at = None;
        }
    }

    /// Commands that change how things look.
    pub(super) fn adjust(&mut self, command: Command) {
        let state = &mut self.state;
        match command {
            Command::SwitchPane => {
                if self.screen.panes.len() < 2 {
                    return self.travel(false);
                }
                state.focus = if state.focus == Focus::Reader { Focus::Outline } else { Focus::Reader };
            }
            Command::ToggleOutline => return self.toggle_outline(),
            Command::ToggleMouse => return self.toggle_mouse(),
            Command::OutlineNarrower | Command::OutlineWider => {
                let by = if command == Command::OutlineWider { 2 } else { -2 };
                let width = pane::outline::columns(state).saturating_add_signed(by);
                state.settings.outline_width =
                    Some(width.clamp(10, state.size.width.saturating_sub(30).max(10)));
            }
            Command::Narrower | Command::Wider => {
                let by = if command == Command::Wider { 2 } else { -2 };
                let measure = state.settings.measure.saturating_add_signed(by);
                state.settings.measure = measure.clamp(Settings::LEAST_MEASURE, Settings::MOST_MEASURE);
                state.say(state.messages().line_length(state.settings.measure.into()));
            }
            Command::TogglePages => {
                state.show_pages = !state.show_pages;
                let none = state.document().is_none_or(|document| document.page_breaks().is_empty());
                if state.show_pages && none {
                    state.say(state.messages().no_pages());
                }
            }
            Command::NextTheme => {
                state.settings.follow_background = false;
                state.settings.theme = match state.settings.theme {
                    config::Theme::Light => config::Theme::Dark,
                    config::Theme::Auto | config::Theme::Dark => config::Theme::Contrast,
                    config::Theme::Contrast => config::Theme::Mono,
                    config::Theme::Mono => config::Theme::Light,
                };
                state.theme = theme::Theme::of(&state.settings);
                state.say(state.messages().theme(theme_name(state)));
            }
            _ => {}
        }
        self.fit();
    }

    pub(super) fn toggle_outline(&mut self) {
        if !pane_fits(self.state.size) {
            if !self.state.panes.is_empty() {
                let sheet = overlay::outline::OutlineSheet::new(&mut self.state);
                self.overlays.push(Box::new(sheet));
            }
            return;
        }
        self.state.outline_wanted = Some(!self.outline_shown());
        self.state.focus = Focus::Reader;
        self.fit();
    }

    pub(super) fn travel(&mut self, back: bool) {
        let Some(session) = self.state.panes.current_mut() else { return };
        let moved = if back { session.back() } else { session.forward() };
        if !moved && !self.state.travel(back) {
            let messages = self.state.messages();
            self.state.say(if back { messages.back_nowhere() } else { messages.forward_nowhere() });
        }
    }

    /// Shows the notes and references of the clause.
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

    pub(super) fn open_sheet(&mut self, command: Command) {
        let Some(session) = self.state.panes.current() else { return };
        let sheet = if command == Command::Details {
            overlay::sheet::Sheet::details(&session.document, &session.origin.typed(), &self.state)
        } else {
            overlay::sheet::Sheet::problems(&session.document, &self.state)
        };
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
            } else if self.state.indexing.is_none() {
                let ticket = self.state.ticket();
                self.state.indexing = Some(ticket);
                self.state.effects.push(Effect::Index(ticket, document));
            }
        }
        if let Some(jump) = overlay::jump::Jump::new(typed, &mut self.state) {
            self.overlays.push(Box::new(jump));
        }
    }

    /// Says that the terminal has no letters for this text, where that is so.
    pub(super) fn tell_what_lacks(&mut self) {
        let charset = self.state.settings.charset;
        let Some(document) = self.state.document().filter(|_| charset != Charset::Utf8) else { return };
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
            .map_or_else(String::new, |language| format!(" ({})", messages.name(language)));
        let sentence = messages.letters_lacking(&language);
        let title = messages.letters_lacking_title();
        let entries = vec![(String::new(), sentence)];
        self.overlays.push(Box::new(overlay::sheet::Sheet::new(title, entries, overlay::Shape::Foot)));
    }

    /// Looks, at a key, whether the file was changed by someone else.
    pub(super) fn watch(&mut self) {
        if let Some(session) = self.state.panes.current()
            && !self.state.changed
            && matches!(session.origin, Source::File(_))
        {
            let origin = session.origin.clone();
            self.state.effects.push(Effect::Watch(self.state.shown, origin));
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
        let set: Vec<String> = session.marks.keys().map(char::to_string).collect();
        let (messages, letter) = (self.state.messages(), letter.to_string());
        self.state.say(if set.is_empty() {
            messages.mark_none(&letter)
        } else {
            messages.mark_none_but(&letter, &set.join(" "))
        });
    }
}

fn theme_name(state: &super::state::State) -> &'static str {
    let messages = state.messages();
    match state.settings.theme {
        config::Theme::Light => messages.theme_light(),
        config::Theme::Auto | config::Theme::Dark => messages.theme_dark(),
        config::Theme::Contrast => messages.theme_contrast(),
        config::Theme::Mono => messages.theme_mono(),
    }
}
