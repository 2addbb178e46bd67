//! Elements of a document as the `selectors` crate asks about them.

use std::{cell::Cell, sync::Arc};

use html5ever::LocalName;
use selectors::{
    Element, OpaqueElement,
    attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint},
    bloom::{BLOOM_HASH_MASK, BloomFilter},
    matching::{ElementSelectorFlags, MatchingContext},
};

use super::{
    super::dom::{Document, NodeId},
    selector::{Glue, Ident, Pseudo, PseudoClass, Text, hash},
};

/// No part: the page as a whole.
pub(super) const WHOLE: (u32, u32) = (0, u32::MAX);

/// What all elements of one matching share.
#[derive(Debug)]
pub(super) struct Ground<'a> {
    pub document: &'a Document,
    /// The element that is taken to have the focus.
    pub focused: Option<NodeId>,
    /// Steps that may still be taken, so that no selector can hang the auditor.
    pub budget: Cell<u64>,
    /// Attributes that selectors need and the page does not have.
    pub missing: Vec<LocalName>,
    /// The part of the page whose elements are matched, from its root to the node after it.
    pub part: Cell<(u32, u32)>,
    /// Whether something mattered to that part that stands outside, other than the names of elements above.
    pub looked_out: Cell<bool>,
    /// For each sheet of the page the element it stands in.
    pub holders: Arc<[NodeId]>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        document: &'a Document,
        holders: &Arc<[NodeId]>,
        focused: Option<NodeId>,
        budget: u64,
    ) -> Self {
        let (budget, part) = (Cell::new(budget), Cell::new(WHOLE));
        let (missing, looked_out) = (Vec::new(), Cell::new(false));
        Self { document, focused, budget, missing, part, looked_out, holders: holders.clone() }
    }

    /// The element in which a sheet stands or is linked, of those that the page names; else the root.
    pub(super) fn holder(&self, written: Option<u32>) -> NodeId {
        let holder = written.and_then(|written| self.holders.get(written as usize));
        holder.copied().unwrap_or(self.document.html)
    }

    /// Whether a selector cannot match because nothing on the page has an attribute that it needs. While a part is looked at
    /// for the first time nothing is said: on other pages the attribute may be there, and what a part is remembered
    /// by must not depend on the page.
    pub(super) fn cannot_match(&self, needs: &[Box<[LocalName]>]) -> bool {
        let is_missing = |group: &[LocalName]| group.iter().all(|name| self.missing.contains(name));
        self.part.get() == WHOLE && needs.iter().any(|group| is_missing(group))
    }

    /// Notes that what comes before or after an element mattered, which for the root of a part is outside.
    fn look_beside(&self, node: NodeId) {
        let (root, end) = self.part.get();
        if node.0 <= root || node.0 >= end {
            self.looked_out.set(true);
        }
    }

    /// Notes that what an element is, or what stands in it, mattered.
    fn look_into(&self, node: NodeId) {
        let (root, end) = self.part.get();
        if node.0 < root || node.0 >= end {
            self.looked_out.set(true);
        }
    }
}

/// An element during matching.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub ground: &'a Ground<'a>,
    pub node: NodeId,
}

impl<'a> At<'a> {
    fn document(&self) -> &'a Document {
        self.ground.document
    }

    pub(super) fn to(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    /// Takes a step of those that are left.
    pub(super) fn step(&self) -> bool {
        let left = self.ground.budget.get();
        self.ground.budget.set(left.saturating_sub(1));
        left > 0
    }

    fn has_attr(&self, name: &str) -> bool {
        self.document().has_attr(self.node, name)
    }

    fn is_control(&self) -> bool {
        matches!(
            self.document().tag(self.node),
            "button" | "input" | "select" | "textarea" | "fieldset" | "optgroup" | "option"
        )
    }

    fn is_disabled(&self) -> bool {
        if !self.is_control() {
            return false;
        }
        if self.has_attr("disabled") {
            return true;
        }
        let document = self.document();
        if document.tag(self.node) == "option" {
            return document
                .parent(self.node)
                .is_some_and(|up| document.tag(up) == "optgroup" && document.has_attr(up, "disabled"));
        }
        let mut child = self.node;
        for up in document.ancestors(self.node) {
            if document.tag(up) == "fieldset" {
                self.ground.look_into(up);
            }
            let disables = document.tag(up) == "fieldset" && document.has_attr(up, "disabled");
            if disables && document.first_child_named(up, "legend") != Some(child) {
                return true;
            }
            child = up;
        }
        false
    }

    fn is_writable(&self) -> bool {
        let document = self.document();
        match document.tag(self.node) {
            "textarea" => !self.has_attr("readonly") && !self.is_disabled(),
            "input" => {
                let kind = document.attr(self.node, "type").unwrap_or("text").to_ascii_lowercase();
                let takes_text = !matches!(
                    kind.as_str(),
                    "button"
                        | "checkbox"
                        | "color"
                        | "file"
                        | "hidden"
                        | "image"
                        | "radio"
                        | "range"
                        | "reset"
                        | "submit"
                );
                takes_text && !self.has_attr("readonly") && !self.is_disabled()
            }
            _ => document
                .attr(self.node, "contenteditable")
                .is_some_and(|value| !value.eq_ignore_ascii_case("false")),
        }
    }

    fn speaks(&self, ranges: &[String]) -> bool {
        let document = self.document();
        let lang = std::iter::once(self.node)
            .chain(document.ancestors(self.node))
            .find_map(|up| document.attr(up, "lang"))
            .unwrap_or("")
            .to_ascii_lowercase();
        ranges.iter().any(|range| {
            let range = range.trim_start_matches("*-");
            range == "*" && !lang.is_empty()
                || lang == range
                || lang.strip_prefix(range).is_some_and(|rest| rest.starts_with('-'))
        })
    }

    fn is_right_to_left(&self) -> bool {
        let document = self.document();
        std::iter::once(self.node)
            .chain(document.ancestors(self.node))
            .find_map(|up| document.attr(up, "dir"))
            .is_some_and(|dir| dir.eq_ignore_ascii_case("rtl"))
    }

    fn classes(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.document().attr(self.node, "class").unwrap_or("").split_ascii_whitespace()
    }

    /// The hashes of all names that a selector may ask for.
    pub(super) fn unique_hashes(&self, mut add: impl FnMut(u32)) {
        let document = self.document();
        let mut add = |text: &str| add(hash(text) & BLOOM_HASH_MASK);
        add(document.local_name(self.node));
        if let Some(id) = document.attr(self.node, "id") {
            add(id);
        }
        self.classes().for_each(add);
    }

    fn sibling(self, next: impl Fn(&Document, NodeId) -> Option<NodeId>) -> Option<Self> {
        self.ground.look_beside(self.node);
        let document = self.document();
        let mut node = next(document, self.node)?;
        loop {
            if !self.step() {
                return None;
            }
            if document.is_element(node) {
                return Some(self.to(node));
            }
            node = next(document, node)?;
        }
    }
}

fn same(a: &str, b: &str, case: CaseSensitivity) -> bool {
    case.eq(a.as_bytes(), b.as_bytes())
}

impl Element for At<'_> {
    type Impl = Glue;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.document().node(self.node))
    }

    fn parent_element(&self) -> Option<Self> {
        if !self.step() {
            return None;
        }
        let parent = self.document().parent(self.node)?;
        self.document().is_element(parent).then(|| self.to(parent))
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.sibling(Document::previous_sibling)
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.sibling(Document::next_sibling)
    }

    fn first_element_child(&self) -> Option<Self> {
        self.ground.look_into(self.node);
        let child = self.document().children(self.node).next()?;
        if self.document().is_element(child) {
            return self.step().then(|| self.to(child));
        }
        self.to(child).next_sibling_element()
    }

    fn is_html_element_in_html_document(&self) -> bool {
        !self.document().tag(self.node).is_empty()
    }

    fn has_local_name(&self, name: &Ident) -> bool {
        self.document().local_name(self.node) == &*name.text
    }

    fn has_namespace(&self, namespace: &Ident) -> bool {
        namespace.text.is_empty()
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.document().name(self.node) == self.document().name(other.node)
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Ident>,
        name: &Ident,
        operation: &AttrSelectorOperation<&Text>,
    ) -> bool {
        let value = match namespace {
            NamespaceConstraint::Specific(url) if !url.text.is_empty() => None,
            _ => self.document().attr(self.node, &name.text),
        };
        value.is_some_and(|value| operation.eval_str(value))
    }

    fn match_non_ts_pseudo_class(&self, class: &PseudoClass, _: &mut MatchingContext<Glue>) -> bool {
        self.ground.look_into(self.node);
        let document = self.document();
        match class {
            PseudoClass::Link => self.is_link(),
            PseudoClass::Checked => match document.tag(self.node) {
                "input" => self.has_attr("checked"),
                "option" => self.has_attr("selected"),
                _ => false,
            },
            PseudoClass::Disabled => self.is_disabled(),
            PseudoClass::Enabled => self.is_control() && !self.is_disabled(),
            PseudoClass::Required => self.has_attr("required"),
            PseudoClass::Optional => {
                matches!(document.tag(self.node), "input" | "select" | "textarea")
                    && !self.has_attr("required")
            }
            PseudoClass::ReadOnly => !self.is_writable(),
            PseudoClass::ReadWrite => self.is_writable(),
            PseudoClass::PlaceholderShown => {
                let is_empty = match document.tag(self.node) {
                    "textarea" => document.children(self.node).next().is_none(),
                    _ => document.attr(self.node, "value").unwrap_or("").is_empty(),
                };
                is_empty && self.has_attr("placeholder")
            }
            PseudoClass::Open => self.has_attr("open"),
            PseudoClass::Defined => !document.tag(self.node).contains('-'),
            PseudoClass::Focus | PseudoClass::FocusVisible => self.ground.focused == Some(self.node),
            PseudoClass::FocusWithin => {
                self.ground.focused.is_some_and(|focused| document.is_within(focused, self.node))
            }
            PseudoClass::Lang(ranges) => self.speaks(ranges),
            PseudoClass::LeftToRight => !self.is_right_to_left(),
            PseudoClass::RightToLeft => self.is_right_to_left(),
            PseudoClass::Never(_) => false,
            // The rule is held for doubtful as a whole.
            PseudoClass::Doubtful(_) => true,
        }
    }

    fn match_pseudo_element(&self, _: &Pseudo, _: &mut MatchingContext<Glue>) -> bool {
        false
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        matches!(self.document().local_name(self.node), "a" | "area") && self.has_attr("href")
    }

    fn is_html_slot_element(&self) -> bool {
        self.document().tag(self.node) == "slot"
    }

    fn has_id(&self, id: &Ident, case: CaseSensitivity) -> bool {
        self.document().attr(self.node, "id").is_some_and(|own| same(own, &id.text, case))
    }

    fn has_class(&self, name: &Ident, case: CaseSensitivity) -> bool {
        self.classes().any(|class| same(class, &name.text, case))
    }

    fn has_custom_state(&self, _: &Ident) -> bool {
        false
    }

    fn imported_part(&self, _: &Ident) -> Option<Ident> {
        None
    }

    fn is_part(&self, _: &Ident) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.ground.look_into(self.node);
        let document = self.document();
        document.children(self.node).all(|child| match document.text(child) {
            Some(text) => text.is_empty(),
            None => !document.is_element(child),
        })
    }

    fn is_root(&self) -> bool {
        self.node == self.document().html()
    }

    fn add_element_unique_hashes(&self, filter: &mut BloomFilter) -> bool {
        self.unique_hashes(|hash| filter.insert_hash(hash));
        true
    }
}
