//! Atom feeds (RFC 4287) of news, events and calls: what was published last, at most fifty.

use jiff::{civil::Date, tz::TimeZone};
use quick_xml::{Writer, events::BytesText};

use super::{super::View, document, element};
use crate::{
    route::{FEEDS, Route},
    schema::Order,
    validate::{ContentId, Entry},
};

const MOST: usize = 50;

pub(in super::super) fn feed(view: &View, route: &Route, content_type: &str) -> String {
    let mut contents: Vec<ContentId> = view.model.of_type(content_type).to_vec();
    if let Some(first) = contents.first() {
        let field = view.model.main_version(*first).content_type.order.field.clone();
        view.model.sort_by(&mut contents, &Order { field, descending: true });
    }
    contents.truncate(MOST);
    let section = FEEDS.iter().find(|(name, _)| *name == content_type).map_or("/", |(_, section)| section);
    let title = match view.model.section_at(section) {
        Some(section) => format!("{} – {}", view.model.section(section).title, view.config.nome),
        None => view.config.nome.clone(),
    };
    // The feed changed when something in it did, not when it was built.
    let changed = contents.iter().filter_map(|content| day(view, *content)).max().unwrap_or(view.model.today);
    atom(view, route, &Head { title, changed, page: section }, |writer| {
        contents.iter().try_for_each(|content| item(writer, view, *content))
    })
}

/// What a feed says of itself.
pub(super) struct Head<'a> {
    pub title: String,
    pub changed: Date,
    /// Address of the page that shows the same.
    pub page: &'a str,
}

/// A feed, with the entries that `items` writes.
pub(super) fn atom(
    view: &View,
    route: &Route,
    head: &Head<'_>,
    items: impl Fn(&mut Writer<Vec<u8>>) -> std::io::Result<()>,
) -> String {
    document(|writer| {
        writer
            .create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", route.lang.as_str()))
            .write_inner_content(|writer| {
                element(writer, "id", &view.config.absolute(&route.url))?;
                element(writer, "title", &head.title)?;
                element(writer, "updated", &moment(head.changed))?;
                link(writer, "self", &view.config.absolute(&route.url))?;
                link(writer, "alternate", &view.config.absolute(head.page))?;
                writer
                    .create_element("author")
                    .write_inner_content(|writer| element(writer, "name", &view.config.nome))?;
                items(writer)
            })?;
        Ok(())
    })
}

fn item(writer: &mut Writer<Vec<u8>>, view: &View, content: ContentId) -> std::io::Result<()> {
    let version = view.model.version(content, &view.model.main_language);
    let entry = view.model.entry(version);
    let Some(address) = view.model.address(version) else { return Ok(()) };
    let address = view.config.absolute(&address);
    writer.create_element("entry").write_inner_content(|writer| {
        element(writer, "id", &address)?;
        element(writer, "title", &entry.title)?;
        link(writer, "alternate", &address)?;
        if let Some(day) = day(view, content) {
            element(writer, "updated", &moment(day))?;
        }
        let summary = entry.text("descrizione_breve").map_or_else(|| entry.body.excerpt(300), str::to_owned);
        writer.create_element("summary").write_text_content(BytesText::new(&summary))?;
        Ok(())
    })?;
    Ok(())
}

pub(super) fn link(writer: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> std::io::Result<()> {
    writer
        .create_element("link")
        .with_attribute(("rel", rel))
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

/// The day it changed, else the day it is listed under; an event in the future was announced today at the latest.
fn day(view: &View, content: ContentId) -> Option<Date> {
    let version = view.model.version(content, &view.model.main_language);
    let entry: &Entry = view.model.entry(version);
    let listed = entry.date("pubblicato_dal").or_else(|| entry.date(&entry.content_type.order.field));
    view.model.updated(version).or(listed).map(|day| day.min(view.model.today))
}

/// Midnight in Italy, with its offset.
pub(super) fn moment(day: Date) -> String {
    let rome = TimeZone::get("Europe/Rome").expect("time zones are bundled");
    match day.to_zoned(rome) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{day}T00:00:00Z"),
    }
}
