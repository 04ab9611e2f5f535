//! English.

use super::{Addresses, Citing, Named, Page, Units, Words};

pub(super) static WORDS: Words = Words {
    units: Units {
        paragraph: Named {
            cited: "para. {}",
            typed: "para paras paragraph paragraphs § p point points clause clauses",
            headed: &[],
        },
        operative: Named { cited: "", typed: "op ops operative", headed: &[] },
        preambular: Named {
            cited: "{} preambular paragraph",
            typed: "pp preambular preambulatory preamble recital recitals",
            headed: &[],
        },
        sub: Named {
            cited: "item {}",
            typed: "sub subparagraph subparagraphs subpara subparas item items",
            headed: &[],
        },
        annex: Named { cited: "annex {}", typed: "annex annexes", headed: &["annex"] },
        appendix: Named {
            cited: "",
            typed: "appendix appendices enclosure",
            headed: &["appendix", "enclosure"],
        },
        section: Named { cited: "sect. {}", typed: "section sections sect sec", headed: &["section"] },
        chapter: Named { cited: "", typed: "chapter chapters chap", headed: &["chapter"] },
        part: Named { cited: "", typed: "part parts", headed: &["part"] },
        article: Named { cited: "art. {}", typed: "article articles art arts", headed: &["article", "rule"] },
        note: Named { cited: "note {}", typed: "note notes footnote footnotes fn", headed: &[] },
        quotation: Named { cited: "quotation", typed: "quotation quotations", headed: &[] },
        unnumbered: Named { cited: "{nth} unnumbered para.", typed: "unnumbered", headed: &[] },
        table: Named { cited: "table", typed: "table tables", headed: &[] },
        heading: Named { cited: "heading", typed: "heading headings", headed: &[] },
        title: Named { cited: "title", typed: "title", headed: &[] },
        masthead: Named { cited: "masthead", typed: "masthead header", headed: &[] },
        vote: Named { cited: "vote", typed: "vote", headed: &[] },
    },
    citing: Citing {
        comma: ", ",
        colon: ": ",
        semicolon: "; ",
        item: " ({})",
        counted: " (unnumbered)",
        preambular: "preambular para. {}",
        nth: |number| {
            let suffix = match (number % 100, number % 10) {
                (11..=13, _) => "th",
                (_, 1) => "st",
                (_, 2) => "nd",
                (_, 3) => "rd",
                _ => "th",
            };
            format!("{number}{suffix}")
        },
        ordinals: &[
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth",
        ],
        enacting: "enacting phrase",
        closing: "closing",
    },
    addresses: Addresses {
        fillers: "the of in no nr nos n num number numer resolution resolutions",
        ands: "and to through",
        lasts: "last final",
        sub_of: "",
        numbers: "no nr num number n",
        endings: "st nd rd th",
        vague_endings: "",
        particles: &[],
        behind: "",
        repeats: &[
            ("bis", "bis"),
            ("ter", "ter"),
            ("quater", "quater"),
            ("quinquies", "quinquies"),
            ("alt", "alt"),
        ],
    },
    page: Page {
        preamble: "preamble",
        operative: "operative",
        operative_part: "operative part",
        notes: "notes",
        contents: "Contents",
        skip: "To the text",
        back: "Back to the text",
    },
};
