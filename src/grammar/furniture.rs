//! Page furniture: running heads, page numbers, job numbers, bar codes, rules.
//!
//! Furniture is recognised by its form together with its place, never by its words alone; what is set aside is
//! listed with its reason.

use super::shape::fold;
use crate::formats::{Block, Content, Style};
use std::collections::HashMap;

/// How many blocks at either end of a page may be furniture.
const EDGE: usize = 4;

/// For each block, why it is furniture; `None` where it is text.
pub(super) fn find(content: &Content) -> Vec<Option<&'static str>> {
    let blocks = &content.blocks;
    let mut reasons: Vec<Option<&'static str>> = blocks.iter().map(|block| by_form(content, block)).collect();
    symbols(content, &mut reasons);
    displaced_marks(content, &mut reasons);
    let mut seen: HashMap<String, u32> = HashMap::new();
    for_each_page(blocks, |start, end| {
        edges(content, &mut reasons, start, end);
        if start > 0 {
            count_edge_lines(content, &reasons, start, end, &mut seen);
        }
    });
    let opening = Opening::of(content);
    for_each_page(blocks, |start, end| {
        if start > 0 {
            running_titles(content, &mut reasons, start, end, &seen, &opening);
            edges(content, &mut reasons, start, end);
        }
    });
    reasons
}

/// Note marks that `pdftotext` prints on a line of their own right above the rule: where they belong is lost.
fn displaced_marks(content: &Content, reasons: &mut [Option<&'static str>]) {
    for at in 1..reasons.len() {
        let above = content.blocks.get(at - 1).map_or("", |block| content.words(block));
        let same = content.blocks.get(at - 1).map(|block| block.page)
            == content.blocks.get(at).map(|block| block.page);
        if reasons.get(at).copied().flatten() == Some("rule")
            && same
            && super::footnotes::is_bare_marker(above)
            && let Some(reason) = reasons.get_mut(at - 1)
        {
            *reason = Some("displaced-mark");
        }
    }
}

fn for_each_page(blocks: &[Block], mut page: impl FnMut(usize, usize)) {
    let mut start = 0;
    while let Some(first) = blocks.get(start) {
        let count = blocks
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|block| block.page == first.page)
            .count();
        page(start, start + count);
        start += count;
    }
}

/// Furniture wherever it stands.
fn by_form(content: &Content, block: &Block) -> Option<&'static str> {
    const RECYCLE: [&str; 6] = [
        "please recycle",
        "merci de recycler",
        "se ruega reciclar",
        "просьба отправить на вторичную переработку",
        "الرجاء اعادة استعمال الورق",
        "请回收",
    ];
    if block.style == Style::Row {
        return None;
    }
    if block.text.len() < 250 && is_page_foot(content.words(block)) {
        return Some("page-number");
    }
    if block.text.len() > 80 || block.style == Style::Note {
        return is_rule(content.words(block)).then_some("rule");
    }
    let words = content.words(block);
    if is_rule(words) {
        return Some("rule");
    }
    if is_job_number(words) {
        return Some("job-number");
    }
    if is_bar_code(words) {
        return Some("bar-code");
    }
    let long_enough =
        words.len() >= 9 && words.chars().next().is_some_and(|first| "PpMmSsПпار请♲".contains(first));
    (long_enough && RECYCLE.iter().any(|phrase| fold(words).starts_with(phrase))).then_some("recycling-line")
}

fn is_rule(words: &str) -> bool {
    let mut letters = 0;
    for letter in words.chars() {
        match letter {
            '_' | '-' | '—' | '–' | '=' | '*' | '~' | '─' | '━' | '═' => letters += 1,
            ' ' | '\u{A0}' => {}
            _ => return false,
        }
    }
    letters >= 3
}

/// "25-20116 (E)", "10-52524", "15-01999* (R) 200215".
fn is_job_number(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits = |from: usize, count: usize| {
        bytes.get(from..from + count).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
    };
    if !(digits(0, 2) && bytes.get(2) == Some(&b'-') && digits(3, 5)) {
        return false;
    }
    let rest = words.get(8..).unwrap_or_default();
    rest.len() <= 32
        && !rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_digit() || b" *()EFSRACefsrac".contains(&byte))
}

/// "2/5          25-20116": the number of the page and of the job on one line.
fn is_page_foot(words: &str) -> bool {
    let Some((left, right)) = words.split_once([' ', '\u{A0}']) else { return false };
    let right = right.trim_start();
    let page = |text: &str| {
        text.split_once('/').is_some_and(|(this, all)| {
            [this, all]
                .iter()
                .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    is_job_number(left) && page(right) || page(left) && is_job_number(right)
}

fn is_bar_code(words: &str) -> bool {
    let bytes = words.as_bytes();
    if bytes.len() >= 5 && bytes.iter().all(|&byte| byte == b'`') {
        return true;
    }
    // The stars may have been taken for emphasis.
    if bytes.len() == 7 && bytes.iter().all(u8::is_ascii_digit) {
        return true;
    }
    let digits = bytes.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
    let rest = words.get(1 + digits..).unwrap_or_default();
    bytes.first() == Some(&b'*')
        && (6..=9).contains(&digits)
        && (rest.starts_with('*') || rest.starts_with('('))
        && rest.len() <= 6
}

/// Whether a line holds a document symbol and nothing else.
pub(super) fn is_symbol_line(words: &str) -> bool {
    let bytes = words.as_bytes();
    if bytes.len() > 60 || !bytes.first().is_some_and(u8::is_ascii_uppercase) {
        return false;
    }
    let body = words.trim_end_matches('*').trim_end();
    // "A/80/286." is a note.
    if body.ends_with('.') {
        return false;
    }
    let (symbol, rest) = body.split_once([' ', '\u{A0}']).unwrap_or((body, ""));
    let slashes = symbol.bytes().filter(|&byte| byte == b'/').count();
    let tail = rest.trim();
    slashes >= 1
        && (slashes >= 2 || symbol.bytes().any(|byte| byte.is_ascii_digit()))
        && symbol.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.()-*".contains(&byte))
        && symbol
            .split('/')
            .next()
            .is_some_and(|organ| organ.len() <= 6 && organ.bytes().all(|byte| byte.is_ascii_uppercase()))
        && (tail.is_empty()
            || tail.starts_with('(') && (tail.ends_with(')') || tail.contains(")/") && !tail.contains(") "))
            || tail.len() <= 6
                && tail.bytes().all(|byte| byte.is_ascii_uppercase() || b"-,& ".contains(&byte)))
}

/// Lines that repeat the symbol of the masthead.
fn symbols(content: &Content, reasons: &mut [Option<&'static str>]) {
    // "United Nations A/RES/64/199" on one line.
    let named = content.blocks.iter().take(12).filter(|block| block.page == 0);
    let mut first: Vec<String> = named
        .filter_map(|block| content.words(block).rsplit_once(' '))
        .map(|(_, last)| last.to_owned())
        .filter(|last| last.contains("/RES/") && is_symbol_line(last))
        .collect();
    for (block, reason) in content.blocks.iter().zip(reasons) {
        if block.text.len() > 60 || reason.is_some() || block.style == Style::Row {
            continue;
        }
        let words = content.words(block);
        if !is_symbol_line(words) {
            continue;
        }
        let bare: String = words.chars().filter(|letter| !letter.is_whitespace() && *letter != '*').collect();
        if first.contains(&bare) {
            *reason = Some("running-head");
        } else if first.len() < 8 {
            first.push(bare);
        }
    }
}

/// Page numbers at the ends of a page, and lines that say that it goes on.
fn edges(content: &Content, reasons: &mut [Option<&'static str>], start: usize, end: usize) {
    // Below a rule a bare number is a note's.
    let rule = (start..end).rev().take(300).find(|&at| reasons.get(at).copied().flatten() == Some("rule"));
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
        if block.style == Style::Line && words.len() <= 40 && is_page_number(words, block.page, alone) {
            *reason = Some("page-number");
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

fn is_page_number(words: &str, page: u32, alone: bool) -> bool {
    let bare = words.trim_matches(|letter: char| {
        letter == '-' || letter == '–' || letter == '—' || letter.is_whitespace()
    });
    let number = |text: &str| {
        (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    if let Some((this, all)) = bare.split_once('/')
        && let (Some(this), Some(all)) = (number(this.trim()), number(all.trim()))
    {
        return this <= all && this > 0 && (this == page + 1 || all < 400);
    }
    if let Some(value) = number(bare) {
        return bare.len() < words.len()
            || alone && (value == page + 1 || page > 0 && value.abs_diff(page) < 400 && value > 0);
    }
    let folded = fold(words);
    let folded = folded.trim_matches(['[', ']', '(', ')']);
    if matches!(folded, "/..." | "..." | "continued" | "suite" | "continuación" | "продолжение") {
        return true;
    }
    ["page ", "página ", "стр. ", "страница ", "الصفحة "].iter().any(|name| {
        folded
            .strip_prefix(name)
            .is_some_and(|rest| rest.split([' ', '/']).next().and_then(number).is_some() && rest.len() <= 12)
    }) || folded
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix('页'))
        .is_some_and(|rest| number(rest.trim()).is_some())
}

fn count_edge_lines(
    content: &Content,
    reasons: &[Option<&'static str>],
    start: usize,
    end: usize,
    seen: &mut HashMap<String, u32>,
) {
    for at in text_at_edges(reasons, start, end) {
        if let Some(block) =
            content.blocks.get(at).filter(|block| block.text.len() <= 400 && block.style == Style::Line)
        {
            let key = bare(without_symbol(content.words(block)));
            if key.chars().any(char::is_alphabetic) && (seen.len() < 100_000 || seen.contains_key(&key)) {
                *seen.entry(key).or_insert(0) += 1;
            }
        }
    }
}

/// The first and the last blocks of a page that are not furniture yet.
fn text_at_edges(reasons: &[Option<&'static str>], start: usize, end: usize) -> Vec<usize> {
    let is_text = |at: &usize| reasons.get(*at).is_some_and(Option::is_none);
    let head = (start..end).take(EDGE + 4).filter(is_text).take(EDGE);
    let foot = (start..end).rev().take(EDGE + 4).filter(is_text).take(EDGE);
    let mut out: Vec<usize> = head.chain(foot).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A running head without the symbol that stands before or behind the title.
fn without_symbol(words: &str) -> &str {
    let is_space = [' ', '\u{A0}'];
    let long = |symbol: &str| symbol.len() > 6 && is_symbol_line(symbol);
    if let Some((_, rest)) = words.split_once(is_space).filter(|(symbol, _)| long(symbol)) {
        return rest.trim_start();
    }
    match words.rsplit_once(is_space) {
        Some((rest, symbol)) if long(symbol) => rest.trim_end(),
        _ => words,
    }
}

fn bare(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        }
    }
    out
}

/// What a running title may repeat.
struct Opening {
    /// The words of the first page up to the enacting phrase.
    words: String,
    /// Where the title begins in them; their end where no number tells.
    title: usize,
}

impl Opening {
    fn of(content: &Content) -> Self {
        let (mut out, mut title) = (String::new(), None);
        for block in content.blocks.iter().take(60) {
            let words = content.words(block);
            if super::words::enacting(words).is_some() && block.text.len() < 60 {
                break;
            }
            if block.text.len() < 2000 {
                if let Some((_, at)) = super::masthead::title_number(words) {
                    out.push_str(&bare(words.get(..at).unwrap_or_default()));
                    title = Some(out.len());
                    out.push_str(&bare(words.get(at..).unwrap_or_default()));
                } else {
                    out.push_str(&bare(words));
                }
            }
        }
        Self { title: title.unwrap_or(out.len()), words: out }
    }

    fn title(&self) -> &str {
        self.words.get(self.title..).unwrap_or_default()
    }
}

/// The title printed again at the head or foot of a page: lines on their own, next to the symbol or to the edge.
fn running_titles(
    content: &Content,
    reasons: &mut [Option<&'static str>],
    start: usize,
    end: usize,
    seen: &HashMap<String, u32>,
    opening: &Opening,
) {
    for _ in 0..2 {
        whole_title(content, reasons, start, end, opening.title());
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
            let structural = super::numbering::number(first).is_some()
                || super::numbering::item(first).is_some()
                || super::words::unit(first).is_some()
                || super::words::is_meeting(first)
                || super::shape::ends_with_mark(last);
            if structural {
                continue;
            }
            let key: String = lines.iter().map(|line| bare(without_symbol(content.words(line)))).collect();
            let repeated = lines.iter().all(|line| {
                seen.get(&bare(without_symbol(content.words(line)))).is_some_and(|&count| count >= 2)
            });
            if key.chars().nth(3).is_some() && (repeated || opening.words.contains(&key)) {
                for reason in reasons.get_mut(group).unwrap_or_default() {
                    *reason = Some("running-head");
                }
            }
        }
    }
}

/// The whole title at the head of a page, where no gap parts it from the text.
fn whole_title(
    content: &Content,
    reasons: &mut [Option<&'static str>],
    start: usize,
    end: usize,
    title: &str,
) {
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
                    *reason = Some("running-head");
                }
            }
            return;
        }
    }
}

/// The first lines of a page that are not furniture, up to a gap.
fn head_group(
    content: &Content,
    reasons: &[Option<&'static str>],
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
    reasons: &[Option<&'static str>],
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
