//! The interface's own words: in the reader's language, and in the document's where the word is the document's.
//!
//! English and French to start with; a language more is a column more in [`pick`].

use crate::config::Locale;
use crate::document::{Document, Kind, Language, NodeId, rows};

/// A word of the interface.
pub fn pick(locale: Locale, en: &'static str, fr: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Fr => fr,
    }
}

/// The heading that the outline gives to a container without words, in the document's language.
pub fn container(kind: Kind, language: Option<Language>) -> &'static str {
    use Language::{Ar, En, Es, Fr, Ru, Zh};
    let language = language.unwrap_or(En);
    match (kind, language) {
        (Kind::Masthead, En) => "MASTHEAD",
        (Kind::Masthead, Fr) => "EN-TÊTE",
        (Kind::Masthead, Es) => "ENCABEZAMIENTO",
        (Kind::Masthead, Ru) => "ЗАГОЛОВОК",
        (Kind::Masthead, Ar) => "الترويسة",
        (Kind::Masthead, Zh) => "文头",
        (Kind::Preamble, En) => "PREAMBLE",
        (Kind::Preamble, Fr) => "PRÉAMBULE",
        (Kind::Preamble, Es) => "PREÁMBULO",
        (Kind::Preamble, Ru) => "ПРЕАМБУЛА",
        (Kind::Preamble, Ar) => "الديباجة",
        (Kind::Preamble, Zh) => "序言",
        (Kind::OperativePart, En) => "OPERATIVE PART",
        (Kind::OperativePart, Fr) => "DISPOSITIF",
        (Kind::OperativePart, Es) => "PARTE DISPOSITIVA",
        (Kind::OperativePart, Ru) => "ПОСТАНОВЛЯЮЩАЯ ЧАСТЬ",
        (Kind::OperativePart, Ar) => "المنطوق",
        (Kind::OperativePart, Zh) => "执行部分",
        (Kind::Quotation, En) => "QUOTATION",
        (Kind::Quotation, Fr) => "CITATION",
        (Kind::Quotation, Es) => "CITA",
        (Kind::Quotation, Ru) => "ЦИТАТА",
        (Kind::Quotation, Ar) => "اقتباس",
        (Kind::Quotation, Zh) => "引文",
        (Kind::Notes, En | Fr) => "NOTES",
        (Kind::Notes, Es) => "NOTAS",
        (Kind::Notes, Ru) => "СНОСКИ",
        (Kind::Notes, Ar) => "الحواشي",
        (Kind::Notes, Zh) => "脚注",
        _ => "",
    }
}

/// What a table is called in a list of contents: "Table: Member State, Rate"; `None` where its columns are not known.
pub fn table(document: &Document, id: NodeId) -> Option<String> {
    use Language::{Ar, En, Es, Fr, Ru, Zh};
    let heads = rows::summary(document, document.table(id)?);
    let word = match document.language().unwrap_or(En) {
        En => "Table",
        Fr => "Tableau",
        Es => "Cuadro",
        Ru => "Таблица",
        Ar => "جدول",
        Zh => "表",
    };
    Some(if heads.is_empty() {
        word.to_owned()
    } else {
        format!("{word}{}{heads}", rows::colon(document.language()))
    })
}

/// The name of a language in the reader's; nothing where it was not recognised.
pub fn language(locale: Locale, language: Option<Language>) -> Option<&'static str> {
    Some(match language? {
        Language::Ar => pick(locale, "Arabic", "arabe"),
        Language::En => pick(locale, "English", "anglais"),
        Language::Es => pick(locale, "Spanish", "espagnol"),
        Language::Fr => pick(locale, "French", "français"),
        Language::Ru => pick(locale, "Russian", "russe"),
        Language::Zh => pick(locale, "Chinese", "chinois"),
    })
}

/// The part of a resolution that a clause stands in, as one says it: "operative", "dispositif".
pub fn part(kind: Kind, language: Option<Language>) -> &'static str {
    use Language::{Ar, En, Es, Fr, Ru, Zh};
    let language = language.unwrap_or(En);
    match (kind, language) {
        (Kind::Preambular, En) => "preamble",
        (Kind::Preambular, Fr) => "préambule",
        (Kind::Preambular, Es) => "preámbulo",
        (Kind::Preambular, Ru) => "преамбула",
        (Kind::Preambular, Ar) => "الديباجة",
        (Kind::Preambular, Zh) => "序言",
        (Kind::Operative, En) => "operative",
        (Kind::Operative, Fr) => "dispositif",
        (Kind::Operative, Es) => "parte dispositiva",
        (Kind::Operative, Ru) => "постановляющая часть",
        (Kind::Operative, Ar) => "المنطوق",
        (Kind::Operative, Zh) => "执行部分",
        (Kind::Note, En | Fr) => "notes",
        (Kind::Note, Es) => "notas",
        (Kind::Note, Ru) => "сноски",
        (Kind::Note, Ar) => "الحواشي",
        (Kind::Note, Zh) => "脚注",
        _ => "",
    }
}

/// How many of its kind stand beside a clause, and which of them it is, both from 1: (7, 12).
pub fn rank(document: &Document, id: NodeId) -> Option<(usize, usize)> {
    let kind = document.node(id).kind;
    if !matches!(kind, Kind::Preambular | Kind::Operative | Kind::Note) {
        return None;
    }
    let siblings: Vec<NodeId> = document
        .children(document.node(id).parent)
        .filter(|&sibling| document.node(sibling).kind == kind)
        .collect();
    Some((siblings.iter().position(|&sibling| sibling == id)? + 1, siblings.len()))
}
