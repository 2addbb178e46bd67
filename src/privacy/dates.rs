//! Dates as people write them, and whether somebody born that day may be alive.

use super::words::Words;
use crate::calendar::month_named;

/// Nobody is older.
const LIFE: i16 = 115;

/// The last word of a date that begins here, and its year.
pub(super) fn at(words: &Words<'_>, n: usize) -> Option<(usize, i16)> {
    let number = |n: usize, most: i16| {
        let text = words.text(n);
        text.parse::<i16>().ok().filter(|number| (1..=most).contains(number) && text.len() <= 4)
    };
    let year = |n: usize| number(n, 2200).filter(|year| *year >= 1800);
    let is_sign = |n: usize| matches!(words.gap(n), "/" | "." | "-");
    if let (Some(_), Some(_), Some(year)) = (number(n, 31), number(n + 1, 12), year(n + 2))
        && is_sign(n)
        && words.gap(n) == words.gap(n + 1)
    {
        return Some((n + 2, year));
    }
    if let (Some(year), Some(_), Some(_)) = (year(n), number(n + 1, 12), number(n + 2, 31))
        && words.gap(n) == "-"
        && words.gap(n + 1) == "-"
    {
        return Some((n + 2, year));
    }
    if month_named(words.text(n + 1)).is_none()
        || !words.gap(n).trim_start_matches(['°', 'º']).trim().is_empty()
    {
        return None;
    }
    let (Some(_), Some(year)) = (number(n, 31), year(n + 2)) else { return None };
    words.are_side_by_side(n + 1).then_some((n + 2, year))
}

/// Whether somebody born in that year may still have to be protected.
pub(super) fn may_live(year: i16, today: i16) -> bool {
    (today - LIFE..=today).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        let check = |text: &str, expected: Option<i16>| {
            let words = Words::of(text);
            let found = (0..words.len()).find_map(|n| at(&words, n)).map(|(_, year)| year);
            assert_eq!(found, expected, "{text}");
        };
        check("il 12/03/1980", Some(1980));
        check("il 3.5.1974,", Some(1974));
        check("1980-03-12", Some(1980));
        check("1° gennaio 1990", Some(1990));
        check("12 MARZO 1980", Some(1980));
        check("12/13/1980", None);
        check("n. 12/3-1980", None);
        check("nel 1980", None);
        check("marzo 1980", None);
    }
}
