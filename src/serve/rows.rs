//! What there is to work on: every content and every act of the albo pretorio, with its state and its page on the day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::hub::model;
use crate::{
    model::{
        Absence, Model, PathTarget,
        albo::{Act, State},
    },
    pipeline::Snapshot,
    validate::Entry,
};

/// A file of the site that somebody wrote.
pub(super) struct Row<'a> {
    pub entry: &'a Entry,
    pub state: Presence,
    pub office: Option<&'a str>,
    /// Of its page among the contents; none: it has none today.
    pub address: Option<String>,
    pub updated: Option<Date>,
    /// What of it stands in the register of the albo pretorio.
    pub act: Option<&'a Act>,
    /// Whether the board shows that today.
    pub is_on_board: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Presence {
    Online,
    Draft,
    Coming,
    Over,
}

impl Presence {
    pub(super) const ALL: [Self; 4] = [Self::Online, Self::Draft, Self::Coming, Self::Over];

    /// In an address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Draft => "bozza",
            Self::Coming => "futuro",
            Self::Over => "passato",
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Online => "serve-state-online",
            Self::Draft => "serve-state-draft",
            Self::Coming => "serve-state-coming",
            Self::Over => "serve-state-over",
        }
    }

    /// Of what has no page among the contents: an act of the albo pretorio may have one on the board.
    fn of_hidden(absence: &Absence, act: Option<&Act>, today: Date) -> Self {
        match (absence, act.map(|act| act.state(today))) {
            (Absence::Draft, _) => Self::Draft,
            (_, Some(State::InForce | State::Annulled)) => Self::Online,
            (Absence::NotYet(_), _) | (_, Some(State::Due)) => Self::Coming,
            _ => Self::Over,
        }
    }
}

/// Contents with a page first, then those without.
pub(super) fn of(snapshot: &Snapshot) -> Vec<Row<'_>> {
    let Some(model) = model(snapshot) else { return Vec::new() };
    let today = snapshot.today;
    let acts: BTreeMap<&str, &Act> =
        model.albo.acts().iter().map(|act| (act.entry.path.as_str(), act)).collect();
    let act_of = |entry: &Entry| acts.get(entry.path.as_str()).copied();
    let shown = model.entries().map(|(id, entry)| {
        let state = if entry.is_true("bozza") { Presence::Draft } else { Presence::Online };
        (entry, state, model.address(id), model.updated(id))
    });
    let hidden = model.hidden().map(|entry| {
        let state = match model.resolve_path("", &entry.path) {
            PathTarget::Absent(absence) => Presence::of_hidden(&absence, act_of(entry), today),
            // Two files that want to be the same content: the other one has the page.
            _ => Presence::Over,
        };
        (entry, state, None, entry.date("aggiornato"))
    });
    let row = |(entry, state, address, updated)| {
        let act = act_of(entry);
        let is_on_board = act.is_some_and(|act| act.is_shown(today));
        Row { entry, state, office: office(model, entry), address, updated, act, is_on_board }
    };
    shown.chain(hidden).map(row).collect()
}

fn office<'a>(model: &'a Model, entry: &Entry) -> Option<&'a str> {
    model.competent_office(entry).map(|office| model.main_version(office).title.as_str())
}
