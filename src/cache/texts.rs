//! What contents say, from one build to the next: what their front matter came to, the facts of their texts, and that there
//! are no personal data in them.
//!
//! A content is known by its path and its bytes. One in which personal data were found, or that was not searched since it is
//! not published, is kept nowhere: it is understood and searched again.
//!
//! It is one file, read whole and written whole; whatever is wrong with it, it counts as absent.

#![expect(
    clippy::disallowed_methods,
    reason = "the cache is Arengo's own folder; nothing of it is published unread"
)]

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    io::{self, Write},
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use super::{
    codec::{Decoder, Encoder},
    entry::{self, Origin, put_span},
    finding::Dictionary,
    locked,
    pack::UNFINISHED,
};
use crate::{
    diagnostic::Diagnostic,
    hash::Hash,
    load::{Loaded, Site},
    markdown::{Facts, Heading, Link, LinkKind},
    privacy::Scope,
    rule::Meta,
    source::{FileId, Sources},
    stage::Staged,
    validate::{Entry, Memory},
};

/// The form of the file. Another one is another number.
const MAGIC: [u8; 16] = *b"arengo texts  2\n";

/// Magic, circumstances, digest of the rest.
const HEAD: usize = 16 + 32 + 32;

/// A content's bytes, and its path.
type Key = [u8; 16];

/// The contents of one site.
pub struct Texts<'a> {
    file: PathBuf,
    circumstances: Hash,
    dictionary: Dictionary,
    sources: &'a Sources,
    bytes: Vec<u8>,
    old: HashMap<Key, Known>,
    /// What was met in this build.
    met: Mutex<HashMap<FileId, Met>>,
}

struct Known {
    /// How it was searched.
    clean: Scope,
    /// What it came to and what its texts say, in the file.
    facts: Range<usize>,
}

struct Met {
    key: Key,
    /// None: as they stand in the file.
    facts: Option<Vec<u8>>,
}

impl<'a> Texts<'a> {
    /// Opens the file of a site; one that is missing, damaged or of other circumstances is empty.
    pub fn open(file: &Path, circumstances: Hash, rules: &[&'static Meta], sources: &'a Sources) -> Self {
        let bytes = fs::read(file).unwrap_or_default();
        let old = index(&bytes, &circumstances).unwrap_or_default();
        Self {
            file: file.to_owned(),
            circumstances,
            dictionary: Dictionary::new(rules),
            sources,
            bytes,
            old,
            met: Mutex::default(),
        }
    }

    /// Whether a content was searched for personal data in this way, and there were none.
    pub fn is_clean(&self, entry: &Entry, scope: &Scope) -> bool {
        let met = locked(&self.met);
        let known = met.get(&entry.file).and_then(|met| self.old.get(&met.key));
        known.is_some_and(|known| known.clean == *scope)
    }

    /// Leaves for the next build the contents of this one that are clean, and nothing else, and says how many contents were
    /// known. Errors are for nobody to see: without it the next build takes longer, that is all.
    pub fn save(&self, clean: &HashMap<FileId, Scope>) -> usize {
        let met = locked(&self.met);
        let n_known = met.values().filter(|met| met.facts.is_none()).count();
        let mut kept: Vec<(&Met, &Scope)> =
            met.iter().filter_map(|(file, met)| Some((met, clean.get(file)?))).collect();
        let is_as_known = |(met, scope): &(&Met, &Scope)| {
            met.facts.is_none() && self.old.get(&met.key).is_some_and(|known| known.clean == **scope)
        };
        if kept.len() == self.old.len() && kept.iter().all(is_as_known) {
            return n_known;
        }
        // In one order, whatever order a table has.
        kept.sort_unstable_by_key(|(met, _)| met.key);
        let known = |met: &Met| self.bytes.get(self.old.get(&met.key)?.facts.clone());
        let records = kept
            .into_iter()
            .filter_map(|(met, scope)| Some((met.key, scope, met.facts.as_deref().or_else(|| known(met))?)));
        let _ = write(&self.file, &encode(&self.circumstances, &records.collect::<Vec<_>>()));
        n_known
    }

    /// Where a content is read from; who understood it may know the hash already.
    fn origin<'b>(&'b self, loaded: &'b Loaded, entry: Option<&Entry>) -> Origin<'b> {
        let source = self.sources.get(loaded.file);
        let hash = entry.map_or_else(|| Hash::of(source.text.as_bytes()), Entry::hash);
        Origin { loaded, source, hash }
    }

    /// What a content came to, as it was put. None: it is not what was put.
    fn decode(&self, from: &mut Decoder<'_>, origin: Origin<'_>, site: &Site) -> Option<Staged<Arc<Entry>>> {
        let entry = entry::take(from, origin, site)?;
        let diagnostics = from.list(|from| self.dictionary.take(from, self.sources))?;
        let facts = from.list(|from| self.take_facts(from, origin))?;
        let bodies = entry.bodies();
        if facts.len() != bodies.len() || !from.is_done() {
            return None;
        }
        bodies.iter().zip(facts).for_each(|(body, facts)| body.recall(facts));
        Some(Staged::new(Arc::new(entry), diagnostics))
    }

    /// None: it would not come back as it is.
    fn encode(&self, entry: &Entry, told: &[Diagnostic], origin: Origin<'_>, site: &Site) -> Option<Vec<u8>> {
        let mut to = Encoder::default();
        entry::put(entry, &mut to);
        to.count(told.len());
        for diagnostic in told {
            self.dictionary.put(diagnostic, self.sources, &mut to);
        }
        let bodies = entry.bodies();
        to.count(bodies.len());
        for body in &bodies {
            self.put_facts(body.facts(), &mut to);
        }
        let bytes = to.bytes();
        let back = self.decode(&mut Decoder(&bytes), origin, site)?;
        let is_same = back.diagnostics == told && entry::is_same(&back.value, entry);
        is_same.then_some(bytes)
    }

    fn put_facts(&self, facts: &Facts, to: &mut Encoder) {
        let Facts { headings, links, has_raw_html, n_words, anchors, diagnostics } = facts;
        to.count(headings.len());
        for Heading { level, id, text, span } in headings {
            put_span(*span, to.byte(*level).text(id).text(text));
        }
        to.count(links.len());
        for Link { kind, target, text, span } in links {
            put_span(*span, to.flag(*kind == LinkKind::Image).text(target).text(text));
        }
        to.flag(*has_raw_html).long(*n_words as u64).count(anchors.len());
        for anchor in anchors {
            to.text(anchor);
        }
        to.count(diagnostics.len());
        for diagnostic in diagnostics {
            self.dictionary.put(diagnostic, self.sources, to);
        }
    }

    fn take_facts(&self, from: &mut Decoder<'_>, origin: Origin<'_>) -> Option<Facts> {
        Some(Facts {
            headings: from.list(|from| {
                let (level, id, text) = (from.byte()?, from.text()?.to_owned(), from.text()?.to_owned());
                Some(Heading { level, id, text, span: origin.span(from)? })
            })?,
            links: from.list(|from| {
                let kind = if from.flag()? { LinkKind::Image } else { LinkKind::Link };
                let (target, text) = (from.text()?.to_owned(), from.text()?.to_owned());
                Some(Link { kind, target, text, span: origin.span(from)? })
            })?,
            has_raw_html: from.flag()?,
            n_words: usize::try_from(from.long()?).ok()?,
            anchors: BTreeSet::from_iter(from.list(|from| from.text().map(str::to_owned))?),
            diagnostics: from.list(|from| self.dictionary.take(from, self.sources))?,
        })
    }
}

impl Memory for Texts<'_> {
    fn recall(&self, loaded: &Loaded, site: &Site) -> Option<Staged<Arc<Entry>>> {
        let origin = self.origin(loaded, None);
        let key = key(origin);
        let known = self.old.get(&key)?;
        let understood = self.decode(&mut Decoder(&self.bytes[known.facts.clone()]), origin, site)?;
        locked(&self.met).insert(loaded.file, Met { key, facts: None });
        Some(understood)
    }

    fn keep(&self, loaded: &Loaded, entry: &Entry, told: &[Diagnostic], site: &Site) {
        let origin = self.origin(loaded, Some(entry));
        if let Some(facts) = self.encode(entry, told, origin, site) {
            locked(&self.met).insert(loaded.file, Met { key: key(origin), facts: Some(facts) });
        }
    }
}

/// Files with the same bytes are told apart by their paths.
fn key(origin: Origin<'_>) -> Key {
    Hash::of_parts([origin.hash.as_bytes().as_slice(), origin.loaded.path.as_bytes()]).half()
}

/// Magic, circumstances, digest of the rest; then each content with its key, how it was found clean, and its facts.
fn encode(circumstances: &Hash, records: &[(Key, &Scope, &[u8])]) -> Vec<u8> {
    let size = records.iter().map(|(.., facts)| facts.len() + 32).sum::<usize>();
    let mut to = Encoder::with_capacity(HEAD + size);
    to.array(MAGIC).array(*circumstances.as_bytes()).array([0; 32]).count(records.len());
    for (key, Scope { year, is_act, is_about_a_person }, facts) in records {
        to.array(*key).array(year.to_le_bytes()).flag(*is_act).flag(*is_about_a_person);
        to.count(facts.len()).append(facts);
    }
    let mut bytes = to.bytes();
    let digest = Hash::of(&bytes[HEAD..]);
    bytes[HEAD - 32..HEAD].copy_from_slice(digest.as_bytes());
    bytes
}

/// None: it is no such file, or none that can be believed.
fn index(bytes: &[u8], circumstances: &Hash) -> Option<HashMap<Key, Known>> {
    let mut from = Decoder(bytes);
    let is_ours = from.array() == Some(MAGIC) && from.array() == Some(*circumstances.as_bytes());
    let digest: [u8; 32] = from.array().filter(|_| is_ours)?;
    if digest != *Hash::of(from.0).as_bytes() {
        return None;
    }
    let records = from.list(|from| {
        let key = from.array()?;
        let year = i16::from_le_bytes(from.array()?);
        let clean = Scope { year, is_act: from.flag()?, is_about_a_person: from.flag()? };
        let length = from.short()? as usize;
        let start = bytes.len() - from.0.len();
        from.slice(length)?;
        Some((key, Known { clean, facts: start..start + length }))
    })?;
    from.is_done().then(|| records.into_iter().collect())
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let mut new = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.persist(file)?;
    Ok(())
}
