//! Arengo: Markdown in, a checked and accessible portal of a public administration out.

pub mod diagnostic;
pub mod hash;
pub mod l10n;
pub mod markdown;
pub mod rule;
pub mod slug;
pub mod source;
pub mod stage;
pub mod tree;
