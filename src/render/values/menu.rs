//! The first-level sections, made once: a page only chooses how each is marked.

use tera::Value;

use super::{super::View, member, object};
use crate::model::SectionId;

/// An item of the menu in the three looks it may have.
pub(in super::super) struct MenuItem {
    url: String,
    elsewhere: Value,
    /// The page stands below it.
    below: Value,
    /// The page is it.
    here: Value,
}

impl MenuItem {
    /// As a page at `url` shows it.
    pub(in super::super) fn on(&self, url: &str) -> Value {
        let look = match url.strip_prefix(&self.url) {
            Some("") => &self.here,
            Some(_) => &self.below,
            None => &self.elsewhere,
        };
        look.clone()
    }
}

pub(in super::super) fn menu(view: &View, lang: &str) -> Vec<MenuItem> {
    let sections = view.config.menu.iter().filter_map(|address| view.model.section_at(address));
    sections.map(|section| item(view, section, lang)).collect()
}

fn item(view: &View, id: SectionId, lang: &str) -> MenuItem {
    let section = view.model.section(id);
    let card = view.section_link(id, lang);
    let get = |key: &str| member(&card, key);
    let url = view.model.in_language(&section.address, get("lingua").as_str().unwrap_or(""));
    let below: Value =
        section.children.iter().map(|child| view.section_link(*child, lang)).collect::<Vec<_>>().into();
    let look = |is_current: bool, is_active: bool| {
        object([
            ("titolo", get("titolo")),
            ("url", get("url")),
            // The same in every language and wherever the portal stands.
            ("sezione", section.address.as_str().into()),
            ("lingua", get("lingua")),
            ("attuale", is_current.into()),
            ("attivo", is_active.into()),
            ("figli", below.clone()),
        ])
    };
    MenuItem { url, elsewhere: look(false, false), below: look(false, true), here: look(true, true) }
}
