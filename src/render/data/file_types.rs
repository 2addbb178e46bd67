//! Formats as the European authority names them (the authority table "File type" of the Publications Office).

/// By what a file's name ends with, or an editor writes.
const CODES: [(&str, &str); 35] = [
    ("atom", "ATOM"),
    ("csv", "CSV"),
    ("doc", "DOC"),
    ("docx", "DOCX"),
    ("geojson", "GEOJSON"),
    ("geopackage", "GPKG"),
    ("geotiff", "GEOTIFF"),
    ("gif", "GIF"),
    ("gml", "GML"),
    ("gpkg", "GPKG"),
    ("gtfs", "GTFS"),
    ("html", "HTML"),
    ("jpeg", "JPEG"),
    ("jpg", "JPEG"),
    ("json", "JSON"),
    ("json-ld", "JSON_LD"),
    ("jsonld", "JSON_LD"),
    ("kml", "KML"),
    ("kmz", "KMZ"),
    ("ods", "ODS"),
    ("odt", "ODT"),
    ("pdf", "PDF"),
    ("png", "PNG"),
    ("rdf", "RDF_XML"),
    ("shp", "SHP"),
    ("svg", "SVG"),
    ("tif", "TIFF"),
    ("tiff", "TIFF"),
    ("ttl", "RDF_TURTLE"),
    ("turtle", "RDF_TURTLE"),
    ("txt", "TXT"),
    ("xls", "XLS"),
    ("xlsx", "XLSX"),
    ("xml", "XML"),
    ("zip", "ZIP"),
];

/// The code of a format; none: the authority is not known to have one, and inventing it would be worse than saying nothing.
pub(super) fn code(format: &str) -> Option<&'static str> {
    let format = format.trim().trim_start_matches('.').to_lowercase();
    CODES.binary_search_by_key(&format.as_str(), |(name, _)| name).ok().map(|n| CODES[n].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_have_the_codes_of_the_authority() {
        assert!(CODES.is_sorted_by_key(|(name, _)| *name));
        for (format, wanted) in [
            ("CSV", Some("CSV")),
            (".jpg", Some("JPEG")),
            ("Turtle", Some("RDF_TURTLE")),
            ("JSON-LD", Some("JSON_LD")),
            ("p7m", None),
            ("", None),
        ] {
            assert_eq!(code(format), wanted, "{format}");
        }
    }
}
