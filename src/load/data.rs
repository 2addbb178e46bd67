//! The texts of files of data (CSV, JSON): kept whole, so that findings can point into them.

use std::path::Path;

/// A longer file of data is not kept: no table comes from it.
pub(super) const MOST_BYTES: usize = 16 * 1024 * 1024;

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// What Windows writes when nothing else is chosen.
    Windows1252,
    Utf16,
}

/// A text and how it was written.
pub(super) struct DataText {
    pub text: String,
    pub encoding: Encoding,
}

pub(super) fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    ["csv", "json", "tsv"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

impl DataText {
    /// Any bytes are some text; places count without a byte order mark.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes)
            && encoding != encoding_rs::UTF_8
        {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
            return Self { text: text.into_owned(), encoding: Encoding::Utf16 };
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Self { text: text.to_owned(), encoding: Encoding::Utf8 },
            Err(_) => {
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
                Self { text: text.into_owned(), encoding: Encoding::Windows1252 }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        let data = DataText::of(bytes);
        assert_eq!((data.text.as_str(), data.encoding), (text, encoding));
    }

    #[test]
    fn encodings_are_recognised() {
        check("città".as_bytes(), "città", Encoding::Utf8);
        check(b"\xef\xbb\xbfa;b", "a;b", Encoding::Utf8);
        check(b"citt\xe0 \x80", "città €", Encoding::Windows1252);
        check(b"\xff\xfea\0;\0", "a;", Encoding::Utf16);
    }
}
