//! Where links of a content lead: other contents, attachments, other sites.

use super::{View, values};
use crate::{
    markdown::{Document, Picture, Resolver, Target},
    model::PathTarget,
    validate::Entry,
};

/// Resolves what is written in one content, for a page in a language.
pub(super) struct Links<'a> {
    pub view: &'a View,
    pub entry: &'a Entry,
    pub lang: &'a str,
}

impl Links<'_> {
    fn is_own(&self, written: &str) -> bool {
        let base = self.view.config.indirizzo_web.trim_end_matches('/');
        written.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    }

    /// None: it leads nowhere today, which was told; the text stays.
    pub(super) fn target(&self, written: &str) -> Option<Target> {
        let model = self.view.model();
        match self.view.path(self.entry, written) {
            PathTarget::Content(content, anchor) => {
                let version = self.view.version(content, self.lang);
                let address = model.address(version)?;
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                let lang = &model.entry(version).lang;
                Some(Target {
                    href: format!("{}{anchor}", self.view.href(&address)),
                    lang: (lang != self.lang).then(|| lang.clone()),
                    ..Target::default()
                })
            }
            PathTarget::Attachment(id) => {
                let attachment = model.attachment(id);
                Some(Target {
                    href: self.view.href(model.attachment_address(id)),
                    document: Some(Document {
                        kind: attachment.extension().to_uppercase(),
                        size: values::size(attachment.size, self.lang),
                        language: None,
                    }),
                    ..Target::default()
                })
            }
            // The portal's whole address, written out: the visitor stays.
            PathTarget::External if self.is_own(written) => {
                Some(Target { href: written.to_owned(), ..Target::default() })
            }
            PathTarget::External => {
                let is_web = written.starts_with("http:") || written.starts_with("https:");
                Some(Target { href: written.to_owned(), external: is_web, ..Target::default() })
            }
            PathTarget::Anchor => Some(Target { href: written.to_owned(), ..Target::default() }),
            PathTarget::Address => Some(Target { href: self.view.href(written), ..Target::default() }),
            PathTarget::Absent(_) | PathTarget::Act { .. } | PathTarget::Outside | PathTarget::Nothing(_) => {
                None
            }
        }
    }
}

impl Resolver for Links<'_> {
    fn link(&self, written: &str) -> Option<Target> {
        self.target(written)
    }

    fn image(&self, written: &str) -> Option<Picture> {
        let model = self.view.model();
        let id = self.view.attachment(self.entry, written)?;
        let size = model.attachment(id).image?;
        Some(Picture {
            src: self.view.href(model.attachment_address(id)),
            width: Some(size.width),
            height: Some(size.height),
        })
    }
}
