//! The properties that decide what people can see, read and reach; all others are passed over.

use super::value::Value;

/// What a property can be set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// One of these.
    Words(&'static [&'static str]),
    Colour,
    /// A length or percentage, or one of these words.
    Length(&'static [&'static str]),
    /// A number or percentage.
    Number,
    /// A whole number, or `auto`.
    Integer,
    FontSize,
    FontWeight,
    LineHeight,
    Display,
    Images,
    Decoration,
    /// Kept as written.
    Text,
    /// What `@container` may ask of an element.
    ContainerType,
    /// Names in the letters they are written in, or `none`.
    Names,
}

/// A property's name, whether children inherit it, what it can be and what it is at first.
#[derive(Debug)]
pub(super) struct Info {
    pub name: &'static str,
    pub inherited: bool,
    pub grammar: Grammar,
    pub initial: Value,
}

macro_rules! properties {
    ($($variant:ident $name:literal $inherited:literal $grammar:expr, $initial:expr;)*) => {
        /// A longhand property.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Property { $($variant),* }

        impl Property {
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),*];
        }

        pub(super) static INFO: &[Info] =
            &[$(Info { name: $name, inherited: $inherited, grammar: $grammar, initial: $initial }),*];
    };
}

use Grammar::{
    Colour, Decoration, Display, FontSize, FontWeight, Images, Integer, Length, LineHeight, Number, Text,
    Words,
};

const NONE: Value = Value::Word("none");
const AUTO: Value = Value::Word("auto");
const NORMAL: Value = Value::Word("normal");
const ZERO: Value = Value::Px(0.0);
const CURRENT: Value = Value::Word("currentcolor");
const SIZES: &[&str] =
    &["auto", "min-content", "max-content", "fit-content", "stretch", "-webkit-fill-available", "none"];
const LINES: &[&str] =
    &["none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset", "auto"];
const WIDTHS: &[&str] = &["thin", "medium", "thick"];
const OVERFLOWS: &[&str] = &["visible", "hidden", "scroll", "auto", "clip", "overlay"];

properties! {
    Color "color" true Colour, CURRENT;
    FontSize "font-size" true FontSize, Value::Px(16.0);
    FontWeight "font-weight" true FontWeight, Value::Number(400.0);
    FontFamily "font-family" true Text, Value::Word("");
    FontStyle "font-style" true Text, NORMAL;
    LineHeight "line-height" true LineHeight, NORMAL;
    LetterSpacing "letter-spacing" true Length(&["normal"]), ZERO;
    WordSpacing "word-spacing" true Length(&["normal"]), ZERO;
    TextIndent "text-indent" true Length(&[]), ZERO;
    TextTransform "text-transform" true Text, NONE;
    TextShadow "text-shadow" true Text, NONE;
    TextFill "-webkit-text-fill-color" true Colour, CURRENT;
    WhiteSpace "white-space" true Text, NORMAL;
    Visibility "visibility" true Words(&["visible", "hidden", "collapse"]), Value::Word("visible");
    PointerEvents "pointer-events" true Text, AUTO;
    ColorScheme "color-scheme" true Text, NORMAL;
    BackgroundColor "background-color" false Colour, Value::Colour(super::color::Rgba::TRANSPARENT);
    BackgroundImage "background-image" false Images, NONE;
    BackgroundClip "background-clip" false Text, Value::Word("border-box");
    BackgroundSize "background-size" false Text, AUTO;
    BackgroundRepeat "background-repeat" false Text, Value::Word("repeat");
    BackgroundPositionX "background-position-x" false Text, Value::Word("0%");
    BackgroundPositionY "background-position-y" false Text, Value::Word("0%");
    BackgroundOrigin "background-origin" false Text, Value::Word("padding-box");
    BackgroundAttachment "background-attachment" false Text, Value::Word("scroll");
    BackgroundBlendMode "background-blend-mode" false Text, NORMAL;
    Display "display" false Display, Value::Word("inline");
    Opacity "opacity" false Number, Value::Number(1.0);
    ContentVisibility "content-visibility" false Words(&["visible", "hidden", "auto"]), Value::Word("visible");
    Position "position" false Words(&["static", "relative", "absolute", "fixed", "sticky"]), Value::Word("static");
    Top "top" false Length(&["auto"]), AUTO;
    Right "right" false Length(&["auto"]), AUTO;
    Bottom "bottom" false Length(&["auto"]), AUTO;
    Left "left" false Length(&["auto"]), AUTO;
    ZIndex "z-index" false Integer, AUTO;
    Float "float" false Words(&["none", "left", "right", "inline-start", "inline-end"]), NONE;
    OverflowX "overflow-x" false Words(OVERFLOWS), Value::Word("visible");
    OverflowY "overflow-y" false Words(OVERFLOWS), Value::Word("visible");
    TextOverflow "text-overflow" false Text, Value::Word("clip");
    Clip "clip" false Text, AUTO;
    ClipPath "clip-path" false Text, NONE;
    Width "width" false Length(SIZES), AUTO;
    Height "height" false Length(SIZES), AUTO;
    MinWidth "min-width" false Length(SIZES), AUTO;
    MinHeight "min-height" false Length(SIZES), AUTO;
    MaxWidth "max-width" false Length(SIZES), NONE;
    MaxHeight "max-height" false Length(SIZES), NONE;
    MarginTop "margin-top" false Length(&["auto"]), ZERO;
    MarginRight "margin-right" false Length(&["auto"]), ZERO;
    MarginBottom "margin-bottom" false Length(&["auto"]), ZERO;
    MarginLeft "margin-left" false Length(&["auto"]), ZERO;
    PaddingTop "padding-top" false Length(&[]), ZERO;
    PaddingRight "padding-right" false Length(&[]), ZERO;
    PaddingBottom "padding-bottom" false Length(&[]), ZERO;
    PaddingLeft "padding-left" false Length(&[]), ZERO;
    BorderTopWidth "border-top-width" false Length(WIDTHS), Value::Px(3.0);
    BorderRightWidth "border-right-width" false Length(WIDTHS), Value::Px(3.0);
    BorderBottomWidth "border-bottom-width" false Length(WIDTHS), Value::Px(3.0);
    BorderLeftWidth "border-left-width" false Length(WIDTHS), Value::Px(3.0);
    BorderTopStyle "border-top-style" false Words(LINES), NONE;
    BorderRightStyle "border-right-style" false Words(LINES), NONE;
    BorderBottomStyle "border-bottom-style" false Words(LINES), NONE;
    BorderLeftStyle "border-left-style" false Words(LINES), NONE;
    BorderTopColor "border-top-color" false Colour, CURRENT;
    BorderRightColor "border-right-color" false Colour, CURRENT;
    BorderBottomColor "border-bottom-color" false Colour, CURRENT;
    BorderLeftColor "border-left-color" false Colour, CURRENT;
    DecorationLine "text-decoration-line" false Decoration, NONE;
    DecorationStyle "text-decoration-style" false Text, Value::Word("solid");
    DecorationColor "text-decoration-color" false Colour, CURRENT;
    OutlineStyle "outline-style" false Words(LINES), NONE;
    OutlineWidth "outline-width" false Length(WIDTHS), Value::Px(3.0);
    OutlineColor "outline-color" false Colour, CURRENT;
    OutlineOffset "outline-offset" false Length(&[]), ZERO;
    BoxShadow "box-shadow" false Text, NONE;
    Transform "transform" false Text, NONE;
    Rotate "rotate" false Text, NONE;
    Scale "scale" false Text, NONE;
    Translate "translate" false Text, NONE;
    Filter "filter" false Text, NONE;
    MixBlendMode "mix-blend-mode" false Text, NORMAL;
    MaskImage "mask-image" false Text, NONE;
    StrokeWidth "-webkit-text-stroke-width" true Length(WIDTHS), ZERO;
    Content "content" false Text, NORMAL;
    Appearance "appearance" false Text, NONE;
    GridArea "grid-area" false Text, AUTO;
    AnimationName "animation-name" false Text, NONE;
    ContainerType "container-type" false Grammar::ContainerType, NORMAL;
    ContainerName "container-name" false Grammar::Names, NONE;
}

/// How many there are.
pub(super) const COUNT: usize = Property::ALL.len();

impl Property {
    pub(super) fn info(self) -> &'static Info {
        &INFO[self as usize]
    }

    /// A longhand by its name in lower case. Logical names stand for those of text that runs from left to right.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = match name {
            "inline-size" => "width",
            "block-size" => "height",
            "min-inline-size" => "min-width",
            "min-block-size" => "min-height",
            "max-inline-size" => "max-width",
            "max-block-size" => "max-height",
            "inset-block-start" => "top",
            "inset-block-end" => "bottom",
            "inset-inline-start" => "left",
            "inset-inline-end" => "right",
            "overflow-inline" => "overflow-x",
            "overflow-block" => "overflow-y",
            "-webkit-background-clip" => "background-clip",
            "-webkit-appearance" | "-moz-appearance" => "appearance",
            "-webkit-transform" => "transform",
            "-webkit-filter" => "filter",
            "-webkit-box-shadow" => "box-shadow",
            "-webkit-mask-image" => "mask-image",
            "-webkit-clip-path" => "clip-path",
            "-webkit-opacity" => "opacity",
            "-webkit-animation-name" => "animation-name",
            "-webkit-background-size" => "background-size",
            "grid-row" | "grid-column" | "grid-row-start" | "grid-column-start" => "grid-area",
            name => name,
        };
        static BY_NAME: std::sync::LazyLock<std::collections::HashMap<&'static str, Property>> =
            std::sync::LazyLock::new(|| Property::ALL.iter().map(|one| (one.info().name, *one)).collect());
        if let Some(property) = BY_NAME.get(name) {
            return Some(*property);
        }
        if !name.contains("block-") && !name.contains("inline-") {
            return None;
        }
        let physical = name
            .replace("block-start", "top")
            .replace("block-end", "bottom")
            .replace("inline-start", "left")
            .replace("inline-end", "right");
        BY_NAME.get(physical.as_str()).copied()
    }

    /// The bit of this property in a set.
    pub(super) fn bit(self) -> u128 {
        1 << (self as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_its_property() {
        const { assert!(COUNT <= 128, "a set of properties is a u128") };
        for property in Property::ALL {
            assert_eq!(Property::named(property.info().name), Some(*property));
        }
        assert_eq!(Property::named("margin-inline-start"), Some(Property::MarginLeft));
        assert_eq!(Property::named("border-block-end-color"), Some(Property::BorderBottomColor));
        assert_eq!(Property::named("grid-gap"), None);
    }
}
