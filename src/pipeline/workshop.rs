//! A site kept up to date while somebody works on it: what did not change is not read, not understood again.
//!
//! The stages are those of a build. What is kept between two states is the text of every file, what `validate` made
//! of it, and the numbers of contents; model, routes and view are made anew from that. On a large site this takes longer
//! than an editor looks away: so what was saved is first put into the state that is there, for the moment, and the
//! site is made anew when the typing pauses, on another thread if one is there ([`Workshop::begin`]).

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::PathBuf,
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    Progress,
    prepare::{Ingredients, sheets},
    settling::{Settled, Settling},
    snapshot::Snapshot,
    theme_files,
    told::Told,
    watched::{self, GRACE, Watch},
};
use crate::{
    assets::Assets,
    audit::Sheets,
    diagnostic::{Diagnostic, Failure},
    hash::Hash,
    load::{self, Change, Listed, Loading, Refreshed, Request, Site},
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
    published: Option<Arc<BTreeMap<String, String>>>,
    sources: Sources,
    site: Option<Arc<Site>>,
    assets: Arc<Assets>,
    sheets: Arc<Sheets>,
    /// What the sheets were read from.
    sheets_of: (Arc<Assets>, Vec<(String, Hash)>),
    told: Told,
    /// By path below `content/`; what there is to say of texts is added when the site is put together.
    understood: Understood,
    latest: Arc<Snapshot>,
    /// Whether the theme changed since its assets were gathered.
    has_new_theme: bool,
    /// How often the site was begun to be put together.
    settlings: u64,
    /// Contents that changed since it was begun the last time, and whether the theme did.
    since: (BTreeSet<String>, bool),
}

/// By path below `content/`.
type Understood = BTreeMap<String, Staged<Outcome>>;

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

impl Workshop {
    /// Reads everything once, and puts the site together.
    pub fn open(plan: Plan) -> Result<Self, Failure> {
        let mut workshop = Self::glance(plan, None, || None)?;
        workshop.settle()?;
        Ok(workshop)
    }

    /// Reads what says which pages there are, for a first look: texts stay unread until a page shows them, and nothing is
    /// judged until the site is put together. Contents wait until `ready` returns, which may say which there are. What all pages
    /// have in common is made here already, under `watch`.
    pub fn glance(
        plan: Plan,
        watch: Option<&Watch>,
        ready: impl FnOnce() -> Listed,
    ) -> Result<Self, Failure> {
        let published = Manifest::read(&plan.output).map(|manifest| Arc::new(manifest.contents));
        let mut workshop = Self {
            plan,
            published,
            sources: Sources::default(),
            site: None,
            assets: Arc::default(),
            sheets: Arc::default(),
            sheets_of: Default::default(),
            told: Told::default(),
            understood: BTreeMap::new(),
            latest: Arc::default(),
            has_new_theme: false,
            settlings: 0,
            since: Default::default(),
        };
        workshop.read_all(ready)?;
        if let Some(glance) = workshop.settling(false)? {
            let (site, sources) = (Arc::clone(&glance.site), glance.sources.clone());
            let settled = watched::run(watch, 2 * GRACE, &site, &sources, None, || glance.run());
            workshop.take_back(&settled);
            workshop.finish(settled);
        }
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
            self.read_all(|| None)?;
            self.settle()?;
            return Ok(Seen::Whole);
        };
        let refreshed = load::refresh(Arc::make_mut(site), &self.plan.request, changes, &mut self.sources);
        let Some(refreshed) = refreshed else {
            self.read_all(|| None)?;
            self.settle()?;
            return Ok(Seen::Whole);
        };
        if refreshed.is_empty() {
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
        if let Some(settling) = self.begin()? {
            self.finish(settling.run());
        }
        Ok(())
    }

    /// What it takes to put the site together, to be given to [`Self::finish`] when it is done. What is begun later makes
    /// what was begun before worthless. None: nothing can be put together.
    pub fn begin(&mut self) -> Result<Option<Settling>, Failure> {
        self.settling(true)
    }

    fn settling(&mut self, reads_texts: bool) -> Result<Option<Settling>, Failure> {
        self.settlings += 1;
        self.since = Default::default();
        let Some(site) = self.site.clone() else { return Ok(None) };
        if self.has_new_theme {
            self.assets = Arc::new(gather(&site, &self.sources, &self.plan)?);
            self.has_new_theme = false;
        }
        let keeps_sheets =
            Arc::ptr_eq(&self.sheets_of.0, &self.assets) && self.sheets_of.1 == own_sheets(&site);
        let keeps_templates = self.keeps_templates(&site);
        let mut told = self.told.all();
        told.extend(self.understood.values().flat_map(|staged| staged.diagnostics.iter().cloned()));
        let outcomes = match reads_texts {
            true => self.understood.values().map(|staged| staged.value.clone()).collect(),
            // Nobody else has them yet: lent instead of shared, they need not be copied to be resolved.
            false => self.lend(),
        };
        Ok(Some(Settling {
            site,
            sources: self.sources.clone(),
            assets: Arc::clone(&self.assets),
            sheets: keeps_sheets.then(|| Arc::clone(&self.sheets)),
            published: self.published.clone(),
            outcomes,
            told,
            before: Arc::clone(&self.latest),
            keeps_templates,
            reads_texts,
            number: self.settlings,
        }))
    }

    /// Shows a site that was put together. What changed while that was done is put into it for the moment; where that
    /// cannot be done the latest state stays as it is, and nothing is seen until the next one.
    pub fn finish(&mut self, settled: Settled) -> Seen {
        if settled.number != self.settlings {
            return Seen::Nothing;
        }
        let Settled { site, sources, assets, sheets, prepared, is_settled, .. } = settled;
        let mut replaced = Vec::new();
        if let Some(renderer) = &prepared.renderer {
            for entry in renderer.view().model().shared_entries() {
                let Some(understood) = self.understood.get_mut(&entry.path) else { continue };
                let is_latest = matches!(&understood.value, Outcome::Entry(now) if Arc::ptr_eq(&now.source, &entry.source));
                if is_latest {
                    replaced
                        .push(std::mem::replace(&mut understood.value, Outcome::Entry(Arc::clone(entry))));
                }
            }
        }
        // After the first look all of them are others; nobody waits until they are taken apart.
        rayon::spawn(move || drop(replaced));
        let before = Arc::clone(&self.latest);
        (self.sheets, self.sheets_of) = (sheets, (Arc::clone(&assets), own_sheets(&site)));
        self.latest = Arc::new(Snapshot::new(&site, sources, prepared, &assets, &before, is_settled));
        let (changed, has_new_theme) = std::mem::take(&mut self.since);
        if changed.is_empty() && !has_new_theme {
            return Seen::Whole;
        }
        let changed: Vec<(String, Option<Staged<Outcome>>)> =
            changed.into_iter().map(|path| (path.clone(), self.understood.get(&path).cloned())).collect();
        let entries = self.site.as_ref().and_then(|site| entries(site, &changed));
        self.since = (changed.into_iter().map(|(path, _)| path).collect(), has_new_theme);
        if entries.is_some_and(|entries| self.show(&entries)) {
            return Seen::Moment;
        }
        self.latest = before;
        Seen::Nothing
    }

    /// Looks at the site as it is on another day, with or without drafts.
    pub fn look_at(&mut self, today: Date, drafts: bool) -> Result<(), Failure> {
        (self.plan.request.today, self.plan.request.drafts) = (today, drafts);
        if let Some(site) = &mut self.site {
            let site = Arc::make_mut(site);
            (site.today, site.drafts) = (today, drafts);
        }
        self.settle()
    }

    fn read_all(&mut self, ready: impl FnOnce() -> Listed) -> Result<(), Failure> {
        let Loading { sources, diagnostics, site } =
            load::load_again(&self.plan.request, self.sources.clone(), ready)?;
        self.sources = sources;
        self.has_new_theme = false;
        let Some(site) = site else {
            self.site = None;
            self.latest = Arc::new(Snapshot::unreadable(self.sources.clone(), diagnostics, &self.latest));
            return Ok(());
        };
        self.told = Told::new(diagnostics, &self.sources);
        self.site = Some(Arc::new(site));
        // Until the files of its theme are gathered.
        self.has_new_theme = true;
        let known = std::mem::take(&mut self.understood);
        let Self { site: Some(site), sources, plan, .. } = &*self else { return Ok(()) };
        let files = || -> Result<_, Failure> {
            let assets = gather(site, sources, plan)?;
            let sheets = sheets(site, &assets);
            Ok((Arc::new(assets), Arc::new(sheets), own_sheets(site)))
        };
        let (files, understood) = rayon::join(files, || understand_all(&known, site, sources));
        self.understood = understood;
        let (assets, sheets, own) = files?;
        self.assets = Arc::clone(&assets);
        (self.sheets, self.sheets_of) = (sheets, (assets, own));
        self.has_new_theme = false;
        Ok(())
    }

    /// What every content came to, taken out until [`Self::take_back`].
    fn lend(&mut self) -> Vec<Outcome> {
        let understood = self.understood.values_mut();
        understood.map(|staged| std::mem::replace(&mut staged.value, Outcome::Nothing)).collect()
    }

    /// Keeps what came back resolved. What is in no site is understood again.
    fn take_back(&mut self, settled: &Settled) {
        let Some(site) = &self.site else { return };
        if let Some(renderer) = &settled.prepared.renderer {
            for entry in renderer.view().model().shared() {
                if let Some(understood) = self.understood.get_mut(&entry.path) {
                    understood.value = Outcome::Entry(Arc::clone(entry));
                }
            }
        }
        for loaded in &site.contents {
            let understood = self.understood.get_mut(&loaded.path);
            if let Some(lost) = understood.filter(|staged| matches!(staged.value, Outcome::Nothing)) {
                lost.value = validate::front(loaded, site, &self.sources).value;
            }
        }
    }

    /// True: the latest state shows it, for the moment.
    fn take_in(&mut self, mut refreshed: Refreshed, changes: &[Change]) -> bool {
        let Some(site) = &self.site else { return false };
        let mut is_small = refreshed.files.len() == refreshed.contents.len() && changes.len() <= MOST_AT_ONCE;
        is_small &= self.latest.prepared.is_some() && changes.iter().all(is_of_text);
        is_small &= !refreshed.files.iter().any(|(_, told)| told.iter().any(Diagnostic::is_error));
        self.since.1 |= refreshed.theme.is_some();
        self.has_new_theme |= refreshed.theme.is_some();
        let means_something_else = refreshed.settings.is_some();
        self.told.refresh(&mut refreshed);
        if means_something_else {
            let known = std::mem::take(&mut self.understood);
            self.understood = understand_all(&known, site, &self.sources);
            return false;
        }
        let sources = &self.sources;
        let understand = |path: String| {
            let at = site.contents.binary_search_by(|loaded| loaded.path.cmp(&path)).ok();
            let understood = at.map(|n| validate::front(&site.contents[n], site, sources));
            (path, understood)
        };
        // A few are not worth waiting for threads that are busy putting the site together.
        let understood: Vec<(String, Option<Staged<Outcome>>)> = match is_small {
            true => refreshed.contents.into_iter().map(understand).collect(),
            false => refreshed.contents.into_par_iter().map(understand).collect(),
        };
        let changed = is_small.then(|| entries(site, &understood)).flatten();
        for (path, understood) in understood {
            self.since.0.insert(path.clone());
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
        let of_others = before.diagnostics.iter().filter(|told| !files.contains(&told.place.file)).cloned();
        let of_reading = files.iter().filter_map(|file| self.told.files.get(file)).flatten().cloned();
        let own = changed.iter().filter_map(|(path, _)| self.understood.get(path));
        let own = own.flat_map(|understood| {
            understood.diagnostics.iter().cloned().chain(validate::of_texts(&understood.value))
        });
        let diagnostics = of_others.chain(of_reading).chain(own).collect();
        let ingredients = Ingredients {
            site,
            sources: &self.sources,
            assets: &self.assets,
            sheets: &self.sheets,
            published: self.published.as_deref(),
            before: None,
            searched: None,
            texts: None,
            renderer: before.renderer.as_ref().filter(|_| self.keeps_templates(site)),
            reads_texts: true,
        };
        let Some(prepared) = ingredients.moment(before, changed, diagnostics) else { return false };
        let sources = self.sources.clone();
        self.latest = Arc::new(Snapshot::new(site, sources, prepared, &self.assets, &self.latest, false));
        true
    }

    /// Whether the templates of the latest state are those of the site. What was told of the visitors' words is only told
    /// when they are read, so these are read again.
    fn keeps_templates(&self, site: &Site) -> bool {
        let is_latest =
            self.latest.prepared.as_ref().is_some_and(|prepared| Arc::ptr_eq(&prepared.theme, &site.theme));
        let is_of_words = |told: &Diagnostic| self.sources.get(told.place.file).path.ends_with(".ftl");
        is_latest && !self.latest.diagnostics().iter().any(is_of_words)
    }
}

/// Understands the front matter of every content. Texts that were read before stay read.
fn understand_all(known: &Understood, site: &Site, sources: &Sources) -> Understood {
    let understand = |loaded: &load::Loaded| {
        let before = known.get(&loaded.path).map(|staged| &staged.value);
        validate::front_after(before, loaded, site, sources)
    };
    let understood: Vec<Staged<Outcome>> = site.contents.par_iter().map(understand).collect();
    site.contents.iter().map(|loaded| loaded.path.clone()).zip(understood).collect()
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
            let is_bad = |told: &[Diagnostic]| told.iter().any(Diagnostic::is_error);
            let is_good =
                !is_bad(diagnostics) && !entry.bodies().iter().any(|body| is_bad(body.diagnostics()));
            is_good.then(|| (path.clone(), Some(Arc::clone(entry))))
        }
        Some(_) => None,
    };
    understood.iter().map(entry).collect()
}

/// The style sheets of `static/`, as they are.
fn own_sheets(site: &Site) -> Vec<(String, Hash)> {
    site.statics.iter().filter(|file| file.css.is_some()).map(|file| (file.path.clone(), file.hash)).collect()
}

fn gather(site: &Site, sources: &Sources, plan: &Plan) -> Result<Assets, Failure> {
    let cache = plan.cache.clone().unwrap_or_else(|| site.root.join(".arengo"));
    theme_files(site, sources, &cache, &plan.progress, &crate::assets::Common::default())
}
