//! References to preambular paragraphs, which are cited by ordinals: "the eighth preambular paragraph", 序言部分第8段.
//!
//! Numbered paragraphs are read in `paragraphs`.

use super::searchers::Finders;
use super::{Finder, head, tail};
use crate::document::Target;
use crate::lang::zh::PARAGRAPH;
use crate::lang::{Language, ordinals};
use crate::text::Part as _;
use std::ops::Range;

impl Finder<'_> {
    /// Reads "the eighth preambular paragraph", of this text or of the resolution that is named after it.
    pub(super) fn preambular(&mut self) {
        let mut found = Vec::new();
        if self.context.language == Language::Zh {
            self.preambular_chinese(&mut found);
        } else {
            self.preambular_ordinals(&mut found);
        }
        if found.is_empty() {
            return;
        }
        self.sort();
        let targets: Vec<_> = found
            .into_iter()
            .map(|(range, number)| (self.preambular_target(&range, number), range))
            .collect();
        for (target, range) in targets {
            self.push(range, target);
        }
        self.shuffled = true;
    }

    fn preambular_ordinals(&self, found: &mut Vec<(Range<usize>, u32)>) {
        let finder = &Finders::of(self.context.language).preamble;
        let mut from = 0;
        while let Some(at) = finder.find(self.text.as_bytes().part(from..)) {
            let at = from + at;
            from = at + self.words.references.preamble.len();
            let window = tail(self.text.part(..at), 90);
            let Some((range, number)) = self.last_ordinal(window) else { continue };
            let start = at - window.len() + range.start;
            found.push((start..from, number));
        }
    }

    fn last_ordinal(&self, window: &str) -> Option<(Range<usize>, u32)> {
        let mut found = None;
        let mut from = 0;
        while let Some((range, number)) =
            window.get(from..).and_then(|rest| ordinals::ordinal(self.context.language, rest))
        {
            found = Some((from + range.start..from + range.end, number));
            from += range.end;
        }
        let (range, number) = found?;
        let mut rest = window.get(range.end..)?.trim();
        for word in self.words.references.preambular {
            rest = rest.strip_prefix(word).unwrap_or(rest).trim();
        }
        rest.is_empty().then_some((range, number))
    }

    fn preambular_chinese(&self, found: &mut Vec<(Range<usize>, u32)>) {
        let mark = self.words.references.preamble;
        let finder = &Finders::of(self.context.language).preamble;
        let mut from = 0;
        while let Some(at) = finder.find(self.text.as_bytes().part(from..)) {
            let start = from + at;
            from = start + mark.len();
            let rest = self.text.part(from..);
            let Some(end) = head(rest, 24).find(PARAGRAPH) else { continue };
            if let Some(number) = rest.get(..end).and_then(ordinals::han) {
                found.push((start..from + end + PARAGRAPH.len(), number));
            }
        }
    }

    /// The target: a paragraph of the resolution named after it, or of this text.
    fn preambular_target(&self, range: &Range<usize>, number: u32) -> Target {
        let paragraph = format!("pp{number}");
        let here = self.out.part(self.first..);
        let next = here.partition_point(|reference| (reference.span.start as usize) < self.base + range.end);
        let symbol = here.get(next).and_then(|reference| {
            let start = reference.span.start as usize - self.base;
            let between = self.text.get(range.end..start).filter(|between| between.len() < 80)?;
            let tells = between.contains(self.words.references.resolution) && !between.contains([',', ';']);
            match &reference.target {
                Target::Resolution { symbol, paragraph: None } if tells => Some(symbol.clone()),
                _ => None,
            }
        });
        match symbol {
            Some(symbol) => Target::Resolution { symbol, paragraph: Some(paragraph) },
            None => Target::Own { paragraph },
        }
    }
}
