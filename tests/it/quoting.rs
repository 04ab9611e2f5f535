//! Copying one clause or several, with their citation.

use crate::harness::{Harness, parse, short};
use insta::assert_snapshot;
use plenary::internals::{CopyAs, Settings};

fn copied(reader: &Harness) -> String {
    reader.copied.clone().unwrap_or_default()
}

#[test]
fn a_paragraph_is_copied_unwrapped_and_without_note_marks_and_the_comma_at_its_end() {
    let mut reader = short().keys(":").type_in("pp1").keys("Enter y");
    assert_snapshot!(copied(&reader), @"Recalling its resolution 94/31 of 3 December 2039");
    assert_snapshot!(reader.status(), @" preambular para. 1: sent to the terminal's clipboard                      76 %");
    reader.press("2 Enter Y");
    assert_snapshot!(copied(&reader), @"
    Requests the Secretary-General:
    (a) To report on the noise of terminals;
    (b) To publish, in accordance with paragraph 1 above, the bytes that each key costs (A/RES/95/7, para. 2)
    ");
    assert_snapshot!(reader.status(), @" para. 2 with citation: sent to the terminal's clipboard                  100 %");
    reader.press("c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, para. 2");
}

#[test]
fn a_section_is_copied_with_its_number() {
    let text = "The General Assembly,\n\nRecalling rivers,\n\nI\n\nBoats\n\n1. Decides to row;\n\nII\n\nFerries\n\n2. Decides to wait.\n";
    let document = std::sync::Arc::new(plenary::grammar::parse(text, plenary::grammar::Options::default()));
    let reader =
        Harness::with(Settings::default(), "t.txt", document).size(100, 16).keys(":").type_in("section II");
    let reader = reader.keys("Enter y");
    assert_eq!(reader.copied.as_deref(), Some("II Ferries\n2. Decides to wait."));
}

#[test]
fn marked_paragraphs_are_copied_together_with_one_citation() {
    let mut reader = short().size(72, 16).keys("1 Enter V ] ]");
    assert_snapshot!(reader.frame(), @"
      pp1 Recalling its resolution 94/31 of 3 December 2039,¹

      pp2 Convinced that a screen that does not move is easier to read,

    ▌  1. Decides that a status line shall not blink;

    ▌  2. Requests the Secretary-General:
    ▌     (a) To report on the noise of terminals;
          (b) To publish, in accordance with paragraph 1 above, the bytes
              that each key costs;

       3. Encourages Member States to scroll slowly;

       4. Decides to remain seized of the matter.
     paras. 1 and 2 (a) marked    y copy  Y with citation  c cite  Esc none
    ");
    reader.press("Y");
    assert_snapshot!(copied(&reader), @"
    1. Decides that a status line shall not blink;
    2. Requests the Secretary-General:
    (a) To report on the noise of terminals (A/RES/95/7, paras. 1 and 2 (a))
    ");
    assert_snapshot!(reader.status(), @" paras. 1 and 2 (a) with citation: sent to the terminal's clipboard");
    reader.press("c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, para. 2 (a)");
}

#[test]
fn marking_goes_upwards_too_and_escape_ends_it() {
    let mut reader = short().keys("4 Enter V [ c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, paras. 3 and 4");
    reader.press("V [ [ Esc c");
    let alone = copied(&reader);
    assert!(!alone.contains("paras."), "{alone}");
}

#[test]
fn sub_paragraphs_and_places_in_different_parts_are_cited_as_a_range() {
    let reader = short().keys("2 a Enter V ] c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, para. 2 (a)–(b)");
    let reader = short().keys(":").type_in("pp2").keys("Enter V ] c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, second preambular paragraph to para. 1");
    let reader = short().keys(":").type_in("pp1").keys("Enter V ] c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7, first and second preambular paragraphs");
}

#[test]
fn what_is_copied_can_be_markdown_with_its_notes() {
    let settings = Settings { copy: CopyAs::Markdown, ..Settings::default() };
    let document = parse(
        "A/RES/95/7\n\nThe General Assembly,\n\nRecalling its resolution 94/31,¹\n\n1. Decides to rest.\n\n¹ See A/95/12.\n",
    );
    let reader = Harness::with(settings, "t.txt", document).keys(":").type_in("pp1").keys("Enter y");
    assert_snapshot!(copied(&reader), @"
    *Recalling* its resolution 94/31[^1]

    [^1]: See A/95/12.
    ");
}

#[test]
fn a_note_mark_between_chinese_characters_leaves_no_blank() {
    let document = parse(
        "A/RES/95/7\n\n大会，\n\n回顾其关于河流的决议 ¹ 并注意到报告，\n\n1. 决定休息；\n\n2. 请秘书长报告；以及\n\n3. 决定等待。\n\n¹ 见A/95/12。\n",
    );
    let mut reader =
        Harness::with(Settings::default(), "t.txt", document).keys(":").type_in("pp1").keys("Enter y");
    assert_snapshot!(copied(&reader), @"回顾其关于河流的决议并注意到报告");
    reader.press("1 Enter V ] c");
    assert_snapshot!(copied(&reader), @"A/RES/95/7，第1和2段");
    reader.press("2 Enter y");
    assert_snapshot!(copied(&reader), @"请秘书长报告");
}

#[test]
fn the_first_copy_in_tmux_says_how_it_gets_through() {
    let settings = Settings { tmux: true, ..Settings::default() };
    let document =
        parse("A/RES/95/7\n\nThe General Assembly,\n\n1. Decides to rest;\n\n2. Decides to wait.\n");
    let mut reader = Harness::with(settings, "t.txt", document).keys("1 Enter Y");
    assert_snapshot!(reader.status(), @" para. 1 with citation: sent; not there? tmux set -g set-clipboard on       all");
    reader.press("Y");
    assert_snapshot!(reader.status(), @" para. 1 with citation: sent to the terminal's clipboard                    all");
}

#[test]
fn a_citation_stands_behind_the_words_and_before_the_notes_of_a_copy_in_markdown() {
    let settings = Settings { copy: CopyAs::Markdown, ..Settings::default() };
    let document = parse(
        "A/RES/95/7\n\nThe General Assembly,\n\nRecalling its resolution 94/31,¹\n\n1. Decides to rest.\n\n¹ See A/95/12.\n",
    );
    let reader = Harness::with(settings, "t.txt", document).keys(":").type_in("pp1").keys("Enter Y");
    assert_snapshot!(copied(&reader), @"
    *Recalling* its resolution 94/31[^1] (A/RES/95/7, first preambular paragraph)

    [^1]: See A/95/12.
    ");
}

#[test]
fn one_paragraph_of_a_statement_is_copied_without_its_opening_quotation_mark_and_all_of_them_with_it() {
    let text = "S/PRST/2049/1\n\nStatement by the President of the Security Council\n\nAt the 9999th meeting of the Security Council, held on 3 May 2049, the President of the Security Council made the following statement on behalf of the Council:\n\n“The Security Council recalls its resolution 9000 (2048).\n\n“The Security Council requests the Secretary-General to report.”\n";
    let mut reader = Harness::with(Settings::default(), "t.txt", parse(text)).keys("1 Enter y");
    assert_snapshot!(copied(&reader), @"The Security Council recalls its resolution 9000 (2048).");
    reader.press("V ] y");
    assert_snapshot!(copied(&reader), @"
    “The Security Council recalls its resolution 9000 (2048).
    “The Security Council requests the Secretary-General to report.”
    ");
}

#[test]
fn a_chinese_citation_follows_the_words_without_a_blank() {
    let document = parse("A/RES/95/7\n\n大会，\n\n1. 决定休息；\n\n2. 决定等待。\n");
    let reader = Harness::with(Settings::default(), "t.txt", document).keys("1 Enter Y");
    assert_snapshot!(copied(&reader), @"决定休息(A/RES/95/7，第1段)");
}

#[test]
fn a_short_masthead_is_copied_whole_from_its_first_line() {
    let document = parse(
        "United Nations\n\nA/RES/95/7\n\nGeneral Assembly\n\nRivers\n\nThe General Assembly,\n\n1. Decides to rest.\n",
    );
    let reader = Harness::with(Settings::default(), "t.txt", document).keys("g Y");
    let text = copied(&reader);
    assert!(text.contains("United Nations\n") && text.ends_with("(A/RES/95/7)"), "{text}");
}
