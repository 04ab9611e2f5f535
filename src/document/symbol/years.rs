//! The year of a Security Council resolution by its number. The Council numbers its resolutions continuously, so the
//! number implies the year.

/// The number of the last resolution of each year, from 1946.
const LAST: [u16; 79] = [
    15, 37, 66, 78, 89, 96, 98, 103, 106, 110, 121, 126, 131, 132, 160, 169, 177, 185, 199, 219, 232, 244,
    262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626,
    646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738,
    1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2449, 2503, 2560, 2616, 2671, 2721,
    2767,
];

/// The year of a number; `None` for numbers after the last one in the table.
pub(crate) fn of(number: u32) -> Option<u16> {
    let at = LAST.partition_point(|&last| u32::from(last) < number);
    (number > 0 && at < LAST.len()).then(|| 1946 + at as u16)
}

/// Whether a number and a year can be those of a Security Council resolution: "1325 (2000)" can, "800 (2019)" cannot.
///
/// `slack` is the number of years by which a text may be wrong.
pub(crate) fn agree(number: u32, year: u16, slack: u16) -> bool {
    let last = 1946 + LAST.len() as u16 - 1;
    match of(number) {
        Some(known) => known.abs_diff(year) <= slack,
        None => year + slack > last && number < 4000,
    }
}
