//! What of a page is not published: marks that lead back to the sources, and spaces that templates leave at the ends of
//! lines. Whoever reads a page knows where they stand, so nobody has to look for them again.

use memchr::memchr_iter;

use super::Reader;
use crate::audit::dom::Document;

/// A stretch of the text, in bytes.
pub(in crate::audit) type Cut = (u32, u32);

impl<'a> Reader<'a> {
    pub(super) fn cut(&mut self, from: usize, to: usize) {
        self.cuts.push((from as u32, to as u32));
    }

    /// The spaces before the line ends of a text that ends here.
    pub(super) fn cut_line_ends(&mut self, text: &str) {
        if self.inside.preformatted > 0 {
            return;
        }
        let start = self.at - text.len();
        let bytes = text.as_bytes();
        for end in memchr_iter(b'\n', bytes) {
            let last = bytes[..end].iter().rposition(|byte| !matches!(byte, b' ' | b'\t'));
            let kept = last.map_or(0, |last| last + 1);
            if kept < end {
                self.cut(start + kept, start + end);
            }
        }
    }

    /// White space, read.
    pub(super) fn gap(&mut self) -> &'a str {
        let start = self.at;
        self.skip_space();
        let space = &self.html[start..self.at];
        self.cut_line_ends(space);
        space
    }
}

impl Document {
    /// The text the document was read from, without marks and without spaces at the ends of lines where they are not shown;
    /// none if the page had to be repaired.
    pub fn unmarked(&self, html: &str) -> Option<String> {
        if !self.is_plain {
            return None;
        }
        let mut out = String::with_capacity(html.len());
        let mut done = 0;
        for &(from, to) in &self.cuts {
            out.push_str(html.get(done..from as usize)?);
            done = to as usize;
        }
        out.push_str(html.get(done..)?);
        Some(out)
    }
}
