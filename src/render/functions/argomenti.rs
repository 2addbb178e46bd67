//! `argomenti(in_evidenza=true)`: the topics in use, all of them or those in evidence.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    Ok(match args.get::<bool>("in_evidenza")? {
        Some(true) => view.featured_topics(&page.lang),
        _ => view.topics(&page.lang),
    })
}
