//! Which documents may be read, where a session is restricted to those that were named.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// No fence lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence(Option<Arc<[PathBuf]>>);

impl Fence {
    /// Lets through these files, and what lies in these folders.
    pub fn around<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        // What does not exist cannot be read either.
        Self(Some(paths.into_iter().filter_map(|path| path.canonicalize().ok()).collect()))
    }

    /// Where a link leads counts, not where it lies.
    pub fn lets_through(&self, path: &Path) -> bool {
        let Some(named) = &self.0 else { return true };
        path.canonicalize().is_ok_and(|whole| named.iter().any(|within| whole.starts_with(within)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_named_is_let_through() {
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
