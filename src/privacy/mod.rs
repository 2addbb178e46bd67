//! The privacy guard: personal data that nobody should publish, looked for in every text before it goes online.
//!
//! 1. [`search`] goes once through a text. It makes `words` of it, and each detector (a file of its own) is asked only at
//!    words that can begin what it looks for. It knows nothing of sites.
//! 2. [`run`] asks it for every content, leaves out what is the body's own (`own`), and tells the rest.
//! 3. What was found is covered wherever a finding may show it: in its own words, in those of other rules and in the
//!    excerpts of the sources (`cover`).
//!
//! Precise before loud: what has a digit of proof stops publishing, what is known by the words around it warns.
//! The law: artt. 5, 9 and 10 GDPR; artt. 2-ter and 2-septies d.lgs. 196/2003; artt. 7-bis and 26 c. 4 d.lgs. 33/2013;
//! Garante, Linee guida n. 243 of 15 May 2014.

mod birth;
mod contents;
mod cover;
mod dates;
mod email;
mod files;
pub mod fiscal_code;
mod iban;
mod identity_document;
mod names;
mod own;
mod phone;
mod residence;
mod rows;
mod sensitive;
mod told;
mod words;

use std::ops::Range;

pub use contents::{Before, Privacy, beside, run};
pub use files::{Findings, Found, Place};
pub use rows::{Heads, Sentence, rows};
pub use told::RULES;
use words::Words;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    FiscalCode,
    /// A fiscal code in the signature of a document.
    SignerCode,
    Iban,
    Phone,
    Email,
    IdentityDocument,
    Birth,
    Residence,
    Health,
    Hardship,
    Justice,
}

/// What was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    /// Bytes of the text.
    pub range: Range<u32>,
    /// What it comes to, however it is written; of words near names, the names.
    pub keys: Vec<String>,
}

impl Hit {
    fn new(kind: Kind, range: Range<u32>, key: String) -> Self {
        Self { kind, range, keys: vec![key] }
    }
}

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The year it is read in: whoever was born long before needs no guard.
    pub year: i16,
    /// An act, a benefit, a table of them: words of health, hardship and justice count.
    pub is_act: bool,
    /// The text is about one person, whose name stands elsewhere.
    pub is_about_a_person: bool,
}

/// Everything in a text that may be a personal datum, in order.
pub fn search(text: &str, scope: &Scope) -> Vec<Hit> {
    let words = Words::of(text);
    let mut hits = Vec::new();
    email::find(text, &mut hits);
    let mut n = 0;
    while let Some(word) = words.get(n) {
        let found = if word.has_digit {
            if word.has_letter { coded(&words, n) } else { phone::at(&words, n) }
        } else if word.is_capital && matches!(word.end - word.start, 2 | 3 | 6) {
            coded(&words, n).or_else(|| told(&words, n, scope, &mut hits))
        } else {
            told(&words, n, scope, &mut hits)
        };
        n += 1;
        if let Some((hit, last)) = found {
            // Of what makes a code or an address nothing else is to be said.
            n = n.max(if hit.kind == Kind::Birth || hit.kind == Kind::Residence { n } else { last + 1 });
            hits.push(hit);
        }
    }
    hits.sort_by_key(|hit| (hit.range.start, hit.kind));
    hits
}

/// Codes and numbers that begin with this word.
fn coded(words: &Words<'_>, n: usize) -> Option<(Hit, usize)> {
    fiscal_code::at(words, n).or_else(|| iban::at(words, n)).or_else(|| identity_document::at(words, n))
}

/// What words tell, beginning with this one.
fn told(words: &Words<'_>, n: usize, scope: &Scope, hits: &mut Vec<Hit>) -> Option<(Hit, usize)> {
    let word = words.text(n);
    match word.as_bytes().first()? | 0x20 {
        b'n' => birth::at(words, n, scope),
        b'r' | b'd' => residence::at(words, n, scope),
        _ => None,
    }
    .or_else(|| {
        let hit = sensitive::may_begin(word).then(|| sensitive::at(words, n, scope))??;
        // One sentence is told once.
        let is_new = hits.iter().rev().take(4).all(|other| other.kind != hit.kind || other.keys != hit.keys);
        if is_new {
            hits.push(hit);
        }
        None
    })
}

/// Whether a word begins so, whatever its case.
fn begins_with(word: &str, stem: &str) -> bool {
    word.as_bytes().get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem.as_bytes()))
}

fn begins_with_any(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| begins_with(word, stem))
}

/// Whether a word is one of these, whatever its case; `scuol*` stands for all that begins so.
fn is_one_of(word: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(stem) => begins_with(word, stem),
        None => pattern.eq_ignore_ascii_case(word),
    })
}

#[cfg(test)]
mod tests;
