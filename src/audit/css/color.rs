//! Colours as people write them, in every syntax of CSS Color 4 and the mixing and relative ones of CSS Color 5.
//!
//! A colour that depends on its surroundings (`currentcolor`, system colours, `light-dark()`) is read when they are known.

use cssparser::{
    Parser, Token,
    color::{parse_hash_color, parse_named_color},
};

use super::{
    calc::{Expr, Fault, Scale, fault},
    spaces::{Space, Triple, convert},
};

/// A colour as a screen shows it: components from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgba {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
    pub alpha: f32,
}

impl Rgba {
    pub const WHITE: Self = Self::opaque(1.0, 1.0, 1.0);
    pub const BLACK: Self = Self::opaque(0.0, 0.0, 0.0);
    /// What Chromium paints a dark page on.
    pub const DARK: Self = Self::opaque(18.0 / 255.0, 18.0 / 255.0, 18.0 / 255.0);
    pub const TRANSPARENT: Self = Self { red: 0.0, green: 0.0, blue: 0.0, alpha: 0.0 };

    const fn opaque(red: f32, green: f32, blue: f32) -> Self {
        Self { red, green, blue, alpha: 1.0 }
    }

    fn bytes(red: u8, green: u8, blue: u8, alpha: f32) -> Self {
        let part = |byte: u8| f32::from(byte) / 255.0;
        Self { red: part(red), green: part(green), blue: part(blue), alpha }
    }

    /// What is seen when this colour lies over another.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        let alpha = self.alpha + below.alpha * (1.0 - self.alpha);
        if alpha <= 0.0 {
            return Self::TRANSPARENT;
        }
        let mix = |above: f32, below_part: f32| {
            (above * self.alpha + below_part * below.alpha * (1.0 - self.alpha)) / alpha
        };
        Self {
            red: mix(self.red, below.red),
            green: mix(self.green, below.green),
            blue: mix(self.blue, below.blue),
            alpha,
        }
    }

    #[must_use]
    pub fn faded(self, opacity: f32) -> Self {
        Self { alpha: self.alpha * opacity, ..self }
    }

    /// Relative luminance as WCAG defines it, of an opaque colour.
    pub fn luminance(self) -> f32 {
        let linear = |x: f32| if x <= 0.04045 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio as WCAG defines it, from 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Between two colours, as a gradient shows it.
    #[must_use]
    pub fn between(self, other: Self, part: f32) -> Self {
        let alpha = self.alpha + (other.alpha - self.alpha) * part;
        if alpha <= 0.0 {
            return Self::TRANSPARENT;
        }
        let mix = |a: f32, b: f32| (a * self.alpha * (1.0 - part) + b * other.alpha * part) / alpha;
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
            alpha,
        }
    }

    /// `#5d7083`, as people write it; transparency is left out.
    pub fn hex(self) -> String {
        let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        format!("#{:02x}{:02x}{:02x}", byte(self.red), byte(self.green), byte(self.blue))
    }
}

/// What a colour may depend on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    pub current: Option<Rgba>,
    /// Whether the element uses dark colours.
    pub dark: Option<bool>,
}

/// What came of reading a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Read {
    Colour(Rgba),
    /// It depends on surroundings that were not given.
    Later,
    /// CSS knows it, we do not.
    Unknown,
}

/// Reads one colour.
pub(super) fn parse(input: &mut Parser, surroundings: Surroundings) -> Result<Read, Fault> {
    let mut reader = Reader { surroundings, later: false, unknown: false };
    let colour = reader.colour(input)?;
    Ok(match () {
        () if reader.unknown => Read::Unknown,
        () if reader.later => Read::Later,
        () => Read::Colour(colour.rgba()),
    })
}

/// A colour in the space it was written in; `none` is not a number.
#[derive(Clone, Copy, Debug)]
struct Colour {
    space: Space,
    parts: Triple,
    alpha: f64,
}

impl Colour {
    fn rgba(self) -> Rgba {
        let [red, green, blue] =
            convert(self.parts, self.space, Space::Srgb).map(|part| part.clamp(0.0, 1.0) as f32);
        Rgba { red, green, blue, alpha: known(self.alpha).clamp(0.0, 1.0) as f32 }
    }

    /// In another space; what says nothing there is missing.
    fn to(self, space: Space) -> Self {
        if self.space == space {
            return self;
        }
        let mut parts = convert(self.parts, self.space, space);
        if let Some(hue) = space.hue()
            && space.is_grey(parts)
        {
            parts[hue] = f64::NAN;
        }
        Self { space, parts, alpha: self.alpha }
    }
}

impl From<Rgba> for Colour {
    fn from(colour: Rgba) -> Self {
        let parts = [colour.red, colour.green, colour.blue].map(f64::from);
        Self { space: Space::Srgb, parts, alpha: colour.alpha.into() }
    }
}

fn known(part: f64) -> f64 {
    if part.is_nan() { 0.0 } else { part }
}

struct Reader {
    surroundings: Surroundings,
    later: bool,
    unknown: bool,
}

impl Reader {
    fn colour(&mut self, input: &mut Parser) -> Result<Colour, Fault> {
        let token = input.next()?.clone();
        match token {
            Token::Hash(ref value) | Token::IDHash(ref value) => {
                let (red, green, blue, alpha) = parse_hash_color(value.as_bytes()).map_err(|()| fault())?;
                Ok(Rgba::bytes(red, green, blue, alpha).into())
            }
            Token::Ident(ref name) => self.named(name).map(Colour::from).ok_or_else(fault),
            Token::Function(ref name) => {
                let name = name.to_ascii_lowercase();
                input.parse_nested_block(|input| self.function(&name, input))
            }
            _ => Err(fault()),
        }
    }

    fn named(&mut self, name: &str) -> Option<Rgba> {
        if let Ok((red, green, blue)) = parse_named_color(name) {
            return Some(Rgba::bytes(red, green, blue, 1.0));
        }
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "transparent" => return Some(Rgba::TRANSPARENT),
            "currentcolor" => {
                self.later |= self.surroundings.current.is_none();
                return Some(self.surroundings.current.unwrap_or(Rgba::BLACK));
            }
            _ => {}
        }
        let (light, dark) = system(&name)?;
        self.later |= self.surroundings.dark.is_none();
        let number = if self.surroundings.dark == Some(true) { dark } else { light };
        let [_, red, green, blue] = u32::to_be_bytes(number);
        Some(Rgba::bytes(red, green, blue, 1.0))
    }

    fn function(&mut self, name: &str, input: &mut Parser) -> Result<Colour, Fault> {
        match name {
            "rgb" | "rgba" => self.components(input, Space::Srgb, &RGB),
            "hsl" | "hsla" => self.components(input, Space::Hsl, &HSL),
            "hwb" => self.components(input, Space::Hwb, &HWB),
            "lab" => self.components(input, Space::Lab, &LAB),
            "lch" => self.components(input, Space::Lch, &LCH),
            "oklab" => self.components(input, Space::Oklab, &OKLAB),
            "oklch" => self.components(input, Space::Oklch, &OKLCH),
            "color" => self.color_function(input),
            "color-mix" => self.mix(input),
            "light-dark" => {
                let light = self.colour(input)?;
                input.expect_comma()?;
                let dark = self.colour(input)?;
                self.later |= self.surroundings.dark.is_none();
                Ok(if self.surroundings.dark == Some(true) { dark } else { light })
            }
            "contrast-color" | "device-cmyk" | "color-contrast" | "color-layers" | "alpha" => {
                while input.next().is_ok() {}
                self.unknown = true;
                Ok(Rgba::BLACK.into())
            }
            _ => Err(fault()),
        }
    }

    /// `color(display-p3 1 0 0 / 50%)`.
    fn color_function(&mut self, input: &mut Parser) -> Result<Colour, Fault> {
        let origin = self.origin(input)?;
        let name = input.expect_ident_cloned()?;
        if name.starts_with("--") {
            while input.next().is_ok() {}
            self.unknown = true;
            return Ok(Rgba::BLACK.into());
        }
        let space = Space::named(&name).filter(|space| space.hue().is_none()).ok_or_else(fault)?;
        if matches!(space, Space::Lab | Space::Oklab) {
            return Err(fault());
        }
        let scale = if matches!(space, Space::XyzD50 | Space::XyzD65) { &XYZ } else { &UNIT };
        self.parts(input, space, scale, origin)
    }

    fn components(&mut self, input: &mut Parser, space: Space, ranges: &Ranges) -> Result<Colour, Fault> {
        let origin = self.origin(input)?;
        self.parts(input, space, ranges, origin)
    }

    fn origin(&mut self, input: &mut Parser) -> Result<Option<Colour>, Fault> {
        if input.try_parse(|input| input.expect_ident_matching("from")).is_err() {
            return Ok(None);
        }
        self.colour(input).map(Some)
    }

    /// Three components and an alpha, with commas as before or without as now.
    fn parts(
        &mut self,
        input: &mut Parser,
        space: Space,
        ranges: &Ranges,
        origin: Option<Colour>,
    ) -> Result<Colour, Fault> {
        let origin = origin.map(|origin| origin.to(space));
        let channels = origin.map(|origin| ranges.channels(origin));
        let channels = channels.as_ref().map_or(&[][..], |channels| &channels[..]);
        let mut parts = [0.0; 3];
        let mut commas = false;
        for (index, part) in parts.iter_mut().enumerate() {
            if index == 1 {
                commas = origin.is_none() && input.try_parse(Parser::expect_comma).is_ok();
            } else if index == 2 && commas {
                input.expect_comma()?;
            }
            *part = self.part(input, ranges.0[index].1, channels)? / ranges.0[index].2;
        }
        let has_alpha = if commas {
            input.try_parse(Parser::expect_comma).is_ok()
        } else {
            input.try_parse(|input| input.expect_delim('/')).is_ok()
        };
        let alpha = if has_alpha {
            self.part(input, 1.0, channels)?.clamp(0.0, 1.0)
        } else {
            origin.map_or(1.0, |origin| origin.alpha)
        };
        if space == Space::Srgb && ranges.0[0].2 > 1.0 && origin.is_none() {
            parts = parts.map(|part| part.clamp(0.0, 1.0));
        }
        if matches!(space, Space::Lab | Space::Lch) {
            parts[0] = parts[0].clamp(0.0, 100.0);
        }
        if matches!(space, Space::Oklab | Space::Oklch) {
            parts[0] = parts[0].clamp(0.0, 1.0);
        }
        Ok(Colour { space, parts, alpha })
    }

    /// A number, a percentage of `full`, an angle, `none`, or a channel of the origin.
    fn part(
        &mut self,
        input: &mut Parser,
        full: f64,
        channels: &[(&'static str, f64)],
    ) -> Result<f64, Fault> {
        if input.try_parse(|input| input.expect_ident_matching("none")).is_ok() {
            return Ok(f64::NAN);
        }
        let amount =
            Expr::parse(input, !channels.is_empty())?.evaluate(&Scale { channels, ..Scale::default() });
        if amount.is_unknown() {
            self.unknown = true;
            return Ok(0.0);
        }
        amount
            .as_number()
            .or_else(|| amount.as_percent().map(|percent| percent / 100.0 * full))
            .or_else(|| amount.as_degrees().filter(|_| full == HUE))
            .ok_or_else(fault)
    }

    /// `color-mix(in oklch longer hue, red 20%, blue)`.
    fn mix(&mut self, input: &mut Parser) -> Result<Colour, Fault> {
        let mut space = Space::Oklab;
        let mut way = Way::Shorter;
        if input.try_parse(|input| input.expect_ident_matching("in")).is_ok() {
            let name = input.expect_ident_cloned()?;
            space = Space::named(&name).ok_or_else(fault)?;
            if space.hue().is_some()
                && let Ok(word) = input.try_parse(Parser::expect_ident_cloned)
            {
                way = Way::named(&word).ok_or_else(fault)?;
                input.expect_ident_matching("hue")?;
            }
            input.expect_comma()?;
        }
        let (first, first_share) = self.share(input)?;
        input.expect_comma()?;
        let (second, second_share) = self.share(input)?;
        let (one, two) = match (first_share, second_share) {
            (None, None) => (50.0, 50.0),
            (Some(one), None) => (one, 100.0 - one),
            (None, Some(two)) => (100.0 - two, two),
            (Some(one), Some(two)) => (one, two),
        };
        let whole = one + two;
        if whole <= 0.0 {
            return Err(fault());
        }
        let mut mixed = interpolate(first.to(space), second.to(space), two / whole, way);
        mixed.alpha *= (whole / 100.0).min(1.0);
        Ok(mixed)
    }

    fn share(&mut self, input: &mut Parser) -> Result<(Colour, Option<f64>), Fault> {
        let percent = |input: &mut Parser| {
            let before = input.try_parse(|input| {
                let amount = Expr::parse(input, false)?.evaluate(&Scale::default());
                amount.as_percent().filter(|part| (0.0..=100.0).contains(part)).ok_or_else(fault)
            });
            before.ok()
        };
        let before = percent(input);
        let colour = self.colour(input)?;
        Ok((colour, before.or_else(|| percent(input))))
    }
}

/// How a hue goes round.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Shorter,
    Longer,
    Increasing,
    Decreasing,
}

impl Way {
    fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "shorter" => Self::Shorter,
            "longer" => Self::Longer,
            "increasing" => Self::Increasing,
            "decreasing" => Self::Decreasing,
            _ => return None,
        })
    }

    fn between(self, from: f64, to: f64, part: f64) -> f64 {
        let (from, to) = (from.rem_euclid(360.0), to.rem_euclid(360.0));
        let mut turn = to - from;
        match self {
            Self::Shorter if turn > 180.0 => turn -= 360.0,
            Self::Shorter if turn < -180.0 => turn += 360.0,
            Self::Longer if (0.0..180.0).contains(&turn) => turn -= 360.0,
            Self::Longer if turn > -180.0 && turn <= 0.0 => turn += 360.0,
            Self::Increasing if turn < 0.0 => turn += 360.0,
            Self::Decreasing if turn > 0.0 => turn -= 360.0,
            _ => {}
        }
        (from + turn * part).rem_euclid(360.0)
    }
}

fn interpolate(a: Colour, b: Colour, part: f64, way: Way) -> Colour {
    let or = |one: f64, other: f64| if one.is_nan() { known(other) } else { one };
    let (alpha_a, alpha_b) = (or(a.alpha, b.alpha), or(b.alpha, a.alpha));
    let alpha = alpha_a + (alpha_b - alpha_a) * part;
    let hue = a.space.hue();
    let parts = std::array::from_fn(|index| {
        let (x, y) = (or(a.parts[index], b.parts[index]), or(b.parts[index], a.parts[index]));
        if hue == Some(index) {
            return way.between(x, y, part);
        }
        if alpha == 0.0 {
            return x + (y - x) * part;
        }
        (x * alpha_a * (1.0 - part) + y * alpha_b * part) / alpha
    });
    Colour { space: a.space, parts, alpha }
}

/// Each component's name, what 100% of it is, and how many of its units make one of ours.
struct Ranges([(&'static str, f64, f64); 3]);

/// Angles have no percentage; the mark tells them apart.
const HUE: f64 = 360.000_1;
const RGB: Ranges = Ranges([("r", 255.0, 255.0), ("g", 255.0, 255.0), ("b", 255.0, 255.0)]);
const HSL: Ranges = Ranges([("h", HUE, 1.0), ("s", 100.0, 100.0), ("l", 100.0, 100.0)]);
const HWB: Ranges = Ranges([("h", HUE, 1.0), ("w", 100.0, 100.0), ("b", 100.0, 100.0)]);
const LAB: Ranges = Ranges([("l", 100.0, 1.0), ("a", 125.0, 1.0), ("b", 125.0, 1.0)]);
const LCH: Ranges = Ranges([("l", 100.0, 1.0), ("c", 150.0, 1.0), ("h", HUE, 1.0)]);
const OKLAB: Ranges = Ranges([("l", 1.0, 1.0), ("a", 0.4, 1.0), ("b", 0.4, 1.0)]);
const OKLCH: Ranges = Ranges([("l", 1.0, 1.0), ("c", 0.4, 1.0), ("h", HUE, 1.0)]);
const UNIT: Ranges = Ranges([("r", 1.0, 1.0), ("g", 1.0, 1.0), ("b", 1.0, 1.0)]);
const XYZ: Ranges = Ranges([("x", 1.0, 1.0), ("y", 1.0, 1.0), ("z", 1.0, 1.0)]);

impl Ranges {
    fn channels(&self, origin: Colour) -> [(&'static str, f64); 4] {
        let channel = |i: usize| (self.0[i].0, known(origin.parts[i]) * self.0[i].2);
        [channel(0), channel(1), channel(2), ("alpha", known(origin.alpha))]
    }
}

/// System colours as Chromium paints them, light and dark.
fn system(name: &str) -> Option<(u32, u32)> {
    Some(match name {
        "canvas" | "window" | "background" | "appworkspace" | "menu" | "infobackground" => {
            (0xff_ffff, 0x12_1212)
        }
        "canvastext" | "windowtext" | "menutext" | "captiontext" | "infotext" => (0, 0xff_ffff),
        "linktext" => (0x00_00ee, 0x9e_9eff),
        "visitedtext" => (0x55_1a8b, 0xd0_adf0),
        "activetext" | "-webkit-activelink" => (0xff_0000, 0xff_9e9e),
        "-webkit-link" => (0x00_00ee, 0x9e_9eff),
        "buttonface" | "threedface" | "buttonhighlight" | "buttonshadow" => (0xef_efef, 0x6b_6b6b),
        "buttontext" => (0, 0xff_ffff),
        "buttonborder" => (0, 0xff_ffff),
        "field" => (0xff_ffff, 0x3b_3b3b),
        "fieldtext" => (0, 0xff_ffff),
        "graytext" | "inactivecaptiontext" => (0x80_8080, 0x80_8080),
        "mark" => (0xff_ff00, 0xff_ff00),
        "marktext" => (0, 0),
        "highlight" | "selecteditem" => (0xb5_d5ff, 0xb5_d5ff),
        "highlighttext" | "selecteditemtext" => (0, 0),
        "accentcolor" => (0x00_75ff, 0x00_75ff),
        "accentcolortext" => (0xff_ffff, 0xff_ffff),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, surroundings: Surroundings) -> Option<Read> {
        Parser::new(text).parse_entirely(|input| parse(input, surroundings)).ok()
    }

    fn hex(text: &str) -> String {
        match read(text, Surroundings::default()) {
            Some(Read::Colour(colour)) if colour.alpha < 1.0 => {
                format!("{}@{:.2}", colour.hex(), colour.alpha)
            }
            Some(Read::Colour(colour)) => colour.hex(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn syntaxes() {
        for (text, expected) in [
            ("#06c", "#0066cc"),
            ("#0066cc80", "#0066cc@0.50"),
            ("RebeccaPurple", "#663399"),
            ("transparent", "#000000@0.00"),
            ("rgb(0, 102, 204)", "#0066cc"),
            ("rgba(0 102 204 / 50%)", "#0066cc@0.50"),
            ("rgb(0% 40% 80%)", "#0066cc"),
            ("rgb(300 -5 calc(100 + 2 * 52))", "#ff00cc"),
            ("hsl(210, 100%, 40%)", "#0066cc"),
            ("hsl(210deg 100 40)", "#0066cc"),
            ("hsla(0.5turn 100% 50% / .25)", "#00ffff@0.25"),
            ("hwb(210 0% 20%)", "#0066cc"),
            ("lab(50% 0 0)", "#777777"),
            ("lch(54.29 106.84 40.86)", "#ff0000"),
            ("oklab(62.8% 0.22486 0.12585)", "#ff0000"),
            ("oklch(0.628 0.25768 29.234)", "#ff0000"),
            ("color(srgb 0 0.4 0.8)", "#0066cc"),
            ("color(srgb-linear 0.5 0.5 0.5)", "#bcbcbc"),
            ("color(xyz 0.9505 1 1.089)", "#ffffff"),
            ("color-mix(in srgb, white, black)", "#808080"),
            ("color-mix(in srgb, #06c 25%, white)", "#bfd9f2"),
            ("color-mix(in srgb, red 30%, transparent 30%)", "#ff0000@0.30"),
            ("color-mix(in hsl, hsl(120 100% 50%), hsl(0 100% 50%))", "#ffff00"),
            ("color-mix(in hsl longer hue, hsl(120 100% 50%), hsl(0 100% 50%))", "#0000ff"),
            ("rgb(from #06c r g b / 50%)", "#0066cc@0.50"),
            ("rgb(from #06c calc(r + 51) g calc(b / 2))", "#336666"),
            ("hsl(from #06c h s calc(l + 20))", "#3399ff"),
            ("oklch(from #06c l 0 h)", "#696969"),
            ("rgb(none 102 204)", "#0066cc"),
        ] {
            assert_eq!(hex(text), expected, "{text}");
        }
    }

    #[test]
    fn colours_that_are_none() {
        for text in
            ["#12", "rgb(1,2)", "rgb(1 2 3 4)", "hsl()", "blau", "color(foo 1 2 3)", "rgb(1deg 2 3)", "12px"]
        {
            assert_eq!(read(text, Surroundings::default()), None, "{text}");
        }
    }

    #[test]
    fn surroundings_decide() {
        for text in ["currentColor", "CanvasText", "light-dark(red, blue)", "rgb(from currentcolor r g b)"] {
            assert_eq!(read(text, Surroundings::default()), Some(Read::Later), "{text}");
        }
        let dark = Surroundings { current: Some(Rgba::WHITE), dark: Some(true) };
        let check = |text, expected: &str| match read(text, dark) {
            Some(Read::Colour(colour)) => assert_eq!(colour.hex(), expected),
            other => panic!("{text}: {other:?}"),
        };
        check("currentColor", "#ffffff");
        check("light-dark(red, blue)", "#0000ff");
        check("color-mix(in srgb, currentcolor, black)", "#808080");
        assert_eq!(read("contrast-color(red)", dark), Some(Read::Unknown));
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |a: &str, b: &str, expected: f32| {
            let colour = |text| match read(text, Surroundings::default()) {
                Some(Read::Colour(colour)) => colour,
                other => panic!("{other:?}"),
            };
            let ratio = colour(a).contrast(colour(b));
            assert!((ratio - expected).abs() < 0.01, "{a} {b}: {ratio}");
        };
        check("black", "white", 21.0);
        check("#5d7083", "#ebeef0", 4.38);
        check("#777", "#eee", 3.86);
    }
}
