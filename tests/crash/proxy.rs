//! A TCP proxy between the process and the simulated Nova Post. It can hold a request or an answer.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::Sender;
use std::thread;

use test_driver::{Context, Error};

use crate::moment::Moment;

/// Starts a proxy to the Nova Post at `base`. It reports the moments that pass through it and stops
/// at `pause_at`. Returns its own base URL. Its threads end with the test's process.
pub(crate) fn start(
    base: &str,
    pause_at: Option<Moment>,
    reached: Sender<Moment>,
) -> Result<String, Error> {
    let address = base.trim_start_matches("http://").split('/').next().unwrap_or_default();
    let nova_post: SocketAddr = address.parse().context("the address of Nova Post")?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let own = listener.local_addr()?.to_string();
    let own_base = base.replace(address, &own);
    // The simulator accepts only requests whose Host is its own address.
    let hosts = (own, address.to_owned());
    thread::spawn(move || {
        for process in listener.incoming().map_while(Result::ok) {
            let Ok(nova_post) = TcpStream::connect(nova_post) else { return };
            let (Ok(to_process), Ok(from_nova_post)) = (process.try_clone(), nova_post.try_clone())
            else {
                return;
            };
            let (reached, again, hosts) = (reached.clone(), reached.clone(), hosts.clone());
            thread::spawn(move || {
                copy(process, nova_post, |bytes| {
                    pass(Moment::RequestSent, pause_at, &reached);
                    let text = String::from_utf8_lossy(bytes);
                    text.replace(&hosts.0, &hosts.1).into_bytes()
                });
            });
            thread::spawn(move || {
                copy(from_nova_post, to_process, |bytes| {
                    pass(Moment::AnswerSent, pause_at, &again);
                    bytes.to_owned()
                });
            });
        }
    });
    Ok(own_base)
}

fn pass(moment: Moment, pause_at: Option<Moment>, reached: &Sender<Moment>) {
    // Sending fails once the process is killed and nobody listens any more.
    let _ = reached.send(moment);
    while pause_at == Some(moment) {
        thread::park();
    }
}

/// Copies until either side closes, as the killed process does. A request and its answer fit into
/// the buffer.
fn copy(mut from: TcpStream, mut to: TcpStream, change: impl Fn(&[u8]) -> Vec<u8>) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        if to.write_all(&change(&buffer[..length])).is_err() {
            return;
        }
    }
}
