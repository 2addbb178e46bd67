//! How wide elements are inside, as far as style sheets tell without a layout: at least so much, at most so much.

use super::{
    super::{
        dom::{Document, NodeId},
        numbers::ByNumber,
    },
    condition::Comparison,
    element::At,
    property::Property,
    style::Style,
    styles::Styles,
    value::Value,
    views::View,
};

/// The widest bar for scrolling that a desk shows; telephones and tablets lay it over the page.
const BAR: f64 = 17.0;
/// Browsers count in parts of a pixel: a part of a width may come out smaller by one.
const GRAIN: f64 = 1.0 / 64.0;

/// A width in pixels, between two bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub least: f64,
    pub most: f64,
}

/// The widths that were found out, on one page.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    /// By element and view. None: lines there do not run as everywhere else, or are scaled, or nothing is shown.
    inside: ByNumber<(u32, u8), Option<Span>>,
    kinds: ByNumber<u32, Kind>,
}

/// What is the same in all views.
#[derive(Clone, Copy, Debug)]
struct Kind {
    sizing: Sizing,
    /// Widths inside are no widths of windows.
    warped: bool,
    /// Height may give the width.
    has_ratio: bool,
}

/// Of what `width` is the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sizing {
    Content,
    Border,
    Unknown,
}

/// How an element is laid out by what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a block: as wide as it is, or as it wants to be.
    Block,
    /// Its cell in a grid, which nobody knows, is what parts of a width are of.
    Grid,
    /// Shrinks and grows.
    Flex,
    /// Out of the flow, or in a table.
    Elsewhere,
}

impl Span {
    /// Something, nobody knows what.
    const ANY: Self = Self { least: 0.0, most: f64::INFINITY };
    const NOTHING: Self = Self::exactly(0.0);

    const fn exactly(px: f64) -> Self {
        Self { least: px, most: px }
    }

    fn plus(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: self.most + other.most }
    }

    fn minus(self, other: Self) -> Self {
        Self { least: self.least - other.most, most: self.most - other.least }
    }

    /// So many hundredths of it.
    fn part(self, percent: f64) -> Self {
        if percent == 0.0 {
            return Self::NOTHING;
        }
        let ends = [self.least, self.most].map(|end| end * percent / 100.0);
        let (least, most) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        Self { least: if least.fract() == 0.0 { least } else { least - GRAIN }, most }
    }

    fn not_below_zero(self) -> Self {
        Self { least: self.least.max(0.0), most: self.most.max(0.0) }
    }

    /// Whether every width between the bounds compares so with a limit. None: some do, some do not.
    pub(super) fn compare(self, operator: Comparison, limit: f64) -> Option<bool> {
        let Self { least, most } = self;
        let holds = |width: f64| {
            operator.less && width < limit
                || operator.greater && width > limit
                || operator.equal && width == limit
        };
        let (at_least, at_most) = (holds(least), holds(most));
        // Between two bounds on the same side of a limit nothing changes; an equality holds at one point only.
        let is_one_sided = least > limit || most < limit || operator.less != operator.greater;
        match (at_least, at_most) {
            (true, true) if is_one_sided || least == most => Some(true),
            (false, false) if is_one_sided || least == most => Some(false),
            _ => None,
        }
    }
}

impl Boxes {
    /// Forgets everything: styles are other ones than it was found with.
    pub(super) fn forget(&mut self) {
        self.inside.clear();
        self.kinds.clear();
    }

    /// How wide the content of an element is. None: nothing can be said. Styles of all before it are known.
    pub(super) fn inside(&mut self, styles: &Styles, at: At, view: View) -> Option<Span> {
        let document = at.ground.document;
        let mut around = Some(window(view));
        let mut open = Vec::new();
        for up in std::iter::once(at.node).chain(document.ancestors(at.node)) {
            if !document.is_element(up) {
                continue;
            }
            if !at.step() {
                return None;
            }
            if let Some(known) = self.inside.get(&(up.0, view.bit())) {
                around = *known;
                break;
            }
            open.push(up);
        }
        while let Some(node) = open.pop() {
            let kind = self.kind(styles, at.to(node));
            around = around.filter(|_| !kind.warped).and_then(|around| {
                let element = Measured { styles, at: at.to(node), view, kind, around };
                element.inside()
            });
            self.inside.insert((node.0, view.bit()), around);
        }
        around
    }

    fn kind(&mut self, styles: &Styles, at: At) -> Kind {
        if let Some(kind) = self.kinds.get(&at.node.0) {
            return *kind;
        }
        let all = styles.laying(at.ground, at.node);
        let lays =
            all.iter().fold(Default::default(), |lays: super::declaration::Lays, (one, _)| lays.or(*one));
        let is_sure = all.iter().any(|(one, is_sure)| one.whole_box && *is_sure);
        let sizing = match () {
            () if is_drawn(at.ground.document, at.node) => Sizing::Unknown,
            () if !lays.whole_box => Sizing::Content,
            () if is_sure && !lays.other_box => Sizing::Border,
            () => Sizing::Unknown,
        };
        let kind = Kind { sizing, warped: lays.warps, has_ratio: lays.has_ratio };
        self.kinds.insert(at.node.0, kind);
        kind
    }
}

/// The window, less the bar for scrolling that a desk may show.
fn window(view: View) -> Span {
    let width = f64::from(view.width());
    Span { least: width - bar(view), most: width }
}

fn bar(view: View) -> f64 {
    if view.width() > 1_000 { BAR } else { 0.0 }
}

/// An element whose width is wanted, with the content width of the block around it.
struct Measured<'a> {
    styles: &'a Styles,
    at: At<'a>,
    view: View,
    kind: Kind,
    around: Span,
}

impl Measured<'_> {
    /// None: there is no box.
    fn inside(&self) -> Option<Span> {
        let style = self.style();
        if !style.is_sure(Property::Display) {
            return Some(Span::ANY);
        }
        match style.display() {
            // Blocks inside are as wide as the block around.
            "inline" | "contents" if !is_drawn(self.document(), self.at.node) => return Some(self.around),
            "none" => return None,
            // What stands in its cells may make it wider, and the other cells narrower.
            display if display.starts_with("table") || display == "inline-table" => return Some(Span::ANY),
            _ => {}
        }
        let place = self.place(style);
        let edges = self.sum(style, &EDGES);
        let own = self.length(style, Property::Width, place).filter(|_| place != Place::Flex);
        let mut inside = match own {
            Some(own) => self.content(own, edges),
            None if place == Place::Block && self.is_stretched(style) => self.stretched(style, edges),
            None => Span::ANY,
        };
        if let Some(most) = self.bound(style, Property::MaxWidth, place) {
            let most = self.content(most, edges);
            inside = Span { least: inside.least.min(most.least), most: inside.most.min(most.most) };
        }
        if let Some(least) = self.bound(style, Property::MinWidth, place) {
            let least = self.content(least, edges);
            inside = Span { least: inside.least.max(least.least), most: inside.most.max(least.most) };
        }
        if self.document().tag(self.at.node) == "fieldset" {
            // As wide as its widest word at least.
            inside.most = f64::INFINITY;
        }
        if self.may_scroll(style) {
            inside.least -= bar(self.view);
        }
        Some(inside.not_below_zero())
    }

    fn document(&self) -> &Document {
        self.at.ground.document
    }

    fn style(&self) -> &Style {
        self.styles.get(self.at.node, self.view)
    }

    /// As wide as the block around, less margins, borders and padding.
    fn stretched(&self, style: &Style, edges: Span) -> Span {
        let margins = self.sum(style, &[Property::MarginLeft, Property::MarginRight]);
        let mut inside = self.around.minus(margins).minus(edges).not_below_zero();
        if is_apart(style) && self.is_after_float() {
            inside.least = 0.0;
        }
        inside
    }

    fn place(&self, style: &Style) -> Place {
        let is =
            |property, words: &[&str]| style.is_sure(property) && words.contains(&style.get(property).word());
        if !is(Property::Position, &["static", "relative", "sticky"]) {
            return Place::Elsewhere;
        }
        let above = self.document().ancestors(self.at.node).filter(|&up| self.document().is_element(up));
        let styles = above.map(|up| self.styles.get(up, self.view));
        let mut boxes = styles.skip_while(|style| style.display() == "contents");
        let Some(around) = boxes.next() else { return Place::Block };
        match around.display() {
            _ if !around.is_sure(Property::Display) => Place::Elsewhere,
            "flex" | "inline-flex" => Place::Flex,
            "grid" | "inline-grid" => Place::Grid,
            "inline" | "block" | "inline-block" | "flow-root" | "list-item" | "table-cell"
            | "table-caption" => Place::Block,
            _ => Place::Elsewhere,
        }
    }

    /// Whether a block without a width of its own fills the one around it.
    fn is_stretched(&self, style: &Style) -> bool {
        let is_block = matches!(style.display(), "block" | "flow-root" | "list-item" | "flex" | "grid");
        let has_ratio = self.kind.has_ratio
            && [Property::Height, Property::MinHeight, Property::MaxHeight]
                .iter()
                .any(|property| !matches!(style.get(*property).word(), "auto" | "none"));
        let is_auto = style.is_sure(Property::Width) && style.get(Property::Width).word() == "auto";
        let is_in_flow = style.is_sure(Property::Float) && style.get(Property::Float).word() == "none";
        is_auto && is_block && is_in_flow && !has_ratio && !is_drawn(self.document(), self.at.node)
    }

    /// A width that is declared. None: it is not, or nobody knows.
    fn length(&self, style: &Style, property: Property, place: Place) -> Option<Span> {
        if !style.is_sure(property) {
            return None;
        }
        let part = |percent: f32| (place == Place::Block).then(|| self.around.part(percent.into()));
        match style.get(property) {
            Value::Px(px) => Some(Span::exactly((*px).into())),
            Value::Percent(percent) => part(*percent),
            Value::Mixed { px, percent } => Some(part(*percent)?.plus(Span::exactly((*px).into()))),
            _ => None,
        }
    }

    /// The least or greatest width that is declared. None: there is none.
    fn bound(&self, style: &Style, property: Property, place: Place) -> Option<Span> {
        let is_none = style.is_sure(property) && matches!(style.get(property).word(), "auto" | "none");
        if is_none { None } else { Some(self.length(style, property, place).unwrap_or(Span::ANY)) }
    }

    /// The width of the content, where a declared one may be that of the whole box.
    fn content(&self, declared: Span, edges: Span) -> Span {
        let less = declared.minus(edges);
        let content = match self.kind.sizing {
            Sizing::Content => declared,
            Sizing::Border => less,
            Sizing::Unknown => Span { least: less.least, most: declared.most },
        };
        content.not_below_zero()
    }

    /// Margins, or padding and borders, of both sides together.
    fn sum(&self, style: &Style, properties: &[Property]) -> Span {
        properties.iter().fold(Span::NOTHING, |sum, property| sum.plus(self.side(style, *property)))
    }

    fn side(&self, style: &Style, property: Property) -> Span {
        let is_margin = matches!(property, Property::MarginLeft | Property::MarginRight);
        let line = match property {
            Property::BorderLeftWidth => Property::BorderLeftStyle,
            Property::BorderRightWidth => Property::BorderRightStyle,
            other => other,
        };
        if style.is_sure(property) && style.is_sure(line) {
            match style.get(property) {
                Value::Px(px) => return Span::exactly((*px).into()),
                Value::Percent(percent) => return self.around.part((*percent).into()),
                Value::Mixed { px, percent } => {
                    return self.around.part((*percent).into()).plus(Span::exactly((*px).into()));
                }
                // What is left over, which a block that fills the one around it has not.
                Value::Word("auto") => return Span::NOTHING,
                _ => {}
            }
        }
        Span { least: if is_margin { f64::NEG_INFINITY } else { 0.0 }, most: f64::INFINITY }
    }

    /// Whether a bar for scrolling may stand in it. That of the root and the body is the window's.
    fn may_scroll(&self, style: &Style) -> bool {
        let document = self.document();
        let html = document.html;
        let is_visible = |style: &Style| {
            let is = |property, words: &[&str]| {
                style.is_sure(property) && words.contains(&style.get(property).word())
            };
            is(Property::OverflowY, &["hidden", "clip"])
                || is(Property::OverflowX, &["visible", "clip"]) && is(Property::OverflowY, &["visible"])
        };
        let is_window = self.at.node == html
            || document.tag(self.at.node) == "body" && is_visible(self.styles.get(html, self.view));
        !is_window && !is_visible(style)
    }

    /// Whether something before it in the same surroundings floats, beside which it may have to stand.
    fn is_after_float(&self) -> bool {
        let document = self.document();
        let is_root = |up: &NodeId| document.is_element(*up) && holds_floats(self.styles.get(*up, self.view));
        let root = document.ancestors(self.at.node).find(is_root).unwrap_or(document.html);
        for before in document.descendants(root).take_while(|&before| before != self.at.node) {
            if !self.at.step() {
                return true;
            }
            let floats = |style: &Style| {
                !style.is_sure(Property::Float) || style.get(Property::Float).word() != "none"
            };
            if document.is_element(before) && floats(self.styles.get(before, self.view)) {
                return true;
            }
        }
        false
    }
}

const EDGES: [Property; 4] =
    [Property::PaddingLeft, Property::PaddingRight, Property::BorderLeftWidth, Property::BorderRightWidth];

/// Whether floats outside do not reach into an element, which stands beside them instead.
fn is_apart(style: &Style) -> bool {
    let is = |property, word| style.is_sure(property) && style.get(property).word() == word;
    let contains = style.get(Property::ContainerType);
    !is(Property::OverflowX, "visible")
        || !is(Property::OverflowY, "visible")
        || !style.is_sure(Property::ContainerType)
        || contains.text() != "normal"
        || matches!(style.display(), "flow-root" | "flex" | "grid")
}

/// Whether floats inside an element matter to nothing outside.
fn holds_floats(style: &Style) -> bool {
    is_apart(style)
        || matches!(style.display(), "inline-block" | "table-cell" | "table-caption")
        || matches!(style.position(), "absolute" | "fixed")
        || style.get(Property::Float).word() != "none"
}

/// Whether the browser gives an element a size of its own, or one that no sheet knows.
pub(super) fn is_drawn(document: &Document, node: NodeId) -> bool {
    match document.tag(node) {
        "img" | "input" | "button" | "select" | "textarea" | "iframe" | "video" | "audio" | "canvas"
        | "svg" | "object" | "embed" | "fieldset" | "legend" | "meter" | "progress" | "table" | "marquee"
        | "math" | "frameset" | "frame" | "dir" | "" => true,
        "body" => {
            ["marginwidth", "leftmargin", "rightmargin"].iter().any(|name| document.has_attr(node, name))
        }
        _ => false,
    }
}
