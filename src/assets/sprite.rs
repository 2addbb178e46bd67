//! A sprite of icons, cut down to those that the theme can show.

use quick_xml::{Reader, events::Event};

use super::names::Names;

/// The sprite without the symbols that are named nowhere; none when it cannot be read.
pub(super) fn prune(sprite: &str, names: &Names<'_>) -> Option<String> {
    let mut reader = Reader::from_str(sprite);
    let mut out = String::with_capacity(sprite.len() / 4);
    // Where the part begins that is copied next; and the depth inside a symbol that is left out.
    let mut copied = 0;
    let mut depth = 0_usize;
    loop {
        let begin = usize::try_from(reader.buffer_position()).ok()?;
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(_) if depth > 0 => depth += 1,
            Event::Start(element) if element.local_name().as_ref() == "symbol" => {
                let id = element.try_get_attribute("id").ok()??;
                if !names.has(&id.value) {
                    out.push_str(sprite.get(copied..begin)?);
                    depth = 1;
                }
            }
            Event::End(_) if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    copied = usize::try_from(reader.buffer_position()).ok()?;
                }
            }
            _ => {}
        }
    }
    out.push_str(sprite.get(copied..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_that_nobody_shows_go() {
        let mut names = Names::default();
        names.add_text("it-a it-social-");
        let sprite = "<svg xmlns=\"x\"><symbol id=\"it-a\" viewBox=\"0\"><g><path d=\"\"/></g></symbol>\
                      <symbol id=\"it-b\"><g><path d=\"\"/></g></symbol><symbol id=\"it-social-x\"/>\
                      <symbol id=\"it-social-y\"><path/></symbol></svg>";
        let expected = "<svg xmlns=\"x\"><symbol id=\"it-a\" viewBox=\"0\"><g><path d=\"\"/></g></symbol>\
                        <symbol id=\"it-social-x\"/><symbol id=\"it-social-y\"><path/></symbol></svg>";
        assert_eq!(prune(sprite, &names).unwrap(), expected);
        assert_eq!(prune("<svg><symbol>", &names), None);
    }
}
