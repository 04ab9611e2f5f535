//! House rules that the compiler does not check: which module may use which, the length of files, and what the
//! documentation must say.

use crate::support::{file, run};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, from the lowest. A module may use itself and modules with a lower number.
const FLOW: [(&str, u8); 17] = [
    ("text", 0),
    ("lang", 1),
    ("messages", 2),
    ("document", 3),
    ("formats", 4),
    ("grammar", 5),
    ("export", 6),
    ("lookup", 6),
    ("layout", 6),
    ("library", 7),
    ("config", 8),
    ("app", 9),
    ("ui", 10),
    ("terminal", 11),
    ("cli", 12),
    ("internals", 13),
    ("main", 14),
];

const LONGEST: usize = 600;

struct SourceFile {
    path: PathBuf,
    /// The top-level module: `document` for src/document/tree.rs.
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

fn sources() -> Vec<SourceFile> {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    found
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(root().join("src")).unwrap();
            let module = below.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
            SourceFile { text: fs::read_to_string(&path).unwrap(), module, path }
        })
        .collect()
}

/// The code without comments and without `#[cfg(test)]` items, wherever they are. Files are formatted, so an item ends
/// at the first line with the same indent that closes it.
fn code(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut kept = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if ["#[cfg(test)]", "#[cfg(all(test,"].iter().any(|test| line.trim_start().starts_with(test)) {
            let closes = |next: &str| {
                indent(next) == indent(line)
                    && next.ends_with([';', '}'])
                    && !next.trim_start().starts_with("//")
            };
            let _ = lines.find(|next| closes(next));
        } else if !line.trim_start().starts_with("//") {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// The paths in a tree of imports: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let Some((head, group)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.extend(leaves(&group[start..at]).iter().map(|leaf| format!("{}{leaf}", head.trim())));
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The modules of this crate that the code of a file names, by `crate::` or by enough `super::`. `depth` is how many
/// levels the file is below the crate root.
fn used(code: &str, depth: usize) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some(at) = ["crate::", "super::"].iter().filter_map(|start| rest.find(start)).min() {
        let tree = &rest[at..];
        let end = tree.find(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter));
        // Braces group paths only in a `use`; elsewhere they open a block.
        let end = match end {
            Some(end) if tree[..end].ends_with("::") => tree.find(';').unwrap_or(tree.len()),
            end => end.unwrap_or(tree.len()),
        };
        paths.extend(leaves(&tree[..end]));
        rest = &tree[end..];
    }
    let root = |path: &String| {
        let below = path.trim_start_matches("super::");
        let ups = (path.len() - below.len()) / "super::".len();
        let from_root = below.strip_prefix("crate::").or((ups >= depth).then_some(below));
        from_root.and_then(|path| path.split("::").next()).map(str::to_owned)
    };
    paths.iter().filter_map(root).collect()
}

#[test]
fn modules_use_only_lower_layers() {
    let place = |module: &str| FLOW.iter().find(|(name, _)| *name == module).map(|(_, place)| *place);
    for source in sources().iter().filter(|source| source.module != "lib") {
        let own = place(&source.module)
            .unwrap_or_else(|| panic!("{}: give {} a place in FLOW", source.path.display(), source.module));
        let below = source.path.strip_prefix(root().join("src")).unwrap();
        for name in used(&code(&source.text), below.iter().count()) {
            let Some(other) = place(&name) else { continue };
            let allowed = name == source.module || other < own;
            assert!(allowed, "{}: {} must not use {name}", source.path.display(), source.module);
        }
    }
}

#[test]
fn imports_in_groups_and_through_super_are_found() {
    assert_eq!(used("use crate::{app::x, ui::{a, b}, text};", 2), ["app", "ui", "ui", "text"]);
    assert_eq!(used("crate::cli::run(); use crate::document::Kind;", 2), ["cli", "document"]);
    assert_eq!(used("use super::super::ui;\nuse super::own;", 2), ["ui"]);
    assert_eq!(used("use super::{super::ui::x, own};\nlet x = super::super::app::y();", 2), ["ui", "app"]);
    assert_eq!(used("use super::super::run;", 3), [""; 0]);
}

#[test]
fn code_after_a_test_module_is_checked_too() {
    let text = "use a;\n#[cfg(test)]\nmod tests;\n// comment\nuse b;\n#[cfg(test)]\nmod more {\n    use c;\n\n    \
                fn x() {}\n}\n\nimpl D {\n    #[cfg(test)]\n    fn e() {\n        f;\n    }\n    g;\n}";
    assert_eq!(code(text), "use a;\nuse b;\n\nimpl D {\n    g;\n}");
}

#[test]
fn every_file_has_a_module_doc_and_is_short() {
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
fn only_the_terminal_uses_crossterm_and_only_output_modules_print() {
    // Tests print what they skip.
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

/// Who opens paths or starts programs besides the door, and why.
const OPENERS: [(&str, &str); 5] = [
    ("src/library/door", "it is the door"),
    ("src/library/worker", "it starts this program again, and tries what that may not do"),
    ("src/terminal/raw.rs", "the terminal of the session"),
    ("src/terminal/input/tty.rs", "the terminal of the session"),
    ("src/terminal/linear.rs", "the terminal of the session"),
];

/// A restricted session is fenced by the door of `library/`, so nobody goes around it.
#[test]
fn only_the_door_opens_paths() {
    let ways = [
        "std::fs",
        "fs::",
        "File::open(",
        "File::create(",
        "File::options(",
        "OpenOptions",
        "tempfile",
        ".exists()",
        ".try_exists()",
        ".is_dir()",
        ".is_file()",
        ".canonicalize()",
        ".read_dir()",
        ".read_link()",
        ".symlink_metadata()",
        "std::net",
        "process::Command",
    ];
    let is_test = |path: &Path| {
        path.iter().any(|part| ["tests", "tests.rs", "agreement.rs"].iter().any(|test| part == *test))
    };
    let mut excused = Vec::new();
    for source in sources().iter().filter(|source| !is_test(&source.path)) {
        let name = source.path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        // They have bytes and no path, and `File` and `is_dir` are words of theirs.
        if source.module == "formats" && !["std::fs", "tempfile"].iter().any(|way| source.text.contains(way))
        {
            continue;
        }
        // Kinds and status of what is open already.
        let harmless =
            ["use std::fs::File;", "use rustix::fs::{FileType, fstat}", "about.is_file()", "about.is_dir()"];
        let code = harmless.iter().fold(code(&source.text), |code, part| code.replace(part, ""));
        let Some(way) = ways.iter().find(|way| code.contains(**way)) else { continue };
        let excuse = OPENERS.iter().find(|(place, _)| name.starts_with(place));
        assert!(excuse.is_some(), "{name}: {way} goes around the door; take a &Door (library/door.rs)");
        excused.extend(excuse);
    }
    for exception in &OPENERS {
        assert!(excused.contains(&exception), "nothing in {} needs to be excepted", exception.0);
    }
}

#[test]
fn text_comes_to_the_screen_by_one_door() {
    let written = ["set_string", "set_line", "set_span", "set_symbol", "set_char", "set_text"];
    for file in sources().iter().filter(|file| !file.path.ends_with("tests.rs")) {
        let code = code(&file.text);
        let draws = written.iter().find(|call| code.contains(*call));
        assert!(
            draws.is_none() || file.path.ends_with("ui/paint/row.rs"),
            "{}: {draws:?} draws text that no `Line` has put into display order",
            file.path.display()
        );
    }
}

#[test]
fn unsafe_code_stands_in_one_file_and_says_why() {
    for source in sources() {
        let name = source.path.display();
        let blocks = code(&source.text).matches("unsafe {").count();
        let allowed = source.path.ends_with("terminal/raw.rs");
        assert!(
            allowed || !source.text.contains("allow(unsafe_code"),
            "{name}: only terminal/raw.rs has unsafe code"
        );
        assert_eq!(
            blocks,
            source.text.matches("// SAFETY: ").count(),
            "{name}: a SAFETY comment for each block"
        );
    }
}

#[test]
fn the_key_table_of_the_docs_is_generated() {
    const BEGIN: &str = "<!-- keys -->\n";
    const END: &str = "<!-- /keys -->";
    let readme = fs::read_to_string(root().join("docs/keys.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("docs/keys.md has <!-- keys -->");
    let (table, after) = rest.split_once(END).expect("docs/keys.md has <!-- /keys -->");
    let generated = plenary::internals::markdown();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let written = format!("{before}{BEGIN}\n{generated}\n{END}{after}");
        fs::write(root().join("docs/keys.md"), written).unwrap();
        return;
    }
    assert!(table.trim() == generated.trim(), "run UPDATE_DOCS=1 cargo test tidy, and commit docs/keys.md");
}

#[test]
fn the_readme_lists_every_file_ending() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let section = readme.split("\n## Formats\n").nth(1).expect("README.md has a section on formats");
    let table: String =
        section.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with('|')).collect();
    for ending in plenary::formats::Format::all().flat_map(plenary::formats::Format::endings) {
        let told = table.split(|letter: char| !letter.is_alphanumeric() && letter != '.');
        assert!(
            told.into_iter().any(|word| word == format!(".{ending}")),
            "README.md does not tell about .{ending}"
        );
    }
}

/// The keys are taken from the parser's own error message, the environment variables from the code.
#[test]
fn every_setting_is_documented() {
    let readme = fs::read_to_string(root().join("docs/configuration.md")).unwrap();
    let manual = run(["man"]).out.replace("\\-", "-");
    let (_folder, path) = file("c.toml", "no-such-key = 1\n");
    let error = run(["--config".as_ref(), path.as_os_str(), "keys".as_ref()]).err;
    let (_, known) = error.split_once("expected one of ").unwrap_or_else(|| panic!("{error}"));
    let keys: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    assert!(keys.contains(&"outline-width"), "{keys:?}");
    for key in keys {
        let shown = if key == "keys" { "[keys]" } else { key };
        assert!(readme.contains(&format!("\n{shown}")), "docs/configuration.md does not tell about {shown}");
        assert!(manual.contains(&format!("\\fB{shown}\\fR")), "the manual does not tell about {shown}");
    }
    let config = fs::read_to_string(root().join("src/config.rs")).unwrap();
    let variables: Vec<&str> = config.split('"').filter(|quoted| quoted.starts_with("PLENARY_")).collect();
    assert!(variables.contains(&"PLENARY_THEME"), "{variables:?}");
    for variable in variables {
        assert!(
            readme.contains(&format!("`${variable}`")) || readme.contains(&format!("`{variable}`")),
            "docs/configuration.md does not tell about {variable}"
        );
        assert!(manual.contains(variable), "the manual does not tell about {variable}");
    }
}

/// Files that a clean clone must contain; none may contain a path or name of a machine.
#[test]
fn required_files_exist_and_name_no_machine() {
    for name in [
        "README.md",
        "docs/keys.md",
        "docs/configuration.md",
        "docs/terminals.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "docs/json.md",
        "docs/library.md",
        "docs/releasing.md",
        "docs/restricted.md",
        "docs/translating.md",
        "SECURITY.md",
    ] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        for local in ["/work/", "/root/", "/home/", "../shared"] {
            assert!(!text.contains(local), "{name} names {local}");
        }
    }
}

/// docs/json.md describes every diagnostic, and no other.
#[test]
fn every_diagnostic_is_documented() {
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

/// The string literals in the code of a file, except those for programmers.
fn literals(code: &str) -> Vec<String> {
    let for_programmers = ["reason = \"", "debug_assert", "cfg(", "doc(", "cfg_attr("];
    let lines = code.lines().filter(|line| !for_programmers.iter().any(|what| line.contains(what)));
    let code = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "").replace("\\\"", "");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a literal is text for a reader and not a name: it contains two words, or a word beside an argument.
fn is_sentence(literal: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for letter in literal.replace("\\n", " ").chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let word = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
    let words = plain.split_whitespace().filter(word).count();
    words >= 2 || (words == 1 && plain.contains(' ') && literal.contains('{'))
}

#[test]
fn sentences_are_distinguished_from_names() {
    for text in
        ["the end", "note {marker}", "{count} columns", " · {at} of {all} words", "rien à plier", "нет слов"]
    {
        assert!(is_sentence(text), "{text}");
    }
    for name in
        ["line-down", "Ctrl-E", "{a}{b}", "{typed} …", " · {}/{count}", "note", "A_RES_95_12.{}.txt", "j k  "]
    {
        assert!(!is_sentence(name), "{name}");
    }
    assert_eq!(
        literals("say(\"a\\\"b\");\nx('\"');\n#[expect(x, reason = \"no text\")]\ny(\"c d\");"),
        ["ab", "c d"]
    );
}

/// Every decoder of a document's bytes counts what it gives against the budget of the document. Pictures are skipped,
/// whether they are in digits, in binary or in base 64.
#[test]
fn what_decodes_is_behind_the_budget() {
    let is_test = |path: &Path| path.iter().any(|part| part == "tests" || part == "tests.rs");
    let all = sources();
    let formats = all.iter().filter(|source| source.module == "formats" && !is_test(&source.path));
    let mut decoders = 0;
    for source in formats {
        let code = code(&source.text);
        let decodes = ["flate2", "ruzstd", "zip::ZipArchive"].iter().any(|name| code.contains(name));
        assert!(!decodes || code.contains("Budget"), "{} decodes without a budget", source.path.display());
        assert!(!code.contains("base64"), "{} decodes base 64", source.path.display());
        decoders += usize::from(decodes);
    }
    assert!(decoders >= 3, "{decoders} files decode");
}

/// Text of the interface must be in the message catalogue, where translators work.
#[test]
fn no_text_of_the_interface_is_a_literal() {
    const ELSEWHERE: [(&str, &str); 4] = [
        ("app/key.rs", "errors of the configuration file are English"),
        ("app/keymap.rs", "errors of the configuration file are English"),
        ("app/command.rs", "the head of the table in docs/keys.md"),
        ("app/details.rs", "names of the fields of a masthead and of thesauri"),
    ];
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| ["app", "ui"].contains(&source.module.as_str())) {
        let name = source.path.strip_prefix(root().join("src")).unwrap().to_string_lossy().into_owned();
        let test = name.ends_with("tests.rs") || ["ui/agreement.rs", "ui/beside.rs"].contains(&name.as_str());
        if test || ELSEWHERE.iter().any(|(file, _)| *file == name) {
            continue;
        }
        let texts = literals(&code(&source.text)).into_iter().filter(|text| is_sentence(text));
        found.extend(texts.map(|text| format!("{name}: {text:?}")));
    }
    assert!(found.is_empty(), "make messages of them (docs/translating.md):\n{}", found.join("\n"));
}

/// Where words or letters of another script stand outside `lang/`, and why they belong there.
const SCRIPTS: [(&str, &str); 6] = [
    ("src/text/", "classes of characters"),
    ("src/grammar/lexicon", "the opening verbs"),
    ("src/grammar/shape.rs", "how characters are folded"),
    ("src/lookup/address/token.rs", "how what is typed is folded"),
    ("src/formats/pdf/letters.rs", "a ligature of two letters"),
    ("src/formats/word/numerals.rs", "numerals that word processors name by examples"),
];

/// Language data belongs to `lang/`: no other module may have a table of words in Cyrillic, Arabic or Han.
#[test]
fn words_of_other_scripts_are_in_the_language_files() {
    let foreign = |letter: char| matches!(letter, '\u{400}'..='\u{52F}' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{4E00}'..='\u{9FFF}');
    let is_test = |path: &Path| path.iter().any(|part| part == "tests" || part == "tests.rs");
    let mut wrong = Vec::new();
    let mut excused = Vec::new();
    for source in sources().iter().filter(|source| source.module != "lang" && !is_test(&source.path)) {
        let name = source.path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let code = code(&source.text);
        let said: Vec<&str> = code.lines().map(|line| line.split("// ").next().unwrap()).collect();
        let lines: Vec<&str> = said.iter().copied().filter(|line| line.contains(foreign)).collect();
        // A rule has a few letters; a list of words has many on lines that follow each other.
        let table = said.windows(4).any(|lines| lines.iter().all(|line| line.matches(foreign).count() > 3));
        let excuse = SCRIPTS.iter().find(|(place, _)| name.starts_with(place));
        excused.extend(excuse.filter(|_| !lines.is_empty()));
        let free =
            excuse.is_some_and(|(_, why)| *why == "classes of characters" || *why == "the opening verbs");
        if !free && (excuse.is_none() && !lines.is_empty() || table) {
            wrong.push(format!("{name}: {}", lines.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "words of a language belong to src/lang:\n{}", wrong.join("\n"));
    for exception in &SCRIPTS {
        assert!(excused.contains(&exception), "nothing in {} needs to be excepted", exception.0);
    }
}

/// Whoever gives the binary away owes the licences of what it contains.
#[test]
fn every_crate_in_the_binary_is_named_in_the_third_party_notices() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let notices = run(["--licences"]).out;
    let named: std::collections::HashSet<&str> = notices.lines().map(str::trim).collect();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let missing: Vec<String> = tree
        .lines()
        .filter(|line| !line.contains("proc-macro"))
        .filter_map(|line| {
            Some(line.split_once(" v")?).map(|(name, rest)| (name, rest.split(' ').next().unwrap()))
        })
        .filter(|(name, _)| *name != "plenary")
        .map(|(name, version)| format!("{name} {version}"))
        .filter(|line| !named.contains(line.as_str()))
        .collect();
    assert!(missing.is_empty(), "make docs/third-party.txt again (docs/releasing.md): it lacks {missing:?}");
    assert!(notices.contains("Foxit"), "the fonts of PDF are not named");
}
