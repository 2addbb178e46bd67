//! From a page's bytes to its text, as browsers do it: mark, header, `<meta>`, and then what it looks like.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How much of a page is searched for a declaration.
const HEAD: usize = 1024;

/// The text of a page; `declared` is what the server said.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| Encoding::for_label(declared?.as_bytes()))
        .or_else(|| in_meta(&bytes[..bytes.len().min(HEAD)]))
        .unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode(bytes).0.into_owned()
}

/// The encoding a `<meta>` of the head names. One that says UTF-16 cannot be right, or it could not be read.
fn in_meta(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.split("<meta").skip(1).find_map(|meta| {
        let meta = meta.split('>').next()?;
        let value = meta.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let label = value.split(|c: char| matches!(c, '"' | '\'' | ';' | '/') || c.is_whitespace()).next()?;
        Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_say_what_they_are_written_in() {
        let check = |bytes: &[u8], declared, expected: &str| assert_eq!(decode(bytes, declared), expected);
        check("è".as_bytes(), None, "è");
        check(b"\xe8", None, "è");
        check(b"\xe8", Some("iso-8859-1"), "è");
        check(b"<meta charset=latin1>\xe8", None, "<meta charset=latin1>è");
        check(
            b"<meta http-equiv=a content='text/html; charset=windows-1251'>\xe8",
            None,
            "<meta http-equiv=a content='text/html; charset=windows-1251'>и",
        );
        check("<meta charset=\"utf-16\">è".as_bytes(), None, "<meta charset=\"utf-16\">è");
        check(b"\xff\xfe\xe8\x00", Some("utf-8"), "è");
        check(b"\xef\xbb\xbfa", None, "a");
        check(b"<meta charset>\xff", None, "<meta charset>ÿ");
    }
}
