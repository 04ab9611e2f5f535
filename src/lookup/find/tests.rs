//! What is typed after `/`, and what it finds.

use super::{Query, find_all};
use crate::document::{Builder, Document, Kind, NoteMark, Span};

fn document(paragraphs: &[&str]) -> Document {
    let mut builder = Builder::new();
    for (at, body) in paragraphs.iter().enumerate() {
        let id = builder.leaf(Kind::Operative, &format!("{}.", at + 1), at as u32 + 1, body, Span::default());
        let start = builder.node(id).body.start as usize;
        for (at, mark) in body.char_indices().filter(|(_, letter)| "¹²³⁴".contains(*letter)) {
            builder.mark(NoteMark { span: Span::new(start + at, start + at + mark.len_utf8()), note: None });
        }
    }
    builder.finish()
}

fn regex(text: &str) -> Query {
    Query { text: text.to_owned(), regex: true }
}

/// One paragraph with the matches of a query between bars.
fn found(text: &str, query: &Query) -> String {
    let document = document(&[text]);
    let matches = find_all(&document, query).unwrap();
    matches.iter().map(|found| document.slice(found.span)).collect::<Vec<_>>().join("|")
}

#[test]
fn typed_text_finds_its_variants() {
    for (text, typed, wanted) in [
        ("Réaffirme la coopération", "cooperation", "coopération"),
        ("Réaffirme la coopération", "coopération", "coopération"),
        ("la cooperation", "coopération", ""),
        ("á a Á A", "a", "á|a|Á|A"),
        ("á a Á A", "á", "á|Á"),
        ("á a Á A", "A", "Á|A"),
        ("á a Á A", "Á", "Á"),
        ("droits de l’homme", "l'homme", "l’homme"),
        ("droits de l'homme", "l’homme", "l'homme"),
        ("« oui » et “non”", "\"non\"", "“non”"),
        ("non‑sélectivité", "non-selectivite", "non‑sélectivité"),
        ("2010–2020", "2010-2020", "2010–2020"),
        ("n°\u{a0}53 ;", "53 ;", "53 ;"),
        ("civilisations\u{a0};", "civilisations ;", "civilisations\u{a0};"),
        ("le cœur de", "coeur", "cœur"),
        ("le cœur de", "cœur", "cœur"),
        ("cafe\u{301} noir", "cafe noir", "cafe\u{301} noir"),
        ("cafe\u{301} noir", "café", "cafe\u{301}"),
        ("cafe\u{301}s", "cafes", "cafe\u{301}s"),
        ("États et états", "etats", "États|états"),
        ("États et états", "Etats", "États"),
        ("США и ещё раз ещё", "еще", "ещё|ещё"),
        ("всеобщей", "всеобщеи", "всеобщей"),
        ("الإنسان والأمن", "الانسان", "الإنسان"),
        ("الإنْسان", "الإنسان", "الإنْسان"),
        ("人权理事会第13/23号决议", "第13/23号", "第13/23号"),
        ("a.b a+b", "a.b", "a.b"),
        ("(a) [b]", "[b]", "[b]"),
        ("٦٥ و 65", "65", "٦٥|65"),
        ("aaa", "aa", "aa"),
        ("anything", "", ""),
        ("two  spaces", "two spaces", "two  spaces"),
    ] {
        assert_eq!(found(text, &Query::literal(typed)), wanted, "{typed:?} in {text:?}");
    }
}

#[test]
fn note_marks_do_not_interrupt_words() {
    assert_eq!(found("le 8 septembre 2000², et", &Query::literal("2000, et")), "2000², et");
    assert_eq!(found("civilisations³ et", &Query::literal("civilisations")), "civilisations");
    assert_eq!(found("a¹ b", &Query::literal("b")), "b");
    assert_eq!(found("a¹b", &Query::literal("b")), "b");
    assert_eq!(found("droits²", &Query::literal("2")), "");
}

#[test]
fn regular_expressions() {
    assert_eq!(found("resolution 64/171 and 65/218", &regex(r"\d+/\d+")), "64/171|65/218");
    assert_eq!(found("Urges urges", &regex("urges")), "Urges|urges");
    assert_eq!(found("Urges urges", &regex("Urges")), "Urges");
    assert_eq!(found("Urges, urges", &regex(r"urges\W")), "Urges,");
    assert_eq!(found("abc", &regex("x*")), "");
    let refused = |text| find_all(&document(&["x"]), &regex(text)).unwrap_err();
    insta::assert_snapshot!(refused("("), @"This is not a regular expression: unclosed group.");
    insta::assert_snapshot!(refused("a{1000}{1000}{1000}"), @"This regular expression is too large.");
}

#[test]
fn labels_are_found_when_typed_in_full() {
    let document = document(&["Decides", "Recalls paragraph 2. of"]);
    let spans = |typed| -> Vec<String> {
        let matches = find_all(&document, &Query::literal(typed)).unwrap();
        matches
            .iter()
            .map(|found| format!("{} {}", document.anchor(found.node), document.slice(found.span)))
            .collect()
    };
    assert_eq!(spans("2."), ["op2 2.", "op2 2."]);
    assert_eq!(spans("2"), ["op2 2"]);
    assert_eq!(spans("1."), ["op1 1."]);
}

proptest::proptest! {
    #[test]
    fn any_query_on_any_text_is_safe(texts in proptest::collection::vec("\\PC{0,40}[²]?\\PC{0,10}", 0..4), typed in "\\PC{0,12}") {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let document = document(&texts);
        for query in [Query::literal(&typed), regex(&typed)] {
            for found in find_all(&document, &query).unwrap_or_default() {
                let node = document.node(found.node);
                proptest::prop_assert!(document.text().get(found.span.range()).is_some());
                proptest::prop_assert!(found.span.start < found.span.end);
                proptest::prop_assert!(node.body.overlaps(found.span) || node.label == found.span);
            }
        }
    }

    #[test]
    fn every_word_of_a_text_is_found(before in "\\PC{0,10}", word in "[\\p{L}\\p{N} '’-]{1,10}", after in "\\PC{0,10}") {
        let text = format!("{before}{word}{after}");
        let document = document(&[&text]);
        if document.marks().is_empty() && !word.trim().is_empty() {
            proptest::prop_assert!(!find_all(&document, &Query::literal(&word)).unwrap().is_empty());
        }
    }
}

/// Follows a search that is stopped after every so many questions.
struct Halting {
    found: Vec<super::Match>,
    rounds: Vec<bool>,
    left: usize,
    read: u8,
}

impl super::Follow for Halting {
    fn found(&mut self, found: super::Match, round: bool) {
        self.found.push(found);
        self.rounds.push(round);
    }

    fn goes_on(&mut self, _: usize, read: u8) -> bool {
        self.read = read;
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }
}

#[test]
fn a_search_goes_round_from_where_it_begins_and_on_from_where_it_was_stopped() {
    let paragraphs: Vec<String> = (0..40).map(|at| format!("Rows {at} boats¹ and {at} boats")).collect();
    let document = document(&paragraphs.iter().map(String::as_str).collect::<Vec<_>>());
    let all = find_all(&document, &Query::literal("boats")).unwrap();
    assert_eq!(all.len(), 80);
    for patience in [4, 5, 9] {
        let from = crate::document::NodeId(30);
        let mut search = super::Search::new(&Query::literal("boats"), from).unwrap();
        let mut follower = Halting { found: Vec::new(), rounds: Vec::new(), left: 0, read: 0 };
        let mut stops = 0;
        while !search.is_done() {
            (follower.left, stops) = (patience, stops + 1);
            search.run(&document, &mut follower);
        }
        assert!(stops > 5, "{stops}");
        let cut = follower.rounds.iter().position(|round| *round).unwrap();
        assert!(follower.found[..cut].iter().all(|found| found.node >= from));
        follower.found.rotate_left(cut);
        assert_eq!(follower.found, all);
        assert!((90..=100).contains(&follower.read), "{}", follower.read);
    }
}

/// Its whole search would read the paragraph anew for each of its letters.
#[test]
fn a_search_that_would_take_hours_can_be_stopped_soon() {
    let text = "row ".repeat(500_000);
    let document = document(&[&text]);
    for pattern in [".*zzz|.", r".*zzz\b|.", r"(?:\w{1,9}\s){1,9}z"] {
        let mut search = super::Search::new(&regex(pattern), crate::document::NodeId::ROOT).unwrap();
        let mut follower = Halting { found: Vec::new(), rounds: Vec::new(), left: 50, read: 0 };
        search.run(&document, &mut follower);
        assert!(!search.is_done() && follower.left == 0, "{pattern}");
    }
}

/// A long text is read in pieces; what lies across two of them is found like everything else.
#[test]
fn matches_are_found_wherever_they_lie_in_a_long_paragraph() {
    for before in [0, 1, 16_378, 16_379, 16_380, 16_383, 16_384, 16_385, 32_767, 32_770] {
        let text = format!("{}Needle and Pin, Needle{}", "x".repeat(before), "y".repeat(20_000));
        let document = document(&[&text]);
        for (query, wanted) in [
            (regex("Needle"), "Needle|Needle"),
            (regex("Pin|Needle"), "Needle|Pin|Needle"),
            (regex(r"Needle.*Needle"), "Needle and Pin, Needle"),
            (regex(r"Pin\b|Need"), "Need|Pin|Need"),
            (Query::literal("needle"), "Needle|Needle"),
        ] {
            let matches = find_all(&document, &query).unwrap();
            let found: Vec<_> = matches.iter().map(|found| document.slice(found.span)).collect();
            assert_eq!(found.join("|"), wanted, "{query:?} after {before}");
        }
    }
}

proptest::proptest! {
    /// The search in steps finds what the `regex` crate finds.
    #[test]
    fn patterns_mean_what_they_mean_to_the_regex_crate(
        text in "[abcé \\n]{0,40}",
        pattern in proptest::collection::vec(
            proptest::sample::select(vec![
                "a", "b", "é", ".", "|", "a*", "b+?", "[ab]+", r"\b", r"\B", "^", "$", r"\w+", "(?:ab|a)", "(?:b|)",
                "c{2,3}", r"\s", ".*", "(?i:É)", r"\b{start}",
            ]),
            0..6,
        ),
    ) {
        let pattern = pattern.concat();
        let built = regex::RegexBuilder::new(&pattern).multi_line(true).case_insensitive(true).build();
        if let (Ok(known), Ok(engine)) = (built, super::pattern::compile(&pattern, true)) {
            let wanted: Vec<_> = known.find_iter(&text).map(|found| found.range()).filter(|found| !found.is_empty()).collect();
            let mut searcher = engine.searcher();
            let (mut found, mut from) = (Vec::new(), 0);
            while let Ok(Some(range)) = searcher.next(&text, from, &mut |_| true) {
                from = range.end;
                found.push(range);
            }
            proptest::prop_assert_eq!(found, wanted, "{}", pattern);
        }
    }
}
