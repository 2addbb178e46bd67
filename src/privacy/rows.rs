//! Rows of tables as sentences, so that a day below `data di nascita` is read as one.

/// The headings of a table.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    heads: Vec<String>,
    /// Columns with surname and name.
    names: Vec<usize>,
}

/// A row as it would be said: the name first, then every other cell after its heading.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    pub text: String,
    /// Where each cell begins, and its column.
    cells: Vec<(usize, usize)>,
}

impl Heads {
    pub fn new<'a>(heads: impl IntoIterator<Item = &'a str>) -> Self {
        let plain = |head: &str| head.trim_start_matches('\u{feff}').trim().replace('_', " ").to_lowercase();
        let heads: Vec<String> = heads.into_iter().map(plain).collect();
        let names = ["cognome", "nome"].iter();
        let names = names.filter_map(|name| heads.iter().position(|head| head == name)).collect();
        Self { heads, names }
    }

    pub fn sentence<'a>(&self, cells: impl IntoIterator<Item = &'a str>) -> Sentence {
        let cells: Vec<&str> = cells.into_iter().collect();
        let mut sentence = Sentence::default();
        for n in &self.names {
            if let Some(cell) = cells.get(*n) {
                sentence.push(if sentence.text.is_empty() { "" } else { " " }, cell, *n);
            }
        }
        for (n, cell) in cells.iter().enumerate() {
            if self.names.contains(&n) || cell.is_empty() {
                continue;
            }
            let head = self.heads.get(n).map_or("", String::as_str);
            sentence.push(&format!(", {head}: "), cell, n);
        }
        sentence
    }
}

impl Sentence {
    fn push(&mut self, before: &str, cell: &str, column: usize) {
        self.text.push_str(before);
        self.cells.push((self.text.len(), column));
        self.text.push_str(cell);
    }

    /// The column of what begins at a place of the text; a heading belongs to the cell it is said of.
    pub(super) fn column_at(&self, at: usize) -> usize {
        let next = self.cells.partition_point(|(start, _)| *start <= at);
        let Some((_, column)) = self.cells.get(next.saturating_sub(1)) else { return 0 };
        *column
    }
}

/// The rows of a text with separators, each with the line it begins on.
pub fn rows(text: &str) -> Vec<(usize, Sentence)> {
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    let separator =
        [b';', b',', b'\t', b'|'].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let heads = match reader.headers() {
        Ok(heads) => Heads::new(heads),
        Err(_) => return Vec::new(),
    };
    let mut rows = Vec::new();
    for record in reader.records().map_while(Result::ok) {
        let line = record.position().map_or(1, |position| position.line() as usize);
        rows.push((line, heads.sentence(&record)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_said_with_its_headings() {
        let heads = Heads::new(["n", "Nome", "COGNOME", "Data_di_nascita"]);
        let row = heads.sentence(["1", "Ugo", "Valenti", "12/03/1980"]);
        assert_eq!(row.text, "Valenti Ugo, n: 1, data di nascita: 12/03/1980");
        let column = |of: &str| row.column_at(row.text.find(of).unwrap());
        assert_eq!(["Valenti", "Ugo", "1,", "12/"].map(column), [2, 1, 0, 3]);
        assert_eq!(heads.sentence(["", "", "", ""]).column_at(0), 1);
        assert_eq!(Sentence::default().column_at(9), 0);
    }
}
