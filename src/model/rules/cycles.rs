//! A content that is above itself: an office whose parent's parent is the office.

use super::{Model, REFERENCE_CYCLE};
use crate::{
    diagnostic::Diagnostic,
    schema::Kind,
    source::Span,
    validate::{ContentId, Ref, Val},
};

pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for (id, content) in model.contents() {
        let content_type = &model.main_version(id).content_type;
        let upward = content_type.fields.iter().filter(|field| {
            matches!(&field.kind, Kind::Reference(reference) if reference.types == [content.type_name.as_str()])
        });
        for field in upward {
            if let Some(span) = climbs_to_itself(id, &field.name, model) {
                let title = &model.main_version(id).title;
                diagnostics.push(REFERENCE_CYCLE.at(span).with("field", &field.name).with("title", title));
            }
        }
    }
}

/// The place of the reference with which the climb from `start` begins, if it comes back. A round is told once, at
/// the first of its contents.
fn climbs_to_itself(start: ContentId, field: &str, model: &Model) -> Option<Span> {
    let step = |id: ContentId| {
        let item = model.main_version(id).field(field)?;
        match &item.value {
            Val::Reference(Ref { target, .. }) => target.map(|target| (target, item.span)),
            _ => None,
        }
    };
    let key = |id: ContentId| (&model.content(id).type_name, &model.content(id).id);
    let (mut at, span) = step(start)?;
    // A path without repeats is at most as long as there are contents.
    for _ in 0..model.contents().count() {
        if at == start {
            return Some(span);
        }
        if key(at) < key(start) {
            return None;
        }
        at = step(at)?.0;
    }
    None
}
