//! What the threads of the preview share: the latest snapshot, what moved, the open browsers, what was checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    mem,
    net::TcpStream,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
};

use super::{
    Options,
    aside::Aside,
    check::Checks,
    engine::Work,
    patience::Patience,
    server::Seat,
    show::{self, Shown},
};
use crate::{
    diagnostic::Failure,
    l10n::{L10n, Message},
    load::{Change, FILE_ENCODING, FILE_UNREADABLE, FRONT_MATTER, Kind},
    model::{EntryId, Model, PathTarget},
    pipeline::Snapshot,
    rule::Meta,
    source::FileId,
    tree::{YAML_LIMIT, YAML_SYNTAX},
};

pub(super) struct Hub {
    pub options: Options,
    pub l10n: L10n,
    pub checks: Checks,
    /// Threads for work that may wait: they let all others go first.
    pub aside: Aside,
    pub patience: Patience,
    state: RwLock<State>,
    browsers: Mutex<Vec<Browser>>,
    /// Pages that were shown lately, of one snapshot.
    shown: Mutex<(u64, BTreeMap<String, Arc<Shown>>)>,
    engine: Sender<Work>,
    is_closed: AtomicBool,
}

/// Everything an answer depends on.
#[derive(Clone, Default)]
pub(super) struct State {
    pub snapshot: Arc<Snapshot>,
    /// Counts publications, as a snapshot may be shown with another failure.
    pub number: u64,
    /// Why the latest changes could not be taken in.
    pub failure: Option<Failure>,
    /// Old address → new address, since the preview began.
    pub moved: Arc<BTreeMap<String, String>>,
    /// Addresses of contents that are broken now, with the last state in which they were not.
    pub kept: Arc<BTreeMap<String, Kept>>,
}

impl State {
    /// With another snapshot, and nothing in its way.
    fn after(self, snapshot: &Arc<Snapshot>) -> Self {
        Self { snapshot: Arc::clone(snapshot), number: self.number + 1, failure: None, ..self }
    }
}

#[derive(Clone)]
pub(super) struct Kept {
    /// Path of the file that is broken.
    pub path: String,
    pub snapshot: Arc<Snapshot>,
}

/// A page that is open in a browser.
pub(super) struct Browser {
    pub address: String,
    /// What it shows.
    pub version: String,
    pub stream: TcpStream,
    /// Held as long as the connection is.
    pub _seat: Option<Seat>,
}

impl Browser {
    /// False: it has gone, or takes nothing.
    fn tell(&mut self, event: Event) -> bool {
        let words = event.words();
        // A few bytes always find room, unless nobody reads.
        matches!(self.stream.write(words), Ok(n) if n == words.len())
    }
}

/// What browsers are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A connection begins.
    Hello,
    /// The page is not what it was.
    Changed,
    /// There are other findings.
    Findings,
    /// Nothing: only to see whether somebody is still there.
    Nothing,
}

impl Event {
    fn words(self) -> &'static [u8] {
        match self {
            Self::Hello => b"retry: 500\n\n",
            Self::Changed => b"event: cambiata\ndata: 1\n\n",
            Self::Findings => b"event: rilievi\ndata: 1\n\n",
            Self::Nothing => b": \n\n",
        }
    }
}

/// Rules about the reading of a file: what breaks one of them leaves nothing, or little, of the content.
const OF_READING: [&Meta; 5] = [&FRONT_MATTER, &FILE_ENCODING, &FILE_UNREADABLE, &YAML_SYNTAX, &YAML_LIMIT];

/// More pages than anybody looks at together; fewer than would fill the memory.
const MOST_SHOWN: usize = 64;

impl Hub {
    pub(super) fn new(options: Options, snapshot: Arc<Snapshot>, engine: Sender<Work>) -> Self {
        Self {
            l10n: L10n::new(options.lang),
            options,
            checks: Checks::default(),
            aside: Aside::default(),
            patience: Patience::default(),
            state: RwLock::new(State { snapshot, number: 1, ..State::default() }),
            browsers: Mutex::default(),
            shown: Mutex::default(),
            engine,
            is_closed: AtomicBool::new(false),
        }
    }

    pub(super) fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Only the engine does: between its look at the state before and this, nobody else changes it.
    fn set(&self, state: State) {
        let before = mem::replace(&mut *self.state.write().unwrap_or_else(PoisonError::into_inner), state);
        // What nobody shows any more is taken apart when nobody waits for the lock.
        drop(before);
    }

    pub(super) fn ask(&self, work: Work) {
        // After the end there is nobody to ask.
        let _ = self.engine.send(work);
    }

    /// The answer for an address, made once for a state.
    pub(super) fn show(&self, state: &State, address: &str) -> Arc<Shown> {
        {
            let mut shown = lock(&self.shown);
            if shown.0 != state.number {
                if shown.0 > state.number {
                    drop(shown);
                    return Arc::new(show::show(self, state, address));
                }
                *shown = (state.number, BTreeMap::new());
            }
            if let Some(known) = shown.1.get(address) {
                return Arc::clone(known);
            }
        }
        let made = Arc::new(show::show(self, state, address));
        let mut shown = lock(&self.shown);
        if shown.0 == state.number {
            if shown.1.len() >= MOST_SHOWN {
                shown.1.clear();
            }
            shown.1.insert(address.to_owned(), Arc::clone(&made));
        }
        made
    }

    /// Shows a new state to everybody: first what browsers are looking at, then the rest is checked.
    pub(super) fn publish(&self, before: &Arc<Snapshot>, after: &Arc<Snapshot>, changes: &[Change]) {
        let mut state = self.state().after(after);
        let moved = moves(before, after, changes);
        if !moved.is_empty() {
            let all = Arc::make_mut(&mut state.moved);
            all.extend(moved);
            // Where something stands again, nobody is sent away.
            all.retain(|old, _| !has_page(after, old));
        }
        keep(&mut state.kept, before, after, changes);
        self.set(state);
        self.push();
        self.checks.wake();
    }

    /// Shows a state for the moment to who looks at what changed; the whole follows with [`Self::publish`].
    pub(super) fn show_moment(&self, after: &Arc<Snapshot>, changes: &[Change]) {
        let mut state = self.state().after(after);
        let is_mended = |kept: &Kept| {
            changes.iter().any(|change| change.path.strip_prefix("content/") == Some(kept.path.as_str()))
        };
        if state.kept.values().any(is_mended) {
            Arc::make_mut(&mut state.kept).retain(|_, kept| !is_mended(kept));
        }
        self.set(state);
        self.push();
        self.checks.wake();
    }

    /// What could not be done stands on every page until it can.
    pub(super) fn fail(&self, failure: Failure) {
        self.tell_failure(&failure);
        let before = self.state();
        self.set(State { number: before.number + 1, failure: Some(failure), ..before });
        self.push();
    }

    pub(super) fn tell_failure(&self, failure: &Failure) {
        (self.options.told)(&self.l10n.message(&failure.message));
    }

    pub(super) fn say(&self, message: &Message) {
        (self.options.told)(&self.l10n.text(message));
    }

    /// Tells browsers that their page changed, if it did.
    fn push(&self) {
        let state = self.state();
        let addresses: BTreeSet<String> =
            lock(&self.browsers).iter().map(|browser| browser.address.clone()).collect();
        for address in addresses {
            let shown = self.show(&state, &address);
            lock(&self.browsers).retain_mut(|browser| {
                if browser.address != address || browser.version == shown.version {
                    return true;
                }
                browser.version.clone_from(&shown.version);
                browser.tell(Event::Changed)
            });
        }
    }

    /// Takes in a browser; if its page changed since it was loaded, it hears of it at once.
    pub(super) fn connect(&self, mut browser: Browser) {
        let is_usable = browser.stream.set_nonblocking(true).is_ok();
        if !is_usable || self.is_closed.load(Ordering::Relaxed) || !browser.tell(Event::Hello) {
            return;
        }
        lock(&self.browsers).push(browser);
        self.push();
        self.checks.wake();
    }

    /// Tells everybody the same; who has gone is forgotten.
    pub(super) fn tell(&self, event: Event) {
        lock(&self.browsers).retain_mut(|browser| browser.tell(event));
    }

    /// Tells those that look at one page.
    pub(super) fn tell_page(&self, address: &str, event: Event) {
        lock(&self.browsers).retain_mut(|browser| browser.address != address || browser.tell(event));
    }

    /// Addresses that somebody looks at.
    pub(super) fn watched(&self) -> BTreeSet<String> {
        lock(&self.browsers).iter().map(|browser| browser.address.clone()).collect()
    }

    pub(super) fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::Relaxed)
    }

    /// Lets all browsers go.
    pub(super) fn close(&self) {
        self.is_closed.store(true, Ordering::Relaxed);
        lock(&self.browsers).clear();
    }
}

/// A lock that a panic elsewhere does not take away.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn model(snapshot: &Snapshot) -> Option<&Model> {
    Some(snapshot.prepared.as_ref()?.renderer.as_ref()?.view().model())
}

fn has_page(snapshot: &Snapshot, address: &str) -> bool {
    let renderer = snapshot.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref());
    renderer.is_some_and(|renderer| renderer.view().routes().at(address).is_some())
}

/// The version that a file of `content/` holds.
pub(super) fn entry_at(model: &Model, path: &str) -> Option<EntryId> {
    let PathTarget::Content(content, _) = model.resolve_path("", path) else { return None };
    model.content(content).versions.iter().copied().find(|version| model.entry(*version).path == path)
}

/// Addresses that changed: of contents that stayed who they are, and of those that only got another file.
fn moves(before: &Snapshot, after: &Snapshot, changes: &[Change]) -> Vec<(String, String)> {
    let (Some(then), Some(now)) = (&before.prepared, &after.prepared) else { return Vec::new() };
    let mut moved = Vec::new();
    // Most changes leave all addresses as they are, which is quickly seen.
    if then.contents != now.contents {
        for (key, old) in then.contents.iter() {
            if let Some(new) = now.contents.get(key).filter(|new| *new != old) {
                moved.push((old.clone(), new.clone()));
            }
        }
    }
    let (Some(then), Some(now)) = (model(before), model(after)) else { return moved };
    let of = |kind| {
        let paths = changes.iter().filter(move |change| change.kind == kind);
        paths.filter_map(|change| change.path.strip_prefix("content/"))
    };
    let gone: Vec<(&str, EntryId)> =
        of(Kind::Gone).filter_map(|path| Some((path, entry_at(then, path)?))).collect();
    let new: Vec<(&str, EntryId)> = of(Kind::File)
        .filter(|path| entry_at(then, path).is_none())
        .filter_map(|path| Some((path, entry_at(now, path)?)))
        .collect();
    for (_, old) in gone {
        let was = then.entry(old);
        let text = |snapshot: &Snapshot, file| Arc::clone(&snapshot.sources.get(file).text);
        let is_same = |id: &EntryId| {
            let is = now.entry(*id);
            is.content_type.name == was.content_type.name
                && is.lang == was.lang
                && (is.title == was.title || text(after, is.file) == text(before, was.file))
        };
        let successor = new.iter().map(|(_, id)| *id).find(is_same);
        moved.extend(then.address(old).zip(successor.and_then(|id| now.address(id))));
    }
    moved.retain(|(old, new)| old != new);
    moved
}

/// Remembers the last good state of contents that broke, forgets it when they are mended or gone.
fn keep(
    kept: &mut Arc<BTreeMap<String, Kept>>,
    before: &Arc<Snapshot>,
    after: &Snapshot,
    changes: &[Change],
) {
    let mut breaking = Vec::new();
    let mut other = BTreeSet::new();
    let unreadable: BTreeSet<FileId> = after
        .diagnostics()
        .iter()
        .filter(|told| told.is_error() && OF_READING.iter().any(|rule| rule.id == told.rule))
        .map(|told| told.place.file)
        .collect();
    for change in changes {
        let Some(path) = change.path.strip_prefix("content/").filter(|path| path.ends_with(".md")) else {
            continue;
        };
        let file = after.sources.find(&change.path);
        if change.kind != Kind::File || file.is_none_or(|file| !unreadable.contains(&file)) {
            other.insert(path.to_owned());
        } else if !kept.values().any(|kept| kept.path == path) {
            let address = model(before).and_then(|then| then.address(entry_at(then, path)?));
            let kept = Kept { path: path.to_owned(), snapshot: Arc::clone(before) };
            breaking.extend(address.map(|address| (address, kept)));
        }
    }
    if !breaking.is_empty() || kept.values().any(|kept| other.contains(&kept.path)) {
        let kept = Arc::make_mut(kept);
        kept.retain(|_, kept| !other.contains(&kept.path));
        kept.extend(breaking);
    }
}
