//! FNV-1a, a hash that is fast on short input and can be computed while compiling. It does not resist attacks, so it
//! serves only where a collision costs nothing but time.

/// The hash of nothing.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash after one more value.
#[inline]
pub(crate) const fn step(hash: u64, value: u64) -> u64 {
    (hash ^ value).wrapping_mul(0x0100_0000_01b3)
}
