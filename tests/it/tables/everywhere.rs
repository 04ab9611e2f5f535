//! Properties of any table at any width.

use super::*;
use plenary::internals::{Charset, Extent, Layout, Role, width};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,12}( [a-z]{1,12}){0,12}",
        "[0-9]{1,3}(,[0-9]{3}){0,2}(\\.[0-9]{1,4})?",
        "[\u{4e00}-\u{4e40}]{1,20}",
        "[\u{627}-\u{63a}]{1,8}( [\u{627}-\u{63a}]{1,8}){0,6}",
        "[a-z]{30,60}",
        Just(String::new()),
        Just("–".to_owned()),
    ]
}

fn tables() -> impl Strategy<Value = Vec<Vec<Wanted>>> {
    let cell = (words(), 1..3_u16, 1..3_u16).prop_map(|(words, columns, rows)| Wanted(words, columns, rows));
    prop::collection::vec(prop::collection::vec(cell, 1..8), 1..9)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_word_of_every_cell_is_shown_and_no_row_is_wider_than_the_pane(
        rows in tables(), header in 0..3_u32, text in 20..=200_u16, more in 0..60_u16, arabic in any::<bool>(),
    ) {
        let language = if arabic { Language::Ar } else { Language::En };
        let document = document(language, header.min(rows.len() as u32), &rows);
        let id = document.ids().find(|&id| document.table(id).is_some()).unwrap();
        let extent = Extent { text, room: text + more };
        let mut layout = Layout::new(Arc::clone(&document), extent);
        let mut seen = vec![false; document.text().len()];
        loop {
            let rows = layout.rows(id);
            for row in rows.iter() {
                prop_assert!(row.role != Role::Under || row.indent + row.wide <= extent.room);
                let mut before = 0;
                for piece in rows.pieces(row) {
                    let words = document.slice(piece.text);
                    prop_assert!(piece.x >= before, "{words:?} is laid over what stands before it");
                    before = piece.x + width(words) as u16 + width(piece.after) as u16;
                    prop_assert!(width(words) as u16 + piece.x <= extent.room, "{words:?} reaches over the edge");
                    seen[piece.text.range()].fill(true);
                }
            }
            if layout.across(id, 1).is_none() {
                break;
            }
        }
        let table = document.table(id).unwrap();
        for cell in table.rows().flatten() {
            let words = document.slice(cell.text);
            let shown: String = words
                .char_indices()
                .filter(|(at, _)| seen[cell.text.start as usize + at])
                .map(|(_, c)| c)
                .collect();
            prop_assert_eq!(letters(&shown), letters(words));
        }
    }

    #[test]
    fn a_place_in_a_table_survives_a_change_of_width(
        rows in tables(), header in 0..2_u32, from in 20..=160_u16, to in 20..=160_u16, row in 0..20_usize,
    ) {
        let document = document(Language::En, header, &rows);
        let id = document.ids().find(|&id| document.table(id).is_some()).unwrap();
        let mut layout = Layout::new(Arc::clone(&document), from);
        let count = layout.rows(id).len();
        let place = plenary::internals::Place { node: id, row: row.min(count.saturating_sub(1)) };
        let offset = layout.offset_of(place);
        prop_assume!(offset.is_some());
        layout.resize(to);
        let found = layout.place_of(id, offset);
        prop_assert_eq!(found.node, id);
        layout.resize(from);
        let again = layout.place_of(id, offset);
        prop_assert_eq!(layout.offset_of(again), offset);
        prop_assert!(again.row >= place.row, "back by {} rows", place.row - again.row);
    }
}

#[test]
fn ascii_terminals_show_the_same_cells() {
    assert_eq!(Charset::Ascii.cell("─"), "-");
}

/// Of this merged cell, a number, only one column is in sight, and the number must stay within it.
#[test]
fn a_merged_number_does_not_overlap_the_next_cell() {
    let rows = vec![
        vec![
            over("a aaaaaaaaaa", 2, 2),
            over("0,000,000", 2, 2),
            over("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, 2),
            over("aaaaaaaaacq qdydnzcu", 1, 1),
            over("aneakmouilxuzrhszifvgkseebwtotehqesuiifweqcrdtgsnh", 1, 1),
            over("", 2, 2),
        ],
        vec![over("6,165.1", 2, 1), over("丶主丑丱", 2, 2)],
        vec![over("", 2, 2), over("", 2, 1)],
        vec![over("1,069,186.4450", 1, 2), over("", 2, 1), over("", 2, 1), over("", 1, 2)],
    ];
    let document = document(Language::Ar, 0, &rows);
    let id = document.ids().find(|&id| document.table(id).is_some()).unwrap();
    let mut layout = Layout::new(Arc::clone(&document), Extent { text: 75, room: 110 });
    loop {
        let rows = layout.rows(id);
        for row in rows.iter() {
            let mut before = 0;
            for piece in rows.pieces(row) {
                let words = document.slice(piece.text);
                assert!(piece.x >= before, "{words:?} is laid over what stands before it");
                before = piece.x + width(words) as u16 + width(piece.after) as u16;
            }
        }
        if layout.across(id, 1).is_none() {
            break;
        }
    }
}
