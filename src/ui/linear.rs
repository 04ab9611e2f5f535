//! The line mode: a line is typed and plain lines are printed, for screen readers, braille displays and dumb
//! terminals.
//!
//! It drives the same program: a line becomes a command of the table, carried out on the same state, and what
//! an overlay would show is printed. Only moving is different, since there are no rows here: it goes by
//! clauses, and prints the position of each first.

mod help;
mod library;
mod lists;
mod typed;

use super::{App, act};
use crate::app::aloud;
use crate::app::cited::Side;
use crate::app::command::{Command, Scope};
use crate::app::details;
use crate::app::event::{Effect, Event};
use crate::app::found::Found;
use crate::app::links;
use crate::app::session::{OnDisk, Session};
use crate::config::Bidi;
use crate::document::{Document, Kind, NodeId, rows};
use crate::messages::{Counted, Messages};
use lists::List;
use std::sync::Arc;
use typed::Typed;

/// How many clauses a page has.
const PAGE: usize = 5;

/// The app, and the list that numbers refer to.
#[derive(Debug)]
pub struct Linear {
    app: App,
    list: Option<List>,
    /// The documents will be listed once their titles are known.
    listing: bool,
    /// The search before the one that goes on.
    seeking: Option<Found>,
}

impl Linear {
    pub fn new(mut app: App) -> Self {
        // Screen readers and braille displays expect the logical order, not the visual one.
        app.state.settings.bidi = Bidi::Off;
        app.spoken = true;
        Self { app, list: None, listing: false, seeking: None }
    }

    /// The app below, for the driver.
    pub(crate) fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// The first lines: the document and the position in it.
    pub fn begin(&mut self) -> Vec<String> {
        let mut said = self.aside();
        if self.app.state.panes.is_empty() {
            said.extend(self.documents());
            return said;
        }
        said.extend(self.about());
        said.push(self.messages().linear_begin().to_owned());
        if self.session().is_some_and(|session| session.landed().is_some()) {
            said.extend(self.clause());
        }
        said
    }

    /// Handles a line that was typed, and returns the lines to print. Effects are returned by
    /// [`Linear::take_effects`].
    pub fn line(&mut self, typed: &str) -> Vec<String> {
        self.app.state.notice = None;
        self.app.watch();
        let list = self.list.take();
        let mut said = match (list, typed.trim()) {
            (_, "") if self.app.state.accept_offer() => Vec::new(),
            (Some(list), typed) if list.is_choice(typed) => self.choose(list, typed),
            (Some(list), "") if list.has_more() => self.more(list),
            (list, typed) => {
                let meant = typed::meaning(typed, &self.app.state);
                match list.filter(|list| list.obeys(&meant)) {
                    Some(list) => self.arrange(list, meant == Typed::Command(Command::CopyList)),
                    None => self.obey(meant),
                }
            }
        };
        said.extend(self.aside());
        said
    }

    /// Handles an event, and returns the lines to print.
    pub(crate) fn hear(&mut self, event: Event) -> Vec<String> {
        let before = self.session().map(|session| session.origin.clone());
        let mut effects = self.app.update(event);
        // They are returned together with those of the line.
        self.app.state.effects.append(&mut effects);
        let mut said = Vec::new();
        if self.session().map(|session| session.origin.clone()) != before {
            said.extend(self.about());
            said.extend(self.clause());
        }
        said.extend(self.aside());
        if self.listing && !self.app.state.is_looking() {
            self.listing = false;
            said.extend(self.documents());
        }
        said.extend(self.translations());
        said.extend(self.cited());
        said.extend(self.sought());
        said.extend(self.found_in_library());
        let session = self.app.state.panes.current_mut();
        if let Some(session) = session.filter(|session| session.file == OnDisk::Changed) {
            session.file = OnDisk::Same;
            said.push(self.messages().linear_changed().to_owned());
        }
        said
    }

    fn session(&self) -> Option<&Session> {
        self.app.state.panes.current()
    }

    fn messages(&self) -> Messages {
        self.app.state.messages()
    }

    /// The lines of notices and of overlays that were opened, which are then closed.
    fn aside(&mut self) -> Vec<String> {
        let mut said: Vec<String> = self.app.state.notice.take().into_iter().collect();
        let overlays = std::mem::take(&mut self.app.overlays);
        for mut overlay in overlays {
            if overlay.scope() != Scope::Sheet {
                continue;
            }
            let lines = overlay.lines(u16::MAX, u16::MAX, &mut self.app.state);
            said.extend(lines.iter().map(super::paint::Line::spoken).filter(|line| !line.is_empty()));
        }
        said
    }

    fn obey(&mut self, typed: Typed) -> Vec<String> {
        match typed {
            Typed::Command(command) => self.carry_out(command),
            Typed::Jump(query) => self.jump(&query),
            Typed::Find(query) => self.find(&query),
            Typed::Library(line) => {
                self.app.state.look_in_library(&line, false, lists::HITS);
                Vec::new()
            }
            Typed::Mark(command, letter) => {
                let before = self.place();
                self.app.mark(command, crate::app::key::Key::plain(crate::app::key::Code::Char(letter)));
                self.clause_if_moved(before)
            }
            Typed::Nothing(what) => vec![self.messages().linear_not_a_command(&what)],
        }
    }

    fn carry_out(&mut self, command: Command) -> Vec<String> {
        let before = self.place();
        match command {
            Command::LineDown | Command::NextClause => return self.step(true, 1),
            Command::LineUp | Command::PreviousClause => return self.step(false, 1),
            Command::PageDown | Command::HalfDown => return self.step(true, PAGE),
            Command::PageUp | Command::HalfUp => return self.step(false, PAGE),
            Command::Top | Command::Bottom => return self.go_end(command == Command::Bottom),
            Command::ToggleOutline | Command::SwitchPane => return self.outline(),
            Command::Follow => return self.links(),
            Command::Actions => return self.actions(),
            Command::Documents => return self.documents(),
            Command::CitedBy => return self.citing(Side::CitedBy),
            Command::Cites => return self.citing(Side::Cites),
            Command::Help => return help::lines(&self.app.state),
            Command::Redraw => return self.clause(),
            Command::Jump | Command::Find => return vec![self.messages().linear_jump().to_owned()],
            Command::SetMark | Command::GoMark => return vec![self.messages().linear_mark().to_owned()],
            Command::FindNext | Command::FindPrevious => {
                act::find_again(command == Command::FindNext, &mut self.app.state);
                let mut said = self.aside();
                said.extend(self.match_count().filter(|_| said.is_empty()));
                said.extend(self.clause_if_moved(before));
                return said;
            }
            _ if !command.row().is_spoken() => {
                return vec![self.messages().linear_needs_screen().to_owned()];
            }
            command => self.app.carry_out(command),
        }
        if self.app.state.hand.choice.is_some() {
            return self.translations();
        }
        self.clause_if_moved(before)
    }

    /// The document and the reading place, to tell whether a command has moved it.
    fn place(&self) -> Option<(NodeId, Option<u32>, usize)> {
        let session = self.session()?;
        Some((here(session), session.spot().at, Arc::as_ptr(&session.document) as usize))
    }

    fn clause_if_moved(&mut self, before: Option<(NodeId, Option<u32>, usize)>) -> Vec<String> {
        if self.place() == before { Vec::new() } else { self.clause() }
    }

    /// Goes forward or back by this many clauses, and returns their lines.
    fn step(&mut self, forward: bool, count: usize) -> Vec<String> {
        let mut said = Vec::new();
        for _ in 0..count {
            let Some(session) = self.app.state.panes.current_mut() else { break };
            let document = Arc::clone(&session.document);
            let mut at = here(session);
            // All lines of the masthead are read as one.
            if document.node(at).kind == Kind::MastheadLine && !forward {
                at = document.node(at).parent;
            }
            let next = if forward {
                (at.0 + 1..document.len() as u32).map(NodeId).find(|&id| stops(&document, id))
            } else {
                (0..at.0).rev().map(NodeId).find(|&id| stops(&document, id))
            };
            let Some(next) = next else {
                let messages = self.messages();
                let end = if forward { messages.the_end() } else { messages.the_beginning() };
                said.push(end.to_owned());
                break;
            };
            session.show(next, None);
            said.extend(self.clause());
        }
        said
    }

    fn go_end(&mut self, bottom: bool) -> Vec<String> {
        let Some(session) = self.app.state.panes.current_mut() else { return Vec::new() };
        let document = Arc::clone(&session.document);
        let mut ids = document.ids().filter(|&id| stops(&document, id));
        let id = if bottom { ids.next_back() } else { ids.next() };
        if let Some(id) = id {
            session.go(id);
        }
        self.clause()
    }

    /// Lines about the document as a whole.
    fn about(&self) -> Vec<String> {
        let Some(session) = self.session() else { return Vec::new() };
        let document = &session.document;
        let name = document.symbol().map_or_else(|| session.origin.name(), str::to_owned);
        let messages = self.messages();
        let language = document.language().map_or("", |language| messages.name(language));
        let counts = details::counts(document, messages);
        let known: Vec<&str> = [language, &counts].into_iter().filter(|words| !words.is_empty()).collect();
        let known = known.join(messages.semicolon());
        let parts = [&name, document.title().unwrap_or_default(), &known];
        let parts: Vec<&str> = parts.into_iter().filter(|words| !words.is_empty()).collect();
        let stop = messages.full_stop();
        vec![format!("{}{}", parts.join(stop), stop.trim_end())]
    }

    /// The position, the text of the current clause, and its notes and references.
    fn clause(&self) -> Vec<String> {
        let Some(session) = self.session() else {
            return vec![self.messages().linear_nothing_open().to_owned()];
        };
        let document = &session.document;
        let id = here(session);
        let mut said = vec![aloud::position(document, id, self.messages())];
        let row = session.table_row().filter(|(table, _)| *table == id).map(|(_, row)| row);
        if let (Some(row), Some(table), Some(place)) = (row, document.table(id), said.first_mut()) {
            place.push_str(&aloud::row(table, row, self.messages()));
        }
        said.extend(text(document, id, row));
        let pages = document.page_breaks();
        let body = document.node(id).body;
        if self.app.state.show_pages && pages.iter().any(|&at| body.contains(at as usize)) {
            said.push(self.messages().linear_page_ends().to_owned());
        }
        said.extend(attached(document, id, self.messages()));
        said
    }
}

/// The current node: the one that was gone to, or else the clause that a screen would make current.
fn here(session: &Session) -> NodeId {
    session.landed().unwrap_or(session.current())
}

/// Whether a node is read on its own.
fn stops(document: &Document, id: NodeId) -> bool {
    let node = document.node(id);
    match node.kind {
        Kind::Masthead => node.subtree_end.0 > id.0 + 1,
        Kind::MastheadLine => false,
        kind if kind.is_synthetic() => false,
        _ => !node.body.is_empty() || !node.label.is_empty(),
    }
}

/// The text of a node without that of its children, which are read after it. A masthead is read as one; of a
/// table, the row that was gone to, or else all rows.
fn text(document: &Document, id: NodeId, row: Option<usize>) -> Vec<String> {
    let masthead = match document.node(id).kind {
        Kind::Masthead => Some(id),
        Kind::MastheadLine => Some(document.node(id).parent),
        _ => None,
    };
    if let Some(masthead) = masthead {
        return document.children(masthead).map(|line| document.plain(document.node(line).body)).collect();
    }
    let node = document.node(id);
    if let Some(table) = document.table(id) {
        let rows = row.map_or(0..table.rows().len(), |row| row..row + 1);
        return rows.map(|row| rows::said(document, table, row)).filter(|said| !said.is_empty()).collect();
    }
    let words = document.plain(node.body);
    let lines: Vec<String> = if node.kind == Kind::Table {
        words.lines().map(str::to_owned).collect()
    } else {
        vec![words.split_whitespace().collect::<Vec<_>>().join(" ")]
    };
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

/// The number of links of a clause: "1 note, 2 references: v lists them".
fn attached(document: &Document, id: NodeId, messages: Messages) -> Option<String> {
    let links = links::of_clause(document, id);
    let own = document.node(id).body;
    let (notes, references): (Vec<_>, Vec<_>) = links
        .iter()
        .filter(|link| own.overlaps(link.span))
        .partition(|link| matches!(link.to, links::To::Note(_)));
    let count = |count: usize, said: Counted| (count > 0).then(|| said(messages, count));
    let notes = count(notes.len(), Messages::count_notes);
    let references = count(references.len(), Messages::count_references);
    let all = [notes, references].into_iter().flatten().collect::<Vec<_>>().join(messages.comma());
    (!all.is_empty()).then(|| messages.linear_attached(&all))
}

impl Linear {
    /// Returns the effects that the last line has asked for.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        self.app.take_effects()
    }

    fn actions(&mut self) -> Vec<String> {
        self.list = List::actions(&self.app.state);
        if self.list.is_none() { vec![self.messages().actions_none().to_owned()] } else { self.show_list() }
    }

    fn links(&mut self) -> Vec<String> {
        let Some(list) = List::links(&self.app.state) else {
            self.app.follow();
            return Vec::new();
        };
        self.list = Some(list);
        self.show_list()
    }
}
