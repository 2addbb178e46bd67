//! What word processors, phones and copy-and-paste do to a text: non-breaking spaces and tabs as indentation,
//! curly quotes around a value, invisible characters, a colon without its space. Told in those words, and where
//! possible read as what was meant, so that the rest of the text can still be judged.
//! Every repair keeps the length in bytes.

use std::borrow::Cow;

use super::{Reader, YAML_SYNTAX};

const CURLY: [char; 5] = ['“', '”', '„', '‘', '’'];

/// Says what it found and returns the text as it was meant.
pub(super) fn clean<'a>(text: &'a str, reader: &mut Reader) -> Cow<'a, str> {
    if plain(text) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = Cow::Borrowed(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        indentation(line, at, reader, &mut cleaned);
        space_after_key(line, at, reader, &mut cleaned);
        invisible(line, at, reader);
        at += line.len();
    }
    cleaned
}

/// Most texts hold nothing to look for.
fn plain(text: &str) -> bool {
    // ASCII and accented letters (which begin with the byte C3). Without branches, many bytes are looked at in one step.
    let is_plain = |byte: u8| {
        (byte == b'\n')
            | (byte == b'\r')
            | (byte.wrapping_sub(b' ') < 0x5f)
            | (byte == 0xc3)
            | (byte & 0xc0 == 0x80)
    };
    text.as_bytes().chunks(64).all(|some| some.iter().fold(true, |all, byte| all & is_plain(*byte)))
}

fn indentation(line: &str, at: usize, reader: &mut Reader, cleaned: &mut Cow<'_, str>) {
    let text = line.trim_start_matches(|c| matches!(c, ' ' | '\t') || is_odd_space(c));
    let indent = &line[..line.len() - text.len()];
    let Some(odd) = indent.chars().find(|&c| c != ' ') else { return };
    if text.trim().is_empty() {
        return;
    }
    let words = if odd == '\t' { "yaml-syntax--tab" } else { "yaml-syntax--nbsp" };
    reader.diagnostics.push(YAML_SYNTAX.variant(words, reader.span(bytes(at, indent.len()))));
    // A tab becomes one space: enough to be deeper than the key above.
    cleaned.to_mut().replace_range(at..at + indent.len(), &" ".repeat(indent.len()));
}

/// `titolo:` and a non-breaking space, at the margin: further in it may be a line of a text.
fn space_after_key(line: &str, at: usize, reader: &mut Reader, cleaned: &mut Cow<'_, str>) {
    let Some((key, value)) = glued(line.trim_end()).filter(|(_, value)| value.starts_with(is_odd_space))
    else {
        return;
    };
    let odd = &value[..value.len() - value.trim_start_matches(is_odd_space).len()];
    let start = at + key.len() + 1;
    let fixed = spaced(key, value);
    let place = reader.span(bytes(at, line.trim_end().len()));
    let diagnostic = YAML_SYNTAX.variant("yaml-syntax--colon-space", place);
    reader.diagnostics.push(diagnostic.with("key", key).with("fixed", fixed));
    cleaned.to_mut().replace_range(start..start + odd.len(), &" ".repeat(odd.len()));
}

fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// The key and the value of `key:value`, when no ordinary space stands between them.
/// An address (`https://…`) is not such a pair.
pub(super) fn glued(entry: &str) -> Option<(&str, &str)> {
    let (key, value) = entry.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_glued = value.starts_with(|first: char| {
        is_odd_space(first) || (!first.is_whitespace() && first != '/' && first != ':')
    });
    (is_key && is_glued).then_some((key, value))
}

/// The line as it should be.
pub(super) fn spaced(key: &str, value: &str) -> String {
    let value = value.trim();
    if value.contains(": ") || value.ends_with(':') {
        format!("{key}: {}", quoted(value))
    } else {
        format!("{key}: {value}")
    }
}

/// What stands between curly quotes that hold the whole value: `titolo: “Avviso”`, where they would be part of the title.
pub(super) fn curly(value: &str) -> Option<&str> {
    let inner = value.strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    // `“Uno” e “due”` is a text with quotes in it.
    (!inner.contains(['“', '”', '„'])).then_some(inner)
}

/// A text in the quotes that need nothing escaped.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

fn invisible(line: &str, at: usize, reader: &mut Reader) {
    for (offset, character) in line.char_indices() {
        let words = match character {
            '\0' => "yaml-syntax--nul",
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}' => {
                "yaml-syntax--bidi"
            }
            '\u{1}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'
            // Without width: in a key they make another key that looks the same.
            | '\u{200b}' | '\u{2060}' | '\u{feff}' => "yaml-syntax--control",
            _ => continue,
        };
        let code = format!("U+{:04X}", character as u32);
        let place = reader.span(bytes(at + offset, character.len_utf8()));
        reader.diagnostics.push(YAML_SYNTAX.variant(words, place).with("code", code));
    }
}

fn bytes(start: usize, len: usize) -> std::ops::Range<u32> {
    start as u32..(start + len) as u32
}
