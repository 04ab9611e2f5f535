//! Reads documents one after the other, for a command that does the same with each.
//!
//! Those that were not named are tried by workers ahead, so that one of them that cannot be read within bounds costs its
//! own place and nothing else; see `worker/vouch.rs`.

use super::scan::Item;
use super::source::{LoadError, ReadOptions, Source};
use super::summary::Ask;
use crate::document::Document;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

/// What a document was read as.
pub(crate) type Opened = Result<Arc<Document>, LoadError>;

/// Reads each document, and hands it over in the order of the list, until `told` fails. Returns how many were left
/// unread, because too many others could not be read within bounds.
pub(crate) fn open_each<E>(
    items: &[Item],
    options: &ReadOptions,
    told: &mut dyn FnMut(&Item, Opened) -> Result<(), E>,
) -> Result<usize, E> {
    let is_tried = |item: &Item| !options.workers.trust(&item.source);
    let tried: Vec<Source> =
        items.iter().filter(|item| is_tried(item)).map(|item| item.source.clone()).collect();
    let mut rest = items.iter().peekable();
    // How many of the tried were handed over, and the answers for those after them.
    let (mut first, mut answers) = (0, HashMap::new());
    let mut failed = None;
    let going = Cell::new(true);
    let mut hand_over = |item: &Item, opened| {
        if let Err(error) = told(item, opened) {
            failed.get_or_insert(error);
            going.set(false);
        }
        going.get()
    };
    options.workers.ask_each(
        &tried,
        &Ask::Readable { pages: None },
        options,
        &|| going.get(),
        &mut |at, answer| {
            answers.insert(at, answer);
            while let Some(item) = rest.peek().copied().filter(|_| going.get()) {
                let answer = if is_tried(item) {
                    let Some(answer) = answers.remove(&first) else { break };
                    first += 1;
                    answer.map(drop)
                } else {
                    Ok(())
                };
                rest.next();
                let name = || item.source.typed();
                let opened = match answer {
                    Ok(()) => item.source.open(options),
                    Err(trouble) => Err(LoadError::Trouble { name: name(), trouble }),
                };
                hand_over(item, opened);
            }
        },
    );
    let mut untried = 0;
    for item in rest {
        if is_tried(item) {
            untried += 1;
        } else if going.get() {
            hand_over(item, item.source.open(options));
        }
    }
    failed.map_or(Ok(untried), Err)
}
