//! What lies behind a text, as far as the styles of one element tell: colours, gradients, pictures.

use super::css::{Image, Property, Rgba, Style, Value};

/// A text over a ground, as far as both are mixed.
pub(super) type Layers = Vec<(Rgba, Rgba)>;

/// Grounds of one text that are kept apart; more colours than this are left to a person.
const GROUNDS: usize = 128;
/// Colours looked at between two stops of a gradient, and between black and white.
const BETWEEN: usize = 8;

/// Why nobody can tell from styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    Picture,
    Overlap,
    Effect,
    /// A condition, a value or a sheet that nobody knows.
    Style,
    /// One character, or text in the colour of its ground.
    Purpose,
}

impl Doubt {
    pub fn word(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Overlap => "overlap",
            Self::Effect => "effect",
            Self::Style => "style",
            Self::Purpose => "purpose",
        }
    }
}

/// What a background is to a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// What lies below shows through.
    Open,
    Closed,
    Picture,
}

/// Puts an element's background under the layers. `find` knows the colours of a picture by its address.
pub(super) fn background(
    style: &Style,
    layers: &mut Layers,
    find: impl Fn(&str) -> Option<Vec<Rgba>>,
) -> Result<Ground, Doubt> {
    if !style.is_sure(Property::BackgroundImage) || !style.is_sure(Property::BackgroundColor) {
        return Err(Doubt::Style);
    }
    let mut ground = Ground::Open;
    match style.get(Property::BackgroundImage) {
        Value::Images(images) => {
            for (n, image) in images.iter().enumerate() {
                match image {
                    Image::None => {}
                    Image::Gradient(stops) => {
                        gradient(style, n, stops, layers)?;
                        ground = Ground::Closed;
                    }
                    Image::Picture(_) | Image::Other if is_sign(style) => {}
                    Image::Picture(address) if n + 1 == images.len() => match find(address) {
                        Some(colours) => {
                            mixed(&colours, layers)?;
                            ground = Ground::Picture;
                        }
                        None => {
                            picture(layers)?;
                            return Ok(Ground::Picture);
                        }
                    },
                    Image::Picture(_) | Image::Other => {
                        picture(layers)?;
                        return Ok(Ground::Picture);
                    }
                }
            }
        }
        Value::Word("none") => {}
        _ => return Err(Doubt::Style),
    }
    let colour = style.colour_of(Property::BackgroundColor).ok_or(Doubt::Style)?;
    under(layers, colour);
    Ok(if colour.alpha >= 1.0 && ground == Ground::Open { Ground::Closed } else { ground })
}

/// Whatever a picture shows, and whatever shines through it, lies between black and white: under a dark veil white text
/// stands out from all of it. Greys between them stand for the colours as light as they; a text that something of the
/// picture comes through itself is left to a person.
fn picture(layers: &mut Layers) -> Result<(), Doubt> {
    let greys = (0..=BETWEEN).map(|step| Rgba::BLACK.between(Rgba::WHITE, step as f32 / BETWEEN as f32));
    mixed(&greys.collect::<Vec<_>>(), layers)
}

/// Every one of these colours may be the ground.
fn mixed(colours: &[Rgba], layers: &mut Layers) -> Result<(), Doubt> {
    let is_mixed = |(text, ground): &(Rgba, Rgba)| text.alpha < 1.0 && ground.alpha < 1.0;
    if layers.len() * colours.len() > GROUNDS || layers.iter().any(is_mixed) {
        return Err(Doubt::Picture);
    }
    *layers = layers
        .iter()
        .flat_map(|(text, ground)| colours.iter().map(|colour| (text.over(*colour), ground.over(*colour))))
        .collect();
    Ok(())
}

/// Whether a picture is a small sign beside the text, such as the arrow of a list of choices: it lies behind no whole text.
fn is_sign(style: &Style) -> bool {
    let is_small = |part: &str| {
        part.strip_suffix("px").and_then(|px| px.parse::<f32>().ok()).is_some_and(|px| px <= 40.0)
    };
    let size = style.get(Property::BackgroundSize).text();
    let once = style.get(Property::BackgroundRepeat).text().split(", ").all(|repeat| repeat == "no-repeat");
    once && size.split(", ").all(|one| one.split(' ').count() == 2 && one.split(' ').all(is_small))
}

fn under(layers: &mut Layers, colour: Rgba) {
    if colour.alpha > 0.0 {
        for (text, ground) in layers {
            (*text, *ground) = (text.over(colour), ground.over(colour));
        }
    }
}

/// Every colour of a gradient may be the ground; where it does not cover the element, none of them.
fn gradient(style: &Style, n: usize, stops: &[Rgba], layers: &mut Layers) -> Result<(), Doubt> {
    let mut colours = Vec::new();
    for pair in stops.windows(2) {
        colours.extend((0..BETWEEN).map(|step| pair[0].between(pair[1], step as f32 / BETWEEN as f32)));
    }
    colours.extend(stops.last());
    colours.dedup();
    let size = of_layer(style.get(Property::BackgroundSize).text(), n);
    let covers = matches!(size, "auto" | "cover" | "100% 100%" | "100%")
        && of_layer(style.get(Property::BackgroundRepeat).text(), n) == "repeat";
    if !covers {
        colours.push(Rgba::TRANSPARENT);
    }
    if layers.len() * colours.len() > GROUNDS {
        return Err(Doubt::Picture);
    }
    *layers = layers
        .iter()
        .flat_map(|(text, ground)| colours.iter().map(|colour| (text.over(*colour), ground.over(*colour))))
        .collect();
    Ok(())
}

/// What a list of values says of one of several images: it is gone through again and again.
fn of_layer(values: &str, n: usize) -> &str {
    values.split(", ").nth(n % values.split(", ").count()).unwrap_or(values)
}

pub(super) fn has_image(style: &Style) -> bool {
    match style.get(Property::BackgroundImage) {
        Value::Images(images) => images.iter().any(|image| *image != Image::None),
        Value::Word(_) => false,
        _ => true,
    }
}
