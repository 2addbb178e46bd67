//! JSON as programs export it: a list of objects, one a row; or an object that holds such a list.
//!
//! `serde_json` judges and reads; our own scan of a text that is known to be JSON finds the place of every value.

use std::ops::Range;

use serde_json::{Map, Value};

use super::grid::{Grid, Limits, Raw, Row, Trouble};
use crate::l10n::said;

/// The rows of a text; the first one holds the keys.
pub(super) fn grid(text: &str, limits: Limits) -> Result<Grid, Trouble> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let at = byte_of(text, error.line(), error.column());
        Trouble::new("table-file--json").with("detail", said("JSON", &error.to_string())).at(at..at)
    })?;
    let rows = rows_of(&value).ok_or_else(|| Trouble::new("table-file--json-shape"))?;
    if rows.len() > limits.rows {
        return Err(Trouble::too_many_rows(limits.rows));
    }
    let keys = keys(&rows);
    if keys.len() > limits.columns {
        return Err(Trouble::too_many_columns(limits.columns));
    }
    let mut places = Places::of(text, value.is_object());
    let head =
        Row { number: 1, cells: keys.iter().map(|key| Raw::of_text(key)).collect(), ranges: Vec::new() };
    let mut grid = Grid { rows: vec![head], ..Grid::default() };
    for (n, row) in rows.iter().enumerate() {
        let found = places.next_row();
        let mut cells = Vec::with_capacity(keys.len());
        let mut ranges = Vec::with_capacity(keys.len());
        for key in &keys {
            let place = found.cells.iter().find(|(known, _)| known == key).map(|(_, range)| range.clone());
            let place = place.unwrap_or_else(|| found.whole.clone());
            let value = row.get(*key).unwrap_or(&Value::Null);
            cells.push(raw(value).ok_or_else(|| Trouble::new("table-file--json-deep").at(place.clone()))?);
            ranges.push(place);
        }
        grid.rows.push(Row { number: n as u32 + 1, cells, ranges });
    }
    Ok(grid)
}

/// The list of rows: the whole, or the only list in it.
fn rows_of(value: &Value) -> Option<Vec<&Map<String, Value>>> {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(map) => {
            let mut lists = map.values().filter_map(Value::as_array);
            let first = lists.next()?;
            if lists.next().is_some() {
                return None;
            }
            first
        }
        _ => return None,
    };
    list.iter().map(Value::as_object).collect()
}

/// Keys in the order in which they are first met.
fn keys<'a>(rows: &[&'a Map<String, Value>]) -> Vec<&'a str> {
    let mut seen = std::collections::HashSet::new();
    rows.iter().flat_map(|row| row.keys()).map(String::as_str).filter(|key| seen.insert(*key)).collect()
}

fn raw(value: &Value) -> Option<Raw> {
    Some(match value {
        Value::Null => Raw::Empty,
        Value::Bool(truth) => Raw::Bool(*truth),
        Value::Number(number) => Raw::Number(number.as_f64()?),
        Value::String(text) => Raw::of_text(text),
        Value::Array(_) | Value::Object(_) => return None,
    })
}

/// serde_json counts lines from 1 and columns in bytes.
fn byte_of(text: &str, line: usize, column: usize) -> u32 {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at as u32
}

/// Walks a text that is valid JSON, row by row.
struct Places<'a> {
    text: &'a str,
    at: usize,
}

#[derive(Default)]
struct Found {
    whole: Range<u32>,
    /// Key and place of its value.
    cells: Vec<(String, Range<u32>)>,
}

impl<'a> Places<'a> {
    /// At the first row.
    fn of(text: &'a str, is_in_object: bool) -> Self {
        let mut places = Self { text, at: 0 };
        if is_in_object {
            places.eat(b'{');
            // The rows are the only list.
            while places.at < text.len() {
                places.value();
                places.eat(b':');
                places.space();
                if places.peek() == Some(b'[') {
                    break;
                }
                places.value();
                places.eat(b',');
            }
        }
        places.eat(b'[');
        places
    }

    fn next_row(&mut self) -> Found {
        self.eat(b',');
        self.space();
        let mut found = Found { whole: self.at as u32..self.at as u32, cells: Vec::new() };
        self.eat(b'{');
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                break;
            }
            let key = self.value();
            let key = serde_json::from_str(&self.text[key]).unwrap_or_default();
            self.eat(b':');
            let value = self.value();
            found.cells.push((key, value.start as u32..value.end as u32));
            self.eat(b',');
        }
        self.eat(b'}');
        found.whole.end = self.at as u32;
        found
    }

    /// Steps over a value, however deep.
    fn value(&mut self) -> Range<usize> {
        self.space();
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth == 0 => break,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth == 0 => break,
                _ => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                break;
            }
        }
        start..start + self.text[start..self.at].trim_end().len()
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        self.at = self.at.min(self.text.len());
    }

    fn eat(&mut self, wanted: u8) {
        self.space();
        self.at += usize::from(self.peek() == Some(wanted));
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits = Limits { bytes: 1 << 20, rows: 1000, columns: 100 };

    #[test]
    fn values_are_found_where_they_stand() {
        let text = r#"{"data": "x", "righe": [ {"a": 1, "è": "due, \"tre\""}, {"b": null , "a":true} ]}"#;
        let grid = grid(text, LIMITS).expect("a grid");
        assert_eq!(grid.rows[0].cells, ["a", "è", "b"].map(Raw::of_text));
        assert_eq!(grid.rows[1].cells, [Raw::Number(1.0), Raw::of_text("due, \"tre\""), Raw::Empty]);
        let at = |row: usize, column: usize| {
            let range = grid.rows[row].ranges[column].clone();
            &text[range.start as usize..range.end as usize]
        };
        assert_eq!(at(1, 1), r#""due, \"tre\"""#);
        assert_eq!(at(2, 0), "true");
        assert_eq!(at(2, 2), "null");
        // A key that is not there is told at the whole row.
        assert_eq!(at(2, 1), r#"{"b": null , "a":true}"#);
    }

    proptest! {
        #[test]
        fn any_rows_have_places(rows in proptest::collection::vec(proptest::collection::hash_map("[a-c\"\\\\]{1,3}", "[ -~è]{0,6}", 0..4), 0..5), pretty: bool) {
            let text = if pretty { serde_json::to_string_pretty(&rows) } else { serde_json::to_string(&rows) };
            let text = text.expect("JSON");
            let grid = grid(&text, LIMITS).expect("a grid");
            for (row, written) in grid.rows[1..].iter().zip(&rows) {
                for (cell, (key, range)) in row.cells.iter().zip(grid.rows[0].cells.iter().zip(&row.ranges)) {
                    let Raw::Text(key) = key else { continue };
                    if let (Some(value), Raw::Text(_)) = (written.get(key), cell) {
                        let found: String = serde_json::from_str(&text[range.start as usize..range.end as usize]).expect("a value");
                        prop_assert_eq!(&found, value);
                    }
                }
            }
        }
    }
}
