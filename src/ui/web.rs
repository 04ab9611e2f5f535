//! The web addresses of references, for terminals that open hyperlinks: the public site of United Nations
//! documents.
//!
//! Nothing is fetched. A cell carries the reference it belongs to as a background colour that no theme uses.

use super::App;
use super::state::State;
use crate::app::session::Session;
use crate::document::Target;
use crate::lang::Language;
use ratatui::style::Color;
use std::fmt::Write as _;

/// The colour that marks the cells of a reference; `None` where it has no address, or hyperlinks are off.
pub(crate) fn tag(state: &State, session: &Session, reference: usize) -> Option<Color> {
    let references = session.document.references();
    let target = &references.get(reference).filter(|_| state.settings.links)?.target;
    symbol(target)?;
    let [high, low] = u16::try_from(reference).ok()?.to_be_bytes();
    Some(Color::Rgb(session.edition, high, low))
}

fn symbol(target: &Target) -> Option<&str> {
    match target {
        Target::Resolution { symbol, .. } | Target::Document { symbol, .. } => Some(symbol),
        Target::Decision { .. } | Target::Own { .. } | Target::Charter { .. } | Target::Note { .. } => None,
    }
}

fn url(symbol: &str, language: Option<Language>) -> String {
    let mut url = format!("https://docs.un.org/{}/", language.map_or("en", Language::code));
    for byte in symbol.bytes().filter(|byte| *byte != b' ') {
        if byte.is_ascii_alphanumeric() || b"/.-_()".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let written = write!(url, "%{byte:02X}");
            debug_assert!(written.is_ok(), "writing to a String does not fail");
        }
    }
    url
}

impl App {
    /// The address for cells with this background colour; `None` where they are not a hyperlink.
    pub(crate) fn address(&self, tag: Color) -> Option<String> {
        let Color::Rgb(edition, high, low) = tag else { return None };
        let open = self.state.panes.slots().filter_map(|slot| slot.session.as_ref());
        let document = &open.into_iter().find(|session| session.edition == edition)?.document;
        let reference = document.references().get(usize::from(u16::from_be_bytes([high, low])))?;
        Some(url(symbol(&reference.target)?, document.language()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_become_web_addresses() {
        assert_eq!(url("A/RES/65/218", Some(Language::Fr)), "https://docs.un.org/fr/A/RES/65/218");
        assert_eq!(url("S/RES/1325 (2000)", None), "https://docs.un.org/en/S/RES/1325(2000)");
        assert_eq!(url("A/\u{1b}]8;é", None), "https://docs.un.org/en/A/%1B%5D8%3B%C3%A9");
    }
}
