//! A content type: its fields, where its pages stand, how its page is ordered.

use serde_json::Value;

use super::{
    Judge, SCHEMA,
    fields::{self, Field},
};
use crate::{source::FileId, stage::Staged};

/// Everything `schemas/<tipo>.schema.json` says.
pub struct ContentType {
    pub name: String,
    pub file: FileId,
    /// "Servizio", "Servizi".
    pub label: String,
    pub plural: String,
    pub description: String,
    /// Its folder under `content/`.
    pub folder: String,
    /// Where its pages stand; none: it has no page of its own.
    pub address: Option<AddressPattern>,
    /// How a content is called: `{nome} {cognome}`.
    pub title: String,
    pub order: Order,
    pub body: BodyRule,
    /// Its pages are there only as long as a list of transparency shows them (`x-presenza`).
    pub only_in_transparency: bool,
    /// What its texts may say of persons.
    pub confidentiality: Confidentiality,
    pub sections: Vec<PageSection>,
    pub fields: Vec<Field>,
    /// Fields and inverse relations of which one at least must say something.
    pub at_least_one: Vec<Choice>,
    /// The merged schema.
    pub schema: Value,
    /// Judges front matter: what stops publishing, then what only warns.
    pub judge: Judge,
}

/// `/amministrazione/{tipo.sezione}/`: the place of a type's pages in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct AddressPattern {
    pub parts: Vec<AddressPart>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AddressPart {
    Fixed(String),
    /// A path of field names; the last step may be an attribute of a vocabulary's word.
    Field(Vec<String>),
}

/// The field that sorts lists of the type.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub field: String,
    pub descending: bool,
}

/// Whether a content has text below its front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyRule {
    Required,
    Recommended,
    Optional,
    Forbidden,
}

/// What the texts of a type may say of persons: `x-riservatezza`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Confidentiality {
    /// As on any page.
    #[default]
    Open,
    /// `atto`: acts, benefits and data, where art. 26 c. 4 d.lgs. 33/2013 keeps health and hardship out.
    Act,
    /// `recapiti`: the body's own telephones, mailboxes and accounts.
    Contacts,
    /// `carica`: somebody who holds an office, whose name is public.
    Office,
}

/// A section of the page: its anchor, heading and the fields it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PageSection {
    pub id: String,
    pub title: String,
    pub fields: Vec<String>,
}

/// `x-almeno-uno`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub fields: Vec<String>,
    /// Whether it stops publishing or only warns.
    pub stops: bool,
}

impl std::fmt::Debug for ContentType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ContentType({})", self.name)
    }
}

impl ContentType {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field whose office answers for a content of this type.
    pub fn competent_office(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.competent_office)
    }
}

/// Whether a folder stays below the one it is named from.
fn is_inside(folder: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':']);
    folder.split('/').all(is_name)
}

pub(super) fn read(name: &str, file: FileId, schema: Value) -> Staged<Option<ContentType>> {
    let text = |key: &str| schema.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut diagnostics = Vec::new();
    let Some(judge) = Judge::new(file, schema.clone()).unpack(&mut diagnostics) else {
        return Staged::new(None, diagnostics);
    };
    for key in ["title", "x-cartella"] {
        if text(key).is_none() {
            diagnostics.push(SCHEMA.variant("schema--key-missing", file).with("key", key));
        }
    }
    let folder = text("x-cartella").unwrap_or_else(|| name.to_owned());
    let is_inside = is_inside(&folder);
    if !is_inside {
        diagnostics.push(SCHEMA.variant("schema--folder", file).with("folder", &folder));
    }
    let content_type = ContentType {
        name: name.to_owned(),
        file,
        label: text("title").unwrap_or_else(|| name.to_owned()),
        plural: text("x-plurale").or_else(|| text("title")).unwrap_or_else(|| name.to_owned()),
        description: text("description").unwrap_or_default(),
        // A folder that leads out of `content/` is told, and nothing is read or written there.
        folder: if is_inside { folder } else { name.to_owned() },
        address: text("x-indirizzo").map(|pattern| AddressPattern::parse(&pattern)),
        title: text("x-titolo").unwrap_or_else(|| "{titolo}".to_owned()),
        order: Order::parse(text("x-ordine").as_deref().unwrap_or("titolo")),
        body: match text("x-corpo").as_deref() {
            Some("obbligatorio") => BodyRule::Required,
            Some("consigliato") => BodyRule::Recommended,
            Some("vietato") => BodyRule::Forbidden,
            _ => BodyRule::Optional,
        },
        only_in_transparency: text("x-presenza").as_deref() == Some("trasparenza"),
        confidentiality: match text("x-riservatezza").as_deref() {
            Some("atto") => Confidentiality::Act,
            Some("recapiti") => Confidentiality::Contacts,
            Some("carica") => Confidentiality::Office,
            _ => Confidentiality::Open,
        },
        sections: sections(&schema),
        fields: fields::read(&schema, &schema),
        at_least_one: choices(&schema),
        judge,
        schema,
    };
    Staged::new(Some(content_type), diagnostics)
}

fn sections(schema: &Value) -> Vec<PageSection> {
    let section = |section: &Value| PageSection {
        id: text(section, "id"),
        title: text(section, "titolo"),
        fields: field_names(section),
    };
    objects(schema, "x-pagina").map(section).collect()
}

fn choices(schema: &Value) -> Vec<Choice> {
    let choice =
        |choice: &Value| Choice { fields: field_names(choice), stops: text(choice, "livello") != "avviso" };
    objects(schema, "x-almeno-uno").map(choice).collect()
}

fn objects<'a>(schema: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    schema.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text(object: &Value, key: &str) -> String {
    object.get(key).and_then(Value::as_str).unwrap_or("").to_owned()
}

fn field_names(object: &Value) -> Vec<String> {
    objects(object, "campi").filter_map(Value::as_str).map(str::to_owned).collect()
}

impl AddressPattern {
    /// Reads `/servizi/{categorie}/`.
    pub fn parse(pattern: &str) -> Self {
        let part = |segment: &str| match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(path) => AddressPart::Field(path.split('.').map(str::to_owned).collect()),
            None => AddressPart::Fixed(segment.to_owned()),
        };
        Self { parts: pattern.split('/').filter(|segment| !segment.is_empty()).map(part).collect() }
    }
}

impl Order {
    /// Reads `titolo` or `-data_pubblicazione`.
    pub fn parse(text: &str) -> Self {
        match text.strip_prefix('-') {
            Some(field) => Self { field: field.to_owned(), descending: true },
            None => Self { field: text.to_owned(), descending: false },
        }
    }
}
