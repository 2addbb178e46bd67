//! Front matter as the `jsonschema` crate may look at it: texts are lent, nothing is hashed. Every content is
//! looked at in this form, so it costs as little as it can.

use std::borrow::Cow;

use jsonschema::{
    JsonType,
    json::{self, NodeIdentity},
};
use serde_json::{Number, Value as Json};

use super::Kind;
use crate::{
    schema::Field,
    tree::{Map, Node, Value},
};

/// A value, every scalar read as what its field asks for.
#[derive(Debug, PartialEq)]
pub(super) enum Shown<'a> {
    Null,
    Bool(bool),
    Number(Number),
    Text(&'a str),
    List(Vec<Self>),
    /// Each key once, in the order of the file.
    Map(Vec<(&'a str, Self)>),
}

impl<'a> Shown<'a> {
    /// Empty values are left out, except under keys that are no fields: a misspelt key is told whatever stands
    /// behind it.
    pub(super) fn map(map: &'a Map, fields: &[Field]) -> Self {
        let entries = map.iter().filter_map(|entry| {
            let field = fields.iter().find(|field| field.name == entry.key);
            let is_left_out = entry.node.is_null() && (field.is_some() || fields.is_empty());
            (!is_left_out)
                .then(|| (entry.key.as_str(), Self::read(&entry.node, field.map(|field| &field.kind))))
        });
        Self::Map(entries.collect())
    }

    /// A value, read as `kind` asks; without a kind, as YAML's core schema would.
    pub(super) fn read(node: &'a Node, kind: Option<&Kind>) -> Self {
        match &node.value {
            Value::Map(map) => match kind.map(Kind::item) {
                Some(Kind::Object(fields)) => Self::map(map, fields),
                _ => Self::map(map, &[]),
            },
            Value::List(items) => {
                Self::List(items.iter().map(|item| Self::read(item, kind.map(Kind::item))).collect())
            }
            Value::Scalar(_) if node.is_null() => Self::Null,
            Value::Scalar(scalar) => Self::scalar(&scalar.text, kind),
        }
    }

    fn scalar(text: &'a str, kind: Option<&Kind>) -> Self {
        let parsed = match kind {
            Some(Kind::Bool) => text.parse().ok().map(Self::Bool),
            Some(Kind::Integer) => text.parse::<i64>().ok().map(|number| Self::Number(number.into())),
            // What is no number in JSON, like `inf`, is none at all.
            Some(Kind::Number) => {
                text.parse().ok().map(|number| Number::from_f64(number).map_or(Self::Null, Self::Number))
            }
            _ => None,
        };
        parsed.unwrap_or(Self::Text(text))
    }

    /// The same as a value of its own.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(truth) => Json::Bool(*truth),
            Self::Number(number) => Json::Number(number.clone()),
            Self::Text(text) => Json::String((*text).to_owned()),
            Self::List(items) => items.iter().map(Self::to_json).collect(),
            Self::Map(entries) => entries.iter().map(|(key, value)| (*key, value.to_json())).collect(),
        }
    }
}

/// The representation, as the crate names such a thing.
pub(super) struct FrontMatter;

impl json::Json for FrontMatter {
    type Node<'a> = &'a Shown<'a>;
    type PreparedKey = Box<str>;
    type StringBuffer = ();

    /// A look for a key passes the others by.
    const KEYS_PER_LOOKUP: usize = 4;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(Self::Node<'_>) -> T) -> T {
        f(&Shown::Text(string))
    }
}

impl<'a> json::Node<'a, FrontMatter> for &'a Shown<'a> {
    type Object = Entries<'a>;
    type Array = Items<'a>;
    type Number = &'a Number;

    fn as_object(&self) -> Option<Entries<'a>> {
        match self {
            Shown::Map(entries) => Some(Entries(entries)),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<Items<'a>> {
        match self {
            Shown::List(items) => Some(Items(items)),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match self {
            Shown::Text(text) => Some(Cow::Borrowed(text)),
            _ => None,
        }
    }

    fn as_number(&self) -> Option<&'a Number> {
        match self {
            Shown::Number(number) => Some(number),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self {
            Shown::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        **self == Shown::Null
    }

    fn json_type(&self) -> JsonType {
        match self {
            Shown::Null => JsonType::Null,
            Shown::Bool(_) => JsonType::Boolean,
            Shown::Number(_) => JsonType::Number,
            Shown::Text(_) => JsonType::String,
            Shown::List(_) => JsonType::Array,
            Shown::Map(_) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Json) -> bool {
        match (self, expected) {
            (Shown::Text(text), Json::String(expected)) => text == expected,
            (Shown::Text(_), _) => false,
            _ => json::cmp::equal(&self.to_json(), expected),
        }
    }

    fn to_value(&self) -> Cow<'a, Json> {
        Cow::Owned(self.to_json())
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Shown<'_>>(self) as usize))
    }
}

/// The entries of a map.
pub(super) struct Entries<'a>(&'a [(&'a str, Shown<'a>)]);

impl<'a> json::Object<'a, FrontMatter> for Entries<'a> {
    type Node = &'a Shown<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, key: &Box<str>) -> Option<&'a Shown<'a>> {
        self.0.iter().find(|(found, _)| *found == &**key).map(|(_, value)| value)
    }

    fn members(&self) -> Members<'a> {
        Members(self.0.iter())
    }
}

pub(super) struct Members<'a>(std::slice::Iter<'a, (&'a str, Shown<'a>)>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Shown<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (*key, value))
    }
}

/// The items of a list.
pub(super) struct Items<'a>(&'a [Shown<'a>]);

impl<'a> json::Array<'a, FrontMatter> for Items<'a> {
    type Node = &'a Shown<'a>;
    type ElementsIter = std::slice::Iter<'a, Shown<'a>>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn elements(&self) -> std::slice::Iter<'a, Shown<'a>> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The crate's own list of what it relies on.
    #[test]
    fn it_is_what_the_crate_relies_on() {
        let document = json::conformance::document();
        let shown = lent(&document);
        json::conformance::assert_conformance::<FrontMatter>(&&shown);
        assert_eq!(shown.to_json(), document);
    }

    fn lent(json: &Json) -> Shown<'_> {
        match json {
            Json::Null => Shown::Null,
            Json::Bool(truth) => Shown::Bool(*truth),
            Json::Number(number) => Shown::Number(number.clone()),
            Json::String(text) => Shown::Text(text),
            Json::Array(items) => Shown::List(items.iter().map(lent).collect()),
            Json::Object(entries) => {
                Shown::Map(entries.iter().map(|(key, value)| (key.as_str(), lent(value))).collect())
            }
        }
    }

    #[test]
    fn a_text_equals_nothing_but_itself() {
        use json::Node as _;
        let text = &Shown::Text("1");
        assert!(text.equals_value(&json!("1")));
        assert!(!text.equals_value(&json!(1)));
        assert!((&Shown::Bool(true)).equals_value(&json!(true)));
    }
}
