//! Code pages: the characters that the bytes of a font stand for.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// The character encoding of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    Of(&'static Encoding),
    /// A symbol font, whose bytes are not letters.
    Signs,
}

impl Letters {
    /// The encoding for the number of a code page.
    pub(super) fn of_page(page: i32) -> Self {
        let encoding = match page {
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            10000 => MACINTOSH,
            65001 => UTF_8,
            page => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252),
        };
        Self::Of(encoding)
    }

    /// The encoding for the number of a font's character set; `None` for the default of the file.
    pub(super) fn of_charset(charset: i32) -> Option<Self> {
        let page = match charset {
            2 => return Some(Self::Signs),
            77 => 10000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178..=180 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => return None,
        };
        Some(Self::of_page(page))
    }

    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Of(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Signs => {
                bytes.iter().filter_map(|byte| char::from_u32(0xF000 + u32::from(*byte))).collect()
            }
        }
    }
}
