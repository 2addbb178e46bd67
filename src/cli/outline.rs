//! The text of a new content: mandatory fields to fill in, recommended ones behind a `#`, every help as a comment.
//!
//! A line that begins with `# ` explains; a line that begins with `#` and no space is a field to switch on.

use serde_json::Value;

use super::catalog::Catalog;
use crate::{
    l10n::{L10n, Message},
    schema::{BodyRule, ContentType, Field, Kind},
};

/// Columns of a comment.
const WIDTH: usize = 100;
/// How many words or contents a comment names.
const MAX_NAMED: usize = 40;

/// What the text is made of.
pub(super) struct Outline<'a> {
    pub content_type: &'a ContentType,
    pub catalog: &'a Catalog,
    pub title: &'a str,
    pub slug: &'a str,
    pub l10n: &'a L10n,
}

/// The whole file.
pub(super) fn write(outline: &Outline<'_>) -> String {
    let mut writer = Writer { outline, lines: Vec::new(), said: Vec::new() };
    writer.lines.push("---".to_owned());
    writer.head();
    writer.title();
    writer.mandatory();
    writer.recommended();
    writer.others();
    writer.body();
    let mut text = writer.lines.join("\n");
    text.push_str("\n---\n");
    text
}

/// Whether a field is there to be filled in, or to be switched on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Switch {
    On,
    Off,
}

struct Writer<'a> {
    outline: &'a Outline<'a>,
    lines: Vec<String>,
    /// Fields that have their place already.
    said: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn head(&mut self) {
        let content_type = self.outline.content_type;
        self.comment("", &format!("{}. {}", content_type.label, content_type.description));
        self.comment("", &self.outline.l10n.word("cli-outline-legend"));
    }

    /// The fields of the title's pattern, filled from the title, and the slug.
    fn title(&mut self) {
        let content_type = self.outline.content_type;
        for (name, value) in title_fields(&content_type.title, self.outline.title) {
            let Some(field) = content_type.field(name) else { continue };
            let value = match &field.kind {
                Kind::Word(vocabulary) => self.official(vocabulary, &value),
                _ => value,
            };
            self.gap();
            self.help("", field);
            self.lines.push(format!("{name}: {}", scalar(&value)));
            self.said.push(&field.name);
        }
        if let Some(field) = content_type.field("slug") {
            self.gap();
            self.help("", field);
            self.lines.push(format!("slug: {}", scalar(self.outline.slug)));
            self.said.push(&field.name);
        }
    }

    fn official(&self, vocabulary: &str, label: &str) -> String {
        let words = self.outline.catalog.schemas.vocabularies.get(vocabulary);
        words.and_then(|words| words.find(label)).map_or(label, |word| &word.label).to_owned()
    }

    fn mandatory(&mut self) {
        let schema = &self.outline.content_type.schema;
        for name in names(schema.get("required")) {
            self.top(name, Switch::On);
        }
        let almost = schema.get("x-almeno-uno").and_then(Value::as_array).into_iter().flatten();
        let almost = almost.filter(|one| one.get("livello").and_then(Value::as_str) == Some("errore"));
        let groups: Vec<Vec<&str>> =
            alternatives(schema).into_iter().chain(almost.map(|one| names(one.get("campi")))).collect();
        for group in groups {
            self.group(&group, Switch::On);
        }
        if self.outline.content_type.body == BodyRule::Required {
            self.said.push("corpo");
        }
    }

    fn recommended(&mut self) {
        let Some(soft) = self.outline.content_type.schema.get("x-avvisi") else { return };
        for name in names(soft.get("required")) {
            self.top(name, Switch::Off);
        }
        for group in alternatives(soft) {
            self.group(&group, Switch::Off);
        }
    }

    /// Fields of which one is enough: the first stands ready, the others behind a `#`.
    fn group(&mut self, group: &[&str], switch: Switch) {
        let content_type = self.outline.content_type;
        let fields: Vec<&'a Field> = group.iter().filter_map(|name| content_type.field(name)).collect();
        if fields.is_empty() || fields.iter().any(|field| self.said.contains(&field.name.as_str())) {
            return;
        }
        if fields.len() > 1 {
            let list: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
            let words = Message::new("cli-outline-one-of").with("fields", list.join(", "));
            self.gap();
            self.comment("", &self.outline.l10n.text(&words));
        }
        for (n, field) in fields.into_iter().enumerate() {
            self.top(&field.name, if n == 0 { switch } else { Switch::Off });
        }
    }

    /// A field of the content itself.
    fn top(&mut self, name: &str, switch: Switch) {
        let Some(field) = self.outline.content_type.field(name) else { return };
        if self.said.contains(&name) {
            return;
        }
        self.said.push(&field.name);
        self.gap();
        self.help("", field);
        let from = self.lines.len();
        self.value("", "", field);
        if switch == Switch::Off {
            switch_off(&mut self.lines[from..]);
        }
    }

    /// The names of everything else that may be written.
    fn others(&mut self) {
        let fields = self.outline.content_type.fields.iter();
        let others: Vec<&str> =
            fields.map(|field| field.name.as_str()).filter(|name| !self.said.contains(name)).collect();
        if !others.is_empty() {
            let message = Message::new("cli-outline-others")
                .with("fields", others.join(", "))
                .with("type", &self.outline.content_type.name);
            self.gap();
            self.comment("", &self.outline.l10n.text(&message));
        }
    }

    fn body(&mut self) {
        let words = match self.outline.content_type.body {
            BodyRule::Required => "cli-outline-body-required",
            BodyRule::Recommended => "cli-outline-body-recommended",
            BodyRule::Optional => "cli-outline-body-optional",
            BodyRule::Forbidden => "cli-outline-body-forbidden",
        };
        self.gap();
        self.comment("", &self.outline.l10n.word(words));
    }

    /// `campo:` and below it the shape of what may stand there. `first` is what precedes the key: spaces, or a `- `.
    fn value(&mut self, indent: &str, first: &str, field: &'a Field) {
        let lead = if first.is_empty() { indent } else { first };
        self.lines.push(format!("{lead}{}:", field.name));
        let inner = format!("{indent}  ");
        match &field.kind {
            Kind::Object(members) => self.members(&inner, "", members),
            Kind::List(item) => match item.as_ref() {
                Kind::Object(members) => {
                    let deeper = format!("{inner}  ");
                    self.members(&deeper, &format!("{inner}- "), members);
                }
                item => {
                    let example = self.candidates(item).into_iter().next();
                    let example = example.map_or("…".to_owned(), |example| scalar(&example));
                    self.lines.push(format!("#{inner}- {example}"));
                }
            },
            _ => {}
        }
    }

    /// The members of an object: those it needs, the others behind a `#`. Where it needs none, all.
    fn members(&mut self, indent: &str, first: &str, members: &'a [Field]) {
        let all = !members.iter().any(|member| member.required);
        let (needed, other): (Vec<&Field>, Vec<&Field>) =
            members.iter().partition(|member| all || member.required);
        for (n, member) in needed.into_iter().enumerate() {
            self.help(indent, member);
            self.value(indent, if n == 0 { first } else { "" }, member);
        }
        for member in other {
            self.help(indent, member);
            let from = self.lines.len();
            self.value(indent, "", member);
            switch_off(&mut self.lines[from..]);
        }
    }

    /// What to write, and what there is to choose from.
    fn help(&mut self, indent: &str, field: &Field) {
        self.comment(indent, &format!("{}. {}", field.label, field.help));
        let kind = field.kind.item();
        let words = match kind {
            Kind::Word(_) => "cli-outline-words",
            Kind::Reference(_) => "cli-outline-contents",
            Kind::Markdown => "cli-outline-markdown",
            _ => return,
        };
        let candidates = self.candidates(kind);
        if candidates.is_empty() && !matches!(kind, Kind::Markdown) {
            return;
        }
        let more = candidates.len().saturating_sub(MAX_NAMED);
        let mut list = candidates.into_iter().take(MAX_NAMED).collect::<Vec<_>>().join("; ");
        if more > 0 {
            list.push_str(&self.outline.l10n.text(&Message::new("cli-outline-more").with("n", more)));
        }
        self.comment(indent, &self.outline.l10n.text(&Message::new(words).with("list", list)));
    }

    /// Words of the vocabulary, ids of the contents a reference may lead to.
    fn candidates(&self, kind: &Kind) -> Vec<String> {
        let catalog = self.outline.catalog;
        match kind {
            Kind::Word(name) => catalog
                .schemas
                .vocabularies
                .get(name)
                .map(|vocabulary| vocabulary.words().map(|word| word.label.clone()).collect())
                .unwrap_or_default(),
            Kind::Reference(reference) => catalog.targets(&reference.types),
            _ => Vec::new(),
        }
    }

    fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// Text behind `# `, folded.
    fn comment(&mut self, indent: &str, text: &str) {
        for paragraph in text.lines() {
            let mut line = format!("{indent}#");
            let mut columns = line.chars().count();
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                let width = word.chars().count() + 1;
                if columns + width > WIDTH && columns > indent.len() + 1 {
                    self.lines.push(std::mem::replace(&mut line, format!("{indent}#")));
                    columns = indent.len() + 1;
                }
                line.push(' ');
                line.push_str(word);
                columns += width;
            }
            self.lines.push(line);
        }
    }
}

fn names(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Puts fields behind a `#`. The example of a list stands behind one already.
fn switch_off(lines: &mut [String]) {
    for line in lines {
        let is_example = line.strip_prefix('#').is_some_and(|rest| rest.trim_start().starts_with("- "));
        if !is_example {
            line.insert(0, '#');
        }
    }
}

/// Groups of fields of which the schema wants one: `anyOf` at the root or in `allOf`, a single field in each branch.
fn alternatives(schema: &Value) -> Vec<Vec<&str>> {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    std::iter::once(schema)
        .chain(parts)
        .filter_map(|part| {
            let branches = part.get("anyOf")?.as_array()?;
            branches
                .iter()
                .map(|branch| match names(branch.get("required")).as_slice() {
                    [one] => Some(*one),
                    _ => None,
                })
                .collect()
        })
        .collect()
}

/// The fields of a pattern such as `{nome} {cognome}` with their share of the title:
/// a word each, and the rest for the last.
fn title_fields<'a>(pattern: &'a str, title: &str) -> Vec<(&'a str, String)> {
    let fields: Vec<&str> =
        pattern.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    let mut words = title.splitn(fields.len().max(1), ' ');
    fields.into_iter().map(|name| (name, words.next().unwrap_or_default().to_owned())).collect()
}

/// A text as YAML: plain when nothing in it can mean anything else.
fn scalar(text: &str) -> String {
    let is_plain = text.chars().next().is_some_and(char::is_alphabetic)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | ',' | '\'' | '(' | ')'))
        && !text.ends_with(' ')
        && !["true", "false", "null", "yes", "no", "si", "sì", "on", "off"]
            .contains(&text.to_lowercase().as_str());
    if text.is_empty() || is_plain { text.to_owned() } else { quoted(text) }
}

/// Between double quotes: a JSON string is YAML as well.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_shared_out() {
        let check = |pattern, title, expected: &[(&str, &str)]| {
            let found = title_fields(pattern, title);
            let found: Vec<(&str, &str)> =
                found.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(found, expected);
        };
        check("{titolo}", "Pagare la TARI", &[("titolo", "Pagare la TARI")]);
        check("{nome} {cognome}", "Elena Marinucci", &[("nome", "Elena"), ("cognome", "Marinucci")]);
        check("{nome} {cognome}", "Anna De Santis", &[("nome", "Anna"), ("cognome", "De Santis")]);
        check("{nome} {cognome}", "Elena", &[("nome", "Elena"), ("cognome", "")]);
        check("Comune", "x", &[]);
    }

    #[test]
    fn scalars_say_what_was_meant() {
        let check = |text, expected| assert_eq!(scalar(text), expected);
        check("Pagare la TARI", "Pagare la TARI");
        check("L'anagrafe è qui", "L'anagrafe è qui");
        check("Avviso: chiusura", "\"Avviso: chiusura\"");
        check("Il \"nido\"", r#""Il \"nido\"""#);
        check("31/12/2026", "\"31/12/2026\"");
        check("No", "\"No\"");
        check("'a'", "\"'a'\"");
        check("# x", "\"# x\"");
        check("", "");
    }
}
