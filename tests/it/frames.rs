//! The frames that a reader sees in response to keys.

use crate::harness::{Harness, short};
use insta::assert_snapshot;
use plenary::internals::Settings;

#[test]
fn a_document_opens_at_its_beginning_with_the_outline_beside_it() {
    assert_snapshot!(short().frame(), @"
    ▌ MASTHEAD             │      A/RES/95/7
      95/7. Quiet terminals│      General Assembly
     ▾PREAMBLE             │      Ninety-fifth session
        1 Reca. its resolu…│      Resolution adopted by the General Assembly on 2
        2 Conv. that a scr…│      December 2040
     ▾OPERATIVE PART       │
        1 Deci. that a sta…│      95/7. Quiet terminals
      ▾ 2 Requ. the Secret…│
        (a) To report on t…│      The General Assembly,
        (b) To publish, in…│
        3 Enco. Member Sta…│  pp1 Recalling its resolution 94/31 of 3 December
        4 Deci. to remain… │      2039,¹
      70th plenary meeting │
      2 December 2040      │  pp2 Convinced that a screen that does not move is
     ▸NOTES                │      easier to read,
                           │
                           │   1. Decides that a status line shall not blink;
                           │
                           │   2. Requests the Secretary-General:
                           │      (a) To report on the noise of terminals;
                           │      (b) To publish, in accordance with paragraph 1
                           │          above, the bytes that each key costs;
                           │
     A/RES/95/7  masthead                              76 %  : jump  / find  ? keys
    ");
}

#[test]
fn a_key_sent_together_with_escape_first_closes_the_box() {
    let lines = |keys: &str| short().size(72, 16).keys(keys).frame();
    assert_eq!(lines(": Alt-j"), lines(": Esc j"));
    assert_ne!(lines(": Alt-j"), lines(": j"));
}

#[test]
fn a_number_and_enter_jump_to_the_paragraph() {
    let mut reader = short().size(72, 16).keys("3");
    assert_snapshot!(reader.frame(), @"
       2. Requests the Secretary-General:
          (a) To report on the noise of terminals;
          (b) To publish, in accordance with paragraph 1 above, the bytes
              that each key costs;

    ▌  3. Encourages Member States to scroll slowly;

       4. Decides to remain seized of the matter.

          70th plenary meeting
    ────────────────────────────────────────────────────────────────────────
    : 3                                                                 1/2
    ▌    3  Encourages Member States to scroll slowly;
       pp1  Recalling  its resolution 94/31 of 3 December 2039,¹
     para. 3    Enter stay  Esc return  ↑↓ choose  7 · pp3 · note 4 · words
    ");
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"
       2. Requests the Secretary-General:
          (a) To report on the noise of terminals;
          (b) To publish, in accordance with paragraph 1 above, the bytes
              that each key costs;

    ▌  3. Encourages Member States to scroll slowly;

       4. Decides to remain seized of the matter.

          70th plenary meeting
          2 December 2040

     ────────────
        1 See A/95/12, chap. II.
     A/RES/95/7  para. 3 · 3 of 4             100 %  : jump  / find  ? keys
    ");
}

#[test]
fn escape_in_the_jump_box_returns_to_the_exact_row() {
    let mut reader = short().size(60, 10).keys("j j j");
    let before = reader.frame();
    reader.press(": s l o w Esc");
    assert_eq!(reader.frame(), before);
}

#[test]
fn words_find_the_paragraph_and_the_matching_letters_are_marked() {
    let mut reader = short().size(72, 14).keys(":").type_in("noise term");
    assert_snapshot!(reader.frame(), @"
      pp1 Recalling its resolution 94/31 of 3 December 2039,¹

      pp2 Convinced that a screen that does not move is easier to read,

       1. Decides that a status line shall not blink;

       2. Requests the Secretary-General:
    ▌     (a) To report on the noise of terminals;
          (b) To publish, in accordance with paragraph 1 above, the bytes
              that each key costs;
    ────────────────────────────────────────────────────────────────────────
    : noise term                                                        1/1
    ▌ 2 (a)  To report on the noise of terminals;
     A/RES/95/7  para. 2 (a) · 2 of 4                                  76 %
    ");
    assert_snapshot!(reader.styles(), @"
    ..ddd.iiiiiiiii.........................................................
    ........................................................................
    ..ddd.iiiiiiiii.........................................................
    ........................................................................
    ...bb.iiiiiii...........................................................
    ........................................................................
    ...bb.iiiiiiii..........................................................
    b.....bbb..................uuuuu....uuuu................................
    ......bbb...............................................................
    ........................................................................
    dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
    bb..................................................................ddd.
    b.bbbbb..bbbbbbbbbbbbbbbbbuuuuubbbbuuuubbbbbb...........................
    rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
    ");
}

#[test]
fn below_eighty_columns_the_outline_is_a_sheet() {
    let mut reader = short().size(79, 14).keys("o j j");
    assert_snapshot!(reader.frame(), @"
    ▌  MASTHEAD
       95/7. Quiet terminals
    >▾ PREAMBLE
          1 Recalling its resolution 94/31 of 3 December 2039,
          2 Convinced that a screen that does not move is easier to read,
     ▾ OPERATIVE PART
          1 Decides that a status line shall not blink;
       ▾  2 Requests the Secretary-General:
           (a) To report on the noise of terminals;
           (b) To publish, in accordance with paragraph 1 above, the bytes that ea…
          3 Encourages Member States to scroll slowly;
          4 Decides to remain seized of the matter.
       70th plenary meeting
     A/RES/95/7  masthead                      43 %  Enter go  h l fold  Esc close
    ");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @" A/RES/95/7  enacting phrase                      43 %  : jump  / find  ? keys");
}

#[test]
fn tab_goes_to_the_outline_and_enter_returns_to_the_text() {
    let mut reader = short().size(80, 12).keys("Tab G k k Enter");
    assert_snapshot!(reader.frame(), @"
        2 Conv. that a scr…│          above, the bytes that each key costs;
     ▾OPERATIVE PART       │
        1 Deci. that a sta…│   3. Encourages Member States to scroll slowly;
      ▾ 2 Requ. the Secret…│
        (a) To report on t…│   4. Decides to remain seized of the matter.
        (b) To publish, in…│
        3 Enco. Member Sta…│▌     70th plenary meeting
        4 Deci. to remain… │      2 December 2040
    ▌ 70th plenary meeting │
      2 December 2040      │ ────────────
     ▸NOTES                │    1 See A/95/12, chap. II.
     A/RES/95/7  closing                              100 %  : jump  / find  ? keys
    ");
}

#[test]
fn the_outline_entry_of_the_current_paragraph_is_marked_and_visible() {
    let mut reader = short().size(80, 8).keys("G");
    assert_snapshot!(reader.frame(), @"
        (a) To report on t…│   4. Decides to remain seized of the matter.
        (b) To publish, in…│
        3 Enco. Member Sta…│      70th plenary meeting
        4 Deci. to remain… │      2 December 2040
      70th plenary meeting │
      2 December 2040      │ ────────────
    ▌▸NOTES                │▌   1 See A/95/12, chap. II.
     A/RES/95/7  note 1 · 1 of 1                      100 %  : jump  / find  ? keys
    ");
}

#[test]
fn folding_hides_children_and_unfolding_shows_them() {
    let mut reader = short().size(80, 14).keys("Tab _");
    assert_snapshot!(reader.frame(), @"
    > MASTHEAD             │      A/RES/95/7
      95/7. Quiet terminals│      General Assembly
     ▸PREAMBLE             │      Ninety-fifth session
     ▸OPERATIVE PART       │      Resolution adopted by the General Assembly on 2
      70th plenary meeting │      December 2040
      2 December 2040      │
     ▸NOTES                │      95/7. Quiet terminals
                           │
                           │      The General Assembly,
                           │
                           │  pp1 Recalling its resolution 94/31 of 3 December
                           │      2039,¹
                           │
     A/RES/95/7  masthead                        33 %  Enter go  h l fold  Tab text
    ");
    reader.press("*");
    assert!(reader.frame().contains("(b)"));
}

#[test]
fn find_marks_and_counts_every_match_and_wraps_around_with_a_notice() {
    let mut reader = short().size(72, 16).keys("/").type_in("terminals");
    assert_snapshot!(reader.frame(), @"
          A/RES/95/7
          General Assembly
          Ninety-fifth session
          Resolution adopted by the General Assembly on 2 December 2040

    ▌     95/7. Quiet terminals

          The General Assembly,

      pp1 Recalling its resolution 94/31 of 3 December 2039,¹

    ────────────────────────────────────────────────────────────────────────
    / terminals                                                         1/2
    ▌ title  Quiet terminals
      2 (a)  To report on the noise of terminals;
     title                    Enter go  Esc return  ↑↓ choose  Ctrl-R regex
    ");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @" A/RES/95/7  title · /terminals 1/2        51 %  : jump  / find  ? keys");
    reader.press("n n");
    assert_snapshot!(reader.status(), @" went round to the beginning · 1/2         51 %  : jump  / find  ? keys");
    reader.press("Esc");
    assert_snapshot!(reader.status(), @" A/RES/95/7  title                         51 %  : jump  / find  ? keys");
}

#[test]
fn a_search_without_matches_is_reported() {
    let mut reader = short().size(72, 16).keys("/").type_in("zebra").keys("Enter");
    assert_snapshot!(reader.frame(), @"
          A/RES/95/7
          General Assembly
          Ninety-fifth session
          Resolution adopted by the General Assembly on 2 December 2040

          95/7. Quiet terminals

          The General Assembly,

      pp1 Recalling its resolution 94/31 of 3 December 2039,¹

      pp2 Convinced that a screen that does not move is easier to read,
    ────────────────────────────────────────────────────────────────────────
    / zebra                                                             0/0
      not found
     not found: zebra   43 %  Enter go  Esc return  ↑↓ choose  Ctrl-R regex
    ");
}

#[test]
fn a_note_is_shown_at_the_bottom_and_the_place_stays() {
    let mut reader = short().size(72, 12).keys("] ] ]");
    let before = reader.frame();
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"
          The General Assembly,

    ▌ pp1 Recalling its resolution 94/31 of 3 December 2039,¹

      pp2 Convinced that a screen that does not move is easier to read,

       1. Decides that a status line shall not blink;

    ────────────────────────────────────────────────────────────────────────
      94/31  resolution A/RES/94/31                                     1/2
     A/RES/95/7  preambular para. 1     n next  Enter go  y copy  Esc close
    ");
    reader.press("Esc");
    assert_eq!(reader.frame(), before);
}

#[test]
fn the_arrows_choose_among_the_references_of_a_paragraph() {
    let mut reader = short().size(72, 10).keys(":").type_in("pp1").keys("Enter Enter");
    for (key, count) in [("Down", "2/2"), ("j", "2/2"), ("Up", "1/2"), ("k", "1/2"), ("j", "2/2")] {
        reader.press(key);
        assert!(reader.frame().contains(count), "{key}: {}", reader.frame());
    }
}

#[test]
fn a_reference_to_a_paragraph_can_be_followed_and_returned_from() {
    let mut reader = short().size(72, 10).keys(":").type_in("2 b").keys("Enter Enter");
    assert_snapshot!(reader.frame(), @"
       2. Requests the Secretary-General:
          (a) To report on the noise of terminals;
    ▌     (b) To publish, in accordance with paragraph 1 above, the bytes
    ▌         that each key costs;

       3. Encourages Member States to scroll slowly;
    ────────────────────────────────────────────────────────────────────────
      paragraph 1  Decides that a status line shall not blink;          1/1
     A/RES/95/7  para. 2 (b) · 2 of 4     83 %  Enter go  y copy  Esc close
    ");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @" A/RES/95/7  para. 1 · 1 of 4              76 %  : jump  / find  ? keys");
    reader.press("Backspace");
    assert_snapshot!(reader.status(), @" A/RES/95/7  para. 2 (b) · 2 of 4          90 %  : jump  / find  ? keys");
    reader.press("Alt-Right");
    assert_snapshot!(reader.status(), @" A/RES/95/7  para. 1 · 1 of 4              76 %  : jump  / find  ? keys");
}

#[test]
fn a_mark_can_be_set_and_jumped_to() {
    let mut reader = short().size(72, 10).keys("3 Enter m a");
    assert_snapshot!(reader.status(), @" mark a: para. 3                           96 %  : jump  / find  ? keys");
    reader.press("g ' a");
    assert_snapshot!(reader.status(), @" A/RES/95/7  para. 3 · 3 of 4              96 %  : jump  / find  ? keys");
    reader.press("' z");
    assert_snapshot!(reader.status(), @" there is no mark z (set: a)               96 %  : jump  / find  ? keys");
}

#[test]
fn typing_filters_the_help() {
    let mut reader = short().size(80, 10).keys("?").type_in("copy citation");
    assert_snapshot!(reader.frame(), @"
    ? copy citation                                                             1/2
    ────────────────────────────────────────────────────────────────────────────────
    ▌ c                     Copy the citation alone                      everywhere
      Y                     Copy the paragraph with its citation         everywhere





     A/RES/95/7  masthead            24 %  type to filter  Enter does it  Esc close
    ");
}

#[test]
fn details_and_diagnostics_are_sheets() {
    let mut reader = short().size(80, 24).keys("i");
    assert_snapshot!(reader.frame(), @"
     About this document

     symbol      A/RES/95/7
     title       Quiet terminals
     organ       General Assembly
     session     Ninety-fifth session
     adoption    Resolution adopted by the General Assembly on 2 December 2040
     adopted on  2 December 2040
     meeting     70th plenary meeting
     clauses     2 preambular, 4 operative, 2 subparagraphs, 1 note
     references  3
     language    English
     read from   text.txt










    A/RES/95/7  masthead                                   76 %  y copy  Esc close
    ");
    reader.press("Esc e");
    assert_snapshot!(reader.frame(), @"
     How the text was understood

     Everything was understood; nothing was set aside.




















    A/RES/95/7  masthead                                   76 %  y copy  Esc close
    ");
}

/// Labels of sections are reordered like the words beside them.
#[test]
fn arabic_labels_are_reordered_in_the_outline_and_in_the_list() {
    let text = "إن الجمعية العامة،\n\nإذ تشير إلى قرارها السابق،\n\nالجزء الأول\n\n1 - تقرر أن تستعرض الأنهار؛\n\nالجزء الثاني\n\n2 - تقرر أن تستعرض البحار.\n";
    let document = std::sync::Arc::new(plenary::grammar::parse(text, plenary::grammar::Options::default()));
    let mut reader =
        Harness::with(Settings { colour: false, ..Settings::default() }, "t.txt", document).size(100, 16);
    assert_snapshot!(reader.frame(), @"
                         ﺔﺟﺎﺒﻳﺪﻟا ▾▐│                                          ،ﺔﻣﺎﻌﻟا ﺔﻴﻌﻤﺠﻟا ﻥإ
     …ﺲﻟا ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ ذإ 1      │
                       ﻝوﻷا ءﺰﺠﻟا ▾ │                                  ،ﻖﺑﺎﺴﻟا ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ ذإ pp1
      ؛رﺎﻬﻧﻷا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ 1      │
                     ﻲﻧﺎﺜﻟا ءﺰﺠﻟا ▾ │
      .رﺎﺤﺒﻟا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ 2      │                                                  ﻝوﻷا ءﺰﺠﻟا
                                    │
                                    │                                      ؛رﺎﻬﻧﻷا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ - 1
                                    │
                                    │
                                    │                                                ﻲﻧﺎﺜﻟا ءﺰﺠﻟا
                                    │
                                    │                                      .رﺎﺤﺒﻟا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ - 2
                                    │
                                    │
    t.txt  enacting phrase                                                 all  : jump  / find  ? keys
    ");
    reader = reader.keys(":").type_in("البحار");
    assert_snapshot!(reader.frame(), @"
                          ﺔﺟﺎﺒﻳﺪﻟا ▾ │
      …ﺲﻟا ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ ذإ 1      │                                  ،ﻖﺑﺎﺴﻟا ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ ذإ pp1
                        ﻝوﻷا ءﺰﺠﻟا ▾ │
       ؛رﺎﻬﻧﻷا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ 1      │
                      ﻲﻧﺎﺜﻟا ءﺰﺠﻟا ▾ │                                                  ﻝوﻷا ءﺰﺠﻟا
       .رﺎﺤﺒﻟا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ 2     ▐│
                                     │                                      ؛رﺎﻬﻧﻷا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ - 1
                                     │
                                     │
                                     │                                                ﻲﻧﺎﺜﻟا ءﺰﺠﻟا
                                     │
                                     │                                      .رﺎﺤﺒﻟا ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ - 2 ▐
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    : رﺎﺤﺒﻟا                                                                                        1/1
    ▌    2  ﺽﺮﻌﺘﺴﺗ ﻥأ رﺮﻘﺗ                                                                       .رﺎﺤﺒﻟا
     t.txt  para. 2                  100 %  Enter stay  Esc return  ↑↓ choose  7 · pp3 · note 4 · words
    ");
}

/// Every paragraph of a statement begins with "The Council", so the outline shows the verb after it.
#[test]
fn the_outline_of_a_statement_shows_its_verbs() {
    let text = "S/PRST/2040/7\n\nStatement by the President of the Security Council\n\nAt the 9th meeting, on the item entitled \
                “Lakes”, the President made the following statement on behalf of the Council:\n\n“The Security Council recalls its \
                resolution 1.\n\n“The Security Council requests States to read.”\n";
    let document = std::sync::Arc::new(plenary::grammar::parse(text, plenary::grammar::Options::default()));
    let mut reader =
        Harness::with(Settings { colour: false, ..Settings::default() }, "t.txt", document).size(100, 14);
    assert_snapshot!(reader.frame(), @"
    ▌  MASTHEAD                      │      S/PRST/2040/7
     ▾ OPERATIVE PART                │      Statement by the President of the Security Council
          1 recalls its resolution…  │
          2 requests States to rea…  │      At the 9th meeting, on the item entitled “Lakes”, the
                                     │      President made the following statement on behalf of the
                                     │      Council:
                                     │
                                     │  [1] “The Security Council recalls its resolution 1.
                                     │
                                     │  [2] “The Security Council requests States to read.”
                                     │
                                     │
                                     │
     S/PRST/2040/7  masthead                                                all  : jump  / find  ? keys
    ");
}

#[test]
fn the_outline_moves_with_lines_of_text_and_stands_beside_a_page() {
    let mut reader = short().size(80, 12).keys("j j j");
    assert_snapshot!(reader.frame(), @"
    ▌▾PREAMBLE             │      Resolution adopted by the General Assembly on 2
        1 Reca. its resolu…│      December 2040
        2 Conv. that a scr…│
     ▾OPERATIVE PART       │      95/7. Quiet terminals
        1 Deci. that a sta…│
      ▾ 2 Requ. the Secret…│      The General Assembly,
        (a) To report on t…│
        (b) To publish, in…│  pp1 Recalling its resolution 94/31 of 3 December
        3 Enco. Member Sta…│      2039,¹

                              pp2 Convinced that a screen that does not move is
     A/RES/95/7  enacting phrase                       41 %  : jump  / find  ? keys
    ");
    reader.press("Space");
    let frame = reader.frame();
    assert!(frame.lines().take(11).all(|row| row.contains('│')), "{frame}");
}
