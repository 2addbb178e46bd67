//! Declarations: a name and a value, read as far as the auditor needs them.

use std::sync::Arc;

use cssparser::{Parser, Token};

use super::{
    calc::{Fault, fault},
    color::Surroundings,
    longhand::Values,
    property::Property,
    shorthand::longhands,
    value::{Custom, Declaration, Declared, Global, Raw, Value},
};

/// What a declaration says, and whether it is `!important`.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub declarations: Vec<Declaration>,
    pub important: bool,
    /// A property nobody asks for.
    pub passed_over: bool,
    /// What of it moves text within its box: see [`Lays`].
    pub lays: Lays,
}

/// What an element does to the text in its box by properties that nobody else asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::audit) struct Lays {
    /// The first line may begin elsewhere than at the upper left corner, or be scaled.
    pub elsewhere: bool,
    /// Width and height are those of the box with padding and border.
    pub whole_box: bool,
    /// They may be those of another box as well.
    pub other_box: bool,
    /// Inside, widths are others than those of the window: turned, scaled, or parted into columns.
    pub warps: bool,
    /// The height may decide the width.
    pub has_ratio: bool,
}

impl Lays {
    fn of(name: &str, value: &str) -> Self {
        let value = split_important(value).0.to_ascii_lowercase();
        let is_harmless = |words: &[&str]| words.contains(&value.as_str());
        let elsewhere = match name {
            "text-align" | "text-align-last" | "text-align-all" => {
                !is_harmless(&["left", "start", "justify", "auto", "inherit"])
            }
            "direction" => value != "ltr",
            "zoom" => !is_harmless(&["1", "normal", "100%"]),
            "writing-mode" => value != "horizontal-tb",
            "align-content" | "place-content" | "unicode-bidi" | "font-size-adjust" => value != "normal",
            "columns" | "column-count" | "column-width" => value != "auto",
            "initial-letter" | "hanging-punctuation" => true,
            _ => false,
        };
        let warps = match name {
            "zoom" | "writing-mode" | "columns" | "column-count" | "column-width" => elsewhere,
            "scrollbar-gutter" => value != "auto",
            _ => false,
        };
        let has_ratio = name == "aspect-ratio" && value != "auto";
        let is_box = name == "box-sizing";
        let (whole_box, other_box) = (is_box && value != "content-box", is_box && value != "border-box");
        Self { elsewhere, whole_box, other_box, warps, has_ratio }
    }

    pub(in crate::audit) fn is_any(self) -> bool {
        self != Self::default()
    }

    pub(in crate::audit) fn or(self, other: Self) -> Self {
        Self {
            elsewhere: self.elsewhere || other.elsewhere,
            whole_box: self.whole_box || other.whole_box,
            other_box: self.other_box || other.other_box,
            warps: self.warps || other.warps,
            has_ratio: self.has_ratio || other.has_ratio,
        }
    }
}

/// Reads one declaration, whose value is all the input.
pub(super) fn parse(name: &str, input: &mut Parser) -> Result<Said, Fault> {
    let start = input.position();
    if let Some(custom) = name.strip_prefix("--") {
        while input.next_including_whitespace_and_comments().is_ok() {}
        let (value, important) = split_important(input.slice_from(start));
        let value = Global::named(value).map_or_else(|| Custom::Text(value.into()), Custom::Global);
        let declarations = vec![Declaration::Custom(format!("--{custom}").into(), value)];
        return Ok(Said { declarations, important, ..Said::default() });
    }
    let name = name.to_ascii_lowercase();
    let Some(targets) = targets(&name) else {
        // `a:hover { … }` inside another rule begins like a declaration.
        while let Ok(token) = input.next() {
            if matches!(token, Token::CurlyBracketBlock) {
                return Err(fault());
            }
        }
        let lays = Lays::of(&name, input.slice_from(start));
        return Ok(Said { passed_over: true, lays, ..Said::default() });
    };
    while input.next().is_ok() {}
    let (text, important) = split_important(input.slice_from(start));
    let said = |set: Vec<(Property, Declared)>| Said {
        declarations: set
            .into_iter()
            .map(|(property, value)| Declaration::Property(property, value))
            .collect(),
        important,
        ..Said::default()
    };
    let raw = || {
        let raw = Raw { name: name.as_str().into(), text: text.into() };
        said(targets.all().map(|target| (target, Declared::Raw(raw.clone()))).collect())
    };
    if let Some(global) = Global::named(text) {
        return Ok(said(targets.all().map(|target| (target, Declared::Global(global))).collect()));
    }
    if has_substitution(text) {
        return Ok(raw());
    }
    let mut values = Values::default();
    let set = Parser::new(text).parse_entirely(|input| value(&name, &mut values, input))?;
    Ok(if values.later { raw() } else { said(set) })
}

/// Reads what was kept raw, now that all is known. None: it is invalid.
pub(super) fn parse_raw(
    name: &str,
    text: &str,
    surroundings: Surroundings,
    wanted: Property,
) -> Option<Declared> {
    let text = text.trim();
    if let Some(global) = Global::named(text) {
        return Some(Declared::Global(global));
    }
    let mut values = Values { surroundings, later: false };
    let mut input = Parser::new(text);
    let set = input.parse_entirely(|input| value(name, &mut values, input)).ok()?;
    if values.later {
        return Some(Declared::Value(Value::Unknown));
    }
    set.into_iter().find(|(property, _)| *property == wanted).map(|(_, value)| value)
}

/// Whether a declaration would be understood, as `@supports` asks. None: we do not know the property.
pub(super) fn supports(name: &str, input: &mut Parser) -> Option<bool> {
    if name.starts_with("--") {
        return Some(true);
    }
    let name = name.to_ascii_lowercase();
    targets(&name)?;
    match parse(&name, input) {
        Ok(_) => Some(true),
        Err(_) => Some(false),
    }
}

fn value(name: &str, values: &mut Values, input: &mut Parser) -> Result<Vec<(Property, Declared)>, Fault> {
    if longhands(name).is_some() {
        return values.shorthand(name, input);
    }
    let property = Property::named(name).ok_or_else(fault)?;
    Ok(vec![(property, values.longhand(property, input)?)])
}

/// The properties a declaration sets.
#[derive(Clone, Copy)]
enum Targets {
    One(Property),
    Many(&'static [Property]),
}

impl Targets {
    fn all(self) -> impl Iterator<Item = Property> {
        let (one, many) = match self {
            Self::One(one) => (Some(one), &[][..]),
            Self::Many(many) => (None, many),
        };
        one.into_iter().chain(many.iter().copied())
    }
}

fn targets(name: &str) -> Option<Targets> {
    longhands(name).map(Targets::Many).or_else(|| Property::named(name).map(Targets::One))
}

/// Whether something stands in a value that is put in later.
pub(super) fn has_substitution(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    while let Some(open) = bytes.iter().position(|byte| *byte == b'(') {
        let before = &bytes[..open];
        let ends = |name: &[u8]| {
            before.len() >= name.len() && before[before.len() - name.len()..].eq_ignore_ascii_case(name)
        };
        if ends(b"var") || ends(b"env") {
            return true;
        }
        bytes = &bytes[open + 1..];
    }
    false
}

/// A value and whether it ends in `!important`.
fn split_important(text: &str) -> (&str, bool) {
    let text = text.trim();
    let is_important =
        text.rfind('!').filter(|place| text[place + 1..].trim().eq_ignore_ascii_case("important"));
    match is_important {
        Some(place) => (text[..place].trim_end(), true),
        None => (text, false),
    }
}

/// The name of a custom property, shared.
pub(super) type Name = Arc<str>;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let (name, value) = text.split_once(':').unwrap();
        let said = parse(name, &mut Parser::new(value)).ok()?;
        let mut words: Vec<String> = said
            .declarations
            .iter()
            .map(|one| match one {
                Declaration::Property(property, Declared::Value(value)) => {
                    format!("{}={}", property.info().name, show(value))
                }
                Declaration::Property(property, other) => format!("{}={other:?}", property.info().name),
                Declaration::Custom(name, value) => format!("{name}={value:?}"),
            })
            .collect();
        if said.important {
            words.push("!".to_owned());
        }
        Some(words.join(" "))
    }

    fn show(value: &Value) -> String {
        match value {
            Value::Colour(colour) => colour.hex(),
            Value::Px(px) => format!("{px}px"),
            Value::Percent(percent) => format!("{percent}%"),
            Value::Number(number) => number.to_string(),
            Value::Images(images) => format!("{} images", images.len()),
            Value::Unknown => "?".to_owned(),
            other => other.text().to_owned(),
        }
    }

    #[test]
    fn longhands_and_shorthands() {
        for (text, expected) in [
            ("color: RED !important", "color=#ff0000 !"),
            ("font-size: 14pt", "font-size=18.666666px"),
            ("display: block flex", "display=flex"),
            ("letter-spacing: normal", "letter-spacing=0px"),
            ("opacity: 30%", "opacity=0.3"),
            ("line-height: 160%", "line-height=160%"),
            ("overflow: hidden auto", "overflow-x=hidden overflow-y=auto"),
            ("margin: 1px 2px 3px", "margin-top=1px margin-right=2px margin-bottom=3px margin-left=2px"),
            ("padding-inline: 1px 2px", "padding-left=1px padding-right=2px"),
            ("inset: 0 auto", "top=0px right=auto bottom=0px left=auto"),
            (
                "border-bottom: red solid",
                "border-bottom-width=3px border-bottom-style=solid border-bottom-color=#ff0000",
            ),
            ("outline: 0", "outline-width=0px outline-style=none outline-color=currentcolor"),
            (
                "background: #fff url(a.png) no-repeat left 10px / cover",
                "background-color=#ffffff background-image=1 images background-clip=border-box \
                 background-size=cover background-repeat=no-repeat background-position-x=left \
                 background-position-y=10px background-origin=padding-box background-attachment=scroll",
            ),
            (
                "background: linear-gradient(to right, #FFF, #00F), none red",
                "background-color=#ff0000 background-image=2 images background-clip=border-box, border-box \
                 background-size=auto, auto background-repeat=repeat, repeat background-position-x=0%, 0% \
                 background-position-y=0%, 0% background-origin=padding-box, padding-box background-attachment=scroll, scroll",
            ),
            (
                "font: italic bold 12px/1.5 'Titillium Web', sans-serif",
                "font-size=12px font-weight=700 font-family='titillium web', sans-serif font-style=italic line-height=1.5",
            ),
            (
                "text-decoration: underline dotted red 2px",
                "text-decoration-line=underline text-decoration-style=dotted text-decoration-color=#ff0000",
            ),
            (
                "text-decoration: none",
                "text-decoration-line=none text-decoration-style=solid text-decoration-color=currentcolor",
            ),
            ("clip: rect(0  0 0 0)", "clip=rect(0 0 0 0)"),
            ("grid-gap: a", ""),
            ("overflow: hidden !important", "overflow-x=hidden overflow-y=hidden !"),
            ("clip: rect(0,0,0,0)!important", "clip=rect(0,0,0,0) !"),
            (
                "background: red ! important",
                "background-color=#ff0000 background-image=1 images background-clip=border-box background-size=auto background-repeat=repeat background-position-x=0% \
                 background-position-y=0% background-origin=padding-box background-attachment=scroll !",
            ),
            (
                "background-position: top, 5px",
                "background-position-x=center, 5px background-position-y=top, center",
            ),
            (
                "background-position: right 3px top 1em",
                "background-position-x=edges background-position-y=edges",
            ),
            ("overflow: inherit", "overflow-x=Global(Inherit) overflow-y=Global(Inherit)"),
            ("--x: a b", "--x=Text(\"a b\")"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "color: 12px",
            "color: red blue",
            "font-size: -1px",
            "font: 12px",
            "background: red, blue",
            "margin: 1",
            "display: foo",
            "color: red !wichtig",
            "background: ",
            "line-height: -1",
            "border: foo",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_depends_on_variables_waits() {
        assert!(read("color: VAR(--a, red)").unwrap().contains("Raw"));
        assert!(read("border-color: currentcolor").unwrap().contains("Raw"));
        let raw = parse_raw("background", "red url(x)", Surroundings::default(), Property::BackgroundColor);
        assert!(matches!(raw, Some(Declared::Value(Value::Colour(colour))) if colour.hex() == "#ff0000"));
        assert_eq!(parse_raw("color", "nonsense", Surroundings::default(), Property::Color), None);
    }
}
