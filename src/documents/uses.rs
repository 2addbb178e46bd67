//! Which contents lead to an attachment, and whether it is a document there or a picture.

use std::collections::BTreeMap;

use crate::{
    markdown::LinkKind,
    model::{AttachmentId, Model},
    privacy,
    source::Span,
    validate::{Entry, Item, Val},
};

/// Contents that are named beside a finding.
const MOST: usize = 3;

/// Where an attachment is used.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Uses {
    /// The first places that lead to it.
    pub(super) places: Vec<Span>,
    /// Whether anything offers it for reading; else it is shown, as a picture with words beside it.
    pub(super) is_document: bool,
    /// Whether an act, a benefit or a table of data leads to it.
    pub(super) is_act: bool,
}

/// The attachments that published contents use.
pub(super) fn of(model: &Model) -> BTreeMap<AttachmentId, Uses> {
    // What stands on the albo pretorio alone is no content of the model.
    let on_the_albo = model.albo.shown().iter().map(|n| &*model.albo.act(*n).entry);
    let on_the_albo = on_the_albo.filter(|entry| model.find(&entry.content_type.name, &entry.id).is_none());
    gather(model, model.entries().map(|(_, entry)| entry).chain(on_the_albo))
}

/// The attachments of what is not a content of the day and will be read, or is on the albo pretorio.
pub(super) fn to_come(model: &Model) -> BTreeMap<AttachmentId, Uses> {
    gather(model, privacy::beside(model))
}

fn gather<'a>(model: &Model, entries: impl IntoIterator<Item = &'a Entry>) -> BTreeMap<AttachmentId, Uses> {
    let mut uses = BTreeMap::new();
    for entry in entries {
        let is_act = model.is_of_persons(entry);
        let mut note = |path: &str, span: Span, is_document: bool| {
            if let Some(id) = model.attachment_from(entry, path) {
                let uses: &mut Uses = uses.entry(id).or_default();
                uses.is_document |= is_document;
                uses.is_act |= is_act;
                if uses.places.len() < MOST {
                    uses.places.push(span);
                }
            }
        };
        fields(entry, &mut note);
        for link in entry.bodies().into_iter().flat_map(|body| body.links()) {
            note(&link.target, link.span, link.kind == LinkKind::Link);
        }
    }
    uses
}

fn fields(entry: &Entry, note: &mut impl FnMut(&str, Span, bool)) {
    for (_, item) in &entry.fields {
        field(item, true, note);
    }
}

/// A file that stands beside an `alt` is a picture.
fn field(item: &Item, is_document: bool, note: &mut impl FnMut(&str, Span, bool)) {
    match &item.value {
        Val::File(path) | Val::Link(path) => note(path, item.span, is_document),
        Val::List(items) => items.iter().for_each(|item| field(item, is_document, note)),
        Val::Object(members) => {
            let is_picture = members.iter().any(|(name, _)| name == "alt");
            members.iter().for_each(|(_, item)| field(item, !is_picture, note));
        }
        _ => {}
    }
}
