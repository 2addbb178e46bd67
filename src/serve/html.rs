//! HTML of the preview's own pages, put together from escaped parts.

use std::fmt::{self, Display};

/// Text in HTML, also inside quotes.
pub(super) struct Text<'a>(pub &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

/// A part of an address: everything but letters, digits and a few signs by number.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Values of a form or of the part of an address after `?`.
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(super) fn parse(text: &str) -> Self {
        let decoded = |part: &str| crate::slug::percent_decoded(&part.replace('+', " ")).into_owned();
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        Self(
            pairs
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(name, value)| (decoded(name), decoded(value)))
                .collect(),
        )
    }

    /// What was filled in; nothing for a field that is empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_becomes_markup() {
        assert_eq!(Text("<a href=\"x\">&'è").to_string(), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;è");
        assert_eq!(encoded("/a b/però"), "/a%20b/per%C3%B2");
        let fields = Fields::parse("testo=carta+d%27identit%C3%A0&vuoto=&x");
        assert_eq!(fields.get("testo"), Some("carta d'identità"));
        assert_eq!(fields.get("vuoto"), None);
    }
}
