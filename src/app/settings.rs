//! The settings of the reader, computed from the configuration and the terminal.

use super::keymap::Keymap;
use crate::config::{Ambiguous, Bidi, Config, ConfigError, CopyAs, Links, Outline, Theme};
use crate::lang::Language;
use crate::messages::Messages;
use crate::text::Charset;

/// The settings in force. Commands may change them.
#[expect(clippy::struct_excessive_bools, reason = "switches, each by itself")]
#[derive(Clone, Debug)]
pub struct Settings {
    pub theme: Theme,
    pub outline: Outline,
    /// Width of the outline in columns; `None`: it follows the width of the screen.
    pub outline_width: Option<u16>,
    /// The longest line of text, in cells.
    pub measure: u16,
    /// Who puts right-to-left text into display order; never [`Bidi::Auto`].
    pub bidi: Bidi,
    /// The language of the interface.
    pub locale: Language,
    /// The terminal shows italics as italics.
    pub italics: bool,
    /// Colours may be sent; off where `NO_COLOR` is set.
    pub colour: bool,
    /// The characters that the terminal can show; others are replaced.
    pub charset: Charset,
    /// The theme is chosen by the brightness of the background, once the terminal has reported it.
    pub follow_background: bool,
    /// Mouse reporting is on.
    pub mouse: bool,
    pub clipboard: Clipboard,
    /// What is copied passes tmux, which drops it unless it is set up.
    pub tmux: bool,
    pub copy: CopyAs,
    /// How many cells the terminal gives to characters of ambiguous width. [`Ambiguous::Auto`]: it is to be asked.
    pub ambiguous: Ambiguous,
    /// References are hyperlinks that the terminal opens.
    pub links: bool,
    pub keymap: Keymap,
}

impl Settings {
    pub(crate) const LEAST_MEASURE: u16 = *Config::MEASURES.start();
    pub(crate) const MOST_MEASURE: u16 = *Config::MEASURES.end();
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            outline: Outline::default(),
            outline_width: None,
            measure: 76,
            bidi: Bidi::App,
            locale: Language::En,
            italics: true,
            colour: true,
            charset: Charset::Utf8,
            follow_background: false,
            mouse: false,
            clipboard: Clipboard::Terminal,
            tmux: false,
            copy: CopyAs::Text,
            ambiguous: Ambiguous::Narrow,
            links: false,
            keymap: Keymap::default(),
        }
    }
}

impl Settings {
    /// The texts of the interface, in its language.
    pub(crate) fn messages(&self) -> Messages {
        Messages::of(self.locale)
    }

    /// Computes the settings. A bad key binding is an error that names its line.
    pub(crate) fn of(config: &Config, terminal: Terminal) -> Result<Self, ConfigError> {
        let mut keymap = Keymap::default();
        keymap
            .configure(&config.keys)
            .map_err(|(index, message)| config.bad_binding(&config.keys[index], &message))?;
        Ok(Self {
            theme: config.theme,
            outline: config.outline,
            outline_width: config.outline_width,
            measure: config.measure,
            bidi: match config.bidi {
                Bidi::Auto if terminal.orders => Bidi::Terminal,
                Bidi::Auto => Bidi::App,
                asked => asked,
            },
            locale: legible(config.locale, terminal.charset),
            italics: terminal.italics,
            colour: config.colour.unwrap_or(terminal.colour),
            charset: terminal.charset,
            follow_background: config.follow_background,
            mouse: config.mouse,
            ambiguous: match config.ambiguous {
                _ if terminal.charset != Charset::Utf8 => Ambiguous::Narrow,
                Ambiguous::Auto if !config.may_be_wide => Ambiguous::Narrow,
                asked => asked,
            },
            links: match config.links {
                Links::Auto => terminal.links,
                Links::Always => true,
                Links::Never => false,
            },
            tmux: terminal.tmux,
            copy: config.copy_as,
            clipboard: match (terminal.clipboard, config.print_on_exit) {
                (true, false) => Clipboard::Terminal,
                (true, true) => Clipboard::Both,
                (false, _) => Clipboard::OnExit,
            },
            keymap,
        })
    }
}

/// The language of the interface where the terminal can show its script, or else English: a text of question
/// marks helps nobody.
fn legible(language: Language, charset: Charset) -> Language {
    let own_name = Messages::of(language).name(language);
    if own_name.chars().all(|letter| charset.can_spell(letter)) { language } else { Language::En }
}

/// What the user's terminal can show.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Terminal {
    pub italics: bool,
    pub colour: bool,
    pub charset: Charset,
    /// It may have a clipboard that programs can set.
    pub clipboard: bool,
    /// tmux stands in between, or may.
    pub tmux: bool,
    /// It puts right-to-left text into display order, and cannot be told not to.
    pub orders: bool,
    /// It is known to support hyperlinks.
    pub links: bool,
    /// It can only print lines, one after the other (`TERM=dumb`).
    pub dumb: bool,
}

/// Where copied text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// To the clipboard of the terminal.
    #[default]
    Terminal,
    /// To the clipboard, and also to standard output when the session ends.
    Both,
    /// To standard output when the session ends, where the terminal has no clipboard.
    OnExit,
    /// To standard output at once, in the line mode.
    Lines,
}
