//! The styles of a .doc file, with what each inherits from the style that it is based on.

use super::file::{File, Table, short};
use super::properties::{Paragraph, Run, changes_of};
use crate::formats::word::names::{heading_by_name, is_plain};

const DEEPEST: usize = 32;
/// The index that means "based on no style".
const NONE: u16 = 0xFFF;

#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) run: Run,
    pub(super) paragraph: Paragraph,
    pub(super) plain: bool,
    based_on: u16,
}

#[derive(Default)]
pub(super) struct Styles(Vec<Style>);

impl Styles {
    pub(super) fn read(file: &File) -> Self {
        let table = file.table(Table::Styles);
        let head = usize::from(short(table, 0).unwrap_or(0));
        let base = usize::from(short(table, 4).unwrap_or(10));
        let mut rest = table.get(2 + head..).unwrap_or_default();
        let mut own = Vec::new();
        while let Some(length) = short(rest, 0)
            && own.len() < usize::from(NONE)
        {
            let length = usize::from(length);
            let body = rest.get(2..2 + length).unwrap_or_default();
            own.push(style(body, base));
            rest = rest.get(2 + length + length % 2..).unwrap_or_default();
        }
        Self((0..own.len()).map(|at| resolved(at, &own)).collect())
    }

    pub(super) fn get(&self, index: u16) -> Style {
        self.0.get(usize::from(index)).cloned().unwrap_or_default()
    }
}

/// The properties that a style sets itself; the default for an empty entry.
fn style(body: &[u8], base: usize) -> Style {
    let mut style = Style { based_on: NONE, ..Style::default() };
    let (Some(known), Some(kinds)) = (short(body, 0), short(body, 2)) else { return style };
    style.based_on = kinds >> 4;
    let name_at = base.max(10);
    let letters = usize::from(short(body, name_at).unwrap_or(0)).min(255);
    let name: Vec<u16> = (0..letters).map_while(|at| short(body, name_at + 2 + at * 2)).collect();
    let name = String::from_utf16_lossy(&name);
    let is_paragraph = kinds & 0xF == 1;
    style.plain = is_plain(&name);
    let mut at = name_at + 2 + letters * 2 + 2;
    let mut part = || {
        at += at % 2;
        let length = usize::from(short(body, at)?);
        let part = body.get(at + 2..at + 2 + length)?;
        at += 2 + length;
        Some(part)
    };
    if is_paragraph {
        let changes = part().and_then(|part| part.get(2..)).unwrap_or_default();
        changes_of(changes, |code, operand| style.paragraph.change(code, operand));
    }
    if kinds & 0xF <= 2 {
        changes_of(part().unwrap_or_default(), |code, operand| style.run.change(code, operand));
    }
    let known = known & 0xFFF;
    if is_paragraph && style.paragraph.heading.is_none() {
        let level = (1..=9).contains(&known).then_some(known as u8);
        style.paragraph.heading = level.or_else(|| heading_by_name(&name));
    }
    style
}

fn resolved(at: usize, own: &[Style]) -> Style {
    let mut style = own.get(at).cloned().unwrap_or_default();
    for _ in 0..DEEPEST {
        let Some(below) = own.get(usize::from(style.based_on)).filter(|_| style.based_on != NONE) else {
            break;
        };
        let (run, paragraph) = (&mut style.run, &mut style.paragraph);
        run.italic = run.italic.or(below.run.italic);
        run.bold = run.bold.or(below.run.bold);
        run.complex = run.complex.or(below.run.complex);
        run.raised = run.raised.or(below.run.raised);
        run.hidden = run.hidden.or(below.run.hidden);
        paragraph.heading = paragraph.heading.or(below.paragraph.heading);
        paragraph.list = paragraph.list.or(below.paragraph.list);
        paragraph.level = paragraph.level.or(below.paragraph.level);
        style.plain |= below.plain;
        style.based_on = below.based_on;
    }
    style
}
