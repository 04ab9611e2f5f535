//! The notes and references of a clause, one at a time at the foot; the place above is untouched.

use super::sheet::entry_lines;
use super::{Flow, Overlay, rule};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::app::links::{self, Link, To};
use crate::app::session::Spot;
use crate::document::{Document, NodeId, Target, naming};
use crate::messages::Messages;
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Links {
    clause: NodeId,
    all: Vec<Link>,
    at: usize,
    from: Spot,
    page: usize,
    top: usize,
}

impl Links {
    /// `None` where the current clause has neither note nor reference.
    pub(crate) fn new(state: &mut State) -> Option<Self> {
        let session = state.panes.current()?;
        let clause = session.current();
        let all = links::of_clause(&session.document, clause);
        let first = all.first()?.span;
        state.active = Some(first);
        Some(Self { clause, all, at: 0, from: session.spot(), page: 1, top: 0 })
    }

    /// The link at a byte of a node's text, and whether a click on it goes there at once: a note is shown first.
    pub(crate) fn over(node: NodeId, at: u32, state: &mut State) -> Option<(Self, bool)> {
        let session = state.panes.current()?;
        let document = &session.document;
        let holds = |link: &Link| (link.span.start..link.span.end).contains(&at);
        // The clause has the links of what stands under it as well; the nearest that has this one is taken.
        let owners = std::iter::once(node).chain(document.ancestors(node));
        let (clause, all, index) = owners
            .map(|owner| (owner, links::of_clause(document, owner)))
            .find_map(|(owner, all)| all.iter().position(holds).map(|index| (owner, all, index)))?;
        let link = all.get(index)?;
        state.active = Some(link.span);
        let links = Self { clause, at: index, from: session.spot(), page: 1, top: 0, all };
        let follow = matches!(links.all.get(index)?.to, To::Reference(_)) && links.leads_somewhere(state);
        Some((links, follow))
    }

    /// What each leads to, for a list.
    pub(crate) fn entries(&self, state: &State) -> Vec<String> {
        let Some(document) = state.document() else { return Vec::new() };
        let entries = self.all.iter().map(|link| self.entry(document, link, state));
        entries.map(|(label, words)| format!("{label}: {words}")).collect()
    }

    /// Follows one of them.
    pub(crate) fn choose(&mut self, index: usize, state: &mut State) {
        self.at = index;
        // Where it leads nowhere that has been said.
        let _ = self.follow(false, state);
    }

    fn step(&mut self, forward: bool, state: &mut State) {
        let len = self.all.len();
        self.at = if forward { (self.at + 1) % len } else { (self.at + len - 1) % len };
        self.top = 0;
        state.active = self.all.get(self.at).map(|link| link.span);
        self.settle(state);
    }

    fn close(&self, state: &mut State) {
        state.active = None;
        if let Some(session) = state.panes.current_mut() {
            session.restore(self.from);
        }
    }

    /// Goes where the link leads; where that is not at hand, it is said, with a hint at a key where there are keys.
    fn follow(&mut self, hint: bool, state: &mut State) -> Flow {
        let Some(link) = self.all.get(self.at).cloned() else { return Flow::Close };
        let Some(document) = state.document().cloned() else { return Flow::Close };
        let target = match &link.to {
            To::Note(note) => Some(*note),
            To::Reference(target) => links::own_target(&document, self.clause, target),
        };
        if let Some(id) = target {
            self.close(state);
            state.go(id);
            return Flow::Close;
        }
        let To::Reference(reference) = &link.to else { return Flow::Done };
        let symbol = symbol_of(reference);
        let language = document.language().map(crate::document::Language::code);
        let held = symbol.and_then(|symbol| state.shelf.with_symbol(symbol, language));
        if let Some(origin) = held.map(|card| card.origin.clone()) {
            self.close(state);
            state.load(origin);
            return Flow::Close;
        }
        let what = symbol.unwrap_or_else(|| document.slice(link.span)).to_owned();
        let messages = state.messages();
        let mut notice = messages.link_not_open(&what);
        // On plain lines there is no key that copies it.
        if hint {
            notice = format!("{notice}{}{}", messages.semicolon(), messages.link_copies());
        }
        state.say(notice);
        Flow::Done
    }

    /// Enter has something to go to.
    fn leads_somewhere(&self, state: &State) -> bool {
        let (Some(document), Some(link)) = (state.document(), self.all.get(self.at)) else { return false };
        match &link.to {
            To::Note(_) => true,
            To::Reference(target) => {
                let held =
                    symbol_of(target).is_some_and(|symbol| state.shelf.with_symbol(symbol, None).is_some());
                held || links::own_target(document, self.clause, target).is_some()
            }
        }
    }

    /// Label and words of what the link leads to.
    fn entry(&self, document: &Document, link: &Link, state: &State) -> (String, String) {
        match &link.to {
            To::Note(note) => {
                let marker = naming::marker(document.label(*note));
                (state.messages().link_note(&marker), document.own_text(*note))
            }
            To::Reference(target) => {
                let own = links::own_target(document, self.clause, target);
                let words = own.map_or_else(|| describe(target, state), |id| document.own_text(id));
                let printed = document.slice(link.span).split_whitespace().collect::<Vec<_>>().join(" ");
                // "4" of "paragraphs 3 and 4" says too little by itself.
                let bare = printed.chars().all(|c| !c.is_alphabetic());
                (own.filter(|_| bare).map_or(printed, |id| state.spoken(id)), words)
            }
        }
    }
}

fn symbol_of(target: &Target) -> Option<&str> {
    match target {
        Target::Resolution { symbol, .. } | Target::Decision { symbol } | Target::Document { symbol, .. } => {
            Some(symbol)
        }
        Target::Own { .. } | Target::Charter { .. } | Target::Note { .. } => None,
    }
}

/// An address of another document as one says it: `op5(e)` is "para. 5 (e)".
fn aloud(address: &str, messages: Messages) -> String {
    let spaced = address.replacen('(', " (", 1);
    match (spaced.strip_prefix("op"), spaced.strip_prefix("pp")) {
        (Some(number), _) => messages.link_paragraph(number),
        (_, Some(number)) => messages.link_preambular(number),
        _ if spaced.starts_with(|c: char| c.is_ascii_digit()) => messages.link_paragraph(&spaced),
        _ => spaced.replace('.', messages.comma()),
    }
}

/// What a reference to something else is, in words.
fn describe(target: &Target, state: &State) -> String {
    let messages = state.messages();
    let at = |paragraph: &Option<String>| {
        let paragraph = paragraph.as_ref();
        paragraph.map_or_else(String::new, |at| format!("{}{}", messages.comma(), aloud(at, messages)))
    };
    let held = |symbol: &str| match state.shelf.with_symbol(symbol, None) {
        Some(card) => format!(" — {}", messages.link_opens(card.title.as_deref().unwrap_or_default())),
        None => String::new(),
    };
    match target {
        Target::Resolution { symbol, paragraph } => {
            format!("{}{}{}", messages.link_resolution(symbol), at(paragraph), held(symbol))
        }
        Target::Decision { symbol } => format!("{}{}", messages.link_decision(symbol), held(symbol)),
        Target::Document { symbol, paragraph } => {
            format!("{}{}{}", messages.link_document(symbol), at(paragraph), held(symbol))
        }
        Target::Own { paragraph } => messages.link_missing(paragraph),
        Target::Charter { article, paragraph } => {
            format!("{}{}", messages.link_charter(article), at(paragraph))
        }
        Target::Note { marker } => messages.link_note(marker),
    }
}

impl Overlay for Links {
    fn scope(&self) -> Scope {
        Scope::Sheet
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::SheetNext => self.step(true, state),
            Command::SheetPrevious => self.step(false, state),
            Command::SheetDown => self.top += 1,
            Command::SheetUp => self.top = self.top.saturating_sub(1),
            Command::SheetFollow => return self.follow(true, state),
            Command::SheetCopy => {
                let Some(document) = state.document().cloned() else { return Flow::Close };
                let Some(link) = self.all.get(self.at) else { return Flow::Close };
                let text = match &link.to {
                    To::Note(note) => document.own_text(*note),
                    To::Reference(target) => {
                        symbol_of(target).map_or_else(|| document.slice(link.span).to_owned(), str::to_owned)
                    }
                };
                state.effects.push(Effect::Copy(text));
                let sent = state.sent();
                state.say(sent);
            }
            Command::SheetClose => {
                self.close(state);
                return Flow::Close;
            }
            _ => return Flow::Pass,
        }
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let mut lines = vec![rule(cells, state)];
        let (Some(document), Some(link)) = (state.document(), self.all.get(self.at)) else { return lines };
        let (label, words) = self.entry(document, link, state);
        let count = format!("{}/{}", self.at + 1, self.all.len());
        let entries = if crate::text::width::width(&label) <= 20 {
            vec![(label, words)]
        } else {
            vec![(String::new(), label), (String::new(), words)]
        };
        let body = entry_lines(&entries, cells.saturating_sub(6), state);
        self.page = usize::from(most.saturating_sub(1)).max(1);
        self.top = self.top.min(body.len().saturating_sub(self.page));
        lines.extend(body.into_iter().skip(self.top).take(self.page));
        if let Some(first) = lines.get_mut(1) {
            let wide = crate::text::width::width(&count) as u16;
            first.put(cells.saturating_sub(wide + 1), &count, state.theme.dim);
        }
        lines
    }

    fn hints(&self, state: &State) -> String {
        let messages = state.messages();
        let next = (self.all.len() > 1).then(|| messages.hints_next());
        let follow = self.leads_somewhere(state).then(|| messages.hints_follow());
        [next, follow, Some(messages.hints_sheet())].into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// The link stays in sight above the sheet.
    fn settle(&mut self, state: &mut State) {
        let Some(link) = self.all.get(self.at) else { return };
        let Some(session) = state.panes.current_mut() else { return };
        let seen = |session: &crate::app::session::Session| session.sees(link.span);
        if !seen(session) {
            session.restore(self.from);
        }
        if !seen(session) {
            let document = &session.document;
            let end = document.node(self.clause).subtree_end.0;
            let holds = |id: &NodeId| document.node(*id).body.overlaps(link.span);
            let node = (self.clause.0..end).map(NodeId).find(holds).unwrap_or(self.clause);
            session.show(node, Some(link.span.start));
        }
    }
}
