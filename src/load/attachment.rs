//! Files that are not Markdown: size, fingerprint, and the size of images.

#![expect(clippy::disallowed_methods, reason = "`load` is the one reader of the disk")]

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{
    data::{DataText, Encoding},
    walk::FILE_UNREADABLE,
};
use crate::{
    diagnostic::Diagnostic,
    hash::Hash,
    source::{FileId, Sources},
    tree::YAML_LIMIT,
};

/// A file to publish as it is.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub file: FileId,
    /// Relative to its folder (`content/` or `static/`).
    pub path: String,
    pub on_disk: PathBuf,
    /// In bytes.
    pub size: u64,
    /// For the manifest.
    pub hash: Hash,
    /// SHA-256 in hexadecimal: the fingerprint a citizen can check with common tools.
    pub sha256: String,
    pub image: Option<ImageSize>,
    /// What stands in a style sheet, which the auditor reads.
    pub css: Option<Arc<str>>,
    /// How the text of a file of data was written; the text stands in the sources. None: no such text was kept.
    pub data: Option<Encoding>,
}

/// In CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageSize {
    pub width: u32,
    pub height: u32,
}

impl Attachment {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The part after the last point, in lower case.
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
    }
}

/// The bytes of an attachment, for who looks into documents.
pub fn read_attachment(attachment: &Attachment) -> io::Result<Vec<u8>> {
    std::fs::read(&attachment.on_disk)
}

/// Opens a file to be sent, with its size. A link is not followed: what it leads to was never asked for.
pub fn open_plain(path: &Path) -> io::Result<(std::fs::File, u64)> {
    if !std::fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let file = std::fs::File::open(path)?;
    let size = file.metadata()?.len();
    Ok((file, size))
}

/// Measures the files of a folder. One above `limit` bytes is told and left out.
pub(super) fn read(
    root: &Path,
    folder: &str,
    paths: &[String],
    limit: u64,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Attachment> {
    let measured: Vec<_> =
        paths.par_iter().map(|path| measure(&root.join(folder).join(path), limit)).collect();
    let mut attachments = Vec::with_capacity(paths.len());
    for (path, measured) in paths.iter().zip(measured) {
        let text = measured.as_ref().ok().and_then(|measured| measured.as_ref()?.data.as_ref());
        let file = sources.add(format!("{folder}/{path}"), text.map_or("", |data| data.text.as_str()));
        match measured {
            Ok(Some(measured)) => attachments.push(Attachment {
                file,
                path: path.clone(),
                on_disk: root.join(folder).join(path),
                size: measured.size,
                hash: measured.hash,
                sha256: measured.sha256,
                image: measured.image,
                css: measured.css,
                data: measured.data.map(|data| data.encoding),
            }),
            Ok(None) => {
                let limit = (limit / 1024 / 1024) as usize;
                diagnostics.push(YAML_LIMIT.variant("yaml-limit--attachment", file).with("limit", limit));
            }
            Err(error) => diagnostics.push(FILE_UNREADABLE.at(file).with("detail", &error)),
        }
    }
    attachments
}

struct Measured {
    size: u64,
    hash: Hash,
    sha256: String,
    image: Option<ImageSize>,
    css: Option<Arc<str>>,
    data: Option<DataText>,
}

/// A style sheet longer than this is not read.
const SHEET: usize = 4 * 1024 * 1024;
/// The head of a file in which an image tells its size.
const IMAGE_HEAD: usize = 64 * 1024;

fn measure(path: &Path, limit: u64) -> io::Result<Option<Measured>> {
    let mut file = std::fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > limit {
        return Ok(None);
    }
    let mut blake = blake3::Hasher::new();
    let mut sha = Sha256::new();
    let mut head = Vec::new();
    let is_sheet = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("css"));
    let is_data = super::data::is_text(path);
    let kept = if is_sheet {
        SHEET
    } else if is_data {
        super::data::MOST_BYTES
    } else {
        IMAGE_HEAD
    };
    let mut buffer = vec![0; size.clamp(1, 256 * 1024) as usize];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        let chunk = &buffer[..read];
        blake.update(chunk);
        sha.update(chunk);
        let wanted = kept.saturating_sub(head.len()).min(read);
        head.extend_from_slice(&chunk[..wanted]);
    }
    let sha256 = sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let hash = Hash::from_bytes(*blake.finalize().as_bytes());
    let css = (is_sheet && head.len() as u64 == size).then(|| String::from_utf8_lossy(&head).into());
    let data = (is_data && head.len() as u64 == size).then(|| DataText::of(&head));
    Ok(Some(Measured { size, hash, sha256, image: image_size(path, &head), css, data }))
}

fn image_size(path: &Path, head: &[u8]) -> Option<ImageSize> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    if extension == "svg" {
        return svg_size(&String::from_utf8_lossy(head));
    }
    if !["png", "jpg", "jpeg", "gif", "webp", "avif"].contains(&extension.as_str()) {
        return None;
    }
    let size = imagesize::blob_size(head).ok()?;
    Some(ImageSize { width: size.width as u32, height: size.height as u32 })
}

/// `width` and `height` of the root element, else its view box.
fn svg_size(text: &str) -> Option<ImageSize> {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        let element = match reader.read_event().ok()? {
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => element,
            quick_xml::events::Event::Eof => return None,
            _ => continue,
        };
        let attribute = |name: &str| {
            let value = element.try_get_attribute(name).ok()??.value;
            Some(value.into_owned())
        };
        let pixels =
            |text: String| text.trim_end_matches("px").trim().parse::<f64>().ok().filter(|size| *size >= 1.0);
        if let (Some(width), Some(height)) =
            (attribute("width").and_then(pixels), attribute("height").and_then(pixels))
        {
            return Some(ImageSize { width: width.round() as u32, height: height.round() as u32 });
        }
        let view_box = attribute("viewBox")?;
        let numbers: Vec<f64> = view_box.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        let [_, _, width, height] = numbers.as_slice() else { return None };
        return Some(ImageSize { width: width.round() as u32, height: height.round() as u32 });
    }
}
