//! Numbered lists of the line mode: matches of a query, the outline, links, and documents. A number typed
//! next chooses an entry.

use super::typed::Typed;
use super::{Linear, here};
use crate::app::cited::{self, Lead, Order, Side};
use crate::app::command::Command;
use crate::app::entry::first_words;
use crate::app::hand::{Translation, Wish};
use crate::app::links::{self, Goal, Link};
use crate::app::panes::{Aim, Sought};
use crate::app::shelf::{Card, Columns};
use crate::app::{absent, aloud};
use crate::document::{Anchor, Document, NodeId, Part, rows};
use crate::lang::Language;
use crate::library::Source;
use crate::library::actions::Row;
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::lookup::address;
use crate::lookup::jump::{Fit, Hit, Index};
use crate::text::width::ellipsize;
use crate::ui::overlay::listing;
use crate::ui::state::State;
use std::sync::Arc;

/// How many entries are printed at once; Enter prints more.
const PAGE: usize = 30;
/// The most paragraphs that a query lists.
pub(super) const HITS: usize = 20;
/// The width of an entry's text in cells.
pub(super) const WORDS: usize = 90;

#[derive(Debug)]
pub(super) enum Choice {
    /// A node, and the byte offset in it that was found.
    Node(NodeId, Option<u32>),
    /// A document, the place in it, and what is marked there.
    Document(Source, Option<Aim>, Option<Sought>),
    /// A link of a clause.
    Link(NodeId, Link),
    /// Where a reference leads.
    Goal(Goal),
}

#[derive(Debug)]
pub(super) struct List {
    entries: Vec<(String, Choice)>,
    /// How many entries have been printed.
    said: usize,
    /// Who cites or what is cited, to be put in another order or copied; and whether it was asked for a paragraph.
    cited: Option<(Side, Order, bool, Vec<cited::Line>)>,
}

impl List {
    pub(super) fn new(entries: Vec<(String, Choice)>) -> Self {
        Self { entries, said: 0, cited: None }
    }

    /// The notes and references of the current clause; `None` where it has none.
    pub(super) fn links(state: &State) -> Option<Self> {
        let session = state.panes.current()?;
        let (document, clause) = (&session.document, session.current());
        let entry = |link: Link| {
            let (label, words) = links::entry(document, clause, &link, &state.shelf, state.messages());
            (state.messages().labelled(&label, &words), Choice::Link(clause, link))
        };
        let entries: Vec<_> = links::of_clause(document, clause).into_iter().map(entry).collect();
        (!entries.is_empty()).then(|| Self::new(entries))
    }

    /// What the document asks for, in its order: by when, what, of whom, and in which words.
    pub(super) fn actions(state: &State) -> Option<Self> {
        let session = state.panes.current()?;
        let document = &session.document;
        let rows = Row::all(document, &Part::whole(document), &session.origin);
        let entry = |row: Row| {
            let id = document.resolve(&Anchor(row.anchor.clone()))?;
            let parts = [state.spoken(id), row.task.due(), row.task.what.code().to_owned(), row.task.by()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let flat = row.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let words = ellipsize(&flat, WORDS);
            let said = state.messages().labelled(&parts.join(state.messages().comma()), &words);
            Some((said, Choice::Node(id, None)))
        };
        let entries: Vec<_> = rows.into_iter().filter_map(entry).collect();
        (!entries.is_empty()).then(|| Self::new(entries))
    }

    /// Whether what was typed is the number of an entry.
    pub(super) fn is_choice(&self, typed: &str) -> bool {
        typed.parse().is_ok_and(|number: usize| (1..=self.entries.len()).contains(&number))
    }

    /// Whether what was typed puts the list in another order or copies it.
    pub(super) fn obeys(&self, typed: &Typed) -> bool {
        self.cited.is_some() && matches!(typed, Typed::Command(Command::Sort | Command::CopyList))
    }

    pub(super) fn has_more(&self) -> bool {
        self.said < self.entries.len()
    }
}

impl Linear {
    /// Prints the first page of the list, or the next one.
    pub(super) fn show_list(&mut self) -> Vec<String> {
        let Some(mut list) = self.list.take() else { return Vec::new() };
        let numbered = list.entries.iter().enumerate().skip(list.said).take(PAGE);
        let mut said: Vec<String> =
            numbered.map(|(index, (words, _))| format!("{}. {words}", index + 1)).collect();
        list.said += said.len();
        let rest = list.entries.len() - list.said;
        said.push(if rest > 0 {
            self.messages().linear_choose_more(rest)
        } else {
            self.messages().linear_choose().to_owned()
        });
        self.list = Some(list);
        said
    }

    pub(super) fn more(&mut self, list: List) -> Vec<String> {
        self.list = Some(list);
        self.show_list()
    }

    pub(super) fn choose(&mut self, list: List, typed: &str) -> Vec<String> {
        let chosen = typed.parse::<usize>().ok().and_then(|number| list.entries.get(number.checked_sub(1)?));
        let before = self.place();
        match chosen {
            Some((_, Choice::Node(id, at))) => {
                if let Some(session) = self.app.state.panes.current_mut() {
                    session.go_into(*id, *at);
                }
                return self.clause();
            }
            Some((_, Choice::Document(source, aim, sought))) => {
                let open = self.session().is_some_and(|session| session.origin == *source);
                if open && aim.is_none() {
                    return self.clause();
                }
                self.app.state.open_marked(source, aim.clone(), sought.clone());
            }
            Some((_, choice @ (Choice::Link(..) | Choice::Goal(_)))) => {
                let state = &mut self.app.state;
                let goal = match choice {
                    Choice::Link(clause, link) => {
                        state.document().map(|document| links::goal(document, *clause, link))
                    }
                    Choice::Goal(goal) => Some(goal.clone()),
                    _ => None,
                };
                if let Some(goal) = goal {
                    state.visit(goal);
                }
                // A link that leads nowhere keeps the list open.
                let state = &mut self.app.state;
                let goes = state.panes.focused().loading.is_some() || state.hand.wish.is_some();
                if !goes && self.place() == before {
                    self.list = Some(list);
                }
            }
            None => {}
        }
        self.clause_if_moved(before)
    }

    /// Goes to an address or searches for words, as the jump box does.
    pub(super) fn jump(&mut self, query: &str) -> Vec<String> {
        let Some(session) = self.app.state.panes.current_mut() else { return self.clause() };
        if query.is_empty() {
            return self.outline();
        }
        let document = Arc::clone(&session.document);
        let language = document.language().map(Language::code);
        if let Some(other) = Wish::typed(query, document.symbol(), language) {
            self.app.state.wish(other);
            return Vec::new();
        }
        let index = session.index.get_or_insert_with(|| Arc::new(Index::new(&document))).clone();
        let found = index.search(&document, query, here(session), HITS);
        // A number goes to the paragraph with it, as Enter in the jump box does, even if other paragraphs
        // contain it.
        let meant = address::meant(query, &document, here(session));
        let first = found.hits.first().filter(|_| !found.missing && found.fit == Fit::All);
        if let Some(first) = first.filter(|first| found.hits.len() == 1 || meant == Some(first.node)) {
            session.go_into(first.node, first.marks.first().map(|mark| mark.start));
            return self.clause();
        }
        if found.hits.is_empty() {
            let messages = self.messages();
            return vec![if found.missing {
                absent::sentence(query, query, &document, messages)
            } else {
                messages.linear_nothing_matches(query)
            }];
        }
        let state = &self.app.state;
        let entry = |hit: &Hit| {
            let at = hit.marks.first().map(|mark| mark.start);
            (entry(&document, hit.node, at, state), Choice::Node(hit.node, at))
        };
        self.list = Some(List::new(found.hits.iter().map(entry).collect()));
        let mut said = Vec::new();
        if found.missing {
            said.push(self.messages().linear_near().to_owned());
        } else if found.fit == Fit::Most {
            said.push(self.messages().jump_most().to_owned());
        } else if found.fit == Fit::Letters {
            said.push(self.messages().jump_letters().to_owned());
        }
        said.extend(self.show_list());
        said
    }

    /// Searches for literal text, and goes to the first match from here on.
    pub(super) fn find(&mut self, query: &str) -> Vec<String> {
        let Some(session) = self.app.state.panes.current_mut() else { return self.clause() };
        let query = if query.is_empty() { session.found.query.clone() } else { query.to_owned() };
        match session.search(&query, session.found.regex, here(session)) {
            Ok(found) => {
                self.seeking = Some(std::mem::replace(&mut session.found, found));
                self.sought()
            }
            Err(problem) => vec![problem],
        }
    }

    /// Goes to the first match once the whole document is searched.
    pub(super) fn sought(&mut self) -> Vec<String> {
        let Some(session) = self.app.state.panes.current_mut() else { return Vec::new() };
        if session.found.growing().is_some() {
            return Vec::new();
        }
        let Some(before) = self.seeking.take() else { return Vec::new() };
        let from = here(session);
        let Some(at) = session.found.first((from, 0)) else {
            let query = std::mem::replace(&mut session.found, before).query;
            return vec![self.messages().linear_not_found(&query)];
        };
        session.found.at = Some(at);
        if let Some(&(node, span)) = session.found.hits.get(at) {
            session.go_into(node, Some(span.start));
        }
        let mut said: Vec<String> = self.match_count().into_iter().collect();
        said.extend(self.clause());
        said
    }

    /// The current match and their number: "place 2 of 7".
    pub(super) fn match_count(&self) -> Option<String> {
        let found = &self.session()?.found;
        let at = found.ordinal()?;
        Some(self.messages().linear_match(found.name(), at, found.known()))
    }

    pub(super) fn outline(&mut self) -> Vec<String> {
        let Some(session) = self.app.state.panes.current_mut() else { return self.clause() };
        let document = Arc::clone(&session.document);
        session.outline.unfold_all(&document);
        let nodes: Vec<NodeId> = session.outline.entries().iter().map(|entry| entry.node).collect();
        let state = &self.app.state;
        let entries =
            nodes.into_iter().map(|id| (entry(&document, id, None, state), Choice::Node(id, None))).collect();
        self.list = Some(List::new(entries));
        self.show_list()
    }

    /// The versions in other languages, where the reader is to choose.
    pub(super) fn translations(&mut self) -> Vec<String> {
        let Some(choice) = self.app.state.hand.choice.take() else { return Vec::new() };
        let (messages, aim) = (self.messages(), self.app.state.same_place());
        let entry = |version: Translation| {
            (messages.name(version.language).to_owned(), Choice::Document(version.origin, aim.clone(), None))
        };
        self.list = Some(List::new(choice.into_iter().map(entry).collect()));
        self.show_list()
    }

    /// Asks who cites the clause that is read and its document, or lists what they cite.
    pub(super) fn citing(&mut self, side: Side) -> Vec<String> {
        let Some(session) = self.session() else { return self.clause() };
        let (document, here) = (Arc::clone(&session.document), here(session));
        if side == Side::Cites {
            let part = cited::part(&document, here);
            let all = cited::cited(&document, part);
            return self.list_cited(side, Order::First, part.is_some(), all);
        }
        let messages = self.messages();
        let state = &mut self.app.state;
        if !state.enquiries.there {
            return vec![messages.no_library().to_owned()];
        }
        let Some(symbol) = document.symbol() else { return vec![messages.cited_nothing().to_owned()] };
        let enquiry = Enquiry::CitedBy { typed: symbol.to_owned(), language: document.language() };
        state.enquire(Purpose::CitedBy, enquiry);
        Vec::new()
    }

    /// Lists those who cite the document, once the library has told of them.
    pub(super) fn cited(&mut self) -> Vec<String> {
        let passages = match self.app.state.enquiries.take(Purpose::CitedBy) {
            Some(Reply::Passages(passages)) => passages,
            Some(Reply::Failed(sentence)) => return vec![sentence],
            _ => return Vec::new(),
        };
        let Some(session) = self.session() else { return Vec::new() };
        let document = Arc::clone(&session.document);
        let part = cited::part(&document, here(session));
        let all = cited::citing(&document, part, passages);
        self.list_cited(Side::CitedBy, Order::First, part.is_some(), all)
    }

    /// The counts, and the lines of the paragraph before those of the rest of the document.
    fn list_cited(&mut self, side: Side, order: Order, of_part: bool, all: Vec<cited::Line>) -> Vec<String> {
        let messages = self.messages();
        if all.is_empty() {
            let by = side == Side::CitedBy;
            return vec![if by { messages.cited_nothing() } else { messages.cites_nothing() }.to_owned()];
        }
        let count = |whole| cited::count(&all, whole, side, messages);
        let part = of_part.then(|| messages.cited_part(&count(false)));
        let mut said: Vec<String> = part.into_iter().chain([messages.cited_whole(&count(true))]).collect();
        let entry = |line: &cited::Line| {
            let at = line.at(messages);
            let parts = match side {
                Side::CitedBy => [line.name.as_str(), line.place.as_str()],
                Side::Cites => [line.name.as_str(), at.as_str()],
            };
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let words = ellipsize(&line.text, WORDS);
            let choice = match &line.lead {
                Lead::Paragraph(origin, anchor, _) => {
                    Choice::Document(origin.clone(), Some(Aim::Anchors(vec![anchor.clone()])), None)
                }
                Lead::Goal(goal) => Choice::Goal(goal.clone()),
                Lead::Nowhere => Choice::Goal(Goal::Nothing(line.name.clone())),
            };
            (messages.labelled(&parts.join(messages.comma()), words.trim()), choice)
        };
        let listed = order.of(&all, true).into_iter().filter_map(|index| all.get(index));
        let (near, rest): (Vec<_>, Vec<_>) = listed.partition(|line| line.near);
        let entries = near.into_iter().chain(rest).map(entry).collect();
        self.list = Some(List { cited: Some((side, order, of_part, all)), ..List::new(entries) });
        said.push(messages.linear_cited().to_owned());
        said.extend(self.show_list());
        said
    }

    /// Puts who cites or what is cited in another order, or copies it as a table.
    pub(super) fn arrange(&mut self, list: List, copied: bool) -> Vec<String> {
        let Some((side, order, of_part, all)) = list.cited else { return Vec::new() };
        let messages = self.messages();
        if !copied {
            let order = order.next(side);
            let mut said = vec![order.said(side, messages).to_owned()];
            said.extend(self.list_cited(side, order, of_part, all));
            return said;
        }
        let command = if side == Side::CitedBy { Command::CitedBy } else { Command::Cites };
        let state = &mut self.app.state;
        let what = state.document().and_then(|document| document.symbol()).unwrap_or_default().to_owned();
        let lines = order.of(&all, true).into_iter().filter_map(|index| all.get(index));
        let rows = lines.map(|line| line.cells(side));
        listing::copy(rows, cited::Line::columns(side), (&what, command.row().id), state);
        self.list = Some(List { cited: Some((side, order, of_part, all)), ..list });
        Vec::new()
    }

    pub(super) fn documents(&mut self) -> Vec<String> {
        self.app.state.catalogue();
        if self.app.state.is_looking() {
            self.listing = true;
            return Vec::new();
        }
        let cards = &self.app.state.shelf.cards();
        let library = self.app.state.enquiries.there.then(|| self.messages().linear_library().to_owned());
        if cards.is_empty() {
            return vec![library.unwrap_or_else(|| self.messages().linear_no_documents().to_owned())];
        }
        let messages = self.messages();
        let entry = |card: &Card| {
            let line = card.line(Columns::of(std::slice::from_ref(card)), messages);
            (line, Choice::Document(card.origin.clone(), None, None))
        };
        let entries = cards.iter().map(entry).collect();
        self.list = Some(List::new(entries));
        let mut said = self.show_list();
        said.extend(library);
        said
    }
}

/// An entry for a node: its position and first words, or the words of the table row that was found.
fn entry(document: &Document, id: NodeId, at: Option<u32>, state: &State) -> String {
    let mut place = aloud::position(document, id, state.messages());
    if document.node(id).kind.is_synthetic() {
        return place;
    }
    if let Some((table, at)) = document.table(id).zip(at) {
        let row = table.row_of(at);
        place.push_str(&aloud::row(table, row, state.messages()));
        return state.messages().labelled(&place, &rows::said(document, table, row));
    }
    let words = first_words(document, id, WORDS);
    if words.is_empty() { place } else { state.messages().labelled(&place, &words) }
}
