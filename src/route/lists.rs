//! Lists in pages: sections and topics.

use super::{Page, Route, Routes, Shape};
use crate::{
    config::Config,
    model::{Model, SectionId},
    validate::{ContentId, Val},
};

/// What a page of Amministrazione trasparente lists: one table is easier to search than five pages.
const LAW_PER_PAGE: usize = 100;

pub(super) fn sections(model: &Model, config: &Config, routes: &mut Routes) {
    for (id, _) in model.sections() {
        section(model, config, id, routes);
    }
}

/// The pages of one section, in every language it speaks.
pub(super) fn section(model: &Model, config: &Config, id: SectionId, routes: &mut Routes) {
    let section = model.section(id);
    // Where a topic's address makes a section, the topics have their own pages.
    if model.is_topic(&section.address) {
        return;
    }
    for lang in &config.lingue {
        if !speaks(model, id, lang) {
            continue;
        }
        let contents = listed(model, id);
        let contents = if section.is_of_law { contents } else { in_language(contents, lang, model) };
        let chosen = section.content.and_then(|content| per_page(model, content));
        let per_page =
            if section.is_of_law { LAW_PER_PAGE } else { chosen.unwrap_or(config.build.per_pagina) };
        let address = model.in_language(&section.address, lang);
        for page in pages(contents, per_page) {
            routes.add(Route {
                url: page_url(&address, page.number),
                lang: lang.clone(),
                shape: Shape::Section { section: id, page },
            });
        }
    }
}

pub(super) fn topics(model: &Model, config: &Config, routes: &mut Routes) {
    for n in 0..model.topics().len() {
        topic(model, config, n, routes);
    }
}

/// The pages of one topic, by its number.
pub(super) fn topic(model: &Model, config: &Config, n: usize, routes: &mut Routes) {
    let topic = &model.topics()[n];
    let has_page = |content: &ContentId| model.content(*content).address.is_some();
    let contents = topic.contents.iter().copied().filter(has_page).collect();
    for page in pages(contents, config.build.per_pagina.max(100)) {
        routes.add(Route {
            url: page_url(&topic.address, page.number),
            lang: model.main_language.clone(),
            shape: Shape::Topic { topic: n, page },
        });
    }
}

/// The address of a page of a list.
pub fn page_url(address: &str, number: usize) -> String {
    if number == 1 { address.to_owned() } else { format!("{address}pagina/{number}/") }
}

/// A section exists in the main language, and where it was translated.
fn speaks(model: &Model, id: SectionId, lang: &str) -> bool {
    lang == model.main_language
        || model.section(id).content.is_some_and(|content| {
            model.content(content).versions.iter().any(|version| model.entry(*version).lang == lang)
        })
}

/// What a section lists: what stands directly below it; where nothing does and everything deeper is of one type, that.
fn listed(model: &Model, id: SectionId) -> Vec<ContentId> {
    if let Some(page) = model.transparency.page_of(id) {
        return page.all_shown().map(|shown| shown.content).collect();
    }
    let section = model.section(id);
    if !section.contents.is_empty() || section.children.is_empty() || section.address == "/" {
        return section.contents.clone();
    }
    let mut below = Vec::new();
    gather(model, id, &mut below);
    let mut types = below.iter().map(|content| model.content(*content).type_name.as_str());
    let first = types.next();
    if types.any(|other| Some(other) != first) {
        return Vec::new();
    }
    model.sort(&mut below);
    below
}

fn gather(model: &Model, id: SectionId, below: &mut Vec<ContentId>) {
    for child in &model.section(id).children {
        below.extend(&model.section(*child).contents);
        gather(model, *child, below);
    }
}

/// In a second language, only what was translated.
fn in_language(contents: Vec<ContentId>, lang: &str, model: &Model) -> Vec<ContentId> {
    if lang == model.main_language {
        return contents;
    }
    let speaks = |content: &ContentId| {
        model.content(*content).versions.iter().any(|version| model.entry(*version).lang == lang)
    };
    contents.into_iter().filter(speaks).collect()
}

fn per_page(model: &Model, content: ContentId) -> Option<usize> {
    match model.main_version(content).field("per_pagina")?.value {
        Val::Integer(number) => usize::try_from(number).ok().filter(|number| *number > 0),
        _ => None,
    }
}

/// At least one page, also of an empty list.
fn pages(contents: Vec<ContentId>, per_page: usize) -> Vec<Page> {
    let total = contents.len();
    let of = total.div_ceil(per_page).max(1);
    (1..=of)
        .map(|number| Page {
            number,
            of,
            contents: contents.iter().skip((number - 1) * per_page).take(per_page).copied().collect(),
            total,
        })
        .collect()
}
