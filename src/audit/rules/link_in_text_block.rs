//! `link-in-text-block`: a link in running text is told apart by more than its colour.

use crate::{
    audit::{
        NodeId, Page,
        css::{Image, Property, Pseudo, Style, Value, View},
    },
    rule::Verdict,
};

audit_rule! {
    "link-in-text-block" {
        severity: Error,
        wcag: ["1.4.1"],
        act: [],
        tags: [],
        roles: ["link"],
    }
    Pass r##"<p>Gli orari sono <a href="/orari">in questa pagina</a>.</p>"##
    Pass r##"<p style="color: #000">Gli orari sono <a href="/orari" style="text-decoration: none; color: #00f; font-weight: bold">qui</a>.</p>"##
    Fail r##"<p style="color: #333">Gli orari sono <a href="/orari" style="text-decoration: none; color: #05a">in questa pagina</a>.</p>"##
    CantTell r##"<p style="color: #000">Gli orari sono <a href="/orari" style="text-decoration: none; color: #77f">in questa pagina</a>.</p>"##
    Inapplicable r##"<ul><li><a href="/orari" style="text-decoration: none">Orari</a></li></ul>"##
}

/// Text around a link is looked for among so many nodes.
const NODES: usize = 300;

fn view(page: &Page, node: NodeId) -> Option<View> {
    let views = page.visibility.visible_in(node);
    std::iter::once(View::DESK).chain(View::all()).find(|view| views & view.bit() != 0)
}

fn applies(page: &Page, link: NodeId) -> bool {
    let Some(view) = view(page, link) else { return false };
    page.styles.is_complete()
        && !page.tag(link).is_empty()
        && page.styles.get(link, view).display() == "inline"
        && has_words(&page.text_content(link))
        && block(page, link, view).is_some_and(|block| has_text_beside(page, block, link, view))
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The block whose lines the link stands in.
fn block(page: &Page, link: NodeId, view: View) -> Option<NodeId> {
    page.ancestors(link).find(|&up| page.is_element(up) && page.styles.get(up, view).display() != "inline")
}

/// Whether words that belong to no link run on the same lines.
fn has_text_beside(page: &Page, block: NodeId, link: NodeId, view: View) -> bool {
    let mut below = page.descendants(block);
    let mut beside = false;
    let mut looked = 0;
    while let Some(node) = below.next() {
        looked += 1;
        if looked > NODES {
            return false;
        }
        if let Some(text) = page.text(node) {
            beside |= has_words(text);
            continue;
        }
        if !page.is_element(node) {
            continue;
        }
        let is_other = page.is_a(node, "link") || page.is_focusable(node) || page.styles.get(node, view).display() != "inline";
        if node == link || is_other {
            below.skip_below(node);
        }
    }
    beside
}

fn check(page: &Page, link: NodeId) -> Verdict {
    let Some(view) = view(page, link) else { return Verdict::Inapplicable };
    let Some(block) = block(page, link, view) else { return Verdict::Inapplicable };
    let (own, around) = (page.styles.get(link, view), page.styles.get(block, view));
    let inside = page.descendants(link).take(20).filter(|&node| page.is_element(node));
    let marks = std::iter::once(link).chain(inside).any(|node| is_marked(page, node, around, view));
    if marks {
        return Verdict::Passed;
    }
    let colour = |style: &Style| style.colour().filter(|colour| colour.alpha >= 1.0 && style.is_sure(Property::Color));
    let (Some(own), Some(around)) = (colour(own), colour(around)) else { return question("–") };
    let ratio = own.contrast(around);
    match ratio {
        // Nothing tells it apart: then colour is not all that does.
        ratio if ratio < 1.01 => Verdict::Inapplicable,
        ratio if ratio < 3.0 => Verdict::failed("link-in-text-block")
            .with("ratio", shown(ratio))
            .with("link", own.hex())
            .with("text", around.hex()),
        // Enough for people who see: something must change on hover and focus.
        ratio => question(&shown(ratio)),
    }
}

fn question(ratio: &str) -> Verdict {
    Verdict::cant_tell("link-in-text-block--question").with("ratio", ratio)
}

fn shown(ratio: f32) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

/// Whether something other than colour sets an element apart from the text around it. What is doubtful counts as there.
fn is_marked(page: &Page, node: NodeId, around: &Style, view: View) -> bool {
    let style = page.styles.get(node, view);
    let lines = [Property::BorderTopWidth, Property::BorderRightWidth, Property::BorderBottomWidth, Property::BorderLeftWidth];
    let differs = [Property::FontWeight, Property::FontStyle, Property::FontSize, Property::FontFamily, Property::TextTransform];
    let content = [Pseudo::Before, Pseudo::After].into_iter().any(|pseudo| {
        page.styles
            .pseudo(node, pseudo, view)
            .is_some_and(|style| !matches!(style.get(Property::Content).text(), "none" | "normal" | "''" | "\"\""))
    });
    style.get(Property::DecorationLine).text() != "none"
        || lines.into_iter().any(|line| style.get(line).px() != Some(0.0))
        || differs.into_iter().any(|property| style.get(property) != around.get(property))
        || style.get(Property::BackgroundColor).colour().is_none_or(|colour| colour.alpha > 0.0)
        || has_image(style)
        || style.get(Property::BoxShadow).text() != "none"
        || !style.is_sure(Property::DecorationLine)
        || content
        || matches!(page.local_name(node), "img" | "svg" | "picture")
}

fn has_image(style: &Style) -> bool {
    match style.get(Property::BackgroundImage) {
        Value::Images(images) => images.iter().any(|image| *image != Image::None),
        value => value.word() != "none",
    }
}
