//! From everything that is declared for an element to its computed style.

use super::{
    calc::Scale,
    color::{Rgba, Surroundings},
    declaration,
    property::{COUNT, Property},
    style::{Origin, Style},
    value::{Custom, Declaration, Declared, Global, Value},
    variables::{Registry, Said, Variables, fill},
    views::View,
};

/// A group of declarations, in the order of the cascade: what comes later wins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    pub declarations: &'a [Declaration],
    pub origin: Origin,
    /// Comes from the page, not from the browser.
    pub author: bool,
    /// Rank of its layer, by which `revert-layer` goes back.
    pub layer: u32,
    /// Holds for certain.
    pub sure: bool,
}

/// What an element's style depends on besides declarations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    pub parent: Option<&'a Style>,
    /// The style of the root; none for the root itself.
    pub root: Option<&'a Style>,
    pub view: View,
    pub registry: Registry<'a>,
    /// What `<meta name=color-scheme>` says, for the root.
    pub page_scheme: &'a str,
}

#[derive(Clone, Copy)]
struct Winner<'a> {
    declared: &'a Declared,
    step: usize,
}

/// Computes a style.
pub(super) fn compute(steps: &[Step], around: Around) -> Style {
    compute_in(steps, around).0
}

/// [`compute`], with whether the view was asked for anything: if not, the same declarations give the same style in each.
pub(super) fn compute_in(steps: &[Step], around: Around) -> (Style, bool) {
    let initial;
    let parent = match around.parent {
        Some(parent) => parent,
        None => {
            initial = root_parent(around);
            &initial
        }
    };
    let mut style = Style::initial();
    style.is_dark = parent.is_dark;
    let mut winners: [Option<Winner>; COUNT] = [None; COUNT];
    let mut said = Said::new();
    let mut doubtful = 0_u128;
    for (number, step) in steps.iter().enumerate() {
        for declaration in step.declarations {
            match declaration {
                Declaration::Property(property, declared) if step.sure => {
                    winners[*property as usize] = Some(Winner { declared, step: number });
                    doubtful &= !property.bit();
                }
                Declaration::Property(property, _) => doubtful |= property.bit(),
                Declaration::Custom(name, custom) => doubt_or_set(&mut said, name, custom, step.sure),
            }
        }
    }
    style.doubtful = doubtful;
    style.variables = Variables::of(parent.variables.as_ref(), &said, around.registry);
    let asks_view = around.parent.is_none() && !around.page_scheme.is_empty();
    let mut computing = Computing { steps, around, parent, style, winners, asks_view };
    use Property::{Color, ColorScheme, FontFamily, FontSize, LineHeight};
    for property in [ColorScheme, FontFamily, FontSize, LineHeight, Color] {
        computing.property(property);
        computing.after(property);
    }
    for property in Property::ALL {
        if !matches!(property, ColorScheme | FontFamily | FontSize | LineHeight | Color) {
            computing.property(*property);
        }
    }
    let Computing { mut style, asks_view, .. } = computing;
    adjust(&mut style, parent, around.parent.is_none());
    (style.sealed(), asks_view)
}

/// Whether a declaration says no more than nothing would.
fn is_inheritance(property: Property, declared: &Declared) -> bool {
    match declared {
        Declared::Global(Global::Inherit) => true,
        Declared::Global(Global::Unset | Global::Revert | Global::RevertLayer) => property.info().inherited,
        _ => false,
    }
}

/// A doubtful rule leaves the value as it is and the reader in doubt.
fn doubt_or_set<'a>(said: &mut Said<'a>, name: &'a super::declaration::Name, custom: &'a Custom, sure: bool) {
    if sure {
        said.insert(name, (custom, true));
        return;
    }
    static INHERIT: Custom = Custom::Global(Global::Inherit);
    said.entry(name).or_insert((&INHERIT, true)).1 = false;
}

/// What the root element inherits.
fn root_parent(around: Around) -> Style {
    let mut style = Style::initial();
    style.is_dark = is_dark(around.page_scheme, around.view);
    let colour = if style.is_dark { Rgba::WHITE } else { Rgba::BLACK };
    style.values[Property::Color as usize] = Value::Colour(colour);
    if !around.page_scheme.is_empty() {
        style.values[Property::ColorScheme as usize] = Value::Text(around.page_scheme.into());
    }
    style
}

/// Whether a list of colour schemes comes out dark.
fn is_dark(schemes: &str, view: View) -> bool {
    let has = |wanted| schemes.split_ascii_whitespace().any(|scheme| scheme == wanted);
    match (has("light"), has("dark")) {
        (true, true) => view.is_dark(),
        (false, true) => true,
        (_, false) => false,
    }
}

struct Computing<'a> {
    steps: &'a [Step<'a>],
    around: Around<'a>,
    parent: &'a Style,
    style: Style,
    winners: [Option<Winner<'a>>; COUNT],
    asks_view: bool,
}

impl Computing<'_> {
    fn property(&mut self, property: Property) {
        match self.winners[property as usize] {
            Some(winner) => {
                let value = self.declared(property, winner.declared, winner.step, 0);
                if is_inheritance(property, winner.declared) {
                    self.style.origins[property as usize] = self.parent.origins[property as usize];
                    self.style.values[property as usize] = value;
                } else {
                    self.set(property, value, self.steps[winner.step].origin);
                }
            }
            None => {
                let value = self.unset(property);
                self.take_over(property, value);
            }
        }
    }

    fn set(&mut self, property: Property, value: Value, origin: Origin) {
        self.style.values[property as usize] = value;
        self.style.origins[property as usize] = origin;
        self.style.own |= property.bit();
    }

    /// A value that nobody declared here.
    fn take_over(&mut self, property: Property, value: Value) {
        let index = property as usize;
        if property.info().inherited {
            self.style.origins[index] = self.parent.origins[index];
            self.style.doubtful |= self.parent.doubtful & property.bit();
        }
        self.style.values[index] = value;
    }

    fn unset(&self, property: Property) -> Value {
        // The root has nobody to inherit a colour from: it takes that of its own scheme.
        let is_root_colour = property == Property::Color && self.around.parent.is_none();
        if property.info().inherited && !is_root_colour {
            self.parent.get(property).clone()
        } else {
            self.initial(property)
        }
    }

    fn initial(&self, property: Property) -> Value {
        match property {
            Property::Color => Value::Colour(if self.style.is_dark { Rgba::WHITE } else { Rgba::BLACK }),
            property => property.info().initial.clone(),
        }
    }

    fn declared(&mut self, property: Property, declared: &Declared, step: usize, depth: u8) -> Value {
        match declared {
            Declared::Value(value) => self.value(property, value.clone()),
            Declared::Expr(expr) => {
                self.asks_view |= expr.depends_on_width();
                self.amount(property, &expr.evaluate(&self.scale(property)))
            }
            Declared::Global(global) => self.global(property, *global, step, depth),
            Declared::Raw(raw) => {
                let variables = self.style.variables.clone();
                let Some(filled) = fill(&raw.text, variables.as_deref(), self.around.registry) else {
                    return self.unset(property);
                };
                if !filled.sure {
                    self.style.doubtful |= property.bit();
                }
                let surroundings = self.surroundings(property);
                match declaration::parse_raw(&raw.name, &filled.text, surroundings, property) {
                    Some(Declared::Raw(_)) | None => self.unset(property),
                    Some(declared) => self.declared(property, &declared, step, depth + 1),
                }
            }
        }
    }

    fn global(&mut self, property: Property, global: Global, step: usize, depth: u8) -> Value {
        match global {
            Global::Inherit => {
                self.style.doubtful |= self.parent.doubtful & property.bit();
                self.parent.get(property).clone()
            }
            Global::Initial => self.initial(property),
            Global::Unset => self.unset(property),
            Global::Revert | Global::RevertLayer => {
                let own = self.steps[step];
                let is_below = |other: &Step| {
                    other.sure
                        && (!other.author
                            || global == Global::RevertLayer && own.author && other.layer < own.layer)
                };
                let found = self.steps[..step]
                    .iter()
                    .enumerate()
                    .rev()
                    .filter(|(_, other)| is_below(other))
                    .find_map(|(number, other)| {
                        let last =
                            other.declarations.iter().rev().find_map(|declaration| match declaration {
                                Declaration::Property(one, declared) if *one == property => Some(declared),
                                _ => None,
                            });
                        last.map(|declared| (number, declared))
                    });
                match found {
                    Some((number, declared)) if depth < 20 => {
                        self.declared(property, declared, number, depth + 1)
                    }
                    _ => self.unset(property),
                }
            }
        }
    }

    /// A value in terms of the element.
    fn value(&self, property: Property, value: Value) -> Value {
        match (property, value) {
            (Property::FontWeight, Value::Word(word)) => {
                Value::Number(relative_weight(word, self.parent.font_weight()))
            }
            (Property::FontSize, Value::Percent(percent)) => match self.parent.font_size() {
                Some(size) => Value::Px(size * percent / 100.0),
                None => Value::Unknown,
            },
            (Property::LineHeight, Value::Percent(percent)) => match self.style.font_size() {
                Some(size) => Value::Px(size * percent / 100.0),
                None => Value::Unknown,
            },
            (Property::LetterSpacing | Property::WordSpacing, Value::Percent(_)) => Value::Unknown,
            (_, value) => value,
        }
    }

    fn amount(&self, property: Property, amount: &super::calc::Amount) -> Value {
        match amount.as_length() {
            Some((px, 0.0)) => Value::Px(px as f32),
            Some((0.0, percent)) => self.value(property, Value::Percent(percent as f32)),
            Some((px, percent)) if property == Property::FontSize => match self.parent.font_size() {
                Some(size) => Value::Px(px as f32 + size * percent as f32 / 100.0),
                None => Value::Unknown,
            },
            Some((px, percent)) => Value::Mixed { px: px as f32, percent: percent as f32 },
            None => Value::Unknown,
        }
    }

    /// Font sizes look at the parent, everything else at the element itself.
    fn scale(&self, property: Property) -> Scale<'static> {
        let own = if property == Property::FontSize { self.parent } else { &self.style };
        let root = match self.around.root {
            Some(root) => Some(root),
            None if property == Property::FontSize => None,
            None => Some(&self.style),
        };
        let height = |style: &Style| match (style.get(Property::LineHeight), style.font_size()) {
            (Value::Px(px), _) => Some(f64::from(*px)),
            (Value::Number(number), Some(size)) => Some(f64::from(number * size)),
            _ => None,
        };
        let lines = if matches!(property, Property::FontSize | Property::LineHeight) {
            self.parent
        } else {
            &self.style
        };
        Scale {
            em: own.font_size().map(f64::from),
            rem: root.map_or(Some(16.0), |root| root.font_size().map(f64::from)),
            lh: height(lines),
            rlh: self.around.root.and_then(height),
            width: Some(self.around.view.width().into()),
            channels: &[],
        }
    }

    fn surroundings(&self, property: Property) -> Surroundings {
        let current = if property == Property::Color { self.parent.colour() } else { self.style.colour() };
        Surroundings { current, dark: Some(self.style.is_dark) }
    }

    /// What later properties build upon.
    fn after(&mut self, property: Property) {
        match property {
            Property::ColorScheme => {
                let schemes = self.style.get(property).text();
                // What is inherited was decided above.
                let is_own = self.style.declares(property);
                self.asks_view |= is_own && schemes.contains("light") && schemes.contains("dark");
                self.style.is_dark = is_dark(schemes, self.around.view);
            }
            Property::FontSize => self.monospace(),
            _ => {}
        }
    }

    /// Browsers show `monospace` smaller than other letters, when nobody asks for a size.
    fn monospace(&mut self) {
        let is_mono = |style: &Style| style.get(Property::FontFamily).text() == "monospace";
        if self.style.declares(Property::FontSize) || is_mono(&self.style) == is_mono(self.parent) {
            return;
        }
        let factor = if is_mono(&self.style) { 13.0 / 16.0 } else { 16.0 / 13.0 };
        if let Some(size) = self.style.font_size() {
            self.style.values[Property::FontSize as usize] = Value::Px(size * factor);
        }
    }
}

fn relative_weight(word: &str, parent: f32) -> f32 {
    match word {
        "bolder" if parent < 350.0 => 400.0,
        "bolder" if parent < 550.0 => 700.0,
        "bolder" => parent.max(900.0),
        "lighter" if parent < 550.0 => parent.min(100.0),
        "lighter" if parent < 750.0 => 400.0,
        "lighter" => 700.0,
        _ => parent,
    }
}

/// What depends on several properties at once.
fn adjust(style: &mut Style, parent: &Style, is_root: bool) {
    use Property::{
        BorderBottomStyle, BorderBottomWidth, BorderLeftStyle, BorderLeftWidth, BorderRightStyle,
        BorderRightWidth, BorderTopStyle, BorderTopWidth, Display, Float, OutlineStyle, OutlineWidth,
    };
    for (line, width) in [
        (BorderTopStyle, BorderTopWidth),
        (BorderRightStyle, BorderRightWidth),
        (BorderBottomStyle, BorderBottomWidth),
        (BorderLeftStyle, BorderLeftWidth),
        (OutlineStyle, OutlineWidth),
    ] {
        if matches!(style.get(line).word(), "none" | "hidden") {
            style.values[width as usize] = Value::Px(0.0);
        }
    }
    if matches!(style.position(), "absolute" | "fixed") {
        style.values[Float as usize] = Value::Word("none");
    }
    let becomes_block = is_root
        || parent.makes_blocks
        || matches!(style.position(), "absolute" | "fixed")
        || style.get(Float).word() != "none";
    if becomes_block {
        let display = match style.display() {
            "inline" | "inline-block" | "ruby" | "ruby-base" | "ruby-text" | "table-row" | "table-cell"
            | "table-row-group" | "table-header-group" | "table-footer-group" | "table-column"
            | "table-column-group" | "table-caption" | "math" => "block",
            "inline-flex" => "flex",
            "inline-grid" => "grid",
            "inline-table" => "table",
            other => other,
        };
        style.values[Display as usize] = Value::Word(display);
    }
    style.makes_blocks = match style.display() {
        "flex" | "inline-flex" | "grid" | "inline-grid" => true,
        "contents" => parent.makes_blocks,
        _ => false,
    };
}
