//! What a reference to another document leads to is shown before one goes there.

use super::reader::{Stock, leads};

#[test]
fn the_paragraph_that_a_reference_cites_is_shown_and_enter_goes_there() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("2 Enter Enter");
    let frame = reader.frame();
    assert!(frame.contains("Decides that oars are light;"), "{frame}");
    assert!(frame.contains("Oars") && frame.contains("Decides to row"), "the text stays in place: {frame}");
    reader.press("Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
}

#[test]
fn it_is_shown_in_the_language_that_is_read() {
    let stock = Stock::new();
    let text = "A/RES/95/7\n\nAssemblée générale\n\n95/7. Rivières\n\nL’Assemblée générale,\n\n1. Rappelle le paragraphe 2 de sa résolution 94/31.\n";
    let mut reader = stock.open(text).keys("1 Enter Enter");
    let frame = reader.frame();
    assert!(frame.contains("Décide que les rames sont légères") && frame.contains("Rames"), "{frame}");
    reader.press("Enter");
    assert!(reader.frame().contains("les rames sont longues"), "{}", reader.frame());
}

#[test]
fn what_the_library_lacks_is_said() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("3 Enter Enter");
    let frame = reader.frame();
    assert!(frame.contains("the library does not have A/RES/88/888"), "{frame}");
}

#[test]
fn a_paragraph_that_the_document_lacks_is_said_and_its_beginning_is_offered() {
    let stock = Stock::new();
    let text = "A/RES/95/7\n\nThe General Assembly,\n\n1. Recalls paragraph 9 of its resolution 94/31.\n";
    let mut reader = stock.open(text).keys("1 Enter Enter");
    let frame = reader.frame();
    assert!(frame.contains("A/RES/94/31 is in the library, without para. 9"), "{frame}");
    reader.press("Enter");
    let frame = reader.frame();
    assert!(frame.contains("para. 9 is not in this") && frame.contains("94/31. Oars"), "{frame}");
}

#[test]
fn a_number_that_only_an_annex_has_is_found_there() {
    let stock = Stock::new();
    stock.put("pact.txt", "A/RES/92/1\n\nGeneral Assembly\n\n92/1. Pact\n\nThe General Assembly,\n\n1. Adopts the annex.\n\nAnnex\n\nPact\n\n1. We row.\n\n2. We swim.\n\n3. We sail.\n");
    let text = "A/RES/95/7\n\nThe General Assembly,\n\n1. Recalls paragraph 3 of its resolution 92/1.\n";
    let mut reader = stock.open(text).keys("1 Enter Enter");
    assert!(reader.frame().contains("We sail."), "{}", reader.frame());
    reader.press("Enter");
    leads(&mut reader, "A/RES/92/1  annex, para. 3");
}

#[test]
fn what_a_note_cites_is_shown_too() {
    let stock = Stock::new();
    let text = "A/RES/95/7\n\nThe General Assembly,\n\n1. Decides to row.\u{b9}\n\n\u{b9} See resolution 94/31, para. 2.\n";
    let mut reader = stock.open(text).keys("1 Enter Enter");
    assert!(!reader.frame().contains("oars are light"), "{}", reader.frame());
    reader.press("Enter");
    assert!(reader.frame().contains("oars are light"), "{}", reader.frame());
    reader.press("Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
    reader.press("B");
    assert!(reader.frame().contains("Who cites"), "{}", reader.frame());
}

#[test]
fn a_council_is_found_by_its_number_whatever_year_is_printed() {
    let stock = Stock::new();
    let text = "A/RES/95/7\n\nThe General Assembly,\n\n1. Recalls Security Council resolution 2901 (2031) of 4 May 2031.\n";
    let mut reader = stock.open(text).keys("1 Enter Enter Enter");
    leads(&mut reader, "S/RES/2901 (2031)");
}
