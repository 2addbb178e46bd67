//! Lines and columns of many places, each file counted once.

use std::collections::HashMap;

use crate::source::{FileId, LineColumn, Source, Sources};

/// Findings come sorted by file and position; asked in that order, the whole costs one reading of each file.
pub(super) struct Locator<'a> {
    sources: &'a Sources,
    files: HashMap<FileId, Lines>,
}

struct Lines {
    /// The byte each line starts at.
    starts: Vec<usize>,
    /// The last byte asked for, and its place: minified files have thousands of findings on one line.
    last: (usize, LineColumn),
}

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { starts, last: (0, LineColumn { line: 1, column: 1 }) }
    }

    /// The number, from 0, of the line a byte stands on.
    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte).saturating_sub(1)
    }
}

impl<'a> Locator<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, files: HashMap::new() }
    }

    pub(super) fn source(&self, file: FileId) -> &'a Source {
        self.sources.get(file)
    }

    /// What [`Source::line_column`] says.
    pub(super) fn line_column(&mut self, file: FileId, byte: u32) -> LineColumn {
        let text: &'a str = &self.source(file).text;
        let byte = text.floor_char_boundary(byte as usize);
        let lines = self.lines(file);
        let line = lines.line_of(byte);
        let (last, place) = lines.last;
        let (from, column) = if place.line as usize == line + 1 && last <= byte {
            (last, place.column)
        } else {
            (lines.starts[line], 1)
        };
        let column = column + text[from..byte].chars().count() as u32;
        let place = LineColumn { line: line as u32 + 1, column };
        lines.last = (byte, place);
        place
    }

    /// The number, from 0, of the line a byte stands on.
    pub(super) fn line_of(&mut self, file: FileId, byte: usize) -> usize {
        self.lines(file).line_of(byte)
    }

    /// A line and the byte it starts at, without what ends it.
    pub(super) fn line(&mut self, file: FileId, line: usize) -> (usize, &'a str) {
        let text: &'a str = &self.source(file).text;
        let starts = &self.lines(file).starts;
        let start = starts.get(line).copied().unwrap_or(text.len());
        let end = starts.get(line + 1).copied().unwrap_or(text.len());
        (start, text[start..end].trim_end_matches('\n').trim_end_matches('\r'))
    }

    fn lines(&mut self, file: FileId) -> &mut Lines {
        let text = &self.sources.get(file).text;
        self.files.entry(file).or_insert_with(|| Lines::of(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_source_in_any_order() {
        let mut sources = Sources::default();
        let a = sources.add("a.md", "però\r\nè così\n\nfine");
        let b = sources.add("b.md", "");
        let mut locator = Locator::new(&sources);
        for byte in (0..30).chain((0..30).rev()) {
            for file in [a, b] {
                assert_eq!(locator.line_column(file, byte), sources.get(file).line_column(byte));
            }
            assert_eq!(locator.line_column(a, byte), sources.get(a).line_column(byte));
        }
    }
}
