//! Several sites in one run: what they share is read once, each is told under its own name, in the order in which they were
//! named, and what goes wrong in one stays there.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use super::{
    Exit,
    args::JudgeArguments,
    console::Console,
    judge::{self, Wish},
    site, watch,
};
use crate::{
    diagnostic::{Failure, Format},
    l10n::Message,
    pipeline::{self, Build, Common, Order},
};

/// A site of the run.
struct Named<'a> {
    folder: &'a Path,
    /// The last part of its path, which no other one has.
    name: String,
    order: Result<Order, Failure>,
}

/// What came of a site; the text of a panic where the program itself was at fault.
type Built = Result<Result<Build, Failure>, String>;

/// Judges all sites, and builds them if that was asked. The exit code is the worst of theirs.
pub(super) fn run(
    folders: &[PathBuf],
    arguments: &JudgeArguments,
    wish: Wish<'_>,
    console: &Console,
) -> Result<Exit, Failure> {
    refuse(arguments)?;
    let sites = named(folders, arguments, wish, console)?;
    if sites.iter().any(|site| site.order.as_ref().is_ok_and(|order| order.switches.timings)) {
        return Err(alone("--timings"));
    }
    site::threads(arguments.jobs.as_deref())?;
    let mut exits = Vec::with_capacity(sites.len());
    in_turn(&sites, judge::wants_tests(arguments), |site, built| {
        exits.push(tell(site, built, arguments, console));
    })?;
    let bad = exits.iter().zip(&sites).filter(|(exit, _)| **exit != Exit::Fine);
    let bad: Vec<&str> = bad.map(|(_, site)| site.name.as_str()).collect();
    let message = match bad.is_empty() {
        true => Message::new("cli-sites-fine").with("n", sites.len()),
        false => Message::new("cli-sites-bad")
            .with("n", sites.len())
            .with("bad", bad.len())
            .with("names", bad.join(", ")),
    };
    if !console.quiet || !bad.is_empty() {
        console.say(&format!("\n{}", console.l10n.text(&message)));
    }
    Ok(exits.into_iter().max().unwrap_or(Exit::Fine))
}

/// What has a meaning for one site only.
fn refuse(arguments: &JudgeArguments) -> Result<(), Failure> {
    if arguments.base_url.is_some() {
        return Err(alone("--base-url"));
    }
    match judge::format(arguments) {
        // Lines, which may follow each other; of the others a reader expects one.
        Format::Text | Format::Github => Ok(()),
        format => Err(alone(&format!("--format {}", format.name()))),
    }
}

fn alone(option: &str) -> Failure {
    Failure::usage("cli-sites-alone").with("option", option)
}

/// The sites with their names and orders.
fn named<'a>(
    folders: &'a [PathBuf],
    arguments: &JudgeArguments,
    wish: Wish<'_>,
    console: &Console,
) -> Result<Vec<Named<'a>>, Failure> {
    let mut known = BTreeSet::new();
    let mut sites: Vec<Named<'a>> = Vec::with_capacity(folders.len());
    for folder in folders {
        let real = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        let name = real.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        // Outputs are named alike, also where the disk takes `Borgo` for `borgo`.
        if !known.insert(name.to_lowercase()) {
            return Err(Failure::usage("cli-sites-twice").with("name", name));
        }
        let mut order = judge::order(arguments, Some(folder));
        if let Ok(order) = &mut order {
            wish(order, Some(&name));
            order.progress = judge::hook(None, console);
            order.watch = Some(watch::over(order, arguments, console));
        }
        sites.push(Named { folder, name, order });
    }
    // The theme's files are installed once, where nobody says otherwise beside the first site.
    let shared = folders.first().map(|first| first.join(".arengo"));
    for order in sites.iter_mut().filter_map(|site| site.order.as_mut().ok()) {
        order.cache = order.cache.take().or_else(|| shared.clone());
    }
    Ok(sites)
}

/// Works on as many sites at a time as there are threads for pages: what of a site is done by one thread is most of a small
/// one. Results come in the order of the sites.
fn in_turn(
    sites: &[Named<'_>],
    wants_tests: bool,
    mut tell: impl FnMut(&Named<'_>, Built),
) -> Result<(), Failure> {
    let (common, next) = (Common::default(), AtomicUsize::new(0));
    let (done, results) = mpsc::channel();
    let work = &|done: mpsc::Sender<(usize, Built)>| {
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let Some(site) = sites.get(n) else { return };
            let build =
                || pipeline::run_beside(site.order.as_ref().map_err(Clone::clone)?, wants_tests, &common);
            let built = catch_unwind(AssertUnwindSafe(build)).map_err(|bug| words_of(&*bug));
            if done.send((n, built)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(sites.len()) {
            let done = done.clone();
            site::big_thread()
                .spawn_scoped(scope, move || work(done))
                .map_err(|error| Failure::environment("cli-threads").with("detail", &error))?;
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut waiting = sites.iter().enumerate().peekable();
        for (n, built) in results {
            early.insert(n, built);
            while let Some(built) = waiting.peek().and_then(|(next, _)| early.remove(next)) {
                if let Some((_, site)) = waiting.next() {
                    tell(site, built);
                }
            }
        }
        Ok(())
    })
}

fn words_of(bug: &(dyn std::any::Any + Send)) -> String {
    let text =
        bug.downcast_ref::<&str>().copied().or_else(|| bug.downcast_ref::<String>().map(String::as_str));
    text.and_then(|text| text.lines().next()).unwrap_or_default().to_owned()
}

/// One site, under its name. Who asked for quiet sees those in which something stops publishing.
fn tell(site: &Named<'_>, built: Built, arguments: &JudgeArguments, console: &Console) -> Exit {
    let is_fine = matches!(&built, Ok(Ok(build)) if !build.has_errors());
    if !console.quiet || !is_fine {
        let words = Message::new("cli-sites-site").with("path", site.folder.display().to_string());
        console.say(&format!("\n{}", console.l10n.text(&words)));
    }
    let told = match (built, &site.order) {
        (Ok(Ok(build)), Ok(order)) => {
            let declaration = arguments.declaration.as_ref().map(|folder| folder.join(&site.name));
            judge::tell(&build, order, declaration, arguments, console)
        }
        (Ok(Err(failure)), _) => Err(failure),
        (_, Err(failure)) => Err(failure.clone()),
        (Err(bug), _) => {
            console.bug_words().tell(&bug);
            return Exit::Environment;
        }
    };
    told.unwrap_or_else(|failure| {
        console.failure(&failure);
        Exit::from(&failure)
    })
}
