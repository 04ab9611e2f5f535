//! Characters as they are printed to characters as they are read: cleaning, ligatures, and right-to-left lines.

use super::lines::{Cell, is_rtl};
use unicode_normalization::UnicodeNormalization;

/// Draws an Arabic letter longer.
const TATWEEL: char = '\u{640}';

/// Adds a character to a line, cleaned.
pub(super) fn push(cells: &mut Vec<Cell>, letter: char, raised: bool, emphasis: bool) {
    let mut one = |letter| cells.push(Cell { letter, raised, emphasis });
    match letter {
        _ if is_unseen(letter) => {}
        // Ligatures, and Arabic letters in the shape that they have in their word.
        '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            let shape: String = std::iter::once(letter).nfkc().collect();
            if is_rtl(letter) {
                // The line is turned round later on, this with it.
                shape.chars().rev().for_each(&mut one);
            } else {
                shape.chars().for_each(&mut one);
            }
        }
        _ => one(letter),
    }
}

/// Control characters, and marks that steer text: nothing is printed for them.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{61C}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// More letters to the left than to the right: positive.
pub(super) fn weight(cells: &[Cell]) -> i32 {
    cells.iter().map(|cell| i32::from(is_rtl(cell.letter)) - i32::from(is_latin(cell.letter))).sum()
}

/// Whether what ends a line stands at its left, or what begins it at its right.
pub(super) fn ends_first(cells: &[Cell]) -> bool {
    let ends = |cell: Option<&Cell>, signs: &str| cell.is_some_and(|cell| signs.contains(cell.letter));
    ends(cells.first(), ".,;:)]") || ends(cells.last(), "([")
}

fn is_ltr(letter: char) -> bool {
    is_latin(letter) || letter.is_numeric()
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && !is_rtl(letter)
}

/// Turns a line that is read from the right round, but not the words and numbers in it that are read from the left.
pub(super) fn to_logical(cells: &mut Vec<Cell>) {
    let mut at = 0;
    while at < cells.len() {
        let end = ltr_run(cells, at);
        if end > at
            && let Some(run) = cells.get_mut(at..end)
        {
            run.reverse();
        }
        at = end.max(at + 1);
    }
    cells.reverse();
    mirror(cells);
    without_tatweel(cells);
}

/// Drops what only draws letters longer to fill the line. "1 ـ" is a dash, and "(هـ)" a letter.
fn without_tatweel(cells: &mut Vec<Cell>) {
    let mut before = ' ';
    let mut at = 0;
    let after: Vec<bool> = cells.iter().skip(1).map(|next| is_rtl(next.letter)).collect();
    cells.retain(|cell| {
        let worded = after.get(at).copied().unwrap_or(false);
        at += 1;
        let last = is_rtl(before) && before != TATWEEL && !worded;
        let kept = cell.letter != TATWEEL || before.is_numeric() || last;
        if kept && (cell.letter != ' ' || !before.is_numeric()) {
            before = cell.letter;
        }
        kept
    });
}

/// Where a run that is read from the left ends; its own start where none begins.
fn ltr_run(cells: &[Cell], start: usize) -> usize {
    let letter = |at: usize| cells.get(at).map(|cell| cell.letter);
    if !letter(start).is_some_and(is_ltr) {
        return start;
    }
    let mut end = start + 1;
    let mut worded = letter(start).is_some_and(is_latin);
    let mut open = 0;
    while let Some(next) = letter(end) {
        if is_ltr(next) {
            worded |= is_latin(next);
            end += 1;
            continue;
        }
        // What joins to the next: one sign inside a number, any inside Latin words.
        let gap = (end..cells.len().min(end + 4))
            .take_while(|&at| letter(at).is_some_and(|sign| !is_ltr(sign) && !is_rtl(sign)))
            .count();
        let follows = letter(end + gap).is_some_and(is_ltr);
        let inside = gap == 1 && matches!(next, '/' | '.' | ',' | ':');
        // A bracket that closes what this run did not open belongs to what stands beside it.
        let signs = cells.get(end..end + gap).unwrap_or_default().iter().map(|cell| cell.letter);
        let mut within = open;
        let foreign = open == 0 && matches!(next, '(' | ')' | '[' | ']')
            || signs.clone().any(|sign| {
                within += i32::from(matches!(sign, '(' | '[')) - i32::from(matches!(sign, ')' | ']'));
                within < 0
            });
        if foreign {
            break;
        }
        if !follows || !(inside || worded && gap <= 3) {
            break;
        }
        open = within;
        end += gap;
    }
    end
}

/// Brackets of a turned line, as they are meant: those that close first were printed as seen.
fn mirror(cells: &mut [Cell]) {
    let (mut open, mut wrong, mut right) = (0_i32, 0, 0);
    for cell in cells.iter() {
        match cell.letter {
            '(' | '[' | '«' => open += 1,
            ')' | ']' | '»' => {
                if open > 0 {
                    right += 1;
                } else {
                    wrong += 1;
                }
                open -= i32::from(open > 0);
            }
            _ => {}
        }
    }
    if wrong <= right {
        return;
    }
    for cell in cells {
        cell.letter = match cell.letter {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            '«' => '»',
            '»' => '«',
            other => other,
        };
    }
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
        let mut cells = Vec::new();
        for letter in printed.chars() {
            push(&mut cells, letter, false, false);
        }
        to_logical(&mut cells);
        cells.iter().map(|cell| cell.letter).collect()
    }

    #[test]
    fn a_right_to_left_line_keeps_its_numbers_and_symbols() {
        assert_eq!(read("،A/RES/95/12 رارق"), "قرار A/RES/95/12،");
        assert_eq!(read("2040 ربمسيد 18"), "18 ديسمبر 2040");
        assert_eq!(read(".A/95/204 )3("), "(3) A/95/204.");
    }

    #[test]
    fn shapes_become_letters_and_long_ones_short() {
        assert_eq!(read("ﻢﻠﻋ"), "علم");
        assert_eq!(read("مـــلع"), "علم");
        assert_eq!(read("(ـه)"), "(هـ)");
    }

    #[test]
    fn what_steers_text_is_dropped() {
        let mut cells = Vec::new();
        for letter in "a\u{202E}\u{1b}\u{200F}ﬁ".chars() {
            push(&mut cells, letter, false, false);
        }
        assert_eq!(cells.iter().map(|cell| cell.letter).collect::<String>(), "afi");
    }
}
