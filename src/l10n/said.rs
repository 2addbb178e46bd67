//! What other programs say of a mistake, in words of ours. What is not listed here stays as they said it.

use std::io::{Error, ErrorKind};

use super::{Arg, Message};

/// What they say, with holes, and the id of our words with the names of what fills the holes.
/// Tera (2.x), serde_json and jsonschema; more special ones first.
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

/// The words of another program, in ours where we have some.
pub fn said(text: &str) -> Arg {
    let found = SAID.iter().find_map(|(pattern, id, names)| {
        let filled = holes(pattern, text)?;
        let args = names.iter().copied().zip(filled.into_iter().map(Arg::from)).collect();
        Some(Message { id, args })
    });
    found.map_or_else(|| Arg::from(text), Arg::Words)
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
            _ => return Self::Text(error.to_string()),
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
        assert_eq!(in_italian(said("Unknown filter `maiuscolo`")), "il filtro `maiuscolo` non esiste");
        assert_eq!(
            in_italian(said("expected `,` or `}` at line 4 column 3")),
            "alla riga 4, colonna 3 serviva `,` or `}`"
        );
        assert_eq!(in_italian(said("something new")), "something new");
        assert_eq!(in_italian(said("Unknown filter `a` of old")), "Unknown filter `a` of old");
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
