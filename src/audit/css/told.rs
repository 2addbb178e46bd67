//! Tells the computed styles of pages to `.ci/planted/styles.mjs`, which asks a browser for the same.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::path::Path;

use serde_json::{Value as Json, json};

use super::{Property, Rgba, Sheets, Style, Styles, Value, View};
use crate::audit::Document;

/// Without a folder of pages in `ARENGO_STYLES_OF` there is nobody to tell.
#[test]
fn styles_are_told_to_who_asks() {
    let Ok(folder) = std::env::var("ARENGO_STYLES_OF") else {
        println!("skipped: ARENGO_STYLES_OF names no folder of pages");
        return;
    };
    let mut pages = serde_json::Map::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let html = std::fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            pages.insert(name, styles(&String::from_utf8_lossy(&html)));
        }
    }
    assert!(!pages.is_empty(), "no page in {folder}");
    let told = serde_json::to_string(&pages).unwrap();
    std::fs::write(Path::new(&folder).join("styles.json"), told).unwrap();
}

/// Of every element in the body, in document order.
fn styles(html: &str) -> Json {
    let document = Document::parse(html);
    let styles = Styles::of(&document, "", Sheets::none());
    let Some(body) = document.body() else { return json!([]) };
    let elements = document.descendants(body).filter(|&node| document.is_element(node));
    elements.map(|node| told(document.local_name(node), styles.get(node, View::DESK))).collect()
}

fn told(name: &str, style: &Style) -> Json {
    let sure = |property, value: Json| if style.is_sure(property) { value } else { Json::Null };
    json!({
        "name": name,
        "color": sure(Property::Color, colour(style.colour())),
        "background-color": sure(Property::BackgroundColor, colour(style.colour_of(Property::BackgroundColor))),
        "font-size": sure(Property::FontSize, json!(style.font_size())),
        "font-weight": sure(Property::FontWeight, json!(style.font_weight())),
        "display": sure(Property::Display, json!(style.display())),
        "visibility": sure(Property::Visibility, word(style.get(Property::Visibility))),
        "opacity": sure(Property::Opacity, json!(style.opacity())),
    })
}

fn word(value: &Value) -> Json {
    json!(value.word())
}

fn colour(colour: Option<Rgba>) -> Json {
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round();
    colour.map_or(Json::Null, |c| json!([byte(c.red), byte(c.green), byte(c.blue), c.alpha]))
}
