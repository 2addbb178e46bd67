//! Attachments: their stable addresses, and which of them a published content needs.

use std::{collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

use super::{Model, albo, paths::Known};
use crate::{
    load::{Attachment, Site},
    markdown::LinkKind,
    validate::{Entry, Item, Val},
};

/// An attachment, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttachmentId(u32);

#[derive(Debug, Clone, Default)]
pub(super) struct Attachments {
    all: Vec<Attachment>,
    addresses: Vec<String>,
    used: BTreeSet<AttachmentId>,
    /// Read as data, shown on the albo alone, or needed by something that is not published on the day.
    named: BTreeSet<AttachmentId>,
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
                !self.used.contains(&id) && !self.named.contains(&id)
            })
            .map(|(_, attachment)| attachment)
    }
}

pub(super) fn collect(model: &mut Model, site: &Site, reads_texts: bool) {
    for (n, attachment) in site.attachments.iter().enumerate() {
        let known = Known::Attachment(AttachmentId(n as u32));
        Arc::make_mut(&mut model.paths).add(attachment.path.clone(), known);
    }
    let (used, named) = match reads_texts {
        true => in_use(model),
        // Nobody knows yet which are.
        false => ((0..site.attachments.len() as u32).map(AttachmentId).collect(), BTreeSet::new()),
    };
    model.attachments = Arc::new(Attachments {
        addresses: site.attachments.iter().map(|attachment| address(&attachment.path)).collect(),
        all: site.attachments.clone(),
        used,
        named,
    });
}

/// What is needed by what is published, and what else is named.
fn in_use(model: &Model) -> (BTreeSet<AttachmentId>, BTreeSet<AttachmentId>) {
    let of_entry = |entry: &Arc<Entry>| {
        let (mut used, mut named) = (Vec::new(), Vec::new());
        for (name, item) in &entry.fields {
            paths(item, |item| is_published(name, item), &mut used);
            // What a content shows on the albo pretorio alone has an address of its own there.
            paths(item, |item| !is_published(name, item), &mut named);
        }
        used.extend(links(entry));
        [used, named].map(|written| found(model, entry, written))
    };
    let found: Vec<[Vec<AttachmentId>; 2]> = model.entries.par_iter().map(of_entry).collect();
    let (mut used, mut named) = (BTreeSet::new(), needed(model, &model.hidden, |_, _| true));
    for [now, later] in found {
        used.extend(now);
        named.extend(later);
    }
    (used, named)
}

/// Whether all files a content needs are in use already.
pub(super) fn are_known(model: &Model, entry: &Arc<Entry>) -> bool {
    let entry = std::slice::from_ref(entry);
    needed(model, entry, is_published).iter().all(|id| model.attachments.used.contains(id))
}

/// The files that went with a content, because nothing published needs them.
pub(super) fn of_hidden(model: &Model, entry: &Arc<Entry>) -> Vec<AttachmentId> {
    let files = needed(model, std::slice::from_ref(entry), is_published).into_iter();
    files.filter(|id| !model.attachments.used.contains(id)).collect()
}

/// What the content's own page leads to: neither data, which are published as tables, nor what the albo shows.
fn is_published(field: &str, item: &Item) -> bool {
    field != albo::FIELD && matches!(item.value, Val::File(_) | Val::Link(_))
}

fn needed(
    model: &Model,
    entries: &[Arc<Entry>],
    counts: impl Fn(&str, &Item) -> bool + Copy,
) -> BTreeSet<AttachmentId> {
    entries.iter().flat_map(|entry| of(model, entry, counts)).collect()
}

/// The files a content leads to, in fields and texts. A link to a file of data publishes it, whatever else it is used for.
fn of(model: &Model, entry: &Entry, counts: impl Fn(&str, &Item) -> bool + Copy) -> Vec<AttachmentId> {
    let mut written = Vec::new();
    for (name, item) in &entry.fields {
        paths(item, |item| counts(name, item), &mut written);
    }
    written.extend(links(entry));
    found(model, entry, written)
}

/// Where the texts of a content lead, as written.
fn links(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.bodies().into_iter().flat_map(|body| body.links()).map(|link| link.target.as_str())
}

fn found(model: &Model, entry: &Entry, written: Vec<&str>) -> Vec<AttachmentId> {
    written.into_iter().filter_map(|path| model.attachment_from(entry, path)).collect()
}

impl Model {
    /// Every path that a content's fields and texts name, as written.
    pub fn paths_in<'a>(&self, entry: &'a Entry) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut written = Vec::new();
        entry.fields.iter().for_each(|(_, item)| paths(item, |_| true, &mut written));
        written.into_iter().chain(links(entry))
    }

    /// Every file that a content names or leads to, whatever it is used for.
    pub fn files_of(&self, entry: &Entry) -> impl Iterator<Item = AttachmentId> + use<> {
        of(self, entry, |_, _| true).into_iter()
    }

    /// The files that a content's texts lead to, in order, without those that its fields show.
    pub fn files_of_texts(&self, entry: &Entry) -> Vec<AttachmentId> {
        let mut shown = Vec::new();
        for (_, item) in &entry.fields {
            paths(item, |item| matches!(item.value, Val::File(_)), &mut shown);
        }
        let found = |path: &str| self.attachment_from(entry, path);
        let mut seen: BTreeSet<AttachmentId> = shown.into_iter().filter_map(found).collect();
        let links = entry.bodies().into_iter().flat_map(|body| body.links());
        let links = links.filter(|link| link.kind == LinkKind::Link);
        links.filter_map(|link| found(&link.target)).filter(|id| seen.insert(*id)).collect()
    }

    /// The files that a content's own page leads to.
    pub fn attachments_of(&self, entry: &Entry) -> impl Iterator<Item = AttachmentId> + use<> {
        of(self, entry, is_published).into_iter()
    }
}

fn paths<'a>(item: &'a Item, counts: impl Fn(&Item) -> bool + Copy, written: &mut Vec<&'a str>) {
    match &item.value {
        Val::File(path) | Val::Link(path) | Val::Data(path) if counts(item) => written.push(path),
        Val::List(items) => items.iter().for_each(|item| paths(item, counts, written)),
        Val::Object(members) => members.iter().for_each(|(_, item)| paths(item, counts, written)),
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
