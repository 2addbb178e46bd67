//! Selectors: what the `selectors` crate must know to read them, and what we must know to match few of them.

use std::fmt;

use cssparser::{CowRcStr, ParseError, Parser as Input, ToCss, serialize_identifier, serialize_string};
use precomputed_hash::PrecomputedHash;
use selectors::parser::{NonTSPseudoClass, Parser, PseudoElement, SelectorImpl, SelectorParseErrorKind};

/// Our types, for the `selectors` crate.
#[derive(Clone, Debug)]
pub(super) struct Glue;

impl SelectorImpl for Glue {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Text;
    type Identifier = Ident;
    type LocalName = Ident;
    type NamespaceUrl = Ident;
    type NamespacePrefix = Ident;
    type BorrowedNamespaceUrl = Ident;
    type BorrowedLocalName = Ident;
    type NonTSPseudoClass = PseudoClass;
    type PseudoElement = Pseudo;
}

/// A name in a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ident {
    hash: u32,
    pub text: Box<str>,
}

/// The hash that selectors are filtered by.
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl From<&str> for Ident {
    fn from(text: &str) -> Self {
        Self { hash: hash(text), text: text.into() }
    }
}

impl PrecomputedHash for Ident {
    fn precomputed_hash(&self) -> u32 {
        self.hash
    }
}

impl ToCss for Ident {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        serialize_identifier(&self.text, dest)
    }
}

/// The value an attribute is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text(pub Box<str>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl ToCss for Text {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        serialize_string(&self.0, dest)
    }
}

/// States of an element that its markup does not name by position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PseudoClass {
    Link,
    Checked,
    Disabled,
    Enabled,
    Required,
    Optional,
    ReadOnly,
    ReadWrite,
    PlaceholderShown,
    Open,
    Defined,
    Focus,
    FocusVisible,
    FocusWithin,
    Lang(Vec<String>),
    LeftToRight,
    RightToLeft,
    /// Only while somebody does something: hovers, plays, has visited.
    Never(String),
    /// Depends on what scripts do or people type.
    Doubtful(String),
}

impl PseudoClass {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "link" | "any-link" | "-webkit-any-link" => Self::Link,
            "checked" => Self::Checked,
            "disabled" => Self::Disabled,
            "enabled" => Self::Enabled,
            "required" => Self::Required,
            "optional" => Self::Optional,
            "read-only" => Self::ReadOnly,
            "read-write" => Self::ReadWrite,
            "placeholder-shown" => Self::PlaceholderShown,
            "open" => Self::Open,
            "defined" => Self::Defined,
            "focus" => Self::Focus,
            "focus-visible" => Self::FocusVisible,
            "focus-within" => Self::FocusWithin,
            "hover"
            | "active"
            | "visited"
            | "target"
            | "target-within"
            | "target-current"
            | "current"
            | "past"
            | "future"
            | "fullscreen"
            | "-webkit-full-screen"
            | "picture-in-picture"
            | "modal"
            | "popover-open"
            | "user-valid"
            | "user-invalid"
            | "autofill"
            | "-webkit-autofill"
            | "seeking"
            | "stalled"
            | "buffering"
            | "volume-locked"
            | "active-view-transition"
            | "-webkit-drag" => Self::Never(name.to_owned()),
            "valid" | "invalid" | "in-range" | "out-of-range" | "playing" | "paused" | "muted"
            | "indeterminate" | "default" | "blank" | "has-slotted" => Self::Doubtful(name.to_owned()),
            _ => return None,
        })
    }

    /// Attributes that decide it.
    pub(super) fn attributes(&self) -> &'static [&'static str] {
        match self {
            Self::Link => &["href"],
            Self::Checked => &["checked", "selected"],
            Self::Required | Self::Optional => &["required"],
            Self::PlaceholderShown => &["placeholder", "value"],
            Self::Open => &["open"],
            Self::Lang(_) => &["lang"],
            Self::LeftToRight | Self::RightToLeft => &["dir"],
            Self::ReadOnly | Self::ReadWrite => &["readonly", "contenteditable", "type"],
            _ => &[],
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Link => "link",
            Self::Checked => "checked",
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::Required => "required",
            Self::Optional => "optional",
            Self::ReadOnly => "read-only",
            Self::ReadWrite => "read-write",
            Self::PlaceholderShown => "placeholder-shown",
            Self::Open => "open",
            Self::Defined => "defined",
            Self::Focus => "focus",
            Self::FocusVisible => "focus-visible",
            Self::FocusWithin => "focus-within",
            Self::Lang(_) => "lang(…)",
            Self::LeftToRight => "dir(ltr)",
            Self::RightToLeft => "dir(rtl)",
            Self::Never(name) | Self::Doubtful(name) => name,
        }
    }

    pub(super) fn is_focus(&self) -> bool {
        matches!(self, Self::Focus | Self::FocusVisible | Self::FocusWithin)
    }
}

impl ToCss for PseudoClass {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        write!(dest, ":{}", self.name())
    }
}

impl NonTSPseudoClass for PseudoClass {
    fn is_active_or_hover(&self) -> bool {
        matches!(self.name(), "active" | "hover")
    }

    fn is_user_action_state(&self) -> bool {
        self.is_active_or_hover() || self.is_focus()
    }
}

/// Parts of an element that are no elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pseudo {
    Before,
    After,
    Placeholder,
    FirstLine,
    FirstLetter,
    /// Nothing depends on it.
    Other,
}

impl Pseudo {
    /// Those that are looked at.
    pub(super) const ALL: [Self; 5] =
        [Self::Before, Self::After, Self::Placeholder, Self::FirstLine, Self::FirstLetter];

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "before" => Self::Before,
            "after" => Self::After,
            "placeholder" | "-webkit-input-placeholder" => Self::Placeholder,
            "first-line" => Self::FirstLine,
            "first-letter" => Self::FirstLetter,
            "marker"
            | "selection"
            | "backdrop"
            | "file-selector-button"
            | "details-content"
            | "cue"
            | "spelling-error"
            | "grammar-error"
            | "target-text"
            | "view-transition"
            | "checkmark"
            | "picker-icon"
            | "scroll-marker"
            | "scroll-marker-group"
            | "column"
            | "search-text" => Self::Other,
            name if name.starts_with("-webkit-") => Self::Other,
            _ => return None,
        })
    }
}

impl ToCss for Pseudo {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        dest.write_str(match self {
            Self::Before => "::before",
            Self::After => "::after",
            Self::Placeholder => "::placeholder",
            Self::FirstLine => "::first-line",
            Self::FirstLetter => "::first-letter",
            Self::Other => "::-webkit-other",
        })
    }
}

impl PseudoElement for Pseudo {
    fn accepts_state_pseudo_classes(&self) -> bool {
        true
    }

    fn is_before_or_after(&self) -> bool {
        matches!(self, Self::Before | Self::After)
    }

    fn valid_after_before_or_after(&self) -> bool {
        *self == Self::Other
    }
}

/// Reads selectors as browsers do.
pub(super) struct SelectorParser;

type Failure = ParseError<SelectorParseErrorKind>;

fn unsupported() -> Failure {
    ParseError::custom(SelectorParseErrorKind::UnsupportedPseudoClassOrElement)
}

impl<'i> Parser<'i> for SelectorParser {
    type Impl = Glue;
    type Error = SelectorParseErrorKind;

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_parent_selector(&self) -> bool {
        true
    }

    fn is_is_alias(&self, name: &str) -> bool {
        name.eq_ignore_ascii_case("matches") || name.eq_ignore_ascii_case("-webkit-any")
    }

    fn parse_non_ts_pseudo_class(&self, name: &str) -> Result<PseudoClass, Failure> {
        PseudoClass::named(&name.to_ascii_lowercase()).ok_or_else(unsupported)
    }

    fn parse_non_ts_functional_pseudo_class(
        &self,
        name: &str,
        input: &mut Input<'i>,
        _after_part: bool,
    ) -> Result<PseudoClass, Failure> {
        match name.to_ascii_lowercase().as_str() {
            "lang" => {
                let one = |input: &mut Input<'i>| {
                    let range: CowRcStr = input.expect_ident_or_string()?.clone();
                    Ok::<_, Failure>(range.to_ascii_lowercase())
                };
                input.parse_comma_separated(one).map(PseudoClass::Lang)
            }
            "dir" => match input.expect_ident()?.to_ascii_lowercase().as_str() {
                "ltr" => Ok(PseudoClass::LeftToRight),
                "rtl" => Ok(PseudoClass::RightToLeft),
                other => Ok(PseudoClass::Never(format!("dir({other})"))),
            },
            "state" | "active-view-transition-type" => {
                while input.next().is_ok() {}
                Ok(PseudoClass::Doubtful(name.to_owned()))
            }
            _ => Err(unsupported()),
        }
    }

    fn parse_pseudo_element(&self, name: &str) -> Result<Pseudo, Failure> {
        Pseudo::named(&name.to_ascii_lowercase()).ok_or_else(unsupported)
    }

    fn parse_functional_pseudo_element(&self, name: &str, input: &mut Input<'i>) -> Result<Pseudo, Failure> {
        while input.next().is_ok() {}
        match name.to_ascii_lowercase().as_str() {
            "highlight" | "part" | "slotted" | "picker" | "cue" => Ok(Pseudo::Other),
            name if name.starts_with("view-transition-") => Ok(Pseudo::Other),
            _ => Err(unsupported()),
        }
    }
}
