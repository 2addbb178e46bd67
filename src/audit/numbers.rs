//! Maps by numbers and names that are our own: quicker than the standard ones, which hold against keys that somebody chose.

use std::{
    collections::HashMap,
    hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState},
};

/// A map whose keys are numbers of ours, or atoms that know their hash.
pub(super) type ByNumber<K, V> = HashMap<K, V, BuildHasherDefault<NumberHasher>>;

/// A map by words of our own tables. Looked into several times for each element of each page.
pub(in crate::audit) type ByName<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;

/// FNV-1a: nobody can choose these keys to make it slow, they are those of the rules.
#[derive(Debug)]
pub(in crate::audit) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Multiplies to twice the width and folds both halves: every bit of a key reaches every bit of the hash.
#[derive(Debug, Default)]
pub(super) struct NumberHasher(u64);

impl NumberHasher {
    fn mix(&mut self, word: u64) {
        let wide = u128::from(self.0 ^ word ^ 0x9e37_79b9_7f4a_7c15) * 0xd1b5_4a32_d192_ed03;
        self.0 = (wide as u64) ^ ((wide >> 64) as u64);
    }
}

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        if !rest.is_empty() {
            self.mix(u64::from_le_bytes(last));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
}

/// A map by texts of pages. Whoever writes a page does not know the two numbers that its texts are hashed with.
pub(in crate::audit) type ByText<V> = HashMap<Box<str>, V, TextState>;

/// Two numbers for each map, drawn at random.
#[derive(Clone, Copy, Debug)]
pub(in crate::audit) struct TextState {
    start: u64,
    factor: u64,
}

impl Default for TextState {
    fn default() -> Self {
        let random = RandomState::new();
        Self { start: random.hash_one(0), factor: random.hash_one(1) | 1 }
    }
}

impl BuildHasher for TextState {
    type Hasher = TextHasher;

    fn build_hasher(&self) -> TextHasher {
        TextHasher { state: self.start, factor: self.factor }
    }
}

/// As [`NumberHasher`], with a factor that nobody knows.
#[derive(Debug)]
pub(in crate::audit) struct TextHasher {
    state: u64,
    factor: u64,
}

impl TextHasher {
    fn mix(&mut self, word: u64) {
        let wide = u128::from(self.state ^ word) * u128::from(self.factor);
        self.state = (wide as u64) ^ ((wide >> 64) as u64) ^ self.factor.rotate_left(23);
    }
}

impl Hasher for TextHasher {
    fn finish(&self) -> u64 {
        self.state
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.mix(u64::from_le_bytes(last));
        }
        // Texts that differ in zeros at their end only differ in length.
        self.mix(bytes.len() as u64);
    }

    // What ends every text.
    fn write_u8(&mut self, number: u8) {
        self.state = self.state.wrapping_add(number.into());
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use super::*;

    #[test]
    fn small_numbers_are_spread() {
        let build = BuildHasherDefault::<NumberHasher>::default();
        let mut low = std::collections::HashSet::new();
        for a in 0..100_u32 {
            for b in 0..100_u32 {
                low.insert(build.hash_one((a, b)) & 0xffff);
            }
        }
        // Of 65,536 places 10,000 keys at random take about 9,280.
        assert!(low.len() > 9_000, "{}", low.len());
    }

    #[test]
    fn texts_are_spread() {
        let build = TextState::default();
        let text = |n: u32| format!("/servizi/pagamento-{n}/{}", "x".repeat(n as usize % 20));
        let low: std::collections::HashSet<u64> =
            (0..10_000).map(|n| build.hash_one(text(n)) & 0xffff).collect();
        assert!(low.len() > 9_000, "{}", low.len());
        assert_ne!(build.hash_one("a"), build.hash_one("a\0"));
    }
}
