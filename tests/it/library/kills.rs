//! A library whose builder is killed at any moment opens and answers.

use super::{Reader, resolution};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const DOCUMENTS: usize = 40;

fn fill(reader: &Reader, round: usize) {
    for number in 0..DOCUMENTS {
        let words: String = (1..30)
            .map(|paragraph| format!("{paragraph}. Decides to sail for the {round}th time;\n\n"))
            .collect();
        reader.write(&format!("{number}.txt"), &resolution(&format!("A/RES/70/{}", 100 + number), &words));
    }
}

/// Kills `plenary library update` and `rebuild` so often, at moments that are spread over their whole time.
fn kill(times: usize) {
    let reader = Reader::new();
    fill(&reader, 0);
    let begun = Instant::now();
    assert_eq!(reader.run(&["library", "add", "texts"]).status, 0);
    let whole = begun.elapsed();
    let mut cut = 0;
    for round in 1..=times {
        fill(&reader, round);
        let deed = if round % 2 == 0 { "rebuild" } else { "update" };
        let built = reader.command();
        let mut command = Command::new(built.get_program());
        for (name, value) in built.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let mut child =
            command.args(["library", deed]).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        // Each moment is another part of the time, in an order without pattern.
        let part = u32::try_from(round * 37 % times.max(2) + 1).unwrap();
        std::thread::sleep(
            whole * part / u32::try_from(times.max(2) + 1).unwrap()
                + Duration::from_micros(u64::from(part) * 97),
        );
        child.kill().unwrap();
        cut += usize::from(!child.wait().unwrap().success());
        let ran = reader.run(&["search", "sailing", "--limit", "1"]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{deed}, round {round}");
        assert!(ran.out.starts_with("A/RES/70/1"), "{}", ran.out);
        assert_eq!(reader.run(&["70/110#op3"]).status, 0, "{deed}, round {round}");
    }
    assert!(cut * 2 > times, "only {cut} of {times} were killed before they ended");
    fill(&reader, times + 1);
    let ran = reader.run(&["library", "update"]);
    assert_eq!(
        ran.out,
        format!("{DOCUMENTS} documents in the library, {DOCUMENTS} read now\n"),
        "{}",
        ran.err
    );
    let versioned = std::fs::read_dir(reader.index()).unwrap().next().unwrap().unwrap().path();
    assert!(!versioned.join("building").exists(), "what a killed one left is removed");
}

#[test]
fn a_builder_that_is_killed_leaves_a_library_that_answers() {
    kill(5);
}

#[test]
#[ignore = "it takes some minutes"]
fn a_builder_that_is_killed_fifty_times_leaves_a_library_that_answers() {
    kill(50);
}
