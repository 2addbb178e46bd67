//! The colours of a portal from one or two: every shade the theme needs, each with the contrast its use asks for.
//!
//! Shades are made in OKLCH, where equal steps look equal; the contrast is that of WCAG 2.2 (1.4.3, 1.4.11).

/// A colour of the screen, 0 to 1 in each part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Colour {
    red: f64,
    green: f64,
    blue: f64,
}

/// Lightness, colourfulness, hue in radians.
#[derive(Debug, Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

/// Text needs this contrast (WCAG 2.2, 1.4.3).
const OF_TEXT: f64 = 4.5;
/// Signs and the edges of controls need this one (WCAG 2.2, 1.4.11).
const OF_SIGNS: f64 = 3.0;
const WHITE: Colour = Colour { red: 1.0, green: 1.0, blue: 1.0 };
/// Grounds of the dark scheme of the theme.
const NIGHT: Colour = Colour { red: 0.094, green: 0.133, blue: 0.122 };

impl Colour {
    /// `#0b5d4b`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part =
            |n: usize| u8::from_str_radix(digits.get(n..n + 2)?, 16).ok().map(|part| f64::from(part) / 255.0);
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    pub(super) fn text(self) -> String {
        let [red, green, blue] = self.parts().map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn parts(self) -> [f64; 3] {
        [self.red, self.green, self.blue]
    }

    /// WCAG's relative luminance.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.parts().map(linear);
        0.2126f64.mul_add(red, 0.7152f64.mul_add(green, 0.0722 * blue))
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Whether white text can be read on it.
    pub(super) fn carries_white_text(self) -> bool {
        self.contrast(WHITE) >= OF_TEXT
    }

    /// The same hue, only so much darker that white text can be read on it.
    pub(super) fn darkened_for_white_text(self) -> Self {
        darker(self, |colour| colour.carries_white_text())
    }

    fn oklch(self) -> Oklch {
        let [r, g, b] = self.parts().map(linear);
        let l = 0.412_221_47f64.mul_add(r, 0.536_332_54f64.mul_add(g, 0.051_445_99 * b)).cbrt();
        let m = 0.211_903_5f64.mul_add(r, 0.680_699_55f64.mul_add(g, 0.107_396_96 * b)).cbrt();
        let s = 0.088_302_46f64.mul_add(r, 0.281_718_84f64.mul_add(g, 0.629_978_7 * b)).cbrt();
        let lightness = 0.210_454_26f64.mul_add(l, 0.793_617_78f64.mul_add(m, -0.004_072_047 * s));
        let a = 1.977_998_5f64.mul_add(l, (-2.428_592_2f64).mul_add(m, 0.450_593_7 * s));
        let b = 0.025_904_037f64.mul_add(l, 0.782_771_77f64.mul_add(m, -0.808_675_77 * s));
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl Oklch {
    /// The nearest colour a screen can show: less colourful until it fits.
    fn colour(self) -> Colour {
        let mut chroma = self.chroma;
        for _ in 0..40 {
            let colour = Self { chroma, ..self }.unclipped();
            if colour.parts().iter().all(|part| (-0.001..=1.001).contains(part)) {
                return colour;
            }
            chroma *= 0.92;
        }
        Self { chroma: 0.0, ..self }.unclipped()
    }

    fn unclipped(self) -> Colour {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_78f64.mul_add(a, 0.215_803_76 * b)).powi(3);
        let m = (self.lightness - 0.105_561_346f64.mul_add(a, 0.063_854_17 * b)).powi(3);
        let s = (self.lightness - 0.089_484_18f64.mul_add(a, 1.291_485_5 * b)).powi(3);
        Colour {
            red: curved(4.076_741_7f64.mul_add(l, (-3.307_711_6f64).mul_add(m, 0.230_969_94 * s))),
            green: curved((-1.268_438f64).mul_add(l, 2.609_757_4f64.mul_add(m, -0.341_319_38 * s))),
            blue: curved((-0.004_196_086_3f64).mul_add(l, (-0.703_418_6f64).mul_add(m, 1.707_614_7 * s))),
        }
    }
}

fn linear(part: f64) -> f64 {
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn curved(part: f64) -> f64 {
    if part <= 0.003_130_8 { part * 12.92 } else { 1.055f64.mul_add(part.powf(1.0 / 2.4), -0.055) }
}

/// The hue of a colour at a lightness, as colourful as the share says.
fn shade(of: Colour, lightness: f64, share: f64) -> Colour {
    let Oklch { chroma, hue, .. } = of.oklch();
    written(Oklch { lightness, chroma: chroma * share, hue }.colour())
}

/// What is judged is what is written: eight bits a part.
fn written(colour: Colour) -> Colour {
    Colour::parse(&colour.text()).unwrap_or(colour)
}

fn darker(colour: Colour, enough: impl Fn(Colour) -> bool) -> Colour {
    stepped(colour, -0.01, enough)
}

fn lighter(colour: Colour, enough: impl Fn(Colour) -> bool) -> Colour {
    stepped(colour, 0.01, enough)
}

fn stepped(colour: Colour, step: f64, enough: impl Fn(Colour) -> bool) -> Colour {
    let start = colour.oklch();
    let at = |n: i32| match n {
        0 => colour,
        n => Oklch { lightness: (start.lightness + f64::from(n) * step).clamp(0.0, 1.0), ..start }.colour(),
    };
    (0..100).map(at).map(written).find(|colour| enough(*colour)).unwrap_or(colour)
}

/// The custom properties of the theme, light and dark. `accent` is for signs and edges, never for text.
pub(super) fn sheet(primary: Colour, accent: Option<Colour>) -> String {
    let own = primary.oklch().lightness;
    let pale = shade(primary, 0.955, 0.12);
    let deep = shade(primary, (own * 0.6).min(0.3), 0.85);
    let link =
        darker(primary, |colour| colour.contrast(WHITE) >= OF_TEXT && colour.contrast(pale) >= OF_TEXT);
    let pale_night = shade(primary, 0.28, 0.35);
    let link_night = lighter(shade(primary, 0.8, 0.75), |colour| {
        colour.contrast(NIGHT) >= OF_TEXT && colour.contrast(pale_night) >= OF_TEXT
    });
    let mut light = vec![
        ("primario", primary),
        ("primario-scuro", shade(primary, own * 0.82, 0.95)),
        ("primario-profondo", deep),
        ("primario-notte", shade(primary, (own * 0.45).min(0.22), 0.7)),
        ("primario-chiaro", pale),
        ("primario-bordo", shade(primary, 0.85, 0.3)),
        ("link", link),
        ("link-forte", deep),
    ];
    let mut dark = vec![
        ("primario-chiaro", pale_night),
        ("primario-bordo", shade(primary, 0.46, 0.5)),
        ("link", link_night),
        ("link-forte", shade(primary, 0.91, 0.4)),
    ];
    if let Some(accent) = accent {
        light.push((
            "accento",
            darker(accent, |colour| colour.contrast(WHITE) >= OF_SIGNS && colour.contrast(pale) >= OF_SIGNS),
        ));
        light.push(("accento-chiaro", shade(accent, 0.96, 0.15)));
        dark.push((
            "accento",
            lighter(shade(accent, 0.75, 0.85), |colour| colour.contrast(NIGHT) >= OF_SIGNS),
        ));
        dark.push(("accento-chiaro", shade(accent, 0.27, 0.35)));
    }
    let lines = |shades: &[(&str, Colour)]| -> String {
        shades.iter().map(|(name, colour)| format!("--ar-{name}:{};", colour.text())).collect()
    };
    let [red, green, blue] = primary.parts().map(|part| (part * 255.0).round() as u8);
    format!(
        ":root{{{}--bs-primary-rgb:{red},{green},{blue}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
        lines(&light),
        lines(&dark)
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour() -> impl Strategy<Value = Colour> {
        (any::<u8>(), any::<u8>(), any::<u8>())
            .prop_map(|(r, g, b)| Colour::parse(&format!("#{r:02x}{g:02x}{b:02x}")).unwrap())
    }

    fn value(sheet: &str, name: &str) -> Colour {
        let (_, rest) = sheet.split_once(&format!("--ar-{name}:")).unwrap();
        Colour::parse(rest.split(';').next().unwrap()).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black = Colour::parse("#000000").unwrap();
        assert!((black.contrast(WHITE) - 21.0).abs() < 1e-9);
        // 4.54: the lightest grey that carries text on white.
        assert!(Colour::parse("#767676").unwrap().carries_white_text());
        assert!(!Colour::parse("#777777").unwrap().carries_white_text());
    }

    #[test]
    fn what_is_no_colour_is_none() {
        assert_eq!(Colour::parse("#12345"), None);
        assert_eq!(Colour::parse("123456"), None);
        assert_eq!(Colour::parse("#12345à"), None);
    }

    proptest! {
        #[test]
        fn a_colour_comes_back_from_oklch(colour in colour()) {
            prop_assert_eq!(colour.oklch().colour().text(), colour.text());
        }

        #[test]
        fn every_shade_has_the_contrast_of_its_use(colour in colour(), accent in colour()) {
            let primary = colour.darkened_for_white_text();
            prop_assert!(primary.carries_white_text());
            let text = sheet(primary, Some(accent));
            let (light, dark) = text.split_once("@media").unwrap();
            for name in ["primario", "primario-scuro", "primario-profondo", "primario-notte", "link", "link-forte"] {
                prop_assert!(value(light, name).contrast(WHITE) >= OF_TEXT, "{name} of {text}");
            }
            for name in ["link", "link-forte"] {
                prop_assert!(value(light, name).contrast(value(light, "primario-chiaro")) >= OF_TEXT, "{name} of {text}");
                prop_assert!(value(dark, name).contrast(value(dark, "primario-chiaro")) >= OF_TEXT, "dark {name} of {text}");
                prop_assert!(value(dark, name).contrast(NIGHT) >= OF_TEXT, "dark {name} of {text}");
            }
            prop_assert!(value(light, "accento").contrast(WHITE) >= OF_SIGNS, "{text}");
            prop_assert!(value(dark, "accento").contrast(NIGHT) >= OF_SIGNS, "{text}");
        }
    }
}
