//! The generated files are committed as Rust generates them: the TypeScript types and the
//! capabilities.

use std::path::Path;

#[test]
fn the_committed_files_are_those_that_the_list_of_commands_yields() {
    for (path, generated) in keydesk::bindings::files() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
        if std::env::var_os("KEYDESK_WRITE_BINDINGS").is_some() {
            std::fs::write(&file, &generated).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == generated, "{path} differs: run `cargo xtask bindings`");
    }
}
