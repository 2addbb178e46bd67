//! A generated Comune of any size, the same bytes for the same size and seed.

mod frame;
mod generate;
mod hugo;
mod kinds;
mod prose;
mod random;

pub(crate) use generate::generate;
