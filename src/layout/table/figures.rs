//! Finds out which cells are figures, and where their decimal mark is.
//!
//! "1,234" is a thousand in English and a fraction in French: other figures of the same column decide, otherwise the
//! language of the document.

use crate::document::{Document, Span};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::{digit_value, is_gap, is_superscript};
use crate::text::width;

/// A figure in a cell. Positions are byte offsets within the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// End of its last digit; 0 in a cell that holds only a dash or dots, for "nothing".
    end: usize,
    /// The last mark between its digits, which may be the decimal mark, and its offset.
    mark: Option<(char, usize)>,
    /// Whether that mark is the decimal mark; `None` where the figure alone does not tell.
    sure: Option<bool>,
    /// The order in which its groups of digits are typed, where their lengths tell.
    order: Option<GroupOrder>,
}

/// The order in which the groups of a number are typed in a right-to-left text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupOrder {
    /// The leading group first: "56 234 300".
    First,
    /// The leading group last: "300 234 56", which the Unicode bidirectional algorithm displays in the right order.
    Last,
}

/// The decimal mark of a column, as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DecimalMark {
    decimal: Option<char>,
    grouping: Option<char>,
}

impl DecimalMark {
    /// Learns from a figure of the column.
    pub(super) fn hear(&mut self, figure: &Figure) {
        match (figure.mark, figure.sure) {
            (Some((mark, _)), Some(true)) => self.decimal = self.decimal.or(Some(mark)),
            (Some((mark, _)), Some(false)) => self.grouping = self.grouping.or(Some(mark)),
            _ => {}
        }
    }

    /// Falls back to the language where no figure of the column decided.
    pub(super) fn settle(&mut self, language: Option<Language>) {
        let usual = match language {
            Some(Language::Fr | Language::Es | Language::Ru) => ',',
            _ => '.',
        };
        if self.decimal.is_none() && self.grouping != Some(usual) {
            self.decimal = Some(usual);
        }
    }
}

impl Figure {
    /// Reads a cell as a figure: digits, perhaps in groups, with a sign, brackets, a currency or a per cent sign.
    /// `None` where the cell is something else. A dash or dots are a figure too.
    pub(super) fn of(document: &Document, cell: Span) -> Option<Self> {
        let first_mark = document.marks_in(cell).first().map_or(cell.end, |mark| mark.span.start);
        let words = document.slice(Span { start: cell.start, end: first_mark.max(cell.start) });
        if words.len() > 40 || words.contains('\n') {
            return None;
        }
        let blank = |c: char| matches!(c, '-' | '–' | '—' | '−' | '.' | '…' | ' ' | '\u{a0}' | '*');
        if words.chars().all(blank) {
            return (!words.trim().is_empty()).then_some(Self {
                end: 0,
                mark: None,
                sure: None,
                order: None,
            });
        }
        let start = words.find(|c| digit_value(c).is_some())?;
        let end = words.rfind(|c| digit_value(c).is_some())?;
        let end = end + words.get(end..)?.chars().next()?.len_utf8();
        if !words.get(..start)?.chars().all(may_precede) || !words.get(end..)?.chars().all(may_follow) {
            return None;
        }
        Self::of_digits(words.get(start..end)?, start)
    }

    fn of_digits(digits: &str, start: usize) -> Option<Self> {
        let mut groups = vec![0_usize];
        let mut marks = Vec::new();
        for (at, c) in digits.char_indices() {
            if digit_value(c).is_some() {
                *groups.last_mut()? += 1;
            } else if is_mark(c) {
                marks.push((c, start + at));
                groups.push(0);
            } else {
                return None;
            }
        }
        let end = start + digits.len();
        let Some(&last) = marks.last() else {
            return Some(Self { end, mark: None, sure: None, order: None });
        };
        let inner = groups.part(1..groups.len() - 1);
        let (first, tail) = (*groups.first()?, *groups.last()?);
        let earlier = marks.part(..marks.len() - 1);
        let alike = earlier.windows(2).all(|two| two.first().map(|m| m.0) == two.last().map(|m| m.0));
        if !inner.iter().all(|digits| *digits == 3) || !alike || (!earlier.is_empty() && first > 3) {
            return None;
        }
        let grouped = earlier.first().map(|mark| mark.0);
        // In Arabic the last group may be typed first: "300 5" is read as 5 300.
        let turned = is_gap(last.0) && first == 3 && tail <= 3;
        let sure = match last.0 {
            _ if turned => Some(false),
            mark if is_gap(mark) || grouped == Some(mark) => {
                if tail != 3 || first > 3 {
                    return None;
                }
                Some(false)
            }
            '٫' => Some(true),
            '٬' | '\'' | '’' => Some(false),
            _ if grouped.is_some() || tail != 3 || first > 3 || digits.starts_with(['0', '٠']) => Some(true),
            _ => None,
        };
        let order = match (first, tail) {
            _ if !is_gap(last.0) => None,
            (1..=2, 3) => Some(GroupOrder::First),
            (3, 1..=2) => Some(GroupOrder::Last),
            _ => None,
        };
        Some(Self { end, mark: Some(last), sure, order })
    }

    pub(super) fn order(&self) -> Option<GroupOrder> {
        self.order
    }

    /// Whether the cell holds only a dash or dots.
    pub(super) fn is_blank(&self) -> bool {
        self.end == 0
    }

    /// Width in cells up to the decimal mark, and from the mark on.
    pub(super) fn parts(&self, document: &Document, cell: Span, point: DecimalMark) -> (usize, usize) {
        let words = document.slice(cell);
        let cut = match (self.mark, self.sure) {
            _ if self.is_blank() => words.len(),
            (Some((_, at)), Some(true)) => at,
            (Some((mark, at)), None) if point.decimal == Some(mark) => at,
            _ => self.end,
        };
        let (before, after) = words.split_at_checked(cut).unwrap_or((words, ""));
        (width(before), width(after))
    }
}

/// Whether the character may stand between the digits of one figure.
fn is_mark(c: char) -> bool {
    is_gap(c) || matches!(c, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

fn may_precede(c: char) -> bool {
    is_gap(c)
        || matches!(c, '-' | '–' | '−' | '+' | '±' | '(' | '[' | '$' | '€' | '£' | '¥' | '<' | '>' | '~')
}

fn may_follow(c: char) -> bool {
    is_gap(c)
        || is_superscript(c)
        || matches!(c, '%' | '٪' | '‰' | ')' | ']' | '*' | '.' | ',' | ';' | '€' | '$')
}
