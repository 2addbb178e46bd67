//! Reads the value of one property.

use std::sync::Arc;

use cssparser::{Parser, Token};

use super::{
    calc::{Expr, Fault, Scale, Unit, fault},
    color::{self, Read, Rgba, Surroundings},
    property::{Grammar, Property},
    value::{Declared, Image, Value},
};

/// Reads values in given surroundings, and remembers when those were not enough.
#[derive(Debug, Default)]
pub(super) struct Values {
    pub surroundings: Surroundings,
    /// Something depends on surroundings that nobody gave.
    pub later: bool,
}

impl Values {
    pub(super) fn longhand(&mut self, property: Property, input: &mut Parser) -> Result<Declared, Fault> {
        let value = match property.info().grammar {
            Grammar::Words(words) => Value::Word(one_of(words, input)?),
            Grammar::Colour => return self.colour(input).map(Declared::Value),
            Grammar::Length(words) => return length(words, input),
            Grammar::Number => return number(property, input),
            Grammar::Integer => integer(input)?,
            Grammar::FontSize => return font_size(input),
            Grammar::FontWeight => font_weight(input)?,
            Grammar::LineHeight => return line_height(input),
            Grammar::Display => display(input)?,
            Grammar::Images => self.images(input)?,
            Grammar::Decoration => decoration(input)?,
            // Its words are read out, as somebody wrote them.
            Grammar::Text if property == Property::Content => Value::Text(folded(input, true)?),
            Grammar::Text => Value::Text(text(input)?),
            Grammar::ContainerType => container_type(input)?,
            Grammar::Names => names(input)?,
        };
        Ok(Declared::Value(value))
    }

    pub(super) fn colour(&mut self, input: &mut Parser) -> Result<Value, Fault> {
        Ok(match color::parse(input, self.surroundings)? {
            Read::Colour(colour) => Value::Colour(colour),
            Read::Later => {
                self.later = true;
                Value::Unknown
            }
            Read::Unknown => Value::Unknown,
        })
    }

    fn images(&mut self, input: &mut Parser) -> Result<Value, Fault> {
        let images = input.parse_comma_separated(|input| self.image(input))?;
        Ok(Value::Images(images.into()))
    }

    /// `none`, an address, a gradient, or one of the newer functions.
    pub(super) fn image(&mut self, input: &mut Parser) -> Result<Image, Fault> {
        let token = input.next()?.clone();
        match token {
            Token::Ident(ref word) if word.eq_ignore_ascii_case("none") => Ok(Image::None),
            Token::UnquotedUrl(ref address) => Ok(Image::Picture(address.as_ref().into())),
            Token::Function(ref name) => {
                let name = name.to_ascii_lowercase();
                let is_gradient = name.ends_with("-gradient");
                let is_image = matches!(
                    name.trim_start_matches("-webkit-"),
                    "url" | "src" | "image" | "image-set" | "cross-fade" | "element" | "paint" | "gradient"
                );
                if !is_gradient && !is_image {
                    return Err(fault());
                }
                input.parse_nested_block(|input| {
                    if name == "url"
                        && let Ok(address) = input.try_parse(|input| input.expect_string_cloned())
                    {
                        // What may stand behind the address says how it is fetched.
                        while input.next().is_ok() {}
                        return Ok(Image::Picture(address.as_ref().into()));
                    }
                    let stops = is_gradient.then(|| self.stops(input)).flatten();
                    while input.next().is_ok() {}
                    Ok(stops.map_or(Image::Other, |stops| Image::Gradient(stops.into())))
                })
            }
            _ => Err(fault()),
        }
    }

    /// The colours of a gradient in their order. None: they do not tell what lies between them.
    fn stops(&mut self, input: &mut Parser) -> Option<Vec<Rgba>> {
        let mut stops = Vec::new();
        loop {
            let start = input.state();
            match color::parse(input, self.surroundings) {
                Ok(Read::Colour(colour)) => stops.push(colour),
                Ok(Read::Later) => {
                    self.later = true;
                    return None;
                }
                Ok(Read::Unknown) => return None,
                Err(_) => {
                    input.reset(&start);
                    match input.next() {
                        // Colours mixed in another space leave the straight line between two stops.
                        Ok(Token::Ident(word)) if word.eq_ignore_ascii_case("in") => return None,
                        Ok(_) => {}
                        Err(_) => break,
                    }
                }
            }
        }
        (!stops.is_empty()).then_some(stops)
    }
}

pub(super) fn one_of(words: &'static [&'static str], input: &mut Parser) -> Result<&'static str, Fault> {
    let word = input.expect_ident()?;
    words.iter().find(|known| known.eq_ignore_ascii_case(word)).copied().ok_or_else(fault)
}

/// A length or percentage, or one of these words.
pub(super) fn length(words: &'static [&'static str], input: &mut Parser) -> Result<Declared, Fault> {
    if let Ok(word) = input.try_parse(|input| one_of(words, input)) {
        return Ok(Declared::Value(match word {
            "normal" => Value::Px(0.0),
            "thin" => Value::Px(1.0),
            "medium" => Value::Px(3.0),
            "thick" => Value::Px(5.0),
            "fit-content" | "min-content" | "max-content" | "stretch" | "-webkit-fill-available" => {
                Value::Unknown
            }
            word => Value::Word(word),
        }));
    }
    if input.try_parse(|input| input.expect_function_matching("fit-content")).is_ok() {
        input.parse_nested_block(|input| {
            while input.next().is_ok() {}
            Ok::<(), Fault>(())
        })?;
        return Ok(Declared::Value(Value::Unknown));
    }
    quantity(Expr::parse(input, false)?)
}

/// What of an expression is known at once.
fn quantity(expr: Expr) -> Result<Declared, Fault> {
    Ok(match expr {
        Expr::Number(0.0) => Declared::Value(Value::Px(0.0)),
        Expr::Number(_) | Expr::Angle(_) => return Err(fault()),
        Expr::Length(value, Unit::Px) => Declared::Value(Value::Px(value as f32)),
        Expr::Percent(value) => Declared::Value(Value::Percent(value as f32)),
        Expr::Length(_, Unit::Layout) => Declared::Value(Value::Unknown),
        expr => {
            let trial = expr.evaluate(&Scale {
                em: Some(16.0),
                rem: Some(16.0),
                width: Some(1280.0),
                lh: Some(20.0),
                rlh: Some(20.0),
                channels: &[],
            });
            if !trial.is_unknown() && trial.as_length().is_none() {
                return Err(fault());
            }
            Declared::Expr(Arc::new(expr))
        }
    })
}

fn number(property: Property, input: &mut Parser) -> Result<Declared, Fault> {
    let amount = Expr::parse(input, false)?.evaluate(&Scale::default());
    if amount.is_unknown() {
        return Ok(Declared::Value(Value::Unknown));
    }
    let number = amount
        .as_number()
        .or_else(|| amount.as_percent().map(|percent| percent / 100.0))
        .ok_or_else(fault)?;
    let number = if property == Property::Opacity { number.clamp(0.0, 1.0) } else { number };
    Ok(Declared::Value(Value::Number(number as f32)))
}

fn integer(input: &mut Parser) -> Result<Value, Fault> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(Value::Word("auto"));
    }
    let amount = Expr::parse(input, false)?.evaluate(&Scale::default());
    amount.as_number().map(|number| Value::Number(number as f32)).ok_or_else(fault)
}

/// Sizes named by words, in pixels.
const SIZES: &[(&str, f32)] = &[
    ("xx-small", 9.0),
    ("x-small", 10.0),
    ("small", 13.0),
    ("medium", 16.0),
    ("large", 18.0),
    ("x-large", 24.0),
    ("xx-large", 32.0),
    ("xxx-large", 48.0),
];

pub(super) fn font_size(input: &mut Parser) -> Result<Declared, Fault> {
    let start = input.state();
    if let Ok(word) = input.expect_ident_cloned() {
        let word = word.to_ascii_lowercase();
        if let Some((_, size)) = SIZES.iter().find(|(name, _)| *name == word) {
            return Ok(Declared::Value(Value::Px(*size)));
        }
        return match word.as_str() {
            "smaller" => Ok(Declared::Expr(Arc::new(Expr::Length(1.0 / 1.2, Unit::Em)))),
            "larger" => Ok(Declared::Expr(Arc::new(Expr::Length(1.2, Unit::Em)))),
            "math" => Ok(Declared::Value(Value::Unknown)),
            _ => Err(fault()),
        };
    }
    input.reset(&start);
    match quantity(Expr::parse(input, false)?)? {
        Declared::Value(Value::Px(size)) if size < 0.0 => Err(fault()),
        Declared::Value(Value::Percent(percent)) if percent < 0.0 => Err(fault()),
        size => Ok(size),
    }
}

pub(super) fn font_weight(input: &mut Parser) -> Result<Value, Fault> {
    let start = input.state();
    if let Ok(word) = input.expect_ident_cloned() {
        return Ok(match word.to_ascii_lowercase().as_str() {
            "normal" => Value::Number(400.0),
            "bold" => Value::Number(700.0),
            "bolder" => Value::Word("bolder"),
            "lighter" => Value::Word("lighter"),
            _ => return Err(fault()),
        });
    }
    input.reset(&start);
    let amount = Expr::parse(input, false)?.evaluate(&Scale::default());
    let number = amount.as_number().filter(|number| (1.0..=1000.0).contains(number)).ok_or_else(fault)?;
    Ok(Value::Number(number as f32))
}

pub(super) fn line_height(input: &mut Parser) -> Result<Declared, Fault> {
    if input.try_parse(|input| input.expect_ident_matching("normal")).is_ok() {
        return Ok(Declared::Value(Value::Word("normal")));
    }
    let expr = Expr::parse(input, false)?;
    let scale = Scale { em: Some(16.0), rem: Some(16.0), ..Scale::default() };
    if let Some(number) = expr.evaluate(&scale).as_number() {
        return if number < 0.0 { Err(fault()) } else { Ok(Declared::Value(Value::Number(number as f32))) };
    }
    quantity(expr)
}

/// How boxes of an element stand, outside and inside, as the one word most people write.
fn display(input: &mut Parser) -> Result<Value, Fault> {
    const WORDS: &[&str] = &[
        "none",
        "contents",
        "inline",
        "block",
        "inline-block",
        "flex",
        "inline-flex",
        "grid",
        "inline-grid",
        "flow-root",
        "list-item",
        "table",
        "inline-table",
        "table-row",
        "table-cell",
        "table-row-group",
        "table-header-group",
        "table-footer-group",
        "table-column",
        "table-column-group",
        "table-caption",
        "ruby",
        "ruby-base",
        "ruby-text",
        "math",
        "-webkit-box",
        "-webkit-inline-box",
        "flow",
        "run-in",
    ];
    let mut words = vec![one_of(WORDS, input)?];
    while let Ok(word) = input.try_parse(|input| one_of(WORDS, input)) {
        words.push(word);
    }
    Ok(Value::Word(match words[..] {
        ["flow"] => "block",
        ["-webkit-box"] => "flex",
        ["-webkit-inline-box"] => "inline-flex",
        [one] => one,
        ["block", "flow"] | ["flow", "block"] => "block",
        ["inline", "flow"] | ["flow", "inline"] => "inline",
        ["inline", "flow-root"] | ["flow-root", "inline"] => "inline-block",
        ["inline", "flex"] | ["flex", "inline"] => "inline-flex",
        ["inline", "grid"] | ["grid", "inline"] => "inline-grid",
        ["inline", "table"] | ["table", "inline"] => "inline-table",
        ["block", other] | [other, "block"] => other,
        [.., "list-item"] | ["list-item", ..] => "list-item",
        _ => return Err(fault()),
    }))
}

pub(super) const DECORATIONS: &[&str] =
    &["none", "underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"];

fn decoration(input: &mut Parser) -> Result<Value, Fault> {
    let mut lines = vec![one_of(DECORATIONS, input)?];
    while let Ok(line) = input.try_parse(|input| one_of(DECORATIONS, input)) {
        lines.push(line);
    }
    Ok(lines_of_text(&lines))
}

pub(super) fn lines_of_text(lines: &[&'static str]) -> Value {
    match lines {
        [] => Value::Word("none"),
        [one] => Value::Word(one),
        many => Value::Text(many.join(" ").into()),
    }
}

/// `normal`, or one kind of size, or how something is scrolled, or both.
fn container_type(input: &mut Parser) -> Result<Value, Fault> {
    const KINDS: &[&str] = &["normal", "size", "inline-size", "scroll-state"];
    let mut kinds = Vec::new();
    while !input.is_exhausted() {
        kinds.push(one_of(KINDS, input)?);
    }
    match kinds[..] {
        [one] => Ok(Value::Word(one)),
        ["scroll-state", size @ ("size" | "inline-size")]
        | [size @ ("size" | "inline-size"), "scroll-state"] => {
            Ok(Value::Text(format!("{size} scroll-state").into()))
        }
        _ => Err(fault()),
    }
}

/// Names that people gave, or `none`.
pub(super) fn names(input: &mut Parser) -> Result<Value, Fault> {
    let mut names = Vec::new();
    while let Ok(name) = input.try_parse(Parser::expect_ident_cloned) {
        if ["not", "and", "or"].iter().any(|word| name.eq_ignore_ascii_case(word)) {
            return Err(fault());
        }
        names.push(name.to_string());
    }
    match &names[..] {
        [] => Err(fault()),
        [none] if none.eq_ignore_ascii_case("none") => Ok(Value::Word("none")),
        names if names.iter().any(|name| name.eq_ignore_ascii_case("none")) => Err(fault()),
        names => Ok(Value::Text(names.join(" ").into())),
    }
}

/// All that is left, in lower case, without comments, white space folded.
pub(super) fn text(input: &mut Parser) -> Result<Arc<str>, Fault> {
    folded(input, false)
}

/// [`text`], with capital letters between quotation marks if somebody wants them.
fn folded(input: &mut Parser, keeps_quoted: bool) -> Result<Arc<str>, Fault> {
    let mut quote: Option<char> = None;
    let start = input.position();
    while input.next().is_ok() {}
    let written = input.slice_from(start);
    let mut folded = String::with_capacity(written.len());
    let mut rest = written;
    let mut gap = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            gap = true;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c.is_ascii_whitespace() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        if keeps_quoted && matches!(c, '"' | '\'') {
            quote = match quote {
                None => Some(c),
                Some(open) => Some(open).filter(|&open| open != c),
            };
        }
        folded.push(if quote.is_some() { c } else { c.to_ascii_lowercase() });
    }
    if folded.is_empty() { Err(fault()) } else { Ok(folded.into()) }
}
