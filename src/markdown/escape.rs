//! Text into HTML: what has a meaning there is written so that it has none.

/// Appends text that may stand between tags and inside quoted attributes.
pub(super) fn escape_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = next_to_look_at(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        let mut characters = rest[at..].chars();
        let Some(character) = characters.next() else { break };
        rest = characters.as_str();
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(character),
            // A carriage return would come back from a parser as a line end.
            '\r' => {}
            // No control character is allowed in a page; what was there must not vanish unseen.
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(character),
        }
    }
    out.push_str(rest);
}

/// The first byte that may mean something.
fn next_to_look_at(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| MAY_MEAN_SOMETHING[usize::from(*byte)])
}

/// Every byte of every text is looked up here. `0xc2` begins the characters from U+0080 to U+00BF, of which half are controls.
const MAY_MEAN_SOMETHING: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | 0..=0x1f | 0x7f | 0xc2);
        byte += 1;
    }
    may
};

/// ` name="value"`.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_into(value, out);
    out.push('"');
}

/// ` name="address"`, with what an address may not contain percent-encoded.
pub(super) fn address_attribute(name: &str, address: &str, out: &mut String) {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '\0'..=' ' | '\u{7f}' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                encoded.push_str(&format!("%{:02X}", character as u32));
            }
            _ => encoded.push(character),
        }
    }
    attribute(name, &encoded, out);
}
