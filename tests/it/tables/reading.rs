//! Reading a table: scrolling, finding, copying, and reading it aloud.

use super::*;
use plenary::document::{Align, NoteMark};

#[test]
fn the_header_stays_at_the_top_while_its_table_is_read() {
    let mut reader = reader(document(Language::En, 1, &long()), 60, 12).keys("j j j j j j");
    assert_snapshot!(reader.frame(), @"
         Member State   Rate
         ───────────────────
         State 5       0.005
         State 6       0.006
         State 7       0.007
         State 8       0.008
         State 9       0.009
         State 10      0.010
         State 11      0.011
         State 12      0.012
         State 13      0.013
    text.txt  table               35 %  : jump  / find  ? keys
    ");
    reader.press("Space");
    assert_snapshot!(reader.frame(), @"
         Member State   Rate
         ───────────────────
         State 13      0.013
         State 14      0.014
         State 15      0.015
         State 16      0.016
         State 17      0.017
         State 18      0.018
         State 19      0.019
         State 20      0.020
         State 21      0.021
    text.txt  table               52 %  : jump  / find  ? keys
    ");
}

/// The lines on the screen, without the status line.
fn lines(reader: &mut Harness) -> Vec<String> {
    let frame = reader.frame();
    let lines: Vec<String> = frame.lines().map(str::to_owned).collect();
    lines[..lines.len() - 1].to_vec()
}

#[test]
fn paging_through_a_table_skips_no_row_and_scrolling_moves_by_one_line() {
    let mut reader = reader(document(Language::En, 1, &long()), 60, 12);
    let mut seen = String::new();
    for _ in 0..12 {
        seen.push_str(&reader.frame());
        reader.press("Space");
    }
    for at in 1..=40 {
        assert!(seen.contains(&format!("State {at} ")), "State {at} was on no page");
    }
    let mut back = String::new();
    for _ in 0..12 {
        back.push_str(&reader.frame());
        reader.press("b");
    }
    for at in 1..=40 {
        assert!(back.contains(&format!("State {at} ")), "State {at} was on no page on the way back");
    }
    reader.press("g");
    let mut before = lines(&mut reader);
    for _ in 0..30 {
        reader.press("j");
        let after = lines(&mut reader);
        let body = |lines: &[String]| {
            lines.iter().filter(|line| line.contains("State ")).cloned().collect::<Vec<_>>()
        };
        let (old, new) = (body(&before), body(&after));
        let kept = old.iter().filter(|line| new.contains(line)).count();
        assert!(kept + 1 >= old.len(), "more than a line has gone:\n{before:#?}\n{after:#?}");
        before = after;
    }
}

#[test]
fn the_repeated_header_disappears_before_the_end_of_the_table() {
    let mut rows = long();
    rows.truncate(4);
    rows.extend(rows![["The last", "9"]]);
    let mut reader = reader(document_with(Language::En, 1, &rows, 6), 50, 10).keys("j j j j j");
    assert_snapshot!(reader.frame(), @"
         Member State   Rate
         ───────────────────
         The last      9

      2. Decides to remain seized of the matter.

      3. Decides to remain seized of the matter.

      4. Decides to remain seized of the matter.
    text.txt  para. 2 · 2 of 7                  66 %
    ");
    reader.press("j");
    assert_snapshot!(reader.frame(), @"
         State 3       0.003
         The last      9

      2. Decides to remain seized of the matter.

      3. Decides to remain seized of the matter.

      4. Decides to remain seized of the matter.

    text.txt  para. 2 · 2 of 7                  66 %
    ");
}

#[test]
fn a_found_row_is_marked_and_copied_with_tabs_and_then_its_cell() {
    let mut reader = reader(document(Language::En, 1, &scale()), 72, 20).keys("/").type_in("12.5");
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"
       1. Decides that the scale shall be as follows:

     Member State                     Rate  Remarks
                              (percentage)
     ──────────────────────────────────────────────────────────────────────
     Atlantis                        0.005  Pays in kind.

    ▌Lilliput and Blefuscu,         12.5    The islands are assessed
    ▌United Islands of                      together, as they were before
    ▌                                       the war over the egg.

     Utopia                      1,021.75   –

       2. Decides to remain seized of the matter.





     text.txt  table, row 2 of 3 · /12.5 1/1    all  : jump  / find  ? keys
    ");
    reader.press("y");
    let row = "Lilliput and Blefuscu, United Islands of\t12.5\tThe islands are assessed together, as they were before \
               the war over the egg.";
    assert_eq!(reader.copied.as_deref(), Some(row));
    assert_snapshot!(reader.status(), @" the row: sent to the terminal's clipboard · y again: the cell      all");
    reader.press("y");
    assert_eq!(reader.copied.as_deref(), Some("12.5"));
    reader.press("Y");
    assert_eq!(reader.copied, Some(format!("{row}\n(table)")));
}

#[test]
fn another_match_in_the_same_row_copies_the_row_first() {
    let mut reader = reader(document(Language::En, 1, &scale()), 72, 20).keys("/").type_in("the");
    reader.press("Enter");
    reader.press("n");
    reader.press("y");
    let first = reader.copied.clone();
    reader.press("n");
    reader.press("y");
    assert_eq!(reader.copied, first);
    assert!(first.is_some_and(|row| row.contains('\t')));
}

#[test]
fn a_table_that_was_jumped_to_is_copied_whole() {
    let reader = reader(document(Language::En, 1, &long()[..3]), 72, 20).keys("] y");
    assert_eq!(reader.copied.as_deref(), Some("Member State\tRate\nState 1\t0.001\nState 2\t0.002"));
}

#[test]
fn each_row_is_a_separate_hit() {
    let mut find = reader(document(Language::En, 1, &scale()), 72, 20).keys("/").type_in("ut");
    assert_snapshot!(find.frame(), @"
       1. Decides that the scale shall be as follows:

     Member State                     Rate  Remarks
                              (percentage)
     ──────────────────────────────────────────────────────────────────────
     Atlantis                        0.005  Pays in kind.

    ▌Lilliput and Blefuscu,         12.5    The islands are assessed
    ▌United Islands of                      together, as they were before
    ▌                                       the war over the egg.

     Utopia                      1,021.75   –

       2. Decides to remain seized of the matter.

    ────────────────────────────────────────────────────────────────────────
    / ut                                                                1/2
    ▌ table  Lilliput and Blefuscu, United Islands of 12.5 The islands are …
      table  Utopia 1,021.75 –
     table                    Enter go  Esc return  ↑↓ choose  Ctrl-R regex
    ");
    let mut jump = reader(document(Language::En, 1, &long()), 72, 20).keys(":").type_in("state 33");
    assert_snapshot!(jump.frame(), @"
          Member State   Rate
          ───────────────────
          State 26      0.026
          State 27      0.027
          State 28      0.028
          State 29      0.029
          State 30      0.030
          State 31      0.031
          State 32      0.032
    ▌     State 33      0.033
          State 34      0.034
          State 35      0.035
          State 36      0.036
          State 37      0.037
          State 38      0.038
          State 39      0.039
    ────────────────────────────────────────────────────────────────────────
    : state 33                                                          1/1
    ▌ table  State 33 0.033
     table      Enter stay  Esc return  ↑↓ choose  7 · pp3 · note 4 · words
    ");
}

#[test]
fn the_word_table_alone_jumps_to_the_table() {
    for word in ["table", "tableau", "表"] {
        let mut jump = reader(document(Language::En, 1, &long()[..3]), 72, 20).keys(":").type_in(word);
        jump.press("Enter");
        assert_eq!(jump.status(), " text.txt  table                            all  : jump  / find  ? keys");
    }
}

#[test]
fn a_match_in_a_hidden_column_is_scrolled_into_view() {
    let mut reader = reader(document(Language::En, 2, &wide()), 80, 14).keys("/").type_in("general service");
    reader.press("Enter");
    assert!(reader.frame().contains("General\n"), "{}", reader.frame());
}

#[test]
fn the_outline_names_a_table_by_its_header() {
    let rows = rows![["État", "Taux"], ["Atlantide", "0,5"], ["Utopie", "12,25"]];
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "text.txt", document(Language::Fr, 1, &rows)).size(100, 10);
    assert_snapshot!(reader.frame(), @"
     ▾ DISPOSITIF                    │   1. Décide d'adopter le barème ci-après :
    ▌     1 Décide d'adopter le ba…  │
         Tableau : État, Taux        │      État        Taux
          2 Décide de rester saisi…  │      ────────────────
                                     │      Atlantide   0,5
                                     │      Utopie     12,25
                                     │
                                     │   2. Décide de rester saisie de la question.
                                     │
     text.txt  para. 1 · 1 of 2                                             all  : jump  / find  ? keys
    ");
}

#[test]
fn a_terminal_without_utf8_gets_a_rule_of_hyphens() {
    let settings = Settings {
        colour: false,
        charset: plenary::internals::Charset::Ascii,
        outline: plenary::internals::Outline::Hidden,
        ..Settings::default()
    };
    let mut reader = Harness::with(settings, "text.txt", document(Language::En, 1, &long()[..3])).size(60, 9);
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as follows:

         Member State   Rate
         -------------------
         State 1       0.001
         State 2       0.002

      2. Decides to remain seized of the matter.
    text.txt  para. 1 * 1 of 2   100 %  : jump  / find  ? keys
    ");
}

#[test]
fn a_row_is_read_aloud_with_its_headers() {
    let source = plenary::internals::Source::File("text.txt".into());
    let mut app = plenary::internals::App::new(Settings::default(), [source.clone()]);
    app.open(source, document(Language::En, 1, &scale()), false);
    let mut linear = plenary::internals::Linear::new(app);
    linear.begin();
    let mut said = linear.line("/12.5");
    said.push("--".into());
    said.extend(linear.line("]"));
    said.push("--".into());
    said.extend(linear.line("["));
    assert_snapshot!(said.join("\n"), @"
    12.5: 1 of 1
    table, row 2 of 3
    Member State: Lilliput and Blefuscu, United Islands of; Rate (percentage): 12.5; Remarks: The islands are assessed together, as they were before the war over the egg.
    --
    operative paragraph 2 of 2
    Decides to remain seized of the matter.
    --
    table
    Member State; Rate (percentage); Remarks
    Member State: Atlantis; Rate (percentage): 0.005; Remarks: Pays in kind.
    Member State: Lilliput and Blefuscu, United Islands of; Rate (percentage): 12.5; Remarks: The islands are assessed together, as they were before the war over the egg.
    Member State: Utopia; Rate (percentage): 1,021.75; Remarks: –
    ");
}

#[test]
fn clicking_a_row_selects_it() {
    use plenary::internals::{Event, Mouse, MouseKind};
    let settings = Settings {
        colour: false,
        mouse: true,
        outline: plenary::internals::Outline::Hidden,
        ..Settings::default()
    };
    let mut reader = Harness::with(settings, "text.txt", document(Language::En, 1, &scale())).size(72, 20);
    reader.event(Event::Mouse(Mouse { kind: MouseKind::Press, x: 38, y: 7 }));
    assert_snapshot!(reader.status(), @" text.txt  table, row 2 of 3                all  : jump  / find  ? keys");
    reader.press("y y");
    assert_eq!(reader.copied.as_deref(), Some("12.5"));
}

#[test]
fn a_note_in_a_cell_is_shown_at_the_bottom_and_its_mark_is_not_copied() {
    let mut builder = Builder::new();
    builder.set_language(Some(Language::En));
    let node = builder.open(Kind::Table, Span::default());
    let mut table = Table::default();
    let cell = |text: Span, column: u16| Cell {
        text,
        column,
        columns: 1,
        rows: 1,
        align: Align::Unset,
        header: false,
    };
    table.begin_row();
    let name = builder.push("Atlantis");
    builder.push("\t");
    let start = builder.push("12.5").start;
    let mark = builder.push("¹");
    table.push(cell(name, 0));
    table.push(cell(Span { start, end: mark.end }, 1));
    builder.node_mut(node).body = Span { start: name.start, end: mark.end };
    builder.table(node, table);
    builder.close();
    builder.open(Kind::Notes, Span::default());
    let note = builder.leaf(Kind::Note, "¹", 1, "As amended by the islands.", Span::default());
    builder.mark(NoteMark { span: mark, note: Some(note) });
    let mut reader = reader(Arc::new(builder.finish()), 50, 10).keys("Enter");
    assert_snapshot!(reader.frame(), @"
          Atlantis  12.5¹

     ────────────
        ¹ As amended by the islands.



    ──────────────────────────────────────────────────
      note 1  As amended by the islands.          1/1
     text.txt  table all  Enter go  y copy  Esc close
    ");
    reader.press("Esc y");
    assert_eq!(reader.copied.as_deref(), Some("Atlantis\t12.5"));
}

#[test]
fn the_percentage_never_falls_while_moving_down_cards() {
    let mut reader = reader(document(Language::En, 1, &scale()), 40, 10);
    let mut before = 0;
    for _ in 0..40 {
        reader.press("j");
        let status = reader.status();
        let percent = status.split_whitespace().zip(status.split_whitespace().skip(1));
        let Some(percent) =
            percent.filter(|(_, sign)| *sign == "%").find_map(|(number, _)| number.parse().ok())
        else {
            continue;
        };
        assert!(percent >= before, "{percent} after {before}");
        before = percent;
    }
    assert!(before > 50, "{before}");
}
