//! `plenary jump` over a folder of many documents that are in the library.

use super::{Reader, resolution};

/// A reader with so many documents in the library that `jump` asks it which ones are worth reading.
fn with_many() -> Reader {
    let reader = Reader::new();
    for number in 1..=210 {
        let body = format!("1. Decides to count the gulls of harbour {number}.");
        reader.write(&format!("{number}.txt"), &resolution(&format!("A/RES/71/{number}"), &body));
    }
    reader.write(
        "lamps.txt",
        &resolution("A/RES/71/901", "1. Requests the harbour masters to light the lamps."),
    );
    reader.write(
        "cites.txt",
        &resolution("A/RES/71/902", "Recalling resolution 71/901,\n\n1. Decides to wait."),
    );
    reader
}

#[test]
fn what_is_found_is_the_same_with_the_library_and_without() {
    let reader = with_many();
    let queries = ["lamps light", "gulls harbour 77", "71/901", "lapms light", "no such thing"];
    let ask = |query| {
        let ran = reader.run(&["jump", query, "texts", "--limit", "2"]);
        (query, ran.status, ran.out, ran.err)
    };
    let without = queries.map(ask);
    assert!(without[0].2.contains("lamps.txt:op1: 1. Requests the harbour masters"), "{}", without[0].2);
    assert!(without[2].2.contains("cites.txt:pp1: Recalling resolution 71/901,"), "{}", without[2].2);
    assert_eq!(without[4].1, 1);
    let added = reader.run(&["library", "add", "texts"]);
    assert_eq!(added.out, "212 documents in the library, 212 read now\n", "{}", added.err);
    assert_eq!(queries.map(ask), without);
}

#[test]
fn documents_that_are_newer_than_the_library_are_read_as_they_are() {
    let reader = with_many();
    reader.run(&["library", "add", "texts"]);
    reader.write("7.txt", &resolution("A/RES/71/7", "1. Decides to light no lamps at all in the harbours."));
    reader.write("new.txt", &resolution("A/RES/71/903", "1. Welcomes the lamps."));
    let ran = reader.run(&["jump", "lamps", "texts", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let mut files: Vec<&str> =
        found.as_array().unwrap().iter().map(|hit| hit["file"].as_str().unwrap()).collect();
    files.sort_unstable();
    assert_eq!(files, ["texts/7.txt", "texts/lamps.txt", "texts/new.txt"], "{}", ran.err);
}
