//! What the reader wants: defaults, then the configuration file, then the environment, then flags.
//!
//! The file is [`mod@file`]'s business. Key bindings are only carried here, with the line they stand on: what they mean is
//! decided where the commands are known, and [`Config::bad_binding`] makes the sentence for one that means nothing.

mod file;

use crate::document::Language;
use clap::ValueEnum;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Colours, chosen from the terminal's own sixteen.
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

/// Who puts right-to-left text into its order on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Bidi {
    /// plenary, for terminals that paint letters in the order they get them
    #[default]
    App,
    /// The terminal, where it can
    Terminal,
    /// Nobody: letters in the order they are read
    Off,
}

/// Whether references are marked as links, for terminals that open them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Links {
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
pub struct Binding {
    /// Id of the command: `line-down`.
    pub command: String,
    /// Keys and chords as written: `j`, `g g`; none takes the command's keys away.
    pub keys: Vec<String>,
    /// Line of the file, from 1.
    pub line: usize,
}

/// What was typed on the command line; `None` and `false` where nothing was.
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
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
    /// No colour was asked for, or always colour.
    pub color: Option<bool>,
}

/// What is in force for a session.
#[expect(clippy::struct_excessive_bools, reason = "switches, each by itself")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Never [`Theme::Auto`].
    pub theme: Theme,
    /// No theme was asked for: the terminal is asked how light its background is.
    pub follow_background: bool,
    /// Whether colours are wanted; `None` as the terminal can.
    pub colour: Option<bool>,
    pub outline: Outline,
    /// Cells of the outline; `None` is a third of the screen, 36 at most.
    pub outline_width: Option<u16>,
    /// Cells of a line of text, at most.
    pub measure: u16,
    pub bidi: Bidi,
    /// Whether places and marks outlive the session.
    pub state: bool,
    /// A mouse is listened to from the start.
    pub mouse: bool,
    /// Plain lines instead of a screen.
    pub linear: bool,
    /// What was copied is written out when the session ends.
    pub print_on_exit: bool,
    pub links: Links,
    /// The language of the interface.
    pub locale: Language,
    pub keys: Vec<Binding>,
    /// The configuration file that was read, if there is one.
    pub file: Option<PathBuf>,
}

impl Config {
    pub const MEASURES: std::ops::RangeInclusive<u16> = 60..=100;
    pub const OUTLINE_WIDTHS: std::ops::RangeInclusive<u16> = 16..=44;
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
            locale: Language::En,
            keys: Vec::new(),
            file: None,
        }
    }
}

/// What in the configuration cannot be followed, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    #[error("{}:{line}: {message}", crate::library::shown(.file))]
    File { file: PathBuf, line: usize, message: String },
    #[error("{}: the configuration file cannot be read ({message})", crate::library::shown(.file))]
    Unreadable { file: PathBuf, message: String },
    #[error("{variable}: {message}")]
    Variable { variable: &'static str, message: String },
}

impl Config {
    /// Puts together what holds: defaults, file, environment, flags, each over the one before.
    pub fn load(flags: &Flags, env: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        let mut config = Self { locale: system_locale(&env), ..Self::default() };
        let mut theme = None;
        config.read_file(flags, &env, &mut theme)?;
        config.read_environment(&env, &mut theme)?;
        config.outline = flags.outline.unwrap_or(config.outline);
        config.measure = flags.measure.unwrap_or(config.measure);
        config.bidi = flags.bidi.unwrap_or(config.bidi);
        config.state &= !flags.no_state;
        config.mouse |= flags.mouse;
        config.linear |= flags.linear;
        config.print_on_exit |= flags.print_on_exit;
        config.links = flags.links.unwrap_or(config.links);
        config.settle_colours(flags, theme, &env);
        Ok(config)
    }

    /// A theme that was typed decides; then `--color`; a theme of the file or a variable holds where the terminal has
    /// colours; then what the system's conventions say.
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
        theme: &mut Option<Theme>,
    ) -> Result<(), ConfigError> {
        let named = flags.config.clone().or_else(|| env("PLENARY_CONFIG").map(PathBuf::from));
        let Some(path) = named.clone().or_else(|| Some(folder(env)?.join("config.toml"))) else {
            return Ok(());
        };
        let text = match std::fs::read_to_string(&path) {
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
        self.state = switch(env, "PLENARY_STATE")?.unwrap_or(self.state);
        self.mouse = switch(env, "PLENARY_MOUSE")?.unwrap_or(self.mouse);
        self.linear = switch(env, "PLENARY_LINEAR")?.unwrap_or(self.linear);
        self.print_on_exit = switch(env, "PLENARY_PRINT_ON_EXIT")?.unwrap_or(self.print_on_exit);
        Ok(())
    }

    /// The sentence for a binding that means nothing: where it stands, and why.
    pub fn bad_binding(&self, binding: &Binding, why: &str) -> ConfigError {
        let file = self.file.clone().unwrap_or_else(|| Path::new("config.toml").to_path_buf());
        ConfigError::File { file, line: binding.line, message: why.to_owned() }
    }
}

/// The folder of the configuration: `$XDG_CONFIG_HOME/plenary`, else `~/.config/plenary`.
fn folder(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    xdg(env, "XDG_CONFIG_HOME", ".config")
}

/// A folder of our own as the XDG rules have it: the variable where it is absolute, else below the home folder.
pub(crate) fn xdg(env: &dyn Fn(&str) -> Option<String>, variable: &str, below_home: &str) -> Option<PathBuf> {
    let set = env(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = set.or_else(|| {
        let home = env("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
        Some(home.or_else(|| etcetera::home_dir().ok())?.join(below_home))
    })?;
    Some(base.join("plenary"))
}

/// The language of a POSIX locale name, `fr_FR.UTF-8`; English where it is none that the interface speaks.
fn system_locale(env: &dyn Fn(&str) -> Option<String>) -> Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(env).unwrap_or_default();
    let code = name.split(['_', '.', '@', '-']).next().unwrap_or_default();
    code.parse().unwrap_or(Language::En)
}

/// The theme for the background that some terminals tell about in COLORFGBG ("0;15").
fn background(env: &dyn Fn(&str) -> Option<String>) -> Theme {
    let light = env("COLORFGBG")
        .is_some_and(|colours| colours.rsplit(';').next().is_some_and(|last| matches!(last, "7" | "15")));
    if light { Theme::Light } else { Theme::Dark }
}

/// Whether the environment asks for colour or forbids it, by the conventions that programs share. `NO_COLOR` is the
/// stronger: whoever sets it cannot read colours.
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
