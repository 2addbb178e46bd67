//! The file with the pages of a site: what is known of each and its bytes, one behind the other, then what is known of
//! all, then where that begins. It appears whole or not at all; whatever is wrong with it, it counts as absent.
//!
//! Where little changed, a second file beside it has the new pages and says which of the first still hold; together they
//! never weigh much more than the pages do. It names the first one by its digest: beside another it says nothing.
//!
//! Every part has a digest or a checksum, so a file that was cut or mixed says nothing.

#![expect(
    clippy::disallowed_methods,
    reason = "the cache is Arengo's own folder; nothing of it is published unread"
)]

use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions},
    hash::BuildHasher,
    io::{self, BufWriter, Read, Seek, SeekFrom, Write},
    ops::Range,
    path::{Path, PathBuf},
};

use foldhash::fast::FixedState;
use tempfile::NamedTempFile;

use super::codec::{Decoder, Encoder};
use crate::{hash::Hash, render::Print};

/// The form of the file. Another one is another number.
const MAGIC: [u8; 16] = *b"arengo pages  3\n";
/// Where the index begins, how long it is, its digest, and the magic again: what is missing its end was cut.
const TAIL: usize = 8 + 8 + 32 + MAGIC.len();
/// Names of files that are being written.
pub(super) const UNFINISHED: &str = ".nuovo-";

/// The second file is written as long as the first one is so many times as long.
const SHARE: u64 = 4;

/// Where a page stands: first what is known of it, then its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// False: in the second file.
    pub is_in_first: bool,
    pub offset: u64,
    /// How long both parts are, and their checksums.
    pub about: u32,
    pub page: u32,
    pub checks: [u64; 2],
    /// The hash of the page: who has such a page already need not read it.
    pub hash: Hash,
}

impl Row {
    fn length(&self) -> u64 {
        u64::from(self.about) + u64::from(self.page)
    }
}

/// What a file says.
#[derive(Default)]
pub(super) struct Index {
    /// Pages made under other circumstances are others.
    pub circumstances: [u8; 32],
    /// The digest of the file beside which this one stands; of the first file nothing.
    beside: [u8; 32],
    /// Every question, one behind the other.
    pub questions: String,
    pub answers: Vec<Answer>,
    /// By address.
    pub rows: HashMap<Box<str>, Row>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// What pages call the question.
    pub number: u64,
    pub print: Print,
    /// Where the question stands in [`Index::questions`].
    pub question: Range<u32>,
}

/// Pages that can be read.
pub(super) struct Pack {
    first: Part,
    second: Option<Part>,
    pub index: Index,
}

/// One of the two files, and where its pages end.
struct Part {
    file: File,
    pages: u64,
    size: u64,
    digest: [u8; 32],
}

impl Part {
    fn open(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let length = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
        let mut tail = [0; TAIL];
        file.seek(SeekFrom::Start(length.checked_sub(TAIL as u64)?)).ok()?;
        file.read_exact(&mut tail).ok()?;
        let mut tail = Decoder(&tail);
        let (pages, size, digest) = (tail.long()?, tail.long()?, tail.array::<32>()?);
        let is_whole = tail.array() == Some(MAGIC) && pages.checked_add(size)? == length - TAIL as u64;
        is_whole.then_some(Self { file, pages, size, digest })
    }

    fn index(&self, beside: [u8; 32], circumstances: &Hash) -> Option<Index> {
        let mut bytes = vec![0; usize::try_from(self.size).ok()?];
        read_at(&self.file, &mut bytes, self.pages).ok()?;
        if *Hash::of(&bytes).as_bytes() != self.digest {
            return None;
        }
        let index = Index::decode(&bytes)?;
        (index.circumstances == *circumstances.as_bytes() && index.beside == beside).then_some(index)
    }
}

/// The file beside the first one.
fn second(path: &Path) -> PathBuf {
    path.with_extension("2.bin")
}

impl Pack {
    /// None: there is no such file, or none that can be believed.
    pub(super) fn open(path: &Path, circumstances: &Hash) -> Option<Self> {
        let first = Part::open(path)?;
        let newer = Part::open(&second(path))
            .and_then(|second| Some((second.index(first.digest, circumstances)?, second)));
        if let Some((index, second)) = newer {
            return Some(Self { first, second: Some(second), index });
        }
        let index = first.index([0; 32], circumstances)?;
        Some(Self { first, second: None, index })
    }

    /// The file in which a page stands.
    fn file(&self, row: &Row) -> Option<&File> {
        match row.is_in_first {
            true => Some(&self.first.file),
            false => self.second.as_ref().map(|part| &part.file),
        }
    }

    /// What is known of a page, if it is what was put.
    pub(super) fn about(&self, row: &Row) -> Option<Vec<u8>> {
        let mut bytes = vec![0; row.about as usize];
        read_at(self.file(row)?, &mut bytes, row.offset).ok()?;
        (check(&bytes) == row.checks[0]).then_some(bytes)
    }

    /// Reads the bytes of a page. None: they are not those that were put.
    pub(super) fn page<'a>(&self, row: &Row, buffer: &'a mut Vec<u8>) -> Option<&'a [u8]> {
        buffer.resize(row.page as usize, 0);
        read_at(self.file(row)?, buffer, row.offset + u64::from(row.about)).ok()?;
        (check(buffer) == row.checks[1]).then_some(buffer.as_slice())
    }
}

/// Shows damage. Nobody is kept out by it: who may write the file may write this as well, and a hash that withstands them
/// took a sixth of the time that kept pages take.
fn check(bytes: &[u8]) -> u64 {
    FixedState::default().hash_one(bytes)
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, bytes, offset)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            n => {
                bytes = &mut bytes[n..];
                offset += n as u64;
            }
        }
    }
    Ok(())
}

impl Index {
    /// Adds a question, its number and the fingerprint of its answer.
    pub(super) fn add(&mut self, number: u64, question: &str, print: Print) {
        let start = self.questions.len() as u32;
        self.questions.push_str(question);
        self.answers.push(Answer { number, print, question: start..self.questions.len() as u32 });
    }

    /// The words of a question.
    pub(super) fn question(&self, answer: &Answer) -> &str {
        &self.questions[answer.question.start as usize..answer.question.end as usize]
    }

    fn encode(&self) -> Vec<u8> {
        let answers = self.questions.len() + self.answers.len() * 28;
        let rows = self.rows.keys().map(|url| url.len() + 69).sum::<usize>();
        let mut to = Encoder::with_capacity(answers + rows + 80);
        to.array(self.circumstances).array(self.beside).text(&self.questions).count(self.answers.len());
        for Answer { number, print, question } in &self.answers {
            to.long(*number).array(print.to_le_bytes()).count(question.len());
        }
        to.count(self.rows.len());
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_unstable_by_key(|(url, _)| *url);
        for (url, row) in rows {
            let Row { is_in_first, offset, about, page, checks, hash } = row;
            to.text(url).flag(*is_in_first).long(*offset);
            to.array(about.to_le_bytes()).array(page.to_le_bytes());
            checks.iter().for_each(|check| {
                to.long(*check);
            });
            to.array(*hash.as_bytes());
        }
        to.bytes()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut from = Decoder(bytes);
        let (circumstances, beside) = (from.array()?, from.array()?);
        let questions = from.text()?.to_owned();
        let mut start = 0_u32;
        let answers = from.list(|from| {
            let (number, print) = (from.long()?, Print::from_le_bytes(from.array()?));
            let question = start..start.checked_add(from.short()?)?;
            start = question.end;
            questions.get(question.start as usize..question.end as usize)?;
            Some(Answer { number, print, question })
        })?;
        let rows = from.list(|from| {
            let url = from.text()?.into();
            let (is_in_first, offset) = (from.flag()?, from.long()?);
            let (about, page) = (from.short()?, from.short()?);
            let (checks, hash) = ([from.long()?, from.long()?], Hash::from_bytes(from.array()?));
            Some((url, Row { is_in_first, offset, about, page, checks, hash }))
        })?;
        let rows = rows.into_iter().collect();
        from.is_done().then_some(Self { circumstances, beside, questions, answers, rows })
    }
}

/// A file that is being written, beside the one whose place it will take.
pub(super) struct NewPack {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
    at: u64,
    /// So that nobody else writes meanwhile.
    _lock: File,
    pub index: Index,
}

impl NewPack {
    /// Errors are for nobody to see: without a new file the next build takes longer, that is all.
    pub(super) fn create(path: &Path, circumstances: &Hash) -> io::Result<Self> {
        let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        fs::create_dir_all(folder)?;
        let lock =
            OpenOptions::new().write(true).create(true).truncate(false).open(path.with_extension("lock"))?;
        lock.try_lock().map_err(|error| match error {
            fs::TryLockError::Error(error) => error,
            fs::TryLockError::WouldBlock => io::ErrorKind::WouldBlock.into(),
        })?;
        let prefix = format!("{UNFINISHED}{}-", path.file_stem().unwrap_or_default().to_string_lossy());
        remove_unfinished(folder, &prefix)?;
        let file = tempfile::Builder::new().prefix(&prefix).tempfile_in(folder)?;
        let index = Index { circumstances: *circumstances.as_bytes(), ..Index::default() };
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file), at: 0, _lock: lock, index })
    }

    /// Adds a page, of which the hash is known, after what is known of it.
    pub(super) fn add(&mut self, url: &str, about: &[u8], page: &[u8], hash: Hash) -> io::Result<()> {
        let length = |part: &[u8]| u32::try_from(part.len()).map_err(io::Error::other);
        let row = Row {
            is_in_first: true,
            offset: self.at,
            about: length(about)?,
            page: length(page)?,
            checks: [about, page].map(check),
            hash,
        };
        self.file.write_all(about)?;
        self.file.write_all(page)?;
        self.index.rows.insert(url.into(), row);
        self.at += row.length();
        Ok(())
    }

    /// Adds pages of one of the old files, as they stand there.
    fn copy(&mut self, old: &Part, mut rows: Vec<(&str, Row)>) -> io::Result<()> {
        rows.sort_unstable_by_key(|(_, row)| row.offset);
        let mut file = old.file.try_clone()?;
        self.file.flush()?;
        let mut rest = rows.as_slice();
        while let Some((_, first)) = rest.first() {
            // Neighbours go together.
            let mut end = first.offset;
            let n = rest
                .iter()
                .take_while(|(_, row)| {
                    row.offset == end && {
                        end += row.length();
                        true
                    }
                })
                .count();
            let (run, after) = rest.split_at(n);
            file.seek(SeekFrom::Start(first.offset))?;
            // From file to file, so that the system may do it by itself.
            let copied =
                io::copy(&mut (&mut file).take(end - first.offset), self.file.get_mut().as_file_mut())?;
            if copied != end - first.offset {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            for (url, row) in run {
                let moved = Row { is_in_first: true, offset: self.at + (row.offset - first.offset), ..*row };
                self.index.rows.insert((*url).into(), moved);
            }
            self.at += copied;
            rest = after;
        }
        Ok(())
    }

    /// Puts the file into its place, together with pages of the old one.
    pub(super) fn finish(mut self, old: Option<Pack>, rows: &[(&str, Row)]) -> io::Result<()> {
        let Some(old) = old else { return self.put(None) };
        let (first, others): (Vec<_>, Vec<_>) = rows.iter().copied().partition(|(_, row)| row.is_in_first);
        let new = self.at + others.iter().map(|(_, row)| row.length()).sum::<u64>();
        if let Some(part) = &old.second {
            self.copy(part, others)?;
        }
        if new.saturating_mul(SHARE) > old.first.pages {
            self.copy(&old.first, first)?;
            // Some systems replace no file that is open.
            drop(old);
            return self.put(None);
        }
        self.index.rows.values_mut().for_each(|row| row.is_in_first = false);
        self.index.rows.extend(first.into_iter().map(|(url, row)| (url.into(), row)));
        let beside = old.first.digest;
        drop(old);
        self.put(Some(beside))
    }

    /// In the place of the first file, or beside the one with this digest.
    fn put(mut self, beside: Option<[u8; 32]>) -> io::Result<()> {
        self.index.beside = beside.unwrap_or_default();
        let index = self.index.encode();
        let mut tail = Encoder::default();
        tail.long(self.at).long(index.len() as u64).array(*Hash::of(&index).as_bytes()).array(MAGIC);
        self.file.write_all(&index)?;
        self.file.write_all(&tail.bytes())?;
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        let second = second(&self.path);
        let place = if beside.is_some() { &second } else { &self.path };
        file.persist(place).map_err(|error| error.error)?;
        if beside.is_none() && second.exists() {
            // It stands beside a file that is no more.
            let _ = fs::remove_file(second);
        }
        Ok(())
    }
}

/// What a build that was killed left behind. Whoever holds the lock is the only one who writes.
fn remove_unfinished(folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
