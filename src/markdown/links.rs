//! Links and images: where they may lead, what their text must say, and who knows where they lead.

use crate::{
    diagnostic::{Diagnostic, Severity},
    phrases::{is_file_name, is_vague},
    rule::Meta,
    source::Span,
};

pub static LINK_SCHEME: Meta = Meta::new("link-scheme", Severity::Error);
pub static LINK_EMPTY: Meta =
    Meta { wcag: &["2.4.4", "4.1.2"], ..Meta::new("link-empty", Severity::Warning) };
pub static LINK_TEXT: Meta = Meta { wcag: &["2.4.4"], ..Meta::new("link-text", Severity::Warning) };
pub static IMAGE_ALT_MISSING: Meta =
    Meta { wcag: &["1.1.1"], ..Meta::new("image-alt-missing", Severity::Error) };
pub static IMAGE_ALT_FILE_NAME: Meta =
    Meta { wcag: &["1.1.1"], ..Meta::new("image-alt-file-name", Severity::Warning) };

/// Knows where the links of a body lead. Addresses it gives are relative or `http`, `https`, `mailto`, `tel`, `sms`.
/// Never asked about `#places` of the body itself,
/// nor about addresses that may not be followed.
pub trait Resolver {
    /// None: the text stays, without a link.
    fn link(&self, target: &str) -> Option<Target>;
    /// None: the alternative text stands for the image.
    fn image(&self, target: &str) -> Option<Picture>;
}

/// Where a link leads.
#[derive(Clone, Debug, Default)]
pub struct Target {
    pub href: String,
    /// Leads to a file that is not a page: the link says so after its text.
    pub document: Option<Document>,
    /// Leads to another site.
    pub external: bool,
    /// Language of what it leads to, when it is another one.
    pub lang: Option<String>,
}

/// A file in a reader's words.
#[derive(Clone, Debug)]
pub struct Document {
    /// `PDF`
    pub kind: String,
    /// `1,2 MB`
    pub size: String,
    /// `inglese`, when it is not the page's.
    pub language: Option<String>,
}

/// What shows an image.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    pub src: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

impl Document {
    /// ` (PDF, 1,2 MB)`
    pub(super) fn note(&self) -> String {
        let parts = [Some(&self.kind), Some(&self.size), self.language.as_ref()];
        let parts: Vec<&str> =
            parts.into_iter().flatten().map(String::as_str).filter(|p| !p.is_empty()).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
    }
}

/// Every link leads somewhere: for judging a body without its site.
pub(super) struct Anywhere;

impl Resolver for Anywhere {
    fn link(&self, _target: &str) -> Option<Target> {
        Some(Target { href: "#".to_owned(), ..Target::default() })
    }

    fn image(&self, _target: &str) -> Option<Picture> {
        Some(Picture { src: "#".to_owned(), ..Picture::default() })
    }
}

/// Schemes a link of a public body may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// Why an address may not be followed: the words of [`LINK_SCHEME`] for it, and the scheme.
pub(super) fn refusal(target: &str, is_image: bool) -> Option<(&'static str, String)> {
    let target = as_browsers_read(target);
    if target.starts_with("//") || target.starts_with("\\\\") || target.starts_with("/\\") {
        return Some(("link-scheme--no-scheme", "//".to_owned()));
    }
    let scheme = scheme(&target)?;
    let rest = &target[scheme.len() + 1..];
    match scheme.as_str() {
        "http" | "https" if !rest.starts_with("//") => return Some(("link-scheme--slashes", scheme)),
        "mailto" if !is_image && !rest.contains('@') && !rest.starts_with('?') => {
            return Some(("link-scheme--mailto", scheme));
        }
        "tel" if !is_image && !rest.contains(|c: char| c.is_ascii_digit()) => {
            return Some(("link-scheme--tel", scheme));
        }
        "htp" | "htpp" | "htps" | "htpps" | "hhtp" | "hhtps" | "htttp" | "htttps" | "ttp" | "ttps"
        | "httpss" => {
            return Some(("link-scheme--https", scheme));
        }
        "mail" | "email" | "e-mail" => return Some(("link-scheme--mail", scheme)),
        "telefono" | "cell" | "phone" => return Some(("link-scheme--phone", scheme)),
        _ => {}
    }
    let allowed = if is_image { &SCHEMES[..2] } else { SCHEMES };
    match scheme.as_str() {
        allowed_scheme if allowed.contains(&allowed_scheme) => None,
        // `C:\Documenti` reads as a scheme of one letter.
        "file" => Some(("link-scheme--file", scheme)),
        drive if drive.len() == 1 => Some(("link-scheme--file", scheme)),
        _ => Some(("link-scheme", scheme)),
    }
}

/// Browsers skip control characters and blanks around an address, and line ends and tabs inside it.
fn as_browsers_read(target: &str) -> String {
    target
        .trim_matches(|character: char| character <= ' ')
        .chars()
        .filter(|character| !matches!(character, '\t' | '\n' | '\r'))
        .collect()
}

fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// What there is to say of the text of a link.
pub(super) fn judge_text(text: &str, target: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) {
    if target.trim().is_empty() {
        diagnostics.push(LINK_EMPTY.variant("link-empty--target", span).with("text", text));
    } else if text.is_empty() {
        diagnostics.push(LINK_EMPTY.at(span).with("target", target));
    } else if is_vague(text) {
        diagnostics.push(LINK_TEXT.at(span).with("text", text));
    }
}

/// What there is to say of the alternative text of an image. In raw HTML an empty one is written on purpose.
pub(super) fn judge_alt(alt: &str, target: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) {
    if target.trim().is_empty() {
        diagnostics.push(LINK_EMPTY.variant("link-empty--image", span));
    }
    if alt.is_empty() {
        diagnostics.push(IMAGE_ALT_MISSING.at(span).with("target", target));
    } else if is_file_name(alt) {
        diagnostics.push(IMAGE_ALT_FILE_NAME.at(span).with("alt", alt));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(target: &str, expected: Option<&str>) {
        assert_eq!(refusal(target, false).map(|(words, _)| words), expected, "{target:?}");
    }

    #[test]
    fn only_known_schemes_are_followed() {
        check("https://www.example.it/", None);
        check("mailto:a@b.it", None);
        check("../servizi/tari.md#costi", None);
        check("/a:b", None);
        check("?q=a:b", None);
        check("javascript:alert(1)", Some("link-scheme"));
        check(" \u{1}java\nscript\t:alert(1)", Some("link-scheme"));
        check("JaVaScRiPt:alert(1)", Some("link-scheme"));
        check("data:text/html,x", Some("link-scheme"));
        check("vbscript:x", Some("link-scheme"));
        check("//example.it", Some("link-scheme--no-scheme"));
        check("/\\example.it", Some("link-scheme--no-scheme"));
        check("http:/esempio.it", Some("link-scheme--slashes"));
        check("https:www.esempio.it", Some("link-scheme--slashes"));
        check("htps://esempio.it", Some("link-scheme--https"));
        check("mailto:pippo", Some("link-scheme--mailto"));
        check("mailto:?subject=a@b", None);
        check("tel:sede", Some("link-scheme--tel"));
        check("tel:+39075", None);
        check("email:a@b.it", Some("link-scheme--mail"));
        check("C:\\Documenti\\a.pdf", Some("link-scheme--file"));
        check("file:///tmp", Some("link-scheme--file"));
        assert!(refusal("mailto:a@b.it", true).is_some());
    }
}
