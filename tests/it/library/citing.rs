//! Who cites a paragraph and what it cites, in the reader.

use super::reader::{Stock, leads};
use crate::harness::{Harness, parse};
use crate::support::{finish, plenary};
use plenary::internals::Settings;

#[test]
fn who_cites_a_document_is_listed_and_opens_at_its_paragraph_and_there_is_a_way_back() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys(":").type_in("94/31 2").keys("Enter B");
    let frame = reader.frame();
    assert!(frame.contains("Who cites A/RES/94/31:"), "{frame}");
    assert!(frame.contains("1 paragraph, 1 document; this paragraph: 0 paragraphs, 0 documents"), "{frame}");
    assert!(frame.contains("A/RES/93/5  pp1  Recalling its resolution 94/31,"), "{frame}");
    assert!(frame.contains("A/RES/93/5: Lakes"), "the words below: {frame}");
    reader.press("Enter");
    leads(&mut reader, "A/RES/93/5  preambular para. 1");
    reader.press("Backspace");
    leads(&mut reader, "A/RES/94/31  para. 2");
}

#[test]
fn what_cites_the_paragraph_is_listed_first_and_ctrl_o_lists_what_cites_the_document() {
    let stock = Stock::new();
    stock.put("ponds.txt", "A/RES/96/2\n\nGeneral Assembly\n\nDistr.: General\n\n12 December 2041\n\n96/2. Ponds\n\nThe General Assembly,\n\nRecalling its resolution 94/31 and paragraph 2 of that resolution,\n\n1. Reaffirms paragraph 2 of its resolution 94/31;\n\n2. Decides to fish.\n");
    let mut reader = stock.reader().keys(":").type_in("94/31 2").keys("Enter B");
    let frame = reader.frame();
    assert!(frame.contains("Who cites A/RES/94/31, para. 2:"), "{frame}");
    assert!(frame.contains("the whole document: 3 paragraphs, 2 documents"), "{frame}");
    assert!(frame.contains("A/RES/96/2  1"), "{frame}");
    assert!(!frame.contains("A/RES/93/5"), "{frame}");
    reader.press("Ctrl-O");
    let frame = reader.frame();
    assert!(frame.contains("Who cites A/RES/94/31:") && frame.contains("A/RES/93/5  pp1"), "{frame}");
    let place = |frame: &str, what: &str| frame.find(what).unwrap();
    assert!(place(&frame, "A/RES/96/2") < place(&frame, "A/RES/93/5"), "the newest are first: {frame}");
    reader.press("Ctrl-T");
    let frame = reader.frame();
    assert!(reader.status().contains("by symbol"), "{}", reader.status());
    assert!(place(&frame, "A/RES/93/5") < place(&frame, "A/RES/96/2"), "{frame}");
    reader = reader.type_in("fish");
    assert!(!reader.frame().contains("A/RES/93/5"), "{}", reader.frame());
    reader.press("Esc");
    leads(&mut reader, "A/RES/94/31  para. 2");
}

#[test]
fn a_paragraph_that_cites_in_six_languages_is_listed_once_in_the_language_that_is_read() {
    let stock = Stock::new();
    stock.put("lacs.txt", "A/RES/93/5\n\nAssemblée générale\n\n93/5. Lacs\n\nL’Assemblée générale,\n\nRappelant sa résolution 94/31,\n\n1. Décide de nager dans les lacs.\n");
    // One more line, which only this version has, so that its paragraphs are named otherwise.
    stock.put("lagos.txt", "A/RES/93/5\n\nAsamblea General\n\n93/5. Lagos\n\nLa Asamblea General,\n\nReafirmando los lagos,\n\nRecordando su resolución 94/31,\n\n1. Decide nadar.\n");
    let mut reader = stock.reader().keys(":").type_in("94/31 2").keys("Enter L B");
    let frame = reader.frame();
    assert!(frame.contains("Rappelant sa résolution 94/31,") && !frame.contains("Recalling"), "{frame}");
    assert!(frame.contains("1 paragraph, 1 document"), "{frame}");
    reader.press("Esc L B");
    let frame = reader.frame();
    assert!(frame.contains("Recalling its resolution 94/31,") && !frame.contains("Rappelant"), "{frame}");
}

#[test]
fn what_a_paragraph_cites_is_listed_then_all_of_the_document_and_what_the_library_lacks_is_said() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("2 Enter r");
    let frame = reader.frame();
    assert!(frame.contains("What A/RES/95/7, para. 2 cites:"), "{frame}");
    assert!(frame.contains("2  A/RES/94/31  para. 2  Oars") && !frame.contains("88/888 "), "{frame}");
    reader.press("Ctrl-O");
    let frame = reader.frame();
    assert!(frame.contains("3  A/RES/88/888           not in the library"), "{frame}");
    reader.press("Down");
    leads(&mut reader, "para. 3");
    reader.press("Esc");
    leads(&mut reader, "A/RES/95/7  para. 2");
    reader.press("r Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
}

#[test]
fn what_is_listed_is_copied_as_a_table() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("r Ctrl-O Ctrl-Y");
    let copied = reader.copied.take().unwrap_or_default();
    assert_eq!(
        copied.lines().collect::<Vec<_>>(),
        ["anchor,symbol,paragraph,held,title", "op2,A/RES/94/31,op2,yes,Oars", "op3,A/RES/88/888,,no,"]
    );
    let mut reader = reader.keys("Esc :").type_in("94/31").keys("Enter B Ctrl-Y");
    let copied = reader.copied.take().unwrap_or_default();
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "symbol,anchor,cited,date,language,title,text,file");
    assert!(
        lines[1].starts_with("A/RES/93/5,pp1,,,en,Lakes,\"Recalling its resolution 94/31,\","),
        "{copied}"
    );
}

#[test]
fn without_a_library_it_is_said_how_to_make_one_and_what_is_cited_is_listed_all_the_same() {
    let text = "A/RES/95/7\n\nThe General Assembly,\n\n1. Recalls its resolution 94/31.\n";
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "rivers.txt", parse(text)).keys("B");
    assert!(reader.status().contains("plenary library add FOLDER makes one"), "{}", reader.status());
    reader.press("r");
    let frame = reader.frame();
    assert!(frame.contains("1  A/RES/94/31") && !frame.contains("not in the library"), "{frame}");
}

#[test]
fn a_document_that_nobody_cites_says_so() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("B");
    assert!(reader.frame().contains("no paragraph of the library cites it"), "{}", reader.frame());
}

#[test]
fn a_list_of_those_who_cite_fits_a_small_screen_in_arabic() {
    let stock = Stock::new();
    stock.put("bihar.txt", "A/RES/97/3\n\nالجمعية العامة\n\n97/3. البحار\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 94/31،\n\n1. تقرر السباحة.\n");
    let mut reader = stock.reader().size(80, 24).keys(":").type_in("94/31 2").keys("Enter B");
    let frame = reader.frame();
    assert!(frame.contains("A/RES/97/3  pp1"), "{frame}");
    reader.press("Down Enter");
    leads(&mut reader, "A/RES/97/3  preambular para. 1");
}

#[test]
fn the_line_mode_lists_who_cites_and_goes_there_by_number() {
    let stock = Stock::new();
    let open = stock.files().join("oars.txt");
    let mut command = plenary();
    command.arg("--library").arg(stock.folder()).args(["--linear", "--no-state"]).arg(&open);
    let ran = finish(command.write_stdin("B\nsort\ncopy-list\n1\nr\n"));
    let first = ran.out.split("by symbol").next().unwrap_or_default();
    assert!(!first.contains("this paragraph"), "none is read: {first}");
    assert!(ran.out.contains("by symbol") && ran.out.contains("A/RES/94/31: "), "{}", ran.out);
    assert!(ran.out.contains("1. A/RES/93/5, pp1: Recalling its resolution 94/31,"), "{}", ran.out);
    assert!(ran.out.contains("1. A/RES/94/31: Recalling its resolution 94/31,"), "{}", ran.out);
}
