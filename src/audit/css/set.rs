//! The sheets of a build, each read once, and the sets of them that pages use.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
    thread::{self, ThreadId},
};

use html5ever::LocalName;

use super::{
    super::pictures::Pictures,
    cache::{Cache, RuleId},
    sheet::{Base, Names, Registered, Rule, Sheet},
    views::Truth,
};

/// Sheets inside pages and sets of sheets that are remembered.
const REMEMBERED: usize = 200;
/// How deep sheets may import each other, and how many a page may have.
const IMPORTS: usize = 10;
const SHEETS: usize = 500;

/// The sheets pages may link, read once and shared by all of them.
///
/// What a page links and nobody added is missing: then nothing about its looks is certain.
#[derive(Debug, Default)]
pub struct Sheets {
    linked: HashMap<String, Arc<Sheet>>,
    everywhere: Vec<Arc<Sheet>>,
    inside: Mutex<HashMap<String, Arc<Sheet>>>,
    sets: Mutex<HashMap<SetKey, Arc<Set>>>,
    pictures: Arc<Pictures>,
}

static NONE: LazyLock<Sheets> = LazyLock::new(Sheets::default);
static BROWSER: LazyLock<Arc<Sheet>> =
    LazyLock::new(|| Arc::new(Sheet::parse("browser", include_str!("browser.css"))));

impl Sheets {
    /// No sheets but the browser's and those inside pages.
    pub fn none() -> &'static Self {
        &NONE
    }

    /// A sheet that pages link as `address`: an absolute path such as `/assets/portale.css`, or an address as written.
    /// `name` is what findings call it.
    pub fn add(&mut self, address: &str, name: &str, css: &str) {
        let address = plain(address).to_owned();
        let sheet = Sheet { base: Base::At(address.clone()), ..Sheet::parse(name, css) };
        self.linked.insert(address, Arc::new(sheet));
    }

    /// Says where the files of pictures come from, by the address that [`Sheets::address`] gives; none is opened that no
    /// text lies over. Pictures known so far are forgotten.
    pub fn open_pictures(&mut self, open: impl Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'static) {
        self.pictures = Arc::new(Pictures::from(open));
    }

    pub(in crate::audit) fn pictures(&self) -> &Arc<Pictures> {
        &self.pictures
    }

    /// The address under which a page's link is looked for, as [`Sheets::add`] wants it.
    pub fn address(page: &str, link: &str) -> String {
        resolve(page, plain(link))
    }

    pub fn has(&self, address: &str) -> bool {
        self.linked.contains_key(address)
    }

    /// What the sheet at an address imports, as it is written there.
    pub fn imports(&self, address: &str) -> Vec<String> {
        let sheet = self.linked.get(address);
        sheet.into_iter().flat_map(|sheet| &sheet.imports).map(|import| import.address.clone()).collect()
    }

    /// A sheet for all pages, whatever they link.
    pub fn add_everywhere(&mut self, name: &str, css: &str) {
        self.everywhere.push(Arc::new(Sheet { base: Base::Unknown, ..Sheet::parse(name, css) }));
    }

    pub(super) fn everywhere(&self) -> &[Arc<Sheet>] {
        &self.everywhere
    }

    /// The sheet a page at `page` means by `address`.
    pub(super) fn find(&self, page: &str, address: &str) -> Option<&Arc<Sheet>> {
        let address = plain(address);
        self.linked.get(address).or_else(|| self.linked.get(&resolve(page, address)))
    }

    /// A sheet that stands in a page. The same text is read once.
    pub(super) fn inside(&self, name: &str, css: &str) -> Arc<Sheet> {
        let mut known = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sheet) = known.get(css) {
            return sheet.clone();
        }
        let sheet = Arc::new(Sheet::parse(name, css));
        if known.len() < REMEMBERED && css.len() < 1_000_000 {
            known.insert(css.to_owned(), sheet.clone());
        }
        sheet
    }

    /// The set of a page's sheets. The same set is put together once.
    pub(super) fn set(&self, entries: Vec<(Arc<Sheet>, Truth, String)>) -> Arc<Set> {
        let key: SetKey = entries.iter().map(key).collect();
        let known = || self.sets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = known().get(&key) {
            return set.clone();
        }
        let set = Arc::new(Set::new(self, entries));
        let mut sets = known();
        if sets.len() >= REMEMBERED {
            sets.clear();
        }
        sets.entry(key).or_insert(set).clone()
    }
}

/// What tells one sheet of a set from another; its address only where it imports others from there.
type Key = (u64, Truth, String);
/// What tells sets apart: their sheets.
type SetKey = Vec<Key>;

fn key((sheet, truth, address): &(Arc<Sheet>, Truth, String)) -> Key {
    (sheet.id, *truth, if sheet.imports.is_empty() { String::new() } else { address.clone() })
}

/// An address without query and fragment.
fn plain(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or("").trim()
}

/// A relative address seen from a page, as an absolute path.
pub(in crate::audit) fn resolve(page: &str, address: &str) -> String {
    if address.starts_with('/') || address.contains("://") {
        return address.to_owned();
    }
    let base = plain(page);
    let folder = base.rfind('/').map_or("", |slash| &base[..=slash]);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(address.split('/')) {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    let root = if page.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// The sheets of a page in their order, the browser's first.
#[derive(Debug)]
pub(super) struct Set {
    pub entries: Vec<Entry>,
    /// Something changes between light and dark.
    pub scheme: bool,
    /// A sheet of the set could not be found or read to its end.
    pub cut: bool,
    /// Attributes without which some positional selector cannot match.
    pub needs: Vec<LocalName>,
    /// Caches that nobody uses, each with the thread that used it last.
    pool: Mutex<Vec<(ThreadId, Cache)>>,
}

#[derive(Debug)]
pub(super) struct Entry {
    pub sheet: Arc<Sheet>,
    /// When its link or import holds.
    pub truth: Truth,
    pub author: bool,
    /// Which of the sheets that the page names it is, or is imported by.
    pub written: Option<u32>,
    /// For each layer of the sheet its rank in the set; what stands in no layer comes last.
    ranks: Vec<u32>,
    /// The rank of rules in none of the sheet's layers.
    bare: u32,
}

/// The rank of what stands in no layer.
pub(super) const UNLAYERED: u32 = u32::MAX;

impl Entry {
    /// Where a rule of the sheet holds, whatever an element stands in.
    pub(super) fn truth_of(&self, rule: &Rule) -> Truth {
        self.truth.and(rule.truth)
    }

    pub(super) fn rank(&self, layer: u32) -> u32 {
        match layer {
            0 => self.bare,
            layer => self.ranks[layer as usize - 1],
        }
    }
}

impl Set {
    fn new(sheets: &Sheets, written: Vec<(Arc<Sheet>, Truth, String)>) -> Self {
        let mut gathering = Gathering { sheets, found: Vec::new(), cut: false, anonymous: 0, written: 0 };
        gathering.found.push(Placed {
            sheet: BROWSER.clone(),
            truth: Truth::ALWAYS,
            layer: String::new(),
            written: None,
        });
        for (number, (sheet, truth, address)) in (0..).zip(written) {
            gathering.written = number;
            gathering.add(&sheet, truth, "", &address, &mut Vec::new());
        }
        let order = layer_order(&gathering.found);
        let rank_of = |name: &str| order.get(name).copied().unwrap_or(UNLAYERED);
        let entries: Vec<Entry> = gathering
            .found
            .iter()
            .enumerate()
            .map(|(number, placed)| Entry {
                ranks: placed
                    .sheet
                    .layers
                    .iter()
                    .map(|name| rank_of(&placed.full_name(name, number)))
                    .collect(),
                bare: if placed.layer.is_empty() { UNLAYERED } else { rank_of(&placed.layer) },
                sheet: placed.sheet.clone(),
                truth: placed.truth,
                author: number > 0,
                written: placed.written,
            })
            .collect();
        let scheme = entries.iter().skip(1).any(|entry| entry.sheet.scheme);
        let cut = gathering.cut || entries.iter().any(|entry| entry.sheet.cut);
        let rules = entries.iter().flat_map(|entry| &entry.sheet.rules);
        let mut needs: Vec<LocalName> =
            rules.flat_map(|rule| rule.facts.needs.iter().flatten()).cloned().collect();
        needs.sort_unstable();
        needs.dedup();
        Self { entries, scheme, cut, needs, pool: Mutex::default() }
    }

    /// Where a rule holds for the element that it was tried on.
    pub(super) fn truth(&self, id: RuleId) -> Truth {
        self.entries[id.sheet as usize].truth_of(self.rule(id)).and(id.truth)
    }

    pub(super) fn rule(&self, id: RuleId) -> &Rule {
        &self.entries[id.sheet as usize].sheet.rules[id.rule as usize]
    }

    pub(super) fn registered(&self) -> Vec<&Registered> {
        self.entries.iter().flat_map(|entry| &entry.sheet.registered).collect()
    }

    /// Whether selectors of some sheet ask for a name.
    pub(super) fn asks(&self, test: impl Fn(&Names) -> bool) -> bool {
        self.entries.iter().any(|entry| test(&entry.sheet.names))
    }

    /// A cache that nobody uses at the moment; if there is one, that which this thread had last: another one is in the
    /// memory of another processor.
    pub(super) fn borrow_cache(&self) -> Cache {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        let own = thread::current().id();
        let at = pool.iter().position(|(last, _)| *last == own).or(pool.len().checked_sub(1));
        at.map(|at| pool.swap_remove(at).1).unwrap_or_default()
    }

    pub(super) fn give_back(&self, cache: Cache) {
        if !cache.is_full() {
            let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
            pool.push((thread::current().id(), cache));
        }
    }
}

struct Placed {
    sheet: Arc<Sheet>,
    truth: Truth,
    layer: String,
    written: Option<u32>,
}

impl Placed {
    fn full_name(&self, name: &str, number: usize) -> String {
        // Layers without a name are never those of another sheet.
        let name = name.replace(' ', &format!(" {number}."));
        if self.layer.is_empty() { name } else { format!("{}.{name}", self.layer) }
    }
}

struct Gathering<'a> {
    sheets: &'a Sheets,
    found: Vec<Placed>,
    cut: bool,
    anonymous: usize,
    /// Which of the sheets that the page names is being added.
    written: u32,
}

impl Gathering<'_> {
    /// Puts a sheet after those it imports.
    fn add(&mut self, sheet: &Arc<Sheet>, truth: Truth, layer: &str, address: &str, open: &mut Vec<u64>) {
        if open.contains(&sheet.id) {
            return;
        }
        if open.len() > IMPORTS || self.found.len() > SHEETS {
            self.cut = true;
            return;
        }
        open.push(sheet.id);
        for import in &sheet.imports {
            let truth = truth.and(import.truth);
            if truth.is_never() {
                continue;
            }
            let inner = match &import.layer {
                None => layer.to_owned(),
                Some(name) if name.is_empty() => {
                    self.anonymous += 1;
                    join(layer, &format!(" import{}", self.anonymous))
                }
                Some(name) => join(layer, name),
            };
            match self.sheets.find(address, &import.address) {
                Some(imported) => {
                    let address = resolve(address, plain(&import.address));
                    self.add(&imported.clone(), truth, &inner, &address, open);
                }
                None => self.cut = true,
            }
        }
        open.pop();
        let written = Some(self.written);
        self.found.push(Placed { sheet: sheet.clone(), truth, layer: layer.to_owned(), written });
    }
}

fn join(outer: &str, inner: &str) -> String {
    if outer.is_empty() { inner.to_owned() } else { format!("{outer}.{inner}") }
}

/// Ranks of layers by name: in the order of first use, what stands directly in a layer after what stands in its layers.
fn layer_order(found: &[Placed]) -> HashMap<String, u32> {
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, u32> = HashMap::new();
    for (number, placed) in found.iter().enumerate() {
        let own = (!placed.layer.is_empty()).then(|| placed.layer.clone());
        for name in
            own.into_iter().chain(placed.sheet.layers.iter().map(|name| placed.full_name(name, number)))
        {
            for (end, _) in name.match_indices('.').chain([(name.len(), "")]) {
                let part = &name[..end];
                if !places.contains_key(part) {
                    places.insert(part.to_owned(), places.len() as u32);
                    names.push(part.to_owned());
                }
            }
        }
    }
    let path = |name: &String| -> Vec<u32> {
        let ends = name.match_indices('.').map(|(end, _)| end).chain([name.len()]);
        ends.map(|end| places.get(&name[..end]).copied().unwrap_or(0)).chain([u32::MAX]).collect()
    };
    names.sort_by_key(path);
    names.into_iter().zip(0..).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_seen_from_the_page() {
        for (page, address, expected) in [
            ("/a/b/", "c.css", "/a/b/c.css"),
            ("/a/b.html", "../c.css", "/c.css"),
            ("/a/", "/c.css", "/c.css"),
            ("/a/?x=1#y", "./c.css", "/a/c.css"),
            ("a/b.html", "c.css", "a/c.css"),
            ("b.html", "c.css", "c.css"),
        ] {
            assert_eq!(resolve(page, address), expected, "{page} {address}");
        }
    }
}
