//! As much of HTTP/1.1 as it takes to ask a server on this computer for a page. Time and size are bounded.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

const CONNECT: Duration = Duration::from_secs(5);
/// For the whole answer.
const ANSWER: Duration = Duration::from_secs(30);
const MOST_HEAD: u64 = 64 * 1024;
pub(super) const MOST_BODY: u64 = 32 * 1024 * 1024;

/// What a server answered.
#[derive(Debug, Default)]
pub(super) struct Response {
    pub(super) status: u16,
    /// In lower case, without parameters.
    pub(super) media_type: String,
    pub(super) charset: Option<String>,
    pub(super) location: Option<String>,
    /// Empty when `wants` refused it.
    pub(super) body: Vec<u8>,
}

/// Asks for a path; the body is read only if `wants` says so on seeing the head.
pub(super) fn get(
    at: SocketAddr,
    host: &str,
    path: &str,
    wants: impl FnOnce(&Response) -> bool,
) -> io::Result<Response> {
    let stream = TcpStream::connect_timeout(&at, CONNECT)?;
    let until = Instant::now() + ANSWER;
    stream.set_write_timeout(Some(ANSWER))?;
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: arengo/{}\r\nAccept: text/html,*/*;q=0.5\r\n\
         Accept-Encoding: identity\r\nConnection: close\r\n\r\n",
        env!("CARGO_PKG_VERSION")
    );
    (&stream).write_all(request.as_bytes())?;
    let mut input = BufReader::new(Patient { stream, until });
    let (mut response, framing) = head(&mut input)?;
    if wants(&response) {
        response.body = body(&mut input, &framing)?;
    }
    Ok(response)
}

/// A connection whose answer has to be there by some time, however slowly it drips.
struct Patient {
    stream: TcpStream,
    until: Instant,
}

impl Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}

/// How the end of a body is known.
#[derive(Debug, PartialEq)]
enum Framing {
    Length(u64),
    Chunked,
    /// The server closes the connection.
    Close,
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("HTTP: {what}"))
}

fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, "HTTP: size")
}

fn line(input: &mut impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    input.take(MOST_HEAD).read_until(b'\n', &mut line)?;
    if line.pop() != Some(b'\n') {
        return Err(broken("line"));
    }
    Ok(String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned())
}

/// Status and header fields.
fn head(input: &mut impl BufRead) -> io::Result<(Response, Framing)> {
    let mut input = input.take(MOST_HEAD);
    let status = line(&mut input)?;
    let mut words = status.split(' ');
    let version = words.next().unwrap_or_default();
    let status = words.next().and_then(|code| code.parse().ok());
    let (true, Some(status)) = (version.starts_with("HTTP/1."), status) else {
        return Err(broken("status"));
    };
    let mut response = Response { status, ..Response::default() };
    let mut framing = Framing::Close;
    loop {
        let field = line(&mut input)?;
        if field.is_empty() {
            return Ok((response, framing));
        }
        let Some((name, value)) = field.split_once(':') else { return Err(broken("field")) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" if framing != Framing::Chunked => {
                framing = Framing::Length(value.parse().map_err(|_| broken("length"))?);
            }
            "transfer-encoding" if value.eq_ignore_ascii_case("chunked") => framing = Framing::Chunked,
            "transfer-encoding" => return Err(broken("transfer")),
            "location" => response.location = Some(value.to_owned()),
            "content-type" => {
                let mut parts = value.split(';').map(str::trim);
                response.media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
                response.charset = parts.find_map(|part| {
                    let (name, value) = part.split_once('=')?;
                    name.eq_ignore_ascii_case("charset").then(|| value.trim_matches('"').to_owned())
                });
            }
            _ => {}
        }
    }
}

fn body(input: &mut impl BufRead, framing: &Framing) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    match *framing {
        Framing::Length(length) if length > MOST_BODY => return Err(too_large()),
        Framing::Length(length) => {
            if input.take(length).read_to_end(&mut body)? as u64 != length {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Framing::Close => {
            if input.take(MOST_BODY + 1).read_to_end(&mut body)? as u64 > MOST_BODY {
                return Err(too_large());
            }
        }
        Framing::Chunked => loop {
            let size = line(input)?;
            let size = size.split(';').next().unwrap_or_default().trim();
            let size = u64::from_str_radix(size, 16).map_err(|_| broken("chunk"))?;
            if size == 0 {
                break;
            }
            if size > MOST_BODY || body.len() as u64 + size > MOST_BODY {
                return Err(too_large());
            }
            if input.take(size).read_to_end(&mut body)? as u64 != size || !line(input)?.is_empty() {
                return Err(broken("chunk"));
            }
        },
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(answer: &str) -> Result<(u16, String), String> {
        let mut input = BufReader::new(answer.as_bytes());
        let (response, framing) = head(&mut input).map_err(|error| error.to_string())?;
        let body = body(&mut input, &framing).map_err(|error| error.to_string())?;
        Ok((response.status, String::from_utf8(body).unwrap()))
    }

    #[test]
    fn answers_are_read_to_their_end() {
        let check = |answer, expected: (u16, &str)| {
            assert_eq!(read(answer), Ok((expected.0, expected.1.to_owned())), "{answer}");
        };
        check("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef", (200, "abc"));
        check("HTTP/1.0 404\r\n\r\nabc", (404, "abc"));
        check(
            "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            (200, "abcde"),
        );
        for wrong in [
            "",
            "SSH-2.0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read(&format!("HTTP/1.1 200 OK\r\nX: {}", "a".repeat(100_000))).is_err());
        let many = "X: a\r\n".repeat(50_000);
        assert!(read(&format!("HTTP/1.1 200 OK\r\n{many}\r\n")).is_err());
    }

    #[test]
    fn types_and_charsets_are_told_apart() {
        let answer =
            "HTTP/1.1 200 OK\r\ncontent-type: Text/HTML; Charset=\"ISO-8859-1\"\r\nLOCATION: /b\r\n\r\n";
        let (response, _) = head(&mut answer.as_bytes()).unwrap();
        assert_eq!(response.media_type, "text/html");
        assert_eq!(response.charset.as_deref(), Some("ISO-8859-1"));
        assert_eq!(response.location.as_deref(), Some("/b"));
    }
}
