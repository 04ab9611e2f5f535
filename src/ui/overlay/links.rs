//! The notes and references of a clause, shown one at a time at the bottom; the text above stays in place.

use super::sheet::entry_lines;
use super::{Flow, Overlay, rule};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::app::links::{self, Goal, Link, To};
use crate::app::preview::{self, Preview};
use crate::app::session::Spot;
use crate::document::NodeId;
use crate::library::enquiry::Purpose;
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Links {
    clause: NodeId,
    all: Vec<Link>,
    at: usize,
    from: Spot,
    /// The links are those of a note that was shown, which is not to be scrolled to.
    in_note: bool,
    page: usize,
    top: usize,
    /// How far the words of the link can be scrolled.
    last_top: usize,
    /// What the library has of where the link leads.
    preview: Preview,
}

impl Links {
    /// Opens on the first link; `None` where the current clause has no note or reference.
    pub(crate) fn new(state: &mut State) -> Option<Self> {
        let session = state.panes.current_mut()?;
        let clause = session.current();
        let all = links::of_clause(&session.document, clause);
        let first = all.first()?.span;
        session.active = Some(first);
        let from = session.spot();
        let mut links = Self::at(clause, all, 0, from);
        links.ask(state);
        Some(links)
    }

    fn at(clause: NodeId, all: Vec<Link>, at: usize, from: Spot) -> Self {
        let preview = Preview::None;
        Self { clause, all, at, from, in_note: false, page: 1, top: 0, last_top: 0, preview }
    }

    /// Asks the library for the paragraph that the link leads to.
    fn ask(&mut self, state: &mut State) {
        self.preview = Preview::None;
        state.enquiries.forget(Purpose::Preview);
        let goal = self.goal(state).filter(|_| state.enquiries.there);
        if let Some(question) = goal.and_then(|goal| preview::question(&goal)) {
            self.preview = Preview::Awaited;
            state.enquire(Purpose::Preview, question);
        }
    }

    /// Where the link leads: of a note, what is said in it.
    fn goal(&self, state: &State) -> Option<Goal> {
        let (document, link) = state.document().zip(self.all.get(self.at))?;
        Some(links::goal(document, self.clause, link))
    }

    /// The link at a byte offset of a node's text, and whether a click follows it at once; a note, and what the library has of
    /// another document, are shown first instead. `None` where there is no link.
    pub(crate) fn over(node: NodeId, at: u32, state: &mut State) -> Option<(Self, bool)> {
        let session = state.panes.current_mut()?;
        let document = &session.document;
        let holds = |link: &Link| (link.span.start..link.span.end).contains(&at);
        // A clause lists the links of everything under it too; the nearest node that has this link is taken.
        let owners = std::iter::once(node).chain(document.ancestors(node));
        let (clause, all, index) = owners
            .map(|owner| (owner, links::of_clause(document, owner)))
            .find_map(|(owner, all)| all.iter().position(holds).map(|index| (owner, all, index)))?;
        let link = all.get(index)?;
        session.active = Some(link.span);
        let from = session.spot();
        let mut links = Self::at(clause, all, index, from);
        links.ask(state);
        let is_shown = !matches!(links.preview, Preview::None);
        let is_reference = matches!(links.all.get(index)?.to, To::Reference(_));
        let follow = is_reference && !is_shown && links.leads_somewhere(state);
        Some((links, follow))
    }

    fn step(&mut self, forward: bool, state: &mut State) {
        let len = self.all.len();
        self.at = if forward { (self.at + 1) % len } else { (self.at + len - 1) % len };
        self.top = 0;
        if let Some(session) = state.panes.current_mut() {
            session.active = self.all.get(self.at).map(|link| link.span);
        }
        self.ask(state);
        self.settle(state);
    }

    fn close(&self, state: &mut State) {
        state.enquiries.forget(Purpose::Preview);
        if let Some(session) = state.panes.current_mut() {
            session.active = None;
            session.restore(self.from);
        }
    }

    /// Follows the link. It is shown until another document has arrived: that may have to be found first.
    /// A note that refers to something leads there; several references of it are shown to choose from.
    fn follow(&mut self, state: &mut State) -> Flow {
        let Some((document, link)) = state.document().zip(self.all.get(self.at)) else { return Flow::Close };
        let mut goal = links::goal(document, self.clause, link);
        if let To::Note(note) = link.to {
            let within = links::of_note(document, note);
            match within.as_slice() {
                [] => {}
                [only] if !state.enquiries.there || links::goal(document, note, only).is_own() => {
                    goal = links::goal(document, note, only);
                }
                // What they lead to is shown first.
                _ => {
                    (self.clause, self.all, self.at, self.top) = (note, within, 0, 0);
                    self.in_note = true;
                    self.ask(state);
                    return Flow::Done;
                }
            }
        }
        if let Some((source, aim)) = self.preview.lead() {
            state.open_at(source, Some(aim));
            return Flow::Done;
        }
        if !goal.is_own() {
            state.visit(goal);
            return Flow::Done;
        }
        self.close(state);
        state.visit(goal);
        Flow::Close
    }

    /// Whether Enter can follow the link.
    fn leads_somewhere(&self, state: &State) -> bool {
        let (Some(document), Some(link)) = (state.document(), self.all.get(self.at)) else { return false };
        !matches!(links::goal(document, self.clause, link), Goal::Absent { .. } | Goal::Nothing(_))
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
            // What has no room is scrolled first; then comes the next one, as in a list.
            Command::SheetDown if self.top < self.last_top => self.top += 1,
            Command::SheetDown if self.at + 1 < self.all.len() => self.step(true, state),
            Command::SheetUp if self.top > 0 => self.top -= 1,
            Command::SheetUp if self.at > 0 => self.step(false, state),
            Command::SheetDown | Command::SheetUp => {}
            Command::SheetFollow => return self.follow(state),
            Command::SheetCopy => {
                let Some(document) = state.document().cloned() else { return Flow::Close };
                let Some(link) = self.all.get(self.at) else { return Flow::Close };
                let text = links::copied(&document, link);
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

    fn news(&mut self, state: &mut State) -> Flow {
        if let Some(reply) = state.enquiries.take(Purpose::Preview) {
            self.preview = Preview::of(reply);
        }
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.close(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let mut lines = vec![rule(cells, state)];
        let (Some(document), Some(link)) = (state.document(), self.all.get(self.at)) else { return lines };
        let (label, words) = links::entry(document, self.clause, link, &state.shelf, state.messages());
        let count = format!("{}/{}", self.at + 1, self.all.len());
        let entries = if crate::text::width::width(&label) <= 20 {
            vec![(label, words)]
        } else {
            vec![(String::new(), label), (String::new(), words)]
        };
        let mut body = entry_lines(&entries, cells.saturating_sub(6), state);
        if let Some(goal) = self.goal(state) {
            let at_hand =
                link.symbol().is_some_and(|symbol| state.shelf.with_symbol(symbol, None, None).is_some());
            let shown = self.preview.entries(&goal, at_hand, state.messages());
            body.extend(entry_lines(&shown, cells.saturating_sub(6), state));
        }
        self.page = usize::from(most.saturating_sub(1)).max(1);
        self.last_top = body.len().saturating_sub(self.page);
        self.top = self.top.min(self.last_top);
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

    /// Scrolls the link into view above the overlay.
    fn settle(&mut self, state: &mut State) {
        let Some(link) = self.all.get(self.at).filter(|_| !self.in_note) else { return };
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
