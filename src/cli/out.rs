//! Standard output and standard error of the commands: buffered, with or without styles.

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
        Self { to: Box::new(BufWriter::with_capacity(1 << 14, stdout.lock())), styled, terminal }
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

/// Tells a person that the document is expected on standard input, if that is a terminal.
pub(super) fn announce(source: &crate::library::Source) {
    if *source == crate::library::Source::Stdin && io::stdin().is_terminal() {
        complain(&"reading standard input; end with Ctrl-D");
    }
}

/// Writes an error to standard error.
pub(super) fn complain(what: &dyn Display) {
    // If standard error is closed, there is no way to report it.
    let _ = writeln!(io::stderr().lock(), "plenary: {what}");
}
