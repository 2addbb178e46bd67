//! Contents whose address changed since the last published build, without a way from the old one.

use std::collections::BTreeMap;

use super::{Diagnostics, Routes, addresses};
use crate::{diagnostic::Severity, model::Model, rule::Meta};

pub static ADDRESS_MOVED: Meta = Meta::new("address-moved", Severity::Warning);

pub(super) fn check(
    model: &Model,
    routes: &Routes,
    previous: &BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    let now = addresses(model);
    for (id, _) in model.entries() {
        let key = super::key(model, id);
        let (Some(old), Some(new)) = (previous.get(&key), now.get(&key)) else { continue };
        if old != new && routes.at(old).is_none() {
            let entry = model.entry(id);
            diagnostics.push(ADDRESS_MOVED.at(entry.head).with("old", old).with("new", new));
        }
    }
}
