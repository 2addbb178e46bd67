//! From what was written in a cell to what it means: Italian numbers and dates, words of a list, codes.

use std::fmt;

use jiff::civil::Date;

use super::{codes, grid::Raw};
use crate::{
    calendar,
    schema::{Column, ColumnKind, Vocabulary},
};

/// What a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(Box<str>),
    Integer(i64),
    Decimal(Decimal),
    Date(Date),
    Bool(bool),
}

/// A number as people write it, without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The number without its comma.
    pub units: i64,
    /// Digits after the comma.
    pub places: u8,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub words: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    fn new(words: &'static str) -> Self {
        Self { words, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What the list a cell chooses from depends on.
#[derive(Default, Clone, Copy)]
pub(super) struct Context<'a> {
    /// What stands in the column on which this one depends.
    pub other: Option<&'a str>,
    pub vocabulary: Option<&'a Vocabulary>,
}

/// Understands one cell.
pub(super) fn understand(raw: &Raw, column: &Column, context: Context<'_>) -> Result<Cell, Problem> {
    if let Raw::Fault(fault) = raw {
        return Err(Problem::new("table-cell--formula").with("value", fault));
    }
    if raw.is_empty() {
        return if column.required { Err(Problem::new("table-cell--missing")) } else { Ok(Cell::Empty) };
    }
    let cell = match &column.kind {
        ColumnKind::Text => Cell::Text(tidy(&written(raw)).into()),
        ColumnKind::Integer => Cell::Integer(integer(raw, column)?),
        ColumnKind::Decimal(places) => Cell::Decimal(decimal(raw, *places, column)?),
        ColumnKind::Money => Cell::Decimal(decimal(raw, Some(2), column)?.with_places(2)),
        ColumnKind::Date => Cell::Date(date(raw)?),
        ColumnKind::Year => Cell::Integer(year(raw)?),
        ColumnKind::Bool => Cell::Bool(truth(raw)?),
        ColumnKind::Choice(values) => Cell::Text(choice(raw, &strings(values))?),
        ColumnKind::ChoiceBy(_, values) => {
            let values = context.other.and_then(|other| values.get(other)).map_or(&[][..], Vec::as_slice);
            if values.is_empty() { Cell::Empty } else { Cell::Text(choice(raw, &strings(values))?) }
        }
        ColumnKind::Word(_) => {
            let words = context.vocabulary.iter().flat_map(|known| known.words());
            let labels: Vec<&str> = words.map(|word| word.label.as_str()).collect();
            Cell::Text(choice(raw, &labels)?)
        }
        ColumnKind::Cig => code(raw, "table-cell--cig", codes::is_cig)?,
        ColumnKind::Cup => code(raw, "table-cell--cup", codes::is_cup)?,
        ColumnKind::FiscalCode => code(raw, "table-cell--fiscal", codes::is_fiscal_code)?,
        ColumnKind::VatNumber => code(raw, "table-cell--vat", codes::is_vat_number)?,
        ColumnKind::Email => shaped(raw, "table-cell--email", is_email)?,
        ColumnKind::Url => shaped(raw, "table-cell--url", is_url)?,
    };
    limits(&cell, column)?;
    Ok(cell)
}

/// Length of texts, size of numbers.
fn limits(cell: &Cell, column: &Column) -> Result<(), Problem> {
    let whole = match cell {
        Cell::Text(text) => {
            let length = text.chars().count();
            if let Some(most) = column.max_length.filter(|most| length > *most) {
                let told = Problem::new("table-cell--long").with("length", length.to_string());
                return Err(told.with("limit", most.to_string()));
            }
            if let Some(least) = column.min_length.filter(|least| length < *least) {
                return Err(Problem::new("table-cell--short").with("limit", least.to_string()));
            }
            return Ok(());
        }
        Cell::Integer(number) => Decimal { units: *number, places: 0 },
        Cell::Decimal(number) => *number,
        _ => return Ok(()),
    };
    let scale = 10_i128.pow(u32::from(whole.places));
    let number = i128::from(whole.units);
    let below = column.minimum.filter(|least| number < i128::from(*least) * scale);
    let above = column.maximum.filter(|most| number > i128::from(*most) * scale);
    match (below, above) {
        (Some(least), _) => Err(Problem::new("table-cell--below").with("limit", least.to_string())),
        (_, Some(most)) => Err(Problem::new("table-cell--above").with("limit", most.to_string())),
        _ => Ok(()),
    }
}

/// A cell as somebody would have typed it.
pub(super) fn written(raw: &Raw) -> String {
    match raw {
        Raw::Empty => String::new(),
        Raw::Text(text) | Raw::Fault(text) => text.clone(),
        Raw::Number(number) => {
            Decimal::of_float(*number, 6).map_or_else(|| number.to_string(), |number| number.to_string())
        }
        Raw::Date(date) => date.strftime("%d/%m/%Y").to_string(),
        Raw::Bool(truth) => if *truth { "sì" } else { "no" }.to_owned(),
    }
}

/// Outer and double spaces say nothing; lines stay.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words = line.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn integer(raw: &Raw, column: &Column) -> Result<i64, Problem> {
    let not = || Problem::new("table-cell--integer").with("value", short(raw));
    let number = decimal(raw, Some(0), column).map_err(|problem| match problem.words {
        "table-cell--places" | "table-cell--decimal" => not(),
        _ => problem,
    })?;
    Ok(number.units)
}

fn decimal(raw: &Raw, places: Option<u8>, column: &Column) -> Result<Decimal, Problem> {
    let not = || Problem::new("table-cell--decimal").with("value", short(raw));
    match raw {
        Raw::Number(number) => match places {
            Some(places) => Decimal::of_float(*number, places).ok_or_else(|| too_fine(raw, places)),
            None => Decimal::of_float(*number, 6).ok_or_else(not),
        },
        Raw::Text(text) => {
            let mut text = text.trim().replace(['\u{a0}', '\u{202f}', ' ', '\''], "").replace('−', "-");
            for unit in ["€", "EUR", "euro", "Euro"].into_iter().chain(column.unit.as_deref()) {
                let bare = text.strip_suffix(unit).or_else(|| text.strip_prefix(unit)).map(str::to_owned);
                text = bare.unwrap_or(text);
            }
            let number = Decimal::parse(&text, places).map_err(|why| match why {
                NotANumber::Ambiguous => Problem::new("table-cell--ambiguous").with("value", short(raw)),
                NotANumber::Other => not(),
            })?;
            if let Some(places) = places.filter(|places| number.places > *places) {
                return Err(too_fine(raw, places));
            }
            Ok(number)
        }
        _ => Err(not()),
    }
}

fn too_fine(raw: &Raw, places: u8) -> Problem {
    Problem::new("table-cell--places").with("value", short(raw)).with("limit", places.to_string())
}

fn year(raw: &Raw) -> Result<i64, Problem> {
    let year = match raw {
        Raw::Number(number) if number.fract() == 0.0 => Some(*number as i64),
        Raw::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    let year = year.filter(|year| (1861..=2200).contains(year));
    year.ok_or_else(|| Problem::new("table-cell--year").with("value", short(raw)))
}

fn date(raw: &Raw) -> Result<Date, Problem> {
    let found = match raw {
        Raw::Date(date) => Some(*date),
        Raw::Text(text) => parse_date(text.trim()),
        _ => None,
    };
    let is_likely = |date: &Date| (1861..=2200).contains(&date.year());
    found.filter(is_likely).ok_or_else(|| Problem::new("table-cell--date").with("value", short(raw)))
}

/// `31/12/2026`, `31-12-2026`, `31.12.2026`, `2026-12-31`, `31 dicembre 2026`; a time of midnight may follow.
fn parse_date(text: &str) -> Option<Date> {
    let text = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("00:00")).unwrap_or(text);
    let text = text.trim_end_matches(['T', ' ']);
    if text.len() == 10
        && let Ok(date) = text.parse()
    {
        return Some(date);
    }
    let (day, month, year) = calendar::italian_date(text)?;
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month, day).ok()
}

fn truth(raw: &Raw) -> Result<bool, Problem> {
    let said = match raw {
        Raw::Bool(truth) => return Ok(*truth),
        other => written(other),
    };
    match crate::schema::folded_heading(&said).as_str() {
        "si" | "s" | "vero" | "true" | "x" | "1" => Ok(true),
        "no" | "n" | "falso" | "false" | "0" => Ok(false),
        _ => Err(Problem::new("table-cell--bool").with("value", short(raw))),
    }
}

fn strings(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}

/// The value of a list that is meant, however its capitals and accents are written.
fn choice(raw: &Raw, values: &[&str]) -> Result<Box<str>, Problem> {
    let said = written(raw);
    let wanted = crate::schema::folded_heading(&said);
    if let Some(value) = values.iter().find(|value| crate::schema::folded_heading(value) == wanted) {
        return Ok((*value).into());
    }
    let known = crate::suggest::closest(&said, values.iter().copied());
    let problem = match known {
        Some(known) => Problem::new("table-cell--choice").with("known", known),
        None => {
            let some: Vec<String> = values.iter().take(12).map(|value| format!("`{value}`")).collect();
            Problem::new("table-cell--choice-strange").with("known", some.join(", "))
        }
    };
    Err(problem.with("value", short(raw)))
}

fn code(raw: &Raw, words: &'static str, is_good: fn(&str) -> bool) -> Result<Cell, Problem> {
    let code = match raw {
        // A sheet that took a code for a number lost its leading zeros.
        Raw::Number(_) => return Err(Problem::new("table-cell--number").with("value", short(raw))),
        other => written(other).split_whitespace().collect::<String>().to_ascii_uppercase(),
    };
    if is_good(&code) {
        Ok(Cell::Text(code.into()))
    } else {
        Err(Problem::new(words).with("value", short(raw)))
    }
}

fn shaped(raw: &Raw, words: &'static str, is_good: fn(&str) -> bool) -> Result<Cell, Problem> {
    let text = written(raw).trim().to_owned();
    if is_good(&text) {
        Ok(Cell::Text(text.into()))
    } else {
        Err(Problem::new(words).with("value", short(raw)))
    }
}

/// As the schemes of the Authority have it: `^[A-Za-z0-9+_.-]+@[A-Za-z0-9.-]+$`.
fn is_email(text: &str) -> bool {
    let is_of = |part: &str, signs: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c))
    };
    text.split_once('@').is_some_and(|(name, host)| is_of(name, "+_.-") && is_of(host, ".-"))
}

/// A page of the web, or one of this site from its root.
fn is_url(text: &str) -> bool {
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    let is_local = text.starts_with('/') && !text.starts_with("//");
    let is_web =
        url::Url::parse(text).is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host());
    is_plain && (is_local || is_web)
}

/// A value to show in a message.
fn short(raw: &Raw) -> String {
    let text = tidy(&written(raw)).replace('\n', " ");
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

#[derive(Debug, PartialEq)]
enum NotANumber {
    /// `1.234` can be a thousand or one and a bit.
    Ambiguous,
    Other,
}

impl Decimal {
    /// Italian (`1.234,56`) or plain (`1234.56`). A point before three digits parts thousands, where fewer digits than
    /// that are allowed after the comma; else nobody knows.
    fn parse(text: &str, places: Option<u8>) -> Result<Self, NotANumber> {
        let (sign, digits) = match text.strip_prefix(['-', '+']) {
            Some(rest) => (if text.starts_with('-') { -1 } else { 1 }, rest),
            None => (1, text),
        };
        if digits.is_empty() || digits.chars().any(|c| !c.is_ascii_digit() && c != '.' && c != ',') {
            return Err(NotANumber::Other);
        }
        let (whole, fraction) = match digits.split_once(',') {
            Some((whole, fraction)) => (ungrouped(whole).ok_or(NotANumber::Other)?, fraction),
            None => match ungrouped(digits) {
                Some(whole) if !digits.contains('.') || digits.matches('.').count() > 1 => (whole, ""),
                Some(whole) if places.is_some_and(|places| places < 3) => (whole, ""),
                Some(_) => return Err(NotANumber::Ambiguous),
                None => {
                    let (whole, fraction) = digits.split_once('.').ok_or(NotANumber::Other)?;
                    (whole.to_owned(), fraction)
                }
            },
        };
        if !fraction.chars().all(|c| c.is_ascii_digit()) || whole.is_empty() || fraction.len() > 9 {
            return Err(NotANumber::Other);
        }
        let units: i64 = format!("{whole}{fraction}").parse().map_err(|_| NotANumber::Other)?;
        Ok(Self { units: sign * units, places: fraction.len() as u8 })
    }

    /// The number that a float stands for, if it has no more digits than that; trailing zeros are left out.
    pub(super) fn of_float(number: f64, places: u8) -> Option<Self> {
        let scaled = number * 10_f64.powi(i32::from(places));
        let rounded = scaled.round();
        let is_exact = (scaled - rounded).abs() <= 1e-6 * scaled.abs().clamp(1.0, 1e3);
        if !number.is_finite() || rounded.abs() > 9e15 || !is_exact {
            return None;
        }
        let mut decimal = Self { units: rounded as i64, places };
        while decimal.places > 0 && decimal.units % 10 == 0 {
            decimal = Self { units: decimal.units / 10, places: decimal.places - 1 };
        }
        Some(decimal)
    }

    /// The same number with more digits after the comma.
    pub(super) fn with_places(self, places: u8) -> Self {
        let missing = u32::from(places.saturating_sub(self.places));
        match self.units.checked_mul(10_i64.pow(missing)) {
            Some(units) if missing > 0 => Self { units, places },
            _ => self,
        }
    }

    /// None when the sum is out of all measure.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let (left, right) = (self.with_places(places), other.with_places(places));
        (left.places == right.places)
            .then(|| left.units.checked_add(right.units).map(|units| Self { units, places }))?
    }

    /// `1.234,56`, or `1,234.56` in English.
    pub fn grouped(self, lang: &str) -> String {
        let (mark, point) = if lang == "en" { (',', '.') } else { ('.', ',') };
        let plain = self.to_string();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let mut grouped = sign.to_owned();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push(point);
            grouped.push_str(fraction);
        }
        grouped
    }
}

/// `1.234.567` without its points, `1234` as it is; none when the points do not part thousands.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_number = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let is_first = is_number(first) && (rest.is_empty() || (first.len() <= 3 && !first.starts_with('0')));
    (is_first && rest.iter().all(|group| group.len() == 3 && is_number(group))).then(|| text.replace('.', ""))
}

/// As programs read it: `-1234.56`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs().to_string();
        let places = usize::from(self.places);
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if places == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(kind: ColumnKind) -> Column {
        Column {
            name: "prova".to_owned(),
            title: "Prova".to_owned(),
            help: String::new(),
            kind,
            required: false,
            verified: true,
            min_length: None,
            max_length: None,
            minimum: None,
            maximum: None,
            also: Vec::new(),
            unit: None,
            heads_rows: false,
            italian_dates: false,
        }
    }

    fn read(kind: &ColumnKind, text: &str) -> Result<Cell, Problem> {
        understand(&Raw::of_text(text), &column(kind.clone()), Context::default())
    }

    fn number(kind: &ColumnKind, text: &str) -> String {
        match read(kind, text) {
            Ok(Cell::Decimal(number)) => number.to_string(),
            Ok(Cell::Integer(number)) => number.to_string(),
            Ok(other) => format!("{other:?}"),
            Err(problem) => problem.words.to_owned(),
        }
    }

    #[test]
    fn numbers_are_italian_or_plain() {
        let money = |text| number(&ColumnKind::Money, text);
        assert_eq!(money("1.234,5"), "1234.50");
        assert_eq!(money("€ 1.234.567,89"), "1234567.89");
        assert_eq!(money("1234.56"), "1234.56");
        assert_eq!(money("1.234"), "1234.00");
        assert_eq!(money("-12 euro"), "-12.00");
        assert_eq!(money("12,345"), "table-cell--places");
        assert_eq!(money("1,234.56"), "table-cell--decimal");
        assert_eq!(money("circa 10"), "table-cell--decimal");
        assert_eq!(money("99999999999999999999"), "table-cell--decimal");
        let decimal = |text| number(&ColumnKind::Decimal(None), text);
        assert_eq!(decimal("1.234"), "table-cell--ambiguous");
        assert_eq!(decimal("0.234"), "0.234");
        assert_eq!(decimal("-7,42"), "-7.42");
        assert_eq!(decimal("1.234.567"), "1234567");
        let integer = |text| number(&ColumnKind::Integer, text);
        assert_eq!(integer("1.234"), "1234");
        assert_eq!(integer("1,5"), "table-cell--integer");
    }

    #[test]
    fn floats_of_sheets_are_the_numbers_people_typed() {
        let float = |number, places| Decimal::of_float(number, places).map(|number| number.to_string());
        assert_eq!(float(0.1 + 0.2, 2).as_deref(), Some("0.3"));
        assert_eq!(float(1234.56, 2).as_deref(), Some("1234.56"));
        assert_eq!(float(1_102_447.8, 2).as_deref(), Some("1102447.8"));
        assert_eq!(float(1.005, 2), None);
        assert_eq!(float(f64::NAN, 2), None);
    }

    #[test]
    fn dates_are_italian_or_iso() {
        let date = |text| match read(&ColumnKind::Date, text) {
            Ok(Cell::Date(date)) => date.to_string(),
            other => format!("{other:?}").chars().take(3).collect(),
        };
        for text in
            ["12/03/2026", "12-3-2026", "12.03.2026", "2026-03-12", "12 marzo 2026", "12/03/2026 00:00:00"]
        {
            assert_eq!(date(text), "2026-03-12", "{text}");
        }
        assert_eq!(date("1º marzo 2026"), "2026-03-01");
        for text in ["31/02/2026", "12/03/26", "03/2026", "46093", "12/13/2026"] {
            assert_eq!(date(text), "Err", "{text}");
        }
    }

    #[test]
    fn words_are_those_of_the_list() {
        let values =
            ColumnKind::Choice(vec!["Affidamento diretto".to_owned(), "Procedura aperta".to_owned()]);
        assert_eq!(read(&values, " affidamento DIRETTO "), Ok(Cell::Text("Affidamento diretto".into())));
        let problem = read(&values, "affidamento direto").expect_err("a mistake");
        assert_eq!(
            (problem.words, problem.args[0].1.as_str()),
            ("table-cell--choice", "Affidamento diretto")
        );
        assert_eq!(read(&ColumnKind::Bool, "Sì"), Ok(Cell::Bool(true)));
        assert_eq!(
            read(&ColumnKind::Url, "javascript:alert(1)").map_err(|p| p.words),
            Err("table-cell--url")
        );
        assert_eq!(read(&ColumnKind::Text, " a\u{a0} b\t\n\n c "), Ok(Cell::Text("a b\nc".into())));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(units in -1_000_000_000_000_i64..1_000_000_000_000, places in 0_u8..=2) {
            let number = Decimal { units, places };
            let again = Decimal::parse(&number.grouped("it").replace('\u{2212}', "-"), Some(2));
            prop_assert_eq!(again, Ok(number));
            prop_assert_eq!(Decimal::parse(&number.to_string(), Some(2)), Ok(number));
        }

        #[test]
        fn any_cell_gives_an_answer(text in ".{0,30}", number: f64) {
            let kinds = [ColumnKind::Text, ColumnKind::Integer, ColumnKind::Decimal(None), ColumnKind::Money, ColumnKind::Date,
                ColumnKind::Year, ColumnKind::Bool, ColumnKind::Cig, ColumnKind::Cup, ColumnKind::FiscalCode, ColumnKind::VatNumber,
                ColumnKind::Email, ColumnKind::Url];
            for kind in kinds {
                let _ = read(&kind, &text);
                let _ = understand(&Raw::Number(number), &column(kind), Context::default());
            }
        }
    }
}
