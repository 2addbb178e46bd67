//! The `x-` annotations held against each other: every reference, vocabulary, inverse and page section exists.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{AddressPart, ContentType, Field, Kind, SCHEMA, Schemas};
use crate::{diagnostic::Diagnostic, suggest::closest};

const KNOWN: &[&str] = &[
    "x-almeno-uno",
    "x-avvisi",
    "x-cartella",
    "x-comune",
    "x-corpo",
    "x-formato",
    "x-indirizzo",
    "x-inverso",
    "x-inverso-etichetta",
    "x-ordine",
    "x-pagina",
    "x-plurale",
    "x-presenza",
    "x-riferimento",
    "x-riservatezza",
    "x-titolo",
    "x-ufficio-competente",
    "x-vocabolario",
];

pub(super) fn check(schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    let mut folders: BTreeMap<&str, &ContentType> = BTreeMap::new();
    for content_type in schemas.types.values() {
        let mut checker = Checker { schemas, content_type, diagnostics };
        checker.unknown_annotations(&content_type.schema);
        checker.fields(&content_type.fields);
        checker.page();
        checker.address();
        if let Some(other) = folders.insert(&content_type.folder, content_type) {
            let diagnostic = SCHEMA.variant("schema--folder-twice", content_type.file);
            diagnostics.push(diagnostic.with("folder", &content_type.folder).with("other", &other.name));
        }
        let offices = content_type.fields.iter().filter(|field| field.competent_office).count();
        if offices > 1 {
            diagnostics.push(SCHEMA.variant("schema--offices", content_type.file));
        }
    }
}

struct Checker<'a> {
    schemas: &'a Schemas,
    content_type: &'a ContentType,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn say(&mut self, words: &'static str, name: &str, known: Option<&str>) {
        let diagnostic = match known {
            Some(known) => SCHEMA.variant(words, self.content_type.file).with("known", known),
            None => SCHEMA.variant("schema--strange", self.content_type.file),
        };
        self.diagnostics.push(diagnostic.with("name", name));
    }

    fn unknown_annotations(&mut self, schema: &Value) {
        match schema {
            Value::Object(map) => {
                for (key, value) in map {
                    if key.starts_with("x-") && !KNOWN.contains(&key.as_str()) {
                        self.say("schema--annotation", key, closest(key, KNOWN.iter().copied()));
                    }
                    self.unknown_annotations(value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.unknown_annotations(item)),
            _ => {}
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            match field.kind.item() {
                Kind::Reference(reference) => {
                    for name in &reference.types {
                        if !self.schemas.types.contains_key(name) {
                            let known = closest(name, self.schemas.types.keys().map(String::as_str));
                            self.say("schema--type-unknown", name, known);
                        }
                    }
                }
                Kind::Word(name) if !self.schemas.vocabularies.contains_key(name) => {
                    let known = closest(name, self.schemas.vocabularies.keys().map(String::as_str));
                    self.say("schema--vocabulary-unknown", name, known);
                }
                Kind::Object(inner) => self.fields(inner),
                _ => {}
            }
        }
    }

    fn page(&mut self) {
        let mut known: Vec<&str> = self.content_type.fields.iter().map(|field| field.name.as_str()).collect();
        known.extend(self.schemas.inverses_of(&self.content_type.name).iter().map(|(name, _)| name.as_str()));
        known.push("corpo");
        for name in self.content_type.sections.iter().flat_map(|section| &section.fields) {
            if !known.contains(&name.as_str()) {
                self.say("schema--page-field", name, closest(name, known.iter().copied()));
            }
        }
    }

    fn address(&mut self) {
        let parts = self.content_type.address.iter().flat_map(|address| &address.parts);
        for part in parts {
            if let AddressPart::Field(path) = part {
                let first = path.first().map_or("", String::as_str);
                if self.content_type.field(first).is_none() {
                    let known =
                        closest(first, self.content_type.fields.iter().map(|field| field.name.as_str()));
                    self.say("schema--address-field", first, known);
                }
            }
        }
    }
}
