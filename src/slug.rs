//! From words to the part of an address that stands for them, and which names a file of the portal may have.
//!
//! Slugs are permanent addresses: what this function returns may not change once sites use it.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What an empty result becomes.
const FALLBACK: &str = "voce";

/// Lower case, accents folded, words joined by `-`; an apostrophe separates words. Never empty.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if is_ignored(character) => {}
            // Ordinals (`1º piano`, `n° 5`) are letters to Unicode and end a word to a reader.
            'º' | 'ª' | '°' => separate(&mut slug),
            '€' => {
                separate(&mut slug);
                slug.push_str("euro");
                separate(&mut slug);
            }
            _ if character.is_ascii_alphanumeric() => slug.push(character.to_ascii_lowercase()),
            _ if character.is_alphanumeric() => fold(character, &mut slug),
            _ => separate(&mut slug),
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() { FALLBACK.to_owned() } else { slug }
}

fn separate(slug: &mut String) {
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// Accents written as characters of their own, soft hyphens and other invisible ones: they separate nothing.
fn is_ignored(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn fold(character: char, slug: &mut String) {
    for folded in deunicode::deunicode_char(character).unwrap_or("").chars() {
        if folded.is_ascii_alphanumeric() {
            slug.push(folded.to_ascii_lowercase());
        } else if matches!(folded, ' ' | '/') {
            separate(slug);
        }
    }
}

/// What a title is sorted by: without case and accents.
pub fn sort_key(title: &str) -> String {
    deunicode::deunicode(title).to_lowercase()
}

/// `%20` and the like as the bytes they stand for.
pub fn percent_decoded(path: &str) -> Cow<'_, str> {
    if memchr::memchr(b'%', path.as_bytes()).is_none() {
        return path.into();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let decoded = (first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match decoded {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Names that Windows takes for devices, whatever follows the first dot.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A text whose accents are part of their letters, which is one of the two ways of writing them.
pub fn composed(text: &str) -> Cow<'_, str> {
    // Most have none.
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether a path, relative and with `/`, can be written on every system without leaving the folder.
/// Who decides the addresses asks before; for the writer itself anything else is a fault of the program.
pub fn is_safe(path: &str) -> bool {
    path.split('/').all(is_safe_name)
}

fn is_safe_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    !name.is_empty()
        // Also `.` and `..`; Windows drops dots and spaces at the end.
        && !name.ends_with(['.', ' '])
        && !name.bytes().any(is_forbidden)
        && !DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem.trim_end()))
}

fn is_forbidden(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'<' | b'>' | b':' | b'"' | b'\\' | b'|' | b'?' | b'*' | 0x7f)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(slug(text), expected, "{text}");
    }

    /// These are addresses: never change an expectation, only add.
    #[test]
    fn golden() {
        check("L'accesso agli atti n. 5 – età", "l-accesso-agli-atti-n-5-eta");
        check("Accesso all’informazione", "accesso-all-informazione");
        check("Carta d'identità elettronica (CIE)", "carta-d-identita-elettronica-cie");
        check("Perché è così: più virtù", "perche-e-cosi-piu-virtu");
        check("Perche\u{301} e\u{300}", "perche-e");
        check("1º piano, n° 5, 2ª commissione", "1-piano-n-5-2-commissione");
        check("D.Lgs. 33/2013, art. 5-bis", "d-lgs-33-2013-art-5-bis");
        check("Costa 5€ al giorno", "costa-5-euro-al-giorno");
        check("Straße, Übung, Ærø, Łódź", "strasse-ubung-aero-lodz");
        check("Luce & gas", "luce-gas");
        check("  — già —  ", "gia");
        check("munici\u{ad}pio\u{200b}", "municipio");
        check("Γειά σου", "geia-sou");
        check("北京", "bei-jing");
        check("½ pensione", "1-2-pensione");
    }

    #[test]
    fn is_never_empty() {
        check("", "voce");
        check("?!", "voce");
        check("😀", "voce");
    }

    #[test]
    fn stays_inside_on_every_system() {
        let check = |path: &str, expected: bool| assert_eq!(is_safe(path), expected, "{path:?}");
        for good in
            ["index.html", "servizi/carta-identita/index.html", ".htaccess", "allegati/7/Modulo n. 3.pdf"]
        {
            check(good, true);
        }
        check("novità/perché/index.html", true);
        check("console/index.html", true);
        for bad in
            ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", "./a", "a\0b", "a\\b", "C:/x", "a/con"]
        {
            check(bad, false);
        }
        for bad in ["NUL.txt", "com1/index.html", "a./b", "a /b", "perché?", "a\nb", "aux .txt"] {
            check(bad, false);
        }
    }
}
