//! Reads documents that nobody has opened, in processes of our own, so that a hostile file in a folder costs one line of
//! a list and not the session.
//!
//! A worker is this program with the hidden option `--worker`. It is handed bytes, and answers what was asked about them
//! (`summary.rs`); it has bounds of memory and time, and neither files nor a network (`worker/confine.rs`). Many documents
//! share one. When it dies, or takes too long, the next document gets a new one. Where no worker can be started, which is
//! remembered so that it can be said, and in programs that use the library, the documents are read here.

mod confine;
mod serve;
mod vouch;
mod wire;

pub(crate) use serve::serve;
use vouch::Vouched;

use super::source::{LoadError, MOST_BYTES, hopeless, shown};
use super::summary::{Answer, Ask, HEAD, Held};
use super::{ReadOptions, Source, reason};
use crate::formats::Format;
use std::hash::Hasher as _;
use std::io::{self, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The hidden option that makes this program a worker.
pub(crate) const OPTION: &str = "--worker";
/// Most workers at a time.
const MOST: usize = 2;
/// After this long a worker is ended, whether it computes or not. The bound of its computing is lower.
const PATIENCE: Duration = Duration::from_secs(3 * confine::SECONDS);
/// How often it is looked whether a worker takes too long.
const LOOK: Duration = Duration::from_millis(250);
/// After so much time was spent on documents that ended their workers, the rest is left unread. It is not their number that
/// counts: whoever can put a few such documents into a folder must not hide the others.
const MOST_LOST: Duration = Duration::from_secs(6 * confine::SECONDS);

/// Why a worker gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("it could not be read: it took more than {} MB", Self::MEGABYTES)]
    Memory,
    #[error("it could not be read: it took more than {} s", Self::SECONDS)]
    Time,
    #[error("it could not be read: its reader stopped")]
    Stopped,
}

impl Trouble {
    /// How large a document is that cannot be read within the bounds, in bytes.
    pub(crate) const TOO_LARGE: u64 = confine::MEMORY;
    pub(crate) const MEGABYTES: usize = (confine::MEMORY >> 20) as usize;
    pub(crate) const SECONDS: usize = confine::SECONDS as usize;
}

/// How documents are read that nobody has opened.
#[derive(Clone, Debug)]
pub struct Workers {
    /// The program that is started; `None` reads them in this process.
    program: Option<PathBuf>,
    vouched: Vouched,
    most_lost: Duration,
    /// A worker was wanted, and none could be started.
    lacked: Arc<AtomicBool>,
}

impl Workers {
    /// In this process.
    pub fn none() -> Self {
        Self { program: None, vouched: Vouched::default(), most_lost: MOST_LOST, lacked: Arc::default() }
    }

    /// In workers, of which this program is one when it is started with [`OPTION`]. What was `named` on the command line
    /// is read in this process at once.
    pub(crate) fn of_this_program(named: impl IntoIterator<Item = Source>) -> Self {
        Self { program: Some(this_program()), vouched: Vouched::of(named), ..Self::none() }
    }

    /// Whether documents are read in this process, without bounds, because no worker could be started.
    pub(crate) fn are_lacking(&self) -> bool {
        self.lacked.load(Ordering::Relaxed)
    }

    /// Asks the same about each of the documents, and tells the answers as they come, with the place of the document in
    /// the list, as long as they are `wanted`. A document is left out where others that have ended their workers took too
    /// long.
    pub(crate) fn ask_each(
        &self,
        sources: &[Source],
        ask: &Ask,
        options: &ReadOptions,
        wanted: &dyn Fn() -> bool,
        told: &mut dyn FnMut(usize, Result<Answer, Trouble>),
    ) {
        let all: Vec<Matter> = sources.iter().map(Matter::Source).collect();
        self.ask_about(&all, ask, options, wanted, told);
    }

    fn ask_about(
        &self,
        all: &[Matter],
        ask: &Ask,
        options: &ReadOptions,
        wanted: &dyn Fn() -> bool,
        told: &mut dyn FnMut(usize, Result<Answer, Trouble>),
    ) {
        let next = Mutex::new(all.iter().enumerate());
        let asked = self
            .program
            .as_ref()
            .is_some_and(|program| self.ask_workers(program, &next, ask, options, wanted, told));
        if !asked {
            let mut here = Here::default();
            while let Some((at, matter)) = locked(&next).next().filter(|_| wanted()) {
                told(at, Ok(here.ask(*matter, ask, options)));
            }
        }
    }

    /// Whether it could be done: not where the system starts no thread.
    fn ask_workers(
        &self,
        program: &Path,
        next: &Mutex<Numbered>,
        ask: &Ask,
        options: &ReadOptions,
        wanted: &dyn Fn() -> bool,
        told: &mut dyn FnMut(usize, Result<Answer, Trouble>),
    ) -> bool {
        let (lost, stopped) = (Mutex::new(Duration::ZERO), AtomicBool::new(false));
        let cores = thread::available_parallelism().map_or(1, Into::into);
        let most = MOST.min(cores).min(locked(next).len());
        let watched: Vec<Watched> = (0..most).map(|_| Watched::default()).collect();
        let (to, from) = sync_channel(64);
        thread::scope(|scope| {
            let mut started = most == 0;
            for watched in &watched {
                let (to, lost, stopped) = (to.clone(), &lost, &stopped);
                let answer = move || {
                    let (here, vouched, lacked) = (Here::default(), &self.vouched, &*self.lacked);
                    let mut desk = Desk { program, worker: None, here, watched, vouched, lacked };
                    while *locked(lost) < self.most_lost && !stopped.load(Ordering::Relaxed) {
                        let Some((at, matter)) = locked(next).next() else { break };
                        let begun = Instant::now();
                        let answer = desk.ask(*matter, ask, options);
                        if answer.is_err() {
                            *locked(lost) += begun.elapsed();
                        }
                        if to.send((at, answer)).is_err() {
                            break;
                        }
                    }
                };
                started |= thread::Builder::new().name("desk".into()).spawn_scoped(scope, answer).is_ok();
            }
            drop(to);
            if !started {
                self.lacked.store(true, Ordering::Relaxed);
            }
            loop {
                match from.recv_timeout(LOOK) {
                    // What comes after that is of no use.
                    Ok(_) if stopped.load(Ordering::Relaxed) => {}
                    Ok((at, answer)) => told(at, answer),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if !wanted() {
                    stopped.store(true, Ordering::Relaxed);
                }
                let now = (!stopped.load(Ordering::Relaxed)).then(Instant::now);
                for watched in &watched {
                    watched.look(now);
                }
            }
            started
        })
    }
}

/// What is still to be asked about, with its place in the list.
type Numbered<'a> = std::iter::Enumerate<std::slice::Iter<'a, Matter<'a>>>;

/// The program that runs, also where its file was replaced meanwhile; without `/proc`, the file that it was started from.
/// Where neither is known, it is a path at which nothing can be started.
fn this_program() -> PathBuf {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let running = Path::new("/proc/self/exe");
        let started = std::ffi::OsStr::from_bytes(rustix::param::linux_execfn().to_bytes());
        if running.exists() {
            return running.to_path_buf();
        }
        Path::new(started).canonicalize().unwrap_or_default()
    }
    #[cfg(not(target_os = "linux"))]
    std::env::current_exe().unwrap_or_default()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The turn of a worker, which somebody else looks at: whoever waits for its answer cannot.
#[derive(Default)]
struct Watched(Mutex<Option<Turn>>);

struct Turn {
    until: Instant,
    child: Arc<Mutex<Child>>,
    overdue: bool,
}

impl Watched {
    fn begin(&self, child: &Arc<Mutex<Child>>) {
        let turn = Turn { until: Instant::now() + PATIENCE, child: Arc::clone(child), overdue: false };
        *locked(&self.0) = Some(turn);
    }

    /// Ends the turn, and says whether the worker was ended for it.
    fn end(&self) -> bool {
        locked(&self.0).take().is_some_and(|turn| turn.overdue)
    }

    /// Ends the worker where its time is over; without a time, it is.
    fn look(&self, now: Option<Instant>) {
        let mut turn = locked(&self.0);
        if let Some(turn) = turn.as_mut().filter(|turn| now.is_none_or(|now| now >= turn.until)) {
            turn.overdue = true;
            // One that has ended by itself cannot be ended.
            drop(locked(&turn.child).kill());
        }
    }
}

/// What is asked about.
#[derive(Clone, Copy)]
enum Matter<'a> {
    Source(&'a Source),
    /// The bytes of a document that was read already.
    Bytes(&'a [u8]),
}

/// Where one thread has its questions answered.
struct Desk<'a> {
    program: &'a Path,
    worker: Option<Worker>,
    here: Here,
    watched: &'a Watched,
    vouched: &'a Vouched,
    lacked: &'a AtomicBool,
}

impl Desk<'_> {
    fn ask(&mut self, matter: Matter, ask: &Ask, options: &ReadOptions) -> Result<Answer, Trouble> {
        if matches!(matter, Matter::Source(source) if source.path().is_none()) {
            // The samples are our own.
            return Ok(self.here.ask(matter, ask, options));
        }
        let unpacked;
        let matter = match (matter, ask) {
            // What is vouched for are the bytes of a document, wherever they come from.
            (Matter::Source(source @ Source::Member(..)), Ask::Readable { .. }) => {
                match source.bytes(options) {
                    Ok(bytes) => {
                        unpacked = bytes;
                        Matter::Bytes(&unpacked)
                    }
                    Err(error) => return Ok(Answer::Failed(error.to_string())),
                }
            }
            _ => matter,
        };
        if self.worker.is_none() {
            self.worker = Worker::start(self.program).ok();
        }
        let Some(mut worker) = self.worker.take() else {
            self.lacked.store(true, Ordering::Relaxed);
            return Ok(self.here.ask(matter, ask, options));
        };
        self.watched.begin(&worker.child);
        let mut whole = self.vouched.hasher();
        let answer = worker.ask(matter, ask, options, &mut |bytes| whole.write(bytes));
        let overdue = self.watched.end();
        match answer {
            Ok(answer) => {
                if answer == Answer::Readable && *ask == (Ask::Readable { pages: None }) {
                    self.vouched.remember(whole.finish());
                }
                self.worker = Some(worker);
                Ok(answer)
            }
            Err(_) if overdue => Err(Trouble::Time),
            Err(_) => Err(worker.end()),
        }
    }
}

/// Hands over the bytes of a file, or the first of them where they are enough, and says whether some are left.
fn hand_over(
    path: &Path,
    ask: &Ask,
    options: &ReadOptions,
    put: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<Result<bool, LoadError>> {
    let unreadable = |cause| LoadError::Unreadable { path: path.to_path_buf(), cause };
    let mut bytes = Vec::with_capacity(wire::MOST_ASKED);
    let opened = options.door.regular(path).and_then(|file| {
        (&file).take(HEAD as u64).read_to_end(&mut bytes)?;
        Ok(file)
    });
    let file = match opened {
        Ok(file) => file,
        Err(cause) => return Ok(Err(unreadable(cause))),
    };
    if let Some(cause) = hopeless(&bytes) {
        return Ok(Err(LoadError::Read { name: shown(path), cause }));
    }
    put(&bytes)?;
    if *ask == Ask::Summary && options.format.unwrap_or_else(|| Format::of(&bytes)) == Format::Text {
        return Ok(Ok(bytes.len() == HEAD));
    }
    let mut left = MOST_BYTES.saturating_sub(bytes.len() as u64);
    loop {
        bytes.clear();
        match (&file).take(wire::MOST_ASKED as u64).read_to_end(&mut bytes) {
            Err(cause) => return Ok(Err(unreadable(cause))),
            Ok(0) => return Ok(Ok(false)),
            Ok(read) if read as u64 > left => return Ok(Err(LoadError::TooLarge { name: shown(path) })),
            Ok(read) => left -= read as u64,
        }
        put(&bytes)?;
    }
}

/// A worker that runs.
struct Worker {
    child: Arc<Mutex<Child>>,
    to: BufWriter<ChildStdin>,
    from: BufReader<ChildStdout>,
    /// The archive that was handed over last.
    holds: Option<PathBuf>,
}

impl Worker {
    fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        // What it says of its errors nobody reads. A system for one program only may have no /dev/null.
        command.arg(OPTION).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            // Ctrl-C at the terminal is not for it, and no variable is.
            command.arg0("plenary").env_clear().current_dir("/").process_group(0);
        }
        let mut child = command.spawn()?;
        drop(child.stderr.take());
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let to = BufWriter::with_capacity(2 * wire::MOST_ASKED, to);
        Ok(Self { child: Arc::new(Mutex::new(child)), to, from: BufReader::new(from), holds: None })
    }

    /// `seen` is given the bytes that are handed over. An error says that the worker is of no use any more.
    fn ask(
        &mut self,
        matter: Matter,
        ask: &Ask,
        options: &ReadOptions,
        seen: &mut dyn FnMut(&[u8]),
    ) -> io::Result<Answer> {
        let (path, member) = match matter {
            Matter::Source(Source::File(path)) => (Some(path), None),
            Matter::Source(Source::Member(path, name)) => (Some(path), Some(name.clone())),
            Matter::Bytes(_) => (None, None),
            Matter::Source(Source::Stdin | Source::Builtin(..)) => {
                return Err(io::ErrorKind::InvalidInput.into());
            }
        };
        let mut cut = false;
        if member.is_none() || self.holds.as_ref() != path {
            self.holds = None;
            wire::send(&mut self.to, wire::NEW, &[])?;
            let mut put = |bytes: &[u8]| {
                seen(bytes);
                wire::send(&mut self.to, wire::BYTES, bytes)
            };
            match (matter, path) {
                (Matter::Bytes(bytes), _) => bytes.chunks(wire::MOST_ASKED).try_for_each(put)?,
                (_, Some(path)) => match hand_over(path, ask, options, &mut put)? {
                    Ok(is_cut) => cut = is_cut,
                    Err(error) => return Ok(Answer::Failed(error.to_string())),
                },
                _ => {}
            }
        }
        let question = wire::Question {
            ask: ask.clone(),
            cut,
            language: options.language,
            encoding: options.encoding.clone(),
            format: options.format.map(|format| format.name().to_owned()),
            member,
        };
        if question.member.is_some() {
            self.holds = path.cloned();
        }
        wire::send(&mut self.to, wire::QUESTION, &serde_json::to_vec(&question)?)?;
        self.to.flush()?;
        wire::receive_answer(&mut self.from, ask)
    }

    /// Ends a worker that has failed, and says why it did.
    fn end(self) -> Trouble {
        let mut child = locked(&self.child);
        // One that is ending already keeps its own reason.
        drop(child.kill());
        let Ok(status) = child.wait() else { return Trouble::Stopped };
        #[cfg(unix)]
        {
            use rustix::process::Signal;
            use std::os::unix::process::ExitStatusExt as _;
            match status.signal() {
                // What a program does that gets no memory.
                Some(signal) if signal == Signal::ABORT.as_raw() => return Trouble::Memory,
                Some(signal) if signal == Signal::XCPU.as_raw() => return Trouble::Time,
                _ => {}
            }
        }
        #[cfg(not(unix))]
        let _ = status;
        Trouble::Stopped
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It would end by itself once its input does, if it is well.
        let mut child = locked(&self.child);
        drop(child.kill());
        drop(child.wait());
    }
}

/// The answers of this process.
#[derive(Default)]
struct Here {
    held: Held,
    /// The archive that is held.
    holds: Option<PathBuf>,
}

impl Here {
    fn ask(&mut self, matter: Matter, ask: &Ask, options: &ReadOptions) -> Answer {
        if let Ask::Readable { .. } = ask {
            // There is nobody else to try it.
            return Answer::Readable;
        }
        let (path, member) = match matter {
            Matter::Source(Source::File(path)) => (path, None),
            Matter::Source(Source::Member(path, name)) => (path, Some(name.as_str())),
            Matter::Source(Source::Builtin(_, text)) => {
                self.holds = None;
                self.held = Held::new(text.as_bytes().to_vec());
                return self.held.answer(ask, None, options);
            }
            Matter::Bytes(bytes) => {
                self.holds = None;
                self.held = Held::new(bytes.to_vec());
                return self.held.answer(ask, None, options);
            }
            Matter::Source(Source::Stdin) => return Answer::Failed("it can be read only once".to_owned()),
        };
        if member.is_none() || self.holds.as_ref() != Some(path) {
            self.holds = None;
            self.held = Held::default();
            let bytes = &mut self.held.bytes;
            let handed = hand_over(path, ask, options, &mut |more| {
                bytes.extend_from_slice(more);
                Ok(())
            });
            match handed {
                Ok(Ok(cut)) => self.held.cut = cut,
                Ok(Err(error)) => return Answer::Failed(error.to_string()),
                Err(error) => return Answer::Failed(reason(&error)),
            }
            self.holds = member.map(|_| path.clone());
        }
        self.held.answer(ask, member, options)
    }
}

#[cfg(test)]
mod tests;
