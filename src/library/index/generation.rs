//! Where an index lies, and its generations.
//!
//! ```text
//! FOLDER/N/current              the name of the generation that is read; replaced by renaming
//! FOLDER/N/generation-000017/   files of the search engine, and `sources.jsonl`; they do not change once published
//! FOLDER/N/building/            what is being built; files of generations are links to files that are here, or were
//! FOLDER/N/lock                 held by the one who builds
//! ```
//!
//! N is the version of the schema, so that another version builds beside. Whoever is killed while building leaves `current`
//! as it was, and what it left behind is removed by the next build. A generation is kept for a day after the next one was
//! published: over a network, a session that still reads it would lose its files.

use super::Trouble;
use super::directory::Unlocked;
use super::schema::{Fields, VERSION, analysers};
use super::sources::Known;
use crate::library::Door;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tantivy::directory::error::OpenReadError;
use tantivy::{Directory as _, Index, TantivyError};

const CURRENT: &str = "current";
const BUILDING: &str = "building";
const META: &str = "meta.json";
const GENERATION: &str = "generation-";
pub(super) const SOURCES: &str = "sources.jsonl";

/// How long a generation is kept after the next one was published.
const KEPT: Duration = Duration::from_hours(24);
/// Most bytes of a file that is read whole: the list of files of the search engine, and the name of the generation.
const MOST_SMALL: u64 = 16 << 20;

/// Where an index lies.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    folder: PathBuf,
    door: Door,
}

impl Site {
    /// The index in a folder of the library's own.
    pub(crate) fn new(folder: &Path, door: &Door) -> Self {
        Self { folder: folder.to_path_buf(), door: door.clone() }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn door(&self) -> &Door {
        &self.door
    }

    fn versioned(&self) -> PathBuf {
        self.folder.join(VERSION.to_string())
    }

    fn unwritable(&self) -> impl Fn(io::Error) -> Trouble + Copy + '_ {
        |cause| Trouble::Unwritable { path: self.folder.clone(), cause }
    }

    pub(super) fn damaged(&self, cause: &dyn std::fmt::Display) -> Trouble {
        Trouble::Damaged { path: self.folder.clone(), cause: cause.to_string() }
    }

    /// The search engine does not understand a file, or panicked over it.
    pub(crate) fn torn(&self) -> Trouble {
        self.damaged(&"a file of it is missing, cut short or changed")
    }

    /// Why the search engine cannot read a file. What it says itself is for those who build it.
    pub(super) fn unread(&self, cause: &TantivyError) -> Trouble {
        match cause {
            TantivyError::OpenReadError(OpenReadError::IoError { io_error, filepath })
                if io_error.kind() != io::ErrorKind::InvalidData =>
            {
                let path = self.folder.join(filepath);
                Trouble::Unreadable { path, cause: io::Error::from(io_error.kind()) }
            }
            TantivyError::IncompatibleIndex(_)
            | TantivyError::OpenReadError(OpenReadError::IncompatibleIndex(_)) => {
                Trouble::Foreign(self.folder.clone())
            }
            _ => self.torn(),
        }
    }

    /// Reads all files of the generation that is read, and fails where one is not as it was written.
    pub(crate) fn verify(&self) -> Result<(), Trouble> {
        let index = self.open(&self.current()?)?;
        let metas = index.load_metas().map_err(|cause| self.unread(&cause))?;
        let whole = |file: &PathBuf| {
            // A segment of which nothing was taken out has no list of that.
            let optional = file.extension().is_some_and(|ending| ending == "del");
            optional && index.directory().exists(file).is_ok_and(|exists| !exists)
                || index.directory().validate_checksum(file).is_ok_and(|right| right)
        };
        match metas.list_segment_files().iter().find(|file| !whole(file)) {
            Some(file) => Err(self.damaged(&format_args!("{} was changed", super::super::shown(file)))),
            None => Ok(()),
        }
    }

    /// Why building failed, as the search engine says it. Of an error of the system only that is told.
    pub(super) fn unbuilt(&self, cause: &dyn std::fmt::Display) -> Trouble {
        let text = cause.to_string();
        let system = text.split_once(" (os error").map(|(text, _)| text.rsplit('\'').next().unwrap_or(text));
        let cause = system.map_or_else(|| text.clone(), str::to_lowercase);
        Trouble::Unbuilt { path: self.folder.clone(), cause }
    }

    /// The name of the generation that is read.
    pub(crate) fn current(&self) -> Result<String, Trouble> {
        let path = self.versioned().join(CURRENT);
        let named = match self.small(&path) {
            Ok(bytes) => String::from_utf8(bytes).unwrap_or_default(),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                let of_another = |name: &OsStr| {
                    name.to_str()
                        .and_then(|name| name.parse().ok())
                        .is_some_and(|version: u32| version != VERSION)
                };
                let others = self.door.entries(&self.folder);
                let others =
                    others.map(|mut all| all.any(|entry| entry.is_folder && of_another(&entry.name)));
                return Err(match others {
                    Ok(true) => Trouble::Foreign(self.folder.clone()),
                    _ => Trouble::Absent(self.folder.clone()),
                });
            }
            Err(cause) => return Err(Trouble::Unreadable { path, cause }),
        };
        let name = named.trim();
        match name.strip_prefix(GENERATION) {
            Some(number) if number.parse::<u64>().is_ok() => Ok(name.to_owned()),
            _ => Err(self.damaged(&"`current` names no generation")),
        }
    }

    fn small(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.door.regular(path)?.take(MOST_SMALL).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Opens a published generation for reading.
    pub(super) fn open(&self, name: &str) -> Result<Index, Trouble> {
        let folder = self.versioned().join(name);
        // The search engine opens the files itself.
        self.door.about(&folder.join(META)).map_err(|cause| self.lacking(folder.clone(), name, cause))?;
        self.index(&folder)
    }

    /// Why a file of a published generation cannot be opened.
    fn lacking(&self, path: PathBuf, name: &str, cause: io::Error) -> Trouble {
        match cause.kind() {
            io::ErrorKind::NotFound => self.damaged(&format_args!("{name} is not there, or not whole")),
            _ => Trouble::Unreadable { path, cause },
        }
    }

    fn index(&self, folder: &Path) -> Result<Index, Trouble> {
        let directory = Unlocked::open(folder).map_err(|cause| self.unread(&cause))?;
        let mut index = Index::open(directory).map_err(|cause| self.unread(&cause))?;
        if index.schema() != Fields::new().schema {
            return Err(Trouble::Foreign(self.folder.clone()));
        }
        index.set_tokenizers(analysers());
        Ok(index)
    }

    /// What the generation that is read was made of; nothing where there is none.
    pub(crate) fn known(&self) -> Result<Known, Trouble> {
        match self.current() {
            Ok(name) => {
                let path = self.versioned().join(&name).join(SOURCES);
                let file = self.door.regular(&path).map_err(|cause| self.lacking(path, &name, cause))?;
                Known::read(file).map_err(|cause| self.damaged(&cause))
            }
            Err(Trouble::Absent(_) | Trouble::Foreign(_)) => Ok(Known::default()),
            Err(trouble) => Err(trouble),
        }
    }

    /// Begins to build, alone, on top of the generation that is read.
    pub(super) fn build(&self, anew: bool) -> Result<Building<'_>, Trouble> {
        let unwritable = self.unwritable();
        let folder = self.versioned();
        self.door.make_folders(&folder, false).map_err(unwritable)?;
        let lock = self.door.lock(&folder.join("lock")).map_err(unwritable)?;
        if lock.try_lock().is_err() {
            return Err(Trouble::Busy(self.folder.clone()));
        }
        let building = folder.join(BUILDING);
        self.door.remove_folder(&building).map_err(unwritable)?;
        self.door.make_folders(&building, false).map_err(unwritable)?;
        let current = if anew { None } else { self.current().ok() };
        let index = if let Some(name) = current {
            let from = folder.join(&name);
            self.door.about(&from.join(META)).map_err(|cause| self.lacking(from.clone(), &name, cause))?;
            self.link_all(&from, &building).map_err(unwritable)?;
            self.index(&building)?
        } else {
            let broken = |cause: tantivy::TantivyError| self.unbuilt(&cause);
            let directory = Unlocked::open(&building).map_err(broken)?;
            let mut index = Index::open_or_create(directory, Fields::new().schema).map_err(broken)?;
            index.set_tokenizers(analysers());
            index
        };
        Ok(Building { site: self, index, stages: Vec::new(), _lock: lock })
    }

    /// Has the files of a generation lie in another folder as well. Its list of files is copied, since it is replaced.
    fn link_all(&self, from: &Path, to: &Path) -> io::Result<()> {
        for entry in self.door.entries(from)? {
            if entry.name != SOURCES && entry.name != META {
                self.door.link(&from.join(&entry.name), &to.join(&entry.name))?;
            }
        }
        self.door.write(&to.join(META), &self.small(&from.join(META))?)
    }

    /// The numbers of the generations that there are.
    fn generations(&self) -> Vec<u64> {
        let Ok(entries) = self.door.entries(&self.versioned()) else { return Vec::new() };
        let number = |name: &str| name.strip_prefix(GENERATION)?.parse().ok();
        let mut all: Vec<u64> = entries.filter_map(|entry| number(entry.name.to_str()?)).collect();
        all.sort_unstable();
        all
    }

    fn generation(&self, number: u64) -> PathBuf {
        self.versioned().join(named(number))
    }
}

fn named(number: u64) -> String {
    format!("{GENERATION}{number:06}")
}

/// An index that is being built. Nobody else builds until it is dropped.
#[derive(Debug)]
pub(super) struct Building<'s> {
    site: &'s Site,
    pub(super) index: Index,
    /// The generations that were published on the way.
    stages: Vec<u64>,
    _lock: File,
}

impl Building<'_> {
    /// Publishes what was committed. Segments must not be merged meanwhile.
    pub(super) fn publish(&mut self, known: &Known) -> Result<(), Trouble> {
        let site = self.site;
        let (door, unwritable) = (&site.door, site.unwritable());
        let building = site.versioned().join(BUILDING);
        let number = site.generations().last().map_or(1, |last| last + 1);
        let folder = site.generation(number);
        door.make_folders(&folder, false).map_err(unwritable)?;
        let segments = self.index.load_metas().map_err(|cause| site.unbuilt(&cause))?;
        for file in segments.list_segment_files() {
            let from = building.join(&file);
            // What a segment does not have, such as deletions, has no file.
            if door.is_file(&from) {
                door.link(&from, &folder.join(&file)).map_err(unwritable)?;
            }
        }
        let meta = site.small(&building.join(META)).map_err(unwritable)?;
        door.write(&folder.join(META), &meta).map_err(unwritable)?;
        door.write(&folder.join(SOURCES), &known.bytes()).map_err(unwritable)?;
        door.write(&site.versioned().join(CURRENT), format!("{}\n", named(number)).as_bytes())
            .map_err(unwritable)?;
        self.stages.push(number);
        Ok(())
    }

    /// Removes what is of no use any more.
    pub(super) fn collect(&mut self) {
        let site = self.site;
        let all = site.generations();
        let now = SystemTime::now();
        for pair in all.windows(2) {
            let &[number, next] = pair else { continue };
            let published = site.door.about(&site.generation(next)).and_then(|about| about.modified());
            let old = published.is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age > KEPT));
            // Those on the way to this one were read for a moment only.
            let passing = self.stages.contains(&number);
            if old || passing {
                // One that cannot be removed is tried again next time.
                drop(site.door.remove_folder(&site.generation(number)));
            }
        }
        drop(site.door.remove_folder(&site.versioned().join(BUILDING)));
    }
}
