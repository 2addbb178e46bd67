//! The documents of a public contract, phase by phase, as its page shows them.

use tera::Value;

use super::{object, value};
use crate::{
    model::transparency::{Answer, Due, documents_of},
    render::{View, dates},
    schema::Kind,
    validate::Entry,
};

/// Phases in the order of the law, each with its documents; nothing for a content that is no contract.
pub(super) fn documents(view: &View, entry: &Entry, lang: &str) -> Value {
    let all = documents_of(entry, &view.schemas.transparency);
    let phases = all.chunk_by(|a, b| a.document.fase == b.document.fase).map(|phase| {
        let documents: Vec<Value> = phase.iter().map(|due| document(view, due, entry, lang)).collect();
        object([("fase", phase[0].document.fase.as_str().into()), ("documenti", documents.into())])
    });
    phases.collect::<Vec<_>>().into()
}

fn document(view: &View, due: &Due<'_>, entry: &Entry, lang: &str) -> Value {
    let field = entry.content_type.field(&view.schemas.transparency.contracts.detti_in);
    let kind = field.map(|field| field.kind.item());
    let (item, why) = match due.answer {
        Answer::Published(item) => (Some(item), None),
        Answer::NotDue(why) => (None, Some(why)),
        Answer::Absent => (None, None),
    };
    let published = item.zip(kind).filter(|(_, kind)| matches!(kind, Kind::Object(_)));
    let published = published.map(|(item, kind)| value(view, item, kind, entry, lang));
    object([
        ("atto", due.document.atto.as_str().into()),
        ("norma", due.document.norma.as_str().into()),
        ("dovuto_dal", dates::value(due.day, lang)),
        ("dove", published.into()),
        ("non_dovuto", why.into()),
    ])
}
