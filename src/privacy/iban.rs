//! IBAN: country, two digits of proof, account (ISO 13616; the proof is that of ISO 7064, modulo 97).

use super::{Hit, Kind, words::Words};

/// Countries of the register and how long their numbers are.
const LENGTHS: &[(&[u8; 2], usize)] = &[
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"SV", 28),
    (b"TL", 23),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
    (b"YE", 30),
];

/// A number that begins with this word, in one piece or in groups.
pub(super) fn at(words: &Words<'_>, n: usize) -> Option<(Hit, usize)> {
    let first = words.text(n).as_bytes();
    let country: [u8; 2] = first.get(..2)?.try_into().ok()?;
    let country = country.map(|byte| byte.to_ascii_uppercase());
    let length = LENGTHS.iter().find(|(code, _)| **code == country)?.1;
    // `IT60X…` and `IT 60 X …`; without capitals only in one piece.
    let follows = if first.len() == 2 { words.text(n + 1).as_bytes() } else { &first[2..] };
    if !follows.iter().take(2).all(u8::is_ascii_digit) || follows.len() < 2 {
        return None;
    }
    let mut number = String::with_capacity(length);
    let mut last = n;
    loop {
        let part = words.text(last);
        number.push_str(part);
        if number.len() >= length {
            break;
        }
        if !part.is_ascii() || !part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
            return None;
        }
        if !matches!(words.gap(last), " " | "\u{a0}" | "-" | ".") {
            return None;
        }
        last += 1;
    }
    let number = number.to_ascii_uppercase();
    (number.len() == length && is_proved(number.as_bytes()))
        .then(|| (Hit::new(Kind::Iban, words.range(n, last), number), last))
}

/// Whether the two digits prove the rest.
fn is_proved(number: &[u8]) -> bool {
    let (head, account) = number.split_at(4);
    let mut rest = 0_u32;
    for &byte in account.iter().chain(head) {
        rest = match byte {
            b'0'..=b'9' => rest * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => rest * 100 + u32::from(byte - b'A') + 10,
            _ => return false,
        } % 97;
    }
    rest == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As the search goes: behind a number that was found, never inside it.
    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        let (mut found, mut n) = (Vec::new(), 0);
        while n < words.len() {
            let hit = at(&words, n);
            n = hit.as_ref().map_or(n, |(_, last)| *last) + 1;
            found.extend(hit.map(|(hit, _)| hit.keys.join(" ")));
        }
        found
    }

    #[test]
    fn a_number_inside_a_number_is_none() {
        assert_eq!(found("AD60 BE59 KOR8 Y855 IC0V 0000"), ["AD60BE59KOR8Y855IC0V0000"]);
        assert_eq!(found("BE59 KOR8 Y855 IC0V"), ["BE59KOR8Y855IC0V"]);
    }

    /// Numbers of any country with the right digits of proof.
    fn numbers() -> impl Strategy<Value = String> {
        (0..LENGTHS.len(), "[A-Z0-9]{29}").prop_filter_map("no digits prove it", |(n, account)| {
            let (country, length) = LENGTHS[n];
            let country = String::from_utf8_lossy(country).into_owned();
            let account = &account[..length.min(33) - 4];
            (2..99)
                .map(|proof| format!("{country}{proof:02}{account}"))
                .find(|number| is_proved(number.as_bytes()))
        })
    }

    proptest! {
        #[test]
        fn every_number_is_found(number in numbers()) {
            prop_assert_eq!(found(&format!("IBAN: {number}.")), [number.clone()]);
            let groups: Vec<&str> = (0..number.len()).step_by(4).map(|at| &number[at..number.len().min(at + 4)]).collect();
            prop_assert_eq!(found(&groups.join(" ")), [number]);
        }

        #[test]
        fn one_character_changed_is_no_number(number in numbers(), at in 4..15usize, by in 1..10u8) {
            let mut changed = number.into_bytes();
            let is_digit = changed[at].is_ascii_digit();
            let (first, n) = if is_digit { (b'0', 10) } else { (b'A', 26) };
            changed[at] = first + (changed[at] - first + by) % n;
            prop_assert!(found(&String::from_utf8_lossy(&changed)).is_empty() || by == n);
        }
    }

    #[test]
    fn spellings() {
        let check = |text: &str, is_one: bool| assert_eq!(found(text).len(), usize::from(is_one), "{text}");
        check("IT60X0542811101000000123456", true);
        check("IT 60 X 05428 11101 000000123456", true);
        check("it60x0542811101000000123456", true);
        check("IBAN IT60 X054 2811 1010 0000 0123 456 intestato", true);
        check("DE89 3704 0044 0532 0130 00", true);
        check("IT60X05428111010000001234567", false);
        check("IT60 X054 2811 1010\n0000 0123 456", false);
        check("si 20 e altre 30", false);
        check("AT 12 del 2026", false);
    }
}
