//! Makes the grid of the next frame. What is shown already is copied from the last one and not drawn again.
//!
//! A cell of ratatui's buffer takes six times the memory of a grid's, and a key changes few of them. Works on
//! parts of rows, and sends nothing.

use super::grid::{Grid, Palette};
use crate::app::event::Size;
use crate::ui::App;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A part of a row: the row, its columns (the end exclusive), and a hash of what it shows.
type Part = (u16, (u16, u16), u64);

#[derive(Debug, Default)]
pub(super) struct Painter {
    /// The parts of what is shown. Empty where that is unknown.
    parts: Vec<Part>,
    /// The buffer that the panes draw on.
    canvas: Buffer,
}

impl Painter {
    /// Forgets the last frame: what is shown is unknown.
    pub(super) fn forget(&mut self) {
        self.parts.clear();
    }

    /// Draws into `next`. `shown` is the grid of the frame before.
    pub(super) fn paint(
        &mut self,
        app: &App,
        size: Size,
        shown: &Grid,
        next: &mut Grid,
        palette: &mut Palette,
    ) {
        next.start(size.width, size.height);
        let mut parts = Vec::with_capacity(usize::from(size.height) * 2);
        for y in 0..size.height {
            let mut left = 0;
            for (right, look) in app.parts(y) {
                let columns = (left, right);
                let same = self.parts.iter().find(|(_, other, seen)| *seen == look && *other == columns);
                if let Some((from, ..)) = same {
                    next.add_part(shown, *from, columns);
                } else {
                    self.canvas.resize(Rect::new(left, y, right.saturating_sub(left), 1));
                    self.canvas.reset();
                    app.view(&mut self.canvas);
                    next.add(&self.canvas, palette);
                }
                parts.push((y, columns, look));
                left = right;
            }
        }
        self.parts = parts;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::key::parse_chord;
    use crate::app::settings::Settings;
    use crate::library::{Door, ReadOptions, builtin};
    use proptest::prelude::*;

    /// Keys that move, open and close whatever lies on the screen.
    const KEYS: [&str; 16] =
        ["j", "k", "Space", "b", "G", "g", "t", "Tab", "?", "Esc", ":", "1", "n", "p", "D", "Enter"];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        /// Whatever was shown before, all cells are those of a frame that is drawn in full.
        #[test]
        fn copied_and_drawn_parts_equal_a_full_frame(
            sample in 0..6_usize,
            wide in any::<bool>(),
            keys in proptest::collection::vec(0..KEYS.len(), 1..30),
        ) {
            let size = if wide { Size { width: 120, height: 40 } } else { Size { width: 60, height: 12 } };
            let sources: Vec<_> = builtin::sources().collect();
            let source = sources[sample * sources.len() / 6].clone();
            let document = source.open(&ReadOptions::new(Door::free())).unwrap();
            let mut app = App::new(Settings::default(), sources);
            app.prepare(size);
            app.open(source, document, false);
            let mut painter = Painter::default();
            let (mut shown, mut next, mut palette) = (Grid::blank(size.width, size.height), Grid::default(), Palette::new());
            for key in keys {
                for key in parse_chord(KEYS[key]).unwrap() {
                    app.update(Event::Key(key));
                }
                app.prepare(size);
                painter.paint(&app, size, &shown, &mut next, &mut palette);
                let mut whole = Buffer::empty(Rect::new(0, 0, size.width, size.height));
                app.view(&mut whole);
                let mut expected = Grid::default();
                expected.start(size.width, size.height);
                expected.add(&whole, &mut palette);
                for y in 0..size.height {
                    prop_assert_eq!(next.row(y), expected.row(y), "row {}", y);
                }
                std::mem::swap(&mut shown, &mut next);
            }
        }
    }
}
