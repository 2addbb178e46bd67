//! An example as front matter: JSON written the way an editor writes YAML.

use serde_json::{Map, Value};

/// The fields of an example, one below the other.
pub(super) fn front_matter(example: &Map<String, Value>) -> String {
    let mut text = String::from("---\n");
    map(example, 0, &mut text);
    text.push_str("---\n");
    text
}

fn map(fields: &Map<String, Value>, indent: usize, text: &mut String) {
    for (n, (key, value)) in fields.iter().enumerate() {
        // The first key of a list's item stands beside its dash.
        if n > 0 || !text.ends_with("- ") {
            text.push_str(&" ".repeat(indent));
        }
        text.push_str(key);
        text.push(':');
        below(value, indent + 2, text);
    }
}

/// A value after its key.
fn below(value: &Value, indent: usize, text: &mut String) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            text.push('\n');
            map(fields, indent, text);
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            text.push('\n');
            for item in items {
                text.push_str(&format!("{}- ", " ".repeat(indent)));
                match item {
                    Value::Object(fields) => map(fields, indent + 2, text),
                    other => text.push_str(&format!("{}\n", scalar(other, true))),
                }
            }
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| scalar(item, true)).collect();
            text.push_str(&format!(" [{}]\n", items.join(", ")));
        }
        Value::String(several) if several.contains('\n') => {
            let keep = if several.ends_with('\n') { "" } else { "-" };
            text.push_str(&format!(" |{keep}\n"));
            for line in several.lines() {
                let line = format!("{}{line}", " ".repeat(indent));
                text.push_str(line.trim_end());
                text.push('\n');
            }
        }
        other => text.push_str(&format!(" {}\n", scalar(other, false))),
    }
}

/// A text stays plain when nothing in it can mean anything else. Between brackets a comma would.
fn scalar(value: &Value, in_brackets: bool) -> String {
    let Value::String(text) = value else { return value.to_string() };
    let is_date =
        text.len() >= 10 && text.bytes().all(|byte| byte.is_ascii_digit() || b"-T:".contains(&byte));
    let is_word = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || " -/.,;'’_()@«»%".contains(c))
        && !["true", "false", "null", "yes", "no", "si", "sì", "on", "off"]
            .contains(&text.to_lowercase().as_str());
    let is_path = text.starts_with(['.', '/']) && !text.contains([' ', ':', '#', ',']);
    let is_address = text.starts_with("https://") && !text.contains([' ', '#', ',', '[', ']']);
    let is_plain = is_date || is_word || is_path || is_address;
    if is_plain && !text.ends_with(' ') && !(in_brackets && text.contains([',', '[', ']'])) {
        text.clone()
    } else {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(example: &Value, expected: &str) {
        let fields = example.as_object().expect("an object");
        assert_eq!(front_matter(fields), format!("---\n{expected}---\n"));
    }

    #[test]
    fn it_reads_as_an_editor_writes() {
        check(
            &json!({"titolo": "Pagare la TARI", "ora": "09:00"}),
            "titolo: Pagare la TARI\nora: \"09:00\"\n",
        );
        check(&json!({"a": ["x", "y, z"], "n": 3}), "a: [x, \"y, z\"]\nn: 3\n");
        check(&json!({"t": "- uno\n- due\n"}), "t: |\n  - uno\n  - due\n");
        check(&json!({"t": "uno\n\ndue"}), "t: |-\n  uno\n\n  due\n");
        check(
            &json!({"voci": [{"tipo": "PEC", "valore": "a@b.example"}, {"tipo": "x"}], "o": {"lat": 1.5}}),
            "voci:\n  - tipo: PEC\n    valore: a@b.example\n  - tipo: x\no:\n  lat: 1.5\n",
        );
        check(
            &json!({"u": "https://a.example/b", "f": "./a.pdf", "d": "2026-12-31T20:30"}),
            "u: https://a.example/b\nf: ./a.pdf\nd: 2026-12-31T20:30\n",
        );
    }
}
