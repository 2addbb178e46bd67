//! What `plain` knows of elements: for each name how its content is read, and what may stand in what.
//!
//! Only what no parser has to repair is allowed, so these tables are narrower than HTML: what is missing here is read
//! by html5ever.

use std::sync::LazyLock;

use html5ever::{LocalName, local_name};

use crate::audit::numbers::ByName;

/// How the parser treats an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Document,
    Html,
    Head,
    /// Closes an open paragraph.
    Flow,
    /// Runs on in the line, or is one that nothing happens to.
    Phrasing,
    Paragraph,
    Heading,
    Link,
    Button,
    Form,
    List,
    Item,
    Definitions,
    Term,
    /// A `<pre>`, which swallows a line feed.
    Preformatted,
    /// No content, no end tag.
    Void,
    /// The `<hr>`.
    Rule,
    Meta,
    Script,
    Style,
    /// The `<iframe>`, which holds no markup either.
    Frame,
    Title,
    /// The `<textarea>`.
    Area,
    Table,
    Caption,
    Columns,
    Column,
    Rows,
    Row,
    Cell,
    Select,
    Group,
    Choice,
    Drawing,
}

impl Class {
    /// Whether text may stand directly in it; elsewhere only white space.
    pub(super) fn holds_text(self) -> bool {
        !matches!(
            self,
            Self::Document
                | Self::Html
                | Self::Head
                | Self::Table
                | Self::Columns
                | Self::Rows
                | Self::Row
                | Self::Select
                | Self::Group
        )
    }

    pub(super) fn closes_paragraphs(self) -> bool {
        matches!(
            self,
            Self::Flow
                | Self::Paragraph
                | Self::Heading
                | Self::Form
                | Self::List
                | Self::Item
                | Self::Definitions
                | Self::Term
                | Self::Preformatted
                | Self::Rule
                | Self::Table
        )
    }

    /// Whether a child is put where it is written. `name` is that of this element, `above` that of its parent.
    pub(super) fn admits(self, child: Self, name: &str, above: Option<&str>) -> bool {
        match self {
            Self::Document | Self::Html | Self::Choice => false,
            Self::Head => {
                matches!(child, Self::Meta | Self::Script | Self::Style | Self::Title) && name == "head"
            }
            Self::Table => matches!(child, Self::Caption | Self::Columns | Self::Rows),
            Self::Columns => child == Self::Column,
            Self::Rows => child == Self::Row,
            Self::Row => child == Self::Cell,
            Self::Select => matches!(child, Self::Group | Self::Choice),
            Self::Group => child == Self::Choice,
            Self::Drawing => child == Self::Drawing,
            _ => match child {
                Self::Caption
                | Self::Columns
                | Self::Column
                | Self::Rows
                | Self::Row
                | Self::Cell
                | Self::Group
                | Self::Title => false,
                Self::Item => self == Self::List,
                Self::Term => self == Self::Definitions || name == "div" && above == Some("dl"),
                _ => true,
            },
        }
    }
}

/// Each name with its class.
macro_rules! elements {
    ($($class:ident [$($name:tt)*])*) => {
        static KNOWN: LazyLock<ByName<(LocalName, Class)>> =
            LazyLock::new(|| ByName::from_iter([$($(($name, (local_name!($name), Class::$class)),)*)*]));
    };
}

elements! {
    Flow ["address" "article" "aside" "blockquote" "details" "dialog" "div" "fieldset" "figcaption" "figure" "footer"
        "header" "hgroup" "main" "nav" "search" "section" "summary"]
    Phrasing ["abbr" "audio" "b" "bdi" "bdo" "canvas" "cite" "code" "data" "datalist" "del" "dfn" "em" "i" "ins" "kbd"
        "label" "legend" "map" "mark" "meter" "object" "output" "picture" "progress" "q" "s" "samp" "small" "span"
        "strong" "sub" "sup" "time" "u" "var" "video"]
    Paragraph ["p"]
    Heading ["h1" "h2" "h3" "h4" "h5" "h6"]
    Link ["a"]
    Button ["button"]
    Form ["form"]
    List ["ul" "ol" "menu"]
    Item ["li"]
    Definitions ["dl"]
    Term ["dt" "dd"]
    Preformatted ["pre"]
    Void ["area" "br" "embed" "img" "input" "source" "track" "wbr"]
    Rule ["hr"]
    Meta ["base" "link" "meta"]
    Script ["script"]
    Style ["style"]
    Frame ["iframe"]
    Title ["title"]
    Area ["textarea"]
    Table ["table"]
    Caption ["caption"]
    Columns ["colgroup"]
    Column ["col"]
    Rows ["thead" "tbody" "tfoot"]
    Row ["tr"]
    Cell ["td" "th"]
    Select ["select"]
    Group ["optgroup"]
    Choice ["option"]
    Drawing ["svg"]
}

/// What is known of an HTML element.
pub(super) fn known(name: &str) -> Option<(LocalName, Class)> {
    KNOWN.get(name).cloned()
}

/// The elements of drawings that hold only their like.
pub(super) fn known_in_drawings(name: &str) -> Option<LocalName> {
    Some(match name {
        "circle" => local_name!("circle"),
        "defs" => local_name!("defs"),
        "ellipse" => local_name!("ellipse"),
        "g" => local_name!("g"),
        "line" => local_name!("line"),
        "path" => local_name!("path"),
        "polygon" => local_name!("polygon"),
        "polyline" => local_name!("polyline"),
        "rect" => local_name!("rect"),
        "svg" => local_name!("svg"),
        "symbol" => local_name!("symbol"),
        "text" => local_name!("text"),
        "tspan" => local_name!("tspan"),
        "use" => local_name!("use"),
        _ => return None,
    })
}

/// Attributes whose names the parser does not change in drawings.
pub(super) fn is_plain_in_drawings(name: &str) -> bool {
    name.starts_with("aria-")
        || name.starts_with("data")
        || matches!(
            name,
            "class"
                | "cx"
                | "cy"
                | "d"
                | "fill"
                | "fill-rule"
                | "focusable"
                | "height"
                | "hidden"
                | "href"
                | "id"
                | "points"
                | "r"
                | "role"
                | "rx"
                | "ry"
                | "stroke"
                | "stroke-linecap"
                | "stroke-linejoin"
                | "stroke-width"
                | "style"
                | "text-anchor"
                | "transform"
                | "viewBox"
                | "width"
                | "x"
                | "x1"
                | "x2"
                | "y"
                | "y1"
                | "y2"
        )
}
