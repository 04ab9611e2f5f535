//! The names of States: as the United Nations writes them today, and other names under which they are found in documents or
//! asked for, such as former and short ones.

use crate::text::fold::fold_str;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The Members of the United Nations, with the other names of those that have some. Names are compared without capitals,
/// accents and marks, and without what stands in brackets.
const STATES: [(&str, &[&str]); 193] = [
    ("Afghanistan", &[]),
    ("Albania", &[]),
    ("Algeria", &[]),
    ("Andorra", &[]),
    ("Angola", &[]),
    ("Antigua and Barbuda", &["Antigua"]),
    ("Argentina", &[]),
    ("Armenia", &[]),
    ("Australia", &[]),
    ("Austria", &[]),
    ("Azerbaijan", &[]),
    ("Bahamas", &["The Bahamas"]),
    ("Bahrain", &[]),
    ("Bangladesh", &[]),
    ("Barbados", &[]),
    ("Belarus", &["Byelorussian SSR", "Byelorussian Soviet Socialist Republic"]),
    ("Belgium", &[]),
    ("Belize", &[]),
    ("Benin", &["Dahomey"]),
    ("Bhutan", &[]),
    ("Bolivia (Plurinational State of)", &["Plurinational State of Bolivia"]),
    ("Bosnia and Herzegovina", &["Bosnia"]),
    ("Botswana", &[]),
    ("Brazil", &[]),
    ("Brunei Darussalam", &["Brunei"]),
    ("Bulgaria", &[]),
    ("Burkina Faso", &["Upper Volta"]),
    ("Burundi", &[]),
    ("Cabo Verde", &["Cape Verde"]),
    ("Cambodia", &["Democratic Kampuchea"]),
    ("Cameroon", &[]),
    ("Canada", &[]),
    ("Central African Republic", &["CAR"]),
    ("Chad", &[]),
    ("Chile", &[]),
    ("China", &["People's Republic of China"]),
    ("Colombia", &[]),
    ("Comoros", &[]),
    ("Congo", &["Republic of the Congo", "Congo-Brazzaville"]),
    ("Costa Rica", &[]),
    ("Côte d'Ivoire", &["Ivory Coast"]),
    ("Croatia", &[]),
    ("Cuba", &[]),
    ("Cyprus", &[]),
    ("Czechia", &["Czech Republic"]),
    ("Democratic People's Republic of Korea", &["DPRK", "North Korea"]),
    ("Democratic Republic of the Congo", &["DRC", "DR Congo", "Zaire", "Congo-Kinshasa"]),
    ("Denmark", &[]),
    ("Djibouti", &[]),
    ("Dominica", &[]),
    ("Dominican Republic", &[]),
    ("Ecuador", &[]),
    ("Egypt", &[]),
    ("El Salvador", &[]),
    ("Equatorial Guinea", &[]),
    ("Eritrea", &[]),
    ("Estonia", &[]),
    ("Eswatini", &["Swaziland"]),
    ("Ethiopia", &[]),
    ("Fiji", &[]),
    ("Finland", &[]),
    ("France", &[]),
    ("Gabon", &[]),
    ("Gambia", &["The Gambia"]),
    ("Georgia", &[]),
    ("Germany", &["Federal Republic of Germany"]),
    ("Ghana", &[]),
    ("Greece", &[]),
    ("Grenada", &[]),
    ("Guatemala", &[]),
    ("Guinea", &[]),
    ("Guinea-Bissau", &[]),
    ("Guyana", &[]),
    ("Haiti", &[]),
    ("Honduras", &[]),
    ("Hungary", &[]),
    ("Iceland", &[]),
    ("India", &[]),
    ("Indonesia", &[]),
    ("Iran (Islamic Republic of)", &["Islamic Republic of Iran"]),
    ("Iraq", &[]),
    ("Ireland", &[]),
    ("Israel", &[]),
    ("Italy", &[]),
    ("Jamaica", &[]),
    ("Japan", &[]),
    ("Jordan", &[]),
    ("Kazakhstan", &[]),
    ("Kenya", &[]),
    ("Kiribati", &[]),
    ("Kuwait", &[]),
    ("Kyrgyzstan", &["Kyrgyz Republic"]),
    ("Lao People's Democratic Republic", &["Laos", "Lao PDR"]),
    ("Latvia", &[]),
    ("Lebanon", &[]),
    ("Lesotho", &[]),
    ("Liberia", &[]),
    ("Libya", &["Libyan Arab Jamahiriya", "Libyan Arab Republic"]),
    ("Liechtenstein", &[]),
    ("Lithuania", &[]),
    ("Luxembourg", &[]),
    ("Madagascar", &[]),
    ("Malawi", &[]),
    ("Malaysia", &[]),
    ("Maldives", &[]),
    ("Mali", &[]),
    ("Malta", &[]),
    ("Marshall Islands", &[]),
    ("Mauritania", &[]),
    ("Mauritius", &[]),
    ("Mexico", &[]),
    ("Micronesia (Federated States of)", &["Federated States of Micronesia"]),
    ("Monaco", &[]),
    ("Mongolia", &[]),
    ("Montenegro", &[]),
    ("Morocco", &[]),
    ("Mozambique", &[]),
    ("Myanmar", &["Burma"]),
    ("Namibia", &[]),
    ("Nauru", &[]),
    ("Nepal", &[]),
    ("Netherlands (Kingdom of the)", &["The Netherlands", "Kingdom of the Netherlands", "Holland"]),
    ("New Zealand", &[]),
    ("Nicaragua", &[]),
    ("Niger", &[]),
    ("Nigeria", &[]),
    ("North Macedonia", &["The former Yugoslav Republic of Macedonia", "Macedonia"]),
    ("Norway", &[]),
    ("Oman", &[]),
    ("Pakistan", &[]),
    ("Palau", &[]),
    ("Panama", &[]),
    ("Papua New Guinea", &["PNG"]),
    ("Paraguay", &[]),
    ("Peru", &[]),
    ("Philippines", &["The Philippines"]),
    ("Poland", &[]),
    ("Portugal", &[]),
    ("Qatar", &[]),
    ("Republic of Korea", &["ROK", "South Korea"]),
    ("Republic of Moldova", &["Moldova"]),
    ("Romania", &[]),
    ("Russian Federation", &["Russia", "USSR", "Union of Soviet Socialist Republics", "Soviet Union"]),
    ("Rwanda", &[]),
    ("Saint Kitts and Nevis", &["St. Kitts and Nevis"]),
    ("Saint Lucia", &["St. Lucia"]),
    ("Saint Vincent and the Grenadines", &["St. Vincent and the Grenadines", "Saint Vincent"]),
    ("Samoa", &["Western Samoa"]),
    ("San Marino", &[]),
    ("Sao Tome and Principe", &[]),
    ("Saudi Arabia", &["KSA"]),
    ("Senegal", &[]),
    ("Serbia", &[]),
    ("Seychelles", &[]),
    ("Sierra Leone", &[]),
    ("Singapore", &[]),
    ("Slovakia", &["Slovak Republic"]),
    ("Slovenia", &[]),
    ("Solomon Islands", &[]),
    ("Somalia", &[]),
    ("South Africa", &["RSA"]),
    ("South Sudan", &[]),
    ("Spain", &[]),
    ("Sri Lanka", &["Ceylon"]),
    ("Sudan", &["The Sudan"]),
    ("Suriname", &[]),
    ("Sweden", &[]),
    ("Switzerland", &[]),
    ("Syrian Arab Republic", &["Syria"]),
    ("Tajikistan", &[]),
    ("Thailand", &[]),
    ("Timor-Leste", &["East Timor"]),
    ("Togo", &[]),
    ("Tonga", &[]),
    ("Trinidad and Tobago", &["Trinidad"]),
    ("Tunisia", &[]),
    ("Türkiye", &["Turkey", "Turkyye", "Trkiye"]),
    ("Turkmenistan", &[]),
    ("Tuvalu", &[]),
    ("Uganda", &[]),
    ("Ukraine", &["Ukrainian SSR", "Ukrainian Soviet Socialist Republic"]),
    ("United Arab Emirates", &["UAE", "Emirates"]),
    (
        "United Kingdom of Great Britain and Northern Ireland",
        &["United Kingdom", "UK", "Great Britain", "Britain"],
    ),
    ("United Republic of Tanzania", &["Tanzania"]),
    ("United States of America", &["United States", "USA", "US", "America"]),
    ("Uruguay", &[]),
    ("Uzbekistan", &[]),
    ("Vanuatu", &[]),
    ("Venezuela (Bolivarian Republic of)", &["Bolivarian Republic of Venezuela"]),
    ("Viet Nam", &["Vietnam"]),
    ("Yemen", &[]),
    ("Zambia", &[]),
    ("Zimbabwe", &["Southern Rhodesia"]),
];

/// A name as it is compared: folded, without marks, and without what stands in brackets.
fn bare(name: &str) -> String {
    let name = name.split('(').next().unwrap_or(name).replace(['.', '\'', '’', '`'], "");
    let folded = fold_str(&name).replace('-', " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The State of a name, as the United Nations writes it today.
pub(crate) fn state_named(name: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = HashMap::new();
        for (today, others) in STATES {
            for name in std::iter::once(&today).chain(others) {
                names.entry(bare(name)).or_insert(today);
            }
        }
        names
    });
    names.get(&bare(name)).copied()
}

/// The States whose names begin with what was typed, or have it in them.
pub(crate) fn states_like(typed: &str) -> Vec<&'static str> {
    let wanted = bare(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = STATES.iter().map(|(today, _)| *today);
    let (first, rest): (Vec<_>, Vec<_>) =
        names.filter(|name| bare(name).contains(&wanted)).partition(|name| bare(name).starts_with(&wanted));
    first.into_iter().chain(rest).collect()
}

/// A name that is the same for all names of a State.
pub(crate) fn state_key(name: &str) -> String {
    fold_str(state_named(name).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_found_by_its_former_and_short_names_in_any_spelling() {
        for (typed, today) in [
            ("TÜRKİYE", "Türkiye"),
            ("TURKEY", "Türkiye"),
            ("COTE D’IVOIRE", "Côte d'Ivoire"),
            ("côte d'ivoire", "Côte d'Ivoire"),
            ("NETHERLANDS", "Netherlands (Kingdom of the)"),
            ("VENEZUELA (BOLIVARIAN REPUBLIC OF)", "Venezuela (Bolivarian Republic of)"),
            ("iran", "Iran (Islamic Republic of)"),
            ("UNITED STATES", "United States of America"),
            ("uk", "United Kingdom of Great Britain and Northern Ireland"),
            ("Swaziland", "Eswatini"),
            ("Guinea Bissau", "Guinea-Bissau"),
        ] {
            assert_eq!(state_named(typed), Some(today), "{typed}");
        }
        assert_eq!(state_named("Atlantis"), None);
        assert_eq!(state_key("Turkey"), state_key("TÜRKİYE"));
        assert_eq!(state_key("Atlantis"), "atlantis");
    }

    #[test]
    fn no_name_is_that_of_two_states() {
        let mut names: Vec<String> = STATES
            .iter()
            .flat_map(|(today, others)| {
                std::iter::once(bare(today)).chain(others.iter().map(|name| bare(name)))
            })
            .collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(STATES.is_sorted_by_key(|(today, _)| bare(today)));
    }

    #[test]
    fn a_part_of_a_name_leads_to_those_that_have_it() {
        assert_eq!(states_like("united k"), ["United Kingdom of Great Britain and Northern Ireland"]);
        assert_eq!(states_like("niger"), ["Niger", "Nigeria"]);
    }
}
