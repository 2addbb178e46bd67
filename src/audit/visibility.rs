//! What of a page reaches anybody: rendered, visible, hidden from assistive technology, inert, disabled.
//!
//! Decided from attributes and from computed styles, for each view of the page; the contents of a closed `<details>`
//! count as there, since a click brings them. What is there in one view only is there: it must be good as well.

use std::{
    cell::Cell,
    ops::Range,
    sync::{Arc, LazyLock},
};

use super::{
    css::{Property, Styles, VIEWS, View},
    dom::{Document, NodeId, name_bit},
    inherited::{ByPart, Piece, pieces},
    plain::Placed,
};

/// What is known of each node of a document.
#[derive(Clone, Debug)]
pub struct Visibility {
    nodes: Arc<[Flags]>,
    /// The views that are asked about.
    views: u8,
    /// Whether somebody asked for a node that is there in some views only: see [`Visibility::met_partial`].
    met_partial: Cell<bool>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    /// Views in which it is not rendered.
    unrendered: u8,
    /// Views in which it is rendered and not visible.
    invisible: u8,
    others: u8,
}

const ARIA_HIDDEN: u8 = 1;
const INERT: u8 = 2;
const DISABLED: u8 = 4;

/// All views, as bits.
const EVERY: u8 = (1 << VIEWS) - 1;

/// The bits of the names of attributes that [`own`] looks for: most elements have none of them.
static NAMES: LazyLock<u64> = LazyLock::new(|| {
    ["aria-hidden", "inert", "disabled"].into_iter().fold(0, |bits, name| bits | name_bit(name))
});

impl Visibility {
    pub fn of(document: &Document, styles: &Styles) -> Self {
        let mut nodes = vec![Flags::default(); document.len()];
        let mut known: Known = styles.take_notes();
        for piece in pieces(document) {
            match piece {
                Piece::Node(node) => known.node(document, styles, node, &mut nodes),
                Piece::Part(part) => known.part(document, styles, part, &mut nodes),
            }
        }
        styles.keep_notes(known);
        Self { nodes: nodes.into(), views: EVERY, met_partial: Cell::new(false) }
    }

    /// What is known of nodes that follow each other.
    pub(super) fn flags(&self, nodes: Range<usize>) -> &[Flags] {
        &self.nodes[nodes]
    }

    /// The same page as seen in these views only.
    pub fn restricted(&self, views: u8) -> Self {
        Self { nodes: self.nodes.clone(), views, met_partial: Cell::new(false) }
    }

    /// Sets of views in which the same elements are there: one, unless the page changes with the window.
    pub fn groups(&self) -> Vec<u8> {
        // A page hides few different things: the sets of views in which some node is hidden, as the bits of a number.
        let hidden =
            self.nodes.iter().fold(0_u64, |sets, flags| sets | 1 << (flags.unrendered | flags.invisible));
        let is_hidden = |set: u8, view: u8| set & view != 0;
        let mut groups: Vec<u8> = Vec::new();
        for view in View::all() {
            let same = |group: &u8| {
                let other = group & group.wrapping_neg();
                let mut sets = (0..u64::BITS as u8).filter(|set| hidden >> set & 1 != 0);
                sets.all(|set| is_hidden(set, view.bit()) == is_hidden(set, other))
            };
            match groups.iter_mut().find(|group| same(group)) {
                Some(group) => *group |= view.bit(),
                None => groups.push(view.bit()),
            }
        }
        groups
    }

    /// Shown to people who see: takes part in the rendering and is not `visibility: hidden`.
    pub fn is_visible(&self, node: NodeId) -> bool {
        self.visible_in(node) != 0
    }

    /// The views in which it is shown.
    pub fn visible_in(&self, node: NodeId) -> u8 {
        let Flags { unrendered, invisible, .. } = self.nodes[node.0 as usize];
        let hidden = unrendered | invisible;
        if hidden != 0 && hidden != EVERY {
            self.met_partial.set(true);
        }
        self.views & !hidden
    }

    /// Whether a node that is there in some views only was asked for since this was set to `false`: whoever met none would
    /// have found the same in any views.
    pub(super) fn met_partial(&self) -> &Cell<bool> {
        &self.met_partial
    }

    /// Stands in the accessibility tree, unless its role takes it out.
    pub fn is_exposed(&self, node: NodeId) -> bool {
        self.is_visible(node) && !self.has(node, ARIA_HIDDEN | INERT)
    }

    /// Hidden from everybody or from assistive technology, as the name computation asks.
    pub fn is_hidden(&self, node: NodeId) -> bool {
        !self.is_visible(node) || self.has(node, ARIA_HIDDEN)
    }

    pub fn is_aria_hidden(&self, node: NodeId) -> bool {
        self.has(node, ARIA_HIDDEN)
    }

    pub fn is_inert(&self, node: NodeId) -> bool {
        self.has(node, INERT)
    }

    /// Whether something on the page is inert or disabled.
    pub fn has_unusable(&self) -> bool {
        self.nodes.iter().any(|flags| flags.others & (INERT | DISABLED) != 0)
    }

    /// A control that cannot be used, by itself or by its `<fieldset>`.
    pub fn is_disabled(&self, node: NodeId) -> bool {
        self.has(node, DISABLED)
    }

    fn has(&self, node: NodeId, flags: u8) -> bool {
        self.nodes[node.0 as usize].others & flags != 0
    }
}

/// What was found out about styles: a site has far fewer of them than a page has elements.
#[derive(Debug, Default)]
struct Known {
    /// See [`hidden_in`]; by number of the styles in all views.
    hidden: Vec<Option<(u8, u8)>>,
    parts: ByPart<Flags>,
}

impl Known {
    fn node(&mut self, document: &Document, styles: &Styles, node: NodeId, nodes: &mut [Flags]) {
        let inherited = document.parent(node).map_or_else(Flags::default, |parent| nodes[parent.0 as usize]);
        nodes[node.0 as usize] = match document.is_element(node) {
            true => own(document, self.hidden_in(styles, node), node, inherited),
            false => inherited,
        };
    }

    fn part(&mut self, document: &Document, styles: &Styles, part: Placed, nodes: &mut [Flags]) {
        let range = part.range();
        let [numbers, ..] = styles.numbers_of(range.clone());
        let above = document.parent(part.root).map_or_else(Flags::default, |parent| nodes[parent.0 as usize]);
        // Whether a legend is the first one is decided outside.
        let is_free = above.others & DISABLED == 0;
        let known = self.parts.find(part, above, numbers).filter(|_| is_free);
        if let Some(known) = known {
            nodes[range.clone()].copy_from_slice(known);
            if !cfg!(debug_assertions) {
                return;
            }
        }
        let had = known.map(Vec::from);
        for node in range.clone() {
            self.node(document, styles, NodeId(node as u32), nodes);
        }
        debug_assert!(had.is_none_or(|had| had == nodes[range.clone()]), "a part is hidden as it was");
        if is_free {
            self.parts.keep(part, above, numbers, &nodes[range]);
        }
    }

    fn hidden_in(&mut self, styles: &Styles, node: NodeId) -> (u8, u8) {
        let number = styles.everywhere(node) as usize;
        if number >= self.hidden.len() {
            self.hidden.resize(number + 1, None);
        }
        *self.hidden[number].get_or_insert_with(|| hidden_in(styles, node))
    }
}

/// `hidden` are the views in which it would not be rendered or seen by itself.
fn own(document: &Document, hidden: (u8, u8), node: NodeId, inherited: Flags) -> Flags {
    let mut flags = inherited;
    flags.others &= !DISABLED;
    (flags.unrendered, flags.invisible) = (inherited.unrendered | hidden.0, hidden.1);
    if document.attribute_names(node) & *NAMES == 0 && inherited.others & DISABLED == 0 {
        return flags;
    }
    if document.attr(node, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true")) {
        flags.others |= ARIA_HIDDEN;
    }
    if document.has_attr(node, "inert") {
        flags.others |= INERT;
    }
    let is_control = matches!(document.tag(node), "button" | "input" | "select" | "textarea" | "fieldset");
    let inherits = inherited.others & DISABLED != 0 && !is_first_legend(document, node);
    if is_control && document.has_attr(node, "disabled") || inherits {
        flags.others |= DISABLED;
    }
    flags
}

/// The views in which the style of an element takes it out, and those in which it cannot be seen.
fn hidden_in(styles: &Styles, node: NodeId) -> (u8, u8) {
    let (mut unrendered, mut invisible) = (0, 0);
    let mut last: Option<(View, bool, bool)> = None;
    for view in View::all() {
        // Most elements look the same everywhere: then one look is enough.
        let (gone, unseen) = match last {
            Some((other, gone, unseen)) if styles.same(node, view, other) => (gone, unseen),
            _ => {
                let style = styles.get(node, view);
                // What may be there counts as there.
                let gone = style.display() == "none" && style.is_sure(Property::Display);
                let is_shown = style.get(Property::Visibility).word() == "visible";
                (gone, !is_shown && style.is_sure(Property::Visibility))
            }
        };
        last = Some((view, gone, unseen));
        if gone {
            unrendered |= view.bit();
        }
        if unseen {
            invisible |= view.bit();
        }
    }
    (unrendered, invisible)
}

fn is_first_legend(document: &Document, node: NodeId) -> bool {
    document.tag(node) == "legend"
        && document.parent(node).is_some_and(|parent| {
            document.tag(parent) == "fieldset" && document.first_child_named(parent, "legend") == Some(node)
        })
}

#[cfg(test)]
mod tests {
    use super::super::css::Sheets;
    use super::*;

    fn of(document: &Document) -> Visibility {
        Visibility::of(document, &Styles::of(document, "", Sheets::none()))
    }

    fn check(html: &str, visible: bool, exposed: bool) {
        let document = Document::parse(html);
        let visibility = of(&document);
        let node = document.by_id("x").unwrap();
        assert_eq!((visibility.is_visible(node), visibility.is_exposed(node)), (visible, exposed), "{html}");
    }

    #[test]
    fn attributes_and_styles_hide() {
        check("<p id=x>", true, true);
        check("<div hidden><p id=x>", false, false);
        check("<p id=x hidden style='display:block'>", true, true);
        check("<p style='DISPLAY : none !important; display: block'><b id=x>", false, false);
        check("<p style='visibility:hidden'><b id=x style='visibility: visible'>", true, true);
        check("<p aria-hidden=true><b id=x aria-hidden=false>", true, false);
        check("<div inert><p id=x>", true, false);
        check("<dialog><p id=x>", false, false);
        check("<details><p id=x>", true, true);
        check("<input id=x type=HIDDEN>", false, false);
        check("<style>.a { display: none }</style><div class=a><p id=x>", false, false);
        check("<style>.a { visibility: hidden }</style><div class=a><p id=x>", false, false);
        check("<style>@media print { p { display: none } }</style><p id=x>", true, true);
        check("<style>@media (width < 700px) { p { display: none } }</style><p id=x>", true, true);
        check("<style>@media (hover) { p { display: none } }</style><p id=x>", true, true);
        check("<style>p { display: none }</style><p style='display: block' id=x>", true, true);
    }

    #[test]
    fn views_in_which_the_same_is_there() {
        let html = "<style>@media (min-width: 700px) { .a { display: none } }</style><p class=a>a<p>b";
        let visibility = of(&Document::parse(html));
        assert_eq!(visibility.groups(), [0b00_1001, 0b11_0110]);
        assert_eq!(of(&Document::parse("<p>a")).groups(), [0b11_1111]);
    }

    #[test]
    fn a_fieldset_disables_all_but_its_legend() {
        let document =
            Document::parse("<fieldset disabled><legend><input id=a></legend><p><input id=b></fieldset>");
        let visibility = of(&document);
        assert!(!visibility.is_disabled(document.by_id("a").unwrap()));
        assert!(visibility.is_disabled(document.by_id("b").unwrap()));
    }
}
