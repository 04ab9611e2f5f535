//! The words by which paragraphs ask for something, one table a language.

pub(super) mod ar;
pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;
pub(super) mod ru;
pub(super) mod zh;

/// Words stand as they are printed, inside a sentence. A word that ends in `*` may go on.
pub(crate) struct Asking {
    /// Between two ordinals with one word for session: "and".
    pub(crate) joints: &'static [&'static str],
    /// What precedes a date that is a deadline only by what follows it.
    pub(crate) vague: &'static [&'static str],
    /// Between a verb and who is asked.
    pub(crate) that: &'static [&'static str],
    /// Pronouns before a verb: "les" in "et les invite". In Chinese, where verbs of asking are also what another is to do,
    /// what else than a name may follow one of the organ's own.
    pub(crate) pronouns: &'static [&'static str],
    /// Where words have no forms: what begins a verb that goes on with the sentence ("and also"), ...
    pub(crate) joined: &'static [&'static str],
    /// ... verbs that are the organ's own wherever they stand, ...
    pub(crate) own: &'static [&'static str],
    /// ... verbs that are one only at the beginning or, in Chinese, before somebody's name, ...
    pub(crate) doubtful: &'static [&'static str],
    /// ... what stands behind a verb that is a noun, or a part of other words, ...
    pub(crate) nouns: &'static [&'static str],
    /// ... what stands before those with whom something is done, and before those to whom.
    pub(crate) with: &'static [&'static str],
    pub(crate) toward: &'static [&'static str],
    /// How the infinitive ends with which it is said what is asked for, and so who is asked has been named; how nouns end
    /// that look like one; and, where not every word of that form is one, what stands before it.
    pub(crate) infinitives: &'static [&'static str],
    pub(crate) not_infinitives: &'static [&'static str],
    pub(crate) before_infinitives: &'static [&'static str],
    /// What stands between a word and whose it is: "of".
    pub(crate) of: &'static [&'static str],
    /// In Chinese, what stands between words and the name that they belong to.
    pub(crate) own_of: char,
    /// Words that mean who stands behind "of": "all of", "the heads of".
    pub(crate) heads: &'static [&'static str],
    /// What is written onto a word.
    pub(crate) prefixes: &'static [&'static str],
    /// Before those who are only to be consulted: "in consultation with".
    pub(crate) consulted: &'static [&'static str],
    /// Pronouns between or behind, by which the one who was asked before is asked again: "encourages him".
    pub(crate) again: &'static [&'static str],
    /// Words that ask for a report by themselves.
    pub(crate) reports: &'static [&'static str],
    /// Verbs of giving, what is then a report, and what is one only directly behind the verb.
    pub(crate) gives: &'static [&'static str],
    pub(crate) reported: &'static [&'static str],
    pub(crate) assessed: &'static [&'static str],
    /// What stands behind a report that is only a place of other words: "in the report".
    pub(crate) inside: &'static [&'static str],
    /// What stands before "report" where it is a noun.
    pub(crate) determiners: &'static [&'static str],
    /// What stands before a report that is only mentioned: "in his".
    pub(crate) mentioned: &'static [&'static str],
    pub(crate) briefs: &'static [&'static str],
    pub(crate) agendas: &'static [&'static str],
    pub(crate) transmits: &'static [&'static str],
    /// What is provided that is neither: "services".
    pub(crate) resources: &'static [&'static str],
    /// The word for session beside an ordinal, ...
    pub(crate) session: &'static [&'static str],
    /// ... what precedes the two, ...
    pub(crate) at: &'static [&'static str],
    /// ... and the session after that of the document.
    pub(crate) next: &'static [&'static str],
    /// What precedes a date that is a deadline, and what follows it.
    pub(crate) by: &'static [&'static str],
    pub(crate) until: &'static [&'static str],
    /// Periods with their lengths in ISO 8601.
    pub(crate) periods: &'static [(&'static str, &'static str)],
    /// Bodies with their codes; without a code where it cannot be told which one is meant.
    pub(crate) bodies: &'static [(&'static str, &'static str)],
}
