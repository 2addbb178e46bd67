//! What contents are made of: types as JSON Schema 2020-12 with `x-` annotations, and vocabularies.
//!
//! A type's file is merged with `comune.json` (the keys every content has, and shapes that types share) and read twice:
//! by the `jsonschema` crate, which judges, and into [`ContentType`], by which everybody else reads contents.

mod albo;
mod annotations;
mod check;
mod content_type;
mod fields;
mod flatten;
mod inverses;
mod tables;
mod transparency;
mod vocabulary;

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

pub use albo::{ACT_TYPES, ActRule, Albo};
pub use check::{
    Document, FIELD_EMPTY, FIELD_MISSING, FIELD_UNKNOWN, FIELD_VALUE, Judge, Syntax, hint, to_json,
};
pub use content_type::{
    AddressPart, AddressPattern, BodyRule, Choice, Confidentiality, ContentType, Order, PageSection,
};
pub use fields::{Field, Kind, Reference};
pub use tables::{Column, ColumnKind, FromContents, Nested, TableScheme, Yearly, folded as folded_heading};
pub use transparency::{
    Applies, ContractDocument, Contracts, DurationRule, LawSection, MonthDay, Obligation, ROOT, ROOT_TITLE,
    Recurring, Rhythm, Selector, Times, Transparency, When,
};
pub use vocabulary::{Vocabulary, Word};

use crate::{
    diagnostic::{Diagnostic, Severity},
    l10n::said,
    rule::Meta,
    source::FileId,
    stage::Staged,
};

/// A schema or vocabulary file that does not say what it should.
pub static SCHEMA: Meta = Meta::new("schema", Severity::Error);

/// The rules about schemas and about front matter held against them.
pub static RULES: &[&Meta] = &[&SCHEMA, &FIELD_MISSING, &FIELD_EMPTY, &FIELD_UNKNOWN, &FIELD_VALUE];

/// Everything a site may say, by name.
#[derive(Default)]
pub struct Schemas {
    pub types: BTreeMap<String, Arc<ContentType>>,
    pub vocabularies: BTreeMap<String, Arc<Vocabulary>>,
    /// What the law asks to publish.
    pub transparency: Transparency,
    /// The schemes of tables.
    pub tables: BTreeMap<String, Arc<TableScheme>>,
    /// How long acts stay on the albo pretorio.
    pub albo: Albo,
    inverses: BTreeMap<String, Vec<(String, String)>>,
}

/// A file of the schemas' folder, as it was read.
pub struct SchemaFile<'a> {
    pub id: FileId,
    /// `servizio.schema.json`, `vocabolari/argomenti.yaml`, `comune.json`.
    pub name: &'a str,
    pub text: &'a str,
}

/// What can be read of the schemas; what is wrong in them stops publishing.
pub fn read(files: &[SchemaFile<'_>]) -> Staged<Schemas> {
    let mut diagnostics = Vec::new();
    let mut schemas = Schemas::default();
    for file in files {
        if let Some(name) = file.name.strip_prefix("vocabolari/").and_then(|name| name.strip_suffix(".yaml"))
        {
            let vocabulary = vocabulary::read(name, file).unpack(&mut diagnostics);
            schemas.vocabularies.insert(name.to_owned(), Arc::new(vocabulary));
        }
    }
    let common = files
        .iter()
        .find(|file| file.name == "comune.json")
        .and_then(|file| parse_json(file, &mut diagnostics))
        .unwrap_or_default();
    let types: Vec<Staged<Option<ContentType>>> =
        files.par_iter().map(|file| of_type(file, &common)).collect();
    let types = types.into_iter().filter_map(|read| read.unpack(&mut diagnostics));
    schemas.types = types.map(|read| (read.name.clone(), Arc::new(read))).collect();
    schemas.inverses = inverses::collect(&schemas.types);
    schemas.transparency = transparency::read(files, &mut diagnostics);
    schemas.tables = tables::read(files, &mut diagnostics);
    schemas.albo = albo::read(files, &mut diagnostics);
    annotations::check(&schemas, &mut diagnostics);
    transparency::check(&schemas, &mut diagnostics);
    tables::check(&schemas, &mut diagnostics);
    albo::check(&schemas, &mut diagnostics);
    Staged::new(schemas, diagnostics)
}

/// The content type of a file, if it is the schema of one.
fn of_type(file: &SchemaFile<'_>, common: &serde_json::Value) -> Staged<Option<ContentType>> {
    let mut diagnostics = Vec::new();
    let name = file.name.strip_suffix(".schema.json").filter(|&name| name != "site");
    let content_type = name.and_then(|name| {
        let merged = flatten::merge(parse_json(file, &mut diagnostics)?, common);
        content_type::read(name, file.id, merged).unpack(&mut diagnostics)
    });
    Staged::new(content_type, diagnostics)
}

/// The schema of `site.toml`, which stands alone.
pub fn read_site(file: &SchemaFile<'_>) -> Staged<Option<Judge>> {
    let mut diagnostics = Vec::new();
    let judge = parse_json(file, &mut diagnostics)
        .and_then(|schema| Judge::new(file.id, schema).unpack(&mut diagnostics));
    Staged::new(judge, diagnostics)
}

impl Schemas {
    /// The type whose contents live in a folder under `content/`.
    pub fn of_folder(&self, folder: &str) -> Option<&Arc<ContentType>> {
        self.types.values().find(|content_type| content_type.folder == folder)
    }

    /// Relations that other types have to this one: the name they have on this side, and the label.
    pub fn inverses_of(&self, type_name: &str) -> &[(String, String)] {
        self.inverses.get(type_name).map_or(&[], Vec::as_slice)
    }

    /// A type as editors need it: vocabularies as lists of words to choose from.
    pub fn for_editors(&self, content_type: &ContentType) -> serde_json::Value {
        flatten::for_editors(&content_type.schema, &self.vocabularies)
    }
}

fn parse_json(file: &SchemaFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<serde_json::Value> {
    match serde_json::from_str(file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let at = byte_of(file.text, error.line(), error.column());
            let place = crate::source::Span { file: file.id, start: at, end: at };
            diagnostics
                .push(SCHEMA.variant("schema--json", place).with("detail", said("JSON", &error.to_string())));
            None
        }
    }
}

/// Reads a file of YAML; what is wrong with it is told as this variant of the rule.
fn parse_yaml<T: serde::de::DeserializeOwned>(
    file: &SchemaFile<'_>,
    variant: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    match serde_saphyr::from_str(file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let (line, column) =
                error.location().map_or((1, 1), |at| (at.line() as usize, at.column() as usize));
            let at = byte_of(file.text, line, column);
            let place = crate::source::Span { file: file.id, start: at, end: at };
            let detail = error.without_snippet().to_string();
            diagnostics.push(SCHEMA.variant(variant, place).with("detail", detail));
            None
        }
    }
}

/// Parsers count lines from 1 and columns in bytes.
fn byte_of(text: &str, line: usize, column: usize) -> u32 {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len()) as u32
}
