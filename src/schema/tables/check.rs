//! What the files of `schemas/tabelle/` name must be there.

use std::collections::BTreeSet;

use super::{ColumnKind, TableScheme, folded};
use crate::{
    diagnostic::Diagnostic,
    schema::{SCHEMA, Schemas},
    suggest::closest,
};

pub(in super::super) fn check(schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    for scheme in schemas.tables.values() {
        columns(scheme, schemas, diagnostics);
        contents(scheme, schemas, diagnostics);
        nested(scheme, schemas, diagnostics);
        let unknown = scheme.obligations.iter().filter(|key| schemas.transparency.obligation(key).is_none());
        for key in unknown {
            let known = schemas.transparency.obligations.iter().map(|obligation| obligation.key.as_str());
            let known = closest(key, known).unwrap_or("none");
            let told = SCHEMA.variant("schema--table-obligation", scheme.file);
            diagnostics.push(told.with("name", key).with("known", known));
        }
    }
}

/// What stands inside rows is a list that exists, found by one field of either side, under a name of its own.
fn nested(scheme: &TableScheme, schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    let Some(nested) = &scheme.nested else { return };
    let mut say = |words, name: &str, known: Option<&str>| {
        let told = SCHEMA.variant(words, scheme.file).with("name", name);
        diagnostics.push(told.with("known", known.unwrap_or("none")));
    };
    if scheme.columns.iter().any(|column| column.name == nested.name) {
        say("schema--table-twice", &nested.name, None);
    }
    let Some(inner) = schemas.tables.get(&nested.scheme) else {
        let known = closest(&nested.scheme, schemas.tables.keys().map(String::as_str));
        return say("schema--table-column", &nested.scheme, known);
    };
    let (field, holders) = match (&nested.up, &nested.down) {
        (Some(field), None) => (field, &inner.from_contents),
        (None, Some(field)) => (field, &scheme.from_contents),
        _ => return say("schema--table-nested", &nested.name, None),
    };
    for from in holders {
        let Some(content_type) = schemas.types.get(&from.type_name) else { continue };
        if content_type.field(field).is_none() {
            let names = content_type.fields.iter().map(|field| field.name.as_str());
            say("schema--table-column", field, closest(field, names));
        }
    }
    let names = || inner.columns.iter().map(|column| column.name.as_str());
    for asked in nested.columns.iter().flat_map(super::NestedColumn::asked) {
        if !names().any(|name| name == asked) {
            say("schema--table-column", asked, closest(asked, names()));
        }
    }
}

fn columns(scheme: &TableScheme, schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    let mut say = |words, name: &str| {
        diagnostics.push(SCHEMA.variant(words, scheme.file).with("name", name));
    };
    if scheme.columns.is_empty() {
        say("schema--table-empty", &scheme.name);
    }
    let mut seen = BTreeSet::new();
    for column in &scheme.columns {
        let is_key = column.name.starts_with(|c: char| c.is_ascii_lowercase())
            && column.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !is_key {
            say("schema--table-name", &column.name);
        }
        let headings: BTreeSet<String> = column.headings().map(folded).collect();
        for heading in headings {
            if !seen.insert(heading.clone()) {
                say("schema--table-twice", &heading);
            }
        }
        match &column.kind {
            ColumnKind::Choice(values) if values.is_empty() => say("schema--table-choice", &column.name),
            ColumnKind::ChoiceBy(_, values) if values.values().any(Vec::is_empty) => {
                say("schema--table-choice", &column.name);
            }
            ColumnKind::Word(name) if !schemas.vocabularies.contains_key(name) => {
                let known = closest(name, schemas.vocabularies.keys().map(String::as_str)).unwrap_or("none");
                let told = SCHEMA.variant("schema--table-vocabulary", scheme.file);
                diagnostics.push(told.with("name", name).with("known", known));
                return;
            }
            _ => {}
        }
    }
    let total = scheme.yearly.as_ref().and_then(|yearly| yearly.total);
    if let Some(column) = total.map(|n| &scheme.columns[n]).filter(|column| !column.kind.is_number()) {
        diagnostics.push(SCHEMA.variant("schema--table-total", scheme.file).with("name", &column.name));
    }
}

/// Contents that stand for rows: their type, and the first step of every path.
fn contents(scheme: &TableScheme, schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    for from in &scheme.from_contents {
        let Some(content_type) = schemas.types.get(&from.type_name) else {
            let known = closest(&from.type_name, schemas.types.keys().map(String::as_str)).unwrap_or("none");
            let told = SCHEMA.variant("schema--table-type", scheme.file);
            diagnostics.push(told.with("name", &from.type_name).with("known", known));
            continue;
        };
        let values = from.columns.iter().map(|(_, path)| path).filter(|path| !path.contains('{'));
        for path in values.chain(from.only.keys()) {
            let own = content_type.fields.iter().map(|field| field.name.as_str());
            let firsts = path.split('|').filter_map(|path| path.split(['.', '[']).next());
            for first in
                firsts.filter(|first| !OWN.contains(first) && !own.clone().any(|name| name == *first))
            {
                let known = closest(first, own.clone()).unwrap_or("none");
                let told = SCHEMA.variant("schema--table-field", scheme.file);
                diagnostics.push(told.with("name", first).with("known", known).with("type", &from.type_name));
            }
        }
    }
}

/// What every content says without a field: its page.
const OWN: [&str; 1] = ["indirizzo_pagina"];
