//! What `main.rs`, the tests and the benchmarks use beyond the documented modules. It changes without notice.
//!
//! The modules are private, so that the compiler reports what nothing uses. Add a name here only if a test outside
//! `src` needs it.

pub use crate::app::command::{Scope, TABLE, markdown};
pub use crate::app::event::{Effect, Event, Mouse, MouseKind, Outcome, Size};
pub use crate::app::found::{End, Piece};
pub use crate::app::key::{Code, Key, parse_chord};
pub use crate::app::settings::Settings;
pub use crate::app::shelf::Card;
pub use crate::app::ticket::Ticket;
pub use crate::cli::{command_line, run};
pub use crate::config::{Ambiguous, Bidi, CopyAs, Outline, Theme};
pub use crate::document::build::Builder;
pub use crate::document::naming;
pub use crate::formats::encoding::decode;
pub use crate::formats::plain;
pub use crate::formats::xml::Tree;
pub use crate::grammar::kept::lost;
pub use crate::grammar::lexicon::{Register, classify, opener};
pub use crate::grammar::references::{Context, find};
pub use crate::layout::{Extent, Layout, Place, Role};
pub use crate::library::door::Door;
#[cfg(feature = "library")]
pub use crate::library::index::Trial;
pub use crate::library::open;
pub use crate::library::source::{ReadOptions, Source};
pub use crate::lookup::jump::Index;
pub use crate::terminal::{Driver, Ended, Machine, Surface};
pub use crate::text::bidi;
pub use crate::text::charset::Charset;
pub use crate::text::fold::{fold, fold_str, words};
pub use crate::text::width::{grapheme_width, width};
pub use crate::text::wrap::wrap;
pub use crate::ui::{App, Linear};
