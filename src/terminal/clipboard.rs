//! The clipboard of the reader's own terminal, by OSC 52: it works over SSH, and nothing confirms it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The bytes that ask the terminal to put text on its clipboard.
pub(super) fn copy(text: &str) -> Vec<u8> {
    format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_is_sent_in_base64() {
        assert_eq!(super::copy("par. 7"), b"\x1b]52;c;cGFyLiA3\x07");
    }
}
