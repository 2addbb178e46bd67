//! The day on which pages change by themselves, besides what the model knows: what templates and data files ask of today.

use jiff::civil::Date;

use super::functions::overdue_from;
use crate::{
    model::Model,
    route::{self, DEADLINES},
};

/// The first day after today on which a page or a file of the same site is another.
pub fn next_change(model: &Model) -> Option<Date> {
    let services = model.of_type("servizio").iter();
    let overdue = services.filter_map(|content| overdue_from(*content, model.main_version(*content)));
    overdue.filter(|day| *day > model.today).chain(stamps(model)).min()
}

/// A calendar says that what it holds was changed today, as long as the day of the change is to come.
fn stamps(model: &Model) -> Option<Date> {
    let is_to_come = |day: Option<Date>| day.is_some_and(|day| day > model.today);
    let is_stamped = model.entries().any(|(id, entry)| {
        let own = route::own_dates(entry).and_then(|(start, _)| entry.date(start));
        let of_type = DEADLINES.iter().filter(|(name, ..)| *name == entry.content_type.name);
        let deadlines = of_type.flat_map(|(_, field, member)| route::deadlines(entry, field, *member));
        let mut first = own.into_iter().chain(deadlines.filter_map(|(value, _)| value.date()));
        match model.updated(id) {
            Some(day) => is_to_come(Some(day)) && first.next().is_some(),
            None => first.any(|day| is_to_come(Some(day))),
        }
    });
    is_stamped.then(|| model.today.tomorrow().ok()).flatten()
}
