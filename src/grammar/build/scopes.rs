//! Scopes, which number their own paragraphs, and the two containers in them: the preamble and the operative part.

use super::Build;
use crate::document::{Kind, NodeId, Span};
use crate::formats::marked::Clause;
use crate::lang::Unit;
use crate::text::chars::is_gap;

/// What the paragraphs of a scope are at this point of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::grammar) enum State {
    Preamble,
    Operative,
    /// In an annex, or in a text that is not a resolution.
    Free,
    /// After the meeting and the date.
    Closed,
}

/// How a scope began, and so where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::grammar) enum Opened {
    /// By an element of the markup, and it ends with that.
    Element,
    /// By a heading: what follows stands beside it.
    Heading,
    /// By an element that ended before its paragraphs, so that they stand beside it too.
    ShortElement,
}

/// A container that numbers its own paragraphs.
#[derive(Clone, Copy, Debug)]
pub(in crate::grammar) struct Scope {
    pub node: NodeId,
    pub kind: Kind,
    /// Order of units: a heading closes scopes of its own level and of lower ones, which have higher numbers.
    pub level: u8,
    pub state: State,
    /// Number of the last paragraph.
    pub last: u32,
    /// In a section without a number yet: the last number before its heading. Numbers run on from it, or begin anew.
    pub running: u32,
    /// How many preambular paragraphs there were.
    pub preambular: u32,
    /// The container that is open in it: of the preamble or of the operative part.
    pub part: Option<NodeId>,
    /// A clause stands in it already.
    pub(crate) used: bool,
    /// A paragraph of it prints a number.
    pub numbered: bool,
    /// Its paragraphs are numbered "(1)".
    pub brackets: bool,
    /// Depth of its clause in the markup.
    pub depth: u16,
    pub opened: Opened,
    /// A quotation stands in this clause, which goes on after it.
    pub within: Option<NodeId>,
}

impl Scope {
    pub(super) fn new(node: NodeId, kind: Kind, level: u8, state: State) -> Self {
        Self {
            node,
            kind,
            level,
            state,
            last: 0,
            running: 0,
            preambular: 0,
            part: None,
            used: false,
            numbered: false,
            brackets: false,
            depth: 0,
            opened: Opened::Element,
            within: None,
        }
    }

    /// Whether its paragraphs are not operative.
    pub(in crate::grammar) fn is_free(&self) -> bool {
        self.state == State::Free
    }

    /// Whether its paragraphs stand beside what opened it.
    pub(in crate::grammar) fn by_heading(&self) -> bool {
        self.opened != Opened::Element
    }
}

impl Build {
    pub(in crate::grammar) fn scope(&self) -> &Scope {
        self.scopes.last().unwrap_or(&self.scopes[0])
    }

    pub(in crate::grammar) fn scope_mut(&mut self) -> &mut Scope {
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    /// Those that are open, the document first.
    pub(in crate::grammar) fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    pub(in crate::grammar) fn scopes_mut(&mut self) -> &mut [Scope] {
        &mut self.scopes
    }

    pub(in crate::grammar) fn state(&self) -> State {
        self.scope().state
    }

    /// Opens a scope with its label and title.
    pub(in crate::grammar) fn open_scope(
        &mut self,
        clause: &Clause,
        ordinal: u32,
        level: u8,
        state: State,
    ) -> NodeId {
        let id = self.open(clause, ordinal);
        self.after_heading = clause.kind != Kind::Quotation;
        self.scopes.push(Scope { depth: clause.depth, ..Scope::new(id, clause.kind, level, state) });
        id
    }

    /// Leaves scopes up to the innermost that is to be kept, and what is open in that.
    pub(in crate::grammar) fn leave_scopes(&mut self, keep: impl Fn(&Scope) -> bool) {
        while self.scopes.len() > 1 && !keep(self.scope()) {
            self.scopes.pop();
        }
        self.close_to_scope();
    }

    /// Leaves quotations of clauses that go on at this depth of the markup.
    pub(in crate::grammar) fn leave_quotations(&mut self, depth: u16) {
        while let Some(within) = self.scope().within.filter(|_| self.scope().depth >= depth) {
            self.scopes.pop();
            self.document.close_to(within);
            self.lists.leave();
        }
    }

    /// Closes down to the innermost scope.
    pub(in crate::grammar) fn close_to_scope(&mut self) {
        let node = self.scope().node;
        self.document.close_to(node);
        self.scope_mut().part = None;
        self.lists.leave();
    }

    /// Closes down to what headings stand in: the container that is open, else the scope.
    pub(in crate::grammar) fn close_clause(&mut self) {
        let scope = self.scope();
        let container = scope.part.unwrap_or(scope.node);
        self.document.close_to(container);
        self.lists.leave();
    }

    /// The container of the preamble or of the operative part, opened where it is not.
    pub(in crate::grammar) fn part(&mut self, kind: Kind) {
        let Scope { node, part, .. } = *self.scope();
        if let Some(part) = part.filter(|&part| self.document.node(part).kind == kind) {
            self.document.close_to(part);
            return;
        }
        self.document.close_to(node);
        let part = self.document.open(kind, Span::default());
        self.scope_mut().part = Some(part);
    }

    pub(in crate::grammar) fn enter_operative(&mut self) {
        self.lists.leave();
        self.scope_mut().state = State::Operative;
        self.part(Kind::OperativePart);
    }

    /// Makes room for a clause or a heading: in the operative part, or beside the clause before it.
    pub(in crate::grammar) fn begin_clause(&mut self, operative: bool) {
        if operative {
            self.enter_operative();
        } else {
            self.close_clause();
        }
    }

    /// Whether the container of the preamble, or that of the operative part, is open.
    pub(in crate::grammar) fn is_in(&self, part: Kind) -> bool {
        self.scope().part.is_some_and(|open| self.document.node(open).kind == part)
    }

    /// The section whose number alone stands right before: what comes next may be its name.
    pub(in crate::grammar) fn bare_section(&self) -> Option<NodeId> {
        let scope = self.scope();
        let node = self.document.node(scope.node);
        let bare = scope.kind == Kind::Section
            && !scope.used
            && scope.part.is_none()
            && !node.label.is_empty()
            && node.body.is_empty()
            && self.document.len() == scope.node.index() + 1;
        bare.then_some(scope.node)
    }
}

/// What a heading of this unit closes.
pub(in crate::grammar) fn level_of_heading(unit: Unit) -> u8 {
    match unit {
        Unit::Annex => 1,
        Unit::Part => 2,
        Unit::Scope => 4,
        Unit::Article => 5,
        _ => 3,
    }
}

/// The same for an element of the markup. A part in it is one of several resolutions.
pub(in crate::grammar) fn level_of_element(kind: Kind) -> u8 {
    match kind {
        Kind::Annex | Kind::Part => 1,
        Kind::Section => 3,
        Kind::Article => 5,
        _ => 9,
    }
}

/// What may stand between the number of a unit and its title.
pub(in crate::grammar) fn is_separator(letter: char) -> bool {
    is_gap(letter) || matches!(letter, '.' | ':' | '-' | '–' | '—' | '：' | '、' | '．')
}
