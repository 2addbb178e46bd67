//! `range(start=0, end=5, step_by=1)`: numbers for a loop, within the page's budget.

use tera::{Error, Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::{budget, error::Refusal};

pub(super) fn call(_: &View, _: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let start = args.get::<i64>("start")?.unwrap_or(0);
    let end = args.must_get::<i64>("end")?;
    let step = usize::try_from(args.get::<i64>("step_by")?.unwrap_or(1)).unwrap_or(0);
    if step == 0 {
        return Err(Error::message("`range`: `step_by` must be above zero"));
    }
    let steps = end.saturating_sub(start).max(0) as u64 / step as u64;
    if steps > budget::MAX_RANGE || !budget::spend(steps) {
        return Err(Refusal::Endless.about("range"));
    }
    Ok((start..end).step_by(step).map(Value::from).collect::<Vec<_>>().into())
}
