//! PDF: text of every script is read as it was typed, whatever order a producer draws its glyphs in.

use crate::pdf::{dict, pdf, read, stream};
use std::fmt::Write as _;

/// A glyph on a page of 600 points: its text, position and width.
#[derive(Clone, Debug)]
struct Drawn {
    says: String,
    x: f32,
    y: f32,
    wide: f32,
}

/// Builds a PDF of one page that draws these glyphs in this order, in a font without outlines but with a `ToUnicode` map.
fn page(glyphs: &[Drawn]) -> Vec<u8> {
    let mut known: Vec<(&str, f32)> = Vec::new();
    let mut content = String::new();
    for glyph in glyphs {
        let own = (glyph.says.as_str(), glyph.wide);
        let code = known.iter().position(|seen| *seen == own).unwrap_or_else(|| {
            known.push(own);
            known.len() - 1
        });
        writeln!(content, "BT /F1 10 Tf 1 0 0 1 {} {} Tm <{:02X}> Tj ET", glyph.x, glyph.y, code + 1)
            .unwrap();
    }
    let hex = |text: &str| text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
    let map: String = known
        .iter()
        .enumerate()
        .map(|(at, (says, _))| format!("<{:02X}> <{}>\n", at + 1, hex(says)))
        .collect();
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n{} beginbfchar\n{map}endbfchar\n\
         endcmap end end",
        known.len()
    );
    let names = " /a".repeat(known.len());
    let widths: String = known.iter().map(|(_, wide)| format!("{} ", wide * 100.0)).collect();
    pdf(&[
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict("<< /Type /Pages /Count 1 /Kids [4 0 R] >>"),
        dict(&format!(
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] \
             /CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [1{names}] >> \
             /FirstChar 1 /LastChar {} /Widths [{widths}] /ToUnicode 7 0 R /Resources << >> >>",
            known.len()
        )),
        dict(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
        ),
        stream("", content.as_bytes()),
        stream("", b"600 0 0 0 600 700 d1 0 0 600 700 re f"),
        stream("", map.as_bytes()),
    ])
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{64B}'..='\u{655}')
}

/// Letters from the right edge leftwards, six points wide each; a combining sign is drawn over the middle of its
/// letter.
fn from_the_right(text: &str, y: f32) -> Vec<Drawn> {
    let mut x = 540.0;
    let mut out = Vec::new();
    for letter in text.chars() {
        if is_sign(letter) {
            out.push(Drawn { says: letter.to_string(), x: x + 3.0, y: y + 1.5, wide: 0.0 });
            continue;
        }
        x -= 6.0;
        if letter != ' ' {
            out.push(Drawn { says: letter.to_string(), x, y, wide: 6.0 });
        }
    }
    out
}

fn blocks(glyphs: &[Drawn]) -> Vec<String> {
    let content = read(&page(glyphs)).unwrap();
    content.blocks.iter().map(|block| content.words(block).to_owned()).collect()
}

const SIGNED: &str =
    "يُقد\u{651}\u{64E}م أيضاً كل\u{651}\u{64F} نص\u{651}\u{64D} مفص\u{651}\u{64E}ل وفقاً للقائمة";

#[test]
fn arabic_signs_stay_with_their_letters_in_any_drawing_order() {
    let typed = from_the_right(SIGNED, 700.0);
    let signs_last = |mut line: Vec<Drawn>| {
        line.sort_by_key(|glyph| glyph.wide == 0.0);
        line
    };
    let signs_first = |mut line: Vec<Drawn>| {
        line.sort_by_key(|glyph| glyph.wide > 0.0);
        line
    };
    let turned = |mut line: Vec<Drawn>| {
        line.reverse();
        line
    };
    for (order, line) in [
        ("as typed", typed.clone()),
        ("from left to right", turned(typed.clone())),
        ("signs after all letters", signs_last(typed.clone())),
        ("signs before all letters", signs_first(typed.clone())),
        ("signs backwards, then letters", signs_first(turned(typed))),
    ] {
        assert_eq!(blocks(&line), [SIGNED], "{order}");
    }
}

#[test]
fn signs_of_two_lines_drawn_last_go_to_the_nearer_line() {
    let mut glyphs = from_the_right(SIGNED, 700.0);
    glyphs.extend(from_the_right("سطرٌ آخَر تحتَ الأول، وفيه كلماتٌ أُخَر؛", 660.0));
    glyphs.sort_by_key(|glyph| glyph.wide == 0.0);
    assert_eq!(blocks(&glyphs), [SIGNED, "سطرٌ آخَر تحتَ الأول، وفيه كلماتٌ أُخَر؛"]);
}

#[test]
fn a_hamza_drawn_separately_combines_with_its_letter() {
    let line = from_the_right("ا\u{654}خيرا\u{64B} وا\u{655}ن كان سو\u{654}الا\u{64B} هنا", 700.0);
    assert_eq!(blocks(&line), ["أخيراً وإن كان سؤالاً هنا"]);
}

#[test]
fn arabic_presentation_forms_and_ligatures_become_letters() {
    // Some producers write presentation forms from left to right, with lam and alef in one glyph.
    let shapes = ["ﺪ", "ﺣ", "ا", "و", " ", "ﻢ", "ﻠ", "ﻋ", " ", "ﻼ", "ﻛ", " ", "ﺔ", "ﻤ", "ﺋ", "ﺎ", "ﻗ"];
    let mut x = 394.0;
    let mut draw = |says: &&str| {
        x += 6.0;
        Drawn { says: (*says).to_owned(), x, y: 700.0, wide: 6.0 }
    };
    let mut line: Vec<Drawn> = shapes.iter().map(&mut draw).collect();
    line.retain(|glyph| glyph.says != " ");
    assert_eq!(blocks(&line), ["قائمة كلا علم واحد"]);
    // The same with the two letters of the ligature in either order, and with a sign in the form that stands alone.
    for ligature in ["لا", "ال"] {
        for glyph in &mut line {
            if glyph.says == "ﻼ" {
                ligature.clone_into(&mut glyph.says);
            }
        }
        let mut signed = line.clone();
        signed.push(Drawn { says: "\u{FE77}".to_owned(), x: 400.0 + 6.0 * 7.0 + 3.0, y: 700.0, wide: 0.0 });
        assert_eq!(blocks(&signed), ["قائمة كلا عَلم واحد"], "{ligature}");
    }
}

#[test]
fn a_number_in_groups_keeps_its_order_with_any_kind_of_space() {
    let number = |blank: &str, figures: &str| {
        let mut line = from_the_right("بلغ الرصيد", 700.0);
        for (at, letter) in (0_u8..).zip(figures.chars()) {
            let says = if letter == ' ' { blank.to_owned() } else { letter.to_string() };
            line.push(Drawn { says, x: 420.0 + 6.0 * f32::from(at), y: 700.0, wide: 6.0 });
        }
        blocks(&line).concat()
    };
    for blank in ["\u{A0}", " "] {
        assert_eq!(number(blank, "93 700"), "بلغ الرصيد 93\u{A0}700");
        assert_eq!(number(blank, "363 300"), "بلغ الرصيد 363\u{A0}300");
    }
    // A number typed with its last group first is reordered.
    assert_eq!(number(" ", "700 93"), "بلغ الرصيد 93 700");
}

#[test]
fn a_space_drawn_over_a_ligature_does_not_split_the_word() {
    let mut line = from_the_right("ما ي", 700.0);
    // "لا" in one glyph between the two words, and a space in the middle of it.
    line.push(Drawn { says: "لا".to_owned(), x: 500.0, y: 700.0, wide: 8.0 });
    line.push(Drawn { says: " ".to_owned(), x: 502.0, y: 700.0, wide: 2.0 });
    line.extend(
        from_the_right("كلمات أخرى", 700.0).into_iter().map(|glyph| Drawn { x: glyph.x - 60.0, ..glyph }),
    );
    assert_eq!(blocks(&line), ["ما ي لا كلمات أخرى"]);
}

#[test]
fn an_accent_drawn_over_its_letter_is_part_of_it() {
    let mut x = 40.0;
    let mut line = Vec::new();
    for letter in "L´etat de droit est r´etabli en f´evrier, d`es que possible".chars() {
        // The accent is in the middle of the letter that follows it.
        if matches!(letter, '´' | '`') {
            line.push(Drawn { says: letter.to_string(), x: x + 1.0, y: 700.0, wide: 3.0 });
            continue;
        }
        if letter != ' ' {
            line.push(Drawn { says: letter.to_string(), x, y: 700.0, wide: 5.0 });
        }
        x += 5.0;
    }
    assert_eq!(blocks(&line), ["Létat de droit est rétabli en février, dès que possible"]);
}
