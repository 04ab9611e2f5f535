//! The jump box: takes a number or words, and shows the paragraph at once in the text above.

use super::help::Tip;
use super::{Flow, Overlay, Places, query_line, rule, select};
use crate::app::absent;
use crate::app::command::{Command, Scope};
use crate::app::event::{Effect, Question};
use crate::app::hand::Wish;
use crate::app::session::Spot;
use crate::app::ticket::Claim;
use crate::document::{Document, Kind, NodeId, Span, naming, rows};
use crate::lang::Language;
use crate::lookup::jump::{Fit, Ranking};
use crate::text::width;
use crate::ui::excerpt::Excerpt;
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::Line;
use crate::ui::state::State;
use std::collections::HashSet;
use std::sync::Arc;

/// The most hits that are listed.
const LIMIT: usize = 200;
/// In bytes of text and of the query. Up to these lengths what is typed is looked up at once, and else on another
/// thread.
const AT_ONCE: usize = 300_000;
const LONG: usize = 200;
/// How many characters of the query count.
const LONGEST: usize = 2000;

#[derive(Debug)]
pub(crate) struct Jump {
    input: Input,
    cursor: Cursor,
    /// Another document that is meant, in the first row.
    other: Option<Wish>,
    hits: Vec<(NodeId, Vec<Span>)>,
    total: usize,
    /// What was typed is an address that does not exist.
    missing: bool,
    /// How much of what was typed is in what is listed.
    fit: Fit,
    /// What is listed is for what was typed before.
    stale: bool,
    /// The exact reading place before the box opened.
    from: Spot,
    here: NodeId,
    page: usize,
}

impl Jump {
    /// Opens the box on the current paragraph. `typed` is the digit that opened it, or empty.
    pub(crate) fn new(typed: &str, state: &mut State) -> Option<Self> {
        let session = state.panes.current_mut()?;
        session.found.at = None;
        let mut jump = Self {
            input: Input::new(typed),
            cursor: Cursor::default(),
            other: None,
            hits: Vec::new(),
            total: 0,
            missing: false,
            fit: Fit::All,
            stale: false,
            from: session.spot(),
            here: session.current(),
            page: 1,
        };
        jump.search(state);
        Some(jump)
    }

    fn search(&mut self, state: &mut State) {
        let Some(session) = state.panes.current_mut() else { return };
        (session.asking, session.answer) = (None, None);
        let document = &Arc::clone(&session.document);
        let query: String = self.input.text().trim_start().chars().take(LONGEST).collect();
        if query.is_empty() {
            self.other = None;
            self.hits = document
                .ids()
                .filter(|&id| {
                    let kind = document.node(id).kind;
                    let heading = kind == Kind::Heading && naming::named(document, id).is_none();
                    kind.is_clause() || kind.is_scope() || heading
                })
                .map(|id| (id, Vec::new()))
                .collect();
            (self.total, self.missing, self.fit, self.stale) = (self.hits.len(), false, Fit::All, false);
            self.cursor.at = self.hits.partition_point(|(id, _)| *id <= self.here).saturating_sub(1);
        } else {
            self.other = wish(&query, document);
            let at_once = document.text().len() <= AT_ONCE && query.len() <= LONG;
            let known = session.index.clone().filter(|_| at_once);
            // An address can be found even before the index is built or searched.
            let ranking = known.unwrap_or_default().search(document, &query, self.here, LIMIT);
            if let Some(index) = session.index.clone().filter(|_| !at_once) {
                let (claim, document) = (Claim::default(), Arc::clone(document));
                let question = Question { document, index, query, from: self.here, limit: LIMIT };
                state.effects.push(Effect::Rank(claim.ticket(), question));
                session.asking = Some(claim);
            }
            // What is listed stays until there is something new to list.
            self.stale = session.asking.is_some() && ranking.hits.is_empty() && self.other.is_none();
            if !self.stale {
                self.cursor = Cursor::default();
                self.list(ranking, document);
            }
        }
        self.preview(state);
    }

    fn list(&mut self, ranking: Ranking, document: &Document) {
        let chosen = self.selected().map(|(id, _)| *id).filter(|_| self.cursor.at > 0);
        (self.total, self.missing, self.fit) = (ranking.total, ranking.missing, ranking.fit);
        // A section and the heading that names it are one line.
        let mut listed = HashSet::new();
        let hits = ranking.hits.into_iter().map(|hit| (hit.node, hit.marks));
        self.hits = hits.filter(|(node, _)| listed.insert(scope(document, *node))).collect();
        let at = chosen.and_then(|chosen| self.hits.iter().position(|(id, _)| *id == chosen));
        self.cursor.at = at.map_or(0, |at| at + self.others());
    }

    /// How many rows there are before the hits.
    fn others(&self) -> usize {
        usize::from(self.other.is_some())
    }

    fn rows(&self) -> usize {
        self.hits.len() + self.others()
    }

    /// The hit that is selected; `None` where that is another document, or nothing.
    fn selected(&self) -> Option<&(NodeId, Vec<Span>)> {
        self.hits.get(self.cursor.at.checked_sub(self.others())?)
    }

    /// Gives back what the box has changed in the text.
    fn leave(&self, state: &mut State) {
        if let Some(session) = state.panes.current_mut() {
            (session.asking, session.answer) = (None, None);
            session.matched.clear();
            session.restore(self.from);
        }
    }

    /// Takes in the answer to what the query means, where there is one.
    fn take_in(&mut self, state: &mut State) {
        let answer = state.panes.current_mut().and_then(|session| session.answer.take());
        let Some(answer) = answer else { return };
        if std::mem::take(&mut self.stale) {
            self.cursor = Cursor::default();
        }
        if let Some(document) = state.document() {
            self.list(answer, document);
        }
        self.preview(state);
    }

    fn preview(&self, state: &mut State) {
        let selected = self.selected().filter(|_| !self.input.text().trim().is_empty() || self.moved());
        let Some(session) = state.panes.current_mut() else { return };
        if let Some((id, marks)) = selected {
            session.show(*id, marks.first().map(|mark| mark.start));
            session.matched.clone_from(marks);
        } else {
            session.restore(self.from);
            session.matched.clear();
        }
    }

    /// What is said where nothing is listed, or nothing that is quite what was typed.
    fn shortcoming(&self, document: &Document, cells: u16, state: &State) -> Line {
        let (messages, typed) = (state.messages(), self.input.text());
        let session = state.panes.current();
        let waiting = session.is_some_and(|session| session.index.is_none() && session.indexing.is_some());
        let words = if self.missing {
            absent::sentence(typed, typed, document, messages)
        } else if self.fit == Fit::Most {
            messages.jump_most().to_owned()
        } else if self.fit == Fit::Letters {
            messages.jump_letters().to_owned()
        } else if self.stale || waiting {
            messages.jump_waiting().to_owned()
        } else {
            messages.jump_nothing().to_owned()
        };
        let mut line = Line::default();
        line.put(2, &width::ellipsize(&words, usize::from(cells.saturating_sub(3))), state.theme.dim);
        line
    }

    /// Whether the user moved in the list that is shown before anything is typed.
    fn moved(&self) -> bool {
        self.selected().is_some_and(|(id, _)| *id != self.here)
    }
}

/// Another document that a query means.
fn wish(query: &str, document: &Document) -> Option<Wish> {
    Wish::typed(query, document.symbol(), document.language().map(Language::code))
}

/// What a row says of it: "A/RES/78/229, op7  Title".
fn said(other: &Wish, state: &State) -> String {
    let messages = state.messages();
    match other {
        Wish::Symbol { symbol, paragraph, language } => {
            let at = paragraph.as_ref().map_or(String::new(), |at| format!("{}{at}", messages.comma()));
            let card = state.shelf.with_symbol(symbol, *language, None);
            let title = card.and_then(|card| card.title.as_deref()).unwrap_or(messages.another_document());
            format!("{symbol}{at}  {title}")
        }
        Wish::Step { forward: false } => messages.command_previous_document().to_owned(),
        Wish::Step { .. } | Wish::Translation => messages.command_next_document().to_owned(),
        Wish::Quit => messages.command_quit().to_owned(),
    }
}

/// The section that a heading names, and of other nodes the node itself.
fn scope(document: &Document, id: NodeId) -> NodeId {
    naming::named(document, id).unwrap_or(id)
}

/// Whether the first that matched in a clause is its opening verb, or nothing did.
fn begins_in_opener(document: &Document, id: NodeId, marks: &[Span]) -> bool {
    let node = document.node(id);
    marks.first().is_none_or(|mark| mark.start < node.body.start + u32::from(node.opener))
}

impl Overlay for Jump {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        self.take_in(state);
        if self.input.edit(command) {
            self.search(state);
            return Flow::Done;
        }
        if self.cursor.step(command, self.rows(), self.page) {
            self.preview(state);
            return Flow::Done;
        }
        match command {
            Command::Accept => {
                if let Some(session) = state.panes.current_mut() {
                    session.matched.clear();
                }
                if self.stale {
                    state.say(state.messages().jump_waiting());
                    return Flow::Done;
                }
                if let Some(other) = self.other.clone().filter(|_| self.cursor.at == 0) {
                    self.leave(state);
                    state.wish(other);
                    return Flow::Close;
                }
                let Some((id, _)) = self.selected().cloned() else {
                    let query = self.input.text().to_owned();
                    // An address that is not there needs no other words.
                    if self.missing {
                        self.leave(state);
                        state.say_absent(&query, &query);
                        return Flow::Close;
                    }
                    state.say(state.messages().jump_nothing_query(&query));
                    return Flow::Done;
                };
                if let Some(session) = state.panes.current_mut() {
                    (session.asking, session.answer) = (None, None);
                    session.stay(id, self.from);
                }
                Flow::Close
            }
            Command::Cancel => {
                self.leave(state);
                Flow::Close
            }
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        self.input.insert(typed);
        self.search(state);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) -> Flow {
        let session = state.panes.current();
        if session.is_some_and(|session| session.answer.is_some()) {
            self.take_in(state);
        } else if session.is_some_and(|session| session.asking.is_none()) {
            self.search(state);
        }
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.leave(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let near = (self.missing || self.fit != Fit::All) && !self.hits.is_empty() && self.other.is_none();
        let rows = most.saturating_sub(2 + u16::from(near)).min(8);
        self.page = usize::from(rows.max(1));
        let at = if self.rows() == 0 { 0 } else { self.cursor.at + 1 };
        let count = format!("{at}/{}", self.total.max(self.hits.len()) + self.others());
        let count = if self.stale { "…".to_owned() } else { count };
        let mut lines = vec![rule(cells, state), query_line(": ", self.input.text(), &count, cells, state)];
        let Some(session) = state.panes.current() else { return lines };
        let document = &session.document;
        if near {
            lines.push(self.shortcoming(document, cells, state));
        }
        let window = self.cursor.window(self.rows(), self.page);
        let others = self.others();
        if let Some(other) = self.other.as_ref().filter(|_| window.start == 0) {
            let mut line = Line::default();
            let style = select(&mut line, self.cursor.at == 0, state);
            line.put(2, &width::ellipsize(&said(other, state), usize::from(cells.saturating_sub(3))), style);
            lines.push(line);
        }
        let window = window.start.saturating_sub(others)..window.end.saturating_sub(others);
        let shown = self.hits.get(window.clone()).unwrap_or_default();
        let places = Places::new(document, shown.iter().map(|(id, _)| scope(document, *id)), cells);
        // The column of the verbs is as wide as the widest of those that are shown.
        let apart = shown.iter().filter(|(id, marks)| cells > 60 && !begins_in_opener(document, *id, marks));
        let widest = apart.map(|(id, _)| width::width(&width::ellipsize(document.opener(*id), 14))).max();
        let verbs = widest.map_or(0, |widest| widest as u16 + 2);
        for (row, index) in window.enumerate() {
            let Some((id, marks)) = self.hits.get(index) else { continue };
            let selected = index + others == self.cursor.at;
            let node = document.node(*id);
            let mut line = Line::default();
            let base = select(&mut line, selected, state);
            places.put(row, &mut line, state.theme.number);
            let opener = width::ellipsize(document.opener(*id), 14);
            let excerpt_at = places.end();
            let verb = if opener.is_empty() { 0 } else { verbs };
            let in_opener = begins_in_opener(document, *id, marks);
            if verb > 0 && !in_opener {
                line.put(excerpt_at, &opener, state.theme.opener);
            }
            let x = if in_opener { excerpt_at } else { excerpt_at + verb };
            let name = naming::name(document, *id).map(|name| document.node(name).body);
            let mut body = if let Some(name) = name {
                name
            } else if node.body.is_empty() {
                node.label
            } else {
                rows::around(document, *id, marks.first().map(|mark| mark.start))
            };
            if verb > 0 && !in_opener {
                body.start = (body.start + u32::from(node.opener)).min(body.end);
                body.start += u32::from(document.slice(body).starts_with(' '));
            }
            let excerpt =
                Excerpt { document, body, marks, base, hit: state.theme.hit, mirrored: state.is_mirrored() };
            excerpt.put(&mut line, x, cells.saturating_sub(x));
            lines.push(line);
        }
        if self.rows() == 0 {
            lines.push(self.shortcoming(document, cells, state));
        }
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.input, 2, 1))
    }

    fn tips(&self, state: &State) -> Vec<Tip> {
        let messages = state.messages();
        vec![
            (messages.help_jump_place_keys(), messages.help_jump_place()),
            (messages.help_jump_words_keys(), messages.help_jump_words()),
            (messages.help_jump_other_keys(), messages.help_jump_other()),
        ]
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_jump().to_owned()
    }

    fn settle(&mut self, state: &mut State) {
        let Some((id, marks)) = self.selected() else { return };
        if let Some(session) = state.panes.current_mut()
            && session.landed() == Some(*id)
        {
            session.show(*id, marks.first().map(|mark| mark.start));
        }
    }
}
