//! From what the program shows to a grid, a part of a row at a time: what is shown already is copied, not drawn.
//!
//! A cell of ratatui's takes six times the room of one of a grid's, and a key changes few of them. Nothing is sent here.

use super::grid::{Grid, Palette};
use crate::app::event::Size;
use crate::ui::App;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A part of a row: its row, its columns from and to, and the number for its looks.
type Part = (u16, (u16, u16), u64);

#[derive(Debug, Default)]
pub(super) struct Painter {
    /// The parts of what is shown. None where that is not known.
    parts: Vec<Part>,
    /// Where the panes draw.
    canvas: Buffer,
}

impl Painter {
    /// What is shown is not known any more.
    pub(super) fn forget(&mut self) {
        self.parts.clear();
    }

    /// Makes the next grid; `shown` is the one that was made before.
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
                let same = self.parts.iter().find(|(_, other, seen)| *other == columns && *seen == look);
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
    use crate::library::{ReadOptions, builtin};
    use proptest::prelude::*;

    /// Keys that move, open and close whatever lies on the screen.
    const KEYS: [&str; 16] =
        ["j", "k", "Space", "b", "G", "g", "t", "Tab", "?", "Esc", ":", "1", "n", "p", "D", "Enter"];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        /// Whatever was shown before, all cells are those of a frame that is drawn whole.
        #[test]
        fn parts_put_together_are_the_whole(
            sample in 0..6_usize,
            wide in any::<bool>(),
            keys in proptest::collection::vec(0..KEYS.len(), 1..30),
        ) {
            let size = if wide { Size { width: 120, height: 40 } } else { Size { width: 60, height: 12 } };
            let sources: Vec<_> = builtin::sources().collect();
            let source = sources[sample * sources.len() / 6].clone();
            let document = source.open(&ReadOptions::default()).unwrap();
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
