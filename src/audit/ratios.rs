//! From contrasts to verdicts: what ratio a text needs, in which views it misses it, and which rules gave the colours.

use super::{
    contrast::{Contrast, Contrasts},
    css::{Origin, Property, View},
    dom::NodeId,
    grounds::Doubt,
    page::Page,
    texts::{Kind, Text, Unused, texts},
};
use crate::{l10n::Message, rule::Verdict};

/// The words of a rule about contrast, and the ratios it asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    pub failed: &'static str,
    /// Asks a person.
    pub question: &'static str,
    /// Tells that sheets are missing, once.
    pub incomplete: &'static str,
    pub normal: f32,
    pub large: f32,
}

impl Demand {
    fn needed(self, contrast: &Contrast) -> f32 {
        if contrast.large { self.large } else { self.normal }
    }

    /// What tells it from others: nobody asks for the same ratio of normal text and another of large text.
    fn number(self) -> u32 {
        self.normal.to_bits() ^ self.large.to_bits().rotate_left(16)
    }
}

/// A verdict on every text of a page.
pub(super) fn verdicts(page: &Page, demand: Demand) -> Vec<(NodeId, Verdict)> {
    let mut contrasts = Contrasts::new(page);
    let unused = Unused::of(page);
    let mut verdicts = Vec::new();
    let mut praise = Praise::of(page);
    let mut is_incomplete = false;
    for text in texts(page) {
        if !contrasts.sight.is_seen(text.node) || unused.has(text.node) {
            continue;
        }
        if let Some(n_looks) = contrasts.passes(text, demand.number()) {
            praise.add(text.node, n_looks, &mut verdicts);
            continue;
        }
        let (mut n_passed, mut is_plain) = (0, true);
        let mut worst: Option<(View, u8, Contrast, bool)> = None;
        for (view, views) in contrasts.looks(text) {
            let Some(found) = contrasts.of(text, view, |found| demand.needed(found)) else { continue };
            let needed = demand.needed(&found);
            let fails = found.highest < needed && found.doubt.is_none();
            let passes =
                found.lowest >= needed && !matches!(found.doubt, Some(Doubt::Picture | Doubt::Style));
            if passes {
                n_passed += 1;
                // Another page may show another picture.
                is_plain &= !found.looked_at;
                continue;
            }
            is_plain = false;
            is_incomplete |= !fails && !page.styles.is_complete();
            match &mut worst {
                Some((_, all, _, failed)) if *failed == fails => *all |= views,
                Some((.., failed)) if *failed => {}
                _ => worst = Some((view, views, found, fails)),
            }
        }
        praise.add(text.node, n_passed, &mut verdicts);
        if is_plain {
            contrasts.note_passes(text, demand.number(), n_passed);
        }
        let Some((view, views, found, fails)) = worst else { continue };
        if fails || page.styles.is_complete() {
            let is_everywhere = views == contrasts.sight.views(text.node);
            let verdict = told(page, demand, text, view, &found, fails);
            verdicts.push((text.node, with_views(verdict, if is_everywhere { None } else { Some(views) })));
        }
    }
    if is_incomplete {
        let place = page.styles.missing().first().copied().unwrap_or_else(|| page.html());
        verdicts.push((place, Verdict::cant_tell(demand.incomplete)));
    }
    verdicts
}

/// Tells of what passed: as often as there is something to praise, or once if nobody wants to know more.
struct Praise {
    is_wanted: bool,
    is_told: bool,
}

impl Praise {
    fn of(page: &Page) -> Self {
        Self { is_wanted: page.wants_praise, is_told: false }
    }

    fn add(&mut self, node: NodeId, n_passed: u32, verdicts: &mut Vec<(NodeId, Verdict)>) {
        let n_told = match self.is_wanted {
            true => n_passed,
            false => u32::from(n_passed > 0 && !self.is_told),
        };
        self.is_told |= n_told > 0;
        verdicts.extend((0..n_told).map(|_| (node, Verdict::Passed)));
    }
}

fn told(page: &Page, demand: Demand, text: Text, view: View, found: &Contrast, fails: bool) -> Verdict {
    let source = match text.kind {
        Kind::Placeholder => "::placeholder".to_owned(),
        _ => place(page, page.styles.get(text.node, view).origin(Property::Color)),
    };
    let ground = match found.grounded {
        Some(node) => place(page, page.styles.get(node, view).origin(Property::BackgroundColor)),
        None => String::new(),
    };
    let message = Message::new(if fails { demand.failed } else { demand.question })
        .with("ratio", two_places(found.lowest))
        .with("needed", short(demand.needed(found)))
        .with("text", found.text.hex())
        .with("ground", found.ground.hex())
        .with("text-from", or_dash(source))
        .with("ground-from", or_dash(ground))
        .with("why", found.doubt.map_or("picture", Doubt::word));
    if fails { Verdict::Failed(message) } else { Verdict::CantTell(message) }
}

/// Says in which views a finding holds; none: wherever the element is seen.
pub(super) fn with_views(verdict: Verdict, views: Option<u8>) -> Verdict {
    let holds: Vec<View> =
        View::all().filter(|view| views.is_some_and(|views| views & view.bit() != 0)).collect();
    let mut widths: Vec<String> = holds.iter().map(|view| view.width().to_string()).collect();
    widths.sort_by_key(String::len);
    widths.dedup();
    let all_widths = widths.len() == 3 || holds.is_empty();
    let (dark, light) = (holds.iter().any(|view| view.is_dark()), holds.iter().any(|view| !view.is_dark()));
    let scheme = match (light, dark) {
        (true, false) => "light",
        (false, true) => "dark",
        _ => "all",
    };
    verdict
        .with("widths", if all_widths { "all".to_owned() } else { widths.join(", ") })
        .with("scheme", scheme)
}

/// The rule of a sheet, as people find it.
fn place(page: &Page, origin: Origin) -> String {
    match origin {
        Origin::Browser => String::new(),
        Origin::Attribute => "HTML".to_owned(),
        Origin::Inline { .. } => "style=\"\"".to_owned(),
        Origin::Rule { .. } => page.styles.rule(origin).map_or_else(String::new, |rule| {
            let selector: String = rule.selector.chars().take(80).collect();
            format!("{}:{} {selector}", rule.sheet, rule.line)
        }),
    }
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

/// Cut, not rounded: 4.499 does not become 4.5.
fn two_places(ratio: f32) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

fn short(ratio: f32) -> String {
    if ratio.fract() == 0.0 { format!("{ratio:.0}") } else { format!("{ratio:.1}") }
}
