//! The tries of each language, as compiled in by the build script; nothing is read at run time.

use super::Register;
use super::fold::Script;
use super::trie::Trie;
use crate::lang::Language;

/// The tries of one language.
pub(super) struct Tables {
    pub(super) script: Script,
    pub(super) preambular: Trie,
    pub(super) operative: Trie,
    /// Adverbs and complements that may precede the verb, and those that may follow it.
    pub(super) before: Trie,
    pub(super) after: Trie,
    /// Objects that give the action of verbs which only repeat or express.
    pub(super) object: Trie,
    pub(super) seized: Trie,
    pub(super) addressee: Trie,
    /// Words that end the noun phrase of the addressee.
    pub(super) stop: Trie,
}

impl Tables {
    pub(super) fn openers(&self, register: Register) -> Trie {
        match register {
            Register::Preambular => self.preambular,
            Register::Operative => self.operative,
        }
    }
}

macro_rules! trie {
    ($language:literal, $table:literal) => {
        Trie(include_bytes!(concat!(env!("OUT_DIR"), "/", $language, ".", $table, ".trie")))
    };
}

macro_rules! tables {
    ($language:literal, $script:ident, $after:expr) => {
        Tables {
            script: Script::$script,
            preambular: trie!($language, "pp"),
            operative: trie!($language, "op"),
            before: trie!($language, "before"),
            after: $after,
            object: trie!($language, "object"),
            seized: trie!($language, "seized"),
            addressee: trie!($language, "addressee"),
            stop: trie!($language, "stop"),
        }
    };
}

static EN: Tables = tables!("en", Latin, trie!("en", "after"));
static FR: Tables = tables!("fr", Latin, trie!("fr", "after"));
static ES: Tables = tables!("es", Latin, trie!("es", "after"));
static RU: Tables = tables!("ru", Cyrillic, trie!("ru", "after"));
static AR: Tables = tables!("ar", Arabic, trie!("ar", "after"));
/// In Chinese all modifiers precede the verb.
static ZH: Tables = tables!("zh", Han, Trie::EMPTY);

pub(super) fn of(language: Language) -> &'static Tables {
    match language {
        Language::En => &EN,
        Language::Fr => &FR,
        Language::Es => &ES,
        Language::Ru => &RU,
        Language::Ar => &AR,
        Language::Zh => &ZH,
    }
}
