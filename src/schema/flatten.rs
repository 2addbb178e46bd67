//! One self-contained schema per type: the common keys and shapes merged in, unknown keys refused.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Map, Value, json};

use super::Vocabulary;

/// A type's own schema with what every content has. What the type says itself wins.
pub(super) fn merge(mut own: Value, common: &Value) -> Value {
    let Some(root) = own.as_object_mut() else { return own };
    for part in ["properties", "$defs"] {
        let Some(shared) = common.get(part).and_then(Value::as_object) else { continue };
        let slot = root.entry(part).or_insert_with(|| json!({}));
        if let Some(slot) = slot.as_object_mut() {
            for (key, value) in shared {
                if !slot.contains_key(key) {
                    let mut value = value.clone();
                    if let Some(value) = value.as_object_mut() {
                        value.insert("x-comune".to_owned(), Value::Bool(true));
                    }
                    slot.insert(key.clone(), value);
                }
            }
        }
    }
    root.insert("additionalProperties".to_owned(), Value::Bool(false));
    own
}

/// Replaces `x-vocabolario` by the words themselves, so that an editor offers them.
pub(super) fn for_editors(schema: &Value, vocabularies: &BTreeMap<String, Arc<Vocabulary>>) -> Value {
    match schema {
        Value::Object(map) => Value::Object(object_for_editors(map, vocabularies)),
        Value::Array(items) => items.iter().map(|item| for_editors(item, vocabularies)).collect(),
        other => other.clone(),
    }
}

fn object_for_editors(
    map: &Map<String, Value>,
    vocabularies: &BTreeMap<String, Arc<Vocabulary>>,
) -> Map<String, Value> {
    let mut out: Map<String, Value> =
        map.iter().map(|(key, value)| (key.clone(), for_editors(value, vocabularies))).collect();
    let words = map.get("x-vocabolario").and_then(Value::as_str).and_then(|name| vocabularies.get(name));
    if let Some(vocabulary) = words {
        let labels: Vec<&str> = vocabulary.words().map(|word| word.label.as_str()).collect();
        match out.get_mut("items").and_then(Value::as_object_mut) {
            Some(items) => items.insert("enum".to_owned(), json!(labels)),
            None => out.insert("enum".to_owned(), json!(labels)),
        };
    }
    out
}
