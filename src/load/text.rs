//! Bytes to text. Everything is UTF-8; what is not is named for what it is, with how to save it anew.

use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
    source::{FileId, Span},
};

pub static FILE_ENCODING: Meta = Meta::new("file-encoding", Severity::Error);

/// Why bytes are not a text, and as much of them as can be shown.
pub(super) struct Trouble {
    words: &'static str,
    at: u32,
    /// The file with what is unreadable replaced, so that an excerpt can be shown.
    pub(super) shown: String,
}

impl Trouble {
    pub(super) fn diagnostic(&self, file: FileId) -> Diagnostic {
        match self.words {
            "file-encoding--windows" => {
                FILE_ENCODING.variant(self.words, Span { file, start: self.at, end: self.at + 3 })
            }
            words => FILE_ENCODING.variant(words, file),
        }
    }
}

/// UTF-8, with or without a byte order mark. The mark is replaced by nothing: places count without it.
pub(super) fn readable(bytes: Vec<u8>) -> Result<String, Trouble> {
    let named = |words| Err(Trouble { words, at: 0, shown: String::new() });
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return named("file-encoding--utf16"),
        [b'P', b'K', 3, 4, ..] => return named("file-encoding--office"),
        [b'%', b'P', b'D', b'F', ..] => return named("file-encoding--pdf"),
        _ => {}
    }
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec);
    match String::from_utf8(without_mark.unwrap_or(bytes)) {
        Ok(text) if looks_utf16(text.as_bytes()) => named("file-encoding--utf16"),
        Ok(text) => Ok(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to() as u32;
            let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Err(Trouble { words: "file-encoding--windows", at, shown })
        }
    }
}

/// [`readable`], for a file that has a number already.
pub(super) fn decode(bytes: Vec<u8>, file: FileId) -> Result<String, Box<Diagnostic>> {
    readable(bytes).map_err(|trouble| Box::new(trouble.diagnostic(file)))
}

/// UTF-16 without a mark: every other byte of the beginning is zero.
fn looks_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    start.len() >= 8 && start.iter().filter(|&&byte| byte == 0).count() * 3 > start.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let found = readable(bytes.to_vec());
        assert_eq!(found.as_deref().map_err(|trouble| trouble.words), expected);
    }

    #[test]
    fn encodings_are_named() {
        check("città".as_bytes(), Ok("città"));
        check(b"\xef\xbb\xbfciao", Ok("ciao"));
        check(b"citt\xe0", Err("file-encoding--windows"));
        check(b"\xff\xfec\0i\0", Err("file-encoding--utf16"));
        check(b"c\0i\0t\0t\0a\0'\0 \0x\0", Err("file-encoding--utf16"));
        check(b"PK\x03\x04", Err("file-encoding--office"));
        check(b"%PDF-1.7", Err("file-encoding--pdf"));
    }
}
