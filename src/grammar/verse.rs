//! Recognises texts whose lines are not wrapped prose (a poem, a list of names, the output of a program) and are kept
//! as lines.
//!
//! Wrapped prose fills its lines: the first word of the next line would not have fitted. This check is not made for
//! resolutions.

use super::numbering::{item, number};
use super::shape::ends_with_mark;
use super::words;
use super::wrapping::{columns, filled};
use crate::formats::{Block, Content, Style};

/// The fewest lines directly below another for a decision by how they are filled.
const FEWEST: usize = 4;
/// The fewest such lines for a decision by their capitals, if each begins with a capital letter.
const FEWEST_CAPITALS: usize = 3;
/// The most columns of a line of verse.
const VERSE: usize = 60;
/// The most lines that are looked at.
const LOOK: usize = 2000;

/// Whether each line of the text is to be kept as a line. `width` is the width in columns that the text was wrapped
/// to, if it was.
pub(super) fn keeps_lines(content: &Content, width: Option<usize>, skipped: impl Fn(usize) -> bool) -> bool {
    let lines = content.blocks.iter().enumerate().filter(|(at, _)| !skipped(*at)).map(|(_, block)| block);
    let (mut pairs, mut full, mut begun) = (0, 0, 0);
    // Of the lines below another: those that begin with a capital, those of them that continue its sentence, and the
    // width of the widest line.
    let (mut capitals, mut open, mut widest) = (0, 0, 0);
    let mut before: Option<&Block> = None;
    for block in lines.take(LOOK) {
        let above = before.replace(block);
        if block.style != Style::Line {
            return false;
        }
        let words = content.words(block);
        begun +=
            usize::from(number(words).is_some() || item(words).is_some() || words::unit(words).is_some());
        if let Some(above) = above.filter(|above| block.gap == 0 && above.page == block.page) {
            pairs += 1;
            full += usize::from(width.is_none_or(|width| filled(content.words(above), words, width) > width));
            let capital = begins_with_capital(words);
            capitals += usize::from(capital);
            open += usize::from(capital && !ends_with_mark(content.words(above)));
            widest = widest.max(columns(words, 2 * VERSE)).max(columns(content.words(above), 2 * VERSE));
        }
    }
    // In prose few lines begin with a capital letter, only where a sentence or a name begins.
    if pairs >= FEWEST_CAPITALS && capitals == pairs && open > 0 && widest <= VERSE && begun == 0 {
        return true;
    }
    pairs >= FEWEST && full * 3 < pairs && begun * 4 < pairs
}

/// Whether the first letter of a line is a capital, apart from quotation marks and the like; false where all letters
/// are capitals, as in a heading.
fn begins_with_capital(words: &str) -> bool {
    words.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_uppercase)
        && words.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::document::dump::dump;
    use crate::grammar::{Options, parse};

    #[test]
    fn a_poem_keeps_its_lines() {
        let source = "The river\n\nI saw the river in the rain\n  and did not go,\nI saw it coming down again\n  with banks of snow.\n\n\
            The boats were tied along the quay,\n  the lamps were lit;\nnobody came to look for me\n  or sat by it.\n";
        insta::assert_snapshot!(dump(&parse(source, Options::default())), @r##"
        t1 Table "The river"
        t2 Table "I saw the river in the rain\n  and did not go…h banks of snow."
        t3 Table "The boats were tied along the quay,\n  the la…\n  or sat by it."
        ! not-a-resolution line 1
        "##);
    }

    #[test]
    fn verse_with_lines_of_even_width_is_recognised_by_its_capitals() {
        let source = "The lamp\n\nWho lit the lamp above the door\nHas left the house and shut the gate;\n\
            Nobody walks there any more\nWho would have time to stop and wait.\n\n  \
            The moths that come are white and grey\n  And turn about it for a while\n  \
            Until the light is put away\n  And darkness covers every mile.\n";
        let shown = dump(&parse(source, Options::default()));
        assert!(shown.contains("more\\nWho") || shown.contains("door\\nHas"), "{shown}");
        assert_eq!(shown.lines().filter(|line| line.contains("\\n")).count(), 2, "{shown}");
        let stanza = "Who lit the lamp above the door\nHas left the house and shut the gate;\n\
            Nobody walks there any more\nWho would have time to stop and wait.\n";
        let shown = dump(&parse(stanza, Options::default()));
        assert!(shown.contains("\\n"), "{shown}");
    }

    #[test]
    fn narrow_prose_with_some_names_is_joined() {
        let source = "We went to see the lamps of Ann and\nBob, who live by the river in the\nHouse of Wax, and they told us that\n\
            Mary had been there before us, with\nall her wicks and oil.\n";
        let shown = dump(&parse(source, Options::default()));
        assert!(!shown.contains("\\n"), "{shown}");
    }

    #[test]
    fn wrapped_prose_and_resolutions_are_joined() {
        let prose = "We saw the river in the rain and did not\ngo there, and then we saw it coming down\nagain with all its banks of snow, and the\n\
            boats that were tied along the quay, and\nall the lamps were lit.\n";
        let resolution =
            "The General Assembly,\n\nRecalling\nits rivers\nand lakes\nand ponds,\n\n1. Asks\nStates.\n";
        for source in [prose, resolution] {
            let document = parse(source, Options::default());
            assert!(!dump(&document).contains("\\n"), "{}", dump(&document));
        }
    }
}
