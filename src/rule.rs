//! What every rule says of itself. Rules live beside the stage that checks them; this is their common shape.

use crate::{
    diagnostic::{Conclusion, Diagnostic, Place, Severity},
    l10n::{Arg, Message},
};

/// A rule's identity. Its words are in `l10n/{it,en}.ftl` under the rule's id:
/// `.message` and `.help` for a finding, `.description` for its page in the manual.
#[derive(Debug)]
pub struct Meta {
    /// Names the thing checked, as a page of the manual: `image-alt`, `reference`.
    pub id: &'static str,
    pub severity: Severity,
    /// WCAG 2.2 success criteria.
    pub wcag: &'static [&'static str],
    /// Ids of the W3C ACT rules whose verdict a finding carries.
    pub act: &'static [&'static str],
    /// What passes and what fails, run as tests and printed in the manual.
    pub examples: &'static [Example],
}

/// A fenced example of a rule.
#[derive(Debug)]
pub struct Example {
    pub expected: Expected,
    pub text: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Pass,
    Fail,
    CantTell,
    Inapplicable,
}

/// What a rule concludes about one thing it looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The rule has nothing to say about it.
    Inapplicable,
    Passed,
    Failed(Message),
    /// A machine cannot know: the message is a question for a person.
    CantTell(Message),
}

impl Verdict {
    /// Failed, in the words of this message id.
    pub fn failed(words: &'static str) -> Self {
        Self::Failed(Message::new(words))
    }

    pub fn cant_tell(words: &'static str) -> Self {
        Self::CantTell(Message::new(words))
    }

    /// Failed with these words unless `good`.
    pub fn require(good: bool, words: &'static str) -> Self {
        if good { Self::Passed } else { Self::failed(words) }
    }

    /// Fills `{ $name }` in the message, if there is one.
    pub fn with(self, name: &'static str, value: impl Into<Arg>) -> Self {
        match self {
            Self::Failed(message) => Self::Failed(message.with(name, value)),
            Self::CantTell(message) => Self::CantTell(message.with(name, value)),
            other => other,
        }
    }
}

/// Why a finding is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Failed,
    CantTell,
}

impl Meta {
    /// A rule about contents: nothing of WCAG, judged by whole test sites.
    pub const fn new(id: &'static str, severity: Severity) -> Self {
        Self { id, severity, wcag: &[], act: &[], examples: &[] }
    }

    /// A finding of this rule, in the rule's own words.
    pub fn at(&'static self, place: impl Into<Place>) -> Diagnostic {
        self.finding(self.id, place.into())
    }

    /// A finding whose words are those of `variant`, a message `<rule id>--<name>`.
    pub fn variant(&'static self, variant: &'static str, place: impl Into<Place>) -> Diagnostic {
        debug_assert!(variant.starts_with(self.id), "{variant} is not a variant of {}", self.id);
        self.finding(variant, place.into())
    }

    fn speaks_of_accessibility(&self) -> bool {
        !self.wcag.is_empty() || !self.act.is_empty()
    }

    fn finding(&'static self, words: &'static str, place: Place) -> Diagnostic {
        Diagnostic {
            rule: self.id,
            severity: self.severity,
            wcag: self.wcag,
            act: self.act,
            outcome: self.speaks_of_accessibility().then_some(Conclusion::Failed),
            place,
            message: Message::new(words),
            related: Vec::new(),
        }
    }
}
