//! Relations seen from the other side: an office's services, a place's events.

use std::collections::BTreeMap;

use super::{Model, collate};
use crate::{
    schema::{Field, Kind},
    validate::{ContentId, Item, Val},
};

pub(super) fn compute(model: &mut Model) {
    let mut found: Vec<(ContentId, String, ContentId)> = Vec::new();
    for (source, content) in model.contents() {
        for version in &content.versions {
            let entry = model.entry(*version);
            collect(&entry.fields, &entry.content_type.fields, source, &mut found);
        }
    }
    let mut inverses: std::collections::HashMap<ContentId, BTreeMap<String, Vec<ContentId>>> =
        Default::default();
    for (target, name, source) in found {
        let sources = inverses.entry(target).or_default().entry(name).or_default();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for lists in inverses.values_mut() {
        for sources in lists.values_mut() {
            collate::sort(sources, model);
        }
    }
    model.inverses = inverses;
}

fn collect(
    items: &[(String, Item)],
    fields: &[Field],
    source: ContentId,
    found: &mut Vec<(ContentId, String, ContentId)>,
) {
    for (name, item) in items {
        if let Some(field) = fields.iter().find(|field| field.name == *name) {
            collect_item(item, &field.kind, source, found);
        }
    }
}

fn collect_item(
    item: &Item,
    kind: &Kind,
    source: ContentId,
    found: &mut Vec<(ContentId, String, ContentId)>,
) {
    match (&item.value, kind) {
        (Val::List(items), Kind::List(inner)) => {
            items.iter().for_each(|item| collect_item(item, inner, source, found));
        }
        (Val::Object(members), Kind::Object(fields)) => collect(members, fields, source, found),
        (Val::Reference(reference), Kind::Reference(kind)) => {
            if let (Some(target), Some((name, _))) = (reference.target, &kind.inverse) {
                found.push((target, name.clone(), source));
            }
        }
        _ => {}
    }
}
