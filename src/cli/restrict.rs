//! `--restricted`: the reader for people who are to read some documents on a machine and do nothing else there.
//!
//! What it means is told in docs/restricted.md. The command line is the administrator's, the environment may be the
//! reader's: it is asked for nothing that names a file.

use super::open::Open;
use super::{Command, Failure};
use crate::library::scan::split_anchor;
use crate::library::{Fence, Source};

/// Whether a session is restricted: by the option, or by `PLENARY_RESTRICTED` with anything but 0.
pub(super) fn is_restricted(open: &Open) -> bool {
    let set = std::env::var_os("PLENARY_RESTRICTED");
    open.restricted || set.is_some_and(|value| !value.is_empty() && value != "0")
}

/// A variable, unless it could lead a restricted session to a file of the reader's choosing.
pub(super) fn environment(restricted: bool) -> impl Fn(&str) -> Option<String> {
    move |name: &str| {
        let leads = name.starts_with("PLENARY_") || name.starts_with("XDG_");
        if restricted && leads { None } else { std::env::var(name).ok() }
    }
}

/// What the options ask for and a restricted session does not do.
pub(super) fn refuse(open: &Open, command: Option<&Command>) -> Result<(), Failure> {
    if open.config.is_some() {
        return Err(Failure::Restricted("--config"));
    }
    match command {
        Some(Command::Export(export)) if export.output.is_some() => Err(Failure::Restricted("export -o")),
        _ => Ok(()),
    }
}

/// The documents that were typed, and nothing else.
pub(super) fn fence(typed: &[std::ffi::OsString]) -> Fence {
    let sources: Vec<Source> = typed.iter().map(|typed| split_anchor(typed).0).collect();
    Fence::around(sources.iter().filter_map(Source::path))
}

/// The system is told as well: no file is written when the program fails, and no privilege is gained any more.
pub(super) fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    // Where an old kernel cannot, what is done here does not depend on it.
    let _ = rustix::thread::set_no_new_privs(true);
}
