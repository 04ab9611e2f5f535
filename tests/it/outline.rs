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

/// Sections with twenty paragraphs each.
fn long() -> Harness {
    let mut text = "The General Assembly,\n\nRecalling rivers,\n\n".to_owned();
    for section in ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"] {
        let paragraph = |number: u32| format!("{number}. Decides to count boat {section}.{number};\n\n");
        text.extend([section, "\n\nRiver ", section, "\n\n"]);
        text.extend((1..=20).map(paragraph));
    }
    Harness::text(&text).size(120, 16)
}

fn left(reader: &mut Harness) -> String {
    let frame = reader.frame();
    let lines =
        frame.lines().filter_map(|line| line.split_once('│').map(|(left, _)| left.trim_end().to_owned()));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_long_outline_begins_folded_and_unfolds_the_branch_that_is_read() {
    let mut reader = long();
    assert_snapshot!(left(&mut reader), @"
    ▌▾ PREAMBLE
          1 Recalling rivers,
     ▸ I River I
     ▸ II River II
     ▸ III River III
     ▸ IV River IV
     ▸ V River V
     ▸ VI River VI
     ▸ VII River VII
     ▸ VIII River VIII
     ▸ IX River IX
    ");
    reader.press("} } }");
    assert!(reader.status().contains("sect. III River III"), "{}", reader.status());
    assert_snapshot!(left(&mut reader), @"
     ▸ PREAMBLE
     ▸ I River I
     ▸ II River II
    ▌▾ III River III
          1 Decides to count boat III…
          2 Decides …III.2;
          3 Decides …III.3;
          4 Decides …III.4;
          5 Decides …III.5;
          6 Decides …III.6;
          7 Decides …III.7;
          8 Decides …III.8;
          9 Decides …III.9;
         10 Decides …III.10;
         11 Decides …III.11;
    ");
    reader.press("{");
    let outline = left(&mut reader);
    assert!(outline.contains("count boat II.") && !outline.contains("count boat III"), "{outline}");
}

#[test]
fn all_is_unfolded_and_sections_are_stepped_through_in_either_pane() {
    let mut reader = long().keys("*");
    assert!(left(&mut reader).contains("boat I.1;"), "{}", reader.frame());
    let mut reader = long().keys("Tab } } Enter");
    assert!(reader.status().contains("sect. II River II"), "{}", reader.status());
    reader.press("Tab } l j Enter");
    assert!(reader.status().contains("sect. III, para. 1"), "{}", reader.status());
}

#[test]
fn what_was_folded_by_hand_stays_folded() {
    let mut reader = long().keys("} Tab h Esc } {");
    assert!(!left(&mut reader).contains("boat I.1;"), "{}", reader.frame());
}
