//! The address where a person named beside it lives.

use super::{Hit, Kind, Scope, names, words::Words};

/// Words between `residente` and the street, and between the street and its number.
const REACH: usize = 10;
/// Words between the name and the rest.
const NEAR: usize = 26;

const STREETS: &[&str] = &[
    "c.da",
    "contrada",
    "corso",
    "fraz",
    "frazione",
    "largo",
    "loc",
    "località",
    "piazza",
    "piazzale",
    "salita",
    "strada",
    "str",
    "traversa",
    "vco",
    "via",
    "viale",
    "vicolo",
    "voc",
    "vocabolo",
];

/// An address told from this word on: `residente a Todi in via dei Tigli 4`.
pub(super) fn at(words: &Words<'_>, n: usize, scope: &Scope) -> Option<(Hit, usize)> {
    let word = words.text(n);
    let is_verb = ["residente", "residenza", "domiciliato", "domiciliata", "dimorante"]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(word));
    if !is_verb {
        return None;
    }
    let reach = words.around(n, 0, REACH);
    let street = (n + 1..reach.end).find(|k| is_street(words.text(*k)))?;
    let number = (street + 1..words.around(street, 0, REACH).end).find(|k| is_house_number(words, *k))?;
    let near = words.around(n, NEAR, 0);
    let has_name = scope.is_about_a_person || names::first_in(words, near.start..n).is_some();
    has_name.then(|| {
        let range = words.range(n, number);
        let key = words.text[range.start as usize..range.end as usize].to_lowercase();
        (Hit::new(Kind::Residence, range, key), number)
    })
}

fn is_street(word: &str) -> bool {
    STREETS.iter().any(|street| street.eq_ignore_ascii_case(word))
}

/// Up to four digits, perhaps with a letter; not those of a day or of a postal code.
fn is_house_number(words: &Words<'_>, n: usize) -> bool {
    let word = words.text(n);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.len() - digits;
    ((1..=4).contains(&digits) && rest <= 1) || word.eq_ignore_ascii_case("snc")
}
