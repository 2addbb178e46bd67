//! Files that are not worth opening: what is packed in them would fill the memory.
//!
//! The library unpacks object and cross-reference streams by itself and without bound. So their packed size is measured
//! here first, by unpacking them into nothing; their dictionaries are never encrypted, which makes them easy to find.

use std::io::{Read, sink};

/// Larger attachments are refused long before.
const MOST_BYTES: usize = 256 * 1024 * 1024;
pub(super) const MOST_OBJECTS: usize = 2_000_000;
/// All that the library unpacks by itself.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// Streams with two filters, or encrypted ones, cannot be measured: this much of them is believed.
const MOST_UNMEASURED: usize = 1024 * 1024;
/// How far before a stream its dictionary may begin.
const DICTIONARY: usize = 4 * 1024;

pub(super) fn is_reasonable(bytes: &[u8]) -> bool {
    if bytes.len() > MOST_BYTES {
        return false;
    }
    let mut left = MOST_UNPACKED;
    let mut unmeasured = 0;
    for (dictionary, data) in streams(bytes) {
        if !is_structure(dictionary) {
            continue;
        }
        match unpacked(dictionary, data, left) {
            Some(size) => left = left.saturating_sub(size),
            None => unmeasured += data.len(),
        }
        if left == 0 || unmeasured > MOST_UNMEASURED {
            return false;
        }
    }
    true
}

/// Every stream with what stands before it.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + find(&bytes[at..], b"stream")?;
        let data = start + b"stream".len();
        let end = data + find(&bytes[data..], b"endstream").unwrap_or(bytes.len() - data);
        let dictionary = &bytes[start.saturating_sub(DICTIONARY).max(at)..start];
        at = (end + b"endstream".len()).min(bytes.len());
        Some((dictionary, bytes[data..end].trim_ascii_start()))
    })
}

fn is_structure(dictionary: &[u8]) -> bool {
    find(dictionary, b"ObjStm").is_some() || find(dictionary, b"XRef").is_some()
}

/// The size of a stream when unpacked, up to a limit; none if that cannot be known from here.
fn unpacked(dictionary: &[u8], data: &[u8], limit: u64) -> Option<u64> {
    let filters = dictionary.windows(b"Decode".len()).filter(|part| part == b"Decode").count();
    // `DecodeParms` is no filter.
    let parameters = dictionary.windows(b"DecodeParms".len()).filter(|part| part == b"DecodeParms").count();
    match filters - parameters {
        0 => Some(data.len() as u64),
        1 if find(dictionary, b"FlateDecode").is_some() => {
            let mut unpacked = flate2::read::ZlibDecoder::new(data).take(limit);
            std::io::copy(&mut unpacked, &mut sink()).ok()
        }
        _ => None,
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}
