//! Whether the permissions of a PDF keep assistive technology out (ISO 32000-1, table 22).

use hayro_syntax::{
    Pdf,
    object::{Dict, ObjectIdentifier},
};

/// Bit 10: text may be taken out for people who cannot see it.
const EXTRACT_FOR_ACCESS: i64 = 1 << 9;
/// Bit 5, which said the same before revision 3.
const COPY: i64 = 1 << 4;

pub(super) fn keep_out_access(pdf: &Pdf) -> bool {
    let Some(dictionary) = encryption(pdf) else { return false };
    let revision = dictionary.get::<i64>("R").unwrap_or(2);
    let Some(permissions) = dictionary.get::<i64>("P") else { return false };
    let needed = if revision < 3 { COPY } else { EXTRACT_FOR_ACCESS };
    permissions & needed == 0
}

/// The encryption dictionary. The library keeps the trailer for itself, but a trailer is always written in the clear:
/// the last one that names an encryption holds.
fn encryption(pdf: &Pdf) -> Option<Dict<'_>> {
    const KEY: &[u8] = b"/Encrypt";
    let bytes: &[u8] = pdf.data().as_ref();
    let found = memchr::memmem::rfind_iter(bytes, KEY).map(|at| &bytes[at + KEY.len()..]);
    found.take(50).find_map(|rest| {
        let (number, rest) = integer(rest)?;
        let (generation, rest) = integer(rest)?;
        rest.trim_ascii_start().strip_prefix(b"R")?;
        let id = ObjectIdentifier::new(u32::try_from(number).ok()?, i32::try_from(generation).ok()?);
        pdf.xref().get::<Dict<'_>>(id).filter(|dictionary| dictionary.contains_key("P"))
    })
}

fn integer(text: &[u8]) -> Option<(u64, &[u8])> {
    let text = text.trim_ascii_start();
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let number = std::str::from_utf8(&text[..end]).ok()?.parse().ok()?;
    Some((number, &text[end..]))
}
