//! What a person answered about a criterion, after looking at the pages.

use jiff::civil::Date;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Conforms,
    Fails,
    Inapplicable,
}

impl Seen {
    /// As it is written in `[[verifiche]]`.
    pub const NAMES: [(&str, Self); 3] = [
        ("conforme", Self::Conforms),
        ("non conforme", Self::Fails),
        ("non applicabile", Self::Inapplicable),
    ];

    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|&(written, _)| written == name).map(|(_, seen)| seen)
    }
}

/// An entry of `[[verifiche]]`: somebody signs what was seen of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `1.4.10`.
    pub criterion: String,
    pub seen: Seen,
    pub date: Date,
    pub who: String,
    pub note: Option<String>,
}
