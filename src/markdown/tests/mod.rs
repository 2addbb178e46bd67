//! Tests of the module from outside: Markdown in, HTML and findings out.

mod any;
mod blocks;
mod facts;
mod raw;

use super::*;
use crate::{
    l10n::{L10n, Lang},
    source::{FileId, MARK, Offsets, Sources, Span},
};

/// A site in which `manca…` is missing, `http…` leads outside and a PDF is a document.
struct Site;

impl Resolver for Site {
    fn link(&self, target: &str) -> Option<Target> {
        if target.starts_with("manca") {
            return None;
        }
        let document = target.ends_with(".pdf").then(|| Document {
            kind: "PDF".to_owned(),
            size: "1,2 MB".to_owned(),
            language: None,
        });
        let external = target.starts_with("http");
        Some(Target { href: target.to_owned(), document, external, lang: None })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        let is_there = !target.starts_with("manca");
        is_there.then(|| Picture { src: format!("/{target}"), width: Some(800), height: Some(600) })
    }
}

fn file() -> FileId {
    Sources::default().add("a.md", "")
}

fn read(markdown: &str) -> Staged<Body> {
    parse(Located { file: file(), text: markdown.into(), offsets: Offsets::Shifted(0) })
}

fn render(markdown: &str) -> String {
    to_html(&read(markdown).value, &Site, &Words::italian(), &Settings::default())
}

/// The HTML of a text, without marks; line ends count only inside it.
fn check(markdown: &str, expected: &str) {
    assert_eq!(render(markdown).trim_end(), expected, "{markdown}");
}

/// The findings on a text, each as its message and the text it points at, and that both languages have words for it.
fn findings(markdown: &str) -> Vec<String> {
    let languages = [L10n::new(Lang::It), L10n::new(Lang::En)];
    let mut diagnostics = read(markdown).diagnostics;
    diagnostics
        .sort_by_key(|diagnostic| diagnostic.place.range.clone().map(|range| (range.start, range.end)));
    let say = |diagnostic: crate::diagnostic::Diagnostic| {
        for l10n in &languages {
            let message = l10n.message(&diagnostic.message);
            assert!(message != diagnostic.message.id && !message.contains("{$"), "{message}");
            assert!(l10n.help(&diagnostic.message).is_some_and(|help| !help.contains("{$")), "{message}");
            assert!(l10n.description(diagnostic.rule).is_some(), "{}", diagnostic.rule);
        }
        let range = diagnostic.place.range.expect("a place");
        format!("{} {}", diagnostic.message.id, &markdown[range.start as usize..range.end as usize])
    };
    diagnostics.into_iter().map(say).collect()
}

fn check_findings(markdown: &str, expected: &[&str]) {
    assert_eq!(findings(markdown), expected, "{markdown}");
}
