//! What is set aside and what is not: page furniture needs evidence, and text that merely resembles it stays.

use crate::document::Document;
use crate::grammar::{Options, parse};

fn read(source: &str) -> Document {
    let document = parse(source, Options::default());
    super::assert_sound("a page", source, &document);
    document
}

fn set_aside(document: &Document) -> Vec<(&str, &str)> {
    document.set_aside().iter().map(|aside| (aside.reason.code(), aside.text.as_ref())).collect()
}

fn shows(document: &Document, words: &str) -> bool {
    document.ids().any(|id| document.own_text(id).contains(words))
}

#[test]
fn a_short_line_at_the_head_of_a_page_is_text() {
    let document = read(
        "Report on lakes\n\nContents\n\nThe first part\n\nThe second part\n\nThe lakes were found to be in need of care\n\n\
         \x0CThe second part\n\nof the report deals with the water of the lakes, which was clean.\n\n\
         Conclusions on the lakes\n\nThe third part deals with the fish.\n",
    );
    assert_eq!(set_aside(&document), []);
    assert!(shows(&document, "The second part of the report") || shows(&document, "The second part"));
}

#[test]
fn a_heading_that_the_table_of_contents_names_stays() {
    let document = read(
        "A/95/7\n\nContents\n\nThe fish\n\nThe shores\n\n\x0CA/95/7\n\nThe fish\n\nThe fish of the lakes are well.\n\n\
         \x0CA/95/7\n\nThe shores\n\nThe shores of the lakes are clean.\n",
    );
    let aside = set_aside(&document);
    assert!(aside.iter().all(|(_, text)| *text == "A/95/7"), "{aside:?}");
    assert!(shows(&document, "The shores"));
}

#[test]
fn a_title_printed_again_is_set_aside() {
    let document = read(
        "A/RES/95/7\n\n95/7. Lakes and their shores\n\nThe General Assembly,\n\nRecalling its resolution 94/1,\n\n\
         1. Asks States to keep lakes\n\x0CA/RES/95/7\n\nLakes and their shores\n\nclean, and to visit them.\n",
    );
    let aside = set_aside(&document);
    assert_eq!(aside, [("running-head", "A/RES/95/7"), ("running-head", "Lakes and their shores")]);
    assert!(shows(&document, "Asks States to keep lakes clean, and to visit them."));
}

#[test]
fn what_neighbouring_pages_repeat_is_a_running_head() {
    let page = |number: u32| {
        format!(
            "Yearbook of the lakes\n\nThe page of the number {number} has words of its own on it.\n\n{number}\n\x0C"
        )
    };
    let document = read(&(1..6).map(page).collect::<String>());
    let aside = set_aside(&document);
    assert_eq!(aside.iter().filter(|(reason, _)| *reason == "running-head").count(), 4, "{aside:?}");
    assert_eq!(aside.iter().filter(|(reason, _)| *reason == "page-number").count(), 5, "{aside:?}");
    assert!(shows(&document, "Yearbook of the lakes"));
}

#[test]
fn sections_separated_by_blank_lines_may_share_headings() {
    let section = "\n\n\n\nRecommendations\n\nThe lakes shall be kept clean.\n";
    let document = read(&format!("Report on lakes\n{}", section.repeat(4)));
    assert_eq!(set_aside(&document), []);
}

#[test]
fn a_figure_at_the_foot_of_a_page_is_not_a_page_number() {
    let document =
        read("The lakes\n\nLakes that were counted\n\n412\n\x0CThe lakes that are clean\n\n7\n\n1234567\n");
    assert_eq!(set_aside(&document), []);
    for figure in ["412", "7", "1234567"] {
        assert!(shows(&document, figure), "{figure}");
    }
}

#[test]
fn a_bar_code_has_the_digits_of_the_job_number() {
    let document = read("The lakes are clean.\n\n95-12345 (E)\n\n9512345\n");
    assert_eq!(set_aside(&document), [("job-number", "95-12345 (E)"), ("bar-code", "9512345")]);
}

#[test]
fn a_list_may_name_a_document_twice() {
    let document = read(
        "A/95/7\n\nThe lakes\n\nThe General Assembly,\n\nRecalling its resolution 94/1,\n\n1. Takes note of these papers:\n\n\
         (a) First\n\nA/95/1\n\n(b) Second\n\nA/95/1\n\n2. Decides to return to the lakes.\n",
    );
    assert!(set_aside(&document).is_empty(), "{:?}", set_aside(&document));
}
