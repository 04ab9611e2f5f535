//! Spaces of a line: removes those that the text does not have, and marks those that hold a number together.

use super::glyph::{Character, NO_BREAK, is_marker};
use super::lines::Printed;
use crate::text::chars::is_wide;

/// A wide gap of a line: how many characters precede it, and its left and right edge in points.
pub(super) type WideGap = (usize, f32, f32);

/// Removes spaces that come from typesetting only: before a raised footnote mark, which belongs to the word before it,
/// and on one side of a dash between two figures, "2040– 2045". A wide gap is kept.
pub(super) fn close_up(cells: &mut Vec<Character>, gaps: &mut [WideGap]) {
    let mut at = 1;
    while at + 1 < cells.len() {
        let wide = gaps.iter().any(|gap| gap.0 == at + 1);
        if !wide && (is_before_mark(cells, at) || is_beside_dash(cells, at)) {
            cells.remove(at);
            for gap in gaps.iter_mut().filter(|gap| gap.0 > at) {
                gap.0 -= 1;
            }
        } else {
            at += 1;
        }
    }
}

fn letter(cells: &[Character], at: Option<usize>) -> char {
    at.and_then(|at| cells.get(at)).map_or(' ', |cell| cell.letter)
}

/// Whether the space at `at` separates a word from a footnote mark that no word follows immediately.
fn is_before_mark(cells: &[Character], at: usize) -> bool {
    let plain = |at: usize| cells.get(at).is_some_and(|cell| !cell.raised);
    let mark = cells.iter().skip(at + 1).take_while(|cell| cell.raised && is_marker(cell.letter)).count();
    letter(cells, Some(at)) == ' '
        && plain(at)
        && plain(at - 1)
        && mark > 0
        && !letter(cells, Some(at + 1 + mark)).is_alphanumeric()
}

fn is_beside_dash(cells: &[Character], at: usize) -> bool {
    let dash = |at: Option<usize>| letter(cells, at) == '–';
    let figure = |at: Option<usize>| letter(cells, at).is_ascii_digit();
    let behind = dash(at.checked_sub(1)) && figure(at.checked_sub(2)) && figure(Some(at + 1));
    let before = dash(Some(at + 1)) && figure(at.checked_sub(1)) && figure(Some(at + 2));
    letter(cells, Some(at)) == ' ' && (behind || before)
}

/// Turns the spaces in a number that is grouped by thousands, "10 000", into no-break spaces, so that the number stays
/// together when a right-to-left line is reordered. Most files write an ordinary space there. Characters are in visual
/// order.
pub(super) fn bind_figures(cells: &mut [Character], gaps: &[WideGap]) {
    let mut at = 0;
    while at < cells.len() {
        let first = figures(cells, at);
        if first == 0 {
            at += 1;
            continue;
        }
        let start = at;
        let mut blanks = Vec::new();
        let mut odd = first > 3;
        at += first;
        while matches!(letter(cells, Some(at)), ' ' | NO_BREAK) && !gaps.iter().any(|gap| gap.0 == at + 1) {
            let group = figures(cells, at + 1);
            if group == 0 {
                break;
            }
            odd |= group != 3;
            blanks.push(at);
            at += 1 + group;
        }
        let part_of_symbol = |sign: char| matches!(sign, '/' | '.' | ',') || sign.is_alphanumeric();
        if !odd && !part_of_symbol(letter(cells, start.checked_sub(1))) && letter(cells, Some(at)) != '/' {
            for blank in blanks {
                if let Some(cell) = cells.get_mut(blank) {
                    cell.letter = NO_BREAK;
                }
            }
        }
    }
}

/// How many digits stand from `at` on that are not raised.
fn figures(cells: &[Character], at: usize) -> usize {
    cells.iter().skip(at).take_while(|cell| cell.letter.is_ascii_digit() && !cell.raised).count()
}

/// Turns no-break spaces into ordinary ones, except inside a number of a right-to-left line.
pub(super) fn loosen(cells: &mut [Character], rtl: bool) {
    for at in 0..cells.len() {
        let figure = |at: Option<usize>| letter(cells, at).is_ascii_digit();
        let inside = rtl && figure(at.checked_sub(1)) && figure(Some(at + 1));
        if let Some(cell) = cells.get_mut(at).filter(|cell| cell.letter == NO_BREAK && !inside) {
            cell.letter = ' ';
        }
    }
}

/// Moves a footnote mark back to its word. Where a line of Han characters is full, the mark of its last word may be
/// printed alone at the beginning of the next line.
pub(super) fn carry_marks(printed: &mut Vec<Printed>) {
    let right = printed.iter().map(|printed| printed.line.x1).fold(0.0, f32::max);
    let mut at = 1;
    while at < printed.len() {
        if let [above, mark, rest @ ..] = printed.get_mut(at - 1..).unwrap_or_default()
            && is_carried(above, mark, rest.first(), right)
        {
            above.cells.extend(mark.cells.drain(..).map(|cell| Character { raised: true, ..cell }));
            printed.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Whether `mark` holds nothing but small digits at the margin, closely below a full line and above either a line of
/// text or nothing.
fn is_carried(above: &Printed, mark: &Printed, below: Option<&Printed>, right: f32) -> bool {
    let (line, size) = (&mark.line, above.line.size);
    let wide = above.cells.last().is_some_and(|cell| is_wide(cell.letter));
    let figures = mark.cells.len() <= 3 && mark.cells.iter().all(|cell| cell.letter.is_ascii_digit());
    let near = line.y > above.line.y && line.y - above.line.y < 2.4 * size && line.turn == above.line.turn;
    let at_margin = line.x0 < above.line.x0 + size && above.line.x1 > right - 1.5 * size;
    let text_below = below.is_none_or(|below| below.line.size > 0.9 * size);
    wide && figures && line.size < 0.75 * size && near && at_margin && text_below
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;
    use crate::formats::pdf::lines::Line;
    use crate::formats::pdf::tags::Tag;

    /// The characters of a line; those between carets are raised.
    fn cells(line: &str) -> Vec<Character> {
        let mut raised = false;
        let mut out = Vec::new();
        for letter in line.chars() {
            if letter == '^' {
                raised = !raised;
            } else {
                out.push(Character { letter, raised, emphasis: false });
            }
        }
        out
    }

    fn closed(line: &str) -> String {
        let mut cells = cells(line);
        close_up(&mut cells, &mut []);
        cells.iter().map(|cell| cell.letter).collect()
    }

    fn bound(line: &str) -> String {
        let mut cells = cells(line);
        bind_figures(&mut cells, &[]);
        cells.iter().map(|cell| cell.letter).collect()
    }

    #[test]
    fn footnote_marks_join_their_words_and_dashes_their_figures() {
        assert_eq!(closed("of lakes, ^10^ as in 2040– 2045"), "of lakes,10 as in 2040–2045");
        assert_eq!(closed("of lakes ^3^"), "of lakes3");
        assert_eq!(closed("the ^3^He and 2040 – 2045"), "the 3He and 2040 – 2045");
    }

    #[test]
    fn a_wide_gap_before_a_mark_stays_where_it_was() {
        let mut cells = cells("Total ^1^ of 1 ^2^");
        let mut gaps = [(6, 30.0, 60.0)];
        close_up(&mut cells, &mut gaps);
        assert_eq!(cells.iter().map(|cell| cell.letter).collect::<String>(), "Total 1 of 12");
        assert_eq!(gaps[0].0, 6);
    }

    #[test]
    fn numbers_grouped_by_thousands_are_bound() {
        assert_eq!(bound("رالود 10 000 و 300 363"), "رالود 10\u{A0}000 و 300\u{A0}363");
        for other in ["000 10", "2040 300", "A/95/100 200", "12 13"] {
            assert_eq!(bound(other), other);
        }
    }

    /// A line of a page that is 400 points wide, with a mark at the margin `room` points below it.
    fn page(words: &str, x1: f32, room: f32) -> Vec<String> {
        let line = |x1: f32, y: f32, size: f32| Line {
            page: 0,
            x0: 0.0,
            x1,
            y,
            size,
            text: Span::new(0, 0),
            tag: Tag::default(),
            furniture: None,
            bold: false,
            marked: false,
            first_word: 0.0,
            rtl: false,
            turn: 0,
            beside: false,
        };
        let printed = |words: &str, line: Line| Printed { cells: cells(words), gaps: Vec::new(), line };
        let mut page = vec![
            printed("湖泊很深而且湖泊很宽", line(400.0, 100.0, 10.0)),
            printed(words, line(x1, 115.0, 10.0)),
            printed("50", line(8.0, 115.0 + room, 6.5)),
            printed("湖泊很大", line(80.0, 145.0, 10.0)),
        ];
        carry_marks(&mut page);
        page.iter().map(|printed| printed.cells.iter().map(|cell| cell.letter).collect()).collect()
    }

    #[test]
    fn a_mark_alone_below_a_full_han_line_joins_its_last_word() {
        assert_eq!(page("湖泊；", 395.0, 15.0), ["湖泊很深而且湖泊很宽", "湖泊；50", "湖泊很大"]);
        for (words, x1, room) in [("湖泊；", 200.0, 15.0), ("湖泊；", 395.0, 28.0), ("lakes;", 395.0, 15.0)]
        {
            assert_eq!(page(words, x1, room).len(), 4, "{words} {x1} {room}");
        }
    }
}
