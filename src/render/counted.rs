//! Filters put into the code of templates, so that what repeats and what grows is counted: Tera itself counts neither.
//!
//! - `{% for x in LIST %}` becomes `{% for x in (LIST) | __passi %}`, in lists in brackets (`[x for x in LIST]`) too;
//! - `{% set a = VALUE %}` becomes `{% set a = (VALUE) | __peso %}` where something new may come of it, and `{% set a %}` gets
//!   the filter `__peso`.
//!
//! A function would get its argument in a map, which costs more than the call. One call for each loop, not for each step,
//! stops a template at the same place on every computer, which a clock does not.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{budget, error::Refusal};

/// The filters, by the names they have in templates. Of a name that nothing stands behind they make nothing: Tera says so,
/// where it is used.
const STEPS: &str = "__passi";
const WEIGHT: &str = "__peso";

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(STEPS, |list: &Value, _: Kwargs, _: &State| steps(list.clone()));
    tera.register_filter(WEIGHT, |value: &Value, _: Kwargs, _: &State| weight(value.clone()));
}

/// A loop begins; it counts once even if there is nothing to repeat.
fn steps(list: Value) -> TeraResult<Value> {
    let steps = list.as_array().map(<[_]>::len).or_else(|| list.len()).unwrap_or(0);
    if budget::spend(steps as u64 + 1) { Ok(list) } else { Err(Refusal::Endless.about_value("for")) }
}

fn weight(value: Value) -> TeraResult<Value> {
    if budget::is_light(&value) { Ok(value) } else { Err(Refusal::Heavy.about_value("set")) }
}

/// What to put into a text, and at which byte.
pub(super) type Insertion = (usize, String);

/// The filters for a whole template.
pub(super) fn insertions(text: &str) -> Vec<Insertion> {
    let mut found = Vec::new();
    each(text, |_, code| {
        if code.is_tag() {
            code.tag(&mut found);
        }
        code.comprehensions(&mut found);
    });
    found.sort_by_key(|(at, _)| *at);
    found
}

/// Shows all code of a template, with the byte at which it begins; comments and `{% raw %}` hold none.
fn each<'a>(text: &'a str, mut show: impl FnMut(usize, &Code<'a>)) {
    let mut at = 0;
    while let Some(n) = text[at..].find('{') {
        at += n;
        at = match text.get(at..at + 2) {
            Some("{#") => text[at..].find("#}").map_or(text.len(), |n| at + n + 2),
            Some(open @ ("{{" | "{%")) => {
                let code = Code::read(text, at + 2, if open == "{%" { "%}" } else { "}}" });
                if code.is_tag() && code.command(0) == Some("raw") {
                    past_raw(text, code.end)
                } else {
                    show(at, &code);
                    code.end
                }
            }
            _ => at + 1,
        };
    }
}

/// A tag that is opened and not closed, by the word it begins with.
pub(super) struct Open<'a> {
    pub name: &'a str,
    pub range: std::ops::Range<usize>,
}

/// The innermost tag that is open where another one is closed at byte `at`, or, without a byte, where the text ends.
pub(super) fn unclosed(text: &str, at: Option<usize>) -> Option<Open<'_>> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut crossed = None;
    each(text, |start, code| {
        if !code.is_tag() || crossed.is_some() {
            return;
        }
        let name = match code.command(0) {
            Some(name @ ("if" | "for" | "block" | "filter" | "component")) => Some(name),
            Some("set" | "set_global") if code.command(2) != Some("=") => Some("set"),
            Some(word) => {
                if let Some(closed) = word.strip_prefix("end").filter(|closed| !closed.is_empty()) {
                    let innermost = open.pop();
                    crossed = innermost
                        .filter(|innermost| innermost.name != closed)
                        .filter(|_| at.is_none_or(|at| (start..code.end).contains(&at)));
                }
                None
            }
            None => None,
        };
        open.extend(name.map(|name| Open { name, range: start..code.end }));
    });
    crossed.or_else(|| open.pop().filter(|_| at.is_none()))
}

/// What stands between `{% raw %}` and `{% endraw %}` is no code.
fn past_raw(text: &str, from: usize) -> usize {
    text[from..].find("endraw").map_or(text.len(), |n| from + n)
}

/// The code between two delimiters, as tokens: words, strings, and signs of one character each.
struct Code<'a> {
    text: &'a str,
    tokens: Vec<(usize, usize)>,
    /// Behind the closing delimiter.
    end: usize,
}

impl<'a> Code<'a> {
    /// Reads up to the closing delimiter; one that stands in a string closes nothing.
    fn read(text: &'a str, from: usize, close: &str) -> Self {
        let mut tokens = Vec::new();
        let mut at = from;
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        while let Some(c) = text[at..].chars().next() {
            if text[at..].starts_with(close) && !(close == "}}" && is_inside_map(text, &tokens)) {
                // The sign that takes white space away is no part of the code.
                if tokens.last().is_some_and(|&(start, end)| &text[start..end] == "-" && end == at) {
                    tokens.pop();
                }
                return Self { text, tokens, end: at + close.len() };
            }
            let length = match c {
                '"' | '\'' | '`' => string_length(&text[at..], c),
                c if is_word(c) => text[at..].find(|c| !is_word(c)).unwrap_or(text.len() - at),
                c => c.len_utf8(),
            };
            if !c.is_whitespace() {
                tokens.push((at, at + length));
            }
            at += length;
        }
        Self { text, tokens, end: text.len() }
    }

    fn word(&self, n: usize) -> Option<&'a str> {
        self.tokens.get(n).map(|&(start, end)| &self.text[start..end])
    }

    fn is_tag(&self) -> bool {
        self.text[..self.end].ends_with("%}")
    }

    /// The words of a tag: `{%- for` begins with a sign.
    fn command(&self, n: usize) -> Option<&'a str> {
        self.word(n + usize::from(self.word(0) == Some("-")))
    }

    /// What a tag repeats or keeps.
    fn tag(&self, found: &mut Vec<Insertion>) {
        let first = usize::from(self.word(0) == Some("-"));
        let last = self.tokens.len();
        match self.word(first) {
            Some("for") => {
                let Some(within) = (first..last).find(|n| self.word(*n) == Some("in")) else { return };
                self.wrap(within + 1, last, STEPS, found);
            }
            Some("set" | "set_global") if self.word(first + 2) == Some("=") => {
                // An empty range is left alone.
                let end = if self.makes_something(first + 3, last) { last } else { first + 3 };
                self.wrap(first + 3, end, WEIGHT, found);
            }
            Some("set" | "set_global") if last > first + 1 => {
                found.push((self.tokens[last - 1].1, format!(" | {WEIGHT}")));
            }
            _ => {}
        }
    }

    /// `[x for x in LIST if …]`: the list ends at the bracket or at its `if`.
    fn comprehensions(&self, found: &mut Vec<Insertion>) {
        let fors =
            (2..self.tokens.len()).filter(|n| self.word(*n) == Some("for") && self.word(n - 1) != Some("."));
        for at in fors {
            let Some(within) = (at..self.tokens.len()).take(5).find(|n| self.word(*n) == Some("in")) else {
                continue;
            };
            let mut depth = 0_usize;
            let is_end = |n: &usize| match self.word(*n) {
                Some("[" | "(" | "{") => {
                    depth += 1;
                    false
                }
                Some("]" | ")" | "}") if depth > 0 => {
                    depth -= 1;
                    false
                }
                Some("]" | "if") => depth == 0,
                _ => false,
            };
            if let Some(end) = (within + 1..self.tokens.len()).find(is_end) {
                self.wrap(within + 1, end, STEPS, found);
            }
        }
    }

    /// Whether an expression does more than choose among values that are there (`a.b[0] or "x" if c else d`) or ask the site
    /// for one (`scheda(rif=c)`): those are most, and none makes a value grow from line to line.
    fn makes_something(&self, from: usize, to: usize) -> bool {
        let is_member = |n: usize| {
            let is_value =
                |word: &str| word.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ']'));
            n > from && self.word(n - 1).is_some_and(is_value)
        };
        (from..to).any(|n| match self.word(n) {
            Some("~" | "|" | "+" | "*" | "{") => true,
            Some("[") => !is_member(n) && !self.is_of_constants(n, to),
            _ => false,
        })
    }

    /// Whether a list that begins at `from` holds nothing but what is written there: `["a", "b"]`.
    fn is_of_constants(&self, from: usize, to: usize) -> bool {
        let is_constant =
            |word: &str| word.starts_with(['"', '\'', '`']) || word.bytes().all(|c| c.is_ascii_digit());
        (from + 1..to)
            .map_while(|n| self.word(n))
            .find(|word| *word != "," && !is_constant(word))
            .is_some_and(|word| word == "]")
    }

    /// Puts the tokens from one to another through a filter.
    fn wrap(&self, from: usize, to: usize, name: &str, found: &mut Vec<Insertion>) {
        if from < to {
            found.push((self.tokens[from].0, "(".to_owned()));
            found.push((self.tokens[to - 1].1, format!(") | {name}")));
        }
    }
}

/// `{{ {"a": {"b": 1}} }}`: braces of a map that is open close nothing else.
fn is_inside_map(text: &str, tokens: &[(usize, usize)]) -> bool {
    let braces =
        tokens.iter().filter(|(start, end)| end - start == 1).map(|&(start, _)| text.as_bytes()[start]);
    braces.fold(0_usize, |open, byte| match byte {
        b'{' => open + 1,
        b'}' => open.saturating_sub(1),
        _ => open,
    }) > 0
}

/// How long a string is that begins here, quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut counted = text.to_owned();
        for (at, inserted) in insertions(text).iter().rev() {
            counted.insert_str(*at, inserted);
        }
        assert_eq!(counted, expected);
    }

    #[test]
    fn loops_and_values_are_counted() {
        check("{% for x in a.b -%}{{ x }}{% endfor %}", "{% for x in (a.b) | __passi -%}{{ x }}{% endfor %}");
        check("{%- for k, v in f(a=[1]) | g %}", "{%- for k, v in (f(a=[1]) | g) | __passi %}");
        check("{% set s = s ~ s %}", "{% set s = (s ~ s) | __peso %}");
        check("{% set_global s = s ~ \"%}\" -%}", "{% set_global s = (s ~ \"%}\") | __peso -%}");
        check("{% set s = [\"a\", 2] %}", "{% set s = [\"a\", 2] %}");
        check("{% set s = [\"a\", s] %}", "{% set s = ([\"a\", s]) | __peso %}");
        check("{% set s = [s, s] %}", "{% set s = ([s, s]) | __peso %}");
        check("{% set s %}a{% endset %}", "{% set s | __peso %}a{% endset %}");
        check("{%- set s | upper -%}a", "{%- set s | upper | __peso -%}a");
        check(
            "{% set a = [x for x in b if x] %}",
            "{% set a = ([x for x in (b) | __passi if x]) | __peso %}",
        );
        check(
            "{{ [x for x in [y for y in b]] }}",
            "{{ [x for x in ([y for y in (b) | __passi]) | __passi] }}",
        );
    }

    #[test]
    fn what_is_open_is_found() {
        let check = |text: &str, at: Option<&str>, expected: Option<(&str, usize)>| {
            let at = at.map(|at| text.find(at).unwrap());
            let found = unclosed(text, at).map(|open| (open.name, open.range.start));
            assert_eq!(found, expected, "{text}");
        };
        check("{% if a %}{% for b in c %}{% endfor %}", None, Some(("if", 0)));
        check("a{% block b %}{% if c %}{% endblock b %}", Some("endblock"), Some(("if", 14)));
        check("{% set a = 1 %}{%- set b %}", None, Some(("set", 15)));
        check("{% raw %}{% if a %}{% endraw %}{# {% if b %} #}", None, None);
        check("{% if a %}{% boh %}{% endif %}", Some("boh"), None);
        check("{% endif %}", Some("endif"), None);
    }

    #[test]
    fn what_makes_nothing_stays() {
        check(
            "{% set v = c.valore %}{% set n = a[0][:1] or \"~\" %}",
            "{% set v = c.valore %}{% set n = a[0][:1] or \"~\" %}",
        );
        check("{%- set u = v.url if v is map else v -%}", "{%- set u = v.url if v is map else v -%}");
        check("{% set i = scheda(rif=c) %}", "{% set i = scheda(rif=c) %}");
    }

    #[test]
    fn what_is_no_code_stays() {
        check(
            "{# {% for x in a %} #}{{ '{% for x in a %}' }}",
            "{# {% for x in a %} #}{{ '{% for x in a %}' }}",
        );
        check("{% raw %}{% for x in a %}{% endraw %}", "{% raw %}{% for x in a %}{% endraw %}");
        check("{{ {\"a\": {\"b\": 1}} }}{% if a in b %}", "{{ {\"a\": {\"b\": 1}} }}{% if a in b %}");
        check("{% for x in %}{% set s", "{% for x in %}{% set s");
        check("a { b {", "a { b {");
    }
}
