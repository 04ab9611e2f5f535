//! Bytes in, keys and answers out, wherever reads cut them.

use super::parser::Parser;
use super::{Answer, Heard};
use crate::app::event::Event;
use crate::text::Charset;
use proptest::prelude::*;

fn show(heard: &Heard) -> String {
    match heard {
        Heard::Event(Event::Key(key)) => key.to_string(),
        Heard::Event(Event::Paste(text)) => format!("paste({text})"),
        Heard::Event(Event::Mouse(mouse)) => format!("{:?}({},{})", mouse.kind, mouse.x, mouse.y),
        Heard::Event(event) => format!("{event:?}"),
        Heard::Answer(answer) => format!("{answer:?}"),
    }
}

/// Parses the pieces one after the other, and then reports silence.
fn heard(pieces: &[&[u8]]) -> String {
    let mut parser = Parser::new(Charset::Utf8, 0);
    let mut all = Vec::new();
    for piece in pieces {
        parser.take(piece, |heard| all.push(show(&heard)));
    }
    while parser.waits().is_some() {
        parser.silence(|heard| all.push(show(&heard)));
    }
    all.join(" ")
}

#[test]
fn keys_are_parsed() {
    for (bytes, keys) in [
        (b"jG ".as_slice(), "j G Space"),
        ("é中".as_bytes(), "é 中"),
        (b"\r\t\x7f\x03\x00", "Enter Tab Backspace Ctrl-C Ctrl-Space"),
        (b"\n", "Ctrl-J"),
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1bv\x1b\xc3\xa9", "Alt-v Alt-é"),
        (b"\x1b[", "Alt-["),
        (b"\x1b]", "Alt-]"),
        (b"\x1b]q", "Alt-] q"),
        (b"\x1b[A\x1b[B\x1bOC\x1bOD\x1b[H\x1b[F", "Up Down Right Left Home End"),
        (b"\x1b[1;5A\x1b[1;3D\x1b[1;2B\x1bOa\x1b[a", "Ctrl-Up Alt-Left Shift-Down Ctrl-Up Shift-Up"),
        (b"\x1b[5~\x1b[6~\x1b[3~\x1b[2~\x1b[1~\x1b[4~", "PageUp PageDown Delete Insert Home End"),
        (b"\x1b[7^\x1b[8$\x1b[3;5~", "Ctrl-Home Shift-End Ctrl-Delete"),
        (b"\x1bOP\x1b[11~\x1b[[A\x1b[[E\x1b[24~\x1b[15~", "F1 F1 F1 F5 F12 F5"),
        (b"\x1b[Z\x1b[27;5;105~\x1b[112;5u\x1b[27u", "Shift-Tab Ctrl-I Ctrl-P Esc"),
        (b"\x1bOM\x1bOw", "Enter 7"),
        // These mean nothing, and the key after them is recognized.
        (b"\x1b[I\x1b[O\x1b[?1u\x1b[8;24;80t\xff\xfe\x80j", "j"),
        (b"\x1b[12\rj", "Enter j"),
    ] {
        assert_eq!(heard(&[bytes]), keys, "{:?}", String::from_utf8_lossy(bytes));
    }
}

/// Answers that terminals give, and what they mean here.
const ANSWERS: [(&[u8], &str); 18] = [
    (b"\x1b]11;rgb:0000/0000/0000\x1b\\", "Background(0)"),
    (b"\x1b]11;rgb:ffff/ffff/ffff\x07", "Background(255)"),
    (b"\x1b]11;rgb:ff/ff/ff\x07", "Background(255)"),
    (b"\x1b]11;rgb:f/f/f\x07", "Background(255)"),
    (b"\x1b]11;rgba:0000/2b2b/3636/ffff\x07", "Background(31)"),
    (b"\x1b]11;#ffffff\x07", "Background(255)"),
    (b"\x1b]11;rgb:zz/zz/zz\x07", ""),
    (b"\x1b]11;rgb:\x07", ""),
    (b"\x1b]10;rgb:ffff/ffff/ffff\x07", ""),
    (b"\x1b]52;c;cGFy\x07", ""),
    (b"\x1b[?62;22;52c", "Attributes"),
    (b"\x1b[?69;2$y\x1b[?2026;0$y", "Mode(69, 2) Mode(2026, 0)"),
    (b"\x1b[8;2$y\x1b[4;1$y", "Order(2)"),
    (b"\x1b[0n", "Status"),
    (b"\x1b[>41;390;0c", ""),
    (b"\x1b[24;80R", ""),
    (b"\x1bP>|XTerm(390)\x1b\\", ""),
    (b"\x1b_Gi=31;OK\x1b\\", ""),
];

#[test]
fn answers_are_not_keys_wherever_reads_cut_them() {
    for (bytes, meant) in ANSWERS {
        let whole = [b"a", bytes, b"z"].concat();
        let meant = ["a", meant, "z"].join(" ").replace("  ", " ");
        for cut in 0..=whole.len() {
            let (before, after) = whole.split_at(cut);
            assert_eq!(heard(&[before, after]), meant, "{:?}", String::from_utf8_lossy(before));
        }
        let each: Vec<&[u8]> = whole.chunks(1).collect();
        assert_eq!(heard(&each), meant, "{:?} byte by byte", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_rest_of_an_abandoned_answer_is_discarded() {
    for (before, after) in [
        (b"\x1b]11;rgb:00".as_slice(), b"00/2b2b/3636\x1b\\j".as_slice()),
        (b"\x1b]11;rgb:0000/2b2b/3636", b"\x07j"),
        (b"\x1b]11;rgb:0000/2b2b/3636", b"\x1b\\j"),
        (b"\x1b]11;rgb:0000/2b2b/3636", b"j"),
        (b"\x1b[?6", b"9;2$yj"),
        (b"\x1b[?62;2", b"2cj"),
    ] {
        let mut parser = Parser::new(Charset::Utf8, 0);
        let mut all = Vec::new();
        parser.take(before, |heard| all.push(show(&heard)));
        while parser.waits().is_some() {
            parser.silence(|heard| all.push(show(&heard)));
        }
        parser.take(after, |heard| all.push(show(&heard)));
        assert_eq!(all, ["j"], "{:?}", String::from_utf8_lossy(after));
    }
}

#[test]
fn pasted_text_is_one_line_and_not_keys() {
    for (bytes, meant) in [
        (b"\x1b[200~paragraph 7\x1b[201~q".as_slice(), "paste(paragraph 7) q"),
        (b"\x1b[200~one\r\ntwo\nq\r\n\x1b[201~", "paste(one two q)"),
        (b"\x1b[200~\x1b[31m\x03\x1a\x08x\tz\x1b[201~j", "paste([31mx z) j"),
        (b"\x1b[200~never ended", "paste(never ended)"),
        (b"\x1b[200~\xc3\xa9t\xe9\x1b[201~", "paste(\u{e9}t\u{fffd})"),
    ] {
        for cut in 0..=bytes.len() {
            let (before, after) = bytes.split_at(cut);
            assert_eq!(heard(&[before, after]), meant, "{:?}", String::from_utf8_lossy(before));
        }
    }
}

#[test]
fn a_paste_without_an_end_is_bounded() {
    let mut parser = Parser::new(Charset::Utf8, 0);
    let mut length = 0;
    parser.take(b"\x1b[200~", |_| {});
    for _ in 0..1000 {
        parser.take(&[b'x'; 10_000], |_| {});
    }
    parser.take(b"\x1b[201~", |heard| {
        if let Heard::Event(Event::Paste(text)) = heard {
            length = text.len();
        }
    });
    assert_eq!(length, 1 << 14);
}

#[test]
fn a_sequence_without_an_end_is_not_keys() {
    for (start, body, end) in
        [("\x1b]11;", "q", "\x07"), ("\x1bP1", "q", "\x1b\\"), ("\x1b[", "1", "~"), ("\x1b]11;", "q", "")]
    {
        let body = body.repeat(1000);
        let mut pieces = vec![start.as_bytes()];
        pieces.extend(std::iter::repeat_n(body.as_bytes(), 100));
        pieces.extend([end.as_bytes(), if end.is_empty() { b"\rj" } else { b"j" }]);
        let seen = heard(&pieces);
        assert_eq!(seen, if end.is_empty() { "Enter j" } else { "j" }, "{start:?} {end:?}");
    }
    let mut parser = Parser::new(Charset::Utf8, 0);
    parser.take(format!("\x1b]11;{}", "q".repeat(9000)).as_bytes(), |heard| panic!("{heard:?}"));
    assert!(parser.waits().is_some());
    parser.silence(|heard| panic!("{heard:?}"));
    let mut last = String::new();
    parser.take(b"q", |heard| last = show(&heard));
    assert_eq!(last, "q", "after silence it has ended");
}

#[test]
fn a_line_feed_typed_before_raw_mode_is_enter() {
    let mut parser = Parser::new(Charset::Utf8, 3);
    let mut all = Vec::new();
    parser.take(b"7\n\nj\n", |heard| all.push(show(&heard)));
    assert_eq!(all, ["7", "Enter", "Enter", "j", "Ctrl-J"]);
}

#[test]
fn letters_in_a_single_byte_character_set() {
    let mut parser = Parser::new(Charset::Latin1, 0);
    let mut all = Vec::new();
    parser.take(b"\xe9t\xe9\x1b[200~\xab\xe0 peu pr\xe8s\xbb\x1b[201~", |heard| all.push(show(&heard)));
    assert_eq!(all, ["é", "t", "é", "paste(«à peu près»)"]);
}

#[test]
fn mouse_events_are_parsed() {
    assert_eq!(heard(&[b"\x1b[<0;5;7M\x1b[<0;5;7m"]), "Press(4,6)");
    assert_eq!(heard(&[b"\x1b[<64;1;1M\x1b[<69;1;2M"]), "WheelUp(0,0) WheelDown(0,1)");
    assert_eq!(heard(&[b"\x1b[<2;5;7M\x1b[<32;5;7M\x1b[<0;0;0M"]), "");
    assert_eq!(heard(&[b"\x1b[M !!j", b"\x1b[Ma!!"]), "Press(0,0) j WheelDown(0,0)");
}

#[test]
fn each_kind_of_answer_is_parsed() {
    let mut parser = Parser::new(Charset::Utf8, 0);
    let mut seen = Vec::new();
    parser.take(b"\x1b[?2026;2$y\x1b[0n\x1b[?3;12R\x1b[?3;12;1R", |heard| {
        if let Heard::Answer(answer) = heard {
            seen.push(answer);
        }
    });
    assert_eq!(seen, [Answer::Mode(2026, 2), Answer::Status, Answer::Cursor(3, 12), Answer::Cursor(3, 12)]);
}

proptest! {
    /// Any bytes, cut anywhere: no panic, a bounded buffer, and `q` is the key q again after silence.
    #[test]
    fn any_bytes_are_parsed_without_a_panic(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..12)) {
        let mut parser = Parser::new(Charset::Utf8, 0);
        for piece in &pieces {
            parser.take(piece, |_| {});
        }
        for _ in 0..3 {
            parser.silence(|_| {});
        }
        prop_assert!(parser.waits().is_none());
        let mut last = String::new();
        // The first q may be taken for the end of an abandoned sequence; the second is a key in any case.
        parser.take(b"qq", |heard| last = show(&heard));
        prop_assert_eq!(last, "q");
    }
}
