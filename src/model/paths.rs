//! Paths written in Markdown: relative to the file, as they also work in an editor and in the forge.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{AttachmentId, gone::Gone};
use crate::{
    layered::Layered,
    slug::{composed, percent_decoded},
    suggest::closest,
    validate::ContentId,
};

/// Why a content that exists is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    Draft,
    NotYet(Date),
    Over(Date),
    /// The law lets it be published until that day.
    Ended(Date),
    /// It stands on the albo pretorio only, which nothing else leads to.
    OnlyAlbo,
    /// It has mistakes of its own, which were told.
    Unreadable,
}

impl Absence {
    /// The day that matters, as Italians write it; empty for a draft.
    pub fn day(&self) -> String {
        match self {
            Self::NotYet(day) | Self::Over(day) | Self::Ended(day) => day.strftime("%d/%m/%Y").to_string(),
            Self::Draft | Self::OnlyAlbo | Self::Unreadable => String::new(),
        }
    }
}

/// What stands at a path below `content/`.
#[derive(Debug, Clone)]
pub(super) enum Known {
    Content(ContentId),
    Absent(Absence),
    Attachment(AttachmentId),
}

/// Where a written path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathTarget {
    /// A content, and the anchor after `#`.
    Content(ContentId, Option<String>),
    Attachment(AttachmentId),
    /// A content that is not published on the day.
    Absent(Absence),
    /// The address of an act on the albo pretorio, which has its days there.
    Act {
        from: Date,
        until: Option<Date>,
    },
    /// Another site, a mailbox, a telephone.
    External,
    /// `#ancora` on the same page.
    Anchor,
    /// An address of this site, from the root.
    Address,
    /// Above `content/`.
    Outside,
    /// Nothing stands there; perhaps this was meant.
    Nothing(Option<String>),
}

/// By their names with composed accents: some systems take an accent apart from its letter, and editors write it whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Paths {
    known: Layered<Known>,
    gone: Gone,
}

impl Paths {
    pub(super) fn add(&mut self, path: String, known: Known) {
        let path = match composed(&path) {
            Cow::Borrowed(_) => path,
            Cow::Owned(composed) => composed,
        };
        self.known.insert(path, known);
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.known.reserve(more);
    }

    pub(super) fn at(&self, path: &str) -> Option<&Known> {
        self.known.get(composed(path).as_ref())
    }

    pub(super) fn remove(&mut self, path: &str) {
        self.known.remove(composed(path).as_ref());
    }

    /// From now on links to these addresses lead nowhere.
    pub(super) fn forget(&mut self, gone: Gone) {
        self.gone = gone;
    }

    pub(super) fn gone(&self) -> &Gone {
        &self.gone
    }

    /// The content in a file.
    pub(super) fn content(&self, path: &str) -> Option<ContentId> {
        match self.at(path)? {
            Known::Content(content) => Some(*content),
            Known::Absent(_) | Known::Attachment(_) => None,
        }
    }

    pub(super) fn resolve(&self, from: &str, written: &str) -> PathTarget {
        if written.starts_with('#') {
            return PathTarget::Anchor;
        }
        if let Some(target) = self.gone.at(written) {
            return target.clone();
        }
        if written.starts_with('/') {
            return PathTarget::Address;
        }
        if has_scheme(written) {
            return PathTarget::External;
        }
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (written, None),
        };
        let path = path.split('?').next().unwrap_or(path);
        let Some(path) = join(from, &percent_decoded(path)) else { return PathTarget::Outside };
        let path = composed(&path);
        match self.known.get(path.as_ref()) {
            Some(Known::Content(content)) => PathTarget::Content(*content, anchor),
            Some(Known::Attachment(attachment)) => PathTarget::Attachment(*attachment),
            Some(Known::Absent(absence)) => PathTarget::Absent(absence.clone()),
            None => PathTarget::Nothing(self.perhaps(from, &path)),
        }
    }

    /// A path like the one that leads nowhere, as it would be written in `from`.
    fn perhaps(&self, from: &str, path: &str) -> Option<String> {
        // `luoghi/teatro.md` where the content is a folder, and the other way round.
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let variants =
            [format!("{stem}/index.md"), format!("{}.md", stem.strip_suffix("/index").unwrap_or(stem))];
        let found = variants.into_iter().find(|variant| self.known.get(variant).is_some());
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found = found.or_else(|| {
            let mut near: Vec<&str> = self.known.names().filter(|known| known.starts_with(folder)).collect();
            near.sort_unstable();
            closest(path, near).map(str::to_owned)
        })?;
        Some(relative(from, &found))
    }
}

/// `https:`, `mailto:`, `tel:`… A single letter would be a Windows drive.
fn has_scheme(written: &str) -> bool {
    written.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    }) || written.starts_with("//")
}

/// The path below `content/` that `written` names in the file `from`; none above the folder.
fn join(from: &str, written: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `to` as it is written in `from`.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(from.len() - 1);
    let mut parts = vec![".."; from.len() - 1 - shared];
    parts.extend(&to[shared..]);
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, written: &str, expected: &PathTarget) {
        let mut paths = Paths::default();
        paths.add("servizi/tari.md".to_owned(), Known::Content(ContentId(1)));
        paths.add("luoghi/teatro/index.md".to_owned(), Known::Content(ContentId(2)));
        paths.add("servizi/citta\u{300}.md".to_owned(), Known::Content(ContentId(3)));
        assert_eq!(&paths.resolve(from, written), expected, "{written}");
    }

    #[test]
    fn paths_lead_somewhere_or_are_explained() {
        let tari = |anchor: Option<&str>| PathTarget::Content(ContentId(1), anchor.map(str::to_owned));
        let nothing = |perhaps: &str| PathTarget::Nothing(Some(perhaps.to_owned()));
        check("notizie/a.md", "../servizi/tari.md", &tari(None));
        check("servizi/b.md", "tari.md#costi", &tari(Some("costi")));
        check("servizi/b.md", "./tari%2Emd", &tari(None));
        check("servizi/b.md", "citta\u{300}.md", &PathTarget::Content(ContentId(3), None));
        check("servizi/b.md", "città.md", &PathTarget::Content(ContentId(3), None));
        check("a.md", "../../etc/passwd", &PathTarget::Outside);
        check("a.md", "mailto:a@b.it", &PathTarget::External);
        check("a.md", "https://www.normattiva.it/", &PathTarget::External);
        check("a.md", "#fine", &PathTarget::Anchor);
        check("a.md", "/servizi/", &PathTarget::Address);
        check("notizie/a.md", "../luoghi/teatro.md", &nothing("../luoghi/teatro/index.md"));
        check("notizie/a.md", "../servizi/tarri.md", &nothing("../servizi/tari.md"));
        check("notizie/a.md", "../zzz/qqqqqq.md", &PathTarget::Nothing(None));
    }
}
