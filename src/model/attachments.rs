//! Attachments: their stable addresses, and which of them a published content needs.

use std::{collections::BTreeSet, sync::Arc};

use super::{Model, PathTarget, paths::Known};
use crate::{
    load::{Attachment, Site},
    validate::{Entry, Item, Val},
};

/// An attachment, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttachmentId(u32);

#[derive(Debug, Default)]
pub(super) struct Attachments {
    all: Vec<Attachment>,
    addresses: Vec<String>,
    used: BTreeSet<AttachmentId>,
    /// Needed by something that is not published on the day.
    waiting: BTreeSet<AttachmentId>,
}

impl Attachments {
    pub(super) fn get(&self, id: AttachmentId) -> &Attachment {
        &self.all[id.0 as usize]
    }

    pub(super) fn all(&self) -> &[Attachment] {
        &self.all
    }

    pub(super) fn address(&self, id: AttachmentId) -> &str {
        &self.addresses[id.0 as usize]
    }

    pub(super) fn used(&self) -> impl Iterator<Item = (AttachmentId, &str)> {
        self.used.iter().map(|id| (*id, self.address(*id)))
    }

    pub(super) fn unused(&self) -> impl Iterator<Item = &Attachment> {
        let numbered = self.all.iter().enumerate();
        numbered
            .filter(|(n, _)| {
                let id = AttachmentId(*n as u32);
                !self.used.contains(&id) && !self.waiting.contains(&id)
            })
            .map(|(_, attachment)| attachment)
    }
}

pub(super) fn collect(model: &mut Model, site: &Site) {
    for (n, attachment) in site.attachments.iter().enumerate() {
        model.paths.add(attachment.path.clone(), Known::Attachment(AttachmentId(n as u32)));
    }
    let (used, waiting) = (needed(model, &model.entries), needed(model, &model.hidden));
    model.attachments = Attachments {
        addresses: site.attachments.iter().map(|attachment| address(&attachment.path)).collect(),
        all: site.attachments.clone(),
        used,
        waiting,
    };
}

fn needed(model: &Model, entries: &[Arc<Entry>]) -> BTreeSet<AttachmentId> {
    let mut needed = BTreeSet::new();
    for entry in entries {
        let mut written = Vec::new();
        entry.fields.iter().for_each(|(_, item)| paths(item, &mut written));
        let links = entry.bodies().into_iter().flat_map(|body| &body.links);
        written.extend(links.map(|link| link.target.as_str()));
        needed.extend(written.into_iter().filter_map(|path| match model.resolve_path(&entry.path, path) {
            PathTarget::Attachment(id) => Some(id),
            _ => None,
        }));
    }
    needed
}

fn paths<'a>(item: &'a Item, written: &mut Vec<&'a str>) {
    match &item.value {
        Val::File(path) | Val::Link(path) => written.push(path),
        Val::List(items) => items.iter().for_each(|item| paths(item, written)),
        Val::Object(members) => members.iter().for_each(|(_, item)| paths(item, written)),
        _ => {}
    }
}

/// `documenti/statuto/statuto.pdf` → `/allegati/statuto/statuto.pdf`: the folder is named after the content it belongs to.
/// What lies beside several contents keeps its folder's name.
fn address(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let folder = parts.next().unwrap_or("sito");
    format!("/allegati/{folder}/{name}")
}
