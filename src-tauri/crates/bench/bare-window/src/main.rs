//! The smallest Tauri program: `cargo xtask bench` compares the start and the memory of Key Desk
//! with it.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
