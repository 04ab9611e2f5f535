//! The words that references are made of, in the six languages. Only tables: the rules are beside this file.

use crate::document::Language;
use crate::document::symbol::Organ;
use Organ::{
    CommissionOnHumanRights as Chr, EconomicAndSocialCouncil as Ecosoc, GeneralAssembly as Ga,
    HumanRightsCouncil as Hrc, SecurityCouncil as Sc, SubCommission as Sub,
};
use memchr::memmem::Finder;
use std::sync::OnceLock;

/// One language's words. Stems of resolution and decision words lack the first letter, which may be a capital.
pub(super) struct Words {
    pub(super) resolution: &'static str,
    pub(super) decision: &'static str,
    /// Names of organs, longer ones before those that they contain.
    pub(super) organs: &'static [(&'static str, Organ)],
    /// A council without the rest of its name.
    pub(super) council: &'static [&'static str],
    /// What may stand between a number and the organ behind it, dates aside.
    pub(super) between: &'static [&'static str],
    /// Words that a paragraph's number follows.
    pub(super) paragraph: &'static [&'static str],
    /// Words that a sub-paragraph's letter follows, as in "alinéa b) du paragraphe 2".
    pub(super) subparagraph: &'static [&'static str],
    pub(super) note: &'static [&'static str],
    /// Words that an Article's number follows.
    pub(super) article: &'static [&'static str],
    /// The language tells the Charter's Articles by their capital.
    pub(super) capital_article: bool,
    /// Words between the members of a list.
    pub(super) joiners: &'static [&'static str],
    /// Behind a paragraph: it is this text's own.
    pub(super) own: &'static [&'static str],
    /// "of the operative part", which changes nothing.
    pub(super) operative: &'static [&'static str],
    /// Behind a paragraph: what follows has it.
    pub(super) genitive: &'static [&'static str],
    pub(super) annex: &'static str,
    /// Parts of a resolution whose paragraphs are numbered on their own.
    pub(super) section: &'static [&'static str],
    pub(super) charter: &'static str,
    pub(super) chapter: &'static str,
    /// Marks a preambular paragraph.
    pub(super) preamble: &'static str,
    /// What may stand between the ordinal and that mark.
    pub(super) preambular: &'static [&'static str],
}

/// Searchers for the words that references without digits have, made once.
pub(super) struct Finders {
    pub(super) chapter: Finder<'static>,
    pub(super) charter: Finder<'static>,
    pub(super) preamble: Finder<'static>,
}

impl Finders {
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Finders>; 6] = [const { OnceLock::new() }; 6];
        let make = || {
            let words = of(language);
            Finders {
                chapter: Finder::new(words.chapter),
                charter: Finder::new(words.charter),
                preamble: Finder::new(words.preamble),
            }
        };
        ALL[language as usize].get_or_init(make)
    }
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

const EN: Words = Words {
    resolution: "esolution",
    decision: "ecision",
    organs: &[
        ("Sub-Commission", Sub),
        ("Commission on Human Rights", Chr),
        ("Human Rights Council", Hrc),
        ("Economic and Social Council", Ecosoc),
        ("Security Council", Sc),
        ("General Assembly", Ga),
    ],
    council: &["Council"],
    between: &["of", "the", "adopted by", "by", "dated"],
    paragraph: &["paragraph", "paragraphs", "para.", "paras."],
    subparagraph: &["subparagraph", "subparagraphs", "subpara."],
    note: &["note", "notes", "footnote", "footnotes"],
    article: &["Article", "Articles"],
    capital_article: true,
    joiners: &["and", "to", "or", "through"],
    own: &[
        "above",
        "below",
        "supra",
        "infra",
        "hereof",
        "of the present resolution",
        "of this resolution",
        "of the present annex",
    ],
    operative: &["of the operative part"],
    genitive: &["of", "in", "to"],
    annex: "annex",
    section: &["section", "part", "chapter"],
    charter: "Charter",
    chapter: "Chapter ",
    preamble: "preambular paragraph",
    preambular: &[],
};

const FR: Words = Words {
    resolution: "ésolution",
    decision: "écision",
    organs: &[
        ("Sous-Commission", Sub),
        ("Commission des droits de l", Chr),
        ("Conseil des droits de l", Hrc),
        ("Conseil économique et social", Ecosoc),
        ("Conseil de sécurité", Sc),
        ("Assemblée générale", Ga),
    ],
    council: &["Conseil"],
    between: &[
        "en date du",
        "en date",
        "du",
        "de la",
        "de l’",
        "de l'",
        "de",
        "adoptée par",
        "adoptées par",
        "le",
        "la",
        "l’",
        "l'",
    ],
    paragraph: &["paragraphe", "paragraphes", "par.", "paragr."],
    subparagraph: &["alinéa", "alinéas", "al."],
    note: &["note", "notes"],
    article: &["Article", "Articles"],
    capital_article: true,
    joiners: &["et", "à", "ou"],
    own: &[
        "ci-dessus",
        "ci\u{2011}dessus",
        "cidessus",
        "ci-après",
        "ci\u{2011}après",
        "ci-dessous",
        "ci\u{2011}dessous",
        "supra",
        "infra",
        "de la présente résolution",
        "de la présente annexe",
    ],
    operative: &["du dispositif"],
    genitive: &["des", "de", "du", "d’", "d'"],
    annex: "annexe",
    section: &["section", "partie", "chapitre"],
    charter: "Charte",
    chapter: "Chapitre ",
    preamble: "du préambule",
    preambular: &["alinéas", "alinéa", "paragraphe"],
};

const ES: Words = Words {
    resolution: "esoluci",
    decision: "ecisi",
    organs: &[
        ("Subcomisión", Sub),
        ("Comisión de Derechos Humanos", Chr),
        ("Consejo de Derechos Humanos", Hrc),
        ("Consejo Económico y Social", Ecosoc),
        ("Consejo de Seguridad", Sc),
        ("Asamblea General", Ga),
    ],
    council: &["Consejo"],
    between: &["de la", "del", "de", "la", "el", "aprobada por"],
    paragraph: &["párrafo", "párrafos", "párr.", "párrs.", "parrafo"],
    subparagraph: &["apartado", "apartados", "ap."],
    note: &["nota", "notas"],
    article: &["Artículo", "Artículos"],
    capital_article: true,
    joiners: &["y", "e", "a", "al", "o"],
    own: &[
        "supra",
        "infra",
        "anterior",
        "anteriores",
        "precedente",
        "precedentes",
        "de la presente resolución",
        "del presente anexo",
    ],
    operative: &["de la parte dispositiva"],
    genitive: &["del", "de"],
    annex: "anexo",
    section: &["sección", "parte", "capítulo"],
    charter: "Carta",
    chapter: "Capítulo ",
    preamble: "del preámbulo",
    preambular: &["párrafos", "párrafo"],
};

const RU: Words = Words {
    resolution: "езолюци",
    decision: "ешени",
    organs: &[
        ("Подкомисси", Sub),
        ("Комиссия по правам человека", Chr),
        ("Комиссии по правам человека", Chr),
        ("Комиссией по правам человека", Chr),
        ("Совет по правам человека", Hrc),
        ("Совета по правам человека", Hrc),
        ("Совету по правам человека", Hrc),
        ("Советом по правам человека", Hrc),
        ("Совете по правам человека", Hrc),
        ("кономического и Социального Совета", Ecosoc),
        ("кономический и Социальный Совет", Ecosoc),
        ("Экономическ", Ecosoc),
        ("Совета Безопасности", Sc),
        ("Советом Безопасности", Sc),
        ("Совет Безопасности", Sc),
        ("Генеральной Ассамбле", Ga),
        ("Генеральная Ассамблея", Ga),
    ],
    council: &["Советом", "Совета", "Совете", "Совет"],
    between: &["от", "года", "принятая", "принятой"],
    paragraph: &[
        "пункт",
        "пункта",
        "пункте",
        "пункту",
        "пунктом",
        "пункты",
        "пунктов",
        "пунктах",
        "пунктам",
        "пунктами",
        "п.",
        "пп.",
    ],
    subparagraph: &[
        "подпункт",
        "подпункта",
        "подпункте",
        "подпунктах",
        "подпунктом",
        "подпункты",
        "подпунктов",
    ],
    note: &["сноска", "сноску", "сноске", "сноски", "сносках", "примечание"],
    article: &["статья", "статьи", "статье", "статьей", "статью", "статьях", "статей", "Статья", "Статьи"],
    capital_article: false,
    joiners: &["и", "до", "по", "или"],
    own: &["выше", "ниже", "настоящей резолюции", "настоящего приложения"],
    operative: &["постановляющей части"],
    genitive: &[""],
    annex: "приложени",
    section: &["раздел", "части", "главы"],
    charter: "Устав",
    chapter: "глав",
    preamble: "преамбулы",
    preambular: &["пунктах", "пункте", "пунктом", "пункта", "пункт", "абзаце", "абзацем", "абзаца", "абзац"],
};

const AR: Words = Words {
    resolution: "قرار",
    decision: "مقرر",
    organs: &[
        ("اللجنة الفرعية", Sub),
        ("لجنة حقوق الإنسان", Chr),
        ("مجلس حقوق الإنسان", Hrc),
        ("المجلس الاقتصادي والاجتماعي", Ecosoc),
        ("مجلس الأمن", Sc),
        ("الجمعية العامة", Ga),
    ],
    council: &["المجلس"],
    between: &["الصادر عن", "الصادرة عن", "المؤرخ", "المؤرخة", "الذي اتخذه", "الذي اتخذته"],
    paragraph: &["فقرة", "فقرتين", "فقرتان", "فقرات"],
    subparagraph: &["الفرعية", "الفرعيتين"],
    note: &["حاشية", "حاشيتين", "حواشي"],
    article: &["مادة", "مادتين", "مادتان", "مواد"],
    capital_article: false,
    joiners: &["و", "إلى", "أو"],
    own: &["أعلاه", "أدناه", "من هذا القرار", "من هذا المرفق"],
    operative: &["من المنطوق", "من منطوق"],
    genitive: &["من"],
    annex: "مرفق",
    section: &["الجزء", "الفرع", "الباب"],
    charter: "ميثاق",
    chapter: "الفصل ",
    preamble: "الديباجة",
    preambular: &["من"],
};

const ZH: Words = Words {
    resolution: "决议",
    decision: "决定",
    organs: &[
        ("小组委员会", Sub),
        ("人权委员会", Chr),
        ("人权理事会", Hrc),
        ("经济及社会理事会", Ecosoc),
        ("经济和社会理事会", Ecosoc),
        ("经社理事会", Ecosoc),
        ("安全理事会", Sc),
        ("大会", Ga),
    ],
    council: &["理事会"],
    between: &[],
    paragraph: &["第"],
    subparagraph: &[],
    note: &["脚注", "注"],
    article: &["第"],
    capital_article: false,
    joiners: &["和", "及", "至", "到", "或", "与", "以及"],
    own: &[],
    operative: &[],
    genitive: &[],
    annex: "附件",
    section: &[],
    charter: "宪章",
    chapter: "章",
    preamble: "序言部分第",
    preambular: &[],
};
