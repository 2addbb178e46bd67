//! Shorthands, taken apart into the properties they set.

use cssparser::{Parser, Token};

use super::{
    calc::{Fault, fault},
    longhand::{DECORATIONS, Values, font_size, font_weight, line_height, lines_of_text, one_of, text},
    property::Property::{self, *},
    value::{Declared, Image, Value},
};

/// The properties a shorthand sets, in the order of its values. None: it is no shorthand, or sets nothing we ask for.
pub(super) fn longhands(name: &str) -> Option<&'static [Property]> {
    Some(match name {
        "all" => Property::ALL,
        "background" => &[
            BackgroundColor,
            BackgroundImage,
            BackgroundClip,
            BackgroundSize,
            BackgroundRepeat,
            BackgroundPositionX,
            BackgroundPositionY,
            BackgroundOrigin,
            BackgroundAttachment,
        ],
        "background-position" => &[BackgroundPositionX, BackgroundPositionY],
        "font" => &[FontSize, FontWeight, FontFamily, FontStyle, LineHeight],
        "text-decoration" => &[DecorationLine, DecorationStyle, DecorationColor],
        "outline" => &[OutlineWidth, OutlineStyle, OutlineColor],
        "overflow" => &[OverflowX, OverflowY],
        "margin" => &[MarginTop, MarginRight, MarginBottom, MarginLeft],
        "margin-block" => &[MarginTop, MarginBottom],
        "margin-inline" => &[MarginLeft, MarginRight],
        "padding" => &[PaddingTop, PaddingRight, PaddingBottom, PaddingLeft],
        "padding-block" => &[PaddingTop, PaddingBottom],
        "padding-inline" => &[PaddingLeft, PaddingRight],
        "inset" => &[Top, Right, Bottom, Left],
        "inset-block" => &[Top, Bottom],
        "inset-inline" => &[Left, Right],
        "border" => BORDER,
        "border-block" => &[
            BorderTopWidth,
            BorderTopStyle,
            BorderTopColor,
            BorderBottomWidth,
            BorderBottomStyle,
            BorderBottomColor,
        ],
        "border-inline" => &[
            BorderLeftWidth,
            BorderLeftStyle,
            BorderLeftColor,
            BorderRightWidth,
            BorderRightStyle,
            BorderRightColor,
        ],
        "border-top" | "border-block-start" => &[BorderTopWidth, BorderTopStyle, BorderTopColor],
        "border-right" | "border-inline-end" => &[BorderRightWidth, BorderRightStyle, BorderRightColor],
        "border-bottom" | "border-block-end" => &[BorderBottomWidth, BorderBottomStyle, BorderBottomColor],
        "border-left" | "border-inline-start" => &[BorderLeftWidth, BorderLeftStyle, BorderLeftColor],
        "border-width" => &[BorderTopWidth, BorderRightWidth, BorderBottomWidth, BorderLeftWidth],
        "border-style" => &[BorderTopStyle, BorderRightStyle, BorderBottomStyle, BorderLeftStyle],
        "border-color" => &[BorderTopColor, BorderRightColor, BorderBottomColor, BorderLeftColor],
        "-webkit-text-stroke" => &[StrokeWidth],
        "mask" | "-webkit-mask" => &[MaskImage],
        "animation" | "-webkit-animation" => &[AnimationName],
        "container" => &[ContainerName, ContainerType],
        _ => return None,
    })
}

const BORDER: &[Property] = &[
    BorderTopWidth,
    BorderTopStyle,
    BorderTopColor,
    BorderRightWidth,
    BorderRightStyle,
    BorderRightColor,
    BorderBottomWidth,
    BorderBottomStyle,
    BorderBottomColor,
    BorderLeftWidth,
    BorderLeftStyle,
    BorderLeftColor,
];

type Set = Vec<(Property, Declared)>;

impl Values {
    /// Reads the value of a shorthand.
    pub(super) fn shorthand(&mut self, name: &str, input: &mut Parser) -> Result<Set, Fault> {
        let targets = longhands(name).ok_or_else(fault)?;
        match name {
            "background" => self.background(input),
            "background-position" => self.positions(input),
            "font" => font(input),
            "text-decoration" => self.decoration_shorthand(input),
            "mask" | "-webkit-mask" | "animation" | "-webkit-animation" => {
                let text = text(input)?;
                let text =
                    if text.split([' ', ',']).any(|word| word == "none") { "none".into() } else { text };
                Ok(vec![(targets[0], Declared::Value(Value::Text(text)))])
            }
            "-webkit-text-stroke" => {
                let lines = self.line(&[StrokeWidth, OutlineStyle, OutlineColor], input)?;
                Ok(lines.into_iter().take(1).collect())
            }
            "container" => {
                let name = self.longhand(ContainerName, input)?;
                let kind = match input.try_parse(|input| input.expect_delim('/')) {
                    Ok(()) => self.longhand(ContainerType, input)?,
                    Err(_) => Declared::Value(ContainerType.info().initial.clone()),
                };
                Ok(vec![(ContainerName, name), (ContainerType, kind)])
            }
            // Only words for everything, which are read before.
            "all" => Err(fault()),
            _ if name == "outline" || name.starts_with("border") && targets.len() % 3 == 0 => {
                let line = self.line(&targets[..3], input)?;
                let values: Vec<Declared> = line.into_iter().map(|(_, value)| value).collect();
                Ok(targets.iter().copied().zip(values.into_iter().cycle()).collect())
            }
            _ => self.sides(targets, input),
        }
    }

    /// One to four values around a box, or one or two along an axis.
    fn sides(&mut self, targets: &[Property], input: &mut Parser) -> Result<Set, Fault> {
        let mut values = vec![self.longhand(targets[0], input)?];
        while values.len() < targets.len() && !input.is_exhausted() {
            values.push(self.longhand(targets[0], input)?);
        }
        let value_of = |side: usize| {
            let index = match (values.len(), side) {
                (1, _) => 0,
                (2 | 3, 3) => 1,
                (2, side) => side % 2,
                (_, side) => side,
            };
            values[index].clone()
        };
        Ok(targets.iter().enumerate().map(|(side, target)| (*target, value_of(side))).collect())
    }

    /// Width, style and colour of a line in any order.
    fn line(&mut self, targets: &[Property], input: &mut Parser) -> Result<Set, Fault> {
        let initial = |property: Property| Declared::Value(property.info().initial.clone());
        let mut set: Set = targets.iter().map(|target| (*target, initial(*target))).collect();
        let mut seen = [false; 3];
        while !input.is_exhausted() {
            let mut found = false;
            for (index, seen) in seen.iter_mut().enumerate() {
                if *seen {
                    continue;
                }
                if let Ok(value) = input.try_parse(|input| self.longhand(targets[index], input)) {
                    set[index].1 = value;
                    *seen = true;
                    found = true;
                    break;
                }
            }
            if !found {
                return Err(fault());
            }
        }
        if seen.contains(&true) { Ok(set) } else { Err(fault()) }
    }

    fn decoration_shorthand(&mut self, input: &mut Parser) -> Result<Set, Fault> {
        const STYLES: &[&str] = &["solid", "double", "dotted", "dashed", "wavy"];
        let mut lines = Vec::new();
        let mut style = Declared::Value(Value::Word("solid"));
        let mut colour = Declared::Value(Value::Word("currentcolor"));
        let mut any = false;
        while !input.is_exhausted() {
            any = true;
            if let Ok(line) = input.try_parse(|input| one_of(DECORATIONS, input)) {
                lines.push(line);
            } else if let Ok(word) = input.try_parse(|input| one_of(STYLES, input)) {
                style = Declared::Value(Value::Word(word));
            } else if let Ok(value) = input.try_parse(|input| self.colour(input)) {
                colour = Declared::Value(value);
            } else if input.try_parse(|input| one_of(&["auto", "from-font"], input)).is_err() {
                // A thickness.
                self.longhand(OutlineOffset, input)?;
            }
        }
        if !any {
            return Err(fault());
        }
        let lines = Declared::Value(lines_of_text(&lines));
        Ok(vec![(DecorationLine, lines), (DecorationStyle, style), (DecorationColor, colour)])
    }

    fn background(&mut self, input: &mut Parser) -> Result<Set, Fault> {
        let mut colour = Value::Colour(super::color::Rgba::TRANSPARENT);
        let layers = input.parse_comma_separated(|input| {
            let layer = self.layer(input)?;
            if let Some(value) = &layer.colour {
                colour = value.clone();
            }
            Ok(layer)
        })?;
        // The colour belongs to the lowest layer.
        if layers.iter().rev().skip(1).any(|layer| layer.colour.is_some()) {
            return Err(fault());
        }
        let join = |part: fn(&Layer) -> &str| {
            let parts: Vec<&str> = layers.iter().map(part).collect();
            Declared::Value(Value::Text(parts.join(", ").into()))
        };
        let images: Vec<Image> =
            layers.iter().map(|layer| layer.image.clone().unwrap_or(Image::None)).collect();
        Ok(vec![
            (BackgroundColor, Declared::Value(colour)),
            (BackgroundImage, Declared::Value(Value::Images(images.into()))),
            (BackgroundClip, join(|layer| layer.clip)),
            (BackgroundSize, join(|layer| &layer.size)),
            (BackgroundRepeat, join(|layer| &layer.repeat)),
            (BackgroundPositionX, join(|layer| &layer.position.0)),
            (BackgroundPositionY, join(|layer| &layer.position.1)),
            (BackgroundOrigin, join(|layer| layer.origin)),
            (BackgroundAttachment, join(|layer| layer.attachment)),
        ])
    }

    fn layer(&mut self, input: &mut Parser) -> Result<Layer, Fault> {
        const REPEATS: &[&str] = &["repeat", "no-repeat", "repeat-x", "repeat-y", "space", "round"];
        const BOXES: &[&str] = &["border-box", "padding-box", "content-box", "text", "border-area"];
        const ATTACHMENTS: &[&str] = &["scroll", "fixed", "local"];
        let mut layer = Layer::default();
        let (mut any, mut repeats, mut boxes) = (false, 0, 0);
        let mut places: Vec<String> = Vec::new();
        while !input.is_exhausted() {
            any = true;
            if layer.image.is_none()
                && let Ok(image) = input.try_parse(|input| self.image(input))
            {
                layer.image = Some(image);
            } else if let Ok(word) = input.try_parse(|input| one_of(REPEATS, input)) {
                layer.repeat =
                    if repeats == 0 { word.to_owned() } else { format!("{} {word}", layer.repeat) };
                repeats += 1;
            } else if let Ok(word) = input.try_parse(|input| one_of(BOXES, input)) {
                // One box is meant for both, of two the first is where the picture begins.
                layer.clip = word;
                if boxes == 0 {
                    layer.origin = word;
                }
                boxes += 1;
            } else if let Ok(word) = input.try_parse(|input| one_of(ATTACHMENTS, input)) {
                layer.attachment = word;
            } else if input.try_parse(|input| input.expect_delim('/')).is_ok() {
                layer.size = size(self, input)?;
            } else if layer.colour.is_none()
                && let Ok(colour) = input.try_parse(|input| self.colour(input))
            {
                layer.colour = Some(colour);
            } else {
                places.push(self.place(input)?);
            }
        }
        layer.position = position(&places);
        if any { Ok(layer) } else { Err(fault()) }
    }

    /// Where the pictures of a background lie, one way and the other.
    fn positions(&mut self, input: &mut Parser) -> Result<Set, Fault> {
        let positions = input.parse_comma_separated(|input| {
            let mut places = vec![self.place(input)?];
            while !input.is_exhausted() {
                places.push(self.place(input)?);
            }
            if places.len() > 4 { Err(fault()) } else { Ok(position(&places)) }
        })?;
        let join = |part: fn(&(String, String)) -> &str| {
            let parts: Vec<&str> = positions.iter().map(part).collect();
            Declared::Value(Value::Text(parts.join(", ").into()))
        };
        Ok(vec![(BackgroundPositionX, join(|one| &one.0)), (BackgroundPositionY, join(|one| &one.1))])
    }

    /// One word, length or percentage of a position, as written.
    fn place(&mut self, input: &mut Parser) -> Result<String, Fault> {
        const PLACES: &[&str] = &["left", "center", "right", "top", "bottom"];
        if let Ok(word) = input.try_parse(|input| one_of(PLACES, input)) {
            return Ok(word.to_owned());
        }
        input.skip_whitespace();
        let start = input.position();
        self.longhand(Top, input)?;
        Ok(input.slice_from(start).trim().to_ascii_lowercase())
    }
}

/// A position one way and the other. Edges with distances from them are no place that anybody here asks for.
fn position(places: &[String]) -> (String, String) {
    let is_upright = |place: &String| matches!(place.as_str(), "top" | "bottom");
    let is_level = |place: &String| matches!(place.as_str(), "left" | "right");
    match places {
        [] => ("0%".to_owned(), "0%".to_owned()),
        [one] if is_upright(one) => ("center".to_owned(), one.clone()),
        [one] => (one.clone(), "center".to_owned()),
        [first, second] if is_upright(first) || is_level(second) => (second.clone(), first.clone()),
        [first, second] => (first.clone(), second.clone()),
        _ => ("edges".to_owned(), "edges".to_owned()),
    }
}

/// One layer of a `background`.
struct Layer {
    colour: Option<Value>,
    image: Option<Image>,
    repeat: String,
    clip: &'static str,
    origin: &'static str,
    attachment: &'static str,
    size: String,
    position: (String, String),
}

impl Default for Layer {
    fn default() -> Self {
        Self {
            colour: None,
            image: None,
            repeat: "repeat".to_owned(),
            clip: "border-box",
            origin: "padding-box",
            attachment: "scroll",
            size: "auto".to_owned(),
            position: position(&[]),
        }
    }
}

/// What stands behind the stroke in `background`: kept as written.
fn size(values: &mut Values, input: &mut Parser) -> Result<String, Fault> {
    let start = input.position();
    if input.try_parse(|input| one_of(&["cover", "contain"], input)).is_err() {
        values.longhand(Width, input)?;
        let _ = input.try_parse(|input| values.longhand(Width, input));
    }
    Ok(input.slice_from(start).trim().to_ascii_lowercase())
}

fn font(input: &mut Parser) -> Result<Set, Fault> {
    const SYSTEM: &[&str] = &["caption", "icon", "menu", "message-box", "small-caption", "status-bar"];
    const OTHERS: &[&str] = &[
        "normal",
        "italic",
        "oblique",
        "small-caps",
        "ultra-condensed",
        "extra-condensed",
        "condensed",
        "semi-condensed",
        "semi-expanded",
        "expanded",
        "extra-expanded",
        "ultra-expanded",
    ];
    let known = |value: Value| Declared::Value(value);
    if input.try_parse(|input| one_of(SYSTEM, input)).is_ok() {
        return Ok(longhands("font")
            .unwrap_or_default()
            .iter()
            .map(|target| (*target, known(Value::Unknown)))
            .collect());
    }
    let mut weight = Value::Number(400.0);
    let mut style = Value::Word("normal");
    for _ in 0..4 {
        if let Ok(word) = input.try_parse(|input| one_of(OTHERS, input)) {
            if matches!(word, "italic" | "oblique") {
                style = Value::Word(word);
            }
            continue;
        }
        match input.try_parse(font_weight) {
            Ok(value) => weight = value,
            Err(_) => break,
        }
    }
    let size = font_size(input)?;
    let line = if input.try_parse(|input| input.expect_delim('/')).is_ok() {
        line_height(input)?
    } else {
        known(Value::Word("normal"))
    };
    let start = input.state();
    match input.next()? {
        Token::Ident(_) | Token::QuotedString(_) | Token::Function(_) => input.reset(&start),
        _ => return Err(fault()),
    }
    let family = known(Value::Text(text(input)?));
    Ok(vec![
        (FontSize, size),
        (FontWeight, known(weight)),
        (FontFamily, family),
        (FontStyle, known(style)),
        (LineHeight, line),
    ])
}
