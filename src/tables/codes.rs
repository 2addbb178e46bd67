//! Codes with a check digit: codice fiscale, partita IVA, and the shapes of CIG and CUP.

/// A codice fiscale: sixteen characters of a person (D.M. 23/12/1976), or the eleven digits of a body.
pub(super) fn is_fiscal_code(code: &str) -> bool {
    match code.len() {
        11 => is_vat_number(code),
        16 => is_personal_code(code),
        _ => false,
    }
}

/// What the letters and digits in odd places count, in the order `0-9A-Z`; those in even places count their order.
const ODD: [u32; 36] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14,
    16, 10, 22, 25, 24, 23,
];

fn is_personal_code(code: &str) -> bool {
    // Letters where letters stand; digits may be replaced by letters where two people would have the same code.
    const LETTERS: [usize; 9] = [0, 1, 2, 3, 4, 5, 8, 11, 15];
    let bytes = code.as_bytes();
    let mut sum = 0;
    for (n, byte) in bytes.iter().enumerate() {
        let (is_letter, is_digit) = (byte.is_ascii_uppercase(), byte.is_ascii_digit());
        if !is_letter && (!is_digit || LETTERS.contains(&n)) {
            return false;
        }
        if n < 15 {
            let order = if is_digit { u32::from(byte - b'0') } else { u32::from(byte - b'A') };
            let odd = if is_digit { order as usize } else { order as usize + 10 };
            sum += if n % 2 == 0 { ODD[odd] } else { order };
        }
    }
    u32::from(bytes[15] - b'A') == sum % 26
}

/// Eleven digits, the last one by Luhn's rule.
pub(super) fn is_vat_number(code: &str) -> bool {
    if code.len() != 11 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = code
        .bytes()
        .enumerate()
        .map(|(n, byte)| {
            let digit = u32::from(byte - b'0');
            match (n % 2, digit * 2) {
                (0, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Ten letters and digits.
pub(super) fn is_cig(code: &str) -> bool {
    code.len() == 10 && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// Fifteen letters and digits, the first one a letter.
pub(super) fn is_cup(code: &str) -> bool {
    code.len() == 15
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_counted() {
        // The code that the tax agency's own instructions print as an example of the rule.
        assert!(is_fiscal_code("RSSMRA85T10A562S"));
        assert!(!is_fiscal_code("RSSMRA85T10A562T"));
        assert!(!is_fiscal_code("RSSMRA85T10A562"));
        assert!(!is_fiscal_code("1SSMRA85T10A562S"));
        assert!(is_vat_number("00743110157"));
        assert!(!is_vat_number("00743110158"));
        assert!(is_fiscal_code("00000000000"));
        assert!(is_cig("B1234567AB"));
        assert!(!is_cig("b1234567ab"));
        assert!(is_cup("J51B21000000001"));
    }
}
