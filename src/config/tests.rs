//! Which setting overrides which, and the wording of errors.

use super::*;

fn load(file: &str, flags: &Flags, env: &[(&str, &str)]) -> Result<Config, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plenary/config.toml");
    std::fs::create_dir(folder.path().join("plenary")).unwrap();
    std::fs::write(&path, file).unwrap();
    let env = |name: &str| match name {
        "XDG_CONFIG_HOME" => Some(folder.path().to_string_lossy().into_owned()),
        _ => env.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned()),
    };
    let shown = folder.path().join("plenary").to_string_lossy().into_owned() + "/";
    Config::load(flags, &env, &Door::free()).map_err(|error| error.to_string().replace(&shown, ""))
}

#[test]
fn flags_override_the_environment_the_file_and_the_defaults() {
    let file = "measure = 80\ntheme = \"light\"\noutline-width = 30\nlocale = \"fr\"";
    let env = [("PLENARY_THEME", "contrast"), ("PLENARY_OUTLINE", "hidden"), ("LANG", "en_GB.UTF-8")];
    let flags = Flags { outline: Some(Outline::Shown), no_state: true, ..Flags::default() };
    let config = load(file, &flags, &env).unwrap();
    assert_eq!((config.measure, config.theme, config.outline_width), (80, Theme::Contrast, Some(30)));
    assert_eq!((config.outline, config.locale, config.state), (Outline::Shown, Language::Fr, false));
    assert_eq!(config.bidi, Bidi::Auto);
    let bare = load("", &Flags::default(), &[]).unwrap();
    assert_eq!(Config { file: None, ..bare }, Config::default());
}

#[test]
fn boolean_settings_follow_the_same_order() {
    let file = "mouse = true\nlinear = true\nprint-on-exit = true\nlinks = \"always\"";
    let config =
        load(file, &Flags::default(), &[("PLENARY_LINEAR", "off"), ("PLENARY_LINKS", "never")]).unwrap();
    let found = (config.mouse, config.linear, config.print_on_exit, config.links);
    assert_eq!(found, (true, false, true, Links::Never));
    let flags = Flags { linear: true, links: Some(Links::Auto), ..Flags::default() };
    let config = load("", &flags, &[("PLENARY_MOUSE", "on"), ("PLENARY_LINKS", "never")]).unwrap();
    assert_eq!((config.mouse, config.linear, config.links), (true, true, Links::Auto));
}

#[test]
fn colour_follows_the_common_conventions() {
    let colour = |flags: &Flags, env: &[(&str, &str)]| {
        let config = load("", flags, env).unwrap();
        (config.colour, config.follow_background)
    };
    let none = Flags::default();
    assert_eq!(colour(&none, &[]), (None, true));
    assert_eq!(colour(&none, &[("CLICOLOR", "0")]), (Some(false), false));
    assert_eq!(colour(&none, &[("CLICOLOR", "1")]), (None, true));
    assert_eq!(colour(&none, &[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")]), (Some(true), true));
    assert_eq!(colour(&none, &[("CLICOLOR_FORCE", "0")]), (None, true));
    assert_eq!(colour(&none, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]), (Some(false), false));
    let typed = Flags { theme: Some(Theme::Light), ..Flags::default() };
    assert_eq!(colour(&typed, &[("NO_COLOR", "1")]), (Some(true), false));
    let always = Flags { color: Some(true), theme: Some(Theme::Auto), ..Flags::default() };
    assert_eq!(colour(&always, &[("NO_COLOR", "1")]), (Some(true), true));
    assert_eq!(colour(&none, &[("PLENARY_THEME", "dark"), ("NO_COLOR", "1")]), (None, false));
}

#[test]
fn without_colour_the_theme_is_mono_unless_another_is_asked_for() {
    let theme = |file, flags: &Flags, env: &[(&str, &str)]| load(file, flags, env).unwrap().theme;
    assert_eq!(theme("", &Flags::default(), &[("NO_COLOR", "1")]), Theme::Mono);
    assert_eq!(theme("", &Flags::default(), &[("NO_COLOR", "")]), Theme::Dark);
    assert_eq!(theme("theme = \"light\"", &Flags::default(), &[("NO_COLOR", "1")]), Theme::Light);
    let never = Flags { color: Some(false), ..Flags::default() };
    assert_eq!(theme("theme = \"light\"", &never, &[]), Theme::Mono);
    assert_eq!(theme("", &Flags::default(), &[("COLORFGBG", "0;15")]), Theme::Light);
}

#[test]
fn the_locale_decides_the_language_of_the_interface() {
    let locale = |env: &[(&str, &str)]| load("", &Flags::default(), env).unwrap().locale;
    assert_eq!(locale(&[("LANG", "fr_CA.UTF-8")]), Language::Fr);
    assert_eq!(locale(&[("LANG", "fr_CA.UTF-8"), ("LC_ALL", "C")]), Language::En);
    assert_eq!(locale(&[("LC_MESSAGES", "fr"), ("LANG", "ru_RU")]), Language::Fr);
    assert_eq!(locale(&[("LANG", "ру")]), Language::En);
    assert_eq!(locale(&[("LANG", "ru_RU.UTF-8")]), Language::Ru);
    assert_eq!(locale(&[("LANG", "ar")]), Language::Ar);
    assert_eq!(locale(&[("LC_ALL", "es@euro")]), Language::Es);
    assert_eq!(locale(&[("LC_ALL", "zh-Hans")]), Language::Zh);
    // Frisian is not French.
    assert_eq!(locale(&[("LANG", "fry_NL")]), Language::En);
    assert_eq!(locale(&[("LANG", "fr_FR"), ("PLENARY_LOCALE", "es")]), Language::Es);
}

#[test]
fn bindings_keep_their_order_and_line_numbers() {
    let config =
        load("[keys]\ntop = [\"g g\", \"Home\"]\n\nquit = \"x\"\nback = []", &Flags::default(), &[]).unwrap();
    let binding = |command: &str, keys: &[&str], line| Binding {
        command: command.to_owned(),
        keys: keys.iter().map(|&key| key.to_owned()).collect(),
        line,
    };
    let expected = [binding("top", &["g g", "Home"], 2), binding("quit", &["x"], 4), binding("back", &[], 5)];
    assert_eq!(config.keys, expected);
    let error = config.bad_binding(&config.keys[1], "\"x\" is taken");
    assert!(error.to_string().ends_with("config.toml:4: \"x\" is taken"));
}

#[test]
fn errors_name_the_file_the_line_and_the_allowed_values() {
    let error = |file| load(file, &Flags::default(), &[]).unwrap_err();
    insta::assert_snapshot!(error("\nthme = \"dark\""), @"config.toml:2: unknown key `thme`, expected one of `theme`, `outline`, `outline-width`, `measure`, `bidi`, `state`, `mouse`, `linear`, `print-on-exit`, `links`, `ambiguous`, `copy-as`, `locale`, `keys`");
    insta::assert_snapshot!(error("theme = \"dark\"\nmeasure = 200"), @"config.toml:2: measure is 200, it goes from 60 to 100");
    insta::assert_snapshot!(error("theme = \"green\""), @"config.toml:1: unknown value `green`, expected one of `auto`, `light`, `dark`, `contrast`, `mono`");
    insta::assert_snapshot!(error("state = \"yes\""), @r#"config.toml:1: invalid type: string "yes", expected a boolean"#);
    insta::assert_snapshot!(error("[keys]\ntop = 3"), @r#"config.toml:2: keys are written "j" or ["j", "g g"]"#);
    insta::assert_snapshot!(error("theme = dark"), @"config.toml:1: string values must be quoted, expected literal string");
    insta::assert_snapshot!(error("bidi = \"app\"\nbidi = \"off\""), @"config.toml:2: duplicate key");
}

#[test]
fn an_invalid_environment_variable_is_named() {
    let error = |name, value| load("", &Flags::default(), &[(name, value)]).unwrap_err();
    assert_eq!(error("PLENARY_MEASURE", "12"), "PLENARY_MEASURE: \"12\" is not a number from 60 to 100");
    assert_eq!(error("PLENARY_BIDI", "on"), "PLENARY_BIDI: \"on\" is not one of auto, app, terminal, off");
    assert_eq!(error("PLENARY_STATE", "maybe"), "PLENARY_STATE: \"maybe\" is neither on nor off");
    assert_eq!(
        error("PLENARY_CONFIG", "/nowhere/c.toml"),
        "/nowhere/c.toml: the configuration file cannot be read (no such file or directory)"
    );
}
