//! Tests of the error-tolerant tree.

use super::*;
use insta::assert_snapshot;
use std::fmt::Write as _;

/// One line per node, then the faults.
fn show(source: &str) -> String {
    let tree = Tree::parse(source);
    let mut out = String::new();
    let mut depth = 0;
    for step in tree.root().walk() {
        match step {
            Step::Enter(node) => {
                let _ = write!(out, "{}{}", "  ".repeat(depth), node.name());
                for (name, value) in node.attributes() {
                    let _ = write!(out, " {name}={}", unescape(value));
                }
                out.push('\n');
                depth += 1;
            }
            Step::Text(node) => {
                let _ = writeln!(out, "{}{:?}", "  ".repeat(depth), node.text());
            }
            Step::Leave(_) => depth -= 1,
        }
    }
    for fault in tree.faults() {
        let _ = writeln!(
            out,
            "! {} at {}",
            fault.what.said(crate::messages::Messages::of(crate::lang::Language::En)),
            fault.at
        );
    }
    out
}

#[test]
fn elements_texts_and_attributes_are_read() {
    assert_snapshot!(show(r#"<?xml version="1.0"?><!-- no --><a:body xmlns:a="u" w:val = 'one &amp; two' n=3 x><p>Trade &amp; aid<br/>&#233;t&#xe9;</p></a:body>"#), @r#"
    body w:val=one & two n=3
      p
        "Trade & aid"
        br
        "été"
    "#);
}

#[test]
fn declared_entities_are_not_expanded() {
    let bomb = r#"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b; &nbsp; &#0; &</l>"#;
    assert_snapshot!(show(bomb), @r#"
    l
      "&b; &nbsp; &#0; &"
    "#);
}

#[test]
fn malformed_markup_loses_no_word() {
    assert_snapshot!(show("<p>one <i>two</p> three</b> 2 < 3 <p class=\"x>four</p><p id=\"y\">five<q"), @r#"
    p
      "one "
      i
        "two"
    " three"
    " 2 < 3 <p class=\"x>four"
    p id=y
      "five<q"
    ! an element that is never closed at 7
    ! a tag that closes nothing at 23
    ! a tag that never ends at 30
    ! a tag that never ends at 34
    ! a tag that closes nothing at 50
    ! an element that is never closed at 54
    ! a tag that never ends at 68
    "#);
}

#[test]
fn cdata_is_not_unescaped() {
    assert_snapshot!(show("<p><![CDATA[<b> & ]]>x</p><!-- never ends"), @r#"
    p
      "<b> & "
      "x"
    "<!-- never ends"
    ! a tag that never ends at 26
    "#);
}

#[test]
fn elements_beyond_the_maximum_depth_become_siblings() {
    let source = "<d>".repeat(100_000) + "words" + &"</d>".repeat(100_000);
    let tree = Tree::parse(&source);
    let mut depth = 0;
    let mut deepest = 0;
    for step in tree.root().walk() {
        match step {
            Step::Enter(_) => depth += 1,
            Step::Leave(_) => depth -= 1,
            Step::Text(node) => assert_eq!(node.text(), "words"),
        }
        deepest = deepest.max(depth);
    }
    assert_eq!((depth, deepest), (0, DEEPEST + 1));
    assert_eq!(tree.faults().len(), 1);
}

#[test]
fn tags_that_never_end_are_parsed_in_linear_time() {
    for part in ["<!-- ", "<![CDATA[", "<a b=\"", "<?", "<", "<!DOCTYPE [", "<a ", "</", "&"] {
        let source = part.repeat(300_000);
        assert!(!Tree::parse(&source).root().words().is_empty(), "{part}");
    }
}

#[test]
fn too_many_elements_keep_their_words() {
    let source = "<a>x".repeat(1_500_000);
    let words = Tree::parse(&source).root().words();
    assert_eq!(words.matches('x').count(), 1_500_000);
}

#[test]
fn an_element_has_its_byte_range() {
    let source = "<a><b>one</b><c/></a>";
    let tree = Tree::parse(source);
    let b = tree.root().find("b").unwrap();
    assert_eq!(&source[b.range()], "<b>one</b>");
    assert_eq!(b.words(), "one");
    assert_eq!(tree.root().child("a").unwrap().children().count(), 2);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_parsed(source in "[<>/!&;\"' =a-c\\[\\]?-]{0,200}") {
        let tree = Tree::parse(&source);
        let mut open = 0i32;
        for step in tree.root().walk() {
            match step {
                Step::Enter(node) => { open += 1; let _ = node.attributes().count(); }
                Step::Leave(_) => open -= 1,
                Step::Text(node) => { let _ = node.text(); }
            }
        }
        assert_eq!(open, 0);
    }
}

#[test]
fn a_source_that_ends_before_its_outermost_element_does_is_cut() {
    for cut in ["<a><b>words</b>", "<a><b>words", "<a><b>words</b></"] {
        assert!(Tree::parse(cut).is_cut(), "{cut}");
    }
    for whole in ["<a><b>words</b></a>", "<a><b>words</a>", "<a>words</b></a>", "words", ""] {
        assert!(!Tree::parse(whole).is_cut(), "{whole}");
    }
}
