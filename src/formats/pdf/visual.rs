//! Characters as they are printed, from left to right, to characters as they are read.
//!
//! It is the Unicode algorithm of bidirectional text backwards. Where two texts are printed alike, the one is taken that
//! resolutions have: a date before a list of numbers, a rising range before a falling one.

use super::letters::is_combining;
use super::lines::{Cell, NO_BREAK, is_rtl};

/// Draws an Arabic letter longer.
const TATWEEL: char = '\u{640}';

/// More letters to the left than to the right: positive.
pub(super) fn weight(cells: &[Cell]) -> i32 {
    cells.iter().map(|cell| i32::from(is_rtl(cell.letter)) - i32::from(is_latin(cell.letter))).sum()
}

/// Whether what ends a line that is read from the right stands at its left, or what begins it at its right.
pub(super) fn ends_first(cells: &[Cell]) -> bool {
    let ends = |cell: Option<&Cell>, signs: &str| cell.is_some_and(|cell| signs.contains(cell.letter));
    ends(cells.first(), ".,;:)]") || ends(cells.last(), "([")
}

/// Whether a raised mark stands at the right of a line, apart from its words: the mark of a note begins it there.
pub(super) fn begins_last(cells: &[Cell]) -> bool {
    let mark = cells.iter().rev().take_while(|cell| cell.raised).count();
    mark > 0 && cells.iter().rev().nth(mark).is_some_and(|cell| cell.letter.is_whitespace())
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && !is_rtl(letter) && !is_combining(letter)
}

/// Turns what is read from the right: in a line of that direction all but the words and numbers that are read from the
/// left, in another only its words of that direction.
pub(super) fn to_logical(cells: &mut Vec<Cell>, rtl: bool, brackets: Brackets) {
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

fn turn(cells: &mut [Cell], brackets: Brackets) {
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
    // Signs stand behind their letters, whichever way these go.
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

/// How many signs stand at a place, before the letter that they belong to.
fn signs_at(cells: &[Cell], at: usize) -> usize {
    let signs = cells.iter().skip(at).take_while(|cell| is_combining(cell.letter)).count();
    if at + signs < cells.len() { signs } else { 0 }
}

/// The next words that are read from the right, with the numbers and the signs between them.
fn rtl_run(cells: &[Cell], start: usize) -> Option<(usize, usize)> {
    let from = start + cells.iter().skip(start).position(|cell| is_rtl(cell.letter))?;
    let run = cells.iter().skip(from).take_while(|cell| !is_latin(cell.letter));
    let last = run.enumerate().filter(|(_, cell)| is_rtl(cell.letter)).last()?.0;
    Some((from, from + last + 1))
}

/// What the lines of a file tell about its brackets: whether one in a line that is read from the right is written down
/// as it is printed, or as it is meant.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    printed: u32,
    meant: u32,
}

impl Brackets {
    /// Looks at the brackets of a line that have words on one side and room on the other.
    pub(super) fn learn(&mut self, cells: &[Cell]) {
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

    /// Whether the brackets of a line are written down as they are printed.
    fn are_as_printed(self, cells: &[Cell]) -> bool {
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

/// The bracket of the other side.
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

/// Drops what only draws letters longer to fill the line. "1 ـ" is a dash, and "(هـ)" a letter.
fn without_tatweel(cells: &mut Vec<Cell>) {
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

/// What a character does to the direction of its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Latin,
    Number,
    Rtl,
    Neutral,
}

fn class(cells: &[Cell], at: usize) -> Option<Class> {
    let letter = cells.get(at)?.letter;
    Some(match letter {
        // Between figures these are part of the number.
        '،' | '\u{66B}' | '\u{66C}' if is_inside_number(cells, at) => Class::Neutral,
        _ if letter.is_numeric() && !is_rtl(letter) => Class::Number,
        _ if is_latin(letter) => Class::Latin,
        _ if is_rtl(letter) => Class::Rtl,
        _ => Class::Neutral,
    })
}

fn is_inside_number(cells: &[Cell], at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| cells.get(at)).is_some_and(|cell| cell.letter.is_numeric());
    number(at.checked_sub(1)) && number(Some(at + 1))
}

/// Signs between two runs that are read from the left.
const WIDEST_GAP: usize = 5;

/// Where a run that is read from the left ends; its own start where none begins.
fn ltr_run(cells: &[Cell], start: usize) -> usize {
    let ltr = |class| matches!(class, Some(Class::Latin | Class::Number));
    let raised = |at: usize| cells.get(at).is_some_and(|cell| cell.raised);
    if !ltr(class(cells, start)) {
        return start;
    }
    let mut end = start + 1;
    let mut worded = class(cells, start) == Some(Class::Latin);
    // Brackets that are open in the run, and where the run ended before the first of them.
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
            // The mark of a note takes the direction of the word before it, and so does its bracket.
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
                // A bracket that closes what this run did not open belongs to what stands beside it.
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
    // A bracket that the run closes with its last word.
    if open == 1 && matches!(cells.get(end).map(|cell| cell.letter), Some(')' | ']')) {
        return end + 1;
    }
    if open > 0 { before_open } else { end }
}

/// Whether what stands right of a number, behind a sign, goes on with it.
fn joins(cells: &[Cell], end: usize, next: usize, latin: bool) -> bool {
    let Some(sign) = cells.get(end).map(|cell| cell.letter).filter(|_| next == end + 1) else { return false };
    let european = cells.get(end - 1).is_some_and(|cell| cell.letter.is_ascii_digit());
    if latin {
        return european && matches!(sign, ' ' | '-' | '/' | '.' | '\'' | '’');
    }
    match sign {
        '/' | '.' | ',' | ':' | '،' | '\u{66B}' | '\u{66C}' | NO_BREAK => true,
        // Years rise as they are read: where they rise from left to right they are read in that order.
        '-' | '–' => {
            let ((from, four), (to, figures)) = (figures_before(cells, end), figures_from(cells, next));
            four == 4 && figures == 4 && from < to && to < from + 200
        }
        _ => false,
    }
}

/// "December 2025 5" is "5 December 2025": a short number behind a year is not part of what stands before it.
fn is_another_number(cells: &[Cell], end: usize, next: usize) -> bool {
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

/// The number that ends at a place, and how many figures it has.
fn figures_before(cells: &[Cell], end: usize) -> (u32, usize) {
    let from = (0..end).rev().take(5).take_while(|&at| class(cells, at) == Some(Class::Number)).last();
    figures_from(cells, from.unwrap_or(end))
}

fn figures_from(cells: &[Cell], at: usize) -> (u32, usize) {
    let figures = cells.iter().skip(at).take(5).map_while(|cell| figure(cell.letter));
    figures.fold((0, 0), |(value, count), figure| (value * 10 + figure, count + 1))
}

fn figure(letter: char) -> Option<u32> {
    let zero = match letter {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        _ => return letter.to_digit(10),
    };
    Some(letter as u32 - zero)
}

/// Whether a bracket opens the label of a paragraph or a note, "(3)" or "(a)", at the right end of the line.
fn is_label(cells: &[Cell], at: usize) -> bool {
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

/// "km" and a raised 2 is a unit; its figure is no mark.
pub(super) fn powers(cells: &mut [Cell]) {
    for at in 1..cells.len() {
        let before =
            |back: usize| at.checked_sub(back).and_then(|at| cells.get(at)).map_or(' ', |cell| cell.letter);
        let unit = matches!(before(1), 'm' | 'м')
            && (!before(2).is_alphabetic()
                || matches!(before(2), 'k' | 'c' | 'к' | 'с') && !before(3).is_alphabetic());
        let alone = cells.get(at + 1).is_none_or(|next| !next.raised);
        if let Some(cell) = cells.get_mut(at).filter(|cell| cell.raised && unit && alone)
            && let Some(power) = [('2', '²'), ('3', '³')].iter().find(|(figure, _)| *figure == cell.letter)
        {
            (cell.letter, cell.raised) = (power.1, false);
        }
    }
}

/// A note's marker stands apart from its words.
pub(super) fn room_after_marker(cells: &mut Vec<Cell>) {
    let end = cells.iter().take_while(|cell| cell.raised).count();
    if cells.get(end).is_some_and(|next| next.letter != ' ') {
        cells.insert(end, Cell { letter: ' ', raised: false, emphasis: false });
    }
}

/// A note's marker in raised brackets, "(1)", loses them.
pub(super) fn bare_marker(cells: &mut Vec<Cell>) {
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

    /// What is read of a line that is printed like this, from left to right.
    fn read(printed: &str) -> String {
        let cell = |letter| Cell { letter, raised: false, emphasis: false };
        let mut cells: Vec<Cell> = printed.chars().map(cell).collect();
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
    fn dates_and_ranges_are_read_as_they_are_meant() {
        assert_eq!(read("December 2040 5"), "5 December 2040");
        assert_eq!(read("5 December 2040"), "5 December 2040");
        assert_eq!(read("2045-2040 ةرتفلل"), "للفترة 2040-2045");
        assert_eq!(read("2040-2045 ةرتفلل"), "للفترة 2040-2045");
    }

    #[test]
    fn long_letters_become_short() {
        assert_eq!(read("مـــلع"), "علم");
        assert_eq!(read("(ـه)"), "(هـ)");
    }

    #[test]
    fn signs_stay_behind_their_letters() {
        assert_eq!(read("مّلع"), "علمّ");
        assert_eq!(read("اًضيأ"), "أيضاً");
    }

    #[test]
    fn a_word_of_arabic_in_another_text_is_turned() {
        let mut cells: Vec<Cell> = "the word ملع and"
            .chars()
            .map(|letter| Cell { letter, raised: false, emphasis: false })
            .collect();
        to_logical(&mut cells, false, Brackets::default());
        assert_eq!(cells.iter().map(|cell| cell.letter).collect::<String>(), "the word علم and");
    }
}
