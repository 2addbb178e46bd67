//! Fingerprints of answers: the same for the same answer in every view, whatever numbers files and contents have there.

use std::collections::HashMap;

use tera::Value;

use super::{Print, Question, View, print, value::of_value};
use crate::{
    model::{EntryId, Model, PathTarget, SectionId, transparency},
    render::{functions, transparency as law},
    route::{self, DataFormat, Page, Route, Shape},
    source::FileId,
    validate::{ContentId, Entry, Ref, Val},
};

/// None: what it is about is not there.
pub(super) fn of(view: &View, question: &Question) -> Option<Print> {
    let model = view.model.known();
    let lang = |id: &u8| view.config.lingue[usize::from(*id)].as_str();
    let mut parts = Parts::default();
    match question {
        Question::Everything => everything(view, &mut parts),
        Question::Entry(id) => parts.entry(model, model.entry(*id)),
        Question::About(id) => about(model, *id, &mut parts),
        Question::Own(id) => own(model, *id, &mut parts),
        Question::Version(id, lang_id) => parts.version(model, model.version(*id, lang(lang_id))),
        Question::Card(id, lang_id) => return Some(of_value(view, &view.card(*id, lang(lang_id)))),
        Question::Inverse(id, name) => {
            model.inverse(*id, name).iter().for_each(|content| parts.content(model, *content));
        }
        Question::Path(from, written) => path(model, from, written, &mut parts),
        Question::Topic(slug) => parts.maybe(model.topic(slug).map(|topic| topic.address.as_str())),
        Question::TopicHead(n) => {
            let topic = model.topics().get(*n)?;
            parts.text(&topic.label).text(&topic.address).flag(topic.featured);
            parts.maybe_content(model, topic.content);
        }
        Question::SectionAt(address) => {
            parts.flag(model.section_at(address).is_some());
        }
        Question::Section(id) => section(model, *id, &mut parts),
        Question::SectionCard(id, lang_id) => {
            return Some(of_value(view, &view.section_card(*id, lang(lang_id))));
        }
        Question::SectionLink(id, lang_id) => {
            return Some(of_value(view, &view.section_link(*id, lang(lang_id))));
        }
        Question::Menu(lang_id) => return Some(of_value(view, &view.menu(lang(lang_id), ""))),
        Question::Law(url) => {
            let route = view.routes.known().at(url)?;
            let Shape::Section { section, page } = &route.shape else { return None };
            return Some(of_value(view, &law::page(view, *section, page, &route.lang)));
        }
        Question::Tables(id) => tables(view, *id, &mut parts),
        Question::Albo => board(model, &mut parts),
        Question::Call(call) => return Some(of_value(view, &functions::answer(view, call)?)),
    }
    Some(parts.print())
}

/// The fingerprint of what a route is: its address, and what `route` decided of it.
pub(in super::super) fn of_route(view: &View, route: &Route) -> Print {
    let model = view.model.known();
    let mut parts = Parts::default();
    parts.text(&route.url).text(&route.lang);
    let list = |parts: &mut Parts, page: &Page| {
        parts.number(page.number).number(page.of).number(page.total);
        page.contents.iter().for_each(|content| parts.content(model, *content));
    };
    match &route.shape {
        Shape::Content(id) => {
            parts.text("content").text(&model.entry(*id).path);
        }
        Shape::Section { section, page } => {
            parts.text("section").text(&model.section(*section).address);
            list(&mut parts, page);
        }
        Shape::Topic { topic, page } => {
            parts.text("topic").text(&model.topics()[*topic].slug);
            list(&mut parts, page);
        }
        Shape::Redirect { to } => {
            parts.text("redirect").text(to);
        }
        Shape::Albo(file) if route.is_page() => {
            // Acts are named by their numbers there, which the board's fingerprint counts in the same order.
            let board = view.read(&Question::Albo).map_or(0, |read| read.answer);
            parts.text(&format!("{file:?}")).0.extend_from_slice(&board.to_le_bytes());
        }
        // Files that are no pages are never kept; what they are made of is the whole site.
        _ => {
            let whole = view.read(&Question::Everything).map_or(0, |read| read.answer);
            parts.0.extend_from_slice(&whole.to_le_bytes());
        }
    }
    parts.print()
}

/// Parts of an answer; their borders count.
#[derive(Default)]
struct Parts(Vec<u8>);

impl Parts {
    fn text(&mut self, text: &str) -> &mut Self {
        self.0.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    fn maybe(&mut self, text: Option<&str>) {
        self.flag(text.is_some()).text(text.unwrap_or_default());
    }

    fn number(&mut self, number: usize) -> &mut Self {
        self.0.extend_from_slice(&(number as u64).to_le_bytes());
        self
    }

    fn flag(&mut self, flag: bool) -> &mut Self {
        self.0.push(u8::from(flag));
        self
    }

    fn content(&mut self, model: &Model, id: ContentId) {
        let content = model.content(id);
        self.text(&content.type_name).text(&content.id);
    }

    fn maybe_content(&mut self, model: &Model, id: Option<ContentId>) {
        self.flag(id.is_some());
        if let Some(id) = id {
            self.content(model, id);
        }
    }

    fn version(&mut self, model: &Model, id: EntryId) {
        let entry = model.entry(id);
        self.text(&entry.path).text(&entry.lang).maybe(model.address(id).as_deref());
    }

    fn entry(&mut self, model: &Model, entry: &Entry) {
        self.text(&entry.path).0.extend_from_slice(entry.hash().as_bytes());
        for (_, item) in &entry.fields {
            self.references(model, &item.value);
        }
    }

    /// The files that a content names.
    fn files(&mut self, model: &Model, entry: &Entry) {
        for id in model.files_of(entry) {
            let file = model.attachment(id);
            self.text(&file.path).text(&file.sha256).text(model.attachment_address(id));
        }
    }

    /// Where the references of a value lead, in the order in which they are written.
    fn references(&mut self, model: &Model, value: &Val) {
        match value {
            Val::Reference(Ref { target, .. }) => self.maybe_content(model, *target),
            Val::List(items) => items.iter().for_each(|item| self.references(model, &item.value)),
            Val::Object(members) => {
                members.iter().for_each(|(_, item)| self.references(model, &item.value));
            }
            _ => {}
        }
    }

    fn print(&self) -> Print {
        print(&self.0)
    }
}

fn everything(view: &View, parts: &mut Parts) {
    let model = view.model.known();
    parts.text(&model.today.to_string());
    for (id, entry) in model.entries() {
        parts.entry(model, entry);
        about(model, id, parts);
    }
    for entry in model.hidden() {
        parts.text(&entry.path).text(&entry.source);
    }
    for attachment in model.attachments() {
        parts.text(&attachment.path).text(&attachment.sha256);
    }
    for route in view.routes.known().iter() {
        parts.text(&route.url);
    }
}

fn about(model: &Model, id: EntryId, parts: &mut Parts) {
    let content = model.content(model.content_of(id));
    parts.version(model, id);
    parts.maybe(model.updated(id).map(|day| day.to_string()).as_deref());
    parts.maybe(route::calendar_url(model, id).as_deref());
    parts.text(&format!("{:?}", transparency::of_content(model, id)));
    parts.maybe(content.section.map(|section| model.section(section).address.as_str()));
    content.versions.iter().for_each(|version| parts.version(model, *version));
}

/// What the questions come to that [`super::own`] leaves out.
fn own(model: &Model, id: EntryId, parts: &mut Parts) {
    let entry = model.entry(id);
    parts.entry(model, entry);
    about(model, id, parts);
    for (name, contents) in model.inverses(model.content_of(id)) {
        parts.text(name).number(contents.len());
        contents.iter().for_each(|content| parts.content(model, *content));
    }
    for written in model.paths_in(entry) {
        path(model, &entry.path, written, parts);
    }
}

fn tables(view: &View, id: EntryId, parts: &mut Parts) {
    let model = view.model.known();
    parts.entry(model, model.entry(id));
    about(model, id, parts);
    parts.files(model, model.entry(id));
    for published in view.tables.known().of(id) {
        parts.text(&published.name).maybe(published.updated.map(|day| day.to_string()).as_deref());
        // Not every page has files of data.
        let url = route::table_url(model, id, &published.name, DataFormat::Csv);
        parts.flag(view.routes.known().at(&url).is_some());
    }
}

fn board(model: &Model, parts: &mut Parts) {
    parts.flag(model.albo.has_archive).maybe_content(model, model.albo.office);
    for act in model.albo.acts() {
        parts.entry(model, &act.entry);
        parts.text(act.state(model.today).name()).maybe(act.until.map(|day| day.to_string()).as_deref());
        parts.maybe_content(model, act.office);
        parts.files(model, &act.entry);
    }
    model.albo.shown().iter().for_each(|n| {
        parts.number(*n);
    });
    for (year, acts) in model.albo.archived() {
        parts.number(usize::from(year.unsigned_abs()));
        acts.iter().for_each(|n| {
            parts.number(*n);
        });
    }
}

fn path(model: &Model, from: &str, written: &str, parts: &mut Parts) {
    match model.resolve_path(from, written) {
        PathTarget::Content(content, anchor) => {
            parts.text("content").maybe(anchor.as_deref());
            parts.content(model, content);
        }
        PathTarget::Attachment(id) => {
            let attachment = model.attachment(id);
            parts.text("attachment").text(&attachment.path).text(model.attachment_address(id));
            parts.text(&attachment.size.to_string()).text(&attachment.sha256);
            parts.text(&format!("{:?}", attachment.image));
        }
        PathTarget::External => {
            parts.text("external");
        }
        PathTarget::Anchor => {
            parts.text("anchor");
        }
        PathTarget::Address => {
            parts.text("address");
        }
        // Why it leads nowhere is told elsewhere; the page shows its words without a link.
        PathTarget::Absent(_) | PathTarget::Act { .. } | PathTarget::Outside | PathTarget::Nothing(_) => {
            parts.text("nowhere");
        }
    }
}

fn section(model: &Model, id: SectionId, parts: &mut Parts) {
    let section = model.section(id);
    parts.text(&section.address).text(&section.title).flag(section.is_of_law);
    parts.maybe_content(model, section.content);
    parts.maybe(section.parent.map(|parent| model.section(parent).address.as_str()));
    for child in &section.children {
        let address = &model.section(*child).address;
        parts.text(address).flag(model.is_topic(address));
    }
    if let Some(page) = model.transparency.page_of(id) {
        parts.maybe_content(model, page.office);
        parts.maybe(page.updated.map(|day| day.to_string()).as_deref());
    }
}

impl View {
    /// The content that stands in a file.
    pub(super) fn entry_of_file(&self) -> &HashMap<FileId, EntryId> {
        self.files.get_or_init(|| self.model.known().entries().map(|(id, entry)| (entry.file, id)).collect())
    }

    /// A page of Amministrazione trasparente: one answer, for its parts depend on half of the site.
    pub(in super::super) fn law(&self, route: &Route, section: SectionId, page: &Page) -> Value {
        let question = || Question::Law(route.url.as_str().into());
        let value = super::silently(|| law::page(self, section, page, &route.lang));
        if super::is_noted() {
            super::note(question);
            self.answered(&question(), &value);
        }
        value
    }
}
