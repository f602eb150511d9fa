//! What Tauri needs before it compiles.

fn main() {
    tauri_build::build();
}
