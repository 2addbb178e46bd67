//! Numbers, lengths, percentages and angles, with the math functions of CSS Values 4.
//!
//! What depends on something nobody knows without a layout (the height of the window, the width of a letter)
//! comes out as [`Amount::UNKNOWN`], never as a guess.

use cssparser::{ParseError, Parser, Token};

pub(super) type Fault = ParseError<()>;

pub(super) fn fault() -> Fault {
    ParseError::unexpected_token()
}

/// Relative units that can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    Px,
    Em,
    Rem,
    Lh,
    Rlh,
    /// A hundredth of the width of the window.
    Vw,
    /// Depends on layout: the height of the window, a container, a glyph.
    Layout,
}

/// A value with its unit, as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    Number(f64),
    Percent(f64),
    Length(f64, Unit),
    /// In degrees.
    Angle(f64),
    /// A component of the origin of a relative colour.
    Channel(String),
    Sum(Vec<Expr>),
    Product(Vec<Expr>),
    Inverse(Box<Expr>),
    Call(Function, Vec<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Min,
    Max,
    Clamp,
    Abs,
    Sign,
    /// Known to CSS, not to us.
    Other,
}

/// What an expression depends on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scale<'a> {
    pub em: Option<f64>,
    pub rem: Option<f64>,
    pub lh: Option<f64>,
    pub rlh: Option<f64>,
    /// Width of the window in pixels.
    pub width: Option<f64>,
    pub channels: &'a [(&'static str, f64)],
}

/// A value in numbers, pixels, percent and degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub number: f64,
    pub px: f64,
    pub percent: f64,
    pub degrees: f64,
    kinds: u8,
}

const NUMBER: u8 = 1;
const PX: u8 = 2;
const PERCENT: u8 = 4;
const ANGLE: u8 = 8;
const UNKNOWN: u8 = 16;

impl Amount {
    const ZERO: Self = Self { number: 0.0, px: 0.0, percent: 0.0, degrees: 0.0, kinds: 0 };
    pub(super) const UNKNOWN: Self = Self { kinds: UNKNOWN, ..Self::ZERO };

    fn number(number: f64) -> Self {
        Self { number, kinds: NUMBER, ..Self::ZERO }
    }

    pub(super) fn is_unknown(self) -> bool {
        self.kinds & UNKNOWN != 0
    }

    pub(super) fn as_number(self) -> Option<f64> {
        (self.kinds == NUMBER).then_some(self.number)
    }

    pub(super) fn as_percent(self) -> Option<f64> {
        (self.kinds == PERCENT).then_some(self.percent)
    }

    pub(super) fn as_degrees(self) -> Option<f64> {
        (self.kinds == ANGLE).then_some(self.degrees)
    }

    /// Pixels and percent, when it is a length and nothing else.
    pub(super) fn as_length(self) -> Option<(f64, f64)> {
        (self.kinds & (NUMBER | ANGLE | UNKNOWN) == 0).then_some((self.px, self.percent))
    }

    fn plus(self, other: Self) -> Self {
        Self {
            number: self.number + other.number,
            px: self.px + other.px,
            percent: self.percent + other.percent,
            degrees: self.degrees + other.degrees,
            kinds: self.kinds | other.kinds,
        }
    }

    fn times(self, factor: f64) -> Self {
        Self {
            number: self.number * factor,
            px: self.px * factor,
            percent: self.percent * factor,
            degrees: self.degrees * factor,
            kinds: self.kinds,
        }
    }

    /// The one number behind it, if it is of one kind: what `min()` compares.
    fn comparable(self) -> Option<f64> {
        match self.kinds {
            NUMBER => Some(self.number),
            PX => Some(self.px),
            PERCENT => Some(self.percent),
            ANGLE => Some(self.degrees),
            _ => None,
        }
    }
}

impl Expr {
    pub(super) fn evaluate(&self, scale: &Scale) -> Amount {
        match self {
            Self::Number(number) => Amount::number(*number),
            Self::Percent(percent) => Amount { percent: *percent, kinds: PERCENT, ..Amount::ZERO },
            Self::Length(value, unit) => match unit.pixels(scale) {
                Some(px) => Amount { px: px * value, kinds: PX, ..Amount::ZERO },
                None => Amount::UNKNOWN,
            },
            Self::Angle(degrees) => Amount { degrees: *degrees, kinds: ANGLE, ..Amount::ZERO },
            Self::Channel(name) => match scale.channels.iter().find(|(known, _)| known == name) {
                Some((_, value)) => Amount::number(*value),
                None => Amount::UNKNOWN,
            },
            Self::Sum(terms) => terms.iter().fold(Amount::ZERO, |sum, term| sum.plus(term.evaluate(scale))),
            Self::Product(factors) => product(factors, scale),
            Self::Inverse(value) => match value.evaluate(scale).as_number() {
                Some(number) => Amount::number(1.0 / number),
                None => Amount::UNKNOWN,
            },
            Self::Call(function, arguments) => {
                let arguments: Vec<Amount> = arguments.iter().map(|one| one.evaluate(scale)).collect();
                function.call(&arguments)
            }
        }
    }

    /// Whether it changes with the width of the window.
    pub(super) fn depends_on_width(&self) -> bool {
        match self {
            Self::Length(_, unit) => *unit == Unit::Vw,
            Self::Sum(parts) | Self::Product(parts) | Self::Call(_, parts) => {
                parts.iter().any(Self::depends_on_width)
            }
            Self::Inverse(part) => part.depends_on_width(),
            _ => false,
        }
    }

    /// One number, length, percentage, angle or math function. `channels`: bare words name components of a colour.
    pub(super) fn parse(input: &mut Parser, channels: bool) -> Result<Self, Fault> {
        let token = input.next()?.clone();
        match token {
            Token::Number { value, .. } => Ok(Self::Number(value.into())),
            Token::Percentage { unit_value, .. } => Ok(Self::Percent(f64::from(unit_value) * 100.0)),
            Token::Dimension { value, ref unit, .. } => dimension(value.into(), unit),
            Token::Ident(ref name) if channels => Ok(Self::Channel(name.to_ascii_lowercase())),
            Token::Function(ref name) => {
                let name = name.to_ascii_lowercase();
                input.parse_nested_block(|input| call(&name, input, channels))
            }
            _ => Err(fault()),
        }
    }
}

fn product(factors: &[Expr], scale: &Scale) -> Amount {
    let mut result = Amount::number(1.0);
    for factor in factors {
        let factor = factor.evaluate(scale);
        result = match (result.as_number(), factor.as_number()) {
            (_, Some(number)) => result.times(number),
            (Some(number), None) => factor.times(number),
            (None, None) => return Amount::UNKNOWN,
        };
    }
    result
}

impl Function {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "min" => Self::Min,
            "max" => Self::Max,
            "clamp" => Self::Clamp,
            "abs" => Self::Abs,
            "sign" => Self::Sign,
            "round" | "mod" | "rem" | "sin" | "cos" | "tan" | "asin" | "acos" | "atan" | "atan2" | "pow"
            | "sqrt" | "hypot" | "log" | "exp" | "progress" | "calc-size" | "anchor" | "anchor-size"
            | "env" | "attr" | "random" | "sibling-index" | "sibling-count" | "if" => Self::Other,
            _ => return None,
        })
    }

    fn call(self, arguments: &[Amount]) -> Amount {
        let best = |wanted: std::cmp::Ordering| {
            let mut best: Option<(f64, Amount)> = None;
            for &argument in arguments {
                let Some(value) = argument.comparable() else { return Amount::UNKNOWN };
                if best.is_none_or(|(so_far, one)| {
                    one.kinds == argument.kinds && value.total_cmp(&so_far) == wanted
                }) {
                    best = Some((value, argument));
                } else if best.is_some_and(|(_, one)| one.kinds != argument.kinds) {
                    return Amount::UNKNOWN;
                }
            }
            best.map_or(Amount::UNKNOWN, |(_, amount)| amount)
        };
        match (self, arguments) {
            (Self::Min, _) => best(std::cmp::Ordering::Less),
            (Self::Max, _) => best(std::cmp::Ordering::Greater),
            (Self::Clamp, &[low, middle, high]) => {
                let upper = Self::Min.call(&[middle, high]);
                Self::Max.call(&[low, upper])
            }
            (Self::Abs, &[one]) => one
                .comparable()
                .map_or(Amount::UNKNOWN, |value| if value < 0.0 { one.times(-1.0) } else { one }),
            (Self::Sign, &[one]) => one.comparable().map_or(Amount::UNKNOWN, |value| {
                Amount::number(if value == 0.0 { 0.0 } else { value.signum() })
            }),
            _ => Amount::UNKNOWN,
        }
    }
}

impl Unit {
    fn pixels(self, scale: &Scale) -> Option<f64> {
        match self {
            Self::Px => Some(1.0),
            Self::Em => scale.em,
            Self::Rem => scale.rem,
            Self::Lh => scale.lh,
            Self::Rlh => scale.rlh,
            Self::Vw => scale.width.map(|width| width / 100.0),
            Self::Layout => None,
        }
    }
}

fn dimension(value: f64, unit: &str) -> Result<Expr, Fault> {
    let length = |factor: f64| Ok(Expr::Length(value * factor, Unit::Px));
    let relative = |unit| Ok(Expr::Length(value, unit));
    match unit.to_ascii_lowercase().as_str() {
        "px" => length(1.0),
        "cm" => length(96.0 / 2.54),
        "mm" => length(9.6 / 2.54),
        "q" => length(2.4 / 2.54),
        "in" => length(96.0),
        "pt" => length(96.0 / 72.0),
        "pc" => length(16.0),
        "em" => relative(Unit::Em),
        "rem" => relative(Unit::Rem),
        "lh" => relative(Unit::Lh),
        "rlh" => relative(Unit::Rlh),
        "vw" | "svw" | "lvw" | "dvw" | "vi" | "svi" | "lvi" | "dvi" => relative(Unit::Vw),
        "vh" | "svh" | "lvh" | "dvh" | "vb" | "svb" | "lvb" | "dvb" | "vmin" | "svmin" | "lvmin"
        | "dvmin" | "vmax" | "svmax" | "lvmax" | "dvmax" | "ex" | "rex" | "ch" | "rch" | "cap" | "rcap"
        | "ic" | "ric" | "cqw" | "cqh" | "cqi" | "cqb" | "cqmin" | "cqmax" => relative(Unit::Layout),
        "deg" => Ok(Expr::Angle(value)),
        "grad" => Ok(Expr::Angle(value * 0.9)),
        "rad" => Ok(Expr::Angle(value.to_degrees())),
        "turn" => Ok(Expr::Angle(value * 360.0)),
        _ => Err(fault()),
    }
}

/// The inside of a math function.
fn call(name: &str, input: &mut Parser, channels: bool) -> Result<Expr, Fault> {
    let name = name.strip_prefix("-webkit-").unwrap_or(name);
    if name == "calc" {
        return sum(input, channels);
    }
    let function = Function::named(name).ok_or_else(fault)?;
    if function == Function::Other {
        while input.next().is_ok() {}
        return Ok(Expr::Call(function, Vec::new()));
    }
    let arguments = input.parse_comma_separated(|input| sum(input, channels))?;
    Ok(Expr::Call(function, arguments))
}

fn sum(input: &mut Parser, channels: bool) -> Result<Expr, Fault> {
    let mut terms = vec![term(input, channels)?];
    loop {
        let start = input.state();
        match input.next() {
            Ok(Token::Delim('+')) => terms.push(term(input, channels)?),
            Ok(Token::Delim('-')) => {
                terms.push(Expr::Product(vec![Expr::Number(-1.0), term(input, channels)?]));
            }
            _ => {
                input.reset(&start);
                return Ok(if terms.len() == 1 { terms.swap_remove(0) } else { Expr::Sum(terms) });
            }
        }
    }
}

fn term(input: &mut Parser, channels: bool) -> Result<Expr, Fault> {
    let mut factors = vec![factor(input, channels)?];
    loop {
        let start = input.state();
        match input.next() {
            Ok(Token::Delim('*')) => factors.push(factor(input, channels)?),
            Ok(Token::Delim('/')) => factors.push(Expr::Inverse(Box::new(factor(input, channels)?))),
            _ => {
                input.reset(&start);
                return Ok(if factors.len() == 1 { factors.swap_remove(0) } else { Expr::Product(factors) });
            }
        }
    }
}

fn factor(input: &mut Parser, channels: bool) -> Result<Expr, Fault> {
    let start = input.state();
    match input.next()?.clone() {
        Token::ParenthesisBlock => input.parse_nested_block(|input| sum(input, channels)),
        Token::Ident(name) => match name.to_ascii_lowercase().as_str() {
            "pi" => Ok(Expr::Number(std::f64::consts::PI)),
            "e" => Ok(Expr::Number(std::f64::consts::E)),
            "infinity" => Ok(Expr::Number(f64::INFINITY)),
            "-infinity" => Ok(Expr::Number(f64::NEG_INFINITY)),
            name if channels => Ok(Expr::Channel(name.to_owned())),
            _ => Err(fault()),
        },
        _ => {
            input.reset(&start);
            Expr::parse(input, channels)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluate(text: &str) -> Option<Amount> {
        let scale = Scale { em: Some(10.0), rem: Some(16.0), width: Some(1000.0), ..Scale::default() };
        let mut input = Parser::new(text);
        let expr = input.parse_entirely(|input| Expr::parse(input, false)).ok()?;
        Some(expr.evaluate(&scale))
    }

    #[test]
    fn lengths() {
        let check = |text, expected| {
            let amount = evaluate(text).unwrap();
            let (px, percent) = amount.as_length().unwrap();
            let near = |a: f64, b: f64| (a - b).abs() < 1e-4;
            let (wanted_px, wanted_percent): (f64, f64) = expected;
            assert!(near(px, wanted_px) && near(percent, wanted_percent), "{text}: {px}px {percent}%");
        };
        check("12pt", (16.0, 0.0));
        check("1.5em", (15.0, 0.0));
        check("calc(1.375rem + 1.5vw)", (37.0, 0.0));
        check("calc(100% - 2 * (1em + 5px))", (-30.0, 100.0));
        check("calc(1px - -1px)", (2.0, 0.0));
        check("min(3em, 20px, 50px)", (20.0, 0.0));
        check("clamp(1rem, 5vw, 2rem)", (32.0, 0.0));
        check("max(10px, 1em * 3 / 2)", (15.0, 0.0));
        check("-webkit-calc(1px + 1px)", (2.0, 0.0));
    }

    #[test]
    fn what_needs_a_layout_is_unknown() {
        for text in ["10vh", "calc(1em + 2ch)", "min(100vw, 100vh)", "round(1px, 2px)", "min(50%, 10px)"] {
            assert!(evaluate(text).unwrap().as_length().is_none(), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["calc(1px +)", "calc()", "1foo", "calc(1px 2px)", "nonsense(1px)", "calc(red)"] {
            assert!(evaluate(text).is_none(), "{text}");
        }
        assert!(evaluate("calc(1px * 1px)").unwrap().is_unknown());
        assert!(evaluate("calc(1px + 1)").unwrap().as_length().is_none());
    }
}
