//! CSV as offices export it: `;`, `,` or tabs, quotes, a first line `sep=;`, lines of any system.
//!
//! The `csv` crate reads the values. Our own scan of the same rules finds the place of every cell, since the crate tells
//! only where a record begins; `places_are_those_of_the_reader` holds the two together.

use std::ops::Range;

use super::grid::{Grid, Limits, Raw, Row, Trouble};
use crate::l10n::said;

const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The rows of a text.
pub(super) fn grid(text: &str, limits: Limits) -> Result<Grid, Trouble> {
    let (start, separator) = separator(text);
    let records = records(text, start, separator, limits)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(&text.as_bytes()[start..]);
    let mut rows = Vec::with_capacity(records.len());
    let mut values = csv::StringRecord::new();
    for record in records {
        let is_read = reader.read_record(&mut values).map_err(|error| {
            Trouble::new("table-file--unreadable").with("detail", said("CSV", &error.to_string()))
        })?;
        if !is_read {
            break;
        }
        let cells: Vec<Raw> = values.iter().map(Raw::of_text).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number: record.line, cells, ranges: record.cells });
        }
    }
    Ok(Grid { rows, sheet: None, counts_cells: true, has_cells: true })
}

/// Where the table begins and what stands between cells: what `sep=` says, else what the first line has most of.
fn separator(text: &str) -> (usize, u8) {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    if let Some(&[said]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes)
        && said.is_ascii()
        && !matches!(said, b'"' | b'\r' | b'\n')
    {
        let start = text.find(first).unwrap_or(0) + first.len();
        let rest = &text.as_bytes()[start..];
        let skipped = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        return (start + skipped, said);
    }
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut is_quoted = false;
    for byte in first.bytes() {
        match SEPARATORS.iter().position(|separator| *separator == byte) {
            _ if byte == b'"' => is_quoted = !is_quoted,
            Some(n) if !is_quoted => counts[n] += 1,
            _ => {}
        }
    }
    // Of equals the first, which is what Italian spreadsheets write.
    let most = (0..counts.len()).rev().max_by_key(|n| counts[*n]).unwrap_or(0);
    (0, SEPARATORS[most])
}

/// A record: the line it begins on, and the places of its cells.
struct Record {
    line: u32,
    cells: Vec<Range<u32>>,
}

/// Cuts a text as RFC 4180 does, and as the `csv` crate does where that is silent: a quote inside a cell that does not
/// begin with one is a letter, and lines without anything are none.
fn records(text: &str, start: usize, separator: u8, limits: Limits) -> Result<Vec<Record>, Trouble> {
    let bytes = text.as_bytes();
    let mut records: Vec<Record> = Vec::new();
    let mut line = 1 + bytes[..start].iter().filter(|byte| **byte == b'\n').count() as u32;
    let mut at = start;
    while at < bytes.len() {
        if matches!(bytes[at], b'\r' | b'\n') {
            line += u32::from(bytes[at] == b'\n');
            at += 1;
            continue;
        }
        let mut record = Record { line, cells: Vec::new() };
        loop {
            let end = cell_end(bytes, at, separator);
            let Some(end) = end else {
                let quote = at as u32..at as u32 + 1;
                return Err(Trouble::new("table-file--quote").at(quote));
            };
            line += bytes[at..end].iter().filter(|byte| **byte == b'\n').count() as u32;
            record.cells.push(at as u32..end as u32);
            if record.cells.len() > limits.columns {
                return Err(Trouble::too_many_columns(limits.columns).at(at as u32..end as u32));
            }
            at = end;
            if at < bytes.len() && bytes[at] == separator {
                at += 1;
            } else {
                break;
            }
        }
        records.push(record);
        if records.len() > limits.rows + 1 {
            return Err(Trouble::too_many_rows(limits.rows).at(at as u32..at as u32));
        }
    }
    Ok(records)
}

/// The end of the cell that begins at `start`; none: its quote never closes.
fn cell_end(bytes: &[u8], start: usize, separator: u8) -> Option<usize> {
    let is_end = |byte: u8| byte == separator || byte == b'\r' || byte == b'\n';
    let mut at = start;
    if bytes.get(at) == Some(&b'"') {
        at += 1;
        loop {
            at += memchr::memchr(b'"', &bytes[at..])? + 1;
            match bytes.get(at) {
                Some(b'"') => at += 1,
                _ => break,
            }
        }
    }
    // What follows a closing quote belongs to the cell, as a mistake of who wrote it.
    let rest = bytes[at..].iter().position(|byte| is_end(*byte));
    Some(rest.map_or(bytes.len(), |rest| at + rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits = Limits { bytes: 1 << 20, rows: 1000, columns: 100 };

    fn check(text: &str, expected: &[&[&str]]) {
        let grid = grid(text, LIMITS).expect("a grid");
        let text_of = |cell: &Raw| match cell {
            Raw::Text(text) => text.clone(),
            _ => String::new(),
        };
        let found: Vec<Vec<String>> =
            grid.rows.iter().map(|row| row.cells.iter().map(text_of).collect()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn separators_are_found() {
        check("a;b,c\n1;2,5\n", &[&["a", "b,c"], &["1", "2,5"]]);
        check("a,b;c,d\n", &[&["a", "b;c", "d"]]);
        check("sep=,\r\na,b\r\n", &[&["a", "b"]]);
        check("a\tb\n", &[&["a", "b"]]);
        check("\"a;b;c\",d,e\n", &[&["a;b;c", "d", "e"]]);
        check("\n\na;b\n;\n\nc;d", &[&["a", "b"], &["c", "d"]]);
        check(
            "a;\"due\nrighe\"\n1;\"e \"\"virgolette\"\"\"\n",
            &[&["a", "due\nrighe"], &["1", "e \"virgolette\""]],
        );
    }

    #[test]
    fn an_open_quote_is_told() {
        let trouble = grid("a;b\n1;\"mai chiusa\n2;x\n", LIMITS).expect_err("no grid");
        assert_eq!((trouble.words, trouble.range), ("table-file--quote", Some(6..7)));
    }

    proptest! {
        #[test]
        fn places_are_those_of_the_reader(text in "[a;,\"\r\n \tè]{0,40}") {
            if let Ok(grid) = grid(&text, LIMITS) {
                for row in &grid.rows {
                    prop_assert_eq!(row.cells.len(), row.ranges.len());
                    for (cell, range) in row.cells.iter().zip(&row.ranges) {
                        let written = &text[range.start as usize..range.end as usize];
                        let bare = |text: &str| text.replace('"', "");
                        if let Raw::Text(value) = cell {
                            prop_assert_eq!(bare(value), bare(written));
                        }
                    }
                }
            }
        }
    }
}
