//! The speed of wrapping, folding, measuring and reordering text, in megabytes per second.
//!
//! The texts are made from a few words of each language, so that nothing outside this file affects the results. Run
//! with `cargo bench --bench text`.

use divan::{Bencher, black_box, counter::BytesCount};
use plenary::internals::{bidi, fold, fold_str, width, wrap};

fn main() {
    divan::main();
}

#[derive(Clone, Copy, Debug)]
enum Language {
    English,
    French,
    Russian,
    Arabic,
    Chinese,
}

const LANGUAGES: [Language; 5] =
    [Language::English, Language::French, Language::Russian, Language::Arabic, Language::Chinese];

impl Language {
    fn phrases(self) -> &'static [&'static str] {
        match self {
            Language::English => &[
                "the small harbour opens before sunrise,",
                "and every boat that left returns in the evening;",
                "see document X/12/34 and note No. 7",
                "— well-known to all who live there —",
            ],
            Language::French => &[
                "le petit port s’ouvre avant l’aube ;",
                "et chaque bateau parti rentre à la tombée du jour :",
                "voir le document X/12/34 et la note n° 7",
                "« bien-aimé » de tous ceux qui y demeurent²,",
            ],
            Language::Russian => &[
                "маленькая гавань открывается до восхода солнца,",
                "и каждая лодка возвращается вечером;",
                "см. документ X/12/34 и примечание № 7",
            ],
            Language::Arabic => &[
                "يفتح الميناء الصغير أبوابه قبل شروق الشمس،",
                "وتعود كل السفن التي غادرت في المساء؛",
                "انظر الوثيقة X/12/34 والملاحظة 7-9",
            ],
            Language::Chinese => &[
                "小港口在日出之前开放，每一条船都在傍晚回来；",
                "见《海港记》第12/34号文件（注七）。",
                "所有住在那里的人都知道“这件事”，",
            ],
        }
    }

    /// A paragraph of 60 kB.
    fn text(self) -> String {
        let space = if matches!(self, Language::Chinese) { "" } else { " " };
        let mut text = String::new();
        for phrase in self.phrases().iter().cycle() {
            if text.len() > 60_000 {
                break;
            }
            text.push_str(phrase);
            text.push_str(space);
        }
        text
    }
}

fn measure<T>(bencher: Bencher, language: Language, work: impl Fn(&str) -> T + Sync) {
    let text = language.text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| work(black_box(&text)));
}

#[divan::bench(args = LANGUAGES)]
fn wrap_80(bencher: Bencher, language: Language) {
    measure(bencher, language, |text| {
        let mut out = Vec::new();
        wrap(text, 76, 80, &mut out);
        out
    });
}

#[divan::bench(args = LANGUAGES)]
fn fold_text(bencher: Bencher, language: Language) {
    measure(bencher, language, fold_str);
}

#[divan::bench(args = LANGUAGES)]
fn fold_with_map(bencher: Bencher, language: Language) {
    measure(bencher, language, fold);
}

#[divan::bench(args = LANGUAGES)]
fn measure_width(bencher: Bencher, language: Language) {
    measure(bencher, language, width);
}

/// Measures one row, because reordering works on each row that is drawn.
#[divan::bench(args = [Language::French, Language::Arabic])]
fn reorder_row(bencher: Bencher, language: Language) {
    let text = language.phrases().join(" ");
    let rtl = matches!(language, Language::Arabic);
    bencher.counter(BytesCount::of_str(&text)).bench(|| bidi::reorder(black_box(&text), rtl).len());
}
