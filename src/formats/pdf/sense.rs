//! Detects garbled text: a font without a usable map to Unicode gives letters that are not those on the page.
//!
//! Latin text is judged by how words are built in any language of that script. Text of other scripts is judged only by
//! how many of its letters are unknown. Nothing is repaired here.

/// Words that are frequent in every text of a language that is written in Latin letters: English, French, Spanish,
/// German, Italian, Portuguese, Dutch.
const COMMON: [&str; 48] = [
    "the", "of", "and", "to", "in", "on", "for", "that", "its", "by", "with", "as", "at", "is", "de", "la",
    "le", "les", "des", "et", "du", "en", "que", "au", "aux", "une", "dans", "sur", "el", "los", "las",
    "del", "y", "para", "por", "una", "der", "die", "und", "den", "von", "zu", "di", "il", "che", "da",
    "dos", "het",
];

/// A text of fewer words is not judged by its words.
const FEWEST_WORDS: usize = 30;

/// The counts by which a text is judged.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sense {
    words: usize,
    odd: usize,
    common: usize,
    letters: usize,
    /// Letters of scripts other than Latin.
    foreign: usize,
    unknown: usize,
}

impl Sense {
    pub(super) fn of(text: &str) -> Self {
        let mut sense = Self::default();
        for word in text.split(|letter: char| letter.is_whitespace() || "-/–—’'|".contains(letter)) {
            sense.letters += word.chars().count();
            sense.unknown += word.chars().filter(|&letter| is_unknown(letter)).count();
            sense.foreign += word.chars().filter(|&letter| is_foreign(letter)).count();
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.chars().any(is_unknown) {
                (sense.words, sense.odd) = (sense.words + 1, sense.odd + 1);
            } else if bare.is_ascii() && word.len() > 1 && bare.bytes().any(|byte| byte.is_ascii_alphabetic())
            {
                sense.words += 1;
                sense.odd += usize::from(is_odd(bare));
                sense.common += usize::from(COMMON.contains(&bare.to_ascii_lowercase().as_str()));
            }
        }
        sense
    }

    /// Most of the text differs from what the page shows.
    pub(super) fn is_nonsense(&self) -> bool {
        let many = self.is_latin() && self.words >= FEWEST_WORDS;
        let uncommon = many && self.words >= 3 * FEWEST_WORDS && self.common * 33 < self.words;
        self.unknown * 5 > self.letters * 2
            || many && (self.odd * 5 > self.words * 2)
            || uncommon && self.odd * 7 > self.words
    }

    /// Some of the text differs from what the page shows.
    pub(super) fn is_doubtful(&self) -> bool {
        let odd = self.is_latin() && self.words >= FEWEST_WORDS && self.odd * 8 > self.words;
        self.unknown * 50 > self.letters || odd
    }

    /// Whether Latin words can be judged. In a text of another script they are symbols and abbreviations, which are not
    /// built like words.
    fn is_latin(&self) -> bool {
        self.foreign * 2 < self.letters
    }
}

fn is_foreign(letter: char) -> bool {
    letter.is_alphabetic() && letter > '\u{24F}' && !is_unknown(letter)
}

fn is_unknown(letter: char) -> bool {
    matches!(letter, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') || letter.is_control()
}

/// Whether no language has such a word: no vowel, a symbol inside, a capital after a small letter, or capitals after
/// digits, as in "7KH" and "*HQHUDO".
fn is_odd(word: &str) -> bool {
    let lower = word.bytes().filter(u8::is_ascii_lowercase).count();
    let sign = |byte: u8| !byte.is_ascii_alphanumeric() && !b".,()[]:;@&*".contains(&byte);
    if word.contains(['@', '.']) {
        // An address, or an abbreviation.
        return false;
    }
    let mixed = word.as_bytes().windows(2).any(
        |pair| matches!(pair, [first, second] if first.is_ascii_lowercase() && second.is_ascii_uppercase()),
    );
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = figures > 0 && lower == 0 && word.len() >= figures + 2;
    let roman = word.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    let mute = word.len() > 2
        && word.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&byte))
        && !roman
        && word != "Mrs";
    word.bytes().any(sign) || mixed && word.len() > 3 || numbered || mute
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENSE: &str = "The house of readers, recalling its paper A/95/98 and the notes to it, decides that the 3rd \
         meeting of the UNHCR staff is held on the river at 10 a.m., as the WHO asked in resolution WHA66.4, and that all \
         who wish to read may read.";

    #[test]
    fn garbled_letters_are_told_from_text() {
        let moved = |by: u8| -> String {
            let step = |byte: u8| if byte == b' ' { ' ' } else { char::from(byte.wrapping_sub(by) & 127) };
            SENSE.bytes().map(step).collect()
        };
        assert!(!Sense::of(SENSE).is_doubtful());
        assert!(Sense::of(&moved(29)).is_nonsense());
        assert!(Sense::of(&SENSE.replace(['e', 'o'], "\u{FFFD}")).is_doubtful());
        assert!(Sense::of(&"\u{FFFD}\u{FFFD} \u{FFFD}".repeat(40)).is_nonsense());
    }

    #[test]
    fn words_of_other_languages_are_not_taken_for_garbled() {
        let polish =
            "Zgromadzenie Ogólne przypomina wszystkie swoje rezolucje i chrzest w Szczebrzeszynie ".repeat(6);
        assert!(!Sense::of(&polish).is_nonsense());
        assert!(!Sense::of(&"Генеральная Ассамблея, ссылаясь на свои резолюции ".repeat(6)).is_doubtful());
        let symbols =
            "Озерная ассамблея, принимая к сведению доклад LKS/CNF.2040/28, решает BCDF ".repeat(40);
        assert!(!Sense::of(&symbols).is_doubtful());
    }
}
