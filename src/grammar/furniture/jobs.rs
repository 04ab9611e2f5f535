//! Recognises what the printing process leaves on a page: job numbers, dates of printing, bar codes.
//!
//! The forms are those seen in General Assembly resolutions of sessions 75 to 80.

use crate::document::Reason;
use crate::formats::{Block, Content, Style};
use crate::text::Part as _;
use crate::text::chars::is_gap;
use std::collections::HashSet;

/// Whether a line is a job number: "25-20116 (E)", "10-52524", "15-01999* (R) 200215".
pub(super) fn is_job_number(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits = |from: usize, count: usize| {
        bytes.get(from..from + count).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
    };
    if !(digits(0, 2) && bytes.get(2) == Some(&b'-') && digits(3, 5)) {
        return false;
    }
    let rest = words.part(8..);
    rest.len() <= 32
        && !rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_digit() || b" *()EFSRACefsrac".contains(&byte))
}

/// Whether a line is a page number with the job number: "2/5          25-20116".
pub(super) fn is_page_foot(words: &str) -> bool {
    let Some((left, right)) = words.split_once(is_gap) else { return false };
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

/// Whether a line is a bar code: "*2520116*", "*1052524*(E)", or the grave accents that a bar code font leaves.
pub(super) fn is_bar_code(words: &str) -> bool {
    let bytes = words.as_bytes();
    if bytes.len() >= 5 && bytes.iter().all(|&byte| byte == b'`') {
        return true;
    }
    let digits = bytes.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
    let rest = words.get(1 + digits..).unwrap_or_default();
    bytes.first() == Some(&b'*')
        && (6..=9).contains(&digits)
        && (rest.starts_with('*') || rest.starts_with('('))
        && rest.len() <= 6
}

/// Marks bar codes whose asterisks were taken for emphasis: seven digits that are italic or those of the job number.
/// Any other seven digits are a figure of the text.
pub(super) fn bar_codes(content: &Content, reasons: &mut [Option<Reason>]) {
    let seven = |block: &&Block| {
        block.text.len() == 7
            && block.style != Style::Row
            && content.words(block).bytes().all(|byte| byte.is_ascii_digit())
    };
    if !content.blocks.iter().any(|block| seven(&block)) {
        return;
    }
    let printed = content.blocks.iter().filter(|block| block.text.len() < 250).flat_map(|block| {
        let words = content.words(block).split(is_gap);
        words.map(|word| word.trim_end_matches('*')).filter(|word| word.len() == 8 && is_job_number(word))
    });
    let jobs: HashSet<String> = printed.take(100).map(|job| job.replace('-', "")).collect();
    for (block, reason) in content.blocks.iter().zip(reasons) {
        if seven(&block) && (jobs.contains(content.words(block)) || content.emphasis.contains(&block.text)) {
            *reason = Some(Reason::BarCode);
        }
    }
}

/// Marks the date of printing ("231225") on a line of its own next to the job number.
pub(super) fn job_dates(content: &Content, reasons: &mut [Option<Reason>]) {
    let is_day = |words: &str| {
        let two = |at: usize| words.get(at..at + 2).and_then(|digits| digits.parse::<u32>().ok());
        words.len() == 6
            && words.bytes().all(|byte| byte.is_ascii_digit())
            && two(0).is_some_and(|day| (1..=31).contains(&day))
            && two(2).is_some_and(|month| (1..=12).contains(&month))
    };
    for (at, block) in content.blocks.iter().enumerate() {
        if block.text.len() != 6 || block.style != Style::Line || !is_day(content.words(block)) {
            continue;
        }
        let beside = at.saturating_sub(2)..=at + 2;
        let job = |reason: &Reason| matches!(reason, Reason::JobNumber | Reason::BarCode);
        let printed = reasons.get(beside.clone()).or_else(|| reasons.get(at.saturating_sub(2)..));
        if printed.is_some_and(|printed| printed.iter().flatten().any(job))
            && let Some(reason @ None) = reasons.get_mut(at)
        {
            *reason = Some(Reason::JobNumber);
        }
    }
}
