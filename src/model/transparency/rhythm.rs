//! When something has to be renewed: the last day it was due, and the next.

use jiff::{ToSpan, civil::Date};

use crate::{
    calendar::{days_after, last_period_end, period_end, years_after},
    schema::{Obligation, Rhythm},
};

/// How long before the day it is due a yearly document counts as that year's: what was touched in autumn is not yet the plan or
/// the figure of January.
const MONTHS_BEFORE: i32 = 2;

/// The day since which something last renewed on `updated` is late on `today`.
pub fn late_since(obligation: &Obligation, updated: Date, today: Date) -> Option<Date> {
    let due = due_after(obligation, updated)?;
    (due < today).then_some(due)
}

/// The first day by which something last renewed on `updated` is due again. None: the law counts no days.
pub fn due_after(obligation: &Obligation, updated: Date) -> Option<Date> {
    let months = match obligation.rhythm {
        Rhythm::Tempestivo | Rhythm::UnaTantum => return None,
        Rhythm::Annuale => match obligation.due {
            Some(day) => return next_yearly(day, updated),
            None => return Some(years_after(updated, 1)),
        },
        Rhythm::Trimestrale => 3,
        Rhythm::Semestrale => 6,
    };
    // Renewed inside a period, it tells of the period before; what is due next is the period it was renewed in.
    Some(days_after(period_end(updated, months), i32::from(obligation.grace)))
}

/// The first yearly day for which `updated` is too early.
fn next_yearly(day: crate::schema::MonthDay, updated: Date) -> Option<Date> {
    (updated.year()..=updated.year().saturating_add(2)).filter_map(|year| day.in_year(year)).find(|due| {
        let opens = due.saturating_sub(MONTHS_BEFORE.months());
        updated < opens
    })
}

/// The days in a span of time on which something is due: of an obligation whose last renewal is not known too.
pub fn due_between(obligation: &Obligation, updated: Option<Date>, from: Date, until: Date) -> Vec<Date> {
    let mut due = Vec::new();
    // Without a renewal the period that is over is due.
    let start = updated.unwrap_or_else(|| match obligation.rhythm {
        Rhythm::Trimestrale => last_period_end(from, 3),
        Rhythm::Semestrale => last_period_end(from, 6),
        _ => from,
    });
    let mut at = due_after(obligation, start);
    while let Some(day) = at.filter(|day| *day <= until) {
        if day >= from {
            due.push(day);
        }
        // As if it were renewed on the day.
        at = due_after(obligation, day).filter(|next| *next > day);
    }
    due
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Applies, DurationRule, MonthDay};
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn obligation(rhythm: Rhythm, due: Option<&str>, grace: u16) -> Obligation {
        Obligation {
            key: String::new(),
            section: 0,
            title: String::new(),
            norm: String::new(),
            what: String::new(),
            applies: Applies::Yes,
            inhabitants_from: None,
            lighter: None,
            rhythm,
            due: due.and_then(MonthDay::parse),
            due_is_verified: true,
            grace,
            duration: DurationRule::FiveYears,
            verified: true,
            from: Date::MIN,
            until: None,
            was_in: None,
            gathers: Vec::new(),
        }
    }

    #[test]
    fn due_days_follow_the_rhythm() {
        let check = |obligation: &Obligation, updated: &str, expected: Option<&str>| {
            assert_eq!(due_after(obligation, day(updated)), expected.map(day), "{obligation:?} {updated}");
        };
        let quarterly = obligation(Rhythm::Trimestrale, None, 30);
        check(&quarterly, "2026-10-20", Some("2027-01-30"));
        check(&quarterly, "2026-09-30", Some("2026-10-30"));
        let half_yearly = obligation(Rhythm::Semestrale, None, 30);
        check(&half_yearly, "2026-03-01", Some("2026-07-30"));
        check(&half_yearly, "2026-07-01", Some("2027-01-30"));
        let yearly = obligation(Rhythm::Annuale, None, 0);
        check(&yearly, "2024-02-29", Some("2025-02-28"));
        let january = obligation(Rhythm::Annuale, Some("01-31"), 0);
        check(&january, "2026-01-20", Some("2027-01-31"));
        check(&january, "2025-12-20", Some("2027-01-31"));
        check(&january, "2025-05-20", Some("2026-01-31"));
        let december = obligation(Rhythm::Annuale, Some("12-15"), 0);
        check(&december, "2026-12-10", Some("2027-12-15"));
        check(&december, "2026-02-10", Some("2026-12-15"));
        check(&obligation(Rhythm::Tempestivo, None, 0), "2020-01-01", None);
        check(&obligation(Rhythm::UnaTantum, None, 0), "2020-01-01", None);
    }

    #[test]
    fn lateness_begins_the_day_after() {
        let quarterly = obligation(Rhythm::Trimestrale, None, 30);
        let late = |today: &str| late_since(&quarterly, day("2026-09-15"), day(today));
        assert_eq!(late("2026-10-30"), None);
        assert_eq!(late("2026-10-31"), Some(day("2026-10-30")));
    }

    #[test]
    fn a_year_has_four_quarters() {
        let quarterly = obligation(Rhythm::Trimestrale, None, 30);
        let due = due_between(&quarterly, Some(day("2026-10-20")), day("2026-11-26"), day("2027-11-25"));
        let expected = ["2027-01-30", "2027-04-30", "2027-07-30", "2027-10-30"].map(day);
        assert_eq!(due, expected);
        let unknown = due_between(&quarterly, None, day("2026-10-05"), day("2026-11-25"));
        assert_eq!(unknown, [day("2026-10-30")]);
    }

    proptest! {
        #[test]
        fn what_is_due_comes_later(updated in 0..20_000_i32, n in 0..4_usize, grace in 0..60_u16) {
            let updated = day("1996-01-01").saturating_add(updated.days());
            let rhythm = [Rhythm::Trimestrale, Rhythm::Semestrale, Rhythm::Annuale, Rhythm::Annuale][n];
            let obligation = obligation(rhythm, (n == 3).then_some("03-30"), grace);
            let due = due_after(&obligation, updated).unwrap();
            prop_assert!(due >= updated);
            // Renewed on the day it is due, it is in order on that day.
            prop_assert!(late_since(&obligation, due, due).is_none());
        }
    }
}
