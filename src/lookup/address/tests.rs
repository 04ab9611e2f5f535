//! What people say, and where it leads.

mod cited;
mod parts;
mod samples;

use super::{parse, resolve};
use crate::document::{Anchor, Builder, Document, Kind, NodeId, Span};

fn add(builder: &mut Builder, kind: Kind, label: &str, ordinal: u32, body: &str) {
    builder.leaf(kind, label, ordinal, body, Span::default());
}

fn open(builder: &mut Builder, kind: Kind, label: &str, ordinal: u32, body: &str) -> NodeId {
    let id = builder.open(kind, Span::default());
    let label = builder.push(label);
    let body = builder.push(body);
    let node = builder.node_mut(id);
    (node.label, node.body, node.ordinal) = (label, body, ordinal);
    id
}

/// Twelve operative paragraphs, the seventh and the eighth with lists, three annexes, a part, sections, notes.
fn sample(letters: [&str; 3], romans: [&str; 2], annex: &str) -> Document {
    let mut b = Builder::new();
    b.masthead_mut().symbol = Some("A/RES/65/218".into());
    open(&mut b, Kind::Masthead, "", 0, "");
    add(&mut b, Kind::MastheadLine, "", 0, "United Nations");
    b.close();
    add(&mut b, Kind::Title, "", 0, "Cooperation");
    open(&mut b, Kind::Preamble, "", 0, "");
    for ordinal in 1..=9 {
        add(&mut b, Kind::Preambular, "", ordinal, "Recalling,");
    }
    b.close();
    open(&mut b, Kind::OperativePart, "", 0, "");
    for ordinal in 1..=12 {
        open(&mut b, Kind::Operative, &format!("{ordinal}."), ordinal, "Decides");
        if ordinal == 7 || ordinal == 8 {
            for (at, letter) in letters.into_iter().enumerate() {
                open(&mut b, Kind::Subparagraph, letter, at as u32 + 1, "to");
                if at == 1 {
                    for (at, roman) in romans.into_iter().enumerate() {
                        add(&mut b, Kind::Subparagraph, roman, at as u32 + 1, "do");
                    }
                }
                b.close();
            }
        }
        b.close();
        if ordinal == 7 {
            add(&mut b, Kind::Operative, "7 bis.", 7, "Decides again");
        }
    }
    b.close();
    for (ordinal, label) in [(1, "I."), (2, "II."), (3, "III.")] {
        open(&mut b, Kind::Section, label, ordinal, "Finance");
        for paragraph in 1..=3 {
            add(&mut b, Kind::Operative, &format!("{paragraph}."), paragraph, "Notes");
        }
        b.close();
    }
    open(&mut b, Kind::Part, "B", 2, "Second");
    add(&mut b, Kind::Operative, "4.", 4, "Stresses");
    b.close();
    for (ordinal, numeral) in [(1, "I"), (2, "II")] {
        open(&mut b, Kind::Annex, &format!("{annex} {numeral}"), ordinal, "");
        for paragraph in 1..=4 {
            add(&mut b, Kind::Paragraph, &format!("{paragraph}."), paragraph, "States");
        }
        open(&mut b, Kind::Article, "Article 5", 5, "");
        add(&mut b, Kind::Paragraph, "2.", 2, "Parties");
        b.close();
        b.close();
    }
    open(&mut b, Kind::Notes, "", 0, "");
    for (ordinal, mark) in [(1, "¹"), (2, "²"), (3, "³"), (4, "⁴")] {
        add(&mut b, Kind::Note, mark, ordinal, "See");
    }
    b.close();
    b.finish()
}

fn english() -> Document {
    sample(["(a)", "(b)", "(c)"], ["(i)", "(ii)"], "Annex")
}

/// The first anchors that a query means, read from a given place.
fn at(document: &Document, query: &str, from: &str, count: usize) -> String {
    listed(document, query, from, count, |places| places.meant)
}

fn listed(
    document: &Document,
    query: &str,
    from: &str,
    count: usize,
    which: impl Fn(super::resolve::Places) -> Vec<NodeId>,
) -> String {
    let from = document.resolve(&Anchor::from(from)).unwrap_or_default();
    let Some(address) = parse(query) else { return "words".into() };
    let nodes = which(resolve(&address, document, from));
    // A possible name that the document does not have is searched for as words.
    if nodes.is_empty() && address.steps.is_empty() {
        return "words".into();
    }
    let anchors: Vec<_> = nodes.iter().take(count).map(|&id| document.anchor(id).0).collect();
    if anchors.is_empty() { "none".into() } else { anchors.join(" ") }
}

fn check(document: &Document, table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let (query, wanted) = line.split_once("=>").unwrap();
        let query = query.trim_start().strip_suffix(' ').unwrap_or(query);
        let query = query.trim_end().replace('_', " ");
        let wanted = wanted.trim();
        let found = at(document, &query, "top", wanted.split(' ').count());
        if found != wanted {
            wrong.push(format!(
                "{query:?}: wanted {wanted}, got {found}; {:?}",
                parse(&query).map(|a| a.steps)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn in_english() {
    check(
        &english(),
        "
        7                    => op7
        11                   => op11
        op7                  => op7
        OP 7                 => op7
        Op. 7                => op7
        OP7.                 => op7
        para 7               => op7
        para. 7              => op7
        paragraph 7          => op7
        Paragraph 7          => op7
        §7                   => op7
        operative paragraph 7 => op7
        op. para. 7          => op7
        seventh paragraph    => op7
        the seventh operative paragraph => op7
        7b                   => op7(b)
        7 b                  => op7(b)
        7(b)                 => op7(b)
        7 (b) (ii)           => op7(b)(ii)
        7 b) ii)             => op7(b)(ii)
        7.b                  => op7(b)
        7.b.ii               => op7(b)(ii)
        7bii                 => op7(b)(ii)
        7(b)(ii)             => op7(b)(ii)
        7 (ii)               => op7(b)(ii)
        para 7 (b)(ii)       => op7(b)(ii)
        par. 7 b)            => op7(b)
        subparagraph (b) of paragraph 8 => op8(b)
        sub-paragraph 8 (b)  => op8(b)
        7 bis                => op7bis
        7bis                 => op7bis
        OP7 bis              => op7bis
        pp3                  => pp3
        PP 3                 => pp3
        pp. 3                => pp3
        preambular 3         => pp3
        preambular para. 3   => pp3
        preambular paragraph 3 => pp3
        third preambular paragraph => pp3
        the eighth preambular paragraph => pp8
        3rd preambular paragraph => pp3
        3rd pp               => pp3
        preamble 3           => pp3
        preamble             => preamble
        annex II             => annex-II
        annex 2              => annex-II
        annex 4              => none
        annex II, para 3     => annex-II.3
        annex II, 3          => annex-II.3
        annex II.3           => annex-II.3
        annex-II.3           => annex-II.3
        para. 3 of annex II  => annex-II.3
        second annex         => annex-II
        p. 3                 => op3
        p3                   => op3
        point 5              => op5
        point 7 (b)          => op7(b)
        clause 5             => op5
        no. 7                => op7
        para twelve          => op12
        op eleven            => op11
        paragraphs seven and nine => op7 op9
        third operative paragraph => op3
        fifth operative      => op5
        ninth preambular     => pp9
        preambulatory clause 3 => pp3
        annex two, point 3   => annex-II.3
        n3                   => fn3
        n. 3                 => fn3
        note12               => none
        II par. 3            => II.op3
        III, 2               => III.op2
        chapter 2            => II
        Chapter II           => II
        7.1                  => none
        7 (2)                => none
        7 (d)                => none
        I.9                  => none
        art. 6               => none
        article 2            => none
        paragraph 13         => none
        annex III            => none
        annex I, 5           => none
        annex, 4             => annex-I.4
        section 9            => none
        op 13                => none
        twelve               => words
        article 5            => annex-I.art5
        art. 5               => annex-I.art5
        annex II, art. 5, para. 2 => annex-II.art5.2
        section II           => II
        sect. II, para. 3    => II.op3
        section 2            => II
        second section       => II
        II.3                 => II.op3
        III.2                => III.op2
        II 3                 => II.op3
        II.op3               => II.op3
        II                   => II
        part B               => B
        B 4                  => B.op4
        B.op4                => B.op4
        note 4               => fn4
        fn4                  => fn4
        footnote 4           => fn4
        title                => title
        masthead             => masthead
        last paragraph       => op12
        last preambular paragraph => pp9
        7-9                  => op7 op9
        7 and 9              => op7 op9
        paras. 7, 9 and 11   => op7 op9 op11
        A/RES/65/218, par. 11 => op11
        65/218 par 11        => op11
        65/218#op7           => op7
        resolution 65/218, para. 11 => op11
        64/171, par. 11      => none
        A/RES/64/171 para 3  => none
        2030                 => none
        64/171               => words
        1,46                 => words
        1,136,971            => words
        69-3                 => words
        paras. 7,9           => op7 op9
        7, 9                 => op7 op9
        65/218               => words
        human rights         => words
        report of the secretary general on => words
        third                => words
        a                    => none
        para                 => words
        section              => words
        7 human rights       => words
        on                   => words
        in the               => words
        ",
    );
}

#[test]
fn in_french() {
    check(
        &sample(["a)", "b)", "c)"], ["i)", "ii)"], "Annexe"),
        "
        par. 7               => op7
        paragraphe 7         => op7
        par. 7 b)            => op7(b)
        par. 7, b), ii)      => op7(b)(ii)
        paragraphe 7 du dispositif => op7
        par. 7 du dispositif => op7
        alinéa b) du paragraphe 8 => op8(b)
        8, al. b)            => op8(b)
        septième paragraphe  => op7
        3e alinéa            => pp3
        3ème alinéa du préambule => pp3
        3e alinéa du préambule => pp3
        troisième alinéa     => pp3
        huitième alinéa du préambule => pp8
        alinéa 3             => pp3
        préambule, al 3      => pp3
        1er alinéa           => pp1
        annexe I, 3          => annex-I.3
        annexe II, par. 3    => annex-II.3
        paragraphe 3 de l'annexe II => annex-II.3
        première annexe      => annex-I
        paragraphe douze     => op12
        par. sept b)         => op7(b)
        point 5              => op5
        n3                   => fn3
        annexe deux, par. trois => annex-II.3
        chapitre 2           => II
        chapitre II, par. 3  => II.op3
        deuxième chapitre    => II
        II par. 3            => II.op3
        art. 6               => none
        paragraphe 13        => none
        art. 5               => annex-I.art5
        sect. II, par. 3     => II.op3
        section II           => II
        note 4               => fn4
        note de bas de page 4 => fn4
        titre                => title
        dernier paragraphe   => op12
        paragraphes 9 et 11  => op9 op11
        par. 7 à 9           => op7 op9
        A/RES/65/218, par. 7 => op7
        résolution 65/218, par. 7 => op7
        droits de l'homme    => words
        prie sg              => words
        ",
    );
}

#[test]
fn in_spanish() {
    check(
        &sample(["a)", "b)", "c)"], ["i)", "ii)"], "Anexo"),
        "
        párr. 7              => op7
        párrafo 7            => op7
        párrafo 7 b)         => op7(b)
        párrafo 7 b) ii)     => op7(b)(ii)
        párrafo 7 de la parte dispositiva => op7
        párrafo dispositivo 7 => op7
        tercer párrafo del preámbulo => pp3
        párrafo octavo del preámbulo => pp8
        3.º párrafo          => op3
        preámbulo 3          => pp3
        inciso b) del párrafo 8 => op8(b)
        anexo II             => annex-II
        anexo II, párr. 3    => annex-II.3
        artículo 5           => annex-I.art5
        secc. II, párr. 3    => II.op3
        nota 4               => fn4
        párrs. 7 y 8         => op7 op8
        nota al pie 4        => fn4
        nota a pie de página 4 => fn4
        párrafo doce         => op12
        punto 5              => op5
        capítulo 2           => II
        anexo dos, párr. 3   => annex-II.3
        párrafo 13           => none
        artículo 6           => none
        ",
    );
}

#[test]
fn in_russian() {
    let russian = sample(["a)", "b)", "с)"], ["i)", "ii)"], "Приложение");
    check(
        &russian,
        "
        пункт 7              => op7
        п. 7                 => op7
        п.7                  => op7
        ОП7                  => op7
        оп 7                 => op7
        в пункте 7           => op7
        пункта 7             => op7
        пункт 7 постановляющей части => op7
        пункт 7 b)           => op7(b)
        пункт 7 б)           => op7(b)
        7б                   => op7(b)
        7 с                  => op7(c)
        7 в                  => op7(c)
        подпункт b) пункта 8 => op8(b)
        третий абзац преамбулы => pp3
        третий пункт преамбулы => pp3
        восьмой пункт преамбулы => pp8
        абзац 3              => pp3
        3-й абзац            => pp3
        преамбула            => preamble
        приложение II        => annex-II
        приложение II, пункт 3 => annex-II.3
        пункт 3 приложения II => annex-II.3
        раздел II            => II
        раздел II, п. 3      => II.op3
        статья 5             => annex-I.art5
        пункт 2 статьи 5     => annex-I.art5.2
        сноска 4             => fn4
        примечание 4         => fn4
        пункты 9 и 11        => op9 op11
        пп. 7-9              => op7 op9
        ПП3                  => pp3
        пункт двенадцать     => op12
        девятый абзац преамбулы => pp9
        глава 2              => II
        глава II, пункт 3    => II.op3
        II п. 3              => II.op3
        приложение два       => annex-II
        подстрочное примечание 4 => fn4
        пункт 13             => none
        статья 6             => none
        прав человека        => words
        ",
    );
}

#[test]
fn in_arabic() {
    check(
        &sample(["(أ)", "(ب)", "(ج)"], ["'1'", "'2'"], "المرفق"),
        "
        الفقرة 7             => op7
        فقرة 7               => op7
        الفقرة ٧             => op7
        ٧                    => op7
        الفقرة 7 (ب)         => op7(b)
        7 ب                  => op7(b)
        7 (ب) '2'            => op7(b)(2)
        الفقرة السابعة       => op7
        الفقرة 7 من المنطوق  => op7
        الفقرة الثالثة من الديباجة => pp3
        الديباجة 3           => pp3
        الفقرة الفرعية (ب) من الفقرة 8 => op8(b)
        المرفق الثاني        => annex-II
        المرفق الثاني، الفقرة 3 => annex-II.3
        المادة 5             => annex-I.art5
        الفقرة 2 من المادة 5 => annex-I.art5.2
        الجزء ثانيا          => II
        الجزء ثانيا، الفقرة 3 => II.op3
        حاشية 4              => fn4
        الحاشية 4            => fn4
        الفقرتين 9 و 11      => op9 op11
        فقرة ٧               => op7
        الفقرة ١٢            => op12
        الفقرة اثنتا عشرة    => op12
        الفقرة الثانية عشرة  => op12
        المرفق الأول         => annex-I
        المرفق الثاني الفقرة 3 => annex-II.3
        الفصل الثاني         => II
        الفصل 2              => II
        الفقرة 13            => none
        المادة 6             => none
        حقوق الإنسان         => words
        ",
    );
}

#[test]
fn in_chinese() {
    check(
        &sample(["（a）", "（b）", "（c）"], ["㈠", "㈡"], "附件"),
        "
        第7段                => op7
        第七段               => op7
        7段                  => op7
        第 7 段              => op7
        第７段               => op7
        第十二段             => op12
        执行部分第7段        => op7
        序言部分第3段        => pp3
        序言第三段           => pp3
        第7(b)段             => op7(b)
        第7段(b)             => op7(b)
        第7段（b）㈡         => op7(b)(2)
        附件二               => annex-II
        附件二第3段          => annex-II.3
        附件二，第3段        => annex-II.3
        第5条                => annex-I.art5
        第五条               => annex-I.art5
        第二节               => II
        第二节，第3段        => II.op3
        第二节第3段          => II.op3
        脚注4                => fn4
        注4                  => fn4
        标题                 => title
        第9和11段            => op9 op11
        第十一段             => op11
        第１１段             => op11
        附件2第3段           => annex-II.3
        附件二第三段         => annex-II.3
        第二章               => II
        第2章                => II
        序言部分第九段       => pp9
        第13段               => none
        第6条                => none
        附件三               => none
        附件第9段            => none
        附件第4段            => annex-I.4
        第II节，第3段        => II.op3
        人权                 => words
        一切人权             => words
        ",
    );
}

#[test]
fn exact_places_come_before_completions() {
    let document = english();
    for (query, wanted) in [
        ("1", "op1 I.op1 II.op1 III.op1 annex-I.1 annex-II.1 op10 op11 op12 pp1 fn1 I"),
        ("1 ", "op1 I.op1 II.op1 III.op1 annex-I.1 annex-II.1 pp1 fn1 I"),
        ("7 ", "op7 op7bis pp7"),
        ("7 (", "op7 op7(a) op7(b) op7(c) op7bis pp7"),
        ("7 (b", "op7(b)"),
        ("7 (i", "op7(b)(i) op7(b)(ii)"),
        ("annex I", "annex-I annex-II"),
    ] {
        assert_eq!(listed(&document, query, "op3", 12, super::resolve::Places::all), wanted, "{query}");
    }
}

#[test]
fn near_places_come_first() {
    let document = english();
    for (query, from, wanted) in [
        ("3", "top", "op3"),
        ("3", "II.op1", "II.op3"),
        ("3", "annex-II.1", "annex-II.3"),
        ("4", "annex-II.1", "annex-II.4"),
        ("11", "annex-II.1", "op11"),
        ("art 5", "annex-II.1", "annex-II.art5"),
        ("(b)", "op8", "op8(b)"),
        ("(b)", "op8(a)", "op8(b)"),
        ("(ii)", "op8(b)", "op8(b)(ii)"),
        ("pp3", "annex-II.1", "pp3"),
    ] {
        assert_eq!(at(&document, query, from, 1), wanted, "{query} from {from}");
    }
}

#[test]
fn every_anchor_is_an_address() {
    let document = english();
    for id in document.ids() {
        let anchor = document.anchor(id).0;
        assert_eq!(at(&document, &anchor, "top", 1), anchor);
    }
}

#[test]
fn a_label_after_the_only_annex_is_found_in_it() {
    let document = crate::grammar::parse(
        "The General Assembly,\n\n1. Adopts the rules annexed.\n\nAnnex\n\nRules\n\n1. Boats keep right.\n\n51. Boats stop.\n",
        crate::grammar::Options::default(),
    );
    for typed in ["annex 51", "annex, 51", "annexe 51", "annex, para. 51"] {
        assert_eq!(anchors(typed, &document), ["annex.51"], "{typed}");
    }
    assert_eq!(anchors("annex 7", &document), [""; 0]);
    let lettered = crate::grammar::parse(
        "The Security Council,\n\n1. Adopts the criteria annexed.\n\nAnnex\n\nThe Committee shall:\n\n(a) Meet;\n\n(b) Report.\n",
        crate::grammar::Options::default(),
    );
    for typed in ["annex (b)", "annex, (b)", "annex b"] {
        assert_eq!(anchors(typed, &lettered), ["annex.p1(b)"], "{typed}");
    }
    let id = super::meant("annex (b)", &lettered, NodeId::ROOT).unwrap();
    assert_eq!(crate::document::citation::spoken(&lettered, id, lettered.words()), "annex, para. (b)");
}

fn anchors(typed: &str, document: &Document) -> Vec<String> {
    let address = parse(typed).unwrap();
    resolve(&address, document, NodeId::ROOT).meant.iter().map(|&id| document.anchor(id).0).collect()
}

#[test]
fn a_section_of_the_budget_may_have_a_letter_after_its_number() {
    let document = crate::grammar::parse(
        "The General Assembly,\n\nPart VIII\n\nSection 29A Boats\n\n1. Takes note of boats;\n\nSection 29B Nets\n\n2. Takes note of nets.\n",
        crate::grammar::Options::default(),
    );
    for typed in ["section 29B, 2", "section 29B, para. 2", "sect. VIII.29B, para. 2"] {
        assert_eq!(anchors(typed, &document), ["VIII.XXIX-B.op2"], "{typed}");
    }
    assert_eq!(anchors("section 29A, 2", &document), [""; 0]);
}
