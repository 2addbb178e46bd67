//! The plan of a generated site: how many contents of each kind, their names and paths, and writing them.

use std::{
    borrow::Cow,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    frame, kinds,
    law::{self, Law},
    random::Random,
};

/// How large a site is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) contents: usize,
    /// What stands beside them.
    pub(crate) law: Law,
}

impl From<usize> for Size {
    fn from(contents: usize) -> Self {
        Self { contents, law: Law::default() }
    }
}

/// Writes `site.toml` and `content/` of a size (and the fixed frame of sections and legal pages) into `dir`.
/// The same size and `seed` give the same bytes, on every machine. Another `program` gets the same contents as it wants
/// them, with comparable templates.
pub(crate) fn generate(program: &str, dir: &Path, size: impl Into<Size>, seed: u64) -> io::Result<()> {
    let size = size.into();
    match program {
        "arengo" => for_arengo(dir, size, seed),
        "hugo" => super::hugo::generate(dir, size.contents, seed),
        "zola" => super::zola::generate(dir, size.contents, seed),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, format!("no templates for {program}"))),
    }
}

fn for_arengo(dir: &Path, Size { contents, law }: Size, seed: u64) -> io::Result<()> {
    let plan = Plan::new(contents);
    let office = &plan.office(6).id;
    for file in frame::files(seed, office) {
        let has_law = law.acts + law.tables > 0 && file.is_below("site.toml");
        let file = if has_law { file.followed_by(law::SETTINGS) } else { file };
        file.write(dir)?;
    }
    law.files(seed, office).try_for_each(|file| file.write(dir))?;
    plan.all.par_iter().enumerate().try_for_each(|(number, content)| {
        let mut random = Random::new(seed, number as u64);
        kinds::files(content, &plan, &mut random).iter().try_for_each(|file| file.write(dir))
    })
}

/// A file to be written, its path from the site's folder.
pub(super) struct File {
    path: PathBuf,
    bytes: Cow<'static, [u8]>,
}

impl File {
    pub(super) fn text(path: impl Into<PathBuf>, text: String) -> Self {
        Self { path: path.into(), bytes: Cow::Owned(text.into_bytes()) }
    }

    pub(super) fn binary(path: impl Into<PathBuf>, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }

    pub(super) fn is_below(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// With more text at the end.
    fn followed_by(mut self, text: &str) -> Self {
        self.bytes.to_mut().extend_from_slice(text.as_bytes());
        self
    }

    /// With another text, if it is one.
    pub(super) fn edited(self, edit: impl FnOnce(String) -> String) -> Self {
        let is_text = self.path.extension().is_some_and(|extension| extension == "md");
        match String::from_utf8(self.bytes.to_vec()) {
            Ok(text) if is_text => Self::text(self.path, edit(text)),
            _ => self,
        }
    }

    pub(super) fn write(&self, dir: &Path) -> io::Result<()> {
        let path = dir.join(&self.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, &self.bytes)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Service,
    News,
    Document,
    Office,
    Person,
    Role,
    Contact,
    Place,
    Event,
    Faq,
}

/// Titles of the folders, which are sections for other programs.
pub(super) const SECTIONS: &[(&str, &str)] = &[
    ("documenti", "Documenti e dati"),
    ("eventi", "Eventi"),
    ("luoghi", "Luoghi"),
    ("notizie", "Novità"),
    ("persone", "Personale"),
    ("servizi", "Servizi"),
    ("uffici", "Uffici"),
];

impl Kind {
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Service => "servizi",
            Self::News => "notizie",
            Self::Document => "documenti",
            Self::Office => "uffici",
            Self::Person => "persone",
            Self::Role => "incarichi",
            Self::Contact => "contatti",
            Self::Place => "luoghi",
            Self::Event => "eventi",
            Self::Faq => "faq",
        }
    }
}

/// A content before it has a text: what others need to refer to it.
pub(super) struct Content {
    pub(super) kind: Kind,
    /// Among those of its kind.
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) title: String,
    /// Whether files lie beside it.
    pub(super) has_files: bool,
}

impl Content {
    /// Path below the site's folder.
    pub(super) fn path(&self) -> String {
        let folder = self.kind.folder();
        if self.has_files {
            format!("content/{folder}/{}/index.md", self.id)
        } else {
            format!("content/{folder}/{}.md", self.id)
        }
    }

    /// A path beside it.
    pub(super) fn beside(&self, name: &str) -> String {
        format!("content/{}/{}/{name}", self.kind.folder(), self.id)
    }

    /// The link to `target` as it stands in this content's text.
    pub(super) fn link(&self, target: &Self) -> (String, String) {
        let up = if self.has_files { "../../" } else { "../" };
        (target.title.clone(), format!("{up}{}", target.path().trim_start_matches("content/")))
    }
}

/// All contents, kind by kind.
pub(super) struct Plan {
    pub(super) all: Vec<Content>,
    starts: Vec<(Kind, usize, usize)>,
}

impl Plan {
    pub(super) fn new(n: usize) -> Self {
        let services = n * 40 / 100;
        let news = n * 25 / 100;
        let documents = (n * 20 / 100).max(1);
        let rest = n.saturating_sub(services + news + documents);
        let offices = (rest / 8).max(7);
        let people = (rest / 5).max(offices);
        let places = (rest / 12).max(1);
        let events = rest / 7;
        let others = offices * 2 + people * 2 + places + events;
        let mut plan = Self { all: Vec::new(), starts: Vec::new() };
        for (kind, count) in [
            (Kind::Service, services),
            (Kind::News, news),
            (Kind::Document, documents),
            (Kind::Office, offices),
            (Kind::Person, people),
            (Kind::Role, people),
            (Kind::Contact, offices),
            (Kind::Place, places),
            (Kind::Event, events),
            (Kind::Faq, rest.saturating_sub(others)),
        ] {
            plan.starts.push((kind, plan.all.len(), count));
            plan.all.extend((0..count).map(|number| kinds::content(kind, number)));
        }
        plan
    }

    /// The `number`-th content of a kind, beginning again after the last.
    pub(super) fn of(&self, kind: Kind, number: usize) -> Option<&Content> {
        let &(_, start, count) = self.starts.iter().find(|(known, ..)| *known == kind)?;
        (count > 0).then(|| &self.all[start + number % count])
    }

    /// An office: there are always some.
    pub(super) fn office(&self, number: usize) -> &Content {
        self.of(Kind::Office, number).unwrap_or(&self.all[0])
    }
}
