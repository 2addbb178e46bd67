//! Files that are not pages for people.

mod albo;
mod calendar;
mod catalogue;
mod feed;
mod file_types;
mod redirect;
mod robots;
mod server;
mod sitemap;
mod table;
mod triples;

pub(super) use albo::{feed as albo_feed, json as albo_json};
pub(super) use calendar::calendar;
pub(super) use catalogue::catalogue;
pub(super) use feed::feed;
pub(super) use redirect::redirect_page;
pub(super) use robots::robots;
pub(super) use server::server_file;
pub(super) use sitemap::{data_sitemap, sitemap};
pub(super) use table::{register, register_sizes, status as register_status, table, table_sizes};

use quick_xml::{Writer, events::BytesText};

/// Writes `<name>text</name>`, escaped.
fn element(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// XML with its declaration, indented so that people can read it too.
fn document(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> String {
    let mut writer =
        Writer::new_with_indent(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_vec(), b' ', 1);
    write(&mut writer).expect("writing into memory does not fail");
    let mut text = String::from_utf8(writer.into_inner()).expect("XML is written as UTF-8");
    text.push('\n');
    text
}
