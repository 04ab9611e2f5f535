//! The settings of a session, from defaults, the configuration file, the environment and flags; each overrides those
//! before it.
//!
//! [`mod@file`] parses the file. Key bindings are only carried here, each with its line number: they are checked where
//! the commands are known, and [`Config::bad_binding`] makes the error for an invalid one.

mod file;

use crate::lang::Language;
use crate::library::Door;
use clap::ValueEnum;
use serde::Deserialize;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The colour theme, made of the terminal's own sixteen colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark or light, as the terminal's background is
    Auto,
    /// For a light background
    Light,
    /// For a dark background
    #[default]
    Dark,
    /// Black, white and weight: nothing faint
    Contrast,
    /// No colour at all
    Mono,
}

/// Whether the outline stands beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Outline {
    /// Where the terminal is at least 80 cells wide
    #[default]
    Auto,
    /// From the start
    Shown,
    /// Until it is asked for
    Hidden,
}

/// Who puts right-to-left text into display order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Bidi {
    /// The terminal where it is known to, else plenary
    #[default]
    Auto,
    /// plenary, for terminals that paint letters in the order they get them
    App,
    /// The terminal, where it can
    Terminal,
    /// Nobody: letters in the order they are read
    Off,
}

/// The form in which clauses are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum CopyAs {
    /// Words alone, without note marks
    #[default]
    Text,
    /// Markdown, with numbers, italics and footnotes
    Markdown,
}

/// How many cells the terminal gives to characters that Unicode calls ambiguous, such as Cyrillic letters and dashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// One, unless the terminal of a Chinese, Japanese or Korean locale says two
    #[default]
    Auto,
    /// One
    Narrow,
    /// Two
    Wide,
}

/// Whether references are marked as links, for terminals that open them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Links {
    /// On terminals that are known to keep them
    #[default]
    Auto,
    /// On all
    Always,
    /// On none
    Never,
}

/// The keys that the configuration file gives to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Binding {
    /// Identifier of the command, such as `line-down`.
    pub command: String,
    /// Keys and chords as written, such as `j` and `g g`. An empty list removes the command's keys.
    pub keys: Vec<String>,
    /// Line number in the file, from 1.
    pub line: usize,
}

/// The flags of the command line; `None` and `false` if not given.
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    pub config: Option<PathBuf>,
    pub theme: Option<Theme>,
    pub outline: Option<Outline>,
    pub measure: Option<u16>,
    pub bidi: Option<Bidi>,
    pub no_state: bool,
    pub mouse: bool,
    pub linear: bool,
    pub print_on_exit: bool,
    pub links: Option<Links>,
    pub ambiguous: Option<Ambiguous>,
    pub copy_as: Option<CopyAs>,
    /// `--color`: `false` for never, `true` for always.
    pub color: Option<bool>,
}

/// The settings in force for a session.
#[expect(clippy::struct_excessive_bools, reason = "switches, each by itself")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Config {
    /// The theme to use; never [`Theme::Auto`].
    pub theme: Theme,
    /// Whether no theme was asked for, so that the terminal is asked for its background colour.
    pub follow_background: bool,
    /// Whether colours are wanted; `None` means if the terminal supports them.
    pub colour: Option<bool>,
    pub outline: Outline,
    /// Width of the outline in cells; `None`: it follows the width of the screen.
    pub outline_width: Option<u16>,
    /// Greatest width of a line of text in cells.
    pub measure: u16,
    pub bidi: Bidi,
    /// Whether places and marks are saved between sessions.
    pub state: bool,
    /// Whether the mouse is captured from the start.
    pub mouse: bool,
    /// Whether to write plain lines instead of drawing a screen.
    pub linear: bool,
    /// Whether copied text is printed when the session ends.
    pub print_on_exit: bool,
    pub links: Links,
    pub ambiguous: Ambiguous,
    /// Whether the locale is one in whose terminals ambiguous characters may take two cells.
    pub may_be_wide: bool,
    pub copy_as: CopyAs,
    /// The language of the interface.
    pub locale: Language,
    pub keys: Vec<Binding>,
    /// The configuration file that was read, if any.
    pub file: Option<PathBuf>,
}

/// Greatest size of a configuration file, in bytes.
const MOST_BYTES: u64 = 1 << 20;

impl Config {
    pub(crate) const MEASURES: std::ops::RangeInclusive<u16> = 60..=100;
    pub(crate) const OUTLINE_WIDTHS: std::ops::RangeInclusive<u16> = 16..=44;
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            follow_background: true,
            colour: None,
            outline: Outline::default(),
            outline_width: None,
            measure: 76,
            bidi: Bidi::default(),
            state: true,
            mouse: false,
            linear: false,
            print_on_exit: false,
            links: Links::default(),
            ambiguous: Ambiguous::default(),
            may_be_wide: false,
            copy_as: CopyAs::default(),
            locale: Language::En,
            keys: Vec::new(),
            file: None,
        }
    }
}

/// An invalid setting, and where it was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ConfigError {
    #[error("{}:{line}: {message}", crate::library::shown(.file))]
    File { file: PathBuf, line: usize, message: String },
    #[error("{}: the configuration file cannot be read ({message})", crate::library::shown(.file))]
    Unreadable { file: PathBuf, message: String },
    #[error("{variable}: {message}")]
    Variable { variable: &'static str, message: String },
}

impl Config {
    /// Combines defaults, file, environment and flags, in this order. Empty environment variables count as unset.
    pub(crate) fn load(
        flags: &Flags,
        env: &dyn Fn(&str) -> Option<String>,
        door: &Door,
    ) -> Result<Self, ConfigError> {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        let mut config = Self { locale: system_locale(&env), ..Self::default() };
        let mut theme = None;
        config.read_file(flags, &env, door, &mut theme)?;
        config.read_environment(&env, &mut theme)?;
        config.outline = flags.outline.unwrap_or(config.outline);
        config.measure = flags.measure.unwrap_or(config.measure);
        config.bidi = flags.bidi.unwrap_or(config.bidi);
        config.state &= !flags.no_state;
        config.mouse |= flags.mouse;
        config.linear |= flags.linear;
        config.print_on_exit |= flags.print_on_exit;
        config.links = flags.links.unwrap_or(config.links);
        config.ambiguous = flags.ambiguous.unwrap_or(config.ambiguous);
        config.may_be_wide = is_east_asian(&env);
        config.copy_as = flags.copy_as.unwrap_or(config.copy_as);
        config.settle_colours(flags, theme, &env);
        Ok(config)
    }

    /// Decides on colour and theme, in this order: a theme given as a flag, `--color`, a theme from the file or the
    /// environment (if the terminal supports colour), and the conventions of [`colour_wanted`].
    fn settle_colours(&mut self, flags: &Flags, theme: Option<Theme>, env: &dyn Fn(&str) -> Option<String>) {
        let asked = |theme: Option<Theme>| theme.filter(|theme| *theme != Theme::Auto);
        let (typed, set) = (asked(flags.theme), asked(theme));
        self.colour = match (typed, flags.color) {
            (Some(_), _) => Some(true),
            (None, Some(wanted)) => Some(wanted),
            (None, None) if set.is_some() => None,
            (None, None) => colour_wanted(env),
        };
        let colourless = self.colour == Some(false);
        let decided = typed.or(if colourless { Some(Theme::Mono) } else { set });
        self.follow_background = decided.is_none();
        self.theme = decided.unwrap_or_else(|| background(env));
    }

    fn read_file(
        &mut self,
        flags: &Flags,
        env: &dyn Fn(&str) -> Option<String>,
        door: &Door,
        theme: &mut Option<Theme>,
    ) -> Result<(), ConfigError> {
        let named = flags.config.clone().or_else(|| env("PLENARY_CONFIG").map(PathBuf::from));
        let Some(path) = named.clone().or_else(|| Some(folder(env)?.join("config.toml"))) else {
            return Ok(());
        };
        let text = match read(&path, named.is_some(), door) {
            Ok(text) => text,
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => {
                return Err(ConfigError::Unreadable { file: path, message: crate::library::reason(&error) });
            }
        };
        let read = file::parse(&text).map_err(|(line, message)| ConfigError::File {
            file: path.clone(),
            line,
            message,
        })?;
        *theme = read.theme;
        self.outline = read.outline.unwrap_or(self.outline);
        self.outline_width = read.outline_width.or(self.outline_width);
        self.measure = read.measure.unwrap_or(self.measure);
        self.bidi = read.bidi.unwrap_or(self.bidi);
        self.state = read.state.unwrap_or(self.state);
        self.mouse = read.mouse.unwrap_or(self.mouse);
        self.linear = read.linear.unwrap_or(self.linear);
        self.print_on_exit = read.print_on_exit.unwrap_or(self.print_on_exit);
        self.links = read.links.unwrap_or(self.links);
        self.ambiguous = read.ambiguous.unwrap_or(self.ambiguous);
        self.copy_as = read.copy_as.unwrap_or(self.copy_as);
        self.locale = read.locale.unwrap_or(self.locale);
        self.keys = read.keys;
        self.file = Some(path);
        Ok(())
    }

    fn read_environment(
        &mut self,
        env: &dyn Fn(&str) -> Option<String>,
        theme: &mut Option<Theme>,
    ) -> Result<(), ConfigError> {
        *theme = choice(env, "PLENARY_THEME")?.or(*theme);
        self.outline = choice(env, "PLENARY_OUTLINE")?.unwrap_or(self.outline);
        self.bidi = choice(env, "PLENARY_BIDI")?.unwrap_or(self.bidi);
        if let Some(code) = env("PLENARY_LOCALE") {
            let wrong = |message| ConfigError::Variable { variable: "PLENARY_LOCALE", message };
            self.locale = code.parse().map_err(wrong)?;
        }
        self.measure = number(env, "PLENARY_MEASURE", &Self::MEASURES)?.unwrap_or(self.measure);
        self.outline_width =
            number(env, "PLENARY_OUTLINE_WIDTH", &Self::OUTLINE_WIDTHS)?.or(self.outline_width);
        self.links = choice(env, "PLENARY_LINKS")?.unwrap_or(self.links);
        self.copy_as = choice(env, "PLENARY_COPY_AS")?.unwrap_or(self.copy_as);
        self.ambiguous = choice(env, "PLENARY_AMBIGUOUS")?.unwrap_or(self.ambiguous);
        self.state = switch(env, "PLENARY_STATE")?.unwrap_or(self.state);
        self.mouse = switch(env, "PLENARY_MOUSE")?.unwrap_or(self.mouse);
        self.linear = switch(env, "PLENARY_LINEAR")?.unwrap_or(self.linear);
        self.print_on_exit = switch(env, "PLENARY_PRINT_ON_EXIT")?.unwrap_or(self.print_on_exit);
        Ok(())
    }

    /// The error for an invalid key binding, with its place in the file and the reason.
    pub(crate) fn bad_binding(&self, binding: &Binding, why: &str) -> ConfigError {
        let file = self.file.clone().unwrap_or_else(|| Path::new("config.toml").to_path_buf());
        ConfigError::File { file, line: binding.line, message: why.to_owned() }
    }
}

/// The text of a configuration file. Only one that was named may be a pipe.
fn read(path: &Path, named: bool, door: &Door) -> std::io::Result<String> {
    let door = door.own(path.parent().unwrap_or(path), false);
    let file = if named { door.file(path) } else { door.regular(path) }?;
    let mut text = String::new();
    file.take(MOST_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST_BYTES {
        return Err(std::io::Error::other("it is larger than 1 MB"));
    }
    Ok(text)
}

/// `$XDG_CONFIG_HOME/plenary`, or else `~/.config/plenary`; `None` without a home folder.
fn folder(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    crate::library::xdg(env, "XDG_CONFIG_HOME", ".config")
}

/// The language of a POSIX locale name such as `fr_FR.UTF-8`; English if the interface does not have that language.
fn system_locale(env: &dyn Fn(&str) -> Option<String>) -> Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(env).unwrap_or_default();
    let code = name.split(['_', '.', '@', '-']).next().unwrap_or_default();
    code.parse().unwrap_or(Language::En)
}

/// Whether the characters of the locale are those of Chinese, Japanese or Korean.
fn is_east_asian(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env).unwrap_or_default();
    ["zh", "ja", "ko"].iter().any(|language| name.starts_with(language))
}

/// The theme for the background colour that some terminals report in `COLORFGBG`, such as "0;15".
fn background(env: &dyn Fn(&str) -> Option<String>) -> Theme {
    let light = env("COLORFGBG")
        .is_some_and(|colours| colours.rsplit(';').next().is_some_and(|last| matches!(last, "7" | "15")));
    if light { Theme::Light } else { Theme::Dark }
}

/// Whether the environment asks for colour or forbids it, by the conventions `NO_COLOR`, `CLICOLOR` and
/// `CLICOLOR_FORCE`; `None` if it does neither. `NO_COLOR` wins, because whoever sets it may be unable to read colours.
pub(crate) fn colour_wanted(env: &dyn Fn(&str) -> Option<String>) -> Option<bool> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return Some(false);
    }
    if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return Some(true);
    }
    (set("CLICOLOR").as_deref() == Some("0")).then_some(false)
}

fn switch(env: &dyn Fn(&str) -> Option<String>, variable: &'static str) -> Result<Option<bool>, ConfigError> {
    let Some(value) = env(variable) else { return Ok(None) };
    match value.as_str() {
        "on" | "true" | "1" => Ok(Some(true)),
        "off" | "false" | "0" => Ok(Some(false)),
        _ => {
            let message = format!("{value:?} is neither on nor off");
            Err(ConfigError::Variable { variable, message })
        }
    }
}

fn choice<T: ValueEnum>(
    env: &dyn Fn(&str) -> Option<String>,
    variable: &'static str,
) -> Result<Option<T>, ConfigError> {
    let Some(value) = env(variable) else { return Ok(None) };
    T::from_str(&value, true).map(Some).map_err(|_| {
        let known = T::value_variants()
            .iter()
            .filter_map(|variant| Some(variant.to_possible_value()?.get_name().to_owned()));
        let message = format!("{value:?} is not one of {}", known.collect::<Vec<_>>().join(", "));
        ConfigError::Variable { variable, message }
    })
}

fn number(
    env: &dyn Fn(&str) -> Option<String>,
    variable: &'static str,
    range: &std::ops::RangeInclusive<u16>,
) -> Result<Option<u16>, ConfigError> {
    let Some(value) = env(variable) else { return Ok(None) };
    let number = u16::from_str(value.trim()).ok().filter(|number| range.contains(number));
    number.map(Some).ok_or_else(|| {
        let message = format!("{value:?} is not a number from {} to {}", range.start(), range.end());
        ConfigError::Variable { variable, message }
    })
}

#[cfg(test)]
mod tests;
