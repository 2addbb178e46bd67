//! `target-size`: what is pressed is 24 pixels wide and high, or has no other target near. Told only where sizes are definite.

use crate::{
    audit::{
        NodeId, Page,
        css::{Property, Style, View},
    },
    rule::Verdict,
};

page_rule! {
    "target-size" { severity: Error, wcag: ["2.5.8"], act: [], }
    Pass r#"<button aria-label="Cerca" style="width: 24px; height: 24px"></button>"#
    Fail r#"<div><a href="/a" aria-label="Avanti" style="display: inline-block; width: 12px; height: 20px"></a><a href="/b" aria-label="Indietro" style="display: inline-block; width: 12px; height: 20px"></a></div>"#
    Inapplicable r#"<p>Gli orari sono <a href="/orari">in questa pagina</a></p>"#
    Inapplicable r#"<button aria-label="Cerca" style="width: 16px; height: 16px"></button>"#
}

/// WCAG 2.5.8: so wide and high, or a circle of this diameter around its middle to itself.
const LEAST: f32 = 24.0;
/// A space is no wider than this, in parts of the font's size.
const SPACE: f32 = 0.6;
/// Two targets on one line are surely not parted by its end if they need no more room than this.
const ROOM: f32 = 120.0;
/// Nodes looked at in one target.
const NODES: usize = 50;

/// A target that stands in the flow of the page, with the most room that it takes.
#[derive(Clone, Copy, Debug)]
struct Target {
    width: f32,
    height: f32,
    is_block: bool,
}

impl Target {
    fn is_small(self) -> bool {
        self.width < LEAST || self.height < LEAST
    }
}

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    let view_of = |node| {
        let views = page.visibility.visible_in(node);
        std::iter::once(View::DESK).chain(View::all()).find(|view| views & view.bit() != 0)
    };
    let mut verdicts = Vec::new();
    for node in page.elements().filter(|&node| may_be_target(page, node)) {
        let Some(view) = view_of(node) else { continue };
        let Some(target) = target(page, node, view) else { continue };
        if !target.is_small() {
            verdicts.push((node, Verdict::Passed));
            continue;
        }
        for (first, second) in [(Some(node), neighbour(page, node, true)), (neighbour(page, node, false), Some(node))] {
            let (Some(first), Some(second)) = (first, second) else { continue };
            if are_close(page, first, second, node, view) {
                let verdict = Verdict::failed("target-size")
                    .with("width", target.width.round() as u32)
                    .with("height", target.height.round() as u32);
                verdicts.push((node, verdict));
                break;
            }
        }
    }
    verdicts
}

fn may_be_target(page: &Page, node: NodeId) -> bool {
    page.role(node).is_widget && !matches!(page.tag(node), "" | "area") && page.is_in_tab_order(node)
}

/// The size of a target, if its style says it and nothing in it sticks out.
fn target(page: &Page, node: NodeId, view: View) -> Option<Target> {
    let style = page.styles.get(node, view);
    let is_block = match style.display() {
        "block" => true,
        "inline-block" => false,
        _ => return None,
    };
    let stands = style.position() == "static"
        && style.is_sure(Property::Position)
        && style.get(Property::Float).word() == "none"
        && [Property::Transform, Property::Scale, Property::Rotate, Property::Translate]
            .iter()
            .all(|&property| style.get(property).text() == "none");
    if !stands || !style.is_sure(Property::Display) || !style.is_sure(Property::Float) {
        return None;
    }
    let (width, height) = size(style)?;
    let cuts = |property| matches!(style.get(property).word(), "hidden" | "clip") && style.is_sure(property);
    let is_cut = cuts(Property::OverflowX) && cuts(Property::OverflowY);
    let fits = |below| match page.text(below) {
        Some(text) => text.trim().is_empty(),
        None if page.is_element(below) => {
            let inner = size(page.styles.get(below, view));
            inner.is_some_and(|(w, h)| w <= width && h <= height)
        }
        None => true,
    };
    let mut inside = page.descendants(node);
    // Of what was not looked at nothing is known.
    let mut all_fit = || inside.by_ref().take(NODES).all(fits) && inside.next().is_none();
    (is_cut || all_fit()).then_some(Target { width, height, is_block })
}

/// The most that a box takes: with `box-sizing: border-box` it is smaller.
fn size(style: &Style) -> Option<(f32, f32)> {
    let sum = |properties: [Property; 3], borders: [(Property, Property); 2], limits: [Property; 2]| {
        let mut sum = 0.0;
        for property in properties {
            sum += style.get(property).px().filter(|_| style.is_sure(property))?;
        }
        for (width, line) in borders {
            if style.get(line).word() != "none" || !style.is_sure(line) {
                sum += style.get(width).px().filter(|_| style.is_sure(width))?;
            }
        }
        // A least or greatest size would have to be weighed against the other.
        let is_free = |&property: &Property| {
            style.is_sure(property) && (matches!(style.get(property).word(), "auto" | "none") || style.get(property).px() == Some(0.0))
        };
        limits.iter().all(is_free).then_some(sum)
    };
    let width = sum(
        [Property::Width, Property::PaddingLeft, Property::PaddingRight],
        [
            (Property::BorderLeftWidth, Property::BorderLeftStyle),
            (Property::BorderRightWidth, Property::BorderRightStyle),
        ],
        [Property::MinWidth, Property::MaxWidth],
    )?;
    let height = sum(
        [Property::Height, Property::PaddingTop, Property::PaddingBottom],
        [
            (Property::BorderTopWidth, Property::BorderTopStyle),
            (Property::BorderBottomWidth, Property::BorderBottomStyle),
        ],
        [Property::MinHeight, Property::MaxHeight],
    )?;
    Some((width, height))
}

/// The next target in the same parent, or the one before, with nothing between them.
fn neighbour(page: &Page, node: NodeId, after: bool) -> Option<NodeId> {
    let siblings: Vec<NodeId> = page.children(page.parent(node)?).take(NODES * 4).collect();
    let place = siblings.iter().position(|&sibling| sibling == node)?;
    let is_there = |&other: &NodeId| match page.text(other) {
        Some(text) => !text.trim().is_empty(),
        None => page.is_element(other) && page.visibility.is_visible(other),
    };
    let found = if after {
        siblings[place + 1..].iter().copied().find(is_there)
    } else {
        siblings[..place].iter().rev().copied().find(is_there)
    };
    found.filter(|&other| page.is_element(other) && may_be_target(page, other))
}

/// Whether the circle around `small`, one of the two, surely meets the other or its circle.
fn are_close(page: &Page, first: NodeId, second: NodeId, small: NodeId, view: View) -> bool {
    let (Some(parent), Some(one), Some(two)) =
        (page.parent(first), target(page, first, view), target(page, second, view))
    else {
        return false;
    };
    let styles = [page.styles.get(first, view), page.styles.get(second, view)];
    let around = page.styles.get(parent, view);
    if one.is_block != two.is_block || around.makes_columns() || !is_plain(around) {
        return false;
    }
    let (own, other) = if small == first { (one, two) } else { (two, one) };
    let margin = |style: &Style, property| style.get(property).px().filter(|_| style.is_sure(property));
    let (along, across) = if one.is_block {
        let lefts = styles.map(|style| margin(style, Property::MarginLeft));
        let (Some(below), Some(above), [Some(a), Some(b)]) =
            (margin(styles[0], Property::MarginBottom), margin(styles[1], Property::MarginTop), lefts)
        else {
            return false;
        };
        (below.max(above), ((a + one.width / 2.0) - (b + two.width / 2.0)).abs())
    } else {
        let (Some(right), Some(left), Some(size)) = (
            margin(styles[0], Property::MarginRight),
            margin(styles[1], Property::MarginLeft),
            around.font_size(),
        ) else {
            return false;
        };
        let gap = right + left + if has_space_after(page, first) { size * SPACE } else { 0.0 };
        if !stand_on_one_line(page, first, parent, one.width + gap + two.width, view) || one.height != two.height {
            return false;
        }
        (gap, 0.0)
    };
    let (own_half, other_half) = if one.is_block {
        (own.height / 2.0, other.height / 2.0)
    } else {
        (own.width / 2.0, other.width / 2.0)
    };
    if other.is_small() {
        let distance = own_half + along + other_half;
        return distance.hypot(across) < LEAST;
    }
    let is_beside = !one.is_block || across < other.width / 2.0;
    is_beside && own_half + along < LEAST / 2.0
}

fn has_space_after(page: &Page, node: NodeId) -> bool {
    let after = std::iter::successors(page.next_sibling(node), |&next| page.next_sibling(next));
    after.take_while(|&next| !page.is_element(next)).any(|next| page.text(next).is_some_and(|text| !text.is_empty()))
}

fn is_plain(parent: &Style) -> bool {
    parent.is_sure(Property::Display)
        && matches!(parent.display(), "block" | "list-item" | "inline-block" | "flow-root")
        && parent.get(Property::LetterSpacing).px() == Some(0.0)
        && parent.get(Property::WordSpacing).px() == Some(0.0)
}

/// Whether two targets begin their line, and nothing around them is narrower than both.
fn stand_on_one_line(page: &Page, first: NodeId, parent: NodeId, room: f32, view: View) -> bool {
    let begins = page.children(parent).take_while(|&child| child != first).all(|child| match page.text(child) {
        Some(text) => text.trim().is_empty(),
        None => !page.is_element(child) || !page.visibility.is_visible(child),
    });
    let is_wide = |up: NodeId| {
        let style = page.styles.get(up, view);
        let widths = [Property::Width, Property::MaxWidth].map(|property| style.get(property));
        !style.makes_columns()
            && widths.iter().all(|width| match width.px() {
                Some(px) => px >= room,
                None => matches!(width.word(), "auto" | "none"),
            })
    };
    begins && room <= ROOM && std::iter::once(parent).chain(page.ancestors(parent)).filter(|&up| page.is_element(up)).all(is_wide)
}
