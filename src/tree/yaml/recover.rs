//! A text that cannot be read as a whole, read key by key, so that every mistake is told in one run.

use std::ops::Range;

use super::{Reader, Trouble, Written, YAML_SYNTAX, habits, mistakes};
use crate::{
    diagnostic::Diagnostic,
    tree::{Entry, Map, Node, Value},
};

/// Reads every top-level key by itself: what is broken is told at its place, the rest is kept.
pub(super) fn by_key(text: &str, reader: &mut Reader, whole: &Trouble) -> Map {
    let mut map = Written::default();
    let habits: Vec<u32> = reader.diagnostics.iter().filter_map(start_of).collect();
    let told_before = reader.diagnostics.len();
    let mut open_quote = false;
    for block in blocks(text) {
        let block_text = &text[block.start as usize..block.end as usize];
        let told = reader.diagnostics.len();
        match reader.document(block_text, block.start) {
            Ok(read) => {
                open_quote = false;
                for entry in read.entries {
                    reader.keep(entry, &mut map);
                }
            }
            // The rest of a text whose quote was never closed.
            Err(Trouble::NotAMap) if open_quote && block_text.contains(['"', '\'']) => {
                reader.diagnostics.truncate(told);
                if let Some(place) = reader.diagnostics.pop().map(|quote| quote.place) {
                    reader.diagnostics.push(YAML_SYNTAX.variant("yaml-syntax--quote-lines", place));
                }
                open_quote = false;
            }
            Err(trouble) => {
                reader.diagnostics.truncate(told);
                reader.broken.extend(key_of(block_text).map(str::to_owned));
                let Explained { found, rest } = mistakes_in(block_text, block.start, trouble, reader);
                // A field that is indented by mistake is there.
                let indented = found.iter().filter(|told| told.message.id == "yaml-syntax--indent");
                let lines = indented.filter_map(|told| reader.text_at(told, text));
                reader.broken.extend(lines.filter_map(key_of).map(str::to_owned).collect::<Vec<_>>());
                for entry in rest {
                    reader.keep(entry, &mut map);
                }
                let quote = found.last().is_some_and(|last| last.message.id == "yaml-syntax--quote");
                // What a habit already explained needs no second explanation.
                open_quote = false;
                if !holds(&habits, reader.base + block.start..reader.base + block.end) {
                    reader.diagnostics.extend(found);
                    open_quote = quote;
                }
            }
        }
    }
    if reader.diagnostics.len() == told_before && told_before == 0 {
        // Every key reads well by itself: the mistake lies between them.
        let diagnostic = mistakes::explain(whole, text, 0, reader);
        reader.diagnostics.push(diagnostic);
    }
    map.entries
}

/// How many mistakes are looked for inside one top-level key.
const MOST_IN_A_BLOCK: usize = 10;

/// What is wrong in one block, and what of it can be judged all the same.
struct Explained {
    found: Vec<Diagnostic>,
    rest: Vec<Entry>,
}

/// The mistakes of one block: a value that was explained is covered up, and the block read again.
fn mistakes_in(text: &str, shift: u32, trouble: Trouble, reader: &mut Reader) -> Explained {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut rest = Vec::new();
    let mut covered = text.to_owned();
    let mut trouble = Some(trouble);
    let told = reader.diagnostics.len();
    while let Some(stumbled) = trouble.take() {
        let diagnostic = mistakes::explain(&stumbled, &covered, shift, reader);
        let range = diagnostic.place.range.clone().unwrap_or_default();
        let mendable = diagnostic.message.args.iter().any(|(name, _)| *name == "fixed");
        let again = found.iter().any(|earlier| earlier.place == diagnostic.place);
        if !again {
            found.push(diagnostic);
        }
        if again || !mendable || found.len() == MOST_IN_A_BLOCK {
            break;
        }
        let from = range.start.saturating_sub(reader.base + shift) as usize;
        let to = range.end.saturating_sub(reader.base + shift) as usize;
        let Some(written) = covered.get(from..to).filter(|written| !written.is_empty()) else { break };
        covered.replace_range(from..to, &cover(written));
        reader.diagnostics.truncate(told);
        match reader.document(&covered, shift) {
            Ok(read) => rest = read.entries,
            Err(next) => trouble = Some(next),
        }
    }
    reader.diagnostics.truncate(told);
    Explained { rest: sound_items(rest, &found), found }
}

/// Lists without the items in which something was covered up: the others are judged like those of any list. What a group
/// of fields lacks is nobody's mistake, so groups are left out whole.
fn sound_items(entries: Vec<Entry>, found: &[Diagnostic]) -> Vec<Entry> {
    let mistakes: Vec<&Range<u32>> = found.iter().filter_map(|told| told.place.range.as_ref()).collect();
    let is_sound = |item: &Node| {
        mistakes.iter().all(|place| place.end <= item.range.start || item.range.end <= place.start)
    };
    let sound = entries.into_iter().filter_map(|mut entry| {
        let Value::List(items) = &mut entry.node.value else { return None };
        items.retain(is_sound);
        (!items.is_empty()).then_some(entry)
    });
    sound.collect()
}

/// Something of the same length that reads without a mistake.
fn cover(written: &str) -> String {
    match habits::glued(written) {
        Some((key, value)) => format!("{key}: {}", "x".repeat(value.len().saturating_sub(1))),
        None => "x".repeat(written.len()),
    }
}

fn start_of(diagnostic: &Diagnostic) -> Option<u32> {
    diagnostic.place.range.as_ref().map(|range| range.start)
}

/// Whether one of the places lies in the range. They come nearly sorted: line by line.
fn holds(places: &[u32], range: Range<u32>) -> bool {
    let from = places.partition_point(|&place| place < range.start);
    places.get(from).is_some_and(|&place| place < range.end)
}

/// Stretches of the text that begin with a line at the margin and go on over indented lines.
fn blocks(text: &str) -> Vec<Range<u32>> {
    let mut blocks: Vec<Range<u32>> = Vec::new();
    let mut at = 0_u32;
    for line in text.split_inclusive('\n') {
        let end = at + line.len() as u32;
        let begins =
            line.starts_with(|first: char| !first.is_whitespace() && !matches!(first, '-' | '#' | ']' | '}'));
        match blocks.last_mut() {
            Some(last) if !begins => last.end = end,
            _ => blocks.push(at..end),
        }
        at = end;
    }
    blocks
}

/// The key a block was meant for: what stands before the colon, or the first word when there is none.
fn key_of(block: &str) -> Option<&str> {
    let line = block.lines().find(|line| !line.trim().is_empty())?;
    let (key, _) = line.split_once(':').or_else(|| line.trim().split_once(char::is_whitespace))?;
    Some(key.trim().trim_matches(['"', '\'']))
}
