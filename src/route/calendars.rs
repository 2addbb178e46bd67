//! Which calendar files exist: one beside every page with a date of its own, one for all events, one for all deadlines.

use super::{Agenda, Route, Routes, Shape};
use crate::{
    model::{EntryId, Model},
    validate::{Entry, Val},
};

/// Types whose pages offer their date to a calendar, with the fields that hold beginning and end.
const DATED: &[(&str, &str, Option<&str>)] =
    &[("evento", "data_ora_inizio", Some("data_ora_fine")), ("bando", "scadenza", None)];

/// Types with days something must be done by: the field, and the member of its items where it is a list.
pub const DEADLINES: &[(&str, &str, Option<&str>)] =
    &[("bando", "scadenza", None), ("notizia", "data_scadenza", None), ("servizio", "fasi", Some("data"))];

/// Where the events stand, and the type.
const EVENTS: (&str, &str) = ("evento", "/vivere-il-comune/eventi/");

/// The fields with beginning and end of a content that has a calendar file of its own.
pub fn own_dates(entry: &Entry) -> Option<(&'static str, Option<&'static str>)> {
    let (_, start, end) = DATED.iter().find(|(name, _, _)| *name == entry.content_type.name)?;
    entry.date(start).map(|_| (*start, *end))
}

/// Address of the calendar file of a content.
pub fn calendar_url(model: &Model, id: EntryId) -> Option<String> {
    own_dates(model.entry(id))?;
    Some(format!("{}calendario.ics", model.address(id)?))
}

/// Address of the calendar of all events, when there are any.
pub fn events_url(model: &Model) -> Option<String> {
    let (name, section) = EVENTS;
    let any = !model.of_type(name).is_empty() && model.section_at(section).is_some();
    any.then(|| format!("{section}calendario.ics"))
}

/// Address of the calendar of all deadlines, when there are any.
pub fn deadlines_url(model: &Model) -> Option<String> {
    let any = DEADLINES.iter().any(|(name, field, member)| {
        let contents = model.of_type(name).iter().map(|content| model.main_version(*content));
        contents.into_iter().any(|entry| deadlines(entry, field, *member).next().is_some())
    });
    any.then(|| "/scadenze.ics".to_owned())
}

/// The values of a content that are deadlines, with the item of a list each stands in.
pub fn deadlines<'a>(
    entry: &'a Entry,
    field: &str,
    member: Option<&'static str>,
) -> impl Iterator<Item = (&'a Val, Option<&'a Val>)> {
    entry.items(field).iter().filter_map(move |item| match member {
        None => item.value.date().map(|_| (&item.value, None)),
        Some(member) => {
            let value = &item.value.member(member)?.value;
            value.date().map(|_| (value, Some(&item.value)))
        }
    })
}

pub(super) fn add(model: &Model, routes: &mut Routes) {
    for (id, entry) in model.entries() {
        if let Some(url) = calendar_url(model, id) {
            let lang = entry.lang.clone();
            routes.add(Route { url, lang, shape: Shape::Calendar(Agenda::Content(id)) });
        }
    }
    let lang = &model.main_language;
    let collections = [(events_url(model), Agenda::Events), (deadlines_url(model), Agenda::Deadlines)];
    for (url, agenda) in collections {
        if let Some(url) = url {
            routes.add(Route { url, lang: lang.clone(), shape: Shape::Calendar(agenda) });
        }
    }
}
