//! What a content says of its tables (`tabelle`).

use std::sync::Arc;

use jiff::civil::Date;

use super::{Published, Table, rules::TABLE_NAME};
use crate::{
    diagnostic::Diagnostic,
    load::Site,
    schema::{Kind, TableScheme},
    source::Span,
    suggest::closest,
    validate::{Entry, Item, Val},
};

/// The licence of what says none (d.lgs. 82/2005, art. 52, c. 2).
const LICENCE: &str = "Attribuzione";

/// A table that a content names.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub path: String,
    pub scheme: Arc<TableScheme>,
    pub sheet: Option<String>,
    pub head: Option<u32>,
    pub ignored: Vec<String>,
    /// Where the path is written.
    pub place: Span,
    name: String,
    title: String,
    description: Option<String>,
    licence: String,
    updated: Option<Date>,
}

impl Wanted {
    pub(super) fn published(&self, table: Arc<Table>, updated: Option<Date>) -> Published {
        Published {
            name: self.name.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            licence: self.licence.clone(),
            updated: self.updated.or(updated),
            table,
        }
    }
}

/// The tables of a content whose scheme is known. Fields of any name count, if their shape is that of a table.
pub(super) fn of(entry: &Entry, site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<Wanted> {
    let holds_data = |kind: &Kind| match kind.item() {
        Kind::Object(members) => members.iter().any(|member| matches!(member.kind, Kind::Data)),
        _ => false,
    };
    let fields = entry.content_type.fields.iter().filter(|field| holds_data(&field.kind));
    let mut found: Vec<Wanted> = Vec::new();
    for item in fields.flat_map(|field| entry.items(&field.name)) {
        let Some(wanted) = one(item, site, diagnostics) else { continue };
        if let Some(first) = found.iter().find(|known| known.name == wanted.name) {
            let told = TABLE_NAME.variant("table-name--twice", wanted.place).with("name", &wanted.name);
            diagnostics.push(told.related(first.place, "ui-first-here"));
        } else {
            found.push(wanted);
        }
    }
    found
}

fn one(item: &Item, site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Option<Wanted> {
    let text = |name: &str| match &item.value.member(name)?.value {
        Val::Text(text) => Some(text.clone()),
        _ => None,
    };
    let file = item.value.member("file")?;
    let Val::Data(path) = &file.value else { return None };
    let named = item.value.member("schema")?;
    let Val::Text(name) = &named.value else { return None };
    let known = &site.schemas.tables;
    let Some(scheme) = known.get(name.as_str()) else {
        let told = match closest(name, known.keys().map(String::as_str)) {
            Some(known) => TABLE_NAME.at(named.span).with("known", known),
            None => {
                let all: Vec<String> = known.keys().map(|name| format!("`{name}`")).collect();
                TABLE_NAME.variant("table-name--strange", named.span).with("known", all.join(", "))
            }
        };
        diagnostics.push(told.with("name", name));
        return None;
    };
    let ignored = item.value.member("colonne_ignorate").map_or(&[][..], |item| match &item.value {
        Val::List(items) => items.as_slice(),
        _ => &[],
    });
    let ignored = ignored.iter().filter_map(|item| match &item.value {
        Val::Text(text) => Some(text.clone()),
        _ => None,
    });
    let number = |name: &str| match item.value.member(name)?.value {
        Val::Integer(number) => u32::try_from(number).ok(),
        _ => None,
    };
    let licence = match item.value.member("licenza").map(|item| &item.value) {
        Some(Val::Word { label, .. }) => label.clone(),
        _ => LICENCE.to_owned(),
    };
    Some(Wanted {
        path: path.clone(),
        sheet: text("foglio"),
        head: number("riga_titoli"),
        ignored: ignored.collect(),
        place: file.span,
        name: text("nome").unwrap_or_else(|| crate::slug::slug(&scheme.name)),
        title: text("titolo").unwrap_or_else(|| scheme.title.clone()),
        description: text("descrizione"),
        licence,
        updated: item.value.member("aggiornato").and_then(|item| item.value.date()),
        scheme: Arc::clone(scheme),
    })
}
