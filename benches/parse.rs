//! The speed from bytes to a document, by kind of text, on one core: `cargo bench --bench parse`.

use plenary::grammar::{Options, parse};
use plenary::internals::{decode, plain};

fn main() {
    divan::main();
}

/// A French resolution of about this many bytes, with each paragraph on one line or wrapped.
fn resolution(bytes: usize, wrapped: bool) -> String {
    let mut out = String::from(
        "Assemblée générale\n\n65/218. Renforcement de la coopération internationale\n\nL'Assemblée générale,\n\n",
    );
    let clause = "*Demande instamment* à tous les États Membres de poursuivre, conformément à la résolution 64/171 du 18 décembre \
                  2009, l'action qu'ils mènent en faveur de la coopération internationale dans le domaine des droits de l'homme ;";
    let mut number = 0;
    while out.len() < bytes {
        number += 1;
        let text = format!("{number}. {clause}");
        let mut column = 0;
        for word in text.split(' ') {
            if wrapped && column + word.len() > 80 {
                out.push('\n');
                column = 0;
            } else if column > 0 {
                out.push(' ');
            }
            out.push_str(word);
            column += word.len() + 1;
        }
        out.push_str("\n\n");
    }
    out
}

#[divan::bench(args = [false, true])]
fn whole(bencher: divan::Bencher, wrapped: bool) {
    let text = resolution(1 << 20, wrapped);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| {
        let decoded = decode(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
        parse(&decoded.text, Options::default())
    });
}

#[divan::bench]
fn lines(bencher: divan::Bencher) {
    let text = resolution(1 << 20, true);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| plain::read(&text));
}
