//! The rating of pages (C.SI.2.5) and services (C.SI.2.6): one component on every page, to the letter.

use super::portal::{Page, example};

const TITLE: &str = "Quanto sono chiare le informazioni su questa pagina?";
const GOOD: (&str, &str, &[&str]) = (
    "feedback-rating-positive",
    "Quali sono stati gli aspetti che hai preferito?",
    &[
        "Le indicazioni erano chiare",
        "Le indicazioni erano complete",
        "Capivo sempre che stavo procedendo correttamente",
        "Non ho avuto problemi tecnici",
        "Altro",
    ],
);
const BAD: (&str, &str, &[&str]) = (
    "feedback-rating-negative",
    "Dove hai incontrato le maggiori difficoltà?",
    &[
        "A volte le indicazioni non erano chiare",
        "A volte le indicazioni non erano complete",
        "A volte non capivo se stavo procedendo correttamente",
        "Ho avuto problemi tecnici",
        "Altro",
    ],
);

/// That clicking shows the right branch is walked through in a browser (`.ci/judges`); here the texts and the parts.
#[test]
fn every_page_can_be_rated() {
    let rated: Vec<&Page> = example().italian().filter(|page| page.url != "/404.html").collect();
    assert!(rated.len() > 100);
    for page in rated {
        let whole = page.one("feedback");
        assert_eq!(page.text_of("feedback-title"), TITLE, "{}", page.url);
        for n in 1..=5 {
            let label = page.one(&format!("feedback-rate-{n}"));
            let control = page.html.descendants(label).find(|node| page.html.tag(*node) == "input");
            let control = control.unwrap_or_else(|| panic!("{}: star {n} has no control", page.url));
            assert_eq!(page.html.attr(control, "type"), Some("radio"));
            assert_eq!(page.html.attr(control, "value"), Some(n.to_string().as_str()));
        }
        for (hook, question, answers) in [GOOD, BAD] {
            let branch = page.one(hook);
            let within = |hook: &str| -> Vec<String> {
                page.all(hook)
                    .filter(|node| page.html.is_within(*node, branch))
                    .map(|node| page.text(node))
                    .collect()
            };
            assert_eq!(within("feedback-rating-question"), [question], "{}", page.url);
            assert_eq!(within("feedback-rating-answer"), answers, "{}", page.url);
        }
        let text = page.one("feedback-input-text");
        assert_eq!(page.html.tag(text), "input");
        assert_eq!(page.html.attr(text, "maxlength"), Some("200"));
        assert!(page.html.is_within(text, whole));
    }
}
