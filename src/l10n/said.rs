//! What other programs say of a mistake, in words of ours. What is not listed here is quoted.

use std::io::{Error, ErrorKind};

use super::{Arg, Message};

/// What they say, with holes, and the id of our words with the names of what fills the holes.
/// Tera (2.x), toml, fluent-syntax, serde_json and jsonschema; more special ones first.
const SAID: &[(&str, &str, &[&str])] = &[
    ("Variable `{}` is not defined. Available variables: {}", "ui-said-variable", &["name", "known"]),
    ("Variable `{}` is not defined.", "ui-said-variable-none", &["name"]),
    ("Variable `{}` exists but its value is undefined", "ui-said-undefined", &["name"]),
    ("Field `{}` is not defined. Available fields: {}", "ui-said-field", &["name", "known"]),
    ("Field `{}` is not defined", "ui-said-field-none", &["name"]),
    ("Unknown filter `{}`", "ui-said-filter", &["name"]),
    ("Unknown function `{}`", "ui-said-function", &["name"]),
    ("Unknown test `{}`", "ui-said-test", &["name"]),
    ("Unknown component `{}`", "ui-said-component", &["name"]),
    ("Unknown template `{}`", "ui-said-template", &["name"]),
    ("Unknown tag", "ui-said-tag", &[]),
    ("Found {} but expected {}.", "ui-said-expected", &["found", "expected"]),
    ("Found {} but was expecting {}.", "ui-said-expected", &["found", "expected"]),
    ("Found {} but expected {}", "ui-said-expected", &["found", "expected"]),
    ("Argument `{}` (type: `{}`) missing.", "ui-said-argument", &["name", "type"]),
    ("Argument `{}` missing.", "ui-said-argument-none", &["name"]),
    ("Iteration not possible on type `{}`", "ui-said-iteration", &["type"]),
    ("Cannot compare `{}` with `{}`", "ui-said-compare", &["one", "other"]),
    ("Cannot divide by 0", "ui-said-division", &[]),
    ("Template already contains a block named `{}`", "ui-said-block-twice", &["name"]),
    ("Template already contains a component named `{}`", "ui-said-component-twice", &["name"]),
    ("Block `{}` is not defined in any parent template", "ui-said-block", &["name"]),
    ("Unexpected character", "ui-said-character", &[]),
    ("unexpected end of string", "ui-said-string", &[]),
    ("unexpected end of raw block", "ui-said-raw", &[]),
    ("Tried to render a variable that is not defined", "ui-said-undefined-none", &[]),
    ("Unclosed component '{}'", "ui-said-component-open", &["name"]),
    ("Closing tag '{}' doesn't match opening tag '{}'", "ui-said-component-other", &["found", "expected"]),
    ("{} is a reserved keyword of Tera, it cannot be assigned to.", "ui-said-reserved", &["name"]),
    ("Unexpected end of input", "ui-said-input", &[]),
    ("Cannot index into an undefined value", "ui-said-index", &[]),
    ("Index expression is undefined", "ui-said-index-none", &[]),
    ("Cannot slice an undefined value", "ui-said-slice", &[]),
    ("Tried to render a variable that is undefined", "ui-said-undefined-none", &[]),
    ("Math operations can only be done on numbers, found `{}`", "ui-said-math", &["type"]),
    ("Key/value iteration is not possible on type `{}`, only on maps.", "ui-said-pairs", &["type"]),
    ("The expression is too complex", "ui-said-complex", &[]),
    ("The template nesting is too deep", "ui-said-nesting", &[]),
    ("`extends` needs to be the first tag of the template", "ui-said-extends-first", &[]),
    ("Template is already extending `{}`", "ui-said-extends-twice", &["name"]),
    ("{} can only be used in a for loop", "ui-said-loop-only", &["name"]),
    (
        "{} is a reserved keyword of Tera, it cannot be used as a loop variable.",
        "ui-said-reserved",
        &["name"],
    ),
    (
        "{} is a reserved keyword of Tera, it cannot be used as a list comprehension variable.",
        "ui-said-reserved",
        &["name"],
    ),
    ("Keyword argument `{}` is defined more than once", "ui-said-argument-twice", &["name"]),
    ("Invalid syntax for `set`: expecting an `=` followed by an expression or a `%}}`", "ui-said-set", &[]),
    (
        "This content would be ignored: only `extends`, `block` and `component` are allowed at the top level of a child template.",
        "ui-said-ignored",
        &[],
    ),
    ("`-` and `not` cannot be used consecutively.", "ui-said-not", &[]),
    ("`not` is only valid here as part of `not in`", "ui-said-not-in", &[]),
    (
        "{} was named `{}` in the opening tag, found `{}` as name in the end tag",
        "ui-said-named",
        &["what", "name", "found"],
    ),
    (
        "Found invalid field of `loop`: {}. Only `index`, `index0`, `first`, `last` and `length` exist.",
        "ui-said-loop-field",
        &["name"],
    ),
    ("Function calls are only allowed at the first element of a chain", "ui-said-call", &[]),
    ("Invalid float", "ui-said-float", &[]),
    ("Invalid Integer", "ui-said-float", &[]),
    ("super() called outside of a block", "ui-said-super", &[]),
    ("Tried to use super() in the top level block", "ui-said-super-top", &[]),
    ("missing field `{}` at line {} column {}", "ui-said-absent-at", &["name", "line", "column"]),
    ("missing field `{}`", "ui-said-absent", &["name"]),
    ("unknown field `{}`, expected one of {}", "ui-said-unknown", &["name", "known"]),
    ("unknown field `{}`, expected {}", "ui-said-unknown", &["name", "known"]),
    ("unknown variant `{}`, expected one of {}", "ui-said-unknown", &["name", "known"]),
    ("duplicate field `{}`", "ui-said-twice", &["name"]),
    ("invalid type: {}, expected {}", "ui-said-kind", &["found", "expected"]),
    ("carriage return must be followed by newline", "ui-said-toml-cr", &[]),
    ("extra `=`", "ui-said-toml-equals", &[]),
    ("extra assignment between key-value pairs", "ui-said-toml-equals", &[]),
    ("extra comma in array", "ui-said-toml-comma-extra", &[]),
    ("extra comma in inline table", "ui-said-toml-comma-extra", &[]),
    ("invalid unquoted key", "ui-said-toml-key", &[]),
    ("unquoted keys cannot be empty", "ui-said-toml-key-none", &[]),
    ("missing key for inline table element", "ui-said-toml-key-none", &[]),
    ("invalid key-value pair", "ui-said-toml-pair", &[]),
    ("key with no value", "ui-said-toml-pair", &[]),
    ("missing assignment between key-value pairs", "ui-said-toml-pair", &[]),
    ("missing value for key", "ui-said-toml-value-none", &[]),
    ("missing value", "ui-said-toml-value-none", &[]),
    ("invalid value", "ui-said-toml-value", &[]),
    ("missing comma between array elements", "ui-said-toml-comma-missing", &[]),
    ("missing comma between key-value pairs", "ui-said-toml-comma-missing", &[]),
    ("missing opening quote", "ui-said-toml-quote", &[]),
    ("missing escaped value", "ui-said-toml-escape", &[]),
    ("unclosed array", "ui-said-toml-bracket", &[]),
    ("unclosed table", "ui-said-toml-bracket", &[]),
    ("unclosed array table", "ui-said-toml-brackets", &[]),
    ("unclosed inline table", "ui-said-toml-brace", &[]),
    ("unexpected `=` in array", "ui-said-toml-equals-array", &[]),
    ("unexpected content", "ui-said-toml-content", &[]),
    ("unexpected content between comment and newline", "ui-said-toml-content", &[]),
    ("unexpected key or value", "ui-said-toml-content", &[]),
    ("unexpected leading zero", "ui-said-toml-zero", &[]),
    ("`_` may only go between digits", "ui-said-toml-underscore", &[]),
    ("too few unicode value digits", "ui-said-toml-unicode", &[]),
    ("duplicate key", "ui-said-toml-twice", &[]),
    ("cannot extend value of type {} with a dotted key", "ui-said-toml-dotted", &["type"]),
    ("string values must be quoted", "ui-said-toml-text", &[]),
    ("invalid basic string", "ui-said-toml-string", &[]),
    ("invalid literal string", "ui-said-toml-string", &[]),
    ("invalid multi-line basic string", "ui-said-toml-string-lines", &[]),
    ("invalid multi-line literal string", "ui-said-toml-string-lines", &[]),
    ("keys cannot be multi-line {} strings", "ui-said-toml-key-lines", &["what"]),
    ("invalid boolean", "ui-said-toml-bool", &[]),
    ("invalid date-time", "ui-said-toml-date", &[]),
    ("invalid float", "ui-said-float", &[]),
    ("invalid integer number", "ui-said-float", &[]),
    ("invalid hexadecimal number", "ui-said-float", &[]),
    ("invalid octal number", "ui-said-float", &[]),
    ("invalid binary number", "ui-said-float", &[]),
    ("integers with a radix cannot be signed", "ui-said-float", &[]),
    ("radix must be lowercase", "ui-said-float", &[]),
    ("redundant integer number prefix", "ui-said-float", &[]),
    ("redundant numeric sign", "ui-said-float", &[]),
    ("unexpected sign", "ui-said-float", &[]),
    ("integer number overflowed", "ui-said-toml-large", &[]),
    ("floating-point number overflowed", "ui-said-toml-large", &[]),
    ("invalid comment character", "ui-said-toml-comment", &[]),
    ("invalid inline table element", "ui-said-toml-element", &[]),
    ("cannot recurse further; max recursion depth met", "ui-said-toml-deep", &[]),
    ("Expected a token starting with \"{}\"", "ui-said-fluent-token", &["found"]),
    ("Expected one of \"{}\"", "ui-said-fluent-one-of", &["known"]),
    ("Expected a message field for \"{}\"", "ui-said-fluent-message", &["name"]),
    ("Expected a term field for \"{}\"", "ui-said-fluent-message", &["name"]),
    ("The select expression must have a default variant", "ui-said-fluent-default", &[]),
    ("Expected a value", "ui-said-fluent-value", &[]),
    ("A select expression can only have one default variant", "ui-said-fluent-defaults", &[]),
    ("Message references can't be used as a selector", "ui-said-fluent-selector", &[]),
    ("Term references can't be used as a selector", "ui-said-fluent-selector", &[]),
    ("Message attributes can't be used as a selector", "ui-said-fluent-selector", &[]),
    ("Term attributes can't be used as a selector", "ui-said-fluent-selector", &[]),
    ("Expected a simple expression as selector", "ui-said-fluent-selector", &[]),
    ("Callee is not allowed here", "ui-said-fluent-callee", &[]),
    ("Positional arguments must come before named arguments", "ui-said-fluent-positional", &[]),
    ("The \"{}\" argument appears twice", "ui-said-argument-twice", &["name"]),
    ("Invalid unicode escape sequence, \"{}\"", "ui-said-toml-unicode", &["what"]),
    ("Unterminated string literal", "ui-said-fluent-string", &[]),
    ("Unknown escape sequence", "ui-said-fluent-escape", &[]),
    ("Unbalanced closing brace", "ui-said-fluent-brace", &[]),
    ("Expected an inline expression", "ui-said-fluent-expression", &[]),
    ("Expected a string or number literal", "ui-said-fluent-literal", &[]),
    ("EOF while parsing {} at line {} column {}", "ui-said-end", &["what", "line", "column"]),
    ("expected {} at line {} column {}", "ui-said-missing", &["expected", "line", "column"]),
    ("trailing comma at line {} column {}", "ui-said-comma", &["line", "column"]),
    ("trailing characters at line {} column {}", "ui-said-trailing", &["line", "column"]),
    ("key must be a string at line {} column {}", "ui-said-key", &["line", "column"]),
    ("invalid escape at line {} column {}", "ui-said-escape", &["line", "column"]),
    ("invalid number at line {} column {}", "ui-said-number", &["line", "column"]),
    ("control character {} at line {} column {}", "ui-said-control", &["what", "line", "column"]),
    ("recursion limit exceeded at line {} column {}", "ui-said-deep", &["line", "column"]),
    ("{} is not valid under any of the schemas listed in the 'anyOf' keyword", "ui-said-any-of", &["value"]),
    ("{} is not of type {}", "ui-said-type", &["value", "type"]),
    ("{} is not of types {}", "ui-said-type", &["value", "type"]),
    ("{} is not one of {}", "ui-said-one-of", &["value", "known"]),
    ("{} is a required property", "ui-said-required", &["name"]),
];

/// The words of another program, named `by`, in ours where we have some; else as a quotation, in its language.
pub fn said(by: &'static str, text: &str) -> Arg {
    // What TOML's reader expected instead is told by our words.
    let stem = || text.split_once(", expected ").map(|(stem, _)| stem);
    let found = in_our_words(text).or_else(|| in_our_words(stem()?));
    Arg::Words(found.unwrap_or_else(|| Message::new("ui-said-quoted").with("by", by).with("text", text)))
}

fn in_our_words(text: &str) -> Option<Message> {
    SAID.iter().find_map(|(pattern, id, names)| {
        let filled = holes(pattern, text)?;
        let args = names.iter().copied().zip(filled.into_iter().map(Arg::from)).collect();
        Some(Message { id, args })
    })
}

/// What fills the holes of a pattern that the whole text follows.
fn holes<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut filled = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        // The last hole takes what is left, if nothing follows it.
        let (value, after) = match parts.peek() {
            None if part.is_empty() => (rest, ""),
            None => (rest.strip_suffix(part)?, ""),
            Some(_) => rest.split_once(part)?,
        };
        filled.push(value);
        rest = after;
    }
    rest.is_empty().then_some(filled)
}

/// What the system says of a file or a program.
impl From<&Error> for Arg {
    fn from(error: &Error) -> Self {
        let id = match error.kind() {
            ErrorKind::NotFound => "ui-said-io-absent",
            ErrorKind::PermissionDenied => "ui-said-io-denied",
            ErrorKind::AlreadyExists => "ui-said-io-exists",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "ui-said-io-full",
            ErrorKind::ReadOnlyFilesystem => "ui-said-io-read-only",
            ErrorKind::IsADirectory => "ui-said-io-folder",
            ErrorKind::NotADirectory => "ui-said-io-no-folder",
            ErrorKind::InvalidData => "ui-said-io-text",
            ErrorKind::TimedOut => "ui-said-io-late",
            ErrorKind::ConnectionRefused => "ui-said-io-refused",
            ErrorKind::FileTooLarge => "ui-said-io-large",
            ErrorKind::UnexpectedEof => "ui-said-io-cut",
            _ => return Self::Words(Message::new("ui-said-system").with("text", error.to_string())),
        };
        Self::Words(Message::new(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::{L10n, Lang};

    fn in_italian(arg: Arg) -> String {
        match arg {
            Arg::Words(message) => L10n::new(Lang::It).text(&message),
            Arg::Text(text) => text,
            Arg::Number(number) => number.to_string(),
        }
    }

    #[test]
    fn known_words_are_ours() {
        assert_eq!(
            in_italian(said("Tera", "Unknown filter `maiuscolo`")),
            "il filtro `maiuscolo` non esiste"
        );
        assert_eq!(
            in_italian(said("JSON", "expected `,` or `}` at line 4 column 3")),
            "alla riga 4, colonna 3 serviva `,` or `}`"
        );
        assert_eq!(in_italian(said("Tera", "something new")), "Tera dice, in inglese: «something new»");
        let other = in_italian(said("Tera", "Unknown filter `a` of old"));
        assert_eq!(other, "Tera dice, in inglese: «Unknown filter `a` of old»");
        let toml = in_italian(said("TOML", "key with no value, expected `=`"));
        assert_eq!(toml, "manca `=` fra la chiave e il valore");
        let denied = Error::from(ErrorKind::PermissionDenied);
        assert_eq!(in_italian(Arg::from(&denied)), "manca il permesso");
    }

    #[test]
    fn all_words_exist_and_take_what_they_are_given() {
        for lang in [Lang::It, Lang::En] {
            let l10n = L10n::new(lang);
            for (pattern, id, names) in SAID {
                assert_eq!(pattern.matches("{}").count(), names.len(), "{pattern}");
                let args = names.iter().map(|name| (*name, Arg::from(format!("<{name}>")))).collect();
                let words = l10n.text(&Message { id, args });
                assert_ne!(words, *id, "no words for {pattern}");
            }
        }
    }
}
