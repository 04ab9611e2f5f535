//! Passes the command-line arguments to the library and returns its exit status.

fn main() -> std::process::ExitCode {
    plenary::internals::run(std::env::args_os()).into()
}
