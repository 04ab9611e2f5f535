//! The house rules that a compiler does not know: who may use whom, how long a file is, what the papers say.

use std::fs;
use std::path::{Path, PathBuf};

/// From left to right; a module may use those of a lower number, and its own.
const FLOW: [(&str, u8); 14] = [
    ("text", 0),
    ("document", 0),
    ("formats", 1),
    ("grammar", 2),
    ("export", 3),
    ("lookup", 3),
    ("layout", 3),
    ("library", 4),
    ("config", 5),
    ("app", 6),
    ("ui", 7),
    ("terminal", 8),
    ("cli", 9),
    ("main", 10),
];

const LONGEST: usize = 600;

struct Source {
    path: PathBuf,
    /// The module below the crate: `document` for src/document/tree.rs.
    module: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    found
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(root().join("src")).unwrap();
            let module = below.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
            Source { text: fs::read_to_string(&path).unwrap(), module, path }
        })
        .collect()
}

/// The code without comments and without what is only compiled for tests.
fn code(text: &str) -> String {
    let body = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules of this crate that code names, `use crate::{a::b, c}` included.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut first = String::new();
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(std::mem::take(&mut first)),
                    letter if depth == 0 => first.push(letter),
                    _ => {}
                }
            }
            names.push(first);
        } else {
            names
                .push(rest.chars().take_while(|&letter| letter.is_alphanumeric() || letter == '_').collect());
        }
    }
    names.iter().map(|name| name.trim().split("::").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn modules_use_only_what_is_to_their_left() {
    let place = |module: &str| FLOW.iter().find(|(name, _)| *name == module).map(|(_, place)| *place);
    for source in sources().iter().filter(|source| source.module != "lib") {
        let own = place(&source.module)
            .unwrap_or_else(|| panic!("{}: give {} a place in FLOW", source.path.display(), source.module));
        for name in used(&code(&source.text)) {
            let Some(other) = place(&name) else { continue };
            let allowed = name == source.module || other < own;
            assert!(allowed, "{}: {} must not use {name}", source.path.display(), source.module);
        }
    }
}

#[test]
fn names_in_a_group_are_seen() {
    assert_eq!(used("use crate::{app::x, ui::{a, b}, text};"), ["app", "ui", "text"]);
    assert_eq!(used("crate::cli::run(); use crate::document::Kind;"), ["cli", "document"]);
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    files(&root().join("tests"), &mut found);
    let mut wrong = Vec::new();
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().count();
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: begin with //! and what the file is for", path.display()));
        }
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines; cut it where it changes its subject", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_terminal_knows_crossterm_and_only_its_writers_print() {
    // Tests say what they skip.
    let is_test = |path: &Path| path.iter().any(|part| part == "tests" || part == "tests.rs");
    for source in sources().into_iter().filter(|source| !is_test(&source.path)) {
        let code = code(&source.text);
        let name = source.path.display();
        let terminal = source.module == "terminal";
        assert!(terminal || !code.contains("crossterm"), "{name}: crossterm belongs to terminal/");
        let prints = ["println!(", "print!(", "io::stdout()", "io::stderr()"]
            .into_iter()
            .find(|what| code.contains(what));
        assert!(
            terminal || source.module == "cli" || prints.is_none(),
            "{name}: {}",
            prints.unwrap_or_default()
        );
    }
}

#[test]
fn the_key_table_of_the_readme_is_the_generated_one() {
    const BEGIN: &str = "<!-- keys -->\n";
    const END: &str = "<!-- /keys -->";
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("README.md has <!-- keys -->");
    let (table, after) = rest.split_once(END).expect("README.md has <!-- /keys -->");
    let generated = plenary::app::command::markdown();
    if std::env::var_os("UPDATE_README").is_some() {
        let written = format!("{before}{BEGIN}\n{generated}\n{END}{after}");
        fs::write(root().join("README.md"), written).unwrap();
        return;
    }
    assert!(table.trim() == generated.trim(), "run UPDATE_README=1 cargo test tidy, and commit README.md");
}

#[test]
fn every_key_of_the_configuration_is_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for key in [
        "theme",
        "outline",
        "outline-width",
        "measure",
        "bidi",
        "state",
        "mouse",
        "linear",
        "print-on-exit",
        "links",
        "locale",
        "[keys]",
    ] {
        assert!(readme.contains(&format!("\n{key}")), "README.md does not tell about {key}");
    }
}

/// What a clean clone must hold, and no path or name of the machine it was made on.
#[test]
fn the_papers_are_there_and_name_no_machine() {
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "docs/json.md",
        "docs/restricted.md",
    ] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        for local in ["/work/", "/root/", "/home/", "../shared"] {
            assert!(!text.contains(local), "{name} names {local}");
        }
    }
}

/// Whoever reads the JSON knows what each diagnostic means, and none is described that nobody makes.
#[test]
fn every_diagnostic_is_in_the_papers() {
    let papers = fs::read_to_string(root().join("docs/json.md")).unwrap();
    let table = papers.split("\n## Diagnostics\n").nth(1).expect("docs/json.md has a section on diagnostics");
    let described: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| line.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
        .collect();
    let is_code = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let sources = sources();
    for source in sources.iter().filter(|source| ["grammar", "formats"].contains(&source.module.as_str())) {
        for before in ["diagnose(", ".say(", ".remark(", "Diagnostic { code: ", "                code: "] {
            for (at, _) in source.text.match_indices(before) {
                let rest = source.text[at + before.len()..].trim_start();
                let code = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
                if let Some(code) = code.filter(|code| is_code(code)) {
                    assert!(
                        described.contains(&code),
                        "docs/json.md lacks {code} of {}",
                        source.path.display()
                    );
                }
            }
        }
    }
    for code in described {
        let quoted = format!("\"{code}\"");
        assert!(sources.iter().any(|source| source.text.contains(&quoted)), "nobody makes {code}");
    }
}
