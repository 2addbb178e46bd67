//! What a file of the output may be called: something that stays inside the folder on every system.

/// Names that Windows takes for devices, whatever follows the first dot.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a path, relative and with `/`, can be written on every system without leaving the folder.
/// Who decides the addresses asks before; for the writer itself anything else is a fault of the program.
pub fn is_safe(path: &str) -> bool {
    path.split('/').all(is_safe_name)
}

fn is_safe_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    !name.is_empty()
        // Also `.` and `..`; Windows drops dots and spaces at the end.
        && !name.ends_with(['.', ' '])
        && !name.bytes().any(is_forbidden)
        && !DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem.trim_end()))
}

fn is_forbidden(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'<' | b'>' | b':' | b'"' | b'\\' | b'|' | b'?' | b'*' | 0x7f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside_on_every_system() {
        let check = |path: &str, expected: bool| assert_eq!(is_safe(path), expected, "{path:?}");
        for good in
            ["index.html", "servizi/carta-identita/index.html", ".htaccess", "allegati/7/Modulo n. 3.pdf"]
        {
            check(good, true);
        }
        check("novità/perché/index.html", true);
        check("console/index.html", true);
        for bad in
            ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", "./a", "a\0b", "a\\b", "C:/x", "a/con"]
        {
            check(bad, false);
        }
        for bad in ["NUL.txt", "com1/index.html", "a./b", "a /b", "perché?", "a\nb", "aux .txt"] {
            check(bad, false);
        }
    }
}
