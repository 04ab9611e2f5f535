//! The outline: how wide it is, what its entries say, and what is folded.

use crate::harness::{Harness, short};
use insta::assert_snapshot;

/// From slim to wide over the text, and then away.
#[test]
fn a_slim_outline_is_widened_before_it_is_hidden() {
    let rule = |reader: &mut Harness| {
        reader.frame().lines().next().and_then(|line| line.chars().position(|c| c == '│'))
    };
    let mut reader = short().size(80, 14).keys("o");
    assert_eq!(rule(&mut reader), None);
    assert!(reader.frame().contains("Convinced that a screen that does not move is easier to read,"));
    reader.press("Esc");
    assert_eq!(rule(&mut reader), Some(23), "Escape leaves the slim outline as it was");
    reader.press("o o");
    assert_eq!(rule(&mut reader), None);
    assert!(!reader.frame().contains("MASTHEAD"), "{}", reader.frame());
    reader.press("o");
    assert_eq!(rule(&mut reader), Some(23));
}

/// The text keeps at least 56 columns, and has its full measure where the screen is wide.
#[test]
fn the_width_of_the_outline_follows_the_screen() {
    let rule = |width| {
        let frame = short().size(width, 14).frame();
        frame.lines().next().and_then(|line| line.chars().position(|c| c == '│'))
    };
    let widths = [79, 80, 90, 99, 100, 120, 159, 160, 200];
    let expected = [None, Some(23), Some(24), Some(24), Some(33), Some(36), Some(36), Some(76), Some(116)];
    assert_eq!(widths.map(rule), expected);
}

/// Five paragraphs with the same beginning are five different lines.
#[test]
fn entries_of_the_outline_show_what_tells_them_apart() {
    let text = "The General Assembly,\n\n1. Encourages Member States to count the boats;\n\n2. Also encourages Member States to \
                paint the boats;\n\n3. Encourages Member States to mend the boats;\n\nAnnex\n\nRules of the river\n\nArticle 1\n\
                Use of terms\n\n1. Boats float.\n\nArticle 2\n\nNothing sinks.\n";
    let outline = |width, keys| {
        let frame = Harness::text(text).size(width, 12).keys(keys).frame();
        let lines =
            frame.lines().filter_map(|line| line.split_once('│').map(|(left, _)| left.trim_end().to_owned()));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(outline(80, "g"), @"
    ▌▾OPERATIVE PART
        1 Enco. Member Sta…
        2 enco. …paint the…
        3 Enco. …mend the…
     ▾Annex Rules of the r…
      ▾Art. 1 Use of terms
         1 Boats float.
      ▾Art. 2
        Nothing sinks.
    ");
    assert_snapshot!(outline(120, "g"), @"
    ▌▾ OPERATIVE PART
          1 Encourages Member States…
          2 encourages …paint the boa…
          3 Encourages …mend the boat…
     ▾ Annex Rules of the river
       ▾ Art. 1 Use of terms
            1 Boats float.
       ▾ Art. 2
           Nothing sinks.
    ");
    assert_snapshot!(outline(120, "Tab _"), @"
    >▸ OPERATIVE PART
     ▸ Annex Rules of the river
    ");
}
