//! The tree of sections: written as contents of type `sezione`, or named by a vocabulary's word, every one with
//! what stands directly below it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Model, address, collate, rules::SECTION_MISSING, transparency};
use crate::{
    diagnostic::{Diagnostic, Severity},
    load::Site,
    schema::Order,
    validate::{ContentId, Val},
};

/// The content type whose contents are sections.
pub(super) const SECTION: &str = "sezione";

/// Where the home page is written, without what follows: `home.md`, `home.de.md`.
const HOME: &str = "sezioni/home.";

/// A section, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub u32);

/// A page that lists what stands below it.
#[derive(Debug, Clone)]
pub struct Section {
    /// Without language: `/amministrazione/uffici/`.
    pub address: String,
    pub title: String,
    /// The `sezione` that describes it, if an editor wrote one.
    pub content: Option<ContentId>,
    pub parent: Option<SectionId>,
    /// In the order of the menu.
    pub children: Vec<SectionId>,
    /// Contents whose parent it is, in the order of the list.
    pub contents: Vec<ContentId>,
    /// A section of Amministrazione trasparente: its title is the law's.
    pub is_of_law: bool,
    position: i64,
}

/// The whole tree, and where contents stand in it.
pub(super) struct Grown {
    sections: Vec<Section>,
    by_address: HashMap<String, SectionId>,
    places: Vec<(ContentId, address::Place)>,
    diagnostics: Vec<Diagnostic>,
}

pub(super) fn grow(model: &Model, site: &Site, plan: &transparency::Plan) -> Grown {
    let mut diagnostics = Vec::new();
    let mut grower = Grower::default();
    let place = |id: &ContentId| Some((*id, address::place(model.main_version(*id), model, site)?));
    let places: Vec<_> = model.order.par_iter().filter_map(place).collect();
    for (id, place) in &places {
        let (id, entry) = (*id, model.main_version(*id));
        if model.content(id).type_name == SECTION {
            let position = match entry.field("posizione").map(|item| &item.value) {
                Some(Val::Integer(position)) => *position,
                _ => i64::MAX,
            };
            let section = grower.at(&place.address);
            // The second of two is told when routes are made.
            if section.content.is_none() {
                section.title.clone_from(&entry.title);
                section.content = Some(id);
                section.position = position;
            }
        }
    }
    for (id, place) in &places {
        for (address, word) in &place.named {
            let section = grower.at(address);
            if section.title.is_empty() {
                section.title.clone_from(word);
            }
        }
        // Nobody is sent to the page for wrong addresses.
        let is_listed = model.main_version(*id).text("modello") != Some(address::NOT_FOUND);
        if model.content(*id).type_name != SECTION && is_listed {
            grower.at(&place.parent).contents.push(*id);
        }
    }
    // The law's own titles stand, whatever an editor calls the page.
    for (address, title, position) in transparency::sections(site, plan, model.today) {
        let section = grower.at(&address);
        section.title = title;
        section.position = position;
        section.is_of_law = true;
    }
    grower.connect();
    tell_missing(&mut grower, model, site, &mut diagnostics);
    sort(&mut grower.sections, model);
    Grown { sections: grower.sections, by_address: grower.by_address, places, diagnostics }
}

/// Gives the model its sections.
pub(super) fn put(model: &mut Model, grown: Grown, diagnostics: &mut Vec<Diagnostic>) {
    for (id, place) in grown.places {
        let section = grown.by_address.get(&place.parent).copied();
        let content = Arc::make_mut(&mut model.contents[id.0 as usize]);
        content.section = section.filter(|_| content.type_name != SECTION);
        content.address = Some(place.address);
    }
    model.sections = grown.sections;
    model.section_by_address = Arc::new(grown.by_address);
    diagnostics.extend(grown.diagnostics);
}

#[derive(Default)]
struct Grower {
    sections: Vec<Section>,
    by_address: HashMap<String, SectionId>,
}

impl Grower {
    fn at(&mut self, address: &str) -> &mut Section {
        let id = *self.by_address.entry(address.to_owned()).or_insert_with(|| {
            self.sections.push(Section {
                address: address.to_owned(),
                title: String::new(),
                content: None,
                parent: None,
                children: Vec::new(),
                contents: Vec::new(),
                is_of_law: false,
                position: i64::MAX,
            });
            SectionId(self.sections.len() as u32 - 1)
        });
        &mut self.sections[id.0 as usize]
    }

    /// Gives every section its parent, making those in between.
    fn connect(&mut self) {
        let mut n = 0;
        while n < self.sections.len() {
            let address = self.sections[n].address.clone();
            if address != "/" {
                let parent = address::parent_of(&address);
                self.at(&parent);
                let parent = self.by_address[&parent];
                self.sections[n].parent = Some(parent);
                self.sections[parent.0 as usize].children.push(SectionId(n as u32));
            }
            n += 1;
        }
    }
}

/// A section that nobody described and no word names still gets a page, called after its address.
fn tell_missing(grower: &mut Grower, model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let by_address: BTreeMap<String, usize> =
        grower.sections.iter().enumerate().map(|(n, section)| (section.address.clone(), n)).collect();
    for (address, n) in by_address {
        let section = &grower.sections[n];
        if !section.title.is_empty() {
            continue;
        }
        if address == "/" && section.content.is_none() {
            // A file that is there and cannot be read has been told.
            let is_told = site.unread.iter().any(|path| path.starts_with(HOME));
            diagnostics.extend((!is_told).then(|| {
                SECTION_MISSING.variant("section-missing--home", site.config_file).severity(Severity::Error)
            }));
        }
        let example = first_below(grower, n).map(|content| model.main_version(content));
        if let Some(entry) = example.filter(|_| address != "/") {
            diagnostics.push(SECTION_MISSING.at(entry.head).with("address", &address));
        }
        let last = address.trim_matches('/').rsplit('/').next().unwrap_or_default().replace('-', " ");
        let mut letters = last.chars();
        let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        grower.sections[n].title = if title.is_empty() { "Home".to_owned() } else { title };
    }
}

fn first_below(grower: &Grower, n: usize) -> Option<ContentId> {
    let section = &grower.sections[n];
    let below = section.children.iter().find_map(|child| first_below(grower, child.0 as usize));
    section.contents.first().copied().or(section.content).or(below)
}

/// The order a section chose for its list.
pub(super) fn own_order(section: &Section, model: &Model) -> Option<Order> {
    let order = model.main_version(section.content?).text("ordine")?.to_owned();
    Some(Order::parse(&order))
}

fn sort(sections: &mut [Section], model: &Model) {
    let keys: Vec<(i64, String)> =
        sections.iter().map(|section| (section.position, crate::slug::sort_key(&section.title))).collect();
    sections.par_iter_mut().for_each(|section| {
        section.children.sort_by_key(|child| keys[child.0 as usize].clone());
        match own_order(section, model) {
            Some(order) => collate::sort_by(&mut section.contents, &order, model),
            None => collate::sort(&mut section.contents, model),
        }
    });
}
