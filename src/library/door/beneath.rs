//! Opens what lies in a folder that is held open, step by step, and follows no link on the way.
//!
//! The path was resolved before, so that no step of it is a link, unless somebody has put one there since. Then the step
//! fails, whatever the link leads to.

use super::{Entry, Ground, Opened, outside};
use rustix::fs::{Dir, FileType, Mode, OFlags, openat};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Component, Path};

/// Without permission to read a folder, what is in it can still be reached.
#[cfg(target_os = "linux")]
const STEP: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const STEP: OFlags = OFlags::RDONLY;

impl Ground {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let whole = path.canonicalize()?;
        let is_file = !fs::metadata(&whole)?.is_dir();
        let folder = if is_file { whole.parent().unwrap_or(&whole) } else { &whole };
        let root = rustix::fs::open(folder, STEP | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        Ok(Self { root: File::from(root), whole, is_file })
    }

    /// Opens what lies below; `below` has no step up.
    pub(super) fn open(&self, below: &Path, opened: Opened) -> io::Result<File> {
        let flags = match opened {
            Opened::Named => OFlags::RDONLY,
            Opened::Found => OFlags::RDONLY | OFlags::NONBLOCK,
            Opened::Listed => OFlags::RDONLY | OFlags::DIRECTORY,
            Opened::LookedAt => STEP | OFlags::NONBLOCK,
        };
        let mut names: Vec<&OsStr> = if self.is_file {
            self.whole.file_name().into_iter().collect()
        } else {
            below.components().map(Component::as_os_str).collect()
        };
        let last = names.pop().unwrap_or(OsStr::new("."));
        let always = OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NOCTTY;
        let mut folder: Option<OwnedFd> = None;
        let step = |folder: &Option<OwnedFd>, name: &OsStr, flags| {
            let at = folder.as_ref().map_or(self.root.as_fd(), OwnedFd::as_fd);
            openat(at, name, flags | always, Mode::empty()).map_err(|error| match error {
                Errno::LOOP | Errno::NOTDIR => outside(),
                error => error.into(),
            })
        };
        for name in names {
            folder = Some(step(&folder, name, STEP | OFlags::DIRECTORY)?);
        }
        step(&folder, last, flags).map(File::from)
    }
}

/// The entries of an open folder.
pub(super) fn entries(folder: File) -> io::Result<Box<dyn Iterator<Item = Entry>>> {
    let at = folder.try_clone()?;
    let all = Dir::new(OwnedFd::from(folder))?.filter_map(Result::ok);
    let named = all.filter(|entry| !matches!(entry.file_name().to_bytes(), b"." | b".."));
    Ok(Box::new(named.map(move |entry| {
        let kind = match entry.file_type() {
            // Some file systems do not say it here.
            FileType::Unknown => {
                let about = rustix::fs::statat(&at, entry.file_name(), rustix::fs::AtFlags::SYMLINK_NOFOLLOW);
                about.map_or(FileType::Unknown, |about| FileType::from_raw_mode(about.st_mode))
            }
            kind => kind,
        };
        let name = OsString::from_vec(entry.file_name().to_bytes().to_vec());
        Entry { name, is_folder: kind == FileType::Directory }
    })))
}
