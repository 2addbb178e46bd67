//! Words for editors: Fluent bundles in Italian and English, chosen once per run.
//!
//! A message's id is the id of the rule that speaks, or `<rule id>--<variant>`; it has the attributes
//! `.message` (what is) and `.help` (what to write). The rule itself adds `.description`, its page in the manual.
//! Everything else the program says has an id that begins with `ui-`.

mod names;
mod said;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

pub use names::Names;
pub use said::said;

/// The Fluent files of a language, one per part of the program.
macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!($lang, "/ui.ftl")),
            include_str!(concat!($lang, "/wcag.ftl")),
            include_str!(concat!($lang, "/report.ftl")),
            include_str!(concat!($lang, "/load.ftl")),
            include_str!(concat!($lang, "/schema.ftl")),
            include_str!(concat!($lang, "/markdown.ftl")),
            include_str!(concat!($lang, "/model.ftl")),
            include_str!(concat!($lang, "/tables.ftl")),
            include_str!(concat!($lang, "/render.ftl")),
            include_str!(concat!($lang, "/audit.ftl")),
            include_str!(concat!($lang, "/documents.ftl")),
            include_str!(concat!($lang, "/privacy.ftl")),
            include_str!(concat!($lang, "/write.ftl")),
            include_str!(concat!($lang, "/cli.ftl")),
            include_str!(concat!($lang, "/agenda.ftl")),
            include_str!(concat!($lang, "/register.ftl")),
            include_str!(concat!($lang, "/serve.ftl")),
        ]
    };
}

/// A language Arengo speaks to editors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    It,
    En,
}

impl Lang {
    /// `it`, `it_IT.UTF-8`, `en-GB`… as they stand in `--lang` or the environment.
    pub fn parse(text: &str) -> Option<Self> {
        let primary = text.split(['-', '_', '.', '@']).next().unwrap_or("");
        match primary.to_ascii_lowercase().as_str() {
            "it" => Some(Self::It),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    fn files(self) -> impl Iterator<Item = &'static str> {
        let files = match self {
            Self::It => files!("it"),
            Self::En => files!("en"),
        };
        files.into_iter()
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }
}

/// A value inside a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    Text(String),
    Number(i64),
    /// Words to be said in the reader's language, a `ui-…` message.
    Words(Message),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// What is to be said, before anyone chose a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// The words of one language.
pub struct L10n {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl L10n {
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().expect("a language code");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Directional isolation marks would end up in terminals and reports.
        bundle.set_use_isolating(false);
        for text in lang.files() {
            let resource = FluentResource::try_new(text.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("src/l10n/{}: {errors:?}", lang.code()));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("src/l10n/{} says a thing twice: {errors:?}", lang.code()));
        }
        Self { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, message: &Message) -> String {
        self.attribute(message.id, "message", &message.args).unwrap_or_else(|| message.id.to_owned())
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self, message: &Message) -> Option<String> {
        // A hint that is empty leaves a space behind.
        let help = self.attribute(message.id, "help", &message.args)?;
        Some(help.trim_end().to_owned()).filter(|help| !help.is_empty())
    }

    /// The manual page of a rule.
    pub fn description(&self, rule: &str) -> Option<String> {
        self.attribute(rule, "description", &[])
    }

    /// Words of the program itself (`ui-…`).
    pub fn text(&self, message: &Message) -> String {
        let pattern = self.bundle.get_message(message.id).and_then(|found| found.value());
        match pattern {
            Some(pattern) => self.format(pattern, &message.args),
            None => message.id.to_owned(),
        }
    }

    /// [`L10n::text`] without arguments.
    pub fn word(&self, id: &'static str) -> String {
        self.text(&Message::new(id))
    }

    /// A number as people of this language write it: `3.119`, `3,119`.
    pub fn number(&self, number: usize) -> String {
        let separator = match self.lang {
            Lang::It => '.',
            Lang::En => ',',
        };
        let digits = number.to_string();
        let mut written = String::with_capacity(digits.len() * 4 / 3);
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                written.push(separator);
            }
            written.push(digit);
        }
        written
    }

    /// A message or one of its attributes, by a name known only when the program runs (a command's, a rule's).
    /// What would be filled in stays as it is written: `{$name}`.
    pub fn lookup(&self, id: &str, attribute: Option<&str>) -> Option<String> {
        match attribute {
            Some(name) => self.attribute(id, name, &[]),
            None => Some(self.format(self.bundle.get_message(id)?.value()?, &[])),
        }
    }

    /// Ids of the messages that begin like this, in the order of the files.
    pub fn ids(&self, prefix: &str) -> Vec<String> {
        let mut ids = Vec::new();
        for text in self.lang.files() {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            ids.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) if message.id.name.starts_with(prefix) => {
                    Some(message.id.name.to_owned())
                }
                _ => None,
            }));
        }
        ids
    }

    /// Names of the attributes of a message.
    pub fn attributes(&self, id: &str) -> Vec<String> {
        let message = self.bundle.get_message(id);
        message.iter().flat_map(|message| message.attributes()).map(|one| one.id().to_owned()).collect()
    }

    fn attribute(&self, id: &str, name: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        Some(self.format(message.get_attribute(name)?.value(), args))
    }

    fn format(&self, pattern: &fluent_syntax::ast::Pattern<&str>, args: &[(&'static str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, self.value(value));
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Words(message) => FluentValue::String(Cow::Owned(self.text(message))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    /// Every message and attribute of a language, with the variables it uses.
    fn words(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut words = BTreeMap::new();
        for text in lang.files() {
            let resource = fluent_syntax::parser::parse(text).expect("Fluent");
            for entry in resource.body {
                let Entry::Message(message) = entry else { continue };
                if let Some(value) = &message.value {
                    words.insert(message.id.name.to_owned(), variables(value));
                }
                for attribute in &message.attributes {
                    let name = format!("{}.{}", message.id.name, attribute.id.name);
                    words.insert(name, variables(&attribute.value));
                }
            }
        }
        words
    }

    fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        collect(pattern, &mut found);
        found
    }

    fn collect(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => collect_inline(inline, found),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, found);
                    variants.iter().for_each(|variant| collect(&variant.value, found));
                }
            }
        }
    }

    fn collect_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| collect_inline(argument, found));
            }
            _ => {}
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (italian, english) = (words(Lang::It), words(Lang::En));
        let missing = |here: &BTreeMap<String, _>, there: &BTreeMap<String, _>| -> Vec<String> {
            here.keys().filter(|id| !there.contains_key(*id)).cloned().collect()
        };
        assert_eq!(missing(&italian, &english), [""; 0], "missing in English");
        assert_eq!(missing(&english, &italian), [""; 0], "missing in Italian");
        for (id, variables) in &italian {
            assert_eq!(Some(variables), english.get(id), "variables of {id}");
        }
        assert!(italian.contains_key("yaml-syntax.message"), "attributes are looked at");
        assert!(italian["ui-count-errors"].contains("shown"), "variables in variants are looked at");
    }

    #[test]
    fn a_message_says_what_is_and_a_rule_has_a_page() {
        for lang in [Lang::It, Lang::En] {
            let words = words(lang);
            for id in words.keys() {
                let message = id.split('.').next().unwrap_or(id);
                if ["ui-", "cli-", "failure-", "agenda-", "register-", "serve-"]
                    .iter()
                    .any(|prefix| message.starts_with(prefix))
                {
                    continue;
                }
                let rule = message.split("--").next().unwrap_or(message);
                assert!(words.contains_key(&format!("{rule}.description")), "{rule} has no description");
            }
        }
    }

    #[test]
    fn numbers_are_grouped() {
        let check = |number, italian: &str, english: &str| {
            assert_eq!(L10n::new(Lang::It).number(number), italian);
            assert_eq!(L10n::new(Lang::En).number(number), english);
        };
        check(0, "0", "0");
        check(999, "999", "999");
        check(3_119, "3.119", "3,119");
        check(1_234_567, "1.234.567", "1,234,567");
    }
}
