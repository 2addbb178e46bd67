//! XLSX and ODS, read by `calamine` once the archive is known to be harmless. A formula gives the value it had when the
//! file was saved; of a hidden sheet nothing is read unless it is named.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Sheet as SheetData, SheetVisible, Xlsx};
use jiff::civil::Date;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Grid, Limits, Raw, Row, Trouble, letters};
use crate::archive::{self, Member, Refusal};

/// What somebody may look through who only searches: more than any table of the portal.
const SEARCHED: Limits = Limits { bytes: 0, rows: 100_000, columns: 1_000 };

/// A sheet as texts, for who looks for what may not be published: hidden ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// The number of each row as people count, and its cells.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl Sheet {
    /// `Foglio1!C7`.
    pub fn cell_name(&self, row: u32, column: usize) -> String {
        format!("{}!{}{row}", self.name, letters(column))
    }
}

/// Every sheet of a workbook; none: it cannot be read, or holds more than can be looked through.
pub fn sheets(bytes: &[u8], extension: &str) -> Option<Vec<Sheet>> {
    let members = archive::members(bytes).ok()?;
    let read = || -> Result<Vec<Sheet>, Trouble> {
        let names: Vec<String> = match extension {
            "ods" => open_ods(bytes, &members, SEARCHED)?.sheet_names(),
            _ => Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?.sheet_names(),
        };
        let sheet = |name: String| {
            let grid = match extension {
                "ods" => ods(bytes, &members, Some(&name), SEARCHED),
                _ => xlsx(bytes, Some(&name), SEARCHED),
            }?;
            let rows = grid.rows.iter().map(|row| (row.number, row.cells.iter().map(Raw::shown).collect()));
            Ok(Sheet { name, rows: rows.collect() })
        };
        names.into_iter().map(sheet).collect()
    };
    catch_unwind(AssertUnwindSafe(read)).ok()?.ok()
}

/// The rows of a sheet: of the named one, else of the first one that is shown.
pub(super) fn grid(
    bytes: &[u8],
    extension: &str,
    sheet: Option<&str>,
    limits: Limits,
) -> Result<Grid, Trouble> {
    let members = archive::members(bytes).map_err(|refusal| match refusal {
        Refusal::TooLarge => Trouble::new("table-file--bomb"),
        Refusal::Broken => unreadable("zip"),
    })?;
    // A fault of the library is a broken file.
    let read = || match extension {
        "ods" => ods(bytes, &members, sheet, limits),
        _ => xlsx(bytes, sheet, limits),
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unreadable(extension)))
}

fn unreadable(detail: impl ToString) -> Trouble {
    Trouble::new("table-file--unreadable").with("detail", detail.to_string())
}

fn xlsx(bytes: &[u8], wanted: Option<&str>, limits: Limits) -> Result<Grid, Trouble> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let name = choose(workbook.sheets_metadata(), wanted)?;
    let several = workbook.sheets_metadata().len() > 1;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
    let mut rows = Rows::new(limits);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let raw = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(number) => Raw::Number(*number as f64),
            DataRef::Float(number) => Raw::Number(*number),
            DataRef::String(text) => Raw::of_text(text),
            DataRef::SharedString(text) => Raw::of_text(text),
            DataRef::Bool(truth) => Raw::Bool(*truth),
            DataRef::DateTime(moment) => of_moment(*moment),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => of_iso(text),
            DataRef::Error(error) => Raw::Fault(error.to_string()),
        };
        rows.put(row, column, raw)?;
    }
    Ok(rows.grid(name, several))
}

fn ods(bytes: &[u8], members: &[Member], wanted: Option<&str>, limits: Limits) -> Result<Grid, Trouble> {
    let mut workbook = open_ods(bytes, members, limits)?;
    let name = choose(workbook.sheets_metadata(), wanted)?;
    let several = workbook.sheets_metadata().len() > 1;
    let range = workbook.worksheet_range(&name).map_err(unreadable)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Rows::new(limits);
    for (row, column, value) in range.used_cells() {
        let raw = match value {
            Data::Empty => continue,
            Data::Int(number) => Raw::Number(*number as f64),
            Data::Float(number) => Raw::Number(*number),
            Data::String(text) => Raw::of_text(text),
            Data::Bool(truth) => Raw::Bool(*truth),
            Data::DateTime(moment) => of_moment(*moment),
            Data::DateTimeIso(text) | Data::DurationIso(text) => of_iso(text),
            Data::Error(error) => Raw::Fault(error.to_string()),
        };
        rows.put(first_row + row as u32, first_column + column as u32, raw)?;
    }
    Ok(rows.grid(name, several))
}

fn open_ods<'a>(
    bytes: &'a [u8],
    members: &[Member],
    limits: Limits,
) -> Result<Ods<Cursor<&'a [u8]>>, Trouble> {
    let content = members.iter().find(|member| member.name == "content.xml");
    let content = content.and_then(|member| member.text(bytes)).ok_or_else(|| unreadable("content.xml"))?;
    measure(&content, limits)?;
    Ods::new(Cursor::new(bytes)).map_err(unreadable)
}

/// The sheet to read.
fn choose(sheets: &[SheetData], wanted: Option<&str>) -> Result<String, Trouble> {
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let found = match wanted {
        Some(wanted) => {
            sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == wanted.trim().to_lowercase())
        }
        None => sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible),
    };
    match (found, wanted) {
        (Some(sheet), _) => Ok(sheet.name.clone()),
        (None, Some(wanted)) => {
            let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            Err(Trouble::new("table-file--sheet").with("sheet", wanted).with("known", quoted.join(", ")))
        }
        (None, None) => Err(Trouble::new("table-file--empty")),
    }
}

/// The day of a moment; what is a time of day, or lies outside of the calendar, stays the number it is.
fn of_moment(moment: ExcelDateTime) -> Raw {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = Date::new(year as i16, month as i8, day as i8).ok();
    match date.filter(|_| moment.is_datetime() && moment.as_f64() >= 1.0) {
        Some(date) => Raw::Date(date),
        None => Raw::Number(moment.as_f64()),
    }
}

fn of_iso(text: &str) -> Raw {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Raw::of_text(text), Raw::Date)
}

/// Rows as they fill up, within the limits.
struct Rows {
    limits: Limits,
    rows: Vec<Row>,
}

impl Rows {
    fn new(limits: Limits) -> Self {
        Self { limits, rows: Vec::new() }
    }

    fn put(&mut self, row: u32, column: u32, raw: Raw) -> Result<(), Trouble> {
        if raw.is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if column >= self.limits.columns {
            return Err(Trouble::too_many_columns(self.limits.columns));
        }
        let number = row.saturating_add(1);
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() > self.limits.rows {
                return Err(Trouble::too_many_rows(self.limits.rows));
            }
            self.rows.push(Row { number, ..Row::default() });
        }
        if let Some(last) = self.rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column + 1, Raw::Empty);
            }
            last.cells[column] = raw;
        }
        Ok(())
    }

    fn grid(self, sheet: String, several: bool) -> Grid {
        Grid { rows: self.rows, sheet: several.then_some(sheet), counts_cells: false, has_cells: true }
    }
}

/// Refuses a document whose filled cells stand too far apart. In ODS a row or a cell may say that it is repeated a
/// million times, and `calamine` would write it a million times.
fn measure(content: &str, limits: Limits) -> Result<(), Trouble> {
    let mut reader = quick_xml::Reader::from_str(content);
    let mut measure = Measure { limits, ..Measure::default() };
    loop {
        match reader.read_event().map_err(unreadable)? {
            Event::Start(element) => measure.start(&element)?,
            Event::Empty(element) => {
                measure.start(&element)?;
                measure.end(element.name().as_ref())?;
            }
            Event::End(element) => measure.end(element.name().as_ref())?,
            Event::Text(_) => measure.is_filled |= measure.in_cell,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Measure {
    limits: Limits,
    /// Rows and columns before the present ones.
    row: usize,
    column: usize,
    row_repeats: usize,
    cell_repeats: usize,
    in_cell: bool,
    is_filled: bool,
    /// Whether something stands in the row.
    row_is_filled: bool,
}

impl Measure {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        let repeats = |name: &str| {
            let value = element.try_get_attribute(name).ok().flatten()?;
            value.value.parse::<usize>().ok()
        };
        match element.name().as_ref() {
            "table:table" => self.row = 0,
            "table:table-row" => {
                self.column = 0;
                self.row_is_filled = false;
                self.row_repeats = repeats("table:number-rows-repeated").unwrap_or(1);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.in_cell = true;
                self.cell_repeats = repeats("table:number-columns-repeated").unwrap_or(1);
                self.is_filled = element.attributes().flatten().any(|attribute| {
                    let name: &str = attribute.key.as_ref();
                    name.starts_with("office:") || name.starts_with("calcext:") || name == "table:formula"
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Trouble> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                self.in_cell = false;
                self.column = self.column.saturating_add(self.cell_repeats);
                self.row_is_filled |= self.is_filled;
                if self.is_filled && self.column > self.limits.columns {
                    return Err(Trouble::too_many_columns(self.limits.columns));
                }
            }
            "table:table-row" => {
                self.row = self.row.saturating_add(self.row_repeats);
                // A title and some empty rows may stand above the table.
                if self.row_is_filled && self.row > self.limits.rows.saturating_mul(2).saturating_add(1_000) {
                    return Err(Trouble::too_many_rows(self.limits.rows));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::archive::tests::archive;

    const LIMITS: Limits = Limits { bytes: 1 << 20, rows: 100, columns: 20 };

    /// An ODS of one sheet.
    pub(in super::super) fn ods_of(rows: &str) -> Vec<u8> {
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
             xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
             xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
             <table:table table:name=\"Foglio1\">{rows}</table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        );
        archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            (
                "META-INF/manifest.xml",
                b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
            ),
            ("content.xml", content.as_bytes()),
        ])
    }

    const TEXT: &str = "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";

    #[test]
    fn an_ods_is_read() {
        let rows = format!(
            "<table:table-row>{TEXT}<table:table-cell office:value-type=\"float\" office:value=\"1.5\"><text:p>1,5</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-01\"><text:p>01/03/26</text:p></table:table-cell>\
             <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
        );
        let grid = grid(&ods_of(&rows), "ods", None, LIMITS).expect("a grid");
        let day = Raw::Date("2026-03-01".parse().expect("a day"));
        assert_eq!(grid.rows[0].cells, [Raw::of_text("a"), Raw::Number(1.5), day]);
        assert_eq!(grid.rows.len(), 1);
    }

    #[test]
    fn repetitions_are_counted() {
        let rows =
            format!("<table:table-row table:number-rows-repeated=\"1048576\">{TEXT}</table:table-row>");
        let trouble = grid(&ods_of(&rows), "ods", None, LIMITS).expect_err("too many");
        assert_eq!(trouble.words, "table-file--rows");
        let wide = TEXT.replacen(" office", " table:number-columns-repeated=\"16384\" office", 1);
        let rows = format!("<table:table-row>{wide}</table:table-row>");
        let trouble = grid(&ods_of(&rows), "ods", None, LIMITS).expect_err("too many");
        assert_eq!(trouble.words, "table-file--columns");
    }

    #[test]
    fn any_bytes_give_an_answer() {
        let good = ods_of(&format!("<table:table-row>{TEXT}</table:table-row>"));
        for extension in ["ods", "xlsx"] {
            for end in (0..good.len()).step_by(7) {
                let _ = grid(&good[..end], extension, None, LIMITS);
            }
            for at in (0..good.len()).step_by(5) {
                let mut bytes = good.clone();
                bytes[at] ^= 0x5a;
                let _ = grid(&bytes, extension, None, LIMITS);
            }
        }
    }
}
