//! A controlled vocabulary: official labels, compared without case, each with a slug that never changes.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::SchemaFile;
use crate::stage::Staged;

/// The words of one vocabulary, in the order of its file.
#[derive(Debug, Default)]
pub struct Vocabulary {
    pub name: String,
    pub title: String,
    words: Vec<Word>,
    /// Where the first word with a folded label stands: every content asks.
    by_label: HashMap<String, usize>,
}

/// A word, with what narrower words inherit from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The official label.
    pub label: String,
    pub slug: String,
    /// Label of the broader word.
    pub parent: Option<String>,
    /// Other keys of the file (`sezione`), inherited from broader words.
    pub attributes: BTreeMap<String, String>,
}

impl Vocabulary {
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.words.iter()
    }

    /// Finds a word, however its capitals are written.
    pub fn find(&self, label: &str) -> Option<&Word> {
        self.words.get(*self.by_label.get(&folded(label))?)
    }
}

/// Case, kinds of apostrophes and outer spaces do not make another word.
fn folded(label: &str) -> String {
    label.trim().to_lowercase().replace('’', "'")
}

#[derive(Deserialize)]
struct File {
    titolo: String,
    parole: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(String),
    Full {
        parola: String,
        #[serde(default)]
        parole: Vec<Written>,
        #[serde(flatten)]
        attributes: BTreeMap<String, String>,
    },
}

pub(super) fn read(name: &str, file: &SchemaFile<'_>) -> Staged<Vocabulary> {
    let mut vocabulary = Vocabulary { name: name.to_owned(), ..Vocabulary::default() };
    let mut diagnostics = Vec::new();
    if let Some(written) = super::parse_yaml::<File>(file, "schema--vocabulary", &mut diagnostics) {
        vocabulary.title = written.titolo;
        collect(written.parole, None, &BTreeMap::new(), &mut vocabulary.words);
    }
    for (at, word) in vocabulary.words.iter().enumerate() {
        vocabulary.by_label.entry(folded(&word.label)).or_insert(at);
    }
    Staged::new(vocabulary, diagnostics)
}

fn collect(
    written: Vec<Written>,
    parent: Option<&str>,
    inherited: &BTreeMap<String, String>,
    words: &mut Vec<Word>,
) {
    for entry in written {
        let (label, narrower, own) = match entry {
            Written::Plain(label) => (label, Vec::new(), BTreeMap::new()),
            Written::Full { parola, parole, attributes } => (parola, parole, attributes),
        };
        let mut attributes = inherited.clone();
        attributes.extend(own);
        words.push(Word {
            slug: crate::slug::slug(&label),
            parent: parent.map(str::to_owned),
            attributes: attributes.clone(),
            label: label.clone(),
        });
        collect(narrower, Some(&label), &attributes, words);
    }
}
