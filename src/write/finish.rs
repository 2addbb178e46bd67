//! The last hand on a page: positions in the sources taken out, and minified without a reader noticing.
//!
//! minify-html is made for pages whose author knows it. It removes the space between two links in a `<div>`, an empty
//! `lang`, `value` or `sandbox`, turns `hidden="until-found"` into `hidden`, and loses its way in ill-nested tags.
//! So it sees a page in which all that would be missed wears a sign it does not know, and what comes back is compared
//! tag by tag; a page that is not the same afterwards is published as it was.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};

use minify_html::Cfg;

use super::tags::{self, Attribute, Piece, Pieces, Start};
use crate::source::MARK;

/// The bytes to publish for a page, without the marks that lead back to the sources.
pub fn finish_html(html: &str, minify: bool) -> Vec<u8> {
    let minified = if minify { minified(html) } else { None };
    minified.unwrap_or_else(|| without_marks(html).into_bytes())
}

/// Also without the spaces that templates leave at the ends of lines, where they are not part of a text.
fn without_marks(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut pieces = Pieces::new(html);
    let mut preformatted = 0_usize;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(start) => {
                preformatted += usize::from(start.name.eq_ignore_ascii_case("pre"));
                push_unmarked(&mut out, start, pieces.attributes());
            }
            Piece::End { raw, name } => {
                preformatted -= usize::from(preformatted > 0 && name.eq_ignore_ascii_case("pre"));
                out.push_str(raw);
            }
            Piece::Text(raw) if preformatted == 0 => push_lines(&mut out, raw),
            Piece::Text(raw) | Piece::Comment(raw) | Piece::Raw(raw) | Piece::Other(raw) => out.push_str(raw),
        }
    }
    out
}

fn push_lines(out: &mut String, text: &str) {
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                out.push_str(line.trim_end_matches([' ', '\t']));
                out.push('\n');
            }
            None => out.push_str(line),
        }
    }
}

fn push_unmarked(out: &mut String, start: Start<'_>, attributes: &[Attribute<'_>]) {
    let mut done = 0;
    for attribute in attributes.iter().filter(|attribute| is_mark(attribute)) {
        out.push_str(&start.raw[done..attribute.start]);
        done = attribute.end;
    }
    out.push_str(&start.raw[done..]);
}

fn is_mark(attribute: &Attribute<'_>) -> bool {
    attribute.name.eq_ignore_ascii_case(MARK)
}

/// Stands for white space that a reader would miss. Characters that Unicode keeps for a program's own use.
const SPACE: char = '\u{FDD0}';
/// Ends the name of an attribute that is to stay as it is; encloses text that might be taken for space.
const KEEP: char = '\u{FDD1}';

/// Deeper pages are left alone: minify-html calls itself for each level.
const MAX_DEPTH: usize = 256;
/// Tags with more attributes are left alone: they are compared with each other.
const MAX_ATTRIBUTES: usize = 64;

static CFG: LazyLock<Cfg> = LazyLock::new(|| Cfg {
    keep_closing_tags: true,
    keep_html_and_head_opening_tags: true,
    keep_input_type_text_attr: true,
    ..Cfg::new()
});

fn minified(page: &str) -> Option<Vec<u8>> {
    let protected = Protection::run(page)?;
    // Where debug assertions are on, the library stops at a `<title>` that ends in `</titles>`.
    let minify = || minify_html::minify(protected.page.as_bytes(), &CFG);
    let text = String::from_utf8(catch_unwind(AssertUnwindSafe(minify)).ok()?).ok()?;
    let is_same = protected.signs == signs(&text) && protected.shape == shape(&text);
    is_same.then(|| text.replace(SPACE, " ").replace(KEEP, "").into_bytes())
}

struct Protected {
    page: String,
    signs: (usize, usize),
    shape: Vec<u8>,
}

/// How many of each sign.
fn signs(text: &str) -> (usize, usize) {
    (text.matches(SPACE).count(), text.matches(KEEP).count())
}

/// The names of the tags in their order, each with its kind.
fn shape(html: &str) -> Vec<u8> {
    let mut shape = Vec::new();
    let mut pieces = Pieces::new(html);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(start) => push_tag(&mut shape, b'<', start.name),
            Piece::End { name, .. } => push_tag(&mut shape, b'/', name),
            _ => {}
        }
    }
    shape
}

fn push_tag(shape: &mut Vec<u8>, kind: u8, name: &str) {
    shape.push(kind);
    let start = shape.len();
    shape.extend_from_slice(name.as_bytes());
    shape[start..].make_ascii_lowercase();
}

/// Puts signs into a page and takes the marks out, in one pass.
struct Protection<'a> {
    out: String,
    /// Names of the open elements.
    open: Vec<&'a str>,
    /// How many of them show white space as written.
    n_preformatted: usize,
    shape: Vec<u8>,
}

impl<'a> Protection<'a> {
    /// None for what minify-html does not read as browsers do.
    fn run(page: &'a str) -> Option<Protected> {
        if [SPACE, KEEP, '\0', '\r'].into_iter().any(|sign| page.contains(sign)) {
            return None;
        }
        let out = String::with_capacity(page.len() + page.len() / 8);
        let mut this = Self { out, open: Vec::new(), n_preformatted: 0, shape: Vec::new() };
        let mut pieces = Pieces::new(page);
        let mut before = None;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Text(text) => {
                    let beside_comment =
                        matches!(before, Some(Piece::Comment(_))) || pieces.is_before_comment();
                    this.text(text, beside_comment)?;
                }
                Piece::Start(start) => this.start(start, pieces.attributes())?,
                Piece::End { raw, name } => this.end(raw, name),
                Piece::Raw(raw) => this.raw(raw)?,
                // It would go anyway; so it does not part two white spaces.
                Piece::Comment(raw) => is_plain_comment(raw).then_some(())?,
                Piece::Other(raw) => {
                    is_doctype(raw).then_some(())?;
                    this.out.push_str(raw);
                }
            }
            before = Some(piece);
        }
        let signs = signs(&this.out);
        Some(Protected { page: this.out, signs, shape: this.shape })
    }

    /// Beside a comment stands part of a text, which goes on when the comment is gone.
    fn text(&mut self, text: &str, beside_comment: bool) -> Option<()> {
        let parent = self.open.last().copied().unwrap_or("html");
        // Browsers read `<3` as text; minify-html does not. And a line feed that a reference stands for would be
        // taken for the one that `<pre>` swallows.
        if text.contains('<') || tags::is_any(parent, &["pre", "listing"]) && text.starts_with('&') {
            return None;
        }
        let inner = text.trim_start_matches(is_space);
        let is_unseen = inner.is_empty() && !beside_comment && tags::is_any(parent, &UNSEEN_SPACE);
        if self.n_preformatted > 0 || is_unseen {
            self.out.push_str(text);
            return Some(());
        }
        if inner.len() < text.len() && !self.out.ends_with(SPACE) {
            self.out.push(SPACE);
        }
        let words = inner.trim_end_matches(is_space);
        // A space written as `&#32;` is trimmed like any other.
        let has_reference = words.contains('&');
        self.out.extend(has_reference.then_some(KEEP));
        self.out.push_str(words);
        self.out.extend(has_reference.then_some(KEEP));
        if words.len() < inner.len() {
            self.out.push(SPACE);
        }
        Some(())
    }

    fn start(&mut self, start: Start<'a>, attributes: &[Attribute<'_>]) -> Option<()> {
        if self.open.len() >= MAX_DEPTH || attributes.len() > MAX_ATTRIBUTES || has_twins(attributes) {
            return None;
        }
        push_tag(&mut self.shape, b'<', start.name);
        push_protected(&mut self.out, start, attributes);
        // In an image minify-html forgets which space is shown, and what is no markup.
        let is_preformatted = tags::is_any(start.name, &PREFORMATTED);
        let is_strange = is_preformatted || tags::is_any(start.name, &["script", "style"]);
        if is_strange && self.open.iter().any(|name| is_image(name))
            || self.n_preformatted > 0 && is_image(start.name)
            || start.name.eq_ignore_ascii_case("math")
        {
            return None;
        }
        self.n_preformatted += usize::from(is_preformatted && !start.is_leaf);
        if !start.is_leaf {
            self.open.push(start.name);
        }
        Some(())
    }

    fn end(&mut self, raw: &str, name: &str) {
        push_tag(&mut self.shape, b'/', name);
        self.out.push_str(raw);
        // Not found means ill-nested, which the shape will tell.
        if let Some(at) = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
            let closed = self.open.drain(at..);
            self.n_preformatted -= closed.filter(|name| tags::is_any(name, &PREFORMATTED)).count();
        }
    }

    fn raw(&mut self, raw: &str) -> Option<()> {
        let element = self.open.last().copied().unwrap_or("");
        let is_read_alike = match element.to_ascii_lowercase().as_str() {
            // After `<!--` a script may hide its own end tag.
            "script" => !raw.contains("<!--"),
            "textarea" => !raw.starts_with('&'),
            "style" | "title" => true,
            _ => false,
        };
        self.out.push_str(raw);
        is_read_alike.then_some(())
    }
}

/// Directly in these, white space is never seen.
const UNSEEN_SPACE: [&str; 11] =
    ["html", "head", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "select", "optgroup", "picture"];

const PREFORMATTED: [&str; 3] = ["pre", "listing", "textarea"];

fn is_image(name: &str) -> bool {
    name.eq_ignore_ascii_case("svg")
}

fn is_space(char: char) -> bool {
    u8::try_from(char).is_ok_and(tags::is_space)
}

/// Of the first of two equal attributes browsers take the value, minify-html that of the last.
fn has_twins(attributes: &[Attribute<'_>]) -> bool {
    let is_twin = |(n, one): (usize, &Attribute<'_>)| {
        attributes[..n].iter().any(|other| other.name.eq_ignore_ascii_case(one.name))
    };
    attributes.iter().enumerate().any(is_twin)
}

fn push_protected(out: &mut String, start: Start<'_>, attributes: &[Attribute<'_>]) {
    let mut done = 0;
    for attribute in attributes {
        if is_mark(attribute) {
            out.push_str(&start.raw[done..attribute.start]);
            done = attribute.end;
        } else if is_precious(start.name, attribute) {
            out.push_str(&start.raw[done..attribute.end_of_name]);
            out.push(KEEP);
            done = attribute.end_of_name;
        }
    }
    out.push_str(&start.raw[done..]);
}

/// Whether minify-html would drop or change an attribute that means something, or that style sheets ask for.
fn is_precious(element: &str, attribute: &Attribute<'_>) -> bool {
    let name = attribute.name;
    if tags::is_any(name, &["class", "style"]) {
        return false;
    }
    attribute.value.is_empty()
        || tags::is_any(
            name,
            &["target", "formenctype", "referrerpolicy", "crossorigin", "hidden", "capture"],
        )
        || name.eq_ignore_ascii_case("type") && !tags::is_any(element, &["script", "style", "link"])
}

fn is_plain_comment(raw: &str) -> bool {
    let inside = raw.strip_prefix("<!--").and_then(|raw| raw.strip_suffix("-->"));
    inside.is_some_and(|inside| !inside.starts_with(['>', '-']) && !inside.contains("--"))
}

fn is_doctype(raw: &str) -> bool {
    raw.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"))
}

#[cfg(test)]
mod tests;
