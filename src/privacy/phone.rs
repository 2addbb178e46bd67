//! Telephone numbers of persons: mobile ones (Piano nazionale di numerazione, numbers beginning with 3), and those of a home.

use super::{Hit, Kind, names, words::Words};

/// Words after which a number without any blank is a telephone's.
const SAID: &[&str] =
    &["cell", "cellular*", "tel", "telefon*", "mobile", "whatsapp", "sms", "chiama*", "recapit*", "utenza"];
/// How far before the number they may stand.
const NEAR: usize = 6;
/// How far before the number of a home its words and the name may stand.
const HOME: usize = 10;
/// A number with its prefix: three digits and seven, of old ones six.
const LENGTH: usize = 10;

/// A number that begins with this word, which is all digits.
pub(super) fn at(words: &Words<'_>, n: usize) -> Option<(Hit, usize)> {
    let word = words.get(n)?;
    let mut before = words.text[..word.start as usize].chars().rev();
    let (before, second) = (before.next(), before.next());
    // Parts of addresses, names of files, amounts and numbers of acts.
    let is_part = |c: char| {
        matches!(c, '/' | '=' | '_' | '#' | '&' | '-' | '€' | '$' | '%' | '@')
            || (c == '.' && second.is_some_and(|c| c.is_ascii_digit()))
    };
    if before.is_some_and(is_part) {
        return None;
    }
    let (first, is_abroad, skip) = match words.text(n) {
        "39" | "0039" => {
            let near = matches!(words.gap(n), " " | "\u{a0}" | "-" | ".");
            (n + 1, (before == Some('+') || words.text(n) == "0039") && near, 0)
        }
        text if text.starts_with("393") && before == Some('+') => (n, true, 2),
        text if text.starts_with("00393") => (n, true, 4),
        _ => (n, false, 0),
    };
    let is_split_prefix = first > n;
    if is_split_prefix && !is_abroad {
        return None;
    }
    let (digits, lengths, last) = collect(words, first, skip)?;
    if is_placeholder(&digits) {
        return None;
    }
    if !is_mobile(&digits) {
        let is_home = digits.starts_with('0') && is_of_a_home(words, n);
        return is_home.then(|| (Hit::new(Kind::Phone, words.range(n, last), digits), last));
    }
    let is_told = is_abroad || is_said(words, n, NEAR);
    let is_plain = match lengths.as_slice() {
        [3, 7] => true,
        [LENGTH] => is_told,
        _ => is_told && (digits.len() == LENGTH || digits.len() == LENGTH - 1),
    };
    is_plain.then(|| (Hit::new(Kind::Phone, words.range(n, last), digits), last))
}

/// The digits from a word on, in how many groups, and the last word.
fn collect(words: &Words<'_>, first: usize, skip: usize) -> Option<(String, Vec<usize>, usize)> {
    let mut digits = words.text(first).get(skip..)?.to_owned();
    if digits.len() > LENGTH || words.get(first)?.has_letter {
        return None;
    }
    let mut lengths = vec![digits.len()];
    let mut last = first;
    while digits.len() < LENGTH && matches!(words.gap(last), " " | "\u{a0}" | "-" | "." | "/") {
        let next = words.text(last + 1);
        let is_group = !next.is_empty() && next.bytes().all(|b| b.is_ascii_digit()) && next.len() > 1;
        if !is_group || digits.len() + next.len() > LENGTH {
            break;
        }
        digits.push_str(next);
        lengths.push(next.len());
        last += 1;
    }
    // A comma and two digits make it an amount; more digits, another kind of number.
    let after = words.gap(last);
    let goes_on = words.get(last + 1).is_some_and(|next| next.has_digit)
        && (after == "," || after == "/" || after == "." || after == "-");
    (!goes_on && (LENGTH - 1..=LENGTH).contains(&digits.len())).then_some((digits, lengths, last))
}

/// Prefixes given to mobile networks.
fn is_mobile(digits: &str) -> bool {
    matches!(
        digits.as_bytes(),
        [b'3', b'2', b'0' | b'3' | b'4' | b'6'..=b'9', ..]
            | [b'3', b'3' | b'4' | b'6' | b'7', ..]
            | [b'3', b'5', b'0'..=b'5', ..]
            | [b'3', b'8', b'0' | b'2'..=b'3' | b'5' | b'7'..=b'9', ..]
            | [b'3', b'9', b'0'..=b'3' | b'7', ..]
    )
}

/// `333 0000000`, `333 xxx`: an example for a form.
fn is_placeholder(digits: &str) -> bool {
    let rest = &digits.as_bytes()[3..];
    rest.windows(2).all(|pair| pair[0] == pair[1])
}

fn is_said(words: &Words<'_>, n: usize, reach: usize) -> bool {
    let around = words.around(n, reach, 0);
    around.into_iter().any(|k| super::is_one_of(words.text(k), SAID))
}

/// Whether the words before the number say that it rings in the home of somebody who is named.
fn is_of_a_home(words: &Words<'_>, n: usize) -> bool {
    let near = words.around(n, HOME, 0);
    let is_home = |k: usize| {
        let word = words.text(k);
        let of = k.checked_sub(1).map_or("", |before| words.text(before));
        super::is_one_of(word, &["abitazione", "domicilio", "privato"])
            || (word == "casa" && ["di", "a"].contains(&of) && !is_house(words.text(k + 1)))
    };
    is_said(words, n, HOME)
        && near.clone().any(is_home)
        && names::all_in(words, near.start..n).iter().any(|name| !names::is_in_office(words, name))
}

/// `la casa comunale`, `casa di riposo`: a house and nobody's home.
fn is_house(next: &str) -> bool {
    super::is_one_of(next, &["comunal*", "della", "circondariale", "popolar*", "di"])
}

#[cfg(test)]
mod tests {
    #[test]
    fn spellings() {
        let check = |text: &str, expected: &str| {
            let scope = crate::privacy::Scope { year: 2026, is_act: false, is_about_a_person: false };
            let found: Vec<String> =
                crate::privacy::search(text, &scope).into_iter().flat_map(|hit| hit.keys).collect();
            assert_eq!(found.join(","), expected, "{text}");
        };
        check("chiamare il 347 1928374", "3471928374");
        check("333-1234567", "3331234567");
        check("+39 333 12 34 567", "3331234567");
        check("tel:+393331234567", "3331234567");
        check("cell.3331234567", "3331234567");
        check("0039 333 1234567", "3331234567");
        check("cell. 3331234567", "3331234567");
        check("cellulare: 333 123 4567", "3331234567");
        check("Telefono: 335 123456", "335123456");
        check("protocollo 3331234567", "");
        check("mappali 340 341 3421", "");
        check("tel. 075 3331234", "");
        check("euro 333.123.456,78", "");
        check("tel. 333 0000000", "");
        check("/pratiche/3331234567", "");
        check("+39 075 0000100", "");
        check("dal 330 al 340", "");
        check("Telefono di casa del sig. Mario Rossi: 075 5723412", "0755723412");
        check("Mario Rossi, tel. abitazione 075/5723412", "0755723412");
        check("telefono privato di Mario Rossi: +39 075 5723412", "0755723412");
        check("Telefono di casa: 075 5723412", "");
        check("Telefono della casa comunale, responsabile Anna Verdi: 075 5723412", "");
        check("Tel. casa di riposo Mario Rossi: 075 5723412", "");
        check("Ufficio tributi, Anna Verdi, telefono 075 5723412", "");
    }
}
