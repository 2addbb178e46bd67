//! `avoid-inline-spacing`: no `style` attribute forbids readers to space letters, words and lines as they need.

use crate::{
    audit::{
        Ids, NodeId, Page,
        css::{Origin, Property, Style, Value, View},
        sight::Sight,
    },
    rule::Verdict,
};

page_rule! {
    "avoid-inline-spacing" {
        severity: Error,
        wcag: ["1.4.12"],
        act: ["24afc2", "9e45ec", "78fd32"],
        speaks: of_properties,
        check: Views,
    }
    Pass r#"<p style="letter-spacing: 0.15em !important">Orari di apertura</p>"#
    Pass r#"<p style="line-height: 1.5 !important">Orari di apertura</p>"#
    Fail r#"<p style="letter-spacing: 0.1em !important">Orari di apertura</p>"#
    Fail r#"<p style="line-height: 1.2 !important; width: 100px">Orari di apertura degli uffici comunali</p>"#
    CantTell r#"<p style="word-spacing: 1ch !important">Orari di apertura</p>"#
    Inapplicable r#"<p style="letter-spacing: 0.1em">Orari di apertura</p>"#
}

/// A letter is at least this wide, in parts of the font's size, on the average of any line.
const NARROW: f32 = 0.3;
/// No letter is wider.
const WIDE: f32 = 1.1;

fn check(page: &Page) -> Vec<(NodeId, Verdict)> {
    // Most pages have no such attribute: then nothing has to be looked for.
    let is_spaced = |node: &NodeId| {
        page.attr(*node, "style").is_some_and(|style| {
            let style = style.to_ascii_lowercase();
            style.contains("important") && (style.contains("spacing") || style.contains("line-height") || style.contains("font"))
        })
    };
    let spaced: Vec<NodeId> = page.with_attr("style").filter(is_spaced).collect();
    if spaced.is_empty() {
        return Vec::new();
    }
    let sight = Sight::of(page);
    let seen = |node| View::all().find(|view| sight.views(node) & view.bit() != 0);
    let judged = spaced.into_iter().filter_map(|node| Some((node, verdicts(page, node, seen(node)?))));
    judged.flat_map(|(node, verdicts)| verdicts.into_iter().map(move |(_, verdict)| (node, verdict))).collect()
}

/// What is to say of the properties that an element sets once and for all.
fn verdicts(page: &Page, node: NodeId, view: View) -> Vec<(Property, Verdict)> {
    let text: String = page.children(node).filter_map(|child| page.text(child)).collect();
    if text.trim().is_empty() || page.tag(node).is_empty() {
        return Vec::new();
    }
    let style = page.styles.get(node, view);
    let is_own = |property| style.declares(property) && style.origin(property) == Origin::Inline { important: true };
    [(Property::LetterSpacing, 0.12), (Property::WordSpacing, 0.16), (Property::LineHeight, 1.5)]
        .into_iter()
        .filter(|&(property, _)| is_own(property))
        .map(|(property, least)| (property, judge(page, node, view, property, least, &text)))
        .collect()
}

/// Each property has an ACT rule of its own: an element speaks for those of which the gravest is to say.
fn of_properties(page: &Page, node: NodeId) -> Ids {
    let shown = page.visibility.visible_in(node);
    let Some(view) = View::all().find(|view| shown & view.bit() != 0) else { return &[] };
    let verdicts = verdicts(page, node, view);
    let is_failed = verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Failed(_)));
    let has = |wanted| {
        verdicts.iter().any(|(property, verdict)| {
            *property == wanted && (!is_failed || matches!(verdict, Verdict::Failed(_)))
        })
    };
    match [Property::LetterSpacing, Property::WordSpacing, Property::LineHeight].map(has) {
        [true, false, false] => &["24afc2"],
        [false, true, false] => &["9e45ec"],
        [false, false, true] => &["78fd32"],
        [true, true, false] => &["24afc2", "9e45ec"],
        [true, false, true] => &["24afc2", "78fd32"],
        [false, true, true] => &["9e45ec", "78fd32"],
        [true, true, true] => META.act,
        [false, false, false] => &[],
    }
}

fn judge(page: &Page, node: NodeId, view: View, property: Property, least: f32, text: &str) -> Verdict {
    let style = page.styles.get(node, view);
    let question = || Verdict::cant_tell("avoid-inline-spacing--question").with("property", name(property));
    let Some(size) = style.font_size() else { return question() };
    let share = match style.get(property) {
        Value::Px(px) => px / size,
        Value::Number(number) => *number,
        // Browsers make `normal` about 1.2.
        Value::Word("normal") => 0.0,
        _ => return question(),
    };
    if share >= least - 0.0005 {
        return Verdict::Passed;
    }
    if property == Property::LineHeight {
        match wraps(page, node, view, style, text) {
            Some(true) => {}
            Some(false) => return Verdict::Inapplicable,
            None => return question(),
        }
    }
    Verdict::failed("avoid-inline-spacing").with("property", name(property)).with("needed", format!("{least}"))
}

fn name(property: Property) -> &'static str {
    match property {
        Property::LetterSpacing => "letter-spacing",
        Property::WordSpacing => "word-spacing",
        _ => "line-height",
    }
}

/// Whether a text takes more than one line. None: only a layout knows.
fn wraps(page: &Page, node: NodeId, view: View, style: &Style, text: &str) -> Option<bool> {
    if style.get(Property::WhiteSpace).text().contains("nowrap") {
        return Some(false);
    }
    let size = style.font_size()?;
    let letters = text.chars().filter(|c| !c.is_whitespace()).count() as f32;
    let all = text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>() as f32;
    let mut room = view.width() as f32;
    let mut is_free = true;
    for up in std::iter::once(node).chain(page.ancestors(node)).filter(|&up| page.is_element(up)) {
        let style = page.styles.get(up, view);
        for property in [Property::Width, Property::MaxWidth] {
            match style.get(property) {
                Value::Px(px) => room = room.min(*px),
                Value::Word(_) => {}
                _ => is_free = false,
            }
        }
        is_free &= !style.get(Property::Display).word().contains("table") && !style.makes_columns();
    }
    if letters * size * NARROW > room {
        return Some(true);
    }
    (is_free && all * size * WIDE < room.min(300.0)).then_some(false)
}
