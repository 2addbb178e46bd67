//! Marks on the start tags of templates: where in which file a tag was written, so that a finding on a page
//! leads back to the line of the template.

use super::counted::{self, Insertion};
use crate::source::{FileId, MARK, Span};

/// A template with marks, and the way back to places in the text as it was written.
pub(super) struct Marked {
    pub text: String,
    /// Where something was put in, in bytes of `text`, and how long it is.
    insertions: Vec<(usize, usize)>,
}

impl Marked {
    /// The place in the written text of a byte of the marked one.
    pub(super) fn original(&self, byte: usize) -> u32 {
        let mut shift = 0;
        for &(at, length) in &self.insertions {
            if at >= byte {
                break;
            }
            shift += length.min(byte - at);
        }
        (byte - shift) as u32
    }
}

/// Puts a mark on every start tag that is written out in a template.
pub(super) fn mark(file: FileId, text: &str) -> Marked {
    apply(text, marks(file, text))
}

/// [`mark`], and what the template repeats or keeps is counted.
pub(super) fn mark_counted(file: FileId, text: &str) -> Marked {
    let mut insertions = marks(file, text);
    insertions.extend(counted::insertions(text));
    insertions.sort_by_key(|(at, _)| *at);
    apply(text, insertions)
}

fn apply(text: &str, insertions: Vec<Insertion>) -> Marked {
    let mut marked = Marked { text: String::with_capacity(text.len() * 2), insertions: Vec::new() };
    let mut copied = 0;
    for (at, inserted) in insertions {
        marked.text.push_str(&text[copied..at]);
        marked.insertions.push((marked.text.len(), inserted.len()));
        marked.text.push_str(&inserted);
        copied = at;
    }
    marked.text.push_str(&text[copied..]);
    marked
}

fn marks(file: FileId, text: &str) -> Vec<Insertion> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['<', '{']) {
        at += found;
        if let Some(end) = template_code(text, at) {
            at = end;
            continue;
        }
        let Some(name_end) = start_tag_name(text, at) else {
            at += 1;
            continue;
        };
        let end = tag_end(text, name_end);
        let span = Span { file, start: at as u32, end: end as u32 };
        marks.push((name_end, format!(" {MARK}=\"{}\"", span.mark())));
        at = past_raw_text(text, &text[at + 1..name_end], end);
    }
    marks
}

/// The end of `{{ … }}`, `{% … %}` or `{# … #}` that begins here.
fn template_code(text: &str, at: usize) -> Option<usize> {
    let close = match text.get(at..at + 2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    Some(text[at + 2..].find(close).map_or(text.len(), |end| at + 2 + end + 2))
}

/// The end of the name of a start tag that begins here. A name that goes on in template code cannot be marked.
fn start_tag_name(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('<')?;
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    let follows = rest[name..].chars().next();
    follows.is_some_and(|c| c.is_ascii_whitespace() || c == '>' || c == '/').then_some(at + 1 + name)
}

/// The byte after the `>` that closes the tag: quotes and template code may hold others.
fn tag_end(text: &str, from: usize) -> usize {
    let mut at = from;
    let mut quote = None;
    while let Some(c) = text[at..].chars().next() {
        if let Some(end) = template_code(text, at) {
            at = end;
            continue;
        }
        at += c.len_utf8();
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Nothing inside a script or a style is a tag.
fn past_raw_text(text: &str, name: &str, end: usize) -> usize {
    let close = match name.to_ascii_lowercase().as_str() {
        "script" => "</script",
        "style" => "</style",
        _ => return end,
    };
    text[end..].find(close).map_or(text.len(), |at| end + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn check(text: &str, expected: &str) {
        let file = Sources::default().add("t.html", "");
        let marked = mark(file, text);
        assert_eq!(marked.text.replace(MARK, "m"), expected);
        let back: String = marked.text.replace(&format!(" {MARK}="), "");
        assert!(back.len() >= text.len());
        for (byte, _) in text.char_indices() {
            assert!(marked.original(byte) as usize <= byte);
        }
        assert_eq!(marked.original(marked.text.len()) as usize, text.len());
    }

    #[test]
    fn start_tags_are_marked_and_nothing_else() {
        check("<p>a</p>", "<p m=\"0:0-3\">a</p>");
        check(
            "<a href=\"{{ x }}\">{{ <card c={y} /> }}</a>",
            "<a m=\"0:0-18\" href=\"{{ x }}\">{{ <card c={y} /> }}</a>",
        );
        check("{# <b> #}{% if a < b %}<i>", "{# <b> #}{% if a < b %}<i m=\"0:23-26\">");
        check(
            "<script>if (a<b) {}</script><br>",
            "<script m=\"0:0-8\">if (a<b) {}</script><br m=\"0:28-32\">",
        );
        check("<h{{ n }}>x", "<h{{ n }}>x");
        check("<!doctype html><p title='a>b'>", "<!doctype html><p m=\"0:15-30\" title='a>b'>");
        check("1 < 2", "1 < 2");
    }
}
