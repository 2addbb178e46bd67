//! How far an element is turned when a device is held in one way only.

use cssparser::{Parser, Token};

use super::{
    super::dom::NodeId,
    calc::{Expr, Fault, Scale, fault},
    property::Property,
    sheet::Block,
    styles::Styles,
    value::{Declaration, Declared, Value},
    views::View,
};

impl Styles {
    /// Degrees by which rules for portrait or for landscape alone turn an element further than it is turned anyway.
    pub fn turned(&self, node: NodeId, view: View) -> impl Iterator<Item = f64> + '_ {
        self.oriented(node).filter_map(move |(_, _, block)| {
            let transform = declared(block, Property::Transform);
            let rotate = declared(block, Property::Rotate);
            let turn = match (transform.and_then(turn_of), rotate.and_then(angle)) {
                (None, None) => return None,
                (transform, rotate) => transform.unwrap_or(0.0) + rotate.unwrap_or(0.0),
            };
            let style = self.get(node, view);
            let always = turn_of(style.get(Property::Transform).text()).unwrap_or(0.0)
                + angle(style.get(Property::Rotate).text()).unwrap_or(0.0);
            Some(turn - always)
        })
    }
}

fn declared(block: &Block, property: Property) -> Option<&str> {
    block.normal.iter().chain(&block.important).rev().find_map(|declaration| match declaration {
        Declaration::Property(one, Declared::Value(value @ (Value::Text(_) | Value::Word(_))))
            if *one == property =>
        {
            Some(value.text())
        }
        _ => None,
    })
}

/// The sum of all turns in a `transform`. None: it turns nothing.
fn turn_of(text: &str) -> Option<f64> {
    let mut input = Parser::new(text);
    let mut turn = None;
    while let Ok(token) = input.next() {
        let Token::Function(name) = token else { continue };
        let name = name.to_string();
        let one = input.parse_nested_block(|input| function(&name, input));
        if let Ok(degrees) = one {
            turn = Some(turn.unwrap_or(0.0) + degrees);
        }
    }
    turn
}

fn function(name: &str, input: &mut Parser) -> Result<f64, Fault> {
    let arguments = input.parse_comma_separated(|input| {
        let amount = Expr::parse(input, false)?.evaluate(&Scale::default());
        amount.as_degrees().or(amount.as_number()).ok_or_else(fault)
    })?;
    match (name, &arguments[..]) {
        ("rotate" | "rotatez", [degrees]) => Ok(*degrees),
        ("rotate3d", [0.0, 0.0, axis, degrees]) if *axis != 0.0 => Ok(degrees * axis.signum()),
        ("matrix", [a, b, ..]) | ("matrix3d", [a, b, ..]) => Ok(b.atan2(*a).to_degrees()),
        _ => Err(fault()),
    }
}

/// The value of `rotate`.
fn angle(text: &str) -> Option<f64> {
    // An axis may stand before or after; only a turn about that towards the reader is one of the page.
    let words: Vec<&str> =
        text.split_ascii_whitespace().filter(|word| !word.eq_ignore_ascii_case("z")).collect();
    let (words, sign) = match words.as_slice() {
        ["0", "0", axis, rest @ ..] => (rest, axis.parse::<f64>().ok().filter(|axis| *axis != 0.0)?.signum()),
        words => (words, 1.0),
    };
    let angle = words.join(" ");
    let mut input = Parser::new(&angle);
    let expr = input.parse_entirely(|input| Expr::parse(input, false)).ok()?;
    Some(expr.evaluate(&Scale::default()).as_degrees()? * sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns() {
        for (text, expected) in [
            ("rotate(90deg)", Some(90.0)),
            ("rotate(0.25turn) scale(2) rotatez(-10deg)", Some(80.0)),
            ("rotate3d(0, 0, -1, 90deg)", Some(-90.0)),
            ("matrix(0, 1, -1, 0, 0, 0)", Some(90.0)),
            ("translatex(100px)", None),
            ("none", None),
        ] {
            assert_eq!(turn_of(text).map(f64::round), expected, "{text}");
        }
        for (text, expected) in [
            ("90deg", Some(90.0)),
            ("z -90deg", Some(-90.0)),
            ("0.25turn z", Some(90.0)),
            ("0 0 -1 90deg", Some(-90.0)),
            ("x 90deg", None),
            ("1 0 0 90deg", None),
            ("none", None),
        ] {
            assert_eq!(angle(text).map(f64::round), expected, "{text}");
        }
    }
}
