//! Dates in words, in the languages spoken in Italian municipalities.

use jiff::civil::{Date, DateTime};
use tera::Value;

use super::values::object;
use crate::calendar;

struct Names {
    months: [&'static str; 12],
    /// Day, month, year put together.
    whole: fn(i8, &str, i16) -> String,
}

const ITALIAN: Names = Names {
    months: calendar::MONTHS,
    whole: |day, month, year| {
        if day == 1 { format!("1º {month} {year}") } else { format!("{day} {month} {year}") }
    },
};

const ENGLISH: Names = Names {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    whole: |day, month, year| format!("{day} {month} {year}"),
};

const GERMAN: Names = Names {
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    whole: |day, month, year| format!("{day}. {month} {year}"),
};

const FRENCH: Names = Names {
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    whole: |day, month, year| {
        if day == 1 { format!("1er {month} {year}") } else { format!("{day} {month} {year}") }
    },
};

const SLOVENE: Names = Names {
    months: [
        "januar",
        "februar",
        "marec",
        "april",
        "maj",
        "junij",
        "julij",
        "avgust",
        "september",
        "oktober",
        "november",
        "december",
    ],
    whole: |day, month, year| format!("{day}. {month} {year}"),
};

fn names(lang: &str) -> Names {
    match lang {
        "en" => ENGLISH,
        "de" => GERMAN,
        "fr" => FRENCH,
        "sl" => SLOVENE,
        _ => ITALIAN,
    }
}

/// `22 novembre 2026`.
pub(super) fn text(date: Date, lang: &str) -> String {
    let names = names(lang);
    (names.whole)(date.day(), names.months[date.month() as usize - 1], date.year())
}

/// `22/11/2026`, for tables.
pub(super) fn short(date: Date, lang: &str) -> String {
    match lang {
        "de" | "sl" => date.strftime("%d.%m.%Y").to_string(),
        _ => date.strftime("%d/%m/%Y").to_string(),
    }
}

/// A day as templates see it.
pub(super) fn value(date: Date, lang: &str) -> Value {
    with_time(date, None, lang)
}

/// A moment as templates see it.
pub(super) fn moment(moment: DateTime, lang: &str) -> Value {
    with_time(moment.date(), Some(moment), lang)
}

fn with_time(date: Date, time: Option<DateTime>, lang: &str) -> Value {
    let month = names(lang).months[date.month() as usize - 1];
    let short: String = month.chars().take(3).collect();
    let iso = time.map_or_else(|| date.to_string(), |time| time.strftime("%Y-%m-%dT%H:%M").to_string());
    object([
        ("iso", iso.into()),
        ("testo", text(date, lang).into()),
        ("breve", format!("{} {short} {}", date.day(), date.year()).into()),
        ("giorno", i64::from(date.day()).into()),
        ("mese", month.into()),
        ("mese_breve", short.into()),
        ("anno", i64::from(date.year()).into()),
        ("ora", time.map(|time| time.strftime("%H:%M").to_string()).into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let check = |date: &str, lang, expected| assert_eq!(text(date.parse().unwrap(), lang), expected);
        check("2026-11-22", "it", "22 novembre 2026");
        check("2027-01-01", "it", "1º gennaio 2027");
        check("2027-01-01", "de", "1. Januar 2027");
        check("2027-08-01", "fr", "1er août 2027");
        check("2026-11-22", "en", "22 November 2026");
    }
}
