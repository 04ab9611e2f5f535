//! Everything that belongs to one language: one file for each language, all with a table of the same shape, and the
//! rules that several languages share.
//!
//! A language is added by adding its file. The tables hold what documents of the United Nations print and what people
//! type. The messages of the interface and the lexicon of opening verbs stand elsewhere.

pub(crate) mod ar;
mod asking;
mod citing;
pub(crate) mod dates;
pub(crate) mod detect;
mod en;
mod es;
mod fr;
pub(crate) mod numerals;
pub(crate) mod ordinals;
pub(crate) mod ru;
pub(crate) mod spelled;
mod typed;
pub(crate) mod zh;

pub(crate) use asking::Asking;
pub(crate) use citing::{Citing, Ranges};
use serde::{Deserialize, Serialize};
pub(crate) use typed::Typed;

/// One of the six official languages of the United Nations. It is serialised as its ISO 639-1 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Fr,
    Es,
    Ru,
    Ar,
    Zh,
}

impl Language {
    pub const ALL: [Self; 6] = [Self::En, Self::Fr, Self::Es, Self::Ru, Self::Ar, Self::Zh];

    /// The ISO 639-1 code, of two letters.
    pub fn code(self) -> &'static str {
        self.words().codes.0
    }

    /// The ISO 639-2 code, of three letters.
    pub(crate) fn long_code(self) -> &'static str {
        self.words().codes.1
    }

    /// Whether a letter belongs to the script of the language.
    pub(crate) fn writes(self, letter: char) -> bool {
        (self.words().writes)(letter)
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// The table of the language.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::En => &en::WORDS,
            Self::Fr => &fr::WORDS,
            Self::Es => &es::WORDS,
            Self::Ru => &ru::WORDS,
            Self::Ar => &ar::WORDS,
            Self::Zh => &zh::WORDS,
        }
    }
}

impl std::str::FromStr for Language {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
            .ok_or_else(|| format!("{code:?} is not one of en, fr, es, ru, ar, zh"))
    }
}

/// The tables of all languages, for text whose language is not known and for what people type, which may be in any of
/// them.
pub(crate) fn tables() -> impl Iterator<Item = &'static Words> {
    Language::ALL.into_iter().map(Language::words)
}

/// An organ whose resolutions have their own series of symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Organ {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
    HumanRightsCouncil,
    CommissionOnHumanRights,
    /// The Sub-Commission on the Promotion and Protection of Human Rights.
    SubCommission,
    /// The United Nations Environment Assembly.
    EnvironmentAssembly,
}

/// A kind of place that can be named in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Unit {
    /// A number alone: a paragraph, or whatever else has that number.
    Any,
    Paragraph,
    Operative,
    Preambular,
    /// An unnumbered paragraph, counted among the unnumbered ones: "the third unnumbered paragraph".
    Unnumbered,
    Sub,
    /// A bare "II" or "A": a section, a lettered part or an annex.
    Scope,
    Annex,
    Section,
    Part,
    Article,
    /// A resolution quoted in this one, with its own paragraphs.
    Quotation,
    Note,
    Table,
    Heading,
    Title,
    Masthead,
    Preamble,
    OperativePart,
    Vote,
}

impl Unit {
    /// Whether numbering restarts in such a unit, or in parts that it may contain.
    pub(crate) fn is_scope(self) -> bool {
        matches!(
            self,
            Self::Scope | Self::Annex | Self::Section | Self::Part | Self::Article | Self::Quotation
        )
    }
}

/// The table of one language.
pub(crate) struct Words {
    /// The ISO 639-1 and the ISO 639-2 code.
    pub(crate) codes: (&'static str, &'static str),
    /// Whether a letter belongs to the script of the language.
    pub(crate) writes: fn(char) -> bool,
    /// The words that make an opening phrase continue an earlier one, in lower case: "Recalling also". In Chinese they
    /// precede the verb.
    pub(crate) also: &'static [&'static str],
    pub(crate) units: Units,
    pub(crate) citing: Citing,
    pub(crate) addresses: Addresses,
    pub(crate) numbers: Numbers,
    /// Words between the day, the month and the year of a date.
    pub(crate) date_links: &'static [&'static str],
    /// Words after the year of a date.
    pub(crate) year: &'static [&'static str],
    /// Names of the months as in dates, with their numbers. A name stands before shorter names that it begins with.
    pub(crate) months: &'static [(&'static str, u8)],
    pub(crate) organs: Organs,
    pub(crate) speaking: Speaking,
    pub(crate) masthead: MastheadWords,
    pub(crate) meeting: Meeting,
    pub(crate) votes: Votes,
    /// Ordinals of sections, and of parts and annexes in two genders, folded: "أولا", "الأول", "الأولى".
    pub(crate) headings: &'static [(&'static str, &'static str, &'static str)],
    /// The names of letters that stand for the capitals A, B, C, ..., each with its spellings.
    pub(crate) letters: &'static [&'static [&'static str]],
    pub(crate) references: References,
    pub(crate) forms: Forms,
    pub(crate) amending: Amending,
    pub(crate) lines: Lines,
    /// Particles that are written onto the next word with an apostrophe, folded.
    pub(crate) elided: &'static [&'static str],
    pub(crate) typed: Typed,
    pub(crate) asking: Asking,
    /// Verbs that open a phrase but do not say what is done, which the next word does: "takes note".
    pub(crate) light: &'static str,
    pub(crate) page: Page,
}

/// The names of a unit: as this program writes them, as people type them, and as documents print them.
pub(crate) struct Named {
    /// The form in a citation. `{}` stands for the number, `{nth}` for the number as an ordinal in figures.
    pub(crate) cited: &'static str,
    /// The words in an address, folded and separated by spaces. A star at the end of a word stands for any ending.
    pub(crate) typed: &'static str,
    /// The words in a heading above such a unit, in lower case.
    pub(crate) headed: &'static [&'static str],
}

impl Named {
    /// Whether a word in lower case heads such a unit or is used in its citation.
    pub(crate) fn is_called(&self, word: &str) -> bool {
        self.headed.contains(&word) || self.cited.split([' ', '.']).next() == Some(word)
    }
}

pub(crate) struct Units {
    pub(crate) paragraph: Named,
    pub(crate) operative: Named,
    /// The full form of citation, in which `{}` is the ordinal in words; so it is with an unnumbered paragraph.
    pub(crate) preambular: Named,
    pub(crate) sub: Named,
    pub(crate) annex: Named,
    pub(crate) appendix: Named,
    pub(crate) section: Named,
    pub(crate) chapter: Named,
    pub(crate) part: Named,
    pub(crate) article: Named,
    pub(crate) note: Named,
    pub(crate) quotation: Named,
    pub(crate) unnumbered: Named,
    pub(crate) table: Named,
    pub(crate) heading: Named,
    pub(crate) title: Named,
    pub(crate) masthead: Named,
    pub(crate) vote: Named,
}

impl Units {
    /// The units with their names. Where a word stands for several units, the first of them is meant.
    pub(crate) fn all(&self) -> [(Unit, &Named); 18] {
        [
            (Unit::Paragraph, &self.paragraph),
            (Unit::Operative, &self.operative),
            (Unit::Preambular, &self.preambular),
            (Unit::Sub, &self.sub),
            (Unit::Annex, &self.annex),
            (Unit::Annex, &self.appendix),
            (Unit::Section, &self.section),
            (Unit::Section, &self.chapter),
            (Unit::Part, &self.part),
            (Unit::Article, &self.article),
            (Unit::Note, &self.note),
            (Unit::Quotation, &self.quotation),
            (Unit::Unnumbered, &self.unnumbered),
            (Unit::Table, &self.table),
            (Unit::Heading, &self.heading),
            (Unit::Title, &self.title),
            (Unit::Masthead, &self.masthead),
            (Unit::Vote, &self.vote),
        ]
    }
}

/// Inserts a number or a label into a form of citation; without one, the word alone remains.
pub(crate) fn fill(form: &str, number: &str) -> String {
    form.replace("{}", number)
}

/// Words of typed addresses, beside the names of units. All are folded, and separated by spaces.
pub(crate) struct Addresses {
    /// Words that are ignored: "of", "the".
    pub(crate) fillers: &'static str,
    /// The word before a symbol, in lower case.
    pub(crate) resolution: &'static [&'static str],
    /// Words after which another number follows: "and", "to".
    pub(crate) ands: &'static str,
    pub(crate) lasts: &'static str,
    /// Words that make the paragraph next to them a sub-paragraph: "sous-", "فرعية".
    pub(crate) sub_of: &'static str,
    /// Words that announce a number without saying of what: "no. 7", "رقم 7".
    pub(crate) numbers: &'static str,
    /// Endings of ordinals in figures: "3rd".
    pub(crate) endings: &'static str,
    /// Endings that may also be the letter of a sub-paragraph: "3e", "3 e".
    pub(crate) vague_endings: &'static str,
    /// Articles and particles that are written onto the following word.
    pub(crate) particles: &'static [&'static str],
    /// Units that follow their number, as in Chinese "第7段" (but "附件一").
    pub(crate) behind: &'static str,
    /// Words between the letters of parts: "A to E".
    pub(crate) joins: &'static [&'static str],
    /// Suffixes of repeated numbers: "7 bis". A suffix stands before shorter ones that it contains.
    pub(crate) repeats: &'static [(&'static str, &'static str)],
}

/// Number words, folded, without spaces or hyphens.
pub(crate) struct Numbers {
    /// One, two, three, ..., as far as they are single words.
    pub(crate) ones: &'static [&'static str],
    /// Twenty (in Spanish thirty) to ninety, as far as they are regular.
    pub(crate) tens: &'static [&'static str],
    /// Stems of first, second, third, ..., as far as they are single words.
    pub(crate) ordinal_ones: &'static [&'static str],
    /// Stems of the ordinals of the tens, from twenty on; in Spanish from ten on.
    pub(crate) ordinal_tens: &'static [&'static str],
    /// Other forms of small numbers.
    pub(crate) variants: &'static [(&'static str, u32)],
    /// Firstly, secondly, ..., in lower case.
    pub(crate) adverbs: &'static [&'static str],
    /// Endings that make an ordinal of a number in figures: "79th".
    pub(crate) figure_endings: &'static [&'static str],
    pub(crate) hundred: &'static [&'static str],
    pub(crate) hundredth: &'static [&'static str],
}

/// Names of organs. Unless stated otherwise, phrases are folded: lower case, plain alefs, no vowel signs.
pub(crate) struct Organs {
    /// The name of the Organization, as printed.
    pub(crate) united_nations: &'static [&'static str],
    /// Enacting phrases, with the organ where it has its own series of symbols. A phrase stands before shorter
    /// phrases that it begins with.
    pub(crate) enacting: &'static [(&'static str, Option<Organ>)],
    /// Names of organs in a sentence, as printed; stems. A stem stands before shorter stems that it contains.
    pub(crate) named: &'static [(&'static str, Organ)],
    /// The word for a council without the rest of its name, as printed.
    pub(crate) council: &'static [&'static str],
    /// Names of organs on a line of the masthead.
    pub(crate) lines: &'static [&'static str],
    /// Articles before the name of an organ.
    pub(crate) articles: &'static [&'static str],
    /// Beginnings of letters ("Dear ..."), which are not names of organs.
    pub(crate) salutations: &'static [&'static str],
    /// Endings of names of organs, in languages where the end is telling.
    pub(crate) ends: &'static [&'static str],
}

/// Phrases of those who declare or sign a text, as printed.
pub(crate) struct Speaking {
    /// Openings of declarations: "We, Heads of State and Government".
    pub(crate) opening: &'static [&'static str],
    pub(crate) we: &'static [&'static str],
    /// Signature lines, folded: "For the Government of Norway".
    pub(crate) signing: &'static [&'static str],
}

/// Beginnings and endings of the lines of the masthead, folded.
pub(crate) struct MastheadWords {
    /// The line of distribution, as printed.
    #[cfg_attr(not(feature = "word"), allow(dead_code, reason = "only word processors set it apart"))]
    pub(crate) distribution: &'static [&'static str],
    /// The line of distribution and that of the original language, in the masthead of a text without layout.
    pub(crate) distributed: &'static [&'static str],
    pub(crate) original: &'static [&'static str],
    pub(crate) agenda: &'static [&'static str],
    pub(crate) adoption: &'static [&'static str],
    /// The end of the line of sponsors.
    pub(crate) draft: &'static str,
    /// Words within the line of the session.
    pub(crate) session: &'static [&'static str],
    /// The line of a special session, which may go on after these words.
    pub(crate) special_session: &'static [&'static str],
    /// Words that show that a line names a report on a session.
    pub(crate) reported: &'static [&'static str],
    pub(crate) session_starts: &'static [&'static str],
    pub(crate) session_ends: &'static [&'static str],
    /// Words before the number of a resolution.
    pub(crate) resolution: &'static [&'static str],
    /// The same in a title, as printed.
    pub(crate) title: &'static [&'static str],
    /// Words before the number of a Security Council resolution that is not in brackets.
    pub(crate) council: &'static [&'static str],
    pub(crate) behind_number: &'static [&'static str],
    /// Words after a number that show that it does not begin a title, as printed: "80/19 of 5 December".
    pub(crate) dated: &'static [&'static str],
}

/// The line of the meeting at which a text was adopted, folded.
pub(crate) struct Meeting {
    /// "Adopted at the 71st plenary meeting".
    pub(crate) adopted: &'static [&'static str],
    /// Words for the meeting, after its number.
    pub(crate) names: &'static [&'static str],
    /// Words for the meeting, before its number.
    pub(crate) starts: &'static [&'static str],
    /// Words for "plenary" after the word for the meeting.
    pub(crate) plenary: &'static [&'static str],
    /// Words between the number and the word for the meeting.
    pub(crate) before: &'static [&'static str],
    /// The words that follow a number in letters: "First plenary meeting", as at special sessions.
    pub(crate) counted: &'static [&'static str],
}

/// The record of how States voted, folded.
pub(crate) struct Votes {
    /// Labels before the names of States.
    pub(crate) labels: &'static [&'static str],
    pub(crate) for_: &'static [&'static str],
    pub(crate) against: &'static [&'static str],
    pub(crate) abstaining: &'static [&'static str],
    /// The word before the last State of a list, as printed.
    pub(crate) and: &'static str,
    /// What follows an "and" inside the name of a State, as printed.
    pub(crate) halves: &'static [&'static str],
    /// Beginnings of a line on the vote.
    pub(crate) adopted: &'static [&'static str],
    /// Words within a list of States that show that it is one phrase.
    pub(crate) phrases: &'static [&'static str],
    /// Words within such a line.
    pub(crate) told: &'static [&'static str],
}

/// The words of references, as printed. Stems of the words for resolution and decision lack the first letter, which
/// may be a capital.
pub(crate) struct References {
    pub(crate) resolution: &'static str,
    pub(crate) decision: &'static str,
    /// What may stand between a number and the organ after it, apart from dates.
    pub(crate) between: &'static [&'static str],
    /// Words before the number of a paragraph.
    pub(crate) paragraph: &'static [&'static str],
    /// Words before the letter of a sub-paragraph, as in "alinéa b) du paragraphe 2".
    pub(crate) subparagraph: &'static [&'static str],
    pub(crate) note: &'static [&'static str],
    /// Words before the number of an Article.
    pub(crate) article: &'static [&'static str],
    /// Words between an Article and the number of its paragraph.
    pub(crate) of_article: &'static [&'static str],
    /// Whether the language distinguishes Articles of the Charter by a capital letter.
    pub(crate) capital_article: bool,
    /// Words between the members of a list.
    pub(crate) joiners: &'static [&'static str],
    /// Words after a paragraph that refer it to this same text ("above").
    pub(crate) own: &'static [&'static str],
    /// "of the operative part", which does not change the reference.
    pub(crate) operative: &'static [&'static str],
    /// Words after a paragraph that link it to the document that follows ("of").
    pub(crate) genitive: &'static [&'static str],
    pub(crate) annex: &'static str,
    /// Parts of a resolution that number their paragraphs separately.
    pub(crate) section: &'static [&'static str],
    pub(crate) charter: &'static str,
    pub(crate) chapter: &'static str,
    /// The word that marks a preambular paragraph.
    pub(crate) preamble: &'static str,
    /// What may stand between the ordinal and that word.
    pub(crate) preambular: &'static [&'static str],
}

/// Fixed phrases of documents that do not begin with an enacting phrase, folded: decisions, as in the United Nations
/// Editorial Manual, and statements by the President of the Security Council.
pub(crate) struct Forms {
    /// The beginning of a decision, and what follows the number of the meeting.
    pub(crate) decisions: &'static [(&'static str, &'static str)],
    /// "At the same meeting, the General Assembly ...".
    pub(crate) again: &'static [&'static str],
    /// Words in the names of organs that take decisions.
    pub(crate) organs: &'static [&'static str],
    /// "Made the following statement".
    pub(crate) statements: &'static [&'static str],
    /// The beginnings of paragraphs of a statement.
    pub(crate) speakers: &'static [&'static str],
    /// "Whereas".
    pub(crate) recitals: &'static [&'static str],
    /// "Now, therefore".
    pub(crate) therefore: &'static [&'static str],
    /// The word for the preamble as a heading.
    pub(crate) preamble: &'static str,
    /// Labels of the subject at the head of a draft.
    pub(crate) subjects: &'static [&'static str],
}

/// Stems of the words of amendments to a text, folded.
pub(crate) struct Amending {
    /// Verbs of amendment.
    pub(crate) done: &'static [&'static str],
    /// Words before the place to be amended: "in", "after".
    pub(crate) places: &'static [&'static str],
    /// Words for what is amended.
    pub(crate) parts: &'static [&'static str],
    pub(crate) amendment: &'static str,
    pub(crate) draft: &'static str,
    /// Words that only resolutions contain.
    pub(crate) resolution: &'static [&'static str],
}

/// Beginnings and endings of single lines.
pub(crate) struct Lines {
    /// Beginnings of footnotes, as printed.
    pub(crate) note_openers: &'static [&'static str],
    /// Words after a hyphen that is suspended, as in "pre- and post-".
    pub(crate) suspended: &'static [&'static str],
    /// Words that begin longer ones, so that a hyphen behind them at the end of a line is the printer's.
    pub(crate) prefixes: &'static [&'static str],
    /// Words that begin compounds with a hyphen.
    pub(crate) compounds: &'static [&'static str],
    /// Whether a hyphen joins the tens to the ones: "forty-first".
    pub(crate) hyphened_tens: bool,
    /// Words before a number that counts something, so that it is no note mark, in lower case.
    pub(crate) counted: &'static [&'static str],
    /// Words after such a number, as printed.
    pub(crate) counting: &'static [&'static str],
    /// Whether the day may follow its month: "March 2".
    pub(crate) day_last: bool,
    /// Units of length, whose raised 2 or 3 is no note mark.
    pub(crate) metres: &'static [&'static str],
    /// The line about recycled paper, folded.
    pub(crate) recycle: &'static [&'static str],
    /// Notes at the edge of a page that a text continues, folded.
    pub(crate) continued: &'static [&'static str],
    /// Words before a page number, folded.
    pub(crate) pages: &'static [&'static str],
    /// Words that neither a clause nor a heading ends with.
    pub(crate) open: &'static [&'static str],
    /// Abbreviations that precede a number, in lower case: "Supplement No.".
    pub(crate) before_numbers: &'static [&'static str],
}

/// The names of the parts of a document, for tables of contents and web pages.
pub(crate) struct Page {
    pub(crate) preamble: &'static str,
    pub(crate) operative_part: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) back: &'static str,
}

/// Whether the hyphen before this word is suspended, as in "pre- and post-": the hyphen stays and a space follows.
pub(crate) fn suspends_hyphen(word: &str) -> bool {
    tables().any(|words| words.lines.suspended.contains(&word))
}

/// Whether a word is a unit of length.
pub(crate) fn is_metre(word: &str) -> bool {
    tables().any(|words| words.lines.metres.contains(&word))
}

/// A word with its first letter in upper case.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a word is in a list separated by spaces. A star at the end of a listed word stands for up to four letters.
pub(crate) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 4),
        None => entry == word,
    })
}
