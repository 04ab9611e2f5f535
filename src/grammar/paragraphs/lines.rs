//! Decides whether a line continues the paragraph of the line directly above it.
//!
//! Blank lines, page breaks and notes are handled by the parent module.

use super::{Joiner, Para, Spacing, starts_with_figure};
use crate::formats::Block;
use crate::grammar::numbering::{self, item, number};
use crate::grammar::shape::{
    ends_with_mark, ends_with_stop, last_letter, length, starts_lower, without_mark,
};
use crate::grammar::words;
use crate::grammar::wrapping::{columns, ends_open, filled, is_inside_quotation};
use crate::text::Part as _;

impl Joiner<'_> {
    /// Whether a clause may end with this line: it ends with an end mark, possibly followed by the number of a note.
    pub(super) fn is_complete(&self, line: &str) -> bool {
        let bare = without_mark(line);
        let marker = line.part(bare.len()..).trim();
        ends_with_mark(line)
            || !marker.is_empty() && marker.parse().is_ok_and(|number| self.markers.contains(&number))
    }

    /// Whether the next number of the text follows a note mark and an end mark: "resistance; 10".
    fn number_is_due(&self, before: &str, words: &str) -> bool {
        let bare = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
        (1..=3).contains(&(before.len() - bare.len()))
            && number(words).is_some_and(|number| number.value == self.last_number + 1)
            && matches!(last_letter(bare), Some(';' | '.' | '؛' | '；' | '。'))
            && bare.trim_end().chars().next_back().is_some_and(|last| !last.is_alphanumeric())
    }

    /// Whether a line without an end mark is a heading directly above the number that is due: "Budget estimates for
    /// 2095" and "12.".
    fn is_heading_above(&self, words: &str, next: Option<&Block>) -> bool {
        let next = next.filter(|next| next.gap == 0).map(|next| self.content.words(next));
        next.and_then(number).is_some_and(|number| number.value == self.last_number + 1)
            && words.starts_with(char::is_uppercase)
            && !self.is_complete(words)
            && number(words).is_none()
            && item(words).is_none()
            && !ends_open(words)
            && !self.opens(words)
    }

    /// Whether a line begins the target that is due ("1.a" after "1.2"), or is the heading above the first target of
    /// a goal.
    fn target_is_due(&self, words: &str, next: Option<&Block>) -> bool {
        let (goal, place) = self.last_target;
        let first = |steps: (u32, u32)| steps == (goal + 1, 1);
        if let Some(steps) = numbering::steps(words) {
            let later = place + 1..place + 4;
            let letters = 101..104;
            return first(steps)
                || steps.0 == goal
                    && (later.contains(&steps.1) || place < 100 && letters.contains(&steps.1));
        }
        let below = next.filter(|next| next.gap == 0).map(|next| self.content.words(next));
        goal > 0
            && below.and_then(numbering::steps).is_some_and(first)
            && words.starts_with(char::is_uppercase)
            && words
                .split(|letter: char| !letter.is_ascii_digit())
                .find(|digits| !digits.is_empty())
                .is_some_and(|digits| digits.parse() == Ok(goal + 1))
    }

    /// Whether the item before this one is inside the lines of the paragraph: "(i) ...; (ii) ...;" and "(iii)" at the
    /// beginning of a line are parts of one sentence.
    fn is_inline(&self, para: &Para, words: &str, item: &numbering::Item) -> bool {
        const LINES: u32 = 6;
        if item.form != numbering::Form::Bracket || !words.starts_with('(') {
            return false;
        }
        let from = para.head.max(para.tail.saturating_sub(LINES));
        let lines = self.content.blocks.part(from as usize..=para.tail as usize);
        let before = |found: &numbering::Item| {
            found
                .readings()
                .any(|(class, ordinal)| item.readings().any(|reading| reading == (class, ordinal + 1)))
        };
        lines.iter().zip(from..).any(|(line, at)| {
            let line = self.content.words(line);
            let opened = line.match_indices('(').filter(|(place, _)| *place > 0 || at > para.head);
            opened.filter_map(|(place, _)| numbering::item(line.get(place..)?)).any(|found| before(&found))
        })
    }

    /// What the indentation tells where first lines are indented; `None` where lines are not well aligned.
    fn by_indent(&self, para: &Para, last: &Block, block: &Block, complete: bool) -> Option<bool> {
        let (before, words) = (self.content.words(last), self.content.words(block));
        if !self.set_in || self.before_enacting || self.phrases.is_line(before) {
            return None;
        }
        let shift = i32::from(block.indent) - i32::from(last.indent);
        let first = para.head == para.tail;
        let set_out = if first { (-8..=-4).contains(&shift) } else { shift.abs() <= 1 };
        let begins = complete && (self.starts_new_unit(words) || shift == -4 && self.opens(words));
        if set_out && !begins {
            return Some(true);
        }
        (complete && shift >= 3 && !first).then_some(false)
    }

    /// Whether a line continues the one directly above it.
    pub(super) fn joins_lines(&self, para: &Para, last: &Block, block: &Block, next: Option<&Block>) -> bool {
        let (before, words) = (self.content.words(last), self.content.words(block));
        let complete = self.is_complete(before) || self.number_is_due(before, words);
        if complete && self.capital_follows(before, words) {
            return false;
        }
        if self.spacing == Spacing::Paragraphs && !self.before_enacting {
            let apart = self.phrases.is_line(before)
                || words::is_meeting(before) && words::is_date(words)
                || complete && words::is_meeting(words)
                || words::is_vote_roll(words)
                || complete && number(words).is_some()
                || complete && item(words).is_some_and(|item| !self.is_inline(para, words, &item));
            return !apart;
        }
        if complete && is_inside_quotation(before, words) && number(words).is_none() && item(words).is_none()
        {
            return true;
        }
        let Some(width) = self.columns else {
            return !complete && starts_lower(words) && !self.starts_anew(words);
        };
        if self.before_enacting {
            return self.joins_masthead(para, before, words, width);
        }
        if self.phrases.is_line(before) && para.head == para.tail {
            return false;
        }
        if item(words).is_some_and(|item| !self.item_follows(&item)) {
            return true;
        }
        let head = self.content.blocks.get(para.head as usize).map_or("", |head| self.content.words(head));
        let clause =
            || para.head != para.tail || number(head).is_some() || item(head).is_some() || self.opens(head);
        let filled = filled(before, words, width);
        // The first line of a clause holds less, because it is indented.
        let full = filled > width * 9 / 10;
        let set_in = || filled > width * 8 / 10 && clause();
        // The number that is due begins a paragraph, also below a heading that fills its line.
        let due = number(words).filter(|number| number.value == self.last_number + 1);
        let due = due.is_some_and(|number| {
            let body = words.part(number.body..);
            number.body >= words.len() || self.opens(body)
        });
        if (due || self.target_is_due(words, next)) && !ends_open(before)
            || complete && self.is_heading_above(words, next)
        {
            return false;
        }
        if let Some(joins) = self.by_indent(para, last, block, complete) {
            return joins;
        }
        let fresh = self.starts_new_unit(words)
            || words::speaks(words)
            || self.misread(words).is_some()
            || numbering::target(words).is_some();
        // The title of a section follows its number and may fill its line; what opens a clause is not part of it. "We
        // will ensure" may also begin a sentence within a numbered paragraph.
        let opens = self.opens(words) && !(number(head).is_some() && words::says_we(words));
        let title = self.below_unit || words::unit(head).is_some();
        if title && self.opens(words) && !self.opens(head) {
            return false;
        }
        if fresh && (complete || !full) || opens && (complete || !(full || set_in())) {
            return false;
        }
        let full = full || para.head == para.tail && set_in();
        let lower = starts_lower(words);
        if lower && last_letter(before) == Some(';') && filled < width * 3 / 4 && item(head).is_some() {
            return false;
        }
        let dated = ends_with_stop(before) && words::is_date(words);
        if full || lower || starts_with_figure(words) && !dated && clause() {
            return true;
        }
        if self.below_unit && para.head != para.tail && columns(before, 400) * 10 < columns(head, 400) * 6 {
            return false;
        }
        !complete && (clause() || columns(before, 400) * 10 > width * 6)
    }

    /// Before the enacting phrase lines are fields; only a title, a bracket or an incomplete sentence continues.
    fn joins_masthead(&self, para: &Para, before: &str, words: &str, width: usize) -> bool {
        if self.phrases.is_line(words) {
            return false;
        }
        let titled =
            self.content.blocks.get(para.head as usize).is_some_and(|head| {
                crate::grammar::masthead::title_number(self.content.words(head)).is_some()
            });
        if self.brackets > 0 {
            return true;
        }
        if !titled && crate::grammar::forms::field(words).is_some() {
            return false;
        }
        if ends_with_mark(before) && !before.ends_with(',')
            || crate::grammar::masthead::is_symbol_line(words)
            || words.starts_with('[')
        {
            return false;
        }
        if starts_lower(words) && length(before, 200) > 8 {
            return true;
        }
        titled || columns(before, 400) + 12 > width && width > 50
    }
}
