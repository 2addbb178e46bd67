//! In which language a text is, told by its most frequent words, and only when there is no doubt.

use std::sync::LazyLock;

use super::numbers::ByNumber;

/// Languages that are told apart, with words that are frequent in each and rare in the others.
const FREQUENT: &[(&str, &str)] = &[
    (
        "it",
        "al alla alle anche che chi con da dal dalla dei del della delle di dove e è essere gli ha hanno i il la le lo \
         nei nel nella nelle non ogni oppure per più può presso qui quando questo sono sul sulla tra un una",
    ),
    (
        "en",
        "about and are at be been but by can for from has have how if in is it its must not of on or our than that \
         the their they this to was we were when which who will with you your",
    ),
    (
        "de",
        "aber als am an auch auf aus bei bis das dem den der die durch ein eine einem einer eines er es für haben \
         hat ich im in ist kann man mit nach nicht oder sich sie sind über um und von vor werden wird wir zu zum zur",
    ),
    (
        "fr",
        "au aux avec ce cette dans de des du elle en est et être il ils je la le les leur mais ne nous on ou où par \
         pas plus pour qui sa se ses son sont sur un une vous",
    ),
    (
        "es",
        "al como con de del donde el ella en entre es esta este la las lo los más muy no o para pero por que se sin \
         sobre son su sus también un una y ya",
    ),
];

/// Of the words of a text, so many are looked at.
const WORDS: usize = 80;
/// Bytes of the longest word in [`FREQUENT`], in small letters or in capitals: as many as a number has.
const LONGEST: usize = 8;
/// With fewer nobody can be sure.
const FEWEST: usize = 9;
/// A text of fewer bytes has fewer words.
pub(super) const SHORTEST: usize = 2 * FEWEST - 1;

/// The languages in which a word is frequent, as bits, by its bytes as a number.
static TABLE: LazyLock<ByNumber<u64, u8>> = LazyLock::new(|| {
    let mut table = ByNumber::default();
    for (index, (_, words)) in FREQUENT.iter().enumerate() {
        for word in words.split_whitespace() {
            *table.entry(number(word)).or_insert(0) |= 1 << index;
        }
    }
    table
});

/// The bytes of a short word as a number, those of capitals without accents as of small letters.
fn number(word: &str) -> u64 {
    word.bytes().rev().fold(0, |number, byte| number << 8 | u64::from(byte.to_ascii_lowercase()))
}

/// The language of a text, if it is certain that it is not the one it is said to be in. None when the language said
/// is not among those that are told apart.
pub(super) fn other_language(text: &str, said: &str) -> Option<&'static str> {
    let said = said.trim().split('-').next().unwrap_or("").to_ascii_lowercase();
    let said = FREQUENT.iter().position(|(tag, _)| *tag == said)?;
    let mut counts = [0_usize; FREQUENT.len()];
    let mut n_words = 0;
    let mut words = Words { rest: text };
    while n_words < WORDS
        && let Some(word) = words.next()
    {
        n_words += 1;
        // Names and titles are the same in all languages.
        let languages = languages_of(word);
        if languages == 0 {
            continue;
        }
        for (index, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages >> index & 1);
        }
        // Too many words of the language said for any other to be certain, whatever follows.
        let most = (0..counts.len()).filter(|&index| index != said).map(|index| counts[index]).max()?;
        let n_left = (WORDS - n_words).min(words.rest.len() / 2 + 1);
        if counts[said] * 4 > most + n_left {
            return None;
        }
    }
    let best = (0..counts.len()).max_by_key(|&index| counts[index])?;
    let second =
        (0..counts.len()).filter(|&index| index != best).map(|index| counts[index]).max().unwrap_or(0);
    let is_sure = n_words >= FEWEST
        && best != said
        && counts[best] * 10 >= n_words * 3
        && counts[best] > second
        && counts[said] * 4 <= counts[best];
    is_sure.then_some(FREQUENT[best].0)
}

/// The languages in which a word is frequent, as bits.
fn languages_of(word: &str) -> u8 {
    if word.len() > LONGEST {
        return 0;
    }
    let has_capitals = !word.is_ascii() && word.chars().any(char::is_uppercase);
    let small = if has_capitals { word.to_lowercase() } else { String::new() };
    let word = if has_capitals { &small } else { word };
    if word.len() > LONGEST {
        return 0;
    }
    TABLE.get(&number(word)).copied().unwrap_or(0)
}

/// Letters and digits in a row, with a letter among them.
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest;
        let mut end = 0;
        loop {
            let mut start = end;
            while let Some((Kind::Gap, len)) = kind(text, start) {
                start += len;
            }
            end = start;
            let mut has_letter = false;
            while let Some((kind @ (Kind::Letter | Kind::Digit), len)) = kind(text, end) {
                has_letter |= kind == Kind::Letter;
                end += len;
            }
            self.rest = &text[end..];
            if has_letter {
                return Some(&text[start..end]);
            }
            if start == end {
                return None;
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Letter,
    Digit,
}

/// What a character is, and its bytes.
#[inline]
fn kind(text: &str, at: usize) -> Option<(Kind, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        let digit = if byte.is_ascii_digit() { Kind::Digit } else { Kind::Gap };
        return Some((if byte.is_ascii_alphabetic() { Kind::Letter } else { digit }, 1));
    }
    let c = text[at..].chars().next()?;
    let digit = if c.is_alphanumeric() { Kind::Digit } else { Kind::Gap };
    Some((if c.is_alphabetic() { Kind::Letter } else { digit }, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_frequent_word_is_too_long_to_be_looked_up() {
        let mut words = FREQUENT.iter().flat_map(|(_, words)| words.split_whitespace());
        assert!(words.all(|word| word.to_uppercase().len() <= LONGEST));
    }

    proptest::proptest! {
        #[test]
        fn words_are_what_stands_between_signs(text in "[a-zèÈ0-9 .,'’-]{0,40}") {
            let split = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic));
            proptest::prop_assert_eq!(Words { rest: &text }.collect::<Vec<_>>(), split.collect::<Vec<_>>());
        }
    }

    #[test]
    fn only_what_is_certain() {
        let check = |text, said, expected| assert_eq!(other_language(text, said), expected, "{text}");
        let english =
            "You can book the appointment at the office, and you must bring your identity card with you.";
        let german = "Sie können den Termin online buchen und die Unterlagen bei der Gemeinde abgeben.";
        let italian =
            "La carta d'identità si richiede allo sportello, con una fototessera e il documento scaduto.";
        check(english, "it", Some("en"));
        check(german, "it-IT", Some("de"));
        check(italian, "de", Some("it"));
        check(english, "en-GB", None);
        check(italian, "it", None);
        check(english, "pl", None);
        check("Open Data Portal: Download CSV, JSON and XML", "it", None);
        check("Ufficio Tributi, via Roma 1, 00100 Roma, Italia, secondo piano, scala B", "en", None);
    }
}
