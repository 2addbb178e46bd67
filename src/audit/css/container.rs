//! `@container`: what a rule asks of the elements around, and whether those say yes, no, or nothing that can be told.
//!
//! Reads the conditions; `contained` answers them.

use std::sync::Arc;

use cssparser::{Parser, Token};

use super::{
    calc::{Expr, Fault, Scale, fault},
    condition::{Comparison, comparison},
    declaration::Name,
};

/// How deep conditions may stand in conditions.
const DEPTH: usize = 20;

/// One `@container`, with those around it: each must hold.
#[derive(Debug)]
pub(super) struct Contained {
    pub outer: Option<Arc<Self>>,
    /// One of them must hold.
    pub queries: Vec<Query>,
}

/// What is asked of one container.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub name: Option<Box<str>>,
    /// None: that there is one of this name.
    pub condition: Option<Condition>,
    pub asks: Asks,
    /// Something in it is known to no browser: most take it all for untrue.
    pub strange: bool,
}

/// Of which kind a container must be to be asked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asks {
    pub width: bool,
    pub height: bool,
    /// How something is scrolled or stuck.
    pub state: bool,
}

#[derive(Debug)]
pub(super) enum Condition {
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    /// The width compared with a length.
    Width(Comparison, Expr),
    /// A custom property has this value; none: it has any.
    Style(Name, Option<Name>),
    /// Only a layout knows, or a browser to come.
    Open,
    /// Neither true nor untrue, and no more so when it is denied.
    Strange,
}

impl Contained {
    /// What stands behind `@container`.
    pub(super) fn parse(input: &mut Parser, outer: Option<Arc<Self>>) -> Result<Self, Fault> {
        let queries = input.parse_comma_separated(Query::parse)?;
        Ok(Self { outer, queries })
    }
}

impl Query {
    fn parse(input: &mut Parser) -> Result<Self, Fault> {
        let mut query = Self { name: input.try_parse(name).ok(), ..Self::default() };
        if !input.is_exhausted() {
            query.condition = Some(query.condition(input, false, 0)?);
        } else if query.name.is_none() {
            return Err(fault());
        }
        Ok(query)
    }

    /// `not (…)`, `(…) and (…)`, `(…) or (…)`; `is_style`: inside `style()`.
    fn condition(&mut self, input: &mut Parser, is_style: bool, depth: usize) -> Result<Condition, Fault> {
        if depth > DEPTH {
            return Err(fault());
        }
        if input.try_parse(|input| input.expect_ident_matching("not")).is_ok() {
            let denied = self.brackets(input, is_style, depth)?;
            input.expect_exhausted()?;
            return Ok(Condition::Not(Box::new(denied)));
        }
        let mut parts = vec![self.brackets(input, is_style, depth)?];
        let mut joined: Option<String> = None;
        while !input.is_exhausted() {
            let word = input.expect_ident_cloned()?.to_ascii_lowercase();
            if joined.get_or_insert_with(|| word.clone()) != &word {
                return Err(fault());
            }
            parts.push(self.brackets(input, is_style, depth)?);
        }
        match joined.as_deref() {
            None => parts.pop().ok_or_else(fault),
            Some("and") => Ok(Condition::All(parts)),
            Some("or") => Ok(Condition::Any(parts)),
            Some(_) => Err(fault()),
        }
    }

    fn brackets(&mut self, input: &mut Parser, is_style: bool, depth: usize) -> Result<Condition, Fault> {
        match input.next()?.clone() {
            Token::ParenthesisBlock => {
                input.parse_nested_block(|input| Ok(self.inside(input, is_style, depth)))
            }
            Token::Function(name) if name.eq_ignore_ascii_case("style") && !is_style => {
                input.parse_nested_block(|input| Ok(self.inside(input, true, depth)))
            }
            Token::Function(name) => {
                input.parse_nested_block(|input| {
                    rest(input);
                    Ok::<_, Fault>(())
                })?;
                if name.eq_ignore_ascii_case("scroll-state") {
                    self.asks.state = true;
                    return Ok(Condition::Open);
                }
                Ok(self.strange())
            }
            _ => Err(fault()),
        }
    }

    /// What stands in brackets: another condition, or something about the container.
    fn inside(&mut self, input: &mut Parser, is_style: bool, depth: usize) -> Condition {
        let (start, before) = (input.state(), (self.asks, self.strange));
        if let Ok(condition) = self.condition(input, is_style, depth + 1) {
            return condition;
        }
        input.reset(&start);
        (self.asks, self.strange) = before;
        let found = if is_style { style(input) } else { self.feature(input) };
        let is_whole = input.is_exhausted();
        rest(input);
        match found {
            Ok(condition) if is_whole => condition,
            _ => self.strange(),
        }
    }

    fn strange(&mut self) -> Condition {
        self.strange = true;
        Condition::Strange
    }

    fn feature(&mut self, input: &mut Parser) -> Result<Condition, Fault> {
        let start = input.state();
        if let Ok(name) = input.expect_ident_cloned() {
            let name = name.to_ascii_lowercase();
            if input.is_exhausted() {
                // Whether there is such a thing: a width of nothing is none.
                let more = Comparison { less: false, equal: false, greater: true };
                return match self.ask(&name)? {
                    Side::Width => Ok(Condition::Width(more, Expr::Number(0.0))),
                    _ => Ok(Condition::Open),
                };
            }
            if input.try_parse(Parser::expect_colon).is_ok() {
                return self.valued(&name, input);
            }
        }
        input.reset(&start);
        self.range(input)
    }

    /// `min-width: 30em` and its like.
    fn valued(&mut self, name: &str, input: &mut Parser) -> Result<Condition, Fault> {
        let at_least = name.strip_prefix("min-");
        let at_most = name.strip_prefix("max-");
        let feature = at_least.or(at_most).unwrap_or(name);
        let operator = Comparison { less: at_most.is_some(), equal: true, greater: at_least.is_some() };
        match self.ask(feature)? {
            Side::Width => {
                Ok(limit(input)?.map_or(Condition::Open, |limit| Condition::Width(operator, limit)))
            }
            _ => {
                rest(input);
                Ok(Condition::Open)
            }
        }
    }

    /// `width >= 30em`, `20em <= width < 40em`.
    fn range(&mut self, input: &mut Parser) -> Result<Condition, Fault> {
        let first = self.side(input)?;
        let operator = comparison(input)?;
        let second = self.side(input)?;
        let condition = compare(&first, operator, &second)?;
        if input.is_exhausted() {
            return Ok(condition);
        }
        let operator = comparison(input)?;
        let third = self.side(input)?;
        Ok(Condition::All(vec![condition, compare(&second, operator, &third)?]))
    }

    fn side(&mut self, input: &mut Parser) -> Result<Side, Fault> {
        match input.try_parse(Parser::expect_ident_cloned) {
            Ok(name) => self.ask(&name.to_ascii_lowercase()),
            Err(_) => Ok(Side::Limit(limit(input)?)),
        }
    }

    /// Notes what a feature wants of a container.
    fn ask(&mut self, feature: &str) -> Result<Side, Fault> {
        match feature {
            "width" | "inline-size" => {
                self.asks.width = true;
                Ok(Side::Width)
            }
            "height" | "block-size" | "aspect-ratio" | "orientation" => {
                self.asks.height = true;
                Ok(Side::Other)
            }
            _ => Err(fault()),
        }
    }
}

/// One side of a comparison.
enum Side {
    Width,
    /// Something else of a container.
    Other,
    /// A length; none: nobody knows which.
    Limit(Option<Expr>),
}

fn compare(left: &Side, operator: Comparison, right: &Side) -> Result<Condition, Fault> {
    let turned = Comparison { less: operator.greater, equal: operator.equal, greater: operator.less };
    match (left, right) {
        (Side::Width, Side::Limit(Some(limit))) => Ok(Condition::Width(operator, limit.clone())),
        (Side::Limit(Some(limit)), Side::Width) => Ok(Condition::Width(turned, limit.clone())),
        (Side::Limit(_), Side::Limit(_)) => Err(fault()),
        _ => Ok(Condition::Open),
    }
}

/// A length to compare with. None: it depends on variables, or may be a number of something else.
fn limit(input: &mut Parser) -> Result<Option<Expr>, Fault> {
    let start = input.state();
    if let Ok(Token::Function(name)) = input.next()
        && (name.eq_ignore_ascii_case("var") || name.eq_ignore_ascii_case("env"))
    {
        rest(input);
        return Ok(None);
    }
    input.reset(&start);
    let expr = Expr::parse(input, false)?;
    let scale = Scale { em: Some(16.0), rem: Some(16.0), width: Some(1280.0), ..Scale::default() };
    let amount = expr.evaluate(&scale);
    // A ratio may stand beside `aspect-ratio`; beside a width only zero is a length without a unit.
    let is_length = matches!(amount.as_length(), Some((_, 0.0))) || amount.as_number() == Some(0.0);
    if is_length || amount.is_unknown() { Ok(Some(expr)) } else { Err(fault()) }
}

/// `--name`, `--name: value`, or what else may stand in `style()`.
fn style(input: &mut Parser) -> Result<Condition, Fault> {
    let start = input.state();
    if let Ok(name) = input.expect_ident_cloned()
        && name.starts_with("--")
    {
        let name = Name::from(&*name);
        if input.is_exhausted() {
            return Ok(Condition::Style(name, None));
        }
        if input.try_parse(Parser::expect_colon).is_ok() {
            let begin = input.position();
            rest(input);
            let value = input.slice_from(begin).trim();
            let is_important = value.to_ascii_lowercase().ends_with("important") && value.contains('!');
            return if is_important { Err(fault()) } else { Ok(Condition::Style(name, Some(value.into()))) };
        }
    }
    input.reset(&start);
    // Properties of other names and ranges of values: some browsers know them.
    rest(input);
    Ok(Condition::Open)
}

fn name(input: &mut Parser) -> Result<Box<str>, Fault> {
    let name = input.expect_ident_cloned()?;
    let is_taken = ["not", "and", "or", "none"].iter().any(|word| name.eq_ignore_ascii_case(word));
    if is_taken { Err(fault()) } else { Ok((*name).into()) }
}

fn rest(input: &mut Parser) {
    while input.next_including_whitespace_and_comments().is_ok() {}
}
