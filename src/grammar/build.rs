//! Clauses to the tree of a document: the one builder that is fed by both readers of paragraphs.
//!
//! `clauses` infers what a paragraph is from its words, `marked` is told by the markup. Both hand over a [`Clause`] whose
//! words stand in the text already. What follows from its kind is here: which containers and scopes end and begin, how
//! paragraphs are counted, which list an item belongs to, and what a clause does by its opening verb. Nothing here looks
//! at the paragraphs that come after.

mod finish;
mod nodes;
mod scopes;

use super::lexicon::Register;
use super::lists::{Lists, Place};
use super::numbering::Item;
use super::shape::ends_with_colon;
use crate::document::{Builder, Finding, Kind, NodeId};
use crate::formats::marked::Clause;
use crate::lang::Language;
pub(super) use finish::begin;
pub(super) use scopes::{Opened, Scope, State, is_separator, level_of_element, level_of_heading};

pub(super) struct Build {
    pub document: Builder,
    /// Of the paragraph under way.
    pub language: Language,
    /// The clause that items and continuations belong to, and its lists.
    pub lists: Lists,
    /// No clause was opened since the last heading, so that numbers may begin anew.
    pub after_heading: bool,
    /// Those that are open, the document first.
    scopes: Vec<Scope>,
}

impl Build {
    pub(super) fn new(document: Builder, language: Language, state: State) -> Self {
        let root = Scope::new(NodeId::ROOT, Kind::Document, 0, state);
        Self { document, language, lists: Lists::default(), after_heading: false, scopes: vec![root] }
    }

    /// Makes room for an enacting phrase; true where it is not the first of its scope, so that another resolution begins.
    pub(super) fn begin_preamble(&mut self) -> bool {
        self.close_to_scope();
        let again = self.count_anew();
        self.part(Kind::Preamble);
        again
    }

    /// Begins the count of paragraphs where another resolution begins in a scope that is used; true if it is.
    pub(super) fn count_anew(&mut self) -> bool {
        let scope = self.scope_mut();
        if scope.used {
            (scope.last, scope.preambular) = (0, 0);
        }
        scope.used
    }

    /// The place of the next preambular paragraph.
    pub(super) fn next_preambular(&mut self) -> u32 {
        let scope = self.scope_mut();
        scope.preambular += 1;
        scope.preambular
    }

    /// A preambular paragraph, which is counted. `last` are the words that it ends with, as for all clauses.
    pub(super) fn preambular(&mut self, clause: &Clause, last: &str) -> NodeId {
        self.lists.leave();
        self.part(Kind::Preamble);
        let ordinal = self.next_preambular();
        let id = self.open(clause, ordinal);
        self.entered(id, last);
        self.set_opener(id, Register::Preambular);
        id
    }

    /// A numbered paragraph: an operative one, or one of a text that is none of a resolution.
    pub(super) fn numbered(&mut self, clause: &Clause, number: u32, last: &str) -> NodeId {
        let operative = clause.kind == Kind::Operative;
        self.begin_clause(operative);
        let id = self.open(clause, number);
        self.entered(id, last);
        let scope = self.scope_mut();
        (scope.last, scope.running) = (number, 0);
        if operative {
            self.set_opener(id, Register::Operative);
        }
        id
    }

    /// A paragraph that counts with none and may have a list.
    pub(super) fn paragraph(&mut self, clause: &Clause, ordinal: u32, last: &str) -> NodeId {
        self.close_clause();
        let id = self.open(clause, ordinal);
        self.entered(id, last);
        id
    }

    /// A clause that stands beside the one before it, as in a text that is quoted: no container is opened for it.
    pub(super) fn quoted(&mut self, clause: &Clause, ordinal: u32, last: &str) -> NodeId {
        let id = self.paragraph(clause, ordinal, last);
        let register =
            if clause.kind == Kind::Preambular { Register::Preambular } else { Register::Operative };
        if clause.kind == Kind::Operative {
            self.scope_mut().last = ordinal;
        }
        self.set_opener(id, register);
        id
    }

    /// An item of a list, at its place.
    pub(super) fn item(&mut self, clause: &Clause, place: Place, last: &str, register: Register) -> NodeId {
        let id = self.placed(clause, place, last);
        self.scope_mut().used = true;
        self.after_heading = false;
        self.set_opener(id, register);
        id
    }

    /// What stands at a place of a list, and is not asked what it does.
    pub(super) fn placed(&mut self, clause: &Clause, place: Place, last: &str) -> NodeId {
        self.lists.descend(&mut self.document, place);
        let id = self.open(clause, place.ordinal);
        self.lists.opened(id, last);
        id
    }

    /// Closes what a list is in, up to its clause.
    pub(super) fn close_items(&mut self) {
        self.lists.close_items(&mut self.document);
    }

    /// Leaves open what a paragraph without a number continues; `next` is the item that comes after it.
    pub(super) fn continue_clause(&mut self, next: Option<&Item>) {
        self.lists.continue_clause(&mut self.document, next);
    }

    /// Begins a list that has no clause above it: its items stand in the container that is open.
    pub(super) fn begin_list(&mut self, operative: bool) {
        self.begin_clause(operative);
        self.lists.enter(self.document.current(), true);
    }

    /// A clause was opened that may have a list: one is to come where a colon ends its words.
    pub(super) fn entered(&mut self, id: NodeId, last: &str) {
        self.lists.enter(id, ends_with_colon(last));
        self.scope_mut().used = true;
        self.after_heading = false;
    }

    /// Says that a number is not the one that is due. Right below a heading numbers may begin anew.
    pub(super) fn out_of_sequence(&mut self, number: u32, line: u32) {
        let last = self.scope().last;
        if number == 1 && self.after_heading {
            return;
        }
        let finding = if number > last + 1 {
            Finding::NumberGap { number, last }
        } else {
            Finding::NumberRestart { number, last }
        };
        self.document.diagnose(line, finding);
    }
}
