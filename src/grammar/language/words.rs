//! The words and letters that tell languages apart: data only.

/// Letters of French that Spanish lacks, and the other way round.
#[rustfmt::skip]
pub(super) const FRENCH: [char; 11] = ['è', 'ê', 'ç', 'à', 'ù', 'œ', 'â', 'î', 'ô', 'û', 'ë'];
#[rustfmt::skip]
pub(super) const SPANISH: [char; 5] = ['ñ', 'ó', 'í', 'á', 'ú'];

/// Words of one of the three languages and of neither of the others.
#[rustfmt::skip]
pub(super) const COMMON: [&[&str]; 3] = [
    &[
        "the", "of", "and", "to", "by", "for", "with", "that", "which", "its", "this", "as", "from",
        "at", "is", "be", "all", "has", "have", "are", "in", "their", "united", "also", "upon",
        "having", "general", "assembly", "council", "recalling", "noting", "adopted", "decides",
        "requests", "welcomes", "january", "february", "march", "may", "june", "july", "august",
        "october", "december", "november", "september", "should", "not", "states", "member", "members",
        "encourages", "stresses", "recalls", "reaffirms", "notes",
    ],
    &[
        "le", "les", "des", "du", "et", "aux", "au", "une", "dans", "qui", "pour", "par", "sur", "ses",
        "ces", "est", "sa", "cette", "avec", "leur", "leurs", "ainsi", "été", "être", "à", "ou", "d",
        "l", "qu", "s", "n", "unies", "générale", "assemblée", "conseil", "ayant", "décide", "prie",
        "également", "note", "états", "état", "sécurité", "développement", "son", "tous", "ne", "se",
        "il", "rester", "question", "voir", "janvier", "février", "mars", "mai", "juin", "juillet",
        "août", "septembre", "octobre", "novembre", "décembre",
    ],
    &[
        "el", "los", "las", "del", "y", "una", "por", "para", "al", "con", "como", "su", "sus", "este",
        "esta", "es", "lo", "más", "también", "sobre", "naciones", "unidas", "asamblea", "consejo",
        "decide", "pide", "solicita", "ha", "han", "se", "e", "o", "a", "desarrollo", "estados",
        "resolución", "resoluciones", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
        "agosto", "septiembre", "octubre", "noviembre", "diciembre", "alienta", "insta", "exhorta",
        "invita", "toma", "nota",
    ],
];

/// Words that French and Spanish share, and English lacks.
#[rustfmt::skip]
pub(super) const ROMANCE: &[&str] = &["de", "la", "en", "que", "un", "entre", "nations"];

/// Words of German, Portuguese, Italian, Dutch and others that occur in none of the three.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &[
    "der", "die", "das", "und", "von", "den", "dem", "mit", "zu", "für", "ist", "nicht", "auf", "eine",
    "im", "não", "uma", "ao", "dos", "pelo", "pela", "são", "às", "della", "delle", "degli", "che", "di",
    "gli", "nel", "per", "het", "een", "van", "voor", "zijn", "och", "att", "som", "det", "af", "og", "til",
    "się", "w", "z", "ve", "bir", "da", "do", "alla", "sulla", "nella", "dei", "richiamando", "em", "os",
    "i", "op", "wordt", "på", "av",
];
