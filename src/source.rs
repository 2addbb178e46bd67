//! Files by number, places in bytes, lines and columns for people.

use std::{
    collections::HashMap,
    fmt,
    ops::{Deref, Range},
    sync::Arc,
};

/// A file of the site (or of what ships with Arengo), by its number in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The number as bytes, for hashes.
    pub fn to_bytes(self) -> [u8; 4] {
        self.0.to_le_bytes()
    }
}

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, range: Range<u32>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    pub fn range(self) -> Range<u32> {
        self.start..self.end
    }
}

/// A place as people count: both from 1, columns in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: u32,
    pub column: u32,
}

/// One text that diagnostics can point into.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the site's folder, with `/` on every system.
    pub path: Arc<str>,
    /// Empty for files that are not text (a PDF, an image).
    pub text: Arc<str>,
}

impl Source {
    /// Line and column of a byte. A byte past the end counts as the end;
    /// one inside a character counts as its first.
    pub fn line_column(&self, byte: u32) -> LineColumn {
        let mut end = (byte as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        LineColumn {
            line: 1 + before.bytes().filter(|&b| b == b'\n').count() as u32,
            column: 1 + before[line_start..].chars().count() as u32,
        }
    }

    /// The text of a range, empty when the range lies outside.
    pub fn slice(&self, range: Range<u32>) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }
}

/// The attribute that tells where in the sources an element of a page was written, `<file>:<start>-<end>` in bytes.
/// The Markdown renderer and the template loader put it there, the auditor reads it, `write` removes it.
///
/// HTML gave this name up long ago, so no page has it. The parser knows it by heart: a `data-` name of our own would be
/// looked up in a shared table for every element of every page, and would be longer.
pub const MARK: &str = "datasrc";

impl Span {
    /// The value of [`MARK`].
    pub fn mark(self) -> String {
        let mut mark = String::with_capacity(32);
        self.push_mark(&mut mark);
        mark
    }

    /// Appends the value of [`MARK`]. It is written for every block of every page, so digits are put by hand.
    pub fn push_mark(self, out: &mut String) {
        push_number(self.file.0, out);
        out.push(':');
        push_number(self.start, out);
        out.push('-');
        push_number(self.end, out);
    }

    /// Reads back what [`Span::mark`] wrote.
    pub fn parse_mark(mark: &str) -> Option<Self> {
        let (file, range) = mark.split_once(':')?;
        let (start, end) = range.split_once('-')?;
        Some(Self { file: FileId(file.parse().ok()?), start: start.parse().ok()?, end: end.parse().ok()? })
    }
}

fn push_number(number: u32, out: &mut String) {
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[at..].iter().map(|digit| char::from(*digit)));
}

/// How places in a text that was taken out of a file lead back to the file:
/// a Markdown body stands in it as it is, a YAML block scalar lost the indentation of every line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// The text stands in the file from this byte on.
    Shifted(u32),
    /// Starts of lines, in the text and in the file, both ascending.
    Lines(Vec<(u32, u32)>),
    /// The text was folded or unescaped: only the whole is known.
    Whole(Range<u32>),
}

impl Offsets {
    /// The place in the file of a range of the text.
    pub fn range(&self, range: Range<u32>) -> Range<u32> {
        match self {
            Self::Shifted(by) => range.start + by..range.end + by,
            Self::Lines(lines) => at_line(lines, range.start)..at_line(lines, range.end),
            Self::Whole(whole) => whole.clone(),
        }
    }
}

fn at_line(lines: &[(u32, u32)], offset: u32) -> u32 {
    let after = lines.partition_point(|&(start, _)| start <= offset);
    let (start, in_file) = lines.get(after.saturating_sub(1)).copied().unwrap_or((0, 0));
    in_file + offset.saturating_sub(start)
}

/// A stretch of a text that others hold too, without a copy of it.
#[derive(Clone)]
pub struct Excerpt {
    whole: Arc<str>,
    range: Range<u32>,
}

impl Excerpt {
    /// Panics where the range is none of the text.
    pub fn new(whole: &Arc<str>, range: Range<u32>) -> Self {
        let excerpt = Self { whole: Arc::clone(whole), range };
        // Asked once, so that it holds for good.
        let _: &str = &excerpt;
        excerpt
    }
}

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.range.start as usize..self.range.end as usize]
    }
}

impl From<&str> for Excerpt {
    fn from(text: &str) -> Self {
        let end = u32::try_from(text.len()).expect("texts are shorter than four gigabytes");
        Self { whole: text.into(), range: 0..end }
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Every file that was read, in the order in which it was added. A path has one number for ever, so what was said
/// of a file stays true when others change.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// Shared by copies until one of them gets a new file.
    by_path: Arc<HashMap<Arc<str>, FileId>>,
}

impl Sources {
    /// A text that was read. A path that is known gets the new text.
    pub fn add(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        let (path, text) = (path.into(), text.into());
        if let Some(id) = self.by_path.get(&path) {
            self.files[id.0 as usize].text = text;
            return *id;
        }
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than four billion files"));
        Arc::make_mut(&mut self.by_path).insert(Arc::clone(&path), id);
        self.files.push(Source { path, text });
        id
    }

    /// The file at a path, if it was ever read.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(n, source)| (FileId(n as u32), source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let id = sources.add("a.md", "però\nè così\n");
        let at = |byte| {
            let place = sources.get(id).line_column(byte);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(5), (1, 5));
        assert_eq!(at(6), (2, 1));
        assert_eq!(at(8), (2, 2));
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(999), (3, 1));
    }
}
