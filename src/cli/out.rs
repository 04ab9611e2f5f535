//! Standard output and standard error of the commands: buffered, with or without styles.

use crate::library::Workers;
use crate::text::{Charset, width};
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};

/// When colour and italics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum When {
    #[default]
    #[value(help = "Where standard output is a terminal and NO_COLOR is not set")]
    Auto,
    Always,
    Never,
}

/// How text is emphasised on a terminal. Without styles all text is written plainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
    Faint,
}

/// Where a command writes to, whether with styles, and whether that is a terminal.
pub(super) struct Out {
    to: Box<dyn Write>,
    styled: bool,
    terminal: bool,
}

impl std::fmt::Debug for Out {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Out")
            .field("styled", &self.styled)
            .field("terminal", &self.terminal)
            .finish_non_exhaustive()
    }
}

impl Out {
    pub(super) fn stdout(when: When) -> Self {
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let styled = match when {
            When::Auto => {
                let env = |name: &str| std::env::var(name).ok();
                let able = terminal && env("TERM").is_none_or(|term| term != "dumb");
                crate::config::colour_wanted(&env).unwrap_or(able)
            }
            When::Always => true,
            When::Never => false,
        };
        let buffered = BufWriter::with_capacity(1 << 14, stdout.lock());
        let to: Box<dyn Write> =
            if terminal { Box::new(Spelled::new(buffered, charset())) } else { Box::new(buffered) };
        Self { to, styled, terminal }
    }

    /// Whether styles are written.
    pub(super) fn styled(&self) -> bool {
        self.styled
    }

    /// Whether standard output is a terminal.
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// The terminal's width in cells; `None` if standard output is not a terminal.
    fn width(&self) -> Option<usize> {
        #[cfg(unix)]
        if self.terminal {
            let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
            return Some(usize::from(size.ws_col)).filter(|&width| width > 0);
        }
        None
    }

    /// The width for lines of output, in cells: that of the terminal, but at least 20 and at most `most`, which is also
    /// the width without a terminal.
    pub(super) fn columns(&self, most: usize) -> usize {
        self.width().map_or(most, |width| width.clamp(20, most))
    }

    /// Writes text in a style. The caller must have removed control characters from it.
    pub(super) fn styled_text(&mut self, style: Style, words: &str) -> io::Result<()> {
        let code = match style {
            Style::Bold => "1",
            Style::Italic => "3",
            Style::Faint => "2",
            Style::Plain => "",
        };
        if !self.styled || code.is_empty() || words.is_empty() {
            return self.to.write_all(words.as_bytes());
        }
        write!(self.to, "\x1b[{code}m{words}\x1b[0m")
    }

    /// Writes out the buffer.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The character set of the terminal, as the locale says.
fn charset() -> Charset {
    Charset::of_environment(&|name| std::env::var(name).ok())
}

/// Writes to a terminal in its character set, as the screen of the reader does: what the set lacks is replaced by the
/// nearest that it has. C1 controls are left out, because a terminal of eight bits takes U+009B for the beginning of an
/// escape sequence.
struct Spelled<W: Write> {
    to: W,
    charset: Charset,
    /// The beginning of a line, not yet written: a replacement is chosen for a whole grapheme.
    line: Vec<u8>,
}

impl<W: Write> Spelled<W> {
    /// Longest piece that is held back, in bytes; a longer line is written in pieces.
    const MOST: usize = 1 << 16;

    fn new(to: W, charset: Charset) -> Self {
        Self { to, charset, line: Vec::new() }
    }

    /// Writes the first `end` bytes that are held back.
    fn write_line(&mut self, end: usize) -> io::Result<()> {
        let rest = self.line.split_off(end);
        let line = std::mem::replace(&mut self.line, rest);
        let text = String::from_utf8_lossy(&line);
        let text: String = text.chars().filter(|letter| !matches!(letter, '\u{80}'..='\u{9f}')).collect();
        let mut bytes = self.charset.spell(&text).into_owned().into_bytes();
        self.charset.encode(&mut bytes);
        self.to.write_all(&bytes)
    }
}

impl<W: Write> Write for Spelled<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|&byte| byte == b'\n') {
            self.write_line(end + 1)?;
        } else if self.line.len() > Self::MOST {
            // Not within a character: its bytes after the first are 10xxxxxx.
            let end = self.line.iter().rposition(|&byte| byte & 0xc0 != 0x80).unwrap_or(self.line.len());
            self.write_line(end)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_line(self.line.len())?;
        self.to.flush()
    }
}

impl<W: Write> Drop for Spelled<W> {
    fn drop(&mut self) {
        // As `BufWriter` does: whoever must know of an error flushes before.
        let _ = self.flush();
    }
}

/// Tells a person that the document is expected on standard input, if that is a terminal.
pub(super) fn announce(source: &crate::library::Source) {
    if *source == crate::library::Source::Stdin && io::stdin().is_terminal() {
        complain(&"reading standard input; end with Ctrl-D");
    }
}

/// Tells of documents that were not even tried, because too many others could not be read, and that those of folders were
/// read without bounds, where no worker could be started.
pub(super) fn given_up(untried: usize, status: super::Status, workers: &Workers) -> super::Status {
    if workers.are_lacking() {
        complain(
            &"no second process can be started, so what is in folders and archives is read without bounds of memory and time",
        );
    }
    if untried == 0 {
        return status;
    }
    complain(&format!("{untried} documents were not read, because too many others could not be read"));
    super::Status::Failed
}

/// Writes an error to standard error, on one line, in the character set of the terminal and without anything that could
/// control it: an error quotes names of files and lines of configuration files.
pub(super) fn complain(what: &dyn Display) {
    let stderr = io::stderr();
    let charset = if stderr.is_terminal() { charset() } else { Charset::Utf8 };
    let text = what.to_string();
    let lines = text.lines().map(|line| width::clean(line)).collect::<Vec<_>>().join("\n");
    // If standard error is closed, there is no way to report it.
    let _ = writeln!(Spelled::new(stderr.lock(), charset), "plenary: {lines}");
}
