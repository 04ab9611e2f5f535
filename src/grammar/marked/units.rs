//! Headings and the scopes that they or elements open: annexes, sections, parts, articles, quotations.

use super::MarkedClauses;
use crate::document::{Finding, Kind, NodeId, Span};
use crate::formats::marked::Clause;
use crate::grammar::build::{Opened, Scope, State, is_separator, level_of_element, level_of_heading};
use crate::grammar::lexicon::{self, Register};
use crate::grammar::numbering::{self, Form};
use crate::grammar::shape::{ends_with_colon, ends_with_mark, is_title_form, starts_lower};
use crate::grammar::words::{self, Unit, UnitHead};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::{is_gap, is_superscript};

/// A paragraph that is no sentence and longer than this is no heading.
const LONGEST_HEADING: usize = 360;

/// So many tables and their names are looked past for the paragraph that announced them, and for the one after them.
const NAMED_TABLES: usize = 32;

/// The name of a section that a numeral stands before is not longer.
const LONGEST_NAME: usize = 1200;

impl MarkedClauses<'_> {
    /// An element that is a scope.
    pub(super) fn unit(&mut self, clause: &Clause) -> NodeId {
        let (last, free) = (self.build.scope().last, self.build.scope().is_free());
        let outside = clause.kind == Kind::Annex || clause.kind == Kind::Part;
        let ends = |scope: &Scope| {
            scope.by_heading()
                && (outside || scope.opened == Opened::ShortElement && clause.kind == Kind::Section)
        };
        self.build.leave_scopes(|scope| !ends(scope));
        let label = self.text(clause.label);
        let ordinal = words::unit(label).map(|head| head.ordinal);
        let ordinal =
            ordinal.or_else(|| crate::lang::numerals::han_value(label.trim_end_matches(['.', '．', '、'])));
        let id = self.build.open_scope(
            clause,
            ordinal.unwrap_or(0),
            level_of_element(clause.kind),
            state_of(clause.kind, free),
        );
        if clause.kind == Kind::Section {
            self.build.scope_mut().last = last;
        }
        id
    }

    /// Whether an unnumbered paragraph is a heading: all of it is bold, or it is a short line that nothing ends, before
    /// numbered paragraphs or at the head of an annex (Chinese texts do not set headings in bold).
    pub(super) fn is_heading(&self, at: usize, clause: &Clause) -> bool {
        let text = self.text(clause.body);
        let next = self.clauses.get(at + 1).filter(|next| next.depth >= clause.depth);
        let numbers = next.is_some_and(|next| {
            let typed = next.kind == Kind::Paragraph && begins_with_number(self.text(next.body));
            (next.kind == Kind::Operative || typed) && next.depth == clause.depth
        });
        // A row of asterisks parts what stands before and after it.
        if !text.contains(char::is_alphanumeric) {
            return true;
        }
        if numbers && self.is_colon_heading(at, clause) {
            return true;
        }
        if self.content.is_emphasized(clause.body) {
            return !ends_with_mark(text) || numbers && !ends_with_colon(text);
        }
        if is_counted_heading(text) && numbers {
            return true;
        }
        let line = text.len() <= LONGEST_HEADING
            && is_title_form(text, text)
            && text.contains(char::is_alphabetic)
            && (!self.build.lists.awaits() || numbers && self.build.scope().is_free());
        if !line {
            return false;
        }
        if self.build.bare_section().is_some() {
            return true;
        }
        // The last line of a list that is no list in the markup.
        let in_row = at.checked_sub(1).and_then(|before| self.clauses.get(before)).is_some_and(|before| {
            let words = self.text(before.body);
            before.kind == Kind::Paragraph
                && words.ends_with([';', '؛', '；', ':', '：', ','])
                && numbering::number(words).is_none()
                && numbering::item(words).is_none()
        });
        let in_row = in_row && words::unit(text).is_none();
        if in_row || self.is_below_bare_line(clause.depth) {
            return false;
        }
        let first = self.build.scope().kind == Kind::Annex && !self.build.scope().used;
        let next = next.filter(|next| next.depth == clause.depth);
        next.is_some_and(|next| match next.kind {
            Kind::Operative | Kind::Section | Kind::Article | Kind::Preambular | Kind::Heading => true,
            Kind::Paragraph => {
                let words = self.text(next.body);
                first
                    || numbering::number(words).is_some()
                    || self.build.language == Language::Zh
                        && (words::unit(text).is_some() || ends_with_mark(words))
                    || words.len() <= LONGEST_HEADING
                        && !ends_with_mark(words)
                        && self.is_heading_next(at + 1)
            }
            Kind::Table => first,
            _ => false,
        })
    }

    /// Whether the two clauses before are lines that nothing ends, and no headings: a list of names that the markup sets
    /// as paragraphs. Its last two are lines of it too.
    fn is_below_bare_line(&self, depth: u16) -> bool {
        let before = self.nodes.iter().zip(self.clauses).rev().take(2).filter(|(node, clause)| {
            let words = self.text(clause.body);
            self.build.node(**node).kind == Kind::Paragraph
                && clause.depth == depth
                && clause.label.is_empty()
                && words.len() <= LONGEST_HEADING
                && !ends_with_mark(words)
        });
        before.count() == 2
    }

    /// Whether a line below a line leads to a number: "I", its title, "1.".
    fn is_heading_next(&self, at: usize) -> bool {
        self.clauses.get(at + 1).is_some_and(|next| {
            matches!(next.kind, Kind::Operative | Kind::Preambular)
                || next.kind == Kind::Paragraph && numbering::number(self.text(next.body)).is_some()
        })
    }

    /// "Reporting:" between two numbered paragraphs that follow each other: a few words without a verb that acts.
    fn is_colon_heading(&self, at: usize, clause: &Clause) -> bool {
        let text = self.text(clause.body);
        let scope = self.build.scope();
        let wide = matches!(self.build.language, Language::Zh);
        let short = text.chars().count() <= if wide { 20 } else { 100 };
        let set = wide || self.content.is_emphasized(clause.body);
        // "为...，我们：" is a sentence that goes on.
        set && short
            && !text.contains('，')
            && ends_with_colon(text)
            && scope.numbered
            && !self.build.lists.awaits()
            && self.next_number(at, clause.depth) == Some(scope.last + 1)
            && lexicon::opener(self.build.language, Register::Operative, text).is_none()
    }

    pub(super) fn heading(&mut self, at: usize, clause: &Clause) -> NodeId {
        let labelled = !clause.label.is_empty();
        // "(a) Protection of civilians", set as a heading: it opens the list that the paragraph above it announced, or is
        // the next item of that list (seen in Arabic resolutions of the Security Council).
        let item = if labelled {
            super::item_of(self.text(clause.label))
        } else {
            numbering::item(self.text(clause.body))
        };
        if let Some(item) = item.filter(|item| item.form != Form::Bullet && self.build.lists.takes(item)) {
            let typed = super::cut(clause, item.label, item.body);
            let clause = if labelled { *clause } else { typed };
            let inferred = clause.inferred || !labelled;
            return self.item_beside(at, &Clause { kind: Kind::Subparagraph, inferred, ..clause }, &item);
        }
        let text = self.text(if labelled { clause.label } else { clause.body });
        // "第一部分¹": a note mark is no part of the name.
        let text = text.trim_end_matches(is_superscript);
        let named = || words::numeral_and_title(text).filter(|_| text.len() <= LONGEST_NAME);
        let Some(head) = words::unit(text).or_else(named) else {
            return self.plain_heading(at, clause);
        };
        if self.is_name_of_table(at) {
            self.build.close_items();
            return self.leaf(&Clause { kind: Kind::Heading, ..*clause });
        }
        let (label, body) = if labelled {
            let words = self.text(clause.body);
            let rest = words.trim_start_matches(is_separator);
            (
                clause.label,
                Span { start: clause.body.start + (words.len() - rest.len()) as u32, ..clause.body },
            )
        } else {
            let start = clause.body.start;
            let shown = text.get(..head.title).unwrap_or(text).trim_end().len() as u32;
            let label = Span { start, end: start + shown.max(head.label as u32) };
            (label, Span { start: start + head.title as u32, end: clause.body.end })
        };
        let before = self.build.scope();
        let letters = before.by_heading() && before.level == level_of_heading(Unit::Scope);
        let head =
            words::as_letter(head, self.text(label), letters.then(|| self.build.node(before.node).ordinal));
        let head = if letters { self.misprinted_letter(at, clause, head) } else { head };
        let kind = match head.unit {
            Unit::Annex => Kind::Annex,
            Unit::Article => Kind::Article,
            _ => Kind::Section,
        };
        self.titled(&Clause { kind, label, body, ..*clause }, head)
    }

    /// A heading without a scope of its own. The one right below the bare number of a section is the section's name.
    fn plain_heading(&mut self, at: usize, clause: &Clause) -> NodeId {
        if let Some(section) = self.build.bare_section() {
            self.build.node_mut(section).body = clause.body;
            return section;
        }
        if let Some(counted) = self.bare_counted_heading(clause.depth) {
            self.build.node_mut(counted).body = clause.body;
            return counted;
        }
        if is_bare_counted(self.text(clause.body)) && clause.label.is_empty() {
            let end = Span { start: clause.body.end, ..clause.body };
            let bare = Clause { kind: Kind::Heading, label: clause.body, body: end, ..*clause };
            return self.heading_beside(at, &bare);
        }
        // A heading before or between the items of a list: those after it are still of the same paragraph.
        if self.list_resumes(at, clause.depth) {
            self.between_items(at, clause.depth);
            return self.leaf(&Clause { kind: Kind::Heading, ..*clause });
        }
        self.heading_beside(at, &Clause { kind: Kind::Heading, ..*clause })
    }

    /// A heading beside the paragraphs below it.
    pub(super) fn heading_beside(&mut self, at: usize, clause: &Clause) -> NodeId {
        self.close_before_heading(at, clause.depth);
        self.leaf(clause)
    }

    /// Whether a heading is the name of a table that the paragraph above announced with a colon: "A. Administration" and
    /// "B. Investments", each above its table, between paragraphs 6 and 7. Those who cite paragraph 7 name no section.
    fn is_name_of_table(&self, at: usize) -> bool {
        let tables = |clause: &&Clause| matches!(clause.kind, Kind::Table | Kind::Heading);
        let before = self.clauses.part(..at).iter().rev();
        let announced = before
            .take(NAMED_TABLES)
            .find(|clause| !tables(clause))
            .is_some_and(|clause| clause.kind == Kind::Operative && ends_with_colon(self.text(clause.body)));
        let rest = self.clauses.part(at + 1..);
        let due = || {
            let next = rest.iter().take(NAMED_TABLES).find(|clause| !tables(clause));
            next.filter(|next| next.kind == Kind::Operative)
                .and_then(|next| numbering::value_of(self.text(next.label)))
                == Some(self.build.scope().last + 1)
        };
        announced && rest.first().is_some_and(|next| next.kind == Kind::Table) && due()
    }

    /// Closes down to what a heading stands in. Below the preamble, before the first numbered paragraph, that is the
    /// operative part ("Measures", seen in resolutions of the Security Council).
    fn close_before_heading(&mut self, at: usize, depth: u16) {
        if self.marked.stated {
            self.build.close_clause();
            return;
        }
        let scope = self.build.scope();
        let in_preamble = self.build.is_in(Kind::Preamble);
        let rest = self.clauses.part(at + 1..);
        let plain = |next: &Clause| {
            let words = self.text(next.shown());
            (next.kind == Kind::Heading || self.is_bold_line(next)) && words::unit(words).is_none()
        };
        let next = rest.iter().take(4).find(|next| !plain(next));
        let numbers = next.is_some_and(|next| {
            next.depth == depth
                && (next.kind == Kind::Operative
                    || next.kind == Kind::Paragraph && numbering::number(self.text(next.body)).is_some())
        });
        let operative = in_preamble && !scope.is_free() && numbers;
        self.build.begin_clause(operative);
    }

    fn is_bold_line(&self, clause: &Clause) -> bool {
        clause.kind == Kind::Paragraph && self.content.is_emphasized(clause.body)
    }

    /// A letter that stands where another one is missing: F, E, H is F to H.
    fn misprinted_letter(&mut self, at: usize, clause: &Clause, head: UnitHead) -> UnitHead {
        let last = self.build.node(self.build.scope().node).ordinal;
        if head.unit != Unit::Scope || head.ordinal == last + 1 {
            return head;
        }
        let rest = self.clauses.part(at + 1..).iter();
        let next = rest
            .take_while(|next| !next.kind.is_scope())
            .filter(|next| next.kind == Kind::Heading && next.depth == clause.depth)
            .find_map(|next| words::unit(self.text(next.shown())));
        if next.is_none_or(|next| next.unit != Unit::Scope || next.ordinal != last + 2) {
            return head;
        }
        let letter = |ordinal: u32| u8::try_from(ordinal + 64).map_or('?', char::from);
        let finding = Finding::LetterMisprinted {
            printed: letter(head.ordinal),
            last: letter(last),
            next: letter(last + 2),
            called: letter(last + 1),
        };
        self.build.diagnose(clause.line, finding);
        UnitHead { ordinal: last + 1, ..head }
    }

    /// The heading right before a clause that is a word and a number, "Guideline 2": what stands below is its name, which
    /// other languages set on the same line.
    fn bare_counted_heading(&self, depth: u16) -> Option<NodeId> {
        let last = self.nodes.last().copied()?;
        let node = self.build.node(last);
        let before = self.clauses.get(self.nodes.len().checked_sub(1)?)?;
        let bare = node.kind == Kind::Heading && node.body.is_empty() && !node.label.is_empty();
        (bare && before.depth == depth).then_some(last)
    }

    /// Whether the next clause is the next item of the list under way, or the first of one that a colon announced.
    fn list_resumes(&self, at: usize, depth: u16) -> bool {
        let next = self.clauses.get(at + 1).filter(|next| next.depth == depth);
        next.and_then(|next| super::item_of(self.text(next.shown())))
            .is_some_and(|item| self.build.lists.takes(&item))
    }

    /// A section whose element ends before its paragraphs: they follow beside it, up to the next section.
    pub(super) fn keep_section(&mut self, clause: &Clause) {
        if self.marked.stated {
            return;
        }
        // Headings in the element, of which none has a numbered paragraph, end with it.
        let headings = |scope: &&Scope| scope.by_heading() && !scope.numbered && scope.depth > clause.depth;
        let deeper = self.build.scopes().iter().rev().take_while(headings).count();
        let Some(at) = self.build.scopes().len().checked_sub(deeper + 1) else { return };
        let Some(scope) = self.build.scopes().get(at).copied() else { return };
        let ends = !scope.by_heading() && scope.kind == Kind::Section && scope.depth == clause.depth;
        let goes_on = matches!(
            clause.kind,
            Kind::Operative | Kind::Paragraph | Kind::Subparagraph | Kind::Preambular | Kind::Heading
        );
        if ends && goes_on && !scope.numbered && !self.build.node(scope.node).label.is_empty() {
            self.build.diagnose(clause.line, Finding::SectionEnds);
            if let Some(scope) = self.build.scopes_mut().get_mut(at) {
                scope.opened = Opened::ShortElement;
            }
        }
    }

    /// A text that is quoted in a clause, which may go on after it.
    pub(super) fn quotation(&mut self, clause: &Clause, within: NodeId) -> NodeId {
        let id = self.build.open_scope(clause, 0, level_of_element(Kind::Quotation), State::Free);
        self.build.scope_mut().within = Some(within);
        id
    }

    /// A heading that names a unit: the label of the scope whose element just began, or a scope of its own.
    fn titled(&mut self, clause: &Clause, head: UnitHead) -> NodeId {
        let scope = *self.build.scope();
        let fresh = !scope.used && !scope.by_heading() && self.build.node(scope.node).label.is_empty();
        if fresh && scope.kind == clause.kind {
            let node = self.build.node_mut(scope.node);
            (node.label, node.ordinal) = (clause.label, head.ordinal);
            let (bare, name) = annex_name(clause);
            if node.body.is_empty() {
                node.body = bare.body;
                if let Some(name) = name {
                    self.build.close_to_scope();
                    self.leaf(&name);
                }
                return scope.node;
            }
        }
        let last = self.build.scope().last;
        let appendix = words::is_appendix(self.text(clause.label));
        let level = level_of_heading(head.unit) + u8::from(appendix);
        // "Annex II" in the element of annex I is the next annex; an appendix is of its annex.
        let next_annex = clause.kind == Kind::Annex && !appendix;
        if next_annex
            && self.build.scopes().iter().any(|scope| scope.kind == Kind::Annex && !scope.by_heading())
        {
            self.build.diagnose(clause.line, Finding::AnnexInside);
        }
        let above = |scope: &Scope| {
            if next_annex && scope.kind == Kind::Annex {
                false
            } else {
                !scope.by_heading() || scope.level < level
            }
        };
        self.build.leave_scopes(above);
        let state = state_of(clause.kind, self.build.scope().is_free());
        let (bare, name) = annex_name(clause);
        let id = self.build.open_scope(&bare, head.ordinal, level, state);
        let scope = self.build.scope_mut();
        scope.opened = Opened::Heading;
        if clause.kind == Kind::Section {
            scope.last = last;
        }
        if let Some(name) = name {
            self.leaf(&name);
        }
        id
    }
}

/// What the paragraphs of a scope are: those of annexes and articles are none of a resolution.
fn state_of(kind: Kind, free_above: bool) -> State {
    let free = free_above || matches!(kind, Kind::Annex | Kind::Article | Kind::Quotation);
    if free { State::Free } else { State::Operative }
}

/// The heading of an annex, and its name as a heading of its own: "Annex A – Items" stands on two lines in other
/// languages.
fn annex_name(clause: &Clause) -> (Clause, Option<Clause>) {
    if clause.kind != Kind::Annex || clause.body.is_empty() || clause.label.is_empty() {
        return (*clause, None);
    }
    let none = Span { start: clause.label.end, end: clause.label.end };
    let name = Clause { kind: Kind::Heading, label: none, ..*clause };
    (Clause { body: none, ..*clause }, Some(name))
}

/// "Guideline 2", "准则2": a word and a number, and nothing else.
fn is_bare_counted(text: &str) -> bool {
    let word = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let name = word.trim_end_matches(is_gap);
    word.len() < text.len()
        && text.len() - word.len() <= 3
        && !starts_lower(text)
        && !name.is_empty()
        && name.chars().count() <= 30
        && name.split(' ').count() <= 2
        && name.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
}

/// "Action 12. ...", "行动12. ...": one of a row of headings that a word and a number name.
fn is_counted_heading(text: &str) -> bool {
    let letters = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(0);
    let word = text.part(..letters);
    let rest = text.part(letters..).trim_start_matches(is_gap);
    let count = word.chars().count();
    let after = numbering::leading_digits(rest, 3).and_then(|(digits, _)| rest.get(digits..));
    (1..=14).contains(&count)
        && !starts_lower(text)
        && after.is_some_and(|after| after.starts_with(['.', '．', '。', ':', '：']))
}

/// "7. ...", or "7 ..." that lost its stop; a year, "2021年", is none.
fn begins_with_number(text: &str) -> bool {
    numbering::number(text).is_some()
        || numbering::leading_digits(text, 3)
            .and_then(|(digits, _)| text.get(digits..))
            .is_some_and(|rest| rest.starts_with(is_gap))
}
