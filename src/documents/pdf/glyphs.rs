//! What glyphs are called: names of letters and signs of Western languages (Adobe Glyph List).

/// Signs and ligatures.
const SIGNS: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "-"),
    ("sfthyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("underscore", "_"),
    ("bar", "|"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("degree", "°"),
    ("ordfeminine", "ª"),
    ("ordmasculine", "º"),
    ("Euro", "€"),
    ("euro", "€"),
    ("section", "§"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("germandbls", "ß"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("dotlessi", "i"),
];
/// Accents, with what they make of a letter that they follow in the name.
const ACCENTS: &[(&str, char)] = &[
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circumflex", '\u{302}'),
    ("tilde", '\u{303}'),
    ("dieresis", '\u{308}'),
    ("ring", '\u{30a}'),
    ("cedilla", '\u{327}'),
    ("caron", '\u{30c}'),
];

/// The text of a glyph's name; none when the name tells nothing.
pub(super) fn text(name: &str) -> Option<String> {
    // `a.sc`: a variant of `a`.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if name.len() == 1 && name.as_bytes()[0].is_ascii_alphabetic() {
        return Some(name.to_owned());
    }
    if let Some((_, text)) = SIGNS.iter().find(|(sign, _)| *sign == name) {
        return Some((*text).to_owned());
    }
    let digits =
        name.strip_prefix("uni").or_else(|| name.strip_prefix('u')).filter(|digits| digits.len() >= 4);
    if let Some(code) = digits.and_then(|digits| u32::from_str_radix(digits.get(..4)?, 16).ok()) {
        return char::from_u32(code).map(String::from);
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, accent) = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?;
    composed(letter, *accent).map(String::from)
}

/// The letter with its accent as one character.
fn composed(letter: char, accent: char) -> Option<char> {
    const WITH: &[(char, &str, &str)] = &[
        ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u{301}', "AEIOUYaeiouyscCSzZ", "ÁÉÍÓÚÝáéíóúýśćĆŚźŹ"),
        ('\u{302}', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ('\u{303}', "ANOano", "ÃÑÕãñõ"),
        ('\u{308}', "AEIOUaeiou", "ÄËÏÖÜäëïöü"),
        ('\u{30a}', "Aa", "Åå"),
        ('\u{327}', "Cc", "Çç"),
        ('\u{30c}', "SsZzCc", "ŠšŽžČč"),
    ];
    let (_, plain, with) = WITH.iter().find(|(mark, ..)| *mark == accent)?;
    with.chars().nth(plain.chars().position(|c| c == letter)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read() {
        let check =
            |name: &str, expected: Option<&str>| assert_eq!(text(name).as_deref(), expected, "{name}");
        check("A", Some("A"));
        check("seven", Some("7"));
        check("egrave", Some("è"));
        check("Ccaron", Some("Č"));
        check("uni00E0", Some("à"));
        check("a.sc", Some("a"));
        check("f_i", None);
        check("g123", None);
        check(".notdef", None);
        check("ègrave", None);
    }
}
