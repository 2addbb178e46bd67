//! The accessible name and description of an element, as accname 1.2 and HTML-AAM compute them.
//!
//! 1. `aria-labelledby`, once; 2. inside another name, the value of a control; 3. `aria-label`;
//! 4. what HTML offers (`native`); 5. what stands inside, where the role allows it; 6. `title`.
//!
//! A name is cut after a few thousand characters or nodes: a page that labels everything with everything stays linear.

use std::cell::Cell;

use super::{Page, dom::NodeId, native};

/// Nodes looked at for one name.
const NODES: u32 = 4_000;
const BYTES: usize = 8_000;

/// The name assistive technology says for an element, white space folded; empty when it has none.
pub fn accessible_name(page: &Page, node: NodeId) -> String {
    let reader = Reader::new(page);
    fold_space(&reader.name(node, Part::Root))
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
    let title = fold_space(page.attr(node, "title").unwrap_or(""));
    if title == accessible_name(page, node) { String::new() } else { title }
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
        let mut text = String::new();
        let mut open = Vec::new();
        open.extend(page.children(root).next().map(Step::Node));
        while let Some(step) = open.pop() {
            let Step::Node(node) = step else {
                text.push(' ');
                continue;
            };
            if self.budget.get() == 0 || text.len() > BYTES {
                break;
            }
            self.budget.set(self.budget.get() - 1);
            open.extend(page.next_sibling(node).map(Step::Node));
            if let Some(words) = page.text(node) {
                text.push_str(words);
                continue;
            }
            if !page.is_element(node)
                || is_never_text(page, node)
                || !hidden && page.visibility.is_hidden(node)
            {
                continue;
            }
            if self.labelled.get() == Some(node) {
                continue;
            }
            let space = !is_inline(page.tag(node));
            if space {
                text.push(' ');
                open.push(Step::Space);
            }
            if let Some(own) = self.own_text(node) {
                text.push_str(&own);
                continue;
            }
            open.extend(page.children(node).next().map(Step::Node));
        }
        text
    }

    /// What an element inside a name says instead of what stands in it.
    fn own_text(&self, node: NodeId) -> Option<String> {
        let page = self.page;
        if let Some(text) = self.without_content(node, Part::Content) {
            return Some(text);
        }
        let title = page.attr(node, "title").filter(|title| !title.trim().is_empty())?;
        let is_empty = page.descendants(node).take(200).all(|below| match page.text(below) {
            Some(text) => text.trim().is_empty(),
            None => !matches!(page.local_name(below), "img" | "svg" | "title" | "input"),
        });
        is_empty.then(|| title.to_owned())
    }
}

enum Step {
    Node(NodeId),
    /// The end of an element that stands on lines of its own.
    Space,
}

fn is_never_text(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), "script" | "style" | "template" | "noscript" | "iframe" | "datalist")
        || matches!(page.local_name(node), "style" | "script" | "metadata")
}

/// Elements that run on in the line: nothing stands between them and the words beside.
fn is_inline(tag: &str) -> bool {
    matches!(
        tag,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "slot"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
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

    #[test]
    fn labels_in_circles_come_to_an_end() {
        let document = Document::parse(
            "<div role=button id=a aria-labelledby='a b'>1</div><div role=button id=b aria-labelledby=a>2</div>",
        );
        let page = Page::new(&document);
        assert_eq!(accessible_name(&page, document.by_id("a").unwrap()), "1 2");
    }
}
