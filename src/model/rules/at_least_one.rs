//! `x-almeno-uno`: fields and inverse relations of which at least one must say something.

use super::Model;
use crate::{
    diagnostic::{Diagnostic, Severity},
    schema::FIELD_MISSING,
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
            let names: Vec<String> = choice.fields.iter().map(|name| format!("`{name}`")).collect();
            let severity = if choice.stops { Severity::Error } else { Severity::Warning };
            let hint = choice
                .fields
                .iter()
                .find_map(|name| entry.content_type.field(name))
                .map_or("", |field| &field.help);
            diagnostics.push(
                FIELD_MISSING
                    .variant("field-missing--one-of-related", entry.head)
                    .severity(severity)
                    .with("fields", names.join(", "))
                    .with("hint", hint),
            );
        }
    }
}
