//! Judges the accessibility of a page without a browser. Knows nothing of sites: give it any HTML.
//!
//! 1. `parse` reads the page into a `dom::Document` (`shadow` trees in place);
//! 2. `page` finds out visibility (`visibility`), roles (`semantics`, from the tables in `roles` and `attributes`), labels;
//!    `names` computes accessible names with what `native` elements offer, `focus` knows the keyboard;
//! 3. the engine here walks the page once and offers each element to the `rules` that ask for such;
//! 4. findings become diagnostics that point to the source.

mod attributes;
pub mod dom;
mod focus;
mod language;
pub mod names;
mod native;
mod page;
mod parse;
pub mod roles;
mod semantics;
mod shadow;
mod tables;
mod visibility;

/// Declares a rule: what it says of itself, which elements it wants, and examples, which are its tests.
/// The file that uses it defines `fn applies(&Page, NodeId) -> bool` and `fn check(&Page, NodeId) -> Verdict`.
macro_rules! audit_rule {
    (
        $id:literal {
            severity: $severity:ident,
            wcag: [$($wcag:literal),* $(,)?],
            act: [$($act:literal),* $(,)?],
            tags: [$($tag:literal),* $(,)?],
            $(roles: [$($role:literal),* $(,)?],)?
            $(attributes: [$($attribute:literal),* $(,)?],)?
            $(off: $off:literal,)?
        }
        $($expected:ident $text:literal)*
    ) => {
        pub static META: $crate::rule::Meta = $crate::rule::Meta {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            wcag: &[$($wcag),*],
            act: &[$($act),*],
            examples: &[$($crate::rule::Example { expected: $crate::rule::Expected::$expected, text: $text }),*],
        };
        pub static RULE: $crate::audit::Rule = $crate::audit::Rule {
            meta: &META,
            tags: &[$($tag),*],
            roles: &[$($($role),*)?],
            attributes: &[$($($attribute),*)?],
            off: [$($off,)? ""][0],
            check: $crate::audit::Check::Each { applies, check },
        };
    };
}

/// Like `audit_rule!`, for a rule that compares elements with each other or misses some.
/// The file that uses it defines `fn check(&Page) -> Vec<(NodeId, Verdict)>`.
macro_rules! page_rule {
    (
        $id:literal {
            severity: $severity:ident,
            wcag: [$($wcag:literal),* $(,)?],
            act: [$($act:literal),* $(,)?],
            $(off: $off:literal,)?
        }
        $($expected:ident $text:literal)*
    ) => {
        pub static META: $crate::rule::Meta = $crate::rule::Meta {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            wcag: &[$($wcag),*],
            act: &[$($act),*],
            examples: &[$($crate::rule::Example { expected: $crate::rule::Expected::$expected, text: $text }),*],
        };
        pub static RULE: $crate::audit::Rule = $crate::audit::Rule {
            meta: &META,
            tags: &[],
            roles: &[],
            attributes: &[],
            off: [$($off,)? ""][0],
            check: $crate::audit::Check::Page(check),
        };
    };
}

pub mod rules;

use std::{collections::HashMap, sync::LazyLock};

pub use dom::{Document, NodeId};
pub use page::Page;

use crate::{
    diagnostic::{Diagnostic, Place, Seen, Severity},
    l10n::Message,
    rule::{Meta, Outcome, Verdict},
    source::FileId,
};

/// A rule about elements of a page.
pub struct Rule {
    pub meta: &'static Meta,
    /// Names of elements it looks at; `*` for all.
    pub tags: &'static [&'static str],
    /// Roles it looks at, with those made from them.
    pub roles: &'static [&'static str],
    /// Attributes it looks at; `aria-*` for all of ARIA.
    pub attributes: &'static [&'static str],
    /// Why it runs only when asked for; empty when it always runs.
    pub off: &'static str,
    pub check: Check,
}

/// How a rule looks at a page.
pub enum Check {
    /// At one element after the other: which of those offered, and what of each.
    Each { applies: fn(&Page, NodeId) -> bool, check: fn(&Page, NodeId) -> Verdict },
    /// At the page at once.
    Page(fn(&Page) -> Vec<(NodeId, Verdict)>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.meta.id)
    }
}

/// Which rules run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Ids of rules that are off unless asked for.
    pub with: Vec<String>,
    /// Ids of rules that shall not run.
    pub without: Vec<String>,
}

impl Settings {
    pub fn runs(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| list.iter().any(|id| id == rule.meta.id);
        !named(&self.without) && (rule.off.is_empty() || named(&self.with))
    }
}

/// Something a rule has to say about a page.
#[derive(Clone, Debug)]
pub struct Found {
    pub rule: &'static Meta,
    pub node: NodeId,
    pub outcome: Outcome,
    pub message: Message,
}

/// A page to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub document: &'a Document,
    /// Its address, as findings shall name it.
    pub url: &'a str,
    /// Where a finding points to when nothing on the page tells its source.
    pub file: FileId,
}

impl Subject<'_> {
    /// Judges the page: everything there is to tell, in document order.
    pub fn audit(self, settings: &Settings) -> Vec<Diagnostic> {
        to_diagnostics(self.document, self.url, self.file, run(self.document, settings))
    }
}

/// A page of which a part was left out, so that nobody takes silence for praise.
pub static PAGE_LIMITS: Meta = Meta::new("page-limits", Severity::Note);

/// Failures and open questions of a page, in document order.
pub fn run(document: &Document, settings: &Settings) -> Vec<Found> {
    let page = Page::new(document);
    let mut founds = Vec::new();
    let limits = document.limits();
    if limits.flattened || limits.truncated {
        let message = Message::new(PAGE_LIMITS.id);
        founds.push(Found { rule: &PAGE_LIMITS, node: document.html(), outcome: Outcome::CantTell, message });
    }
    walk(
        &page,
        |rule| settings.runs(rule),
        |rule, node, verdict| {
            let (outcome, message) = match verdict {
                Verdict::Failed(message) => (Outcome::Failed, message),
                Verdict::CantTell(message) => (Outcome::CantTell, message),
                Verdict::Passed | Verdict::Inapplicable => return,
            };
            founds.push(Found { rule: rule.meta, node, outcome, message });
        },
    );
    founds.sort_by_key(|found| page.order(found.node));
    founds
}

/// Offers every element to the rules that ask for such and that `wanted` lets run, once each,
/// and hands on every verdict, praise included. Rules about the whole page come first.
pub fn walk(
    page: &Page,
    wanted: impl Fn(&Rule) -> bool,
    mut visit: impl FnMut(&'static Rule, NodeId, Verdict),
) {
    let table = &*TABLE;
    let wanted: Vec<bool> = rules::RULES.iter().map(|rule| wanted(rule)).collect();
    let mut offered = vec![None; rules::RULES.len()];
    for (rule, _) in rules::RULES.iter().zip(&wanted).filter(|(_, wanted)| **wanted) {
        if let Check::Page(check) = &rule.check {
            check(page).into_iter().for_each(|(node, verdict)| visit(rule, node, verdict));
        }
    }
    for node in page.elements() {
        let mut offer = |candidates: Option<&Vec<usize>>| {
            for &index in candidates.into_iter().flatten() {
                if !wanted[index] || offered[index].replace(node) == Some(node) {
                    continue;
                }
                let rule = rules::RULES[index];
                if let Check::Each { applies, check } = &rule.check
                    && applies(page, node)
                {
                    visit(rule, node, check(page, node));
                }
            }
        };
        offer(table.tags.get("*"));
        offer(table.tags.get(page.tag(node)));
        let role = page.role(node);
        offer(table.roles.get(role.name));
        offer(table.roles.get(role.base));
        for (name, _) in page.attrs(node) {
            offer(table.attributes.get(name));
            if name.starts_with("aria-") {
                offer(table.attributes.get("aria-*"));
            }
        }
    }
}

/// Which rules want what, by their places in the list.
struct Table {
    tags: HashMap<&'static str, Vec<usize>>,
    roles: HashMap<&'static str, Vec<usize>>,
    attributes: HashMap<&'static str, Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    tags: index(|rule| rule.tags),
    roles: index(|rule| rule.roles),
    attributes: index(|rule| rule.attributes),
});

fn index(keys: fn(&Rule) -> &'static [&'static str]) -> HashMap<&'static str, Vec<usize>> {
    let mut map: HashMap<_, Vec<usize>> = HashMap::new();
    for (index, rule) in rules::RULES.iter().enumerate() {
        for &key in keys(rule) {
            map.entry(key).or_default().push(index);
        }
    }
    map
}

/// Findings as diagnostics: each points to the source that a mark tells, else to `fallback`.
pub fn to_diagnostics(
    document: &Document,
    page_url: &str,
    fallback: FileId,
    founds: Vec<Found>,
) -> Vec<Diagnostic> {
    let diagnostic = |found: Found| {
        let place = document.source(found.node).map_or(Place::from(fallback), Place::from);
        let whole_page = found.node == document.html();
        let seen = Seen {
            page: page_url.to_owned(),
            selector: if whole_page { String::new() } else { document.selector(found.node) },
            html: document.start_tag_excerpt(found.node),
        };
        Diagnostic {
            rule: found.rule.id,
            severity: match found.outcome {
                Outcome::Failed => found.rule.severity,
                Outcome::CantTell => Severity::Note,
            },
            wcag: found.rule.wcag,
            act: found.rule.act,
            place: place.seen(seen),
            message: found.message,
            related: Vec::new(),
        }
    };
    founds.into_iter().map(diagnostic).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::{MARK, Sources, Span};

    #[test]
    fn findings_point_to_the_source() {
        let mut sources = Sources::default();
        let page = sources.add("content/a.md", "![](x)");
        let template = sources.add("themes/base/page.html", "");
        let mark = Span::new(page, 0..6).mark();
        let html = format!(
            "<html lang=it><title>t</title><main><h1>t</h1><p {MARK}='{mark}'><img src=x></p><img src=y></main>"
        );
        let document = Document::parse(&html);
        let subject = Subject { document: &document, url: "/a/", file: template };
        let found: Vec<_> = subject
            .audit(&Settings::default())
            .into_iter()
            .map(|d| (d.rule, d.severity, d.place.file, d.place.range, d.place.seen.unwrap().selector))
            .collect();
        let expected = [
            (
                "image-alt",
                Severity::Error,
                page,
                Some(0..6),
                "body > main:nth-child(1) > p:nth-child(2) > img:nth-child(1)".to_owned(),
            ),
            (
                "image-alt",
                Severity::Error,
                template,
                None,
                "body > main:nth-child(1) > img:nth-child(3)".to_owned(),
            ),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn settings_choose_rules() {
        let document = Document::parse("<html lang=it><title>t</title><main><h1>t</h1><img src=x></main>");
        let settings = Settings { without: vec!["image-alt".into()], ..Settings::default() };
        assert!(run(&document, &settings).is_empty());
    }

    proptest! {
        #[test]
        fn any_page_can_be_judged(
            tags in prop::collection::vec(
                (
                    prop::sample::select(vec![
                        "a href", "img", "table", "tr", "td headers=x", "th id=x", "ul", "li", "/ul", "/table", "dl", "dt",
                        "select", "option", "label for=x", "input id=x", "input list=x", "svg", "title", "/svg", "button",
                        "details", "summary", "fieldset disabled", "legend", "main", "nav", "object data=a.png", "html lang=x",
                        "meta name=viewport content='user-scalable'", "meta http-equiv=refresh content=.", "iframe srcdoc=a",
                    ]),
                    prop::sample::select(vec![
                        "", "role=list", "role=listitem", "role='none menu'", "role=group", "role=grid", "role=row",
                        "aria-owns='x y'", "aria-labelledby='x y' id=y", "aria-describedby=y", "aria-hidden=true",
                        "tabindex=99999999999999999999", "style='display:none'", "aria-level=4294967295", "hidden", "lang=i",
                        "colspan=4294967295 rowspan=0", "rowspan=4294967295", "autocomplete='section- work'", "accesskey=x",
                    ]),
                ),
                0..40,
            )
        ) {
            let html: String = tags.iter().map(|(tag, attributes)| format!("<{tag} {attributes}>x")).collect();
            let document = Document::parse(&html);
            let mut sources = Sources::default();
            let file = sources.add("a.html", "");
            Subject { document: &document, url: "/", file }.audit(&Settings::default());
        }
    }

    #[test]
    fn hostile_pages_are_judged_in_linear_time() {
        for part in [
            "<img>",
            "<div id=x aria-labelledby=x role=button>",
            "<label>",
            "<p id=a aria-owns=a>",
            "<li lang=x>",
            "<details><summary>a</summary></details>",
            "<td headers=x colspan=9>",
            "<nav></nav>",
            "<h3></h3>",
        ] {
            let start = std::time::Instant::now();
            let document = Document::parse(&format!("<table>{}", part.repeat(800)));
            run(&document, &Settings::default());
            assert!(start.elapsed().as_secs() < 30, "{part}: {:?}", start.elapsed());
        }
    }

    #[test]
    fn a_page_that_was_cut_says_so() {
        let document = Document::parse(&"<div>".repeat(2_000));
        assert!(run(&document, &Settings::default()).iter().any(|found| found.rule.id == "page-limits"));
    }
}
