//! Tests of Markdown and of text that is not prose.

use super::read;
use crate::formats::Style;

/// One line per block, then what was set aside.
fn shown(source: &str) -> Vec<String> {
    let content = read(source);
    let blocks = content.blocks.iter().map(|block| {
        let style = match block.style {
            Style::Heading(level) => format!("h{level} "),
            Style::Row => "| ".to_owned(),
            _ => String::new(),
        };
        format!("{style}{}", content.words(block))
    });
    let asides = content.asides.iter().map(|aside| format!("- {}: {}", aside.reason.code(), aside.text));
    blocks.chain(asides).collect()
}

#[test]
fn a_link_is_shown_as_its_text() {
    assert_eq!(
        shown(
            "Recalling [its *first* report](https://example.org/a_b_c(1)) and ![a map](map.png) and [that][r].\n\n[r]: https://example.org"
        ),
        [
            "Recalling its first report and a map and that.",
            "- link: (https://example.org/a_b_c(1))",
            "- link: (map.png)",
            "- link: [r]",
            "- link: [r]: https://example.org"
        ]
    );
    assert_eq!(
        shown("See <https://example.org/x_y_z> and\n[the\nplan](plan.md)."),
        ["See https://example.org/x_y_z and", "the", "plan.", "- link: (plan.md)"]
    );
    assert_eq!(
        shown("The sum [2](a) of States [one](see below) [x]"),
        ["The sum [2](a) of States [one](see below) [x]"]
    );
}

#[test]
fn a_link_to_a_note_is_a_footnote_mark() {
    assert_eq!(
        shown(
            "Recalling it,[2](#f2) and[[3]](#_ftn3) both[^why] ways[^4]\n\n[^why]: See A/1.\n[^4]: See A/2."
        ),
        ["Recalling it,² and³ both¹ ways⁴", "¹ See A/1.", "⁴ See A/2.", "- link: (#f2)", "- link: (#_ftn3)"]
    );
}

#[test]
fn bracketed_numbers_are_marks_if_notes_begin_with_them() {
    assert_eq!(
        shown("Recalling it,[1] and that[2]\n\n[1] See A/1.\n[2] See A/2.\n"),
        ["Recalling it,¹ and that²", "¹ See A/1.", "² See A/2."]
    );
    assert_eq!(shown("Recalling [1] and that\n\n[1] See A/1.\n[2] See A/2.\n")[0], "Recalling [1] and that");
}

#[test]
fn markup_in_addresses_and_code_is_not_read() {
    assert_eq!(
        shown("At https://example.org/no._142-N_of_a_*_b and `x_y_z*` stop_ here_"),
        ["At https://example.org/no._142-N_of_a_*_b and x_y_z* stop_ here_"]
    );
    assert_eq!(shown("Member States` rights and `one"), ["Member States` rights and `one"]);
}

#[test]
fn front_matter_is_set_aside() {
    assert_eq!(
        shown("---\ntitle: \"Rivers\"\ndate: 2049-01-02\ntags:\n  - water\n---\n\nText."),
        [
            "h1 Rivers",
            "Text.",
            "- front-matter: ---\ntitle: \"Rivers\"\ndate: 2049-01-02\ntags:\n  - water\n---"
        ]
    );
    assert_eq!(
        shown("---\ntitle: Rivers\n---\n# Rivers\n\nText."),
        ["h1 Rivers", "Text.", "- front-matter: ---\ntitle: Rivers\n---"]
    );
    assert_eq!(
        shown("---\nA sentence: with a colon, and\nanother line\n---\n"),
        ["---", "A sentence: with a colon, and", "another line", "---"]
    );
}

#[test]
fn rules_and_underlines_in_markdown() {
    assert_eq!(
        shown("Rivers\n======\n\nText[^1] here.\n\n***\n\n> > Quoted\n>\n> more\n\n[^1]: Note."),
        ["h1 Rivers", "Text¹ here.", "Quoted", "more", "¹ Note.", "- rule: ======", "- rule: ***"]
    );
}

#[test]
fn comma_separated_values_and_settings_keep_their_lines() {
    assert_eq!(
        shown("year,river,length\n2049,\"Long, the\",7\n2050,*Short*,3\n"),
        ["| year,river,length", "| 2049,\"Long, the\",7", "| 2050,*Short*,3"]
    );
    // Two columns, and a quoted value of two lines.
    assert_eq!(
        shown("id,river\n1,\"Long, the\"\n2,Short\n"),
        ["| id,river", "| 1,\"Long, the\"", "| 2,Short"]
    );
    assert_eq!(
        shown("id,river,note\n1,Long,\"It is\nlong, and wet\"\n"),
        ["| id,river,note", "| 1,Long,\"It is", "| long, and wet\""]
    );
    assert_eq!(
        shown("[package]\nname = \"rivers\"\n\n# All of them\n[dependencies]\nwater = \"1\"\n"),
        ["| [package]", "| name = \"rivers\"", "| # All of them", "| [dependencies]", "| water = \"1\""]
    );
}

#[test]
fn prose_with_commas_is_not_a_sheet() {
    assert_eq!(
        shown("The Council, in session, decides,\nRecalling A, noting B, hoping,\nUrging C, D, and E,\n")[0],
        "The Council, in session, decides,"
    );
    assert_eq!(
        shown("We saw the river,\nwhich was wet, and\nwent home, all of us.\n")[0],
        "We saw the river,"
    );
}
