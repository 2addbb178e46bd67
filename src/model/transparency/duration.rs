//! How long something stays published: from which day to which, by the rule of its obligation.

use jiff::civil::Date;

use crate::{
    calendar::{end_of_year, years_after},
    schema::{DurationRule, Times, When},
    validate::Entry,
};

/// The days a content says of itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// From when there is the obligation.
    pub start: Option<Date>,
    /// Whether contents of this type begin on a day at all; others tell how things stand today.
    pub is_act: bool,
    /// The day the office ended.
    pub ended: Option<Date>,
    /// The last day the act has effects.
    pub effective_until: Option<Date>,
    /// The last day it belongs to the current ones.
    pub concluded: Option<Date>,
    /// Decided by the office instead of what the law says.
    pub decided: Option<Date>,
}

/// The days on which something is listed, both included; nothing means no bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Life {
    pub from: Option<Date>,
    pub until: Option<Date>,
}

impl Life {
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What a content says of its days: `pubblicazione` first, then the fields its type names.
pub(super) fn dates(entry: &Entry, times: Option<&Times>) -> Dates {
    let own = |name: &str| entry.field("pubblicazione")?.value.member(name)?.value.date();
    let first = |fields: &[String]| fields.iter().find_map(|field| entry.date(field));
    let empty = Times::default();
    let times = times.unwrap_or(&empty);
    let effective_until = own("efficace_fino").or_else(|| first(&times.efficace_fino));
    Dates {
        start: own("decorre_dal").or_else(|| first(&times.decorre)),
        is_act: !times.decorre.is_empty(),
        ended: own("cessato_il").or_else(|| first(&times.cessa)),
        effective_until,
        concluded: first(&times.concluso).or(effective_until),
        decided: own("fino"),
    }
}

/// The days on which a content is listed. None: it does not belong there.
pub(super) fn life(rule: DurationRule, when: Option<When>, dates: &Dates) -> Option<Life> {
    if when == Some(When::Cessati) && dates.ended.is_none() {
        return None;
    }
    let by_law = match rule {
        DurationRule::FiveYears => dates
            .start
            .map(five_years)
            // Nor before the act has no more effects (art. 8, c. 3).
            .map(|end| dates.effective_until.map_or(end, |effective| end.max(effective))),
        DurationRule::ThreeYearsAfter => dates.ended.map(three_years),
        DurationRule::WhileHeld => dates.ended,
        DurationRule::WhileEffective => dates.effective_until,
    };
    let (from, until) = match when {
        Some(When::InCarica) => (None, dates.ended.or(by_law)),
        Some(When::Cessati) => (dates.ended.and_then(|ended| ended.tomorrow().ok()), by_law),
        None => (None, by_law),
    };
    // While an office is held the decision can only shorten what is shown of it.
    let until = match (dates.decided, when, dates.ended) {
        (Some(decided), Some(When::InCarica), Some(ended)) => Some(decided.min(ended)),
        (Some(decided), ..) => Some(decided),
        (None, ..) => until,
    };
    Some(Life { from, until })
}

/// Five years from 1 January of the year after: to 31 December included (d.lgs. 33/2013, art. 8, c. 3).
fn five_years(start: Date) -> Date {
    end_of_year(start.year().saturating_add(5))
}

/// Three years after the end of the office (art. 14, c. 2; art. 15, c. 4).
fn three_years(ended: Date) -> Date {
    years_after(ended, 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn until(rule: DurationRule, when: Option<When>, dates: &Dates) -> Option<String> {
        Some(life(rule, when, dates)?.until.map_or("sempre".to_owned(), |day| day.to_string()))
    }

    #[test]
    fn ends_are_those_of_the_law() {
        use DurationRule::{FiveYears, ThreeYearsAfter, WhileEffective, WhileHeld};
        let act = |start: &str| Dates { start: Some(day(start)), is_act: true, ..Dates::default() };
        let check = |rule, when, dates: &Dates, expected: Option<&str>| {
            assert_eq!(until(rule, when, dates).as_deref(), expected, "{rule:?} {when:?} {dates:?}");
        };
        check(FiveYears, None, &act("2021-01-01"), Some("2026-12-31"));
        check(FiveYears, None, &act("2021-12-31"), Some("2026-12-31"));
        check(FiveYears, None, &act("2022-01-01"), Some("2027-12-31"));
        check(FiveYears, None, &Dates::default(), Some("sempre"));
        let long = Dates { effective_until: Some(day("2035-06-30")), ..act("2021-03-01") };
        check(FiveYears, None, &long, Some("2035-06-30"));
        let short = Dates { effective_until: Some(day("2022-06-30")), ..act("2021-03-01") };
        check(FiveYears, None, &short, Some("2026-12-31"));
        check(WhileEffective, None, &short, Some("2022-06-30"));
        check(WhileEffective, None, &act("2000-01-01"), Some("sempre"));
        let ended = Dates { ended: Some(day("2024-02-29")), ..act("2019-06-01") };
        check(ThreeYearsAfter, None, &ended, Some("2027-02-28"));
        check(ThreeYearsAfter, Some(When::InCarica), &ended, Some("2024-02-29"));
        check(ThreeYearsAfter, Some(When::Cessati), &ended, Some("2027-02-28"));
        check(ThreeYearsAfter, Some(When::Cessati), &act("2019-06-01"), None);
        check(ThreeYearsAfter, Some(When::InCarica), &act("2019-06-01"), Some("sempre"));
        check(WhileHeld, None, &ended, Some("2024-02-29"));
        let decided = Dates { decided: Some(day("2030-01-31")), ..act("2021-03-01") };
        check(FiveYears, None, &decided, Some("2030-01-31"));
    }

    proptest! {
        #[test]
        fn holding_and_having_held_meet_without_gap(start in 0..12_000_i32, length in 0..4_000_i32) {
            let start = day("1996-01-01").saturating_add(start.days());
            let ended = start.saturating_add(length.days());
            let dates = Dates { start: Some(start), is_act: true, ended: Some(ended), ..Dates::default() };
            let rule = DurationRule::ThreeYearsAfter;
            let held = life(rule, Some(When::InCarica), &dates).unwrap();
            let had = life(rule, Some(When::Cessati), &dates).unwrap();
            prop_assert_eq!(held.until.unwrap().tomorrow().unwrap(), had.from.unwrap());
            for day in [start, ended, ended.tomorrow().unwrap(), had.until.unwrap()] {
                prop_assert!(held.contains(day) != had.contains(day));
            }
            prop_assert!(!had.contains(had.until.unwrap().tomorrow().unwrap()));
            prop_assert_eq!(had.until.unwrap().year() - ended.year(), 3);
        }

        #[test]
        fn five_years_are_whole_years(start in 0..20_000_i32) {
            let start = day("1996-01-01").saturating_add(start.days());
            let dates = Dates { start: Some(start), is_act: true, ..Dates::default() };
            let end = life(DurationRule::FiveYears, None, &dates).unwrap().until.unwrap();
            prop_assert_eq!((end.month(), end.day()), (12, 31));
            prop_assert_eq!(end.year() - start.year(), 5);
        }
    }
}
