//! Parses the configuration file: TOML to settings, or the number of the invalid line and the reason.
//!
//! Neither the environment nor flags are considered here.

use super::{Ambiguous, Bidi, Binding, Config, CopyAs, Links, Outline, Theme};
use crate::lang::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use toml::Spanned;

/// The settings in a file; `None` for those that it does not contain.
#[derive(Debug, Default)]
pub(super) struct FileSettings {
    pub(super) theme: Option<Theme>,
    pub(super) outline: Option<Outline>,
    pub(super) outline_width: Option<u16>,
    pub(super) measure: Option<u16>,
    pub(super) bidi: Option<Bidi>,
    pub(super) state: Option<bool>,
    pub(super) mouse: Option<bool>,
    pub(super) linear: Option<bool>,
    pub(super) print_on_exit: Option<bool>,
    pub(super) links: Option<Links>,
    pub(super) ambiguous: Option<Ambiguous>,
    pub(super) copy_as: Option<CopyAs>,
    pub(super) locale: Option<Language>,
    pub(super) keys: Vec<Binding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawSettings {
    theme: Option<Theme>,
    outline: Option<Outline>,
    outline_width: Option<Spanned<i64>>,
    measure: Option<Spanned<i64>>,
    bidi: Option<Bidi>,
    state: Option<bool>,
    mouse: Option<bool>,
    linear: Option<bool>,
    print_on_exit: Option<bool>,
    links: Option<Links>,
    ambiguous: Option<Ambiguous>,
    copy_as: Option<CopyAs>,
    locale: Option<Language>,
    #[serde(default)]
    keys: BTreeMap<Spanned<String>, KeyList>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "keys are written \"j\" or [\"j\", \"g g\"]")]
enum KeyList {
    One(String),
    Several(Vec<String>),
}

/// Parses the text of a file. The error is a line number, from 1, and a sentence.
pub(super) fn parse(text: &str) -> Result<FileSettings, (usize, String)> {
    let line = |at: usize| 1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count();
    let written: RawSettings = toml::from_str(text).map_err(|error| {
        let message = error.message().trim_end().replace('\n', "; ");
        let message =
            message.replace("unknown field", "unknown key").replace("unknown variant", "unknown value");
        (error.span().map_or(1, |span| line(span.start)), message)
    })?;
    let within = |value: Option<Spanned<i64>>, name: &str, range: RangeInclusive<u16>| {
        let Some(value) = value else { return Ok(None) };
        let number = u16::try_from(*value.get_ref()).ok().filter(|number| range.contains(number));
        let message =
            || format!("{name} is {}, it goes from {} to {}", value.get_ref(), range.start(), range.end());
        number.map(Some).ok_or_else(|| (line(value.span().start), message()))
    };
    let mut keys: Vec<Binding> = written
        .keys
        .into_iter()
        .map(|(command, keys)| Binding {
            line: line(command.span().start),
            command: command.into_inner(),
            keys: match keys {
                KeyList::One(key) => vec![key],
                KeyList::Several(keys) => keys,
            },
        })
        .collect();
    keys.sort_by_key(|binding| binding.line);
    Ok(FileSettings {
        theme: written.theme,
        outline: written.outline,
        outline_width: within(written.outline_width, "outline-width", Config::OUTLINE_WIDTHS)?,
        measure: within(written.measure, "measure", Config::MEASURES)?,
        bidi: written.bidi,
        state: written.state,
        mouse: written.mouse,
        linear: written.linear,
        print_on_exit: written.print_on_exit,
        links: written.links,
        ambiguous: written.ambiguous,
        copy_as: written.copy_as,
        locale: written.locale,
        keys,
    })
}
