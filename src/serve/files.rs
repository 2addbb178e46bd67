//! Files as the preview sends them: their kind by name, and the part of them a browser asks for.

/// What a file is, by its name; what nobody knows is only bytes.
pub(super) fn content_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "conf" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "p7m" => "application/pkcs7-mime",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        "rtf" => "application/rtf",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "vtt" => "text/vtt; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// What a `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Everything: nothing was asked, or nothing that is understood.
    Whole,
    /// From a byte to another, both included.
    Bytes(u64, u64),
    /// Nothing that is there.
    Nothing,
}

/// One range is answered; of several, as the standard allows, none.
pub(super) fn part(header: Option<&str>, size: u64) -> Part {
    let Some(range) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Part::Whole;
    };
    let Some((from, to)) = range.split_once('-').filter(|(_, to)| !to.contains(',')) else {
        return Part::Whole;
    };
    match (from.trim().parse::<u64>(), to.trim().parse::<u64>()) {
        (Err(_), Ok(0)) => Part::Nothing,
        (Err(_), Ok(_)) if size == 0 => Part::Nothing,
        (Err(_), Ok(last)) if from.trim().is_empty() => Part::Bytes(size.saturating_sub(last), size - 1),
        (Ok(from), _) if from >= size => Part::Nothing,
        (Ok(from), Ok(to)) if to < from => Part::Whole,
        (Ok(from), Ok(to)) => Part::Bytes(from, to.min(size - 1)),
        (Ok(from), Err(_)) if to.trim().is_empty() => Part::Bytes(from, size - 1),
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_files() {
        let check = |header: &str, expected: Part| assert_eq!(part(Some(header), 10), expected, "{header}");
        check("bytes=0-3", Part::Bytes(0, 3));
        check("bytes=4-", Part::Bytes(4, 9));
        check("bytes=-2", Part::Bytes(8, 9));
        check("bytes=-20", Part::Bytes(0, 9));
        check("bytes=8-99", Part::Bytes(8, 9));
        check("bytes=10-", Part::Nothing);
        check("bytes=-0", Part::Nothing);
        check("bytes=5-4", Part::Whole);
        check("bytes=0-1,3-4", Part::Whole);
        check("righe=0-1", Part::Whole);
        check("bytes=x-y", Part::Whole);
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!(part(Some("bytes=-1"), 0), Part::Nothing);
    }

    #[test]
    fn kinds_by_name() {
        assert_eq!(content_type("/risorse/a.CSS"), "text/css; charset=utf-8");
        assert_eq!(content_type("/allegati/x/delibera.pdf.p7m"), "application/pkcs7-mime");
        assert_eq!(content_type("/CNAME"), "application/octet-stream");
    }
}
