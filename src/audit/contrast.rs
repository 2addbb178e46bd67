//! The contrast of texts with what lies behind them, from computed styles alone.
//!
//! A text's ground is mixed from the backgrounds and opacities of its element and of those above. Where something else
//! may lie there (a positioned element, a margin that pulls one over another) a person must look, and so where it depends
//! on the colours of a picture: nothing is failed that only a layout could know.

use super::{
    css::{Property, Pseudo, Rgba, Style, Value, View},
    dom::NodeId,
    grounds::{Doubt, Ground, Layers, background, has_image},
    numbers::ByNumber,
    page::Page,
    painted::{self, Part},
    sight::Sight,
    texts::{Kind, Text},
};

/// How a text stands out in one view.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub lowest: f32,
    pub highest: f32,
    /// The colours of the lowest ratio.
    pub text: Rgba,
    pub ground: Rgba,
    pub large: bool,
    /// Why the ratio may be another one.
    pub doubt: Option<Doubt>,
    /// The ratios are those of a picture of any colours.
    on_picture: bool,
    /// The ratios hold for a picture that was looked at: on other pages another one may have the same address.
    pub(super) looked_at: bool,
    /// The colours of the highest ratio.
    best: (Rgba, Rgba),
    /// The element whose background is the text's ground; none for the page.
    pub grounded: Option<NodeId>,
}

/// Finds contrasts, each chain of equal styles once, on whatever page it is met first.
pub struct Contrasts<'a> {
    page: &'a Page<'a>,
    pub sight: Sight,
    known: Known,
    /// Elements that may lie over or under others, with the views in which they do; gathered when first needed.
    floating: Option<Vec<(NodeId, u8)>>,
}

/// What was measured, by the number of the chain.
#[derive(Debug, Default)]
struct Known {
    measured: ByNumber<(u32, Kind), Option<Measured>>,
    /// How many looks there are of a text that stands out in each, by all it depends on: see [`Contrasts::passes`].
    passed: ByNumber<(u32, Kind, u8, u32), u32>,
}

#[derive(Clone, Debug)]
struct Measured {
    contrast: Contrast,
    /// How many elements further up the ground is; none for the page.
    ground: Option<usize>,
}

impl Drop for Contrasts<'_> {
    fn drop(&mut self) {
        self.page.styles.keep_notes(std::mem::take(&mut self.known));
    }
}

impl<'a> Contrasts<'a> {
    pub fn new(page: &'a Page<'a>) -> Self {
        Self { page, sight: Sight::of(page), known: page.styles.take_notes(), floating: None }
    }

    /// Views in which the text looks the same, each with one view that stands for them.
    pub fn looks(&self, text: Text) -> Vec<(View, u8)> {
        let views = self.sight.views(text.node);
        let chains = self.page.styles.chain(text.node);
        let mut looks: Vec<(View, u8)> = Vec::new();
        for (view, chain) in View::all().zip(chains).filter(|(view, _)| views & view.bit() != 0) {
            let same = looks.iter_mut().find(|(other, _)| chains[other.index()] == chain);
            match same {
                Some((_, views)) => *views |= view.bit(),
                None => looks.push((view, view.bit())),
            }
        }
        looks
    }

    /// In how many looks a text was found to stand out, where it does in all of them and nothing has to be told. `demand`
    /// tells what was asked for. Most texts of a page are like one that was met before.
    pub fn passes(&self, text: Text, demand: u32) -> Option<u32> {
        self.known.passed.get(&self.key(text, demand)).copied()
    }

    /// Notes for [`Contrasts::passes`].
    pub fn note_passes(&mut self, text: Text, demand: u32, n_looks: u32) {
        // Placeholders have a style of their own, which the chain knows nothing of.
        if text.kind != Kind::Placeholder {
            self.known.passed.insert(self.key(text, demand), n_looks);
        }
    }

    fn key(&self, text: Text, demand: u32) -> (u32, Kind, u8, u32) {
        (self.page.styles.chain_number(text.node), text.kind, self.sight.views(text.node), demand)
    }

    /// The contrast of a text in a view. None: it has no colour of its own that anybody sees.
    /// `needed` says from which ratio on nobody has to ask whether something lies between.
    pub fn of(&mut self, text: Text, view: View, needed: impl Fn(&Contrast) -> f32) -> Option<Contrast> {
        let key = (self.page.styles.chain(text.node)[view.index()], text.kind);
        let Measured { contrast: mut found, ground } = match self.known.measured.get(&key) {
            Some(known) => known.clone()?,
            None => {
                let found = measured(self.page, text, view);
                // Placeholders have a style of their own, which the chain knows nothing of.
                if text.kind != Kind::Placeholder {
                    self.known.measured.insert(key, found.clone());
                }
                found?
            }
        };
        // The chain knows styles, not elements.
        found.grounded = ground.and_then(|height| with_ancestors(self.page, text.node).nth(height));
        if found.lowest < needed(&found) && found.doubt.is_none() {
            let depends = found.on_picture && found.highest >= needed(&found);
            found.doubt = self.doubt(text, view, &found).or(depends.then_some(Doubt::Picture));
            if found.doubt == Some(Doubt::Picture)
                && let Some(sharper) = self.looked_at(text, view, needed(&found))
            {
                return Some(Contrast { grounded: found.grounded, ..sharper });
            }
        }
        Some(found)
    }

    /// The contrast with the colours that a picture has, where they decide it: all of them for good or ill, or those
    /// behind the first character for ill.
    fn looked_at(&self, text: Text, view: View, needed: f32) -> Option<Contrast> {
        if self.page.pictures.is_empty() || text.kind == Kind::Placeholder {
            return None;
        }
        let found = |part| {
            let found = measure(self.page, text, view, Some(part))?;
            found.doubt.is_none().then_some(Contrast { looked_at: true, ..found })
        };
        let fails = |found: &Contrast| found.highest < needed && found.highest >= 1.05;
        let found = found(Part::Whole)
            .filter(|whole| whole.lowest >= needed || fails(whole))
            .or_else(|| found(Part::Start).filter(fails))?;
        // The ratio that is told is the one that no place of the picture exceeds.
        let (text, ground) = found.best;
        Some(if fails(&found) { Contrast { lowest: found.highest, text, ground, ..found } } else { found })
    }

    /// What a layout could show that styles do not.
    fn doubt(&mut self, text: Text, view: View, found: &Contrast) -> Option<Doubt> {
        let page = self.page;
        if !page.styles.is_complete() {
            return Some(Doubt::Style);
        }
        if text.short || found.highest < 1.05 {
            return Some(Doubt::Purpose);
        }
        let below: Vec<NodeId> = std::iter::once(text.node)
            .chain(page.ancestors(text.node))
            .take_while(|up| Some(*up) != found.grounded)
            .filter(|&up| page.is_element(up))
            .collect();
        if below.iter().any(|&up| is_moved(page, up, view)) {
            return Some(Doubt::Overlap);
        }
        if let Some(ground) = found.grounded
            && ground != text.node
            && matches!(page.styles.get(ground, view).get(Property::Height).px(), Some(px) if px < 40.0)
        {
            return Some(Doubt::Overlap);
        }
        let scope = found.grounded.unwrap_or_else(|| page.html());
        let bit = view.bit();
        let floating = self.floating.take().unwrap_or_else(|| floating(page));
        let covered = floating.iter().any(|(node, views)| {
            views & bit != 0
                && page.is_within(*node, scope)
                && !below.contains(node)
                && reaches(page, *node, text.node, view)
        });
        self.floating = Some(floating);
        covered.then_some(Doubt::Overlap)
    }
}

/// Whether a positioned element may come to lie where the text is: they share the block that positions it.
fn reaches(page: &Page, floating: NodeId, text: NodeId, view: View) -> bool {
    let style = page.styles.get(floating, view);
    if style.position() == "fixed" {
        // A bar at the edge of the window goes over everything in turn; only what fills the window lies there for good.
        let filled = [Property::Top, Property::Bottom].iter().all(|side| style.get(*side).px() == Some(0.0));
        return filled || matches!(style.get(Property::ZIndex), Value::Number(number) if *number < 0.0);
    }
    let block = page
        .ancestors(floating)
        .find(|&up| page.is_element(up) && page.styles.get(up, view).is_positioned())
        .unwrap_or_else(|| page.html());
    page.is_within(text, block)
}

/// Elements that are painted out of the flow, or whose pseudo-elements are.
fn floating(page: &Page) -> Vec<(NodeId, u8)> {
    let mut found = Vec::new();
    for node in page.elements() {
        let mut views = 0;
        for view in View::all().filter(|view| page.visibility.visible_in(node) & view.bit() != 0) {
            let style = page.styles.get(node, view);
            let own =
                matches!(style.position(), "absolute" | "fixed" | "sticky") && has_paint(page, node, view);
            let pseudo = [Pseudo::Before, Pseudo::After].into_iter().any(|pseudo| {
                page.styles.pseudo(node, pseudo, view).is_some_and(|style| {
                    is_there(style) && matches!(style.position(), "absolute" | "fixed") && paints(style)
                })
            });
            if own || pseudo {
                views |= view.bit();
            }
        }
        if views != 0 {
            found.push((node, views));
        }
    }
    found
}

fn is_there(pseudo: &Style) -> bool {
    !matches!(pseudo.get(Property::Content).text(), "none" | "normal") && pseudo.display() != "none"
}

fn paints(style: &Style) -> bool {
    let colour = style.colour_of(Property::BackgroundColor);
    colour.is_none_or(|colour| colour.alpha > 0.0) || has_image(style)
}

/// Whether a positioned element shows a surface: a background, a picture, or one inside it.
fn has_paint(page: &Page, node: NodeId, view: View) -> bool {
    std::iter::once(node).chain(page.descendants(node)).take(200).any(|below| {
        page.is_element(below)
            && (matches!(
                page.local_name(below),
                "img" | "video" | "canvas" | "svg" | "iframe" | "object" | "embed" | "picture"
            ) || paints(page.styles.get(below, view)))
    })
}

/// Whether an element does not lie where the flow puts it.
fn is_moved(page: &Page, node: NodeId, view: View) -> bool {
    let style = page.styles.get(node, view);
    let none = |property| matches!(style.get(property).text(), "none" | "0" | "0px");
    let far = |property, limit: f32| match style.get(property) {
        Value::Px(px) => *px < limit,
        Value::Percent(percent) => *percent < 0.0,
        Value::Mixed { .. } | Value::Unknown => true,
        _ => false,
    };
    let offset =
        |property| !matches!(style.get(property), Value::Word("auto") | Value::Px(0.0) | Value::Percent(0.0));
    matches!(style.position(), "absolute" | "fixed")
        || matches!(style.position(), "relative" | "sticky")
            && [Property::Top, Property::Right, Property::Bottom, Property::Left].into_iter().any(offset)
        || style.get(Property::Float).word() != "none"
        || !none(Property::Transform)
        || !none(Property::Translate)
        || far(Property::MarginTop, -4.0)
        || far(Property::MarginBottom, -40.0)
        || far(Property::MarginLeft, -40.0)
        || !matches!(style.get(Property::GridArea).text(), "auto" | "")
}

fn measured(page: &Page, text: Text, view: View) -> Option<Measured> {
    let contrast = measure(page, text, view, None)?;
    // The nearest element with an opaque ground, which is the one that `measure` stopped at.
    let ground = contrast.grounded.and_then(|_| {
        with_ancestors(page, text.node).position(|up| {
            let style = page.styles.get(up, view);
            style.colour_of(Property::BackgroundColor).is_some_and(|colour| colour.alpha >= 1.0)
                || has_image(style)
        })
    });
    Some(Measured { contrast, ground })
}

/// An element and those above it, the nearest first.
pub(super) fn with_ancestors<'a>(page: &'a Page, node: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    std::iter::once(node).chain(page.ancestors(node)).filter(|&up| page.is_element(up))
}

/// `part` says which colours of pictures count; none: any that a picture may have.
fn measure(page: &Page, text: Text, view: View, part: Option<Part>) -> Option<Contrast> {
    let style = page.styles.get(text.node, view);
    let mut doubt = None;
    let mut doubts = |found: Doubt| {
        doubt.get_or_insert(found);
    };
    let colour = text_colour(page, text, view)?;
    if colour.is_none() {
        doubts(Doubt::Style);
    }
    let colour = colour.unwrap_or(Rgba::BLACK);
    let mut on_picture = false;
    if colour.alpha <= 0.0 {
        return None;
    }
    let mut layers: Layers = vec![(colour, Rgba::TRANSPARENT)];
    let mut grounded = None;
    for up in std::iter::once(text.node).chain(page.ancestors(text.node)).filter(|&up| page.is_element(up)) {
        let style = page.styles.get(up, view);
        if let Some(effect) = effect(style) {
            doubts(effect);
        }
        let is_open = layers.iter().any(|(_, ground)| ground.alpha < 1.0);
        if is_open {
            let find = |address: &str| painted::colours(page, text, up, view, address, part?);
            match background(style, &mut layers, find) {
                Ok(Ground::Open) => {}
                Ok(ground) => {
                    grounded.get_or_insert(up);
                    on_picture |= ground == Ground::Picture;
                }
                Err(found) => doubts(found),
            }
        }
        match style.opacity() {
            Some(opacity) if opacity < 1.0 => {
                if !style.is_sure(Property::Opacity) {
                    doubts(Doubt::Style);
                }
                for (text, ground) in &mut layers {
                    (*text, *ground) = (text.faded(opacity), ground.faded(opacity));
                }
            }
            Some(_) if style.is_sure(Property::Opacity) => {}
            _ => doubts(Doubt::Style),
        }
    }
    let canvas = if page.styles.get(page.html(), view).is_dark() { Rgba::DARK } else { Rgba::WHITE };
    let mut found = Contrast {
        lowest: f32::MAX,
        highest: 0.0,
        text: colour,
        ground: canvas,
        large: is_large(style),
        doubt,
        on_picture,
        looked_at: false,
        best: (colour, canvas),
        grounded,
    };
    for (text, ground) in layers {
        let (text, ground) = (text.over(canvas), ground.over(canvas));
        let ratio = text.contrast(ground);
        if ratio > found.highest {
            (found.highest, found.best) = (ratio, (text, ground));
        }
        if ratio < found.lowest {
            (found.lowest, found.text, found.ground) = (ratio, text, ground);
        }
    }
    if style.font_size().is_none()
        || !style.is_sure(Property::FontSize)
        || !style.is_sure(Property::FontWeight)
    {
        found.doubt.get_or_insert(Doubt::Style);
    }
    Some(found)
}

/// The colour of a text. None at all: it is not painted; none inside: nobody knows.
fn text_colour(page: &Page, text: Text, view: View) -> Option<Option<Rgba>> {
    let style = page.styles.get(text.node, view);
    let pseudo = [Pseudo::FirstLine, Pseudo::FirstLetter].into_iter().any(|pseudo| {
        page.styles.pseudo(text.node, pseudo, view).is_some_and(|style| style.declares(Property::Color))
    });
    let (style, fade) = match text.kind {
        Kind::Placeholder => match page.styles.pseudo(text.node, Pseudo::Placeholder, view) {
            Some(style) => (style, style.opacity()?),
            None => return None,
        },
        _ => (style, 1.0),
    };
    if text.kind != Kind::Placeholder && is_icon(style) {
        return None;
    }
    let property = match style.get(Property::TextFill) {
        Value::Word("currentcolor") => Property::Color,
        _ => Property::TextFill,
    };
    let sure = style.is_sure(property) && style.is_sure(Property::Color) && !pseudo;
    Some(style.colour_of(property).filter(|_| sure).map(|colour| colour.faded(fade)))
}

/// Fonts in which words are drawings.
fn is_icon(style: &Style) -> bool {
    let family = style.get(Property::FontFamily).text();
    ["icon", "awesome", "glyph", "symbols"].iter().any(|word| family.contains(word))
}

/// What changes colours in a way that is not computed here.
fn effect(style: &Style) -> Option<Doubt> {
    let none = |property| matches!(style.get(property).text(), "none" | "normal");
    let changed = !none(Property::Filter)
        || !none(Property::MixBlendMode)
        || !none(Property::MaskImage)
        || !none(Property::AnimationName)
        || !none(Property::TextShadow) && style.declares(Property::TextShadow)
        || style.get(Property::BackgroundClip).text().contains("text")
        || style.get(Property::StrokeWidth).px() != Some(0.0);
    changed.then_some(Doubt::Effect)
}

/// 18 points, or 14 and bold.
fn is_large(style: &Style) -> bool {
    let size = style.font_size().unwrap_or(0.0);
    size >= 24.0 || size >= 18.66 && style.font_weight() >= 700.0
}
