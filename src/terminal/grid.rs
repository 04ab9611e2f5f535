//! The cells of a screen as numbers, so that comparing two screens is comparing numbers.
//!
//! Two cells have the same number exactly where they look the same: the foreground colour of a blank does not
//! count, and the second half of a wide character is a cell of its own kind. The bytes are made in
//! [`super::frame`].

use crate::text::Part as _;
use crate::text::measure::Measure;
use crate::text::width::grapheme_width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The most grapheme clusters and the most looks that a palette holds; far more than any document has.
const MOST: usize = 1 << 14;

/// Marks the number of a grapheme cluster of several code points.
const CLUSTER: u32 = 1 << 31;
/// Marks a character of two cells.
const WIDE: u64 = 1 << 48;
/// Marks a character for which terminals may differ in how far it moves the cursor.
const DUBIOUS: u64 = 1 << 49;

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Glyph(u64);

impl Glyph {
    pub(super) const BLANK: Self = Self(' ' as u64);
    /// The second half of a wide character.
    pub(super) const HALF: Self = Self(u64::MAX);

    /// The number of the cell's look in the palette.
    pub(super) fn look(self) -> u16 {
        (self.0 >> 32) as u16
    }

    /// The width in cells: 1 or 2.
    pub(super) fn cells(self) -> u16 {
        if self != Self::HALF && self.0 & WIDE != 0 { 2 } else { 1 }
    }

    /// Whether the position of the cursor after this character is uncertain.
    pub(super) fn is_dubious(self) -> bool {
        self.0 & DUBIOUS != 0
    }

    pub(super) fn is_ascii(self) -> bool {
        (self.0 as u32) < 0x80
    }

    /// The number of the cell, for hashing.
    pub(super) fn number(self) -> u64 {
        self.0
    }
}

/// The visible colours and attributes of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) on: Modifier,
}

impl Look {
    /// Attributes that are visible on a blank.
    const ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

    /// Attributes that are sent to the terminal.
    const KNOWN: Modifier =
        Self::ON_BLANKS.union(Modifier::BOLD).union(Modifier::DIM).union(Modifier::ITALIC);

    /// Whether a blank that is written or erased under these attributes is a plain one.
    pub(super) fn leaves_blanks(self) -> bool {
        self.bg == Color::Reset && !self.on.intersects(Self::ON_BLANKS)
    }

    /// The link that a cell belongs to. It is encoded as a true colour of the background, which no theme
    /// uses.
    pub(super) fn link(self) -> Option<Color> {
        Some(self.bg).filter(|bg| matches!(bg, Color::Rgb(..)))
    }

    pub(super) fn without_link(self) -> Self {
        Self { bg: if self.link().is_some() { Color::Reset } else { self.bg }, ..self }
    }

    fn of(cell: &Cell, blank: bool) -> Self {
        let look = Self { fg: cell.fg, bg: cell.bg, on: cell.modifier.intersection(Self::KNOWN) };
        if blank && !look.on.intersects(Self::ON_BLANKS) {
            return Self { bg: look.bg, ..Self::default() };
        }
        look
    }
}

/// The looks, clusters and links that the numbers of cells stand for.
#[derive(Debug)]
pub(super) struct Palette {
    looks: Vec<Look>,
    clusters: Vec<Box<str>>,
    /// The links with their addresses. The looks before `asked` have been looked up.
    links: Vec<(Color, String)>,
    asked: usize,
}

impl Palette {
    pub(super) fn new() -> Self {
        Self { looks: vec![Look::default()], clusters: Vec::new(), links: Vec::new(), asked: 0 }
    }

    /// Whether the palette holds so much that it should be replaced, together with all grids made with it.
    pub(super) fn is_full(&self) -> bool {
        self.looks.len() > MOST || self.clusters.len() > MOST
    }

    /// The look of a cell.
    pub(super) fn look(&self, glyph: Glyph) -> Look {
        self.looks.get(usize::from(glyph.look())).copied().unwrap_or_default()
    }

    /// Looks up the addresses of the links that are new.
    pub(super) fn learn_links(&mut self, address: impl Fn(Color) -> Option<String>) {
        let new = self.looks.part(self.asked..);
        self.links.extend(new.iter().filter_map(|look| Some((look.link()?, address(look.bg)?))));
        self.asked = self.looks.len();
    }

    /// The address of a link; `None` where it is unknown.
    pub(super) fn address(&self, link: Color) -> Option<&str> {
        self.links.iter().find(|(own, _)| *own == link).map(|(_, address)| address.as_str())
    }

    /// Appends the characters of a cell as UTF-8.
    pub(super) fn put(&self, glyph: Glyph, out: &mut Vec<u8>) {
        let letter = glyph.0 as u32;
        if letter < 0x80 {
            out.push(letter as u8);
        } else if letter & CLUSTER == 0 {
            let letter = char::from_u32(letter).unwrap_or(' ');
            out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        } else if let Some(cluster) = self.clusters.get((letter & !CLUSTER) as usize) {
            out.extend_from_slice(cluster.as_bytes());
        }
    }

    /// The length in bytes of what [`Palette::put`] appends.
    pub(super) fn len(&self, glyph: Glyph) -> usize {
        let letter = glyph.0 as u32;
        if letter & CLUSTER == 0 {
            return char::from_u32(letter).map_or(1, char::len_utf8);
        }
        self.clusters.get((letter & !CLUSTER) as usize).map_or(1, |cluster| cluster.len())
    }

    fn look_number(&mut self, look: Look) -> u64 {
        let at = self.looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        (at as u64) << 32
    }

    fn letter(&mut self, symbol: &str) -> u64 {
        let mut letters = symbol.chars();
        match (letters.next(), letters.next()) {
            (None, _) => u64::from(' '),
            (Some(letter @ ' '..='\u{2ff}'), None) if letter.is_ascii() || !Measure::now().wide => {
                u64::from(letter)
            }
            (Some(letter), None) => {
                let wide = if grapheme_width(symbol) == 2 { WIDE } else { 0 };
                u64::from(letter) | wide | if letter > '\u{ffff}' { DUBIOUS } else { 0 }
            }
            _ => self.cluster(symbol),
        }
    }

    fn cluster(&mut self, symbol: &str) -> u64 {
        let known = self.clusters.iter().position(|known| **known == *symbol);
        let at = known.unwrap_or_else(|| {
            self.clusters.push(symbol.into());
            self.clusters.len() - 1
        });
        let cells = grapheme_width(symbol);
        let one_by_one: usize =
            symbol.chars().map(|letter| grapheme_width(letter.encode_utf8(&mut [0; 4]))).sum();
        let dubious = cells != one_by_one || symbol.chars().any(|letter| letter > '\u{ffff}');
        (at as u64)
            | u64::from(CLUSTER)
            | if cells == 2 { WIDE } else { 0 }
            | if dubious { DUBIOUS } else { 0 }
    }
}

/// The first and the last column in which two rows differ; `None` where they are the same.
pub(super) fn difference(one: &[Glyph], other: &[Glyph]) -> Option<(usize, usize)> {
    // Eight cells at once are compared without a branch, and nearly all rows are the same nearly everywhere.
    let (ours, theirs) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
    let same = |(one, other): &(&[Glyph; 8], &[Glyph; 8])| {
        one.iter().zip(*other).fold(0, |differ, (one, other)| differ | (one.0 ^ other.0)) == 0
    };
    let alike = ours.iter().zip(theirs).take_while(same).count() * 8;
    let differs = |at: &usize| one.get(*at) != other.get(*at);
    let end = one.len().max(other.len());
    let first = (alike..end).find(differs)?;
    let last = (first..end).rev().find(differs)?;
    Some((first, last))
}

/// A screen of cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) width: u16,
    pub(super) height: u16,
    cells: Vec<Glyph>,
}

impl Grid {
    pub(super) fn blank(width: u16, height: u16) -> Self {
        Self { width, height, cells: vec![Glyph::BLANK; usize::from(width) * usize::from(height)] }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|glyph| *glyph == Glyph::BLANK)
    }

    /// Empties the grid: rows are then added from the top.
    pub(super) fn start(&mut self, width: u16, height: u16) {
        (self.width, self.height) = (width, height);
        self.cells.clear();
        self.cells.reserve(usize::from(width) * usize::from(height));
    }

    /// Appends cells from a row of another grid. The end column is exclusive.
    pub(super) fn add_part(&mut self, other: &Self, y: u16, columns: (u16, u16)) {
        self.cells.extend_from_slice(other.part(y, columns));
    }

    /// Appends cells from a buffer: whole rows, or the next part of one.
    pub(super) fn add(&mut self, buffer: &Buffer, palette: &mut Palette) {
        let mut last = (Color::Reset, Color::Reset, Modifier::empty(), true, 0);
        for row in buffer.content.chunks(usize::from(buffer.area.width.max(1))) {
            let mut half = false;
            for (x, cell) in row.iter().enumerate() {
                let symbol = cell.symbol();
                let mut letter = match symbol.as_bytes() {
                    [ascii] => u64::from(*ascii),
                    _ => palette.letter(symbol),
                };
                let blank = letter == u64::from(' ');
                if std::mem::take(&mut half) && blank {
                    self.cells.push(Glyph::HALF);
                    continue;
                }
                if (cell.fg, cell.bg, cell.modifier, blank) != (last.0, last.1, last.2, last.3) {
                    let number = palette.look_number(Look::of(cell, blank));
                    last = (cell.fg, cell.bg, cell.modifier, blank, number);
                }
                if letter & WIDE != 0 {
                    // Its second half was overwritten or is cut off at the edge, so the character is left
                    // out.
                    half = row.get(x + 1).is_some_and(|next| next.symbol() == " ");
                    if !half {
                        letter = u64::from(' ');
                    }
                }
                self.cells.push(Glyph(letter | last.4));
            }
        }
    }

    /// How many cells of the other grid differ and are not blank.
    pub(super) fn new_letters(&self, other: &Self) -> usize {
        let cells = self.cells.iter().zip(&other.cells);
        cells.filter(|(own, other)| own != other && **other != Glyph::BLANK && **other != Glyph::HALF).count()
    }

    pub(super) fn row(&self, y: u16) -> &[Glyph] {
        let (width, y) = (usize::from(self.width), usize::from(y));
        self.cells.get(y * width..(y + 1) * width).unwrap_or_default()
    }

    pub(super) fn at(&self, x: u16, y: u16) -> Glyph {
        self.row(y).get(usize::from(x)).copied().unwrap_or(Glyph::BLANK)
    }

    pub(super) fn set(&mut self, x: u16, y: u16, glyph: Glyph) {
        let width = usize::from(self.width);
        if let Some(cell) = self.cells.get_mut(usize::from(y) * width + usize::from(x)) {
            *cell = glyph;
        }
    }

    /// Some cells of a row; the end column is exclusive.
    pub(super) fn part(&self, y: u16, (left, right): (u16, u16)) -> &[Glyph] {
        self.row(y).part(usize::from(left)..usize::from(right))
    }

    pub(super) fn part_mut(&mut self, y: u16, (left, right): (u16, u16)) -> &mut [Glyph] {
        let start = usize::from(y) * usize::from(self.width);
        self.cells.get_mut(start + usize::from(left)..start + usize::from(right)).unwrap_or_default()
    }
}
