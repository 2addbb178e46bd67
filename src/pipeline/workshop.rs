//! A site kept up to date while somebody works on it: what did not change is not read, not understood again.
//!
//! The stages are those of a build. What is kept between two states is the text of every file, what `validate` made
//! of it, and the numbers of contents; model, routes and view are made anew from that.

use std::{
    collections::{BTreeMap, HashMap},
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
    validate::{self, Outcome},
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
}

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
        };
        workshop.read_all()?;
        Ok(workshop)
    }

    /// The site as it was when it was last looked at.
    pub fn latest(&self) -> &Arc<Snapshot> {
        &self.latest
    }

    /// Takes changes of files in. False: nothing is different for it.
    pub fn update(&mut self, changes: &[Change]) -> Result<bool, Failure> {
        if changes.is_empty() {
            return Ok(false);
        }
        let Some(site) = &mut self.site else {
            self.read_all()?;
            return Ok(true);
        };
        let Some(refreshed) = load::refresh(site, changes, &mut self.sources) else {
            self.read_all()?;
            return Ok(true);
        };
        if refreshed.files.is_empty() && refreshed.theme.is_none() {
            return Ok(false);
        }
        self.take_in(refreshed)?;
        Ok(true)
    }

    /// Looks at the site as it is on another day, with or without drafts.
    pub fn look_at(&mut self, today: Date, drafts: bool) {
        let request = &mut self.plan.request;
        if (request.today, request.drafts) == (today, drafts) {
            return;
        }
        (request.today, request.drafts) = (today, drafts);
        if let Some(site) = &mut self.site {
            (site.today, site.drafts) = (today, drafts);
            self.prepare(true);
        }
    }

    fn read_all(&mut self) -> Result<(), Failure> {
        let Loading { sources, diagnostics, site } =
            load::load_again(&self.plan.request, self.sources.clone())?;
        self.sources = sources;
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

    fn take_in(&mut self, refreshed: Refreshed) -> Result<(), Failure> {
        let Some(site) = &self.site else { return Ok(()) };
        for (file, diagnostics) in refreshed.files {
            self.told.files.insert(file, diagnostics);
        }
        let is_old_theme = refreshed.theme.is_none();
        if let Some(diagnostics) = refreshed.theme {
            self.told.theme = diagnostics;
            self.assets = Arc::new(gather(site, &self.sources, &self.plan)?);
        }
        if !is_old_theme || site.statics.iter().any(|file| file.css.is_some()) {
            self.sheets = Arc::new(sheets(site, &self.assets));
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
        for (path, understood) in understood {
            match understood {
                Some(understood) => self.understood.insert(path, understood),
                None => self.understood.remove(&path),
            };
        }
        self.prepare(is_old_theme);
        Ok(())
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
        let searched = self.latest.prepared.as_ref().map(|prepared| &prepared.privacy);
        let before = self.latest.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref());
        let ingredients = Ingredients {
            site,
            sources: &self.sources,
            assets: &self.assets,
            sheets: &self.sheets,
            published: self.published.as_ref(),
            before: before.map(|renderer| renderer.view()),
            searched,
            renderer: before.filter(|_| is_old_theme),
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

fn gather(site: &Site, sources: &Sources, plan: &Plan) -> Result<Assets, Failure> {
    let cache = plan.cache.clone().unwrap_or_else(|| site.root.join(".arengo"));
    theme_files(site, sources, &cache, &plan.progress)
}
