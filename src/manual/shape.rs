//! What may stand in a field, in an editor's words: its kind, and the limits its schema sets.

use serde_json::Value;

use crate::schema::{Field, Kind, Schemas};

/// Everything needed to look a field up.
pub(super) struct Shapes<'a> {
    pub schemas: &'a Schemas,
    /// The whole schema, for `$ref`.
    pub root: &'a Value,
}

impl Shapes<'_> {
    /// The form of a field. `schema` is what says it, `soft` what warns of it.
    pub(super) fn form(&self, field: &Field, schema: &Value, soft: Option<&Value>, anchor: &str) -> String {
        let mut parts = vec![self.kind(&field.kind, anchor)];
        let item = self.item(schema);
        let number = |schema: Option<&Value>, key: &str| schema.and_then(|schema| schema.get(key)?.as_i64());
        if let Some(words) = item.get("enum").and_then(Value::as_array) {
            let words: Vec<String> =
                words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
            parts = vec![format!("uno fra {}", words.join(", "))];
        }
        match (number(Some(item), "minimum"), number(Some(item), "maximum")) {
            (Some(from), Some(to)) => parts.push(format!("da {from} a {to}")),
            (Some(from), None) if from > 0 => parts.push(format!("almeno {from}")),
            _ => {}
        }
        parts.extend(number(Some(item), "maxLength").map(|most| format!("al massimo {most} caratteri")));
        parts.extend(number(soft, "maxLength").map(|most| format!("meglio entro {most}")));
        parts.join("; ")
    }

    fn kind(&self, kind: &Kind, anchor: &str) -> String {
        match kind {
            Kind::Text => "testo".to_owned(),
            Kind::Markdown => "testo in Markdown".to_owned(),
            Kind::File => "percorso di un file".to_owned(),
            Kind::Data => "percorso di un file di dati".to_owned(),
            Kind::Link => "indirizzo, o percorso di un altro contenuto".to_owned(),
            Kind::Url => "indirizzo completo".to_owned(),
            Kind::Email => "indirizzo di posta elettronica".to_owned(),
            Kind::Date => "data, come `2026-12-31`".to_owned(),
            Kind::DateTime => "data e ora, come `2026-12-31T20:30`".to_owned(),
            Kind::Bool => "`true` o `false`".to_owned(),
            Kind::Integer => "numero intero".to_owned(),
            Kind::Number => "numero".to_owned(),
            Kind::Reference(reference) if reference.types.is_empty() => {
                "un contenuto, scritto `tipo/identificativo`".to_owned()
            }
            Kind::Reference(reference) => {
                let types: Vec<String> = reference.types.iter().map(|name| self.link(name)).collect();
                format!("identificativo di {}", types.join(" o "))
            }
            Kind::Word(name) => format!("parola di [{name}](vocabolari.md#{name})"),
            Kind::List(item) => format!("elenco: {}", self.kind(item, anchor)),
            Kind::Object(_) => format!("[più voci](#{anchor})"),
        }
    }

    /// A type, leading to its page.
    fn link(&self, name: &str) -> String {
        let label = self.schemas.types.get(name).map_or(name, |known| known.label.as_str());
        format!("[{label}]({name}.md)")
    }

    /// What is said of one item: of a list's items, else of the value itself.
    fn item<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let schema = self.resolve(schema);
        schema.get("items").map_or(schema, |items| self.resolve(items))
    }

    /// What is said of a member of an object or of a list of objects.
    pub(super) fn member<'a>(&'a self, schema: &'a Value, name: &str) -> &'a Value {
        self.item(schema).get("properties").and_then(|members| members.get(name)).unwrap_or(&Value::Null)
    }

    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let path = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
        path.and_then(|path| self.root.pointer(path)).unwrap_or(schema)
    }
}

/// What a subschema of warnings says of a member.
pub(super) fn soft_member<'a>(soft: Option<&'a Value>, name: &str) -> Option<&'a Value> {
    let soft = soft?;
    let inner = soft.get("items").unwrap_or(soft);
    inner.get("properties")?.get(name)
}

/// Whether a subschema of warnings misses a member that is not there.
pub(super) fn is_recommended(soft: Option<&Value>, name: &str) -> bool {
    let wanted = soft.and_then(|soft| soft.get("items").unwrap_or(soft).get("required")?.as_array());
    wanted.is_some_and(|names| names.iter().any(|known| known.as_str() == Some(name)))
}
