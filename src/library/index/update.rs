//! Brings the index up to date with the folders of a library: what is new or changed is read by workers, what is gone is
//! taken out, and what was found so far is published on the way, so that the library serves while it is built.

use super::Trouble;
use super::generation::{Building, Site};
use super::record::{Card, Record};
use super::schema::Fields;
use super::sources::{Entry, Known, Origin};
use crate::document::symbol;
use crate::library::summary::{Answer, Ask};
use crate::library::{ReadOptions, Source, archive, scan};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tantivy::indexer::NoMergePolicy;
use tantivy::{IndexWriter, Term};

/// How many bytes of paragraphs are collected before they are written as one segment.
const HEAP: usize = 300 << 20;
/// When the index is published for the first time while files are read; each further time takes twice as long.
const FIRST_STAGE: Duration = Duration::from_secs(10);
/// Most segments of an index; a search visits all of them.
const MOST_SEGMENTS: usize = 12;

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    pub read: usize,
    pub of: usize,
    /// What was read so far was published just now.
    pub published: bool,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// Files that are new, or have changed.
    pub read: usize,
    pub removed: usize,
    pub kept: usize,
    /// All documents that are in the index now.
    pub held: usize,
    /// Of those that were read: what could not be, with the reason.
    pub refused: Vec<(Origin, String)>,
    /// Folders that could not be listed.
    pub unlisted: Vec<PathBuf>,
    /// Archives with more documents than are listed: how many are not in the index.
    pub cut: Vec<(PathBuf, usize)>,
    /// It was stopped before all was read.
    pub stopped: bool,
}

/// A card as it is stored: with where its document lies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Placed {
    #[serde(flatten)]
    pub origin: Origin,
    pub card: Card,
    /// Only its name was looked at so far.
    #[serde(default)]
    pub unread: bool,
}

/// A file as it lies in a folder.
struct Found {
    origin: Origin,
    size: u64,
    modified: u64,
}

/// Reads what is new or changed in the folders, files and archives, and publishes the result. It stops early, and keeps
/// what was read, once it is no longer `wanted`.
pub(crate) fn update(
    site: &Site,
    folders: &[PathBuf],
    options: &ReadOptions,
    anew: bool,
    wanted: &dyn Fn() -> bool,
    told: &mut dyn FnMut(Progress),
) -> Result<Report, Trouble> {
    // What serves is kept until all is read anew.
    let staged = !anew || site.current().is_err();
    let mut building = site.build(anew)?;
    let mut known = if anew { Known::default() } else { site.known()? };
    let mut report = Report::default();
    let found = look(folders, options, &known, &mut report);
    let gone: Vec<Origin> = {
        let here: HashMap<&Origin, &Found> = found.iter().map(|found| (&found.origin, found)).collect();
        // A folder that is away, such as a disk that is not mounted, keeps its documents.
        let away = |origin: &Origin| {
            report.unlisted.iter().any(|folder| Path::new(&origin.path).starts_with(folder))
        };
        known.files.keys().filter(|origin| !here.contains_key(origin) && !away(origin)).cloned().collect()
    };
    let (same, fresh): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|found| {
        known.files.get(&found.origin).is_some_and(|entry| {
            !entry.unread && entry.size == found.size && entry.modified == found.modified
        })
    });
    report.kept = same.len();
    report.removed = gone.len();
    if gone.is_empty() && fresh.is_empty() && site.current().is_ok() {
        building.collect();
        report.held = known.held();
        return Ok(report);
    }
    let mut writing = Writing::new(site, &building)?;
    for origin in gone {
        if let Some(entry) = known.files.remove(&origin) {
            writing.remove(entry.number);
        }
    }
    let mut tasks = Vec::new();
    for found in fresh {
        if let Some(entry) = known.files.get(&found.origin) {
            writing.remove(entry.number);
        }
        let entry = Entry {
            size: found.size,
            modified: found.modified,
            number: known.number(),
            refused: None,
            unread: true,
        };
        writing.add_name(&found.origin, entry.number);
        known.files.insert(found.origin.clone(), entry);
        tasks.push(found.origin);
    }
    read_all(&tasks, staged, &mut building, &mut writing, &mut known, &mut report, options, wanted, told)?;
    writing.finish()?;
    building.publish(&known)?;
    building.collect();
    report.held = known.held();
    Ok(report)
}

/// Reads documents, adds them to the index, and publishes what there is now and then if that is wanted (`staged`).
#[expect(clippy::too_many_arguments, reason = "the state of one build")]
fn read_all(
    tasks: &[Origin],
    staged: bool,
    building: &mut Building,
    writing: &mut Writing,
    known: &mut Known,
    report: &mut Report,
    options: &ReadOptions,
    wanted: &dyn Fn() -> bool,
    told: &mut dyn FnMut(Progress),
) -> Result<(), Trouble> {
    let (mut stage, mut since) = (FIRST_STAGE, Instant::now());
    // Whoever waits for a document knows its number.
    let many = staged && tasks.len() > 500;
    if many {
        writing.commit()?;
        building.publish(known)?;
        told(Progress { read: 0, of: tasks.len(), published: true });
    }
    let sources: Vec<Source> = tasks.iter().map(Origin::source).collect();
    let mut failed = None;
    let mut read = 0;
    options.workers.ask_each(&sources, &Ask::Record, options, wanted, &mut |at, answer| {
        let Some(origin) = tasks.get(at) else { return };
        let Some(entry) = known.files.get_mut(origin) else { return };
        entry.unread = false;
        read += 1;
        let answer = match answer {
            Ok(Answer::Record(record)) => Ok(record),
            Ok(Answer::Failed(reason)) => Err(reason),
            Ok(_) => Err("it was not answered".to_owned()),
            Err(trouble) => Err(trouble.to_string()),
        };
        match answer {
            Ok(record) => writing.add(origin, entry.number, *record),
            Err(reason) => {
                writing.remove(entry.number);
                report.refused.push((origin.clone(), reason.clone()));
                entry.refused = Some(reason);
            }
        }
        let publish = staged && since.elapsed() > stage && failed.is_none();
        if publish {
            let done = writing.commit().and_then(|()| building.publish(known));
            failed = done.err();
            stage *= 2;
            since = Instant::now();
        }
        told(Progress { read, of: tasks.len(), published: publish });
    });
    if let Some(failed) = failed {
        return Err(failed);
    }
    report.read = read;
    report.stopped = read < tasks.len();
    Ok(())
}

impl Origin {
    pub(crate) fn source(&self) -> Source {
        let path = PathBuf::from(&self.path);
        match &self.member {
            Some(name) => Source::Member(path, name.clone()),
            None => Source::File(path),
        }
    }
}

/// The documents in the folders. What could not be listed is put into the report.
fn look(folders: &[PathBuf], options: &ReadOptions, known: &Known, report: &mut Report) -> Vec<Found> {
    let door = &options.door;
    let mut out: BTreeMap<Origin, Found> = BTreeMap::new();
    let Report { unlisted, cut, .. } = report;
    for folder in folders {
        let mut files = Vec::new();
        if door.is_folder(folder) {
            unlisted.extend(scan::all_below(folder, door, &mut |path| files.push(path)));
        } else if door.is_file(folder) {
            files.push(folder.clone());
        } else {
            unlisted.push(folder.clone());
        }
        for path in files {
            let Ok(about) = door.about(&path) else { continue };
            let modified = since_1970(about.modified());
            let Some(name) = path.to_str() else {
                unlisted.push(path);
                continue;
            };
            let (members, more) = members(&path, name, about.len(), modified, options, known);
            if more > 0 {
                cut.push((path.clone(), more));
            }
            for member in members {
                let origin = Origin { path: name.to_owned(), member };
                out.insert(origin.clone(), Found { origin, size: about.len(), modified });
            }
        }
    }
    out.into_values().collect()
}

/// When a file was changed last, in nanoseconds since 1970; 0 where that cannot be told.
pub(super) fn since_1970(modified: io::Result<SystemTime>) -> u64 {
    let past = modified.ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    past.map_or(0, |past| u64::try_from(past.as_nanos()).unwrap_or_default())
}

/// The documents in an archive, and how many more there are; `None` for a file that is one document itself. An archive that
/// has not changed is not opened.
fn members(
    path: &Path,
    name: &str,
    size: u64,
    modified: u64,
    options: &ReadOptions,
    known: &Known,
) -> (Vec<Option<String>>, usize) {
    if !scan::is_named_like_an_archive(path) {
        return (vec![None], 0);
    }
    let first = Origin { path: name.to_owned(), member: None };
    let same: Vec<_> = known
        .files
        .range(first..)
        .take_while(|(origin, _)| origin.path == name)
        .filter(|(_, entry)| entry.size == size && entry.modified == modified)
        .map(|(origin, _)| origin.member.clone())
        .collect();
    if !same.is_empty() {
        return (same, 0);
    }
    let (names, more) = archive::listed(path, &options.door);
    if names.is_empty() { (vec![None], 0) } else { (names.into_iter().map(Some).collect(), more) }
}

/// The index as it is written to.
struct Writing<'s> {
    site: &'s Site,
    fields: Fields,
    writer: IndexWriter,
}

impl<'s> Writing<'s> {
    fn new(site: &'s Site, building: &Building) -> Result<Self, Trouble> {
        let writer: IndexWriter =
            building.index.writer_with_num_threads(1, HEAP).map_err(|cause| site.unbuilt(&cause))?;
        // They are merged at the end: what is published must not change.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self { site, fields: Fields::new(), writer })
    }

    fn remove(&mut self, number: u64) {
        self.writer.delete_term(Term::from_field_u64(self.fields.document, number));
    }

    /// Adds what the name of a file tells: a document is found by its number before it is read.
    fn add_name(&mut self, origin: &Origin, number: u64) {
        let Some(symbol) = symbol_of_name(origin) else { return };
        let card = Card { symbol: Some(symbol.clone()), claims: vec![symbol], ..Card::default() };
        self.put_card(origin, number, card, true);
    }

    fn add(&mut self, origin: &Origin, number: u64, record: Record) {
        self.remove(number);
        let Record { card, paragraphs } = record;
        for paragraph in paragraphs {
            // What fails here fails again when it is committed.
            drop(self.writer.add_document(self.fields.paragraph(number, &card, paragraph)));
        }
        self.put_card(origin, number, card, false);
    }

    fn put_card(&mut self, origin: &Origin, number: u64, card: Card, unread: bool) {
        let placed = Placed { origin: origin.clone(), card, unread };
        drop(self.writer.add_document(self.fields.card(number, &placed)));
    }

    fn commit(&mut self) -> Result<(), Trouble> {
        self.writer.commit().map(drop).map_err(|cause| self.site.unbuilt(&cause))
    }

    /// Commits all, and merges segments so that a search visits few.
    fn finish(mut self) -> Result<(), Trouble> {
        self.commit()?;
        let broken = |cause: tantivy::TantivyError| self.site.unbuilt(&cause);
        let mut segments = self.writer.index().searchable_segment_metas().map_err(broken)?;
        segments.sort_by_key(tantivy::SegmentMeta::num_docs);
        if segments.len() > MOST_SEGMENTS {
            let smallest: Vec<_> = segments
                .iter()
                .take(segments.len() - MOST_SEGMENTS / 2)
                .map(tantivy::SegmentMeta::id)
                .collect();
            self.writer.merge(&smallest).wait().map_err(broken)?;
        }
        self.writer.wait_merging_threads().map_err(|cause| self.site.unbuilt(&cause))
    }
}

/// The symbol that the name of a file begins with: "A_RES_78_123-2324011E.xml".
fn symbol_of_name(origin: &Origin) -> Option<String> {
    let name = origin.member.as_deref().unwrap_or(&origin.path);
    let name = name.rsplit('/').next()?;
    let name = name.split_once('-').map_or(name, |(name, _)| name);
    let name = name.split_once('.').map_or(name, |(name, _)| name).replace('_', "/");
    let found = symbol::scan(&name).next().filter(|found| *found == (0..name.len()))?;
    Some(symbol::of_scanned(name.get(found)?).into_string())
}

#[cfg(test)]
mod tests;
