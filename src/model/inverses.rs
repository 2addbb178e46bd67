//! Relations seen from the other side: an office's services, a place's events.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Model, collate, references};
use crate::validate::ContentId;

/// For every content, by the name a relation has on its side, the contents that refer to it.
pub(super) type Inverses = HashMap<ContentId, Arc<BTreeMap<String, Vec<ContentId>>>>;

pub(super) fn compute(model: &Model) -> Inverses {
    let mut inverses: HashMap<ContentId, BTreeMap<&str, Vec<ContentId>>> = HashMap::new();
    let found: Vec<_> = model.order.par_iter().map(|source| (*source, of(model, *source))).collect();
    for (source, lists) in found {
        for (target, name) in lists {
            inverses.entry(target).or_default().entry(name).or_default().push(source);
        }
    }
    let lists = inverses.par_iter_mut().flat_map_iter(|(_, lists)| lists.values_mut());
    lists.for_each(|sources| collate::sort(sources, model));
    let named = |lists: BTreeMap<&str, Vec<ContentId>>| {
        Arc::new(lists.into_iter().map(|(name, sources)| (name.to_owned(), sources)).collect())
    };
    inverses.into_iter().map(|(id, lists)| (id, named(lists))).collect()
}

/// The lists in which a content stands because of what it refers to: of whom, and under which name.
pub(super) fn of(model: &Model, source: ContentId) -> BTreeSet<(ContentId, &str)> {
    let mut found = BTreeSet::new();
    for version in &model.content(source).versions {
        let entry = model.entry(*version);
        references::each(&entry.fields, &entry.content_type.fields, &mut |reference, kind, _| {
            if let (Some(target), Some((name, _))) = (reference.target, &kind.inverse) {
                found.insert((target, name.as_str()));
            }
        });
    }
    found
}
