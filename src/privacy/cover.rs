//! Nothing that was found is shown: sources that findings quote, and words of other rules, are covered.

use std::{collections::BTreeSet, ops::Range};

use super::{Privacy, Scope, search};
use crate::{
    diagnostic::Diagnostic,
    l10n::{Arg, Message},
    source::{FileId, Sources},
};

impl Privacy {
    /// Covers what was found in the texts that findings quote, and in the `quoted` files of data, which nobody searched as
    /// contents. Lengths stay, so places stay true.
    pub fn cover_sources(&self, sources: &mut Sources, quoted: impl IntoIterator<Item = FileId>) {
        let quoted: BTreeSet<FileId> = quoted.into_iter().collect();
        for file in quoted.into_iter().filter(|file| !self.secrets.contains_key(file)) {
            let source = sources.get(file);
            let extension = source.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            if matches!(extension.as_str(), "csv" | "tsv" | "json") {
                let (path, mut text) = (source.path.clone(), source.text.to_string());
                self.cover_text(&mut text);
                sources.add(path, text);
            }
        }
        for (file, ranges) in &self.secrets {
            let source = sources.get(*file);
            let (path, text) = (source.path.clone(), covered(&source.text, ranges));
            sources.add(path, text);
        }
    }

    /// Covers what other rules quote: an address of a link, a value that does not fit, an element of a page.
    pub fn cover_words(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            self.cover_message(&mut diagnostic.message);
            diagnostic.related.iter_mut().for_each(|(_, message)| self.cover_message(message));
            if let Some(seen) = &mut diagnostic.place.seen {
                self.cover_text(&mut seen.html);
                self.cover_text(&mut seen.selector);
            }
        }
    }

    fn cover_message(&self, message: &mut Message) {
        for (_, arg) in &mut message.args {
            match arg {
                Arg::Text(text) => self.cover_text(text),
                Arg::Words(words) => self.cover_message(words),
                Arg::Number(_) => {}
            }
        }
    }

    fn cover_text(&self, text: &mut String) {
        let scope = Scope { year: self.year, is_act: false, is_about_a_person: false };
        let hits = search(text, &scope).into_iter().filter(|hit| !self.own.has(hit));
        let ranges: Vec<Range<u32>> = hits.map(|hit| hit.range).collect();
        if !ranges.is_empty() {
            *text = covered(text, &ranges);
        }
    }
}

/// The text with signs for what is in the ranges; every sign is as long as what it covers, blanks stay.
fn covered(text: &str, ranges: &[Range<u32>]) -> String {
    let mut ranges: Vec<Range<usize>> =
        ranges.iter().map(|range| range.start as usize..range.end as usize).collect();
    ranges.sort_by_key(|range| range.start);
    let mut left = ranges.into_iter().peekable();
    let mut until = 0;
    let mut covered = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        while let Some(range) = left.next_if(|range| range.start <= at) {
            until = until.max(range.end);
        }
        covered.push(match c.len_utf8() {
            _ if at >= until || c.is_whitespace() => c,
            1 => '*',
            2 => '·',
            3 => '•',
            _ => '🞄',
        });
    }
    covered
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "lists of places, of which most have one")]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_blanks_stay() {
        let text = "però è “Ugo 👩” qui";
        assert_eq!(covered(text, &[6..24]), "però · •*** 🞄• qui");
        assert_eq!(covered(text, &[6..24]).len(), text.len());
        assert_eq!(covered(text, &[]), text);
    }
}
