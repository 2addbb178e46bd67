//! What may be shown of a text that someone else wrote: nothing that moves the cursor, rings a bell or turns the line around.

/// Characters of a message that are shown; longer values come from files that went wrong.
const LONGEST: usize = 2_000;

/// The character as it is shown. One stays one, so that columns hold.
pub(super) fn shown(c: char) -> char {
    match c {
        '\t' => c,
        // The pictures of control characters stand in their order from U+2400 on.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// C1 controls, line separators, and what changes the direction of writing or cannot be seen at all.
/// U+E000 has no meaning of its own and is what `terminal` marks its places with.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}' | '\u{e0000}'..='\u{e007f}')
}

/// One paragraph: line breaks and tabs are spaces, control characters are seen, length is bounded.
pub(super) fn paragraph(text: &str) -> String {
    let mut clean = String::with_capacity(text.len().min(LONGEST));
    for (n, c) in text.trim().chars().enumerate() {
        if n == LONGEST {
            clean.push('…');
            break;
        }
        match c {
            '\n' | '\r' | '\t' | ' ' if clean.ends_with(' ') => {}
            '\n' | '\r' | '\t' => clean.push(' '),
            _ => clean.push(shown(c)),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_the_terminal() {
        let check = |text: &str, expected: &str| assert_eq!(paragraph(text), expected);
        check("due\n    righe", "due righe");
        check("\u{1b}[31mrosso\u{7}", "␛[31mrosso␇");
        check("a\u{202e}b\u{9b}c\u{200b}d", "a\u{fffd}b\u{fffd}c\u{fffd}d");
        assert_eq!(paragraph(&"à".repeat(5_000)).chars().count(), LONGEST + 1);
    }
}
