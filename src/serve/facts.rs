//! What an editor wants to know of a text and is nobody's mistake: how long and how readable it is, what changes when.

use jiff::civil::Date;

use crate::{
    model::albo::Act,
    readability::Counts,
    schema::Kind,
    validate::{Entry, Val},
};

/// A few words have no readability.
const FEWEST_WORDS: i64 = 30;

/// Counts plain text, one block a line.
pub(super) fn counts(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines() {
        counts.add(&line.split_whitespace().collect::<Vec<_>>());
    }
    counts
}

/// The Gulpease index of a text that is long enough to have one. Lists of single words come out above its end.
pub(super) fn gulpease(counts: &Counts) -> Option<i64> {
    counts.gulpease().filter(|_| counts.words >= FEWEST_WORDS).map(|score| score.min(100))
}

/// A day on which something of a content changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Deadline {
    pub day: Date,
    /// From today.
    pub days: i32,
    /// The field that says so.
    pub field: String,
    /// What the type calls it.
    pub label: String,
    /// Whether the content itself comes or goes, or only something in it.
    pub presence: bool,
}

/// Days in a content that are today or to come; soonest first.
pub(super) fn deadlines(entry: &Entry, today: Date) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    for (name, item) in &entry.fields {
        let is_presence = name == "pubblicato_dal" || name == "pubblicato_fino";
        let Some(day) = days(&item.value) else { continue };
        let field = entry.content_type.field(name);
        let is_date = field.is_some_and(|field| matches!(field.kind, Kind::Date | Kind::DateTime));
        let n_days = (day - today).get_days();
        if !is_date || n_days < 0 {
            continue;
        }
        deadlines.push(Deadline {
            day,
            days: n_days,
            field: name.clone(),
            label: field.map_or_else(|| name.clone(), |field| field.label.clone()),
            presence: is_presence,
        });
    }
    deadlines.sort_by(|a, b| (a.day, &a.field).cmp(&(b.day, &b.field)));
    deadlines
}

/// Stand for fields where an act comes to the albo pretorio, leaves it, and leaves its archive.
pub(super) const ON_BOARD: &str = "albo.dal";
pub(super) const OFF_BOARD: &str = "albo.al";
pub(super) const OFF_ARCHIVE: &str = "albo.archivio";

/// When an act comes and goes, as the law counts.
pub(super) fn of_act(act: &Act, today: Date) -> Vec<Deadline> {
    let days = [(ON_BOARD, Some(act.from)), (OFF_BOARD, act.until), (OFF_ARCHIVE, act.kept_until)];
    let coming = days.into_iter().filter_map(|(field, day)| Some((field, day?)));
    let deadline = |(field, day): (&str, Date)| Deadline {
        day,
        days: (day - today).get_days(),
        field: field.to_owned(),
        label: String::new(),
        presence: true,
    };
    coming.map(deadline).filter(|deadline| deadline.days >= 0).collect()
}

fn days(value: &Val) -> Option<Date> {
    match value {
        Val::Date(date) => Some(*date),
        Val::DateTime(moment) => Some(moment.date()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readability_stays_on_its_scale() {
        let index = |text: &str| gulpease(&counts(text));
        assert_eq!(index("Poche parole."), None);
        assert_eq!(index(&"Una lista\n".repeat(40)), Some(100));
        let long = "incomprensibilmente precipitevolissimevolmente ".repeat(40);
        assert_eq!(index(&long), Some(0));
    }
}
