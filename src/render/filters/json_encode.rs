//! `{{ dati | json_encode }}`: a value as JSON that can stand inside a `<script>`: nothing in it closes the element.

use std::borrow::Cow;

use tera::{Error, Kwargs, State, TeraResult, Value};

use crate::source::MARK;

pub(super) fn call(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let json = serde_json::to_string(value).map_err(|error| Error::message(error.to_string()))?;
    Ok(Value::safe_string(&escaped(&json)))
}

fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in without_marks(json).chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            other => text.push(other),
        }
    }
    text
}

/// HTML inside JSON is no tag when marks are taken out of the page, so they go here.
fn without_marks(json: &str) -> Cow<'_, str> {
    let mark = format!(" {MARK}=\\\"");
    let mut parts = json.split(mark.as_str());
    let first = parts.next().unwrap_or_default();
    if first.len() == json.len() {
        return json.into();
    }
    let rest = parts.map(|part| part.split_once("\\\"").map_or(part, |(_, after)| after));
    std::iter::once(first).chain(rest).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_closes_the_script() {
        assert_eq!(escaped(r#"{"a":"</script>&"}"#), r#"{"a":"\u003c/script\u003e\u0026"}"#);
    }

    #[test]
    fn no_mark_is_published() {
        let marked = format!(r#"{{"a":"<p {MARK}=\"3:4-9\">uno</p><p {MARK}=\"3:4-9\" id=\"b\">"}}"#);
        let expected = r#"{"a":"\u003cp\u003euno\u003c/p\u003e\u003cp id=\"b\"\u003e"}"#;
        assert_eq!(escaped(&marked), expected);
    }
}
