//! Every citation that the program writes can be read back as an address, in each language.

use super::super::{Unit, Which, parse};
use crate::lang::{Language, Ranges, fill, tables};

#[test]
fn every_form_of_citation_is_an_address() {
    for language in Language::ALL {
        let words = language.words();
        for (unit, named) in words.units.all().into_iter().filter(|(_, named)| named.cited.contains('{')) {
            let form = words.citing.fill(named.cited, 3);
            let cited = match unit {
                Unit::Preambular | Unit::Unnumbered => fill(named.cited, &words.citing.ordinal(3)),
                // An item is cited after its paragraph.
                Unit::Sub => {
                    format!(
                        "{}{}{form}",
                        words.citing.fill(words.units.paragraph.cited, 7),
                        words.citing.comma
                    )
                }
                _ => form,
            };
            let address = parse(&cited).unwrap_or_else(|| panic!("{language:?}: {cited}"));
            let step = address.steps.last().unwrap();
            assert_eq!(address.steps.len(), if unit == Unit::Sub { 2 } else { 1 }, "{language:?}: {cited}");
            assert_eq!(step.unit, unit, "{language:?}: {cited}");
            assert!(
                matches!(step.which, Which::Number(3) | Which::Nth(3)),
                "{language:?}: {cited}: {address:?}"
            );
        }
        for (unit, number) in [Unit::Preambular, Unit::Unnumbered]
            .into_iter()
            .flat_map(|unit| [1, 2, 3, 11, 13, 21].map(|number| (unit, number)))
        {
            let (long, short) = match unit {
                Unit::Preambular => (words.units.preambular.cited, words.citing.preambular),
                _ => (words.units.unnumbered.cited, words.citing.unnumbered),
            };
            for cited in [fill(long, &words.citing.ordinal(number)), words.citing.fill(short, number)] {
                let address = parse(&cited).unwrap_or_else(|| panic!("{language:?}: {cited}"));
                let [step] = address.steps.as_slice() else { panic!("{language:?}: {cited}: {address:?}") };
                assert_eq!(step.unit, unit, "{language:?}: {cited}");
                let said = matches!(step.which, Which::Number(read) | Which::Nth(read) if read == number);
                assert!(said, "{language:?}: {cited}: {address:?}");
            }
        }
        let cited = fill(words.units.paragraph.cited, &format!("7{}", fill(words.citing.item, "b")));
        let counted = fill(
            words.units.paragraph.cited,
            &format!("7{}{}", words.citing.counted, fill(words.citing.item, "b")),
        );
        for cited in [cited, counted] {
            let units: Vec<Unit> =
                parse(&cited).into_iter().flat_map(|address| address.steps).map(|step| step.unit).collect();
            assert_eq!(units, [Unit::Paragraph, Unit::Sub], "{language:?}: {cited}");
        }
    }
}

/// Several paragraphs in a row are cited together; the address leads to the first of them.
#[test]
fn every_form_of_a_citation_of_several_paragraphs_is_an_address() {
    for language in Language::ALL {
        let citing = &language.words().citing;
        let ranges = &citing.ranges;
        let items = ["a", "c"].map(|letter| fill(citing.item, letter));
        let items = format!("7{}{}{}", items[0], ranges.items, items[1].trim_start());
        for (cited, unit) in [
            (Ranges::fill(ranges.pair, "7", "8"), Unit::Paragraph),
            (Ranges::fill(ranges.paragraphs, "7", "12"), Unit::Paragraph),
            (Ranges::fill(ranges.pair, "7", &format!("8{}", fill(citing.item, "a"))), Unit::Paragraph),
            (Ranges::fill(ranges.preambular_pair, &citing.ordinal(7), &citing.ordinal(8)), Unit::Preambular),
            (Ranges::fill(ranges.preambular, &citing.ordinal(7), &citing.ordinal(12)), Unit::Preambular),
            (fill(language.words().units.paragraph.cited, &items), Unit::Sub),
        ] {
            let address = parse(&cited).unwrap_or_else(|| panic!("{language:?}: {cited}"));
            let first = address.steps.first().map(|step| &step.which);
            assert!(
                matches!(first, Some(Which::Number(7) | Which::Nth(7))),
                "{language:?}: {cited}: {address:?}"
            );
            assert_eq!(address.steps.last().map(|step| step.unit), Some(unit), "{language:?}: {cited}");
        }
    }
}

/// A word for two units would always be read as the first of them.
#[test]
fn no_word_stands_for_two_units() {
    let typed = || {
        tables().flat_map(|words| words.units.all()).flat_map(|(unit, named)| {
            named.typed.split(' ').filter(|word| !word.is_empty()).map(move |word| (unit, word))
        })
    };
    for (unit, word) in typed() {
        let bare = word.trim_end_matches('*');
        let other = typed().find(|(other, list)| *other != unit && crate::lang::holds(list, bare));
        assert_eq!(other, None, "{word} stands for {unit:?} as well");
    }
}
