//! Numbers of identity cards, passports and driving licences, where a word says that they are such.

use super::{Hit, Kind, words::Words};

/// How far before the number the word may stand.
const NEAR: usize = 12;

/// A number that begins with this word.
pub(super) fn at(words: &Words<'_>, n: usize) -> Option<(Hit, usize)> {
    let first = words.text(n);
    let is_split =
        first.len() == 2 && is_letters(first) && matches!(words.gap(n), " " | "\u{a0}" | "-" | ".");
    let (number, last) =
        if is_split { (format!("{first}{}", words.text(n + 1)), n + 1) } else { (first.to_owned(), n) };
    let has_shape = is_electronic(&number) || is_numbered(&number) || is_licence(&number);
    (has_shape && !is_placeholder(&number) && is_said(words, n))
        .then(|| (Hit::new(Kind::IdentityDocument, words.range(n, last), number.to_ascii_uppercase()), last))
}

fn is_letters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn parts(number: &str, first: usize, second: usize) -> Option<(&str, &str, &str)> {
    Some((number.get(..first)?, number.get(first..first + second)?, number.get(first + second..)?))
}

/// `CA00000AA`: the electronic card.
fn is_electronic(number: &str) -> bool {
    parts(number, 2, 5)
        .is_some_and(|(a, b, c)| is_letters(a) && is_digits(b) && is_letters(c) && c.len() == 2)
}

/// `AX1234567`: the paper card and the passport.
fn is_numbered(number: &str) -> bool {
    parts(number, 2, 7).is_some_and(|(a, b, c)| is_letters(a) && is_digits(b) && c.is_empty())
}

/// `PG1234567A`, `U1A23B456C`: the driving licence.
fn is_licence(number: &str) -> bool {
    let (Some((a, b, c)), true) = (parts(number, 2, 7), number.len() == 10) else { return false };
    is_letters(c) && ((is_letters(a) && is_digits(b)) || a == "U1")
}

/// All digits alike: an example for a form.
fn is_placeholder(number: &str) -> bool {
    let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

fn is_said(words: &Words<'_>, n: usize) -> bool {
    words.around(n, NEAR, 0).any(|k| {
        let follows = |stems: &[&str]| (k + 1..k + 4).any(|m| super::begins_with_any(words.text(m), stems));
        match words.text(k) {
            "CIE" | "C.I" => true,
            "C" => words.text(k + 1) == "I" && words.gap(k) == ".",
            word if super::begins_with_any(word, &["passaport", "patent"]) => true,
            word if super::begins_with_any(word, &["cart", "document", "tesser"]) => {
                follows(&["identit", "riconosciment"])
            }
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_makes_the_number() {
        let check = |text: &str, expected: &str| {
            let words = Words::of(text);
            let found: Vec<String> =
                (0..words.len()).filter_map(|n| at(&words, n)).map(|(hit, _)| hit.keys.join(" ")).collect();
            assert_eq!(found.join(","), expected, "{text}");
        };
        check("identificato con carta d'identità n. CA12345BD", "CA12345BD");
        check("carta di identità AX 1234567 rilasciata dal Comune", "AX1234567");
        check("passaporto YA1234568", "YA1234568");
        check("patente di guida n. PG1234567A", "PG1234567A");
        check("patente U1B23C456D", "U1B23C456D");
        check("C.I. n. CB98765AA", "CB98765AA");
        check("documento di riconoscimento n. AS1234567", "AS1234567");
        check("il codice CA12345BD del prodotto", "");
        check("carta d'identità, per esempio CA00000AA", "");
        check("il rilascio della carta di identità costa 22 euro. Il CIG è ZA1234567", "");
    }
}
