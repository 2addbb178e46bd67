//! Judges the accessibility of a page without a browser. Knows nothing of sites: give it any HTML.
//!
//! 1. `parse` reads the page into a `dom::Document` (`shadow` trees in place), by `plain` where nothing has to be repaired;
//!    `guard` keeps its limits, `places` knows where tags stand if somebody asks;
//! 2. `css` computes how every element looks, in several views;
//!    `page` finds out visibility (`visibility`), roles (`semantics`, from the tables in `roles` and `attributes`), labels
//!    (`gathered`);
//!    `names` computes accessible names with what `native` elements offer, `focus` knows the keyboard;
//! 3. the engine here walks the page once and offers each element to the `rules` that ask for such;
//! 4. findings become diagnostics that point to the source;
//! 5. `serialize` writes a page again, shorter.

mod allowed_roles;
mod attributes;
pub mod contrast;
pub mod css;
pub mod dom;
mod engine;
mod features;
mod focus;
mod frames;
mod gathered;
mod generated;
mod grounds;
mod guard;
mod inherited;
mod judged;
mod language;
mod lookup;
pub mod names;
mod native;
mod numbers;
mod page;
mod painted;
mod parse;
mod pictures;
mod places;
#[cfg(test)]
mod planted;
mod plain;
mod ratios;
mod references;
pub mod roles;
mod semantics;
mod serialize;
mod shadow;
pub mod sight;
mod tables;
pub mod texts;
mod tongue;
mod visibility;
mod visible;
mod watch;

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
            $(speaks: $speaks:ident,)?
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
            speaks: {
                fn for_all(_: &$crate::audit::Page, _: $crate::audit::NodeId) -> $crate::audit::Ids { META.act }
                [$($speaks as $crate::audit::Speaks,)? for_all as $crate::audit::Speaks][0]
            },
            check: $crate::audit::Check::Each { applies, check },
        };
    };
}

/// Like `audit_rule!`, for a rule that compares elements with each other or misses some.
/// The file that uses it defines `fn check(&Page) -> Vec<(NodeId, Verdict)>`;
/// `check: Views` says that it knows the views of a page apart by itself.
macro_rules! page_rule {
    (
        $id:literal {
            severity: $severity:ident,
            wcag: [$($wcag:literal),* $(,)?],
            act: [$($act:literal),* $(,)?],
            $(off: $off:literal,)?
            $(speaks: $speaks:ident,)?
            $(check: $check:ident,)?
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
            speaks: {
                fn for_all(_: &$crate::audit::Page, _: $crate::audit::NodeId) -> $crate::audit::Ids { META.act }
                [$($speaks as $crate::audit::Speaks,)? for_all as $crate::audit::Speaks][0]
            },
            check: [$($crate::audit::Check::$check(check),)? $crate::audit::Check::Page(check)][0],
        };
    };
}

pub mod rules;

pub use css::Sheets;
pub use dom::{Document, NodeId};
pub use page::Page;

pub use engine::walk;
use engine::{TABLE, distinct, looks, walk_numbered};
use judged::Judged;

use crate::{
    diagnostic::{Conclusion, Diagnostic, Place, Seen, Severity, Test},
    l10n::Message,
    rule::{Meta, Outcome, Verdict},
    source::{FileId, Span},
    wcag::{self, Level},
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
    /// Which of its ACT rules a verdict on this element speaks for.
    pub speaks: Speaks,
    pub check: Check,
}

/// Ids of ACT rules.
pub type Ids = &'static [&'static str];
/// See [`Rule::speaks`].
pub type Speaks = fn(&Page, NodeId) -> Ids;

/// How a rule looks at a page.
#[derive(Clone, Copy)]
pub enum Check {
    /// At one element after the other: which of those offered, and what of each.
    Each { applies: fn(&Page, NodeId) -> bool, check: fn(&Page, NodeId) -> Verdict },
    /// At the page at once, as it looks in one view after the other where other elements are there.
    Page(fn(&Page) -> Vec<(NodeId, Verdict)>),
    /// At the page at once, in all its views.
    Views(fn(&Page) -> Vec<(NodeId, Verdict)>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.meta.id)
    }
}

/// Which rules run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Rules that speak only for criteria above this level do not run. Best practices always do.
    pub level: Level,
    /// If there are any, no others run.
    pub only: Vec<String>,
    /// Ids of rules that are off unless asked for.
    pub with: Vec<String>,
    /// Ids of rules that shall not run.
    pub without: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { level: Level::AA, only: Vec::new(), with: Vec::new(), without: Vec::new() }
    }
}

impl Settings {
    pub fn runs(&self, rule: &Rule) -> bool {
        self.wants(rule, wcag::level(rule.meta.wcag))
    }

    fn wants(&self, rule: &Rule, level: Option<Level>) -> bool {
        let named = |list: &[String]| list.iter().any(|id| id == rule.meta.id);
        if !self.only.is_empty() {
            return named(&self.only);
        }
        // Whoever asks for AAA gets the rules that are off because nobody must do so much.
        let is_on = match level {
            Some(Level::AAA) => self.level == Level::AAA,
            Some(level) => level <= self.level && rule.off.is_empty(),
            None => rule.off.is_empty(),
        };
        !named(&self.without) && (is_on || named(&self.with))
    }
}

/// Something a rule has to say about a page.
#[derive(Clone, Debug)]
pub struct Found {
    pub rule: &'static Meta,
    pub node: NodeId,
    pub outcome: Outcome,
    pub message: Message,
    /// Ids of the ACT rules whose verdict this is.
    pub act: Ids,
}

/// A page to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub document: &'a Document,
    /// Its address, as findings shall name it.
    pub url: &'a str,
    /// Where a finding points to when nothing on the page tells its source.
    pub file: FileId,
    /// The style sheets it may link.
    pub sheets: &'a Sheets,
}

impl Subject<'_> {
    /// Judges the page: everything there is to tell, in document order.
    pub fn audit(self, settings: &Settings) -> Vec<Diagnostic> {
        self.judge(settings).diagnostics
    }

    /// [`Subject::audit`], with what was tested to know it.
    pub fn judge(self, settings: &Settings) -> Audited {
        let Judgement { founds, conclusions } =
            judge_page(&Page::styled(self.document, self.url, self.sheets), settings);
        let diagnostics = to_diagnostics(self.document, self.url, self.file, founds);
        Audited { diagnostics, conclusions }
    }
}

/// What there is to tell of a page, in words and places.
#[derive(Debug)]
pub struct Audited {
    /// In document order.
    pub diagnostics: Vec<Diagnostic>,
    /// One for each of [`rules::RULES`].
    pub conclusions: Vec<Conclusion>,
}

/// A page of which a part was left out, so that nobody takes silence for praise.
pub static PAGE_LIMITS: Meta = Meta::new("page-limits", Severity::Note);

/// A page that could not be read, and so was not judged.
pub static PAGE_UNREAD: Meta = Meta::new("page-unread", Severity::Error);

/// Failures and open questions of a page, in document order.
pub fn run(document: &Document, settings: &Settings) -> Vec<Found> {
    judge(document, settings).founds
}

/// What there is to tell of a page, and what was tested to know it.
#[derive(Debug)]
pub struct Judgement {
    /// In document order.
    pub founds: Vec<Found>,
    /// One for each of [`rules::RULES`].
    pub conclusions: Vec<Conclusion>,
}

/// The rules, as reports name what was tested: in the order of [`Judgement::conclusions`].
pub fn tests() -> Vec<Test> {
    let test = |rule: &&'static Rule| Test { rule: rule.meta.id, wcag: rule.meta.wcag, act: rule.meta.act };
    rules::RULES.iter().map(test).collect()
}

/// Judges a page, with the sheets inside it, by the rules that `settings` let run.
pub fn judge(document: &Document, settings: &Settings) -> Judgement {
    judge_page(&Page::new(document), settings)
}

/// Judges a page by the rules that `settings` let run.
pub fn judge_page(page: &Page, settings: &Settings) -> Judgement {
    let document = page.document();
    let mut founds = Vec::new();
    let limits = document.limits();
    if limits.flattened || limits.truncated {
        let message = Message::new(PAGE_LIMITS.id);
        let (node, outcome) = (document.html(), Outcome::CantTell);
        founds.push(Found { rule: &PAGE_LIMITS, node, outcome, message, act: &[] });
    }
    let wanted: Vec<bool> =
        rules::RULES.iter().zip(&TABLE.levels).map(|(rule, &level)| settings.wants(rule, level)).collect();
    let beginning = |&is_wanted| if is_wanted { Conclusion::Inapplicable } else { Conclusion::Untested };
    let mut conclusions: Vec<Conclusion> = wanted.iter().map(beginning).collect();
    let mut visit = |rule: usize, node, verdict| {
        let conclusion = match &verdict {
            Verdict::Failed(_) => Conclusion::Failed,
            Verdict::CantTell(_) => Conclusion::CantTell,
            Verdict::Passed => Conclusion::Passed,
            Verdict::Inapplicable => Conclusion::Inapplicable,
        };
        let gravest = &mut conclusions[rule];
        *gravest = conclusion.max(*gravest);
        let (outcome, message) = match verdict {
            Verdict::Failed(message) => (Outcome::Failed, message),
            Verdict::CantTell(message) => (Outcome::CantTell, message),
            Verdict::Passed | Verdict::Inapplicable => return,
        };
        let rule = rules::RULES[rule];
        let act = (rule.speaks)(page, node);
        founds.push(Found { rule: rule.meta, node, outcome, message, act });
    };
    let mut judged: Judged = page.styles.take_notes();
    walk_numbered(&page.without_praise(), &wanted, Some(&mut judged), &mut visit);
    page.styles.keep_notes(judged);
    frames::walk_frames(page, &wanted, &mut visit);
    founds.sort_by_key(|found| page.order(found.node));
    Judgement { founds, conclusions }
}

/// Findings as diagnostics: each points to the source that a mark tells, else to `fallback`.
pub fn to_diagnostics(
    document: &Document,
    page_url: &str,
    fallback: FileId,
    founds: Vec<Found>,
) -> Vec<Diagnostic> {
    let diagnostic = |found: Found| {
        let written = || {
            let place = document.place(found.node)?;
            Some(Span::new(fallback, place.start as u32..place.end as u32))
        };
        let place = document.source(found.node).or_else(written).map_or(Place::from(fallback), Place::from);
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
            act: found.act,
            outcome: Some(match found.outcome {
                Outcome::Failed => Conclusion::Failed,
                Outcome::CantTell => Conclusion::CantTell,
            }),
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
    use crate::source::{MARK, Sources};

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
        let subject = Subject { document: &document, url: "/a/", file: template, sheets: Sheets::none() };
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
            Subject { document: &document, url: "/", file, sheets: Sheets::none() }.audit(&Settings::default());
        }
    }

    /// Twice the page, at most about twice the findings and verdicts: nothing is judged again for each of its neighbours.
    #[test]
    fn hostile_pages_are_judged_once() {
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
            "<a href=#none>a</a>",
            "<a href=a.pdf>a</a>",
            "<button aria-label=a>b",
            "<form><input required><input>",
        ] {
            let verdicts = |n: usize| {
                let document = Document::parse(&format!("<table>{}", part.repeat(n)));
                let mut count = 0;
                walk(&Page::new(&document), |_| true, |_, _, _| count += 1);
                count
            };
            let (one, two) = (verdicts(60), verdicts(120));
            assert!(two <= 2 * one + 40, "{part}: {one} verdicts, then {two}");
        }
    }

    #[test]
    fn a_page_that_was_cut_says_so() {
        let document = Document::parse(&"<div>".repeat(2_000));
        assert!(run(&document, &Settings::default()).iter().any(|found| found.rule.id == "page-limits"));
    }
}
