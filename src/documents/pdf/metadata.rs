//! The metadata of a PDF (XMP): its title, and the standards it claims to follow.

use hayro_syntax::object::Stream;

use super::content::unpacked;

/// Standards a PDF says it follows. Whether it does is another matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Part and level of PDF/A: `2a`.
    pub pdf_a: Option<String>,
    /// Part of PDF/UA: `1`.
    pub pdf_ua: Option<String>,
}

#[derive(Default)]
pub(super) struct Xmp {
    pub(super) title: Option<String>,
    pub(super) claims: Claims,
}

impl Xmp {
    pub(super) fn of(stream: &Stream<'_>) -> Self {
        Self::parse(&String::from_utf8_lossy(&unpacked(stream)))
    }

    fn parse(xml: &str) -> Self {
        let level = value(xml, "pdfaid:conformance").unwrap_or_default().to_ascii_lowercase();
        let title = xml.split_once("<dc:title").and_then(|(_, rest)| rest.split_once("<rdf:li"));
        let title = title.and_then(|(_, item)| item.split_once('>')?.1.split_once('<'));
        let title =
            title.map(|(text, _)| quick_xml::escape::unescape(text).map_or(text.to_owned(), Into::into));
        Self {
            title: title.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
            claims: Claims {
                pdf_a: value(xml, "pdfaid:part").map(|part| format!("{part}{level}")),
                pdf_ua: value(xml, "pdfuaid:part").map(str::to_owned),
            },
        }
    }
}

/// A property, written as an element or as an attribute.
fn value<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(name)?;
    let rest = rest.trim_start();
    let value = match rest.strip_prefix('=') {
        Some(quoted) => {
            let quoted = quoted.trim_start();
            let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            quoted[1..].split(quote).next()?
        }
        None => rest.strip_prefix('>')?.split('<').next()?,
    };
    let value = value.trim();
    (1..=2)
        .contains(&value.len())
        .then_some(value)
        .filter(|value| value.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_elements_or_attributes() {
        let xmp = Xmp::parse(
            "<rdf:Description pdfaid:part=\"2\" pdfaid:conformance = 'A'><pdfuaid:part> 1 </pdfuaid:part>\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"it\">Statuto &amp; regolamenti</rdf:li></rdf:Alt></dc:title>",
        );
        assert_eq!(xmp.claims, Claims { pdf_a: Some("2a".into()), pdf_ua: Some("1".into()) });
        assert_eq!(xmp.title.as_deref(), Some("Statuto & regolamenti"));
        assert_eq!(Xmp::parse("<pdfaid:part><b>").claims, Claims::default());
        assert_eq!(Xmp::parse("<dc:title><rdf:li> </rdf:li>").title, None);
    }
}
