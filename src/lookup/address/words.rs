//! The words of addresses in six languages, folded: what "par.", "пункте" and "段" stand for.
//!
//! One table; adding a word is adding it here. A star at the end takes any ending.

use super::Unit;
use super::Unit::{
    Annex, Article, Heading, Masthead, Note, Operative, OperativePart, Paragraph, Part, Preamble, Preambular,
    Quotation, Section, Sub, Table, Title, Unnumbered, Vote,
};

/// What a word does in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Unit(Unit),
    /// "of", "the", "no.": says nothing.
    Filler,
    /// "and", "to": another number follows.
    And,
    Last,
    /// "sub-", "فرعية": the paragraph beside it is a sub-paragraph.
    SubOf,
    Repeat(&'static str),
}

const UNITS: [(Unit, &str); 19] = [
    (
        Paragraph,
        "para paras paragr paragraph paragraphs paragraphe paragraphes par pars parr parrs parrafo parrafos § p point points punto puntos \
         clause clauses п пункт* \
         فقره فقرات فقرتين فقرتان فقرتي بند نقطه 段 段落 点",
    ),
    (
        Operative,
        "op ops оп ор operative operatif dispositif dispositivo dispositiva dispositivos постановляющ* منطوق 执行部分 执行段 执行",
    ),
    (
        Preambular,
        "pp рр пп preambular preambulatory preambulaire preamble preambule preambulo alinea alineas al преамбул* абзац* абз recital \
         recitals ديباجه ديباجي 序言部分 序言段 序言 前言",
    ),
    (
        Sub,
        "sub subparagraph subparagraphs subpara subparas subpar inciso incisos apartado apartados lit litt lettre letra literal подпункт* подп item items tiret tirets عنصر 分段 项 目 款",
    ),
    (
        Annex,
        "annex annexes annexe anexo anexos приложени* прил مرفق مرفقات 附件 appendix appendices appendice apendice добавлени* تذييل 附录 enclosure",
    ),
    (
        Section,
        "section sections sect sec secc seccion secciones раздел* разд секци* جزء قسم chapter chapters chap chapitre chapitres cap capitulo capitulos глав* гл فصل باب 节 章",
    ),
    (Part, "part parts parte partes partie parties част* ч 部分"),
    (
        Article,
        "article articles art arts articulo articulos статья статьи статье статьей статей ст ماده مواد 条",
    ),
    (
        Note,
        "note notes footnote footnotes fn nota notas сноск* примечани* прим حاشيه حواشي هامش 脚注 注 注释",
    ),
    (Quotation, "quotation quotations citation citations cita citas цитат* اقتباس 引文"),
    (Unnumbered, "unnumbered numerote numerotee numerar numerado без 未编号 غير"),
    (Table, "table tables tableau tableaux cuadro cuadros tabla таблиц* табл جدول 表 表格"),
    (Heading, "heading headings intertitre"),
    (Title, "title titre titulo названи* заголов* عنوان 标题 题目 题名"),
    (Masthead, "masthead header entete encabezamiento membrete шапка ترويسه 文头"),
    (Preamble, ""),
    (OperativePart, ""),
    (Vote, "vote votes votacion голосовани* تصويت 表决"),
    (Unit::Any, ""),
];

const FILLERS: &str = "the of in no nr nos n num number numero numeros numer le la les l du de des d au aux dans del en el los las \
     номер* в из من في رقم 第 non sin مرقمه المرقمه подстрочн* resolution resolutions resolucion резолюци* قرار 决议 之 的 号 bas page bas pie pagina";
const ANDS: &str = "and to et y и و 和 至 到 及 الي a through по";
const LASTS: &str = "last final dernier derniere ultimo ultima последн* اخير اخيره 最后 最后一";
const REPEATS: [(&str, &str); 14] = [
    ("bis", "bis"),
    ("ter", "ter"),
    ("quater", "quater"),
    ("quinquies", "quinquies"),
    ("alt", "alt"),
    ("бис", "bis"),
    ("тер", "ter"),
    ("кватер", "quater"),
    ("مكرر", "bis"),
    ("مكررا", "bis"),
    ("之二", "bis"),
    ("之三", "ter"),
    ("之四", "quater"),
    ("之一", "bis"),
];

/// Words of more than one Han character, longest first, and single ones that stand for a unit.
pub(super) fn han_word(run: &[char]) -> Option<(&'static str, usize)> {
    let tables = UNITS.iter().map(|(_, words)| *words).chain([FILLERS, LASTS, ANDS]);
    tables
        .flat_map(str::split_whitespace)
        .chain(REPEATS.iter().map(|(word, _)| *word))
        .filter(|word| {
            let mut letters = word.chars();
            let mut length = 0;
            letters.all(|letter| {
                length += 1;
                run.get(length - 1) == Some(&letter)
            })
        })
        .map(|word| (word, word.chars().count()))
        .max_by_key(|&(_, length)| length)
}

fn holds(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 4),
        None => entry == word,
    })
}

/// Without the article and the particles that Arabic writes onto a word: "والفقرة" is "فقرة".
pub(super) fn bare(word: &str) -> &str {
    ["وال", "بال", "فال", "كال", "ولل", "ال", "لل"]
        .into_iter()
        .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(word)
}

/// What a folded word means in an address, if anything.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    let stripped = bare(word);
    if let Some((unit, _)) = UNITS.iter().find(|(_, list)| holds(list, word) || holds(list, stripped)) {
        return Some(Meaning::Unit(*unit));
    }
    if let Some((_, repeat)) = REPEATS.iter().find(|(printed, _)| *printed == word) {
        return Some(Meaning::Repeat(repeat));
    }
    if word == "sous" || word.starts_with("фраг") || stripped == "فرعيه" {
        return Some(Meaning::SubOf);
    }
    if holds(LASTS, word) || holds(LASTS, stripped) {
        return Some(Meaning::Last);
    }
    if holds(ANDS, word) {
        return Some(Meaning::And);
    }
    holds(FILLERS, word).then_some(Meaning::Filler)
}

/// Endings of ordinals in digits: "3rd", "3e", "3-й"; the flag says that nothing else is meant by them.
pub(super) fn ordinal_ending(word: &str) -> Option<bool> {
    match word {
        "st" | "nd" | "rd" | "th" | "er" | "re" | "ere" | "eme" | "ieme" | "nde" | "ero" | "era" | "й"
        | "я" | "го" | "му" | "ый" | "ий" | "ой" | "ая" | "ое" | "ого" => Some(true),
        "e" | "o" | "a" | "е" => Some(false),
        _ => None,
    }
}

/// Whether a word says that a number comes, and not of what: "no. 7", "№ 7", "رقم 7".
pub(super) fn is_number_word(word: &str) -> bool {
    matches!(word, "no" | "nr" | "num" | "number" | "numero" | "n" | "номер" | "رقم")
}

/// Whether a unit follows its number in Chinese: "第7段", but "附件一".
pub(super) fn follows_number(word: &str) -> bool {
    matches!(word, "段" | "段落" | "点" | "条" | "节" | "章" | "部分" | "项" | "目" | "款" | "分段")
}
