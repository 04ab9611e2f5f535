//! Input on systems without a POSIX tty: crossterm reads the keys, and the terminal is not queried.

use super::super::inbox::{Lane, Post};
use super::super::message::Message;
use crate::app::event::{Event, Size};
use crate::app::key::{Code, Key};
use crate::text::Charset;
use crossterm::event::{Event as Heard, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

pub(in super::super) fn listen(_charset: Charset, to: &Post<Message>) {
    loop {
        let message = match crossterm::event::read() {
            Ok(heard) => translate(heard).map(Message::Event),
            Err(_) => Some(Message::Gone),
        };
        let gone = matches!(message, Some(Message::Gone));
        if message.is_some_and(|message| !to.send(Lane::Input, message)) || gone {
            return;
        }
    }
}

/// The event, if it means anything here. Key releases, which some terminals report, do not.
fn translate(heard: Heard) -> Option<Event> {
    match heard {
        Heard::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Event::Key),
        Heard::Paste(text) => Some(Event::Paste(super::keys::text(text.as_bytes(), Charset::Utf8))),
        Heard::Resize(width, height) => Some(Event::Resize(Size { width, height })),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(letter) => {
            shift = false;
            Code::Char(letter)
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let code = match code {
        Code::Char(letter) if ctrl => Code::Char(letter.to_lowercase().next().unwrap_or(letter)),
        code => code,
    };
    Some(Key { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT), shift })
}
