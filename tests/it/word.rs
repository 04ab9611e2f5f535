//! Documents of word processors: the same resolution in four formats is the same document.
//!
//! tests/files holds samples of ours as Word, OpenDocument and rich text; they were made with tests/tools/akn_docx.py and
//! LibreOffice from what `plenary export --to akn` makes of sample-docs.

use crate::support::run;
use std::path::{Path, PathBuf};

const DOCUMENTS: [&str; 5] =
    ["A_C.3_95_L.7_Rev.1.en", "A_HRC_RES_105_7.es", "A_RES_94_44.ar", "A_RES_95_64.zh", "S_RES_3990_2049.ru"];

fn file(name: &str, ending: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(format!("{name}.{ending}"))
}

/// The clauses and notes, without what only says where they stand in the file.
fn tree(path: &Path) -> serde_json::Value {
    let ran = run(["show".as_ref(), path.as_os_str(), "--format".as_ref(), "json".as_ref()]);
    assert_eq!(ran.status, 0, "{}: {}", path.display(), ran.err);
    let mut tree: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    strip(&mut tree);
    serde_json::json!([tree["symbol"], tree["title"], tree["language"], tree["clauses"], tree["notes"]])
}

fn strip(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            for place in ["line", "lines", "source", "page"] {
                fields.remove(place);
            }
            fields.values_mut().for_each(strip);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn a_resolution_is_the_same_in_every_format_of_a_word_processor() {
    for name in DOCUMENTS {
        let docx = tree(&file(name, "docx"));
        for ending in ["doc", "odt", "rtf"] {
            assert_eq!(tree(&file(name, ending)), docx, "{name}.{ending}");
        }
    }
}

#[test]
fn a_word_document_is_what_its_text_is() {
    for name in DOCUMENTS {
        let counts = |path: PathBuf| {
            let ran = run(["check".as_ref(), path.as_os_str()]);
            let first = ran.out.lines().next().unwrap_or_default().to_owned();
            first.split_once(": ").map(|(_, counts)| counts.to_owned())
        };
        assert_eq!(
            counts(file(name, "docx")),
            counts(crate::support::sample(&format!("{name}.txt"))),
            "{name}"
        );
    }
}
