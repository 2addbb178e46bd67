//! Calendar files: the date of one page, all events, all deadlines.

use fluent_bundle::FluentArgs;

use crate::{
    ical::{Calendar, Event, When},
    model::EntryId,
    render::View,
    route::{self, Agenda, DEADLINES, Route},
    validate::{ContentId, Entry, Val},
};

pub(in super::super) fn calendar(view: &View, route: &Route, agenda: Agenda) -> String {
    let (name, events) = match agenda {
        Agenda::Content(id) => (String::new(), own(view, id).into_iter().collect()),
        Agenda::Events => (titled(view, "calendario-eventi", "Eventi", &route.lang), all_events(view)),
        Agenda::Deadlines => {
            (titled(view, "calendario-scadenze", "Scadenze", &route.lang), all_deadlines(view))
        }
    };
    Calendar { name, lang: route.lang.clone(), events }.text()
}

/// A theme of somebody else's may not have the word.
fn titled(view: &View, key: &str, built_in: &str, lang: &str) -> String {
    let word = view.words.find(key, lang, &FluentArgs::new()).unwrap_or_else(|| built_in.to_owned());
    format!("{word} – {}", view.config.nome)
}

/// The date of one content.
fn own(view: &View, id: EntryId) -> Option<Event> {
    let entry = view.model.entry(id);
    let (start, end) = route::own_dates(entry)?;
    let start = &entry.field(start)?.value;
    let end = end.and_then(|end| entry.field(end)).map(|item| &item.value);
    let when = when(start, end)?;
    Some(Event { place: place(view, entry), ..event(view, id, when, "", None)? })
}

fn all_events(view: &View) -> Vec<Event> {
    let main = |content: &ContentId| view.model.version(*content, &view.model.main_language);
    view.model.of_type("evento").iter().filter_map(|content| own(view, main(content))).collect()
}

fn all_deadlines(view: &View) -> Vec<Event> {
    let mut events = Vec::new();
    for (name, field, member) in DEADLINES {
        for content in view.model.of_type(name) {
            let id = view.model.version(*content, &view.model.main_language);
            let found = route::deadlines(view.model.entry(id), field, *member);
            events.extend(found.enumerate().filter_map(|(n, (value, item))| {
                let part = if item.is_some() { format!("/{field}-{}", n + 1) } else { format!("/{field}") };
                let step = item.and_then(|item| match &item.member("titolo")?.value {
                    Val::Text(title) => Some(title.as_str()),
                    _ => None,
                });
                event(view, id, when(value, None)?, &part, step)
            }));
        }
    }
    events.sort_by(|a, b| (first_day(a), &a.uid).cmp(&(first_day(b), &b.uid)));
    events
}

fn first_day(event: &Event) -> jiff::civil::Date {
    match event.when {
        When::Days { first, .. } => first,
        When::Time { start, .. } => start.date(),
    }
}

fn when(start: &Val, end: Option<&Val>) -> Option<When> {
    match (start, end) {
        (Val::DateTime(start), Some(Val::DateTime(end))) => {
            Some(When::Time { start: *start, end: Some(*end) })
        }
        (Val::DateTime(start), _) => Some(When::Time { start: *start, end: None }),
        (start, end) => {
            let first = start.date()?;
            Some(When::Days { first, last: end.and_then(Val::date).unwrap_or(first) })
        }
    }
}

/// `part` tells the dates of one content apart, `step` is what happens on this one.
fn event(view: &View, id: EntryId, when: When, part: &str, step: Option<&str>) -> Option<Event> {
    let model = &view.model;
    let entry = model.entry(id);
    let host = view.config.indirizzo_web.split("://").nth(1)?.split('/').next()?;
    let first = match when {
        When::Days { first, .. } => first,
        When::Time { start, .. } => start.date(),
    };
    let lang = if entry.lang == model.main_language { String::new() } else { format!("/{}", entry.lang) };
    Some(Event {
        uid: format!("{}/{}{lang}{part}@{host}", entry.content_type.name, entry.id),
        changed: model.updated(id).unwrap_or(first).min(model.today),
        when,
        title: step.map_or_else(|| entry.title.clone(), |step| format!("{}: {step}", entry.title)),
        description: entry.text("descrizione_breve").map(str::to_owned),
        place: None,
        url: model.address(id).map(|address| view.config.absolute(&address)),
    })
}

/// The place it refers to, with its address, else the address that was written.
fn place(view: &View, entry: &Entry) -> Option<String> {
    let place = crate::model::targets(entry.items("luogo")).next();
    let Some(place) = place else { return entry.text("indirizzo").map(str::to_owned) };
    let place = view.model.entry(view.model.version(place, &entry.lang));
    let parts = ["indirizzo", "citta"].into_iter().filter_map(|field| place.text(field));
    Some([place.title.as_str()].into_iter().chain(parts).collect::<Vec<_>>().join(", "))
}
