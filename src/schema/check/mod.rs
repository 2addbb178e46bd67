//! Front matter held against its schema. The `jsonschema` crate judges; here its verdicts become
//! findings at the place of the key or value, in the editor's words.

mod shown;
mod words;

use std::ops::Range;

use jsonschema::{Draft, ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value as Json;
use shown::{FrontMatter, Shown};
pub use words::hint;

use super::{Kind, SCHEMA, fields};
use crate::{
    diagnostic::{Diagnostic, Severity},
    l10n::said,
    rule::Meta,
    schema::Field,
    source::{FileId, Span},
    stage::Staged,
    suggest::closest,
    tree::{Map, Node},
};

pub static FIELD_MISSING: Meta = Meta::new("field-missing", Severity::Error);
pub static FIELD_EMPTY: Meta = Meta::new("field-empty", Severity::Error);
pub static FIELD_UNKNOWN: Meta = Meta::new("field-unknown", Severity::Error);
pub static FIELD_VALUE: Meta = Meta::new("field-value", Severity::Error);

/// A schema ready to judge: what stops publishing, and what only warns (`x-avvisi`).
pub struct Judge {
    fields: Vec<Field>,
    hard: Validator<FrontMatter>,
    soft: Option<Validator<FrontMatter>>,
}

impl Judge {
    /// Compiles a schema; one that is not valid JSON Schema is told at `file`.
    pub fn new(file: FileId, schema: Json) -> Staged<Option<Self>> {
        let mut diagnostics = Vec::new();
        let mut compile = |schema: &Json| {
            let validator = jsonschema::options_for::<FrontMatter>()
                .with_draft(Draft::Draft202012)
                .should_validate_formats(true)
                .build(schema);
            validator
                .map_err(|error| {
                    let detail = error.to_string();
                    diagnostics.push(
                        SCHEMA.variant("schema--invalid", file).with("detail", said("JSON Schema", &detail)),
                    );
                })
                .ok()
        };
        let fields = fields::read(&schema, &schema);
        let hard = compile(&schema);
        let soft = schema.get("x-avvisi").map(|soft| {
            // Soft conditions may use the shapes of the whole schema.
            let mut soft = soft.clone();
            if let (Some(soft), Some(defs)) = (soft.as_object_mut(), schema.get("$defs")) {
                soft.insert("$defs".to_owned(), defs.clone());
            }
            compile(&soft)
        });
        let judge = match (hard, soft) {
            (Some(hard), Some(Some(soft))) => Some(Self { fields, hard, soft: Some(soft) }),
            (Some(hard), None) => Some(Self { fields, hard, soft: None }),
            _ => None,
        };
        Staged::new(judge, diagnostics)
    }

    /// The fields of the schema.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Every violation of a file's front matter, each once, the graver one where two say the same.
    pub fn check(&self, document: &Document<'_>) -> Vec<Diagnostic> {
        let shown = Shown::map(document.map, &self.fields);
        let mut diagnostics = Vec::new();
        for error in self.hard.iter_errors(&shown) {
            self.explain(&error, document, Severity::Error, &mut diagnostics);
        }
        for error in self.soft.iter().flat_map(|soft| soft.iter_errors(&shown)) {
            self.explain(&error, document, Severity::Warning, &mut diagnostics);
        }
        drop_echoes(&mut diagnostics);
        diagnostics
    }

    fn explain(
        &self,
        error: &ValidationError<'_>,
        document: &Document<'_>,
        severity: Severity,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let pointer = error.instance_path().to_string();
        let context = Context { document, pointer: &pointer, fields: &self.fields };
        match error.kind() {
            // Of a list that could not be read whole nobody knows how long it is.
            ValidationErrorKind::MinItems { .. } if context.is_half_read() => {}
            ValidationErrorKind::AdditionalProperties { unexpected }
            | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
                diagnostics.extend(unexpected.iter().map(|key| context.unknown(key)));
            }
            ValidationErrorKind::Required { property } => {
                diagnostics.extend(context.missing(property.as_str().unwrap_or_default(), severity));
            }
            ValidationErrorKind::AnyOf { context: branches }
            | ValidationErrorKind::OneOfNotValid { context: branches } => {
                diagnostics.extend(context.none_of(branches, severity));
            }
            _ => diagnostics.push(words::value(error, &context).severity(severity)),
        }
    }
}

/// What is judged: a map, the file it stands in, and the place to name for what is missing.
pub struct Document<'a> {
    pub file: FileId,
    pub map: &'a Map,
    /// Where a missing key is told.
    pub head: Range<u32>,
    /// Keys that are there but could not be read.
    pub broken: &'a [String],
    pub syntax: Syntax,
}

/// How a document is written: lists and groups look different in what there is to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    Yaml,
    Toml,
}

/// Where in the document the verdict points.
pub(super) struct Context<'a> {
    document: &'a Document<'a>,
    pointer: &'a str,
    /// Of the whole document.
    fields: &'a [Field],
}

impl Context<'_> {
    fn span(&self, range: Range<u32>) -> Span {
        Span::new(self.document.file, range)
    }

    /// The map the pointer leads to.
    fn map(&self) -> &Map {
        self.node().and_then(Node::map).unwrap_or(self.document.map)
    }

    fn node(&self) -> Option<&Node> {
        let (first, rest) = self.pointer.strip_prefix('/')?.split_once('/').map_or_else(
            || (self.pointer.trim_start_matches('/'), String::new()),
            |(first, rest)| (first, format!("/{rest}")),
        );
        Some(self.document.map.get(first)?.at(&rest))
    }

    fn is_half_read(&self) -> bool {
        let first = self.pointer.trim_start_matches('/').split('/').next().unwrap_or("");
        self.document.broken.iter().any(|broken| broken == first)
    }

    fn syntax(&self) -> Syntax {
        self.document.syntax
    }

    fn is_root(&self) -> bool {
        self.pointer.is_empty()
    }

    /// The fields of the object the pointer leads to.
    fn fields(&self) -> &[Field] {
        fields_at(self.fields, self.pointer)
    }

    /// The field the pointer leads to.
    fn field(&self) -> Option<&Field> {
        let names: Vec<&str> =
            self.pointer.split('/').filter(|step| step.parse::<usize>().is_err()).collect();
        let (name, parent) = names.split_last()?;
        fields_at(self.fields, &parent.join("/")).iter().find(|field| field.name == *name)
    }

    /// Where to say that something is missing in this object.
    fn head(&self) -> Range<u32> {
        if self.is_root() {
            return self.document.head.clone();
        }
        let first_key = self.map().iter().next().map(|entry| entry.key_range.clone());
        first_key
            .or_else(|| self.node().map(|node| node.range.clone()))
            .unwrap_or_else(|| self.document.head.clone())
    }

    fn unknown(&self, key: &str) -> Diagnostic {
        let range = self.map().entry(key).map_or_else(|| self.head(), |entry| entry.key_range.clone());
        let names = self.fields().iter().map(|field| field.name.as_str());
        match closest(key, names) {
            Some(known) => FIELD_UNKNOWN.at(self.span(range)).with("field", key).with("known", known),
            None => self.strange(key, self.span(range)),
        }
    }

    /// A key that is like none here: perhaps it belongs to another group.
    fn strange(&self, key: &str, span: Span) -> Diagnostic {
        let is_toml = self.document.syntax == Syntax::Toml;
        let holds = |field: &&Field| matches!(&field.kind, Kind::Object(inner) if inner.iter().any(|inner| inner.name == key));
        let group = self.fields.iter().find(holds).filter(|_| is_toml);
        let words = match group {
            Some(_) => "field-unknown--group",
            None if self.is_root() || !is_toml => "field-unknown--strange",
            None if self.fields.iter().any(|field| field.name == key) => "field-unknown--root",
            None => "field-unknown--strange",
        };
        let words =
            if is_toml && words == "field-unknown--strange" { "field-unknown--setting" } else { words };
        let told = FIELD_UNKNOWN.variant(words, span).with("field", key);
        told.with("group", group.map_or("", |group| group.name.as_str()))
    }

    fn missing(&self, name: &str, severity: Severity) -> Option<Diagnostic> {
        if self.is_root() && self.document.broken.iter().any(|broken| broken == name) {
            return None;
        }
        // Behind a misspelt key stands what is missing, unless nothing does.
        let misspelt = self.map().iter().filter(|entry| !entry.node.is_null()).any(|entry| {
            let names: Vec<&str> = self.fields().iter().map(|field| field.name.as_str()).collect();
            !names.contains(&entry.key.as_str()) && closest(&entry.key, names) == Some(name)
        });
        if misspelt {
            return None;
        }
        let field = self.fields().iter().find(|field| field.name == name);
        let label = field.map_or(name, |field| field.label.as_str());
        let written = self.map().entry(name);
        let diagnostic = match written {
            Some(entry) => FIELD_EMPTY.at(self.span(entry.key_range.clone())),
            None => {
                let is_group = field.is_some_and(|field| matches!(field.kind, Kind::Object(_)));
                let is_section = is_group && self.syntax() == Syntax::Toml;
                let words = if is_section { "field-missing--section" } else { FIELD_MISSING.id };
                FIELD_MISSING.variant(words, self.span(self.head()))
            }
        };
        Some(
            diagnostic
                .severity(severity)
                .with("field", name)
                .with("label", label)
                .with("hint", words::help_of(field)),
        )
    }

    /// No alternative holds. When each only lacks a key, the keys are the choice to name.
    fn none_of(&self, branches: &[Vec<ValidationError<'static>>], severity: Severity) -> Option<Diagnostic> {
        let mut names: Vec<&str> = Vec::new();
        for error in branches.iter().flatten() {
            match error.kind() {
                ValidationErrorKind::Required { property } => names.extend(property.as_str()),
                _ => {
                    let deeper = error.instance_path().to_string();
                    let context = Context { pointer: &deeper, ..*self };
                    return Some(words::value(error, &context).severity(severity));
                }
            }
        }
        names.dedup();
        if self.is_root() && names.iter().any(|name| self.document.broken.iter().any(|broken| broken == name))
        {
            return None;
        }
        let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let first = names.first().and_then(|name| self.fields().iter().find(|field| field.name == *name));
        Some(
            FIELD_MISSING
                .variant("field-missing--one-of", self.span(self.head()))
                .severity(severity)
                .with("fields", list)
                .with("hint", words::help_of(first)),
        )
    }
}

/// What was told as an error need not be told again as a warning: a key that is missing, a text that is too long.
/// And a value that is no web address at all need not have the form of one.
fn drop_echoes(diagnostics: &mut Vec<Diagnostic>) {
    let is_vague = |diagnostic: &Diagnostic| diagnostic.message.id == "field-value--pattern";
    let told: Vec<_> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.rule == FIELD_VALUE.id && !is_vague(diagnostic))
        .map(|diagnostic| diagnostic.place.range.clone())
        .collect();
    diagnostics.retain(|diagnostic| !is_vague(diagnostic) || !told.contains(&diagnostic.place.range));
    let said = |diagnostic: &Diagnostic| {
        (diagnostic.place.range.clone(), diagnostic.message.id, diagnostic.message.args.first().cloned())
    };
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).map(said).collect();
    diagnostics.retain(|diagnostic| diagnostic.is_error() || !errors.contains(&said(diagnostic)));
}

fn fields_at<'a>(fields: &'a [Field], pointer: &str) -> &'a [Field] {
    let mut fields = fields;
    for step in pointer.split('/').filter(|step| !step.is_empty() && step.parse::<usize>().is_err()) {
        let next = fields.iter().find(|field| field.name == step).map(|field| field.kind.item());
        match next {
            Some(Kind::Object(inner)) => fields = inner,
            _ => return &[],
        }
    }
    fields
}

/// The JSON of a value, read as `kind` asks; without a kind, as YAML's core schema would.
pub fn to_json(node: &Node, kind: Option<&Kind>) -> Json {
    Shown::read(node, kind).to_json()
}
