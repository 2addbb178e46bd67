//! Pictures behind texts: opened when a text lies over one, decoded within limits, asked for the colours of an area.
//!
//! Where a picture comes from is for others to say. One whose colours a browser would change (by a colour profile), turn or
//! scale before it shows them is not known here, and neither is one that moves.

use std::{
    collections::HashMap,
    fmt,
    io::Cursor,
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError},
};

use memchr::memmem;
use zune_jpeg::zune_core::{colorspace::ColorSpace, options::DecoderOptions};

use super::css::Rgba;

/// Files and pictures that are larger are not opened: 2560 × 1600.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_PIXELS: usize = 4_100_000;
/// What a PNG may unpack besides its pixels.
const MOST_UNPACKED: usize = 32 * 1024 * 1024;
/// Pixels of all pictures that are remembered.
const REMEMBERED: usize = 16_000_000;
/// By how much browsers differ when they decode a JPEG: rounding, and colours between the coarser pixels of colour.
const JPEG_SLACK: u8 = 6;

type Open = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync;

/// The pictures that pages show, each opened once.
#[derive(Default)]
pub(super) struct Pictures {
    open: Option<Box<Open>>,
    known: Mutex<HashMap<String, Option<Arc<Picture>>>>,
}

impl fmt::Debug for Pictures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pictures").field("opens", &self.open.is_some()).finish_non_exhaustive()
    }
}

impl Pictures {
    pub(super) fn from(open: impl Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'static) -> Self {
        Self { open: Some(Box::new(open)), known: Mutex::default() }
    }

    /// Whether there are none, whatever a page names.
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_none()
    }

    /// The picture at an address, if it is there and can be understood.
    pub(super) fn at(&self, address: &str) -> Option<Arc<Picture>> {
        let open = self.open.as_ref()?;
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(picture) = known().get(address) {
            return picture.clone();
        }
        let picture = open(address).and_then(|bytes| Picture::decode(&bytes)).map(Arc::new);
        let mut known = known();
        let n_pixels: usize = known.values().flatten().map(|one| one.pixels.len()).sum();
        if n_pixels > REMEMBERED || known.len() > 10_000 {
            known.clear();
        }
        known.insert(address.to_owned(), picture.clone());
        picture
    }
}

/// A decoded picture.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Red, green, blue and opacity, row by row.
    pixels: Vec<[u8; 4]>,
    slack: u8,
}

/// What lies in an area of a picture: every colour there is, part by part, between these two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colours {
    pub(super) darkest: Rgba,
    pub(super) lightest: Rgba,
}

impl Picture {
    /// Understands a JPEG or PNG. A fault of a decoder is a broken file.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MOST_BYTES {
            return None;
        }
        let decode = || match bytes {
            [0xff, 0xd8, ..] => jpeg(bytes),
            [0x89, b'P', b'N', b'G', ..] => png(bytes),
            _ => None,
        };
        let picture = catch_unwind(AssertUnwindSafe(decode)).ok()??;
        let is_whole = !picture.pixels.is_empty() && picture.pixels.len() == picture.width * picture.height;
        is_whole.then_some(picture)
    }

    /// The colours of some columns and rows, lying on `below`. None: nothing is there, or something shines through and
    /// nobody knows what lies below.
    pub(super) fn colours(
        &self,
        columns: Range<usize>,
        rows: Range<usize>,
        below: Option<Rgba>,
    ) -> Option<Colours> {
        let mut least = [f32::MAX; 3];
        let mut most = [f32::MIN; 3];
        for row in rows {
            for &[red, green, blue, alpha] in self.row(row)?.get(columns.clone())? {
                let colour = match (alpha, below) {
                    (255, _) => [red, green, blue].map(f32::from),
                    (_, None) => return None,
                    (_, Some(below)) => {
                        let part = f32::from(alpha) / 255.0;
                        let mix =
                            |above: u8, below: f32| f32::from(above) * part + below * 255.0 * (1.0 - part);
                        [mix(red, below.red), mix(green, below.green), mix(blue, below.blue)]
                    }
                };
                for (part, value) in colour.into_iter().enumerate() {
                    least[part] = least[part].min(value);
                    most[part] = most[part].max(value);
                }
            }
        }
        let slack = f32::from(self.slack);
        let rgba = |parts: [f32; 3]| {
            let [red, green, blue] = parts.map(|part| part.clamp(0.0, 255.0) / 255.0);
            Rgba { red, green, blue, alpha: 1.0 }
        };
        (least[0] <= most[0]).then(|| Colours {
            darkest: rgba(least.map(|part| part - slack)),
            lightest: rgba(most.map(|part| part + slack)),
        })
    }

    fn row(&self, row: usize) -> Option<&[[u8; 4]]> {
        self.pixels.get(row.checked_mul(self.width)?..(row + 1).checked_mul(self.width)?)
    }
}

fn is_small(width: usize, height: usize) -> bool {
    width.checked_mul(height).is_some_and(|n_pixels| n_pixels <= MOST_PIXELS)
}

fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(ColorSpace::RGB).set_strict_mode(true);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(Cursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    let is_plain =
        matches!(decoder.input_colorspace()?, ColorSpace::YCbCr | ColorSpace::RGB | ColorSpace::Luma);
    if !is_small(width, height)
        || !is_plain
        || decoder.icc_profile().is_some()
        || decoder.exif().is_some_and(|exif| is_changed(exif))
    {
        return None;
    }
    let pixels = decoder.decode().ok()?;
    let pixels = pixels.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2], 255]).collect();
    Some(Picture { width, height, pixels, slack: JPEG_SLACK })
}

fn png(bytes: &[u8]) -> Option<Picture> {
    // Colours that are meant otherwise, and pictures that move, say so before their first pixel.
    let head = &bytes[..memmem::find(bytes, b"IDAT")?];
    let says = |what: &[u8]| memmem::find(head, what).is_some();
    let is_changed =
        !says(b"sRGB") && (says(b"gAMA") || says(b"cHRM")) || says(b"iCCP") || says(b"cICP") || says(b"acTL");
    if is_changed || says(b"eXIf") {
        return None;
    }
    let limits = png::Limits { bytes: MOST_UNPACKED };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    if !is_small(width, height) {
        return None;
    }
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut buffer).ok()?;
    let samples = &buffer[..frame.buffer_size()];
    let pixels = match frame.color_type {
        png::ColorType::Grayscale => samples.iter().map(|&grey| [grey, grey, grey, 255]).collect(),
        png::ColorType::GrayscaleAlpha => {
            samples.chunks_exact(2).map(|one| [one[0], one[0], one[0], one[1]]).collect()
        }
        png::ColorType::Rgb => samples.chunks_exact(3).map(|one| [one[0], one[1], one[2], 255]).collect(),
        png::ColorType::Rgba => samples.chunks_exact(4).map(|one| [one[0], one[1], one[2], one[3]]).collect(),
        png::ColorType::Indexed => return None,
    };
    Some(Picture { width, height, pixels, slack: 0 })
}

/// Whether EXIF data may turn a picture, or say that it is of another size than it has pixels.
fn is_changed(exif: &[u8]) -> bool {
    let turns = |tag: &[u8], upright: &[u8]| {
        memmem::find_iter(exif, tag).any(|at| exif.get(at + 8..at + 10) != Some(upright))
    };
    let names = |tag: &[u8]| memmem::find(exif, tag).is_some();
    turns(&[0x12, 1, 3, 0], &[1, 0]) || turns(&[1, 0x12, 0, 3], &[0, 1]) || {
        // Where the size stands too, a resolution may scale the picture.
        let has_resolution = names(&[0x1a, 1, 5, 0]) || names(&[1, 0x1a, 0, 5]);
        let has_size = names(&[2, 0xa0]) || names(&[0xa0, 2]);
        has_resolution && has_size
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::{collection::vec, prelude::*, sample::Index};

    use super::*;

    /// What fuzzing begins with: every kind of picture that is decoded.
    const SEEDS: [&[u8]; 7] = [
        include_bytes!("../../fuzz/corpus/picture_file/deep.png"),
        include_bytes!("../../fuzz/corpus/picture_file/good.jpg"),
        include_bytes!("../../fuzz/corpus/picture_file/good.png"),
        include_bytes!("../../fuzz/corpus/picture_file/grey.jpg"),
        include_bytes!("../../fuzz/corpus/picture_file/palette.png"),
        include_bytes!("../../fuzz/corpus/picture_file/steps.jpg"),
        include_bytes!("../../fuzz/corpus/picture_file/veil.png"),
    ];

    /// Puts the right sum behind every chunk of a PNG, without which a decoder looks no further.
    fn put_sums(png: &mut [u8]) {
        let mut at = 8;
        while let Some(head) = png.get(at..at + 4) {
            let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
            let end = at + 8 + length;
            let Some(body) = png.get(at + 4..end) else { return };
            let mut sum = flate2::Crc::new();
            sum.update(body);
            if let Some(place) = png.get_mut(end..end + 4) {
                place.copy_from_slice(&sum.sum().to_be_bytes());
            }
            at = end + 4;
        }
    }

    proptest! {
        /// Whatever stands in a file: what is decoded is whole and no larger than is allowed, and its colours can be asked for.
        #[test]
        fn damaged_pictures_do_no_harm(
            seed in 0..SEEDS.len(),
            changes in vec((any::<Index>(), any::<u8>()), 0..5),
            end in any::<Index>(),
            is_cut in any::<bool>(),
        ) {
            let mut bytes = SEEDS[seed].to_vec();
            for (at, value) in changes {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
            put_sums(&mut bytes);
            bytes.truncate(if is_cut { end.index(bytes.len()) } else { bytes.len() });
            if let Some(picture) = Picture::decode(&bytes) {
                prop_assert!(picture.pixels.len() == picture.width * picture.height);
                prop_assert!(is_small(picture.width, picture.height));
                prop_assert!(picture.pixels.capacity() <= 2 * MOST_PIXELS);
                let all = picture.colours(0..picture.width, 0..picture.height, Some(Rgba::WHITE));
                prop_assert!(all.is_some_and(|found| found.darkest.red <= found.lightest.red));
            }
        }
    }

    #[test]
    fn seeds_are_pictures() {
        for (seed, (width, height)) in
            SEEDS.iter().zip([(5, 4), (16, 12), (6, 5), (8, 8), (9, 7), (16, 12), (5, 5)])
        {
            let picture = Picture::decode(seed).unwrap();
            assert_eq!((picture.width, picture.height), (width, height));
        }
    }

    /// A PNG, pixel by pixel.
    pub(in crate::audit) fn png_of(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let pixels: Vec<u8> = (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .flat_map(|(x, y)| colour(x, y))
            .collect();
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    }

    #[test]
    fn colours_of_an_area() {
        let bytes = png_of(4, 2, |x, _| if x < 2 { [10, 20, 30, 255] } else { [200, 100, 0, 0] });
        let picture = Picture::decode(&bytes).unwrap();
        let of = |columns, below| picture.colours(columns, 0..2, below).map(|found| found.lightest.hex());
        assert_eq!(of(0..2, None).as_deref(), Some("#0a141e"));
        assert_eq!(of(0..4, None), None);
        assert_eq!(of(2..4, Some(Rgba::WHITE)).as_deref(), Some("#ffffff"));
        assert_eq!(of(0..5, Some(Rgba::WHITE)), None);
        assert_eq!(of(1..1, None), None);
    }

    #[test]
    fn broken_pictures_are_none() {
        let bytes = png_of(40, 40, |x, y| [x as u8, y as u8, 0, 255]);
        for cut in [0, 1, 4, 30, bytes.len() / 2] {
            assert!(Picture::decode(&bytes[..cut]).is_none(), "{cut}");
        }
        assert!(Picture::decode(&[0xff, 0xd8, 0xff, 0xe0, 0, 0]).is_none());
        assert!(Picture::decode(b"GIF89a").is_none());
        // A size that no memory holds.
        let mut huge = bytes.clone();
        huge[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(Picture::decode(&huge).is_none());
    }

    /// Whatever stands in a file, decoding ends.
    #[test]
    fn changed_bytes_do_no_harm() {
        let bytes = png_of(8, 8, |x, y| [x as u8 * 30, y as u8 * 30, 0, 255]);
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = value;
                let _ = Picture::decode(&changed);
            }
        }
    }

    #[test]
    fn turned_pictures_are_not_known() {
        assert!(is_changed(&[b'I', b'I', 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0]));
        assert!(!is_changed(&[b'I', b'I', 0x12, 1, 3, 0, 1, 0, 0, 0, 1, 0]));
        assert!(is_changed(&[b'M', b'M', 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8]));
    }
}
