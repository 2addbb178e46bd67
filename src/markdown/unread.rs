//! What was meant as Markdown and is not read as such: it stands on the page with its brackets and bars, and only who looks
//! at the page would see it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, Located};
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
};

pub static LINK_UNREAD: Meta = Meta::new("link-unread", Severity::Warning);
pub static TABLE_UNREAD: Meta = Meta::new("table-unread", Severity::Warning);
pub static ALERT_UNKNOWN: Meta = Meta::new("alert-unknown", Severity::Warning);

/// How far back the words of a link are looked for, in bytes.
const WORDS: usize = 1_000;

/// The words that make a box of a quotation, and what Italians write for them.
const ALERTS: [(&str, &[&str]); 5] = [
    ("NOTE", &["NOTA", "NOTE", "INFO", "AVVISO"]),
    ("TIP", &["SUGGERIMENTO", "CONSIGLIO"]),
    ("IMPORTANT", &["IMPORTANTE"]),
    ("WARNING", &["ATTENZIONE", "AVVERTENZA"]),
    ("CAUTION", &["PERICOLO", "CAUTELA", "DANGER"]),
];

pub(super) fn judge(located: &Located, events: &Events<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut is_code = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Paragraph) => diagnostics.extend(table(located, range)),
            Event::Start(Tag::BlockQuote(None)) => diagnostics.extend(alert(located, range)),
            Event::Text(text) if !is_code => {
                diagnostics.extend(link(located, text, range));
                diagnostics.extend(labelled(located, range).or_else(|| wiki(located, range)));
            }
            _ => {}
        }
    }
}

/// `[modulo](modulo nuovo.pdf)`: an address ends at its first space.
fn link(located: &Located, text: &str, range: &Range<usize>) -> Option<Diagnostic> {
    let source = &*located.text;
    // Nearly every text has no bracket at all, which is quickly seen.
    let bracket = match text.find(']').and_then(|from| Some(from + text[from..].find("](")?)) {
        // Where characters are written as entities nobody knows the place.
        Some(at) if text.len() == range.len() => range.start + at,
        None if text.starts_with('(') => range.start.checked_sub(1)?,
        _ => return None,
    };
    let before = source.get(..bracket)?;
    let address = source.get(bracket..)?.strip_prefix("](")?;
    if before.ends_with('\\') {
        return None;
    }
    let target = address.lines().next()?.split_once(')')?.0;
    let is_broken = target.trim().contains(char::is_whitespace) && !target.contains(['"', '\'', '<']);
    let start = opening(before)?;
    let words = &before[start + 1..];
    is_broken.then(|| {
        let span = located.span(&(start..bracket + "](".len() + target.len() + 1));
        LINK_UNREAD.at(span).with("target", target).with("fixed", format!("[{words}](<{}>)", target.trim()))
    })
}

/// `[modulo][moduli]` in a text that nowhere says `[moduli]: modulo.pdf`. The text begins at the second bracket.
fn labelled(located: &Located, range: &Range<usize>) -> Option<Diagnostic> {
    let source = &*located.text;
    let label = up_to_bracket(source.get(range.start..)?.strip_prefix('[')?, "]")?;
    let before = source.get(..range.start)?.strip_suffix(']')?;
    let start = opening(before)?;
    let words = &before[start + 1..];
    let end = range.start + label.len() + "[]".len();
    let label = if label.is_empty() { words } else { label };
    let is_meant = |part: &str| part.contains(char::is_alphanumeric) && !part.starts_with('^');
    (is_meant(words) && is_meant(label) && !before[..start].ends_with('\\')).then(|| {
        let span = located.span(&(start..end));
        LINK_UNREAD.variant("link-unread--label", span).with("label", label).with("words", words)
    })
}

/// `[[Carta d'identità]]`: what other programs read as a link to a page. The text begins at the first bracket.
fn wiki(located: &Located, range: &Range<usize>) -> Option<Diagnostic> {
    let source = &*located.text;
    let inside = up_to_bracket(source.get(range.start..)?.strip_prefix("[[")?, "]]")?;
    let words = inside.rsplit('|').next().unwrap_or(inside).trim();
    (words.contains(char::is_alphanumeric) && !source[..range.start].ends_with('\\')).then(|| {
        let span = located.span(&(range.start..range.start + inside.len() + "[[]]".len()));
        LINK_UNREAD.variant("link-unread--wiki", span).with("words", words)
    })
}

/// What stands before the next bracket on this line, if that is how `closing` begins.
fn up_to_bracket<'a>(text: &'a str, closing: &str) -> Option<&'a str> {
    let inside = text.split(['\n', '[', ']']).next()?;
    text[inside.len()..].starts_with(closing).then_some(inside)
}

/// Where the bracket of a link's words stands, in the same paragraph. A text of brackets only is not looked through again for each.
fn opening(before: &str) -> Option<usize> {
    let from = before.ceil_char_boundary(before.len().saturating_sub(WORDS));
    let start = from + before[from..].rfind('[')?;
    (!before[start..].contains("\n\n")).then_some(start)
}

/// Two lines with bars, the second of dashes: a table, if there were as many dashes as headings.
fn table(located: &Located, range: &Range<usize>) -> Option<Diagnostic> {
    let mut lines = located.text.get(range.clone())?.lines();
    let (head, dashes) = (lines.next()?.trim(), lines.next()?.trim());
    let is_of_dashes = dashes.contains("--") && dashes.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    if !head.contains('|') || !is_of_dashes {
        return None;
    }
    let count = |line: &str| line.trim_matches('|').split('|').count();
    let (columns, parts) = (count(head), count(dashes));
    let fixed = format!("|{}", "---|".repeat(columns));
    (columns != parts).then(|| {
        let span = located.span(&(range.start..range.start + head.len()));
        TABLE_UNREAD.at(span).with("n", columns).with("parts", parts).with("fixed", fixed)
    })
}

/// `> [!NOTA]`: the words for boxes are English.
fn alert(located: &Located, range: &Range<usize>) -> Option<Diagnostic> {
    let line = located.text.get(range.clone())?.lines().next()?;
    let start = line.find("[!")?;
    let word = line[start..].trim_end().strip_prefix("[!")?.strip_suffix(']')?;
    if !line[..start].chars().all(|c| matches!(c, '>' | ' ')) || word.is_empty() {
        return None;
    }
    let upper = word.to_uppercase();
    let known = ALERTS.iter().find(|(_, meant)| meant.contains(&upper.as_str()));
    let span = located.span(&(range.start + start..range.start + line.len()));
    Some(match known {
        Some((known, _)) => ALERT_UNKNOWN.at(span).with("word", word).with("known", *known),
        None => ALERT_UNKNOWN.variant("alert-unknown--strange", span).with("word", word),
    })
}
