//! Decides to which organ the number of a resolution or decision belongs, and which numbers are neither.
//!
//! The number itself is read by `document::symbol`; the words around it are read here. The word and organ before a
//! list apply to all its members: "resolutions 64/171 of 18 December 2009, 63/180 and 62/1".

use super::{Finder, breaks, head, marks, tail};
use crate::document::Target;
use crate::document::symbol::number::{self, Number, Numbered};
use crate::document::symbol::{Form, Organ, years};
use crate::lang::{Language, ar, dates, ru, zh};
use crate::text::chars::{TATWEEL, is_blank, is_superscript};
use crate::text::cursor::Cursor;
use std::borrow::Cow;
use std::ops::Range;

/// The most bytes between a word for resolution and its number.
const REACH: usize = 320;
/// The most bytes between two members of a list, since titles may stand between them.
const GAP: usize = 600;

/// A list of numbers that follow one word for resolution (in Chinese precede it).
#[derive(Debug)]
pub(super) struct Group {
    form: Form,
    organ: Option<Organ>,
    /// The byte offset of the end of the last member.
    end: usize,
}

/// A word for resolution or decision, and the organ that is named next to it.
struct Head {
    form: Form,
    organ: Option<Organ>,
    /// The number of bytes between the word and the number.
    distance: usize,
    /// No other word stands between the two, apart from the name of the organ.
    beside: bool,
}

impl Finder<'_> {
    pub(super) fn numbered(&mut self, range: Range<usize>, numbered: &Numbered) {
        let joined = self.group.as_ref().filter(|group| self.goes_on(group, range.start));
        let head = match joined {
            Some(group) => Some(Head {
                form: group.form,
                organ: group.organ,
                distance: range.start - group.end,
                beside: false,
            }),
            None => self.head(&range),
        };
        let Some(found) = self.organ(numbered, head.as_ref(), &range) else { return };
        let form = head.as_ref().map_or(Form::Resolution, |head| head.form);
        let organ = found.named.then_some(found.organ).or(head.and_then(|head| head.organ));
        self.group = Some(Group { form, organ, end: range.end });
        self.document(range, numbered.symbol(found.organ, form), form);
    }

    /// Reads "resolution 1701" and "resolutions 2250 and 2419" of the Security Council, which numbers its resolutions
    /// continuously: the year may be left out. `false` where the number is not such a one.
    pub(super) fn yearless(&mut self, range: Range<usize>) -> bool {
        let mut cursor = Cursor::new(self.text, range.end);
        let closed = self.context.language == Language::Zh || cursor.at_boundary();
        // "1701/2" and "1,701" are something else, and so is a number with a bracket that was not read.
        let ends = closed && cursor.peek().is_none_or(|next| !"/%(（-‑–".contains(next));
        cursor.eat_any(&[".", ","]);
        let ends = ends && cursor.byte().is_none_or(|byte| !byte.is_ascii_digit());
        let number = self.text.get(range.clone()).filter(|digits| digits.len() >= 3 && ends);
        let number = number.and_then(|digits| digits.parse::<u32>().ok());
        let Some((number, year)) = number.and_then(|number| Some((number, years::of(number)?))) else {
            return false;
        };
        let joined = self.group.as_ref().filter(|group| {
            let mut gap = Cursor::new(self.text, group.end);
            let before = self.last.and_then(|(at, _)| Some(&self.out.get(at)?.target));
            let is_council =
                matches!(before, Some(Target::Resolution { symbol, .. }) if symbol.starts_with("S/RES/"));
            is_council && self.joiner(&mut gap) && gap.at == range.start
        });
        let is_one = match joined {
            Some(group) => group.form == Form::Resolution,
            None => self.head(&range).is_some_and(|head| {
                let organ = head.organ.or(self.context.organ);
                head.form == Form::Resolution && head.beside && organ == Some(Organ::SecurityCouncil)
            }),
        };
        if is_one {
            let organ = Some(Organ::SecurityCouncil);
            self.group = Some(Group { form: Form::Resolution, organ, end: range.end });
            self.done = self.done.max(range.end);
            self.document(range, format!("S/RES/{number} ({year})"), Form::Resolution);
        }
        is_one
    }

    fn goes_on(&self, group: &Group, start: usize) -> bool {
        let Some(gap) = self.text.get(group.end..start) else { return false };
        gap.len() <= GAP && !breaks(gap) && self.last_head(gap).is_none()
    }

    /// The last word for resolution or decision in a stretch of text, and the byte range of its stem.
    fn last_head(&self, stretch: &str) -> Option<(Form, Range<usize>)> {
        let find = |stem: &str, form: Form| {
            let at = if self.context.language == Language::Ar {
                stretch.rmatch_indices(stem).map(|(at, _)| at).find(|&at| arabic_word(stretch, at))
            } else {
                stretch.rfind(stem)
            };
            at.map(|at| (form, at..at + stem.len()))
        };
        let resolution = find(self.words.references.resolution, Form::Resolution);
        let decision = find(self.words.references.decision, Form::Decision);
        match (resolution, decision) {
            (Some(a), Some(b)) => Some(if a.1.start > b.1.start { a } else { b }),
            (a, b) => a.or(b),
        }
    }

    fn head(&self, range: &Range<usize>) -> Option<Head> {
        if self.context.language == Language::Zh {
            return self.head_behind(range);
        }
        let from = self.group.as_ref().map_or(0, |group| group.end).min(range.start);
        let window = tail(self.text.get(from..range.start)?, REACH);
        // Arabic texts may stretch any word with tatweels.
        let window = if window.contains(TATWEEL) {
            Cow::Owned(window.replace(TATWEEL, ""))
        } else {
            Cow::Borrowed(window)
        };
        let (form, found) = self.last_head(&window)?;
        let between = window.get(found.end..)?;
        if breaks(between) {
            return None;
        }
        let organ = self.named_in(between).or_else(|| {
            // In "Human Rights Council resolution" and "General Assembly decisions" the name ends where the word
            // begins.
            let before = tail(window.get(..found.start)?, 60);
            let name = before.get(..before.rfind(is_blank)?)?.trim_end();
            let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name);
            self.words.organs.named.iter().find(|(organ, _)| name.ends_with(organ)).map(|&(_, organ)| organ)
        });
        // The word has an ending behind its stem.
        let behind = between.split_once(is_blank).map_or("", |(_, behind)| behind.trim());
        let beside = behind.is_empty() || self.words.organs.named.iter().any(|&(name, _)| name == behind);
        Some(Head { form, organ, distance: between.len(), beside })
    }

    /// Chinese: 第64/171号和第63/180号决议. The organ stands before the number or the date.
    fn head_behind(&self, range: &Range<usize>) -> Option<Head> {
        let mut cursor = Cursor::new(self.text, range.end);
        marks(&mut cursor);
        cursor.spaces();
        let next = cursor.peek()?;
        let joins = self.words.references.joiners.iter().any(|joiner| joiner.starts_with(next));
        if next != zh::NUMBER && !joins && !"、，,；".contains(next) {
            return None;
        }
        let window = head(self.text.get(range.end..)?, 2 * GAP);
        let resolution = window.find(self.words.references.resolution);
        let decision = window.find(self.words.references.decision);
        let (form, at) = match (resolution, decision) {
            (Some(a), Some(b)) if b < a => (Form::Decision, b),
            (Some(a), _) => (Form::Resolution, a),
            (None, b) => (Form::Decision, b?),
        };
        let between = window.get(..at)?;
        if between.contains(['。', '\n']) || !between.contains(zh::NUMBER) {
            return None;
        }
        let before = tail(self.text.get(..range.start)?, 150);
        let clause = before.rsplit(['，', '。', '；', '、', '\n']).next().unwrap_or(before);
        // In a list of complete citations, the organ is named with the first: 人权理事会第44/4号决议、第53/9号决议.
        let carried = || {
            let group = self.group.as_ref()?;
            let gap = self.text.get(group.end..range.start)?;
            group.organ.filter(|_| !gap.contains(['。', '；', '，']))
        };
        Some(Head {
            form,
            organ: self.named_last(clause).or_else(carried),
            distance: between.len().min(3),
            beside: between.len() <= 3,
        })
    }

    /// The first organ named in a stretch of text.
    fn named_in(&self, stretch: &str) -> Option<Organ> {
        if stretch.len() < 6 {
            return None;
        }
        let found =
            self.words.organs.named.iter().filter_map(|&(name, organ)| Some((stretch.find(name)?, organ)));
        found.min_by_key(|found| found.0).map(|found| found.1)
    }

    /// The last organ named in a stretch of text. One name may end with another: 联合国环境大会.
    fn named_last(&self, stretch: &str) -> Option<Organ> {
        let found = self
            .words
            .organs
            .named
            .iter()
            .filter_map(|&(name, organ)| Some(((stretch.rfind(name)? + name.len(), name.len()), organ)));
        found.max_by_key(|found| found.0).map(|found| found.1)
    }

    /// The organ named after a number, with the date and the rest of the list in between: "12/1 and 13/23 of the
    /// Human Rights Council".
    fn named_behind(&self, end: usize) -> Option<Organ> {
        if self.context.language == Language::Zh {
            return None;
        }
        let (from, to, organ) = self.behind.get();
        if (from..to).contains(&end) {
            return organ;
        }
        let mut cursor = Cursor::new(self.text, end);
        let organ = self.name_behind(&mut cursor);
        self.behind.set((end, cursor.at, organ));
        organ
    }

    fn name_behind(&self, cursor: &mut Cursor<'_>) -> Option<Organ> {
        for _ in 0..400 {
            marks(cursor);
            cursor.spaces();
            if let Some(&(_, organ)) =
                self.words.organs.named.iter().find(|(name, _)| cursor.rest().starts_with(name))
            {
                return Some(organ);
            }
            // "the Council" alone means the Human Rights Council here, unless its name continues.
            let mut council = *cursor;
            if council.eat_any(self.words.organs.council) {
                council.spaces();
                let ends = council
                    .peek()
                    .is_none_or(|next| next.is_ascii_punctuation() || is_superscript(next) || next == '،');
                return (ends || council.eat_any(self.words.references.between))
                    .then_some(Organ::HumanRightsCouncil);
            }
            let known = cursor.eat_any(&[",", "،"])
                || dates::date_at(self.context.language, cursor).is_some()
                || number::read(cursor).is_some()
                || cursor.eat_any(self.words.references.between)
                || self.joiner(cursor)
                || cursor.eat_any(&ru::CUT);
            if !known {
                return None;
            }
        }
        None
    }
}

/// The organ of a number. `named` says whether the words next to it name that organ.
struct Found {
    organ: Organ,
    named: bool,
}

impl Finder<'_> {
    /// The organ of a number; `None` where it is not that of a resolution or decision.
    fn organ(&self, numbered: &Numbered, head: Option<&Head>, range: &Range<usize>) -> Option<Found> {
        let sure = |organ| Some(Found { organ, named: false });
        match &numbered.number {
            Number::Year { number, year } => {
                let told = head.is_some_and(|head| head.form == Form::Resolution);
                let fits = if told {
                    years::agree(*number, *year, 1)
                } else {
                    *number >= 40 && years::agree(*number, *year, 0)
                };
                fits.then_some(())?;
                sure(Organ::SecurityCouncil)
            }
            Number::Roman { number, .. } => {
                (head.is_some() || *number >= 100).then_some(())?;
                let named = head.and_then(|head| head.organ).or_else(|| self.named_behind(range.end));
                match named {
                    Some(organ) => Some(Found { organ, named: true }),
                    // Decisions of the Assembly had no Roman numerals; those of other conferences have.
                    None if head.is_some_and(|head| head.form == Form::Decision) => None,
                    None => sure(self.context.organ.unwrap_or(Organ::GeneralAssembly)),
                }
            }
            Number::Slash { session, number } => {
                self.organ_of_slash(numbered, session, *number, head?, range)
            }
        }
    }

    fn organ_of_slash(
        &self,
        numbered: &Numbered,
        session: &str,
        number: u32,
        head: &Head,
        range: &Range<usize>,
    ) -> Option<Found> {
        let yearly = numbered.is_yearly();
        if head.form == Form::Decision && head.distance > 80 {
            return None;
        }
        let fits = |organ: Organ| match organ {
            Organ::GeneralAssembly => {
                !yearly && assembly(session) && (head.form == Form::Resolution || number > 300)
            }
            Organ::HumanRightsCouncil => !yearly && council(session, number),
            Organ::EconomicAndSocialCouncil | Organ::CommissionOnHumanRights | Organ::SubCommission => yearly,
            Organ::EnvironmentAssembly => !yearly && environment(session, number),
            Organ::SecurityCouncil => false,
        };
        // "document LC 45/18" is a symbol of another organization.
        let before = self.text.get(..range.start)?.trim_end();
        if before.bytes().rev().take_while(u8::is_ascii_uppercase).count() > 1 {
            return None;
        }
        // The words around the number matter only where two organs could have it.
        let ambiguous = yearly || council(session, number);
        if !ambiguous {
            let organ = Organ::GeneralAssembly;
            return fits(organ).then_some(Found { organ, named: head.organ == Some(organ) });
        }
        let named = self.named_behind(range.end).filter(|&organ| fits(organ));
        let session_number = session.parse::<u16>().ok().filter(|_| !yearly && named.is_none());
        let dated = session_number.and_then(|session| Some((session, self.year_beside(range)?)));
        let by_date = dated.and_then(|(session, year)| of_year(session, year));
        // A third organ is told only by its name, whatever the date.
        let third = head.organ.filter(|&organ| organ == Organ::EnvironmentAssembly && fits(organ));
        // A date that fits neither organ points to a third one, unless the Human Rights Council is named.
        if third.is_none()
            && dated.is_some()
            && by_date.is_none()
            && head.organ != Some(Organ::HumanRightsCouncil)
        {
            return None;
        }
        if let Some(organ) = third.or(named).or(by_date).or(head.organ).filter(|&organ| fits(organ)) {
            return Some(Found { organ, named: true });
        }
        if yearly && next_year(session, number) && head.distance > 3 {
            return None;
        }
        let organ = self.told_before(range.start, &fits).or_else(|| {
            let own = self.context.organ.filter(|&organ| fits(organ));
            let usual = if yearly { Organ::EconomicAndSocialCouncil } else { Organ::GeneralAssembly };
            own.or_else(|| Some(usual).filter(|&organ| fits(organ)))
        });
        organ.map(|organ| Found { organ, named: false })
    }

    /// The year of the date directly after a number, or in Chinese before it.
    fn year_beside(&self, range: &Range<usize>) -> Option<u16> {
        let language = self.context.language;
        if language == Language::Zh {
            let before = tail(self.text.get(..range.start)?, 25).strip_suffix(zh::NTH)?;
            let (date, (year, ..)) = dates::date(language, before)?;
            return (date.end == before.len()).then_some(year);
        }
        let mut cursor = Cursor::new(self.text, range.end);
        marks(&mut cursor);
        cursor.eat(",");
        cursor.spaces();
        cursor.eat_any(self.words.references.between);
        cursor.spaces();
        dates::date_at(language, &mut cursor).map(|date| date.0)
    }

    /// The last organ named in the sentence that can have the number: "the Council, in its resolution 13/23".
    fn told_before(&self, start: usize, fits: &dyn Fn(Organ) -> bool) -> Option<Organ> {
        let window = tail(self.text.get(..start)?, 260);
        let organ = self.named_last(window)?;
        fits(organ).then_some(organ)
    }
}

/// Whether the General Assembly can have such a session: its numbers have a slash since the thirty-first session, and
/// for special sessions.
fn assembly(session: &str) -> bool {
    session.parse::<u32>().map_or(true, |session| (31..130).contains(&session))
}

/// Whether the Human Rights Council can have adopted it: three regular sessions a year since 2006, with a few dozen
/// texts each.
fn council(session: &str, number: u32) -> bool {
    match session.parse::<u32>() {
        Ok(session) => session < 75 && number <= 60,
        Err(_) => session.starts_with("S-") && number <= 3,
    }
}

/// Whether the Environment Assembly can have adopted it: a session in two years since 2014, with a few dozen texts each.
fn environment(session: &str, number: u32) -> bool {
    session.parse::<u32>().is_ok_and(|session| (1..20).contains(&session) && number <= 40)
}

/// Tells the Assembly from the Human Rights Council by the year of a session: session 49 of the Assembly ended in
/// 1995, that of the Council was held in 2022.
fn of_year(session: u16, year: u16) -> Option<Organ> {
    if (1945..=1946).contains(&year.saturating_sub(session)) {
        return Some(Organ::GeneralAssembly);
    }
    // Three regular sessions a year, from June 2006.
    let council = 2006 + session.saturating_sub(1) / 3;
    (council.abs_diff(year) <= 1).then_some(Organ::HumanRightsCouncil)
}

/// "2018/19" is more likely a biennium than resolution 19 of 2018.
fn next_year(session: &str, number: u32) -> bool {
    session.parse::<u32>().is_ok_and(|session| (session + 1) % 100 == number)
}

/// Whether قرار or مقرر is a word of its own, with or without prefixes, and not the end of a word such as استقرار.
fn arabic_word(stretch: &str, at: usize) -> bool {
    let before = stretch.get(..at).and_then(|head| head.chars().next_back());
    before.is_none_or(|before| !before.is_alphabetic() || ar::CLITICS.contains(before))
}
