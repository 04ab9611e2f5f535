//! Reads the beginning of a document: where its masthead ends, and what its lines say.
//!
//! The order of the lines is that seen in General Assembly resolutions of sessions 75 to 80; documents without an enacting
//! phrase are recognised by `forms` and `amendments`.

use super::amendments;
use super::assemble::Assembler;
use super::build::State;
use super::clauses::{Clauses, Frame};
use super::enacting::{Enacting, Phrases, Speaker};
use super::forms;
use super::lexicon::{self, Register};
use super::masthead::{self, Line};
use super::numbering::number;
use super::paragraphs::{Para, Paragraphs};
use super::shape::{fold, last_letter, without_mark};
use super::words::{self, Unit};
use crate::document::{Builder, Finding, Kind, NodeId, Span};
use crate::formats::{Block, Content, Style};
use crate::lang::{Language, Organ};
use crate::text::Part as _;

/// The most paragraphs of a masthead.
const LONGEST: usize = 120;

/// Reads the masthead; returns the reader of the clauses and the index of the paragraph to continue at.
pub(super) fn read<'a>(
    content: &'a Content,
    paragraphs: &'a Paragraphs,
    language: Language,
    phrases: &'a Phrases,
    mut builder: Builder,
    mut assembler: Assembler<'a>,
) -> (Clauses<'a>, usize) {
    let first = |para: &Para| content.blocks.get(para.head as usize).map_or("", |block| content.words(block));
    let paras = &paragraphs.paras;
    let form = form_of(content, paras, language, phrases);
    let (enacting, end) = match form {
        Form::Resolution(at, found) => {
            (Some((at, found)), above_recitals(at, |at| paras.get(at).map_or("", &first)))
        }
        Form::Statement(at) | Form::Decision(at) | Form::Amendments(at) | Form::Preamble(at) => (None, at),
        Form::Other => (None, with_heading(content, paras, plain_opening(paras, &first))),
    };
    let organ = enacting.map(|(_, found)| found.organ);
    let recitals = enacting.is_some_and(|(at, _)| end < at);
    let before = end.checked_sub(1).and_then(|at| paras.get(at)).map_or("", &first);
    let sponsored = masthead::classify(before, &crate::document::Masthead::default()) == Line::Sponsors;
    let place = match form {
        Form::Amendments(_) => TitlePlace::OfDraft,
        _ if sponsored => TitlePlace::AboveSponsors,
        _ => TitlePlace::AboveText,
    };
    let mut card = Card { organ, titled: false, adopted: false, number: None, place };
    let mut stop = end;
    if end > 0 {
        builder.open(Kind::Masthead, Span::default());
        for (at, para) in paras.iter().enumerate().take(end) {
            let text = first(para);
            if card.titled
                && words::unit(text)
                    .is_some_and(|head| matches!(head.unit, Unit::Scope | Unit::Section | Unit::Part))
                && enacting.is_some()
            {
                stop = at;
                break;
            }
            line(content, paragraphs, *para, &mut builder, &mut assembler, &mut card, end - at);
        }
        builder.close();
    }
    builder.close_to(NodeId::ROOT);
    finish(&mut builder, &card, matches!(form, Form::Decision(_)));
    let line_of = |at: usize| {
        let para = paras.get(at).and_then(|para| content.blocks.get(para.head as usize));
        para.map_or(1, |block| block.line)
    };
    match form {
        Form::Statement(at) => {
            let title = &mut builder.masthead_mut().title;
            title.get_or_insert_with(|| subject(paras.get(at).map_or("", &first)));
        }
        Form::Amendments(at) => {
            let named = paras.part(..at).iter().map(&first);
            if let Some(line) = named.rev().find(|line| amendments::names_a_draft(line)) {
                builder.masthead_mut().title.get_or_insert_with(|| line.to_owned());
            }
        }
        Form::Preamble(at) => builder.diagnose(line_of(at), Finding::NoEnactingPhrase),
        Form::Other => builder.diagnose(line_of(0), Finding::NotAResolution),
        Form::Resolution(..) | Form::Decision(_) => {}
    }
    let (state, frame) = match form {
        Form::Resolution(..) if recitals => (State::Preamble, Frame::Recitals),
        Form::Resolution(..) | Form::Preamble(_) => (State::Preamble, Frame::Resolution),
        Form::Statement(_) => (State::Operative, Frame::Statement),
        Form::Amendments(_) => (State::Free, Frame::Amendments),
        Form::Decision(_) | Form::Other => (State::Free, Frame::Resolution),
    };
    let mut clauses = Clauses::new(content, paragraphs, language, phrases, builder, assembler, state);
    clauses.frame = frame;
    (clauses, stop)
}

/// What kind of document it is, and the index of the paragraph at which its text begins.
#[derive(Clone, Copy)]
enum Form {
    Resolution(usize, Enacting),
    Statement(usize),
    Decision(usize),
    Amendments(usize),
    /// A resolution without an enacting phrase.
    Preamble(usize),
    Other,
}

fn form_of(content: &Content, paras: &[Para], language: Language, phrases: &Phrases) -> Form {
    let first = |para: &Para| content.blocks.get(para.head as usize).map_or("", |block| content.words(block));
    let last = |para: &Para| content.blocks.get(para.tail as usize).map_or("", |block| content.words(block));
    if let Some((at, found)) = enacting_phrase(paras, language, phrases, &first) {
        return Form::Resolution(at, found);
    }
    let head = || paras.iter().take(60).map(&first);
    let statement = head().position(forms::is_frame_of_statement).map(Form::Statement);
    statement
        .or_else(|| head().position(forms::is_decision).map(Form::Decision))
        .or_else(|| {
            amendments::first(paras.iter().take(60).map(|para| (first(para), last(para))))
                .map(Form::Amendments)
        })
        .or_else(|| preamble_alone(paras, language, &first, &last).map(Form::Preamble))
        .unwrap_or(Form::Other)
}

/// The index of the paragraph with the enacting phrase, and the phrase.
fn enacting_phrase<'a>(
    paras: &[Para],
    language: Language,
    phrases: &Phrases,
    first: &impl Fn(&Para) -> &'a str,
) -> Option<(usize, Enacting)> {
    let opens = |text: &str| {
        [Register::Preambular, Register::Operative]
            .iter()
            .any(|&register| lexicon::opener(language, register, text).is_some())
    };
    let enacting_at = |(at, para): (usize, &Para)| {
        let text = first(para);
        let found = phrases.at(text)?;
        let after = text.part(found.rest..);
        let fits = after.is_empty()
            || found.comma && lexicon::opener(language, Register::Preambular, after).is_some();
        fits.then_some((at, found))
    };
    // The name of an organ without a comma is a line of the masthead, unless a verb follows: "The Economic and Social
    // Council / Recommends ...", where the recommended draft has an enacting phrase too.
    let head = || paras.part(..LONGEST.min(paras.len())).iter().enumerate();
    head()
        .filter(|(_, para)| !para.table)
        .filter_map(enacting_at)
        .find(|&(at, found)| found.comma || paras.get(at + 1).is_some_and(|next| opens(first(next))))
        .or_else(|| head().rev().find_map(enacting_at))
}

/// Where the preamble of a resolution without an enacting phrase begins: at two paragraphs that open and end as
/// preambular ones do, or at one directly above paragraph 1; and paragraph 1 must have an operative verb.
fn preamble_alone<'a>(
    paras: &[Para],
    language: Language,
    first: &impl Fn(&Para) -> &'a str,
    last: &impl Fn(&Para) -> &'a str,
) -> Option<usize> {
    let is_preambular = |para: &Para| {
        !para.table
            && lexicon::opener(language, Register::Preambular, first(para)).is_some()
            && matches!(last_letter(without_mark(last(para))), Some(',' | '،' | '，' | ';' | '；' | '؛'))
    };
    // The number may stand on a line of its own above its verb.
    let is_first = |para: &Para| {
        number(first(para)).filter(|number| number.value == 1).is_some_and(|number| {
            let body = first(para).get(number.body..).filter(|body| !body.is_empty());
            let below =
                || Some(Para { head: para.head + 1, ..*para }).filter(|below| below.head <= para.tail);
            let body = body.or_else(|| below().map(|below| first(&below))).unwrap_or_default();
            lexicon::opener(language, Register::Operative, body).is_some()
        })
    };
    let head = paras.get(..LONGEST.min(paras.len()))?;
    let one = head.iter().position(is_first)?;
    let at = head.get(..one)?.iter().position(is_preambular)?;
    let next = head.get(at + 1)?;
    (is_preambular(next) || at + 1 == one).then_some(at)
}

/// The index of the first recital of a declaration above its enacting phrase; that of the enacting phrase where there
/// are no recitals.
fn above_recitals<'a>(enacting: usize, text: impl Fn(usize) -> &'a str) -> usize {
    let Some(first) = (0..enacting).find(|&at| forms::is_recital(text(at))) else { return enacting };
    match first.checked_sub(1) {
        Some(before) if forms::is_preamble_heading(text(before)) => before,
        _ => first,
    }
}

/// The subject of a presidential statement: the agenda item that its frame quotes.
fn subject(frame: &str) -> String {
    let quoted = |open: char, close: char| {
        let (_, rest) = frame.split_once(open)?;
        rest.split_once(close).map(|(item, _)| item.trim().to_owned())
    };
    quoted('“', '”').or_else(|| quoted('«', '»')).or_else(|| quoted('"', '"')).unwrap_or_default()
}

/// What has been found in the masthead so far.
struct Card {
    organ: Option<Speaker>,
    titled: bool,
    adopted: bool,
    /// The number that is printed before the title.
    number: Option<String>,
    place: TitlePlace,
}

/// Where a title without a number may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TitlePlace {
    AboveText,
    /// Above the sponsors, as in drafts of the first sessions.
    AboveSponsors,
    /// Above the first amendment, where the line names what is amended.
    OfDraft,
}

/// The number of paragraphs at the start that are certainly a masthead, in a document without an enacting phrase.
fn plain_opening<'a>(paras: &[Para], first: &impl Fn(&Para) -> &'a str) -> usize {
    let known = crate::document::Masthead::default();
    let mut end = 0;
    for (at, para) in paras.iter().enumerate().take(30) {
        if para.bytes < 400
            && !para.table
            && !matches!(masthead::classify(first(para), &known), Line::Other | Line::Date | Line::Vote)
        {
            end = at + 1;
        } else if at > end + 3 {
            break;
        }
    }
    end
}

/// Includes the only first-level heading directly after the masthead, which is the title of a text that is not a
/// resolution.
fn with_heading(content: &Content, paras: &[Para], end: usize) -> usize {
    let top = |block: &Block| block.style == Style::Heading(1);
    let head = paras.get(end).and_then(|para| content.blocks.get(para.head as usize));
    let only = head.is_some_and(top)
        && content.blocks.iter().filter(|block| top(block)).nth(1).is_none()
        && paras.len() > end + 1;
    end + usize::from(only)
}

fn line(
    content: &Content,
    paragraphs: &Paragraphs,
    para: Para,
    builder: &mut Builder,
    assembler: &mut Assembler<'_>,
    card: &mut Card,
    left: usize,
) {
    let Some(block) = content.blocks.get(para.head as usize) else { return };
    let source = Span {
        start: block.source.start,
        end: content.blocks.get(para.tail as usize).map_or(block.source.end, |last| last.source.end),
    };
    if para.table {
        let id = builder.open(Kind::Table, source);
        let body = assembler.table(builder, id, paragraphs.blocks(para));
        builder.node_mut(id).body = body;
        builder.close();
        return;
    }
    let id = builder.open(Kind::MastheadLine, source);
    let body = assembler.write(builder, paragraphs.blocks(para), 0);
    builder.node_mut(id).body = body;
    let text = assembler.plain(builder.text(), body);
    let mut kind =
        if text.len() > 4000 { Line::Other } else { masthead::classify(&text, builder.masthead_mut()) };
    if kind == Line::Other && !card.titled && may_be_title(card, &text, block.style, left) {
        kind = Line::Title;
    }
    let is_title = note_line(builder, card, kind, &text);
    if is_title {
        let node = builder.node_mut(id);
        node.kind = Kind::Title;
        if let Some((number, at)) = masthead::title_number(&text) {
            let words = builder.text().part(body.range());
            let label = text.get(..at).map_or(at, |label| label.trim_end().len()).max(number.len());
            // A note mark may stand between the number and the title.
            let behind = words.get(label..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            let at = if words.get(..at) == text.get(..at) { at } else { label + behind };
            // The number becomes the label only where the text before it was not changed.
            if words.starts_with(number) && words.is_char_boundary(label) && at < body.len() {
                let node = builder.node_mut(id);
                node.label = Span::new(body.start as usize, body.start as usize + label);
                node.body = Span::new(body.start as usize + at, body.end as usize);
            }
        }
    }
    builder.close();
}

fn may_be_title(card: &Card, text: &str, style: Style, left: usize) -> bool {
    if matches!(card.organ, Some(Speaker::Known(Organ::SecurityCouncil))) || text.len() > 900 {
        return false;
    }
    // "SUBMITTED BY: Norway" is a field of the head, wherever it stands.
    if card.number.is_none() && !card.adopted && forms::field(text).is_some() {
        return false;
    }
    if card.adopted || card.number.is_some() {
        // The date of adoption, on a line of its own.
        return !words::is_date(text);
    }
    matches!(style, Style::Heading(_)) && left <= 3
        || card.place == TitlePlace::OfDraft && left == 1
        || left == 1 + usize::from(card.place == TitlePlace::AboveSponsors)
            && card.organ.is_some()
            && text.chars().count() > 12
}

/// Fills in the field for a line; returns true where the line is the title.
fn note_line(builder: &mut Builder, card: &mut Card, kind: Line, text: &str) -> bool {
    let masthead = builder.masthead_mut();
    let set = |field: &mut Option<String>, value: &str| {
        if field.is_none() && !value.is_empty() {
            *field = Some(value.to_owned());
        }
    };
    match kind {
        Line::Organ => {
            if !masthead::is_united_nations(&fold(text)) {
                set(&mut masthead.organ, text);
            }
        }
        Line::Symbol => set(&mut masthead.symbol, text.trim_end_matches(['*', ' '])),
        Line::Distribution => set(&mut masthead.distribution, &masthead::after_label(text)),
        Line::Date => set(&mut masthead.date, text),
        Line::Original => set(&mut masthead.original, &masthead::after_label(text)),
        Line::Session => set(&mut masthead.session, text),
        Line::Agenda => masthead.agenda_items.push(text.to_owned()),
        Line::Adoption => {
            set(&mut masthead.adoption, text);
            card.adopted = true;
        }
        Line::Basis => {
            set(&mut masthead.basis, text.trim_matches(['[', ']', '［', '］', ' ']));
            card.adopted = true;
        }
        Line::CouncilHead => {
            let folded = fold(text);
            let found = masthead::council_number(&folded)
                .map(|(number, year)| (number, Some(year)))
                .or_else(|| masthead::council_line(&folded));
            // "S/RES/1445" is completed with its year.
            let yearless = |(number, year): (u32, Option<u32>)| {
                masthead.symbol.as_ref().is_none_or(|symbol| {
                    year.is_some() && symbol.strip_prefix("S/RES/") == Some(&number.to_string())
                })
            };
            if let Some((number, year)) = found.filter(|found| yearless(*found))
                && matches!(card.organ, None | Some(Speaker::Known(Organ::SecurityCouncil)))
            {
                let year = year.map(|year| format!(" ({year})")).unwrap_or_default();
                masthead.symbol = Some(format!("S/RES/{number}{year}"));
            }
        }
        Line::Sponsors => {
            set(&mut masthead.sponsors, text.split([':', '：']).next().unwrap_or_default().trim());
        }
        Line::Vote => set(&mut masthead.vote, text),
        Line::Title => return title(builder, card, text),
        Line::Other => {
            if let Some((name, value)) = forms::field(text).filter(|_| !card.titled)
                && forms::names_subject(name)
            {
                masthead.title.get_or_insert(value.to_owned());
            }
            if masthead.symbol.is_none()
                && let Some(symbol) = masthead::symbol_in(text)
            {
                masthead.symbol = Some(symbol.to_owned());
            }
        }
    }
    false
}

fn title(builder: &mut Builder, card: &mut Card, text: &str) -> bool {
    let (number, title) = match masthead::title_number(text) {
        Some((number, at)) => (Some(number), text.part(at..)),
        None => (None, text),
    };
    if let Some(number) = number {
        card.number.get_or_insert(number.to_owned());
    }
    if title.is_empty() {
        return false;
    }
    if card.titled {
        return false;
    }
    card.titled = true;
    let masthead = builder.masthead_mut();
    masthead.title = Some(title.trim_end_matches(['*', ' ']).to_owned());
    true
}

/// Fills in what follows from the rest: the symbol, from the number and the organ.
fn finish(builder: &mut Builder, card: &Card, decides: bool) {
    let masthead = builder.masthead_mut();
    if masthead.symbol.is_none()
        && let Some(number) = &card.number
    {
        masthead.symbol = masthead::symbol_of(number, card.organ);
        if decides {
            masthead.symbol = masthead.symbol.take().map(|symbol| symbol.replacen("/RES/", "/DEC/", 1));
        }
    }
}
