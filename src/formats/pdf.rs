//! Reads PDF: finds the glyphs of each page and lays them out again as lines, paragraphs, footnotes and table rows.
//!
//! `hayro-syntax` parses the objects and `hayro-font` the fonts. Both are called inside `caught`, because they may panic
//! on a damaged file, and every stream is unpacked under a limit (see `guard`).
//!
//! This module ignores paths and images and does no text recognition. A scan, a file whose fonts do not map to letters
//! and a locked file are refused with an error that tells the reader what to do.

#![allow(
    clippy::cast_precision_loss,
    clippy::many_single_char_names,
    clippy::struct_excessive_bools,
    reason = "places on a page are small numbers, and a glyph or a line may be several things at once"
)]

mod columns;
mod combining;
mod content;
mod file;
mod filters;
mod fonts;
mod furniture;
mod glyph;
mod grid;
mod guard;
mod labels;
mod letters;
mod lines;
mod matrix;
mod pages;
mod paragraphs;
mod reach;
mod screen;
mod sense;
mod spacing;
mod tables;
mod tags;
mod visual;
mod write;

use super::caught::caught;
use super::{Content, How, ReadError};
use crate::document::{Diagnostic, Finding};
use file::Opened;
use guard::Guard;
use lines::Lines;
use pages::Pages;
use sense::Sense;
use write::Writer;

const WHAT: &str = "a PDF";
/// Only the first so many pages are read.
const MOST_PAGES: usize = 5_000;
/// A file with fewer bytes of text per page than this is taken for a scan, perhaps with a stamp on it.
const FEWEST_LETTERS: usize = 8;

/// Reads the bytes of a PDF.
///
/// Page numbers in the diagnostics count from 1. Errors: [`ReadError::Bomb`] where the file unpacks to too much,
/// [`ReadError::Locked`] where it needs a password, [`ReadError::Damaged`] where it cannot be parsed,
/// [`ReadError::Scan`] where it has no text, and [`ReadError::Garbled`] where its letters are not those on the page.
pub(crate) fn read(bytes: &[u8], how: &How) -> Result<Content, ReadError> {
    let damaged = |place: &str| ReadError::Damaged { what: WHAT, place: place.to_owned() };
    let mut guard = Guard::new(bytes.len());
    let file = file::open(bytes, &mut guard)?;
    let mut found = PagesRead::default();
    let pages = caught(|| Pages::find(&file.pdf, file.root, MOST_PAGES));
    let pages = pages.flatten().ok_or_else(|| damaged("its table of objects"))?;
    let all = pages.all;
    let wanted = how.pages.map_or(MOST_PAGES, |pages| pages as usize).min(MOST_PAGES).min(all);
    if all == 0 {
        return Err(damaged("its list of pages"));
    }
    read_pages(&file, &pages, wanted, bytes, how, &mut guard, &mut found);
    if all > MOST_PAGES && how.pages.is_none() {
        found.say(MOST_PAGES, Finding::FirstPages { read: MOST_PAGES, all });
    }
    found.content(wanted, all, is_cut(bytes))
}

/// Whether the end of the file is missing.
fn is_cut(bytes: &[u8]) -> bool {
    let end = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or(bytes);
    memchr::memmem::find(end, b"startxref").is_none()
}

/// A file gets at most so many diagnostics about its pages.
const MOST_REMARKS: usize = 1_000;
/// `startxref` is looked for in the last so many bytes. The standard puts it on the last line but one; some files have
/// bytes after their end.
const TAIL: usize = 4096;

/// The text of the pages read so far, and what to tell the reader about them.
#[derive(Default)]
struct PagesRead {
    lines: Lines,
    /// The height of each page, in points.
    heights: Vec<f32>,
    diagnostics: Vec<Diagnostic>,
    /// The first page that could not be read.
    broken: Option<usize>,
    /// The first page that decodes to too much, and how many megabytes a page may decode to.
    over: Option<(usize, u64)>,
    /// A font was refused.
    refused: bool,
}

fn read_pages<'a>(
    file: &'a Opened,
    pages: &Pages<'a>,
    wanted: usize,
    bytes: &[u8],
    how: &How,
    guard: &mut Guard,
    found: &mut PagesRead,
) {
    let input = bytes.len();
    let all = pages.all;
    let mut fonts = fonts::Fonts::new();
    let mut tags = caught(|| tags::Tags::new(file.pdf.xref(), file.root?)).flatten();
    let most_text = (4 << 20) + input / 2;
    for (at, page) in pages.list.iter().enumerate().take(wanted) {
        let (_, height) = page.size();
        found.heights.push(height);
        let read = caught(|| {
            let tags = tags.as_mut().map(|tags| tags.page(&page.dict)).unwrap_or_default();
            (content::read(page, &mut fonts, guard), tags)
        });
        if let Some((shown, tags)) = read {
            if shown.glyphs.len() >= content::MOST_GLYPHS {
                found.say(at + 1, Finding::PageCrowded { page: at + 1 });
            }
            if shown.over {
                let megabytes = guard.page_megabytes();
                found.over.get_or_insert((at + 1, megabytes));
                found.say(at + 1, Finding::PageOver { page: at + 1, megabytes });
            } else if shown.damaged {
                found.broken.get_or_insert(at + 1);
                found.say(at + 1, Finding::PageDamaged { page: at + 1 });
            }
            found.lines.add(at as u32, &shown.glyphs, &tags);
        } else {
            found.broken.get_or_insert(at + 1);
            found.say(at + 1, Finding::PageLost { page: at + 1 });
            // The panic may have left the font cache half written.
            fonts = fonts::Fonts::new();
        }
        if std::mem::take(&mut fonts.refused) {
            found.refused = true;
            found.say(at + 1, Finding::FontRefused);
        }
        if let Some(progress) = how.progress {
            progress(at as u32 + 1, all.min(MOST_PAGES) as u32);
        }
        if let Some(tags) = tags.as_mut() {
            found.lines.places.extend(tags.take_places());
        }
        if guard.is_spent() {
            found.say(at + 1, guard.limit(at + 1));
            break;
        }
        if found.lines.text.len() > most_text {
            found.say(at + 1, Finding::PagesLeftOut { page: at + 1 });
            break;
        }
        let read = at as u32 + 1;
        if let Some(begun) = how.begun.filter(|_| at + 1 < wanted && how.stages.contains(&read))
            && let Ok(content) = found.content(at + 1, all, is_cut(bytes))
        {
            begun(content, read, all.min(MOST_PAGES) as u32);
        }
    }
}

impl PagesRead {
    /// Adds a diagnostic about one page, numbered from 1.
    fn say(&mut self, page: usize, finding: Finding) {
        if self.diagnostics.len() < MOST_REMARKS {
            self.diagnostics.push(Diagnostic::new(page as u32, finding));
        }
    }

    /// The content of the pages read so far, of which there are `wanted`, or why it is refused.
    fn content(&self, wanted: usize, all: usize, cut: bool) -> Result<Content, ReadError> {
        let damaged = |place: &str| ReadError::Damaged { what: WHAT, place: place.to_owned() };
        if self.lines.text.len() < FEWEST_LETTERS * wanted.max(1) {
            if let Some((page, megabytes)) = self.over {
                return Err(ReadError::Bomb { part: format!("page {page}"), megabytes });
            }
            return Err(match self.broken {
                None if self.refused => damaged("its fonts need more memory than any do"),
                Some(page) => damaged(&format!("page {page}")),
                None if cut => damaged("its end is missing"),
                None => ReadError::Scan { pages: all as u32 },
            });
        }
        let sense = Sense::of(&self.lines.text);
        if sense.is_nonsense() {
            return Err(if cut { damaged("its end is missing") } else { ReadError::Garbled });
        }
        let mut content = self.write();
        content.diagnostics.clone_from(&self.diagnostics);
        let mut say = |page: usize, finding| content.diagnostics.push(Diagnostic::new(page as u32, finding));
        if cut {
            say(all, Finding::CutOff);
        } else if sense.is_doubtful() {
            say(1, Finding::LettersDoubtful);
        }
        if self.lines.unknown > 0 {
            say(1, Finding::FontsUnknown { letters: self.lines.unknown });
        }
        Ok(content)
    }

    /// The text and its blocks.
    fn write(&self) -> Content {
        let reasons = furniture::find(&self.lines, &self.heights);
        let built = paragraphs::build(&self.lines, &reasons);
        let mut writer = Writer::new(&self.lines);
        for para in built.paras.iter().chain(&built.notes) {
            match para.table.and_then(|table| built.tables.list.get(table)) {
                Some(table) => writer.table(table),
                None => writer.para(para),
            }
        }
        for &words in &built.tables.repeated {
            writer.repeated(words);
        }
        for (at, reason) in reasons.iter().enumerate() {
            if let Some(reason) = reason {
                writer.aside(at, *reason);
            }
        }
        writer.content
    }
}
