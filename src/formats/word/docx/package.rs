//! The parts of a .docx package: their text, and the relationships between them.

use crate::document::{Diagnostic, Finding};
use crate::formats::ReadError;
use crate::formats::archive::{self, Archive};
use crate::formats::xml::Tree;
use std::collections::HashMap;

const WHAT: &str = "a Word document";

/// An open document.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The relationships of a part, by their ids.
#[derive(Default)]
pub(super) struct Relations {
    targets: HashMap<String, (String, String)>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = Archive::open(bytes, WHAT)?;
        let mut package = Self { archive, diagnostics: Vec::new() };
        if package.archive.is_damaged() {
            package.find(Finding::PartsListDamaged);
        }
        Ok(package)
    }

    fn find(&mut self, finding: Finding) {
        self.diagnostics.push(Diagnostic::new(1, finding));
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(part) = self.archive.part(name)? else { return Ok(None) };
        if part.damaged {
            self.find(Finding::PartDamaged { part: archive::shown(name) });
        }
        Ok(Some(decoded(part.bytes)))
    }

    /// The text of a part that is not essential: where it is damaged beyond reading, that is reported and `None` is
    /// returned.
    pub(super) fn spare(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.text(name) {
            Err(ReadError::Damaged { .. }) => {
                self.find(Finding::PartDamaged { part: archive::shown(name) });
                Ok(None)
            }
            other => other,
        }
    }

    /// The name of the main part, which holds the body.
    pub(super) fn main(&mut self) -> Result<String, ReadError> {
        const USUAL: &str = "word/document.xml";
        let names: Vec<String> = self.archive.entries().into_iter().map(|entry| entry.name).collect();
        if names.iter().any(|name| name == USUAL) {
            return Ok(USUAL.to_owned());
        }
        let rooted = Relations::read(&self.spare("_rels/.rels")?.unwrap_or_default(), "");
        let rooted = rooted.of_kind("/officeDocument").filter(|part| names.contains(part));
        let found = rooted.or_else(|| names.iter().find(|name| name.ends_with("document.xml")).cloned());
        found.ok_or_else(|| ReadError::Damaged {
            what: WHAT,
            place: "it has no part word/document.xml".to_owned(),
        })
    }

    /// The relationships of a part.
    pub(super) fn relations(&mut self, name: &str) -> Result<Relations, ReadError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let listed = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        Ok(Relations::read(&self.spare(&listed)?.unwrap_or_default(), folder))
    }
}

impl Relations {
    fn read(source: &str, folder: &str) -> Self {
        let tree = Tree::parse(source);
        let mut targets = HashMap::new();
        for node in tree.root().descendants().filter(|node| node.name() == "Relationship") {
            let get = |name: &str| node.attribute(name).unwrap_or_default().into_owned();
            let target = get("Target");
            let path = match target.strip_prefix('/') {
                Some(rooted) => rooted.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            targets.insert(get("Id"), (get("Type"), path));
        }
        Self { targets }
    }

    /// The name of the part for a relationship id.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.targets.get(id).map(|(_, path)| path.as_str())
    }

    /// The name of the part for a relationship type that ends in `kind`, such as "/footnotes".
    pub(super) fn of_kind(&self, kind: &str) -> Option<String> {
        self.targets.values().find(|(known, _)| known.ends_with(kind)).map(|(_, path)| path.clone())
    }
}

/// XML is in UTF-8, or in UTF-16 with a byte order mark.
fn decoded(bytes: Vec<u8>) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(&bytes) {
        return encoding.decode(&bytes).0.into_owned();
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
