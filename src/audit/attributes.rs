//! The attributes of WAI-ARIA: which exist, how their values are written, where they may stand.

use std::sync::LazyLock;

use super::numbers::ByName;

/// Attributes allowed on every element. The last four only by habit: WAI-ARIA 1.2 discourages but does not forbid.
pub const GLOBAL: &[&str] = &[
    "aria-atomic",
    "aria-braillelabel",
    "aria-brailleroledescription",
    "aria-busy",
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-description",
    "aria-details",
    "aria-dropeffect",
    "aria-flowto",
    "aria-grabbed",
    "aria-hidden",
    "aria-keyshortcuts",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "aria-owns",
    "aria-relevant",
    "aria-roledescription",
    "aria-disabled",
    "aria-errormessage",
    "aria-haspopup",
    "aria-invalid",
];

/// What may not stand where naming is prohibited.
pub const PROHIBITED: &[&str] = &[
    "aria-braillelabel",
    "aria-brailleroledescription",
    "aria-label",
    "aria-labelledby",
    "aria-roledescription",
];

/// How the value of an attribute is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    Text,
    /// One of these words.
    Token(&'static [&'static str]),
    /// Some of these words.
    Tokens(&'static [&'static str]),
    Id,
    Ids,
    Integer,
    Number,
}

const BOOL: ValueKind = ValueKind::Token(&["true", "false"]);
const BOOL_UNDEFINED: ValueKind = ValueKind::Token(&["true", "false", "undefined"]);
const TRISTATE: ValueKind = ValueKind::Token(&["true", "false", "mixed", "undefined"]);

/// Every attribute of WAI-ARIA, sorted.
pub const ATTRIBUTES: &[(&str, ValueKind)] = &[
    ("aria-activedescendant", ValueKind::Id),
    ("aria-atomic", BOOL),
    ("aria-autocomplete", ValueKind::Token(&["inline", "list", "both", "none"])),
    ("aria-braillelabel", ValueKind::Text),
    ("aria-brailleroledescription", ValueKind::Text),
    ("aria-busy", BOOL),
    ("aria-checked", TRISTATE),
    ("aria-colcount", ValueKind::Integer),
    ("aria-colindex", ValueKind::Integer),
    ("aria-colindextext", ValueKind::Text),
    ("aria-colspan", ValueKind::Integer),
    ("aria-controls", ValueKind::Ids),
    ("aria-current", ValueKind::Token(&["page", "step", "location", "date", "time", "true", "false"])),
    ("aria-describedby", ValueKind::Ids),
    ("aria-description", ValueKind::Text),
    ("aria-details", ValueKind::Ids),
    ("aria-disabled", BOOL),
    ("aria-dropeffect", ValueKind::Tokens(&["copy", "execute", "link", "move", "none", "popup"])),
    ("aria-errormessage", ValueKind::Ids),
    ("aria-expanded", BOOL_UNDEFINED),
    ("aria-flowto", ValueKind::Ids),
    ("aria-grabbed", BOOL_UNDEFINED),
    ("aria-haspopup", ValueKind::Token(&["false", "true", "menu", "listbox", "tree", "grid", "dialog"])),
    ("aria-hidden", BOOL_UNDEFINED),
    ("aria-invalid", ValueKind::Token(&["grammar", "false", "spelling", "true"])),
    ("aria-keyshortcuts", ValueKind::Text),
    ("aria-label", ValueKind::Text),
    ("aria-labelledby", ValueKind::Ids),
    ("aria-level", ValueKind::Integer),
    ("aria-live", ValueKind::Token(&["assertive", "off", "polite"])),
    ("aria-modal", BOOL),
    ("aria-multiline", BOOL),
    ("aria-multiselectable", BOOL),
    ("aria-orientation", ValueKind::Token(&["horizontal", "vertical", "undefined"])),
    ("aria-owns", ValueKind::Ids),
    ("aria-placeholder", ValueKind::Text),
    ("aria-posinset", ValueKind::Integer),
    ("aria-pressed", TRISTATE),
    ("aria-readonly", BOOL),
    ("aria-relevant", ValueKind::Tokens(&["additions", "all", "removals", "text"])),
    ("aria-required", BOOL),
    ("aria-roledescription", ValueKind::Text),
    ("aria-rowcount", ValueKind::Integer),
    ("aria-rowindex", ValueKind::Integer),
    ("aria-rowindextext", ValueKind::Text),
    ("aria-rowspan", ValueKind::Integer),
    ("aria-selected", BOOL_UNDEFINED),
    ("aria-setsize", ValueKind::Integer),
    ("aria-sort", ValueKind::Token(&["ascending", "descending", "none", "other"])),
    ("aria-valuemax", ValueKind::Number),
    ("aria-valuemin", ValueKind::Number),
    ("aria-valuenow", ValueKind::Number),
    ("aria-valuetext", ValueKind::Text),
];

/// How a known attribute is written; none for one that does not exist.
pub fn value_kind(attribute: &str) -> Option<ValueKind> {
    // Most attributes that are asked for are not of ARIA at all.
    if !attribute.starts_with("aria-") {
        return None;
    }
    KINDS.get(attribute).copied()
}

static KINDS: LazyLock<ByName<ValueKind>> = LazyLock::new(|| ATTRIBUTES.iter().copied().collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_whole() {
        assert!(ATTRIBUTES.is_sorted_by(|a, b| a.0 < b.0));
        for attribute in GLOBAL.iter().chain(PROHIBITED) {
            assert!(value_kind(attribute).is_some(), "{attribute}");
        }
    }
}
