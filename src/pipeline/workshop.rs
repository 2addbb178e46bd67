//! A site kept up to date while somebody works on it: what did not change is not read, not understood again.
//!
//! The stages are those of a build. What is kept between two states is the text of every file, what `validate` made
//! of it, and the numbers of contents; model, routes and view are made anew from that. On a large site this takes longer
//! than an editor looks away: so what was saved is first put into the state that is there, for the moment, and
//! [`Workshop::settle`] makes the site anew when the typing pauses.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::PathBuf,
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    Clock, Progress,
    prepare::{Ingredients, sheets},
    snapshot::Snapshot,
    theme_files,
};
use crate::{
    assets::Assets,
    audit::Sheets,
    diagnostic::{Diagnostic, Failure},
    load::{self, Change, Loading, Refreshed, Request, Site, THEME},
    source::{FileId, Sources},
    stage::Staged,
    validate::{self, Entry, Outcome},
    write::Manifest,
};

/// What is needed to open a workshop.
#[derive(Clone)]
pub struct Plan {
    pub request: Request,
    /// Where the portal is published: contents that moved since are told.
    pub output: PathBuf,
    /// Folder for what is installed once; none: `.arengo` in the site.
    pub cache: Option<PathBuf>,
    pub progress: Progress,
}

/// A site and everything that is known of its files.
pub struct Workshop {
    plan: Plan,
    published: Option<BTreeMap<String, String>>,
    sources: Sources,
    site: Option<Site>,
    assets: Arc<Assets>,
    sheets: Arc<Sheets>,
    told: Told,
    /// By path below `content/`.
    understood: BTreeMap<String, Staged<Outcome>>,
    latest: Arc<Snapshot>,
    /// Whether the theme changed since its assets were gathered.
    has_new_theme: bool,
}

/// What came of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing is different for them.
    Nothing,
    /// They are in the latest state, which is not settled yet.
    Moment,
    /// The site was put together with them.
    Whole,
}

/// More changes than a person makes at once: the site is put together without a moment before.
const MOST_AT_ONCE: usize = 16;

/// What `load` had to say, by what it was said of.
#[derive(Default)]
struct Told {
    /// Files below `content/` and `static/`.
    files: HashMap<FileId, Vec<Diagnostic>>,
    theme: Vec<Diagnostic>,
    other: Vec<Diagnostic>,
}

impl Workshop {
    /// Reads everything once.
    pub fn open(plan: Plan) -> Result<Self, Failure> {
        let published = Manifest::read(&plan.output).map(|manifest| manifest.contents);
        let mut workshop = Self {
            plan,
            published,
            sources: Sources::default(),
            site: None,
            assets: Arc::default(),
            sheets: Arc::default(),
            told: Told::default(),
            understood: BTreeMap::new(),
            latest: Arc::default(),
            has_new_theme: false,
        };
        workshop.read_all()?;
        Ok(workshop)
    }

    /// The site as it was when it was last looked at.
    pub fn latest(&self) -> &Arc<Snapshot> {
        &self.latest
    }

    /// Takes changes of files in, up to the settled state. False: nothing is different for it.
    pub fn update(&mut self, changes: &[Change]) -> Result<bool, Failure> {
        let seen = self.look(changes)?;
        if seen == Seen::Moment {
            self.settle()?;
        }
        Ok(seen != Seen::Nothing)
    }

    /// Takes changes of files in so that they can be seen at once; what came of them may wait for [`Self::settle`].
    pub fn look(&mut self, changes: &[Change]) -> Result<Seen, Failure> {
        if changes.is_empty() {
            return Ok(Seen::Nothing);
        }
        let Some(site) = &mut self.site else {
            self.read_all()?;
            return Ok(Seen::Whole);
        };
        let Some(refreshed) = load::refresh(site, changes, &mut self.sources) else {
            self.read_all()?;
            return Ok(Seen::Whole);
        };
        if refreshed.files.is_empty() && refreshed.theme.is_none() {
            return Ok(Seen::Nothing);
        }
        if self.take_in(refreshed, changes) {
            return Ok(Seen::Moment);
        }
        self.settle()?;
        Ok(Seen::Whole)
    }

    /// Puts the site together from everything that was taken in.
    pub fn settle(&mut self) -> Result<(), Failure> {
        let Some(site) = &self.site else { return Ok(()) };
        let is_old_theme = !self.has_new_theme;
        if self.has_new_theme {
            self.assets = Arc::new(gather(site, &self.sources, &self.plan)?);
            self.has_new_theme = false;
        }
        if !is_old_theme || site.statics.iter().any(|file| file.css.is_some()) {
            self.sheets = Arc::new(sheets(site, &self.assets));
        }
        self.prepare(is_old_theme);
        Ok(())
    }

    /// Looks at the site as it is on another day, with or without drafts.
    pub fn look_at(&mut self, today: Date, drafts: bool) -> Result<(), Failure> {
        (self.plan.request.today, self.plan.request.drafts) = (today, drafts);
        if let Some(site) = &mut self.site {
            (site.today, site.drafts) = (today, drafts);
        }
        self.settle()
    }

    fn read_all(&mut self) -> Result<(), Failure> {
        let Loading { sources, diagnostics, site } =
            load::load_again(&self.plan.request, self.sources.clone())?;
        self.sources = sources;
        self.has_new_theme = false;
        let Some(site) = site else {
            self.site = None;
            self.latest = Arc::new(Snapshot::unreadable(self.sources.clone(), diagnostics, &self.latest));
            return Ok(());
        };
        self.told = Told::new(diagnostics, &self.sources);
        self.assets = Arc::new(gather(&site, &self.sources, &self.plan)?);
        self.sheets = Arc::new(sheets(&site, &self.assets));
        let understood: Vec<Staged<Outcome>> =
            site.contents.par_iter().map(|loaded| validate::one(loaded, &site, &self.sources)).collect();
        let paths = site.contents.iter().map(|loaded| loaded.path.clone());
        self.understood = paths.zip(understood).collect();
        self.site = Some(site);
        self.prepare(false);
        Ok(())
    }

    /// True: the latest state shows it, for the moment.
    fn take_in(&mut self, refreshed: Refreshed, changes: &[Change]) -> bool {
        let Some(site) = &self.site else { return false };
        let mut is_small = refreshed.files.len() == refreshed.contents.len() && changes.len() <= MOST_AT_ONCE;
        is_small &= self.latest.prepared.is_some() && changes.iter().all(is_of_text);
        for (file, diagnostics) in refreshed.files {
            is_small &= !diagnostics.iter().any(Diagnostic::is_error);
            self.told.files.insert(file, diagnostics);
        }
        if let Some(diagnostics) = refreshed.theme {
            self.told.theme = diagnostics;
            self.has_new_theme = true;
        }
        let sources = &self.sources;
        let understood: Vec<(String, Option<Staged<Outcome>>)> = refreshed
            .contents
            .into_par_iter()
            .map(|path| {
                let at = site.contents.binary_search_by(|loaded| loaded.path.cmp(&path)).ok();
                let understood = at.map(|n| validate::one(&site.contents[n], site, sources));
                (path, understood)
            })
            .collect();
        let changed = is_small.then(|| entries(site, &understood)).flatten();
        for (path, understood) in understood {
            match understood {
                Some(understood) => self.understood.insert(path, understood),
                None => self.understood.remove(&path),
            };
        }
        changed.is_some_and(|changed| self.show(&changed))
    }

    /// Makes a state for the moment, if that can be done.
    fn show(&mut self, changed: &[(String, Option<Arc<Entry>>)]) -> bool {
        let (Some(site), Some(before)) = (&self.site, &self.latest.prepared) else { return false };
        let files: HashSet<FileId> =
            changed.iter().filter_map(|(path, _)| self.sources.find(&format!("content/{path}"))).collect();
        let of_others = before.diagnostics.iter().filter(|told| !files.contains(&told.place.file));
        let of_reading = files.iter().filter_map(|file| self.told.files.get(file)).flatten();
        let own = changed.iter().filter_map(|(path, _)| self.understood.get(path));
        let own = own.flat_map(|understood| &understood.diagnostics);
        let diagnostics = of_others.chain(of_reading).chain(own).cloned().collect();
        let ingredients = Ingredients {
            site,
            sources: &self.sources,
            assets: &self.assets,
            sheets: &self.sheets,
            published: self.published.as_ref(),
            before: None,
            searched: None,
            renderer: before.renderer.as_ref().filter(|_| !self.has_new_theme),
        };
        let Some(prepared) = ingredients.moment(before, changed, diagnostics) else { return false };
        let sources = self.sources.clone();
        let mut snapshot = Snapshot::new(site, sources, prepared, &self.assets, &self.latest);
        snapshot.is_settled = false;
        self.latest = Arc::new(snapshot);
        true
    }

    /// Whether something was told of the visitors' words, which is only told when they are read.
    fn has_word_findings(&self) -> bool {
        let is_of_words = |told: &Diagnostic| self.sources.get(told.place.file).path.ends_with(".ftl");
        self.latest.diagnostics().iter().any(is_of_words)
    }

    /// The stages after `validate`.
    fn prepare(&mut self, is_old_theme: bool) {
        let Some(site) = &self.site else { return };
        let mut diagnostics = self.told.all();
        let outcomes = self.understood.values().map(|staged| {
            diagnostics.extend_from_slice(&staged.diagnostics);
            staged.value.clone()
        });
        let outcomes: Vec<Outcome> = outcomes.collect();
        let validated = validate::collect(outcomes, site);
        let searched = self.latest.prepared.as_ref().map(|prepared| &*prepared.privacy);
        let before = self.latest.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref());
        let ingredients = Ingredients {
            site,
            sources: &self.sources,
            assets: &self.assets,
            sheets: &self.sheets,
            published: self.published.as_ref(),
            before: before.map(|renderer| renderer.view()),
            searched,
            renderer: before.filter(|_| is_old_theme && !self.has_word_findings()),
        };
        let prepared = ingredients.prepare(validated, diagnostics, &mut Clock::default());
        if let Some(renderer) = &prepared.renderer {
            for entry in renderer.view().model().shared_entries() {
                if let Some(understood) = self.understood.get_mut(&entry.path) {
                    understood.value = Outcome::Entry(Arc::clone(entry));
                }
            }
        }
        let sources = self.sources.clone();
        self.latest = Arc::new(Snapshot::new(site, sources, prepared, &self.assets, &self.latest));
    }
}

impl Told {
    fn new(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Self {
        let mut told = Self::default();
        for diagnostic in diagnostics {
            let path = &sources.get(diagnostic.place.file).path;
            if path.starts_with("content/") || path.starts_with("static/") {
                told.files.entry(diagnostic.place.file).or_default().push(diagnostic);
            } else if diagnostic.rule == THEME.id
                || path.starts_with("themes/")
                || path.starts_with("arengo:themes/")
            {
                told.theme.push(diagnostic);
            } else {
                told.other.push(diagnostic);
            }
        }
        told
    }

    fn all(&self) -> Vec<Diagnostic> {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_unstable_by_key(|(file, _)| **file);
        let files = files.into_iter().flat_map(|(_, diagnostics)| diagnostics);
        self.other.iter().chain(&self.theme).chain(files).cloned().collect()
    }
}

/// A content, or a text of the theme.
fn is_of_text(change: &Change) -> bool {
    let path = &change.path;
    let is_content = path.starts_with("content/") && path.ends_with(".md");
    is_content || path.starts_with("themes/") && (path.ends_with(".html") || path.ends_with(".ftl"))
}

/// What changed files came to. None: one of them has mistakes that leave the last good version on show, or is perhaps
/// another under a new name.
fn entries(
    site: &Site,
    understood: &[(String, Option<Staged<Outcome>>)],
) -> Option<Vec<(String, Option<Arc<Entry>>)>> {
    let is_gone = |(_, understood): &(String, Option<Staged<Outcome>>)| understood.is_none();
    if understood.iter().any(is_gone) && !understood.iter().all(is_gone) {
        return None;
    }
    let entry = |(path, understood): &(String, Option<Staged<Outcome>>)| match understood {
        None => (!site.unread.contains(path)).then(|| (path.clone(), None)),
        Some(Staged { value: Outcome::Entry(entry), diagnostics }) => {
            let is_good = !diagnostics.iter().any(Diagnostic::is_error);
            is_good.then(|| (path.clone(), Some(Arc::clone(entry))))
        }
        Some(_) => None,
    };
    understood.iter().map(entry).collect()
}

fn gather(site: &Site, sources: &Sources, plan: &Plan) -> Result<Assets, Failure> {
    let cache = plan.cache.clone().unwrap_or_else(|| site.root.join(".arengo"));
    theme_files(site, sources, &cache, &plan.progress)
}
