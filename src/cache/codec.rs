//! Bytes in and out: numbers in little-endian order, texts with their length before them.

/// Puts values one behind the other.
#[derive(Default)]
pub(super) struct Encoder(Vec<u8>);

impl Encoder {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    pub(super) fn byte(&mut self, byte: u8) -> &mut Self {
        self.0.push(byte);
        self
    }

    pub(super) fn flag(&mut self, flag: bool) -> &mut Self {
        self.byte(u8::from(flag))
    }

    pub(super) fn array<const N: usize>(&mut self, bytes: [u8; N]) -> &mut Self {
        self.0.extend_from_slice(&bytes);
        self
    }

    pub(super) fn long(&mut self, number: u64) -> &mut Self {
        self.array(number.to_le_bytes())
    }

    /// How many of something follow. Nothing here comes in billions.
    pub(super) fn count(&mut self, count: usize) -> &mut Self {
        self.array(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes())
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// What another one put.
    pub(super) fn append(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Takes values out again; none as soon as something is not what [`Encoder`] would have put there.
pub(super) struct Decoder<'a>(pub &'a [u8]);

impl<'a> Decoder<'a> {
    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn long(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub(super) fn short(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn slice(&mut self, length: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(first)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.short()? as usize;
        std::str::from_utf8(self.slice(length)?).ok()
    }

    /// As many of something as were put.
    pub(super) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.short()? as usize;
        // A count that was damaged must not ask for all the memory there is.
        let mut list = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            list.push(one(self)?);
        }
        Some(list)
    }

    pub(super) fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.flag()? {
            true => one(self).map(Some),
            false => Some(None),
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_comes_out_and_half_of_it_is_nothing() {
        let mut encoder = Encoder::default();
        encoder.flag(true).text("però").count(2).long(7).long(8);
        let bytes = encoder.bytes();
        let read = |bytes: &[u8]| {
            let mut decoder = Decoder(bytes);
            let text = decoder.maybe(|decoder| decoder.text().map(str::to_owned))?;
            let list = decoder.list(Decoder::long)?;
            decoder.is_done().then_some((text, list))
        };
        assert_eq!(read(&bytes), Some((Some("però".to_owned()), vec![7, 8])));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]), None, "{end}");
        }
        assert_eq!(Decoder(&[255; 8]).list(Decoder::long), None);
    }
}
