//! A generated Comune of any size, the same bytes for the same size and seed.

mod frame;
pub(crate) mod generate;
mod hugo;
mod kinds;
pub(crate) mod law;
mod prose;
mod random;
mod zola;

pub(crate) use generate::generate;
