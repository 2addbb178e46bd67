//! Arengo: Markdown in, a checked and accessible portal of a public administration out.

<<<<<<< HEAD
pub mod config;
=======
pub mod audit;
>>>>>>> audit
pub mod diagnostic;
pub mod hash;
pub mod judge;
pub mod l10n;
<<<<<<< HEAD
pub mod load;
pub mod markdown;
pub mod model;
pub mod pipeline;
pub mod render;
pub mod route;
pub mod rule;
pub mod schema;
=======
pub mod markdown;
pub mod rule;
>>>>>>> markdown
pub mod slug;
pub mod source;
pub mod stage;
pub mod suggest;
pub mod tree;
<<<<<<< HEAD
pub mod validate;
=======
pub mod write;
>>>>>>> write
