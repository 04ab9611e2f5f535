//! Filters a list of lines by a query: documents and commands.
//!
//! Meant for some thousand short lines. Paragraphs have an index of their own (`lookup::jump`). A key waits for the
//! result, so the slow part, matching single letters, is bounded.

use super::input::{Cursor, Input};
use crate::app::command::Command;
use crate::text::fold::{Folded, fold, fold_str};
use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;

/// The lowest score of a term that occurs in the line as a whole.
const WHOLE: i64 = 5_000;
/// The highest score of a term at the beginning of a word, and of a term that is a whole word. The further it is from
/// the beginning of the line, the lower, by up to a thousand.
const BEGINNING: i64 = 10_000;
const WORD: i64 = 20_000;

/// How many lines are matched letter by letter, each as long as this many bytes at most. A line takes some
/// microseconds.
const LETTERED: usize = 2_000;
const LONGEST: usize = 1_000;
/// How many terms of a query count.
const TERMS: usize = 16;

/// A line that matches: its index, and the byte ranges to highlight.
type Kept = (usize, Vec<Range<usize>>);

/// The lines that match every term of the query, the best first; ties keep the order of the list. So many lines are matched
/// letter by letter where none has the words.
fn filter(lines: &[Folded], query: &str, lettered: usize) -> Vec<Kept> {
    let query = fold_str(query);
    let terms: Vec<&str> = query.split_whitespace().take(TERMS).collect();
    let mut letters = Letters { matcher: SkimMatcherV2::default(), left: lettered };
    let mut kept: Vec<(i64, Kept)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let mut score = 0;
            let mut marks = Vec::new();
            for term in &terms {
                score += term_score(line, term, &mut letters, &mut marks)?;
            }
            marks.sort_by_key(|mark: &Range<usize>| mark.start);
            Some((score, (index, marks)))
        })
        .collect();
    // Lines with scattered letters are listed only where no line has the terms as a whole.
    let least: i64 = terms.iter().map(|_| WHOLE).sum();
    if kept.iter().any(|(score, _)| *score >= least) {
        kept.retain(|(score, _)| *score >= least);
    }
    kept.sort_by_key(|(score, (index, _))| (-score, *index));
    kept.into_iter().map(|(_, kept)| kept).collect()
}

/// Matches the letters of terms one by one, in so many lines.
struct Letters {
    matcher: SkimMatcherV2,
    left: usize,
}

impl Letters {
    fn find(&mut self, text: &str, term: &str) -> Option<(i64, Vec<usize>)> {
        self.left = self.left.checked_sub(1)?;
        let short = text.len() <= LONGEST && term.len() <= LONGEST;
        short.then(|| self.matcher.fuzzy_indices(text, term))?
    }
}

/// Scores a term: highest as a whole word, then at the beginning of one, then anywhere, then as letters in this order.
fn term_score(
    line: &Folded,
    term: &str,
    letters: &mut Letters,
    marks: &mut Vec<Range<usize>>,
) -> Option<i64> {
    // A file is named "A_RES_80_242" or "A-RES-80-242" where its symbol has strokes.
    let stroked = term.contains('/').then(|| line.text.replace(['_', '-', '.'], "/"));
    let text = stroked.as_deref().unwrap_or(&line.text);
    let (mut beginning, mut inside) = (None, None);
    for (at, _) in text.match_indices(term) {
        let starts =
            text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
        if starts {
            let after = text.get(at + term.len()..).and_then(|after| after.chars().next());
            let whole = after.is_none_or(|c| !c.is_alphanumeric());
            let score = if whole { WORD } else { BEGINNING } - i64::from(at.min(1000) as u16);
            if beginning.as_ref().is_none_or(|(known, _)| score > *known) {
                beginning = Some((score, at));
            }
            if whole {
                break;
            }
        }
        inside = inside.or(Some(at));
    }
    if let Some((score, at)) = beginning {
        marks.push(line.source(at..at + term.len()));
        return Some(score);
    }
    if let Some(at) = inside {
        marks.push(line.source(at..at + term.len()));
        return Some(WHOLE);
    }
    // The figures of a number do not stand scattered in another.
    if term.bytes().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let (score, letters) = letters.find(text, term)?;
    let starts: Vec<(usize, char)> = text.char_indices().collect();
    marks.extend(letters.iter().filter_map(|&letter| {
        let (at, letter) = starts.get(letter)?;
        Some(line.source(*at..at + letter.len_utf8()))
    }));
    Some(score.min(WHOLE / 2))
}

/// A list of lines, and the query that filters it.
#[derive(Debug, Default)]
pub(crate) struct Filtered {
    pub(crate) input: Input,
    pub(crate) cursor: Cursor,
    folded: Vec<Folded>,
    kept: Vec<Kept>,
    page: usize,
    /// Lines are still to come, and with them perhaps the words as they are typed.
    pub(crate) growing: bool,
}

impl Filtered {
    /// How many lines are matched letter by letter: none as long as some are still to come.
    fn lettered(&self) -> usize {
        if self.growing { 0 } else { LETTERED }
    }

    /// Whether the selected line is one that the reader has chosen: the first match of a query was not, and what matches
    /// better may come before it.
    pub(crate) fn is_chosen(&self) -> bool {
        self.cursor.at > 0 || self.input.text().is_empty()
    }

    /// Replaces the lines, keeping the query and the line that was chosen.
    pub(crate) fn fill<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        let selected = self.selected().filter(|_| self.is_chosen());
        self.folded = lines.into_iter().map(fold).collect();
        self.kept = filter(&self.folded, self.input.text(), self.lettered());
        if let Some(at) = selected.and_then(|index| self.kept.iter().position(|(kept, _)| *kept == index)) {
            self.cursor.at = at;
        }
    }

    /// The index of the selected line; `None` where no line matches.
    pub(crate) fn selected(&self) -> Option<usize> {
        self.kept.get(self.cursor.at).map(|(index, _)| *index)
    }

    /// Selects the line with this index, where it matches.
    pub(crate) fn select(&mut self, index: usize) {
        if let Some(at) = self.kept.iter().position(|(kept, _)| *kept == index) {
            self.cursor.at = at;
        }
    }

    pub(crate) fn type_in(&mut self, typed: &str) {
        self.input.insert(typed);
        self.search();
    }

    /// Carries out a command that edits the query or moves the selection. Returns whether it was one.
    pub(crate) fn act(&mut self, command: Command) -> bool {
        if self.input.edit(command) {
            self.search();
            return true;
        }
        self.cursor.step(command, self.kept.len(), self.page)
    }

    fn search(&mut self) {
        self.kept = filter(&self.folded, self.input.text(), self.lettered());
        self.cursor = Cursor::default();
    }

    /// The position of the selected line among the matches: "3/21".
    pub(crate) fn count(&self) -> String {
        format!("{}/{}", if self.kept.is_empty() { 0 } else { self.cursor.at + 1 }, self.kept.len())
    }

    /// The indices of the lines that match, the best first.
    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.kept.iter().map(|(index, _)| *index)
    }

    /// The lines in a window of `rows` rows, each as its index, the ranges to highlight, and whether it is
    /// selected.
    pub(crate) fn window(&mut self, rows: u16) -> Vec<(usize, Vec<Range<usize>>, bool)> {
        self.page = usize::from(rows.max(1));
        let window = self.cursor.window(self.kept.len(), self.page);
        let at = self.cursor.at;
        window
            .filter_map(|row| self.kept.get(row).map(|(index, marks)| (*index, marks.clone(), row == at)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, want: &[usize]) {
        let lines =
            ["A/RES/65/218 Coopération", "S/RES/1325 (2000) Femmes", "A/RES/64/171 Coopération"].map(fold);
        let got: Vec<usize> = filter(&lines, query, LETTERED).into_iter().map(|(index, _)| index).collect();
        assert_eq!(got, want, "{query}");
    }

    #[test]
    fn a_list_of_any_length_is_filtered_by_words_and_by_letters_as_far_as_a_key_can_wait() {
        let lines: Vec<Folded> =
            (0..LETTERED + 100).map(|at| fold(&format!("Resolution of day {at}"))).collect();
        assert_eq!(filter(&lines, "resolution", LETTERED).len(), LETTERED + 100);
        assert_eq!(filter(&lines, "rsltn", LETTERED).len(), LETTERED);
        assert!(filter(&[fold(&"row ".repeat(LONGEST))], "rrr", LETTERED).is_empty());
    }

    #[test]
    fn every_term_must_match_and_beginnings_of_words_come_first() {
        check("", &[0, 1, 2]);
        check("cooperation 64", &[2]);
        check("1325", &[1]);
        check("femmes coop", &[]);
        check("res", &[0, 1, 2]);
        check("cprtn", &[0, 2]);
        check("s/res", &[1]);
    }

    #[test]
    fn the_figures_of_a_symbol_are_found_in_the_name_of_a_file_and_never_scattered() {
        let lines = ["A_RES_80_24-25E.xml", "A_RES_80_242-25F.xml", "A/RES/80/2 of 24"].map(fold);
        let listed =
            |query| filter(&lines, query, LETTERED).into_iter().map(|(index, _)| index).collect::<Vec<_>>();
        assert_eq!(listed("80/242"), [1]);
        assert_eq!(listed("8024"), [0; 0]);
        assert_eq!(listed("a/res"), [0, 1, 2]);
    }

    #[test]
    fn the_first_match_gives_way_to_a_better_one_and_what_was_chosen_stays() {
        let mut list = Filtered::default();
        list.fill(["Old charts", "Tales"]);
        list.type_in("charts");
        list.fill(["Charts of lakes", "Old charts", "Tales"]);
        assert_eq!(list.selected(), Some(0));
        list.act(Command::NextEntry);
        list.fill(["Charts of lakes", "Old charts", "New charts"]);
        assert_eq!(list.selected(), Some(1));
    }

    #[test]
    fn scattered_letters_are_listed_only_where_no_line_has_the_word() {
        let lines = ["Sails of the tall ships", "Charts of the inland lakes, old and new", "Tales"].map(fold);
        let listed =
            |query| filter(&lines, query, LETTERED).into_iter().map(|(index, _)| index).collect::<Vec<_>>();
        assert_eq!(listed("chart"), [1]);
        assert_eq!(listed("ales"), [2]);
        assert_eq!(listed("chlk"), [1]);
    }
}
