//! The success criteria of WCAG: level, the version each came with, and the clause of EN 301 549 that asks for it.
//!
//! Sources: WCAG 2.2 (W3C Recommendation), and EN 301 549 V3.2.1, chapters 9 and 10, which take over levels A and AA of WCAG 2.1
//! number by number for pages and for documents. Names and questions for people are in `l10n/{it,en}/wcag.ftl`.

/// How much a criterion asks. What the law wants is A and AA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    A,
    AA,
    AAA,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::A, Self::AA, Self::AAA];

    pub fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::AA => "AA",
            Self::AAA => "AAA",
        }
    }

    /// As a person types it: `aa` is `AA`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(name))
    }
}

/// The WCAG that brought a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    V20,
    V21,
    V22,
}

/// A success criterion.
#[derive(Debug, PartialEq, Eq)]
pub struct Criterion {
    /// `1.4.3`.
    pub number: &'static str,
    pub level: Level,
    pub since: Version,
    /// Its anchor in the Recommendation.
    pub anchor: &'static str,
}

impl Criterion {
    /// The criterion of a number, if there is one.
    pub fn find(number: &str) -> Option<&'static Self> {
        CRITERIA.iter().find(|criterion| criterion.number == number)
    }

    /// The clause of EN 301 549 V3.2.1. That edition knows neither level AAA nor what WCAG 2.2 added.
    pub fn en301549(&self) -> Option<String> {
        (self.level < Level::AAA && self.since < Version::V22).then(|| format!("9.{}", self.number))
    }

    /// Where it is written. The one that WCAG 2.2 took out is found in 2.1.
    pub fn address(&self) -> String {
        let version = if self.number == "4.1.1" { "21" } else { "22" };
        format!("https://www.w3.org/TR/WCAG{version}/#{}", self.anchor)
    }

    /// The id of its words: `ui-wcag-1-4-3`.
    pub fn words(&self) -> String {
        format!("ui-wcag-{}", self.number.replace('.', "-"))
    }
}

/// Clauses of EN 301 549 for a list of criteria.
pub fn en301549(numbers: &[&str]) -> Vec<String> {
    numbers.iter().filter_map(|number| Criterion::find(number)?.en301549()).collect()
}

/// What chapter 10 leaves out of chapter 9: criteria about sets of pages, which a document is not.
const NOT_FOR_DOCUMENTS: [&str; 4] = ["2.4.1", "2.4.5", "3.2.3", "3.2.4"];

/// The same for documents that are no pages, such as PDFs: chapter 10 takes the criteria over number by number, too.
pub fn en301549_of_documents(numbers: &[&str]) -> Vec<String> {
    let known = numbers.iter().filter(|number| !NOT_FOR_DOCUMENTS.contains(*number));
    known
        .filter_map(|number| Some(format!("10{}", Criterion::find(number)?.en301549()?.strip_prefix('9')?)))
        .collect()
}

/// The lowest level among the criteria a rule speaks for; none for a best practice.
pub fn level(numbers: &[&str]) -> Option<Level> {
    numbers.iter().filter_map(|number| Some(Criterion::find(number)?.level)).min()
}

const fn sc(number: &'static str, level: Level, since: Version, anchor: &'static str) -> Criterion {
    Criterion { number, level, since, anchor }
}

use Level::{A, AA, AAA};
use Version::{V20, V21, V22};

/// All of WCAG 2.0, 2.1 and 2.2, in the order of their numbers.
pub static CRITERIA: &[Criterion] = &[
    sc("1.1.1", A, V20, "non-text-content"),
    sc("1.2.1", A, V20, "audio-only-and-video-only-prerecorded"),
    sc("1.2.2", A, V20, "captions-prerecorded"),
    sc("1.2.3", A, V20, "audio-description-or-media-alternative-prerecorded"),
    sc("1.2.4", AA, V20, "captions-live"),
    sc("1.2.5", AA, V20, "audio-description-prerecorded"),
    sc("1.2.6", AAA, V20, "sign-language-prerecorded"),
    sc("1.2.7", AAA, V20, "extended-audio-description-prerecorded"),
    sc("1.2.8", AAA, V20, "media-alternative-prerecorded"),
    sc("1.2.9", AAA, V20, "audio-only-live"),
    sc("1.3.1", A, V20, "info-and-relationships"),
    sc("1.3.2", A, V20, "meaningful-sequence"),
    sc("1.3.3", A, V20, "sensory-characteristics"),
    sc("1.3.4", AA, V21, "orientation"),
    sc("1.3.5", AA, V21, "identify-input-purpose"),
    sc("1.3.6", AAA, V21, "identify-purpose"),
    sc("1.4.1", A, V20, "use-of-color"),
    sc("1.4.2", A, V20, "audio-control"),
    sc("1.4.3", AA, V20, "contrast-minimum"),
    sc("1.4.4", AA, V20, "resize-text"),
    sc("1.4.5", AA, V20, "images-of-text"),
    sc("1.4.6", AAA, V20, "contrast-enhanced"),
    sc("1.4.7", AAA, V20, "low-or-no-background-audio"),
    sc("1.4.8", AAA, V20, "visual-presentation"),
    sc("1.4.9", AAA, V20, "images-of-text-no-exception"),
    sc("1.4.10", AA, V21, "reflow"),
    sc("1.4.11", AA, V21, "non-text-contrast"),
    sc("1.4.12", AA, V21, "text-spacing"),
    sc("1.4.13", AA, V21, "content-on-hover-or-focus"),
    sc("2.1.1", A, V20, "keyboard"),
    sc("2.1.2", A, V20, "no-keyboard-trap"),
    sc("2.1.3", AAA, V20, "keyboard-no-exception"),
    sc("2.1.4", A, V21, "character-key-shortcuts"),
    sc("2.2.1", A, V20, "timing-adjustable"),
    sc("2.2.2", A, V20, "pause-stop-hide"),
    sc("2.2.3", AAA, V20, "no-timing"),
    sc("2.2.4", AAA, V20, "interruptions"),
    sc("2.2.5", AAA, V20, "re-authenticating"),
    sc("2.2.6", AAA, V21, "timeouts"),
    sc("2.3.1", A, V20, "three-flashes-or-below-threshold"),
    sc("2.3.2", AAA, V20, "three-flashes"),
    sc("2.3.3", AAA, V21, "animation-from-interactions"),
    sc("2.4.1", A, V20, "bypass-blocks"),
    sc("2.4.2", A, V20, "page-titled"),
    sc("2.4.3", A, V20, "focus-order"),
    sc("2.4.4", A, V20, "link-purpose-in-context"),
    sc("2.4.5", AA, V20, "multiple-ways"),
    sc("2.4.6", AA, V20, "headings-and-labels"),
    sc("2.4.7", AA, V20, "focus-visible"),
    sc("2.4.8", AAA, V20, "location"),
    sc("2.4.9", AAA, V20, "link-purpose-link-only"),
    sc("2.4.10", AAA, V20, "section-headings"),
    sc("2.4.11", AA, V22, "focus-not-obscured-minimum"),
    sc("2.4.12", AAA, V22, "focus-not-obscured-enhanced"),
    sc("2.4.13", AAA, V22, "focus-appearance"),
    sc("2.5.1", A, V21, "pointer-gestures"),
    sc("2.5.2", A, V21, "pointer-cancellation"),
    sc("2.5.3", A, V21, "label-in-name"),
    sc("2.5.4", A, V21, "motion-actuation"),
    sc("2.5.5", AAA, V21, "target-size-enhanced"),
    sc("2.5.6", AAA, V21, "concurrent-input-mechanisms"),
    sc("2.5.7", AA, V22, "dragging-movements"),
    sc("2.5.8", AA, V22, "target-size-minimum"),
    sc("3.1.1", A, V20, "language-of-page"),
    sc("3.1.2", AA, V20, "language-of-parts"),
    sc("3.1.3", AAA, V20, "unusual-words"),
    sc("3.1.4", AAA, V20, "abbreviations"),
    sc("3.1.5", AAA, V20, "reading-level"),
    sc("3.1.6", AAA, V20, "pronunciation"),
    sc("3.2.1", A, V20, "on-focus"),
    sc("3.2.2", A, V20, "on-input"),
    sc("3.2.3", AA, V20, "consistent-navigation"),
    sc("3.2.4", AA, V20, "consistent-identification"),
    sc("3.2.5", AAA, V20, "change-on-request"),
    sc("3.2.6", A, V22, "consistent-help"),
    sc("3.3.1", A, V20, "error-identification"),
    sc("3.3.2", A, V20, "labels-or-instructions"),
    sc("3.3.3", AA, V20, "error-suggestion"),
    sc("3.3.4", AA, V20, "error-prevention-legal-financial-data"),
    sc("3.3.5", AAA, V20, "help"),
    sc("3.3.6", AAA, V20, "error-prevention-all"),
    sc("3.3.7", A, V22, "redundant-entry"),
    sc("3.3.8", AA, V22, "accessible-authentication-minimum"),
    sc("3.3.9", AAA, V22, "accessible-authentication-enhanced"),
    sc("4.1.1", A, V20, "parsing"),
    sc("4.1.2", A, V20, "name-role-value"),
    sc("4.1.3", AA, V21, "status-messages"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted in the Recommendations.
    #[test]
    fn all_are_there() {
        let count =
            |version, level| CRITERIA.iter().filter(|one| one.since <= version && one.level == level).count();
        assert_eq!([A, AA, AAA].map(|level| count(V20, level)), [25, 13, 23]);
        assert_eq!([A, AA, AAA].map(|level| count(V21, level)), [30, 20, 28]);
        // WCAG 2.2 took out 4.1.1, which is still in the list for EN 301 549.
        assert_eq!([A, AA, AAA].map(|level| count(V22, level)), [32, 24, 31]);
        let numbers = |one: &Criterion| -> Vec<u32> {
            one.number.split('.').map(|part| part.parse().unwrap()).collect()
        };
        assert!(CRITERIA.is_sorted_by_key(numbers));
    }

    #[test]
    fn levels_and_clauses() {
        assert_eq!(level(&["2.2.4", "1.4.3", "4.1.2"]), Some(A));
        assert_eq!(level(&["2.2.4"]), Some(AAA));
        assert_eq!(level(&[]), None);
        assert_eq!(en301549(&["1.1.1", "1.4.10", "2.5.8", "1.4.6"]), ["9.1.1.1", "9.1.4.10"]);
        assert_eq!(en301549_of_documents(&["2.4.2", "2.4.1", "2.5.8", "3.1.1"]), ["10.2.4.2", "10.3.1.1"]);
        assert_eq!(Level::parse("aa"), Some(AA));
        assert_eq!(Level::parse("B"), None);
    }
}
