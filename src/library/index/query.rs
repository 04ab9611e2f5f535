//! Reads what is typed into the box of the library: words, and among them filters such as `organ:sc` or `cites:70/1`.

use super::search::Query;
use super::search::cited::Asked;
use crate::library::actions::due_key;
use crate::lookup::{action_named, addressee_named, state_key};
use crate::text::fold::fold_str;

/// The organs as they are typed, and the stem of their symbols in lower case.
pub(super) const ORGANS: [(&str, &str); 9] = [
    ("ga", "a"),
    ("a", "a"),
    ("sc", "s"),
    ("s", "s"),
    ("hrc", "a/hrc"),
    ("a/hrc", "a/hrc"),
    ("ecosoc", "e"),
    ("esc", "e"),
    ("e", "e"),
];

/// The names of the filters.
const FILTERS: [&str; 11] =
    ["organ", "session", "year", "lang", "language", "act", "by", "due", "cites", "subject", "voted"];

impl Query {
    /// Reads a line. A word that looks like a filter, but is none, is a word.
    pub(crate) fn typed(line: &str, limit: usize) -> Self {
        let mut query = Self { limit, ..Self::default() };
        let mut words: Vec<&str> = Vec::new();
        for word in split(line) {
            let filter = word.split_once(':').map(|(name, value)| (fold_str(name), value));
            let taken = filter.is_some_and(|(name, value)| {
                let value = value.trim_matches('"');
                // One that is still being typed is no word: "subject:", "voted:no:".
                let begun = value.is_empty() || (name == "voted" && value.ends_with(':'));
                if begun { FILTERS.contains(&name.as_str()) } else { query.narrow(&name, value) }
            });
            if !taken {
                words.push(word);
            }
        }
        query.words = words.join(" ");
        query.typing =
            line.ends_with(char::is_alphanumeric) && words.last().is_some_and(|last| line.ends_with(last));
        query
    }

    /// Narrows the search by a filter, and says whether there is one of that name with such a value.
    pub(crate) fn narrow(&mut self, name: &str, value: &str) -> bool {
        let folded = fold_str(value);
        let number = || value.parse::<u32>().ok().map(|number| number.to_string());
        match name {
            "organ" => put(
                &mut self.organ,
                ORGANS.iter().find(|(typed, _)| *typed == folded).map(|(_, stem)| (*stem).to_owned()),
            ),
            // Emergency and special sessions are numbered by themselves: ES-11, S-32.
            "session" => put(&mut self.session, number().or_else(|| special(value))),
            "year" => put(&mut self.year, number()),
            "lang" | "language" => put(&mut self.language, folded.parse().ok()),
            "act" => put(&mut self.act, action_named(&folded).map(|action| action.code().to_owned())),
            "by" => put(&mut self.by, addressee_named(&folded).map(str::to_owned)),
            "due" => put(&mut self.due, Some(due_key(value).unwrap_or_else(|| value.to_uppercase()))),
            "cites" => {
                let asked = Asked::read(value);
                put(&mut self.cites, asked.and_then(|asked| Some((asked.key()?.to_owned(), asked.place))))
            }
            "subject" => put(&mut self.subject, Some(folded)),
            "voted" => {
                let (choice, state) = folded
                    .split_once([':', ' '])
                    .map_or((folded.as_str(), ""), |(choice, state)| (choice, state));
                let choice = ["yes", "no", "abstain"].into_iter().find(|known| *known == choice);
                put(
                    &mut self.voted,
                    choice
                        .filter(|_| !state.is_empty())
                        .map(|choice| format!("{choice} {}", state_key(state.trim_matches('"')))),
                )
            }
            _ => false,
        }
    }
}

fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *place = value;
    }
    known
}

/// Splits at blanks that are not between quotation marks: `subject:"law of the sea"`.
fn split(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let parts = line.split(move |letter: char| {
        quoted ^= letter == '"';
        letter.is_whitespace() && !quoted
    });
    parts.filter(|part| !part.is_empty())
}

/// The name of an emergency or special session.
fn special(value: &str) -> Option<String> {
    let named = value.to_uppercase();
    let number = named.strip_prefix("ES-").or_else(|| named.strip_prefix("S-"))?;
    number.parse::<u32>().is_ok().then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn filters_are_read_among_the_words() {
        let query = Query::typed(
            "climate organ:sc report session:79 by:sg act:requests due:81 cites:70/1#3 lang:fr",
            20,
        );
        assert_eq!(query.words, "climate report");
        assert_eq!(query.organ.as_deref(), Some("s"));
        assert_eq!(query.session.as_deref(), Some("79"));
        assert_eq!(query.by.as_deref(), Some("secretary-general"));
        assert_eq!(query.act.as_deref(), Some("REQUEST"));
        assert_eq!(query.due.as_deref(), Some("GA81"));
        assert_eq!(query.cites, Some(("A/RES/70/1".to_owned(), Some("op3".to_owned()))));
        assert_eq!(query.language, Some(Language::Fr));
        assert!(!query.typing);
        let query = Query::typed("voted:no:france subject:\"law of the sea\" A:B oceans", 20);
        assert_eq!((query.words.as_str(), query.typing), ("A:B oceans", true));
        assert_eq!(query.voted.as_deref(), Some("no france"));
        assert_eq!(query.subject.as_deref(), Some("law of the sea"));
        assert_eq!(Query::typed("tides subject: voted:no:", 20).words, "tides");
    }
}
