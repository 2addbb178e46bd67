//! Style sheets as rules, selectors and declarations, read with `cssparser`; and any CSS written as short as it goes.
//!
//! Nothing is understood beyond what cutting a sheet down needs: a value stays the text it was.

use cssparser::{ParseError, Parser, Token};

/// A sheet that cannot be read (blocks nested beyond reason) stays as it is.
type Parsed<T> = Result<T, ParseError<()>>;

/// One rule, with the texts as they were written.
#[derive(Debug)]
pub(super) enum Rule<'i> {
    Style {
        selectors: Vec<Selector<'i>>,
        body: Vec<Declaration<'i>>,
    },
    /// `@media`, `@supports` and the like: rules under a condition.
    Group {
        head: &'i str,
        rules: Vec<Rule<'i>>,
    },
    /// Every other rule with an at: its name, its first line, and its block if it has one.
    Other {
        name: &'i str,
        head: &'i str,
        block: Option<&'i str>,
    },
}

#[derive(Debug)]
pub(super) struct Selector<'i> {
    pub(super) text: &'i str,
    pub(super) needs: Vec<Need>,
}

/// What a document must have for a selector to match anything in it.
#[derive(Debug, PartialEq)]
pub(super) enum Need {
    Tag(String),
    /// A class, an id or an attribute.
    Name(String),
    /// One of these groups, whole.
    Any(Vec<Vec<Need>>),
}

/// `name: value`, or a rule nested in a rule, which has no name.
#[derive(Debug)]
pub(super) struct Declaration<'i> {
    pub(super) name: &'i str,
    pub(super) text: &'i str,
}

/// Reads a sheet.
pub(super) fn read(text: &str) -> Option<Vec<Rule<'_>>> {
    let text = text.trim_start_matches('\u{feff}');
    rules(&mut Parser::new(text)).ok()
}

fn rules<'i>(input: &mut Parser<'i>) -> Parsed<Vec<Rule<'i>>> {
    let mut found = Vec::new();
    loop {
        input.skip_whitespace();
        let start = input.position();
        match input.next() {
            Err(_) => return Ok(found),
            Ok(Token::CDO | Token::CDC | Token::Semicolon | Token::CurlyBracketBlock) => {}
            Ok(Token::AtKeyword(name)) => {
                let name = name.to_ascii_lowercase();
                found.extend(at_rule(input, start, &name)?);
            }
            Ok(token) => {
                let opens = opens(token);
                step_over(input, opens);
                // What has no block at the end of the file is no rule.
                if let Some((head, true)) = head(input, start, false) {
                    let body = input.parse_nested_block(declarations)?;
                    found.push(Rule::Style { selectors: selectors(head)?, body });
                }
            }
        }
    }
}

fn at_rule<'i>(
    input: &mut Parser<'i>,
    start: cssparser::SourcePosition,
    name: &str,
) -> Parsed<Option<Rule<'i>>> {
    let Some((head, has_block)) = head(input, start, true) else { return Ok(None) };
    let shown = &head[1..=name.len()];
    if !has_block {
        return Ok(Some(Rule::Other { name: shown, head, block: None }));
    }
    let is_group = matches!(name, "media" | "supports" | "layer" | "container" | "scope" | "starting-style");
    if is_group {
        return Ok(Some(Rule::Group { head, rules: input.parse_nested_block(rules)? }));
    }
    let block = input.parse_nested_block(rest)?;
    Ok(Some(Rule::Other { name: shown, head, block: Some(block) }))
}

/// Everything from `start` to the block, and whether there is one; a semicolon ends what begins with an at.
fn head<'i>(
    input: &mut Parser<'i>,
    start: cssparser::SourcePosition,
    with_at: bool,
) -> Option<(&'i str, bool)> {
    loop {
        let before = input.position();
        match input.next_including_whitespace_and_comments() {
            Err(_) => return with_at.then(|| (input.slice(start..before).trim_end(), false)),
            Ok(Token::Semicolon) if with_at => {
                return Some((input.slice(start..before).trim_end(), false));
            }
            Ok(Token::CurlyBracketBlock) => return Some((input.slice(start..before).trim_end(), true)),
            Ok(token) => {
                let opens = opens(token);
                step_over(input, opens);
            }
        }
    }
}

/// Whether a block begins with this token. Until the next token is read, the parser stands at the block's beginning.
fn opens(token: &Token<'_>) -> bool {
    use Token::{CurlyBracketBlock, Function, ParenthesisBlock, SquareBracketBlock};
    matches!(token, Function(_) | ParenthesisBlock | SquareBracketBlock | CurlyBracketBlock)
}

/// Goes to the end of a block just begun, so that the position is past it.
fn step_over(input: &mut Parser<'_>, opens: bool) {
    if opens {
        // Too deep to be looked into means stepped over with the next token.
        let _ = input.parse_nested_block(rest);
    }
}

fn rest<'i>(input: &mut Parser<'i>) -> Parsed<&'i str> {
    let start = input.position();
    while input.next_including_whitespace_and_comments().is_ok() {}
    Ok(input.slice_from(start).trim())
}

fn declarations<'i>(input: &mut Parser<'i>) -> Parsed<Vec<Declaration<'i>>> {
    let mut found = Vec::new();
    loop {
        input.skip_whitespace();
        let start = input.position();
        let (is_named, opens) = match input.next() {
            Err(_) => return Ok(found),
            Ok(Token::Semicolon) => continue,
            Ok(Token::Ident(_)) => (true, false),
            Ok(token) => (false, opens(token)),
        };
        let name = if is_named { input.slice_from(start) } else { "" };
        step_over(input, opens);
        let (text, is_nested) = to_end(input, start, name.starts_with("--"));
        found.push(Declaration { name: if is_nested { "" } else { name }, text });
    }
}

/// To the semicolon, or to the end of a block that no value can have: then it is a nested rule.
fn to_end<'i>(input: &mut Parser<'i>, start: cssparser::SourcePosition, is_custom: bool) -> (&'i str, bool) {
    loop {
        let before = input.position();
        match input.next_including_whitespace_and_comments() {
            Err(_) | Ok(Token::Semicolon) => return (input.slice(start..before).trim_end(), false),
            Ok(token) => {
                let (opens, ends) = (opens(token), matches!(token, Token::CurlyBracketBlock));
                step_over(input, opens);
                if ends && !is_custom {
                    return (input.slice_from(start), true);
                }
            }
        }
    }
}

fn selectors(head: &str) -> Parsed<Vec<Selector<'_>>> {
    let mut found = Vec::new();
    let mut input = Parser::new(head);
    loop {
        input.skip_whitespace();
        let start = input.position();
        let (needs, end, more) = needs(&mut input)?;
        let text = input.slice(start..end).trim_end();
        if !text.is_empty() {
            found.push(Selector { text, needs });
        }
        if !more {
            return Ok(found);
        }
    }
}

/// The needs of one selector, where it ends, and whether another follows.
fn needs(input: &mut Parser<'_>) -> Parsed<(Vec<Need>, cssparser::SourcePosition, bool)> {
    let mut needs = Vec::new();
    let mut after_dot = false;
    let mut colons = 0;
    loop {
        let before = input.position();
        let Ok(token) = input.next_including_whitespace() else { return Ok((needs, before, false)) };
        let is_open = opens(token);
        match token {
            Token::Comma => return Ok((needs, before, true)),
            Token::Ident(name) if after_dot => needs.push(Need::Name(name.to_string())),
            Token::Ident(name) if colons == 0 => needs.push(Need::Tag(name.to_ascii_lowercase())),
            Token::IDHash(name) => needs.push(Need::Name(name.to_string())),
            Token::SquareBracketBlock => {
                let name = input.parse_nested_block(attribute)?;
                needs.extend(name.map(Need::Name));
                (after_dot, colons) = (false, 0);
                continue;
            }
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                if matches!(name.as_str(), "is" | "where" | "has" | "matches" | "-webkit-any" | "-moz-any") {
                    needs.push(Need::Any(input.parse_nested_block(alternatives)?));
                } else {
                    step_over(input, true);
                }
                (after_dot, colons) = (false, 0);
                continue;
            }
            _ => step_over(input, is_open),
        }
        // What the token was is known from its text: the token itself is borrowed from the parser.
        let written = input.slice_from(before);
        after_dot = written == ".";
        colons = if written == ":" { colons + 1 } else { 0 };
    }
}

fn alternatives(input: &mut Parser<'_>) -> Parsed<Vec<Vec<Need>>> {
    let mut all = Vec::new();
    loop {
        let (needs, _, more) = needs(input)?;
        all.push(needs);
        if !more {
            return Ok(all);
        }
    }
}

/// The name in `[name=value]`.
fn attribute(input: &mut Parser<'_>) -> Parsed<Option<String>> {
    let name = match input.next() {
        Ok(Token::Ident(name)) => Some(name.to_ascii_lowercase()),
        _ => None,
    };
    rest(input)?;
    Ok(name)
}

/// CSS without what no browser needs: comments, spaces, last semicolons. The first comment stays if it begins with `/*!`.
pub(super) fn squeeze(text: &str) -> Option<String> {
    let mut out = Squeezed { text: String::with_capacity(text.len()), ..Squeezed::default() };
    tokens(&mut Parser::new(text.trim_start_matches('\u{feff}')), &mut out).ok()?;
    Some(out.text)
}

fn tokens(input: &mut Parser<'_>, out: &mut Squeezed) -> Parsed<()> {
    loop {
        let start = input.position();
        let Ok(token) = input.next_including_whitespace_and_comments() else { return Ok(()) };
        let close = match token {
            Token::WhiteSpace(_) => {
                out.has_space = true;
                continue;
            }
            Token::Comment(text) => {
                if text.starts_with('!') && out.text.is_empty() {
                    let text = input.slice_from(start);
                    out.text.push_str(text);
                } else {
                    out.has_comment = true;
                }
                continue;
            }
            Token::CurlyBracketBlock => Some('}'),
            Token::SquareBracketBlock => Some(']'),
            Token::ParenthesisBlock | Token::Function(_) => Some(')'),
            _ => None,
        };
        out.push(input.slice_from(start));
        if let Some(close) = close {
            input.parse_nested_block(|input| tokens(input, out))?;
            out.close(close);
        }
    }
}

/// What was written so far, and what stood between that and the next token.
#[derive(Default)]
struct Squeezed {
    text: String,
    has_space: bool,
    has_comment: bool,
}

impl Squeezed {
    fn push(&mut self, token: &str) {
        let last = self.text.bytes().last().unwrap_or(b'{');
        let next = token.bytes().next().unwrap_or(b';');
        if next == b';' && matches!(last, b';' | b'{') && !self.is_escaped() {
            self.has_space = false;
            return;
        }
        if self.has_space {
            // A custom property may be empty: then its space is its value.
            let is_value = last == b':' && next == b';';
            let is_idle = (b"{([,;:>~".contains(&last) && !self.is_escaped())
                || b",;{>~!".contains(&next)
                || self.text.ends_with("*/");
            if is_value || !is_idle {
                self.text.push(' ');
            }
        } else if self.has_comment && is_of_name(last) && is_of_name(next) {
            self.text.push_str("/**/");
        }
        self.text.push_str(token);
        (self.has_space, self.has_comment) = (false, false);
    }

    fn close(&mut self, bracket: char) {
        if bracket == '}' && self.text.ends_with(';') && !self.is_escaped() {
            self.text.pop();
        }
        if bracket == '}' && self.has_space && self.text.ends_with(':') {
            self.text.push(' ');
        }
        self.text.push(bracket);
        (self.has_space, self.has_comment) = (false, false);
    }

    /// Whether the last character lost its meaning by a backslash.
    fn is_escaped(&self) -> bool {
        self.text.len() > 1 && self.text.as_bytes()[self.text.len() - 2] == b'\\'
    }
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'_' | b'#' | b'.' | b'%' | b'+')
        || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squeezed(text: &str, expected: &str) {
        assert_eq!(squeeze(text).unwrap(), expected);
        // Once is enough.
        assert_eq!(squeeze(expected).unwrap(), expected);
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        squeezed("/* x */ a  b { color : red ; }\n", "a b{color :red}");
        squeezed("a:hover > b ~ c + d :focus{}", "a:hover>b~c + d :focus{}");
        squeezed(
            "@media (min-width: 5px) and (width > 3px) { a { margin: 0 auto } }",
            "@media (min-width:5px) and (width>3px){a{margin:0 auto}}",
        );
        squeezed("a{width:calc( 1px + 2px * 3 )}", "a{width:calc(1px + 2px * 3)}");
        squeezed("a{--x: ;--y: }", "a{--x: ;--y: }");
        squeezed("a { b: url( x y.png ) }", "a{b:url( x y.png )}");
        squeezed("a{content:\"a ; b  /* c */\" !important ; ; }", "a{content:\"a ; b  /* c */\"!important}");
        squeezed(".a\\: b{}", ".a\\: b{}");
        squeezed("a/**/b{}.a/**/.b{}", "a/**/b{}.a/**/.b{}");
        squeezed("/*! licence */ a{}", "/*! licence */a{}");
        squeezed("\u{feff}a{b:c;;}", "a{b:c}");
    }

    #[test]
    fn what_is_never_closed_is_closed_and_what_is_too_deep_is_refused() {
        squeezed("a{b:c", "a{b:c}");
        assert_eq!(squeeze(&"(".repeat(10_000)), None);
        assert!(read(&format!("{}{{}}", "@media x{".repeat(10_000))).is_none());
    }

    fn needs_of(selector: &str) -> Vec<Need> {
        selectors(selector).unwrap().remove(0).needs
    }

    #[test]
    fn selectors_say_what_they_need() {
        let name = |name: &str| Need::Name(name.to_owned());
        let tag = |name: &str| Need::Tag(name.to_owned());
        assert_eq!(needs_of("UL.a > li#b::before"), [tag("ul"), name("a"), tag("li"), name("b")]);
        assert_eq!(needs_of(".a:not(.b, c):hover"), [name("a")]);
        assert_eq!(needs_of("[data-x=y] *"), [name("data-x")]);
        let any = Need::Any(vec![vec![name("a")], vec![tag("b"), name("c")]]);
        assert_eq!(needs_of(":is(.a, b .c) :nth-child(2n + 1)"), [any]);
        assert_eq!(needs_of(".w-50\\%"), [name("w-50%")]);
        assert_eq!(needs_of("a:lang(it)"), [tag("a")]);
        assert_eq!(selectors("a, .b:is(c,d), e").unwrap().len(), 3);
    }

    #[test]
    fn a_sheet_is_rules_of_declarations() {
        let sheet =
            read("@charset \"utf-8\";a{b:c;--d:{x};&:hover{e:f}g:h}@media print{a{b:c}}@font-face{src:x}b")
                .unwrap();
        let Rule::Style { body, .. } = &sheet[1] else { panic!("{sheet:?}") };
        let shown: Vec<(&str, &str)> = body.iter().map(|one| (one.name, one.text)).collect();
        assert_eq!(shown, [("b", "b:c"), ("--d", "--d:{x}"), ("", "&:hover{e:f}"), ("g", "g:h")]);
        assert!(matches!(&sheet[2], Rule::Group { head: "@media print", rules } if rules.len() == 1));
        assert!(matches!(&sheet[3], Rule::Other { name: "font-face", block: Some("src:x"), .. }));
        assert_eq!(sheet.len(), 4, "what has no block is no rule: {sheet:?}");
    }
}
