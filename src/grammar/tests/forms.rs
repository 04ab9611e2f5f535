//! Documents and numbering of other makers: unlisted organs, decisions, statements, declarations, drafts by students.

use crate::document::{Document, Kind};
use crate::grammar::{Options, parse};

fn read(source: &str) -> Document {
    let document = parse(source, Options::default());
    super::assert_sound("a form", source, &document);
    document
}

/// The clauses of a kind: the number as printed or counted, the label, and the words.
fn of(document: &Document, kind: Kind) -> Vec<(u32, &str, &str)> {
    let ids = document.ids().filter(|&id| document.node(id).kind == kind);
    ids.map(|id| (document.node(id).ordinal, document.label(id), document.body(id))).collect()
}

fn codes(document: &Document) -> Vec<&str> {
    document.diagnostics().iter().map(crate::document::Diagnostic::code).collect()
}

#[test]
fn an_organ_that_is_not_listed_has_an_enacting_phrase() {
    for (organ, preamble, verb) in [
        ("The Second Lake Assembly,", "Having considered the report on lakes,", "Requests States to read."),
        ("The United Nations Lake Council", "Recalling its resolution 1,", "Requests States to read."),
        ("Committee on Lakes,", "Recalling its resolution 1,", "Requests States to read."),
        ("La Conférence des lacs,", "Rappelant sa résolution 1,", "Prie les États de lire."),
        ("La Conferencia de los Lagos,", "Recordando su resolución 1,", "Pide a los Estados que lean."),
        ("Всемирная ассамблея озер,", "ссылаясь на свою резолюцию 1,", "просит государства читать."),
        ("إن جمعية البحيرات العالمية،", "إذ تشير إلى قرارها 1،", "تطلب إلى الدول أن تقرأ."),
        ("世界湖泊大会，", "回顾其第1号决议，", "请各国阅读。"),
    ] {
        let document = read(&format!("{organ}\n\n{preamble}\n\n1. {verb}\n"));
        assert_eq!(of(&document, Kind::Enacting), [(0, "", organ)], "{organ}");
        assert_eq!(of(&document, Kind::Preambular), [(1, "", preamble)], "{organ}");
        assert!(!codes(&document).contains(&"not-a-resolution"), "{organ}");
    }
}

#[test]
fn a_sentence_that_names_an_organ_is_not_an_enacting_phrase() {
    let document = read(
        "The lakes were visited.\n\nDear Sir,\n\nReferring to your letter, I thank you.\n\nThe committee, having met, left.\n",
    );
    assert_eq!(of(&document, Kind::Enacting), []);
}

#[test]
fn a_quoted_draft_has_its_own_numbering() {
    let document = read(
        "The Economic and Social Council\n\nRecommends the adoption of the following draft resolution:\n\n\
         “The General Assembly,\n\n“Noting that lakes are shared,\n\n“1. Takes note of the lakes;\n\n“2. Requests States to read.”\n",
    );
    let operative = of(&document, Kind::Operative);
    assert!(operative.contains(&(1, "“1.", "Takes note of the lakes;")), "{operative:?}");
    assert!(operative.contains(&(2, "“2.", "Requests States to read.”")), "{operative:?}");
    assert_eq!(of(&document, Kind::Preambular), [(1, "", "“Noting that lakes are shared,")]);
}

#[test]
fn decisions_have_symbols_of_their_own() {
    let document = read(
        "95/601. Members of the Lake Board\n\nAt its 12th plenary meeting, on 3 May 2040, the General Assembly elected Norway.\n\n\
         95/602. Lakes\n\nAt its 13th plenary meeting, on 4 May 2040, the General Assembly:\n\n(a) Took note of a report;\n\n\
         (b) Decided to return to it.\n",
    );
    assert_eq!(document.symbol(), Some("A/DEC/95/601"));
    assert_eq!(document.title(), Some("Members of the Lake Board"));
    assert_eq!(of(&document, Kind::Part), [(0, "95/602.", "Lakes")]);
    assert_eq!(of(&document, Kind::Subparagraph).len(), 2);
}

#[test]
fn paragraphs_of_a_statement_are_counted() {
    let document = read(
        "United Nations S/PRST/2040/7\n\nStatement by the President of the Security Council\n\n\
         At the 9th meeting, on the item entitled “Lakes”, the President made the following statement on behalf of the Council:\n\n\
         “The Security Council recalls its resolution 1.\n\n“The Security Council requests States to read.”\n",
    );
    assert_eq!((document.symbol(), document.title()), (Some("S/PRST/2040/7"), Some("Lakes")));
    let operative: Vec<_> = of(&document, Kind::Operative).into_iter().map(|(ordinal, ..)| ordinal).collect();
    assert_eq!(operative, [1, 2]);
    assert!(codes(&document).contains(&"paragraphs-counted"));
}

#[test]
fn recitals_precede_the_enacting_phrase_of_a_declaration() {
    let document = read(
        "Declaration of Lakes\n\nPreamble\n\nWhereas lakes are shared,\n\nWhereas floods are feared,\n\nNow, therefore,\n\n\
         The General Assembly\n\nProclaims this Declaration of Lakes.\n\nArticle 1\n\nEvery lake is free.\n",
    );
    assert_eq!(document.title(), Some("Declaration of Lakes"));
    assert_eq!(of(&document, Kind::Preambular).len(), 2);
    assert_eq!(of(&document, Kind::Article), [(1, "Article 1", "")]);
}

const HEAD: &str = "The General Assembly,\n\nRecalling its resolution 94/1,\n\n";

#[test]
fn students_number_in_brackets_capitals_and_bullets() {
    let brackets = read(&format!(
        "{HEAD}(1) Calls upon States to:\n(a) read;\n(b) write;\n\n(2) Urges States to talk.\n"
    ));
    assert_eq!(of(&brackets, Kind::Operative).len(), 2);
    assert_eq!(of(&brackets, Kind::Subparagraph).len(), 2);
    let capitals = read(&format!(
        "{HEAD}1. Calls upon States to:\n  A. Read, with:\n    I. Eyes,\n  B. Write;\n\n2. Urges States to talk.\n"
    ));
    let labels: Vec<_> = of(&capitals, Kind::Subparagraph).into_iter().map(|(_, label, _)| label).collect();
    assert_eq!(labels, ["A.", "I.", "B."]);
    let bullets = read(&format!("{HEAD}- Calls upon States to read;\n- Urges States to write.\n"));
    assert_eq!(of(&bullets, Kind::Operative).len(), 2);
}

#[test]
fn numbers_without_a_full_stop_and_missing_numbers_are_recognised_by_sequence_and_verb() {
    let document = read(&format!(
        "{HEAD}1. Welcomes the report;\n\n2Also welcomes the lakes;\n\n3 Urges States to read;\n\nRequests States to write;\n\n\
         Invites States to talk;\n\n6. Decides to return to lakes.\n"
    ));
    let numbers: Vec<_> = of(&document, Kind::Operative).into_iter().map(|(ordinal, ..)| ordinal).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
}

#[test]
fn targets_are_paragraphs_and_amounts_are_not() {
    let document = read(&format!(
        "{HEAD}1. Adopts these goals.\n\nAnnex\n\n54. The goals follow.\n\nGoal 1. Clean lakes\n\n1.1 By 2050, clean all lakes\n\n\
         1.a Ensure that they stay clean\n\n60. They cost\n\n3.5 million dollars.\n"
    ));
    let labels: Vec<_> = of(&document, Kind::Paragraph).into_iter().map(|(_, label, _)| label).collect();
    assert!(labels.contains(&"1.1") && labels.contains(&"1.a") && !labels.contains(&"3.5"), "{labels:?}");
    let targets = document.ids().filter(|&id| document.label(id).starts_with("1."));
    let anchors: Vec<_> = targets.filter(|&id| document.node(id).kind == Kind::Paragraph).collect();
    let anchors: Vec<_> = anchors.into_iter().map(|id| document.anchor(id).0).collect();
    assert_eq!(anchors, ["annex.1.1", "annex.1.a"]);
}

#[test]
fn a_numbered_participle_is_preambular() {
    let document = read(
        "The General Assembly,\n\n1. Recalling its resolution 94/1,\n\n2. Noting the lakes,\n\n3. Requests States to read.\n",
    );
    assert_eq!(of(&document, Kind::Preambular).len(), 2);
    assert_eq!(of(&document, Kind::Operative), [(3, "3.", "Requests States to read.")]);
}

#[test]
fn marks_with_a_stroke_are_bound_to_their_notes() {
    let document = read(
        "50/9. Lakes\n\nThe General Assembly,\n\n     1.   Recalls its resolution 46/1 of 3 May 1992 1/ on lakes, 2/ and\nits work;\n\n\
         ________\n1/   See A/50/1.\n2/   A/50/2.\n\n     2.   Requests States to read.\n",
    );
    let notes: Vec<_> = of(&document, Kind::Note).into_iter().map(|(_, label, body)| (label, body)).collect();
    assert_eq!(notes, [("1", "See A/50/1."), ("2", "A/50/2.")]);
    assert_eq!(document.marks().iter().filter(|mark| mark.note.is_some()).count(), 2);
    assert_eq!(of(&document, Kind::Operative).len(), 2);
}

#[test]
fn a_signature_is_not_a_section_and_a_line_of_a_sentence_is_not_an_article() {
    let signed = read(&format!(
        "{HEAD}1. Adopts the text.\n\nAnnex\n\nDone at Lima.\n\nFor the Government of Norway\n\nA. GLOMMA\n"
    ));
    assert_eq!(of(&signed, Kind::Section), []);
    let article = read(
        "The General Assembly,\n\nDecides that a question which would close a lake to boats or to\n\n\
         those who swim is an important one, to be decided under\n\nArticle 18 of the Charter by those who are\n\nPresent and voting.\n",
    );
    assert_eq!(of(&article, Kind::Article), []);
    assert_eq!(of(&article, Kind::Operative).len(), 1);
}

#[test]
fn a_page_break_may_precede_a_capital_within_a_sentence() {
    let document = read(
        "A/RES/95/9   Lakes\n\nThe General Assembly,\n\nWelcoming the work of all, done for the lakes by all Member States,\n\n\
         95-00009   1/2\n\x0CA/RES/95/9   Lakes\n\nUnited Nations bodies and those who live on the shores of all the lakes,\n\n\
         1. Takes note of the work.\n",
    );
    let preambular = of(&document, Kind::Preambular);
    assert_eq!(preambular.len(), 1, "{preambular:?}");
}

#[test]
fn a_note_mark_between_number_and_title_loses_no_word() {
    let document = read(
        "95/1.¹ Lakes\n\nThe General Assembly,\n\nRecalling its resolution 1,\n\n1. Requests States to read.\n",
    );
    assert_eq!(of(&document, Kind::Title), [(0, "95/1.", "¹ Lakes")]);
}

/// Resolutions of the World Health Organization have the symbol above the title, and a mark may follow the first
/// paragraph.
#[test]
fn an_agency_prints_the_symbol_before_the_title() {
    let source = "WHA95.3 Health of rivers\n\nThe Ninety-fifth World Health Assembly, Having considered the report,1\n\n\
                  1. URGES Member States to row;\n\n2. REQUESTS the Director-General to report.\n\n1 Document A95/4.\n";
    let document = crate::grammar::parse(source, crate::grammar::Options::default());
    assert_eq!(document.masthead().symbol.as_deref(), Some("WHA95.3"));
    assert_eq!(document.title(), Some("Health of rivers"));
    let anchors: Vec<_> = document.ids().map(|id| document.anchor(id).0).collect();
    assert!(
        anchors.iter().any(|anchor| anchor == "enacting") && anchors.iter().any(|anchor| anchor == "pp1")
    );
    assert_eq!(super::super::masthead::title_number("ISO9001. Rivers"), None);
    assert_eq!(super::super::masthead::title_number("EB132.R5 Rivers"), Some(("EB132.R5", 9)));
}

#[test]
fn a_preamble_is_recognised_without_an_enacting_phrase() {
    for (preamble, last, verb) in [
        ("Recalling its resolution 1 on lakes,", "Noting that lakes are deep,", "Requests States to read."),
        ("Rappelant sa résolution 1,", "Notant que les lacs sont profonds,", "Prie les États de lire."),
        (
            "Recordando su resolución 1,",
            "Observando que los lagos son hondos,",
            "Pide a los Estados que lean.",
        ),
        ("ссылаясь на свою резолюцию 1,", "отмечая глубину озер,", "просит государства читать."),
        ("إذ تشير إلى قرارها 1،", "وإذ تلاحظ عمق البحيرات،", "تطلب إلى الدول أن تقرأ."),
        ("回顾其第1号决议，", "注意到湖泊很深，", "请各国阅读。"),
    ] {
        let document = read(&format!("30/1. Lakes\n\n{preamble}\n\n{last}\n\n1. {verb}\n"));
        assert_eq!(of(&document, Kind::Preambular), [(1, "", preamble), (2, "", last)]);
        assert_eq!(of(&document, Kind::Operative), [(1, "1.", verb)]);
        assert_eq!(document.masthead().title.as_deref(), Some("Lakes"));
        assert_eq!(codes(&document), ["no-enacting-phrase"]);
    }
}

#[test]
fn opening_phrases_without_numbered_operative_paragraphs_do_not_make_a_preamble() {
    let document = read(
        "Recalling my visit to the lake,\n\nI write to you.\n\n1. The lake is deep.\n\n2. It is wide.\n",
    );
    assert_eq!(of(&document, Kind::Preambular), []);
    assert_eq!(codes(&document), ["not-a-resolution"]);
}

#[test]
fn words_that_introduce_the_numbered_paragraphs_are_not_a_preamble() {
    for (organ, lead, verb) in [
        ("大会，", "正式决定：", "请各国阅读。"),
        ("The General Assembly,", "Solemnly:", "Requests States to read."),
    ] {
        let document = read(&format!("{organ}\n\n{lead}\n\n1. {verb}\n\n2. {verb}\n"));
        assert_eq!(of(&document, Kind::Preambular), [], "{lead}");
        assert_eq!(of(&document, Kind::Paragraph), [(0, "", lead)]);
        assert_eq!(of(&document, Kind::Operative), [(1, "1.", verb), (2, "2.", verb)]);
    }
}

/// Pages with paragraph markup may have the number in a paragraph of its own.
#[test]
fn a_number_that_is_a_paragraph_belongs_to_the_next() {
    let html = "<p>L’Assemblée générale,</p><p>1. Fait sienne la déclaration ci-après.</p><p>Annexe</p><p>1.</p><p>Nous, ministres, \
                nous sommes réunis à Avalon.</p><p>2.</p><p>Nous saluons les fleuves.</p><p>I. Contexte</p><p>3.</p><p>Nous ramons.</p>";
    let content = crate::formats::html::read(html);
    let document = crate::grammar::parse_content(&content, crate::grammar::Options::default());
    let found: Vec<_> = document
        .ids()
        .filter(|&id| document.node(id).ordinal > 0 && document.node(id).kind == Kind::Paragraph)
        .map(|id| (document.label(id), document.own_text(id)))
        .collect();
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0], ("1.", "Nous, ministres, nous sommes réunis à Avalon.".to_owned()));
    assert_eq!(found[2], ("3.", "Nous ramons.".to_owned()));
}

/// Chinese verbs have one form for both registers, and the last preambular paragraph may end as operative ones do.
#[test]
fn everything_above_a_printed_first_paragraph_is_preamble() {
    for end in ["。", "；"] {
        let document = read(&format!(
            "大会，\n\n回顾其决议，\n\n欢迎湖泊的报告{end}\n\n1. 请各国阅读；\n\n2. 欢迎湖泊的报告。\n"
        ));
        let preamble: Vec<_> =
            of(&document, Kind::Preambular).into_iter().map(|(_, _, words)| words).collect();
        assert_eq!(preamble, ["回顾其决议，".to_owned(), format!("欢迎湖泊的报告{end}")]);
        assert_eq!(of(&document, Kind::Operative).len(), 2);
    }
}
