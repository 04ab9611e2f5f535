//! The few words that the page has of its own, in the language of the document.

use crate::document::{Document, Language};

/// Names of parts of the page.
pub(super) struct Words {
    pub contents: &'static str,
    pub skip: &'static str,
    pub preamble: &'static str,
    pub operative: &'static str,
    pub notes: &'static str,
    pub back: &'static str,
}

pub(super) fn of(document: &Document) -> &'static Words {
    match document.language().unwrap_or(Language::En) {
        Language::En => &Words {
            contents: "Contents",
            skip: "To the text",
            preamble: "Preamble",
            operative: "Operative part",
            notes: "Notes",
            back: "Back to the text",
        },
        Language::Fr => &Words {
            contents: "Sommaire",
            skip: "Aller au texte",
            preamble: "Préambule",
            operative: "Dispositif",
            notes: "Notes",
            back: "Retour au texte",
        },
        Language::Es => &Words {
            contents: "Índice",
            skip: "Ir al texto",
            preamble: "Preámbulo",
            operative: "Parte dispositiva",
            notes: "Notas",
            back: "Volver al texto",
        },
        Language::Ru => &Words {
            contents: "Содержание",
            skip: "К тексту",
            preamble: "Преамбула",
            operative: "Постановляющая часть",
            notes: "Примечания",
            back: "Назад к тексту",
        },
        Language::Ar => &Words {
            contents: "المحتويات",
            skip: "إلى النص",
            preamble: "الديباجة",
            operative: "المنطوق",
            notes: "الحواشي",
            back: "العودة إلى النص",
        },
        Language::Zh => &Words {
            contents: "目录",
            skip: "跳到正文",
            preamble: "序言部分",
            operative: "执行部分",
            notes: "注释",
            back: "返回正文",
        },
    }
}
