//! `argomenti(in_evidenza=true)`: the topics in use, all of them or those in evidence.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let all = view.topics(&page.lang);
    if !args.get::<bool>("in_evidenza")?.unwrap_or(false) {
        return Ok(all);
    }
    let featured = |topic: &&Value| topic.get_from_path("in_evidenza").is_some_and(Value::is_truthy);
    Ok(all.as_array().unwrap_or(&[]).iter().filter(featured).cloned().collect::<Vec<_>>().into())
}
