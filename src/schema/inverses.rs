//! Relations from the other side: which names each type sees others under.

use std::{collections::BTreeMap, sync::Arc};

use super::{ContentType, Field, Kind};

/// By type: name and label of every inverse relation, each once.
pub(super) fn collect(types: &BTreeMap<String, Arc<ContentType>>) -> BTreeMap<String, Vec<(String, String)>> {
    let mut inverses = BTreeMap::new();
    for content_type in types.values() {
        gather(&content_type.fields, &mut inverses);
    }
    inverses
}

fn gather(fields: &[Field], inverses: &mut BTreeMap<String, Vec<(String, String)>>) {
    for field in fields {
        match field.kind.item() {
            Kind::Object(inner) => gather(inner, inverses),
            Kind::Reference(reference) => {
                let Some(inverse) = &reference.inverse else { continue };
                for target in &reference.types {
                    let known = inverses.entry(target.clone()).or_default();
                    if !known.iter().any(|(name, _)| *name == inverse.0) {
                        known.push(inverse.clone());
                    }
                }
            }
            _ => {}
        }
    }
}
