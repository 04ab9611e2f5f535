//! Arguments in, exit status out. All else is in the library.

fn main() -> std::process::ExitCode {
    plenary::cli::run(std::env::args_os()).into()
}
