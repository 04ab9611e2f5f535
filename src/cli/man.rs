//! `plenary man`: writes the manual page, one for all commands, generated from clap's description of the command line.

use super::out::Out;
use super::{Cli, Failure, Status};
use crate::app::command::TABLE;
use crate::lang::Language;
use crate::messages::Messages;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::{self, Write};

pub(super) fn run(out: &mut Out) -> Result<Status, Failure> {
    let mut command = Cli::command();
    command.build();
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    writeln!(out, ".SH COMMANDS")?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        subcommand(sub, out)?;
    }
    keys(out)?;
    out.write_all(TAIL.as_bytes())?;
    Ok(Status::Found)
}

/// Writes a command with its own options; the common ones are listed once.
fn subcommand(command: &clap::Command, out: &mut Out) -> io::Result<()> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    writeln!(out, ".SS {}", roff(command.get_name()))?;
    writeln!(out, "{}.\n.PP\n\\fB{}\\fR", roff(&about), roff(usage.trim_start_matches("Usage: ")))?;
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set()) {
        if matches!(argument.get_id().as_str(), "help" | "version") {
            continue;
        }
        let name = match argument.get_long() {
            Some(long) => format!("\\-\\-{}", roff(long)),
            None => roff(&argument.get_value_names().map_or_else(String::new, |names| names.join(" "))),
        };
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values: Vec<String> =
            argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let values = if values.is_empty() { String::new() } else { format!(" ({})", values.join(", ")) };
        writeln!(out, ".TP\n\\fB{name}\\fR\n{}{}", roff(&help), roff(&values))?;
    }
    Ok(())
}

fn keys(out: &mut Out) -> io::Result<()> {
    writeln!(
        out,
        ".SH KEYS\nEach command can be given other keys in the configuration file, by the name in brackets."
    )?;
    let english = Messages::of(Language::En);
    let mut scope = None;
    for row in TABLE {
        if scope.replace(row.scope) != Some(row.scope) {
            writeln!(out, ".SS {}", roff(row.scope.name(english)))?;
        }
        writeln!(
            out,
            ".TP\n\\fB{}\\fR\n{} [{}]",
            roff(&row.keys.join(", ")),
            roff((row.sentence)(english)),
            roff(row.id)
        )?;
    }
    Ok(())
}

/// Escapes text for roff.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-").replace('\n', " ");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

const TAIL: &str = r#".SH CONFIGURATION
The file is TOML. What it says holds unless an environment variable or an option says otherwise.
.TP
\fBtheme\fR = "auto" | "light" | "dark" | "contrast" | "mono"
.TP
\fBoutline\fR = "auto" | "shown" | "hidden"
.TP
\fBoutline\-width\fR = 16 to 44
.TP
\fBmeasure\fR = 60 to 100
.TP
\fBbidi\fR = "auto" | "app" | "terminal" | "off"
.TP
\fBstate\fR, \fBmouse\fR, \fBlinear\fR, \fBprint\-on\-exit\fR = true | false
.TP
\fBlinks\fR = "auto" | "always" | "never"
.TP
\fBambiguous\fR = "auto" | "narrow" | "wide"
.TP
\fBcopy\-as\fR = "text" | "markdown"
.TP
\fBlocale\fR = "en" | "fr" | "es" | "ru" | "ar" | "zh"
.TP
\fB[keys]\fR
A line for each command that is to have other keys: \fBtop = ["g g", "Home"]\fR. An empty list takes its keys away.
.SH ENVIRONMENT
.TP
\fBPLENARY_CONFIG\fR
The configuration file.
.TP
\fBPLENARY_THEME\fR, \fBPLENARY_OUTLINE\fR, \fBPLENARY_OUTLINE_WIDTH\fR, \fBPLENARY_MEASURE\fR, \fBPLENARY_BIDI\fR, \fBPLENARY_LOCALE\fR, \fBPLENARY_LINKS\fR, \fBPLENARY_AMBIGUOUS\fR, \fBPLENARY_COPY_AS\fR
As in the configuration file.
.TP
\fBPLENARY_STATE\fR, \fBPLENARY_MOUSE\fR, \fBPLENARY_LINEAR\fR, \fBPLENARY_PRINT_ON_EXIT\fR
The same, on or off.
.TP
\fBNO_COLOR\fR, \fBCLICOLOR\fR, \fBCLICOLOR_FORCE\fR
Where NO_COLOR is set to anything, or CLICOLOR to 0, no colour is used unless a theme is asked for; CLICOLOR_FORCE asks for colour.
.TP
\fBTERM\fR, \fBCOLORTERM\fR
What the terminal shows: no colour on a vt100, plain lines (\fB\-\-linear\fR) where TERM is dumb.
.TP
\fBLC_ALL\fR, \fBLC_CTYPE\fR, \fBLANG\fR
The characters of the terminal: UTF\-8, ISO 8859\-1 or \-15 where the locale says so, otherwise ASCII.
.TP
\fBLC_ALL\fR, \fBLC_MESSAGES\fR, \fBLANG\fR
The language of the interface: Arabic, Chinese, French, Russian or Spanish, or else English.
.SH FILES
.TP
\fI$XDG_CONFIG_HOME/plenary/config.toml\fR, else \fI~/.config/plenary/config.toml\fR
The configuration.
.TP
\fI$XDG_STATE_HOME/plenary/state.json\fR, else \fI~/.local/state/plenary/state.json\fR
Reading places and marks, by document.
.TP
\fI$XDG_DATA_HOME/plenary/library.toml\fR, else \fI~/.local/share/plenary/library.toml\fR
The folders of the library.
.TP
\fI$XDG_CACHE_HOME/plenary/library/\fR, else \fI~/.cache/plenary/library/\fR
The index of the library, which may be deleted at any time.
.SH EXIT STATUS
.TP
0
What was asked for is there.
.TP
1
Nothing answers to what was asked for.
.TP
2
The arguments make no sense, a file cannot be read or written, or the output cannot be written, as where a disk is full.
.TP
128 and more
A session was ended by a signal, whose number is added.
.SH SIGNALS
Whatever signal ends a session, the terminal is given back, and the reading place is saved; not where the program dies of a fault of its own.
No program hears of SIGKILL and SIGSTOP. A terminal that is left as it was then (keys are not shown, or the text does not scroll) is mended by
\fBreset\fR, or by \fBstty sane\fR, typed blindly and ended with Ctrl\-J.
"#;
