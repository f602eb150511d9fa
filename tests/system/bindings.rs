//! The TypeScript types in ui/src/bindings are what Rust says they are.

use std::path::Path;

#[test]
fn the_bindings_are_what_rust_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/bindings/index.ts");
    let generated = keydesk::bindings::typescript();
    if std::env::var_os("KEYDESK_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == generated, "the bindings differ: run `cargo xtask bindings`");
}
