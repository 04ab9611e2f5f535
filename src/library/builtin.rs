//! The sample documents compiled into the program, so that there is something to read without any file.

use super::Source;

macro_rules! sample {
    ($name:literal) => {
        ($name, include_str!(concat!("../../sample-docs/", $name)))
    };
}

/// File name and text of each sample, in the order of the list, which is the order of the names.
const SAMPLES: &[(&str, &str)] = &[
    sample!("A_C.3_95_L.7_Rev.1.en.txt"),
    sample!("A_HRC_RES_105_7.es.txt"),
    sample!("A_RES_94_27.fr.txt"),
    sample!("A_RES_94_31.en.txt"),
    sample!("A_RES_94_44.ar.txt"),
    sample!("A_RES_95_12.ar.txt"),
    sample!("A_RES_95_12.en.txt"),
    sample!("A_RES_95_12.es.txt"),
    sample!("A_RES_95_12.fr.txt"),
    sample!("A_RES_95_12.ru.txt"),
    sample!("A_RES_95_12.zh.txt"),
    sample!("A_RES_95_33.en.txt"),
    sample!("A_RES_95_40.en.txt"),
    sample!("A_RES_95_47.en.txt"),
    sample!("A_RES_95_52.en.txt"),
    sample!("A_RES_95_58_A-B.fr.txt"),
    sample!("A_RES_95_61.en.md"),
    sample!("A_RES_95_64.zh.txt"),
    sample!("A_RES_95_71.ru.txt"),
    sample!("A_RES_95_73.en.xml"),
    sample!("S_RES_3990_2049.ar.txt"),
    sample!("S_RES_3990_2049.en.txt"),
    sample!("S_RES_3990_2049.es.txt"),
    sample!("S_RES_3990_2049.fr.txt"),
    sample!("S_RES_3990_2049.ru.txt"),
    sample!("S_RES_3990_2049.zh.txt"),
];

/// The samples as sources.
pub(crate) fn sources() -> impl Iterator<Item = Source> {
    SAMPLES.iter().map(|&(name, text)| Source::Builtin(name, text))
}

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn every_file_in_the_sample_folder_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-docs");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| !["README.md", "COUNTS.tsv"].contains(&name.as_str()))
            .collect();
        files.sort();
        let built_in: Vec<&str> = SAMPLES.iter().map(|&(name, _)| name).collect();
        assert_eq!(built_in, files, "add the file to SAMPLES, in the order of the names");
    }
}
