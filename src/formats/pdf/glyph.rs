//! A glyph on a page, a character of a line, and the classes of characters that the readers of pages use.

/// A no-break space: the digits on both sides of it are one number.
pub(super) const NO_BREAK: char = '\u{A0}';

/// A character on the page. Coordinates are in points in the upright frame of its text: x grows in the direction of the
/// text, y downwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub letter: char,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub size: f32,
    /// The quarter turns by which the text is rotated against the page, 0 to 3.
    pub turn: u8,
    pub italic: bool,
    pub bold: bool,
    pub marked: MarkedContent,
}

/// What marked content says about where a glyph belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MarkedContent {
    #[default]
    Untagged,
    /// Page furniture, of this kind.
    Artifact(Furniture),
    /// The marked-content identifier (`MCID`), which is unique on its page.
    Tagged(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Furniture {
    Header,
    Footer,
    Other,
    /// An artifact without a subtype. It may be furniture, but also text that the author did not tag: so are the
    /// footnotes of documents of the World Health Organization.
    Untyped,
}

/// A character of a line and how it is set.
#[derive(Clone, Copy)]
pub(super) struct Character {
    pub letter: char,
    pub raised: bool,
    pub emphasis: bool,
}

/// Whether a character may be part of a footnote mark.
pub(super) fn is_marker(letter: char) -> bool {
    letter.is_numeric() || letter == '*'
}

pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}' | '\0')
}

pub(super) fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{65F}' | '\u{66A}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}
