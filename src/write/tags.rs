//! A page as a row of pieces: tags with their attributes, comments, text. One pass, no tree, nothing copied.
//!
//! It splits where the HTML standard's tokenizer splits. What it cannot know without a tree (whether a `<title>` stands
//! in an SVG image) it takes from the nesting of `svg` and `math` as written.

use memchr::memchr;

/// A stretch of a page. All pieces together are the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    /// The attributes are [`Pieces::attributes`] until the next piece is taken.
    Start(Start<'a>),
    End {
        raw: &'a str,
        name: &'a str,
    },
    Comment(&'a str),
    /// What stands in an element whose content is no markup: a script, a `<textarea>`.
    Raw(&'a str),
    /// A doctype, a bogus comment, a tag cut off by the end of the page.
    Other(&'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start<'a> {
    pub(super) raw: &'a str,
    pub(super) name: &'a str,
    /// Has no content and no end tag: `<br>`, or `<path/>` in an image.
    pub(super) is_leaf: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// As written, without quotes; empty if there is none.
    pub(super) value: &'a str,
    /// Where it begins in the tag, with the white space before it.
    pub(super) start: usize,
    pub(super) end_of_name: usize,
    pub(super) end: usize,
}

/// Cuts a page into pieces.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    attributes: Vec<Attribute<'a>>,
    /// The element whose content, no markup, comes next.
    raw_element: Option<&'a str>,
    /// How many `svg` and `math` are open.
    foreign: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, attributes: Vec::new(), raw_element: None, foreign: 0 }
    }

    /// Of the start tag that was taken last.
    pub(super) fn attributes(&self) -> &[Attribute<'a>] {
        &self.attributes
    }

    pub(super) fn is_before_comment(&self) -> bool {
        self.rest.starts_with("<!--")
    }

    pub(super) fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw_element.take() {
            let end = end_of_raw(self.rest, name);
            if end > 0 {
                return Some(Piece::Raw(self.take(end)));
            }
        }
        let markup = next_markup(self.rest);
        if markup > 0 {
            return Some(Piece::Text(self.take(markup)));
        }
        match self.rest.as_bytes().get(1)? {
            b'!' if self.rest.starts_with("<!--") => {
                Some(Piece::Comment(self.take(end_of_comment(self.rest))))
            }
            b'/' if self.rest[2..].starts_with(is_letter) => Some(self.tag(2)),
            b'/' | b'!' | b'?' => Some(Piece::Other(self.take(after(self.rest, '>')))),
            _ => Some(self.tag(1)),
        }
    }

    /// The tag whose name begins at `start`.
    fn tag(&mut self, start: usize) -> Piece<'a> {
        let rest = self.rest;
        let end_of_name = start + find(&rest[start..], |byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        let name = &rest[start..end_of_name];
        let Some((end, slash)) = self.scan_attributes(end_of_name) else {
            return Piece::Other(self.take(rest.len()));
        };
        let raw = self.take(end);
        let is_foreign = is_any(name, &["svg", "math"]);
        if start == 2 {
            self.foreign -= usize::from(is_foreign && self.foreign > 0);
            return Piece::End { raw, name };
        }
        let is_leaf = match self.foreign > 0 || is_foreign {
            true => slash,
            false => is_any(name, &VOID),
        };
        self.foreign += usize::from(is_foreign && !is_leaf);
        self.raw_element = (self.foreign == 0 && is_any(name, &RAW)).then_some(name);
        Piece::Start(Start { raw, name, is_leaf })
    }

    /// Collects the attributes from `at` on. The end of the tag, and whether it closes itself; none if it does not end.
    fn scan_attributes(&mut self, mut at: usize) -> Option<(usize, bool)> {
        let rest = self.rest;
        let bytes = rest.as_bytes();
        self.attributes.clear();
        loop {
            let before = at;
            at += find(&rest[at..], |byte| !is_space(byte) && byte != b'/');
            match bytes.get(at)? {
                b'>' => return Some((at + 1, bytes[at - 1] == b'/' && at > before)),
                _ => {
                    let attribute = attribute(rest, before, at)?;
                    at = attribute.end;
                    self.attributes.push(attribute);
                }
            }
        }
    }

    fn take(&mut self, len: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(len);
        self.rest = rest;
        piece
    }
}

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"];

pub(super) fn is_any(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0c)
}

/// The attribute whose name begins at `at`; none if its value does not end.
fn attribute(rest: &str, start: usize, at: usize) -> Option<Attribute<'_>> {
    let bytes = rest.as_bytes();
    // An equals sign that comes first belongs to the name.
    let first = usize::from(bytes[at] == b'=');
    let is_end = |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'=');
    let end_of_name = at + first + find(&rest[at + first..], is_end);
    let name = &rest[at..end_of_name];
    let equals = skip_space(rest, end_of_name);
    if bytes.get(equals) != Some(&b'=') {
        return Some(Attribute { name, value: "", start, end_of_name, end: end_of_name });
    }
    let open = skip_space(rest, equals + 1);
    let (value, end) = match bytes.get(open)? {
        quote @ (b'"' | b'\'') => {
            let close = open + 1 + memchr(*quote, &bytes[open + 1..])?;
            (&rest[open + 1..close], close + 1)
        }
        _ => {
            let end = open + find(&rest[open..], |byte| is_space(byte) || byte == b'>');
            (&rest[open..end], end)
        }
    };
    Some(Attribute { name, value, start, end_of_name, end })
}

fn skip_space(text: &str, at: usize) -> usize {
    at + find(&text[at..], |byte| !is_space(byte))
}

/// The first byte that is so, or the end.
fn find(text: &str, is: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(is).unwrap_or(text.len())
}

fn after(text: &str, sign: char) -> usize {
    text.find(sign).map_or(text.len(), |at| at + 1)
}

fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic()
}

/// Where text ends and markup begins.
fn next_markup(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        let open = at + found;
        match bytes.get(open + 1) {
            Some(b'/') if bytes.len() == open + 2 => {}
            Some(b'/' | b'!' | b'?') => return open,
            Some(byte) if byte.is_ascii_alphabetic() => return open,
            _ => {}
        }
        at = open + 1;
    }
    text.len()
}

fn end_of_comment(text: &str) -> usize {
    let inside = &text[4..];
    if inside.starts_with('>') {
        return 5;
    }
    if inside.starts_with("->") {
        return 6;
    }
    let mut at = 4;
    while let Some(found) = text[at..].find("--") {
        let tail = &text[at + found + 2..];
        let sign = match () {
            () if tail.starts_with('>') => 1,
            () if tail.starts_with("!>") => 2,
            () => 0,
        };
        if sign > 0 {
            return at + found + 2 + sign;
        }
        at += found + 1;
    }
    text.len()
}

/// Where the end tag of an element begins whose content is no markup.
fn end_of_raw(text: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find("</") {
        let open = at + found;
        let tail = &text.as_bytes()[open + 2..];
        let is_name = tail.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()));
        if is_name && tail.get(name.len()).is_some_and(|&byte| is_space(byte) || matches!(byte, b'/' | b'>'))
        {
            return open;
        }
        at = open + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line a piece: kind and text, for start tags the attributes as `name=value`.
    fn check(html: &str, expected: &[&str]) {
        let mut pieces = Pieces::new(html);
        let mut found = Vec::new();
        let mut whole = String::new();
        while let Some(piece) = pieces.next() {
            let (line, raw) = match piece {
                Piece::Text(raw) => (format!("text {raw}"), raw),
                Piece::Start(start) => {
                    let attributes = pieces.attributes().iter();
                    let attributes: String = attributes
                        .map(|attribute| format!(" {}={}", attribute.name, attribute.value))
                        .collect();
                    let kind = if start.is_leaf { "leaf" } else { "start" };
                    (format!("{kind} {}{attributes}", start.name), start.raw)
                }
                Piece::End { raw, name } => (format!("end {name}"), raw),
                Piece::Comment(raw) => (format!("comment {raw}"), raw),
                Piece::Raw(raw) => (format!("raw {raw}"), raw),
                Piece::Other(raw) => (format!("other {raw}"), raw),
            };
            whole.push_str(raw);
            found.push(line);
        }
        assert_eq!(found, expected, "{html}");
        assert_eq!(whole, html);
    }

    #[test]
    fn cuts_as_the_standard_does() {
        check(
            "<!doctype html><P Class=a>1 < 2 &lt; <br/></p >",
            &["other <!doctype html>", "start P Class=a", "text 1 < 2 &lt; ", "leaf br", "end p"],
        );
        check("<a b='>' c=\"<i>\" d=e/f = g>x", &["start a b=> c=<i> d=e/f == g=", "text x"]);
        check(
            "<!-- <p> -- > --><!--><!---><!-- a --!>b",
            &[
                "comment <!-- <p> -- > -->",
                "comment <!-->",
                "comment <!--->",
                "comment <!-- a --!>",
                "text b",
            ],
        );
        check(
            "<script>if (a</p>b) </scripts></SCRIPT>x",
            &["start script", "raw if (a</p>b) </scripts>", "end SCRIPT", "text x"],
        );
        check(
            "<svg><title>a<i></i></title><path d=x /><script/></svg><title>a<i></title>",
            &[
                "start svg",
                "start title",
                "text a",
                "start i",
                "end i",
                "end title",
                "leaf path d=x",
                "leaf script",
                "end svg",
                "start title",
                "raw a<i>",
                "end title",
            ],
        );
        check("</><?xml?></1>a", &["other </>", "other <?xml?>", "other </1>", "text a"]);
    }

    #[test]
    fn takes_what_is_cut_off() {
        check("<", &["text <"]);
        check("a</", &["text a</"]);
        check("<!--a", &["comment <!--a"]);
        check("<p a=\"b", &["other <p a=\"b"]);
        check("<p a=", &["other <p a="]);
        check("<p a", &["other <p a"]);
        check("<textarea>a</textarea", &["start textarea", "raw a</textarea"]);
        check("<p", &["other <p"]);
    }
}
