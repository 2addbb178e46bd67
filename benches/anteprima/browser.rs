//! What a browser does, as far as it can be measured: asks for pages, and listens for news of one.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

pub(super) struct Browser {
    pub(super) address: SocketAddr,
}

impl Browser {
    pub(super) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    }

    /// Listens for news of a page, as its script does.
    pub(super) fn listen(&self, page: &str) -> TcpStream {
        let html = self.get(page);
        let version =
            html.split("data-versione=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        let mut stream = TcpStream::connect(self.address).unwrap();
        let path = format!("/_arengo/eventi?pagina={page}&versione={version}");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Time until a listening browser has the new page.
    pub(super) fn until(
        &self,
        events: &mut TcpStream,
        page: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> Duration {
        self.until_at_most(events, page, wanted, Duration::from_secs(60)).expect("news")
    }

    /// The same; none: it did not hear of it, or the page is not what it should be.
    pub(super) fn until_at_most(
        &self,
        events: &mut TcpStream,
        page: &str,
        wanted: impl Fn(&str) -> bool,
        most: Duration,
    ) -> Option<Duration> {
        let begun = Instant::now();
        let mut buffer = [0; 4096];
        events.set_read_timeout(Some(most)).unwrap();
        while begun.elapsed() < most {
            let n = events.read(&mut buffer).ok()?;
            assert!(n > 0, "the preview ended");
            let text = String::from_utf8_lossy(&buffer[..n]);
            if text.contains("cambiata") && wanted(&self.get(page)) {
                return Some(begun.elapsed());
            }
        }
        None
    }

    /// Waits until the panel says that every page of the site was judged.
    pub(super) fn until_judged(&self) {
        let begun = Instant::now();
        // While it is at work the panel says so.
        while self.get("/_arengo/pannello?pagina=/").contains("Sto ancora controllando") {
            assert!(begun.elapsed() < Duration::from_secs(600), "the preview never comes to an end");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}
