//! Russian.

use super::{Addresses, Citing, Named, Page, Units, Words};

pub(super) static WORDS: Words = Words {
    units: Units {
        paragraph: Named { cited: "п. {}", typed: "п пункт*", headed: &[] },
        operative: Named { cited: "", typed: "оп ор постановляющ*", headed: &[] },
        preambular: Named {
            cited: "{} пункт преамбулы", typed: "рр пп преамбул* абзац* абз", headed: &[]
        },
        sub: Named { cited: "подпункт {}", typed: "подпункт* подп", headed: &[] },
        annex: Named {
            cited: "приложение {}", typed: "приложени* прил", headed: &["приложение"]
        },
        appendix: Named {
            cited: "", typed: "добавлени*", headed: &["добавление", "дополнение"]
        },
        section: Named {
            cited: "разд. {}", typed: "раздел* разд секци*", headed: &["раздел"]
        },
        chapter: Named { cited: "", typed: "глав* гл", headed: &["глава"] },
        part: Named { cited: "", typed: "част* ч", headed: &["часть"] },
        article: Named {
            cited: "ст. {}",
            typed: "статья статьи статье статьей статей ст",
            headed: &["статья", "правило"],
        },
        note: Named {
            cited: "сноска {}", typed: "сноск* примечани* прим", headed: &[]
        },
        quotation: Named { cited: "цитата", typed: "цитат*", headed: &[] },
        unnumbered: Named { cited: "{nth} абзац без номера", typed: "без", headed: &[] },
        table: Named { cited: "таблица", typed: "таблиц* табл", headed: &[] },
        heading: Named { cited: "подзаголовок", typed: "подзаголов*", headed: &[] },
        title: Named { cited: "название", typed: "названи* заголов*", headed: &[] },
        masthead: Named { cited: "заголовок", typed: "шапка", headed: &[] },
        vote: Named { cited: "голосование", typed: "голосовани*", headed: &[] },
    },
    citing: Citing {
        comma: ", ",
        colon: ": ",
        semicolon: "; ",
        item: " {})",
        counted: " (без номера)",
        preambular: "{nth} п. преамбулы",
        nth: |number| format!("{number}-й"),
        ordinals: &[
            "первый",
            "второй",
            "третий",
            "четвертый",
            "пятый",
            "шестой",
            "седьмой",
            "восьмой",
            "девятый",
            "десятый",
            "одиннадцатый",
            "двенадцатый",
        ],
        enacting: "вводная формула",
        closing: "заключительная строка",
    },
    addresses: Addresses {
        fillers: "номер* в из подстрочн* резолюци*",
        ands: "и по",
        lasts: "последн*",
        sub_of: "фрагмент*",
        numbers: "номер",
        endings: "й я го му ый ий ой ая ое ого",
        vague_endings: "е",
        particles: &[],
        behind: "",
        repeats: &[("бис", "bis"), ("тер", "ter"), ("кватер", "quater")],
    },
    page: Page {
        preamble: "преамбула",
        operative: "постановляющая часть",
        operative_part: "постановляющая часть",
        notes: "сноски",
        contents: "Содержание",
        skip: "К тексту",
        back: "Назад к тексту",
    },
};
