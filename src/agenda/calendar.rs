//! The agenda as iCalendar: an all-day event for each line, and one for the next change of the output.

use jiff::civil::Date;

use super::{Agenda, delay, reason, word};
use crate::{
    hash::Hash,
    ical::{Calendar, Event, When},
    l10n::{L10n, Message},
    model::transparency::Deadline,
};

pub(super) fn write(agenda: &Agenda, l10n: &L10n) -> String {
    let mut events: Vec<Event> = agenda.deadlines.iter().map(|line| event(agenda, line, l10n)).collect();
    events.extend(agenda.next_change.map(|date| {
        let title = l10n.text(&Message::new("agenda-next-change-title"));
        whole_day(agenda, date, &format!("next-change-{date}"), title, None)
    }));
    Calendar { name: agenda.site.clone(), lang: l10n.lang().code().to_owned(), events }.text()
}

fn event(agenda: &Agenda, line: &Deadline, l10n: &L10n) -> Event {
    let title = format!("{}: {}", reason(line.reason, l10n), line.title);
    let said = |name: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{}: {value}", word(name, l10n)))
    };
    let parts = [
        delay(line, l10n),
        said("section", &line.section),
        said("norm", &line.norm),
        said("office", &line.office),
        said("responsible", &line.responsible),
        said("file", &line.file),
    ];
    let description = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let section = line.section.as_deref().unwrap_or_default();
    let what = format!("{}|{}|{section}|{}", line.reason.name(), line.date, line.title);
    let id = Hash::of(what.as_bytes()).to_string();
    // What should have been done already stands under today.
    whole_day(agenda, line.date.max(agenda.today), &id, title, Some(description))
}

/// The same day gives the same bytes: the day asked for counts as that of the last change.
fn whole_day(agenda: &Agenda, day: Date, id: &str, title: String, description: Option<String>) -> Event {
    let host = agenda.address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("arengo");
    Event {
        uid: format!("{id}@{host}"),
        changed: agenda.today,
        when: When::Days { first: day, last: day },
        title,
        description: description.filter(|text| !text.is_empty()),
        place: None,
        url: None,
    }
}
