//! Lets Tauri read the window's description.

fn main() {
    tauri_build::build();
}
