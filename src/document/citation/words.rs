//! The words of citations in the six languages, after the editorial manuals of the United Nations.
//!
//! Only words and their order; which of them a place needs is decided one level up.

use crate::document::Language;

/// One language's way to cite.
pub(super) struct Words {
    /// Between symbol, scope and paragraph.
    pub(super) comma: &'static str,
    /// The number and the sub-paragraphs.
    pub(super) paragraph: fn(&str, &str) -> String,
    /// A sub-paragraph behind its paragraph's number: " (b)", " b)".
    pub(super) item: fn(&str) -> String,
    /// A sub-paragraph with a bullet, by its place.
    pub(super) bullet: fn(u32) -> String,
    /// Behind a number that is not printed.
    pub(super) counted: &'static str,
    pub(super) preambular: fn(u32) -> String,
    pub(super) preambular_short: fn(u32) -> String,
    pub(super) unnumbered: fn(u32) -> String,
    pub(super) section: fn(&str) -> String,
    /// The number is empty for an only annex.
    pub(super) annex: fn(&str) -> String,
    pub(super) article: fn(&str) -> String,
    pub(super) note: fn(&str) -> String,
    pub(super) title: &'static str,
    pub(super) masthead: &'static str,
    pub(super) vote: &'static str,
    pub(super) closing: &'static str,
    pub(super) enacting: &'static str,
    pub(super) heading: &'static str,
    pub(super) table: &'static str,
    pub(super) quotation: &'static str,
}

pub(super) fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::Fr => &FR,
        Language::Es => &ES,
        Language::Ru => &RU,
        Language::Ar => &AR,
        Language::Zh => &ZH,
    }
}

/// The word for 1 to 12, as in "third preambular paragraph"; nothing beyond.
fn word(ordinal: u32, words: [&'static str; 12]) -> Option<&'static str> {
    words.get((ordinal as usize).checked_sub(1)?).copied()
}

fn spaced(word: &str, number: &str) -> String {
    if number.is_empty() { word.to_owned() } else { format!("{word} {number}") }
}

const EN: Words = Words {
    comma: ", ",
    paragraph: |number, items| format!("para. {number}{items}"),
    item: |item| format!(" ({item})"),
    bullet: |place| format!("item {place}"),
    counted: " (unnumbered)",
    preambular: |ordinal| {
        const WORDS: [&str; 12] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth",
        ];
        let counted = word(ordinal, WORDS).map_or_else(|| english_ordinal(ordinal), ToOwned::to_owned);
        format!("{counted} preambular paragraph")
    },
    preambular_short: |ordinal| format!("preambular para. {ordinal}"),
    unnumbered: |ordinal| format!("{} unnumbered para.", english_ordinal(ordinal)),
    section: |label| format!("sect. {label}"),
    annex: |number| spaced("annex", number),
    article: |number| spaced("art.", number),
    note: |marker| format!("note {marker}"),
    title: "title",
    masthead: "masthead",
    vote: "vote",
    closing: "closing",
    enacting: "enacting phrase",
    heading: "heading",
    table: "table",
    quotation: "quotation",
};

fn english_ordinal(ordinal: u32) -> String {
    let suffix = match (ordinal % 100, ordinal % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{ordinal}{suffix}")
}

const FR: Words = Words {
    comma: ", ",
    paragraph: |number, items| format!("par. {number}{items}"),
    item: |item| format!(" {item})"),
    bullet: |place| format!("tiret {place}"),
    counted: " (non numéroté)",
    preambular: |ordinal| {
        const WORDS: [&str; 12] = [
            "premier",
            "deuxième",
            "troisième",
            "quatrième",
            "cinquième",
            "sixième",
            "septième",
            "huitième",
            "neuvième",
            "dixième",
            "onzième",
            "douzième",
        ];
        let counted = word(ordinal, WORDS).map_or_else(|| french_ordinal(ordinal), ToOwned::to_owned);
        format!("{counted} alinéa du préambule")
    },
    preambular_short: |ordinal| format!("{} alinéa", french_ordinal(ordinal)),
    unnumbered: |ordinal| format!("{} par. non numéroté", french_ordinal(ordinal)),
    section: |label| format!("sect. {label}"),
    annex: |number| spaced("annexe", number),
    article: |number| spaced("art.", number),
    note: |marker| format!("note {marker}"),
    title: "titre",
    masthead: "en-tête",
    vote: "vote",
    closing: "formule finale",
    enacting: "formule introductive",
    heading: "intertitre",
    table: "tableau",
    quotation: "citation",
};

fn french_ordinal(ordinal: u32) -> String {
    if ordinal == 1 { "1er".to_owned() } else { format!("{ordinal}e") }
}

const ES: Words = Words {
    comma: ", ",
    paragraph: |number, items| format!("párr. {number}{items}"),
    item: |item| format!(" {item})"),
    bullet: |place| format!("inciso {place}"),
    counted: " (sin numerar)",
    preambular: |ordinal| {
        const WORDS: [&str; 12] = [
            "primer",
            "segundo",
            "tercer",
            "cuarto",
            "quinto",
            "sexto",
            "séptimo",
            "octavo",
            "noveno",
            "décimo",
            "undécimo",
            "duodécimo",
        ];
        let counted = word(ordinal, WORDS).map_or_else(|| format!("{ordinal}º"), ToOwned::to_owned);
        format!("{counted} párrafo del preámbulo")
    },
    preambular_short: |ordinal| format!("{ordinal}º párr. del preámbulo"),
    unnumbered: |ordinal| format!("{ordinal}º párr. sin numerar"),
    section: |label| format!("secc. {label}"),
    annex: |number| spaced("anexo", number),
    article: |number| spaced("art.", number),
    note: |marker| format!("nota {marker}"),
    title: "título",
    masthead: "encabezamiento",
    vote: "votación",
    closing: "fórmula final",
    enacting: "fórmula introductoria",
    heading: "epígrafe",
    table: "cuadro",
    quotation: "cita",
};

const RU: Words = Words {
    comma: ", ",
    paragraph: |number, items| format!("п. {number}{items}"),
    item: |item| format!(" {item})"),
    bullet: |place| format!("подпункт {place}"),
    counted: " (без номера)",
    preambular: |ordinal| {
        const WORDS: [&str; 12] = [
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
        ];
        let counted = word(ordinal, WORDS).map_or_else(|| format!("{ordinal}-й"), ToOwned::to_owned);
        format!("{counted} пункт преамбулы")
    },
    preambular_short: |ordinal| format!("{ordinal}-й п. преамбулы"),
    unnumbered: |ordinal| format!("{ordinal}-й абзац без номера"),
    section: |label| format!("разд. {label}"),
    annex: |number| spaced("приложение", number),
    article: |number| spaced("ст.", number),
    note: |marker| format!("сноска {marker}"),
    title: "название",
    masthead: "заголовок",
    vote: "голосование",
    closing: "заключительная строка",
    enacting: "вводная формула",
    heading: "подзаголовок",
    table: "таблица",
    quotation: "цитата",
};

const AR: Words = Words {
    comma: "، ",
    paragraph: |number, items| format!("الفقرة {number}{items}"),
    item: |item| format!(" ({item})"),
    bullet: |place| format!("العنصر {place}"),
    counted: " (غير مرقمة)",
    preambular: |ordinal| {
        const WORDS: [&str; 12] = [
            "الأولى",
            "الثانية",
            "الثالثة",
            "الرابعة",
            "الخامسة",
            "السادسة",
            "السابعة",
            "الثامنة",
            "التاسعة",
            "العاشرة",
            "الحادية عشرة",
            "الثانية عشرة",
        ];
        let counted = word(ordinal, WORDS).map_or_else(|| ordinal.to_string(), ToOwned::to_owned);
        format!("الفقرة {counted} من الديباجة")
    },
    preambular_short: |ordinal| format!("الفقرة {ordinal} من الديباجة"),
    unnumbered: |ordinal| format!("الفقرة غير المرقمة {ordinal}"),
    section: |label| format!("الجزء {label}"),
    annex: |number| spaced("المرفق", number),
    article: |number| spaced("المادة", number),
    note: |marker| format!("الحاشية {marker}"),
    title: "العنوان",
    masthead: "الترويسة",
    vote: "التصويت",
    closing: "الختام",
    enacting: "عبارة الاستهلال",
    heading: "عنوان فرعي",
    table: "جدول",
    quotation: "اقتباس",
};

const ZH: Words = Words {
    comma: "，",
    // Sub-paragraphs stand between the number and its counter: 第2(e)段.
    paragraph: |number, items| format!("第{number}{items}段"),
    item: |item| format!("({item})"),
    bullet: |place| format!("第{place}项"),
    counted: "（未编号）",
    preambular: |ordinal| format!("序言部分第{ordinal}段"),
    preambular_short: |ordinal| format!("序言部分第{ordinal}段"),
    unnumbered: |ordinal| format!("未编号第{ordinal}段"),
    section: |label| format!("第{label}节"),
    annex: |number| format!("附件{number}"),
    article: |number| format!("第{number}条"),
    note: |marker| format!("脚注{marker}"),
    title: "标题",
    masthead: "文头",
    vote: "表决",
    closing: "结尾",
    enacting: "导语",
    heading: "小标题",
    table: "表格",
    quotation: "引文",
};
