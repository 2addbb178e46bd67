//! `scrollable-region-focusable`: what scrolls by itself can be scrolled with the keyboard.

use crate::{
    audit::{
        NodeId, Page,
        css::{Property, Style, View},
    },
    rule::Verdict,
};

audit_rule! {
    "scrollable-region-focusable" {
        severity: Error,
        wcag: ["2.1.1"],
        act: ["0ssw9k"],
        tags: ["*"],
    }
    Pass r#"<div style="overflow: auto; height: 100px" tabindex="0"><p>Elenco degli uffici</p></div>"#
    Pass r#"<div style="overflow: auto; height: 100px"><p><a href="/uffici">Elenco degli uffici</a></p></div>"#
    Fail r#"<div style="overflow-x: auto; width: 60px; white-space: nowrap">Elenco di tutti gli uffici del Comune</div>"#
    CantTell r#"<div style="overflow: auto; height: 100px"><p>Elenco degli uffici</p></div>"#
    Inapplicable r#"<div style="overflow: hidden; height: 100px"><p>Elenco degli uffici</p></div>"#
}

/// A letter is at least this wide, in parts of the font's size, on the average of any line.
const NARROW: f32 = 0.3;
/// Nodes looked at inside.
const NODES: usize = 5_000;

fn applies(page: &Page, node: NodeId) -> bool {
    // Most elements scroll nowhere, which is known of their style.
    page.styles.scrolls(node)
        && !matches!(page.tag(node), "" | "html" | "body" | "iframe" | "textarea" | "select" | "input" | "svg")
        && page.visibility.is_visible(node)
        && view(page, node).is_some_and(|view| {
            let style = page.styles.get(node, view);
            down(style).is_some() || across(style)
        })
}

fn view(page: &Page, node: NodeId) -> Option<View> {
    let views = page.visibility.visible_in(node);
    std::iter::once(View::DESK).chain(View::all()).find(|view| views & view.bit() != 0)
}

fn scrolls(style: &Style, property: Property) -> bool {
    matches!(style.get(property).word(), "auto" | "scroll") && style.is_sure(property)
}

/// The height beyond which it scrolls.
fn down(style: &Style) -> Option<f32> {
    let limit = [Property::Height, Property::MaxHeight].into_iter().find_map(|property| style.get(property).px());
    limit.filter(|limit| *limit > 1.0 && scrolls(style, Property::OverflowY))
}

/// Whether its lines may be wider than itself. Where one axis scrolls, the other does not stay visible.
fn across(style: &Style) -> bool {
    let is_open = style.get(Property::OverflowX).word() == "visible" && scrolls(style, Property::OverflowY);
    (scrolls(style, Property::OverflowX) || is_open) && is_one_line(style)
}

fn is_one_line(style: &Style) -> bool {
    matches!(style.get(Property::WhiteSpace).text(), "nowrap" | "pre")
}

fn check(page: &Page, node: NodeId) -> Verdict {
    let reached = std::iter::once(node)
        .chain(page.descendants(node).take(NODES))
        .any(|below| page.is_element(below) && page.is_in_tab_order(below));
    if reached || page.visibility.is_inert(node) {
        return Verdict::Passed;
    }
    let Some(view) = view(page, node) else { return Verdict::Inapplicable };
    if overflows(page, node, view) {
        return Verdict::failed("scrollable-region-focusable");
    }
    Verdict::cant_tell("scrollable-region-focusable--question")
}

/// Whether more stands inside than there is room for, whatever the fonts.
fn overflows(page: &Page, node: NodeId, view: View) -> bool {
    let style = page.styles.get(node, view);
    let width = style.get(Property::Width).px().unwrap_or(view.width() as f32);
    let Some(size) = style.font_size() else { return false };
    let (mut letters, mut boxes) = (0.0_f32, 0.0_f32);
    for below in page.descendants(node).take(NODES) {
        let is_shown = page.visibility.visible_in(below) & view.bit() != 0;
        if let Some(text) = page.text(below).filter(|_| is_shown) {
            let own = page.parent(below).and_then(|parent| page.styles.get(parent, view).font_size()).unwrap_or(0.0);
            letters += text.chars().filter(|c| !c.is_whitespace()).count() as f32 * own * NARROW;
        } else if is_shown && page.parent(below) == Some(node) && page.is_element(below) {
            let style = page.styles.get(below, view);
            if style.display().starts_with("inline") && style.position() == "static" {
                boxes += style.get(Property::Width).px().unwrap_or(0.0);
            }
        }
    }
    if across(style) && is_one_line(style) {
        let text: String = page.children(node).filter_map(|child| page.text(child)).collect();
        let own = text.chars().filter(|c| !c.is_whitespace()).count() as f32 * size * NARROW;
        return own + boxes > width;
    }
    down(style).is_some_and(|limit| (letters / width).floor() * size > limit)
}
