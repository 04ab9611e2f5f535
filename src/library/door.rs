//! The door to the file system: whoever opens a path, looks at one, lists a folder or writes a file goes through it.
//!
//! A door knows how far it leads. That of an ordinary session leads everywhere. That of a restricted session leads to the
//! documents that were named on the command line, however a path is written, and writes nothing; what it opens is reached
//! from a folder that was opened when the session began, without following a link, so that a link that is put there
//! meanwhile leads nowhere either. No other module opens a path (tests/it/tidy.rs).

#[cfg(unix)]
mod beneath;
mod replace;

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a session may open.
#[derive(Clone, Debug)]
pub struct Door(Option<Arc<Fence>>);

/// How far a door of a restricted session leads.
#[derive(Debug)]
struct Fence {
    grounds: Vec<Ground>,
    /// Whether files may be written there: the state of the program, and never a document.
    writes: bool,
}

/// A file, or a folder with all that is in it.
#[derive(Debug)]
struct Ground {
    whole: PathBuf,
    /// The folder, or that of the file.
    #[cfg(unix)]
    root: File,
    is_file: bool,
}

/// An entry of a folder.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: OsString,
    /// Not for a symbolic link to a folder.
    pub(crate) is_folder: bool,
}

/// Why a door does not lead to a path; the inner error of an [`io::Error`].
#[derive(Debug)]
struct Outside;

impl fmt::Display for Outside {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a restricted session neither reads it nor writes it")
    }
}

impl std::error::Error for Outside {}

fn outside() -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, Outside)
}

/// Whether an error says that a door does not lead there.
pub(crate) fn is_outside(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Outside>)
}

/// The absolute path without links; the path itself where it leads nowhere. It opens nothing.
pub(crate) fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

impl Door {
    /// The door of an ordinary session, which leads everywhere.
    pub fn free() -> Self {
        Self(None)
    }

    /// The door of a restricted session: these files, and everything in these folders, may be read. A link that is named
    /// is followed once, now. What does not exist is left out: it cannot be read anyway.
    pub fn around<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        let grounds = paths.into_iter().filter_map(|path| Ground::of(path).ok()).collect();
        Self(Some(Arc::new(Fence { grounds, writes: false })))
    }

    /// The door to a folder in which the program keeps files of its own. In a restricted session it leads nowhere else.
    /// There a file may be written where `writes` says so, and then the folder is made.
    pub(crate) fn own(&self, folder: &Path, writes: bool) -> Self {
        if self.0.is_none() {
            return Self::free();
        }
        if writes {
            // If it cannot be made, nothing can be written there, which is told then.
            drop(make_folders(folder, true));
        }
        Self(Some(Arc::new(Fence { grounds: Ground::of(folder).into_iter().collect(), writes })))
    }

    /// Whether it is that of a restricted session.
    pub fn is_restricted(&self) -> bool {
        self.0.is_some()
    }

    /// Opens a file for reading. One that is no regular file, such as a named pipe, is opened only where it was named
    /// itself, and may keep the caller waiting.
    pub(crate) fn file(&self, path: &Path) -> io::Result<File> {
        match self.fenced(path)? {
            None => File::open(path),
            Some((ground, _)) if ground.is_file => ground.open(path, Opened::Named),
            Some((ground, rest)) => regular(ground.open(&rest, Opened::Found)?, true),
        }
    }

    /// Opens a regular file for reading, and nothing else. It never waits.
    pub(crate) fn regular(&self, path: &Path) -> io::Result<File> {
        let file = match self.fenced(path)? {
            Some((ground, rest)) => ground.open(&rest, Opened::Found)?,
            None => without_waiting(File::options().read(true)).open(path)?,
        };
        regular(file, false)
    }

    /// What a path leads to: its kind, length and dates.
    pub(crate) fn about(&self, path: &Path) -> io::Result<Metadata> {
        let Some((ground, rest)) = self.fenced(path)? else { return fs::metadata(path) };
        let about = ground.open(&rest, Opened::LookedAt)?.metadata()?;
        if about.is_symlink() { Err(outside()) } else { Ok(about) }
    }

    pub(crate) fn is_folder(&self, path: &Path) -> bool {
        self.about(path).is_ok_and(|about| about.is_dir())
    }

    pub(crate) fn is_file(&self, path: &Path) -> bool {
        self.about(path).is_ok_and(|about| about.is_file())
    }

    /// The entries of a folder, in no order. Those that cannot be read are left out.
    pub(crate) fn entries(&self, folder: &Path) -> io::Result<Box<dyn Iterator<Item = Entry>>> {
        #[cfg(unix)]
        if let Some((ground, rest)) = self.fenced(folder)? {
            return beneath::entries(ground.open(&rest, Opened::Listed)?);
        }
        #[cfg(not(unix))]
        self.fenced(folder)?;
        let entries = fs::read_dir(folder)?.filter_map(Result::ok);
        Ok(Box::new(entries.map(|entry| Entry {
            is_folder: entry.file_type().is_ok_and(|kind| kind.is_dir()),
            name: entry.file_name(),
        })))
    }

    /// Replaces the content of a file, or creates it. Whoever reads the file meanwhile, and whoever reads it after a
    /// failure, finds the old content whole. A pipe, a terminal or another device is written to.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.may_write(path)?;
        replace::write(path, bytes, false)
    }

    /// The same for a file of the program's own, which only this user may read.
    pub(crate) fn write_private(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.may_write(path)?;
        replace::write(path, bytes, true)
    }

    /// Gives a file another name in the same folder.
    pub(crate) fn rename(&self, path: &Path, to: &Path) -> io::Result<()> {
        self.may_write(path)?;
        fs::rename(path, to)
    }

    /// Opens a file that serves as a lock, and creates it where there is none. It never waits.
    pub(crate) fn lock(&self, path: &Path) -> io::Result<File> {
        self.may_write(path)?;
        let mut options = File::options();
        regular(without_waiting(options.write(true).create(true).truncate(false)).open(path)?, false)
    }

    /// Takes the lock that a file is, waiting at most a quarter of a second: to write without it is better than to hang on a
    /// network folder. It lasts as long as what is returned.
    pub(crate) fn lock_soon(&self, path: &Path) -> Option<File> {
        let file = self.lock(path).ok()?;
        for _ in 0..50 {
            if file.try_lock().is_ok() {
                return Some(file);
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        None
    }

    /// Makes a folder, and those above it. A private one can be read only by this user.
    pub(crate) fn make_folders(&self, folder: &Path, private: bool) -> io::Result<()> {
        match &self.0 {
            None => make_folders(folder, private),
            Some(fence) if fence.writes => fs::metadata(folder).map(drop),
            Some(_) => Err(outside()),
        }
    }

    /// Gives a file another name as well; a copy, where the file system has no such names.
    #[cfg(feature = "library")]
    pub(crate) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.may_write(to)?;
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
    }

    /// Removes a folder with all that is in it, if it is there.
    #[cfg(feature = "library")]
    pub(crate) fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.may_write(folder)?;
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    /// Where a path lies within the fence; `None` where there is no fence.
    fn fenced(&self, path: &Path) -> io::Result<Option<(&Ground, PathBuf)>> {
        let Some(fence) = &self.0 else { return Ok(None) };
        let whole = path.canonicalize()?;
        let within = |ground: &'_ Ground| whole.strip_prefix(&ground.whole).ok().map(Path::to_path_buf);
        let found = fence.grounds.iter().find_map(|ground| Some((ground, within(ground)?)));
        found.map(Some).ok_or_else(outside)
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        let Some(fence) = &self.0 else { return Ok(()) };
        let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        let within = folder.is_some_and(|folder| fence.grounds.iter().any(|ground| ground.whole == folder));
        if fence.writes && within { Ok(()) } else { Err(outside()) }
    }
}

/// What a path is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// Reading what was named, whatever it is.
    Named,
    /// Reading a file that was found.
    Found,
    Listed,
    /// Its kind, length and dates.
    LookedAt,
}

#[cfg(not(unix))]
impl Ground {
    fn of(path: &Path) -> io::Result<Self> {
        let whole = path.canonicalize()?;
        let is_file = !fs::metadata(&whole)?.is_dir();
        Ok(Self { whole, is_file })
    }

    fn open(&self, below: &Path, _: Opened) -> io::Result<File> {
        File::open(if self.is_file { self.whole.clone() } else { self.whole.join(below) })
    }
}

/// The file if it is a regular one; or a folder, which then fails to be read, if `or_folder`.
fn regular(file: File, or_folder: bool) -> io::Result<File> {
    let about = file.metadata()?;
    match about.is_file() || (or_folder && about.is_dir()) {
        true => Ok(file),
        false if about.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file")),
    }
}

/// Has a named pipe opened at once, without the process at its other end, and no terminal become that of the session.
fn without_waiting(options: &mut fs::OpenOptions) -> &mut fs::OpenOptions {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        options.custom_flags(flags.cast_signed())
    }
    #[cfg(not(unix))]
    options
}

fn make_folders(folder: &Path, private: bool) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    }
    #[cfg(not(unix))]
    let _ = private;
    builder.create(folder)
}

/// Whether two paths lead to the same file, even under different names.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let both = fs::metadata(one).and_then(|one| Ok((one, fs::metadata(other)?)));
        both.is_ok_and(|(one, other)| (one.dev(), one.ino()) == (other.dev(), other.ino()))
    }
    #[cfg(not(unix))]
    {
        let both = fs::canonicalize(one).and_then(|one| Ok((one, fs::canonicalize(other)?)));
        both.is_ok_and(|(one, other)| one == other)
    }
}

#[cfg(test)]
mod tests;
