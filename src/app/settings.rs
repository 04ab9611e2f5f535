//! How the reader wants the screen: what the configuration means, once read.

use super::keymap::Keymap;
use crate::config::{Bidi, Config, ConfigError, Locale, Outline, Theme};

/// The settings in force. They may change while reading.
#[derive(Clone, Debug)]
pub struct Settings {
    pub theme: Theme,
    pub outline: Outline,
    /// Columns of the outline; a third of the screen, 36 at most, where it is not set.
    pub outline_width: Option<u16>,
    /// Cells in a line of text.
    pub measure: u16,
    pub bidi: Bidi,
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
    pub const LEAST_MEASURE: u16 = *Config::MEASURES.start();
    pub const MOST_MEASURE: u16 = *Config::MEASURES.end();
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            outline: Outline::default(),
            outline_width: None,
            measure: 76,
            bidi: Bidi::default(),
            locale: Locale::default(),
            italics: true,
            colour: true,
            unicode: true,
            keymap: Keymap::default(),
        }
    }
}

impl Settings {
    /// What the configuration means; a bad key binding is an error that names its line.
    pub fn of(config: &Config, terminal: Terminal) -> Result<Self, ConfigError> {
        let mut keymap = Keymap::default();
        keymap
            .configure(&config.keys)
            .map_err(|(index, message)| config.bad_binding(&config.keys[index], &message))?;
        Ok(Self {
            theme: config.theme,
            outline: config.outline,
            outline_width: config.outline_width,
            measure: config.measure,
            bidi: config.bidi,
            locale: config.locale,
            italics: terminal.italics,
            colour: terminal.colour,
            unicode: terminal.unicode,
            keymap,
        })
    }
}

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    pub italics: bool,
    pub colour: bool,
    pub unicode: bool,
}
