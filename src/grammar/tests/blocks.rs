//! Content from the readers of Word, PDF and web pages: whole paragraphs, headings, rows, notes, and marks given as
//! spans.
//!
//! Such blocks must be parsed as well as plain text: whole paragraphs are not joined, and nothing printed is lost.

use crate::document::dump::dump;
use crate::document::{Align, Cell, Document, Span, Table};
use crate::formats::{Block, Content, Style};
use crate::grammar::{Options, parse_content};

const P: Style = Style::Paragraph;
const NOTE: Style = Style::Note;
const ROW: Style = Style::Row;

/// Content made of these blocks; `{1}` is the span of a footnote mark, and `<Decides>` is in italics.
fn content(blocks: &[(Style, &str)]) -> Content {
    let mut content = Content::default();
    for (at, (style, words)) in blocks.iter().enumerate() {
        if at > 0 {
            content.text.push('\n');
        }
        let start = content.text.len();
        let mut opened = start;
        for letter in words.chars() {
            let here = content.text.len();
            match letter {
                '{' | '<' => opened = here,
                '}' => content.marks.push(Span::new(opened, here)),
                '>' => content.emphasis.push(Span::new(opened, here)),
                letter => content.text.push(letter),
            }
        }
        let text = Span::new(start, content.text.len());
        content.blocks.push(Block {
            text,
            source: text,
            line: at as u32 + 1,
            page: 0,
            gap: u8::from(at > 0),
            indent: 0,
            style: *style,
        });
    }
    content
}

fn document(blocks: &[(Style, &str)]) -> Document {
    let content = content(blocks);
    let document = parse_content(&content, Options::default());
    super::assert_sound("blocks", &content.text, &document);
    document
}

fn tree(blocks: &[(Style, &str)]) -> String {
    dump(&document(blocks))
}

#[test]
fn a_resolution_of_whole_paragraphs() {
    insta::assert_snapshot!(tree(&[
        (P, "United Nations"),
        (P, "A/RES/95/52"),
        (P, "General Assembly"),
        (P, "Distr.: General"),
        (P, "9 December 2095"),
        (P, "Ninety-fifth session"),
        (P, "Agenda item 74 (b)"),
        (P, "Resolution adopted by the General Assembly on 4 December 2095"),
        (P, "[on the report of the Third Committee (A/95/501, para. 12)]"),
        (P, "95/52. Reading rooms in every village"),
        (P, "The General Assembly,"),
        (P, "<Recalling> its resolution 94/12 of 3 December 2094,{1}"),
        (P, "<Welcoming> the report of the Secretary-General on reading rooms{2} and the recommendations in it,"),
        (P, "1.\u{a0}\u{a0}<Decides> that every village shall have a reading room, namely:"),
        (P, "(a) A room with a door;"),
        (P, "(b) Books, of which:"),
        (P, "(i) Some are old;"),
        (P, "(ii) Some are new;"),
        (P, "and that it shall be open on Sundays;"),
        (P, "2. <Requests> the Secretary-General to report thereon."),
        (P, "73rd plenary meeting"),
        (P, "4 December 2095"),
        (NOTE, "1 Resolution 94/12."),
        (NOTE, "2 A/95/300."),
    ]), @r#"
    masthead
      m1 "United Nations"
      m2 "A/RES/95/52"
      m3 "General Assembly"
      m4 "Distr.: General"
      m5 "9 December 2095"
      m6 "Ninety-fifth session"
      m7 "Agenda item 74 (b)"
      m8 "Resolution adopted by the General Assembly on 4 December 2095"
      m9 "[on the report of the Third Committee (A/95/501, para. 12)]"
      title Title "95/52." "Reading rooms in every village"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 94/12 of 3 December 2094,¹" ^fn1
      pp2 [WELCOME] "Welcoming the report of the Secretary-Genera…endations in it," ^fn2
    operative
      op1 "1." [DECIDE] "Decides that every village shall have a reading room, namely:"
        op1(a) "(a)" "A room with a door;"
        op1(b) "(b)" "Books, of which:"
          op1(b)(i) "(i)" "Some are old;"
          op1(b)(ii) "(ii)" "Some are new;"
        op1+1 Continuation "and that it shall be open on Sundays;"
      op2 "2." [REQUEST] to secretary-general "Requests the Secretary-General to report thereon."
    closing1 Closing "73rd plenary meeting"
    closing2 Closing "4 December 2095"
    notes
      fn1 "1" "Resolution 94/12."
      fn2 "2" "A/95/300."
    "#);
}

#[test]
fn headings_with_levels_divide_the_text_and_are_not_titles() {
    insta::assert_snapshot!(tree(&[
        (Style::Heading(1), "Resolution adopted by the General Assembly on 4 December 2095"),
        (Style::Heading(2), "95/53. Quiet hours"),
        (P, "The General Assembly,"),
        (P, "Recalling the quiet hours of the past,"),
        (Style::Heading(3), "I"),
        (Style::Heading(3), "Hours of the night"),
        (P, "1. Decides that the night is quiet;"),
        (Style::Heading(3), "II"),
        (Style::Heading(3), "Hours of the day"),
        (P, "2. Decides that noon is quiet;"),
        (Style::Heading(2), "Follow-up"),
        (P, "3. Decides to remain seized of the matter."),
        (Style::Heading(1), "Annex"),
        (Style::Heading(2), "Rules of quiet"),
        (P, "1. Speak softly."),
        (P, "2. Walk softly."),
    ]), @r#"
    masthead
      m1 "Resolution adopted by the General Assembly on 4 December 2095"
      title Title "95/53." "Quiet hours"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling the quiet hours of the past,"
    I "I" "Hours of the night"
      I.operative
        I.op1 "1." [DECIDE] "Decides that the night is quiet;"
    II "II" "Hours of the day"
      II.operative
        II.op2 "2." [DECIDE] "Decides that noon is quiet;"
        II.h1 "Follow-up"
        II.op3 "3." [SEIZED] "Decides to remain seized of the matter."
    annex "Annex"
      annex.h1 "Rules of quiet"
      annex.1 "1." "Speak softly."
      annex.2 "2." "Walk softly."
    "#);
}

#[test]
fn whole_paragraphs_are_not_joined() {
    // The first has no end mark and the second begins in lower case, but they remain two paragraphs.
    let document = document(&[
        (P, "The Security Council,"),
        (P, "Recalling its resolution 1 (2095)"),
        (P, "reaffirming its resolution 2 (2095),"),
        (P, "1. Decides to remain seized of the matter."),
    ]);
    let tree = dump(&document);
    assert!(tree.contains("\"Recalling its resolution 1 (2095)\""), "{tree}");
    assert!(tree.contains("\"reaffirming its resolution 2 (2095),\""), "{tree}");
}

#[test]
fn rows_become_a_table_of_their_clause() {
    insta::assert_snapshot!(tree(&[
        (P, "The General Assembly,"),
        (P, "1. Decides that the scale shall be:"),
        (ROW, "State  | Share"),
        (ROW, "Arcadia  | 12.5"),
        (ROW, "Halcyon  | 8.2"),
        (P, "2. Decides that this is all."),
    ]), @r#"
    preamble
      enacting "The General Assembly,"
    operative
      op1 "1." [DECIDE] "Decides that the scale shall be:"
        t1 Table "State  | Share\nArcadia  | 12.5\nHalcyon  | 8.2"
      op2 "2." [DECIDE] "Decides that this is all."
    "#);
}

#[test]
fn lettered_resolutions() {
    insta::assert_snapshot!(tree(&[
        (P, "95/54. Questions of libraries"),
        (Style::Heading(2), "A"),
        (Style::Heading(3), "Libraries on land"),
        (P, "The General Assembly,"),
        (P, "Recalling that books are heavy,"),
        (P, "1. Decides to build on rock."),
        (Style::Heading(2), "B"),
        (Style::Heading(3), "Libraries at sea"),
        (P, "The General Assembly,"),
        (P, "Recalling that water is wet,"),
        (P, "1. Decides to keep books dry."),
    ]), @r#"
    masthead
      title Title "95/54." "Questions of libraries"
    A "A"
      A.h1 "Libraries on land"
      A.preamble
        A.enacting "The General Assembly,"
        A.pp1 [REAFFIRM] "Recalling that books are heavy,"
      A.operative
        A.op1 "1." [DECIDE] "Decides to build on rock."
    B "B"
      B.h1 "Libraries at sea"
      B.preamble
        B.enacting "The General Assembly,"
        B.pp1 [REAFFIRM] "Recalling that water is wet,"
      B.operative
        B.op1 "1." [SEIZED] "Decides to keep books dry."
    "#);
}

#[test]
fn a_council_resolution_without_a_title() {
    insta::assert_snapshot!(tree(&[
        (P, "Resolution 2999 (2095)"),
        (P, "Adopted by the Security Council at its 9999th meeting, on 4 December 2095"),
        (P, "The Security Council,"),
        (P, "Recalling its previous resolutions,"),
        (P, "Acting under Chapter VII of the Charter of the United Nations,"),
        (P, "1.\tDecides that quiet is kept;"),
        (P, "2.\tDecides to remain actively seized of the matter."),
    ]), @r#"
    masthead
      m1 "Resolution 2999 (2095)"
      m2 "Adopted by the Security Council at its 9999t… 4 December 2095"
    preamble
      enacting "The Security Council,"
      pp1 [REAFFIRM] "Recalling its previous resolutions,"
      pp2 [BASIS] "Acting under Chapter VII of the Charter of the United Nations,"
    operative
      op1 "1." [DECIDE] "Decides that quiet is kept;"
      op2 "2." [SEIZED] "Decides to remain actively seized of the matter."
    "#);
}

#[test]
fn marks_by_spans_find_notes_with_any_marker() {
    let document = document(&[
        (P, "The General Assembly,"),
        (P, "Recalling its decision{a} and its decisions{*} of old,"),
        (P, "1. Decides to remain seized of the matter."),
        (NOTE, "a See A/95/1."),
        (NOTE, "* Reissued for technical reasons."),
    ]);
    let bound: Vec<&str> =
        document.marks().iter().filter_map(|mark| mark.note).map(|note| document.body(note)).collect();
    assert_eq!(bound, ["See A/95/1.", "Reissued for technical reasons."]);
}

#[test]
fn the_marker_of_a_note_may_stand_in_brackets() {
    let document = document(&[
        (P, "إن الجمعية العامة،"),
        (P, "إذ تشير إلى تقرير الأمين العام{(١)}،"),
        (P, "1 - تقرر أن تقرأ."),
        (NOTE, "(١) A/94/233، الفقرة ١٤."),
    ]);
    let note = document.marks().first().and_then(|mark| mark.note).map(|note| document.body(note));
    assert_eq!(note, Some("A/94/233، الفقرة ١٤."));
}

/// This holds below a clause without a colon too, because the format gives the level.
#[test]
fn letters_that_the_format_counts_below_a_clause_are_its_list() {
    let mut content = content(&[
        (P, "The General Assembly,"),
        (P, "Recalling its resolution 94/1,"),
        (P, "1. Asks States to keep quiet"),
        (P, "A. At night, and"),
        (P, "I. In the street;"),
        (P, "II. In the house;"),
        (P, "B. At noon;"),
        (P, "2. Decides to listen."),
    ]);
    for (block, level) in content.blocks.iter_mut().zip([0, 0, 0, 1, 2, 2, 1, 0]) {
        block.indent = level * crate::formats::LEVEL;
    }
    insta::assert_snapshot!(dump(&parse_content(&content, Options::default())), @r##"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 94/1,"
    operative
      op1 "1." [REQUEST] to states "Asks States to keep quiet"
        op1(A) "A." "At night, and"
          op1(A)(I) "I." "In the street;"
          op1(A)(II) "II." "In the house;"
        op1(B) "B." "At noon;"
      op2 "2." [DECIDE] "Decides to listen."
    "##);
}

#[test]
fn the_only_heading_of_a_text_without_an_enacting_phrase_is_its_title() {
    let title = |blocks: &[(Style, &str)]| document(blocks).masthead().title.clone();
    let (one, two) = (Style::Heading(1), Style::Heading(2));
    assert_eq!(
        title(&[(one, "Rivers"), (P, "They are long."), (two, "Lakes"), (P, "They are wide.")]),
        Some("Rivers".to_owned())
    );
    assert_eq!(title(&[(one, "Rivers"), (P, "They are long."), (one, "Lakes"), (P, "They are wide.")]), None);
}

#[test]
fn bullets_with_more_indentation_are_a_nested_list() {
    let mut content = content(&[
        (P, "The General Assembly,"),
        (P, "1. Asks States to send:"),
        (P, "• Boats,"),
        (P, "• Of all sizes;"),
        (P, "• People."),
    ]);
    for (block, level) in content.blocks.iter_mut().zip([0, 0, 0, 1, 0]) {
        block.indent = level * crate::formats::LEVEL;
    }
    let document = parse_content(&content, Options::default());
    let anchors: Vec<_> = document.ids().map(|id| document.anchor(id).to_string()).collect();
    assert!(anchors.iter().any(|anchor| anchor == "op1(1)(1)"), "{anchors:?}");
    assert!(anchors.iter().any(|anchor| anchor == "op1(2)"), "{anchors:?}");
}

#[test]
fn a_header_that_every_page_repeats_is_kept_once() {
    let mut content = content(&[
        (P, "The General Assembly,"),
        (P, "1. Decides that the lamps shall be:"),
        (ROW, "Room Lamps"),
        (ROW, "Hall 12"),
        (ROW, "Room Lamps"),
        (ROW, "Attic 1"),
        (P, "2. Decides to remain seized of the matter."),
    ]);
    for block in content.blocks.iter_mut().skip(4) {
        block.page = 1;
    }
    // One table on each page, each with its header.
    for first in [2, 4] {
        let mut table = Table::default();
        for block in &content.blocks[first..first + 2] {
            let (start, end) = (block.text.start as usize, block.text.end as usize);
            let space = start + content.text[start..end].find(' ').unwrap();
            content.text.replace_range(space..=space, "\t");
            table.begin_row();
            for (column, (from, to)) in [(start, space), (space + 1, end)].into_iter().enumerate() {
                table.push(Cell {
                    text: Span::new(from, to),
                    column: column as u16,
                    columns: 1,
                    rows: 1,
                    align: Align::Unset,
                    header: false,
                });
            }
        }
        content.tables.push(table);
    }
    let document = parse_content(&content, Options::default());
    super::assert_sound("blocks", &content.text, &document);
    let [table] = document.tables() else { panic!("{}", dump(&document)) };
    let words: Vec<_> = table.cells().iter().map(|cell| document.slice(cell.text)).collect();
    assert_eq!(words, ["Room", "Lamps", "Hall", "12", "Attic", "1"]);
    assert_eq!(table.header_rows, 1);
    assert_eq!(document.set_aside()[0].text, "Room Lamps");
}
