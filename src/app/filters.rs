//! The filters of the library's box as they are typed: their names and values, with what these mean, to choose from.

use crate::messages::Messages;
use crate::text::Part as _;
use crate::text::fold::fold_str;

/// Something to choose: what is put into the line in place of the word that is being typed, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    pub insert: String,
    pub meaning: String,
}

/// Most values that are offered.
const MOST: usize = 100;

/// A list of a message, "name meaning; name meaning", as names and meanings.
fn listed(message: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    message.split(['；', ';', '؛']).filter_map(|item| item.trim().split_once(' '))
}

/// The names of the filters that begin with the word at the end of a line, or else all of them.
pub(crate) fn names(line: &str, messages: Messages) -> Vec<Offer> {
    let offer =
        |(name, meaning): (&str, &str)| Offer { insert: format!("{name}:"), meaning: meaning.to_owned() };
    let all: Vec<Offer> = listed(messages.filters_names()).map(offer).collect();
    let begun: Vec<Offer> = all.iter().filter(|offer| is_begun(line, offer)).cloned().collect();
    if begun.is_empty() { all } else { begun }
}

/// Whether the word at the end of a line is the beginning of what is offered.
fn is_begun(line: &str, offer: &Offer) -> bool {
    let word = line.part(last_word(line)..);
    !word.is_empty() && offer.insert.starts_with(word)
}

/// What the word at the end of a line may become: the values of a filter that begin so. `known` are those that the library
/// has of sessions, years and subjects, as filters: `session:79`.
pub(crate) fn offers(line: &str, known: &[String], messages: Messages) -> Vec<Offer> {
    let word = line.part(last_word(line)..);
    let Some((name, begun)) = word.split_once(':') else { return Vec::new() };
    let begun = fold_str(begun.trim_matches('"'));
    let values = match name {
        "organ" => messages.filters_organs(),
        "by" => messages.filters_addressees(),
        "act" => messages.filters_acts(),
        "voted" => messages.filters_votes(),
        "lang" => messages.filters_languages(),
        "session" | "year" | "subject" => {
            let mut offers = Vec::new();
            for filter in known {
                let Some(value) = filter.strip_prefix(name).and_then(|rest| rest.strip_prefix(':')) else {
                    continue;
                };
                let value = fold_str(value.trim_matches('"'));
                if value == begun {
                    return Vec::new();
                }
                if begins(&value, &begun) && offers.len() < MOST {
                    offers.push(Offer { insert: filter.clone(), meaning: String::new() });
                }
            }
            return offers;
        }
        _ => return Vec::new(),
    };
    // What is typed whole needs no choice.
    if listed(values).any(|(value, _)| value == begun) {
        return Vec::new();
    }
    let wanted =
        |(value, meaning): &(&str, &str)| begins(value, &begun) || begins(&fold_str(meaning), &begun);
    let offer = |(value, meaning): (&str, &str)| Offer {
        insert: format!("{name}:{value}"),
        meaning: meaning.to_owned(),
    };
    listed(values).filter(wanted).map(offer).collect()
}

/// Whether a text, or one of its words, begins so.
fn begins(text: &str, begun: &str) -> bool {
    text.starts_with(begun) || text.split_whitespace().any(|word| word.starts_with(begun))
}

/// Where the word at the end of a line begins. Blanks between quotation marks end none.
fn last_word(line: &str) -> usize {
    let (mut quoted, mut at) = (false, 0);
    for (start, letter) in line.char_indices() {
        quoted ^= letter == '"';
        if letter.is_whitespace() && !quoted {
            at = start + letter.len_utf8();
        }
    }
    at
}

/// The line with what was chosen in place of the word at its end, if that may become it, or else behind that.
pub(crate) fn taken(line: &str, offer: &Offer) -> String {
    let word = line.part(last_word(line)..);
    let head = if word.contains(':') || is_begun(line, offer) {
        line.part(..last_word(line)).to_owned()
    } else {
        spaced(line)
    };
    // What ends in a colon is to go on.
    let end = if offer.insert.ends_with(':') { "" } else { " " };
    format!("{head}{}{end}", offer.insert)
}

/// The line with a blank at its end, if there is anything before.
fn spaced(line: &str) -> String {
    let line = line.trim_end();
    if line.is_empty() { String::new() } else { format!("{line} ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn a_filter_offers_its_values_by_their_beginning_and_by_their_meaning() {
        let english = Messages::of(Language::En);
        let known = ["session:79", "session:8", "subject:\"law of the sea\"", "subject:\"seals\""];
        let known = known.map(str::to_owned);
        let inserted = |line: &str| -> Vec<String> {
            offers(line, &known, english).into_iter().map(|offer| offer.insert).collect()
        };
        assert_eq!(inserted("boats by:sec"), ["by:secretary-general"]);
        assert_eq!(inserted("organ:"), ["organ:ga", "organ:sc", "organ:hrc", "organ:ecosoc"]);
        assert_eq!(inserted("organ:secur"), ["organ:sc"]);
        assert_eq!(inserted("organ:sc"), Vec::<String>::new());
        assert_eq!(inserted("session:7"), ["session:79"]);
        assert_eq!(inserted("subject:sea"), ["subject:\"law of the sea\"", "subject:\"seals\""]);
        assert_eq!(inserted("subject:\"law of"), ["subject:\"law of the sea\""]);
        assert_eq!(inserted("subject:\"law of the sea\""), Vec::<String>::new());
        assert_eq!(inserted("boats"), Vec::<String>::new());
    }

    #[test]
    fn the_names_of_filters_are_offered_by_what_is_typed_of_them_or_all_of_them() {
        let inserted = |line: &str| -> Vec<String> {
            names(line, Messages::of(Language::En)).into_iter().map(|offer| offer.insert).collect()
        };
        assert_eq!(inserted("boats se"), ["session:"]);
        assert_eq!(inserted("boats").len(), 10);
        assert_eq!(inserted("").len(), 10);
    }

    #[test]
    fn what_is_chosen_takes_the_place_of_the_word_that_it_begins_with_and_stands_behind_others() {
        let offer = |insert: &str| Offer { insert: insert.to_owned(), meaning: String::new() };
        assert_eq!(taken("boats by:st", &offer("by:states")), "boats by:states ");
        assert_eq!(taken("boats ", &offer("by:")), "boats by:");
        assert_eq!(taken("boats", &offer("by:")), "boats by:");
        assert_eq!(taken("boats se", &offer("session:")), "boats session:");
        assert_eq!(
            taken("subject:\"law of", &offer("subject:\"law of the sea\"")),
            "subject:\"law of the sea\" "
        );
    }

    #[test]
    fn every_value_that_is_offered_is_one_that_the_library_understands() {
        #[cfg(feature = "library")]
        for language in Language::ALL {
            for name in ["organ", "by", "act", "lang", "voted"] {
                let all = offers(&format!("{name}:"), &[], Messages::of(language));
                assert!(all.len() > 2, "{name} in {language:?}");
                for offer in all {
                    let line = if name == "voted" { format!("{}france", offer.insert) } else { offer.insert };
                    let (name, value) = line.split_once(':').unwrap();
                    let mut query = crate::library::index::Query::default();
                    assert!(query.narrow(name, value), "{line} in {language:?}");
                }
            }
        }
    }
}
