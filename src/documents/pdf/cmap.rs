//! What the codes of a font mean: the `ToUnicode` map that most PDFs carry (ISO 32000-1, 9.10.3).

/// Entries that are kept; more no font has.
const MOST: usize = 70_000;

/// Codes and their texts, in order.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// First code, last code, the text of the first; of the following ones its last unit counts on.
    ranges: Vec<(u32, u32, Vec<u16>)>,
}

#[derive(Debug, PartialEq)]
enum Token<'a> {
    /// A code, and the bytes it was written with.
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl CMap {
    pub(super) fn of(data: &[u8]) -> Self {
        let mut map = Self::default();
        let mut pending: Vec<Token<'_>> = Vec::new();
        for token in tokens(data) {
            match token {
                Token::Word(word) if word.starts_with(b"begin") => pending.clear(),
                Token::Word(b"endbfchar") => map.add_chars(&std::mem::take(&mut pending)),
                Token::Word(b"endbfrange") => map.add_ranges(&std::mem::take(&mut pending)),
                Token::Word(_) => {}
                token if pending.len() < 4 * MOST => pending.push(token),
                _ => {}
            }
        }
        map.ranges.sort_by_key(|range| range.0);
        map
    }

    fn add(&mut self, first: u32, last: u32, text: &[u8]) {
        if self.ranges.len() < MOST && last >= first {
            let units =
                text.chunks(2).map(|unit| unit.iter().fold(0, |sum, byte| sum << 8 | u16::from(*byte)));
            self.ranges.push((first, last, units.collect()));
        }
    }

    fn add_chars(&mut self, tokens: &[Token<'_>]) {
        for pair in tokens.chunks_exact(2) {
            if let [Token::Hex(from), Token::Hex(text)] = pair {
                self.add(code(from), code(from), text);
            }
        }
    }

    fn add_ranges(&mut self, tokens: &[Token<'_>]) {
        let mut rest = tokens;
        loop {
            match rest {
                [Token::Hex(first), Token::Hex(last), Token::Hex(text), after @ ..] => {
                    self.add(code(first), code(last), text);
                    rest = after;
                }
                [Token::Hex(first), Token::Hex(_), Token::Open, after @ ..] => {
                    let end = after.iter().position(|token| *token == Token::Close).unwrap_or(after.len());
                    for (n, text) in after[..end].iter().enumerate() {
                        if let Token::Hex(text) = text {
                            let at = code(first).saturating_add(n as u32);
                            self.add(at, at, text);
                        }
                    }
                    rest = after.get(end + 1..).unwrap_or(&[]);
                }
                [_, after @ ..] => rest = after,
                [] => return,
            }
        }
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let n = self.ranges.partition_point(|range| range.0 <= code).checked_sub(1)?;
        let (first, last, units) = &self.ranges[n];
        if code > *last {
            return None;
        }
        let mut units = units.clone();
        if let Some(unit) = units.last_mut() {
            *unit = unit.wrapping_add((code - first) as u16);
        }
        Some(String::from_utf16_lossy(&units))
    }
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

fn tokens(data: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let byte = *data.get(at)?;
            match byte {
                b'<' if data.get(at + 1) != Some(&b'<') => {
                    let end = data[at..].iter().position(|byte| *byte == b'>').map_or(data.len(), |n| at + n);
                    let token = Token::Hex(hex(&data[at + 1..end]));
                    at = end + 1;
                    return Some(token);
                }
                b'[' | b']' => {
                    at += 1;
                    return Some(if byte == b'[' { Token::Open } else { Token::Close });
                }
                b'%' => at += data[at..].iter().position(|byte| *byte == b'\n').unwrap_or(data.len() - at),
                byte if byte.is_ascii_alphabetic() => {
                    let end = data[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                    let token = Token::Word(&data[at..at + end]);
                    at += end;
                    return Some(token);
                }
                _ => at += 1,
            }
        }
    })
}

fn hex(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = text
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .take(64)
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read() {
        let map = CMap::of(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0003> <0020> <0005> <00660069> endbfchar % <0001> <0041>\n\
            2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<00E0> <D83DDE00>] endbfrange endcmap",
        );
        let texts = [3, 5, 0x10, 0x12, 0x20, 0x21].map(|code| map.text(code).unwrap_or_default());
        assert_eq!(texts, [" ", "fi", "A", "C", "à", "😀"]);
        assert_eq!(map.text(1), None);
        assert_eq!(map.text(0x13), None);
    }

    #[test]
    fn broken_maps_mean_nothing() {
        for data in
            [&b"beginbfchar <"[..], b"beginbfrange <00> <FF> [", b"endbfrange endbfchar", b"<<>>", b""]
        {
            assert_eq!(CMap::of(data).text(0), None);
        }
    }
}
