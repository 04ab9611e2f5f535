//! Decisions and numbers taken from bytes, such as a fuzzer gives. When the bytes are used up, every decision is the
//! first and every number is 0, so that whatever is built comes to an end.

/// Numbers at which loops, sums and allocations go wrong, as a file writes them.
const EDGES: [&str; 20] = [
    "-1",
    "255",
    "256",
    "32768",
    "65535",
    "65536",
    "99999",
    "1000000",
    "16777216",
    "2147483647",
    "2147483648",
    "-2147483648",
    "4294967295",
    "4294967296",
    "1000000000000",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "99999999999999999999999",
    "0.00000001",
];

/// A byte that looks random, from a state that begins with a seed (`SplitMix64`).
pub(crate) fn noise(state: &mut u64) -> u8 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    ((mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 40) as u8
}

pub(crate) struct Wild<'a> {
    bytes: &'a [u8],
}

impl<'a> Wild<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn is_dry(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        *first
    }

    /// A number from 0 up to but not including `most`, which is at most 65,536.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        let number = if most <= 256 {
            usize::from(self.byte())
        } else {
            usize::from(self.byte()) << 8 | usize::from(self.byte())
        };
        number % most.max(1)
    }

    /// Whether something happens that happens so many times of 256. It does not when the bytes are used up.
    pub(crate) fn rarely(&mut self, of_256: u8) -> bool {
        !self.is_dry() && self.byte() >= 255 - (of_256 - 1)
    }

    pub(crate) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// A number as a file writes it: a small one, or one in five times one at which things go wrong.
    pub(crate) fn number(&mut self) -> String {
        if self.rarely(50) { self.edge().to_owned() } else { self.below(12).to_string() }
    }

    pub(crate) fn edge(&mut self) -> &'static str {
        self.one(&EDGES)
    }

    /// The right number, or one in `256 / of_256` times a wild one.
    pub(crate) fn or(&mut self, of_256: u8, right: impl std::fmt::Display) -> String {
        if self.rarely(of_256) { self.number() } else { right.to_string() }
    }

    /// The same for a field of a binary table.
    pub(crate) fn field(&mut self, of_256: u8, right: u64) -> u64 {
        if !self.rarely(of_256) {
            return right;
        }
        let wild = self.edge().parse::<i128>().unwrap_or(i128::MAX);
        if self.byte() < 128 { wild as u64 } else { right.wrapping_add(wild as u64) }
    }

    /// How often something is repeated: a few times, seldom a thousand or more.
    pub(crate) fn times(&mut self) -> usize {
        match self.byte() {
            250.. => 20_000,
            235.. => 1_000,
            220.. => 60,
            few => usize::from(few) % 5,
        }
    }

    /// Words, of which some are in letters beyond ASCII.
    pub(crate) fn words(&mut self) -> String {
        const WORDS: [&str; 12] = [
            "Decides",
            "that",
            "1.",
            "(a)",
            "the house",
            "Recalling",
            "été",
            "قرر",
            "决定",
            "Решает",
            "A/RES/95/12",
            "*",
        ];
        (0..=self.below(6)).map(|_| self.one(&WORDS)).collect::<Vec<_>>().join(" ")
    }
}
