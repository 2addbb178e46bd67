//! What word processors, phones and copy-and-paste do to a text: non-breaking spaces and tabs as indentation,
//! curly quotes around a value, invisible characters. Told in those words, and read as what was meant,
//! so that the rest of the text can still be judged. Every repair keeps the length in bytes.

use std::borrow::Cow;

use super::{Reader, YAML_SYNTAX};

/// Says what it found and returns the text as it was meant.
pub(super) fn clean<'a>(text: &'a str, reader: &mut Reader) -> Cow<'a, str> {
    let mut cleaned = Cow::Borrowed(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        indentation(line, at, reader, &mut cleaned);
        curly_quotes(line, at, reader);
        invisible(line, at, reader);
        at += line.len();
    }
    cleaned
}

fn indentation(line: &str, at: usize, reader: &mut Reader, cleaned: &mut Cow<'_, str>) {
    let text = line.trim_start_matches([' ', '\t', '\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}']);
    let indent = &line[..line.len() - text.len()];
    let Some(odd) = indent.chars().find(|&c| c != ' ') else { return };
    if text.trim().is_empty() {
        return;
    }
    let words = if odd == '\t' { "yaml-syntax--tab" } else { "yaml-syntax--nbsp" };
    reader.diagnostics.push(YAML_SYNTAX.variant(words, reader.span(bytes(at, indent.len()))));
    cleaned.to_mut().replace_range(at..at + indent.len(), &" ".repeat(indent.len()));
}

/// `titolo: “Avviso”`: the quotes would be part of the title.
fn curly_quotes(line: &str, at: usize, reader: &mut Reader) {
    let Some((key, value)) = line.split_once(": ") else { return };
    let value = value.trim();
    let opens = value.starts_with(['“', '”', '„', '‘', '’']);
    let closes = value.ends_with(['“', '”', '‘', '’']) && value.chars().count() > 1;
    if opens && closes {
        let start = at + key.len() + 2 + line[key.len() + 2..].find(value).unwrap_or(0);
        let inner = value.trim_matches(['“', '”', '„', '‘', '’']);
        reader.diagnostics.push(
            YAML_SYNTAX
                .variant("yaml-syntax--curly-quotes", reader.span(bytes(start, value.len())))
                .with("value", inner),
        );
    }
}

fn invisible(line: &str, at: usize, reader: &mut Reader) {
    for (offset, character) in line.char_indices() {
        let words = match character {
            '\0' => "yaml-syntax--nul",
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}' => {
                "yaml-syntax--bidi"
            }
            '\u{1}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => "yaml-syntax--control",
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
