//! What an office file (a zip archive) would become if it were unpacked, counted before anybody does: a few kilobytes can
//! hold gigabytes.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// Everything in an archive together.
const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
const MOST_FILES: usize = 2_000;

const END: [u8; 4] = [b'P', b'K', 5, 6];
const ENTRY: [u8; 4] = [b'P', b'K', 1, 2];
const LOCAL: [u8; 4] = [b'P', b'K', 3, 4];

/// A file inside the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub name: String,
    method: u16,
    packed: usize,
    /// Where its bytes begin.
    at: usize,
}

/// Why an archive is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No archive, or not one of the plain kind that office programs write.
    Broken,
    TooLarge,
}

/// The members of an archive that is safe to unpack: every one was unpacked once, and counted.
pub fn members(bytes: &[u8]) -> Result<Vec<Member>, Refusal> {
    let members = directory(bytes).ok_or(Refusal::Broken)?;
    if members.len() > MOST_FILES {
        return Err(Refusal::TooLarge);
    }
    let mut left = MOST_UNPACKED;
    for member in &members {
        let length = member.unpack(bytes, left + 1, &mut |_| {}).ok_or(Refusal::Broken)?;
        left = left.checked_sub(length).ok_or(Refusal::TooLarge)?;
    }
    Ok(members)
}

impl Member {
    /// The text of a member that was counted.
    pub fn text(&self, bytes: &[u8]) -> Option<String> {
        let mut text = Vec::new();
        self.unpack(bytes, MOST_UNPACKED, &mut |part| text.extend_from_slice(part))?;
        String::from_utf8(text).ok()
    }

    /// Hands on what is inside, up to a limit, and says how much that was.
    fn unpack(&self, bytes: &[u8], limit: u64, take: &mut dyn FnMut(&[u8])) -> Option<u64> {
        let packed = bytes.get(self.at..self.at.checked_add(self.packed)?)?;
        let mut reader: Box<dyn Read> = match self.method {
            0 => Box::new(packed),
            8 => Box::new(DeflateDecoder::new(packed)),
            _ => return None,
        };
        let mut part = [0; 16 * 1024];
        let mut length = 0;
        while length < limit {
            match reader.read(&mut part).ok()? {
                0 => break,
                n => {
                    length += n as u64;
                    take(&part[..n]);
                }
            }
        }
        Some(length)
    }
}

/// The central directory (APPNOTE 4.3.12). What needs 64 bits is larger than we want.
fn directory(bytes: &[u8]) -> Option<Vec<Member>> {
    let tail = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let end = tail + memchr::memmem::rfind(&bytes[tail..], &END)?;
    let n = usize::from(short(bytes, end + 10)?);
    let mut at = long(bytes, end + 16)? as usize;
    let mut members = Vec::new();
    for _ in 0..n {
        if bytes.get(at..at + 4)? != ENTRY {
            return None;
        }
        let is_encrypted = short(bytes, at + 8)? & 1 == 1;
        let (name_length, extra, comment) =
            (short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?);
        let local = long(bytes, at + 42)? as usize;
        if is_encrypted || bytes.get(local..local.checked_add(4)?)? != LOCAL {
            return None;
        }
        let name = bytes.get(at + 46..at + 46 + usize::from(name_length))?;
        let data =
            local + 30 + usize::from(short(bytes, local + 26)?) + usize::from(short(bytes, local + 28)?);
        members.push(Member {
            name: String::from_utf8_lossy(name).into_owned(),
            method: short(bytes, at + 10)?,
            packed: long(bytes, at + 20)? as usize,
            at: data,
        });
        at += 46 + usize::from(name_length) + usize::from(extra) + usize::from(comment);
    }
    Some(members)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use flate2::{Compression, write::DeflateEncoder};

    use super::*;

    /// An archive as small as it can be; checksums are left out, since nobody here looks at them.
    pub(crate) fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut directory = Vec::new();
        for (name, content) in members {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(content).expect("memory");
            let packed = encoder.finish().expect("memory");
            let mut crc = flate2::Crc::new();
            crc.update(content);
            let at = bytes.len() as u32;
            let mut shared = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
            shared.extend(crc.sum().to_le_bytes());
            shared.extend((packed.len() as u32).to_le_bytes());
            shared.extend((content.len() as u32).to_le_bytes());
            shared.extend((name.len() as u16).to_le_bytes());
            shared.extend([0, 0]);
            bytes.extend(LOCAL);
            bytes.extend(&shared);
            bytes.extend(name.as_bytes());
            bytes.extend(packed);
            directory.extend(ENTRY);
            directory.extend([20, 0]);
            directory.extend(&shared);
            directory.extend([0; 10]);
            directory.extend(at.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let at = bytes.len() as u32;
        let n = (members.len() as u16).to_le_bytes();
        bytes.extend(&directory);
        bytes.extend(END);
        bytes.extend([0, 0, 0, 0]);
        bytes.extend(n);
        bytes.extend(n);
        bytes.extend((directory.len() as u32).to_le_bytes());
        bytes.extend(at.to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn what_becomes_too_large_is_refused() {
        let zeros = vec![0; 16 * 1024 * 1024];
        let nine: Vec<(&str, &[u8])> = vec![("a", &zeros); 9];
        let bomb = archive(&nine);
        assert!(bomb.len() < 300_000, "it looks small: {}", bomb.len());
        assert_eq!(members(&bomb), Err(Refusal::TooLarge));
        let good = archive(&[("uno.xml", b"<a/>"), ("due.xml", b"testo")]);
        let names: Vec<String> =
            members(&good).expect("members").into_iter().map(|member| member.name).collect();
        assert_eq!(names, ["uno.xml", "due.xml"]);
        assert_eq!(members(&good).expect("members")[1].text(&good).as_deref(), Some("testo"));
        for end in 0..good.len() {
            let _ = members(&good[..end]);
        }
        assert_eq!(members(b"niente"), Err(Refusal::Broken));
    }
}
