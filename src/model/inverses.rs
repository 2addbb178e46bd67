//! Relations seen from the other side: an office's services, a place's events.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Model, collate};
use crate::{
    schema::{Field, Kind},
    validate::{ContentId, Item, Val},
};

/// For every content, by the name a relation has on its side, the contents that refer to it.
pub(super) type Inverses = HashMap<ContentId, Arc<BTreeMap<String, Vec<ContentId>>>>;

pub(super) fn compute(model: &mut Model) {
    let mut inverses: HashMap<ContentId, BTreeMap<String, Vec<ContentId>>> = HashMap::new();
    let found: Vec<_> = model.order.par_iter().map(|source| (*source, of(model, *source))).collect();
    for (source, lists) in found {
        for (target, name) in lists {
            inverses.entry(target).or_default().entry(name).or_default().push(source);
        }
    }
    let lists = inverses.par_iter_mut().flat_map_iter(|(_, lists)| lists.values_mut());
    lists.for_each(|sources| collate::sort(sources, model));
    model.inverses = Arc::new(inverses.into_iter().map(|(id, lists)| (id, Arc::new(lists))).collect());
}

/// The lists in which a content stands because of what it refers to: of whom, and under which name.
pub(super) fn of(model: &Model, source: ContentId) -> BTreeSet<(ContentId, String)> {
    let mut found = Vec::new();
    for version in &model.content(source).versions {
        let entry = model.entry(*version);
        collect(&entry.fields, &entry.content_type.fields, &mut found);
    }
    found.into_iter().collect()
}

fn collect(items: &[(String, Item)], fields: &[Field], found: &mut Vec<(ContentId, String)>) {
    for (name, item) in items {
        if let Some(field) = fields.iter().find(|field| field.name == *name) {
            collect_item(item, &field.kind, found);
        }
    }
}

fn collect_item(item: &Item, kind: &Kind, found: &mut Vec<(ContentId, String)>) {
    match (&item.value, kind) {
        (Val::List(items), Kind::List(inner)) => {
            items.iter().for_each(|item| collect_item(item, inner, found));
        }
        (Val::Object(members), Kind::Object(fields)) => collect(members, fields, found),
        (Val::Reference(reference), Kind::Reference(kind)) => {
            if let (Some(target), Some((name, _))) = (reference.target, &kind.inverse) {
                found.push((target, name.clone()));
            }
        }
        _ => {}
    }
}
