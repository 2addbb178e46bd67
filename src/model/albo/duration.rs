//! How long an act stays on the albo: from its first day to its last, both included.

use jiff::civil::Date;

use crate::{calendar::days_after, schema::ActRule};

/// What an act says of its days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub from: Date,
    /// The last day, decided by the office.
    pub until: Option<Date>,
    /// Days instead of those of the type.
    pub days: Option<u16>,
    /// The day of the deadline that the type's rule looks at.
    pub deadline: Option<Date>,
}

/// Where the last day comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The days of the type.
    Rule,
    /// A deadline of the content, or the day a third party asked for.
    Deadline,
    /// The office decided otherwise than the rule.
    Decided,
}

/// The last day, and where it comes from. None: nobody can know it.
///
/// The day of publication is not counted and the days are consecutive: published on D for n days, the act is there from D to
/// D+n, and gone on the day after.
pub(super) fn end(rule: Option<&ActRule>, written: &Written) -> Option<(Date, Source)> {
    let after = |days: u16| days_after(written.from, i32::from(days));
    let by_rule = rule.and_then(|rule| {
        let counted = || rule.days.map(|days| (after(days), Source::Rule));
        written.deadline.map(|day| (day, Source::Deadline)).or_else(counted)
    });
    let Some(day) = written.until.or_else(|| written.days.map(after)) else { return by_rule };
    // Where the rule leaves the day to somebody else and nobody named it, saying it decides nothing against the rule.
    let is_asked = rule.is_some_and(|rule| rule.is_asked && written.deadline.is_none());
    let source = match by_rule {
        _ if is_asked => Source::Deadline,
        Some((lawful, source)) if lawful == day => source,
        None if rule.is_some() => Source::Deadline,
        _ => Source::Decided,
    };
    Some((day, source))
}

/// How many days an act stays that goes on `until`.
pub(super) fn days(from: Date, until: Date) -> i32 {
    from.until(until).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn rule(days: Option<u16>, until: &[&str], is_asked: bool) -> ActRule {
        let mut rule: ActRule =
            serde_saphyr::from_str("tipo: Atto\nnorma: di prova\ndal: 2000-01-01\n").unwrap();
        rule.days = days;
        rule.until = until.iter().map(|name| (*name).to_owned()).collect();
        rule.is_asked = is_asked;
        rule
    }

    #[test]
    fn ends_are_counted_as_the_law_counts() {
        let check = |from: &str, days: u16, expected: &str| {
            let found =
                end(Some(&rule(Some(days), &[], false)), &Written { from: day(from), ..Written::default() });
            assert_eq!(found, Some((day(expected), Source::Rule)), "{from} + {days}");
        };
        check("2026-11-26", 15, "2026-12-11");
        check("2026-12-20", 15, "2027-01-04");
        check("2028-02-20", 15, "2028-03-06");
        check("2027-02-20", 15, "2027-03-07");
        check("2024-02-29", 30, "2024-03-30");
        check("2026-11-26", 0, "2026-11-26");
    }

    #[test]
    fn what_is_said_of_an_act_goes_before_its_type() {
        let from = day("2026-11-26");
        let fifteen = rule(Some(15), &[], false);
        let call = rule(None, &["scadenza"], true);
        let notice = rule(Some(15), &["scadenza"], false);
        let check = |rule: Option<&ActRule>, written: &Written, expected: Option<(&str, Source)>| {
            let written = Written { from, ..written.clone() };
            assert_eq!(
                end(rule, &written),
                expected.map(|(text, source)| (day(text), source)),
                "{written:?}"
            );
        };
        let nothing = Written::default();
        let until = Written { until: Some(day("2026-12-31")), ..nothing.clone() };
        let days = Written { days: Some(30), ..nothing.clone() };
        let deadline = Written { deadline: Some(day("2026-12-18")), ..nothing.clone() };
        check(Some(&fifteen), &until, Some(("2026-12-31", Source::Decided)));
        check(Some(&fifteen), &days, Some(("2026-12-26", Source::Decided)));
        check(Some(&fifteen), &deadline, Some(("2026-12-18", Source::Deadline)));
        check(Some(&call), &nothing, None);
        check(Some(&call), &until, Some(("2026-12-31", Source::Deadline)));
        check(Some(&call), &deadline, Some(("2026-12-18", Source::Deadline)));
        // Another day than the deadline, or than the days of the type, was decided by somebody.
        let both = |until: &str| Written { until: Some(day(until)), ..deadline.clone() };
        check(Some(&call), &both("2027-12-31"), Some(("2027-12-31", Source::Decided)));
        check(Some(&call), &both("2026-12-18"), Some(("2026-12-18", Source::Deadline)));
        check(Some(&notice), &until, Some(("2026-12-31", Source::Decided)));
        check(Some(&notice), &both("2026-12-11"), Some(("2026-12-11", Source::Decided)));
        // Saying once more what the rule says decides nothing.
        let same = Written { until: Some(day("2026-12-11")), ..nothing.clone() };
        let as_many = Written { days: Some(15), ..nothing.clone() };
        check(Some(&notice), &same, Some(("2026-12-11", Source::Rule)));
        check(Some(&fifteen), &as_many, Some(("2026-12-11", Source::Rule)));
        check(Some(&notice), &nothing, Some(("2026-12-11", Source::Rule)));
        check(None, &nothing, None);
        check(None, &until, Some(("2026-12-31", Source::Decided)));
    }

    proptest! {
        /// Over sixty years, with their leap days and year ends: on every one of n+1 consecutive days and on no other.
        #[test]
        fn it_is_there_for_the_first_day_and_n_more(offset in 0..22_000_i32, n in 0..400_u16) {
            let from = day("2000-01-01").saturating_add(offset.days());
            let (until, _) = end(Some(&rule(Some(n), &[], false)), &Written { from, ..Written::default() }).unwrap();
            let mut at = from;
            let mut shown = 0;
            while at <= until {
                shown += 1;
                at = at.tomorrow().unwrap();
            }
            prop_assert_eq!(shown, i32::from(n) + 1);
            prop_assert_eq!(days(from, until), i32::from(n));
            prop_assert_eq!(at.yesterday().unwrap(), until);
        }
    }
}
