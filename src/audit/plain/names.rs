//! Names of attributes and characters, as `plain` reads them.

use std::cell::RefCell;

use html5ever::{LocalName, local_name};

use crate::audit::numbers::ByText;

/// The character that `&…;` stands for, of the few that pages are written with.
pub(super) fn reference(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "nbsp" => return Some('\u{a0}'),
        _ => name.strip_prefix('#')?,
    };
    let code = match number.strip_prefix('x') {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            u32::from_str_radix(digits, 16).ok()?
        }
        None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok()?,
        _ => return None,
    };
    // Numbers below stand for something else than they say.
    matches!(code, 0x20..=0x7e | 0xa0..).then(|| char::from_u32(code)).flatten()
}

thread_local! {
    /// Names of attributes that were met: making one takes a lock that all threads share.
    static NAMES: RefCell<ByText<LocalName>> = RefCell::default();
}

/// Kept names of attributes; more are never met in pages of one theme.
const KEPT: usize = 500;

/// The atom of a name of an attribute.
pub(in crate::audit) fn attribute_name(name: &str) -> LocalName {
    // The most frequent ones.
    match name {
        "class" => return local_name!("class"),
        "href" => return local_name!("href"),
        "datasrc" => return local_name!("datasrc"),
        _ => {}
    }
    NAMES.with_borrow_mut(|names| {
        if let Some(known) = names.get(name) {
            return known.clone();
        }
        let atom = LocalName::from(name);
        if names.len() < KEPT {
            names.insert(name.into(), atom.clone());
        }
        atom
    })
}
