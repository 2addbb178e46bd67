//! What HTML and SVG offer as a name: labels, `alt`, legends, captions, values.

use super::{
    Page,
    dom::NodeId,
    names::{Part, Reader},
};

/// The name an element has by its own language. None: nothing is said, other sources may speak.
pub(super) fn name(reader: &Reader, node: NodeId, part: Part) -> Option<String> {
    let page = reader.page;
    match page.tag(node) {
        "img" | "area" => {
            let alt = page.attr(node, "alt").filter(|alt| !alt.is_empty());
            Some(alt.or(page.attr(node, "title")).unwrap_or("").to_owned())
        }
        "input" => Some(input_name(reader, node, part)),
        "textarea" | "select" | "meter" | "progress" | "output" | "button" => label_text(reader, node, part),
        "fieldset" => child_text(reader, node, "legend"),
        "table" => child_text(reader, node, "caption"),
        "figure" => child_text(reader, node, "figcaption"),
        "optgroup" | "option" => said(page.attr(node, "label")),
        "iframe" | "object" | "video" | "audio" | "embed" => {
            Some(page.attr(node, "title").unwrap_or("").to_owned())
        }
        _ if page.is_svg(node) => svg_title(page, node),
        _ => None,
    }
}

/// Elements without a role that are nevertheless named by what stands in them.
pub(super) fn is_named_by_content(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), "summary" | "legend" | "caption" | "figcaption" | "label")
        && (page.attr(node, "role").is_none() || page.role(node).name.is_empty())
}

/// What HTML and SVG offer as a description: the `summary` of an old table, the `<desc>` of a drawing.
pub(super) fn description(page: &Page, node: NodeId) -> Option<String> {
    if page.tag(node) == "table" {
        return said(page.attr(node, "summary"));
    }
    let desc = page.child_elements(node).find(|&child| page.local_name(child) == "desc");
    desc.filter(|_| page.is_svg(node)).map(|desc| page.text_content(desc))
}

/// What a control inside a label says: what it is set to.
pub(super) fn embedded_value(page: &Page, node: NodeId) -> Option<String> {
    let tag = page.tag(node);
    match page.role(node).name {
        "textbox" | "searchbox" if tag == "input" => Some(page.attr(node, "value").unwrap_or("").to_owned()),
        "textbox" | "searchbox" => Some(page.text_content(node)),
        "combobox" | "listbox" if tag == "select" => Some(selected(page, node)),
        "combobox" if tag == "input" => Some(page.attr(node, "value").unwrap_or("").to_owned()),
        "combobox" | "listbox" => Some(chosen(page, node)),
        "slider" | "spinbutton" | "progressbar" | "meter" | "scrollbar" => Some(
            ["aria-valuetext", "aria-valuenow", "value"]
                .iter()
                .find_map(|name| page.attr(node, name))
                .unwrap_or("")
                .to_owned(),
        ),
        _ => None,
    }
}

fn selected(page: &Page, select: NodeId) -> String {
    let is_option = |&node: &NodeId| page.tag(node) == "option";
    let options = || page.descendants(select).filter(is_option).take(500);
    let chosen = options().find(|&option| page.has_attr(option, "selected")).or_else(|| options().next());
    chosen.map_or_else(String::new, |option| page.text_content(option))
}

fn chosen(page: &Page, listbox: NodeId) -> String {
    let options = page.descendants(listbox).filter(|&node| page.role(node).name == "option").take(500);
    let mut chosen = options.filter(|&option| page.attr(option, "aria-selected") == Some("true"));
    chosen.next().map_or_else(String::new, |option| page.text_content(option))
}

fn input_name(reader: &Reader, node: NodeId, part: Part) -> String {
    let page = reader.page;
    let kind = page.attr(node, "type").unwrap_or("text").to_ascii_lowercase();
    let default = match kind.as_str() {
        "submit" => Some("Submit"),
        "reset" => Some("Reset"),
        _ => None,
    };
    let own = match kind.as_str() {
        "button" | "submit" | "reset" => page.attr(node, "value").or(default),
        "image" => page.attr(node, "alt"),
        _ => None,
    };
    label_text(reader, node, part)
        .or_else(|| said(own))
        .or_else(|| said(page.attr(node, "title")))
        .or_else(|| is_written_in(&kind).then(|| placeholder(page, node)).flatten())
        .unwrap_or_default()
}

/// Fields in which a placeholder is shown.
fn is_written_in(kind: &str) -> bool {
    // A kind that does not exist counts as text.
    !matches!(
        kind,
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
    )
}

fn placeholder(page: &Page, node: NodeId) -> Option<String> {
    said(page.attr(node, "placeholder")).or_else(|| said(page.attr(node, "aria-placeholder")))
}

/// The text of the labels of a control. A control inside another name has said its value already.
fn label_text(reader: &Reader, node: NodeId, part: Part) -> Option<String> {
    if part == Part::Content {
        return None;
    }
    let page = reader.page;
    let mut text = String::new();
    for label in page.labels(node).filter(|&label| !page.visibility.is_hidden(label)) {
        text.push_str(&reader.name_of_label(label, node));
        text.push(' ');
    }
    if text.trim().is_empty() && page.tag(node) == "textarea" {
        return said(page.attr(node, "title")).or_else(|| placeholder(page, node)).or(Some(String::new()));
    }
    if text.trim().is_empty() && page.tag(node) == "select" {
        return Some(page.attr(node, "title").unwrap_or("").to_owned());
    }
    Some(text).filter(|text| !text.trim().is_empty())
}

fn child_text(reader: &Reader, node: NodeId, tag: &str) -> Option<String> {
    let page = reader.page;
    let child = page.first_child_named(node, tag)?;
    let hidden = page.visibility.is_hidden(child);
    (!hidden).then(|| reader.name(child, Part::Label)).filter(|text| !text.trim().is_empty())
}

fn svg_title(page: &Page, node: NodeId) -> Option<String> {
    let title = page.child_elements(node).find(|&child| page.local_name(child) == "title");
    let text = title.map(|title| page.text_content(title)).filter(|text| !text.trim().is_empty());
    text.or_else(|| said(page.namespaced_attr(node, "title")))
}

fn said(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).map(str::to_owned)
}
