//! Writes the metadata of a document: identification, subjects, procedural steps, votes.

use super::AknWriter;
use crate::document::Organ;
use crate::document::details::{Edition, Level, Vote};
use crate::lang::Language;
use std::io;

/// How the United Nations writes an unknown date.
const NO_DATE: &str = "0001-01-01";

impl AknWriter<'_, '_> {
    /// Writes the `meta` of the document, or of one of the resolutions published together in it.
    pub(super) fn meta(&mut self, part: Option<&str>) -> io::Result<()> {
        self.xml.open("meta", &[])?;
        self.identification(part, 0)?;
        self.subjects(part)?;
        self.steps(part)?;
        self.votes(part)?;
        if part.is_none() {
            self.references()?;
            self.unmarked_notes()?;
        }
        self.presentation(part)?;
        self.xml.close("meta")
    }

    /// Writes the `meta` of a statement without details of its own.
    pub(super) fn made_meta(&mut self) -> io::Result<()> {
        self.xml.open("meta", &[])?;
        self.made_identification()?;
        self.xml.close("meta")
    }

    /// Writes the `meta` of the next annex.
    pub(super) fn annex_meta(&mut self) -> io::Result<()> {
        let at = self.annexes;
        self.annexes += 1;
        self.xml.open("meta", &[])?;
        self.identification(Some("annex"), at)?;
        self.xml.close("meta")
    }

    // ---- editions ----

    /// Writes the FRBR levels of the document with index `at` in this part; derived from the symbol if the details have
    /// none.
    fn identification(&mut self, part: Option<&str>, at: usize) -> io::Result<()> {
        let document = self.document;
        let mut own = document.details().editions.iter().filter(|edition| edition.part.as_deref() == part);
        let mut levels: Vec<&Edition> = Vec::new();
        let mut works = 0;
        for edition in own.by_ref() {
            works += usize::from(edition.level == Level::Work || works == 0);
            if works == at + 1 {
                levels.push(edition);
            }
        }
        if levels.is_empty() {
            return self.made_identification();
        }
        self.xml.open("identification", &[("source", "#DGACM")])?;
        for edition in levels {
            self.edition(edition)?;
        }
        self.xml.close("identification")
    }

    fn edition(&mut self, edition: &Edition) -> io::Result<()> {
        let element = match edition.level {
            Level::Work => "FRBRWork",
            Level::Expression => "FRBRExpression",
            Level::Manifestation => "FRBRManifestation",
        };
        self.xml.open(element, &[])?;
        self.valued("FRBRthis", "value", edition.this.as_deref())?;
        self.valued("FRBRuri", "value", edition.uri.as_deref())?;
        self.alias(element)?;
        if edition.date.is_some() || edition.event.is_some() {
            let date = edition.date.as_deref().unwrap_or_default();
            let event = edition.event.as_deref().unwrap_or_default();
            self.xml.empty("FRBRdate", &[("date", date), ("name", event)])?;
        }
        if edition.author.is_some() || edition.role.is_some() {
            let author = edition.author.as_deref().unwrap_or_default();
            let role = edition.role.as_deref().unwrap_or_default();
            self.xml.empty("FRBRauthor", &[("href", author), ("as", role)])?;
        }
        self.valued("FRBRcountry", "value", edition.country.as_deref())?;
        self.valued("FRBRlanguage", "language", edition.language.as_deref())?;
        self.xml.close(element)
    }

    /// Writes the symbol of the document, which may be missing from its cover.
    fn alias(&mut self, level: &str) -> io::Result<()> {
        match self.document.symbol().filter(|_| level == "FRBRWork") {
            Some(symbol) => self.xml.empty("FRBRalias", &[("value", symbol), ("name", "symbol")]),
            None => Ok(()),
        }
    }

    fn valued(&mut self, element: &str, attribute: &str, value: Option<&str>) -> io::Result<()> {
        match value {
            Some(value) => self.xml.empty(element, &[(attribute, value)]),
            None => Ok(()),
        }
    }

    /// Writes FRBR levels derived from the symbol.
    fn made_identification(&mut self) -> io::Result<()> {
        let document = self.document;
        let symbol = document.symbol().unwrap_or("untitled");
        let number: String = symbol
            .split("/RES/")
            .last()
            .unwrap_or(symbol)
            .chars()
            .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
            .collect();
        let number = number.trim_matches('-');
        let (body, author) = match Organ::of(symbol) {
            Some(Organ::SecurityCouncil) => ("unsc", "sc"),
            Some(Organ::EconomicAndSocialCouncil) => ("ecosoc", "ecosoc"),
            Some(Organ::HumanRightsCouncil) => ("hrc", "hrc"),
            _ => ("unga", "ga"),
        };
        let work = format!("/akn/un/statement/deliberation/{body}/{NO_DATE}/{number}/");
        let language = document.language().map_or("und", Language::long_code);
        self.xml.open("identification", &[("source", "#plenary")])?;
        let levels = [
            ("FRBRWork", format!("{work}!main/"), work.clone(), "adoption", author, "author"),
            (
                "FRBRExpression",
                format!("{work}{language}@!main/"),
                format!("{work}{language}@/"),
                "publication",
                author,
                "issuer",
            ),
            (
                "FRBRManifestation",
                format!("{work}{language}@/!main.xml"),
                format!("{work}{language}@.xml"),
                "markup",
                "plenary",
                "editor",
            ),
        ];
        for (element, this, uri, event, author, role) in levels {
            self.xml.open(element, &[])?;
            self.xml.empty("FRBRthis", &[("value", &this)])?;
            self.xml.empty("FRBRuri", &[("value", &uri)])?;
            self.alias(element)?;
            self.xml.empty("FRBRdate", &[("date", NO_DATE), ("name", event)])?;
            self.xml.empty("FRBRauthor", &[("href", author), ("as", role)])?;
            match element {
                "FRBRWork" => self.xml.empty("FRBRcountry", &[("value", "un")])?,
                "FRBRExpression" => self.xml.empty("FRBRlanguage", &[("language", language)])?,
                _ => {}
            }
            self.xml.close(element)?;
        }
        self.xml.close("identification")
    }

    // ---- subjects, steps, votes ----

    fn subjects(&mut self, part: Option<&str>) -> io::Result<()> {
        let document = self.document;
        let own = document.details().subjects.iter().filter(|subject| subject.part.as_deref() == part);
        let mut open: Option<Option<&str>> = None;
        for subject in own {
            let source = subject.source.as_deref();
            if open != Some(source) {
                if open.is_some() {
                    self.xml.close("classification")?;
                }
                self.xml.open("classification", &[("source", source.unwrap_or_default())])?;
                open = Some(source);
            }
            let optional = [
                ("refersTo", &subject.role),
                ("href", &subject.address),
                ("showAs", &subject.label),
                ("shortForm", &subject.short),
            ];
            let mut attributes = vec![("value", subject.value.as_str()), ("dictionary", &subject.scheme)];
            attributes
                .extend(optional.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))));
            self.xml.empty("keyword", &attributes)?;
        }
        if open.is_some() {
            self.xml.close("classification")?;
        }
        Ok(())
    }

    fn steps(&mut self, part: Option<&str>) -> io::Result<()> {
        let document = self.document;
        let mut own = document.details().steps.iter().filter(|step| step.part.as_deref() == part).peekable();
        if own.peek().is_none() {
            return Ok(());
        }
        self.xml.open("workflow", &[("source", "#un")])?;
        for step in own {
            let mut attributes = vec![
                ("date", step.date.as_deref().unwrap_or(NO_DATE)),
                ("outcome", &step.outcome),
                ("by", step.by.as_deref().unwrap_or_default()),
            ];
            attributes.extend(step.document.as_deref().map(|document| ("as", document)));
            attributes.extend(step.refers_to.as_deref().map(|place| ("refersTo", place)));
            self.xml.empty("step", &attributes)?;
        }
        self.xml.close("workflow")
    }

    fn votes(&mut self, part: Option<&str>) -> io::Result<()> {
        let document = self.document;
        let own = document.details().votes.iter().filter(|vote| vote.part.as_deref() == part);
        let own: Vec<&Vote> = own.collect();
        if own.is_empty() {
            return Ok(());
        }
        self.xml.open("analysis", &[("source", "#un")])?;
        self.xml.open("parliamentary", &[])?;
        for vote in own {
            let attributes: Vec<_> =
                vote.outcome.as_deref().map(|outcome| ("outcome", outcome)).into_iter().collect();
            self.xml.open("voting", &attributes)?;
            if vote.quorum.is_some() || vote.sides.is_empty() {
                self.xml.empty("quorum", &[("value", vote.quorum.as_deref().unwrap_or_default())])?;
            }
            for side in &vote.sides {
                let count = side.count.map(|count| count.to_string()).unwrap_or_default();
                self.xml.open("count", &[("value", &count), ("refersTo", &side.choice)])?;
                self.xml.open("akn4un:voters", &[])?;
                for voter in &side.voters {
                    let optional = [("refersTo", &voter.role), ("GUID", &voter.address)];
                    let attributes: Vec<_> = optional
                        .into_iter()
                        .filter_map(|(name, value)| Some((name, value.as_deref()?)))
                        .collect();
                    self.xml.element("organization", &attributes, &voter.name)?;
                }
                self.xml.close("akn4un:voters")?;
                self.xml.close("count")?;
            }
            self.xml.close("voting")?;
        }
        self.xml.close("parliamentary")?;
        self.xml.close("analysis")
    }

    // ---- the rest ----

    fn references(&mut self) -> io::Result<()> {
        const CONCEPTS: [(&str, &str, &str, &str); 13] = [
            ("TLCOrganization", "source", "/akn/ontology/organization/un/DGACM", "DGACM"),
            ("TLCOrganization", "plenary", "/akn/ontology/organization/un/plenary", "plenary"),
            ("TLCConcept", "dateOfIssuance", "/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
            ("TLCConcept", "adoptionDate", "/akn/ontology/concept/un/dateOfAdoption", "Date of adoption"),
            ("TLCConcept", "symbol", "/akn/ontology/reference/un/symbol", "Symbol"),
            ("TLCConcept", "operative", "/akn/ontology/concept/un/operative", "Operative paragraph"),
            ("TLCRole", "issuingBody", "/akn/role/concept/un/issuingBody", "Issuing body"),
            ("TLCRole", "author", "/akn/ontology/role/un/author", "Author"),
            ("TLCTerm", "resolutionTitle", "/akn/ontology/reference/un/resolutionTitle", "Resolution title"),
            ("TLCTerm", "memberState", "/akn/ontology/organization/un/memberState", "Member State"),
            ("TLCTerm", "inFavour", "/akn/ontology/concept/un/voting/inFavour", "In favour"),
            ("TLCTerm", "against", "/akn/ontology/concept/un/voting/against", "Against"),
            ("TLCTerm", "abstaining", "/akn/ontology/concept/un/voting/abstaining", "Abstaining"),
        ];
        self.xml.open("references", &[("source", "#plenary")])?;
        for (element, name, href, shown) in CONCEPTS {
            self.xml.empty(element, &[("eId", name), ("href", href), ("showAs", shown)])?;
        }
        self.xml.close("references")
    }

    /// Writes the footnotes that no note mark refers to.
    fn unmarked_notes(&mut self) -> io::Result<()> {
        let document = self.document;
        let marked: std::collections::HashSet<_> =
            document.marks().iter().filter_map(|mark| mark.note).collect();
        let free: Vec<_> = self.notes.iter().copied().filter(|note| !marked.contains(note)).collect();
        if free.is_empty() {
            return Ok(());
        }
        self.xml.open("notes", &[("source", "#plenary")])?;
        for note in free {
            let place = self.places.get(&note).copied().unwrap_or(0);
            let name = format!("authorialNote_{}", place + 1);
            self.xml.open("note", &[("eId", &name), ("marker", document.label(note))])?;
            self.note_words(note)?;
            self.xml.end("note")?;
        }
        self.xml.close("notes")
    }

    fn presentation(&mut self, part: Option<&str>) -> io::Result<()> {
        let document = self.document;
        let Some(number) = document.details().job_number.as_deref().filter(|_| part.is_none()) else {
            return Ok(());
        };
        self.xml.open("presentation", &[("source", "#un")])?;
        for element in ["akn4un:footerFirstPage", "akn4un:footerFirstPageLeft", "akn4un:internalCode"] {
            self.xml.open(element, &[])?;
        }
        self.xml.element("docketNumber", &[("refersTo", "#publicationJobNumber")], number)?;
        for element in ["akn4un:internalCode", "akn4un:footerFirstPageLeft", "akn4un:footerFirstPage"] {
            self.xml.close(element)?;
        }
        self.xml.close("presentation")
    }
}
