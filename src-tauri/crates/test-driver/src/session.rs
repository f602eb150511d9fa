//! One `WebDriver` session: tauri-driver, `WebKitWebDriver` behind it, and the program that they start.

use std::ffi::OsString;
use std::fs::File;
use std::io::ErrorKind::AddrInUse;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::connection::{Connection, is_broken_start};
use crate::error::{Context, Error};
use crate::home::Home;
use crate::process::Running;
use crate::wait::{TIMEOUT, wait_until};
use crate::window::Window;

/// How often the drivers are started before the failure is the test's failure.
const ATTEMPTS: usize = 3;

/// The program's web engine prints this when another program has taken the port that `WebKitWebDriver`
/// chose for it. `WebKitWebDriver` then waits for it in vain.
const PORT_TAKEN: &str = "Failed to start remote inspector server";

/// Ends the drivers and the program when it is dropped.
#[derive(Debug)]
pub(crate) struct Session {
    window: Window,
    _driver: Running,
}

impl Session {
    /// Starts the drivers and has them start the program, which prints into the home folder.
    ///
    /// Drivers and program start once more when the connection breaks meanwhile: `WebKitWebDriver` has one
    /// session at a time, and nobody knows the one whose answer was lost.
    pub(crate) async fn start(
        program: &Path,
        environment: &[(String, OsString)],
        home: &Home,
    ) -> Result<Self, Error> {
        let log = &home.driver_log();
        for _ in 1..ATTEMPTS {
            let (driver, address) = start_driver(environment, log).await?;
            match connect(address, program, home).await? {
                Err(error) if is_broken_start(&error) => drop(driver),
                Err(error) => return Err(error.into()),
                Ok(client) => return Ok(Self::of(client, driver, log)),
            }
        }
        let (driver, address) = start_driver(environment, log).await?;
        let client = connect(address, program, home).await??;
        Ok(Self::of(client, driver, log))
    }

    fn of(client: Client, driver: Running, log: &Path) -> Self {
        Self { window: Window::new(Connection::new(client, log.to_owned())), _driver: driver }
    }

    pub(crate) fn window(&self) -> &Window {
        &self.window
    }

    /// Ends the session, which closes the window.
    pub(crate) async fn close(self) -> Result<(), Error> {
        self.window.close().await
    }
}

/// Fails in two ways: there is no answer at all, or the answer is no session.
async fn connect(
    address: SocketAddr,
    program: &Path,
    home: &Home,
) -> Result<Result<Client, NewSessionError>, Error> {
    let longest = u64::try_from(TIMEOUT.as_millis()).context("the timeout in milliseconds")?;
    let capabilities = json!({
        "tauri:options": { "application": program },
        "timeouts": { "script": longest, "pageLoad": longest },
    });
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
    let address = format!("http://{address}");
    // A home folder is used again after a restart, and the output goes on in the same file.
    let before = ports_taken(home);
    let port_taken =
        wait_until("the port of the web engine", || Ok((ports_taken(home) > before).then_some(())));
    tokio::select! {
        session = tokio::time::timeout(TIMEOUT, builder.connect(&address)) => {
            session.context("WebDriver")
        }
        taken = port_taken => taken.map(|()| Err(NewSessionError::Lost(AddrInUse.into()))),
    }
}

/// How often the port of the program's web engine was taken.
fn ports_taken(home: &Home) -> usize {
    home.output().unwrap_or_default().matches(PORT_TAKEN).count()
}

async fn start_driver(
    environment: &[(String, OsString)],
    log: &Path,
) -> Result<(Running, SocketAddr), Error> {
    let (own, native) = free_ports()?;
    let log = File::create(log)?;
    let mut driver = Running::start(
        Command::new("tauri-driver")
            .args(["--port", &own.port().to_string()])
            .args(["--native-port", &native.port().to_string()])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log),
    )?;
    wait_until("tauri-driver to listen", || {
        if !driver.runs() {
            return Err(Error::new("tauri-driver has ended"));
        }
        let listens = |address| TcpStream::connect(address).is_ok();
        Ok((listens(own) && listens(native)).then_some(()))
    })
    .await?;
    Ok((driver, own))
}

fn free_ports() -> Result<(SocketAddr, SocketAddr), Error> {
    let one = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok((one.local_addr()?, other.local_addr()?))
}
