//! Finds page furniture: running heads, page numbers, job numbers, bar codes, rules.
//!
//! Furniture is recognised by evidence: a form that no sentence has, a line that neighbouring pages repeat at their
//! head or foot, the whole title printed again at the edge of a page, or a number that counts the pages. A mere
//! resemblance is not evidence: a heading that a table of contents names too must stay. What is set aside is listed
//! with its reason. The forms are those seen in General Assembly resolutions of sessions 75 to 80.

mod jobs;

use super::enacting::Phrases;
use super::shape::{after_phrase, begins_with, first_folded, fold};
use crate::document::Reason;
use crate::formats::{Block, Content, Style};
use crate::lang::{tables, zh};
use crate::text::Part as _;
use crate::text::chars::{is_alphanumeric, is_gap, is_superscript};
use jobs::{bar_codes, is_bar_code, is_job_number, is_page_foot, job_dates};
use std::collections::{HashMap, HashSet};

/// How many blocks at either end of a page may be furniture.
const EDGE: usize = 4;

/// How many blocks at the start may hold the symbols of the document itself, where no enacting phrase ends the
/// masthead.
const MASTHEAD: usize = 15;

/// For each block, the reason why it is furniture; `None` where it is text.
pub(super) fn find(content: &Content, enacting: &Phrases) -> Vec<Option<Reason>> {
    let blocks = &content.blocks;
    let mut reasons: Vec<Option<Reason>> = blocks.iter().map(|block| by_form(content, block)).collect();
    bar_codes(content, &mut reasons);
    job_dates(content, &mut reasons);
    symbols(content, enacting, &mut reasons);
    super::footnotes::displaced_marks(content, &mut reasons);
    fractions(blocks, content, &mut reasons);
    let mut seen = Seen::new();
    let counted = page_numbers(content, &reasons);
    for_each_page(blocks, |start, end| {
        edges(content, &mut reasons, &counted, start, end);
        if start > 0 {
            count_edge_lines(content, &reasons, start, end, &mut seen);
        }
    });
    let title = title(content, enacting, &reasons);
    for_each_page(blocks, |start, end| {
        if start > 0 {
            running_titles(content, &mut reasons, start, end, &seen, &title);
            edges(content, &mut reasons, &counted, start, end);
        }
    });
    reasons
}

fn for_each_page(blocks: &[Block], mut page: impl FnMut(usize, usize)) {
    let mut start = 0;
    while let Some(first) = blocks.get(start) {
        let count = blocks.part(start..).iter().take_while(|block| block.page == first.page).count();
        page(start, start + count);
        start += count;
    }
}

/// Furniture that is recognised by its form, wherever it stands.
fn by_form(content: &Content, block: &Block) -> Option<Reason> {
    if block.style == Style::Row {
        return None;
    }
    if block.text.len() < 250 && is_page_foot(content.words(block)) {
        return Some(Reason::PageNumber);
    }
    if block.text.len() > 80 || block.style == Style::Note {
        return is_rule(content.words(block)).then_some(Reason::Rule);
    }
    let words = content.words(block);
    if is_rule(words) {
        return Some(Reason::Rule);
    }
    if is_job_number(words) {
        return Some(Reason::JobNumber);
    }
    if is_bar_code(words) {
        return Some(Reason::BarCode);
    }
    let words = words.trim_start_matches(['♲', ' ']);
    let first = first_folded(words).filter(|_| words.len() >= 9)?;
    let mut phrases = tables().flat_map(|table| table.lines.recycle);
    phrases
        .any(|phrase| begins_with(phrase, first) && after_phrase(words, phrase).is_some())
        .then_some(Reason::RecyclingLine)
}

fn is_rule(words: &str) -> bool {
    let mut letters = 0;
    for letter in words.chars() {
        match letter {
            '_' | '-' | '—' | '–' | '=' | '*' | '~' | '─' | '━' | '═' => letters += 1,
            _ if is_gap(letter) => {}
            _ => return false,
        }
    }
    letters >= 3
}

/// Marks lines that repeat a symbol: the symbol of the masthead anywhere, another symbol at the edge of a page only,
/// since a list of documents may name one twice.
fn symbols(content: &Content, enacting: &Phrases, reasons: &mut [Option<Reason>]) {
    // "United Nations A/RES/64/199" on one line.
    let named = content.blocks.iter().take(12).filter(|block| block.page == 0);
    let mut own: Vec<String> = named.filter_map(|block| symbol_behind_words(content.words(block))).collect();
    let mut met: Vec<String> = Vec::new();
    let mut place = 0;
    let mut page = 0;
    let blocks = &content.blocks;
    let several = blocks.last().is_some_and(|last| last.page > 0);
    let masthead = blocks
        .iter()
        .take(2 * MASTHEAD)
        .position(|block| enacting.is_line(content.words(block)))
        .unwrap_or(MASTHEAD);
    for (at, (block, reason)) in blocks.iter().zip(reasons).enumerate() {
        place = if block.page == page { place + 1 } else { 0 };
        page = block.page;
        if block.text.len() > 60 || reason.is_some() || block.style == Style::Row {
            continue;
        }
        let words = content.words(block);
        if !super::masthead::is_symbol_line(words) {
            continue;
        }
        let bare: String = words.chars().filter(|letter| !letter.is_whitespace() && *letter != '*').collect();
        let edge = || {
            page > 0 && place < EDGE
                || several && blocks.get(at + EDGE + 1).is_none_or(|next| next.page != page)
        };
        if own.contains(&bare) || met.contains(&bare) && edge() {
            *reason = Some(Reason::RunningHead);
        } else if at < masthead && own.len() < 8 {
            own.push(bare);
        } else if met.len() < 8 {
            met.push(bare);
        }
    }
}

/// The symbol, without spaces, at the end of a line with other words before it: "United Nations S/RES/1445 (2002)".
fn symbol_behind_words(words: &str) -> Option<String> {
    let words = Some(words).filter(|words| words.len() <= 120)?;
    let starts = words.match_indices(is_gap).map(|(at, gap)| at + gap.len());
    starts
        .filter_map(|at| words.get(at..))
        .find(|rest| {
            rest.bytes().filter(|&byte| byte == b'/').count() >= 2 && super::masthead::is_symbol_line(rest)
        })
        .map(|symbol| symbol.chars().filter(|letter| !letter.is_whitespace() && *letter != '*').collect())
}

/// The blocks that are a bare number at the edge of a page and count the pages: the numbers of at least two pages
/// rise with the pages, or the first page has 1.
fn page_numbers(content: &Content, reasons: &[Option<Reason>]) -> HashSet<usize> {
    let mut found: Vec<(u32, u32, usize)> = Vec::new();
    let mut pages = 0;
    for_each_page(&content.blocks, |start, end| {
        pages += 1;
        for at in text_at_edges(reasons, start, end) {
            let Some(block) = content.blocks.get(at).filter(|block| block.style == Style::Line) else {
                continue;
            };
            let words = content.words(block);
            if let Some(value) = page_value(words).filter(|_| words.len() <= 4) {
                found.push((block.page, value, at));
            }
        }
    });
    let offset = |page: u32, value: u32| i64::from(value) - i64::from(page);
    let mut on: HashMap<i64, (u32, bool)> = HashMap::new();
    for &(page, value, _) in &found {
        let (first, several) = on.entry(offset(page, value)).or_insert((page, false));
        *several |= *first != page;
    }
    let counts = |page: u32, value: u32| {
        let offset = offset(page, value);
        offset == 1 && pages > 1 || on.get(&offset).is_some_and(|(_, several)| *several)
    };
    found.into_iter().filter(|&(page, value, _)| counts(page, value)).map(|(_, _, at)| at).collect()
}

/// Marks fractions such as "2/5" on the second of five pages, wherever they stand: in text extracted from pages,
/// notes may follow them.
fn fractions(blocks: &[Block], content: &Content, reasons: &mut [Option<Reason>]) {
    let pages = blocks.last().map_or(0, |last| last.page + 1);
    for (at, (block, reason)) in blocks.iter().zip(reasons).enumerate() {
        let alone =
            block.gap > 0 && blocks.get(at + 1).is_none_or(|next| next.gap > 0 || next.page != block.page);
        let known = pages > 1 && !content.pages_are_guessed && alone && block.style == Style::Line;
        if known && reason.is_none() && block.text.len() < 10 {
            let parts = content.words(block).split_once('/');
            if parts.is_some_and(|(this, all)| {
                page_value(this) == Some(block.page + 1) && page_value(all) == Some(pages)
            }) {
                *reason = Some(Reason::PageNumber);
            }
        }
    }
}

fn page_value(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
        .filter(|&value| value > 0)
}

/// Marks page numbers at the ends of a page, and lines that say that the text continues.
fn edges(
    content: &Content,
    reasons: &mut [Option<Reason>],
    counted: &HashSet<usize>,
    start: usize,
    end: usize,
) {
    // Below a rule, a bare number is the marker of a note.
    let rule =
        (start..end).rev().take(300).find(|&at| reasons.get(at).copied().flatten() == Some(Reason::Rule));
    let mut check = |at: usize, edge: &mut usize| {
        let (Some(block), Some(reason)) = (content.blocks.get(at), reasons.get_mut(at)) else { return };
        if reason.is_some() {
            return;
        }
        *edge += 1;
        let words = content.words(block);
        let alone = rule.is_none_or(|rule| at < rule)
            && block.gap > 0
            && content.blocks.get(at + 1).is_none_or(|next| next.gap > 0 || next.page != block.page);
        let alone = alone || at == start && content.blocks.get(at + 1).is_none_or(|next| next.gap > 0);
        if block.style == Style::Line
            && words.len() <= 40
            && is_page_number(words, block.page, alone && counted.contains(&at))
        {
            *reason = Some(Reason::PageNumber);
            *edge -= 1;
        }
    };
    let mut edge = 0;
    for at in start..end {
        check(at, &mut edge);
        if edge >= EDGE {
            break;
        }
    }
    edge = 0;
    for at in (start..end).rev() {
        check(at, &mut edge);
        if edge >= EDGE {
            break;
        }
    }
}

/// Whether a line is a page number: "2/5", "- 3 -", "Page 4", "/...", or a bare number known to count the pages.
fn is_page_number(words: &str, page: u32, counts: bool) -> bool {
    let is_dash = |letter: char| matches!(letter, '-' | '–' | '—');
    let bare = words.trim_matches(|letter: char| is_dash(letter) || letter.is_whitespace());
    let number = page_value;
    if let Some((this, all)) = bare.split_once('/')
        && let (Some(this), Some(all)) = (number(this.trim()), number(all.trim()))
    {
        return this <= all && (this == page + 1 || all < 400);
    }
    if number(bare).is_some() {
        return counts || words.starts_with(is_dash) && words.ends_with(is_dash);
    }
    let folded = fold(words);
    let folded = folded.trim_matches(['[', ']', '(', ')']);
    if matches!(folded, "/..." | "...") || tables().any(|table| table.lines.continued.contains(&folded)) {
        return true;
    }
    tables().flat_map(|table| table.lines.pages).any(|name| {
        folded
            .strip_prefix(name)
            .is_some_and(|rest| rest.split([' ', '/']).next().and_then(number).is_some() && rest.len() <= 12)
    }) || zh::page_number(folded).is_some_and(|rest| number(rest.trim()).is_some())
}

/// For each line at the edge of a page: the last page on which it was seen, whether it was seen on two pages that are
/// neighbours or face the same way, and the longest line inside that page.
type Seen<'c> = HashMap<String, (u32, bool, &'c str)>;

fn count_edge_lines<'c>(
    content: &'c Content,
    reasons: &[Option<Reason>],
    start: usize,
    end: usize,
    seen: &mut Seen<'c>,
) {
    let edges = text_at_edges(reasons, start, end);
    // A page that occurs twice, as where a file holds two copies of a text, repeats all of its lines.
    let longest = |at_edges: bool| {
        let lines = (start..end).filter(|at| reasons.get(*at).is_some_and(Option::is_none));
        let lines = lines.filter(|at| at_edges || !edges.contains(at));
        let lines = lines.filter_map(|at| content.blocks.get(at)).map(|block| content.words(block));
        lines.max_by_key(|words| words.len())
    };
    let longest = longest(false).or_else(|| longest(true)).unwrap_or_default();
    for at in edges.iter().copied() {
        if let Some(block) =
            content.blocks.get(at).filter(|block| block.text.len() <= 400 && block.style == Style::Line)
        {
            let key = bare(without_symbol(content.words(block)));
            if key.chars().any(char::is_alphabetic) && (seen.len() < 100_000 || seen.contains_key(&key)) {
                let (last, near, inside) = seen.entry(key).or_insert((block.page, false, longest));
                *near |= *last != block.page && block.page - *last <= 2 && *inside != longest;
                (*last, *inside) = (block.page, longest);
            }
        }
    }
}

/// The first and the last blocks of a page that are not furniture yet.
fn text_at_edges(reasons: &[Option<Reason>], start: usize, end: usize) -> Vec<usize> {
    let is_text = |at: &usize| reasons.get(*at).is_some_and(Option::is_none);
    let head = (start..end).take(EDGE + 4).filter(is_text).take(EDGE);
    let foot = (start..end).rev().take(EDGE + 4).filter(is_text).take(EDGE);
    let mut out: Vec<usize> = head.chain(foot).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A running head without the symbol before or after the title.
fn without_symbol(words: &str) -> &str {
    let is_space = [' ', '\u{A0}'];
    let long = |symbol: &str| symbol.len() > 6 && super::masthead::is_symbol_line(symbol);
    if let Some((_, rest)) = words.split_once(is_space).filter(|(symbol, _)| long(symbol)) {
        return rest.trim_start();
    }
    match words.rsplit_once(is_gap) {
        Some((rest, symbol)) if long(symbol) => rest.trim_end(),
        _ => words,
    }
}

fn bare(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && is_alphanumeric(letter) {
            out.extend(letter.to_lowercase());
        }
    }
    out
}

/// The title of the document as a running head repeats it: what stands between its number and the enacting phrase,
/// else the last lines above the enacting phrase. Empty where neither is found.
fn title(content: &Content, enacting: &Phrases, reasons: &[Option<Reason>]) -> String {
    let mut title = String::new();
    let mut numbered = false;
    let first_page = content.blocks.iter().zip(reasons).take(60).take_while(|(block, _)| block.page == 0);
    for (block, _) in first_page.filter(|(_, reason)| reason.is_none()) {
        let words = content.words(block);
        if enacting.is_line(words) {
            return title;
        }
        if block.text.len() >= 2000 || super::masthead::is_symbol_line(words) {
            continue;
        }
        if let Some((_, at)) = super::masthead::title_number(words) {
            numbered = true;
            title = bare(words.part(at..));
        } else {
            if !numbered && block.gap > 0 {
                title.clear();
            }
            title.push_str(&bare(without_symbol(words)));
        }
    }
    if numbered { title } else { String::new() }
}

/// Marks the title where it is printed again at the head or foot of a page, and lines that neighbouring pages repeat
/// there: lines on their own, next to the symbol or to the edge.
fn running_titles(
    content: &Content,
    reasons: &mut [Option<Reason>],
    start: usize,
    end: usize,
    seen: &Seen<'_>,
    title: &str,
) {
    let of_page =
        |reasons: &[Option<Reason>]| reasons.get(start..end).map_or(0, |page| page.iter().flatten().count());
    // When a line is set aside, another line may become the first or last of the page.
    for _ in 0..2 {
        let before = of_page(reasons);
        whole_title(content, reasons, start, end, title);
        for group in [head_group(content, reasons, start, end), foot_group(content, reasons, start, end)] {
            let lines = content.blocks.get(group.clone()).unwrap_or_default();
            if lines.is_empty()
                || lines.len() > EDGE
                || lines.iter().any(|line| line.style != Style::Line || line.text.len() > 400)
            {
                continue;
            }
            let first = lines.first().map_or("", |line| content.words(line));
            let last = lines.last().map_or("", |line| content.words(line));
            // A note that is printed at the foot of every page is a note of every page.
            let structural = first.starts_with(is_superscript)
                || super::numbering::number(first).is_some()
                || super::numbering::item(first).is_some()
                || super::words::unit(first).is_some()
                || super::words::is_meeting(first)
                || super::shape::ends_with_mark(last);
            if structural {
                continue;
            }
            let key: String = lines.iter().map(|line| bare(without_symbol(content.words(line)))).collect();
            // What looks like a page because of blank lines may be a section, and sections may have headings in
            // common.
            let beside = |at: usize| reasons.get(at).is_some_and(Option::is_some);
            let paged = !content.pages_are_guessed
                || group.start > start && beside(group.start - 1)
                || group.end < end && beside(group.end);
            let repeated = paged
                && lines.iter().all(|line| {
                    seen.get(&bare(without_symbol(content.words(line)))).is_some_and(|(_, near, _)| *near)
                });
            if key.chars().nth(3).is_some() && (repeated || key == title) {
                for reason in reasons.get_mut(group).unwrap_or_default() {
                    *reason = Some(Reason::RunningHead);
                }
            }
        }
        if of_page(reasons) == before {
            return;
        }
    }
}

/// Marks the whole title at the head of a page where no gap separates it from the text.
fn whole_title(content: &Content, reasons: &mut [Option<Reason>], start: usize, end: usize, title: &str) {
    let mut key = String::new();
    let mut lines = Vec::new();
    if title.is_empty() {
        return;
    }
    for at in
        (start..end).take(3 * EDGE).filter(|&at| reasons.get(at).is_some_and(Option::is_none)).take(EDGE + 2)
    {
        let Some(block) =
            content.blocks.get(at).filter(|block| block.style == Style::Line && block.text.len() <= 400)
        else {
            return;
        };
        key.push_str(&bare(without_symbol(content.words(block))));
        lines.push(at);
        if key == title && !super::shape::ends_with_mark(content.words(block)) {
            for at in lines {
                if let Some(reason) = reasons.get_mut(at) {
                    *reason = Some(Reason::RunningHead);
                }
            }
            return;
        }
    }
}

/// The first lines of a page that are not furniture, up to a gap.
fn head_group(
    content: &Content,
    reasons: &[Option<Reason>],
    start: usize,
    end: usize,
) -> std::ops::Range<usize> {
    let is_text = |at: usize| reasons.get(at).is_some_and(Option::is_none);
    let Some(first) = (start..end.min(start + 2 * EDGE)).find(|&at| is_text(at)) else { return 0..0 };
    let last = (first + 1..end.min(first + 2 * EDGE))
        .find(|&at| !is_text(at) || content.blocks.get(at).is_none_or(|block| block.gap > 0))
        .unwrap_or(end);
    first..last
}

/// The last lines of a page that are not furniture, from a gap on.
fn foot_group(
    content: &Content,
    reasons: &[Option<Reason>],
    start: usize,
    end: usize,
) -> std::ops::Range<usize> {
    let is_text = |at: usize| reasons.get(at).is_some_and(Option::is_none);
    let Some(last) = (start..end).rev().take(2 * EDGE).find(|&at| is_text(at)) else { return 0..0 };
    let mut first = last;
    while first > start
        && last - first < 2 * EDGE
        && content.blocks.get(first).is_some_and(|block| block.gap == 0)
        && is_text(first - 1)
    {
        first -= 1;
    }
    first..last + 1
}
