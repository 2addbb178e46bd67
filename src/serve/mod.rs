//! The preview: a small server on the editor's own machine that shows the site as it is being written.
//!
//! 1. `watch` hears that something changed; the `engine` brings the workshop up to date and publishes its snapshot.
//! 2. `hub` is what the threads share: the snapshot, the open browsers, what was checked.
//! 3. `show` makes the answer for an address with the functions of a build; `check` judges all pages in the background.
//! 4. `patience` sees to it that a page without end holds up nobody but itself.
//! 5. `server` is the door, `guard` stands at it, `http` speaks; `answer` knows the addresses, `panel` and `desk` are pages of its own.

mod answer;
mod aside;
mod check;
mod desk;
mod engine;
mod facts;
mod files;
mod guard;
mod html;
mod http;
mod hub;
mod panel;
mod patience;
mod rows;
mod server;
mod show;
mod told;
mod watch;

use std::{net::IpAddr, sync::Arc};

use jiff::civil::Date;

pub use server::{Interrupts, Server};

use crate::{
    l10n::Lang,
    pipeline::{Plan, Watch},
};

/// Tells which day it is, for who left the preview open overnight.
pub type Calendar = Arc<dyn Fn() -> Option<Date> + Send + Sync>;

/// Hears what a person at the terminal should know.
pub type Told = Arc<dyn Fn(&str) + Send + Sync>;

/// What the command line decided.
#[derive(Clone)]
pub struct Options {
    pub plan: Plan,
    pub host: IpAddr,
    pub port: u16,
    /// Whether another port will do when this one is taken.
    pub other_ports: bool,
    /// Names, besides those of this machine, by which browsers may ask.
    pub names: Vec<String>,
    /// The address that opens a file in the editor, with `{path}`, `{line}` and `{column}`; none: no such links.
    pub editor: Option<String>,
    pub lang: Lang,
    /// None: the day was chosen and stays.
    pub calendar: Option<Calendar>,
    pub told: Told,
    /// What is done when a page fills the memory; none: it is not looked at.
    pub watch: Option<Watch>,
}

/// Where the preview's own pages and files are: no content can have an address there.
pub const RESERVED: &str = "/_arengo/";
