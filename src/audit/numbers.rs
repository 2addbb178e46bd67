//! Maps by numbers, names and texts: quicker than the standard ones, which hold against keys that somebody chose.

use std::collections::HashMap;

use foldhash::fast::{FixedState, RandomState};

/// A map whose keys are numbers of ours, or atoms that know their hash.
pub(super) type ByNumber<K, V> = HashMap<K, V, FixedState>;

/// A map by words of our own tables. Looked into several times for each element of each page.
pub(in crate::audit) type ByName<V> = HashMap<&'static str, V, FixedState>;

/// A map by texts of pages. Whoever writes a page does not know what its texts are hashed with.
pub(in crate::audit) type ByText<V> = HashMap<Box<str>, V, RandomState>;
