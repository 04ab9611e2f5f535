//! The documents at hand besides the one that is open: how far it was looked for them, and what the reader wants of
//! them while it is still being looked.
//!
//! What was named on the command line is at hand, and what lies beside a file that was opened alone. Anything wider is
//! looked through only after the reader was asked.

use super::shelf::Card;
use super::ticket::Claim;
use crate::document::symbol::{self, Organ};
use crate::lang::Language;
use crate::library::Source;
use crate::lookup::address;
use crate::text::cursor::Cursor;
use std::path::{Path, PathBuf};

/// A folder in which documents are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// An absolute path without links.
    pub folder: PathBuf,
    /// With the folders in it.
    pub deep: bool,
}

impl Ground {
    fn covers(&self, other: &Self) -> bool {
        *self == *other || (self.deep && other.folder.starts_with(&self.folder))
    }

    /// Its name for a notice, with a slash.
    pub(crate) fn name(&self) -> String {
        let name = self.folder.file_name().map_or(self.folder.as_path(), Path::new);
        format!("{}/", crate::library::shown(name))
    }
}

/// What the reader wants of the documents at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The document with this symbol, at a paragraph, preferably in this language.
    Symbol { symbol: String, paragraph: Option<String>, language: Option<&'static str> },
    /// The same document in another language, at the same paragraph.
    Translation,
    /// The next document, or the one before.
    Step { forward: bool },
    /// None: the session ends.
    Quit,
}

impl Wish {
    /// What was typed to go to another document than `own`: its symbol, which may lack the organ or the year, and a
    /// paragraph of it; `n` and `p` for the next and the previous one; or `q` for none. `None` where it is anything else.
    pub(crate) fn typed(query: &str, own: Option<&str>, language: Option<&'static str>) -> Option<Self> {
        let query = query.trim();
        match query {
            "n" | "bn" => return Some(Self::Step { forward: true }),
            "p" | "bp" => return Some(Self::Step { forward: false }),
            "q" | "q!" | "qa" | "wq" | "quit" => return Some(Self::Quit),
            _ => {}
        }
        // Lower case is as good; a letter has as many bytes in either.
        let capitals = query.to_ascii_uppercase();
        let written = [query, capitals.as_str()].into_iter().find_map(|typed| {
            let found = symbol::scan(typed).next().filter(|found| found.start == 0)?;
            Some((symbol::of_scanned(typed.get(found.clone())?).into_string(), found.end))
        });
        let (symbol, end) = if let Some(written) = written {
            written
        } else {
            let mut cursor = Cursor::new(&capitals, 0);
            let number = symbol::number::read(&mut cursor)?;
            let organ = own.and_then(Organ::of).unwrap_or(Organ::GeneralAssembly);
            let symbol = number.symbol(organ, symbol::Form::Resolution);
            // "3 (ii)" is a sub-paragraph; a session is written "217 (III)".
            let small = query.get(..cursor.at)?.bytes().any(|letter| letter.is_ascii_lowercase());
            if small && symbol.ends_with(')') {
                return None;
            }
            (symbol, cursor.at)
        };
        let rest = query.get(end..)?.trim_start_matches([',', ';', ':', '#', '、', '،']).trim();
        let paragraph = (!rest.is_empty()).then(|| rest.to_owned());
        let is_place = paragraph.as_deref().is_none_or(|typed| address::parse(typed).is_some());
        (is_place && own != Some(&symbol)).then_some(Self::Symbol { symbol, paragraph, language })
    }
}

/// The same document in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Translation {
    pub language: Language,
    pub origin: Source,
}

/// What is known of the folder around the documents that were named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Around {
    /// All that is at hand without a question.
    #[default]
    Known,
    /// What lies beside a file that was opened alone is still to be looked up.
    Unlisted,
    /// No folder can be listed: the session is restricted to what was named.
    Closed,
}

/// How far it was looked, and what is looked for.
#[derive(Debug, Default)]
pub(crate) struct Hand {
    /// The folders that were looked through.
    pub grounds: Vec<Ground>,
    pub around: Around,
    /// What is at hand is shown in lists, and so looked into.
    pub listed: bool,
    pub listing: Option<Claim>,
    pub cataloguing: Option<Claim>,
    pub wish: Option<Wish>,
    /// What is likely to be wished is looked into first.
    pub hurried: bool,
    /// The versions in other languages that the reader is to choose from.
    pub choice: Option<Vec<Translation>>,
    /// The language that was chosen last.
    pub tongue: Option<&'static str>,
    /// Where to look next for what was not found, if the reader says so.
    pub offer: Option<(Ground, Wish)>,
}

impl Hand {
    /// The nearest folder around a document that was not looked through; `None` beyond the root, and for a document that
    /// is no file.
    pub(crate) fn next(&self, source: &Source) -> Option<Ground> {
        let own = own_folder(source).filter(|_| self.around != Around::Closed)?;
        let covered = |ground: &Ground| self.grounds.iter().any(|looked| looked.covers(ground));
        if !covered(&own) {
            return Some(own);
        }
        let wider = own.folder.ancestors().skip(1).map(|folder| Ground { folder: folder.into(), deep: true });
        // The root has no folder above it, and is too much to look through.
        wider.filter(|ground| ground.folder.parent().is_some()).find(|ground| !covered(ground))
    }
}

/// The folder of a file, without those in it.
pub(crate) fn own_folder(source: &Source) -> Option<Ground> {
    let folder = crate::library::door::whole(source.path()?).parent()?.to_path_buf();
    folder.is_absolute().then_some(Ground { folder, deep: false })
}

/// Whether the name of a file looks like that of the document with a symbol: the numbers of the symbol are in it, in
/// order. A Council's year may be missing.
pub(crate) fn resembles(card: &Card, symbol: &str) -> bool {
    let wanted = numbers(symbol.split(" (").next().unwrap_or(symbol));
    let name = card.origin.name();
    let had = numbers(&name);
    !wanted.is_empty() && had.windows(wanted.len()).any(|run| run == wanted.as_slice())
}

/// Whether the names of two files differ in nothing but a language or the job number of a translation.
pub(crate) fn is_kin(one: &Source, other: &Source) -> bool {
    let telling = |source: &Source| -> Vec<String> {
        let name = source.name().to_lowercase();
        let name = name.strip_suffix(&format!(".{}", source.ending())).unwrap_or(&name).to_owned();
        let parts = name.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        let is_language = |part: &str| Language::ALL.iter().any(|language| language.code() == part);
        let is_job = |part: &str| part.len() > 6 && part.bytes().take(6).all(|byte| byte.is_ascii_digit());
        parts.filter(|part| !is_language(part) && !is_job(part)).map(str::to_owned).collect()
    };
    let (one, other) = (telling(one), telling(other));
    !one.is_empty() && one == other
}

fn numbers(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(folder: &str, deep: bool) -> Ground {
        Ground { folder: folder.into(), deep }
    }

    #[test]
    fn what_is_looked_through_next_is_the_nearest_folder_that_was_not() {
        let source = Source::File("/nowhere/papers/80/fr/a.txt".into());
        let next = |grounds: &[Ground]| {
            let hand = Hand { grounds: grounds.to_vec(), ..Hand::default() };
            hand.next(&source).map(|ground| (ground.folder.display().to_string(), ground.deep))
        };
        let told = |folder: &str, deep| Some((folder.to_owned(), deep));
        assert_eq!(next(&[]), told("/nowhere/papers/80/fr", false));
        assert_eq!(next(&[ground("/nowhere/papers/80/fr", false)]), told("/nowhere/papers/80", true));
        assert_eq!(next(&[ground("/nowhere/papers/80/fr", true)]), told("/nowhere/papers/80", true));
        assert_eq!(next(&[ground("/nowhere/papers", true)]), told("/nowhere", true));
        assert_eq!(next(&[ground("/nowhere", true)]), None, "the root is never looked through");
        assert_eq!(Hand::default().next(&Source::Stdin), None);
    }

    #[test]
    fn a_file_is_likely_to_be_a_document_by_the_numbers_in_its_name() {
        let likely = |name: &str, symbol: &str| resembles(&Card::new(Source::File(name.into())), symbol);
        assert!(likely("A_RES_78_229-EN.pdf", "A/RES/78/229"));
        assert!(likely("S_RES_2719(2023).xml", "S/RES/2719 (2023)"));
        assert!(likely("2719.txt", "S/RES/2719 (2023)"));
        assert!(!likely("A_RES_78_22.pdf", "A/RES/78/229"));
        assert!(!likely("N2312345.pdf", "A/RES/78/229"));
    }

    #[test]
    fn another_document_is_meant_by_its_symbol_in_any_form() {
        let meant = |typed: &str| match Wish::typed(typed, Some("A/RES/95/7"), None)? {
            Wish::Symbol { symbol, paragraph, .. } => Some((symbol, paragraph.unwrap_or_default())),
            _ => None,
        };
        let told = |symbol: &str, at: &str| Some((symbol.to_owned(), at.to_owned()));
        assert_eq!(meant("78/229"), told("A/RES/78/229", ""));
        assert_eq!(meant("78/229 op7"), told("A/RES/78/229", "op7"));
        assert_eq!(meant("78/229, para. 7 (b)"), told("A/RES/78/229", "para. 7 (b)"));
        assert_eq!(meant("s/res/2719 op7"), told("S/RES/2719 (2023)", "op7"));
        assert_eq!(meant("2719 (2023) 7"), told("S/RES/2719 (2023)", "7"));
        assert_eq!(meant("A/78/5/Add.1"), told("A/78/5/Add.1", ""));
        assert_eq!(meant("217 (III)"), told("A/RES/217 (III)", ""));
        for own in [
            "95/7",
            "A/RES/95/7",
            "7",
            "3 (ii)",
            "3(i)",
            "para. 7",
            "rivers",
            "3/4 of them",
            "12/10/2009",
            "",
        ] {
            assert_eq!(meant(own), None, "{own}");
        }
        for typed in ["q", "quit", "wq"] {
            assert_eq!(Wish::typed(typed, None, None), Some(Wish::Quit), "{typed}");
        }
        assert_eq!(Wish::typed("n", None, None), Some(Wish::Step { forward: true }));
    }

    #[test]
    fn names_of_translations_differ_in_the_language_or_the_job_number() {
        let kin = |one: &str, other: &str| is_kin(&Source::File(one.into()), &Source::File(other.into()));
        assert!(kin("A_RES_95_12.fr.txt", "A_RES_95_12.en.txt"));
        assert!(kin("en/A_RES_80_1-2515106E.xml", "fr/A_RES_80_1-2515107F.xml"));
        assert!(kin("A_RES_80_1-2515106E.xml", "A_RES_80_1.pdf"));
        assert!(!kin("A_RES_80_1.xml", "A_RES_80_2.xml"));
        assert!(!kin("2515106E.xml", "2515107F.xml"), "what has no other name is no kin of anything");
    }
}
