//! The list of what a document asks for: of whom, what and by when.

use crate::harness::Harness;
use crate::support::{file, finish, plenary};

const TEXT: &str = "A/RES/79/901\n\nSeventy-ninth session\n\nResolution adopted by the General Assembly on 3 May 2025\n\nTides\n\n\
    The General Assembly,\n\nRecalling the sea,\n\n\
    1. Welcomes the new harbours, and calls upon Member States to light them;\n\n\
    2. Requests the Secretary-General to submit to the General Assembly at its eightieth session a report on tides;\n\n\
    3. Decides to remain ashore.\n";

/// The last rows of a frame, without blanks at their ends.
fn foot(reader: &mut Harness, rows: usize) -> String {
    let frame = reader.frame();
    let lines: Vec<&str> = frame.lines().map(str::trim_end).collect();
    lines[lines.len() - rows..].join("\n")
}

#[test]
fn each_request_is_a_row_and_the_text_shows_where_it_stands() {
    let mut reader = Harness::text(TEXT).size(100, 24).keys("a");
    insta::assert_snapshot!(foot(&mut reader, 5), @"
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    asked:                                                                                          1/2
    ▌       act     member-states      1  calls upon Member States to light them;
      GA80  report  secretary-general  2  Requests the Secretary-General to submit to the General Ass…
     A/RES/79/901  para. 1 · 1 of 3  all  Enter go  Ctrl-T order  Ctrl-O library  Ctrl-Y copy  Esc back
    ");
    reader.press("Down");
    assert!(reader.status().contains("para. 2"), "{}", reader.status());
    reader.press("Esc");
    assert!(!reader.status().contains("para. 2"), "{}", reader.status());
    reader.press("a Down Enter");
    assert!(reader.status().contains("para. 2"), "{}", reader.status());
    reader.press("Backspace");
    assert!(!reader.status().contains("para. 2"), "{}", reader.status());
}

#[test]
fn the_list_is_filtered_as_one_types_and_put_in_other_orders() {
    let mut reader = Harness::text(TEXT).size(100, 24).keys("a").type_in("report");
    assert!(reader.frame().contains("asked: report"), "{}", reader.frame());
    assert!(reader.frame().contains("1/1"), "{}", reader.frame());
    reader.press("Ctrl-U Ctrl-T");
    insta::assert_snapshot!(foot(&mut reader, 4), @"
    asked:                                                                                          1/2
    ▌ GA80  report  secretary-general  2  Requests the Secretary-General to submit to the General Ass…
            act     member-states      1  calls upon Member States to light them;
     what is due first is first      all  Enter go  Ctrl-T order  Ctrl-O library  Ctrl-Y copy  Esc back
    ");
    reader.press("Ctrl-T");
    assert!(reader.status().contains("by who is asked"), "{}", reader.status());
    reader.press("Ctrl-O");
    assert!(reader.status().contains("there is no library"), "{}", reader.status());
}

#[test]
fn what_is_listed_is_copied_as_a_table() {
    let mut reader = Harness::text(TEXT).size(100, 24).keys("a").type_in("report");
    reader.press("Ctrl-Y");
    let copied = reader.copied.clone().unwrap_or_default();
    let lines: Vec<&str> = copied.lines().collect();
    assert!(lines[0].starts_with("due,what,by,to,action,symbol,anchor,"), "{copied}");
    assert!(lines[1].starts_with("GA80,report,secretary-general,GA,REQUEST,A/RES/79/901,op2,"), "{copied}");
    assert_eq!(lines.len(), 2, "{copied}");
}

#[test]
fn a_document_that_asks_for_nothing_says_so() {
    let mut reader = Harness::text("The General Assembly,\n\n1. Welcomes the tides.\n").keys("a");
    assert!(
        reader.frame().contains("nothing is asked for, as far as it was understood"),
        "{}",
        reader.frame()
    );
}

#[test]
fn the_line_mode_lists_them_and_goes_to_the_one_that_is_chosen() {
    let (_folder, path) = file("tides.txt", TEXT);
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(path).write_stdin("a\n2\n");
    let ran = finish(&mut command);
    let said: Vec<&str> = ran.out.lines().skip(2).collect();
    insta::assert_snapshot!(said.join("\n"), @"
    1. para. 1, act, member-states: calls upon Member States to light them;
    2. para. 2, GA80, report, secretary-general: Requests the Secretary-General to submit to the General Assembly at its eightieth session…
    A number goes there.
    operative paragraph 2 of 3
    Requests the Secretary-General to submit to the General Assembly at its eightieth session a report on tides;
    ");
}
