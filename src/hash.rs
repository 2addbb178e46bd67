//! The one content hash (BLAKE3), how it is written down, and what was last made of the same bytes.

use std::{
    fmt,
    io::{self, Read},
    sync::{Arc, Mutex, PoisonError},
};

/// The hash of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Several parts as one value; their borders count.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(*hasher.finalize().as_bytes())
    }

    /// Everything there is to read, without holding it.
    pub fn of_reader(mut from: impl Read) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        // As much as stays near the processor: what was just copied is hashed from there.
        let mut buffer = vec![0; 128 * 1024];
        loop {
            match from.read(&mut buffer) {
                Ok(0) => return Ok(Self(*hasher.finalize().as_bytes())),
                Ok(n) => hasher.update(&buffer[..n]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
        }
    }

    /// The first eight hexadecimal digits: enough to tell versions of one asset apart in a file name.
    pub fn short(&self) -> String {
        self.to_string()[..8].to_owned()
    }

    /// Enough to tell a few thousand things apart.
    pub fn first_bytes(&self) -> [u8; 8] {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        [a, b, c, d, e, f, g, h]
    }

    /// Enough to tell millions of things apart, for ever.
    pub fn half(&self) -> [u8; 16] {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0[..16]);
        half
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads back what `Display` wrote.
    pub fn parse(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(blake3::Hash::from_bytes(self.0).to_hex().as_str())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({})", self.short())
    }
}

/// The last thing that was made of something with a hash. One is enough for who makes the same again and again, and many
/// would fill the memory of who never does.
#[derive(Debug)]
pub struct Last<T>(Mutex<Option<(Hash, Arc<T>)>>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Last<T> {
    pub fn get(&self, of: Hash) -> Option<Arc<T>> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.as_ref().filter(|(hash, _)| *hash == of).map(|(_, made)| Arc::clone(made))
    }

    pub fn put(&self, of: Hash, made: &Arc<T>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((of, Arc::clone(made)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_of_parts_count() {
        let parts = |parts: &[&str]| Hash::of_parts(parts.iter().map(|part| part.as_bytes()));
        assert_ne!(parts(&["ab", "c"]), parts(&["a", "bc"]));
        assert_eq!(parts(&["ab", "c"]), parts(&["ab", "c"]));
    }

    #[test]
    fn what_is_read_in_pieces_is_one() {
        let bytes: Vec<u8> = (0..300_000_u32).map(|n| n as u8).collect();
        assert_eq!(Hash::of_reader(bytes.as_slice()).unwrap(), Hash::of(&bytes));
        assert_eq!(Hash::of_reader(&b""[..]).unwrap(), Hash::of(b""));
    }

    #[test]
    fn only_the_last_is_remembered() {
        let last = Last::default();
        let [one, two] = [b"1", b"2"].map(|bytes| Hash::of(bytes));
        assert_eq!(last.get(one), None);
        last.put(one, &Arc::new(1));
        assert_eq!((last.get(one).as_deref(), last.get(two)), (Some(&1), None));
        last.put(two, &Arc::new(2));
        assert_eq!((last.get(one), last.get(two).as_deref()), (None, Some(&2)));
    }

    #[test]
    fn is_read_back() {
        let hash = Hash::of(b"comune");
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse("non un hash"), None);
    }
}
