//! Panics of libraries, which a damaged file may cause and the reader survives: of a PDF, or of the index of the library.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    /// This thread is in [`caught`].
    static CATCHING: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// The folder of our sources, as the compiler names it in the place of a panic.
const OURS: &str = file!().split_at(file!().len() - "formats/caught.rs".len()).0;

/// What the work returns; `None` where it panicked. What it borrowed may then be half written.
///
/// Nothing is printed of a panic in a library. Its message says nothing to a reader, and a stack with symbols
/// (`RUST_BACKTRACE=1`) takes more memory and time than the file itself. A panic in code of ours is a fault to report.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let ours = panic.location().is_none_or(|at| at.file().starts_with(OURS));
            if ours || !CATCHING.get() {
                before(panic);
            }
        }));
    });
    let outer = CATCHING.replace(true);
    let returned = catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(outer);
    returned.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_survived_also_inside_another() {
        assert_eq!(caught(|| 7), Some(7));
        let inner = caught(|| {
            assert_eq!(caught(|| -> u8 { panic!("of the library") }), None);
            8
        });
        assert_eq!(inner, Some(8));
        assert!(!CATCHING.get(), "a later panic of ours is still reported");
    }
}
