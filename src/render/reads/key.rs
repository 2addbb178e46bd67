//! Questions in words: what a question is called in every view, and the question of a view that has this name.

use std::sync::Arc;

use super::{Call, LangId, Question, View};
use crate::{
    model::{EntryId, Model, SectionId},
    validate::ContentId,
};

/// Stands between the parts of a name; no path, id or address has it.
const SEPARATOR: char = '\u{1f}';

pub(super) fn of(view: &View, question: &Question) -> String {
    let model = view.model.known();
    let name = |parts: &[&str]| parts.join("\u{1f}");
    let lang = |id: &LangId| view.config.lingue[usize::from(*id)].as_str();
    let path = |id: &EntryId| model.entry(*id).path.as_str();
    let section = |id: &SectionId| model.section(*id).address.as_str();
    match question {
        Question::Everything => name(&["everything"]),
        Question::Entry(id) => name(&["entry", path(id)]),
        Question::About(id) => name(&["about", path(id)]),
        Question::Own(id) => name(&["own", path(id)]),
        Question::Version(id, lang_id) => {
            let content = model.content(*id);
            name(&["version", lang(lang_id), &content.type_name, &content.id])
        }
        Question::Card(id, lang_id) => {
            let content = model.content(*id);
            name(&["card", lang(lang_id), &content.type_name, &content.id])
        }
        Question::Inverse(id, relation) => {
            let content = model.content(*id);
            name(&["inverse", relation, &content.type_name, &content.id])
        }
        Question::Path(from, written) => name(&["path", from, written]),
        Question::Topic(slug) => name(&["topic", slug]),
        Question::TopicHead(n) => name(&["topic-head", &model.topics()[*n].slug]),
        Question::SectionAt(address) => name(&["section-at", address]),
        Question::Section(id) => name(&["section", section(id)]),
        Question::SectionCard(id, lang_id) => name(&["section-card", lang(lang_id), section(id)]),
        Question::SectionLink(id, lang_id) => name(&["section-link", lang(lang_id), section(id)]),
        Question::Menu(lang_id) => name(&["menu", lang(lang_id)]),
        Question::Law(url) => name(&["law", url]),
        Question::Tables(id) => name(&["tables", path(id)]),
        Question::Albo => name(&["albo"]),
        Question::Call(call) => name(&["call", &call.lang, &call.function, &call.arguments]),
    }
}

/// None: what it is about is not there.
pub(super) fn parse(view: &View, name: &str) -> Option<Question> {
    let model = view.model.known();
    let mut parts = name.splitn(2, SEPARATOR);
    let (kind, rest) = (parts.next()?, parts.next().unwrap_or_default());
    let two = || rest.split_once(SEPARATOR);
    let content = |text: &str| {
        let (type_name, id) = text.split_once(SEPARATOR)?;
        model.find(type_name, id)
    };
    let in_language = || {
        let (lang, rest) = two()?;
        Some((view.lang_id(lang)?, rest))
    };
    let content_in = || in_language().and_then(|(lang, rest)| Some((content(rest)?, lang)));
    let section_in = || in_language().and_then(|(lang, rest)| Some((model.section_at(rest)?, lang)));
    Some(match kind {
        "everything" => Question::Everything,
        "entry" => Question::Entry(entry(model, rest)?),
        "about" => Question::About(entry(model, rest)?),
        "own" => Question::Own(entry(model, rest)?),
        "version" => content_in().map(|(id, lang)| Question::Version(id, lang))?,
        "card" => content_in().map(|(id, lang)| Question::Card(id, lang))?,
        "inverse" => {
            let (relation, rest) = two()?;
            Question::Inverse(content(rest)?, relation.into())
        }
        "path" => two().map(|(from, written)| Question::Path(from.into(), written.into()))?,
        "topic" => Question::Topic(rest.into()),
        "topic-head" => Question::TopicHead(model.topics().iter().position(|topic| topic.slug == rest)?),
        "section-at" => Question::SectionAt(rest.into()),
        "section" => Question::Section(model.section_at(rest)?),
        "section-card" => section_in().map(|(id, lang)| Question::SectionCard(id, lang))?,
        "section-link" => section_in().map(|(id, lang)| Question::SectionLink(id, lang))?,
        "menu" => Question::Menu(view.lang_id(rest)?),
        "law" => Question::Law(rest.into()),
        "tables" => Question::Tables(entry(model, rest)?),
        "albo" => Question::Albo,
        "call" => {
            let (lang, rest) = two()?;
            let (function, arguments) = rest.split_once(SEPARATOR)?;
            let own = |text: &str| text.to_owned();
            let call = Call { lang: own(lang), function: own(function), arguments: own(arguments) };
            Question::Call(Arc::new(call))
        }
        _ => return None,
    })
}

/// The entry of a file, if it is published on the day.
fn entry(model: &Model, path: &str) -> Option<EntryId> {
    let content: ContentId = model.content_at(path)?;
    model.content(content).versions.iter().copied().find(|version| model.entry(*version).path == path)
}
