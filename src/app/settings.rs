//! How the reader wants the screen: what the configuration means, once read.

use super::keymap::Keymap;
use crate::config::{Bidi, Config, ConfigError, Links, Outline, Theme};
use crate::document::Language;
use crate::messages::Messages;
use crate::text::Charset;

/// The settings in force. They may change while reading.
#[expect(clippy::struct_excessive_bools, reason = "switches, each by itself")]
#[derive(Clone, Debug)]
pub struct Settings {
    pub theme: Theme,
    pub outline: Outline,
    /// Columns of the outline; a third of the screen, 36 at most, where it is not set.
    pub outline_width: Option<u16>,
    /// Cells in a line of text.
    pub measure: u16,
    pub bidi: Bidi,
    /// Of the interface.
    pub locale: Language,
    /// The terminal is known to show italics.
    pub italics: bool,
    /// Colours may be sent (`NO_COLOR` is not set).
    pub colour: bool,
    /// What the terminal can show; the rest is replaced.
    pub charset: Charset,
    /// The theme is the one that suits the background, once the terminal tells what that is.
    pub follow_background: bool,
    /// A mouse is listened to.
    pub mouse: bool,
    pub clipboard: Clipboard,
    /// References are links that the terminal opens.
    pub links: bool,
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
            locale: Language::En,
            italics: true,
            colour: true,
            charset: Charset::Utf8,
            follow_background: false,
            mouse: false,
            clipboard: Clipboard::Terminal,
            links: false,
            keymap: Keymap::default(),
        }
    }
}

impl Settings {
    /// The words of the interface, in the reader's language.
    pub fn messages(&self) -> Messages {
        Messages::of(self.locale)
    }

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
            locale: legible(config.locale, terminal.charset),
            italics: terminal.italics,
            colour: config.colour.unwrap_or(terminal.colour),
            charset: terminal.charset,
            follow_background: config.follow_background,
            mouse: config.mouse,
            links: match config.links {
                Links::Auto => terminal.links,
                Links::Always => true,
                Links::Never => false,
            },
            clipboard: match (terminal.clipboard, config.print_on_exit) {
                (true, false) => Clipboard::Terminal,
                (true, true) => Clipboard::Both,
                (false, _) => Clipboard::OnExit,
            },
            keymap,
        })
    }
}

/// The language of the interface where the terminal has its letters, else English: a key that is told in question marks
/// helps nobody.
fn legible(language: Language, charset: Charset) -> Language {
    let own_name = Messages::of(language).name(language);
    if own_name.chars().all(|letter| charset.can_spell(letter)) { language } else { Language::En }
}

/// What the reader's terminal can show.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    pub italics: bool,
    pub colour: bool,
    pub charset: Charset,
    /// It may have a clipboard that programs can put text on.
    pub clipboard: bool,
    /// It is known to keep links.
    pub links: bool,
    /// Nothing but plain lines, one after the other.
    pub dumb: bool,
}

/// Where text goes that is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// To the clipboard of the terminal.
    #[default]
    Terminal,
    /// There, and written out when the session ends.
    Both,
    /// Written out when the session ends, where the terminal has no clipboard.
    OnExit,
    /// Written out at once, where there is no screen that it would disturb.
    Lines,
}
