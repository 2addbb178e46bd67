//! Answers what `@container` asks: finds the container of an element, its width and its custom properties.

use super::{
    super::dom::NodeId,
    boxes::{Boxes, is_drawn},
    calc::Scale,
    container::{Asks, Condition, Contained, Query},
    element::At,
    property::Property,
    style::Style,
    styles::Styles,
    value::Global,
    variables::{self, Registry},
    views::{Truth, View},
};

/// Whoever asks for its containers.
pub(super) struct Asking<'a, 'b> {
    pub styles: &'a Styles,
    pub at: At<'a>,
    /// The rule is about a pseudo-element, for which the element itself may be the container.
    pub from_itself: bool,
    pub boxes: &'b mut Boxes,
}

/// What can be said of a condition: whether it is true, and whether it is untrue. What no browser knows is neither.
#[derive(Clone, Copy)]
struct Answer {
    yes: Option<bool>,
    no: Option<bool>,
}

/// The container that is asked.
enum Found {
    None,
    One(NodeId),
    /// Something nobody can tell decides which it is.
    Unsure,
}

impl Contained {
    /// In which views everything that is asked holds.
    pub(super) fn truth(&self, asking: &mut Asking) -> Truth {
        // What stands above a part decides, and is not remembered with it.
        asking.at.ground.looked_out.set(true);
        let own = Truth::told(|view| any(self.queries.iter().map(|query| query.holds(asking, view))));
        match &self.outer {
            Some(outer) if !own.is_never() => own.and(outer.truth(asking)),
            _ => own,
        }
    }
}

impl Query {
    fn holds(&self, asking: &mut Asking, view: View) -> Option<bool> {
        let container = match self.container(asking, view) {
            Found::None => return Some(false),
            Found::Unsure => return None,
            // Where lines run downwards, or nothing is shown, another element may be the one that is asked.
            Found::One(container) if self.asks.width && !asking.has_bounds(container, view) => return None,
            Found::One(container) => container,
        };
        let Some(condition) = &self.condition else { return Some(true) };
        // Beside something that no browser knows, not all of them look at the rest.
        asking.answer(condition, container, view).yes.filter(|&yes| !yes || !self.strange)
    }

    fn container(&self, asking: &Asking, view: View) -> Found {
        let At { ground, node } = asking.at;
        let document = ground.document;
        let itself = asking.from_itself.then_some(node);
        for up in itself.into_iter().chain(document.ancestors(node)).filter(|&up| document.is_element(up)) {
            if !asking.at.step() {
                return Found::Unsure;
            }
            let style = asking.styles.get(up, view);
            match all([self.is_named(style), self.asks.of(style)]) {
                Some(true) => return Found::One(up),
                Some(false) => {}
                None => return Found::Unsure,
            }
        }
        Found::None
    }

    fn is_named(&self, style: &Style) -> Option<bool> {
        let Some(name) = &self.name else { return Some(true) };
        let names = style.get(Property::ContainerName);
        let has = names.text().split(' ').any(|own| own == &**name);
        style.is_sure(Property::ContainerName).then_some(has)
    }
}

impl Asks {
    /// Whether an element is a container of the kind that is asked for.
    fn of(self, style: &Style) -> Option<bool> {
        if !(self.width || self.height || self.state) {
            return Some(true);
        }
        let kinds = style.get(Property::ContainerType);
        let is = |kind: &str| kinds.text().split(' ').any(|own| own == kind);
        let holds = (!self.width || is("size") || is("inline-size"))
            && (!self.height || is("size"))
            && (!self.state || is("scroll-state"));
        style.is_sure(Property::ContainerType).then_some(holds)
    }
}

impl Asking<'_, '_> {
    fn answer(&mut self, condition: &Condition, container: NodeId, view: View) -> Answer {
        match condition {
            Condition::Not(denied) => {
                let Answer { yes, no } = self.answer(denied, container, view);
                Answer { yes: no, no: yes }
            }
            Condition::All(parts) => {
                let answers: Vec<Answer> = self.answers(parts, container, view);
                Answer {
                    yes: all(answers.iter().map(|answer| answer.yes)),
                    no: any(answers.iter().map(|answer| answer.no)),
                }
            }
            Condition::Any(parts) => {
                let answers: Vec<Answer> = self.answers(parts, container, view);
                Answer {
                    yes: any(answers.iter().map(|answer| answer.yes)),
                    no: all(answers.iter().map(|answer| answer.no)),
                }
            }
            Condition::Width(..) if self.has_width(container, view) == Some(false) => Answer::NEITHER,
            Condition::Width(..) if self.has_width(container, view).is_none() => Answer::of(None),
            Condition::Width(operator, limit) => {
                let width = self.boxes.inside(self.styles, self.at.to(container), view);
                let limit = limit.evaluate(&self.scale(container, view));
                let limit = limit.as_length().map(|(px, _)| px).or_else(|| limit.as_number());
                Answer::of(limit.zip(width).and_then(|(limit, width)| width.compare(*operator, limit)))
            }
            Condition::Style(name, value) => {
                Answer::of(self.has_value(name, value.as_deref(), container, view))
            }
            Condition::Open => Answer::of(None),
            Condition::Strange => Answer::NEITHER,
        }
    }

    fn answers(&mut self, parts: &[Condition], container: NodeId, view: View) -> Vec<Answer> {
        parts.iter().map(|part| self.answer(part, container, view)).collect()
    }

    fn has_bounds(&mut self, container: NodeId, view: View) -> bool {
        self.boxes.inside(self.styles, self.at.to(container), view).is_some()
    }

    /// Whether a container has a box of its own whose width can be asked: lines and what shows no box have none. None: nobody
    /// can tell.
    fn has_width(&self, container: NodeId, view: View) -> Option<bool> {
        let style = self.styles.get(container, view);
        if !style.is_sure(Property::Display) {
            return None;
        }
        match style.display() {
            "block" | "inline-block" | "flow-root" | "list-item" | "flex" | "inline-flex" | "grid"
            | "inline-grid" => Some(true),
            "inline" if is_drawn(self.at.ground.document, container) => None,
            "inline" | "contents" | "none" => Some(false),
            // Tables and their cells: browsers differ from the specification.
            _ => None,
        }
    }

    /// Lengths are those of the container's own letters.
    fn scale(&self, container: NodeId, view: View) -> Scale<'static> {
        let size = |node| {
            let style = self.styles.get(node, view);
            style.is_sure(Property::FontSize).then(|| style.font_size()).flatten().map(f64::from)
        };
        let rem = size(self.at.ground.document.html);
        Scale { em: size(container), rem, width: Some(view.width().into()), ..Scale::default() }
    }

    /// Whether a custom property of the container has a value, as the same declaration there would give it.
    fn has_value(&self, name: &str, value: Option<&str>, container: NodeId, view: View) -> Option<bool> {
        let registered = self.styles.set.registered();
        let registry = Registry(&registered);
        let own = self.styles.get(container, view).variables.as_deref();
        let held = variables::value(name, own, registry)?;
        let wanted = match value {
            // One that is registered has a value always: any other than its first.
            None if registry.has(name) => return None,
            None => return Some(held.is_some()),
            Some(value) => match Global::named(value) {
                Some(Global::Initial) if !registry.has(name) => None,
                Some(_) => return None,
                None => variables::fill_or_none(value, own, registry)?,
            },
        };
        match (held, wanted) {
            (None, None) => Some(true),
            (Some(held), Some(wanted)) if trimmed(&held) == trimmed(&wanted) => Some(true),
            // Its computed value is no text: others may say the same.
            _ if registry.has(name) => None,
            // Browsers differ in whether white space between the same words makes another value.
            (Some(held), Some(wanted)) if squeezed(&held) == squeezed(&wanted) => None,
            _ => Some(false),
        }
    }
}

impl Answer {
    /// Neither true nor untrue.
    const NEITHER: Self = Self { yes: Some(false), no: Some(false) };

    fn of(yes: Option<bool>) -> Self {
        Self { yes, no: yes.map(|yes| !yes) }
    }
}

/// Without what stood around variables that were put in.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_ascii_whitespace())
        .trim_start_matches("/**/")
        .trim_end_matches("/**/")
        .trim()
}

/// Without white space and comments.
fn squeezed(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(start) = rest.find("/*") {
        kept.push_str(&rest[..start]);
        let comment = &rest[start + 2..];
        rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
    }
    kept.push_str(rest);
    kept.retain(|c| !c.is_ascii_whitespace());
    kept
}

/// Whether all are true, as far as one can tell.
fn all(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut is_open = false;
    for part in parts {
        match part {
            Some(true) => {}
            Some(false) => return Some(false),
            None => is_open = true,
        }
    }
    (!is_open).then_some(true)
}

/// Whether one is true, as far as one can tell.
fn any(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    all(parts.into_iter().map(|part| part.map(|yes| !yes))).map(|none| !none)
}
