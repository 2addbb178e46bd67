//! `--timings`: where the time went, in a few lines for a person and in a file for a viewer.

use std::{path::PathBuf, time::Duration};

use super::{console::Console, summary::seconds};
use crate::{
    diagnostic::Failure,
    l10n::Message,
    pipeline::{Build, Order},
    timings::{self, Step},
    write,
};

/// How many pages and templates are named.
const SHOWN: usize = 10;

/// The trace, in the folder for what is no part of the site.
const FILE: &str = "timings.json";

pub(super) fn tell(build: &Build, order: &Order, console: &Console) -> Result<(), Failure> {
    let pages = &build.page_times;
    let line =
        |name: &str, time: Duration| console.say(&format!("  {name:<60} {:>10}", seconds(time, console)));
    console.say(&console.l10n.word("cli-timings-stages"));
    for (stage, time) in &build.timings {
        line(&console.l10n.lookup("cli-stages", Some(stage)).unwrap_or_else(|| (*stage).to_owned()), *time);
    }
    console.say(&console.l10n.word("cli-timings-steps"));
    for step in Step::ALL {
        let name = console.l10n.lookup("cli-timings-step", Some(step.name()));
        line(&name.unwrap_or_else(|| step.name().to_owned()), timings::total(pages, step));
    }
    if let Some(cached) = &build.cached {
        let told = Message::new("cli-timings-cache").with("taken", cached.taken).with("made", cached.made);
        console.say(&console.l10n.text(&told.with("texts", cached.texts)));
    }
    console.say(&console.l10n.word("cli-timings-pages"));
    for page in timings::slowest(pages, SHOWN) {
        line(&page.url, page.steps.total());
    }
    console.say(&console.l10n.word("cli-timings-templates"));
    for template in timings::by_template(pages).into_iter().take(SHOWN) {
        line(&format!("{} × {}", template.template, template.pages), template.total);
    }
    let file = file(order);
    write::replace(&file, timings::trace(&build.timings, pages).as_bytes())?;
    let told = Message::new("cli-timings-file").with("path", file.display().to_string());
    console.say(&console.l10n.text(&told));
    Ok(())
}

fn file(order: &Order) -> PathBuf {
    let folder = order.cache.clone().unwrap_or_else(|| order.request.root.join(".arengo"));
    folder.join(FILE)
}
