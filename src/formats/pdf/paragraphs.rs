//! Groups lines into paragraphs, footnotes and table rows, across page breaks.
//!
//! In a tagged file the tags say which lines belong together; in an untagged one indents and distances on the page do.
//! Page furniture has already been taken out by [`super::furniture`].

use super::labels::{Marker, begins_anew, ends_with_abbreviation, marker, note_number};
use super::lines::{Line, Lines};
use super::tables::Tables;
use crate::document::Reason;
use crate::formats::Style;
use std::collections::HashMap;

/// Lines that form one paragraph, note or table.
#[derive(Clone, Debug)]
pub(super) struct Para {
    pub lines: Vec<u32>,
    pub style: Style,
    pub page: u32,
    /// Index in [`Tables::list`] of the table that stands here; `lines` then holds its first line only.
    pub table: Option<usize>,
}

/// Adds a line to the paragraph at index `place`, or begins a new one at the end of the list.
fn put(list: &mut Vec<Para>, place: usize, at: usize, line: &Line, style: Style) {
    match list.get_mut(place) {
        Some(para) => para.lines.push(at as u32),
        None => list.push(Para { lines: vec![at as u32], style, page: line.page, table: None }),
    }
}

/// The metrics of the body text, in points, by which paragraphs are told apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    /// The font size of most of the text.
    pub size: f32,
    /// Distance between the baselines of one paragraph.
    leading: f32,
    left: f32,
    right: f32,
    /// Paragraphs have a first-line indent.
    first_lines: bool,
    /// The markers of notes are raised, so that a figure at the beginning of a line is a marker only if it is raised.
    raised_markers: bool,
}

impl Measures {
    /// The indent of a line, at the side on which it begins.
    fn indent(&self, line: &Line) -> f32 {
        if line.rtl { self.right - line.x1 } else { line.x0 - self.left }
    }

    /// The space that a line leaves at its end, up to the margin.
    fn room(&self, line: &Line) -> f32 {
        if line.rtl { line.x0 - self.left } else { self.right - line.x1 }
    }
}

/// The paragraphs of a file and its footnotes, each in reading order, and its tables.
pub(super) struct Built {
    pub paras: Vec<Para>,
    pub notes: Vec<Para>,
    pub tables: Tables,
}

/// Builds paragraphs and notes from the lines that are not furniture.
pub(super) fn build(lines: &Lines, furniture: &[Option<Reason>]) -> Built {
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

/// Whether the paragraph tags are usable: some producers tag every line as a paragraph.
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

/// Measures the body text.
pub(super) fn measure(lines: &Lines, furniture: &[Option<Reason>]) -> Measures {
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
        // The lines of mastheads and tables may reach beyond the right margin, but are short.
        if line.x1 - line.x0 > 0.4 * widest {
            rights.push(line.x1);
        }
    }
    // The leftmost frequent position is the margin. The most frequent may be the indent, where paragraphs have two
    // lines.
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
    // A line that fills its measure continues on the next line, so that the distance between the two is the leading and
    // not the space between paragraphs.
    let inside = pairs().filter(|(above, below)| {
        measures.room(above) < below.first_word + size && measures.indent(below).abs() < 0.3 * size
    });
    let inside: Vec<f32> = inside.filter_map(gap).collect();
    let gaps = if inside.len() > 1 { inside } else { pairs().filter_map(gap).collect() };
    measures.leading = smallest_frequent(gaps).unwrap_or(measures.leading);
    measures.first_lines = sets_in_first_lines(lines, &measures);
    measures
}

/// Whether indented lines are usually followed by lines at the margin: then it is a first-line indent and not an
/// indented block.
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

/// The smallest distance that about a tenth of the lines share, within one point. Larger frequent distances are the
/// space between paragraphs, which outnumber those inside them where paragraphs are short.
fn smallest_frequent(mut gaps: Vec<f32>) -> Option<f32> {
    gaps.sort_by(f32::total_cmp);
    let least = gaps.len() / 10 + 1;
    let pairs = gaps.iter().zip(gaps.iter().skip(least - 1));
    pairs.into_iter().find(|(first, last)| *last - *first <= 1.0).map(|(_, last)| *last)
}

struct Builder<'a> {
    lines: &'a Lines,
    furniture: &'a [Option<Reason>],
    trusted: bool,
    tables: &'a Tables,
    measures: Measures,
    paras: Vec<Para>,
    notes: Vec<Para>,
    /// Index of the paragraph that the last untagged line belongs to.
    current: usize,
    /// Index of the paragraph of each tagged block, by [`Tag::block`](super::tags::Tag::block).
    blocks: HashMap<u32, usize>,
    tagged_notes: HashMap<u32, usize>,
    /// The last note did not end with a full stop, so it may continue on the next page.
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

    /// Adds a line of a tagged paragraph. Word tags the two halves of a paragraph that a page break cuts as two
    /// paragraphs, so the first line of a page is checked against the last of the page before.
    fn tagged(&mut self, at: usize, line: &Line, first_of_page: bool) {
        let mut known = self.blocks.get(&line.tag.block).copied();
        if known.is_none() && first_of_page {
            known = self.cut_by_page(line);
        }
        let place = known.unwrap_or(self.paras.len());
        self.blocks.insert(line.tag.block, place);
        put(&mut self.paras, place, at, line, Style::Paragraph);
    }

    /// Index of the paragraph of the page before that a line at the top of a page continues.
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

    /// Adds a line of a tagged note. One `Note` element may hold all the notes of a page, and one note may have an
    /// element on each of two pages.
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

    /// Index of the first line of the notes at the foot of a page; `None` where it has none. The notes are either small
    /// lines down to the end of the page with a marker among them, or, where they are as large as the text, begin below
    /// a gap with a raised marker. Further notes above it then count if their numbers lead up to its own.
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

    /// Whether the number at the start of a line may be that of the next note.
    fn number_is_due(&self, words: &str, own: Marker) -> bool {
        let last = self.notes.last().and_then(|note| note.lines.first());
        let last = last.and_then(|&at| self.lines.list.get(at as usize)).map_or("", |line| self.words(line));
        let Some(last) = note_number(last) else { return true };
        let next = words.get(own.from..own.to).and_then(|digits| digits.parse::<u32>().ok());
        next.is_none_or(|next| next > last && next <= last + 3 || next == 1)
    }

    /// Adds an untagged line: it continues the line above it or begins a paragraph.
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
            // Where paragraphs have a first-line indent, a line at the margin below a full line continues it, even if
            // it looks like the beginning of a paragraph: "paragraph | 12. In this regard", "Mr. | Secretary".
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
        // A title is broken anywhere. Any other line that ends although the next word had room was ended by the author.
        let width = (measures.right - measures.left).max(1.0);
        let title = line.bold && above.x1 - above.x0 > 0.5 * width;
        let anew = listed && (stopped || short)
            || words.starts_with(['[', '［'])
            // An indented line after one that is not.
            || set_in && indent > 0.8 * size && (stopped || short)
            || short && (complete || !lower && (stopped || !title))
            // A centred or right-aligned line stands alone.
            || was > 0.3 * width && !lower && !title;
        !anew
    }

    /// Whether the last lines of the last paragraph leave a bracket open.
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

    /// The text of a line without footnote marks at its end.
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
