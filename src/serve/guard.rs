//! Who may ask: pages of other sites in the same browser may not, whatever name they found for this machine.

use std::net::IpAddr;

use super::http::Request;

/// Why a request is turned away.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No `Host`, or one that is not a name of this machine.
    Host,
    /// Sent by a page of another site.
    Origin,
}

/// Judges the headers of a request. `names` are further names by which this server may be called.
pub(super) fn judge(request: &Request, names: &[String]) -> Result<(), Refusal> {
    let host = request.header("host").filter(|host| is_ours(host, names)).ok_or(Refusal::Host)?;
    if request.has("origin") {
        let origin = request.header("origin").unwrap_or("");
        let asked_by = origin.split_once("://").map_or("", |(_, host)| host);
        if !asked_by.eq_ignore_ascii_case(host) {
            return Err(Refusal::Origin);
        }
    }
    // A person may follow a link from elsewhere; a script or an image of another site may not look in.
    let is_cross = matches!(request.header("sec-fetch-site"), Some("cross-site" | "same-site"));
    let is_visit = request.header("sec-fetch-mode") == Some("navigate")
        && request.header("sec-fetch-dest") == Some("document");
    if is_cross && !is_visit { Err(Refusal::Origin) } else { Ok(()) }
}

/// An address in numbers cannot be made to lead elsewhere; a name can, so only known ones count.
fn is_ours(host: &str, names: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name.parse::<IpAddr>().is_ok()
        || name == "localhost"
        || name.ends_with(".localhost")
        || names.iter().any(|known| known.eq_ignore_ascii_case(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[(&str, &str)], expected: Result<(), Refusal>) {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let request = Request { headers, ..Request::default() };
        assert_eq!(judge(&request, &["pc-anagrafe".to_owned()]), expected, "{request:?}");
    }

    #[test]
    fn hosts() {
        for host in
            ["localhost", "localhost:8484", "127.0.0.1:8484", "[::1]:8484", "PC-Anagrafe:80", "a.localhost"]
        {
            check(&[("host", host)], Ok(()));
        }
        for host in ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:8484", "[::1"] {
            let expected = if host == "[::1" { Ok(()) } else { Err(Refusal::Host) };
            check(&[("host", host)], expected);
        }
        check(&[], Err(Refusal::Host));
        check(&[("host", "localhost"), ("host", "localhost")], Err(Refusal::Host));
    }

    #[test]
    fn origins() {
        let host = ("host", "localhost:8484");
        check(&[host, ("origin", "http://localhost:8484")], Ok(()));
        check(&[host, ("origin", "http://localhost:9999")], Err(Refusal::Origin));
        check(&[host, ("origin", "https://evil.example")], Err(Refusal::Origin));
        check(&[host, ("origin", "null")], Err(Refusal::Origin));
        check(&[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], Err(Refusal::Origin));
        let visit = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        check(&[host, ("sec-fetch-site", "cross-site"), visit[0], visit[1]], Ok(()));
        check(
            &[host, ("sec-fetch-site", "cross-site"), visit[0], ("sec-fetch-dest", "iframe")],
            Err(Refusal::Origin),
        );
    }
}
