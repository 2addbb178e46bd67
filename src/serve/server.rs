//! The door: a socket, the threads behind it, and the order in which they begin and end.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    iterator::Signals,
};

use super::{
    Options, answer, check,
    engine::{Engine, Work},
    http::{Answer, Connection, NoRequest, Payload, reason},
    hub::{Browser, Hub},
    patience,
    watch::Watch,
};
use crate::{diagnostic::Failure, l10n::Message, load::Stamps, pipeline::Workshop};

/// Templates and nested Markdown are walked by recursion of known depth.
const STACK_BYTES: usize = 8 * 1024 * 1024;
/// Connections held at the same time.
const MOST_CONNECTIONS: usize = 1200;
/// Ports tried after the one that is taken.
const OTHER_PORTS: u16 = 50;

/// Ctrl-C, or being told to end, from now on: whoever tells a person to press it listens before.
pub struct Interrupts(Signals);

impl Interrupts {
    /// Begins to listen.
    pub fn listen() -> Result<Self, Failure> {
        Signals::new([SIGINT, SIGTERM]).map(Self).map_err(|error| no_thread(&error))
    }
}

/// A preview that answers until it is told to stop.
pub struct Server {
    address: SocketAddr,
    hub: Arc<Hub>,
    is_over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Reads the site and begins to answer. It must be readable once; afterwards anything may happen to it.
    pub fn start(options: Options) -> Result<Self, Failure> {
        let listener = bind(&options)?;
        let address = listener.local_addr().map_err(|error| no_port(&options, &error))?;
        let (to_engine, work) = mpsc::channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let shared = Arc::<OnceLock<Arc<Hub>>>::default();
        let (guarded, over) = (Arc::clone(&shared), Arc::clone(&is_over));
        let guard = spawn("arengo-guardia", move || patience::guard(&guarded, &over))?;
        // Walked before it is read, and again when everything is watched: what changed in between is seen then.
        let root = &options.plan.request.root;
        // Without a preview there is nothing to guard.
        let nothing = |_: &Failure| is_over.store(true, Ordering::Relaxed);
        let watch = Watch::start(root, to_engine.clone()).inspect_err(nothing)?;
        let mut stamps = Stamps::begin(root);
        let (workshop, stamps) = thread::scope(|scope| {
            let (is_walked, walked) = mpsc::channel();
            let walking = scope.spawn(move || {
                let _ = is_walked.send(stamps.contents());
                stamps
            });
            let watch = options.watch.as_ref();
            let workshop =
                Workshop::glance(options.plan.clone(), watch, || walked.recv().unwrap_or_default());
            (workshop, walking.join().unwrap_or_else(|panic| resume_unwind(panic)))
        });
        let workshop = workshop.inspect_err(nothing)?;
        let hub = Arc::new(Hub::new(options, Arc::clone(workshop.latest()), to_engine));
        let engine = Engine::new(workshop, stamps, watch, Arc::clone(&hub));
        let _ = shared.set(Arc::clone(&hub));
        let (checked, served, over) = (Arc::clone(&hub), Arc::clone(&hub), Arc::clone(&is_over));
        let threads = vec![
            guard,
            spawn("arengo-sito", move || engine.run(&work))?,
            spawn("arengo-esame", move || check::run(&checked))?,
            spawn("arengo-porta", move || accept(&listener, &served, &over))?,
        ];
        Ok(Self { address, hub, is_over, threads })
    }

    /// Where it answers.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        let config = self.hub.state().snapshot.config.clone();
        let base = config.as_ref().map_or("", |config| config.base_path());
        let host = match self.address.ip() {
            ip if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V6(ip) => format!("[{ip}]"),
            IpAddr::V4(ip) => ip.to_string(),
        };
        format!("http://{host}:{}{base}/", self.address.port())
    }

    /// Answers until Ctrl-C.
    pub fn wait(self, mut interrupts: Interrupts) {
        interrupts.0.forever().next();
        self.hub.say(&Message::new("serve-end"));
        self.stop();
    }

    /// Closes the door, and waits for all work to end.
    pub fn stop(mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        self.hub.ask(Work::Quit);
        self.hub.checks.quit();
        self.hub.close();
        // The door only looks up when somebody knocks.
        let ip = match self.address.ip() {
            ip if !ip.is_unspecified() => ip,
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        let _ = TcpStream::connect_timeout(&SocketAddr::new(ip, self.address.port()), Duration::from_secs(1));
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn bind(options: &Options) -> Result<TcpListener, Failure> {
    let last = if options.other_ports { options.port.saturating_add(OTHER_PORTS) } else { options.port };
    let mut error = None;
    for port in options.port..=last {
        match TcpListener::bind(SocketAddr::new(options.host, port)) {
            Ok(listener) => return Ok(listener),
            Err(found) => error = Some(found),
        }
    }
    let error = error.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(no_port(options, &error))
}

fn no_port(options: &Options, error: &std::io::Error) -> Failure {
    Failure::environment("serve-port")
        .with("host", options.host.to_string())
        .with("port", options.port.to_string())
        .with("detail", error)
}

fn no_thread(error: &std::io::Error) -> Failure {
    Failure::environment("serve-thread").with("detail", error)
}

pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Failure> {
    let thread = thread::Builder::new().name(name.to_owned()).stack_size(STACK_BYTES);
    thread.spawn(work).map_err(|error| no_thread(&error))
}

/// A place among the connections, free again when it is dropped.
pub(super) struct Seat(Arc<AtomicUsize>);

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn accept(listener: &TcpListener, hub: &Arc<Hub>, is_over: &AtomicBool) {
    let taken = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if is_over.load(Ordering::Relaxed) {
            return;
        }
        // Too many files open, a browser that left already: not for ever.
        let Ok(stream) = stream else {
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        let n = taken.fetch_add(1, Ordering::Relaxed);
        let seat = Seat(Arc::clone(&taken));
        if n >= MOST_CONNECTIONS {
            turn_away(stream);
            continue;
        }
        let hub = Arc::clone(hub);
        // A system without threads to give: this browser will ask again.
        let _ = spawn("arengo-risposta", move || serve(stream, &hub, seat));
    }
}

fn turn_away(stream: TcpStream) {
    let _ = stream.set_nonblocking(true);
    let _ = Connection::new(stream).send(Answer::text(503, reason(503)), false, false);
}

/// Answers one connection until it ends.
fn serve(stream: TcpStream, hub: &Arc<Hub>, seat: Seat) {
    let mut connection = Connection::new(stream);
    loop {
        let request = match connection.request() {
            Ok(request) => request,
            Err(NoRequest::Gone) => return,
            Err(NoRequest::Refused(status)) => {
                let _ = connection.send(Answer::text(status, reason(status)), false, false);
                return;
            }
        };
        let is_head = request.method == "HEAD";
        // A fault of ours concerns this one address.
        let answer = catch_unwind(AssertUnwindSafe(|| answer::answer(hub, &request)));
        let answer = answer.unwrap_or_else(|_| Answer::text(500, reason(500)));
        let is_stream = matches!(answer.body, Payload::Events) && !is_head;
        let keep_alive = request.keep_alive && !is_stream;
        if connection.send(answer, is_head, keep_alive).is_err() {
            return;
        }
        if is_stream {
            let (address, version) = answer::listener(&request);
            hub.connect(Browser { address, version, stream: connection.stream, _seat: Some(seat) });
            return;
        }
        if !keep_alive {
            return;
        }
    }
}
