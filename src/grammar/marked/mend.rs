//! The markup mended where it is plainly wrong, before anything is built: each mend leaves a diagnostic.
//!
//! What is mended was seen in General Assembly and Security Council resolutions of 2020 to 2025. A clause is moved,
//! joined or called something else; no word is added or left out.

use crate::document::{Action, Diagnostic, Finding, Kind, Span};
use crate::formats::marked::Clause;
use crate::formats::{Content, Marked};
use crate::grammar::lexicon::{self, Register};
use crate::grammar::numbering::{self, Form, Item};
use crate::grammar::shape::{
    ends_with_colon, ends_with_comma, ends_with_mark, ends_with_stop, is_title_form,
};
use crate::grammar::words;
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::{is_gap, is_superscript};
use std::borrow::Cow;

/// So many clauses are looked at to find out which list a point belongs to.
const LONGEST_LIST: usize = 256;

/// A heading in a preamble has not more letters.
const LONGEST_TITLE: usize = 120;

/// The clauses as they are to be built. Fewer than the markup has where two were joined: the notes, which come last, are
/// counted from the end.
pub(super) struct Mended<'m> {
    pub clauses: Cow<'m, [Clause]>,
    pub diagnostics: Vec<Diagnostic>,
}

pub(super) fn mend<'m>(content: &Content, marked: &'m Marked, language: Option<Language>) -> Mended<'m> {
    if marked.stated {
        return Mended { clauses: Cow::Borrowed(&marked.clauses), diagnostics: Vec::new() };
    }
    let mut mend = Mender {
        content,
        language: language.unwrap_or(Language::En),
        clauses: Vec::with_capacity(marked.clauses.len()),
        diagnostics: Vec::new(),
        number: 0,
        moved: None,
        annexed: false,
    };
    let mut rest = marked.clauses.as_slice();
    while let Some((clause, after)) = rest.split_first() {
        rest = after;
        if let Some((words, after)) = rest.split_first()
            && let Some(number) = mend.number_apart(clause, words)
        {
            mend.say(clause, Finding::NumberApart);
            let source = Span { start: clause.source.start, end: words.source.end };
            let joined = Clause { body: words.body, source, ..number };
            mend.passed(&joined);
            mend.clauses.push(joined);
            rest = after;
            continue;
        }
        let clause = mend.mended(clause, rest);
        mend.passed(&clause);
        mend.clauses.push(clause);
    }
    Mended { clauses: Cow::Owned(mend.clauses), diagnostics: mend.diagnostics }
}

struct Mender<'a> {
    content: &'a Content,
    language: Language,
    /// Those that are done.
    clauses: Vec<Clause>,
    diagnostics: Vec<Diagnostic>,
    /// The last paragraph number.
    number: u32,
    /// Depth of the points that were moved out of a preamble.
    moved: Option<u16>,
    /// An annex began.
    annexed: bool,
}

impl Mender<'_> {
    /// Takes note of a clause that is done.
    fn passed(&mut self, clause: &Clause) {
        let shown = self.text(clause.shown());
        match clause.kind {
            Kind::Operative => self.number = numbering::value_of(shown).unwrap_or(0),
            Kind::Enacting => (self.number, self.moved) = (0, None),
            Kind::Annex => self.annexed = true,
            _ => {}
        }
    }

    fn text(&self, span: Span) -> &str {
        self.content.text.part(span.range())
    }

    fn say(&mut self, clause: &Clause, finding: Finding) {
        self.diagnostics.push(Diagnostic::new(clause.line, finding));
    }

    /// The number that stands in an element without other words, before the element that has the words.
    fn number_apart(&self, number: &Clause, words: &Clause) -> Option<Clause> {
        let apart = matches!(number.kind, Kind::Operative | Kind::Paragraph | Kind::Subparagraph)
            && words.kind == Kind::Paragraph
            && words.depth == number.depth
            && words.label.is_empty()
            && !words.body.is_empty();
        if !apart || number.label.is_empty() == number.body.is_empty() {
            return None;
        }
        if number.body.is_empty() {
            return Some(*number);
        }
        // "(1)" as the words of a paragraph.
        let typed = self.text(number.body);
        let alone = numbering::item(&format!("{typed} "))
            .is_some_and(|item| item.form == Form::Bracket && item.label == typed.len());
        let next = self.text(words.body);
        let free = numbering::item(next).is_none() && numbering::number(next).is_none();
        (alone && free).then_some(Clause { kind: Kind::Subparagraph, label: number.body, ..*number })
    }

    fn mended(&mut self, clause: &Clause, rest: &[Clause]) -> Clause {
        match clause.kind {
            Kind::Subparagraph => {
                if let Some(operative) = self.misread_number(clause, rest) {
                    return operative;
                }
                let clause = self.raised(clause, rest);
                self.point(&clause, rest)
            }
            Kind::Preambular => self.preambular(clause, rest),
            Kind::Paragraph => self.paragraph(clause, rest),
            _ => *clause,
        }
    }

    /// A numbered paragraph that the markup takes for an item, since its number is misprinted: "l." before "2.".
    fn misread_number(&mut self, clause: &Clause, rest: &[Clause]) -> Option<Clause> {
        let label = self.text(clause.label);
        let due = self.number + 1;
        let (number, _) =
            numbering::misread(&format!("{label} w")).filter(|(number, _)| number.value == due)?;
        let next = rest.iter().find(|next| next.depth <= clause.depth)?;
        let follows = numbering::value_of(self.text(next.label));
        if next.depth != clause.depth || next.kind != Kind::Operative || follows != Some(number.value + 1) {
            return None;
        }
        let printed = label.to_owned();
        self.say(clause, Finding::NumberMisread { number: due, printed });
        Some(Clause { kind: Kind::Operative, ..*clause })
    }

    /// A point of a sublist whose label goes on from a list above it is of that list: "(c)" that is marked below "(b)",
    /// and "(i)" below "(h)" where "(j)" comes next.
    fn raised(&mut self, clause: &Clause, rest: &[Clause]) -> Clause {
        let Some(item) = super::item_of(self.text(clause.label)) else { return *clause };
        let item_at = |clause: &Clause| super::item_of(self.text(clause.label));
        // The first one of a list: what comes after it tells whether "(i)" is a numeral.
        let opens = |parent: &Clause| {
            let siblings = rest.iter().take_while(|next| next.depth >= clause.depth);
            let mut siblings = siblings.take(LONGEST_LIST).filter(|next| next.depth == clause.depth);
            if let Some(next) = siblings.next().and_then(item_at) {
                let second = |(class, value)| next.readings().any(|reading| reading == (class, value + 1));
                return item.readings().any(|(class, value)| value == 1 && second((class, value)));
            }
            let after = rest.iter().take(LONGEST_LIST).find(|next| next.depth < clause.depth);
            let after = after.filter(|next| next.depth == parent.depth).and_then(item_at);
            let goes_round = after.zip(item_at(parent)).is_some_and(|(after, parent)| {
                parent.is_before(&item) && item.is_before(&after) && !parent.is_before(&after)
            });
            !goes_round && item.readings().any(|(_, value)| value == 1)
        };
        let mut limit = clause.depth;
        let mut depth = None;
        for before in self.clauses.iter().rev().take(LONGEST_LIST) {
            if before.depth > limit {
                continue;
            }
            let first = limit == clause.depth && before.depth < limit;
            if before.kind != Kind::Subparagraph || first && opens(before) {
                break;
            }
            if item_at(before).is_some_and(|above| above.is_before(&item)) {
                depth = Some(before.depth);
                break;
            }
            limit = before.depth.saturating_sub(1);
        }
        // "(f)" as the first point below "(d)": one of its list was left out.
        let above = self.clauses.iter().rev().find(|before| before.depth <= clause.depth);
        let skips = above
            .filter(|above| above.kind == Kind::Subparagraph && above.depth + 1 == clause.depth)
            .filter(|above| item_at(above).is_some_and(|above| is_shortly_before(&above, &item)))
            .map(|above| above.depth);
        let depth = depth.or(skips).unwrap_or(clause.depth);
        if depth < clause.depth {
            self.say(clause, Finding::ItemTooDeep);
        }
        Clause { depth, ..*clause }
    }

    /// A point "II." or "B." with a name that no mark ends is the heading of a section: the items of lists have brackets
    /// or small letters.
    fn point(&mut self, clause: &Clause, rest: &[Clause]) -> Clause {
        if let Some(operative) = self.numbered_in_preamble(clause) {
            self.say(clause, Finding::NumberedPreamble);
            self.moved = Some(clause.depth);
            return operative;
        }
        let label = self.text(clause.label);
        let unit = words::unit(label).filter(|_| numbering::item(&format!("{label} ")).is_none());
        let Some(_) = unit.filter(|_| !clause.body.is_empty() && !ends_with_mark(self.text(clause.body)))
        else {
            return *clause;
        };
        let has_items = rest.first().is_some_and(|next| next.depth > clause.depth);
        if has_items {
            return *clause;
        }
        // It stands beside the paragraph whose list it was put in.
        let mut depth = clause.depth;
        for before in self.clauses.iter().rev() {
            if depth <= 1 {
                break;
            }
            if before.depth < depth {
                if before.kind.is_scope() {
                    break;
                }
                depth = before.depth;
            }
        }
        if depth < clause.depth {
            self.say(clause, Finding::SectionInList);
        }
        Clause { kind: Kind::Heading, depth, inferred: false, ..*clause }
    }

    /// "1." that the markup made a point of the last preambular paragraph: it stands beside that.
    fn numbered_in_preamble(&self, clause: &Clause) -> Option<Clause> {
        let label = self.text(clause.label);
        let (digits, value) = numbering::leading_digits(label, 3)?;
        let stop = label.get(digits..)?.trim();
        let plain = matches!(stop, "." | "．" | "-" | "–" | "- " | "");
        if !plain || value != self.number + 1 {
            return None;
        }
        let above = self.clauses.iter().rev().find(|before| before.depth < clause.depth)?;
        let depth = if above.kind == Kind::Preambular {
            above.depth
        } else {
            // One was moved right before.
            self.moved.filter(|moved| *moved == clause.depth)?;
            self.clauses
                .iter()
                .rev()
                .find(|before| before.kind == Kind::Operative && before.depth < clause.depth)?
                .depth
        };
        let opens = lexicon::opener(self.language, Register::Operative, self.text(clause.body)).is_some();
        (opens || value > 1).then_some(Clause { kind: Kind::Operative, depth, ..*clause })
    }

    /// What the markup puts into a preamble: the enacting phrase, and numbered paragraphs, are none of it.
    fn preambular(&mut self, clause: &Clause, rest: &[Clause]) -> Clause {
        let text = self.text(clause.body);
        let before = self.clauses.iter().rev().find(|before| before.depth <= clause.depth);
        let first = !before.is_some_and(|before| {
            before.depth == clause.depth
                && !matches!(before.kind, Kind::Title | Kind::MastheadLine | Kind::Masthead)
        });
        if first
            && (super::super::enacting::is_known_line(text)
                || self.content.is_emphasized(clause.body) && text.len() < 200)
        {
            return Clause { kind: Kind::Enacting, ..*clause };
        }
        let number = numbering::number(text).map(|number| (number.value, number.label, number.body));
        // "14 Encourages" has lost its stop.
        let bare = || {
            let (digits, value) = numbering::leading_digits(text, 3).filter(|_| self.number > 0)?;
            let words = text.get(digits..)?.trim_start_matches(is_gap);
            let body = text.len() - words.len();
            let acts = lexicon::opener(self.language, Register::Operative, words).is_some();
            (body > digits && acts).then_some((value, digits, body))
        };
        if let Some((_, label, body)) = number.or_else(bare).filter(|(value, ..)| *value == self.number + 1) {
            self.say(clause, Finding::NumberedPreamble);
            return Clause { kind: Kind::Operative, ..super::cut(clause, label, body) };
        }
        if !first && super::numbers::is_star_note(text) {
            self.say(clause, Finding::NoteInPreamble);
            return Clause { kind: Kind::Paragraph, ..*clause };
        }
        if !first && self.is_title_in_preamble(clause, rest) {
            self.say(clause, Finding::HeadingInPreamble);
            return Clause { kind: Kind::Heading, ..*clause };
        }
        // "Decides, for 2026:" is no preamble, although the markup says so: nothing goes on with one, and a preambular
        // paragraph ends with a comma.
        let is_title = |next: &Clause| {
            let label = self.text(next.label);
            words::unit(label).is_some()
                && numbering::item(&format!("{label} ")).is_none()
                && !ends_with_mark(self.text(next.body))
        };
        let next = rest
            .iter()
            .find(|next| next.depth <= clause.depth && (next.kind != Kind::Subparagraph || is_title(next)));
        let last = next.is_none_or(|next| {
            let words = self.text(next.body);
            next.depth < clause.depth
                || match next.kind {
                    Kind::Paragraph => {
                        // Below a heading within the preamble it goes on.
                        words::unit(words).is_some()
                            || self.content.is_emphasized(next.body)
                                && lexicon::opener(self.language, Register::Preambular, text).is_none()
                    }
                    kind => !matches!(kind, Kind::Preambular | Kind::Operative | Kind::Enacting),
                }
        });
        let opens = |register| lexicon::opener(self.language, register, text);
        let decides = opens(Register::Operative).is_some_and(|opener| opener.action == Action::Decide);
        // Points that a preambular paragraph announces are its own, and "Acting under Chapter VII of the Charter:" is
        // preambular, whatever ends it.
        let basis = opens(Register::Preambular).is_some_and(|opener| opener.action == Action::Basis);
        let direct = rest.first().is_none_or(|next| next.depth <= clause.depth);
        let colon = (decides || direct && !basis)
            && text.ends_with([':', '：'])
            && next.is_some_and(|next| {
                next.kind == Kind::Operative || numbering::number(self.text(next.body)).is_some()
            });
        let last = last || colon;
        let sentence = text.trim_end_matches(is_superscript);
        if last && !first && (ends_with_stop(sentence) || sentence.ends_with([':', '：', ';', '；', '؛']))
        {
            self.say(clause, Finding::OperativeInPreamble);
            return Clause { kind: Kind::Paragraph, ..*clause };
        }
        *clause
    }

    /// Whether a clause of a preamble is a heading: a few words that nothing ends, and no opener, between preambular
    /// paragraphs.
    fn is_title_in_preamble(&self, clause: &Clause, rest: &[Clause]) -> bool {
        let text = self.text(clause.body);
        let opener = |register, text: &str| lexicon::opener(self.language, register, text).is_some();
        let opens = |text: &str| opener(Register::Preambular, text);
        let next = rest.iter().find(|next| next.depth <= clause.depth);
        clause.label.is_empty()
            && text.chars().nth(LONGEST_TITLE).is_none()
            && text.starts_with(|letter: char| letter.is_alphabetic())
            && is_title_form(text, text)
            && !opens(text)
            && !opener(Register::Operative, text)
            && next.is_some_and(|next| {
                next.depth == clause.depth && next.kind == Kind::Preambular && opens(self.text(next.body))
            })
    }

    /// A paragraph that goes on with the preamble right before it: it ends with a comma, and no number came.
    fn paragraph(&mut self, clause: &Clause, rest: &[Clause]) -> Clause {
        let text = self.text(clause.body).trim_end();
        let comma = ends_with_comma(text);
        let before = self.clauses.iter().rev().find(|before| before.depth <= clause.depth);
        let opens_preamble = |text: &str| {
            lexicon::opener(self.language, Register::Preambular, text).is_some()
                && lexicon::opener(self.language, Register::Operative, text).is_none()
        };
        // Or below "We, the Ministers, ...," of a declaration that the resolution adopts in its own text.
        let in_preamble = before.is_some_and(|before| {
            let words = self.text(before.body);
            before.depth == clause.depth
                && (matches!(before.kind, Kind::Preambular | Kind::Enacting)
                    || !self.annexed
                        && words::speaks(words)
                        && ends_with_comma(words)
                        && opens_preamble(text))
        });
        // Or it opens a list, and the preamble goes on after that.
        let opens = ends_with_colon(text)
            && rest
                .iter()
                .filter(|next| next.depth <= clause.depth)
                .find(|next| {
                    next.kind != Kind::Subparagraph && numbering::item(self.text(next.body)).is_none()
                })
                .is_some_and(|next| next.depth == clause.depth && next.kind == Kind::Preambular);
        if !(comma || opens) || !in_preamble || !clause.label.is_empty() {
            return *clause;
        }
        let follows = rest.iter().find(|next| next.depth <= clause.depth);
        let in_place = follows.is_some_and(|next| {
            matches!(
                next.kind,
                Kind::Preambular | Kind::Operative | Kind::Paragraph | Kind::Subparagraph | Kind::Heading
            )
        });
        if !in_place || numbering::number(text).is_some() || numbering::item(text).is_some() {
            return *clause;
        }
        // "Approves ..., " that a comma ends by mistake.
        let opener = |register| lexicon::opener(self.language, register, text);
        if opener(Register::Operative).is_some() && opener(Register::Preambular).is_none() {
            return *clause;
        }
        self.say(clause, Finding::PreambleInBody);
        Clause { kind: Kind::Preambular, ..*clause }
    }
}

/// Whether an item, which is no first one, may be of the same list with one or two left out between them.
fn is_shortly_before(before: &Item, item: &Item) -> bool {
    before.form == item.form
        && item.readings().all(|(_, value)| value > 1)
        && item.readings().any(|(class, value)| {
            before.readings().any(|(other, last)| other == class && (last + 2..=last + 3).contains(&value))
        })
}
