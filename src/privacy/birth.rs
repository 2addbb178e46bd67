//! Day and place of birth beside the name of a person who may be alive.

use super::{Hit, Kind, Scope, dates, names, words::Words};

/// Words between `nato` and the day.
const REACH: usize = 14;
/// Words between the name and the rest.
const NEAR: usize = 14;

/// A birth told from this word on: `nata a Perugia il 3 maggio 1974`, `data di nascita: 03/05/1974`.
pub(super) fn at(words: &Words<'_>, n: usize, scope: &Scope) -> Option<(Hit, usize)> {
    let verb = words.text(n);
    let is_verb = ["nato", "nata", "nati", "nate"].iter().any(|one| one.eq_ignore_ascii_case(verb));
    if !is_verb && !verb.eq_ignore_ascii_case("nascita") {
        return None;
    }
    let reach = words.around(n, 0, REACH);
    let Some((last, year)) = reach.into_iter().skip(1).find_map(|k| dates::at(words, k)) else {
        return place_alone(words, n, is_verb, scope);
    };
    if !dates::may_live(year, scope.year) || (is_verb && !leads_to_a_birth(words, n)) {
        return None;
    }
    let near = words.around(n, NEAR, 0);
    let after = words.around(last, 0, 4);
    let has_name = scope.is_about_a_person
        || names::first_in(words, near.start..n).is_some()
        || names::first_in(words, last + 1..after.end).is_some();
    has_name.then(|| {
        let key =
            words.text[words.range(n, last).start as usize..words.range(n, last).end as usize].to_lowercase();
        (Hit::new(Kind::Birth, words.range(n, last), key), last)
    })
}

/// `Luisa Bianchi, nata a Perugia`, without a day: in acts alone, since pages tell of people of the past.
fn place_alone(words: &Words<'_>, n: usize, is_verb: bool, scope: &Scope) -> Option<(Hit, usize)> {
    let is = |k: usize, wanted: &[&str]| wanted.iter().any(|one| one.eq_ignore_ascii_case(words.text(k)));
    let place = match is_verb {
        true => is(n + 1, &["a", "ad", "in"]).then_some(n + 2)?,
        false => (n >= 2 && is(n - 1, &["di"]) && is(n - 2, &["luogo"])).then_some(n + 1)?,
    };
    // Its name goes on where another capital follows: `San Giustino`.
    let is_name = |k: usize| words.get(k).is_some_and(|word| word.is_capital && !word.has_digit);
    let last = place + usize::from(words.are_side_by_side(place) && is_name(place + 1));
    // The place is not told of a person whose name stands far away, nor of what comes after a comma.
    let near = words.around(n, if is_verb { 3 } else { NEAR }, 0);
    let has_name = names::first_in(words, near.start..n).is_some();
    (scope.is_act && is_name(place) && has_name).then(|| {
        let range = words.range(n, last);
        let key = words.text[range.start as usize..range.end as usize].to_lowercase();
        (Hit::new(Kind::Birth, range, key), last)
    })
}

/// `nata a`, `nato il`; a project is `nato da` or `nato per`.
fn leads_to_a_birth(words: &Words<'_>, n: usize) -> bool {
    ["a", "ad", "il", "in", "l", "lì"].iter().any(|one| one.eq_ignore_ascii_case(words.text(n + 1)))
}
