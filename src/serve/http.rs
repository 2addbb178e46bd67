//! HTTP/1.1 for a browser on the same machine: one thread a connection, limits on how long and how much anybody may ask.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use super::files::Part;

/// A request's head has to arrive within this time, and a connection that asks nothing is closed after it.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// A browser that takes nothing for so long is cut.
const WRITE_TIME: Duration = Duration::from_secs(20);
/// One that takes less than this in a second is cut too.
const SLOWEST: u64 = 16 * 1024;
/// A request's head, address included.
const HEAD_BYTES: usize = 16 * 1024;
const HEADERS: usize = 100;
/// Longer addresses are not of this site.
const ADDRESS_BYTES: usize = 4096;
/// A form of the desk is a few words.
const FORM_BYTES: usize = 8 * 1024;

/// What was asked.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub method: String,
    /// As it was sent.
    pub path: String,
    pub query: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub keep_alive: bool,
}

impl Request {
    /// The only header of a name; none when there is none, or several.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut found =
            self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        found.next().filter(|_| found.next().is_none())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known == name)
    }
}

/// What is answered.
pub(super) struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Payload,
}

pub(super) enum Payload {
    Bytes(Vec<u8>),
    /// Part of a file, read while it is sent.
    File(std::fs::File, u64),
    /// The connection stays open for events.
    Events,
}

impl Answer {
    pub(super) fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        let headers = vec![("Content-Type", kind.to_owned())];
        Self { status, headers, body: Payload::Bytes(body) }
    }

    pub(super) fn text(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{status} {words}\n").into_bytes())
    }

    pub(super) fn redirect(status: u16, to: &str) -> Self {
        Self::text(status, "").with("Location", to)
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Says which part of how much this is.
    pub(super) fn part(mut self, part: &Part, size: u64) -> Self {
        if let Part::Bytes(from, to) = part {
            self.status = 206;
            self.headers.push(("Content-Range", format!("bytes {from}-{to}/{size}")));
        }
        self
    }
}

/// Why there is no request.
#[derive(Debug)]
pub(super) enum NoRequest {
    /// The browser left, or asked nothing in time.
    Gone,
    /// What it sent is answered with this status, and no more.
    Refused(u16),
}

/// A connection and what arrived of the next request.
pub(super) struct Connection {
    pub stream: TcpStream,
    arrived: Vec<u8>,
}

impl Connection {
    pub(super) fn new(stream: TcpStream) -> Self {
        let _ = stream.set_nodelay(true);
        Self { stream, arrived: Vec::new() }
    }

    /// Reads one request.
    pub(super) fn request(&mut self) -> Result<Request, NoRequest> {
        let until = Instant::now() + HEAD_TIME;
        loop {
            if let Some((mut request, head)) = parse(&self.arrived)? {
                self.arrived.drain(..head);
                self.read_body(&mut request, until)?;
                return Ok(request);
            }
            if self.arrived.len() >= HEAD_BYTES {
                return Err(NoRequest::Refused(431));
            }
            self.more(until)?;
        }
    }

    fn read_body(&mut self, request: &mut Request, until: Instant) -> Result<(), NoRequest> {
        if request.has("transfer-encoding") {
            return Err(NoRequest::Refused(411));
        }
        if !request.has("content-length") {
            return Ok(());
        }
        // Two lengths are one too many.
        let length =
            request.header("content-length").filter(|length| length.bytes().all(|b| b.is_ascii_digit()));
        let length: usize = length.and_then(|length| length.parse().ok()).ok_or(NoRequest::Refused(400))?;
        if length > FORM_BYTES {
            return Err(NoRequest::Refused(413));
        }
        while self.arrived.len() < length {
            self.more(until)?;
        }
        request.body = self.arrived.drain(..length).collect();
        Ok(())
    }

    /// Waits for some more bytes, however few; the whole has to arrive in time.
    fn more(&mut self, until: Instant) -> Result<(), NoRequest> {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || self.stream.set_read_timeout(Some(left)).is_err() {
            return Err(NoRequest::Gone);
        }
        let mut buffer = [0; 4096];
        match self.stream.read(&mut buffer) {
            Ok(0) => Err(NoRequest::Gone),
            Ok(n) => {
                self.arrived.extend_from_slice(&buffer[..n]);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
            Err(_) => Err(NoRequest::Gone),
        }
    }

    /// Sends an answer. An error means that the connection is of no more use.
    pub(super) fn send(&mut self, answer: Answer, is_head: bool, keep_alive: bool) -> io::Result<()> {
        let length = match &answer.body {
            Payload::Bytes(bytes) => Some(bytes.len() as u64),
            Payload::File(_, length) => Some(*length),
            Payload::Events => None,
        };
        let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
        for (name, value) in &answer.headers {
            // A header is one line, whatever a file is called.
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        for (name, value) in COMMON {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(length) = length {
            head.push_str(&format!("Content-Length: {length}\r\n"));
        }
        head.push_str(if keep_alive { "\r\n" } else { "Connection: close\r\n\r\n" });
        let until = Instant::now() + WRITE_TIME + Duration::from_secs(length.unwrap_or(0) / SLOWEST);
        let mut bytes = head.into_bytes();
        match answer.body {
            Payload::Bytes(body) if !is_head => {
                bytes.extend_from_slice(&body);
                self.write(&bytes, until)
            }
            Payload::File(file, length) if !is_head => {
                self.write(&bytes, until)?;
                self.write_file(file, length, until)
            }
            _ => self.write(&bytes, until),
        }
    }

    fn write_file(&mut self, file: std::fs::File, length: u64, until: Instant) -> io::Result<()> {
        let mut file = file.take(length);
        let mut buffer = vec![0; 64 * 1024];
        let mut sent = 0;
        while sent < length {
            let n = file.read(&mut buffer)?;
            if n == 0 {
                // It became shorter: the promised length cannot be kept.
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.write(&buffer[..n], until)?;
            sent += n as u64;
        }
        Ok(())
    }

    fn write(&mut self, mut bytes: &[u8], until: Instant) -> io::Result<()> {
        while !bytes.is_empty() {
            let left = until.saturating_duration_since(Instant::now()).min(WRITE_TIME);
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.stream.set_write_timeout(Some(left))?;
            match self.stream.write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(n) => bytes = &bytes[n..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// What every answer says: it is only for now, and is what it says it is. The phone's view frames pages of its own.
const COMMON: [(&str, &str); 6] = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Accept-Ranges", "bytes"),
];

/// The request at the beginning of some bytes, and how many bytes its head has. None: not all of it is there.
fn parse(bytes: &[u8]) -> Result<Option<(Request, usize)>, NoRequest> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let head = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(head)) => head,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(NoRequest::Refused(431)),
        Err(_) => return Err(NoRequest::Refused(400)),
    };
    let target = parsed.path.unwrap_or("/");
    if target.len() > ADDRESS_BYTES {
        return Err(NoRequest::Refused(414));
    }
    // Proxies ask for whole addresses, and this is none.
    if !target.starts_with('/') {
        return Err(NoRequest::Refused(400));
    }
    let target = target.split('#').next().unwrap_or(target);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let text = |value: &[u8]| String::from_utf8_lossy(value).trim().to_owned();
    let headers: Vec<(String, String)> =
        parsed.headers.iter().map(|header| (header.name.to_ascii_lowercase(), text(header.value))).collect();
    let mut request = Request {
        method: parsed.method.unwrap_or("").to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body: Vec::new(),
        keep_alive: false,
    };
    let connection = request.header("connection").unwrap_or("").to_ascii_lowercase();
    request.keep_alive = match parsed.version {
        Some(1) => !connection.contains("close"),
        _ => connection.contains("keep-alive"),
    };
    Ok(Some((request, head)))
}

pub(super) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        302 => "Found",
        303 => "See Other",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        let head = b"GET /a%20b?x=1#y HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n\r\nrest";
        let (request, length) = parse(head).unwrap().unwrap();
        assert_eq!((request.path.as_str(), request.query.as_str()), ("/a%20b", "x=1"));
        assert_eq!((request.header("range"), request.keep_alive), (Some("bytes=0-1"), true));
        assert_eq!(&head[length..], b"rest");
        assert!(parse(b"GET / HTTP/1.1\r\nHost: loc").unwrap().is_none());
        let refused = |bytes: &[u8]| match parse(bytes) {
            Err(NoRequest::Refused(status)) => status,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(b"\x16\x03\x01\x02\x00\x01"), 400);
        assert_eq!(refused(b"GET http://altrove.example/ HTTP/1.1\r\n\r\n"), 400);
        assert_eq!(refused(format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(5000)).as_bytes()), 414);
        let many: String = (0..200).map(|n| format!("X-{n}: 1\r\n")).collect();
        assert_eq!(refused(format!("GET / HTTP/1.1\r\n{many}\r\n").as_bytes()), 431);
        let twice = b"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n";
        let (request, _) = parse(twice).unwrap().unwrap();
        assert_eq!((request.header("host"), request.keep_alive), (None, false));
    }
}
