//! `sitemap.xml`: every page a search engine may list, with its translations.

use quick_xml::{Writer, events::BytesText};

use super::{super::View, document, element};
use crate::{
    model::{EntryId, transparency::is_refused},
    route::{Route, Shape},
};

pub(in super::super) fn sitemap(view: &View) -> String {
    document(|writer| {
        writer
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
            .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
            .write_inner_content(|writer| {
                let mut pages = view.routes.iter().filter(|route| is_listed(view, route));
                pages.try_for_each(|route| url(writer, view, route))
            })?;
        Ok(())
    })
}

/// Every file of data that machines may gather: tables, lists of the law, files of datasets, the catalogue.
pub(in super::super) fn data_sitemap(view: &View) -> String {
    let entries = super::catalogue::files(view);
    document(|writer| {
        writer
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
            .write_inner_content(|writer| {
                entries.iter().try_for_each(|(address, changed)| {
                    writer.create_element("url").write_inner_content(|writer| {
                        element(writer, "loc", address)?;
                        if let Some(day) = changed {
                            element(writer, "lastmod", &day.to_string())?;
                        }
                        Ok(())
                    })?;
                    Ok(())
                })
            })?;
        Ok(())
    })
}

fn is_listed(view: &View, route: &Route) -> bool {
    let is_page = matches!(route.shape, Shape::Content(_) | Shape::Section { .. } | Shape::Topic { .. });
    let is_hidden = entry(view, route).is_some_and(|entry| is_refused(&view.model, entry));
    is_page && !is_hidden && !route.url.ends_with("/404.html")
}

fn url(writer: &mut Writer<Vec<u8>>, view: &View, route: &Route) -> std::io::Result<()> {
    let entry = entry(view, route);
    writer.create_element("url").write_inner_content(|writer| {
        element(writer, "loc", &view.config.absolute(&route.url))?;
        if let Some(day) = entry.and_then(|entry| view.model.updated(entry)) {
            writer.create_element("lastmod").write_text_content(BytesText::new(&day.to_string()))?;
        }
        for (lang, address) in entry.map(|entry| versions(view, entry)).unwrap_or_default() {
            writer
                .create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", lang.as_str()))
                .with_attribute(("href", address.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn entry(view: &View, route: &Route) -> Option<EntryId> {
    let content = match &route.shape {
        Shape::Content(id) => return Some(*id),
        Shape::Section { section, .. } => view.model.section(*section).content,
        Shape::Topic { topic, .. } => view.model.topics()[*topic].content,
        _ => None,
    };
    content.map(|content| view.model.version(content, &route.lang))
}

/// Language and absolute address of every version, when there is more than one.
fn versions(view: &View, entry: EntryId) -> Vec<(String, String)> {
    let entry = view.model.entry(entry);
    let content = view.model.find(&entry.content_type.name, &entry.id);
    let versions = content.map_or(&[][..], |content| view.model.content(content).versions.as_slice());
    if versions.len() < 2 {
        return Vec::new();
    }
    let one = |version: &EntryId| {
        let address = view.model.address(*version)?;
        Some((view.model.entry(*version).lang.clone(), view.config.absolute(&address)))
    };
    versions.iter().filter_map(one).collect()
}
