//! Effects of printing on a text: columns, note marks at line ends, split words, numerals of other scripts.

use crate::document::Kind;
use crate::document::dump::dump;
use crate::grammar::{Options, parse};

fn tree(source: &str) -> String {
    let document = parse(source, Options::default());
    super::assert_sound("a print", source, &document);
    dump(&document)
}

fn symbol(source: &str) -> String {
    parse(source, Options::default()).masthead().symbol.clone().unwrap_or_default()
}

const TABLE: &str = "\
State               Share       Rate
                (per cent)     (b/s)
------------------------------------
Arcadia            12.500     12 000
Port Halcyon        8.250      7 920
------------------------------------
Total              20.750     19 920";

#[test]
fn columns_become_a_table_of_their_paragraph() {
    let source = format!(
        "80/1. On reading\n\nThe General Assembly,\n\nRecalling its resolution 79/1,\n\n1. Decides that the scale shall be:\n\n\
         {TABLE}\n\nand that it shall be read;\n\n2. Decides to remain seized of the matter.\n"
    );
    let tree = tree(&source);
    assert!(tree.contains("    t1 Table"), "{tree}");
    assert!(tree.contains("Continuation \"and that it shall be read;\""), "{tree}");
    let document = parse(&source, Options::default());
    let table = document.ids().find(|&id| document.node(id).kind == Kind::Table).unwrap();
    assert_eq!(document.body(table), TABLE);
    assert_eq!(document.node(document.node(table).parent).kind, Kind::Operative);
    assert!(document.set_aside().is_empty());
}

#[test]
fn dot_leaders_make_a_table() {
    let tree = tree("The General Assembly,\n\n1. Decides:\n\nPreamble ........ 3\nDuties . . . . . 12\n");
    assert!(tree.contains("Table \"Preamble ........ 3\\nDuties . . . . . 12\""), "{tree}");
}

#[test]
fn justified_prose_is_not_a_table() {
    let tree = tree(
        "The Security Council,\n\nRecalling  its  resolution 1 of a year,\nwhich was read  by all  and is held\n\
         to be in  force where it  was, as the\nCouncil  has said  in the past,\n\n1. Decides to remain seized.\n",
    );
    assert!(!tree.contains("Table"), "{tree}");
}

#[test]
fn a_masthead_in_two_columns_is_read() {
    let source = "United Nations              A/RES/80/1\n\nGeneral Assembly       Distr.: General\n\n80/1. On reading\n\n\
                  The General Assembly,\n\n1. Decides to read.\n";
    let document = parse(source, Options::default());
    assert_eq!(document.masthead().symbol.as_deref(), Some("A/RES/80/1"));
    assert_eq!(document.masthead().organ.as_deref(), Some("General Assembly"));
    assert_eq!(document.masthead().distribution.as_deref(), Some("General"));
}

#[test]
fn words_before_the_first_number_are_not_a_separate_paragraph() {
    let tree = tree(
        "The General Assembly,\n\nRecalling its resolution 79/1,\n\nSolemnly proclaims the following:\n\n1. Text is free.\n\n2. Text is read.\n",
    );
    assert!(tree.contains("  p1 [DECIDE] \"Solemnly proclaims the following:\""), "{tree}");
    assert!(tree.contains("op1 \"1.\"") && tree.contains("op2 \"2.\"") && !tree.contains("op3"), "{tree}");
}

#[test]
fn a_note_mark_at_the_end_of_a_clause_does_not_hide_the_next_number() {
    let tree = tree(concat!(
        "The General Assembly,\n",
        "1. Recognizes the threat that the absence of readers poses to the texts it has\n",
        "aligning, as appropriate, with the global action plan on the reading of texts; 1\n",
        "2. Recognizes that a text which nobody has read has not yet been adopted at all.\n",
        "_______________\n1\nSee A/80/1.\n",
    ));
    assert!(tree.contains("op2 \"2.\""), "{tree}");
}

#[test]
fn hyphens_of_compounds_are_kept() {
    let document = parse(
        concat!(
            "The Security Council,\n",
            "1. Decides that Israelis should not be allowed to use Arab-\n",
            "owned properties, and Arabs not those of Israel in the forty-\n",
            "first session, and that the agree-\nment stands.\n",
        ),
        Options::default(),
    );
    let text = document.text();
    assert!(
        text.contains("Arab-owned") && text.contains("forty-first") && text.contains("agreement"),
        "{text}"
    );
}

#[test]
fn a_number_line_and_the_organ_give_the_symbol() {
    let council =
        "82 (1950). Resolution of 25 June 1950\n[S/1501]\nThe Security Council\nRecalling the findings,\n";
    assert_eq!(symbol(council), "S/RES/82 (1950)");
    assert_eq!(
        symbol("1 (1946) Resolution of 25 January 1946\n\nBy Article 47 of the Charter.\n"),
        "S/RES/1 (1946)"
    );
    assert_eq!(
        symbol("S/RES/1445\n\nResolution 1445 (2002)\n\nThe Security Council,\n\nRecalling it,\n"),
        "S/RES/1445 (2002)"
    );
    assert_eq!(
        symbol(
            "قرار مجلس الأمن رقم 381 بتاريخ 30 تشرين الثاني (نوفمبر) 1975\nإن مجلس الأمن\nوقد نظر في التقرير,\n"
        ),
        "S/RES/381 (1975)"
    );
    assert_eq!(symbol("联合国安全理事会第1518号决议\n\n安全理事会\n\n回顾其决议,\n"), "S/RES/1518");
}

#[test]
fn numbers_and_brackets_of_other_scripts() {
    let arabic = parse(
        "٩٤/٤٤ - قراءة الوثائق\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها،\n\n١ - تقرر أن تقرأ.\n",
        Options::default(),
    );
    assert_eq!(arabic.masthead().title.as_deref(), Some("قراءة الوثائق"));
    assert_eq!(arabic.masthead().symbol.as_deref(), Some("A/RES/94/44"));
    let chinese = parse(
        "［决议范本——并非联合国文件］\n\n2040年12月18日大会决议\n\n［根据第二委员会的报告（A/95/383，第27段）通过］\n\n95/64. 阅读\n\n大会，\n\n回顾其决议，\n",
        Options::default(),
    );
    assert_eq!(chinese.masthead().title.as_deref(), Some("阅读"));
    assert_eq!(chinese.masthead().basis.as_deref(), Some("根据第二委员会的报告（A/95/383，第27段）通过"));
}

#[test]
fn tabs_separate_the_cells_of_a_table() {
    let tree = tree(
        "The General Assembly,\n\n1. Decides that the scale shall be:\n\nState\tShare\nArcadia\t12.5\nPort Halcyon\t8.25\n\n\
         2.\tDecides to read:\n\n(a)\tBooks;\n(b)\tMaps;\n(c)\tLetters.\n",
    );
    assert!(tree.contains(r#"t1 Table "State\tShare\nArcadia\t12.5\nPort Halcyon\t8."#), "{tree}");
    assert!(tree.contains("op2(c) \"(c)\" \"Letters.\""), "{tree}");
}

#[test]
fn errors_of_character_recognition_are_corrected_where_the_sequence_tells() {
    let document = parse(
        "The General Assembly,\n\nRecalling its resolution 79/1,\n\nl. Decides to read;\n\n2. Requests a report;\n\n\
         3. Decides to write.\n",
        Options::default(),
    );
    let tree = dump(&document);
    assert!(tree.contains("op1 \"l.\" [DECIDE] \"Decides to read;\""), "{tree}");
    assert!(tree.contains("! number-misread"), "{tree}");
    assert!(!tree.contains("number-inferred"), "{tree}");
}

#[test]
fn a_second_resolution_is_a_part() {
    let source = "80/1. On reading\n\nThe General Assembly,\n\nRecalling the alphabet,\n\n1. Decides to read.\n\n\
                  9th plenary meeting\n4 December 2095\n\n80/2. On writing\n\nThe General Assembly,\n\n\
                  Recalling the pen,\n\n1. Decides to write.\n";
    insta::assert_snapshot!(tree(source), @r#"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling the alphabet,"
    operative
      op1 "1." [DECIDE] "Decides to read."
    closing1 Closing "9th plenary meeting"
    closing2 Closing "4 December 2095"
    802 "80/2." "On writing"
      802.preamble
        802.enacting "The General Assembly,"
        802.pp1 [REAFFIRM] "Recalling the pen,"
      802.operative
        802.op1 "1." [DECIDE] "Decides to write."
    ! several-resolutions line 12
    "#);
}

#[test]
fn the_last_line_of_a_paragraph_may_be_printed_before_its_first() {
    let tree = tree(
        "80/1. On reading\n\nThe General Assembly,\n\n1. Decides to read;\n\n2.\nsession.\n\nFurther decides that this shall \
         apply only during the present\n9th plenary meeting\n4 December 2095\n",
    );
    assert!(tree.contains("op2 \"2.\""), "{tree}");
    assert!(tree.contains("during the present session.\"") || tree.contains("present session."), "{tree}");
}

#[test]
fn a_note_number_after_the_comma_does_not_hide_the_next_clause() {
    let tree = tree(
        "80/1. On reading\nThe General Assembly,\nRecalling the report of the Secretary-General on reading rooms, held in\nthe \
         village on 4 December 2094, 1\nNoting the books of the village and those who wrote them in the days that\nare past, and \
         those who will,\n1.\nDecides to read.\n_______________\n1\n\nA/95/300.\n",
    );
    assert!(tree.contains("pp2 [NOTE]"), "{tree}");
    assert!(tree.contains("^fn1"), "{tree}");
}
