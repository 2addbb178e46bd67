//! What is wrong with a value: one message per kind of verdict, with the value as it should be where that can be known.

use jsonschema::{ValidationError, error::ValidationErrorKind};
use serde_json::Value as Json;

use super::{Context, FIELD_VALUE, Field, Kind, Syntax};
use crate::{
    calendar,
    diagnostic::Diagnostic,
    l10n::{Arg, Message},
    suggest::closest,
    tree::{Node, Value},
};

/// The finding for one violated keyword.
pub(super) fn value(error: &ValidationError<'_>, context: &Context<'_>) -> Diagnostic {
    let field = context.field();
    let label = field.map_or_else(
        || context.pointer.rsplit('/').next().unwrap_or("").to_owned(),
        |field| field.name.clone(),
    );
    let written = match error.instance().as_ref() {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let range = context.node().map_or_else(|| context.head(), |node| node.range.clone());
    let is_item = context.pointer.rsplit('/').next().is_some_and(|step| step.parse::<usize>().is_ok());
    let kind = field.map(|field| if is_item { field.kind.item() } else { &field.kind });
    let (words, args) = list_of_words(error.kind(), kind, context.node())
        .or_else(|| text_of_item(error.kind(), kind, is_item, context.node()))
        .unwrap_or_else(|| explain(error.kind(), &written, kind, error.instance()));
    let words = in_syntax(words, context.syntax());
    let mut diagnostic = FIELD_VALUE
        .variant(words, context.span(range))
        .with("field", label)
        .with("value", shortened(&written))
        .with("hint", help_of(field));
    for (name, value) in args {
        diagnostic = diagnostic.with(name, value);
    }
    diagnostic
}

/// What the schema says of a field: in Italian, which other languages quote.
pub fn hint(help: &str) -> Arg {
    match help {
        "" => Arg::from(""),
        help => Arg::Words(Message::new("ui-hint").with("text", help)),
    }
}

pub(super) fn help_of(field: Option<&Field>) -> Arg {
    hint(field.map_or("", |field| field.help.as_str()))
}

type Words = (&'static str, Vec<(&'static str, String)>);

/// `Residenza, Matrimonio` or `{Residenza}` where a list of words or of names is wanted.
fn list_of_words(verdict: &ValidationErrorKind, kind: Option<&Kind>, node: Option<&Node>) -> Option<Words> {
    let Some(Kind::List(item)) = kind else { return None };
    let is_of_words = matches!(item.item(), Kind::Word(_) | Kind::Reference(_));
    if !matches!(verdict, ValidationErrorKind::Type { .. }) || !is_of_words {
        return None;
    }
    let words: Vec<&str> = match &node?.value {
        Value::Scalar(scalar) => scalar.text.split(',').map(str::trim).collect(),
        Value::Map(map) if map.iter().all(|entry| entry.node.is_null()) => {
            map.iter().map(|entry| entry.key.as_str()).collect()
        }
        _ => return None,
    };
    let is_map = node?.map().is_some();
    let is_plain = words.iter().all(|word| !word.is_empty() && !word.contains(['[', ']', ':', '"']));
    let fixed = format!("[{}]", words.join(", "));
    (is_plain && (is_map || words.len() > 1)).then(|| ("field-value--list-commas", vec![("fixed", fixed)]))
}

/// `- Matrimonio: civile`: the colon makes a map of an item that is a text.
fn text_of_item(
    verdict: &ValidationErrorKind,
    kind: Option<&Kind>,
    is_item: bool,
    node: Option<&Node>,
) -> Option<Words> {
    let is_text = matches!(kind?, Kind::Text | Kind::Markdown | Kind::Word(_) | Kind::Reference(_));
    if !matches!(verdict, ValidationErrorKind::Type { .. }) || !is_text {
        return None;
    }
    let mut entries = node?.map()?.iter();
    let (only, None) = (entries.next()?, entries.next()) else { return None };
    let text = only.node.text()?;
    let fixed = format!("\"{}: {}\"", only.key, shortened(text)).replace('\\', "\\\\");
    let words = if is_item { "field-value--text-item" } else { "field-value--text-colon" };
    Some((words, vec![("fixed", fixed)]))
}

fn explain(verdict: &ValidationErrorKind, written: &str, kind: Option<&Kind>, instance: &Json) -> Words {
    let length = || written.chars().count().to_string();
    match verdict {
        ValidationErrorKind::Type { .. } => wrong_type(written, kind, instance),
        ValidationErrorKind::Format { format } => match format.as_str() {
            "date" => date(written),
            "email" => ("field-value--email", vec![]),
            _ => ("field-value--url", vec![]),
        },
        ValidationErrorKind::Pattern { .. } if matches!(kind, Some(Kind::DateTime)) => date_time(written),
        ValidationErrorKind::Pattern { .. } => ("field-value--pattern", vec![]),
        ValidationErrorKind::Enum { options } => enumeration(written, options),
        ValidationErrorKind::MaxLength { limit } => {
            ("field-value--max-length", vec![("limit", limit.to_string()), ("length", length())])
        }
        ValidationErrorKind::MinLength { limit } if *limit <= 1 => ("field-value--empty", vec![]),
        ValidationErrorKind::MinLength { limit } => {
            ("field-value--min-length", vec![("limit", limit.to_string()), ("length", length())])
        }
        ValidationErrorKind::MinItems { limit } => {
            ("field-value--min-items", vec![("limit", limit.to_string())])
        }
        ValidationErrorKind::MaxItems { limit } => {
            ("field-value--max-items", vec![("limit", limit.to_string())])
        }
        ValidationErrorKind::UniqueItems => ("field-value--unique", vec![]),
        ValidationErrorKind::Minimum { limit } | ValidationErrorKind::ExclusiveMinimum { limit } => {
            ("field-value--minimum", vec![("limit", limit.to_string())])
        }
        ValidationErrorKind::Maximum { limit } | ValidationErrorKind::ExclusiveMaximum { limit } => {
            ("field-value--maximum", vec![("limit", limit.to_string())])
        }
        ValidationErrorKind::FalseSchema | ValidationErrorKind::Not { .. } => {
            ("field-value--not-allowed", vec![])
        }
        other => ("field-value", vec![("detail", other.keyword().to_owned())]),
    }
}

/// `-Imposte` is an item whose space is missing; what follows on other lines reads as the same text.
fn first_item(written: &str) -> &str {
    match written.strip_prefix('-') {
        Some(items) => items.split(" -").next().unwrap_or(items).trim(),
        None => written,
    }
}

fn wrong_type(written: &str, kind: Option<&Kind>, instance: &Json) -> Words {
    match kind {
        Some(Kind::List(item)) if !instance.is_array() && matches!(item.item(), Kind::Object(_)) => {
            let Kind::Object(fields) = item.item() else { return ("field-value--list", vec![]) };
            ("field-value--list-object", vec![("fields", named(fields))])
        }
        Some(Kind::List(_)) if !instance.is_array() => {
            ("field-value--list", vec![("fixed", format!("- {}", shortened(first_item(written))))])
        }
        Some(Kind::List(item)) => wrong_type(written, Some(item), instance),
        Some(Kind::Bool) => match written.to_lowercase().as_str() {
            "si" | "sì" | "yes" | "vero" | "on" | "1" => {
                ("field-value--bool-word", vec![("fixed", "true".to_owned())])
            }
            "no" | "falso" | "off" | "0" => ("field-value--bool-word", vec![("fixed", "false".to_owned())]),
            _ => ("field-value--bool", vec![]),
        },
        Some(Kind::Integer) => ("field-value--integer", vec![]),
        Some(Kind::Number) => ("field-value--number", vec![]),
        Some(Kind::Object(fields)) => ("field-value--object", vec![("fields", named(fields))]),
        _ if instance.is_array() => ("field-value--not-list", vec![]),
        _ => ("field-value--text", vec![]),
    }
}

/// What there is to write looks different in TOML.
fn in_syntax(words: &'static str, syntax: Syntax) -> &'static str {
    match (syntax, words) {
        (Syntax::Toml, "field-value--list" | "field-value--list-commas") => "field-value--list-toml",
        (Syntax::Toml, "field-value--list-object") => "field-value--list-object-toml",
        (Syntax::Toml, "field-value--min-items") => "field-value--min-items-toml",
        (Syntax::Toml, "field-value--object") => "field-value--object-toml",
        (Syntax::Toml, "field-value--text") => "field-value--text-toml",
        _ => words,
    }
}

fn named(fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
    names.join(", ")
}

fn enumeration(written: &str, options: &Json) -> Words {
    let names: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match closest(written, names) {
        Some(known) => ("field-value--enum-close", vec![("known", known.to_owned()), ("options", list)]),
        None => ("field-value--enum", vec![("options", list)]),
    }
}

/// `31/12/2026` is told to become `2026-12-31`; `2026-02-30` is told not to exist.
fn date(written: &str) -> Words {
    if let Some(fixed) = italian_date(written) {
        return ("field-value--date-italian", vec![("fixed", fixed)]);
    }
    if let Some(fixed) = short_date(written) {
        return ("field-value--date-italian", vec![("fixed", fixed)]);
    }
    let looks_iso = written.len() == 10 && written.bytes().filter(|&b| b == b'-').count() == 2;
    if looks_iso { ("field-value--date-nonexistent", vec![]) } else { ("field-value--date", vec![]) }
}

fn date_time(written: &str) -> Words {
    let (day, time) = written.split_once([' ', 'T']).unwrap_or((written, ""));
    let day = italian_date(day)
        .or_else(|| Some(day.to_owned()).filter(|day| day.parse::<jiff::civil::Date>().is_ok()));
    let time = time.trim().trim_start_matches("ore ").replace('.', ":");
    let time = if time.len() == 4 { format!("0{time}") } else { time };
    match day {
        Some(day) if time.is_empty() => {
            ("field-value--date-time-fixed", vec![("fixed", format!("{day}T09:00"))])
        }
        Some(day) if time.len() >= 5 && time.is_char_boundary(5) => {
            ("field-value--date-time-fixed", vec![("fixed", format!("{day}T{}", &time[..5]))])
        }
        _ => ("field-value--date-time", vec![]),
    }
}

/// `2026-12-1`: the zero is missing.
fn short_date(written: &str) -> Option<String> {
    let mut parts = written.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = year.len() == 4 && parts.next().is_none() && written.len() < 10;
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|_| is_short).map(|date| date.to_string())
}

/// The day of an Italian date, as it is written here.
fn italian_date(written: &str) -> Option<String> {
    let (day, month, year) = calendar::italian_date(written)?;
    let year: i16 = match year.len() {
        2 => 2000 + year.parse::<i16>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    jiff::civil::Date::new(year, month, day).ok().map(|date| date.to_string())
}

/// A value as it can stand in a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() <= MOST && line.len() == text.trim_end().len() {
        return line.to_owned();
    }
    line.chars().take(MOST).chain(['…']).collect()
}
