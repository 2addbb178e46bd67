//! The file with the pages of a site: their bytes one behind the other, then what is known of them, then where that
//! begins. It appears whole or not at all; whatever is wrong with it, it counts as absent.
//!
//! Every part has a digest, so a file that was cut, mixed or written by somebody else says nothing.

#![expect(
    clippy::disallowed_methods,
    reason = "the cache is Arengo's own folder; nothing of it is published unread"
)]

use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::codec::{Decoder, Encoder};
use crate::{hash::Hash, render::Print};

/// The form of the file. Another one is another number.
const MAGIC: [u8; 16] = *b"arengo pages  1\n";
/// Where the index begins, how long it is, its digest, and the magic again: what is missing its end was cut.
const TAIL: usize = 8 + 8 + 32 + MAGIC.len();
/// Names of files that are being written.
const UNFINISHED: &str = ".nuovo-";

/// Where the bytes of a page stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub offset: u64,
    pub length: u32,
    pub digest: [u8; 16],
}

/// What a file says.
#[derive(Default)]
pub(super) struct Index {
    /// Pages made under other circumstances are others.
    pub circumstances: [u8; 32],
    /// Questions, and the fingerprints of their answers.
    pub answers: Vec<(Box<str>, Print)>,
    /// By address.
    pub rows: HashMap<Box<str>, Row>,
}

/// A file that can be read.
pub(super) struct Pack {
    file: File,
    pub index: Index,
}

impl Pack {
    /// None: there is no such file, or none that can be believed.
    pub(super) fn open(path: &Path, circumstances: &Hash) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let length = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
        let mut tail = [0; TAIL];
        file.seek(SeekFrom::Start(length.checked_sub(TAIL as u64)?)).ok()?;
        file.read_exact(&mut tail).ok()?;
        let mut tail = Decoder(&tail);
        let (offset, size, digest) = (tail.long()?, tail.long()?, tail.array::<32>()?);
        let is_whole = tail.array() == Some(MAGIC) && offset.checked_add(size)? == length - TAIL as u64;
        if !is_whole {
            return None;
        }
        let mut bytes = vec![0; usize::try_from(size).ok()?];
        file.seek(SeekFrom::Start(offset)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        if *Hash::of(&bytes).as_bytes() != digest {
            return None;
        }
        let index = Index::decode(&bytes)?;
        (index.circumstances == *circumstances.as_bytes()).then_some(Self { file, index })
    }

    /// The bytes of a row, if they are those that were put.
    pub(super) fn read(&self, row: &Row) -> Option<Vec<u8>> {
        let mut bytes = vec![0; row.length as usize];
        read_at(&self.file, &mut bytes, row.offset).ok()?;
        (Hash::of(&bytes).half() == row.digest).then_some(bytes)
    }
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
    fn encode(&self) -> Vec<u8> {
        let mut to = Encoder::default();
        to.array(self.circumstances).count(self.answers.len());
        for (question, answer) in &self.answers {
            to.text(question).array(answer.to_le_bytes());
        }
        to.count(self.rows.len());
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_unstable_by_key(|(url, _)| *url);
        for (url, row) in rows {
            to.text(url).long(row.offset).array(row.length.to_le_bytes()).array(row.digest);
        }
        to.bytes()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut from = Decoder(bytes);
        let circumstances = from.array()?;
        let answers = from.list(|from| Some((from.text()?.into(), Print::from_le_bytes(from.array()?))))?;
        let rows = from.list(|from| {
            let url = from.text()?.into();
            Some((url, Row { offset: from.long()?, length: from.short()?, digest: from.array()? }))
        })?;
        from.is_done().then(|| Self { circumstances, answers, rows: rows.into_iter().collect() })
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

    /// Adds a page.
    pub(super) fn add(&mut self, url: &str, parts: [&[u8]; 2], digest: [u8; 16]) -> io::Result<()> {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        for part in parts {
            self.file.write_all(part)?;
        }
        self.index.rows.insert(url.into(), Row { offset: self.at, length: length as u32, digest });
        self.at += length as u64;
        Ok(())
    }

    /// Adds pages of the old file, as they stand there.
    pub(super) fn copy(&mut self, old: &Pack, rows: &[(&str, Row)]) -> io::Result<()> {
        let mut rows = rows.to_vec();
        rows.sort_unstable_by_key(|(_, row)| row.offset);
        let mut file = old.file.try_clone()?;
        let mut rest = rows.as_slice();
        while let Some((_, first)) = rest.first() {
            // Neighbours go together.
            let mut end = first.offset;
            let n = rest
                .iter()
                .take_while(|(_, row)| {
                    row.offset == end && {
                        end += u64::from(row.length);
                        true
                    }
                })
                .count();
            let (run, after) = rest.split_at(n);
            file.seek(SeekFrom::Start(first.offset))?;
            let copied = io::copy(&mut (&mut file).take(end - first.offset), &mut self.file)?;
            if copied != end - first.offset {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            for (url, row) in run {
                let moved = Row { offset: self.at + (row.offset - first.offset), ..*row };
                self.index.rows.insert((*url).into(), moved);
            }
            self.at += copied;
            rest = after;
        }
        Ok(())
    }

    /// Puts the file into its place.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let index = self.index.encode();
        let mut tail = Encoder::default();
        tail.long(self.at).long(index.len() as u64).array(*Hash::of(&index).as_bytes()).array(MAGIC);
        self.file.write_all(&index)?;
        self.file.write_all(&tail.bytes())?;
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(&self.path).map_err(|error| error.error)?;
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
