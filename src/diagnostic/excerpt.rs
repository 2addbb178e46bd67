//! The few lines of a file that a finding shows: cleaned, cut where they are long, with the places in them.

use std::ops::Range;

use super::{clean, locate::Locator};
use crate::source::FileId;

/// Characters shown before and after the place a long line is cut around.
const BEFORE: usize = 60;
const AFTER: usize = 180;
/// Lines shown at the start and at the end of a place that covers many.
const EDGE: usize = 4;
/// Lines between two places that still share an excerpt.
const NEAR: usize = 40;

/// A text made of lines of a file, and where in it the asked ranges stand.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The number of its first line, from 1.
    pub(super) first_line: usize,
    /// The asked ranges, in the order in which they were asked.
    pub(super) ranges: Vec<Range<usize>>,
}

/// The lines from the first to the last that `ranges` touch. The first range is the one that long lines are cut around.
pub(super) fn excerpt(locator: &mut Locator<'_>, file: FileId, ranges: &[Range<u32>]) -> Excerpt {
    let text = &locator.source(file).text;
    let ranges: Vec<Range<usize>> = ranges
        .iter()
        .map(|range| {
            let start = text.floor_char_boundary(range.start as usize);
            start..text.floor_char_boundary(range.end as usize).max(start)
        })
        .collect();
    let lines: Vec<Range<usize>> = ranges.iter().map(|range| touched(locator, file, range)).collect();
    let first = lines.iter().map(|lines| lines.start).min().unwrap_or(0);
    let last = lines.iter().map(|lines| lines.end).max().unwrap_or(0);

    let mut shown = Vec::with_capacity(last + 1 - first);
    let mut text = String::new();
    for line in first..=last {
        let (start, written) = locator.line(file, line);
        let near = |edge: usize| line.abs_diff(edge) < EDGE;
        let window = if lines.iter().any(|lines| near(lines.start) || near(lines.end)) {
            window(written, start, &ranges)
        } else {
            // Kept, so that lines are counted right, but nobody will look at it.
            0..0
        };
        let line = ShownLine { start, window, at: text.len() };
        line.write(written, &mut text);
        shown.push(line);
        if shown.len() <= last - first {
            text.push('\n');
        }
    }
    let place = |byte: usize, locator: &mut Locator<'_>| {
        let line = locator.line_of(file, byte).clamp(first, last);
        shown[line - first].place(byte, locator.line(file, line).1)
    };
    let ranges = ranges
        .iter()
        .zip(&lines)
        .map(|(range, lines)| {
            let start = place(range.start, locator);
            // The end of a range that ends with a line break is the end of that line.
            let end = range.end.min(end_of_line(locator, file, lines.end));
            start..place(end, locator).max(start)
        })
        .collect();
    Excerpt { text, first_line: first + 1, ranges }
}

/// The line of a finding as a report quotes it: trimmed, cleaned and cut around the finding.
pub(super) fn quote(locator: &mut Locator<'_>, file: FileId, range: &Range<u32>) -> String {
    let line = locator.line_of(file, range.start as usize);
    let (start, written) = locator.line(file, line);
    let wanted = range.start as usize..range.end as usize;
    let window = window(written, start, std::slice::from_ref(&wanted));
    let mut text = String::new();
    ShownLine { start, window, at: 0 }.write(written, &mut text);
    text.trim().to_owned()
}

/// Whether two places may share an excerpt: far ones would fill the screen, or one be cut away.
pub(super) fn are_near(locator: &mut Locator<'_>, file: FileId, a: u32, b: u32) -> bool {
    let (a, b) = (a as usize, b as usize);
    let line = locator.line_of(file, a);
    match line.abs_diff(locator.line_of(file, b)) {
        0 => a.abs_diff(b) < BEFORE || locator.line(file, line).1.len() <= BEFORE + AFTER,
        distance => distance < NEAR,
    }
}

/// First and last line of a range, both included.
fn touched(locator: &mut Locator<'_>, file: FileId, range: &Range<usize>) -> Range<usize> {
    let first = locator.line_of(file, range.start);
    // The byte before the end: a range that ends with a line break does not touch the next line.
    let last = locator.line_of(file, range.end.saturating_sub(1).max(range.start));
    first..last
}

fn end_of_line(locator: &mut Locator<'_>, file: FileId, line: usize) -> usize {
    let (start, written) = locator.line(file, line);
    start + written.len()
}

/// The part of a line, in its own bytes, that is shown.
fn window(written: &str, start: usize, ranges: &[Range<usize>]) -> Range<usize> {
    if written.len() <= BEFORE + AFTER {
        return 0..written.len();
    }
    let inside = |byte: usize| byte.checked_sub(start).filter(|&byte| byte <= written.len());
    let center = ranges.iter().find_map(|range| inside(range.start).or(inside(range.end))).unwrap_or(0);
    let center = written.floor_char_boundary(center);
    let before = written[..center].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let after = written[center..].char_indices().nth(AFTER).map_or(written.len(), |(at, _)| center + at);
    before..after
}

/// How a line of the file stands in the excerpt.
struct ShownLine {
    /// Its first byte in the file.
    start: usize,
    /// What of it is shown, in bytes of the line.
    window: Range<usize>,
    /// Where it begins in the excerpt.
    at: usize,
}

const CUT: char = '…';

impl ShownLine {
    fn write(&self, written: &str, text: &mut String) {
        if self.window.start > 0 {
            text.push(CUT);
        }
        text.extend(written[self.window.clone()].chars().map(clean::shown));
        if !self.window.is_empty() && self.window.end < written.len() {
            text.push(CUT);
        }
    }

    /// Where a byte of the file stands in the excerpt; what was cut away counts as the nearest that is shown.
    fn place(&self, byte: usize, written: &str) -> usize {
        let byte = byte.saturating_sub(self.start).clamp(self.window.start, self.window.end);
        let cut = if self.window.start > 0 { CUT.len_utf8() } else { 0 };
        let before =
            written[self.window.start..byte].chars().map(|c| clean::shown(c).len_utf8()).sum::<usize>();
        self.at + cut + before
    }
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "lists of places, of which most have one")]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// Shows the ranges of the excerpt in brackets.
    fn check(text: &str, ranges: &[Range<u32>], expected: &str) {
        let mut sources = Sources::default();
        let file = sources.add("a.md", text);
        let found = excerpt(&mut Locator::new(&sources), file, ranges);
        let mut marked = found.text.clone();
        let mut marks: Vec<(usize, char)> =
            found.ranges.iter().flat_map(|range| [(range.start, '['), (range.end, ']')]).collect();
        marks.sort_by_key(|&(at, mark)| (at, mark == '['));
        for (at, mark) in marks.into_iter().rev() {
            marked.insert(at, mark);
        }
        assert_eq!(format!("{}: {marked}", found.first_line), expected);
    }

    #[test]
    fn lines_around_the_ranges() {
        check("uno\ndue\ntre\n", &[4..7], "2: [due]");
        check("uno\r\ndue\r\n", &[0..9], "1: [uno\ndue]");
        check("uno\ndue\n", &[4..8], "2: [due]");
        check("uno\ndue\ntre", &[8..11, 0..3], "1: [uno]\ndue\n[tre]");
        check("uno\n", &[3..3], "1: uno][");
        check("uno\n", &[99..120], "2: ][");
        check("", &[0..0], "1: ][");
        check("però\u{1b}[0m così", &[6..9], "1: però␛[[0m] così");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}QUI{}", "à".repeat(50_000), "è".repeat(50_000));
        let shown = format!("1: …{}[QUI]{}…", "à".repeat(60), "è".repeat(177));
        check(&line, &[100_000..100_003], &shown);
    }

    #[test]
    fn far_lines_are_counted_but_not_copied() {
        let line = "testo\n";
        let expected = format!("1: [testo{}testo]", "\n".repeat(50));
        let text = line.repeat(51);
        let mut sources = Sources::default();
        let file = sources.add("a.md", text.as_str());
        let found = excerpt(&mut Locator::new(&sources), file, &[0..(text.len() as u32 - 1)]);
        assert_eq!(found.text.lines().count(), 51);
        assert_eq!(found.text.matches("testo").count(), 2 * EDGE);
        assert_eq!(expected.lines().count(), 51);
    }
}
