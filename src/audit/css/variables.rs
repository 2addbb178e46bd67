//! Custom properties: inherited maps of texts, and `var()` put in with its fallbacks, circles and limits seen.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use super::{
    declaration::Name,
    sheet::Registered,
    value::{Custom, Global},
};

/// A text with variables put in may become this long; browsers have such a limit too.
const LENGTH: usize = 16 * 1024;
/// All texts of one element together.
const TOTAL: usize = 512 * 1024;
/// How deep variables may stand in variables, and fallbacks in fallbacks.
const DEPTH: usize = 40;

/// The custom properties of an element, with those of the elements above.
#[derive(Debug)]
pub(super) struct Variables {
    own: BTreeMap<Name, Variable>,
    above: Option<Arc<Variables>>,
    /// Of everything in here, so that equal maps are found equal at once.
    hash: u64,
}

/// A variable's text. None: it is not valid.
#[derive(Clone, Debug, Hash, PartialEq)]
struct Variable {
    text: Option<Arc<str>>,
    sure: bool,
}

/// A text after its variables were put in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Filled {
    pub text: String,
    /// No variable in it depends on something nobody knows.
    pub sure: bool,
}

impl PartialEq for Variables {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Hash for Variables {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

/// What blocks of an element say of its variables, the last of each name, and whether that is sure.
pub(super) type Said<'a> = BTreeMap<&'a Name, (&'a Custom, bool)>;

/// What all variables of a page share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registry<'a>(pub &'a [&'a Registered]);

impl Registry<'_> {
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&Registered> {
        self.0.iter().rev().find(|one| &*one.name == name).copied()
    }
}

impl Variables {
    /// The variables of an element from those above and what its blocks say.
    pub(super) fn of(above: Option<&Arc<Self>>, said: &Said, registry: Registry) -> Option<Arc<Self>> {
        // Where some variables are not inherited, every element is a level of its own.
        if said.is_empty() && registry.0.iter().all(|one| one.inherits) {
            return above.cloned();
        }
        let mut solver = Solver { said, above, registry, done: BTreeMap::new(), open: Vec::new(), total: 0 };
        for name in said.keys() {
            solver.solve(name);
        }
        let own = solver.done;
        let mut hasher = DefaultHasher::new();
        above.map(|above| above.hash).hash(&mut hasher);
        own.hash(&mut hasher);
        Some(Arc::new(Self { own, above: above.cloned(), hash: hasher.finish() }))
    }

    fn find(&self, name: &str, registry: Registry) -> Option<&Variable> {
        if let Some(variable) = self.own.get(name) {
            return Some(variable);
        }
        if registry.find(name).is_some_and(|one| !one.inherits) {
            return None;
        }
        let mut level = self.above.as_deref();
        while let Some(variables) = level {
            if let Some(variable) = variables.own.get(name) {
                return Some(variable);
            }
            level = variables.above.as_deref();
        }
        None
    }
}

/// Puts variables into a value. None: one is missing, or the text grows too long.
pub(super) fn fill(text: &str, variables: Option<&Variables>, registry: Registry) -> Option<Filled> {
    let mut lookup = |name: &str| look_up(variables, name, registry);
    substitute(text, &mut lookup, 0)
}

/// [`fill`], where nothing is what a value comes to that is not valid. None: nobody knows.
pub(super) fn fill_or_none(
    text: &str,
    variables: Option<&Variables>,
    registry: Registry,
) -> Option<Option<String>> {
    sure(fill(text, variables, registry))
}

/// The text of a custom property, if it has one. None: nobody knows.
pub(super) fn value(name: &str, variables: Option<&Variables>, registry: Registry) -> Option<Option<String>> {
    let found = variables.and_then(|variables| variables.find(name, registry));
    if found.is_some_and(|found| !found.sure) {
        return None;
    }
    sure(look_up(variables, name, registry))
}

fn sure(filled: Option<Filled>) -> Option<Option<String>> {
    match filled {
        Some(filled) => filled.sure.then_some(Some(filled.text)),
        None => Some(None),
    }
}

fn look_up(variables: Option<&Variables>, name: &str, registry: Registry) -> Option<Filled> {
    let found = variables.and_then(|variables| variables.find(name, registry));
    let (text, sure) = match found {
        Some(Variable { text: Some(text), sure }) => (text.clone(), *sure),
        Some(Variable { text: None, sure: true }) | None => (registry.find(name)?.initial.clone()?, true),
        Some(Variable { text: None, sure: false }) => return None,
    };
    Some(Filled { text: text.to_string(), sure })
}

struct Solver<'a, 'b> {
    said: &'a Said<'a>,
    above: Option<&'b Arc<Variables>>,
    registry: Registry<'a>,
    done: BTreeMap<Name, Variable>,
    /// Variables that are being solved, to see circles.
    open: Vec<Name>,
    total: usize,
}

impl Solver<'_, '_> {
    fn solve(&mut self, name: &Name) -> Option<Filled> {
        if let Some(variable) = self.done.get(name) {
            let (text, sure) = (variable.text.clone(), variable.sure);
            return text.map(|text| Filled { text: text.to_string(), sure });
        }
        let Some(&(custom, sure)) = self.said.get(name) else {
            return look_up(self.above.map(|above| &**above), name, self.registry);
        };
        let is_circle = self.open.contains(name);
        let filled = match custom {
            _ if is_circle || self.open.len() > DEPTH || self.total > TOTAL => None,
            Custom::Text(text) => {
                self.open.push(name.clone());
                let filled = substitute(text, &mut |name| self.solve(&name.into()), 0);
                self.open.pop();
                filled
            }
            Custom::Global(Global::Initial) => self
                .registry
                .find(name)
                .and_then(|one| one.initial.as_ref())
                .map(|text| Filled { text: text.to_string(), sure: true }),
            Custom::Global(_) => look_up(self.above.map(|above| &**above), name, self.registry),
        };
        let sure = sure && filled.as_ref().is_none_or(|filled| filled.sure) && self.total <= TOTAL;
        self.total += filled.as_ref().map_or(0, |filled| filled.text.len());
        let text: Option<Arc<str>> = filled.map(|filled| filled.text.into());
        // Every variable of a circle is invalid, the one that closed it included.
        self.done.insert(name.clone(), Variable { text: text.clone(), sure });
        text.map(|text| Filled { text: text.to_string(), sure })
    }
}

type Lookup<'a> = dyn FnMut(&str) -> Option<Filled> + 'a;

/// Puts a text in place of every `var()` and `env()`.
fn substitute(text: &str, lookup: &mut Lookup, depth: usize) -> Option<Filled> {
    let mut filled = Filled { text: String::with_capacity(text.len()), sure: true };
    let mut rest = text;
    while let Some((before, function, inside, after)) = next_function(rest) {
        filled.text.push_str(before);
        let put_in = if depth > DEPTH { None } else { value_of(function, inside, lookup, depth) };
        let put_in = put_in?;
        filled.sure &= put_in.sure;
        // Two tokens must not grow together.
        filled.text.push_str("/**/");
        filled.text.push_str(put_in.text.trim());
        filled.text.push_str("/**/");
        if filled.text.len() > LENGTH {
            return None;
        }
        rest = after;
    }
    filled.text.push_str(rest);
    (filled.text.len() <= LENGTH).then_some(filled)
}

fn value_of(function: &str, inside: &str, lookup: &mut Lookup, depth: usize) -> Option<Filled> {
    let (name, fallback) = match comma(inside) {
        Some(place) => (&inside[..place], Some(&inside[place + 1..])),
        None => (inside, None),
    };
    let name = name.trim();
    if function.eq_ignore_ascii_case("env") {
        // The edges of a desk's screen are straight; all else is unknown.
        let text = if name.starts_with("safe-area-inset") { "0px" } else { fallback? };
        return Some(Filled { text: text.to_owned(), sure: name.starts_with("safe-area-inset") });
    }
    match lookup(name) {
        Some(filled) => Some(filled),
        None => substitute(fallback?, lookup, depth + 1),
    }
}

/// The first `var(…)` or `env(…)`: what stands before, its name, what stands inside and after.
fn next_function(text: &str) -> Option<(&str, &str, &str, &str)> {
    let bytes = text.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        match bytes[place] {
            quote @ (b'"' | b'\'') => place = after_string(bytes, place, quote),
            b'/' if bytes.get(place + 1) == Some(&b'*') => {
                place = text[place + 2..].find("*/").map_or(bytes.len(), |end| place + end + 4);
            }
            b'(' => {
                let name_start = place.saturating_sub(3);
                let name = &bytes[name_start..place];
                let is_function = (name.eq_ignore_ascii_case(b"var") || name.eq_ignore_ascii_case(b"env"))
                    && name_start.checked_sub(1).is_none_or(|before| !is_name(bytes[before]));
                if is_function {
                    let end = closing(bytes, place + 1);
                    let after = (end + 1).min(bytes.len());
                    return Some((
                        &text[..name_start],
                        &text[name_start..place],
                        &text[place + 1..end],
                        &text[after..],
                    ));
                }
                place += 1;
            }
            _ => place += 1,
        }
    }
    None
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || byte >= 0x80
}

fn after_string(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut place = start + 1;
    while place < bytes.len() {
        match bytes[place] {
            b'\\' => place += 2,
            byte if byte == quote => return place + 1,
            _ => place += 1,
        }
    }
    bytes.len()
}

/// The bracket that closes what opened before `start`, or the end.
fn closing(bytes: &[u8], start: usize) -> usize {
    scan(bytes, start, |byte, depth| byte == b')' && depth == 0)
}

/// The first comma outside of brackets.
fn comma(text: &str) -> Option<usize> {
    let place = scan(text.as_bytes(), 0, |byte, depth| byte == b',' && depth == 0);
    (place < text.len()).then_some(place)
}

fn scan(bytes: &[u8], start: usize, stop: impl Fn(u8, usize) -> bool) -> usize {
    let (mut place, mut depth) = (start, 0_usize);
    while place < bytes.len() {
        let byte = bytes[place];
        if stop(byte, depth) {
            return place;
        }
        match byte {
            b'"' | b'\'' => {
                place = after_string(bytes, place, byte);
                continue;
            }
            b'\\' => place += 1,
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        place += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)], above: Option<&Arc<Variables>>) -> Arc<Variables> {
        let pairs: Vec<(Name, Custom)> =
            pairs.iter().map(|(name, text)| ((*name).into(), Custom::Text((*text).into()))).collect();
        let said: Said = pairs.iter().map(|(name, custom)| (name, (custom, true))).collect();
        Variables::of(above, &said, Registry(&[])).unwrap()
    }

    fn filled(text: &str, variables: &Arc<Variables>) -> Option<String> {
        fill(text, Some(variables), Registry(&[])).map(|filled| filled.text.replace("/**/", ""))
    }

    #[test]
    fn variables_are_put_in() {
        let root = variables(&[("--a", "red"), ("--b", "var(--a) 1px"), ("--empty", "")], None);
        let below = variables(&[("--a", "blue"), ("--c", "var( --b , none)")], Some(&root));
        for (text, expected) in [
            ("var(--a)", Some("blue")),
            ("1px solid VAR(--a)", Some("1px solid blue")),
            ("var(--b)", Some("red 1px")),
            ("var(--c)", Some("red 1px")),
            ("var(--none)", None),
            ("var(--none, var(--a, x))", Some("blue")),
            ("var(--none, rgb(1, 2, 3)) x", Some("rgb(1, 2, 3) x")),
            ("var(--none,)", Some("")),
            ("var(--empty)", Some("")),
            ("'var(--a)' env(safe-area-inset-top)", Some("'var(--a)' 0px")),
            ("xvar(--a)", Some("xvar(--a)")),
            ("var(--a", Some("blue")),
        ] {
            assert_eq!(filled(text, &below).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn circles_are_invalid() {
        let all = variables(
            &[("--a", "var(--b)"), ("--b", "var(--a)"), ("--c", "var(--a, ok)"), ("--d", "var(--d)")],
            None,
        );
        assert_eq!(filled("var(--a)", &all), None);
        assert_eq!(filled("var(--d)", &all), None);
        assert_eq!(filled("var(--c)", &all).as_deref(), Some("ok"));
    }

    #[test]
    fn texts_cannot_explode() {
        let names: Vec<String> = (0..60).map(|n| format!("--v{n}")).collect();
        let texts: Vec<String> = (0..60).map(|n| format!("var(--v{}) var(--v{})", n + 1, n + 1)).collect();
        let mut pairs: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        pairs.push(("--v60", "xxxxxxxxxxxxxxxxxxxxxxxx"));
        let all = variables(&pairs, None);
        assert_eq!(filled("var(--v0)", &all), None);
        assert!(filled("var(--v59)", &all).is_some());
    }

    #[test]
    fn equal_maps_are_equal() {
        assert_eq!(variables(&[("--a", "1")], None), variables(&[("--a", "1")], None));
        assert_ne!(variables(&[("--a", "1")], None), variables(&[("--a", "2")], None));
    }
}
