//! Texts with hard line breaks, as from e-mail or text extraction: what stands at the beginning or end of a line by
//! chance must not be taken for a number, a note or a heading.

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
fn a_number_separated_from_its_word_by_a_line_end_does_not_begin_a_note() {
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
fn a_figure_out_of_sequence_does_not_begin_a_note() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the report on lakes,1 and the plan for them,2\n\n",
        "1. Decides to keep the lakes clean.\n\n",
        "1 See the report of the lake board.\n40 Islands Road, third floor.\n2 See A/91/7.\n",
    ));
    let notes = of(&document, Kind::Note);
    assert_eq!(notes, ["See the report of the lake board. 40 Islands Road, third floor.", "See A/91/7."]);
}

#[test]
fn the_day_of_a_date_at_the_beginning_of_a_line_is_not_the_mark_of_a_note() {
    let document = read(concat!(
        "General Assembly\n\nDistr.: General\n1 December 2040\n\nNinety-fifth session\n\n95/3.\n\nClean lakes\n\n",
        "The General Assembly,\n\nRecalling the report on lakes, 1\n\n1. Decides to keep the lakes clean.\n\n",
        "1 See A/91/7.\n",
    ));
    assert_eq!(document.masthead().date.as_deref(), Some("1 December 2040"));
    assert_eq!(marks(&document), ["¹"]);
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
fn a_missing_mark_does_not_prevent_others_from_being_found() {
    let lines: Vec<_> = (2..=14).map(|mark| format!("Recalling the lake report,{mark}\n\n")).collect();
    let notes: Vec<_> = (1..=14).map(|note| format!("{note} See A/91/{note}.\n")).collect();
    let (lines, notes) = (lines.concat(), notes.concat());
    let source = format!("The General Assembly,\n\n{lines}1. Decides to keep the lakes clean.\n\n{notes}");
    assert_eq!(marks(&read(&source)).len(), 13);
}

#[test]
fn a_list_inside_a_sentence_may_continue_at_the_beginning_of_a_line() {
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
fn a_sentence_that_begins_like_a_vote_label_is_not_a_vote() {
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
fn a_page_that_ends_after_an_article_or_a_number_divides_one_paragraph() {
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
fn the_last_word_of_a_divided_paragraph_with_a_note_mark_is_not_a_heading() {
    let document = read(concat!(
        "The General Assembly,\n\nTaking note of the report on the lakes of the whole island, including East\n\n",
        "1 See A/91/1.\n\x0CHalcyon,2\n\nRecalling the report of the lake board,\n\n1. Decides to read.\n\n2 See A/91/2.\n",
    ));
    let preambular = of(&document, Kind::Preambular);
    assert_eq!(preambular.len(), 2, "{preambular:?}");
    assert!(preambular[0].ends_with("including East Halcyon,²"), "{preambular:?}");
}

#[test]
fn asterisks_between_parts_are_not_a_rule_above_notes() {
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
fn a_note_on_every_page_is_not_a_running_head() {
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
    assert!(document.set_aside().iter().all(|aside| aside.reason != crate::document::Reason::DisplacedMark));
    let document = read(
        "The General Assembly,\n\nRecalling the lake report,\n\n1. Decides to read.\n1\n_______________\n1 See A/91/1.\n",
    );
    assert!(document.set_aside().iter().any(|aside| aside.reason == crate::document::Reason::DisplacedMark));
}

#[test]
fn emphasis_that_ends_with_a_space_does_not_join_the_next_line() {
    read("**1 - تقرر \u{200B}**\r\n[^2]");
    read("\u{AD}  **回顾其决议，\n[^2]**");
    let document = read("The General Assembly,\n\n1. *Decides \u{200B}*\n²\n\n2. Requests.\n");
    assert!(document.text().contains('²'));
}

#[test]
fn the_date_of_printing_is_furniture_and_does_not_end_a_note() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the lake report,1\n\n1. Decides to keep the lakes clean.\n\n",
        "1 See A/91/1.\n\n95-25887 (E)\n\n030195\n\n*9525887*\n",
    ));
    assert_eq!(of(&document, Kind::Note), ["See A/91/1."]);
    assert!(document.set_aside().iter().any(|aside| aside.text == "030195"));
    let document =
        read("The General Assembly,\n\n1. Decides to count the fish:\n\n030195\n\n2. Decides to read.\n");
    assert!(document.set_aside().is_empty());
}

#[test]
fn the_date_of_adoption_on_its_own_line_is_not_a_title() {
    let source = concat!(
        "A/RES/95/137\n\nGeneral Assembly\n\nDistr.: General\n21 December 2095\n\n",
        "Resolution adopted by the General Assembly on\n19 December 2095\n[on the report of the Second Committee (A/95/4, para. 7)]\n\n",
        "95/137. Lakes and rivers\n\nThe General Assembly,\n\nRecalling its resolution 94/1,\n\n1. Decides to read.\n",
    );
    assert_eq!(read(source).title(), Some("Lakes and rivers"));
    let source = concat!(
        "A/RES/95/137\n\nAssemblée générale\n\nDistr. générale\n21 décembre 2095\n\n",
        "Résolution adoptée par l’Assemblée générale le\n19 décembre 2095\n[sur la base du rapport de la Deuxième Commission (A/95/4)]\n\n",
        "95/137. Lacs et rivières\n\nL’Assemblée générale,\n\nRappelant sa résolution 94/1,\n\n1. Décide de lire.\n",
    );
    assert_eq!(read(source).title(), Some("Lacs et rivières"));
}

#[test]
fn the_number_that_is_due_begins_a_paragraph_below_a_heading_that_fills_its_line() {
    let document = read(concat!(
        "The General Assembly,\nRecalling the reports on the lakes of the north and of the south,\n",
        "1. Takes note of the report of the board on the lakes of the north and the south;\n",
        "Estimates for the lakes for the whole of the period from 1 July 2094 to 30 June 2095\n",
        "2. Approves what the lakes of the north and of the south and their boards require\n",
        "in the year;\n3. Decides to read.\n",
    ));
    let operative = of(&document, Kind::Operative);
    assert_eq!(operative.len(), 3, "{operative:?}");
    assert!(operative[0].ends_with("south;") && operative[1].ends_with("in the year;"), "{operative:?}");
}

#[test]
fn indentation_shows_where_a_paragraph_begins() {
    let document = read(concat!(
        "        The General Assembly,\n",
        "             Recalling the reports on the lakes of the north and of the south, which\n",
        "        were read by all,\n",
        "             Befriending the lakes of the north and of the south and all the rivers that\n",
        "        flow from them,\n",
        "             1. Takes note of the report of the board on the lakes of the north and of\n",
        "        the south, with its annexes.\n",
        "        Calls for action on lakes are in that report, and are to be read with it, by\n",
        "        all;\n",
        "             2. Approves what the lakes of the north and of the south and their boards\n",
        "        require;\n",
        "             3. Decides to read what the boards of the lakes of the north and the south\n",
        "        write.\n",
    ));
    assert_eq!(of(&document, Kind::Preambular).len(), 2, "{:?}", of(&document, Kind::Preambular));
    let operative = of(&document, Kind::Operative);
    assert!(operative[0].ends_with("by all;"), "{operative:?}");
}

#[test]
fn a_quotation_divided_by_a_line_end_after_a_colon_is_joined() {
    let document = read(concat!(
        "The General Assembly,\nNoting the day of the lakes, which was kept under the theme “Our lakes:\n",
        "Advancing their health”, on 16 June 2095,\nRecalling its resolution 94/1 on the lakes of the north,\n1. Decides to read.\n",
    ));
    let preambular = of(&document, Kind::Preambular);
    assert_eq!(preambular.len(), 2, "{preambular:?}");
    assert!(preambular[0].contains("“Our lakes: Advancing their health”"), "{preambular:?}");
}

#[test]
fn a_line_that_begins_with_a_date_at_the_foot_of_a_page_is_not_a_note() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the lake report,1\n\n1 See A/91/1.\n\x0C",
        "Recalling its resolutions 68/150 of\n\n2 December 2013, 69/160 of 18 December 2014 and 70/139 of\n17 December 2015,\n\n",
        "1. Decides to read.\n",
    ));
    assert_eq!(of(&document, Kind::Note).len(), 1);
    assert!(shows(&document, "2 December 2013, 69/160"));
}

fn shows(document: &Document, words: &str) -> bool {
    document.ids().any(|id| document.body(id).contains(words))
}

#[test]
fn a_page_number_among_the_notes_is_set_aside() {
    let document = read(concat!(
        "The General Assembly,\n\nRecalling the lake report,1\n\n1. Decides to read.\n__________________\n1\n\n1/2\n\nSee A/91/1.\n95-24492\n",
        "\x0CA/RES/95/1\n\n2. Decides to write.\n\n2/2\n",
    ));
    assert_eq!(of(&document, Kind::Note), ["See A/91/1."]);
}

#[test]
fn a_resolution_without_its_enacting_phrase_is_recognised() {
    for source in [
        "95/137. Lakes\n\nRecalling its resolution 94/1,\n\nNoting the lake report,\n\n1. Decides to read;\n\n2. Requests the board to write.\n",
        "95/137. Lacs\n\nRappelant sa résolution 94/1,\n\nNotant le rapport sur les lacs,\n\n1. Décide de lire ;\n\n2. Prie le conseil d’écrire.\n",
    ] {
        let document = read(source);
        assert_eq!(of(&document, Kind::Preambular).len(), 2);
        assert_eq!(of(&document, Kind::Operative).len(), 2);
        assert!(document.diagnostics().iter().any(|diagnostic| diagnostic.code() == "no-enacting-phrase"));
    }
    let document =
        read("Report on lakes\n\nRecalling what was said, we met.\n\n1. Decisions of the board are below.\n");
    assert_eq!(of(&document, Kind::Preambular), Vec::<String>::new());
}

#[test]
fn a_sentence_with_we_continues_a_numbered_paragraph() {
    let document = read(concat!(
        "The General Assembly,\nAdopts the following declaration:\n1. We express our friendship to the lakes of the north and of the south.\n",
        "We will ensure that they are kept clean and that all who live there are heard by\nthe board.\n",
        "2. We commit to reading what the board writes about the lakes of the whole island.\n",
    ));
    let text: Vec<_> = document.ids().map(|id| document.body(id)).collect();
    assert!(text.iter().any(|text| text.contains("of the south. We will ensure")), "{text:?}");
}

#[test]
fn of_two_numbers_the_one_that_is_due_is_used() {
    for (organ, recalls, decides, invites) in [
        (
            "The General Assembly,",
            "Recalling its resolution 91/1,",
            "Decides to read;",
            "Invites States to read;",
        ),
        (
            "L’Assemblée générale,",
            "Rappelant sa résolution 91/1,",
            "Décide de lire ;",
            "Invite les États à lire ;",
        ),
    ] {
        let document = read(&format!(
            "{organ}\n\n{recalls}\n\n1. {decides}\n\n2. {decides}\n\n1. 3. {invites}\n\n4. 4. {decides}\n"
        ));
        assert_eq!(of(&document, Kind::Operative), [decides, decides, invites, decides]);
        assert!(document.resolve(&"op3".into()).is_some() && document.resolve(&"op4".into()).is_some());
    }
}

/// Where a file holds two copies of a text, what each prints at the foot of a page is not a running head.
#[test]
fn a_page_that_occurs_twice_keeps_its_lines() {
    let copy = concat!(
        "95/1. On lakes\n\nThe General Assembly,\n\nRecalling its resolutions on lakes and on the rivers that feed them,\n\n",
        "1. Decides to keep the lakes clean and to report on them every year;\n\n\u{C}",
        "2. Requests the Secretary-General to look after the boats of the Organization;\n\n3. Decides that this shall apply to all\n\nlakes of the north and to their boats only\n\u{C}",
    );
    let document = read(&format!("{copy}{copy}"));
    assert_eq!(document.set_aside().len(), 0, "{:?}", document.set_aside());
    let last =
        of(&document, Kind::Operative).into_iter().filter(|words| words.contains("boats only")).count();
    assert_eq!(last, 2);
}
