//! The page of the vocabularies: every word an editor can choose, the narrower ones below the broader.

use std::fmt::Write;

use super::{Page, inline};
use crate::schema::{Schemas, Vocabulary, Word};

/// How deep a word may stand; a vocabulary that goes in circles ends here.
const MAX_DEPTH: usize = 6;

pub(super) fn page(schemas: &Schemas) -> Page {
    let mut text = String::from(
        "# Vocabolari\n\nAlcuni campi si compilano scegliendo da un elenco. Maiuscole e minuscole non contano; \
         il resto si scrive come qui.\n\n",
    );
    for name in schemas.vocabularies.keys() {
        // Writing into a `String` cannot fail.
        let _ = writeln!(text, "- [{name}](#{name})");
    }
    for (name, vocabulary) in &schemas.vocabularies {
        let _ = writeln!(text, "\n## {name}\n\n{}.\n", inline(&vocabulary.title));
        for word in vocabulary.words() {
            let _ = writeln!(text, "{}- {}", "  ".repeat(depth(vocabulary, word)), inline(&word.label));
        }
    }
    Page { path: "manuale/campi/vocabolari.md".to_owned(), text }
}

fn depth(vocabulary: &Vocabulary, word: &Word) -> usize {
    let broader = |word: &Word| word.parent.as_deref().and_then(|parent| vocabulary.find(parent));
    std::iter::successors(broader(word), |&word| broader(word)).take(MAX_DEPTH).count()
}
