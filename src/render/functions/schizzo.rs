//! `schizzo(rif=card)`: where a place lies among the others of the municipality: points of a drawing that needs no map.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View, content_of};
use crate::{
    render::values::object,
    validate::{ContentId, Entry, Val},
};

const PLACE: &str = "luogo";
/// The drawing: units of its view box, and the margin left for names.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 360.0;
const MARGIN: f64 = 40.0;
const METRES_PER_DEGREE: f64 = 111_320.0;
/// Lengths a scale bar may stand for, in metres.
const BARS: &[u32] = &[50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
/// A drawing of less than this would show the error of the coordinates.
const LEAST_METRES: f64 = 400.0;

struct Point {
    content: ContentId,
    /// East and north, in metres from somewhere.
    east: f64,
    north: f64,
}

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let card = args.must_get::<&Value>("rif")?;
    let Some(here) = content_of(view, card) else { return Ok(Value::none()) };
    let points = points(view);
    if points.len() < 2 || !points.iter().any(|point| point.content == here) {
        return Ok(Value::none());
    }
    Ok(drawing(view, &points, here, &page.lang))
}

/// All places with coordinates, on a plane: over a municipality the earth is flat enough.
fn points(view: &View) -> Vec<Point> {
    let places = view.model.of_type(PLACE).iter();
    let placed: Vec<(ContentId, f64, f64)> = places
        .filter_map(|content| {
            let (lat, lon) = coordinates(view.model.main_version(*content))?;
            Some((*content, lat, lon))
        })
        .collect();
    let Some(&(_, lat, lon)) = placed.first() else { return Vec::new() };
    let shrink = lat.to_radians().cos();
    placed
        .iter()
        .map(|&(content, other_lat, other_lon)| Point {
            content,
            east: (other_lon - lon) * METRES_PER_DEGREE * shrink,
            north: (other_lat - lat) * METRES_PER_DEGREE,
        })
        .collect()
}

fn coordinates(entry: &Entry) -> Option<(f64, f64)> {
    let position = &entry.field("posizione_gps")?.value;
    let number = |name: &str| match position.member(name)?.value {
        Val::Number(number) => Some(number),
        Val::Integer(number) => Some(number as f64),
        _ => None,
    };
    Some((number("lat")?, number("lon")?))
}

fn drawing(view: &View, points: &[Point], here: ContentId, lang: &str) -> Value {
    let range = |value: fn(&Point) -> f64| {
        let (low, high) = points
            .iter()
            .map(value)
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let middle = f64::midpoint(low, high);
        (middle, (high - low).max(LEAST_METRES))
    };
    let (east, wide) = range(|point| point.east);
    let (north, high) = range(|point| point.north);
    let scale = ((WIDTH - 2.0 * MARGIN) / wide).min((HEIGHT - 2.0 * MARGIN) / high);
    let shown = points.iter().map(|point| {
        object([
            ("scheda", view.card(point.content, lang)),
            ("x", ((point.east - east).mul_add(scale, WIDTH / 2.0).round() as i64).into()),
            ("y", ((north - point.north).mul_add(scale, HEIGHT / 2.0).round() as i64).into()),
            ("qui", (point.content == here).into()),
        ])
    });
    // The longest bar that takes at most a third of the drawing.
    let fits = |metres: &&u32| f64::from(**metres) * scale <= WIDTH / 3.0;
    let bar = BARS.iter().rev().find(fits).copied().unwrap_or(BARS[0]);
    object([
        ("punti", shown.collect::<Vec<_>>().into()),
        ("larghezza", (WIDTH as i64).into()),
        ("altezza", (HEIGHT as i64).into()),
        ("metri", i64::from(bar).into()),
        ("asta", ((f64::from(bar) * scale).round() as i64).into()),
    ])
}
