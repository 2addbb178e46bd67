//! The model for a moment: contents that changed are put in the place of what they were, and everything else stays.
//!
//! An editor sees the page before the site is put together again, which follows when the typing pauses. Nothing is
//! judged here, and a change that could move anything but the content itself and the lists it stands in is refused:
//! then the site is put together at once.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Content, EntryId, Model, OWN_PAGE, SectionId, address, albo, attachments, collate, contents, inverses,
    paths::Known, references, sections, topics, transparency,
};
use crate::{
    load::Site,
    validate::{ContentId, Entry, Item, Val},
};

/// What a moment's model has that the one before had not.
#[derive(Debug, Default)]
pub struct Moment {
    pub added: Vec<EntryId>,
    /// Addresses of contents that are gone.
    pub removed: Vec<String>,
    /// Sections with another list.
    pub sections: BTreeSet<SectionId>,
    /// Topics with another list, by number.
    pub topics: BTreeSet<usize>,
}

/// Puts changed contents in their places, each with its path and what it is now. None: they change more than that.
pub fn moment(
    before: &Model,
    changed: &[(String, Option<Arc<Entry>>)],
    site: &Site,
) -> Option<(Model, Moment)> {
    let mut model = before.clone();
    let mut moment = Moment::default();
    for (path, new) in changed {
        let old = match before.paths.at(path) {
            Some(Known::Content(content)) => Some(*content),
            None => None,
            Some(Known::Absent(_) | Known::Attachment(_)) => return None,
        };
        match (old, new) {
            (Some(content), Some(new)) => {
                edit(&mut model, content, path, Arc::clone(new), site, &mut moment)?
            }
            (None, Some(new)) => add(&mut model, Arc::clone(new), site, &mut moment)?,
            (Some(content), None) => remove(&mut model, content, path, &mut moment)?,
            (None, None) => {}
        }
    }
    Some((model, moment))
}

/// Sections, topics and what offices say of the law hold others up; acts and tables live beside the contents.
fn is_plain(entry: &Entry) -> bool {
    ![sections::SECTION, topics::TOPIC, transparency::TYPE].contains(&entry.content_type.name.as_str())
        && !entry.fields.iter().any(|(name, item)| name == albo::FIELD || holds_data(item))
}

fn holds_data(item: &Item) -> bool {
    match &item.value {
        Val::Data(_) => true,
        Val::List(items) => items.iter().any(holds_data),
        Val::Object(members) => members.iter().any(|(_, item)| holds_data(item)),
        _ => false,
    }
}

/// How long the law keeps it follows from what it says now.
fn is_there(entry: &Arc<Entry>, site: &Site, model: &Model) -> bool {
    contents::absence(entry, site, &transparency::plan_of(entry, model, site)).is_none()
}

fn edit(
    model: &mut Model,
    id: ContentId,
    path: &str,
    mut new: Arc<Entry>,
    site: &Site,
    moment: &mut Moment,
) -> Option<()> {
    let versions = &model.content(id).versions;
    let version = versions.iter().copied().find(|version| model.entry(*version).path == path)?;
    let old = Arc::clone(&model.entries[version.0 as usize]);
    let is_same = old.content_type.name == new.content_type.name
        && old.id == new.id
        && old.lang == new.lang
        && old.text(OWN_PAGE) == new.text(OWN_PAGE);
    if !is_same
        || !is_plain(&old)
        || !is_plain(&new)
        || !is_there(&new, site, model)
        || !attachments::are_known(model, &new)
    {
        return None;
    }
    references::resolve_one(&mut new, model, &site.schemas, &mut Vec::new());
    let (stood, place) = (Standing::of(model, id), address::place(model.main_version(id), model, site));
    model.entries[version.0 as usize] = new;
    model.updated[version.0 as usize] = updated(model, version, site);
    let new_place = address::place(model.main_version(id), model, site);
    let is_where_it_was = match (place, new_place) {
        (Some(old), Some(new)) => (old.address, old.named) == (new.address, new.named),
        (None, None) => true,
        _ => false,
    };
    if !is_where_it_was {
        return None;
    }
    let stands = Standing::of(model, id);
    // A topic nobody carried until now gets a page of its own.
    if stood.topics != stands.topics || stands.topics.len() != carried(model, id) {
        return None;
    }
    stood.leave(model, id);
    stands.enter(model, id);
    if Standing::of(model, id).at != stood.at {
        stands.tell(moment);
    }
    Some(())
}

fn add(model: &mut Model, mut new: Arc<Entry>, site: &Site, moment: &mut Moment) -> Option<()> {
    // An id that is shared may change what references mean.
    let is_taken = model.by_key.values().any(|ids| ids.get(&new.id).is_some());
    // One that names its page's model may be the page others look for.
    if is_taken
        || new.text(OWN_PAGE).is_some()
        || !is_plain(&new)
        || !is_there(&new, site, model)
        || !attachments::are_known(model, &new)
    {
        return None;
    }
    references::resolve_one(&mut new, model, &site.schemas, &mut Vec::new());
    let place = address::place(&new, model, site);
    let section = match &place {
        Some(place) => {
            let is_known = |address: &String| model.section_by_address.contains_key(address);
            if !place.named.iter().all(|(address, _)| is_known(address)) {
                return None;
            }
            Some(*model.section_by_address.get(&place.parent)?)
        }
        None => None,
    };
    let version = EntryId(u32::try_from(model.entries.len()).ok()?);
    let id = model.free.pop().unwrap_or(ContentId(u32::try_from(model.contents.len()).ok()?));
    let content = Arc::new(Content {
        type_name: new.content_type.name.clone(),
        id: new.id.clone(),
        versions: vec![version],
        address: place.map(|place| place.address),
        section,
    });
    let ids = Arc::make_mut(&mut model.by_key).entry(content.type_name.clone()).or_default();
    ids.insert(content.id.clone(), id);
    Arc::make_mut(&mut model.paths).add(new.path.clone(), Known::Content(id));
    match model.contents.get_mut(id.0 as usize) {
        Some(slot) => *slot = content,
        None => model.contents.push(content),
    }
    model.entries.push(new);
    model.of_entry.push(id);
    model.updated.push(updated(model, version, site));
    let key = |id: ContentId| (&model.content(id).type_name, &model.content(id).id);
    let at = model.order.partition_point(|known| key(*known) < key(id));
    model.order.insert(at, id);
    let stands = Standing::of(model, id);
    if stands.topics.len() != carried(model, id) {
        return None;
    }
    stands.enter(model, id);
    stands.tell(moment);
    moment.added.push(version);
    Some(())
}

fn carried(model: &Model, id: ContentId) -> usize {
    topics::carried(model.main_version(id)).len()
}

/// Whoever refers to it still finds it for the moment; no list and no address leads there.
fn remove(model: &mut Model, id: ContentId, path: &str, moment: &mut Moment) -> Option<()> {
    let [version] = model.content(id).versions.as_slice() else { return None };
    let version = *version;
    if !is_plain(model.entry(version)) {
        return None;
    }
    let stood = Standing::of(model, id);
    stood.leave(model, id);
    stood.tell(moment);
    moment.removed.extend(model.address(version));
    let content = Arc::make_mut(&mut model.contents[id.0 as usize]);
    content.address = None;
    let (type_name, name) = (content.type_name.clone(), content.id.clone());
    if let Some(ids) = Arc::make_mut(&mut model.by_key).get_mut(&type_name) {
        ids.remove(&name);
    }
    Arc::make_mut(&mut model.paths).remove(path);
    model.order.retain(|known| *known != id);
    model.gone.push(version);
    Some(())
}

fn updated(model: &Model, version: EntryId, site: &Site) -> Option<jiff::civil::Date> {
    contents::updated(model.entry(version), site)
}

/// The lists in which a content stands.
struct Standing {
    inverses: BTreeSet<(ContentId, String)>,
    section: Option<SectionId>,
    topics: BTreeSet<usize>,
    /// Its place in the lists of its type and of its section: if that stays, their pages stay.
    at: [Option<usize>; 2],
}

impl Standing {
    fn of(model: &Model, id: ContentId) -> Self {
        let slugs = topics::carried(model.main_version(id));
        let content = model.content(id);
        let place = |list: &[ContentId]| list.iter().position(|known| *known == id);
        let in_section = content.section.and_then(|section| place(&model.section(section).contents));
        let lists = inverses::of(model, id).into_iter();
        Self {
            inverses: lists.map(|(target, name)| (target, name.to_owned())).collect(),
            section: content.section,
            topics: slugs.into_iter().filter_map(|slug| model.topic_by_slug.get(slug).copied()).collect(),
            at: [place(model.of_type(&content.type_name)), in_section],
        }
    }

    fn tell(&self, moment: &mut Moment) {
        moment.sections.extend(self.section);
        moment.topics.extend(&self.topics);
    }

    fn leave(&self, model: &mut Model, id: ContentId) {
        let without = |list: &mut Vec<ContentId>| list.retain(|known| *known != id);
        let type_name = model.content(id).type_name.clone();
        if let Some(list) = model.by_type.get_mut(&type_name) {
            without(list);
        }
        for (target, name) in &self.inverses {
            let lists = Arc::make_mut(&mut model.inverses).entry(*target).or_default();
            without(Arc::make_mut(lists).entry(name.clone()).or_default());
        }
        if let Some(section) = self.section {
            without(&mut model.sections[section.0 as usize].contents);
        }
        for topic in &self.topics {
            without(&mut model.topics[*topic].contents);
        }
    }

    fn enter(&self, model: &mut Model, id: ContentId) {
        let type_name = model.content(id).type_name.clone();
        let mut list = model.by_type.remove(&type_name).unwrap_or_default();
        collate::insert(&mut list, id, None, model);
        model.by_type.insert(type_name, list);
        for (target, name) in &self.inverses {
            let mut list = model.inverse(*target, name).to_vec();
            collate::insert(&mut list, id, None, model);
            let lists = Arc::make_mut(&mut model.inverses).entry(*target).or_default();
            Arc::make_mut(lists).insert(name.clone(), list);
        }
        if let Some(section) = self.section {
            let n = section.0 as usize;
            let order = sections::own_order(&model.sections[n], model);
            let mut list = std::mem::take(&mut model.sections[n].contents);
            collate::insert(&mut list, id, order.as_ref(), model);
            model.sections[n].contents = list;
        }
        for topic in &self.topics {
            let mut list = std::mem::take(&mut model.topics[*topic].contents);
            collate::insert(&mut list, id, None, model);
            model.topics[*topic].contents = list;
        }
    }
}
