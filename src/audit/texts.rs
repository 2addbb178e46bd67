//! The texts of a page whose contrast counts: those of elements, what controls are set to, placeholders.

use super::{dom::NodeId, page::Page};

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

/// The texts of a page that somebody can see, in document order.
pub fn texts(page: &Page) -> Vec<Text> {
    page.elements().flat_map(|node| texts_of(page, node)).collect()
}

fn texts_of(page: &Page, node: NodeId) -> Option<Text> {
    let tag = page.tag(node);
    if matches!(
        tag,
        "" | "svg" | "math" | "option" | "optgroup" | "script" | "style" | "title" | "noscript" | "iframe"
    ) {
        return None;
    }
    if page.is_svg(node) || page.closest(node, &["svg", "select"]).is_some_and(|up| up != node) {
        return None;
    }
    let text = match tag {
        "input" => return input_text(page, node),
        "textarea" => {
            let own = page.text_content(node);
            let kind = if own.trim().is_empty() { Kind::Placeholder } else { Kind::Value };
            let shown = if kind == Kind::Value { own } else { page.attr(node, "placeholder")?.to_owned() };
            return weigh(&shown).map(|short| Text { node, kind, short });
        }
        "select" => {
            let first = page.descendants(node).find(|&below| page.tag(below) == "option")?;
            return weigh(&page.text_content(first)).map(|short| Text { node, kind: Kind::Value, short });
        }
        _ => page.children(node).filter_map(|child| page.text(child)).collect::<String>(),
    };
    weigh(&text).map(|short| Text { node, kind: Kind::Own, short })
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
    let mut letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.next()?;
    Some(text.trim().chars().count() == 1)
}

/// Whether a text belongs to something that cannot be used, which needs no contrast.
pub fn is_disabled(page: &Page, node: NodeId) -> bool {
    let off = |node: NodeId| page.visibility.is_disabled(node) && is_control_or_inside(page, node);
    let aria = |node: NodeId| {
        std::iter::once(node).chain(page.ancestors(node)).any(|up| {
            page.attr(up, "aria-disabled").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
        })
    };
    if aria(node) || off(node) || page.visibility.is_inert(node) {
        return true;
    }
    std::iter::once(node).chain(page.ancestors(node)).any(|up| {
        let labels = |control: NodeId| page.visibility.is_disabled(control) || aria(control);
        if page.tag(up) == "label" {
            let control = match page.attr(up, "for") {
                Some(id) => page.by_id(id),
                None => page.descendants(up).find(|&below| {
                    matches!(
                        page.tag(below),
                        "button" | "input" | "meter" | "output" | "progress" | "select" | "textarea"
                    )
                }),
            };
            if control.is_some_and(labels) {
                return true;
            }
        }
        let id = page.attr(up, "id").unwrap_or("");
        !id.is_empty() && is_label_of_disabled(page, id)
    })
}

/// A `<fieldset>` that is off turns off its controls; the words between them stay words.
fn is_control_or_inside(page: &Page, node: NodeId) -> bool {
    page.closest(node, &["button", "input", "select", "textarea"]).is_some()
}

fn is_label_of_disabled(page: &Page, id: &str) -> bool {
    page.elements().any(|node| {
        page.attr(node, "aria-labelledby")
            .is_some_and(|list| list.split_ascii_whitespace().any(|one| one == id))
            && (page.visibility.is_disabled(node)
                || page
                    .attr(node, "aria-disabled")
                    .is_some_and(|value| value.trim().eq_ignore_ascii_case("true")))
    })
}
