//! Everything that belongs to one language: a file a language, each one table of the same shape, and the rules that
//! several of them share.
//!
//! A language is added by adding its file. What is said of a language here is what documents of the United Nations
//! print and what people type; the words of the interface are messages and stand elsewhere, and so does the lexicon of
//! opening verbs.

mod ar;
pub(crate) mod dates;
pub(crate) mod detect;
mod en;
mod es;
mod fr;
pub(crate) mod numerals;
pub(crate) mod ordinals;
mod ru;
pub(crate) mod spelled;
mod zh;

use serde::{Deserialize, Serialize};

/// One of the six official languages of the United Nations; serialised as its ISO 639-1 code.
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

    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// Everything that is said of the language.
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

/// The tables of all languages: for text whose language is not known, and for what people type in any of them.
pub(crate) fn tables() -> impl Iterator<Item = &'static Words> {
    Language::ALL.into_iter().map(Language::words)
}

/// An organ whose resolutions have symbols of their own.
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
}

/// What can be named in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A number and nothing else: a paragraph, or whatever bears the number.
    Any,
    Paragraph,
    Operative,
    Preambular,
    /// "the third unnumbered paragraph": counted among those without a number.
    Unnumbered,
    Sub,
    /// A bare "II" or "A": a section, a lettered part or an annex.
    Scope,
    Annex,
    Section,
    Part,
    Article,
    /// A resolution quoted in this one, which has paragraphs of its own.
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
    /// Whether paragraphs are numbered anew in it, or it may hold such parts.
    pub(crate) fn is_scope(self) -> bool {
        matches!(
            self,
            Self::Scope | Self::Annex | Self::Section | Self::Part | Self::Article | Self::Quotation
        )
    }
}

/// What is known of one language.
pub(crate) struct Words {
    /// The ISO 639-1 and the ISO 639-2 code.
    pub(crate) codes: (&'static str, &'static str),
    /// Whether a letter belongs to the script of the language.
    pub(crate) writes: fn(char) -> bool,
    /// The words of an opening that goes on from the one before, in small letters: "Recalling also". Chinese writes them
    /// before the verb.
    pub(crate) also: &'static [&'static str],
    pub(crate) units: Units,
    pub(crate) citing: Citing,
    pub(crate) addresses: Addresses,
    pub(crate) numbers: Numbers,
    /// Between the day, the month and the year of a date.
    pub(crate) date_links: &'static [&'static str],
    /// Behind the year of a date.
    pub(crate) year: &'static [&'static str],
    /// Names of the months as dates have them, longer ones before their beginnings, and their numbers.
    pub(crate) months: &'static [(&'static str, u8)],
    pub(crate) organs: Organs,
    pub(crate) speaking: Speaking,
    pub(crate) masthead: MastheadWords,
    pub(crate) meeting: Meeting,
    pub(crate) votes: Votes,
    /// Words that number sections, and parts and annexes in two genders, folded: "أولا", "الأول", "الأولى".
    pub(crate) headings: &'static [(&'static str, &'static str, &'static str)],
    /// The names of letters that stand for the capitals A, B, C, ..., each as it may be written.
    pub(crate) letters: &'static [&'static [&'static str]],
    pub(crate) references: References,
    pub(crate) forms: Forms,
    pub(crate) amending: Amending,
    pub(crate) lines: Lines,
    /// Words that say little on their own, folded, between blanks: a query may hold them and a paragraph need not.
    pub(crate) stop: &'static str,
    pub(crate) page: Page,
}

/// How a unit is called: as we write it, as people write it, and as documents print it.
pub(crate) struct Named {
    /// In a citation; `{}` stands for the number, `{nth}` for the number as an ordinal in figures.
    pub(crate) cited: &'static str,
    /// In an address, folded: words between blanks. A star at the end takes any ending.
    pub(crate) typed: &'static str,
    /// Above the text that it opens, in lower case.
    pub(crate) headed: &'static [&'static str],
}

impl Named {
    /// Whether a word in lower case is the one above such a unit, or the one that cites it.
    pub(crate) fn is_called(&self, word: &str) -> bool {
        self.headed.contains(&word) || self.cited.split([' ', '.']).next() == Some(word)
    }
}

pub(crate) struct Units {
    pub(crate) paragraph: Named,
    pub(crate) operative: Named,
    /// Cited in full: "{}" is its ordinal in words.
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
    /// Where a word stands for several, the first one is meant.
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

/// How places are cited, after the editorial manuals of the United Nations, beside the names of units.
pub(crate) struct Citing {
    /// Between symbol, scope and paragraph.
    pub(crate) comma: &'static str,
    /// Before what is told of something: "Table: Year, Amount".
    pub(crate) colon: &'static str,
    /// Between one such and the next.
    pub(crate) semicolon: &'static str,
    /// A sub-paragraph behind its paragraph's number: " (b)", " b)".
    pub(crate) item: &'static str,
    /// Behind a number that is not printed.
    pub(crate) counted: &'static str,
    /// A preambular paragraph in short.
    pub(crate) preambular: &'static str,
    /// An ordinal in figures: "3rd".
    pub(crate) nth: fn(u32) -> String,
    /// First, second, third, ... in the form that stands in the citation of a preambular paragraph.
    pub(crate) ordinals: &'static [&'static str],
    pub(crate) enacting: &'static str,
    pub(crate) closing: &'static str,
}

impl Citing {
    /// The ordinal in words as far as they are listed, then in figures.
    pub(crate) fn ordinal(&self, number: u32) -> String {
        let word = (number as usize).checked_sub(1).and_then(|at| self.ordinals.get(at));
        word.map_or_else(|| (self.nth)(number), ToString::to_string)
    }

    /// Puts a number into a form of citation.
    pub(crate) fn fill(&self, form: &str, number: u32) -> String {
        fill(form, &number.to_string()).replace("{nth}", &(self.nth)(number))
    }
}

/// Puts a number or a label into a form of citation; without one only the word is left.
pub(crate) fn fill(form: &str, number: &str) -> String {
    form.replace("{}", number)
}

/// How addresses are typed, beside the names of units; all words are folded, and stand between blanks.
pub(crate) struct Addresses {
    /// "of", "the": they say nothing.
    pub(crate) fillers: &'static str,
    /// "and", "to": another number follows.
    pub(crate) ands: &'static str,
    pub(crate) lasts: &'static str,
    /// "sous-", "فرعية": the paragraph beside it is a sub-paragraph.
    pub(crate) sub_of: &'static str,
    /// A number comes, and it is not said of what: "no. 7", "رقم 7".
    pub(crate) numbers: &'static str,
    /// Endings of ordinals in figures: "3rd".
    pub(crate) endings: &'static str,
    /// Those that may be the letter of a sub-paragraph as well: "3e", "3 e".
    pub(crate) vague_endings: &'static str,
    /// Articles and particles that are written onto a word.
    pub(crate) particles: &'static [&'static str],
    /// Units that follow their number, as in Chinese: "第7段", but "附件一".
    pub(crate) behind: &'static str,
    /// Between the letters of parts: "A to E".
    pub(crate) joins: &'static [&'static str],
    /// What makes a number another one: "7 bis". Longer ones stand before those that they contain.
    pub(crate) repeats: &'static [(&'static str, &'static str)],
}

/// The words for numbers, folded, and without spaces or hyphens.
pub(crate) struct Numbers {
    /// One, two, three, ..., as far as they are words of their own.
    pub(crate) ones: &'static [&'static str],
    /// Twenty (in Spanish thirty) to ninety, as far as they are regular.
    pub(crate) tens: &'static [&'static str],
    /// Stems of first, second, third, ..., as far as they are words of their own.
    pub(crate) ordinal_ones: &'static [&'static str],
    /// Stems of the ordinals of the tens, in Spanish from ten on.
    pub(crate) ordinal_tens: &'static [&'static str],
    /// Other forms of small numbers.
    pub(crate) variants: &'static [(&'static str, u32)],
    /// Firstly, secondly, ..., in lower case.
    pub(crate) adverbs: &'static [&'static str],
    /// What makes an ordinal of a number in figures: "79th".
    pub(crate) figure_endings: &'static [&'static str],
    pub(crate) hundred: &'static [&'static str],
    pub(crate) hundredth: &'static [&'static str],
}

/// Names of organs. Unless it is said otherwise, phrases are folded: lower case, plain alefs, no vowel signs.
pub(crate) struct Organs {
    /// As it is printed.
    pub(crate) united_nations: &'static [&'static str],
    /// The words that open what an organ decides, and the organ where it is one of those with symbols of their own. Longer ones stand before their beginnings.
    pub(crate) enacting: &'static [(&'static str, Option<Organ>)],
    /// In a sentence, as printed; stems, longer ones before those that they contain.
    pub(crate) named: &'static [(&'static str, Organ)],
    /// A council without the rest of its name, as printed.
    pub(crate) council: &'static [&'static str],
    /// On a line of the masthead.
    pub(crate) lines: &'static [&'static str],
    /// Before the name of an organ.
    pub(crate) articles: &'static [&'static str],
    /// What a letter begins with, which is no organ.
    pub(crate) salutations: &'static [&'static str],
    /// What the name of an organ ends with, where that is told by its end.
    pub(crate) ends: &'static [&'static str],
}

/// How those speak who declare or sign, as printed.
pub(crate) struct Speaking {
    /// "We, Heads of State and Government".
    pub(crate) opening: &'static [&'static str],
    pub(crate) we: &'static [&'static str],
    /// "For the Government of Norway", folded.
    pub(crate) signing: &'static [&'static str],
}

/// What the lines of the masthead begin or end with, folded.
pub(crate) struct MastheadWords {
    /// As printed.
    pub(crate) distribution: &'static [&'static str],
    pub(crate) agenda: &'static [&'static str],
    pub(crate) adoption: &'static [&'static str],
    /// What the line of sponsors ends with.
    pub(crate) draft: &'static str,
    /// Within a line on the session.
    pub(crate) session: &'static [&'static str],
    pub(crate) session_starts: &'static [&'static str],
    pub(crate) session_ends: &'static [&'static str],
    /// Before the number of a resolution.
    pub(crate) resolution: &'static [&'static str],
    /// The same in a title, as printed.
    pub(crate) title: &'static [&'static str],
    /// Before the number of a resolution of the Security Council that is not in brackets.
    pub(crate) council: &'static [&'static str],
    pub(crate) behind_number: &'static [&'static str],
    /// Behind a number that begins no title, as printed: "80/19 of 5 December".
    pub(crate) dated: &'static [&'static str],
}

/// The line on the meeting at which a text was adopted, folded.
pub(crate) struct Meeting {
    /// "Adopted at the 71st plenary meeting".
    pub(crate) adopted: &'static [&'static str],
    /// Behind the number.
    pub(crate) names: &'static [&'static str],
    /// Before the number.
    pub(crate) starts: &'static [&'static str],
    /// Behind the word for the meeting.
    pub(crate) plenary: &'static [&'static str],
    /// Between the number and that word.
    pub(crate) before: &'static [&'static str],
}

/// How States voted, folded.
pub(crate) struct Votes {
    /// Before the names of States.
    pub(crate) labels: &'static [&'static str],
    pub(crate) for_: &'static [&'static str],
    pub(crate) against: &'static [&'static str],
    pub(crate) abstaining: &'static [&'static str],
    /// Before the last State of a list, as printed.
    pub(crate) and: &'static str,
    /// What follows the "and" that belongs to the name of a State, as printed.
    pub(crate) halves: &'static [&'static str],
    /// What a line on the vote begins with.
    pub(crate) adopted: &'static [&'static str],
    /// Within such a line.
    pub(crate) told: &'static [&'static str],
}

/// The words that references are made of, as printed. Stems of resolution and decision words lack the first letter, which may be a capital.
pub(crate) struct References {
    pub(crate) resolution: &'static str,
    pub(crate) decision: &'static str,
    /// What may stand between a number and the organ behind it, dates aside.
    pub(crate) between: &'static [&'static str],
    /// Words that a paragraph's number follows.
    pub(crate) paragraph: &'static [&'static str],
    /// Words that a sub-paragraph's letter follows, as in "alinéa b) du paragraphe 2".
    pub(crate) subparagraph: &'static [&'static str],
    pub(crate) note: &'static [&'static str],
    /// Words that an Article's number follows.
    pub(crate) article: &'static [&'static str],
    /// The language tells the Charter's Articles by their capital.
    pub(crate) capital_article: bool,
    /// Words between the members of a list.
    pub(crate) joiners: &'static [&'static str],
    /// Behind a paragraph: it is this text's own.
    pub(crate) own: &'static [&'static str],
    /// "of the operative part", which changes nothing.
    pub(crate) operative: &'static [&'static str],
    /// Behind a paragraph: what follows has it.
    pub(crate) genitive: &'static [&'static str],
    pub(crate) annex: &'static str,
    /// Parts of a resolution whose paragraphs are numbered on their own.
    pub(crate) section: &'static [&'static str],
    pub(crate) charter: &'static str,
    pub(crate) chapter: &'static str,
    /// Marks a preambular paragraph.
    pub(crate) preamble: &'static str,
    /// What may stand between the ordinal and that mark.
    pub(crate) preambular: &'static [&'static str],
}

/// Fixed phrases of documents without an enacting phrase at their head, folded: the United Nations Editorial Manual on decisions, and statements of the President of the Security Council.
pub(crate) struct Forms {
    /// What a decision begins with, and what stands behind the number of the meeting.
    pub(crate) decisions: &'static [(&'static str, &'static str)],
    /// "At the same meeting, the General Assembly ...".
    pub(crate) again: &'static [&'static str],
    /// Words of the names of those who decide.
    pub(crate) organs: &'static [&'static str],
    /// "Made the following statement".
    pub(crate) statements: &'static [&'static str],
    /// What the paragraphs of a statement begin with.
    pub(crate) speakers: &'static [&'static str],
    /// "Whereas".
    pub(crate) recitals: &'static [&'static str],
    /// "Now, therefore".
    pub(crate) therefore: &'static [&'static str],
    /// As a heading.
    pub(crate) preamble: &'static str,
    /// Fields of the head of a draft that name what it is about.
    pub(crate) subjects: &'static [&'static str],
}

/// Stems of instructions that change a text, folded.
pub(crate) struct Amending {
    /// What is done.
    pub(crate) done: &'static [&'static str],
    /// "In", "after": what stands before the place.
    pub(crate) places: &'static [&'static str],
    /// What is changed.
    pub(crate) parts: &'static [&'static str],
    pub(crate) amendment: &'static str,
    pub(crate) draft: &'static str,
    /// What only a resolution has.
    pub(crate) resolution: &'static [&'static str],
}

/// What single lines begin or end with.
pub(crate) struct Lines {
    /// A footnote, as printed.
    pub(crate) note_openers: &'static [&'static str],
    /// The line on paper, folded.
    pub(crate) recycle: &'static [&'static str],
    /// At the edge of a page, folded.
    pub(crate) continued: &'static [&'static str],
    /// Before the number of a page, folded.
    pub(crate) pages: &'static [&'static str],
    /// Words with which neither a clause nor a heading ends.
    pub(crate) open: &'static [&'static str],
    /// Abbreviations before a number, in lower case: "Supplement No.".
    pub(crate) before_numbers: &'static [&'static str],
}

/// The names that a list of contents and a web page give to the parts of a document.
pub(crate) struct Page {
    pub(crate) preamble: &'static str,
    /// The part as one says it: "operative 7 of 12".
    pub(crate) operative: &'static str,
    pub(crate) operative_part: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) back: &'static str,
}

/// A word with a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a word is one of a list of words between blanks. A star at the end of one takes up to four letters more.
pub(crate) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 4),
        None => entry == word,
    })
}
