//! Filters a list of lines by what was typed: documents, commands.
//!
//! Paragraphs have an index of their own (`lookup::jump`); this is for lists of some thousand short lines.

use crate::text::fold::{Folded, fold, fold_str};
use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;

/// A line that matches: its index, and the byte ranges that match.
pub(crate) type Kept = (usize, Vec<Range<usize>>);

/// The lines that match every term of the query, best first, ties in the order of the list.
pub(crate) fn filter(lines: &[Folded], query: &str) -> Vec<Kept> {
    let query = fold_str(query);
    let terms: Vec<&str> = query.split_whitespace().collect();
    let matcher = SkimMatcherV2::default();
    let mut kept: Vec<(i64, Kept)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let mut score = 0;
            let mut marks = Vec::new();
            for term in &terms {
                score += term_score(line, term, &matcher, &mut marks)?;
            }
            marks.sort_by_key(|mark: &Range<usize>| mark.start);
            Some((score, (index, marks)))
        })
        .collect();
    kept.sort_by_key(|(score, (index, _))| (-score, *index));
    kept.into_iter().map(|(_, kept)| kept).collect()
}

/// Words that begin with the term count most, then the term anywhere, then its letters in order.
fn term_score(
    line: &Folded,
    term: &str,
    matcher: &SkimMatcherV2,
    marks: &mut Vec<Range<usize>>,
) -> Option<i64> {
    let text = line.text.as_str();
    let mut inside = None;
    for (at, _) in text.match_indices(term) {
        let starts =
            text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
        if starts {
            marks.push(line.source(at..at + term.len()));
            return Some(10_000 - at.min(1000) as i64);
        }
        inside = inside.or(Some(at));
    }
    if let Some(at) = inside {
        marks.push(line.source(at..at + term.len()));
        return Some(5_000);
    }
    let (score, letters) = matcher.fuzzy_indices(text, term)?;
    let starts: Vec<(usize, char)> = text.char_indices().collect();
    marks.extend(letters.iter().filter_map(|&letter| {
        let (at, letter) = starts.get(letter)?;
        Some(line.source(*at..at + letter.len_utf8()))
    }));
    Some(score.min(4_000))
}

/// Lines folded once, to be filtered at each key.
pub(crate) fn prepare<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Folded> {
    lines.into_iter().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, want: &[usize]) {
        let lines =
            prepare(["A/RES/65/218 Coopération", "S/RES/1325 (2000) Femmes", "A/RES/64/171 Coopération"]);
        let got: Vec<usize> = filter(&lines, query).into_iter().map(|(index, _)| index).collect();
        assert_eq!(got, want, "{query}");
    }

    #[test]
    fn every_term_must_match_and_beginnings_come_first() {
        check("", &[0, 1, 2]);
        check("cooperation 64", &[2]);
        check("1325", &[1]);
        check("femmes coop", &[]);
        check("res", &[0, 1, 2]);
        check("cprtn", &[0, 2]);
    }
}
