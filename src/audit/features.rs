//! What kinds of content a page holds: a criterion about films says nothing of a portal without any.

use super::Document;
use crate::diagnostic::Features;

/// Files that are heard or seen when a link to them is followed.
const MEDIA_FILES: &[&str] = &[
    "aac", "avi", "flac", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "ogg", "ogv", "wav",
    "webm", "wmv",
];

impl Document {
    /// The kinds of content on this page.
    pub fn features(&self) -> Features {
        let mut features = Features::default();
        for node in self.elements() {
            match self.tag(node) {
                // What an embedded page shows cannot be known from here.
                "audio" | "video" | "object" | "embed" | "iframe" | "frame" | "applet" => {
                    features.media = true
                }
                "a" => features.media |= self.attr(node, "href").is_some_and(is_media_file),
                "input" => {
                    let kind = self.attr(node, "type").unwrap_or_default().to_ascii_lowercase();
                    features.controls |= kind != "hidden";
                    features.passwords |= kind == "password";
                }
                "select" | "textarea" => features.controls = true,
                "script" => features.scripts = true,
                "marquee" | "blink" => features.motion = true,
                "meta" => {
                    let refreshes = |kind: &str| kind.eq_ignore_ascii_case("refresh");
                    features.timing |= self.attr(node, "http-equiv").is_some_and(refreshes);
                }
                _ => {}
            }
            for (name, _) in self.attrs(node) {
                features.scripts |= name.starts_with("on");
                features.controls |= name == "contenteditable";
                features.shortcuts |= name == "accesskey";
            }
        }
        features
    }
}

fn is_media_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| MEDIA_FILES.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_elements_and_attributes() {
        let check =
            |html, expected: Features| assert_eq!(Document::parse(html).features(), expected, "{html}");
        let none = Features::default();
        check("<p>a <a href='b.pdf'>b</a> <img src=c> <input type=hidden>", none);
        check("<a href='/consiglio.MP4?x'>b</a>", Features { media: true, ..none });
        check("<iframe src=b></iframe>", Features { media: true, ..none });
        check("<input type=password>", Features { controls: true, passwords: true, ..none });
        check("<p onclick='x()'>", Features { scripts: true, ..none });
        check("<a accesskey=a href=b>c</a>", Features { shortcuts: true, ..none });
        check("<meta http-equiv=Refresh content=9>", Features { timing: true, ..none });
        check("<marquee>", Features { motion: true, ..none });
    }
}
