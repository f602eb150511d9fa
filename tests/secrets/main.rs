//! After the whole journey, the key and the token stand nowhere but in the keychain: not in what
//! the app has written, not in what its web engine has, not in what it printed, not in its window.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod recorder;

use std::path::PathBuf;

use keydesk_driver::{App, Launch, Trouble, files_with, journey, play};
use keydesk_practice::{Options, Practice};
use tokio::runtime::Runtime;

use recorder::Recorder;

#[test]
fn neither_key_nor_token_is_found_after_the_whole_journey() -> Result<(), Trouble> {
    let nova_post = Runtime::new()?;
    let practice = nova_post.block_on(Practice::start(Options::default())).unwrap();
    let recorder = nova_post.block_on(Recorder::before(&practice.base_url()))?;
    // Live: in practice the key also stands in the file of the practice server, which made it.
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", recorder.base_url());

    play(launch, async |app| {
        let shown = whole_journey(app).await?;
        assert!(shown == recorder.heard("apiKey")?, "the window for the key showed something else");
        for (name, secret) in
            [("key", recorder.heard("apiKey")?), ("token", recorder.heard("jwt")?)]
        {
            assert_nowhere(app, name, &secret).await?;
        }
        app.close().await?;
        for (name, secret) in
            [("key", recorder.heard("apiKey")?), ("token", recorder.heard("jwt")?)]
        {
            assert_eq!(
                files_with(&secret, app.home())?,
                Vec::<PathBuf>::new(),
                "the {name} after the end"
            );
            assert_canary_is_found(app, &secret)?;
        }
        Ok(())
    })
}

/// Everything that a person can do with a key and a token. Gives the key as it was shown.
async fn whole_journey(app: &App) -> Result<String, Trouble> {
    let window = app.window()?;
    journey::get_key(window, journey::NEW_CLIENT).await?;
    window.click("copy-key").await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("bring-in-key").await?;
    window.click("look-at-clipboard").await?;
    window.turn_to("renew-known-key").await?;
    window.click("bring-in-keep").await?;
    window.wait_for("key-proven").await?;
    window.turn_to("go-to-key").await?;
    let shown = journey::look_at_key(window).await?;
    journey::get_token(window).await?;
    window.click("copy-token").await?;
    journey::prove_token(window).await?;
    window.turn_to("nav-keys").await?;
    window.turn_to("nav-settings").await?;
    Ok(shown)
}

async fn assert_nowhere(app: &App, name: &str, secret: &str) -> Result<(), Trouble> {
    let window = app.window()?;
    // Never the secret itself in a message: the assertions compare places.
    assert!(!window.document().await?.contains(secret), "the {name} is in the document");
    let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])";
    let kept = window.run(kept).await?;
    assert!(!kept.to_string().contains(secret), "the window keeps the {name}");
    assert!(!app.output()?.contains(secret), "the {name} was printed");
    assert_eq!(files_with(secret, app.home())?, Vec::<PathBuf>::new(), "the {name}");
    Ok(())
}

/// A search that finds nothing may be broken: it has to find the secret where it is planted.
fn assert_canary_is_found(app: &App, secret: &str) -> Result<(), Trouble> {
    let planted = app.data_folder().join("canary");
    std::fs::write(&planted, format!("before{secret}after"))?;
    assert_eq!(files_with(secret, app.home())?, std::slice::from_ref(&planted));
    Ok(std::fs::remove_file(planted)?)
}
