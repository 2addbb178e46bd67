//! Arengo: Markdown in, a checked and accessible portal of a public administration out.

pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod hash;
pub mod l10n;
pub mod load;
pub mod markdown;
pub mod pipeline;
pub mod rule;
pub mod schema;
pub mod slug;
pub mod source;
pub mod stage;
pub mod suggest;
pub mod tree;
pub mod validate;
