//! `caselle()`: every mailbox of the body, certified ones apart, each with who reads it.

use std::collections::BTreeMap;

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::{
    model::targets,
    render::values::object,
    validate::{ContentId, Entry, Val},
};

const CONTACT: &str = "punto_contatto";

/// A mailbox, and the contents that give it as theirs.
struct Mailbox {
    certified: bool,
    address: String,
    note: Option<String>,
    contact: String,
    of: Vec<ContentId>,
}

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    let mut boxes = all(view);
    boxes.sort_by(|a, b| (&a.contact, &a.address).cmp(&(&b.contact, &b.address)));
    let of_kind = |certified: bool| {
        let boxes = boxes.iter().filter(|mailbox| mailbox.certified == certified);
        Value::from(boxes.map(|mailbox| shown(view, mailbox, &page.lang)).collect::<Vec<_>>())
    };
    Ok(object([("pec", of_kind(true)), ("ordinarie", of_kind(false))]))
}

fn shown(view: &View, mailbox: &Mailbox, lang: &str) -> Value {
    object([
        ("indirizzo", mailbox.address.as_str().into()),
        ("descrizione", mailbox.note.as_deref().into()),
        ("contatto", mailbox.contact.as_str().into()),
        ("di", view.cards(mailbox.of.iter().copied(), lang)),
    ])
}

/// The mailboxes of `site.toml`, then those of the points of contact; each address once.
fn all(view: &View) -> Vec<Mailbox> {
    let mut boxes: BTreeMap<String, Mailbox> = BTreeMap::new();
    let body = &view.config.ente;
    for (address, certified) in [(&body.pec, true), (&body.email, false)] {
        if !address.is_empty() {
            let contact = view.config.nome.clone();
            let mailbox =
                Mailbox { certified, address: address.clone(), note: None, contact, of: Vec::new() };
            boxes.insert(address.to_lowercase(), mailbox);
        }
    }
    let users = users(view);
    for contact in view.model.of_type(CONTACT) {
        let entry = view.model.main_version(*contact);
        for (address, certified, note) in mailboxes(entry) {
            let mailbox = boxes.entry(address.to_lowercase()).or_insert_with(|| Mailbox {
                certified,
                address: address.to_owned(),
                note: note.map(str::to_owned),
                contact: entry.title.clone(),
                of: Vec::new(),
            });
            for user in users.get(contact).into_iter().flatten() {
                if !mailbox.of.contains(user) {
                    mailbox.of.push(*user);
                }
            }
        }
    }
    boxes.into_values().collect()
}

/// Address, whether it is certified, and what is written beside it.
fn mailboxes(entry: &Entry) -> impl Iterator<Item = (&str, bool, Option<&str>)> {
    entry.items("voci").iter().filter_map(|item| {
        let text = |name: &str| match &item.value.member(name)?.value {
            Val::Text(text) => Some(text.as_str()),
            _ => None,
        };
        let Val::Word { slug, .. } = &item.value.member("tipo")?.value else { return None };
        let certified = match slug.as_str() {
            "pec" => true,
            "email" => false,
            _ => return None,
        };
        Some((text("valore")?, certified, text("descrizione")))
    })
}

/// Who gives a point of contact as theirs: units first, they are what people know.
fn users(view: &View) -> BTreeMap<ContentId, Vec<ContentId>> {
    let mut users: BTreeMap<ContentId, Vec<ContentId>> = BTreeMap::new();
    for name in ["unita_organizzativa", "luogo"] {
        for content in view.model.of_type(name) {
            for contact in targets(view.model.main_version(*content).items("contatti")) {
                let users = users.entry(contact).or_default();
                // A place is named only where no unit answers.
                if name == "unita_organizzativa" || users.is_empty() {
                    users.push(*content);
                }
            }
        }
    }
    users
}
