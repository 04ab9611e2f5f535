//! Texts whose lines are no wrapped prose - a poem, names one below the other, what a program printed - and stay as they are.
//!
//! Prose that was wrapped fills its lines: the first word of the next had no room on one. It is not asked for in a resolution.

use super::numbering::{item, number};
use super::words;
use super::wrapping::filled;
use crate::formats::{Block, Content, Style};

/// Fewer lines that stand right below another tell nothing.
const FEWEST: usize = 4;
/// How many lines are looked at.
const LOOK: usize = 2000;

/// Whether each line of a text that was wrapped to `width`, if it was, is to be shown as a line.
pub(super) fn keeps_lines(content: &Content, width: Option<usize>, skipped: impl Fn(usize) -> bool) -> bool {
    let Some(width) = width else { return false };
    let lines = content.blocks.iter().enumerate().filter(|(at, _)| !skipped(*at)).map(|(_, block)| block);
    let (mut pairs, mut full, mut begun) = (0, 0, 0);
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
            full += usize::from(filled(content.words(above), words, width) > width);
        }
    }
    pairs >= FEWEST && full * 3 < pairs && begun * 4 < pairs
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
    fn wrapped_prose_and_resolutions_do_not() {
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
