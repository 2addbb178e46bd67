//! Which colours of a background picture lie behind a text: all of them, or those behind its first character, whose place
//! styles alone give away.
//!
//! A text fails where even one character cannot be told from its ground. So nothing has to be laid out: the first
//! character of a text that starts its block lies in the upper left corner of that block, within an area that no font leaves.

use super::{
    contrast::with_ancestors,
    css::{Property, Pseudo, Rgba, Style, Value, View},
    dom::NodeId,
    page::Page,
    pictures::{Colours, Picture},
    texts::{Kind, Text},
};

/// No character is wider or, where a font says how high a line is, higher than so many times its size.
const WIDEST: f32 = 1.5;
const HIGHEST: f32 = 2.5;
/// Colours looked at between the darkest and the lightest.
const BETWEEN: usize = 8;

/// How much of a picture counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Whatever it shows anywhere.
    Whole,
    /// What lies behind the first character, where that is known; else the whole.
    Start,
}

/// An area in pixels, seen from the upper left corner of an element's padding.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

/// The colours that a picture in the background of `up` may put behind a text, with [`Rgba::TRANSPARENT`] where it may not
/// cover what lies below. None: nobody knows.
pub(super) fn colours(
    page: &Page,
    text: Text,
    up: NodeId,
    view: View,
    address: &str,
    part: Part,
) -> Option<Vec<Rgba>> {
    let style = page.styles.get(up, view);
    let base = page.styles.base(style.origin(Property::BackgroundImage), &page.url)?;
    // A page may say that its addresses start elsewhere.
    if page.named("base").iter().any(|&node| page.has_attr(node, "href")) {
        return None;
    }
    let picture = page.pictures.at(&super::css::Sheets::address(base, address))?;
    let is_painted = matches!(style.get(Property::BackgroundClip).text(), "border-box" | "padding-box");
    if !is_painted || !style.is_sure(Property::BackgroundClip) {
        return None;
    }
    let below = style.colour_of(Property::BackgroundColor).filter(|colour| colour.alpha >= 1.0);
    let is_start = part == Part::Start && text.node == up;
    let (found, covers) = is_start
        .then(|| first_character(page, text, view).and_then(|area| in_area(style, &picture, area, below)))
        .flatten()
        .or_else(|| whole(style, &picture, below))?;
    let steps = (0..=BETWEEN).map(|step| step as f32 / BETWEEN as f32);
    let mut colours: Vec<Rgba> = found
        .iter()
        .flat_map(|found| steps.clone().map(|step| found.darkest.between(found.lightest, step)))
        .collect();
    colours.extend((!covers).then_some(Rgba::TRANSPARENT));
    colours.dedup();
    Some(colours)
}

/// All colours of a picture, and whether nothing but them is seen.
fn whole(style: &Style, picture: &Picture, below: Option<Rgba>) -> Option<(Option<Colours>, bool)> {
    let found = picture.colours(0..picture.width, 0..picture.height, below)?;
    let repeats =
        style.is_sure(Property::BackgroundRepeat) && style.get(Property::BackgroundRepeat).text() == "repeat";
    Some((Some(found), repeats && style.get(Property::BackgroundAttachment).text() == "scroll"))
}

/// The colours of an area of the background. No colours: the picture lies elsewhere.
fn in_area(
    style: &Style,
    picture: &Picture,
    area: Area,
    below: Option<Rgba>,
) -> Option<(Option<Colours>, bool)> {
    let is =
        |property, words: &[&str]| style.is_sure(property) && words.contains(&style.get(property).text());
    let is_placed = is(Property::BackgroundSize, &["auto", "auto auto"])
        && is(Property::BackgroundOrigin, &["padding-box"])
        && is(Property::BackgroundAttachment, &["scroll", "local"])
        && style.is_sure(Property::BackgroundRepeat);
    let offset = |property, edge| {
        let text = Some(style.get(property)).filter(|_| style.is_sure(property))?.text();
        let px = text.strip_suffix("px").and_then(|px| px.parse::<f32>().ok()).filter(|px| px.is_finite());
        if text == edge || text == "0%" || text == "0" { Some(0.0) } else { px }
    };
    if !is_placed {
        return None;
    }
    let left = offset(Property::BackgroundPositionX, "left")?;
    let top = offset(Property::BackgroundPositionY, "top")?;
    let (repeats_across, repeats_down) = match style.get(Property::BackgroundRepeat).text() {
        "repeat" | "repeat repeat" => (true, true),
        "no-repeat" | "no-repeat no-repeat" => (false, false),
        "repeat-x" => (true, false),
        "repeat-y" => (false, true),
        _ => return None,
    };
    let columns = covered((area.left - left, area.right - left), picture.width, repeats_across);
    let rows = covered((area.top - top, area.bottom - top), picture.height, repeats_down);
    let (Some((columns, all_columns)), Some((rows, all_rows))) = (columns, rows) else {
        return Some((None, false));
    };
    let found = picture.colours(columns, rows, below)?;
    Some((Some(found), all_columns && all_rows))
}

/// Pixels of a picture behind a stretch, one more on each side, and whether they cover it. None: there are none.
fn covered((from, to): (f32, f32), length: usize, repeats: bool) -> Option<(std::ops::Range<usize>, bool)> {
    let (from, to) = (from.floor(), to.ceil());
    let end = length as f32;
    let is_inside = from >= 0.0 && to <= end;
    if !is_inside && repeats {
        return Some((0..length, true));
    }
    let (first, last) = ((from - 1.0).max(0.0), (to + 1.0).min(end));
    (first < last).then_some((first as usize..last as usize, is_inside))
}

/// Where the first character of a text lies that starts a block, if no layout can put it elsewhere.
/// A sign that leans out of its block to the left by a hair is not counted.
fn first_character(page: &Page, text: Text, view: View) -> Option<Area> {
    let node = text.node;
    let style = page.styles.get(node, view);
    let is_block = matches!(style.display(), "block" | "flow-root") && style.is_sure(Property::Display);
    let has_signs = [Pseudo::Before, Pseudo::FirstLine, Pseudo::FirstLetter]
        .into_iter()
        .any(|pseudo| page.styles.pseudo(node, pseudo, view).is_some());
    if text.kind != Kind::Own
        || !is_block
        || has_signs
        || !starts_with_text(page, node)
        || has_floats(page, view)
    {
        return None;
    }
    let px = |property| style.get(property).px().filter(|_| style.is_sure(property));
    let size = style.font_size()?;
    let is_straight = matches!(style.get(Property::WhiteSpace).text(), "normal" | "nowrap");
    let spacing = px(Property::LetterSpacing)?.abs();
    let indent = px(Property::TextIndent)?;
    let (left, top) = (px(Property::PaddingLeft)? + indent, px(Property::PaddingTop)?);
    // A low line leaves characters that stand out above and below.
    let (line, outside) = match *style.get(Property::LineHeight) {
        Value::Word("normal") => (HIGHEST * size, 0.0),
        Value::Number(times) => (times * size, (WIDEST - times).max(0.0) / 2.0 * size),
        Value::Px(line) => (line, (WIDEST * size - line).max(0.0) / 2.0),
        _ => return None,
    };
    let area = Area {
        left: (left - spacing).max(0.0),
        top: top - outside,
        right: left + WIDEST * size + spacing,
        bottom: top + line + outside,
    };
    let is_sure = style.is_sure(Property::LineHeight) && style.is_sure(Property::FontSize);
    let fits = area.top >= 0.0
        && left >= 0.0
        && is_high(page, node, view, area.bottom)
        && is_wide(page, node, view, area.right);
    (is_sure && is_straight && fits).then_some(area)
}

/// Whether the first thing in an element is a text whose first character is written from left to right.
fn starts_with_text(page: &Page, node: NodeId) -> bool {
    let mut parts = page.children(node).filter(|&child| {
        page.is_element(child) || page.text(child).is_some_and(|text| !text.trim().is_empty())
    });
    let first =
        parts.next().and_then(|first| page.text(first)).and_then(|text| text.trim_start().chars().next());
    // Letters from Hebrew on may run the other way, or be put together with others.
    let runs_right = |c: char| c.is_alphanumeric() && c < '\u{300}';
    first.is_some_and(runs_right)
}

/// Whether something may push lines aside.
fn has_floats(page: &Page, view: View) -> bool {
    page.elements().any(|node| {
        let float =
            |style: &Style| style.get(Property::Float).word() != "none" || !style.is_sure(Property::Float);
        let styles = &page.styles;
        let signs = [Pseudo::Before, Pseudo::After]
            .into_iter()
            .filter_map(|pseudo| styles.pseudo(node, pseudo, view));
        std::iter::once(styles.get(node, view)).chain(signs).any(float)
    })
}

/// Whether an element reaches down to some place from the upper edge of its padding.
fn is_high(page: &Page, node: NodeId, view: View, bottom: f32) -> bool {
    let style = page.styles.get(node, view);
    let is_free =
        |property, free: &[&str]| style.is_sure(property) && free.contains(&style.get(property).word());
    if is_free(Property::Height, &["auto"]) && is_free(Property::MaxHeight, &["none"]) {
        return true;
    }
    let limit = |property| match style.get(property) {
        _ if !style.is_sure(property) => Some(0.0),
        Value::Px(px) => Some(*px),
        Value::Word("auto" | "none") => None,
        _ => Some(0.0),
    };
    let height =
        [Property::Height, Property::MaxHeight].into_iter().filter_map(limit).fold(f32::MAX, f32::min);
    let px = |property| style.get(property).px().filter(|_| style.is_sure(property)).unwrap_or(0.0);
    let padding = match page.styles.lays(page, node).whole_box {
        // Borders are part of the height as well.
        true => -borders(style, &[Property::BorderTopWidth, Property::BorderBottomWidth]).unwrap_or(f32::MAX),
        false => px(Property::PaddingTop) + px(Property::PaddingBottom),
    };
    height + padding >= bottom
}

/// Whether an element reaches so far to the right in the narrowest window, and its lines begin on the left.
fn is_wide(page: &Page, node: NodeId, view: View, right: f32) -> bool {
    let mut room = view.width() as f32;
    for up in with_ancestors(page, node) {
        let style = page.styles.get(up, view);
        let px = |property| match style.get(property) {
            _ if !style.is_sure(property) => None,
            Value::Word("auto") => Some(0.0),
            value => value.px(),
        };
        let sides =
            [Property::MarginLeft, Property::MarginRight, Property::PaddingLeft, Property::PaddingRight];
        let Some(taken) = sides.into_iter().map(px).sum::<Option<f32>>() else { return false };
        let Some(lines) = borders(style, &[Property::BorderLeftWidth, Property::BorderRightWidth]) else {
            return false;
        };
        room -= taken.max(0.0) + lines;
        let limits = [Property::Width, Property::MaxWidth].map(|property| match style.get(property) {
            _ if !style.is_sure(property) => false,
            Value::Word("auto" | "none") | Value::Percent(100.0) => true,
            Value::Px(px) => *px - taken - lines >= right,
            _ => false,
        });
        let is_plain = matches!(style.display(), "block" | "flow-root" | "list-item")
            && matches!(style.position(), "static" | "relative")
            && !style.makes_columns()
            && style.is_sure(Property::Display)
            && limits == [true; 2];
        let turns = page.has_attr(up, "dir")
            && !page.attr(up, "dir").is_some_and(|dir| dir.eq_ignore_ascii_case("ltr"));
        if !is_plain || turns || page.has_attr(up, "align") || page.styles.lays(page, up).elsewhere {
            return false;
        }
    }
    room >= right
}

/// The widths of borders that are there, together. None: nobody knows.
fn borders(style: &Style, widths: &[Property]) -> Option<f32> {
    let one = |&width: &Property| {
        let line = match width {
            Property::BorderTopWidth => Property::BorderTopStyle,
            Property::BorderRightWidth => Property::BorderRightStyle,
            Property::BorderBottomWidth => Property::BorderBottomStyle,
            _ => Property::BorderLeftStyle,
        };
        if style.is_sure(line) && matches!(style.get(line).word(), "none" | "hidden") {
            return Some(0.0);
        }
        style.get(width).px().filter(|_| style.is_sure(width))
    };
    widths.iter().map(one).sum()
}
