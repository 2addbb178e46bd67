//! Tags and text: whatever comes from outside is text.

use crate::diagnostic::clean;

/// A piece of a page.
#[derive(Default)]
pub(in crate::diagnostic) struct Html {
    text: String,
}

impl Html {
    /// Markup of our own.
    pub(in crate::diagnostic) fn raw(&mut self, markup: &str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Somebody's text.
    pub(in crate::diagnostic) fn words(&mut self, text: &str) -> &mut Self {
        self.text.push_str(&escaped(text));
        self
    }

    /// An element with text in it; `attributes` are our own.
    pub(in crate::diagnostic) fn element(&mut self, tag: &str, attributes: &str, text: &str) -> &mut Self {
        self.open(tag, attributes).words(text).close(tag)
    }

    pub(in crate::diagnostic) fn open(&mut self, tag: &str, attributes: &str) -> &mut Self {
        let gap = if attributes.is_empty() { "" } else { " " };
        self.raw(&format!("<{tag}{gap}{attributes}>"))
    }

    pub(in crate::diagnostic) fn close(&mut self, tag: &str) -> &mut Self {
        self.raw(&format!("</{tag}>"))
    }

    pub(in crate::diagnostic) fn text(self) -> String {
        self.text
    }
}

/// Text for content and for attributes between double quotes.
pub(in crate::diagnostic) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push('\n'),
            c => escaped.push(clean::shown(c)),
        }
    }
    escaped
}
