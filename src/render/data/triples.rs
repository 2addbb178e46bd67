//! A small graph of statements (RDF 1.1), written as Turtle and as JSON-LD. Nothing in it is blank: whatever is spoken of
//! has an address.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    Iri(String),
    /// In a language.
    Text(String, String),
    Plain(String),
    /// With the local name of its type in XML Schema.
    Typed(String, &'static str),
}

/// One thing, and everything said of it. Predicates are written with a prefix: `dct:title`.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub iri: String,
    pub types: Vec<&'static str>,
    pub says: Vec<(&'static str, Term)>,
}

impl Node {
    pub(super) fn new(iri: impl Into<String>, types: &[&'static str]) -> Self {
        Self { iri: iri.into(), types: types.to_vec(), says: Vec::new() }
    }

    pub(super) fn say(&mut self, predicate: &'static str, term: Term) {
        self.says.push((predicate, term));
    }

    pub(super) fn iri(&mut self, predicate: &'static str, iri: impl Into<String>) {
        self.say(predicate, Term::Iri(iri.into()));
    }

    pub(super) fn text(&mut self, predicate: &'static str, text: &str, lang: &str) {
        self.say(predicate, Term::Text(text.to_owned(), lang.to_owned()));
    }

    pub(super) fn plain(&mut self, predicate: &'static str, text: &str) {
        self.say(predicate, Term::Plain(text.to_owned()));
    }

    pub(super) fn date(&mut self, predicate: &'static str, day: jiff::civil::Date) {
        self.say(predicate, Term::Typed(day.to_string(), "date"));
    }
}

pub(super) const PREFIXES: [(&str, &str); 8] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatapit", "http://dati.gov.it/onto/dcatapit#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Writing into a `String` cannot fail.
pub(super) fn turtle(nodes: &[Node]) -> String {
    let mut text = String::new();
    for (prefix, iri) in PREFIXES {
        let _ = writeln!(text, "@prefix {prefix}: <{iri}> .");
    }
    for node in nodes {
        let _ = write!(text, "\n<{}> a {}", iri(&node.iri), node.types.join(", "));
        for (predicate, term) in &node.says {
            let _ = write!(text, " ;\n    {predicate} ");
            let _ = match term {
                Term::Iri(target) => write!(text, "<{}>", iri(target)),
                Term::Text(said, lang) => write!(text, "\"{}\"@{lang}", literal(said)),
                Term::Plain(said) => write!(text, "\"{}\"", literal(said)),
                Term::Typed(said, kind) => write!(text, "\"{}\"^^xsd:{kind}", literal(said)),
            };
        }
        text.push_str(" .\n");
    }
    text
}

pub(super) fn json_ld(nodes: &[Node]) -> String {
    let context: Map<String, Value> =
        PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), Value::from(*iri))).collect();
    let graph: Vec<Value> = nodes.iter().map(node_json).collect();
    let whole = json!({"@context": context, "@graph": graph});
    serde_json::to_string_pretty(&whole).expect("maps with text keys") + "\n"
}

fn node_json(node: &Node) -> Value {
    let mut map = Map::new();
    map.insert("@id".to_owned(), iri(&node.iri).into());
    map.insert("@type".to_owned(), node.types.clone().into());
    for (predicate, term) in &node.says {
        let value = match term {
            Term::Iri(target) => json!({"@id": iri(target)}),
            Term::Text(said, lang) => json!({"@value": said, "@language": lang}),
            Term::Plain(said) => json!({"@value": said}),
            Term::Typed(said, kind) => json!({"@value": said, "@type": format!("xsd:{kind}")}),
        };
        match map.entry(*predicate).or_insert_with(|| Value::Array(Vec::new())) {
            Value::Array(values) => values.push(value),
            other => *other = value,
        }
    }
    Value::Object(map)
}

/// What may not stand between `<` and `>`, nor where it stands (RFC 3987), is written in percents.
fn iri(text: &str) -> String {
    let mut iri = String::with_capacity(text.len());
    let mut has_fragment = false;
    for (at, c) in text.char_indices() {
        let is_wrong = match c {
            '%' => !is_percent(&text[at + 1..]),
            '#' => std::mem::replace(&mut has_fragment, true),
            c => c <= ' ' || c == '\u{7f}' || "<>\"{}|^`\\[]".contains(c),
        };
        if is_wrong {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(iri, "%{byte:02X}");
            }
        } else {
            iri.push(c);
        }
    }
    iri
}

/// Whether a percent sign begins a byte written in percents.
fn is_percent(rest: &str) -> bool {
    rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

fn literal(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(escaped, "\\u{:04X}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use oxjsonld::JsonLdParser;
    use oxttl::TurtleParser;
    use proptest::prelude::*;

    use super::*;

    pub(in super::super) fn graphs(turtle: &str, json_ld: &str) -> [BTreeSet<String>; 2] {
        let of_turtle =
            TurtleParser::new().for_slice(turtle).map(|triple| triple.expect("Turtle").to_string());
        let of_json = JsonLdParser::new().for_slice(json_ld);
        let of_json = of_json.map(|quad| oxrdf::Triple::from(quad.expect("JSON-LD")).to_string());
        [of_turtle.collect(), of_json.collect()]
    }

    proptest! {
        #[test]
        fn both_say_the_same(text in "[\\PC\n\r\t\"\\\\]{0,20}", path in "[ -~èì]{0,12}") {
            let mut node = Node::new(format!("https://a.example/{path}"), &["dcat:Dataset", "dcatapit:Dataset"]);
            node.text("dct:title", &text, "it");
            node.text("dct:title", &text, "en");
            node.plain("dct:identifier", &text);
            node.iri("dcat:distribution", format!("https://a.example/b?{path}"));
            node.date("dct:modified", "2026-11-26".parse().expect("a day"));
            let nodes = [node];
            let [of_turtle, of_json] = graphs(&turtle(&nodes), &json_ld(&nodes));
            prop_assert_eq!(&of_turtle, &of_json);
            prop_assert!(of_turtle.len() >= 6);
        }
    }
}
