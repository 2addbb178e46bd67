//! What can be seen of what is rendered: text moved off the screen, cut away, faded to nothing or of no size is not seen,
//! although assistive technology reads it.
//!
//! Only what styles say for certain counts. Whoever asks whether somebody sees a text gets "no" rather too often:
//! nothing is then found, instead of something that is not there.

use super::{
    css::{Property, Style, Value, View},
    dom::{Document, NodeId},
    inherited::{ByPart, Piece, pieces},
    page::Page,
    plain::Placed,
};

/// Further away than this nobody scrolls.
const AWAY: f32 = -900.0;

/// The views in which each node can be seen.
#[derive(Debug)]
pub struct Sight {
    seen: Vec<u8>,
}

impl Sight {
    pub fn of(page: &Page) -> Self {
        let document: &Document = page.document();
        let mut seen = vec![0; document.len()];
        // The document itself, from which everything hangs.
        seen[0] = u8::MAX;
        let mut known: Known = page.styles.take_notes();
        for piece in pieces(document) {
            match piece {
                Piece::Node(node) => known.node(page, node, &mut seen),
                Piece::Part(part) => known.part(page, part, &mut seen),
            }
        }
        page.styles.keep_notes(known);
        // What is not visible may have visible things inside: it does not pass that on.
        for (number, seen) in (0..).zip(&mut seen) {
            *seen &= page.visibility.visible_in(NodeId(number));
        }
        Self { seen }
    }

    pub fn views(&self, node: NodeId) -> u8 {
        self.seen[node.0 as usize]
    }

    /// Whether a node can be seen in some view.
    pub fn is_seen(&self, node: NodeId) -> bool {
        self.views(node) != 0
    }
}

/// What was found out about styles: a site has far fewer of them than a page has elements.
#[derive(Debug, Default)]
struct Known {
    /// By number of the styles in all views.
    unseen: Vec<Option<u8>>,
    parts: ByPart<u8>,
}

impl Known {
    fn node(&mut self, page: &Page, node: NodeId, seen: &mut [u8]) {
        let above = page.parent(node).map_or(u8::MAX, |parent| seen[parent.0 as usize]);
        let unseen = if page.is_element(node) && above != 0 { self.unseen_in(page, node) } else { 0 };
        seen[node.0 as usize] = above & !unseen;
    }

    fn part(&mut self, page: &Page, part: Placed, seen: &mut [u8]) {
        let range = part.range();
        let [numbers, ..] = page.styles.numbers_of(range.clone());
        let above = page.parent(part.root).map_or(u8::MAX, |parent| seen[parent.0 as usize]);
        let known = self.parts.find(part, above, numbers);
        if let Some(known) = known {
            seen[range.clone()].copy_from_slice(known);
            if !cfg!(debug_assertions) {
                return;
            }
        }
        let had = known.map(Vec::from);
        for node in range.clone() {
            self.node(page, NodeId(node as u32), seen);
        }
        debug_assert!(had.is_none_or(|had| had == seen[range.clone()]), "a part is seen as it was");
        self.parts.keep(part, above, numbers, &seen[range]);
    }

    fn unseen_in(&mut self, page: &Page, node: NodeId) -> u8 {
        let number = page.styles.everywhere(node) as usize;
        if number >= self.unseen.len() {
            self.unseen.resize(number + 1, None);
        }
        let unseen = || View::all().filter(|view| is_unseen(page.styles.get(node, *view)));
        *self.unseen[number].get_or_insert_with(|| unseen().fold(0, |views, view| views | view.bit()))
    }
}

/// Whether an element, with all that stands in it, is out of sight wherever it is shown.
pub(super) fn is_out(page: &Page, node: NodeId) -> bool {
    let shown = page.visibility.visible_in(node);
    let mut views = View::all().filter(|view| shown & view.bit() != 0).peekable();
    views.peek().is_some() && views.all(|view| is_unseen(page.styles.get(node, view)))
}

fn is_unseen(style: &Style) -> bool {
    style.opacity() == Some(0.0)
        || style.font_size() == Some(0.0)
        || style.get(Property::ContentVisibility).word() == "hidden"
        || is_away(style)
        || is_cut(style)
        || matches!(
            style.get(Property::Transform).text(),
            "scale(0)" | "scale(0, 0)" | "scalex(0)" | "scaley(0)"
        )
        || style.get(Property::Scale).text() == "0"
}

fn is_away(style: &Style) -> bool {
    let far = |property| match style.get(property) {
        Value::Px(px) => *px <= AWAY,
        Value::Percent(percent) => *percent <= -100.0,
        _ => false,
    };
    let moved = style.is_positioned()
        && [Property::Top, Property::Left, Property::Right, Property::Bottom].into_iter().any(far);
    moved
        || matches!(style.get(Property::TextIndent).px(), Some(px) if px <= AWAY)
        || [Property::MarginLeft, Property::MarginTop].into_iter().any(far)
}

fn is_cut(style: &Style) -> bool {
    let clip = style.get(Property::Clip).text().replace([',', ' '], "").replace("px", "");
    if matches!(style.position(), "absolute" | "fixed")
        && matches!(clip.as_str(), "rect(0000)" | "rect(1111)" | "rect(0)")
    {
        return true;
    }
    let path = style.get(Property::ClipPath).text().replace(' ', "");
    if matches!(path.as_str(), "inset(50%)" | "inset(100%)" | "circle(0)" | "circle(0px)" | "polygon(000000)")
    {
        return true;
    }
    let cuts = |property| matches!(style.get(property).word(), "hidden" | "clip");
    let tiny = |property| matches!(style.get(property).px(), Some(px) if px <= 1.0);
    cuts(Property::OverflowX) && tiny(Property::Width)
        || cuts(Property::OverflowY) && tiny(Property::Height)
        || cuts(Property::OverflowX) && tiny(Property::MaxWidth)
        || cuts(Property::OverflowY) && tiny(Property::MaxHeight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen() {
        let check = |html: &str, expected| {
            let document = Document::parse(html);
            let page = Page::new(&document);
            let found = Sight::of(&page).is_seen(document.by_id("x").unwrap());
            assert_eq!(found, expected, "{html}");
        };
        check("<p id=x>a", true);
        check("<p id=x style='position:absolute; top:-999em'>a", false);
        check("<p id=x style='top:-999em'>a", true);
        check("<p id=x style='text-indent:-9999px'>a", false);
        check("<div style='opacity:0'><p id=x style='opacity:1'>a", false);
        check("<p id=x style='position:absolute; clip: rect(0, 0, 0, 0)'>a", false);
        check("<p id=x style='width:1px; height:1px; overflow:hidden'>a", false);
        check("<p id=x style='height:0'>a", true);
        check("<div style='visibility:hidden'><p id=x style='visibility:visible'>a", true);
        check("<div style='visibility:hidden'><p id=x>a", false);
        check("<p id=x style='clip-path: inset(50%)'>a", false);
    }
}
