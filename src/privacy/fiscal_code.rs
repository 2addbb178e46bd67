//! Codice fiscale of a person: sixteen characters of which the last proves the others (D.M. 23 dicembre 1976).
//!
//! Where two people would share a code the tax office writes letters for digits from the right (omocodia); they are read
//! here as the digits they stand for.

use super::{Hit, Kind, words::Words};

const LENGTH: usize = 16;
/// Where digits stand, or the letters for them.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
/// How official people print the code where it is written in groups: surname, name, birth, place, proof.
const GROUPS: [&[usize]; 3] = [&[3, 3, 5, 5], &[6, 5, 5], &[3, 3, 5, 4, 1]];

/// A code that begins with this word.
pub(super) fn at(words: &Words<'_>, n: usize) -> Option<(Hit, usize)> {
    let word = words.get(n)?;
    if (word.end - word.start) as usize == LENGTH {
        return is_valid(words.text(n).as_bytes()).then(|| (hit(words, n, n), n));
    }
    // In groups only capitals count: three short words are no code.
    if !word.is_capital || word.has_digit {
        return None;
    }
    GROUPS.iter().find_map(|lengths| {
        let last = n + lengths.len() - 1;
        let fits = lengths.iter().enumerate().all(|(k, length)| words.text(n + k).len() == *length);
        let are_near = (n..last).all(|k| matches!(words.gap(k), " " | "\u{a0}" | "-" | "."));
        if !fits || !are_near {
            return None;
        }
        let code: String = (n..=last).map(|k| words.text(k)).collect();
        is_valid(code.as_bytes()).then(|| (hit(words, n, last), last))
    })
}

fn hit(words: &Words<'_>, first: usize, last: usize) -> Hit {
    let code: String = (first..=last).map(|n| words.text(n)).collect();
    // The certificate of who signed a document names the signer by code: `TINIT-…` (ETSI EN 319 412-1).
    let is_signature = first > 0 && words.text(first - 1) == "TINIT" && words.gap(first - 1) == "-";
    let kind = if is_signature { Kind::SignerCode } else { Kind::FiscalCode };
    Hit::new(kind, words.range(first, last), code.to_ascii_uppercase())
}

/// Whether sixteen characters are the code of somebody.
pub fn is_valid(code: &[u8]) -> bool {
    let Ok(code) = <[u8; LENGTH]>::try_from(code) else { return false };
    let code = code.map(|byte| byte.to_ascii_uppercase());
    let Some(digits) = plain_digits(&code) else { return false };
    let is_letter = |at: usize| code[at].is_ascii_uppercase();
    let letters = (0..LENGTH).filter(|at| !DIGITS.contains(at)).all(is_letter);
    let day = u32::from(digits[2]) * 10 + u32::from(digits[3]);
    letters
        && is_name(&code[0..3])
        && is_name(&code[3..6])
        && b"ABCDEHLMPRST".contains(&code[8])
        && (matches!(day, 1..=31) || matches!(day, 41..=71))
        && (code[11] <= b'M' || code[11] == b'Z')
        && check_letter(&code) == code[15]
}

/// Three letters of a name: its consonants, then its vowels, then `X`.
fn is_name(letters: &[u8]) -> bool {
    let is_vowel = |letter: &u8| b"AEIOU".contains(letter);
    let vowels = letters.iter().skip_while(|letter| !is_vowel(letter));
    vowels.clone().all(|letter| is_vowel(letter) || *letter == b'X')
}

/// The digits, with the letters of omocodia read back.
fn plain_digits(code: &[u8; LENGTH]) -> Option<[u8; 7]> {
    let mut digits = [0; 7];
    for (digit, at) in digits.iter_mut().zip(DIGITS) {
        *digit = match code[at] {
            byte @ b'0'..=b'9' => byte - b'0',
            byte => u8::try_from(b"LMNPQRSTUV".iter().position(|letter| *letter == byte)?).ok()?,
        };
    }
    Some(digits)
}

/// The proof of the first fifteen characters.
pub fn check_letter(code: &[u8]) -> u8 {
    const ODD: [u8; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let sum: u32 = code
        .iter()
        .take(LENGTH - 1)
        .enumerate()
        .map(|(at, byte)| {
            let value = if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(b'A') } % 26;
            u32::from(if at % 2 == 0 { ODD[usize::from(value)] } else { value })
        })
        .sum();
    b'A' + (sum % 26) as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        (0..words.len()).filter_map(|n| at(&words, n)).map(|(hit, _)| hit.keys.join(" ")).collect()
    }

    /// Codes as the tax office makes them, some with letters for digits.
    pub(in crate::privacy) fn codes() -> impl Strategy<Value = String> {
        let name = "[BCDFGLMNPRSTVZ]{3}|[BCDFGLMNPRSTVZ]{2}[AEIOU]|[BCDFG][AEIOU]X";
        (name, name, 0..100u8, 0..12usize, 1..32u8, any::<bool>(), "[A-MZ][0-9]{3}", 0..8usize).prop_map(
            |(surname, name, year, month, day, is_woman, place, replaced)| {
                let month = char::from(b"ABCDEHLMPRST"[month]);
                let day = day + if is_woman { 40 } else { 0 };
                let mut code = format!("{surname}{name}{year:02}{month}{day:02}{place}").into_bytes();
                for at in DIGITS.iter().rev().take(replaced) {
                    code[*at] = b"LMNPQRSTUV"[usize::from(code[*at] - b'0')];
                }
                code.push(check_letter(&code));
                String::from_utf8(code).expect("ASCII")
            },
        )
    }

    proptest! {
        #[test]
        fn every_code_is_found(code in codes(), before in "[a-z ,(]{0,9} ", after in "[ ,.;)]") {
            prop_assert_eq!(found(&format!("{before}{code}{after}")), [code.clone()]);
            prop_assert_eq!(found(&code.to_lowercase()), [code.clone()]);
            let groups = format!("{} {} {} {}", &code[..3], &code[3..6], &code[6..11], &code[11..]);
            prop_assert_eq!(found(&groups), [code]);
        }

        #[test]
        fn one_character_changed_is_no_code(code in codes(), at in 0..16usize, by in 1..26u8) {
            let mut changed = code.into_bytes();
            let is_digit = changed[at].is_ascii_digit();
            let (first, n) = if is_digit { (b'0', 10) } else { (b'A', 26) };
            let by = if is_digit { 1 + by % 9 } else { by };
            changed[at] = first + (changed[at] - first + by) % n;
            prop_assert!(!is_valid(&changed), "{}", String::from_utf8_lossy(&changed));
        }
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "RSSMRA85T10A562T",
            "XRSSMRA85T10A562S",
            "RSSMRA85T10A562S1",
            "ABCDEF12G34H567I",
            "CUPB12C34D56E78F9",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("RSSMRA85T10A562S"), ["RSSMRA85T10A562S"]);
        let words = Words::of("Firmato da TINIT-RSSMRA85T10A562S");
        assert_eq!(at(&words, 3).map(|(hit, _)| hit.kind), Some(Kind::SignerCode));
    }
}
