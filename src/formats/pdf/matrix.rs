//! Affine transformations of the plane, in the form that PDF writes them.

/// `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(crate) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The transformation that applies this one first and then `outer`.
    pub(super) fn then(self, outer: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [oa, ob, oc, od, oe, of] = outer.0;
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    /// The image of the unit vector of x.
    pub(super) fn along(self) -> (f64, f64) {
        (self.0[0], self.0[1])
    }

    /// The image of the unit vector of y.
    pub(super) fn across(self) -> (f64, f64) {
        (self.0[2], self.0[3])
    }

    /// The image of the origin.
    pub(super) fn origin(self) -> (f64, f64) {
        (self.0[4], self.0[5])
    }

    /// Moves the origin by `x` and `y`, measured in its own axes: how the text matrix advances after a glyph.
    pub(super) fn advance(&mut self, x: f64, y: f64) {
        let [a, b, c, d, ..] = self.0;
        self.0[4] += x * a + y * c;
        self.0[5] += x * b + y * d;
    }
}
