//! `image-alt-words`: the alternative of an image describes it.

use crate::{
    audit::{NodeId, Page},
    phrases::is_file_name,
    rule::Verdict,
};

audit_rule! {
    "image-alt-words" {
        severity: Warning,
        wcag: ["1.1.1"],
        act: [],
        tags: ["img", "area", "input"], attributes: ["alt"],
    }
    Pass r#"<img src="a.jpg" alt="Il municipio visto dalla piazza">"#
    Fail r#"<img src="a.jpg" alt="IMG_2041.jpg">"#
    Fail r#"<img src="a.jpg" alt="Immagine del municipio">"#
    Fail r#"<img src="a.jpg" alt="foto">"#
    Inapplicable r#"<img src="a.jpg" alt="">"#
}

/// Beginnings that repeat what assistive technology says anyway.
const BEGINNINGS: &[&str] = &[
    "immagine di ", "immagine del ", "immagine della ", "immagine dello ", "immagine dell'", "immagine dell’",
    "immagine dei ", "immagine degli ", "immagine delle ", "immagine che ", "immagine raffigurante ",
    "un'immagine ", "un’immagine ", "image of ", "an image of ", "picture of ", "a picture of ", "bild von ",
    "ein bild ", "bild des ", "bild der ",
];
/// Words that stand for a description nobody wrote.
const PLACEHOLDERS: &[&str] = &[
    "alt", "bild", "figura", "foto", "fotografia", "grafik", "icon", "icona", "image", "immagine", "img", "photo",
    "picture", "placeholder", "spacer",
];

fn applies(page: &Page, image: NodeId) -> bool {
    page.is_exposed(image) && page.attr(image, "alt").is_some_and(|alt| !alt.trim().is_empty())
}

fn check(page: &Page, image: NodeId) -> Verdict {
    let alt = page.attr(image, "alt").unwrap_or("").trim();
    let words = alt.to_lowercase();
    let verdict = if is_file_name(alt) {
        Verdict::failed("image-alt-words--file")
    } else if PLACEHOLDERS.contains(&words.as_str()) {
        Verdict::failed("image-alt-words--placeholder")
    } else if BEGINNINGS.iter().any(|beginning| words.starts_with(beginning)) {
        Verdict::failed("image-alt-words")
    } else {
        Verdict::Passed
    };
    verdict.with("alt", alt)
}
