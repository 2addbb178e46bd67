//! `menu()`: the first-level sections of `site.toml`, with what lies below each.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::{
    model::SectionId,
    render::values::{member, object},
};

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    let items = view.config.menu.iter().filter_map(|address| view.model.section_at(address));
    Ok(items.map(|section| item(view, section, page)).collect::<Vec<_>>().into())
}

fn item(view: &View, id: SectionId, page: &Scope) -> Value {
    let section = view.model.section(id);
    let card = view.section_card(id, &page.lang);
    let get = |key: &str| member(&card, key);
    let url = view.model.in_language(&section.address, get("lingua").as_str().unwrap_or(""));
    let below = section.children.iter().map(|child| view.section_card(*child, &page.lang));
    object([
        ("titolo", get("titolo")),
        ("url", get("url")),
        ("lingua", get("lingua")),
        ("attuale", (page.url == url).into()),
        ("attivo", page.url.starts_with(&url).into()),
        ("figli", below.collect::<Vec<_>>().into()),
    ])
}
