//! Linear mode: lines in, lines out, through pipes and on a dumb terminal.

use crate::harness::SHORT;
use crate::support::{file, finish, plenary, sample};

/// The output for these input lines, after the greeting.
fn said(lines: &str) -> String {
    let (folder, path) = file("short.txt", SHORT);
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(path).write_stdin(lines);
    let ran = finish(&mut command);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(!ran.out.contains('\x1b'), "{:?}", ran.out);
    let greeting = ran.out.split_inclusive('\n').take(2).collect::<String>();
    assert!(
        greeting.starts_with("A/RES/95/7. Quiet terminals. English; 2 preambular, 4 operative"),
        "{greeting}"
    );
    // The folder has another name each time.
    let name = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let (within, above) = (name(folder.path()), name(folder.path().parent().unwrap()));
    let said = ran.out[greeting.len()..].replace(&within, "FOLDER");
    said.replace(&format!("{above}/"), "ABOVE/")
}

#[test]
fn enter_reads_on_and_the_place_is_announced_first() {
    insta::assert_snapshot!(said("\n\n\n\n"), @r"
    title
    Quiet terminals
    enacting phrase
    The General Assembly,
    preambular paragraph 1 of 2
    Recalling its resolution 94/31 of 3 December 2039,
    (1 note, 1 reference: v lists them)
    preambular paragraph 2 of 2
    Convinced that a screen that does not move is easier to read,
    ");
}

#[test]
fn a_number_jumps_there_and_back_returns() {
    insta::assert_snapshot!(said("3\n2 b\nBackspace\n[\nk\nG\nj\n"), @"
    operative paragraph 3 of 4
    Encourages Member States to scroll slowly;
    subparagraph (b) of operative paragraph 2 of 4
    To publish, in accordance with paragraph 1 above, the bytes that each key costs;
    (1 reference: v lists them)
    operative paragraph 3 of 4
    Encourages Member States to scroll slowly;
    subparagraph (b) of operative paragraph 2 of 4
    To publish, in accordance with paragraph 1 above, the bytes that each key costs;
    (1 reference: v lists them)
    subparagraph (a) of operative paragraph 2 of 4
    To report on the noise of terminals;
    note 1 of 1
    See A/95/12, chap. II.
    (1 reference: v lists them)
    the end
    ");
}

#[test]
fn notes_and_references_are_a_list_followed_by_number() {
    insta::assert_snapshot!(said("pp1\nv\n1\nback\nv\n2\n2b\nv\n1\n"), @"
    preambular paragraph 1 of 2
    Recalling its resolution 94/31 of 3 December 2039,
    (1 note, 1 reference: v lists them)
    1. 94/31: resolution A/RES/94/31
    2. note 1: See A/95/12, chap. II.
    A number goes there.
    looking for A/RES/94/31…
    A/RES/94/31: not in FOLDER/; Enter looks in ABOVE/ and below
    masthead
    A/RES/95/7
    General Assembly
    Ninety-fifth session
    Resolution adopted by the General Assembly on 2 December 2040
    Quiet terminals
    masthead: no note or reference here
    operative paragraph 2 of 4
    Requests the Secretary-General:
    subparagraph (b) of operative paragraph 2 of 4
    To publish, in accordance with paragraph 1 above, the bytes that each key costs;
    (1 reference: v lists them)
    1. paragraph 1: Decides that a status line shall not blink;
    A number goes there.
    operative paragraph 1 of 4
    Decides that a status line shall not blink;
    ");
}

#[test]
fn words_are_looked_up_and_text_is_found() {
    insta::assert_snapshot!(said(":scroll slowly\n:terminals\n2\n/ decides\nn\nn\nN\n/nowhere\nnonsense here\n"), @"
    operative paragraph 3 of 4
    Encourages Member States to scroll slowly;
    1. subparagraph (a) of operative paragraph 2 of 4: To report on the noise of terminals;
    2. title: Quiet terminals
    A number goes there.
    title
    Quiet terminals
    decides: 1 of 2
    operative paragraph 1 of 4
    Decides that a status line shall not blink;
    decides: 2 of 2
    operative paragraph 4 of 4
    Decides to remain seized of the matter.
    went round to the beginning · 1/2
    operative paragraph 1 of 4
    Decides that a status line shall not blink;
    went round to the end · 2/2
    operative paragraph 4 of 4
    Decides to remain seized of the matter.
    not found: nowhere
    nothing matches: nonsense here
    ");
}

#[test]
fn the_outline_is_a_numbered_list() {
    insta::assert_snapshot!(said("o\n5\nm a\ng\n'a\n"), @"
    1. masthead
    2. title: Quiet terminals
    3. preamble
    4. preambular paragraph 1 of 2: Recalling its resolution 94/31 of 3 December 2039,
    5. preambular paragraph 2 of 2: Convinced that a screen that does not move is easier to read,
    6. operative part
    7. operative paragraph 1 of 4: Decides that a status line shall not blink;
    8. operative paragraph 2 of 4: Requests the Secretary-General:
    9. subparagraph (a) of operative paragraph 2 of 4: To report on the noise of terminals;
    10. subparagraph (b) of operative paragraph 2 of 4: To publish, in accordance with paragraph 1 above, the bytes that each key costs;
    11. operative paragraph 3 of 4: Encourages Member States to scroll slowly;
    12. operative paragraph 4 of 4: Decides to remain seized of the matter.
    13. adoption: 70th plenary meeting
    14. adoption: 2 December 2040
    15. notes
    16. note 1 of 1: See A/95/12, chap. II.
    A number goes there.
    preambular paragraph 2 of 2
    Convinced that a screen that does not move is easier to read,
    mark a: preambular para. 2
    masthead
    A/RES/95/7
    General Assembly
    Ninety-fifth session
    Resolution adopted by the General Assembly on 2 December 2040
    Quiet terminals
    preambular paragraph 2 of 2
    Convinced that a screen that does not move is easier to read,
    ");
}

#[test]
fn without_a_terminal_copied_text_is_printed() {
    insta::assert_snapshot!(said("4\ny\nc\nY\n"), @"
    operative paragraph 4 of 4
    Decides to remain seized of the matter.
    para. 4: copied as plain lines
    Decides to remain seized of the matter.
    A/RES/95/7, para. 4: copied as plain lines
    A/RES/95/7, para. 4
    para. 4 with citation: copied as plain lines
    Decides to remain seized of the matter. (A/RES/95/7, para. 4)
    ");
}

#[test]
fn an_unknown_command_is_reported_and_q_quits() {
    insta::assert_snapshot!(said("x\nt\n.\n:\nm\nq\nj\n"), @"
    x: not a command; ? lists them
    this has no meaning without a screen
    masthead
    A/RES/95/7
    General Assembly
    Ninety-fifth session
    Resolution adopted by the General Assembly on 2 December 2040
    Quiet terminals
    : and words or a number goes to a paragraph, / and words finds them.
    m and a letter sets a mark, ' and the letter goes there.
    ");
}

#[test]
fn the_interface_is_available_in_french() {
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(sample("A_RES_95_12.fr.txt")).env("LANG", "fr_FR.UTF-8");
    let ran = finish(command.write_stdin("4 b ii\n8\nv\nx\n"));
    insta::assert_snapshot!(ran.out, @"
    A/RES/95/12. Accès multilingue aux documents en texte brut. français ; 10 au préambule, 14 au dispositif, 13 alinéas, 6 notes.
    Entrée lit la suite, ? donne les commandes, q quitte.
    alinéa b) ii) du paragraphe 4 sur 14 du dispositif
    La référence survive à la traduction ;
    paragraphe 8 sur 14 du dispositif
    Encourage les États Membres, conformément à leur législation nationale et dans la limite de leurs moyens, à publier leurs propres lois et leur journal officiel en texte brut ;
    par. 8 : ni note ni renvoi ici
    x : commande inconnue ; ? les donne toutes
    ");
}

#[test]
fn every_command_is_carried_out_or_refused_with_a_reason() {
    use plenary::internals::{Scope, TABLE};
    for row in TABLE.iter().filter(|row| matches!(row.scope, Scope::Reader | Scope::Global)) {
        let silent = ["quit", "suspend", "close"].contains(&row.id);
        let before = "3\n1\nN\n";
        let answer = said(&format!("{before}{}\n", row.id));
        let answer = answer.strip_prefix(said(before).as_str()).unwrap();
        assert!(silent || !answer.trim().is_empty(), "{} is answered with nothing", row.id);
        assert!(!answer.contains("not a command"), "{}: {answer}", row.id);
    }
}

#[test]
fn help_lists_what_can_be_typed() {
    let help = said("?\n");
    for line in [
        "y: Copy the paragraph or row; again, the cell",
        "o: The outline, as a list",
        "j: Next paragraph",
        "back: Back to where you were",
    ] {
        assert!(help.contains(line), "{line} is missing:\n{help}");
    }
}

#[test]
fn documents_are_listed_and_another_one_is_opened() {
    let mut command = plenary();
    command
        .args(["--linear", "--no-state"])
        .args([sample("A_RES_95_12.en.txt"), sample("A_RES_95_12.fr.txt")]);
    let ran = finish(command.write_stdin("2\n3\nD\n1\n"));
    insta::assert_snapshot!(ran.out, @"
    1. A/RES/95/12  2040-12-04  en  Multilingual access to documents in plain text  · A_RES_95_12.en.txt
    2. A/RES/95/12  2040-12-04  fr  Accès multilingue aux documents en texte brut  · A_RES_95_12.fr.txt
    A number goes there.
    A/RES/95/12. Accès multilingue aux documents en texte brut. French; 10 preambular, 14 operative, 13 subparagraphs, 6 notes.
    masthead
    MODÈLE DE RÉSOLUTION — rédigé pour plenary ; n’est pas un document de l’Organisation des Nations Unies
    Nations Unies
    A/RES/95/12
    Assemblée générale
    Distr. générale
    11 décembre 2040
    Quatre-vingt-quinzième session
    Point 119 de l’ordre du jour
    Multilinguisme
    Résolution adoptée par l’Assemblée générale le 4 décembre 2040
    [sans renvoi à une grande commission (A/95/L.9 et A/95/L.9/Add.1)]
    Accès multilingue aux documents en texte brut
    operative paragraph 3 of 14
    Décide que, à compter du 1er janvier 2042, toutes ses résolutions et décisions seront publiées en texte brut dans les six langues officielles, le même jour et à la même heure ;
    1. A/RES/95/12  2040-12-04  en  Multilingual access to documents in plain text  · A_RES_95_12.en.txt
    2. A/RES/95/12  2040-12-04  fr  Accès multilingue aux documents en texte brut  · A_RES_95_12.fr.txt
    A number goes there.
    A/RES/95/12. Multilingual access to documents in plain text. English; 10 preambular, 14 operative, 13 subparagraphs, 6 notes.
    masthead
    MODEL RESOLUTION — written for plenary; not a document of the United Nations
    United Nations
    A/RES/95/12
    General Assembly
    Distr.: General
    11 December 2040
    Ninety-fifth session
    Agenda item 119
    Multilingualism
    Resolution adopted by the General Assembly on 4 December 2040
    [without reference to a Main Committee (A/95/L.9 and A/95/L.9/Add.1)]
    Multilingual access to documents in plain text
    ");
}

#[cfg(unix)]
mod terminal {
    use crate::conduct::saved;
    use crate::pty::{Pty, sample};
    use portable_pty::CommandBuilder;

    fn document() -> String {
        sample("A_RES_95_12.en.txt").to_str().unwrap().to_owned()
    }

    #[test]
    fn a_dumb_terminal_gets_plain_lines_that_fit_its_width() {
        let mut pty = Pty::start_in(tempfile::tempdir().unwrap(), &[&document()], &[("TERM", "dumb")]);
        pty.wait_for_text("? lists the commands");
        pty.press("3\r");
        pty.wait_for_text("operative paragraph 3 of 14");
        pty.press("o\r");
        pty.wait_for_text("A number goes there; Enter says more");
        pty.press("q\r");
        assert_eq!(pty.end(), 0);
        let all = pty.all();
        assert!(!all.contains('\x1b'), "{all:?}");
        assert!(all.lines().all(|line| line.trim_end().chars().count() <= 100), "{all}");
        assert!(saved(pty.home.path()).contains("op3"), "{}", saved(pty.home.path()));
    }

    #[test]
    fn it_ends_with_the_terminal_and_saves_the_place() {
        for (end, status) in [("\x04", 0), ("\x03", 130), ("TERM", 143), ("HUP", 129)] {
            let mut pty = Pty::start(&["--linear", &document()]);
            pty.wait_for_text("? lists the commands");
            pty.press("9\r");
            pty.wait_for_text("operative paragraph 9 of 14");
            pty.wait_for("the prompt", |pty| pty.contents().trim_end().ends_with("\n>"));
            if end.len() == 1 {
                pty.press(end);
            } else {
                pty.signal(end);
            }
            assert_eq!(pty.end(), status, "{end:?}");
            assert!(saved(pty.home.path()).contains("op9"), "{}", saved(pty.home.path()));
        }
    }

    #[test]
    fn with_the_document_on_standard_input_commands_come_from_the_terminal() {
        let shell = format!("cat '{}' | '{}' --linear -", document(), env!("CARGO_BIN_EXE_plenary"));
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &shell]);
        let mut pty = Pty::run(tempfile::tempdir().unwrap(), command, &[("PATH", "/usr/bin:/bin")], "");
        pty.wait_for_text("? lists the commands");
        pty.press("3\r");
        pty.wait_for_text("operative paragraph 3 of 14");
        pty.press("q\r");
        assert_eq!(pty.end(), 0);
    }

    #[test]
    fn a_terminal_with_a_clipboard_receives_copied_text() {
        let mut pty = Pty::start(&["--linear", &document()]);
        pty.wait_for_text("? lists the commands");
        pty.press("3\rc\r");
        pty.wait_for_text("sent to the terminal's clipboard");
        pty.press("q\r");
        assert_eq!(pty.end(), 0);
        assert!(pty.all().contains("\x1b]52;c;QS9SRVMvOTUvMTIsIHBhcmEuIDM=\x07"));
    }
}

#[test]
fn numbers_take_plural_forms_in_russian() {
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(sample("A_RES_95_12.ru.txt")).env("LANG", "ru_RU.UTF-8");
    let ran = finish(command.write_stdin("4 b ii\nv\nx\n"));
    insta::assert_snapshot!(ran.out, @"
    A/RES/95/12. Многоязычный доступ к документам в виде простого текста. русский; 10 пунктов преамбулы, 14 пунктов постановляющей части, 13 подпунктов, 6 сносок.
    Enter — читать дальше, ? — список команд, q — выход.
    подпункт b) ii) пункта 4 из 14 постановляющей части
    ссылка сохранялась при переводе;
    п. 4 b) ii): здесь нет ни сносок, ни ссылок
    x: такой команды нет; ? — их список
    ");
}

#[test]
fn the_interface_is_english_where_the_terminal_lacks_the_letters_of_the_locale() {
    for (locale, speaks) in [
        ("ru_RU.KOI8-R", "Enter reads on"),
        ("zh_CN", "Enter reads on"),
        ("fr_FR", "Entree lit la suite"),
        ("ar_EG.UTF-8", "Enter لمواصلة القراءة"),
    ] {
        let mut command = plenary();
        command.args(["--linear", "--no-state"]).arg(sample("A_RES_95_12.en.txt")).env("LANG", locale);
        let ran = finish(command.write_stdin("q\n"));
        assert!(ran.out.contains(speaks), "{locale}: {}", ran.out);
    }
}
