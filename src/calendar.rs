//! Days as Italian law counts them: holidays, working days, periods and their ends.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// Month and day of the national holidays that never move (L. 260/1949 and later laws).
const FIXED: &[(i8, i8)] =
    &[(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

/// From this year 4 October is a holiday again (L. 151/2025).
const SAINT_FRANCIS_FROM: i16 = 2026;

/// The months in Italian, as they are written in texts.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// The month an Italian name stands for, whatever its capitals.
pub fn month_named(name: &str) -> Option<i8> {
    MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name)).map(|n| n as i8 + 1)
}

/// Day, month and the written year of `31/12/2026`, `31-12-2026`, `31.12.2026`, `31 dicembre 2026` and `1º gennaio 2027`.
/// Whoever asks decides what a year of two digits means, and whether there is such a day.
pub fn italian_date(written: &str) -> Option<(i8, i8, &str)> {
    let mut parts = written.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let day = day.trim_end_matches(['º', '°']).parse().ok()?;
    let month = month.parse().ok().or_else(|| month_named(month))?;
    parts.next().is_none().then_some((day, month, year))
}

/// The holidays of a town.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Month and day of the patron saint.
    patron: Option<(i8, i8)>,
}

impl Calendar {
    /// `MM-GG` of the patron saint, as `site.toml` has it.
    pub fn new(patron: Option<&str>) -> Self {
        let parse = |text: &str| {
            let (month, day) = text.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        };
        Self { patron: patron.and_then(parse) }
    }

    /// Sundays, national holidays, Easter Monday, the patron saint.
    pub fn is_holiday(self, day: Date) -> bool {
        let this = (day.month(), day.day());
        day.weekday() == Weekday::Sunday
            || FIXED.contains(&this)
            || (this == (10, 4) && day.year() >= SAINT_FRANCIS_FROM)
            || self.patron == Some(this)
            || easter(day.year()).and_then(|easter| easter.tomorrow().ok()) == Some(day)
    }

    /// A day on which offices work: no holiday and no Saturday.
    pub fn is_working_day(self, day: Date) -> bool {
        day.weekday() != Weekday::Saturday && !self.is_holiday(day)
    }

    /// The day itself if offices work, else the next on which they do.
    pub fn working_day_from(self, day: Date) -> Date {
        let mut at = day;
        while !self.is_working_day(at) {
            let Ok(next) = at.tomorrow() else { return at };
            at = next;
        }
        at
    }

    /// The day itself if offices work, else the last one before on which they do.
    pub fn working_day_until(self, day: Date) -> Date {
        let mut at = day;
        while !self.is_working_day(at) {
            let Ok(before) = at.yesterday() else { return at };
            at = before;
        }
        at
    }
}

/// The day of Easter in the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// So many consecutive days after a day. What is published on `day` for `days` days is there from `day` to this
/// day, both included: the first day does not count.
pub fn days_after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// The same day so many years later; 29 February becomes the 28th.
pub fn years_after(day: Date, years: i16) -> Date {
    day.saturating_add(i32::from(years).years())
}

/// The last day of a year.
pub fn end_of_year(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(Date::MAX)
}

/// The last day of the last period of so many months (3, 6, 12) that is over on `day`.
pub fn last_period_end(day: Date, months: i8) -> Date {
    // The day before the first day of the period that `day` is in.
    let first_month = (day.month() - 1) / months * months + 1;
    let first = Date::constant(day.year(), first_month, 1);
    first.yesterday().unwrap_or(Date::MIN)
}

/// The last day of the period of so many months that `day` is in.
pub fn period_end(day: Date, months: i8) -> Date {
    let last_month = (day.month() - 1) / months * months + months;
    Date::constant(day.year(), last_month, 1).last_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_where_the_tables_have_it() {
        let check = |year, expected: &str| assert_eq!(easter(year), Some(day(expected)), "{year}");
        check(1961, "1961-04-02");
        check(2000, "2000-04-23");
        check(2024, "2024-03-31");
        check(2025, "2025-04-20");
        check(2026, "2026-04-05");
        check(2027, "2027-03-28");
        check(2038, "2038-04-25");
        check(2285, "2285-03-22");
    }

    #[test]
    fn holidays() {
        let town = Calendar::new(Some("09-21"));
        let check = |text, expected| assert_eq!(town.is_holiday(day(text)), expected, "{text}");
        check("2026-04-06", true); // Easter Monday
        check("2026-04-03", false); // Good Friday
        check("2026-06-02", true);
        check("2026-09-21", true); // patron saint
        check("2025-10-04", false);
        check("2026-10-04", true); // Saint Francis, again
        check("2027-10-04", true);
        check("2026-11-28", false); // Saturday
        check("2026-11-29", true); // Sunday
        assert!(!Calendar::default().is_holiday(day("2026-09-21")));
        assert_eq!(town.working_day_from(day("2026-12-25")), day("2026-12-28"));
        assert_eq!(town.working_day_until(day("2026-12-27")), day("2026-12-24"));
        assert_eq!(town.working_day_until(day("2027-01-06")), day("2027-01-05"));
    }

    #[test]
    fn periods() {
        assert_eq!(days_after(day("2026-12-20"), 15), day("2027-01-04"));
        assert_eq!(years_after(day("2024-02-29"), 3), day("2027-02-28"));
        assert_eq!(last_period_end(day("2026-11-26"), 3), day("2026-09-30"));
        assert_eq!(last_period_end(day("2026-01-01"), 3), day("2025-12-31"));
        assert_eq!(last_period_end(day("2026-11-26"), 6), day("2026-06-30"));
        assert_eq!(last_period_end(day("2026-11-26"), 12), day("2025-12-31"));
        assert_eq!(period_end(day("2028-02-01"), 3), day("2028-03-31"));
        assert_eq!(period_end(day("2026-11-26"), 6), day("2026-12-31"));
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0..36_500_i32).prop_map(|n| day("1990-01-01").saturating_add(n.days()))
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_in_spring(year in 1900_i16..2300) {
            let easter = easter(year).unwrap();
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!(easter >= Date::constant(year, 3, 22) && easter <= Date::constant(year, 4, 25));
        }

        #[test]
        fn working_days_are_near_and_work(at in any_day()) {
            let town = Calendar::new(Some("09-21"));
            let (next, last) = (town.working_day_from(at), town.working_day_until(at));
            prop_assert!(town.is_working_day(next) && town.is_working_day(last));
            prop_assert!(last <= at && at <= next);
            prop_assert!(next.since(last).unwrap().get_days() <= 6);
            prop_assert_eq!(town.is_working_day(at), next == at && last == at);
        }

        #[test]
        fn periods_meet(at in any_day(), months in prop::sample::select(vec![3_i8, 6, 12])) {
            let (before, end) = (last_period_end(at, months), period_end(at, months));
            prop_assert!(before < at && at <= end);
            // The period begins the day after the one before it ended.
            prop_assert_eq!(period_end(before.tomorrow().unwrap(), months), end);
            prop_assert_eq!(last_period_end(end.tomorrow().unwrap(), months), end);
        }

        #[test]
        fn days_are_consecutive(at in any_day(), n in 0..400_i32) {
            prop_assert_eq!(days_after(at, n).since(at).unwrap().get_days(), n);
            prop_assert_eq!(days_after(at, n + 1), days_after(at, n).tomorrow().unwrap());
        }
    }
}
