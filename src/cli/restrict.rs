//! `--restricted`: lets people read certain documents on a machine and do nothing else there.
//!
//! docs/restricted.md describes what it guarantees. The administrator controls the command line but perhaps not the
//! environment, so no variable is used that could name a file.

use super::{Command, Failure};
use crate::library::scan::split_anchor;
use crate::library::{Door, Source};
use std::ffi::OsString;
use std::path::Path;

/// Whether a session is restricted, by the option or by `PLENARY_RESTRICTED` set to anything but 0.
pub(super) fn is_restricted(option: bool) -> bool {
    let set = std::env::var_os("PLENARY_RESTRICTED");
    option || set.is_some_and(|value| !value.is_empty() && value != "0")
}

/// Reads environment variables, except, in a restricted session, those that could lead to a file of the reader's
/// choice.
pub(super) fn environment(restricted: bool) -> impl Fn(&str) -> Option<String> {
    move |name: &str| {
        let leads = name.starts_with("PLENARY_") || name.starts_with("XDG_");
        if restricted && leads { None } else { std::env::var(name).ok() }
    }
}

/// Rejects options that a restricted session does not allow.
pub(super) fn refuse(
    config: Option<&Path>,
    command: Option<&Command>,
    library: Option<&Path>,
) -> Result<(), Failure> {
    if config.is_some() {
        return Err(Failure::Restricted("--config"));
    }
    match command {
        Some(Command::Export(export)) if export.output.is_some() => Err(Failure::Restricted("export -o")),
        #[cfg(feature = "library")]
        Some(Command::Library(library)) if library.writes() => Err(Failure::Restricted("changing a library")),
        Some(command) if command.needs_library() && library.is_none() => {
            Err(Failure::Restricted("a library that no --library names"))
        }
        _ => Ok(()),
    }
}

/// The door of the session: in a restricted one it leads only to the documents and the library named on the command line.
pub(super) fn door(restricted: bool, typed: &[OsString], library: Option<&Path>) -> Door {
    if !restricted {
        return Door::free();
    }
    let sources: Vec<Source> = typed.iter().map(|typed| split_anchor(typed, &Door::free()).0).collect();
    Door::around(sources.iter().filter_map(Source::path).chain(library))
}

/// Asks the operating system for protection too: no core dump is written, and no new privileges can be gained.
pub(super) fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    // Old kernels lack this, and the restriction does not depend on it.
    let _ = rustix::thread::set_no_new_privs(true);
}
