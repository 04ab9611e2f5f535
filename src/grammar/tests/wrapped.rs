//! Texts with hard line ends, as an e-mail or a program that takes text out of pages has them: what stands at the
//! beginning or the end of a line by chance must not be taken for a number, a note or a heading.

use crate::document::{Document, Kind};
use crate::grammar::{Options, parse};

fn read(source: &str) -> Document {
    let document = parse(source, Options::default());
    super::assert_sound("a wrapped text", source, &document);
    document
}

fn of(document: &Document, kind: Kind) -> Vec<String> {
    let wanted = document.ids().filter(|&id| document.node(id).kind == kind);
    wanted.map(|id| document.body(id).to_owned()).collect()
}

fn marks(document: &Document) -> Vec<&str> {
    document.marks().iter().map(|mark| &document.text()[mark.span.range()]).collect()
}

#[test]
fn a_number_that_a_line_end_cut_from_its_word_begins_no_note() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the report on lakes,1 and the plan for them,2\n\n",
        "1. Decides to keep the lakes clean.\n\n",
        "1 See Official Records of the Assembly of Lakes, Ninety-first Session, Supplement No.\n",
        "2 (A/91/2), chap. III.\n2 A/91/6 (Sect.\n3B) and A/91/7, para.\n30 B.\n",
    ));
    let notes = of(&document, Kind::Note);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].ends_with("Supplement No. 2 (A/91/2), chap. III."), "{notes:?}");
    assert!(notes[1].ends_with("para. 30 B."), "{notes:?}");
    let document = read(concat!(
        "La Asamblea General,\n\nRecordando el informe sobre los lagos1 y su plan2,\n\n",
        "1. Decide mantener limpios los lagos.\n\n",
        "1 Véase Documentos Oficiales de la Asamblea de los Lagos, período primero, suplemento núm.\n",
        "2 (A/91/2), cap. III.\n2 A/91/7, párr.\n30 a).\n",
    ));
    assert_eq!(of(&document, Kind::Note).len(), 2, "{:?}", of(&document, Kind::Note));
}

#[test]
fn a_figure_out_of_the_sequence_begins_no_note() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the report on lakes,1 and the plan for them,2\n\n",
        "1. Decides to keep the lakes clean.\n\n",
        "1 See the report of the lake board.\n40 Islands Road, third floor.\n2 See A/91/7.\n",
    ));
    let notes = of(&document, Kind::Note);
    assert_eq!(notes, ["See the report of the lake board. 40 Islands Road, third floor.", "See A/91/7."]);
}

#[test]
fn chinese_marks_are_found_behind_symbols_and_at_line_ends() {
    let document = read(concat!(
        "大会，\n\n回顾其关于湖泊的第91/4号决议，1\n又回顾湖泊委员会的报告2\n和相关计划，3\n\n",
        "1. 表示注意到关于湖泊的报告；4\n\n2. 决定追加批款，包括第2款(湖泊)下10 000元；\n\n",
        "1 A/91/1。\n2 A/91/2。\n3 A/91/3。\n4 A/91/4。\n",
    ));
    assert_eq!(marks(&document), ["¹", "²", "³", "⁴"]);
    assert_eq!(of(&document, Kind::Note).len(), 4);
    assert!(of(&document, Kind::Operative)[1].contains("下10 000元"));
}

#[test]
fn a_mark_that_the_text_lacks_keeps_no_other_from_being_found() {
    let lines: String = (2..=14).map(|mark| format!("Recalling the lake report,{mark}\n\n")).collect();
    let notes: String = (1..=14).map(|note| format!("{note} See A/91/{note}.\n")).collect();
    let source = format!("The General Assembly,\n\n{lines}1. Decides to keep the lakes clean.\n\n{notes}");
    assert_eq!(marks(&read(&source)).len(), 13);
}

#[test]
fn a_list_inside_a_sentence_goes_on_at_the_beginning_of_a_line() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling its resolution 91/1,\n\nNoting the lakes,\n\nNoting the rivers,\n\n",
        "1. Decides that the lake boards shall work as follows:\n\n",
        "(a) They shall look after: (i) the fish that live in the lakes of the north and of\n",
        "the south; (ii) the birds that visit them in spring;\n",
        "(iii) the trees that stand on their shores; and (iv) the boats;\n\n",
        "(b) They shall meet twice a year.\n",
    ));
    let items = of(&document, Kind::Subparagraph);
    assert_eq!(items.len(), 2, "{items:?}");
    assert!(items[0].contains("(iii) the trees"), "{items:?}");
}

#[test]
fn a_sentence_that_begins_a_line_like_a_label_of_a_vote_is_no_vote() {
    let document = read(concat!(
        "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 91/1،\n\n1 - تهيب بالدول أن تستمع إلى آراء الجميع، بمن فيهم تمثيلا لا حصرا\n",
        "المعارضون للخطة والمؤيدون لها وأسرهم، وأن تحترم البحيرات؛\n\n2 - تقرر أن تبقي المسألة قيد نظرها.\n",
    ));
    assert!(of(&document, Kind::Operative)[0].contains("المعارضون للخطة"));
    assert_eq!(of(&document, Kind::Vote), Vec::<String>::new());
    let document = read(concat!(
        "The General Assembly,\n\nRecalling its resolution 91/1,\n\n1. Decides to read.\n\n",
        "In favour: Arcadia, Port Halcyon.\n\nAgainst: None.\n",
    ));
    assert_eq!(of(&document, Kind::Vote).len(), 2);
}

#[test]
fn a_page_that_ends_after_an_article_or_a_number_cuts_one_paragraph() {
    let document = read(concat!(
        "The General Assembly,\n\nTaking into consideration all the resolutions of the\n\n\n\n",
        "Commission on Lakes and the reports of the lake boards of the north and the south,\n\n",
        "1.\n\n\n\nDecides to keep the lakes clean;\n\n2. Decides to read.\n",
    ));
    let preambular = of(&document, Kind::Preambular);
    assert_eq!(preambular.len(), 1, "{preambular:?}");
    assert_eq!(of(&document, Kind::Operative), ["Decides to keep the lakes clean;", "Decides to read."]);
    let document = read(concat!(
        "L’Assemblée générale,\n\nPrenant en considération toutes les résolutions de la\n\n\n\n",
        "Commission des lacs et les rapports des conseils des lacs du nord et du sud,\n\n",
        "1.\n\n\n\nDécide de garder les lacs propres ;\n\n2. Décide de lire.\n",
    ));
    assert_eq!(of(&document, Kind::Preambular).len(), 1);
    assert_eq!(of(&document, Kind::Operative).len(), 2);
}

#[test]
fn the_last_word_of_a_cut_paragraph_with_a_mark_behind_it_is_no_heading() {
    let document = read(concat!(
        "The General Assembly,\n\nTaking note of the report on the lakes of the whole island, including East\n\n",
        "1 See A/91/1.\n\x0CHalcyon,2\n\nRecalling the report of the lake board,\n\n1. Decides to read.\n\n2 See A/91/2.\n",
    ));
    let preambular = of(&document, Kind::Preambular);
    assert_eq!(preambular.len(), 2, "{preambular:?}");
    assert!(preambular[0].ends_with("including East Halcyon,²"), "{preambular:?}");
}

#[test]
fn stars_between_parts_are_no_rule_above_notes() {
    let document = read(concat!(
        "大会，\n\n回顾关于湖泊的决议，1\n\n***\n\n1.\n决定保持湖泊清洁；\n\n2. 又决定阅读；\n\n",
        "1 A/91/1。\n2 A/91/2。\n3 A/91/3。\n4\n《湖泊会议的报告》，第一卷。\n5 见A/91/5。\n",
    ));
    assert_eq!(of(&document, Kind::Operative).len(), 2);
    assert_eq!(of(&document, Kind::Note).len(), 5);
}

#[test]
fn chinese_sections_have_their_number_and_name_on_one_line() {
    let document = read(concat!(
        "大会，\n\n一 北方湖泊\n\n审议了关于北方湖泊的报告，\n\n1. 决定保持北方湖泊清洁；\n\n",
        "二 南方湖泊\n\n审议了关于南方湖泊的报告，\n\n1. 决定保持南方湖泊清洁；\n",
    ));
    assert_eq!(of(&document, Kind::Preambular).len(), 2);
    assert_eq!(of(&document, Kind::Section), ["北方湖泊", "南方湖泊"]);
}

#[test]
fn a_note_of_every_page_is_no_running_head() {
    let document =
        read("A/RES/95/218\n\n\n\n\nAnnex\n¹ See the lake report.\n\n\n\n\n¹ See the lake report.\nAnnex\n");
    assert!(document.set_aside().is_empty(), "{:?}", document.set_aside());
    for source in [
        "Recalling its lake report 94/171,¹\n\nAnnex\n¹ See A/1.\n¹ See A/1.\n1/2\n¹ See A/1.\nإن الجمعية العامة،\n¹ See A/1.\n\nAnnex\n",
        "co-\noperationRecalling its lake report 94/171,¹\n\nAnnex\nAnnex\n1/2\n^11\nRecalling its lake report 94/171,¹\n¹ See A/1.\n大会，\nThe General Assembly,\n",
    ] {
        read(source);
    }
}

#[test]
fn a_figure_above_a_rule_is_set_aside_only_with_its_note() {
    let document = read(
        "A/RES/95/218\n1\n-----------------\nRecalling its lake report 94/171,¹\nThe General Assembly,\n^1",
    );
    assert!(document.set_aside().iter().all(|aside| aside.reason != "displaced-mark"));
    let document = read(
        "The General Assembly,\n\nRecalling the lake report,\n\n1. Decides to read.\n1\n_______________\n1 See A/91/1.\n",
    );
    assert!(document.set_aside().iter().any(|aside| aside.reason == "displaced-mark"));
}

#[test]
fn emphasis_that_ends_with_a_space_takes_nothing_from_the_next_line() {
    read("**1 - تقرر \u{200B}**\r\n[^2]");
    read("\u{AD}  **回顾其决议，\n[^2]**");
    let document = read("The General Assembly,\n\n1. *Decides \u{200B}*\n²\n\n2. Requests.\n");
    assert!(document.text().contains('²'));
}
