//! The only writer of the disk: a finished page's bytes, the staging folder and its swap, files made for the editor.
//!
//! A build fills a folder beside the output and exchanges the two at the end:
//! - `staging` opens that folder, takes files from many threads, commits or vanishes;
//! - `output` decides whether the output folder may be replaced at all;
//! - `lock` keeps two builds from writing one output;
//! - `swap` exchanges the folders, and repairs what a killed build left behind;
//! - `manifest` is the file that marks an output as ours and says what stands in it;
//! - `disk` turns what the system refuses into words.
//!
//! Apart from that: `finish` takes source positions out of a page and minifies it (over `tags`, a scanner of tags),
//! `single` writes one file at a time, never over another unless asked, and `journal` adds to the end of one.
//!
//! Invariant: until the exchange, no byte of the published output changes, and after it no byte of the old one is needed.

mod disk;
mod finish;
mod journal;
mod lock;
mod manifest;
mod output;
mod single;
mod staging;
mod swap;
mod tags;

pub use finish::finish_html;
pub use journal::{append, read_journal};
pub use manifest::{MANIFEST, Manifest};
pub use single::{replace, scaffold, write_new};
pub use staging::{Entry, Outcome, Staging};
