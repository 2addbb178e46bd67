//! `arengo build`: judges the site and, if nothing stops it, publishes it into a folder.

use std::sync::OnceLock;

use super::{Exit, args::BuildArguments, console::Console, judge};
use crate::{
    diagnostic::Failure,
    hash::Hash,
    pipeline::{Order, Switches},
};

pub(super) fn run(arguments: &BuildArguments, console: &Console) -> Result<Exit, Failure> {
    let keep = arguments.cache.as_ref().map(|_| program as fn() -> Option<Hash>);
    if keep.is_some() {
        // It has some fifty megabytes to read, and nobody asks before the site is read. Without a thread whoever asks reads.
        let _ = std::thread::Builder::new().spawn(program);
    }
    let wish = |order: &mut Order, name: Option<&str>| {
        if let Some(output) = &arguments.output {
            order.output = name.map_or_else(|| output.clone(), |name| output.join(name));
        }
        order.publish = true;
        order.minify = arguments.no_minify.then_some(false);
        order.search = arguments.no_search.then_some(false);
        let Switches { is_last, .. } = order.switches;
        let (no_audit, timings) = (arguments.no_audit, arguments.timings);
        order.switches = Switches { no_audit, timings, keep, is_last };
        if let Some(folder) = &arguments.cache {
            order.cache = Some(folder.clone());
        }
    };
    judge::run(&arguments.judge, &wish, console)
}

/// Names this program to the byte: what another one has kept may be made otherwise. Without a name nothing is kept.
#[expect(clippy::disallowed_methods, reason = "the program reads itself, not the site")]
fn program() -> Option<Hash> {
    static NAME: OnceLock<Option<Hash>> = OnceLock::new();
    let name = || Hash::of_reader(std::fs::File::open(std::env::current_exe().ok()?).ok()?).ok();
    *NAME.get_or_init(name)
}
