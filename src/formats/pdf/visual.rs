//! Reorders the characters of a line from visual order (left to right, as printed) to logical order (as read).
//!
//! This inverts the Unicode Bidirectional Algorithm. The inverse is not unique: two logical texts may be printed alike.
//! The one that resolutions are likely to contain is chosen then, such as a date rather than two numbers, or a range of
//! years that rises rather than one that falls.

use super::glyph::{Character, NO_BREAK, is_rtl};
use super::letters::is_combining;
use crate::lang::is_metre;
use crate::text::chars::{TATWEEL, digit_value};

/// The right-to-left letters of a line minus its left-to-right ones.
pub(super) fn weight(cells: &[Character]) -> i32 {
    cells.iter().map(|cell| i32::from(is_rtl(cell.letter)) - i32::from(is_latin(cell.letter))).sum()
}

/// Whether the punctuation of a line tells that it is read from right to left: its left end has what closes a sentence
/// or a bracket, or its right end has an opening bracket.
pub(super) fn ends_first(cells: &[Character]) -> bool {
    let ends = |cell: Option<&Character>, signs: &str| cell.is_some_and(|cell| signs.contains(cell.letter));
    ends(cells.first(), ".,;:)]") || ends(cells.last(), "([")
}

/// Whether a raised mark stands apart at the right end of a line, as the marker of a note does in a right-to-left text.
pub(super) fn begins_last(cells: &[Character]) -> bool {
    let mark = cells.iter().rev().take_while(|cell| cell.raised).count();
    mark > 0 && cells.iter().rev().nth(mark).is_some_and(|cell| cell.letter.is_whitespace())
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && !is_rtl(letter) && !is_combining(letter)
}

/// Reverses what is read from right to left: in a right-to-left line (`rtl`) everything except embedded left-to-right
/// words and numbers, in another line only the runs of right-to-left words.
pub(super) fn to_logical(cells: &mut Vec<Character>, rtl: bool, brackets: Brackets) {
    if rtl {
        turn(cells, brackets);
    } else {
        let mut at = 0;
        while let Some((from, to)) = rtl_run(cells, at) {
            if let Some(run) = cells.get_mut(from..to) {
                turn(run, brackets);
            }
            at = to;
        }
        if at == 0 {
            return;
        }
    }
    without_tatweel(cells);
}

fn turn(cells: &mut [Character], brackets: Brackets) {
    let mirrored = brackets.are_as_printed(cells);
    let mut at = 0;
    while at < cells.len() {
        let end = ltr_run(cells, at);
        if let Some(run) = cells.get_mut(at..end).filter(|run| !run.is_empty()) {
            run.reverse();
        } else if mirrored && let Some(cell) = cells.get_mut(at) {
            cell.letter = mirror(cell.letter);
        }
        at = end.max(at + 1);
    }
    cells.reverse();
    // A combining character follows its letter in both orders, so the reversed groups are put right again.
    let mut at = 0;
    while at < cells.len() {
        let signs = signs_at(cells, at);
        if signs > 0
            && let Some(group) = cells.get_mut(at..=at + signs)
        {
            group.reverse();
        }
        at += signs + 1;
    }
}

/// How many combining characters stand from `at` on; 0 where no letter follows them.
fn signs_at(cells: &[Character], at: usize) -> usize {
    let signs = cells.iter().skip(at).take_while(|cell| is_combining(cell.letter)).count();
    if at + signs < cells.len() { signs } else { 0 }
}

/// The next run of right-to-left words, with the numbers and punctuation between them: indices from and to (exclusive).
fn rtl_run(cells: &[Character], start: usize) -> Option<(usize, usize)> {
    let from = start + cells.iter().skip(start).position(|cell| is_rtl(cell.letter))?;
    let run = cells.iter().skip(from).take_while(|cell| !is_latin(cell.letter));
    let last = run.enumerate().filter(|(_, cell)| is_rtl(cell.letter)).last()?.0;
    Some((from, from + last + 1))
}

/// Whether the file stores the brackets of right-to-left lines as the glyphs that are seen, or as the characters that
/// are meant. A "(" that opens in such a line looks like ")" on the page, and producers store either.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    printed: u32,
    meant: u32,
}

impl Brackets {
    /// Counts the brackets of a line that clearly open or close: a letter on one side and none on the other.
    pub(super) fn learn(&mut self, cells: &[Character]) {
        let letter = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.letter);
        let inside = |next: Option<char>| {
            next.is_some_and(|next| is_rtl(next) && next.is_alphabetic() || next.is_numeric())
        };
        let outside =
            |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric() && !is_combining(next));
        for (at, cell) in cells.iter().enumerate() {
            let open = matches!(cell.letter, '(' | '[' | '«');
            if !open && mirror(cell.letter) == cell.letter {
                continue;
            }
            let (before, after) = (letter(at.checked_sub(1)), letter(Some(at + 1)));
            let content_follows = inside(after) && outside(before);
            if content_follows || inside(before) && outside(after) {
                let counted = if open == content_follows { &mut self.printed } else { &mut self.meant };
                *counted = counted.saturating_add(1);
            }
        }
    }

    /// Whether the brackets of this line are stored as the glyphs that are seen. A line of a file that gave no majority
    /// is judged by whether its own brackets match.
    fn are_as_printed(self, cells: &[Character]) -> bool {
        if self.printed != self.meant {
            return self.printed > self.meant;
        }
        let (mut open, mut wrong, mut right) = (0_i32, 0, 0);
        for cell in cells.iter().rev() {
            match cell.letter {
                '(' | '[' | '«' => open += 1,
                ')' | ']' | '»' if open > 0 => (open, right) = (open - 1, right + 1),
                ')' | ']' | '»' => wrong += 1,
                _ => {}
            }
        }
        wrong > right
    }
}

/// The mirrored bracket; any other character is returned unchanged.
fn mirror(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '<' => '>',
        '>' => '<',
        other => other,
    }
}

/// Removes tatweels that only lengthen a word. One is kept where it stands for a dash ("1 ـ") or marks the form of a
/// single letter ("(هـ)").
fn without_tatweel(cells: &mut Vec<Character>) {
    let mut before = ' ';
    let mut at = 0;
    let after: Vec<bool> = cells.iter().skip(1).map(|next| is_rtl(next.letter)).collect();
    cells.retain(|cell| {
        let worded = after.get(at).copied().unwrap_or(false);
        at += 1;
        let last = is_rtl(before) && before.is_alphabetic() && before != TATWEEL && !worded;
        let kept = cell.letter != TATWEEL || before.is_numeric() || last;
        if kept && (cell.letter != ' ' || !before.is_numeric()) {
            before = cell.letter;
        }
        kept
    });
}

/// The direction of a character, in coarser classes than those of Unicode.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Latin,
    Number,
    Rtl,
    Neutral,
}

fn class(cells: &[Character], at: usize) -> Option<Class> {
    let letter = cells.get(at)?.letter;
    Some(match letter {
        // Arabic comma, decimal separator and thousands separator belong to the number that they stand in.
        '،' | '\u{66B}' | '\u{66C}' if is_inside_number(cells, at) => Class::Neutral,
        _ if letter.is_numeric() && !is_rtl(letter) => Class::Number,
        _ if is_latin(letter) => Class::Latin,
        _ if is_rtl(letter) => Class::Rtl,
        _ => Class::Neutral,
    })
}

fn is_inside_number(cells: &[Character], at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| cells.get(at)).is_some_and(|cell| cell.letter.is_numeric());
    number(at.checked_sub(1)) && number(Some(at + 1))
}

/// How many neutral characters may stand between two left-to-right words of one run.
const WIDEST_GAP: usize = 5;

/// The end (exclusive) of the left-to-right run that begins at `start`; `start` where none begins.
fn ltr_run(cells: &[Character], start: usize) -> usize {
    let ltr = |class| matches!(class, Some(Class::Latin | Class::Number));
    let raised = |at: usize| cells.get(at).is_some_and(|cell| cell.raised);
    if !ltr(class(cells, start)) {
        return start;
    }
    let mut end = start + 1;
    let mut worded = class(cells, start) == Some(Class::Latin);
    // How many brackets are open in the run, and the end of the run before the first of them.
    let (mut open, mut before_open) = (0_i32, end);
    loop {
        let gap = (end..cells.len()).take(WIDEST_GAP + 1);
        let gap = gap.take_while(|&at| class(cells, at) == Some(Class::Neutral)).count();
        let next = end + gap;
        if gap > WIDEST_GAP || !ltr(class(cells, next)) {
            break;
        }
        let latin = class(cells, next) == Some(Class::Latin);
        if raised(next) == raised(end - 1) {
            let on =
                if worded { !is_another_number(cells, end, next) } else { joins(cells, end, next, latin) };
            if gap > 0 && !on {
                break;
            }
        } else {
            // A footnote mark, and a bracket around it, take the direction of the word before them.
            let bracketed = gap == 1 && cells.get(end).is_some_and(|cell| cell.letter == '(');
            if !raised(next) || !worded || gap > 0 && !bracketed {
                break;
            }
        }
        let mut within = open;
        let mut foreign = false;
        for at in end..next {
            match cells.get(at).map(|cell| cell.letter) {
                Some('(' | '[') => {
                    foreign |= within == 0 && is_label(cells, at);
                    if within == 0 {
                        before_open = end;
                    }
                    within += 1;
                }
                // A closing bracket without an opening one in this run belongs to the text around the run.
                Some(')' | ']') => within -= 1,
                _ => {}
            }
            foreign |= within < 0;
        }
        if foreign {
            break;
        }
        open = within;
        worded |= latin;
        end = next + 1;
    }
    // The bracket that closes the run is part of it.
    if open == 1 && matches!(cells.get(end).map(|cell| cell.letter), Some(')' | ']')) {
        return end + 1;
    }
    if open > 0 { before_open } else { end }
}

/// Whether the character at `end` joins the number before it to what stands at `next` into one left-to-right run.
fn joins(cells: &[Character], end: usize, next: usize, latin: bool) -> bool {
    let Some(sign) = cells.get(end).map(|cell| cell.letter).filter(|_| next == end + 1) else { return false };
    let european = cells.get(end - 1).is_some_and(|cell| cell.letter.is_ascii_digit());
    if latin {
        return european && matches!(sign, ' ' | '-' | '/' | '.' | '\'' | '’');
    }
    match sign {
        '/' | '.' | ',' | ':' | '،' | '\u{66B}' | '\u{66C}' | NO_BREAK => true,
        // Ranges of years rise in reading order. One that rises from left to right on the page is therefore stored that
        // way.
        '-' | '–' => {
            let ((from, four), (to, figures)) = (figures_before(cells, end), figures_from(cells, next));
            four == 4 && figures == 4 && from < to && to < from + 200
        }
        _ => false,
    }
}

/// Whether a new number begins at `next`: "December 2025 5" is "5 December 2025", so that the short number after the
/// year is not part of the run before it.
fn is_another_number(cells: &[Character], end: usize, next: usize) -> bool {
    let (_, year) = figures_before(cells, end);
    let (_, day) = figures_from(cells, next);
    let back = |by: usize| end.checked_sub(by);
    let month = back(year + 2).and_then(|at| class(cells, at)) == Some(Class::Latin);
    let space =
        |at: Option<usize>| at.and_then(|at| cells.get(at)).is_some_and(|cell| cell.letter.is_whitespace());
    let apart = next == end + 1 && space(Some(end)) && space(back(year + 1));
    let last = class(cells, next + day) != Some(Class::Latin);
    year == 4 && month && apart && (1..=2).contains(&day) && last
}

/// The value of the number that ends at `end` (exclusive), and how many digits it has.
fn figures_before(cells: &[Character], end: usize) -> (u32, usize) {
    let from = (0..end).rev().take(5).take_while(|&at| class(cells, at) == Some(Class::Number)).last();
    figures_from(cells, from.unwrap_or(end))
}

fn figures_from(cells: &[Character], at: usize) -> (u32, usize) {
    let figures = cells.iter().skip(at).take(5).map_while(|cell| digit_value(cell.letter));
    figures.fold((0, 0), |(value, count), figure| (value * 10 + figure, count + 1))
}

/// Whether a bracket opens the label of a paragraph or a note, "(3)" or "(a)", at the right end of the line.
fn is_label(cells: &[Character], at: usize) -> bool {
    if at.checked_sub(1).and_then(|before| cells.get(before)).is_some_and(|cell| !cell.letter.is_whitespace())
    {
        return false;
    }
    let inner = cells.iter().skip(at + 1).take_while(|cell| cell.letter.is_alphanumeric());
    let (count, figures) =
        inner.fold((0, true), |(count, all), cell| (count + 1, all && cell.letter.is_numeric()));
    let mut rest = cells.iter().skip(at + 1 + count);
    let closed = rest.next().is_some_and(|cell| matches!(cell.letter, ')' | ']'));
    closed && (figures && count <= 3 || count == 1) && rest.all(|cell| !cell.letter.is_alphanumeric())
}

/// Turns the raised 2 or 3 of "km²" or "m³" into a superscript character, so that it is not taken for a footnote mark.
pub(super) fn powers(cells: &mut [Character]) {
    for at in 1..cells.len() {
        let power = match cells.get(at) {
            Some(Character { letter: '2', raised: true, .. }) => '²',
            Some(Character { letter: '3', raised: true, .. }) => '³',
            _ => continue,
        };
        let before = cells.iter().take(at).rev().map(|cell| cell.letter);
        let letters: Vec<char> = before.take(3).take_while(|letter| letter.is_alphabetic()).collect();
        let unit = is_metre(&letters.iter().rev().collect::<String>());
        let alone = cells.get(at + 1).is_none_or(|next| !next.raised);
        if let Some(cell) = cells.get_mut(at).filter(|_| unit && alone) {
            (cell.letter, cell.raised) = (power, false);
        }
    }
}

/// Inserts a space between the marker at the beginning of a note and its words.
pub(super) fn room_after_marker(cells: &mut Vec<Character>) {
    let end = cells.iter().take_while(|cell| cell.raised).count();
    if cells.get(end).is_some_and(|next| next.letter != ' ') {
        cells.insert(end, Character { letter: ' ', raised: false, emphasis: false });
    }
}

/// Removes the raised brackets of the marker at the beginning of a note: "(1)" becomes "1".
pub(super) fn bare_marker(cells: &mut Vec<Character>) {
    let raised = cells.iter().take_while(|cell| cell.raised).count();
    let is = |at: usize, sign: char| cells.get(at).is_some_and(|cell| cell.letter == sign);
    if raised >= 3 && is(0, '(') && is(raised - 1, ')') {
        cells.remove(raised - 1);
        cells.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reading order of a right-to-left line that is printed like this, from left to right.
    fn read(printed: &str) -> String {
        let cell = |letter| Character { letter, raised: false, emphasis: false };
        let mut cells: Vec<Character> = printed.chars().map(cell).collect();
        to_logical(&mut cells, true, Brackets::default());
        cells.iter().map(|cell| cell.letter).collect()
    }

    #[test]
    fn a_right_to_left_line_keeps_its_numbers_and_symbols() {
        assert_eq!(read("،A/RES/95/12 رارق"), "قرار A/RES/95/12،");
        assert_eq!(read("2040 ربمسيد 18"), "18 ديسمبر 2040");
        assert_eq!(read(".A/95/204 )3("), "(3) A/95/204.");
        assert_eq!(read(".A/95/204 (3)"), "(3) A/95/204.");
        assert_eq!(read("٢٠٤٠ ربمسيد ١٨"), "١٨ ديسمبر ٢٠٤٠");
        assert_eq!(read("2,5 ةبسن"), "نسبة 2,5");
    }

    #[test]
    fn words_of_another_script_keep_their_order_and_brackets() {
        assert_eq!(read("Sample Programme (SP) جمانرب"), "برنامج Sample Programme (SP)");
        assert_eq!(read("،(Sample Programme) جمانرب"), "برنامج (Sample Programme)،");
        assert_eq!(read("“Sample’s book” باتك"), "كتاب ”Sample’s book“");
    }

    #[test]
    fn dates_and_year_ranges_come_out_in_reading_order() {
        assert_eq!(read("December 2040 5"), "5 December 2040");
        assert_eq!(read("5 December 2040"), "5 December 2040");
        assert_eq!(read("2045-2040 ةرتفلل"), "للفترة 2040-2045");
        assert_eq!(read("2040-2045 ةرتفلل"), "للفترة 2040-2045");
    }

    #[test]
    fn tatweels_that_only_lengthen_are_removed() {
        assert_eq!(read("مـــلع"), "علم");
        assert_eq!(read("(ـه)"), "(هـ)");
    }

    #[test]
    fn combining_characters_follow_their_letters() {
        assert_eq!(read("مّلع"), "علمّ");
        assert_eq!(read("اًضيأ"), "أيضاً");
    }

    #[test]
    fn an_arabic_word_in_a_left_to_right_line_is_reversed() {
        let mut cells: Vec<Character> = "the word ملع and"
            .chars()
            .map(|letter| Character { letter, raised: false, emphasis: false })
            .collect();
        to_logical(&mut cells, false, Brackets::default());
        assert_eq!(cells.iter().map(|cell| cell.letter).collect::<String>(), "the word علم and");
    }
}
