//! Words for what was found: which rule, how grave, and as much of the thing as may be shown.

use super::{Hit, Kind};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    rule::Meta,
};

// What has digits that prove it stops publishing; what only the words around it tell warns.
pub(super) static FISCAL_CODE: Meta = Meta::new("privacy-fiscal-code", Severity::Error);
pub(super) static IBAN: Meta = Meta::new("privacy-iban", Severity::Error);
pub(super) static BIRTH: Meta = Meta::new("privacy-birth", Severity::Warning);
pub(super) static EMAIL: Meta = Meta::new("privacy-email", Severity::Warning);
pub(super) static IDENTITY: Meta = Meta::new("privacy-identity-document", Severity::Warning);
pub(super) static PHONE: Meta = Meta::new("privacy-phone", Severity::Warning);
pub(super) static RESIDENCE: Meta = Meta::new("privacy-residence", Severity::Warning);
pub(super) static SENSITIVE: Meta = Meta::new("privacy-sensitive", Severity::Warning);

/// Every rule of the guard.
pub static RULES: &[&Meta] =
    &[&BIRTH, &EMAIL, &FISCAL_CODE, &IBAN, &IDENTITY, &PHONE, &RESIDENCE, &SENSITIVE];

/// A finding, with the thing covered.
pub(super) fn diagnostic(hit: &Hit, place: impl Into<Place>) -> Diagnostic {
    let (meta, words) = match hit.kind {
        Kind::FiscalCode => (&FISCAL_CODE, "privacy-fiscal-code"),
        Kind::SignerCode => (&FISCAL_CODE, "privacy-fiscal-code--signer"),
        Kind::Iban => (&IBAN, "privacy-iban"),
        Kind::Phone => (&PHONE, "privacy-phone"),
        Kind::Email => (&EMAIL, "privacy-email"),
        Kind::IdentityDocument => (&IDENTITY, "privacy-identity-document"),
        Kind::Birth => (&BIRTH, "privacy-birth"),
        Kind::Residence => (&RESIDENCE, "privacy-residence"),
        Kind::Health => (&SENSITIVE, "privacy-sensitive"),
        Kind::Hardship => (&SENSITIVE, "privacy-sensitive--hardship"),
        Kind::Justice => (&SENSITIVE, "privacy-sensitive--justice"),
    };
    let found = meta.variant(words, place);
    // Who signed is known anyway; the code is more than needed, and the office seldom made the file.
    let found = if hit.kind == Kind::SignerCode { found.severity(Severity::Warning) } else { found };
    match shown(hit) {
        Some(thing) => found.with("found", thing),
        None => found,
    }
}

/// Enough to recognise the thing by where it stands, and nothing to use it with; none where words tell it.
fn shown(hit: &Hit) -> Option<String> {
    let key = hit.keys.first()?;
    let first = |n: usize| key.chars().take(n).collect::<String>();
    match hit.kind {
        Kind::FiscalCode | Kind::SignerCode => Some(format!("{}…", first(1))),
        Kind::Iban | Kind::IdentityDocument => Some(format!("{}…", first(2))),
        Kind::Phone => Some(format!("{}…", first(2))),
        Kind::Email => {
            let host = key.rsplit('@').next().unwrap_or_default();
            Some(format!("{}…@{host}", first(1)))
        }
        Kind::Birth | Kind::Residence | Kind::Health | Kind::Hardship | Kind::Justice => None,
    }
}
