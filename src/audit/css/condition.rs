//! `@media` and `@supports`: for which views their rules hold.

use cssparser::{Parser, Token};

use super::{
    calc::{Expr, Fault, Scale, fault},
    declaration,
    views::Truth,
};

/// Orientations that a condition speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Orientation {
    pub portrait: bool,
    pub landscape: bool,
}

/// Reads conditions and notes what is special about them.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub orientation: Orientation,
    /// Somebody asks for light or dark.
    pub scheme: bool,
}

impl Conditions {
    /// A list of media queries; an empty one holds always.
    pub(super) fn media(&mut self, input: &mut Parser) -> Truth {
        if input.is_exhausted() {
            return Truth::ALWAYS;
        }
        let queries = input.parse_comma_separated_ignoring_errors(|input| {
            // One that cannot be read is never true, and does not spoil the others.
            let query = self.media_query(input);
            Ok::<_, Fault>(query.unwrap_or_else(|_| {
                while input.next().is_ok() {}
                Truth::NEVER
            }))
        });
        queries.into_iter().fold(Truth::NEVER, Truth::or)
    }

    fn media_query(&mut self, input: &mut Parser) -> Result<Truth, Fault> {
        let start = input.state();
        let Ok(word) = input.expect_ident_cloned() else {
            input.reset(&start);
            return self.condition(input, Self::media_feature);
        };
        let (mut negated, mut kind) = (false, word.to_ascii_lowercase());
        if kind == "not" || kind == "only" {
            match input.try_parse(Parser::expect_ident_cloned) {
                Ok(word) => (negated, kind) = (kind == "not", word.to_ascii_lowercase()),
                Err(_) => {
                    input.reset(&start);
                    return self.condition(input, Self::media_feature);
                }
            }
        }
        let mut truth = Truth::is(matches!(kind.as_str(), "all" | "screen"));
        if input.try_parse(|input| input.expect_ident_matching("and")).is_ok() {
            truth = truth.and(self.condition(input, Self::media_feature)?);
        }
        input.expect_exhausted()?;
        Ok(if negated { truth.not() } else { truth })
    }

    /// The condition of `@supports`.
    pub(super) fn supports(&mut self, input: &mut Parser) -> Result<Truth, Fault> {
        self.condition(input, |_, input| Ok(supports_declaration(input)))
    }

    /// `not (…)`, `(…) and (…)`, `(…) or (…)`, with `test` for what stands in the innermost brackets.
    fn condition(
        &mut self,
        input: &mut Parser,
        test: fn(&mut Self, &mut Parser) -> Result<Truth, Fault>,
    ) -> Result<Truth, Fault> {
        if input.try_parse(|input| input.expect_ident_matching("not")).is_ok() {
            let truth = self.brackets(input, test)?.not();
            input.expect_exhausted()?;
            return Ok(truth);
        }
        let mut truth = self.brackets(input, test)?;
        let mut joined = None;
        while !input.is_exhausted() {
            let word = input.expect_ident_cloned()?.to_ascii_lowercase();
            if joined.get_or_insert_with(|| word.clone()) != &word {
                return Err(fault());
            }
            let next = self.brackets(input, test)?;
            truth = match word.as_str() {
                "and" => truth.and(next),
                "or" => truth.or(next),
                _ => return Err(fault()),
            };
        }
        Ok(truth)
    }

    fn brackets(
        &mut self,
        input: &mut Parser,
        test: fn(&mut Self, &mut Parser) -> Result<Truth, Fault>,
    ) -> Result<Truth, Fault> {
        match input.next()?.clone() {
            Token::ParenthesisBlock => input.parse_nested_block(|input| {
                let start = input.state();
                if let Ok(truth) = self.condition(input, test) {
                    return Ok(truth);
                }
                input.reset(&start);
                let truth = test(self, input).unwrap_or(Truth::UNKNOWN);
                while input.next().is_ok() {}
                Ok(truth)
            }),
            Token::Function(name) => {
                let is_selector = name.eq_ignore_ascii_case("selector");
                input.parse_nested_block(|input| {
                    while input.next().is_ok() {}
                    // Every selector a sheet asks for today is one that browsers know.
                    Ok(if is_selector { Truth::ALWAYS } else { Truth::UNKNOWN })
                })
            }
            _ => Err(fault()),
        }
    }

    fn media_feature(&mut self, input: &mut Parser) -> Result<Truth, Fault> {
        let start = input.state();
        if let Ok(name) = input.expect_ident_cloned() {
            let name = name.to_ascii_lowercase();
            if input.is_exhausted() {
                return Ok(self.feature(&name, None));
            }
            if input.try_parse(Parser::expect_colon).is_ok() {
                let begin = input.position();
                while input.next().is_ok() {}
                let value = input.slice_from(begin).trim().to_ascii_lowercase();
                return Ok(self.feature(&name, Some(&value)));
            }
        }
        input.reset(&start);
        range(input)
    }

    /// A feature with its value, or whether there is such a thing at all.
    fn feature(&mut self, name: &str, value: Option<&str>) -> Truth {
        let is = |default: &str| match value {
            Some(value) => Truth::is(value == default),
            None => Truth::is(!matches!(default, "none" | "no-preference" | "0")),
        };
        match name {
            "width" | "min-width" | "max-width" => value.map_or(Truth::ALWAYS, |value| width(name, value)),
            "prefers-color-scheme" => {
                self.scheme = true;
                match value {
                    Some("dark") => Truth::of(|view| view.is_dark()),
                    Some("light") => Truth::of(|view| !view.is_dark()),
                    Some(_) => Truth::NEVER,
                    None => Truth::ALWAYS,
                }
            }
            "orientation" => {
                self.orientation.portrait |= value == Some("portrait");
                self.orientation.landscape |= value == Some("landscape");
                Truth::UNKNOWN
            }
            "prefers-reduced-motion"
            | "prefers-contrast"
            | "prefers-reduced-transparency"
            | "prefers-reduced-data" => is("no-preference"),
            "forced-colors" | "inverted-colors" => is("none"),
            "display-mode" => is("browser"),
            "update" => is("fast"),
            "grid" => is("0"),
            "dynamic-range" | "video-dynamic-range" => Truth::UNKNOWN,
            "color" | "min-color" => Truth::ALWAYS,
            "monochrome" | "min-monochrome" => Truth::NEVER,
            "color-gamut" if value == Some("srgb") => Truth::ALWAYS,
            "hover"
            | "any-hover"
            | "pointer"
            | "any-pointer"
            | "scripting"
            | "overflow-block"
            | "overflow-inline"
            | "scan"
            | "resolution"
            | "min-resolution"
            | "max-resolution"
            | "height"
            | "min-height"
            | "max-height"
            | "aspect-ratio"
            | "min-aspect-ratio"
            | "max-aspect-ratio"
            | "device-width"
            | "min-device-width"
            | "max-device-width"
            | "device-height"
            | "min-device-height"
            | "max-device-height"
            | "device-aspect-ratio"
            | "max-color"
            | "-webkit-device-pixel-ratio"
            | "-webkit-min-device-pixel-ratio"
            | "-webkit-max-device-pixel-ratio"
            | "-webkit-transform-3d"
            | "color-gamut"
            | "color-index"
            | "min-color-index"
            | "max-color-index"
            | "environment-blending"
            | "nav-controls" => Truth::UNKNOWN,
            // Browsers take what they do not know for false.
            _ => Truth::NEVER,
        }
    }
}

/// `width`, `min-width` and `max-width` against the views.
fn width(name: &str, value: &str) -> Truth {
    let Ok(limit) = pixels(&mut Parser::new(value)) else { return Truth::UNKNOWN };
    Truth::of(|view| {
        let width = f64::from(view.width());
        match name {
            "width" => (width - limit).abs() < 0.01,
            "min-width" => width >= limit,
            _ => width <= limit,
        }
    })
}

/// `width >= 600px`, `400px <= width < 700px`.
fn range(input: &mut Parser) -> Result<Truth, Fault> {
    let first = side(input)?;
    let operator = comparison(input)?;
    let second = side(input)?;
    let mut truth = compare(&first, operator, &second)?;
    if !input.is_exhausted() {
        let operator = comparison(input)?;
        let third = side(input)?;
        truth = truth.and(compare(&second, operator, &third)?);
    }
    Ok(truth)
}

enum Side {
    Width,
    /// A feature whose value nobody knows.
    Other,
    Pixels(f64),
}

fn side(input: &mut Parser) -> Result<Side, Fault> {
    if let Ok(name) = input.try_parse(Parser::expect_ident_cloned) {
        let is_width = name.eq_ignore_ascii_case("width") || name.eq_ignore_ascii_case("inline-size");
        return Ok(if is_width { Side::Width } else { Side::Other });
    }
    pixels(input).map(Side::Pixels)
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison {
    pub less: bool,
    pub equal: bool,
    pub greater: bool,
}

pub(super) fn comparison(input: &mut Parser) -> Result<Comparison, Fault> {
    let first = match input.next()? {
        Token::Delim(first @ ('<' | '>' | '=')) => *first,
        _ => return Err(fault()),
    };
    let equal = first == '=' || input.try_parse(|input| input.expect_delim('=')).is_ok();
    Ok(Comparison { less: first == '<', equal, greater: first == '>' })
}

fn compare(left: &Side, operator: Comparison, right: &Side) -> Result<Truth, Fault> {
    let holds =
        |a: f64, b: f64| operator.less && a < b || operator.greater && a > b || operator.equal && a == b;
    match (left, right) {
        (Side::Width, Side::Pixels(limit)) => Ok(Truth::of(|view| holds(view.width().into(), *limit))),
        (Side::Pixels(limit), Side::Width) => Ok(Truth::of(|view| holds(*limit, view.width().into()))),
        (Side::Other, Side::Pixels(_)) | (Side::Pixels(_), Side::Other) => Ok(Truth::UNKNOWN),
        _ => Err(fault()),
    }
}

/// A length in a media query, where `em` is the letter of the browser.
fn pixels(input: &mut Parser) -> Result<f64, Fault> {
    let scale = Scale { em: Some(16.0), rem: Some(16.0), ..Scale::default() };
    let amount = Expr::parse(input, false)?.evaluate(&scale);
    match amount.as_length() {
        Some((px, 0.0)) => Ok(px),
        _ if amount.as_number() == Some(0.0) => Ok(0.0),
        _ => Err(fault()),
    }
}

fn supports_declaration(input: &mut Parser) -> Truth {
    let parsed = (|| {
        let name = input.expect_ident_cloned()?;
        input.expect_colon()?;
        Ok::<_, Fault>(name)
    })();
    let Ok(name) = parsed else { return Truth::UNKNOWN };
    let name = name.to_ascii_lowercase();
    // Of one engine only, by which sheets tell engines apart; ours is the one that most people use.
    if name.starts_with("-moz-")
        || name.starts_with("-ms-")
        || name.starts_with("-apple-")
        || name == "-webkit-touch-callout"
    {
        return Truth::NEVER;
    }
    declaration::supports(&name, input).map_or(Truth::UNKNOWN, Truth::is)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media(text: &str) -> Truth {
        Conditions::default().media(&mut Parser::new(text))
    }

    #[test]
    fn media_queries() {
        let narrow = Truth::of(|view| view.width() == 360);
        let wide = Truth::of(|view| view.width() == 1280);
        let dark = Truth::of(|view| view.is_dark());
        for (text, expected) in [
            ("", Truth::ALWAYS),
            ("screen", Truth::ALWAYS),
            ("print", Truth::NEVER),
            ("not print", Truth::ALWAYS),
            ("only screen and (max-width: 47.9375em)", narrow),
            ("(width < 768px)", narrow),
            ("(48em < width)", wide),
            ("(100px <= width <= 500px)", narrow),
            ("print, (min-width: 992px)", wide),
            ("screen and (min-width:600px) and (max-width:800px)", Truth::of(|view| view.width() == 768)),
            ("not (max-width: 800px)", wide),
            ("(max-width: 500px) or (min-width: 1000px)", narrow.or(wide)),
            ("(prefers-color-scheme: dark)", dark),
            ("not all and (prefers-color-scheme: dark)", dark.not()),
            ("(prefers-reduced-motion: reduce)", Truth::NEVER),
            ("(prefers-reduced-motion: no-preference)", Truth::ALWAYS),
            ("(prefers-reduced-motion)", Truth::NEVER),
            ("(hover: hover)", Truth::UNKNOWN),
            ("(orientation: portrait)", Truth::UNKNOWN),
            ("(orientation: portrait) and print", Truth::NEVER),
            ("(min-height: 10px)", Truth::UNKNOWN),
            ("(height > 10px)", Truth::UNKNOWN),
            ("(-ms-high-contrast: none)", Truth::NEVER),
            ("(min-width: calc(10px + 90vw))", Truth::UNKNOWN),
            ("nonsense (", Truth::NEVER),
            ("&, screen", Truth::ALWAYS),
        ] {
            assert_eq!(media(text), expected, "{text}");
        }
    }

    #[test]
    fn supports() {
        let check = |text, expected| {
            let read = Conditions::default().supports(&mut Parser::new(text)).ok();
            assert_eq!(read, expected, "{text}");
        };
        check("(display: grid)", Some(Truth::ALWAYS));
        check("not (display: grid)", Some(Truth::NEVER));
        check("(color: no-colour)", Some(Truth::NEVER));
        check("(display: grid) and (--a: b)", Some(Truth::ALWAYS));
        check("(-moz-appearance: none)", Some(Truth::NEVER));
        check("(backdrop-filter: blur(2px))", Some(Truth::UNKNOWN));
        check("selector(:focus-visible)", Some(Truth::ALWAYS));
        check("((color: red) or (display: nonsense))", Some(Truth::ALWAYS));
        check("display: grid", None);
    }
}
