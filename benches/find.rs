//! The speed of a literal search in a text of a megabyte: with the text folded once, and without; and of folding it.
//!
//! Run with `cargo bench --bench find`. Where the text is folded, a word that is rare takes a small part of what reading
//! the whole text takes; one letter, which stands nearly everywhere, takes as long either way.

use divan::{Bencher, counter::BytesCount};
use plenary::document::{Document, NodeId};
use plenary::grammar::{self, Options};
use plenary::lookup::find::{Follow, Match, Query, Search, Skim};
use std::sync::Arc;

fn main() {
    divan::main();
}

/// Numbered paragraphs, of which each fiftieth tells of a lighthouse.
fn document() -> Document {
    let paragraph = |at: usize| {
        let rare = if at.is_multiple_of(50) {
            "le phare éteint de la rade"
        } else {
            "la jetée de l’île aux oies"
        };
        format!(
            "{at}. Décide que {} et {rare} ;\n\n",
            "chaque bateau rentre à la tombée du jour, ".repeat(12)
        )
    };
    let text: String = (1..=1900).map(paragraph).collect();
    grammar::parse(&format!("L’Assemblée générale,\n\n{text}"), Options::default())
}

struct Count(usize);

impl Follow for Count {
    fn found(&mut self, _: Match, _: bool) {
        self.0 += 1;
    }

    fn goes_on(&mut self, _: usize, _: u8) -> bool {
        true
    }
}

fn search(document: &Document, skim: Option<&Arc<Skim>>, query: &str) -> usize {
    let mut count = Count(0);
    if let Ok(search) = Search::new(&Query::literal(query), NodeId::ROOT) {
        search.skimming(skim.cloned()).run(document, &mut count);
    }
    count.0
}

const QUERIES: [&str; 3] = ["phare eteint", "bateau", "d"];

#[divan::bench(args = QUERIES)]
fn in_a_folded_text(bencher: Bencher<'_, '_>, query: &str) {
    let document = document();
    let skim = Skim::new(&document).map(Arc::new);
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench_local(|| search(&document, skim.as_ref(), query));
}

#[divan::bench(args = QUERIES)]
fn in_a_text_that_is_not(bencher: Bencher<'_, '_>, query: &str) {
    let document = document();
    bencher.counter(BytesCount::new(document.text().len())).bench_local(|| search(&document, None, query));
}

#[divan::bench]
fn folding(bencher: Bencher<'_, '_>) {
    let document = document();
    bencher.counter(BytesCount::new(document.text().len())).bench_local(|| Skim::new(&document));
}
