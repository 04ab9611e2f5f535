//! The words and letters that tell languages apart: data only. Lists are sorted by bytes for binary search.

/// Letters that French has and Spanish has not, and the reverse.
#[rustfmt::skip]
pub(super) const FRENCH: [char; 11] = ['è', 'ê', 'ç', 'à', 'ù', 'œ', 'â', 'î', 'ô', 'û', 'ë'];
#[rustfmt::skip]
pub(super) const SPANISH: [char; 5] = ['ñ', 'ó', 'í', 'á', 'ú'];

/// Words of one of English, French and Spanish that neither of the other two has.
#[rustfmt::skip]
pub(super) const COMMON: [&[&str]; 3] = [
    &[
        "adopted", "all", "also", "and", "are", "as", "assembly", "at", "august", "be", "by", "council",
        "december", "decides", "encourages", "february", "for", "from", "general", "has", "have",
        "having", "in", "is", "its", "january", "july", "june", "march", "may", "member", "members",
        "not", "notes", "noting", "november", "october", "of", "reaffirms", "recalling", "recalls",
        "requests", "september", "should", "states", "stresses", "that", "the", "their", "this", "to",
        "united", "upon", "welcomes", "which", "with",
    ],
    &[
        "ainsi", "août", "assemblée", "au", "aux", "avec", "ayant", "ces", "cette", "conseil", "d",
        "dans", "des", "du", "décembre", "décide", "développement", "est", "et", "février", "générale",
        "il", "janvier", "juillet", "juin", "l", "le", "les", "leur", "leurs", "mai", "mars", "n", "ne",
        "note", "novembre", "octobre", "ou", "par", "pour", "prie", "qu", "question", "qui", "rester",
        "s", "sa", "se", "septembre", "ses", "son", "sur", "sécurité", "tous", "une", "unies", "voir",
        "à", "également", "état", "états", "été", "être",
    ],
    &[
        "a", "abril", "agosto", "al", "alienta", "asamblea", "como", "con", "consejo", "decide", "del",
        "desarrollo", "diciembre", "e", "el", "enero", "es", "esta", "estados", "este", "exhorta",
        "febrero", "ha", "han", "insta", "invita", "julio", "junio", "las", "lo", "los", "marzo",
        "mayo", "más", "naciones", "nota", "noviembre", "o", "octubre", "para", "pide", "por",
        "resoluciones", "resolución", "se", "septiembre", "sobre", "solicita", "su", "sus", "también",
        "toma", "una", "unidas", "y",
    ],
];

/// Words that French and Spanish share and English does not have.
#[rustfmt::skip]
pub(super) const ROMANCE: &[&str] = &["de", "en", "entre", "la", "nations", "que", "un"];

/// Words of German, Portuguese, Italian, Dutch and other languages that occur in none of the three.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &[
    "af", "alla", "ao", "att", "auf", "av", "bir", "che", "da", "das", "degli", "dei", "della", "delle",
    "dem", "den", "der", "det", "di", "die", "do", "dos", "een", "eine", "em", "für", "gli", "het", "i",
    "im", "ist", "mit", "nel", "nella", "nicht", "não", "och", "og", "op", "os", "pela", "pelo", "per",
    "på", "richiamando", "się", "som", "sulla", "são", "til", "uma", "und", "van", "ve", "von", "voor",
    "w", "wordt", "z", "zijn", "zu", "às",
];
