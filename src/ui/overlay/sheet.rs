//! A sheet of text to read: the masthead and details, what was not understood, an error.

use super::roll::{self, Roll};
use super::{Flow, Overlay, Shape, rule};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::document::{Document, Kind};
use crate::text::{width, wrap};
use crate::ui::paint::{Line, visual};
use crate::ui::state::State;

/// A heading, and entries of a label and words.
#[derive(Debug)]
pub(crate) struct Sheet {
    title: String,
    entries: Vec<(String, String)>,
    /// Lists below the entries, in columns.
    rolls: Vec<Roll>,
    shape: Shape,
    top: usize,
    last_top: usize,
    page: usize,
}

impl Sheet {
    pub(crate) fn new(title: impl Into<String>, entries: Vec<(String, String)>, shape: Shape) -> Self {
        Self { title: title.into(), entries, rolls: Vec::new(), shape, top: 0, last_top: 0, page: 1 }
    }

    /// A sentence about something that went wrong.
    pub(crate) fn error(sentence: &str, state: &State) -> Self {
        Self::new(
            state.pick("This did not work", "Cela n'a pas marché"),
            vec![(String::new(), sentence.to_owned())],
            Shape::Foot,
        )
    }

    /// All that is known of the document.
    pub(crate) fn details(document: &Document, origin: &str, state: &State) -> Self {
        let label = |english: &'static str| state.pick(english, french(english));
        let (rolls, taken) = roll::rolls(document, state);
        let listed = |field: &str| match field {
            "in favour" | "against" | "abstaining" => taken.votes,
            "sponsors" => taken.sponsors,
            _ => false,
        };
        let fields = document.masthead().entries().into_iter().filter(|(field, _)| !listed(field));
        let mut entries: Vec<(String, String)> =
            fields.map(|(field, words)| (label(field).to_owned(), words.to_owned())).collect();
        entries.extend(roll::filed(document, state));
        entries.push((label("clauses").to_owned(), counts(document, state)));
        entries.push((label("references").to_owned(), document.references().len().to_string()));
        if let Some(language) = document.language() {
            entries.push((label("language").to_owned(), language.code().to_owned()));
        }
        entries.push((label("read from").to_owned(), origin.to_owned()));
        let problems = document.diagnostics().len() + document.set_aside().len();
        if problems > 0 {
            let (en, fr) = match problems {
                1 => ("remark; e shows it", "remarque ; e la montre"),
                _ => ("remarks; e shows them", "remarques ; e les montre"),
            };
            entries.push((label("parsing").to_owned(), format!("{problems} {}", state.pick(en, fr))));
        }
        let title = state.pick("About this document", "À propos de ce document");
        Self { rolls, ..Self::new(title, entries, Shape::Full) }
    }

    /// Diagnostics, and what was set aside as page furniture.
    pub(crate) fn problems(document: &Document, state: &State) -> Self {
        let line = state.pick("line", "ligne");
        let said = document
            .diagnostics()
            .iter()
            .map(|found| (format!("{line} {}", found.line), found.message.clone()));
        let aside = document.set_aside().iter().map(|aside| {
            (
                format!("{line} {}", aside.line),
                format!("{} ({}): {}", state.pick("set aside", "mis de côté"), aside.reason, aside.text),
            )
        });
        let mut entries: Vec<_> = said.chain(aside).collect();
        if entries.is_empty() {
            let (en, fr) = (
                "Everything was understood; nothing was set aside.",
                "Tout a été compris ; rien n'a été mis de côté.",
            );
            entries.push((String::new(), state.pick(en, fr).to_owned()));
        }
        Self::new(
            state.pick("How the text was understood", "Comment le texte a été compris"),
            entries,
            Shape::Full,
        )
    }
}

/// "10 preambular, 14 operative, 1 note".
pub(crate) fn counts(document: &Document, state: &State) -> String {
    let names = [
        (Kind::Preambular, "preambular", "au préambule"),
        (Kind::Operative, "operative", "au dispositif"),
        (Kind::Paragraph, "paragraphs", "paragraphes"),
        (Kind::Subparagraph, "sub-paragraphs", "alinéas"),
        (Kind::Annex, "annexes", "annexes"),
        (Kind::Table, "tables", "tableaux"),
        (Kind::Note, "notes", "notes"),
    ];
    let counted = names.map(|(kind, en, fr)| {
        (document.nodes().iter().filter(|node| node.kind == kind).count(), state.pick(en, fr))
    });
    let said = counted.into_iter().filter(|(count, _)| *count > 0).map(|(count, name)| match (count, name) {
        (1, "tableaux") => "1 tableau".to_owned(),
        (1, "annexes") => format!("1 {}", state.pick("annex", "annexe")),
        (1, name) => format!("1 {}", name.trim_end_matches('s')),
        (count, name) => format!("{count} {name}"),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The French of a field's name.
fn french(field: &'static str) -> &'static str {
    match field {
        "symbol" => "cote",
        "title" => "titre",
        "organ" => "organe",
        "agenda item" => "point",
        "adopted on" => "adoptée le",
        "meeting" => "séance",
        "basis" => "sur la base de",
        "sponsors" => "auteurs",
        "in favour" => "pour",
        "against" => "contre",
        "abstaining" => "abstentions",
        "clauses" => "paragraphes",
        "references" => "renvois",
        "language" => "langue",
        "read from" => "lu dans",
        "parsing" => "analyse",
        field => field,
    }
}

/// Entries as lines: labels at the left, words wrapped beside them.
pub(crate) fn entry_lines(entries: &[(String, String)], cells: u16, state: &State) -> Vec<Line> {
    let widest = entries.iter().map(|(label, _)| width::width(label)).max().unwrap_or(0);
    let column = if widest == 0 { 2 } else { widest as u16 + 4 };
    let beside = column + 20 <= cells;
    let (column, room) =
        if beside { (column, cells.saturating_sub(column + 1)) } else { (2, cells.saturating_sub(3)) };
    let mut lines = Vec::new();
    for (label, words) in entries {
        let mut line = Line::default();
        line.put(2, label, state.theme.dim);
        if !beside && !label.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut ranges = Vec::new();
        for part in words.split('\n') {
            ranges.clear();
            wrap::wrap(part, usize::from(room.max(1)), usize::from(room.max(1)), &mut ranges);
            for range in &ranges {
                let words = part.get(range.start as usize..range.end as usize).unwrap_or_default();
                line.put(column, &visual(words, state.settings.bidi), state.theme.text);
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines
}

impl Overlay for Sheet {
    fn scope(&self) -> Scope {
        Scope::Sheet
    }

    fn shape(&self) -> Shape {
        self.shape
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::SheetDown => self.top = (self.top + self.page.max(2) / 2).min(self.last_top),
            Command::SheetUp => self.top = self.top.saturating_sub(self.page.max(2) / 2),
            Command::SheetCopy => {
                let entries =
                    self.entries.iter().map(|(label, words)| format!("{label}\t{words}").trim().to_owned());
                let rolls =
                    self.rolls.iter().map(|roll| format!("{}\t{}", roll.title, roll.names.join(", ")));
                state.effects.push(Effect::Copy(entries.chain(rolls).collect::<Vec<_>>().join("\n")));
                let sent = state.sent();
                state.say(sent);
            }
            Command::SheetClose | Command::SheetFollow => return Flow::Close,
            _ => return Flow::Pass,
        }
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.shape == Shape::Foot {
            lines.push(rule(cells, state));
        }
        let mut title = Line::default();
        title.put(2, &self.title, state.theme.heading);
        lines.push(title);
        if self.shape == Shape::Full {
            lines.push(Line::default());
        }
        let mut body = entry_lines(&self.entries, cells, state);
        body.extend(self.rolls.iter().flat_map(|roll| roll::lines(roll, cells, state)));
        self.page = usize::from(most).saturating_sub(lines.len());
        self.last_top = body.len().saturating_sub(self.page);
        self.top = self.top.min(self.last_top);
        lines.extend(body.into_iter().skip(self.top).take(self.page));
        lines
    }

    fn hints(&self, state: &State) -> String {
        let more = if self.last_top > 0 { "j k  " } else { "" };
        format!("{more}{}", state.pick("y copy  Esc close", "y copier  Échap fermer"))
    }
}
