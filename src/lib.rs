//! Arengo: Markdown in, a checked and accessible portal of a public administration out.
//!
//! The modules stand in the order of `docs/architecture.md`: each may import only those above it,
//! and `tests/architecture.rs` holds it.

// Ground: knows nothing of sites.
pub mod source;
pub mod hash;
pub mod layered;
pub mod calendar;
pub mod slug;
pub mod ical;
pub mod archive;
pub mod suggest;
pub mod wcag;
pub mod phrases;
pub mod readability;
pub mod l10n;
pub mod diagnostic;
pub mod rule;
pub mod judge;
pub mod stage;
pub mod timings;
pub mod tree;

// Vocabulary: the words a site is written in.
pub mod schema;
pub mod config;

// Stages.
pub mod load;
pub mod assets;
pub mod markdown;
pub mod validate;
pub mod model;
pub mod tables;
pub mod privacy;
pub mod route;
pub mod render;
pub mod audit;
pub mod documents;
pub mod links;
pub mod search;
pub mod write;

// Drivers.
pub mod cache;
pub mod pipeline;
pub mod inspect;
#[cfg(feature = "serve")]
pub mod serve;
pub mod manual;
pub mod agenda;
pub mod register;
pub mod cli;
