//! What a finding is recognised by from one run to the next, although lines moved in between.

use std::collections::HashMap;

use super::Finding;
use crate::{hash::Hash, l10n::Arg, source::Sources};

/// Bytes of the marked text that count: enough to tell two apart.
const ENOUGH: usize = 200;

/// Fingerprints of a run's findings; the second of two that look alike gets another number.
#[derive(Default)]
pub(super) struct Fingerprints {
    met: HashMap<Hash, usize>,
}

impl Fingerprints {
    /// `<hash>:<n>`, where n tells findings apart that are alike in all but their line.
    pub(super) fn next(&mut self, finding: &Finding, sources: &Sources) -> String {
        let hash = hash(finding, sources);
        let times = self.met.entry(hash).or_default();
        *times += 1;
        format!("{}:{times}", &hash.to_string()[..32])
    }
}

/// The texts that fill a message, each with its name.
fn add_texts<'m>(args: &'m [(&'static str, Arg)], parts: &mut Vec<&'m str>) {
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => parts.extend([*name, text]),
            Arg::Words(words) => {
                parts.extend([*name, words.id]);
                add_texts(&words.args, parts);
            }
            Arg::Number(_) => {}
        }
    }
}

/// Rule, file, marked text and words; numbers may change without the finding being another.
fn hash(finding: &Finding, sources: &Sources) -> Hash {
    let diagnostic = &finding.diagnostic;
    let place = &diagnostic.place;
    let source = sources.get(place.file);
    let marked = place.range.clone().map_or("", |range| source.slice(range).trim());
    let marked = &marked[..marked.floor_char_boundary(ENOUGH)];
    let selector = place.seen.as_ref().map_or("", |seen| seen.selector.as_str());
    let mut parts = vec![diagnostic.rule, diagnostic.message.id, &source.path, marked, selector];
    add_texts(&diagnostic.message.args, &mut parts);
    Hash::of_parts(parts.into_iter().map(str::as_bytes))
}
