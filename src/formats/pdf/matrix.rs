//! Affine maps of the plane, as PDF writes them. Nothing else of geometry.

/// `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This map first, then `outer`.
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

    /// What a step along the first axis becomes.
    pub(super) fn along(self) -> (f64, f64) {
        (self.0[0], self.0[1])
    }

    /// What a step along the second axis becomes.
    pub(super) fn across(self) -> (f64, f64) {
        (self.0[2], self.0[3])
    }

    /// Where the origin goes.
    pub(super) fn origin(self) -> (f64, f64) {
        (self.0[4], self.0[5])
    }

    /// Moved along its own axes, as text is.
    pub(super) fn advance(&mut self, x: f64, y: f64) {
        let [a, b, c, d, ..] = self.0;
        self.0[4] += x * a + y * c;
        self.0[5] += x * b + y * d;
    }
}
