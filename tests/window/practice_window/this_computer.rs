//! Practice sends nothing out of this computer: strace lists every connection.

use std::fs;
use std::net::IpAddr;
use std::path::Path;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, Launch, with_app};

use super::guides::Browser;
use super::pass_a_year;
use crate::practice;

/// Every address that the program or one of its children has connected to, without those of this computer.
fn addresses_outside(traces: &Path) -> Vec<String> {
    let trace = fs::read_to_string(traces).unwrap();
    assert!(trace.contains("AF_INET"), "strace has seen nothing");
    let addresses = trace.lines().filter_map(address_in);
    let outside = addresses.filter(|address| !is_loopback(address));
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

fn is_loopback(address: &str) -> bool {
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
fn practice_connects_to_this_computer_only() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    with_app(watched(practice(), &traces), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        flows::get_token(window).await?;
        flows::verify_token(window).await?;
        window.turn_to("nav-home").await?;
        flows::enter_number(window, "491713920063").await?;
        window.click("send-request").await?;
        flows::expect_failure(window, "unreachable").await?;
        window.turn_to("nav-home").await?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::expect_step(window, "account").await?;
        Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        pass_a_year(window).await?;
        window.click("practice-start-again").await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        window.wait_for("before-list").await
    })?;
    assert_eq!(addresses_outside(&traces), Vec::<String>::new());
    Ok(())
}

/// Live mode, with Nova Post at an address that is reserved for documentation.
#[test]
fn a_request_to_another_computer_is_seen() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    let live = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", "https://192.0.2.1/");
    with_app(watched(live, &traces), async |app| {
        let window = app.window()?;
        flows::enter_number(window, NEW_CLIENT).await?;
        window.click("send-request").await?;
        window.wait_for("failure-card").await
    })?;
    assert_eq!(addresses_outside(&traces).first().map(String::as_str), Some("192.0.2.1"));
    Ok(())
}
