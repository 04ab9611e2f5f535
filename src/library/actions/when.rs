//! When something is due, as far as a session, a date or a period tells it.

use crate::lookup::body_named;

/// Bodies that meet once a year, with the year before their first session and the month in which they meet.
const YEARLY: [(&str, u32, u32); 9] = [
    ("GA", 1945, 9),
    ("CSOCD", 1962, 2),
    ("STATCOM", 1969, 3),
    ("CSW", 1956, 3),
    ("CND", 1957, 3),
    ("CPD", 1967, 4),
    ("CSTD", 1997, 4),
    ("CCPCJ", 1991, 5),
    ("UNCITRAL", 1967, 6),
];
/// The Human Rights Council meets three times a year: its sixty-first session is the first of 2026.
const COUNCIL: (u32, u32) = (61, 2026);
const COUNCIL_MONTHS: [u32; 3] = [3, 6, 9];

/// The last day of a date, or the day about which a session begins, as a number: 20260331. `None` for what is due again and
/// again, and for sessions of other bodies.
pub(crate) fn day_of(resolved: &str) -> Option<u32> {
    if resolved.starts_with(|first: char| first.is_ascii_digit()) {
        let mut parts = resolved.split('-').map(str::parse::<u32>);
        let year = parts.next()?.ok()?;
        let month = parts.next().map_or(Ok(12), |month| month).ok()?;
        let day = parts.next().map_or(Ok(31), |day| day).ok()?;
        return number(year, month, day);
    }
    let (body, session) = split(resolved)?;
    if body == "HRC" {
        // Counted from the first session of the year 0, so that nothing is negative.
        let since = (COUNCIL.1 * 3 + session).checked_sub(COUNCIL.0)?;
        return number(since / 3, *COUNCIL_MONTHS.get(since as usize % 3)?, 1);
    }
    let (_, before, month) = YEARLY.iter().find(|(code, ..)| *code == body)?;
    number(before + session, *month, 1)
}

/// A day as it is typed, as a number: 2026-03-31, 2026-03 or 2026, whose first day it is then.
pub(crate) fn typed_day(typed: &str) -> Option<u32> {
    let mut parts = typed.split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next()??;
    let month = parts.next().unwrap_or(Some(1))?;
    let day = parts.next().unwrap_or(Some(1))?;
    let exists = (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    number(year, month, day).filter(|_| exists && parts.next().is_none())
}

fn number(year: u32, month: u32, day: u32) -> Option<u32> {
    year.checked_mul(10_000)?.checked_add(month.checked_mul(100)?)?.checked_add(day)
}

/// A session with its body: `HRC60`.
fn split(session: &str) -> Option<(&str, u32)> {
    let (body, number) = session.split_at_checked(session.find(|letter: char| letter.is_ascii_digit())?)?;
    Some((body, number.parse().ok().filter(|number| *number < 1000)?))
}

/// A session as it is typed: "81" is `GA81`, "hrc 60" `HRC60`. `None` for what is none.
pub(crate) fn due_key(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_uppercase();
    let (body, number) = split(&typed)?;
    let body = if body.is_empty() { "GA" } else { body_named(body.trim())? };
    Some(format!("{body}{number}"))
}
