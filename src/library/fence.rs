//! Limits which documents may be read: a restricted session opens only those named on the command line.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files and folders that may be read; without a list everything may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence(Option<Arc<[PathBuf]>>);

impl Fence {
    /// Allows these files, and everything in these folders.
    pub(crate) fn around<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        // A path that does not exist is left out: it cannot be read anyway.
        Self(Some(paths.into_iter().filter_map(|path| path.canonicalize().ok()).collect()))
    }

    /// Whether a file may be read. Symbolic links are resolved first: the target counts, not where the link is.
    pub(crate) fn lets_through(&self, path: &Path) -> bool {
        let Some(named) = &self.0 else { return true };
        path.canonicalize().is_ok_and(|whole| named.iter().any(|within| whole.starts_with(within)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_named_files_and_folders_are_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["open", "other"] {
            std::fs::create_dir(at(name)).unwrap();
            std::fs::write(at(name).join("a.txt"), "text").unwrap();
        }
        let fence = Fence::around([at("open").as_path()]);
        assert!(fence.lets_through(&at("open/a.txt")));
        assert!(!fence.lets_through(&at("other/a.txt")));
        assert!(!fence.lets_through(&at("open/../other/a.txt")));
        assert!(!fence.lets_through(&at("open/none.txt")));
        assert!(Fence::default().lets_through(&at("other/a.txt")));
        assert!(!Fence::around([]).lets_through(&at("open/a.txt")));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("other/a.txt"), at("open/link.txt")).unwrap();
            assert!(!fence.lets_through(&at("open/link.txt")), "a link leads out");
            std::os::unix::fs::symlink(at("open/a.txt"), at("other/link.txt")).unwrap();
            assert!(fence.lets_through(&at("other/link.txt")), "and in");
        }
    }
}
