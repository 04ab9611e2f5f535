//! The lists: the places of hits, the help, and a key that arrives together with Escape.

use crate::harness::{Harness, short};
use crate::tables::{document, scale};
use plenary::document::Language;
use plenary::internals::Settings;

/// Two sections whose numbers begin anew, an annex and a note, all with the same word.
const HARBOURS: &str = "The General Assembly,\n\nRecalling the harbour,\n\nNoting the harbour of old,¹\n\n\
    I\n\n1. Decides to build a harbour;\n\n2. Requests a plan for:\n\n(a) The harbour;\n\nII\n\n\
    1. Encourages each harbour to glow;\n\nAnnex I\n\n1. A harbour is a place.\n\n¹ See the harbour rules.\n";

/// What stands before the excerpt in the rows of a list, which begins after the row with the query.
fn places(frame: &str, query: &str) -> Vec<String> {
    let rows = frame.lines().skip_while(|row| !row.starts_with(query)).skip(1);
    let rows = rows.filter(|row| row.contains("arbour") && !row.contains("text.txt"));
    let cut = |row: &str| row.trim_start_matches(['▌', ' ']).split("  ").next().unwrap().to_owned();
    rows.map(cut).collect()
}

#[test]
fn hits_are_labelled_by_their_short_address_at_every_width() {
    for (width, height) in [(140, 40), (80, 24), (44, 24)] {
        let mut reader = Harness::text(HARBOURS).size(width, height).keys("/").type_in("harbour");
        let listed = places(&reader.frame(), "/ harbour");
        assert_eq!(listed, ["pp1", "pp2", "I.1", "I.2 (a)", "II.1", "annex I.1"], "/ at {width}");
        let mut reader = Harness::text(HARBOURS).size(width, height).keys(":").type_in("harbour");
        let listed = places(&reader.frame(), ": harbour");
        // Among equals the operative part and the annex come first, and the note last.
        assert_eq!(listed, ["I.1", "I.2 (a)", "II.1", "annex I.1", "pp1", "pp2", "note 1"], ": at {width}");
    }
}

#[test]
fn escape_and_a_letter_that_arrive_together_are_that_letter() {
    // A terminal multiplexer holds Escape back to see what follows.
    let mut reader = short().size(80, 12).keys("Alt-:").type_in("3");
    assert!(reader.frame().contains(": 3"), "{}", reader.frame());
    let mut reader = short().size(80, 12).keys("/").type_in("screen").keys("Enter Alt-3 Enter");
    assert!(reader.status().contains("para. 3"), "{}", reader.status());
    // While the letter of a mark or the end of a chord is awaited, Escape gives that up.
    for begun in ["m", "Z"] {
        let mut reader = short().size(80, 12).keys(begun).keys("Alt-:");
        assert!(reader.frame().contains("\n: "), "{begun}: {}", reader.frame());
    }
    // A key with Alt that means something by itself still does.
    let mut reader = short().size(80, 12).keys("3 Enter Alt-Left");
    assert!(!reader.status().contains("para. 3"), "{}", reader.status());
}

#[test]
fn addresses_as_people_type_them_lead_to_their_places_in_the_box() {
    let numbered: String = (1..=24).map(|at| format!("{at}. Decides to row by day {at};\n\n")).collect();
    let text = format!(
        "The General Assembly,\n\nRecalling Article 73 of the Charter,¹\n\n{numbered}Annex I\n\n1. A first rule.\n\n\
        2. A second rule.\n\nAnnex II\n\n1. Another rule.\n\nAction 39. We will row together.\n\n¹ See the charter.\n"
    );
    for (typed, place) in [
        ("n1", "note 1"),
        ("note1", "note 1"),
        ("nota al pie 1", "note 1"),
        ("para twelve", "12"),
        ("paragraphe vingt", "20"),
        ("p. 3", "3"),
        ("point 5", "5"),
        ("附件1第2段", "annex I.2"),
        ("art. 73", "pp1"),
        ("action 39", "Action 39"),
    ] {
        let mut reader = Harness::text(&text).size(100, 24).keys(":").type_in(typed);
        let frame = reader.frame();
        let row = frame.lines().skip_while(|row| !row.starts_with(": ")).find(|row| row.starts_with('▌'));
        let label = row.unwrap_or_default().trim_start_matches(['▌', ' ']);
        assert!(label.starts_with(&format!("{place} ")), "{typed}:\n{frame}");
    }
}

/// The help at 80 columns, with rows for all of it.
fn help(reader: Harness) -> String {
    reader.size(80, 130).keys("F1").frame()
}

#[test]
fn the_help_begins_with_ten_keys_and_is_grouped_by_what_one_wants_to_do() {
    let frame = help(short());
    let headings: Vec<&str> = frame.lines().filter_map(|row| row.strip_prefix("  ")).collect();
    let headings: Vec<&str> = headings.into_iter().filter(|row| !row.contains("  ")).collect();
    assert_eq!(
        headings,
        [
            "The ten keys to know first",
            "Read",
            "Jump",
            "Search",
            "Copy",
            "Compare, and other documents",
            "Lists",
            "Screen and program"
        ]
    );
    let first: Vec<&str> = frame.lines().skip_while(|row| !row.contains("ten keys")).skip(1).collect();
    assert_eq!(first.iter().position(|row| row.is_empty()), Some(10), "{frame}");
    assert!(
        frame.lines().nth(3).is_some_and(|row| row.starts_with('▌')),
        "the first key is selected: {frame}"
    );
}

#[test]
fn the_help_finds_commands_by_other_words_for_them() {
    for (typed, wanted) in [
        ("search", "Find text as typed"),
        ("exit", "Quit"),
        ("language", "The same paragraph in another language"),
        ("folder", "List of documents"),
        ("bookmark", "Set a mark"),
        ("footnote", "Notes and references"),
        ("dark", "Next theme"),
        ("contents", "Show or hide the outline"),
    ] {
        let mut reader = short().size(80, 24).keys("?").type_in(typed);
        let frame = reader.frame();
        let first = frame.lines().nth(2).unwrap_or_default();
        assert!(first.contains(wanted), "{typed}:\n{frame}");
    }
}

#[test]
fn the_help_shows_first_what_is_useful_where_one_is() {
    for (keys, wanted) in [("o", "Here: outline"), (":", "Here: lists"), ("i", "Here: sheets")] {
        let frame = help(short().keys(keys));
        assert!(frame.lines().nth(2).is_some_and(|row| row.contains(wanted)), "{keys}:\n{frame}");
    }
    // In the jump box a question mark says what may be typed, as long as nothing is.
    let mut reader = short().size(80, 24).keys(":").type_in("?");
    assert!(reader.frame().contains("annex 2, note 12"), "{}", reader.frame());
    reader.press("Esc");
    assert!(reader.frame().contains("\n: "), "the box is still open: {}", reader.frame());
    let mut reader = short().size(80, 24).keys("/").type_in("?");
    assert!(reader.frame().contains("/ ?"), "a question mark can be searched for: {}", reader.frame());
    let table = document(Language::En, 1, &scale());
    let frame = help(Harness::with(Settings::default(), "table.txt", table).keys("]"));
    assert!(frame.contains("In a table"), "{frame}");
}

#[test]
fn what_is_chosen_in_the_help_over_a_list_is_carried_out_in_its_place() {
    let mut reader =
        short().size(80, 24).keys(":").keys("F1").type_in("search").keys("Enter").type_in("noise");
    let frame = reader.frame();
    assert!(frame.contains("/ noise") && !frame.contains("\n: "), "{frame}");
}

#[test]
fn the_help_scrolls_with_the_headings_of_what_is_selected() {
    let mut reader = short().size(80, 12).keys("?");
    for _ in 0..60 {
        reader.press("Down");
        assert!(reader.frame().contains('▌'), "{}", reader.frame());
    }
    for _ in 0..60 {
        reader.press("Up");
    }
    assert!(reader.frame().contains("The ten keys to know first"), "{}", reader.frame());
}
