//! `x-almeno-uno`: fields and inverse relations of which at least one must say something.

use super::Model;
use crate::{
    diagnostic::{Diagnostic, Severity},
    schema::{self, FIELD_MISSING},
};

pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for (id, _) in model.contents() {
        let entry = model.main_version(id);
        for choice in &entry.content_type.at_least_one {
            let filled = choice
                .fields
                .iter()
                .any(|name| !entry.items(name).is_empty() || !model.inverse(id, name).is_empty());
            if filled {
                continue;
            }
            // A relation that others have to this content cannot be written here.
            let own: Vec<&str> = choice
                .fields
                .iter()
                .filter(|name| entry.content_type.field(name).is_some())
                .map(String::as_str)
                .collect();
            let names: Vec<String> = own.iter().map(|name| format!("`{name}`")).collect();
            let words = if own.len() < choice.fields.len() {
                "field-missing--one-of-or-named"
            } else {
                "field-missing--one-of"
            };
            let severity = if choice.stops { Severity::Error } else { Severity::Warning };
            let hint = choice
                .fields
                .iter()
                .find_map(|name| entry.content_type.field(name))
                .map_or("", |field| field.help.as_str());
            diagnostics.push(
                FIELD_MISSING
                    .variant(words, entry.head)
                    .severity(severity)
                    .with("fields", names.join(", "))
                    .with("hint", schema::hint(hint)),
            );
        }
    }
}
