//! Fields of a type, read from its JSON Schema once: what each holds, how it is labelled.

use serde_json::{Map, Value};

/// One field, with everything a reader of contents needs to know of it.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    /// Label in Italian.
    pub label: String,
    /// What to write, for an editor.
    pub help: String,
    pub kind: Kind,
    /// Its absence stops publishing.
    pub required: bool,
    /// Its absence is a warning.
    pub recommended: bool,
    /// Names the office that answers for the content.
    pub competent_office: bool,
    /// One of the keys every content has.
    pub common: bool,
}

/// What a value means.
#[derive(Debug, Clone)]
pub enum Kind {
    Text,
    Markdown,
    /// Path of an attachment, relative to the content's file.
    File,
    /// Path of a file whose data are read and shown as a table, and which is not published itself.
    Data,
    /// An address, or the path of another content.
    Link,
    Url,
    Email,
    Date,
    /// Italian civil time.
    DateTime,
    Bool,
    Integer,
    Number,
    Reference(Reference),
    /// Name of the vocabulary.
    Word(String),
    List(Box<Kind>),
    Object(Vec<Field>),
}

/// A relation to other contents, by id.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Types it may lead to; empty means any, written `tipo/id`.
    pub types: Vec<String>,
    /// The name under which the other side sees it, with its label.
    pub inverse: Option<(String, String)>,
}

impl Kind {
    /// The kind of a list's items, or of the value itself.
    pub fn item(&self) -> &Kind {
        match self {
            Self::List(item) => item.item(),
            other => other,
        }
    }

    /// Whether there can be a reference in a value of this kind.
    pub fn may_refer(&self) -> bool {
        match self {
            Self::Reference(_) => true,
            Self::List(item) => item.may_refer(),
            Self::Object(fields) => fields.iter().any(|field| field.kind.may_refer()),
            _ => false,
        }
    }
}

/// Reads the `properties` of an object schema. `root` resolves `#/$defs/…`.
pub(super) fn read(object: &Value, root: &Value) -> Vec<Field> {
    let empty = Map::new();
    let properties = object.get("properties").and_then(Value::as_object).unwrap_or(&empty);
    let required = names(object.get("required"));
    let recommended = names(object.pointer("/x-avvisi/required"));
    properties
        .iter()
        .map(|(name, schema)| {
            let resolved = resolve(schema, root);
            let text = |key: &str| {
                [schema, resolved]
                    .iter()
                    .find_map(|schema| schema.get(key)?.as_str())
                    .unwrap_or("")
                    .to_owned()
            };
            Field {
                name: name.clone(),
                label: Some(text("title")).filter(|label| !label.is_empty()).unwrap_or_else(|| name.clone()),
                help: text("description"),
                kind: kind(schema, root, 0),
                required: required.contains(&name.as_str()),
                recommended: recommended.contains(&name.as_str()),
                competent_office: schema
                    .get("x-ufficio-competente")
                    .and_then(Value::as_bool)
                    .unwrap_or(false),
                common: schema.get("x-comune").and_then(Value::as_bool).unwrap_or(false),
            }
        })
        .collect()
}

fn names(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A `$ref` into `$defs`, followed.
fn resolve<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|path| root.pointer(path.strip_prefix('#')?))
        .unwrap_or(schema)
}

/// Shapes inside shapes are followed this far: a schema could refer to itself.
const MAX_DEPTH: usize = 8;

fn kind(schema: &Value, root: &Value, depth: usize) -> Kind {
    if depth > MAX_DEPTH {
        return Kind::Text;
    }
    let schema_here = schema;
    let schema = resolve(schema, root);
    let annotation = |key: &str| schema_here.get(key).or_else(|| schema.get(key));
    let is_list = type_is(schema, "array");
    let scalar = if let Some(reference) = annotation("x-riferimento") {
        let inverse = annotation("x-inverso").and_then(Value::as_str).map(|name| {
            let label = annotation("x-inverso-etichetta").and_then(Value::as_str).unwrap_or(name);
            (name.to_owned(), label.to_owned())
        });
        Some(Kind::Reference(Reference { types: reference_types(reference), inverse }))
    } else {
        annotation("x-vocabolario").and_then(Value::as_str).map(|name| Kind::Word(name.to_owned()))
    };
    if is_list {
        let item = scalar.unwrap_or_else(|| match schema.get("items") {
            Some(items) => kind(items, root, depth + 1),
            None => Kind::Text,
        });
        return Kind::List(Box::new(item));
    }
    if let Some(scalar) = scalar {
        return scalar;
    }
    if type_is(schema, "object") {
        return Kind::Object(read(schema, root));
    }
    plain(schema)
}

fn plain(schema: &Value) -> Kind {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    match (text("x-formato"), text("format")) {
        (Some("markdown"), _) => Kind::Markdown,
        (Some("file"), _) => Kind::File,
        (Some("dati"), _) => Kind::Data,
        (Some("collegamento"), _) => Kind::Link,
        (Some("data-ora"), _) => Kind::DateTime,
        (_, Some("date")) => Kind::Date,
        (_, Some("uri")) => Kind::Url,
        (_, Some("email")) => Kind::Email,
        _ if type_is(schema, "boolean") => Kind::Bool,
        _ if type_is(schema, "integer") => Kind::Integer,
        _ if type_is(schema, "number") => Kind::Number,
        _ => Kind::Text,
    }
}

fn type_is(schema: &Value, wanted: &str) -> bool {
    schema.get("type").and_then(Value::as_str) == Some(wanted)
}

fn reference_types(reference: &Value) -> Vec<String> {
    match reference {
        Value::String(name) if name == "*" => Vec::new(),
        Value::String(name) => vec![name.clone()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
