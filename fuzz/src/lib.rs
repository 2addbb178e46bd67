//! What fuzzing looks for, as plain functions: any bytes go in, nothing may panic, and every place lies in the text.
//! The kept corpus runs through the same functions in `tests/fuzz_corpus.rs`.

use arengo::{
    diagnostic::Diagnostic,
    schema::{self, SchemaFile},
    source::Sources,
    tree::{Limits, Node, Value, parse_toml, parse_yaml},
};

/// A front matter, read as YAML.
pub fn front_matter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let file = Sources::default().add("a.md", text.as_ref());
    let staged = parse_yaml(file, &text, 0..text.len() as u32, Limits { depth: 8 });
    places(&staged.diagnostics, &text);
    for entry in staged.value.map.iter() {
        node(&entry.node, &text);
    }
}

/// A schema of a content type: JSON, then its meaning; and the same bytes as a vocabulary.
pub fn schema_file(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut sources = Sources::default();
    for name in ["prova.schema.json", "comune.json", "vocabolari/prova.yaml"] {
        let id = sources.add(name, text.as_ref());
        let staged = schema::read(&[SchemaFile { id, name, text: &text }]);
        places(&staged.diagnostics, &text);
        for content_type in staged.value.types.values() {
            let _ = staged.value.for_editors(content_type);
        }
    }
}

/// A `site.toml`.
pub fn toml_config(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let file = Sources::default().add("site.toml", text.as_ref());
    places(&parse_toml(file, &text).diagnostics, &text);
}

fn places(diagnostics: &[Diagnostic], text: &str) {
    for diagnostic in diagnostics {
        if let Some(range) = &diagnostic.place.range {
            let inside = text.get(range.start as usize..range.end as usize).is_some();
            assert!(inside, "{diagnostic:?} lies outside");
        }
    }
}

fn node(found: &Node, text: &str) {
    let range = found.range.start as usize..found.range.end as usize;
    assert!(text.get(range).is_some(), "{found:?} lies outside");
    let _ = found.offsets(text);
    match &found.value {
        Value::List(items) => items.iter().for_each(|item| node(item, text)),
        Value::Map(map) => map.iter().for_each(|entry| node(&entry.node, text)),
        Value::Scalar(_) => {}
    }
}
