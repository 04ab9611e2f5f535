//! What a row shows, and what of the text stands under a column of it.

use super::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

const HIT: Style = Style::new().add_modifier(Modifier::REVERSED);

fn drawn(line: &Line, cells: u16, mirrored: bool) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, cells, 1));
    let row = line.set(Bidi::App, mirrored.then_some(cells));
    draw(&[row], buffer.area, &mut buffer);
    buffer
}

fn shown(line: &Line, cells: u16) -> String {
    drawn(line, cells, false).content.iter().map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn a_text_of_a_right_to_left_language_ends_at_the_edge_though_two_letters_share_a_cell() {
    let mut line = Line::default();
    Styled::new("إلا بلا", Style::default()).flush_right(&mut line, 10, 1);
    assert_eq!(shown(&line, 10), "    ﻼﺑ ﻻإ ");
}

#[test]
fn a_match_of_one_letter_marks_the_cell_that_it_shares() {
    for letter in [2..4, 4..6] {
        let mut line = Line::default();
        let mut styled = Styled::new("بلا", Style::default());
        styled.over(letter, HIT);
        styled.flush_right(&mut line, 4, 0);
        let marked = |cell: &ratatui::buffer::Cell| cell.modifier == Modifier::REVERSED;
        let marks: Vec<bool> = drawn(&line, 4, false).content.iter().map(marked).collect();
        assert_eq!(marks, [false, false, true, false]);
    }
}

#[test]
fn letters_stay_joined_where_a_match_begins_within_a_word() {
    let mut line = Line::default();
    let mut styled = Styled::new("تقرر", Style::default());
    styled.over(0..2, HIT.fg(Color::Red));
    styled.flush_right(&mut line, 4, 0);
    assert_eq!(shown(&line, 4), "رﺮﻘﺗ");
}

#[test]
fn the_caret_stands_where_the_next_letter_will() {
    let caret = |text: &str, at: usize, mirrored: Option<u16>| {
        let mut line = Line::default();
        line.put(2, text, Style::default());
        line.caret(at, Bidi::App, mirrored)
    };
    assert_eq!(caret("op7", 3, None), Some(5));
    assert_eq!(caret("op7", 1, None), Some(3));
    assert_eq!(caret("بلا", 6, None), Some(1), "left of two cells, which begin at column 2");
    assert_eq!(caret("بلا", 0, None), Some(3));
    assert_eq!(caret("op7", 3, Some(20)), Some(18));
    assert_eq!(caret("بلا", 6, Some(20)), Some(15));
    assert_eq!(caret("", 0, None), None);
}

#[test]
fn what_is_under_the_mouse_is_what_is_shown_there() {
    let mut line = Line::default();
    Styled::new("بلا A/1", Style::default()).from(100).flush_right(&mut line, 12, 2);
    assert_eq!(shown(&line, 12), "    A/1 ﻼﺑ  ");
    let at = |column| line.origin_at(column, Bidi::App);
    assert_eq!([9, 8, 4, 6].map(at), [100, 102, 107, 109].map(Some));
    assert_eq!(at(0), Some(107), "the nearest");
    assert_eq!(Line::default().origin_at(3, Bidi::App), None);
}

#[test]
fn a_terminal_that_orders_by_itself_gets_the_letters_as_they_are_read() {
    let mut line = Line::default();
    Styled::new("(أ) بلا", Style::default()).flush_right(&mut line, 8, 1);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
    draw(&[line.set(Bidi::Terminal, None)], buffer.area, &mut buffer);
    assert_eq!(buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>(), "(أ) بلا ");
}

#[test]
fn a_title_that_runs_to_the_left_turns_no_other_column_of_a_list() {
    let mut line = Line::default();
    Styled::new("A/1  بلا شرط…  · a.txt", Style::default()).columns(&mut line, 1);
    assert_eq!(shown(&line, 26), " A/1  …ﻁﺮﺷ ﻼﺑ   · a.txt   ");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 26, 1));
    draw(&[line.set(Bidi::App, Some(26))], buffer.area, &mut buffer);
    let row: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(row, "   a.txt ·   …ﻁﺮﺷ ﻼﺑ  A/1 ");
}

#[test]
fn a_text_flush_with_the_end_leaves_the_column_before_it_free_where_nobody_turns_it() {
    let mut line = Line::default();
    line.put(0, "7", Style::default());
    Styled::new("بلا", Style::default()).flush_end(&mut line, 3, 8);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
    draw(&[line.set(Bidi::Off, None)], buffer.area, &mut buffer);
    assert_eq!(buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>(), "7  بلا  ");
}
