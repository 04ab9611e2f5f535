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
use crate::app::words;
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
                let (en, fr) = if command == Command::SetMark {
                    ("mark: a letter", "marque : une lettre")
                } else {
                    ("go to mark: its letter", "aller à la marque : sa lettre")
                };
                let notice = self.state.pick(en, fr);
                self.state.say(notice);
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
        if let Some(session) = self.state.session.as_mut() {
            session.found.hits.clear();
            session.found.at = None;
        }
    }

    /// Commands that change how things look.
    pub(super) fn adjust(&mut self, command: Command) {
        let state = &mut self.state;
        match command {
            Command::SwitchPane => {
                if self.screen.outline.is_none() {
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
                let notice = format!("{} {}", state.settings.measure, state.pick("columns", "colonnes"));
                state.say(notice);
            }
            Command::TogglePages => {
                state.show_pages = !state.show_pages;
                let none = state.document().is_none_or(|document| document.page_breaks().is_empty());
                if state.show_pages && none {
                    let notice = state.pick("this text has no pages", "ce texte n'a pas de pages");
                    state.say(notice);
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
                let notice = format!("{} {}", state.pick("theme", "thème"), theme_name(state));
                state.say(notice);
            }
            _ => {}
        }
        self.fit();
    }

    pub(super) fn toggle_outline(&mut self) {
        if !pane_fits(self.state.size) {
            if self.state.session.is_some() {
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
        let Some(session) = self.state.session.as_mut() else { return };
        let moved = if back { session.back() } else { session.forward() };
        if !moved && !self.state.travel(back) {
            let (en, fr) = if back {
                ("nowhere to go back to", "nulle part où revenir")
            } else {
                ("nowhere to go forward to", "nulle part où aller de l'avant")
            };
            let notice = self.state.pick(en, fr);
            self.state.say(notice);
        }
    }

    /// Shows the notes and references of the clause.
    pub(super) fn follow(&mut self) {
        self.state.catalogue();
        if let Some(links) = overlay::links::Links::new(&mut self.state) {
            return self.overlays.push(Box::new(links));
        }
        let Some(id) = self.state.session.as_ref().map(Session::current) else { return };
        let spoken = self.state.spoken(id);
        let none = self.state.pick("no note or reference here", "ni note ni renvoi ici");
        self.state.say(if spoken.is_empty() {
            none.to_owned()
        } else {
            format!("{spoken}{} {none}", self.state.pick(":", " :"))
        });
    }

    pub(super) fn open_sheet(&mut self, command: Command) {
        let Some(session) = &self.state.session else { return };
        let sheet = if command == Command::Details {
            overlay::sheet::Sheet::details(&session.document, &session.origin.typed(), &self.state)
        } else {
            overlay::sheet::Sheet::problems(&session.document, &self.state)
        };
        self.overlays.push(Box::new(sheet));
    }

    pub(super) fn open_jump(&mut self, typed: &str) {
        self.come_to_rest();
        if let Some(session) = self.state.session.as_mut()
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
        let language = words::language(self.state.settings.locale, document.language());
        let sentence = self
            .state
            .pick(
                "The terminal cannot show the letters of this text{}: each of them is a question mark. Where it has \
                 them after all, a locale with UTF-8 has them sent: LC_ALL=C.UTF-8",
                "Le terminal ne peut pas montrer les lettres de ce texte{} : chacune est un point d'interrogation. \
                 S'il les a tout de même, une locale en UTF-8 les fait envoyer : LC_ALL=C.UTF-8",
            )
            .replace("{}", &language.map_or_else(String::new, |name| format!(" ({name})")));
        let title = self.state.pick("Letters that are lacking", "Des lettres manquent");
        let entries = vec![(String::new(), sentence)];
        self.overlays.push(Box::new(overlay::sheet::Sheet::new(title, entries, overlay::Shape::Foot)));
    }

    /// Looks, at a key, whether the file was changed by someone else.
    pub(super) fn watch(&mut self) {
        if let Some(session) = &self.state.session
            && !self.state.changed
            && matches!(session.origin, Source::File(_))
        {
            let origin = session.origin.clone();
            self.state.effects.push(Effect::Watch(self.state.shown, origin));
        }
    }

    pub(super) fn reload(&mut self) {
        let Some(session) = &self.state.session else { return };
        if matches!(session.origin, Source::Stdin) {
            let (en, fr) =
                ("standard input cannot be read again", "l'entrée standard ne peut pas être relue");
            let notice = self.state.pick(en, fr);
            return self.state.say(notice);
        }
        let origin = session.origin.clone();
        self.state.load(origin);
    }

    pub(super) fn mark(&mut self, command: Command, key: Key) {
        let Some(letter) = key.typed().filter(|letter| letter.is_alphanumeric() || *letter == '\'') else {
            let notice = self.state.pick("a mark is a letter", "une marque est une lettre");
            if key.code != Code::Esc {
                self.state.say(notice);
            }
            return;
        };
        let Some(session) = self.state.session.as_mut() else { return };
        if command == Command::SetMark {
            let id = session.current();
            session.marks.insert(letter, id);
            let notice = format!(
                "{} {letter}{} {}",
                self.state.pick("mark", "marque"),
                self.state.pick(":", " :"),
                self.state.spoken(id)
            );
            return self.state.say(notice);
        }
        if letter == '\'' {
            return self.travel(true);
        }
        if let Some(id) = session.marks.get(&letter).copied() {
            return session.go(id);
        }
        let set: Vec<String> = session.marks.keys().map(char::to_string).collect();
        let none = self.state.pick("there is no mark", "il n'y a pas de marque");
        let mut notice = format!("{none} {letter}");
        if !set.is_empty() {
            notice = format!("{notice} ({} {})", self.state.pick("set:", "posées :"), set.join(" "));
        }
        self.state.say(notice);
    }
}

fn theme_name(state: &super::state::State) -> &'static str {
    match state.settings.theme {
        config::Theme::Light => state.pick("light", "clair"),
        config::Theme::Auto | config::Theme::Dark => state.pick("dark", "sombre"),
        config::Theme::Contrast => state.pick("contrast", "contraste"),
        config::Theme::Mono => "mono",
    }
}
