//! What is done in practice stays on this computer: the system's calls are watched.

use std::fs;
use std::net::IpAddr;
use std::path::Path;

use test_driver::journey::{self, NEW_CLIENT};
use test_driver::{Error, Launch, play};

use crate::guides::Browser;
use crate::{let_a_year_pass, practice};

/// Every address that the program or one of its children has turned to, but for this computer's own.
fn addresses_outside(traces: &Path) -> Vec<String> {
    let trace = fs::read_to_string(traces).unwrap();
    assert!(trace.contains("AF_INET"), "nothing at all was seen");
    let addresses = trace.lines().filter_map(address_in);
    let outside = addresses.filter(|address| !is_here(address));
    outside.collect()
}

/// The address in a line of strace such as `connect(9, {sa_family=AF_INET, sin_port=htons(80),
/// sin_addr=inet_addr("192.0.2.1")}, 16)`.
fn address_in(line: &str) -> Option<String> {
    let after = ["inet_addr(\"", "inet_pton(AF_INET6, \""]
        .iter()
        .find_map(|mark| line.split_once(mark).map(|(_, after)| after))?;
    after.split('"').next().map(str::to_owned)
}

fn is_here(address: &str) -> bool {
    match address.parse().unwrap() {
        IpAddr::V4(address) => address.is_loopback(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.to_ipv4_mapped().is_some_and(|v4| v4.is_loopback())
        }
    }
}

fn watched(launch: Launch, traces: &Path) -> Launch {
    let calls = "connect,sendto,sendmsg,sendmmsg";
    launch
        .watched_by(&format!("strace -f --seccomp-bpf -e trace={calls} -o '{}'", traces.display()))
}

#[test]
fn nothing_that_is_done_in_practice_leaves_this_computer() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    play(watched(practice(), &traces), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        journey::get_token(window).await?;
        journey::prove_token(window).await?;
        window.turn_to("nav-home").await?;
        journey::enter_number(window, "491713920063").await?;
        window.click("send-request").await?;
        journey::expect_failure(window, "unreachable").await?;
        window.turn_to("nav-home").await?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        let_a_year_pass(window).await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        window.wait_for("before-list").await
    })?;
    assert_eq!(addresses_outside(&traces), Vec::<String>::new());
    Ok(())
}

/// Live, with a Nova Post at an address that is reserved for documentation: such a request is seen.
#[test]
fn a_request_that_leaves_this_computer_would_be_seen() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    let live = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", "https://192.0.2.1/");
    play(watched(live, &traces), async |app| {
        let window = app.window()?;
        journey::enter_number(window, NEW_CLIENT).await?;
        window.click("send-request").await?;
        window.wait_for("failure-card").await
    })?;
    assert_eq!(addresses_outside(&traces).first().map(String::as_str), Some("192.0.2.1"));
    Ok(())
}
