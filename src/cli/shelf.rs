//! Documents of the library on the command line: `plenary 78/123` opens one by its number, where no file has that name.

use super::{Common, Failure, restrict};
use crate::config::{Config, Flags};
use crate::formats::caught::caught;
use crate::lang::Language;
use crate::library::index::{Found, Home, Library, Trouble, is_typed_key};
use crate::library::{Door, shown};
use crate::lookup::address;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// The library of the reader, or that which was named.
pub(super) fn home(common: &Common, door: &Door) -> Result<Home, Failure> {
    let env = restrict::environment(door.is_restricted());
    Home::of(common.library.as_deref(), &env, door).ok_or(Failure::Homeless)
}

/// Does what needs the library. The search engine panics over some damaged files of its own.
pub(super) fn sound<T>(
    common: &Common,
    door: &Door,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    caught(work).unwrap_or_else(|| Err(home(common, door)?.site.torn().into()))
}

pub(super) fn shelf(common: &Common, door: &Door) -> Result<Library, Failure> {
    Ok(Library::open(&home(common, door)?.site)?)
}

/// The language of whoever reads. A configuration that is wrong is told where it is needed.
pub(super) fn reader(door: &Door) -> Language {
    let env = restrict::environment(door.is_restricted());
    Config::load(&Flags::default(), &env, door).map_or(Language::En, |config| config.locale)
}

/// Whether the path of a document may be told: in a restricted session not where the door does not lead there.
pub(super) fn is_shown(path: &Path, door: &Door) -> bool {
    !door.is_restricted() || door.about(path).is_ok()
}

/// The file of a document, where it may be told.
pub(super) fn file(found: &Found, door: &Door) -> Option<String> {
    is_shown(Path::new(&found.origin.path), door).then(|| found.origin.source().typed())
}

/// A document is not in the library.
pub(super) fn absent(typed: &str, shelf: &Library) -> Failure {
    Failure::NotInLibrary { typed: typed.to_owned(), library: shown(shelf.folder()) }
}

/// What was typed, with the path in place of each number or symbol that is no file: `78/123`, `78/123#op7`, and `78/123 7`
/// in one word or in two.
pub(super) fn by_number(typed: &[OsString], common: &Common, door: &Door) -> Result<Vec<OsString>, Failure> {
    sound(common, door, || named(typed, common, door))
}

fn named(typed: &[OsString], common: &Common, door: &Door) -> Result<Vec<OsString>, Failure> {
    if door.is_restricted() && common.library().is_none() {
        return Ok(typed.to_vec());
    }
    let mut out = Vec::with_capacity(typed.len());
    let mut shelf = None;
    let mut rest = typed.iter().peekable();
    while let Some(typed) = rest.next() {
        let Some(number) = number(typed, door) else {
            out.push(typed.clone());
            continue;
        };
        let shelf = match &shelf {
            Some(shelf) => shelf,
            None => match self::shelf(common, door) {
                Ok(opened) => shelf.insert(opened),
                Err(Failure::Library(Trouble::Absent(_)) | Failure::Homeless) => {
                    return Err(Failure::NoLibrary(number.to_owned()));
                }
                Err(failure) => return Err(failure),
            },
        };
        let (found, used) = shelf.named(number, common.language);
        let Some(found) = found.first() else {
            return Err(absent(number, shelf));
        };
        if !is_shown(Path::new(&found.origin.path), door) {
            return Err(Failure::Fenced(number.to_owned()));
        }
        let after = number.get(used..).unwrap_or_default();
        let mut place = after.trim_start_matches([' ', ',', '#']).to_owned();
        // The paragraph may be a word of its own.
        let next = rest.peek().and_then(|next| Some((next.to_str()?, door.about(Path::new(next)).is_err())));
        if let Some((next, true)) = next
            && place.is_empty()
            && !is_document(next)
            && address::parse(next).is_some()
        {
            next.clone_into(&mut place);
            rest.next();
        }
        let mut path = found.origin.source().address().unwrap_or_default().into_os_string();
        if !place.is_empty() {
            path.push("#");
            path.push(place);
        }
        out.push(path);
    }
    Ok(out)
}

/// Whether what is typed behind a number names another document. A short figure is a paragraph.
fn is_document(typed: &str) -> bool {
    is_typed_key(typed) && (typed.contains('/') || typed.len() > 3)
}

/// What was typed, where it begins with the number of a document and is no file.
fn number<'t>(typed: &'t OsStr, door: &Door) -> Option<&'t str> {
    let text = typed.to_str()?;
    (is_typed_key(text) && door.about(Path::new(typed)).is_err()).then_some(text)
}
