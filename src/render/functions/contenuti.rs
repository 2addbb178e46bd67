//! `contenuti(tipo="evento", limite=4, futuri=true, argomento="sport", ordine="-data")`: cards of contents of a type.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::{
    schema::Order,
    validate::{ContentId, Val},
};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let type_name = args.must_get::<&str>("tipo")?;
    let limit = args.get::<usize>("limite")?.unwrap_or(usize::MAX);
    let coming = args.get::<bool>("futuri")?.unwrap_or(false);
    let topic = args.get::<&str>("argomento")?;
    let order = args.get::<&str>("ordine")?;
    let wanted = |content: &ContentId| {
        (!coming || is_coming(view, *content)) && topic.is_none_or(|topic| carries(view, *content, topic))
    };
    let all = view.model.of_type(type_name);
    let contents: Vec<ContentId> = match order {
        None => all.iter().copied().filter(wanted).take(limit).collect(),
        Some(order) => {
            let mut contents: Vec<ContentId> = all.iter().copied().filter(wanted).collect();
            view.model.sort_by(&mut contents, &Order::parse(order));
            contents.truncate(limit);
            contents
        }
    };
    Ok(view.cards(contents, &page.lang))
}

/// Whether it is not over on the day of the build.
fn is_coming(view: &View, content: ContentId) -> bool {
    let entry = view.model.main_version(content);
    let last = entry.date("data_ora_fine").or_else(|| entry.date(&entry.content_type.order.field));
    last.is_none_or(|last| last >= view.model.today)
}

fn carries(view: &View, content: ContentId, topic: &str) -> bool {
    let words = view.model.main_version(content).items("argomenti");
    words.iter().any(|item| matches!(&item.value, Val::Word { slug, .. } if slug == topic))
}
