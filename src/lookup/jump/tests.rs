//! What people type in a meeting, and the paragraph that they mean.

use super::{Fit, HitKind, Index};
use crate::document::{Addressees, Anchor, Builder, Document, Kind, NodeId, NoteMark, Span};
use crate::grammar;
use crate::lang::Language;

fn sample(language: Language) -> Document {
    let text = match language {
        Language::En => include_str!("../../../sample-docs/A_RES_95_12.en.txt"),
        Language::Fr => include_str!("../../../sample-docs/A_RES_95_12.fr.txt"),
        Language::Es => include_str!("../../../sample-docs/A_RES_95_12.es.txt"),
        Language::Ru => include_str!("../../../sample-docs/A_RES_95_12.ru.txt"),
        Language::Ar => include_str!("../../../sample-docs/A_RES_95_12.ar.txt"),
        Language::Zh => include_str!("../../../sample-docs/A_RES_95_12.zh.txt"),
    };
    grammar::parse(text, grammar::Options { language: Some(language) })
}

/// The first anchors that a query finds.
fn found(document: &Document, index: &Index, query: &str, count: usize) -> String {
    let hits = index.search(document, query, NodeId::ROOT, count);
    hits.hits.iter().map(|hit| document.anchor(hit.node).0).collect::<Vec<_>>().join(" ")
}

fn check(language: Language, table: &[(&str, &str)]) {
    let document = sample(language);
    let index = Index::new(&document);
    let mut wrong = Vec::new();
    for (query, wanted) in table {
        let got = found(&document, &index, query, wanted.split(' ').count());
        if got != *wanted {
            wrong.push(format!("{query:?}: wanted {wanted}, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn in_english() {
    check(
        Language::En,
        &[
            ("7", "op7"),
            ("4 b", "op4(b)"),
            ("4 (b) (ii)", "op4(b)(ii)"),
            ("voluntary fund", "op11"),
            ("fund voluntary", "op11"),
            ("vol fund", "op11"),
            ("voluntray fund", "op11"),
            ("volutary fnd", "op11"),
            ("voluntaryfund", "op11"),
            ("machine translation", "op10"),
            ("terminology databases", "op9(b)"),
            ("request report ninety-sixth", "op13"),
            ("universal declaration human rights", "pp4"),
            ("udhr", "pp4"),
            ("92/8", "pp2"),
            ("slow links delegations", "pp7"),
            ("the delegations that depend on the slow links", "pp7"),
            ("right to left", "pp8"),
            ("94/19 six weeks", "op12"),
            ("any machine", "pp5(a)"),
            ("survives translation", "op4(b)(ii)"),
            ("A/RES/95/12, para. 7", "op7"),
        ],
    );
}

#[test]
fn in_french() {
    check(
        Language::Fr,
        &[
            ("par. 4 b) ii)", "op4(b)(ii)"),
            ("fonds volontaires", "op11"),
            ("fond de contribution volontaire", "op11"),
            ("declaration universelle", "pp4"),
            ("droits de l'homme", "pp4"),
            ("droits de l’homme", "pp4"),
            ("ddh", "pp4"),
            ("prie sg", "op5 op13"),
            ("prie sg rendre compte", "op13"),
            ("traduction automatique", "op10"),
            ("tradcution automatique", "op10"),
            ("arabe droite gauche", "pp8"),
            ("quatre-vingt-seizieme session compte", "op13"),
            ("banques terminologiques", "op9(b)"),
            ("94/512", "pp2"),
        ],
    );
}

#[test]
fn in_spanish() {
    check(
        Language::Es,
        &[
            ("párr. 11", "op11"),
            ("contribuciones voluntarias", "op11"),
            ("fondo voluntario", "op11"),
            ("traduccion automatica", "op10"),
            ("declaracion universal", "pp4"),
            ("solicita sg informe", "op13"),
            ("arabe derecha", "pp8"),
        ],
    );
}

#[test]
fn in_russian() {
    check(
        Language::Ru,
        &[
            ("пункт 11", "op11"),
            ("машинный перевод", "op10"),
            ("машинного перевода", "op10"),
            ("добровольные взносы", "op11"),
            ("всеобщая декларация", "pp4"),
            ("права человека", "pp4"),
            ("всеобшая декларация", "pp4"),
            ("92/8", "pp2"),
        ],
    );
}

#[test]
fn in_arabic() {
    check(
        Language::Ar,
        &[
            ("الفقرة 11", "op11"),
            ("٧", "op7"),
            ("صندوق التبرعات", "op11"),
            ("الصندوق تبرعات", "op11"),
            ("ترجمة آلية", "op10"),
            ("الترجمة الالية", "op10"),
            ("حقوق الانسان", "pp4"),
            ("الاعلان العالمي", "pp4"),
            ("92/8", "pp2"),
        ],
    );
}

#[test]
fn in_chinese() {
    check(
        Language::Zh,
        &[
            ("第11段", "op11"),
            ("第七段", "op7"),
            ("自愿基金", "op11"),
            ("机器翻译", "op10"),
            ("世界人权宣言", "pp4"),
            ("人权 宣言", "pp4"),
            ("宣言人权", "pp4"),
            ("秘书长 第九十六届", "op13"),
            ("第92/8号", "pp2"),
            ("自原基金", "op11"),
        ],
    );
}

/// A paragraph with a list and some other paragraphs, for testing the order of hits.
fn ranked() -> Document {
    let mut b = Builder::new();
    b.open(Kind::OperativePart, Span::default());
    let mut add = |label: &str, ordinal, body: &str, items: &[&str]| {
        let id = b.open(Kind::Operative, Span::default());
        let (label, span) = (b.push(label), b.push(body));
        let node = b.node_mut(id);
        (node.label, node.body, node.ordinal) = (label, span, ordinal);
        b.set_opener(id, body.split(' ').next().unwrap_or_default().len(), None, Addressees::default());
        for (at, item) in items.iter().enumerate() {
            b.leaf(Kind::Subparagraph, ["(a)", "(b)"][at], at as u32 + 1, item, Span::default());
        }
        b.close();
    };
    add("1.", 1, "Notes the rightful place of waterways and the alpha", &[]);
    add("2.", 2, "Notes the right of water", &[]);
    add(
        "3.",
        3,
        "Decides to store wheat in barns:",
        &["In the north, with oats;", "In the south, with barley and rye;"],
    );
    add("4.", 4, "Requests a study of bright lights", &[]);
    add("5.", 5, "Requests once more the right of fire", &[]);
    b.close();
    b.finish()
}

#[test]
fn whole_words_rank_before_prefixes_and_prefixes_before_the_rest() {
    let document = ranked();
    let index = Index::new(&document);
    for (query, wanted) in [
        // A whole word in 2 and 5, in the order of the document; a prefix in 1, and inside a word in 4.
        ("right", "op2 op5 op1 op4"),
        ("request", "op4 op5"),
        ("requests", "op4 op5"),
        ("right water", "op2 op1"),
        // The deepest clause that contains all words, or else the paragraph over which they are spread.
        ("north oats", "op3(a)"),
        ("barley rye", "op3(b)"),
        ("wheat oats", "op3"),
        ("wheat barley", "op3"),
        ("oats rye", "op3"),
        ("wheat barns", "op3"),
        ("5", "op5"),
        ("5 fire", "op5"),
    ] {
        assert_eq!(found(&document, &index, query, wanted.split(' ').count()), wanted, "{query}");
    }
}

#[test]
fn an_address_ranks_before_words() {
    let mut b = Builder::new();
    for (at, body) in ["Recalls 2 resolutions", "Decides"].into_iter().enumerate() {
        b.leaf(Kind::Operative, &format!("{}.", at + 1), at as u32 + 1, body, Span::default());
    }
    let document = b.finish();
    let index = Index::new(&document);
    let hits = index.search(&document, "2", NodeId::ROOT, 10);
    let kinds: Vec<_> = hits.hits.iter().map(|hit| (document.anchor(hit.node).0, hit.kind)).collect();
    assert_eq!(kinds, [("op2".to_owned(), HitKind::Address), ("op1".to_owned(), HitKind::Words)]);
    assert_eq!(hits.total, 2);
}

#[test]
fn a_paragraph_with_some_of_the_words_is_not_listed_beside_one_with_all() {
    let document = sample(Language::Fr);
    let index = Index::new(&document);
    assert_eq!(found(&document, &index, "prie sg", 20), "op5 op13");
    assert_eq!(found(&document, &index, "note 2", 20), "fn2");
}

#[test]
fn a_missing_letter_leads_to_its_operative_paragraph() {
    for (text, query, wanted) in [
        (include_str!("../../../sample-docs/A_RES_95_71.ru.txt"), "пункт 4 b)", "I.op4"),
        (include_str!("../../../sample-docs/A_HRC_RES_105_7.es.txt"), "párr 7 b)", "op7 pp7(b)"),
        (include_str!("../../../sample-docs/A_HRC_RES_105_7.es.txt"), "pp7 b)", "pp7(b)"),
    ] {
        let document = grammar::parse(text, grammar::Options { language: None });
        assert_eq!(found(&document, &Index::new(&document), query, 20), wanted, "{query}");
    }
}

#[test]
fn a_missing_address_leads_to_the_nearest_place() {
    let document = sample(Language::Fr);
    let index = Index::new(&document);
    for (query, near) in
        [("7 (z)", "op7"), ("par. 11 b)", "op11"), ("op 4 c) ii)", "op4(c)"), ("4 z) ii)", "op4")]
    {
        let hits = index.search(&document, query, NodeId::ROOT, 10);
        let first = hits.hits.first().map(|hit| (document.anchor(hit.node).0, hit.kind));
        assert_eq!(first, Some((near.to_owned(), HitKind::Near)), "{query}");
        assert!(hits.missing, "{query}");
    }
    for query in ["99", "annexe I", "art 5", "III.2", "par. 99"] {
        let hits = index.search(&document, query, NodeId::ROOT, 10);
        let first = hits.hits.first().map(|hit| (document.anchor(hit.node).0, document.own_text(hit.node)));
        assert!(hits.missing && (first.is_none() || query == "99"), "{query}: {first:?}");
    }
    assert!(!index.search(&document, "7", NodeId::ROOT, 10).missing);
    assert!(!index.search(&document, "fonds", NodeId::ROOT, 10).missing);
}

proptest::proptest! {
    #[test]
    fn any_query_on_any_document_is_safe(
        texts in proptest::collection::vec("[\\PC]{0,30}(droits de l’homme²|прав человека|人权理事会|حقوق الإنسان|e\u{301}tat)?\\PC{0,12}", 1..6),
        typed in "(\\PC{0,12}|[a-z0-9 ().]{0,10}|dro? ?l.homm|прав чел|人权|الانسان|dh)",
        limit in 0..5_usize,
    ) {
        let mut b = Builder::new();
        for (at, text) in texts.iter().enumerate() {
            let kind = [Kind::Operative, Kind::Subparagraph, Kind::Continuation, Kind::Note][at % 4];
            let id = b.leaf(kind, &format!("{at}."), at as u32, text, Span::default());
            let start = b.node(id).body.start as usize;
            for (at, mark) in text.match_indices('²') {
                b.mark(NoteMark { span: Span::new(start + at, start + at + mark.len()), note: None });
            }
        }
        let document = b.finish();
        let index = Index::new(&document);
        let hits = index.search(&document, &typed, NodeId(1), limit);
        proptest::prop_assert!(hits.hits.len() == hits.total.min(limit));
        for hit in &hits.hits {
            let node = document.node(hit.node);
            for mark in &hit.marks {
                proptest::prop_assert!(document.text().get(mark.range()).is_some_and(|text| !text.is_empty()));
                let inside = (hit.node.0..node.subtree_end.0).any(|id| {
                    let node = document.node(NodeId(id));
                    node.body.overlaps(*mark) || node.label.overlaps(*mark)
                });
                proptest::prop_assert!(inside, "{mark:?} is not in {node:?}");
            }
        }
    }

    #[test]
    fn addresses_of_any_text_are_safe(typed in "\\PC{0,20}") {
        let document = ranked();
        if let Some(address) = crate::lookup::address::parse(&typed) {
            for node in crate::lookup::address::resolve(&address, &document, NodeId(3)).all() {
                proptest::prop_assert!(node.index() < document.len());
            }
        }
        let _ = document.resolve(&Anchor(typed));
    }
}

#[test]
fn a_search_that_is_told_to_stop_has_no_result_and_one_that_is_not_has_the_usual_one() {
    let paragraph = |at: u32| format!("{at}. Decides to row by day {at};\n\n");
    let paragraphs: String = (1..=600).map(paragraph).collect();
    let document = crate::grammar::parse(
        &format!("The General Assembly,\n\n{paragraphs}"),
        crate::grammar::Options::default(),
    );
    let index = Index::new(&document);
    for query in ["row day", "decdes rwo", "drbd", "77", "art. 9"] {
        let whole = index.search(&document, query, NodeId::ROOT, 20);
        let asked = std::cell::Cell::new(0_usize);
        let count = || {
            asked.set(asked.get() + 1);
            true
        };
        assert_eq!(index.search_while(&document, query, NodeId::ROOT, 20, &count), Some(whole), "{query}");
        for stop in 0..asked.get() {
            let left = std::cell::Cell::new(stop);
            let go_on = || left.replace(left.get().saturating_sub(1)) > 0;
            assert_eq!(
                index.search_while(&document, query, NodeId::ROOT, 20, &go_on),
                None,
                "{query} {stop}"
            );
        }
    }
}

#[test]
fn the_short_address_in_a_list_leads_to_its_place_when_it_is_typed() {
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir("sample-docs").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let document =
            grammar::parse(&std::fs::read_to_string(&path).unwrap(), grammar::Options { language: None });
        let index = Index::new(&document);
        for id in document.ids().filter(|&id| document.node(id).kind != Kind::Continuation) {
            let brief = crate::document::citation::brief(&document, id);
            let kind = document.node(id).kind;
            let headed = !matches!(kind, Kind::Enacting | Kind::Heading);
            if !(kind.is_clause() && headed || kind.is_scope() || kind == Kind::Note) {
                continue;
            }
            let hits = index.search(&document, &brief, NodeId::ROOT, 1);
            let found = hits.hits.first().map(|hit| document.anchor(hit.node).0);
            if found.as_ref() != Some(&document.anchor(id).0) {
                wrong.push(format!("{path:?} {brief:?} {} -> {found:?}", document.anchor(id)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The place that each query leads to, in the jump box and as the address of a command.
fn places_in(text: &str, queries: &[(&str, &str)]) {
    hits_in(text, queries);
    let document = grammar::parse(text, grammar::Options { language: None });
    for (query, wanted) in queries {
        let meant = crate::lookup::address::meant(query, &document, NodeId::ROOT);
        assert_eq!(meant.map(|id| document.anchor(id).0).as_deref(), Some(*wanted), "{query}");
    }
}

/// The hits of queries in a text of our own.
fn hits_in(text: &str, queries: &[(&str, &str)]) {
    let document = grammar::parse(text, grammar::Options { language: None });
    let index = Index::new(&document);
    for (query, wanted) in queries {
        let got = found(&document, &index, query, wanted.split(' ').count());
        assert_eq!(got, *wanted, "{query}");
    }
}

#[test]
fn an_opening_verb_without_its_ending_is_meant_before_the_same_word_elsewhere() {
    let text = "The General Assembly,\n\nNoting the wide harbour of boats,\n\n1. Welcomes the wide harbour of boats;\n\n\
        2. Decides to send upon request what the pilots report;\n\n\
        3. Also requests the Secretary-General to submit a report;\n\n\
        4. Requests the Secretary-General to submit a report on rivers.\n";
    hits_in(
        text,
        &[("request report", "op4 op3 op2"), ("request report rivers", "op4"), ("report", "op2 op3 op4")],
    );
}

#[test]
fn a_question_in_plain_words_finds_what_it_asks() {
    let text = "The General Assembly,\n\nRecalling the report of the Secretary-General on boats,\n\n\
        1. Takes note of the report of the Secretary-General;\n\n\
        2. Invites States to pay for clean harbours;\n\n\
        3. Welcomes the boats, and requests the Secretary-General to row;\n\n\
        4. Requests the Secretary-General:\n\n(a) To paint the boats;\n\n(b) To submit a report on rivers.\n";
    hits_in(
        text,
        &[
            ("where they ask the SG to report", "op4(b)"),
            ("report sg", "op4(b) op1"),
            ("where do they request the secretary general to submit a report", "op4(b)"),
            ("what do they ask of the SG", "op3 op4"),
            ("ask sg row", "op3"),
            ("does it say anything about harbours", "op2"),
            ("paragraphs about clean harbours", "op2"),
            ("quand demande-t-on un report au Secrétaire général", "op4(b)"),
            ("ask states", "op2"),
            ("when must the SG be asked for zeppelins", "op3 op4"),
            ("where do they ask the SG for red and painted zeppelins", "op4 op3"),
            ("report of the secretary-general", "op1 pp1"),
            ("request report", "op4 op4(b)"),
        ],
    );
    let chinese = "大会，\n\n1. 注意到秘书长的报告；\n\n2. 请秘书长提交一份报告；\n\n3. 决定关注河流清洁。\n";
    hits_in(chinese, &[("哪里要求秘书长提交报告", "op2"), ("关于河流的段落", "op3")]);
}

#[test]
fn words_that_no_paragraph_has_together_lead_to_those_that_have_most() {
    let text =
        "The General Assembly,\n\n1. Decides to row the green boats;\n\n2. Decides to paint harbours.\n";
    let document = grammar::parse(text, grammar::Options { language: None });
    let index = Index::new(&document);
    for (query, wanted) in [("row green zeppelins", "op1"), ("harbours zeppelins quartz", "op2")] {
        let ranking = index.search(&document, query, NodeId::ROOT, 10);
        assert_eq!(ranking.fit, Fit::Most, "{query}");
        assert_eq!(found(&document, &index, query, 1), wanted, "{query}");
    }
    assert_eq!(index.search(&document, "green boats", NodeId::ROOT, 10).fit, Fit::All);
    assert_eq!(index.search(&document, "doors", NodeId::ROOT, 10).fit, Fit::Letters);
    assert_eq!(index.search(&document, "2", NodeId::ROOT, 10).fit, Fit::All);
}

#[test]
fn among_equals_the_operative_part_comes_first() {
    let text = "The General Assembly,\n\nNoting the wide harbour of boats,\n\n1. Notes the wide harbour of boats;\n\n\
        2. Decides to row.\n";
    hits_in(text, &[("wide harbour", "op1 pp1"), ("harbour boats", "op1 pp1")]);
}

#[test]
fn the_symbol_of_the_document_comes_before_the_paragraphs_that_have_it() {
    let text = "A/RES/95/12\n\nResolution adopted by the General Assembly on 3 March 2041\n\n95/12. Boats\n\n\
        The General Assembly,\n\nRecalling its resolution 94/3 of 2 March 2040,\n\n\
        1. Decides to call it resolution A/RES/95/12 from now on.\n";
    let document = grammar::parse(text, grammar::Options { language: None });
    let index = Index::new(&document);
    for query in ["A/RES/95/12", "a/res/95/12", "95/12"] {
        let hits = index.search(&document, query, NodeId::ROOT, 10);
        let kinds: Vec<_> = hits.hits.iter().map(|hit| document.node(hit.node).kind).collect();
        assert_eq!(kinds.first(), Some(&Kind::MastheadLine), "{query}");
        assert!(kinds.contains(&Kind::Operative), "{query}: {kinds:?}");
    }
    // The symbol of another resolution finds where it is cited, without the letters of its organ.
    hits_in(text, &[("A/RES/94/3", "pp1")]);
}

#[test]
fn addresses_as_people_type_them_lead_to_their_places() {
    let sections: String = ["VII", "VIII"]
        .map(|name| format!("{name}\n\n1. Decides to row;\n\n2. Decides to rest;\n\n"))
        .concat();
    let note = |at: u32| format!("[{at}] See boat {at}.\n\n");
    let mark = |at: u32| format!("boats[{at}] ");
    let (notes, marks): (String, String) = ((1..=12).map(note).collect(), (1..=12).map(mark).collect());
    let english = format!(
        "The General Assembly,\n\nRecalling {marks}and rivers,\n\n{sections}Annex I\n\n1. First rule.\n\nAnnex II\n\n\
        1. Other rule.\n\n{notes}"
    );
    places_in(
        &english,
        &[
            ("n12", "fn12"),
            ("note12", "fn12"),
            ("nota al pie 12", "fn12"),
            ("VIII par. 2", "VIII.op2"),
            ("VIII.2", "VIII.op2"),
            ("annex II.1", "annex-II.1"),
        ],
    );
    let paragraph = |at: u32| format!("{at}. Decides to row by day {at};\n\n");
    let numbered: String = (2..=24).map(paragraph).collect();
    let long = format!(
        "The General Assembly,\n\nRecalling Article 73 of the Charter,\n\n1. Decides to begin;\n\n{numbered}\
        Action 39. We will row together.\n"
    );
    places_in(
        &long,
        &[
            ("para twelve", "op12"),
            ("p. 3", "op3"),
            ("point 5", "op5"),
            ("paragraphe vingt", "op20"),
            ("action 39", "op24+1"),
        ],
    );
    // No such article is in it: these are words.
    hits_in(&long, &[("art. 73", "pp1"), ("статья 73", "pp1"), ("第73条", "pp1")]);
    let chinese = "大会，\n\n回顾《宪章》第七十三条，\n\n1. 决定划船；\n\n附件一\n\n1. 第一规则。\n\n2. 第二规则。\n\n\
        3. 第三规则。\n\n4. 第四规则。\n\n附件二\n\n1. 名单。\n";
    places_in(chinese, &[("附件1第4段", "annex-I.4"), ("附件2第1段", "annex-II.1")]);
    hits_in(chinese, &[("art. 73", "pp1")]);
    let russian = "Генеральная Ассамблея,\n\nссылаясь на статью 73 Устава,\n\n1. постановляет грести.\n";
    hits_in(russian, &[("статья 73", "pp1"), ("ст. 73", "pp1"), ("art. 73", "pp1")]);
}

#[test]
fn a_paragraph_without_a_number_is_listed_as_it_is_cited_and_found_by_that() {
    let annexes = [
        (
            "The General Assembly,\n\n1. Decides to row.\n\nAnnex II\n\nHarbours are wide.\n\nBoats are blue.\n",
            "annex II, 2nd para.",
        ),
        (
            "L’Assemblée générale,\n\n1. Décide de ramer.\n\nAnnexe II\n\nLes ports sont larges.\n\nLes bateaux sont bleus.\n",
            "annexe II, 2e par.",
        ),
        (
            "La Asamblea General,\n\n1. Decide remar.\n\nAnexo II\n\nLos puertos son anchos.\n\nLos barcos son azules.\n",
            "anexo II, 2º párr.",
        ),
        (
            "Генеральная Ассамблея,\n\n1. постановляет грести.\n\nПриложение II\n\nГавани широки.\n\nЛодки синие.\n",
            "приложение II, 2-й пункт",
        ),
        ("大会，\n\n1. 决定划船。\n\n附件二\n\n港口很宽。\n\n船是蓝色的。\n", "附件二，第2段"),
    ];
    for (text, brief) in annexes {
        let document = grammar::parse(text, grammar::Options { language: None });
        let id = document.resolve(&Anchor("annex-II.p2".to_owned())).unwrap();
        assert_eq!(crate::document::citation::brief(&document, id), brief);
        assert_eq!(found(&document, &Index::new(&document), brief, 1), "annex-II.p2", "{brief}");
    }
}
