//! Search without a server: what can be found is taken from finished pages and put into an index that a browser reads.
//!
//! 1. [`Record::of`] takes from a page what a visitor would look for: its text without menus, forms and rating.
//!    Pages that ask search engines to stay away are not found here either.
//! 2. [`index`] makes the files of the index with pagefind: one for each page, some for words and filters, a program
//!    in WebAssembly that knows the words of the language. They are small, so a visitor loads only what a search needs.

#[cfg(feature = "search")]
mod index;
mod record;

#[cfg(feature = "search")]
pub use index::index;
pub use record::Record;
