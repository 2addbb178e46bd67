//! The texts of a page whose contrast counts: those of elements, what controls are set to, placeholders.

use html5ever::{LocalName, local_name, ns};

use super::{dom::NodeId, numbers::ByNumber, page::Page, plain::Placed};

/// A text to be judged: in what view, and in whose colours.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub node: NodeId,
    pub kind: Kind,
    /// One character says too little to be sure that it is language.
    pub short: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text nodes of the element.
    Own,
    /// What a control is set to or called.
    Value,
    Placeholder,
}

/// A text of a part: how far it stands behind the root, of what kind it is, and whether it is short.
type Own = (u32, Kind, bool);

/// The texts of parts that stand on many pages, by the number of the part.
#[derive(Debug, Default)]
struct Known(ByNumber<u32, Box<[Own]>>);

/// So many parts are kept.
const KEPT: usize = 4_000;

/// The texts of a page that somebody can see, in document order.
pub fn texts(page: &Page) -> Vec<Text> {
    let mut known: Known = page.styles.take_notes();
    let mut found = Vec::with_capacity(page.len() / 3);
    let mut parts = page.placed.iter().copied().peekable();
    let mut nodes = page.descendants(NodeId(0));
    while let Some(node) = nodes.next() {
        // Some stand inside what was passed over.
        while parts.next_if(|part| part.root < node).is_some() {}
        match parts.next_if(|part| part.root == node) {
            Some(part) => {
                known.part(page, part, &mut found);
                nodes.skip_below(node);
            }
            None => {
                if offer(page, node, &mut found) {
                    nodes.skip_below(node);
                }
            }
        }
    }
    page.styles.keep_notes(known);
    found
}

impl Known {
    /// The texts of a part: what they are depends on nothing outside it.
    fn part(&mut self, page: &Page, part: Placed, found: &mut Vec<Text>) {
        let root = part.root;
        if let Some(known) = self.0.get(&part.number) {
            let text = |&(behind, kind, short): &Own| Text { node: NodeId(root.0 + behind), kind, short };
            found.extend(known.iter().map(text));
            debug_assert!(known.iter().copied().eq(in_part(page, root)), "a part has the texts it had");
            return;
        }
        let own: Box<[_]> = in_part(page, root).collect();
        found.extend(own.iter().map(|&(behind, kind, short)| Text {
            node: NodeId(root.0 + behind),
            kind,
            short,
        }));
        if self.0.len() < KEPT {
            self.0.insert(part.number, own);
        }
    }
}

fn in_part(page: &Page, root: NodeId) -> impl Iterator<Item = Own> {
    let mut found = Vec::new();
    if !offer(page, root, &mut found) {
        let mut nodes = page.descendants(root);
        while let Some(node) = nodes.next() {
            if offer(page, node, &mut found) {
                nodes.skip_below(node);
            }
        }
    }
    found.into_iter().map(move |text| (text.node.0 - root.0, text.kind, text.short))
}

/// Takes the text of an element, and tells whether what is inside has none of its own.
fn offer(page: &Page, node: NodeId, found: &mut Vec<Text>) -> bool {
    let Some(name) = page.name(node) else { return false };
    if name.ns == ns!(html) {
        found.extend(text_of(page, node, &name.local));
    }
    // Texts in drawings are not judged; those in lists of choices are the control's own.
    name.local == local_name!("svg") || name.ns == ns!(html) && name.local == local_name!("select")
}

fn text_of(page: &Page, node: NodeId, name: &LocalName) -> Option<Text> {
    let short = match *name {
        local_name!("svg")
        | local_name!("math")
        | local_name!("option")
        | local_name!("optgroup")
        | local_name!("script")
        | local_name!("style")
        | local_name!("title")
        | local_name!("noscript")
        | local_name!("iframe") => return None,
        local_name!("input") => return input_text(page, node),
        local_name!("textarea") => {
            let own = page.text_content(node);
            let kind = if own.trim().is_empty() { Kind::Placeholder } else { Kind::Value };
            let shown = if kind == Kind::Value { own } else { page.attr(node, "placeholder")?.to_owned() };
            return weigh(&shown).map(|short| Text { node, kind, short });
        }
        local_name!("select") => {
            let first = page.descendants(node).find(|&below| page.tag(below) == "option")?;
            return weigh(&page.text_content(first)).map(|short| Text { node, kind: Kind::Value, short });
        }
        _ => own_text(page, node)?,
    };
    Some(Text { node, kind: Kind::Own, short })
}

/// [`weigh`] of all text that stands directly in an element.
fn own_text(page: &Page, node: NodeId) -> Option<bool> {
    let mut parts = page.children(node).filter_map(|child| page.text(child)).filter(|text| !text.is_empty());
    let first = parts.next()?;
    match parts.next() {
        None => weigh(first),
        Some(second) => weigh(&[first, second].into_iter().chain(parts).collect::<String>()),
    }
}

fn input_text(page: &Page, node: NodeId) -> Option<Text> {
    let kind = page.attr(node, "type").unwrap_or("text").trim().to_ascii_lowercase();
    let value = page.attr(node, "value").unwrap_or("");
    let shown = match kind.as_str() {
        "checkbox" | "color" | "file" | "hidden" | "image" | "radio" | "range" | "password" => return None,
        "submit" | "reset" if value.is_empty() => "Submit",
        _ => value,
    };
    if shown.trim().is_empty() {
        let placeholder = page.attr(node, "placeholder")?;
        return weigh(placeholder).map(|short| Text { node, kind: Kind::Placeholder, short });
    }
    weigh(shown).map(|short| Text { node, kind: Kind::Value, short })
}

/// Whether a text is only one character. None: it is no language at all.
fn weigh(text: &str) -> Option<bool> {
    let is_language =
        text.bytes().any(|byte| byte.is_ascii_alphanumeric()) || text.chars().any(char::is_alphanumeric);
    is_language.then(|| text.trim().chars().nth(1).is_none())
}

/// What belongs to something that cannot be used, and so needs no contrast.
///
/// Found out once for the whole page: asking every text for all above it, and each of those for what it labels,
/// takes longer than everything else about contrast.
#[derive(Debug)]
pub struct Unused {
    /// By number of the node; empty where nothing on the page is off.
    nodes: Vec<bool>,
}

impl Unused {
    pub fn of(page: &Page) -> Self {
        let is_off = |node| page.visibility.is_disabled(node) || says_disabled(page, node);
        let may_be_off = page.visibility.has_unusable() || page.with_attr("aria-disabled").next().is_some();
        if !may_be_off || !page.elements().any(|node| is_off(node) || page.visibility.is_inert(node)) {
            return Self { nodes: Vec::new() };
        }
        // By `aria-disabled`, which counts for all inside.
        let said = inherited(page, |node| says_disabled(page, node));
        let off = |control: NodeId| page.visibility.is_disabled(control) || said[control.0 as usize];
        let mut labels: Vec<&str> = page
            .elements()
            .filter(|&node| is_off(node))
            .filter_map(|node| page.attr(node, "aria-labelledby"))
            .flat_map(str::split_ascii_whitespace)
            .collect();
        labels.sort_unstable();
        let labels_off = inherited(page, |node| {
            page.tag(node) == "label" && control_of(page, node).is_some_and(off)
                || page.attr(node, "id").is_some_and(|id| labels.binary_search(&id).is_ok())
        });
        let mut nodes = vec![false; page.len()];
        for node in page.elements() {
            // A `<fieldset>` that is off turns off its controls; the words between them stay words.
            let is_control = || page.closest(node, &["button", "input", "select", "textarea"]).is_some();
            let index = node.0 as usize;
            nodes[index] = said[index]
                || labels_off[index]
                || page.visibility.is_inert(node)
                || page.visibility.is_disabled(node) && is_control();
        }
        Self { nodes }
    }

    pub fn has(&self, node: NodeId) -> bool {
        self.nodes.get(node.0 as usize).is_some_and(|&is_off| is_off)
    }
}

/// Which nodes an answer holds for that counts for everything inside.
fn inherited(page: &Page, holds: impl Fn(NodeId) -> bool) -> Vec<bool> {
    let mut nodes = vec![false; page.len()];
    for node in page.elements() {
        let above = page.parent(node).is_some_and(|parent| nodes[parent.0 as usize]);
        nodes[node.0 as usize] = above || holds(node);
    }
    nodes
}

fn says_disabled(page: &Page, node: NodeId) -> bool {
    page.attr(node, "aria-disabled").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
}

/// The control a `<label>` stands beside.
fn control_of(page: &Page, label: NodeId) -> Option<NodeId> {
    match page.attr(label, "for") {
        Some(id) => page.by_id(id),
        None => page.descendants(label).find(|&below| {
            matches!(
                page.tag(below),
                "button" | "input" | "meter" | "output" | "progress" | "select" | "textarea"
            )
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::*;

    #[test]
    fn what_cannot_be_used() {
        let check = |html: &str, expected| {
            let document = Document::parse(html);
            let page = Page::new(&document);
            assert_eq!(Unused::of(&page).has(document.by_id("x").unwrap()), expected, "{html}");
        };
        check("<p id=x>a", false);
        check("<button disabled><b id=x>a</b></button>", true);
        check("<fieldset disabled><p id=x>a</p><input></fieldset>", false);
        check("<fieldset disabled><button id=x>a</button></fieldset>", true);
        check("<div aria-disabled=TRUE><p><b id=x>a", true);
        check("<div inert><p id=x>a", true);
        check("<label id=x for=c>a</label><input id=c disabled>", true);
        check("<label id=x for=c>a</label><div aria-disabled=true><input id=c></div>", true);
        check("<label for=c><b id=x>a</b></label><input id=c>", false);
        check("<label><b id=x>a</b><input disabled></label>", true);
        check("<p id=l><b id=x>a</b></p><div role=button aria-disabled=true aria-labelledby='o l'>", true);
        check("<p id=l><b id=x>a</b></p><input disabled aria-labelledby=l>", true);
        check("<p id=x>a</p><button disabled>b</button>", false);
    }
}
