//! How the reader wants the screen: what the configuration means, once read.

use super::keymap::Keymap;
use super::words::Locale;
use serde::{Deserialize, Serialize};

/// Colours, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    Light,
    #[default]
    Dark,
    Contrast,
    Mono,
}

/// Whether the outline is shown beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum OutlineMode {
    /// Where there are 80 columns or more.
    #[default]
    Auto,
    Shown,
    Hidden,
}

/// Who puts right-to-left text into its visual order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum BidiMode {
    /// This program: right on terminals that do nothing themselves, which are most.
    #[default]
    App,
    /// The terminal: lines are sent as they are read, flush right.
    Terminal,
    /// Nobody: lines are sent as they are read, flush left.
    Off,
}

/// The settings in force. They may change while reading.
#[derive(Clone, Debug)]
pub struct Settings {
    pub theme: ThemeName,
    pub outline: OutlineMode,
    /// Columns of the outline; a third of the screen, 44 at most, where it is not set.
    pub outline_width: Option<u16>,
    /// Cells in a line of text.
    pub measure: u16,
    pub bidi: BidiMode,
    pub locale: Locale,
    /// The terminal is known to show italics.
    pub italics: bool,
    /// Colours may be sent (`NO_COLOR` is not set).
    pub colour: bool,
    /// Borders and marks may be other than ASCII.
    pub unicode: bool,
    pub keymap: Keymap,
}

impl Settings {
    pub const LEAST_MEASURE: u16 = 30;
    pub const MOST_MEASURE: u16 = 120;
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::default(),
            outline: OutlineMode::default(),
            outline_width: None,
            measure: 76,
            bidi: BidiMode::default(),
            locale: Locale::default(),
            italics: true,
            colour: true,
            unicode: true,
            keymap: Keymap::default(),
        }
    }
}
