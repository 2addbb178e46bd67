//! The accessible name and description of an element, as accname 1.2 and HTML-AAM compute them.
//!
//! 1. `aria-labelledby`, once; 2. inside another name, the value of a control; 3. `aria-label`;
//! 4. what HTML offers (`native`); 5. what stands inside, where the role allows it; 6. `title`.
//!
//! A name is cut after a few thousand characters or nodes: a page that labels everything with everything stays linear.

use std::cell::Cell;

use super::{
    Ids, Page,
    css::{Property, Pseudo, View},
    dom::NodeId,
    generated, native,
};

/// Nodes looked at for one name.
const NODES: u32 = 4_000;
const BYTES: usize = 8_000;

/// The name assistive technology says for an element, white space folded; empty when it has none.
pub fn accessible_name(page: &Page, node: NodeId) -> String {
    page.named_last(node, || fold_space(&Reader::new(page).name(node, Part::Root)))
}

/// The longer text that is said after the name.
pub fn description(page: &Page, node: NodeId) -> String {
    let reader = Reader::new(page);
    if let Some(list) = page.attr(node, "aria-describedby") {
        reader.referencing.set(true);
        return fold_space(&reader.referenced(list));
    }
    if let Some(text) = page.attr(node, "aria-description").filter(|text| !text.trim().is_empty()) {
        return fold_space(text);
    }
    let own =
        native::description(page, node).unwrap_or_else(|| page.attr(node, "title").unwrap_or("").to_owned());
    let own = fold_space(&own);
    if own == accessible_name(page, node) { String::new() } else { own }
}

/// Whether a field has a label of words: an element that labels it, by `<label>` or `aria-labelledby`.
pub(super) fn has_label(page: &Page, field: NodeId) -> bool {
    let reader = Reader::new(page);
    let list = page.attr(field, "aria-labelledby").unwrap_or("");
    !fold_space(&reader.referenced(list)).is_empty()
        || page
            .labels(field)
            .filter(|&label| !page.visibility.is_hidden(label))
            .any(|label| !fold_space(&reader.name_of_label(label, field)).is_empty())
}

/// Which ACT rule on names speaks of an element of HTML with this role.
pub(super) fn act_of_name(page: &Page, node: NodeId) -> Ids {
    if page.tag(node).is_empty() {
        return &[];
    }
    match page.role(node) {
        role if role.is_a("button") => &["97a4e1"],
        role if role.is_a("link") => &["c487ae"],
        role if role.is_a("menuitem") => &["m6b1q3"],
        role if FIELDS.contains(&role.name) => &["e086e5"],
        _ => &[],
    }
}

/// Roles of form fields, as the ACT rule e086e5 lists them.
const FIELDS: &[&str] = &[
    "checkbox",
    "combobox",
    "listbox",
    "menuitemcheckbox",
    "menuitemradio",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
];

/// Whether a rule on elements of HTML judges the name, whatever the role: then the rules on ARIA are silent.
pub(super) fn has_native_rule(page: &Page, node: NodeId) -> bool {
    match page.tag(node) {
        "a" | "area" => page.has_attr(node, "href"),
        "button" | "datalist" | "input" | "meter" | "option" | "progress" | "select" | "textarea" => true,
        "summary" => super::focus::is_summary(page, node),
        _ => false,
    }
}

/// How the name computation came to a node.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The element whose name is asked for.
    Root,
    /// Named in an `aria-labelledby` or `aria-describedby`.
    Referenced,
    /// A native label of the element.
    Label,
    /// Inside one of the others.
    Content,
}

pub(super) struct Reader<'a> {
    pub page: &'a Page<'a>,
    /// Nodes that may still be looked at.
    budget: Cell<u32>,
    /// Whether an `aria-labelledby` is being followed: it is followed once, so that circles end.
    referencing: Cell<bool>,
    /// The control whose label is being read: it does not label itself.
    labelled: Cell<Option<NodeId>>,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page<'a>) -> Self {
        Self { page, budget: Cell::new(NODES), referencing: Cell::new(false), labelled: Cell::new(None) }
    }

    /// The name of a node, or what it adds to another's.
    pub(super) fn name(&self, node: NodeId, part: Part) -> String {
        if let Some(text) = self.without_content(node, part) {
            return text;
        }
        let page = self.page;
        let by_content =
            part != Part::Root || page.role(node).named_by_content || native::is_named_by_content(page, node);
        if by_content {
            let hidden = part == Part::Referenced && page.visibility.is_hidden(node);
            let text = self.content(node, hidden);
            if !text.trim().is_empty() {
                return text;
            }
        }
        page.attr(node, "title").unwrap_or("").to_owned()
    }

    /// The words of a label, without what the labelled control itself says.
    pub(super) fn name_of_label(&self, label: NodeId, control: NodeId) -> String {
        let outer = self.labelled.replace(Some(control));
        let text = self.name(label, Part::Label);
        self.labelled.set(outer);
        text
    }

    /// Steps 1 to 4. None: look inside.
    fn without_content(&self, node: NodeId, part: Part) -> Option<String> {
        let page = self.page;
        if !self.referencing.get()
            && let Some(list) = page.attr(node, "aria-labelledby")
        {
            self.referencing.set(true);
            let text = self.referenced(list);
            self.referencing.set(false);
            if !text.trim().is_empty() {
                return Some(text);
            }
        }
        if part == Part::Content
            && let Some(value) = native::embedded_value(page, node)
        {
            return Some(value);
        }
        if let Some(label) = page.attr(node, "aria-label").filter(|label| !label.trim().is_empty()) {
            return Some(label.to_owned());
        }
        if page.role(node).is_none() {
            // A decoration says nothing; what stands in it may.
            return (page.tag(node) == "img").then(String::new);
        }
        native::name(self, node, part)
    }

    /// The texts of the elements a list of ids names.
    fn referenced(&self, list: &str) -> String {
        let mut text = String::new();
        for node in self.page.by_ids(list) {
            if self.budget.get() == 0 || text.len() > BYTES {
                break;
            }
            self.budget.set(self.budget.get() - 1);
            text.push_str(&self.name(node, Part::Referenced));
            text.push(' ');
        }
        text
    }

    /// What stands inside an element. `hidden`: it was asked for although it is hidden, so all of it counts.
    pub(super) fn content(&self, root: NodeId, hidden: bool) -> String {
        let page = self.page;
        let mut text = generated::words(page, root, Pseudo::Before);
        let mut open = Vec::new();
        self.open_content(root, &mut open);
        while let Some(step) = open.pop() {
            let (node, in_order) = match step {
                Step::Node(node) => (node, true),
                Step::Owned(node) => (node, false),
                Step::End { node, start } => {
                    text.push_str(&generated::words(page, node, Pseudo::After));
                    self.close(node, start, &mut text);
                    continue;
                }
            };
            if self.budget.get() == 0 || text.len() > BYTES {
                break;
            }
            self.budget.set(self.budget.get() - 1);
            if in_order {
                open.extend(page.next_sibling(node).map(Step::Node));
            }
            if let Some(words) = page.text(node) {
                text.push_str(words);
                continue;
            }
            let elsewhere = in_order && page.is_owned_elsewhere(node);
            if !page.is_element(node)
                || elsewhere
                || is_never_text(page, node)
                || self.is_left_out(node, hidden)
            {
                continue;
            }
            if !stands_in_line(page, node) {
                text.push(' ');
            }
            let start = text.len();
            match self.without_content(node, Part::Content) {
                Some(own) => {
                    text.push_str(&own);
                    self.close(node, start, &mut text);
                }
                None => {
                    text.push_str(&generated::words(page, node, Pseudo::Before));
                    open.push(Step::End { node, start });
                    self.open_content(node, &mut open);
                }
            }
        }
        text.push_str(&generated::words(page, root, Pseudo::After));
        text
    }

    /// Puts on the stack what stands in an element: its own children, then those that `aria-owns` brings.
    fn open_content(&self, node: NodeId, open: &mut Vec<Step>) {
        if let Some(list) = self.page.attr(node, "aria-owns") {
            let brought: Vec<_> =
                self.page.by_ids(list).filter(|&child| self.page.owner(child) == Some(node)).collect();
            open.extend(brought.into_iter().rev().map(Step::Owned));
        }
        open.extend(self.page.children(node).next().map(Step::Node));
    }

    /// After an element: a `title` speaks for one that said nothing, and a space follows what stands on its own lines.
    fn close(&self, node: NodeId, start: usize, text: &mut String) {
        if text[start..].trim().is_empty()
            && let Some(title) = self.page.attr(node, "title")
            && !self.page.role(node).is_none()
        {
            text.push_str(title);
        }
        if !stands_in_line(self.page, node) {
            text.push(' ');
        }
    }

    fn is_left_out(&self, node: NodeId, hidden: bool) -> bool {
        !hidden && self.page.visibility.is_hidden(node) || self.labelled.get() == Some(node)
    }
}

/// What is still to be read.
enum Step {
    Node(NodeId),
    /// An element from elsewhere: what stands beside it there is not meant.
    Owned(NodeId),
    /// The end of an element whose text starts there.
    End {
        node: NodeId,
        start: usize,
    },
}

fn is_never_text(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), "script" | "style" | "template" | "noscript" | "iframe" | "datalist")
        || matches!(page.local_name(node), "style" | "script" | "metadata")
}

/// Whether nothing stands between an element and the words beside it.
pub(super) fn stands_in_line(page: &Page, node: NodeId) -> bool {
    let style = page.styles.get(node, View::DESK);
    match style.display() {
        // Images and controls run on in the line as well, and stand apart all the same, as browsers say it.
        "inline" => style.declares(Property::Display) || is_inline(page.tag(node)),
        "contents" => true,
        // Of what is hidden and yet referenced, the element decides.
        "none" => is_inline(page.tag(node)),
        _ => false,
    }
}

/// Elements that run on in the line.
fn is_inline(tag: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "label", "mark", "q", "s", "samp", "slot", "small", "span", "strong", "sub", "sup", "time",
        "u", "var", "wbr",
    ];
    INLINE.binary_search(&tag).is_ok() || tag.contains('-')
}

/// White space to single spaces, none at the ends.
pub fn fold_space(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::super::dom::Document;
    use super::*;

    #[test]
    fn names() {
        let check = |html: &str, expected| {
            let document = Document::parse(html);
            let page = Page::new(&document);
            assert_eq!(accessible_name(&page, document.by_id("x").unwrap()), expected, "{html}");
        };
        check("<a id=x href>  a <b>b</b>c<p>d</p>e", "a bc d e");
        check("<a id=x href title=t><img alt=''>", "t");
        check("<a id=x href><img alt=i> <svg><title>s</title></svg>", "i s");
        check("<a id=x href><span hidden>h</span><span aria-hidden=true>i</span>j", "j");
        check(
            "<a id=x href aria-labelledby='h x'>own</a><b id=h hidden>hidden <i hidden>too</i></b>",
            "hidden too own",
        );
        check("<a id=x href><img aria-labelledby=h></a><b id=h>H</b>", "H");
        check("<a id=x href aria-labelledby=none>own</a>", "own");
        check("<a id=x href aria-label=' '>own</a>", "own");
        check("<div id=x role=img aria-label=l>no", "l");
        check("<div id=x>no", "");
        check("<label>Nome <input id=x value=v></label>", "Nome");
        check(
            "<label for=x>Ore <input value=5> al giorno</label><input id=x type=checkbox>",
            "Ore 5 al giorno",
        );
        check("<label for=x>A</label><label for=x>B</label><input id=x>", "A B");
        check("<input id=x title=t placeholder=p>", "t");
        check("<input id=x placeholder=p>", "p");
        check("<input id=x type=submit>", "Submit");
        check("<input id=x type=submit value='Invia'>", "Invia");
        check("<input id=x type=button>", "");
        check("<input id=x type=image alt=Cerca>", "Cerca");
        check("<fieldset id=x><legend>L</legend>", "L");
        check("<table id=x><caption>C</caption></table>", "C");
        check("<figure id=x><img><figcaption>F", "F");
        check("<details><summary id=x>S", "S");
        check("<svg id=x><title>S</title></svg>", "S");
        check("<button id=x><img alt=a title=b></button>", "a");
        check("<a id=x href><b title=t><i hidden>h</i></b></a>", "t");
        check("<a id=x href>a<span title=t></span>b</a>", "atb");
        check("<div id=x role=button aria-owns='o p'>a </div><i id=o>b</i><i id=p> c</i>", "a b c");
        check("<div role=group aria-owns=o></div><div id=x role=button>a<i id=o>b</i></div>", "a");
        check(
            "<a id=x href>a<div style='display: inline'>b</div><span style='display:block'>c</span></a>",
            "ab c",
        );
        check("<details><summary id=x role=none>S", "S");
        check("<img id=x alt='' aria-hidden=false tabindex=0 title=t>", "t");
        check("<input id=x type=submit placeholder=p value=''>", "");
        check("<input id=x type=checkbox placeholder=p>", "");
        check("<label for=x>Quanti <input type=range value=3></label><input id=x>", "Quanti 3");
        check(
            "<label for=x>a<span role=slider aria-valuetext=V aria-valuenow=2 aria-label=l></span></label><input id=x>",
            "aV",
        );
        check("<svg id=x role=img><g><title>no</title></g></svg>", "");
        check("<my-field id=x role=textbox aria-label=l></my-field>", "l");
        check("<h1 id=x><img role=presentation alt=a></h1>", "");
        check("<select id=x><option>a</select>", "");
        check(
            "<label for=x>Dove <select id=y><option>a<option selected>b</select></label><input id=x>",
            "Dove b",
        );
    }

    #[test]
    fn descriptions() {
        let document = Document::parse("<a id=x href aria-describedby=d title=t>a</a><p id=d hidden>D</p>");
        let page = Page::new(&document);
        assert_eq!(description(&page, document.by_id("x").unwrap()), "D");
    }

    /// However elements name, own and label each other, one name costs no more than its budget.
    #[test]
    fn a_name_is_bounded() {
        for part in [
            "<div role=button id=a aria-labelledby='a b' aria-owns='b a'>x<i id=b aria-owns=a title=t>y</i>",
            "<label for=a>x<input id=a aria-labelledby=a>",
            "<svg role=img><title>x</title>",
        ] {
            let document = Document::parse(&part.repeat(3_000));
            let page = Page::new(&document);
            for node in document.elements().take(50) {
                assert!(accessible_name(&page, node).len() <= 2 * BYTES + 4 * NODES as usize, "{part}");
                assert!(description(&page, node).len() <= 2 * BYTES + 4 * NODES as usize, "{part}");
            }
        }
    }

    #[test]
    fn labels_in_circles_come_to_an_end() {
        let document = Document::parse(
            "<div role=button id=a aria-labelledby='a b'>1</div><div role=button id=b aria-labelledby=a>2</div>",
        );
        let page = Page::new(&document);
        assert_eq!(accessible_name(&page, document.by_id("a").unwrap()), "1 2");
    }
}
