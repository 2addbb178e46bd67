//! How long each type of act stays on the albo pretorio (L. 69/2009, art. 32), as data: `schemas/albo/*.yaml`.
//!
//! What follows from a rule is computed in `model::albo`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{SCHEMA, SchemaFile, Schemas, parse_yaml};
use crate::{diagnostic::Diagnostic, source::FileId, suggest::closest};

/// The folder of the files, below `schemas/`.
const FOLDER: &str = "albo/";

/// The vocabulary of the types of act.
pub const ACT_TYPES: &str = "tipi_documento_albo";

/// The rules of all types of act.
#[derive(Debug, Clone, Default)]
pub struct Albo {
    rules: Vec<ActRule>,
}

/// How long acts of a type stay.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRule {
    /// A word of the vocabulary; it speaks for narrower words too.
    #[serde(rename = "tipo")]
    pub word: String,
    /// Consecutive days, the first not counted.
    #[serde(rename = "giorni", default)]
    pub days: Option<u16>,
    /// Fields of a content that hold the last day.
    #[serde(rename = "fino_a", default)]
    pub until: Vec<String>,
    /// The last day is written with the act: nobody else knows it.
    #[serde(rename = "richiesto", default)]
    pub is_asked: bool,
    /// A norm asks for at least so many days.
    #[serde(rename = "minimo", default)]
    pub is_minimum: bool,
    /// Concerns single persons: their names do not outlive the publication.
    #[serde(rename = "riservato", default)]
    pub is_personal: bool,
    #[serde(rename = "norma")]
    pub norm: String,
    /// First and last day of publication for which the rule holds.
    #[serde(rename = "dal")]
    pub from: Date,
    #[serde(rename = "al", default)]
    pub to: Option<Date>,
    /// Whether norm and days were read in a source.
    #[serde(rename = "verificato", default = "yes")]
    pub verified: bool,
    #[serde(skip)]
    file: Option<FileId>,
}

fn yes() -> bool {
    true
}

impl Albo {
    /// The rule for acts of a type that are published on a day. `words` go from the type itself to its broader words.
    pub fn rule<'a>(&self, words: impl IntoIterator<Item = &'a str>, day: Date) -> Option<&ActRule> {
        words.into_iter().find_map(|word| {
            let holds = |rule: &&ActRule| {
                rule.word.to_lowercase() == word.to_lowercase()
                    && rule.from <= day
                    && rule.to.is_none_or(|to| day <= to)
            };
            // Of two, the newer; of two equally new, the one in the later file.
            self.rules.iter().filter(holds).max_by_key(|rule| rule.from)
        })
    }
}

/// Reads the files of the folder; what cannot be read stops publishing.
pub(super) fn read(files: &[SchemaFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Albo {
    let mut albo = Albo::default();
    let is_of_albo = |file: &&SchemaFile<'_>| file.name.starts_with(FOLDER) && file.name.ends_with(".yaml");
    for file in files.iter().filter(is_of_albo) {
        let rules: Vec<ActRule> = parse_yaml(file, "schema--albo", diagnostics).unwrap_or_default();
        albo.rules.extend(rules.into_iter().map(|rule| ActRule { file: Some(file.id), ..rule }));
    }
    albo
}

/// Tells the words that no vocabulary has, fields that no type has, and rules from which no end follows.
pub(super) fn check(schemas: &Schemas, diagnostics: &mut Vec<Diagnostic>) {
    for rule in &schemas.albo.rules {
        let Some(file) = rule.file else { continue };
        if let Some(words) = schemas.vocabularies.get(ACT_TYPES)
            && words.find(&rule.word).is_none()
        {
            let known = closest(&rule.word, words.words().map(|word| word.label.as_str()));
            diagnostics.push(unknown(file, &rule.word, known));
        }
        let fields = || schemas.types.values().flat_map(|kind| &kind.fields).map(|field| field.name.as_str());
        for name in rule.until.iter().filter(|name| fields().all(|known| known != name.as_str())) {
            diagnostics.push(unknown(file, name, closest(name, fields())));
        }
        if rule.days.is_none() && !rule.is_asked && rule.until.is_empty() {
            diagnostics.push(SCHEMA.variant("schema--albo-endless", file).with("name", &rule.word));
        }
    }
}

fn unknown(file: FileId, name: &str, known: Option<&str>) -> Diagnostic {
    let diagnostic = match known {
        Some(known) => SCHEMA.variant("schema--albo-unknown", file).with("known", known),
        None => SCHEMA.variant("schema--albo-strange", file),
    };
    diagnostic.with("name", name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(word: &str, from: &str, to: Option<&str>, days: u16) -> ActRule {
        ActRule {
            word: word.to_owned(),
            days: Some(days),
            until: Vec::new(),
            is_asked: false,
            is_minimum: false,
            is_personal: false,
            norm: String::new(),
            from: from.parse().unwrap(),
            to: to.map(|day| day.parse().unwrap()),
            verified: true,
            file: None,
        }
    }

    #[test]
    fn the_nearest_word_and_the_newest_rule_count() {
        let albo = Albo {
            rules: vec![
                rule("Deliberazione", "2011-01-01", Some("2026-12-31"), 15),
                rule("Deliberazione", "2027-01-01", None, 20),
                rule("Atto amministrativo", "2011-01-01", None, 10),
                rule("Atto amministrativo", "2020-01-01", None, 12),
            ],
        };
        let check = |words: &[&str], day: &str, expected: Option<u16>| {
            let found = albo.rule(words.iter().copied(), day.parse().unwrap());
            assert_eq!(found.and_then(|rule| rule.days), expected, "{words:?} {day}");
        };
        check(&["deliberazione", "Atto amministrativo"], "2026-12-31", Some(15));
        check(&["Deliberazione", "Atto amministrativo"], "2027-01-01", Some(20));
        check(&["Ordinanza", "Atto amministrativo"], "2026-12-31", Some(12));
        check(&["Ordinanza", "Atto amministrativo"], "2015-12-31", Some(10));
        check(&["Ordinanza"], "2026-12-31", None);
        check(&["Deliberazione"], "2010-12-31", None);
    }
}
