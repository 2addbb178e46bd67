//! The address of a content: its own `indirizzo`, else the place its type names and its slug.

use super::Model;
use crate::{
    load::Site,
    schema::AddressPart,
    validate::{Entry, Item, Ref, Val},
};

/// The template name that makes a page the answer to wrong addresses: a file that web servers look for.
pub(super) const NOT_FOUND: &str = "non-trovata";

/// Where a content stands: the folders above it, and what each is called if only a word says so.
pub(super) struct Place {
    /// `/servizi/anagrafe-e-stato-civile/`
    pub parent: String,
    /// Whole address.
    pub address: String,
    /// Addresses of folders that a vocabulary's word names, with the word.
    pub named: Vec<(String, String)>,
}

/// None: contents of this type have no page.
pub(super) fn place(entry: &Entry, model: &Model, site: &Site) -> Option<Place> {
    if let Some(address) = entry.text("indirizzo").filter(|_| has_own_address(entry)) {
        let address = tidy(address);
        return Some(Place { parent: parent_of(&address), address, named: Vec::new() });
    }
    if entry.text("modello") == Some(NOT_FOUND) {
        return Some(Place { parent: "/".to_owned(), address: "/404.html".to_owned(), named: Vec::new() });
    }
    let pattern = entry.content_type.address.as_ref()?;
    let mut parent = "/".to_owned();
    let mut named = Vec::new();
    for part in &pattern.parts {
        match part {
            AddressPart::Fixed(segment) => parent = format!("{parent}{segment}/"),
            AddressPart::Field(path) => {
                // A field that is not filled in leaves its segment out.
                let Some(segment) = segment(entry, path, model, site) else { continue };
                parent = format!("{parent}{}/", segment.slug);
                named.extend(segment.label.map(|label| (parent.clone(), label)));
            }
        }
    }
    Some(Place { address: format!("{parent}{}/", entry.slug), parent, named })
}

/// The type says that `indirizzo` is a page's address; elsewhere it is a street.
fn has_own_address(entry: &Entry) -> bool {
    let property = entry.content_type.schema.pointer("/properties/indirizzo/x-formato");
    property.and_then(serde_json::Value::as_str) == Some("indirizzo")
}

pub(super) fn parent_of(address: &str) -> String {
    let inner = address.trim_matches('/');
    match inner.rsplit_once('/') {
        Some((parent, _)) => format!("/{parent}/"),
        None => "/".to_owned(),
    }
}

fn tidy(address: &str) -> String {
    let inner = address.trim_matches('/');
    if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }
}

struct Segment {
    slug: String,
    label: Option<String>,
}

/// Follows `incarichi.tipo.sezione` from field to field: through references, to a word, to an attribute of the word.
fn segment(entry: &Entry, path: &[String], model: &Model, site: &Site) -> Option<Segment> {
    let (first, rest) = path.split_first()?;
    match &first_item(entry, first)?.value {
        Val::Reference(Ref { target: Some(target), .. }) => {
            segment(model.main_version(*target), rest, model, site)
        }
        Val::Word { vocabulary, label, slug } => match rest.first() {
            None => Some(Segment { slug: slug.clone(), label: Some(label.clone()) }),
            Some(attribute) => {
                let word = site.schemas.vocabularies.get(vocabulary)?.find(label)?;
                word.attributes.get(attribute).map(|slug| Segment { slug: slug.clone(), label: None })
            }
        },
        Val::Text(text) => Some(Segment { slug: crate::slug::slug(text), label: Some(text.clone()) }),
        _ => None,
    }
}

fn first_item<'a>(entry: &'a Entry, name: &str) -> Option<&'a Item> {
    entry.items(name).first()
}
