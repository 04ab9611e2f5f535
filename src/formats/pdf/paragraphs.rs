//! Lines to paragraphs, notes and rows of tables, across pages.
//!
//! Where the file is tagged, its tags say what belongs together; else the distances on the page do. Furniture has been
//! taken out before.

use super::labels::{Marker, begins_anew, ends_with_abbreviation, marker, note_number};
use super::lines::{Line, Lines};
use super::tables::Tables;
use crate::formats::Style;
use std::collections::HashMap;

/// Lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Para {
    pub lines: Vec<u32>,
    pub style: Style,
    pub page: u32,
    /// The table that stands here, in [`Tables::list`]; its lines are those of its cells.
    pub table: Option<usize>,
}

/// Adds a line to the paragraph at a place of the list; where there is none, it begins one at the end.
fn put(list: &mut Vec<Para>, place: usize, at: usize, line: &Line, style: Style) {
    match list.get_mut(place) {
        Some(para) => para.lines.push(at as u32),
        None => list.push(Para { lines: vec![at as u32], style, page: line.page, table: None }),
    }
}

/// What is measured of a text to tell its paragraphs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    /// The size that most of the text has.
    pub size: f32,
    /// From one line to the next.
    leading: f32,
    left: f32,
    right: f32,
    /// First lines are set in, and only they.
    first_lines: bool,
    /// The markers of notes are raised, so that a figure which is not raised is none.
    raised_markers: bool,
}

impl Measures {
    /// How far a line is set in, from the side where it begins.
    fn indent(&self, line: &Line) -> f32 {
        if line.rtl { self.right - line.x1 } else { line.x0 - self.left }
    }

    /// What a line leaves free where it ends.
    fn room(&self, line: &Line) -> f32 {
        if line.rtl { line.x0 - self.left } else { self.right - line.x1 }
    }
}

/// What the lines of a file are put together to.
pub(super) struct Built {
    pub paras: Vec<Para>,
    pub notes: Vec<Para>,
    pub tables: Tables,
}

/// The paragraphs and the notes of the lines that are not furniture, in the order in which they are read.
pub(super) fn build(lines: &Lines, furniture: &[Option<&'static str>]) -> Built {
    let trusted = tags_are_trusted(lines);
    let tables = Tables::find(lines, furniture, trusted);
    let mut builder = Builder {
        lines,
        furniture,
        trusted,
        tables: &tables,
        measures: measure(lines, furniture),
        paras: Vec::new(),
        notes: Vec::new(),
        current: 0,
        blocks: HashMap::new(),
        tagged_notes: HashMap::new(),
        note_open: false,
    };
    let mut start = 0;
    while let Some(first) = lines.list.get(start) {
        let count = lines.list.iter().skip(start).take_while(|line| line.page == first.page).count();
        builder.page(start, start + count);
        start += count;
    }
    let (paras, notes) = (builder.paras, builder.notes);
    Built { paras, notes, tables }
}

/// Some files tag each line as a paragraph; those tags tell nothing.
fn tags_are_trusted(lines: &Lines) -> bool {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for line in lines.list.iter().filter(|line| line.tag.block > 0 && !line.beside) {
        *counts.entry(line.tag.block).or_insert(0) += 1;
    }
    let several = counts.values().filter(|&&count| count > 1).count();
    let most = counts.values().max().copied().unwrap_or(0);
    let all: u32 = counts.values().sum();
    counts.len() < 12 && most * 2 < all.max(1) || several * 12 >= counts.len() && (most * 2 < all || all < 60)
}

/// Measures the lines of the body.
pub(super) fn measure(lines: &Lines, furniture: &[Option<&'static str>]) -> Measures {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    let body = |at: usize| furniture.get(at).copied().flatten().is_none();
    for (_, line) in lines.list.iter().enumerate().filter(|(at, line)| body(*at) && line.turn == 0) {
        *sizes.entry((line.size * 4.0) as i32).or_insert(0) += line.text.len();
    }
    let mode = sizes.iter().max_by_key(|&(size, count)| (*count, *size)).map_or(40, |(size, _)| *size);
    let size = mode as f32 / 4.0 + 0.125;
    let like = |line: &Line| (line.size - size).abs() < 0.06 * size && line.turn == 0;
    let pairs = || {
        let like_body = |at: usize, line: &Line| body(at) && like(line);
        let pairs = lines.list.windows(2).enumerate();
        pairs.filter_map(move |(at, pair)| match pair {
            [above, below]
                if like_body(at, above) && like_body(at + 1, below) && above.page == below.page =>
            {
                Some((above, below))
            }
            _ => None,
        })
    };
    let widest = pairs().map(|(_, line)| line.x1 - line.x0).fold(0.0, f32::max);
    let (mut lefts, mut rights) = (HashMap::new(), Vec::new());
    let mut count = 0;
    for (_, line) in pairs() {
        *lefts.entry((line.x0 / 3.0) as i32).or_insert(0_usize) += 1;
        count += 1;
        // Lines of a masthead and of a table reach further than the text, and are short.
        if line.x1 - line.x0 > 0.4 * widest {
            rights.push(line.x1);
        }
    }
    // The leftmost that is frequent: paragraphs of two lines make the indent as frequent as the margin.
    let left = lefts.iter().filter(|&(_, &times)| times * 8 >= count).map(|(left, _)| *left).min();
    rights.sort_by(f32::total_cmp);
    let right = rights.get(rights.len() * 9 / 10).copied().unwrap_or(500.0);
    let mut measures = Measures {
        size,
        leading: 1.2 * size,
        left: left.unwrap_or(0) as f32 * 3.0,
        right,
        first_lines: false,
        raised_markers: lines.list.iter().any(|line| line.marked && line.size < 0.93 * size),
    };
    let gap = |(above, below): (&Line, &Line)| {
        let gap = below.y - above.y;
        (gap > 0.5 * size && gap < 3.0 * size).then_some(gap)
    };
    // A line that is full goes on below, so that the room between the two is not the room between paragraphs.
    let inside = pairs().filter(|(above, below)| {
        measures.room(above) < below.first_word + size && measures.indent(below).abs() < 0.3 * size
    });
    let inside: Vec<f32> = inside.filter_map(gap).collect();
    let gaps = if inside.len() > 1 { inside } else { pairs().filter_map(gap).collect() };
    measures.leading = smallest_frequent(gaps).unwrap_or(measures.leading);
    measures.first_lines = sets_in_first_lines(lines, &measures);
    measures
}

/// Whether lines that are set in are followed by lines that are not, and seldom by others of the same paragraph.
fn sets_in_first_lines(lines: &Lines, measures: &Measures) -> bool {
    let (mut alone, mut block) = (0, 0);
    for pair in lines.list.windows(2) {
        let [above, below] = pair else { continue };
        let near = below.y > above.y && below.y - above.y < 1.35 * measures.leading;
        let like = (above.size - below.size).abs() < 0.06 * above.size && above.page == below.page;
        if !near || !like || below.beside || measures.indent(above) < 0.8 * above.size {
            continue;
        }
        let words = lines.text.get(below.text.range()).unwrap_or_default();
        let further = measures.indent(below) - measures.indent(above);
        alone += usize::from(further < -0.8 * above.size);
        block += usize::from(further.abs() < 0.3 * above.size && words.starts_with(char::is_lowercase));
    }
    alone >= 3 && block * 3 <= alone || alone > 0 && block == 0 && lines.list.len() < 40
}

/// The smallest distance that a tenth of the lines have, give or take a point: between short paragraphs there is more
/// room than inside them.
fn smallest_frequent(mut gaps: Vec<f32>) -> Option<f32> {
    gaps.sort_by(f32::total_cmp);
    let least = gaps.len() / 10 + 1;
    let pairs = gaps.iter().zip(gaps.iter().skip(least - 1));
    pairs.into_iter().find(|(first, last)| *last - *first <= 1.0).map(|(_, last)| *last)
}

struct Builder<'a> {
    lines: &'a Lines,
    furniture: &'a [Option<&'static str>],
    trusted: bool,
    tables: &'a Tables,
    measures: Measures,
    paras: Vec<Para>,
    notes: Vec<Para>,
    /// The paragraph that the last line without a tag belongs to.
    current: usize,
    /// The paragraph that each tagged one became.
    blocks: HashMap<u32, usize>,
    tagged_notes: HashMap<u32, usize>,
    /// The last note of the page before may go on.
    note_open: bool,
}

impl Builder<'_> {
    fn page(&mut self, start: usize, end: usize) {
        let zone = self.note_zone(start, end);
        let mut last: Option<usize> = None;
        let mut first_of_page = true;
        let mut at = start;
        while at < end {
            let Some(&line) = self.lines.list.get(at) else { break };
            let taken = self.furniture.get(at).copied().flatten().is_some();
            if taken {
                at += 1;
                continue;
            }
            if let Some((table, first)) = self.tables.of(at) {
                if first {
                    let lines = vec![at as u32];
                    self.paras.push(Para { lines, style: Style::Row, page: line.page, table: Some(table) });
                }
                last = None;
                first_of_page = false;
            } else if line.tag.note > 0 {
                self.tagged_note(at, &line);
            } else if zone.is_some_and(|zone| at >= zone) && line.tag.block == 0 {
                self.note_line(at, &line);
            } else if self.trusted && line.tag.block > 0 {
                self.tagged(at, &line, first_of_page);
                last = None;
                first_of_page = false;
            } else {
                self.printed(at, &line, last, first_of_page);
                last = Some(at);
                first_of_page = false;
            }
            at += 1;
        }
    }

    /// A line of a tagged paragraph. Word tags what a page cuts as two paragraphs, so that at the top of a page the tags
    /// are doubted.
    fn tagged(&mut self, at: usize, line: &Line, first_of_page: bool) {
        let mut known = self.blocks.get(&line.tag.block).copied();
        if known.is_none() && first_of_page {
            known = self.cut_by_page(line);
        }
        let place = known.unwrap_or(self.paras.len());
        self.blocks.insert(line.tag.block, place);
        put(&mut self.paras, place, at, line, Style::Paragraph);
    }

    /// The paragraph of the page before that a line at the top of a page goes on with.
    fn cut_by_page(&self, line: &Line) -> Option<usize> {
        let is_rule = |para: &Para| {
            let words = para.lines.first().and_then(|&at| self.lines.list.get(at as usize));
            words.is_some_and(|line| self.words(line).bytes().all(|byte| byte == b'_'))
        };
        let (place, para) = self.paras.iter().enumerate().rev().take(3).find(|(_, para)| !is_rule(para))?;
        let above = para.lines.last().and_then(|&at| self.lines.list.get(at as usize))?;
        let joins = para.style == Style::Paragraph && above.page < line.page && self.goes_on(above, line);
        joins.then_some(place)
    }

    /// A line of a tagged note. One element may hold all the notes of a page, and one note may have an element on each of
    /// two pages.
    fn tagged_note(&mut self, at: usize, line: &Line) {
        let words = self.words(line);
        let found = marker(words);
        let known = self.tagged_notes.get(&line.tag.note).copied();
        let begins = if known.is_some() {
            line.marked && found.is_none_or(|marker| self.number_is_due(words, marker))
        } else {
            let page = self.notes.last().map_or(line.page, |note| note.page);
            line.marked || found.is_some() || page == line.page || !self.note_open
        };
        let open = !words.ends_with('.');
        let last = self.notes.len().checked_sub(1);
        let place = if begins { None } else { known.or(last) }.unwrap_or(self.notes.len());
        self.tagged_notes.insert(line.tag.note, place);
        put(&mut self.notes, place, at, line, Style::Note);
        self.note_open = open;
    }

    /// Where the notes at the foot of a page begin: small lines to the end, a marker among them; where notes are as
    /// large as the text, below a gap a line that begins with a raised marker, and above it those whose numbers lead up
    /// to that one.
    fn note_zone(&self, start: usize, end: usize) -> Option<usize> {
        let page = self.lines.list.get(start..end)?;
        let depth = page.iter().map(|line| line.y).fold(0.0, f32::max);
        let free = |at: usize, line: &Line| {
            self.furniture.get(start + at).copied().flatten().is_none() && line.tag.note == 0
        };
        let mut first = None;
        let mut small_marker = None;
        let mut marker_below_gap: Option<(usize, Option<u32>)> = None;
        let mut small = true;
        for (at, line) in page.iter().enumerate().rev().filter(|(at, line)| free(*at, line)) {
            if line.turn != 0 || line.tag.block > 0 && self.trusted || line.y < 0.3 * depth {
                break;
            }
            small &= line.size < 0.93 * self.measures.size;
            let starts = line.marked || marker(self.words(line)).is_some();
            if small {
                first = Some(start + at);
                small_marker = if starts { first } else { small_marker };
            }
            let above = page.get(..at).unwrap_or_default().iter().rev().find(|above| !above.beside);
            let apart = above.is_none_or(|above| line.y - above.y > 1.25 * self.measures.leading);
            if line.marked && apart {
                let number = note_number(self.words(line));
                let leads_up = match marker_below_gap {
                    Some((_, below)) => {
                        number.is_some() && number == below.and_then(|below| below.checked_sub(1))
                    }
                    None => true,
                };
                if !leads_up {
                    break;
                }
                marker_below_gap = Some((start + at, number));
            }
        }
        let zone = if self.note_open { small_marker.and(first) } else { small_marker };
        zone.into_iter().chain(marker_below_gap.map(|(at, _)| at)).min()
    }

    fn note_line(&mut self, at: usize, line: &Line) {
        let words = self.words(line);
        let open = !words.ends_with('.');
        let starts = line.marked
            || !line.beside
                && !self.measures.raised_markers
                && marker(words).is_some_and(|marker| {
                    self.number_is_due(words, marker) || marker.glued && !self.note_open
                });
        let place = if starts { self.notes.len() } else { self.notes.len().saturating_sub(1) };
        put(&mut self.notes, place, at, line, Style::Note);
        self.note_open = open;
    }

    /// Whether a number at the start of a line follows that of the last note.
    fn number_is_due(&self, words: &str, own: Marker) -> bool {
        let last = self.notes.last().and_then(|note| note.lines.first());
        let last = last.and_then(|&at| self.lines.list.get(at as usize)).map_or("", |line| self.words(line));
        let Some(last) = note_number(last) else { return true };
        let next = words.get(own.from..own.to).and_then(|digits| digits.parse::<u32>().ok());
        next.is_none_or(|next| next > last && next <= last + 3 || next == 1)
    }

    /// A line without a tag: it goes on with the one above it, or begins a paragraph.
    fn printed(&mut self, at: usize, line: &Line, last: Option<usize>, first_of_page: bool) {
        let above = last.and_then(|at| self.lines.list.get(at)).copied();
        let known = if first_of_page {
            self.cut_by_page(line)
        } else {
            let joins = |above: Line| above.furniture == line.furniture && self.goes_on(&above, line);
            above.is_some_and(joins).then_some(self.current)
        };
        self.current = known.unwrap_or(self.paras.len());
        put(&mut self.paras, self.current, at, line, Style::Paragraph);
    }

    fn goes_on(&self, above: &Line, line: &Line) -> bool {
        let measures = &self.measures;
        let size = line.size;
        if (above.size - size).abs() > 0.08 * size || above.bold != line.bold || above.turn != line.turn {
            return false;
        }
        let (before, words) = (self.words_before_marks(above), self.words(line));
        let complete = before.ends_with(['.', ';', ':', '。', '；', '：', '؛', '!', '?', '؟']);
        let stopped = complete || before.ends_with([',', '،', '，']);
        let lower = words.starts_with(char::is_lowercase);
        let listed = begins_anew(words) && !self.is_bracketed();
        let (indent, was, room) = (measures.indent(line), measures.indent(above), measures.room(above));
        let short = room > line.first_word + size && room > 0.02 * (above.x1 - above.x0 + room);
        let first = measures.first_lines && indent > 0.8 * size && (stopped || !lower);
        let set_in = indent > was + 0.8 * size || first;
        if above.page != line.page {
            // Where first lines are set in, a line at the margin below a full one begins nothing, whatever it begins with:
            // "paragraph | 12. In this regard", "Mr. | Secretary".
            let inside = measures.first_lines && indent < 0.3 * size && !short;
            let begins = listed && (!inside || complete) || lower && complete && short;
            let goes_on = lower && !(set_in && stopped)
                || !complete && !short && !set_in
                || inside && ends_with_abbreviation(before);
            return goes_on && !begins;
        }
        let gap = line.y - above.y;
        if line.beside || gap < 0.2 * size || gap > 1.35 * measures.leading.max(1.05 * size).min(2.4 * size) {
            return false;
        }
        // Titles are broken where it looks well; other lines that end before they must were ended by somebody.
        let width = (measures.right - measures.left).max(1.0);
        let title = line.bold && above.x1 - above.x0 > 0.5 * width;
        let anew = listed && (stopped || short)
            || words.starts_with(['[', '［'])
            // A first line set in, after one that was not.
            || set_in && indent > 0.8 * size && (stopped || short)
            || short && (complete || !lower && (stopped || !title))
            // Lines in the middle or at the far side stand for themselves.
            || was > 0.3 * width && !lower && !title;
        !anew
    }

    /// Whether a bracket is open at the end of the last paragraph.
    fn is_bracketed(&self) -> bool {
        let Some(para) = self.paras.last() else { return false };
        let mut open = 0;
        for line in para.lines.iter().rev().take(6).filter_map(|&at| self.lines.list.get(at as usize)).rev() {
            for letter in self.words(line).chars() {
                open = match letter {
                    '(' | '[' => open + 1,
                    ')' | ']' if open > 0 => open - 1,
                    _ => open,
                };
            }
        }
        open > 0
    }

    /// The words of a line without the marks of notes at its end.
    fn words_before_marks(&self, line: &Line) -> &str {
        let marks = &self.lines.marks;
        let last = marks.partition_point(|mark| mark.end <= line.text.end).checked_sub(1);
        let mark = last.and_then(|at| marks.get(at)).filter(|mark| mark.end == line.text.end);
        let end = mark.map_or(line.text.end, |mark| mark.start.max(line.text.start));
        self.lines.text.get(line.text.start as usize..end as usize).unwrap_or_default().trim_end()
    }

    fn words(&self, line: &Line) -> &str {
        self.lines.text.get(line.text.range()).unwrap_or_default()
    }
}
