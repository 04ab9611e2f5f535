//! Writes a file so that it is whole at any moment: the new content goes to a temporary file beside it, which then takes
//! its name.
//!
//! Where no file can be created beside it, or where it is no regular file, there is nothing to rename, and it is written
//! to as it stands.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Replaces the content of a file, or creates it: for everybody as the umask says, or only for this user.
pub(super) fn write(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    outlive_limits();
    let old = fs::metadata(path);
    match &old {
        Ok(old) if !old.is_file() => return write_through(path, bytes),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(_) => return write_through(path, bytes),
    }
    let Some(target) = target(path) else { return write_through(path, bytes) };
    if is_stream(&target) || is_stream(path) {
        return write_through(path, bytes);
    }
    match beside(&target, bytes, old.ok().as_ref(), private) {
        // The folder is not ours, but the file may be.
        Err(Beside::NoPlace(_)) if target.exists() => write_through(&target, bytes),
        Err(Beside::NoPlace(error) | Beside::Failed(error)) => Err(error),
        Ok(()) => Ok(()),
    }
}

/// The file itself behind links, so that a link stays one; `None` for a link to what does not exist.
fn target(path: &Path) -> Option<PathBuf> {
    match path.canonicalize() {
        Ok(whole) => Some(whole),
        Err(_) => fs::symlink_metadata(path).is_err().then(|| path.to_path_buf()),
    }
}

/// Whether a path is another name of a file that is open already: `/dev/stdout` may be a regular file, whose place in it
/// the shell goes on with.
fn is_stream(path: &Path) -> bool {
    cfg!(unix) && ["/dev", "/proc"].iter().any(|above| path.starts_with(above))
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    let mut file = options.write(true).create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

enum Beside {
    /// No temporary file could be created.
    NoPlace(io::Error),
    Failed(io::Error),
}

impl From<io::Error> for Beside {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

fn beside(target: &Path, bytes: &[u8], old: Option<&Metadata>, private: bool) -> Result<(), Beside> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if old.is_some() {
        // Renaming asks only for the folder, but whoever made the file read-only wants to keep it.
        File::options().write(true).open(target)?;
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plenary-");
    #[cfg(unix)]
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    if !private {
        builder.permissions(everybody);
    }
    #[cfg(not(unix))]
    let _ = private;
    let mut temporary = builder.tempfile_in(folder).map_err(Beside::NoPlace)?;
    temporary.write_all(bytes)?;
    if let Some(old) = old.filter(|_| !private) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            // Only root may give a file away. For others it stays theirs, as when an editor writes it.
            drop(std::os::unix::fs::fchown(temporary.as_file(), Some(old.uid()), Some(old.gid())));
        }
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(target).map_err(|error| error.error)?;
    #[cfg(unix)]
    // The content is safe by now; that the new name is too, some file systems cannot promise.
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
    Ok(())
}

/// Has a write that exceeds the size that the system allows (`ulimit -f`) fail, instead of ending the program.
fn outlive_limits() {
    #[cfg(unix)]
    {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let signal = rustix::process::Signal::XFSZ.as_raw();
            drop(signal_hook::flag::register(signal, std::sync::Arc::default()));
        });
    }
}
