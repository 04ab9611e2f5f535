//! The forms in which places are cited, one table a language.

use super::fill;

/// How places are cited, after the United Nations editorial manuals; the names of units are in [`super::Named`].
pub(crate) struct Citing {
    /// The separator between symbol, scope and paragraph.
    pub(crate) comma: &'static str,
    /// The separator after a name: "Table: Year, Amount".
    pub(crate) colon: &'static str,
    /// The separator between such entries.
    pub(crate) semicolon: &'static str,
    /// The form of a sub-paragraph after the number of its paragraph: " (b)", " b)".
    pub(crate) item: &'static str,
    /// The note after a number that is counted and not printed.
    pub(crate) counted: &'static str,
    /// The short form of citation of a preambular paragraph.
    pub(crate) preambular: &'static str,
    /// The short form of citation of a paragraph without a number.
    pub(crate) unnumbered: &'static str,
    /// The same where no paragraph beside it has one, so that it needs no other word.
    pub(crate) only_unnumbered: &'static str,
    /// An ordinal in figures: "3rd".
    pub(crate) nth: fn(u32) -> String,
    /// First, second, third, ... in the form used in the citation of a preambular paragraph.
    pub(crate) ordinals: &'static [&'static str],
    pub(crate) enacting: &'static str,
    pub(crate) closing: &'static str,
    /// The word behind the punctuation of the last item but one: "; and".
    pub(crate) ends: &'static [&'static str],
    pub(crate) ranges: Ranges,
}

/// How several paragraphs in a row are cited, as the resolutions themselves do; `{first}` and `{last}` are their numbers.
pub(crate) struct Ranges {
    /// Two that follow each other: "paras. 3 and 4".
    pub(crate) pair: &'static str,
    /// Three and more: "paras. 3–7".
    pub(crate) paragraphs: &'static str,
    pub(crate) preambular_pair: &'static str,
    pub(crate) preambular: &'static str,
    /// Between the first and the last of the sub-paragraphs of a paragraph: "para. 3 (a)–(c)".
    pub(crate) items: &'static str,
    /// Between two places that have no number in common: "annex I, para. 3 to annex II, para. 2".
    pub(crate) places: &'static str,
    /// Ordinals that have another form behind the noun, and that form: "primer párrafo", "párrafo primero".
    pub(crate) behind: &'static [(&'static str, &'static str)],
}

impl Ranges {
    /// Inserts the first and the last number into one of the forms.
    pub(crate) fn fill(form: &str, first: &str, last: &str) -> String {
        form.replace("{first}", first).replace("{last}", last)
    }

    /// An ordinal in words as it stands behind the noun.
    pub(crate) fn behind_noun(&self, ordinal: String) -> String {
        let other = self.behind.iter().find(|(before, _)| *before == ordinal);
        other.map_or(ordinal, |(_, behind)| (*behind).to_owned())
    }
}

impl Citing {
    /// The ordinal in words as far as they are listed, otherwise in figures.
    pub(crate) fn ordinal(&self, number: u32) -> String {
        let word = (number as usize).checked_sub(1).and_then(|at| self.ordinals.get(at));
        word.map_or_else(|| (self.nth)(number), ToString::to_string)
    }

    /// Inserts a number into a form of citation.
    pub(crate) fn fill(&self, form: &str, number: u32) -> String {
        fill(form, &number.to_string()).replace("{nth}", &(self.nth)(number))
    }
}
