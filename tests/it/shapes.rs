//! The screen at unusual sizes, in other scripts and languages, and while moving between places.

use crate::harness::{Harness, SHORT, parse, short};
use insta::assert_snapshot;
use plenary::internals::Settings;

#[test]
fn twenty_by_five_is_still_usable() {
    let mut reader = short().size(20, 5).keys("3 Enter");
    assert_snapshot!(reader.frame(), @"
    ▌3.
    ▌Encourages Member
    ▌States to scroll
    ▌slowly;
     A/RES/95/7  para. 3
    ");
}

/// What is done while the terminal is tiny takes effect: it is there when the terminal is large again.
#[test]
fn keys_work_at_any_size() {
    for keys in ["3 Enter", "/ t h e Enter", "? Esc i Esc o Esc G", "3 Enter : 2"] {
        // The text may begin at another row.
        let place = |reader: &mut Harness| reader.status().split("   ").next().unwrap_or_default().to_owned();
        let shown = place(&mut short().size(80, 24).keys(keys));
        assert!(shown.starts_with(" A/RES/95/7") || keys.ends_with('2'), "{shown}");
        for (width, height) in [(1, 1), (2, 1), (1, 3), (3, 2), (10, 3), (500, 2)] {
            let mut reader = short().size(width, height).keys(keys);
            assert!(height < 3 || !reader.frame().trim().is_empty(), "{width}x{height}, {keys}: nothing");
            reader.resize(80, 24);
            assert_eq!(place(&mut reader), shown, "{width}x{height}, {keys}");
        }
    }
}

#[test]
fn resizing_keeps_the_reading_place() {
    let mut reader = short().size(80, 9).keys("3 Enter");
    for (width, height) in [(80, 9), (30, 9), (120, 40), (45, 6), (80, 9)] {
        reader.resize(width, height);
        assert!(reader.status().starts_with(" A/RES/95/7  para. 3"), "{width}x{height}: {}", reader.status());
        assert!(reader.frame().contains("scroll"), "{width}x{height}: {}", reader.frame());
    }
}

#[test]
fn right_to_left_text_is_mirrored() {
    let mut reader = Harness::sample("S_RES_3990_2049.ar.txt").size(60, 12).keys("2 Enter");
    assert_snapshot!(reader.frame(), @"
            ﺕﺎﻄﺤﻣو ﻱراﻮﺼﻟاو ﺕﻼﺑﺎﻜﻟا ﻰﻠﻋ ﺕﺎﻤﺠﻬﻟا ﻊﻴﻤﺟ ﻦﻳﺪﻳ - 1
                      ؛ﺎﻬﺘﻧﺎﻴﺻ ﻰﻠﻋ ﻦﻴﻤﺋﺎﻘﻟا ﻰﻠﻋو ،ﻞﻴﺣﺮﺘﻟا

    ﻥﻮﻠﻳﻮﻛ ﻦﻴﺑ ﺔﻠﺻﻮﻟا ﻲﻓ ﻞﺧﺪﺗ ﻞﻛ ﻦﻋ ﻥﺎﻓﺮﻄﻟا ﻒﻜﻳ ﻥﺄﺑ ﺐﻟﺎﻄﻳ - 2 ▐
                    ؛ﺎﻫﺮﺒﻋ ﺮﻤﺗ ﺔﻟﺎﺳر ﻱأ ﻲﻓو ﻲﺴﻴﺋﺮﻟا ﺮﺒﻟاو     ▐

      ﻢﻣﻷا ﺔﺜﻌﺑ ،ﺮﻬﺷأ ﺔﺘﺳ ﺎﻬﺗﺪﻣ ﺔﻴﻟوأ ةﺮﺘﻔﻟ ،ﺊﺸﻨﻳ ﻥأ رﺮﻘﻳ - 3
     ﺎﻬﺘﻳﻻو ﻥﻮﻜﺗ ﻥأ ﻰﻠﻋ ،ﻥﻮﻴﺴﻟﺎﻫ ﻖﻴﻀﻣ ﻲﻓ ﺔﺒﻗاﺮﻤﻠﻟ ةﺪﺤﺘﻤﻟا
                                        :ﻲﻟﺎﺘﻟا ﻮﺤﻨﻟا ﻰﻠﻋ
                         ؛ﺎﻬﺘﺳاﺮﺣو ﺔﻠﺻﻮﻟا ﻞﻴﻐﺸﺗ ةدﺎﻋإ (أ)
                                  :ﻦﻴﻓﺮﻄﻟا ﺕﻼﺳاﺮﻣ ﻞﻘﻧ (ﺏ)
    S/RES/3990 (2049)  para. 2 · 2 of 9                   58 %
    ");
}

#[test]
fn chinese_breaks_between_characters_but_not_before_punctuation() {
    let mut reader = Harness::sample("A_RES_95_12.zh.txt").size(50, 12).keys("3 Enter");
    assert_snapshot!(reader.frame(), @"
       2. 重申每一种正式语文均载有文本全文，任何语文
          文本都不是另一语文文本的摘要；

    ▌  3. 决定自2042年1月1日起，大会每项决议和决定均
    ▌     应以六种正式语文的纯文本形式，在同日同一时
    ▌     刻公布；

       4. 又决定纯文本应：
          （a） 采用涵盖所有正式语文文字的单一开放标
                准编码；
          （b） 在每种语文中均载有相同的段次、相对应
     A/RES/95/12  para. 3 · 3 of 14              53 %
    ");
}

#[test]
fn without_utf_8_the_text_is_framed_in_ascii() {
    let settings =
        Settings { charset: plenary::internals::Charset::Ascii, colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "t", parse(SHORT)).size(80, 10).keys("3");
    let frame = reader.frame();
    let foreign: String = frame.chars().filter(|c| !c.is_ascii()).collect();
    assert_eq!(foreign, "", "{frame}");
}

#[test]
fn a_text_that_is_not_a_resolution_is_shown_too() {
    let mut reader = Harness::text("Shopping\n\nBread and butter.\n\nThen home.\n").size(50, 8);
    assert_snapshot!(reader.frame(), @"
         Shopping
         Bread and butter.

         Then home.



    text.txt  heading    all  : jump  / find  ? keys
    ");
}

#[test]
fn an_unbound_key_is_reported() {
    assert_snapshot!(short().keys("F9").status(), @" F9 is not a key here; ? shows them all            76 %  : jump  / find  ? keys");
}

#[test]
fn quitting_ends_the_session() {
    assert!(short().keys("q").quit);
    assert!(short().keys("Z Z").quit);
    assert!(!short().keys(": q").quit, "a letter of the query is no command");
}

#[test]
fn braces_move_through_sections_in_both_directions() {
    let mut reader = Harness::sample("A_RES_95_40.en.txt").size(100, 24).keys("G");
    let mut stops = Vec::new();
    while !reader.status().contains("the beginning") {
        reader.press("{");
        stops.push(reader.status().split("  ").nth(1).unwrap_or_default().to_owned());
        assert!(stops.len() < 40, "{stops:#?}");
    }
    assert_snapshot!(stops.join(" | "), @"notes | annex II, art. 4 Settlement of disputes | annex II, art. 3 Conduct of the status line | annex II, art. 2 Contents of the status line | annex II, art. 1 Definitions | annex II Rules on Quiet Status Lines | annex I Declaration on the Preservation of… | sect. III Quiet status lines | sect. II Archives of terminals | sect. I Plain text | enacting phrase | title |");
}

#[test]
fn back_returns_to_the_previous_document() {
    let sample = |name: &str| format!("{}/sample-docs/{name}", env!("CARGO_MANIFEST_DIR"));
    let (first, second) = (sample("A_RES_94_31.en.txt"), sample("A_RES_95_33.en.txt"));
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::shelf(settings, &[&first, &second]).size(80, 24).keys("3 Enter D Down Enter");
    assert!(reader.status().starts_with(" A/RES/95/33"), "{}", reader.status());
    reader.press("5 Enter Backspace Backspace");
    assert_snapshot!(reader.status(), @" A/RES/94/31  para. 3 · 3 of 11                    68 %  : jump  / find  ? keys");
    reader.press("Alt-Right");
    assert_snapshot!(reader.status(), @" A/RES/95/33  masthead                             26 %  : jump  / find  ? keys");
}

#[test]
fn a_search_starts_at_the_clause_that_was_jumped_to() {
    let mut reader = short().size(72, 16).keys("3 Enter /").type_in("the");
    assert_snapshot!(reader.frame(), @"
          (b) To publish, in accordance with paragraph 1 above, the bytes
              that each key costs;

       3. Encourages Member States to scroll slowly;

    ▌  4. Decides to remain seized of the matter.

          70th plenary meeting
    ────────────────────────────────────────────────────────────────────────
    / the                                                               6/6
      enacting phrase  The General Assembly,
                    2  Requests the Secretary-General:
                2 (a)  To report on the noise of terminals;
                2 (b)  …1 above, the bytes that each key costs;
    ▌               4  Decides to remain seized of the matter.
     para. 4                  Enter go  Esc return  ↑↓ choose  Ctrl-R regex
    ");
}

#[test]
fn the_interface_is_available_in_french() {
    let settings = Settings { colour: false, locale: plenary::document::Language::Fr, ..Settings::default() };
    let mut reader = Harness::with(settings, "t", parse(SHORT)).size(80, 12).keys("?").type_in("copier");
    assert_snapshot!(reader.frame(), @"
    ? copier                                                                    1/6
    ────────────────────────────────────────────────────────────────────────────────
    ▌ y                     Copier paragraphe ou ligne ; encore : cellule   partout
      Y                     Copier le paragraphe et sa référence            partout
      c                     Copier la référence seule                       partout
      Ctrl-Y                Copier la liste en tableau (CSV)                listes
      y                     Copier ce qui est montré                        fiches
      V                     Sélectionner à partir d'ici, pour tout copier   partout



     A/RES/95/7  en-tête     32 %  taper pour filtrer  Entrée exécute  Échap fermer
    ");
    reader.press("Esc i");
    assert_snapshot!(reader.frame(), @"
     À propos de ce document

     cote         A/RES/95/7
     titre        Quiet terminals
     organe       General Assembly
     session      Ninety-fifth session
     adoption     Resolution adopted by the General Assembly on 2 December 2040
     adoptée le   2 December 2040
     séance       70th plenary meeting
     paragraphes  2 au préambule, 4 au dispositif, 2 alinéas, 1 note
     renvois      3
    A/RES/95/7  en-tête                          32 %  j k  y copier  Échap fermer
    ");
}

#[test]
fn previewing_and_accepting_show_the_paragraph_on_the_same_row() {
    for number in ["5", "7", "9"] {
        let mut reader = Harness::sample("A_RES_95_12.en.txt").size(80, 24).keys(number);
        let row = |reader: &mut Harness| {
            reader.frame().lines().position(|line| line.contains(&format!("▌ {number:>2}.")))
        };
        let before = row(&mut reader);
        reader.press("Enter");
        assert_eq!(row(&mut reader), before, "{number}");
    }
}
