//! Mistakes that only a schema can tell: each is one finding, at its key or value.

use arengo::{
    schema::{self, Document, SchemaFile, Syntax},
    source::Sources,
    tree::{Limits, parse_yaml},
};

const SCHEMA: &str = r#"{
  "title": "Prova", "x-cartella": "prove", "type": "object", "required": ["titolo"],
  "properties": {
    "titolo": {"type": "string", "title": "Titolo", "minLength": 3},
    "scadenza": {"type": "string", "format": "date"},
    "attivo": {"type": "boolean"},
    "giorni": {"type": "integer"},
    "argomenti": {"type": "array", "items": {"type": "string"}},
    "contatti": {"type": "array", "items": {
      "type": "object", "required": ["valore"], "additionalProperties": false,
      "properties": {"tipo": {"type": "string", "enum": ["Telefono", "Email"]}, "valore": {"type": "string"}}
    }}
  }
}"#;

fn found(front: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let id = sources.add("prova.schema.json", SCHEMA);
    let schemas = schema::read(&[SchemaFile { id, name: "prova.schema.json", text: SCHEMA }]);
    let kind = schemas.value.types.get("prova").expect("the type");
    let file = sources.add("prova.md", front);
    let staged = parse_yaml(file, front, 0..front.len() as u32, Limits { depth: 8 });
    let document = Document {
        file,
        map: &staged.value.map,
        head: 0..0,
        broken: &staged.value.broken,
        syntax: Syntax::Yaml,
    };
    let mut diagnostics = staged.diagnostics;
    diagnostics.extend(kind.judge.check(&document));
    let shown = diagnostics.iter().map(|diagnostic| {
        let span = diagnostic.place.span().expect("a place");
        let at = sources.get(file).line_column(span.start);
        format!("{} {}:{}", diagnostic.message.id, at.line, at.column)
    });
    shown.collect()
}

fn check(front: &str, expected: &[&str]) {
    assert_eq!(found(front), expected, "{front:?}");
}

#[test]
fn values_that_a_schema_refuses() {
    check("titolo: Prova\nscadenza: 2026-12-31\nattivo: true\ngiorni: 3\n", &[]);
    check("titolo: Prova\nscadenza: 31/12/2026\n", &["field-value--date-italian 2:11"]);
    check("titolo: Prova\nscadenza: 2026-02-30\n", &["field-value--date-nonexistent 2:11"]);
    check("titolo: Prova\nattivo: si\n", &["field-value--bool-word 2:9"]);
    check("titolo: Prova\nattivo: no\n", &["field-value--bool-word 2:9"]);
    check("titolo: Prova\ngiorni: tre\n", &["field-value--integer 2:9"]);
    check("titolo: Prova\nargomenti: Residenza\n", &["field-value--list 2:12"]);
    check("titolo: no\n", &["field-value--min-length 1:9"]);
}

#[test]
fn keys_that_a_schema_misses_or_does_not_know() {
    check("titolo:\n", &["field-empty 1:1"]);
    check("attivo: true\n", &["field-missing 1:1"]);
    check("titolo: Prova\nscadneza: 2026-12-31\n", &["field-unknown 2:1"]);
    check("titolo: Prova\nqualunque: x\n", &["field-unknown--strange 2:1"]);
    check("titolo: Prova\ncontatti:\n  - tipo: Email\n", &["field-missing 3:5"]);
    check("titolo: Prova\ncontatti:\n  - valore: x\n    tipo: Telefon\n", &["field-value--enum-close 4:11"]);
}

#[test]
fn what_cannot_be_read_is_not_missing() {
    check("titolo: Avviso: chiusura\n", &["yaml-syntax--colon 1:9"]);
    check("titolo Prova\n", &["yaml-syntax--no-colon 1:1"]);
    check("titolo:Prova\n", &["yaml-syntax--colon-space 1:1"]);
    check("titolo:Avviso: chiusura\nattivo: true\n", &["yaml-syntax--colon-space 1:1"]);
}
