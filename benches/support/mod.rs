//! A generated Comune of any size, the same bytes for the same size and seed.

/// What lies in a folder of `benches`, by its path in the site.
macro_rules! theme {
    (in $folder:literal $($path:literal)*) => {
        [$(($path, include_str!(concat!("../", $folder, "/", $path)))),*]
    };
}

mod frame;
pub(crate) mod generate;
mod hugo;
mod kinds;
pub(crate) mod law;
mod prose;
mod random;
mod zola;

pub(crate) use generate::generate;
