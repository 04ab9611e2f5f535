//! Styles: four themes in the terminal's own sixteen colours.
//!
//! No information is in the colour alone: position, weight or a mark conveys it too.

use crate::app::settings::Settings;
use crate::config;
use crate::text::Charset;
use ratatui::style::{Color, Modifier, Style};

/// The styles of a theme.
#[derive(Clone, Copy, Debug, Hash)]
pub(crate) struct Theme {
    pub(crate) text: Style,
    /// Masthead lines, hints, context.
    pub(crate) dim: Style,
    pub(crate) heading: Style,
    /// The opening verbs of paragraphs: italic, or bold where the terminal has no italics.
    pub(crate) opener: Style,
    pub(crate) emphasis: Style,
    pub(crate) number: Style,
    /// Footnote marks.
    pub(crate) mark: Style,
    pub(crate) reference: Style,
    /// The current link or match.
    pub(crate) active: Style,
    /// The characters that match a query.
    pub(crate) hit: Style,
    /// The selected entry of a list.
    pub(crate) selected: Style,
    /// The bar beside the clause that was gone to.
    pub(crate) bar: Style,
    pub(crate) rule: Style,
    pub(crate) status: Style,
}

impl Theme {
    pub(crate) fn of(settings: &Settings) -> Self {
        let plain = Style::new();
        let slanted = if settings.italics { Modifier::ITALIC } else { Modifier::BOLD };
        let mono = Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            heading: plain.add_modifier(Modifier::BOLD),
            opener: plain.add_modifier(slanted),
            emphasis: plain.add_modifier(if settings.italics { Modifier::ITALIC } else { Modifier::empty() }),
            number: plain.add_modifier(Modifier::BOLD),
            // Without superscript digits, only the underline tells a footnote mark from other digits.
            mark: if settings.charset == Charset::Utf8 {
                plain
            } else {
                plain.add_modifier(Modifier::UNDERLINED)
            },
            reference: plain,
            active: plain.add_modifier(Modifier::REVERSED),
            hit: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            selected: plain.add_modifier(Modifier::BOLD),
            bar: plain.add_modifier(Modifier::BOLD),
            rule: plain.add_modifier(Modifier::DIM),
            status: plain.add_modifier(Modifier::REVERSED),
        };
        if !settings.colour {
            return mono;
        }
        match settings.theme {
            config::Theme::Mono => mono,
            config::Theme::Contrast => Self { dim: plain, rule: plain, ..mono },
            config::Theme::Auto | config::Theme::Dark => {
                Self::coloured(mono, Color::Green, Color::LightBlue, Color::Yellow)
            }
            config::Theme::Light => Self::coloured(mono, Color::Magenta, Color::Blue, Color::Red),
        }
    }

    fn coloured(mono: Self, verb: Color, reference: Color, hit: Color) -> Self {
        Self {
            opener: mono.opener.fg(verb),
            mark: mono.mark.fg(reference),
            reference: mono.reference.fg(reference),
            hit: mono.hit.fg(hit),
            bar: mono.bar.fg(hit),
            selected: mono.selected.fg(hit),
            ..mono
        }
    }
}
