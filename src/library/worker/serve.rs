//! The worker: reads documents that are handed to it as bytes, and answers questions about them.
//!
//! It opens no file, has no name of one, and gives up the right to before the first byte of a document comes.

use super::super::summary::{Answer, Held};
use super::super::{Door, ReadOptions};
use super::{confine, wire};
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Answers questions until there are no more.
pub(crate) fn serve(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    confine::confine();
    let mut held = Held::default();
    while let Some((kind, bytes)) = wire::receive(from, wire::MOST_ASKED)? {
        match kind {
            wire::NEW => held = Held::default(),
            wire::BYTES => held.bytes.extend_from_slice(&bytes),
            wire::QUESTION => {
                confine::renew(confine::SECONDS);
                let question: wire::Question = serde_json::from_slice(&bytes)?;
                // What a panic leaves behind is dropped with the document.
                let answer = catch_unwind(AssertUnwindSafe(|| answer(&mut held, &question)));
                let answer = answer.unwrap_or_else(|_| Answer::Failed("it could not be parsed".to_owned()));
                wire::send_answer(to, &answer)?;
            }
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    Ok(())
}

fn answer(held: &mut Held, question: &wire::Question) -> Answer {
    #[cfg(debug_assertions)]
    if let Some(answer) = trial(&held.bytes) {
        return answer;
    }
    let options = ReadOptions {
        language: question.language,
        encoding: question.encoding.clone(),
        format: question.format.as_ref().and_then(|name| name.parse().ok()),
        ..ReadOptions::new(Door::around([]))
    };
    held.cut = question.cut;
    held.answer(&question.ask, question.member.as_deref(), &options)
}

/// Does what a fault in a reader might do, where the tests ask for it by the first words of a document. Not in release
/// builds.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a worker that exits is what is tried")]
fn trial(bytes: &[u8]) -> Option<Answer> {
    let word =
        bytes.strip_prefix(b"A trial of the worker: ")?.split(|byte| !byte.is_ascii_lowercase()).next()?;
    let told = |held: bool| Answer::Failed(if held { "refused" } else { "allowed" }.to_owned());
    match word {
        b"memory" => {
            let mut all = Vec::new();
            for _ in 0..1000 {
                all.push(vec![1_u8; 1 << 20]);
            }
            Some(told(all.is_empty()))
        }
        b"time" => {
            confine::renew(1);
            loop {
                std::hint::spin_loop();
            }
        }
        b"exit" => std::process::exit(3),
        b"panic" => panic!("a panic was asked for"),
        b"read" => Some(told(std::fs::File::open("/etc/passwd").is_err())),
        b"write" => Some(told(std::fs::write("worker-was-here", "x").is_err())),
        b"list" => Some(told(std::fs::read_dir("/").is_err())),
        b"run" => Some(told(std::process::Command::new("/bin/true").status().is_err())),
        b"connect" => Some(told(std::net::TcpListener::bind("127.0.0.1:0").is_err())),
        b"thread" => Some(told(std::thread::Builder::new().spawn(|| ()).is_err())),
        _ => None,
    }
}
