//! Checks the icon files of the project.

use serde_json::Value;

use super::*;

fn icon(name: &str) -> Vec<u8> {
    fs::read(program::root().join("icons").join(name)).unwrap()
}

fn named_in_configuration() -> Vec<String> {
    let text = fs::read_to_string(program::root().join("tauri.conf.json")).unwrap();
    let configuration: Value = serde_json::from_str(&text).unwrap();
    let icons = configuration["bundle"]["icon"].as_array().unwrap();
    icons.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The width in pixels that a name such as `128x128@2x.png` or `Square284x284Logo.png` states.
fn size_in(name: &str) -> Option<u32> {
    let (before, after) = name.strip_suffix(".png")?.split_once('x')?;
    let width = before.trim_start_matches("Square").parse::<u32>().ok()?;
    let height: String = after.chars().take_while(char::is_ascii_digit).collect();
    assert_eq!(height, width.to_string(), "{name}");
    Some(if after.ends_with("@2x") { 2 * width } else { width })
}

#[test]
fn every_icon_of_the_configuration_exists() {
    let missing: Vec<_> = named_in_configuration()
        .into_iter()
        .filter(|name| !program::root().join(name).is_file())
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn every_picture_has_the_size_of_its_name() {
    let mut sizes = Vec::new();
    for entry in fs::read_dir(program::root().join("icons")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if let Some(size) = size_in(&name) {
            assert_eq!(png_size(&icon(&name)), Some((size, size)), "{name}");
            sizes.push(size);
        }
    }
    sizes.sort_unstable();
    let desktop = [16, 24, 32, 48, 64, 128, 256, 256];
    let windows = [30, 44, 71, 89, 107, 142, 150, 284, 310];
    let mut expected = [desktop.as_slice(), windows.as_slice()].concat();
    expected.sort_unstable();
    assert_eq!(sizes, expected);
    assert_eq!(png_size(&icon("icon.png")), Some((512, 512)));
    assert_eq!(png_size(&icon("StoreLogo.png")), Some((50, 50)));
}

#[test]
fn the_ico_has_all_sizes_of_windows_and_the_small_drawings() {
    let pictures = ico::read(&icon("icon.ico")).unwrap();
    let sizes: Vec<u32> = pictures.iter().map(|picture| picture.size).collect();
    assert_eq!(sizes, [16, 24, 32, 48, 64, 256]);
    for picture in &pictures {
        let size = picture.size;
        assert_eq!(png_size(&picture.png), Some((size, size)));
        if size < 32 {
            assert!(picture.png == icon(&format!("{size}x{size}.png")), "{size}");
        }
    }
}

#[test]
fn the_icns_has_all_sizes_of_macos() {
    let icns = icon("icon.icns");
    let kinds: Vec<&str> = icns::pictures(&icns)
        .unwrap()
        .into_iter()
        .map(|picture| str::from_utf8(&picture[..4]).unwrap())
        .collect();
    // 16 and 32 with their masks, 128, 256, 512; and 16, 32, 128, 256, 512 for screens with twice the
    // resolution.
    let sizes = ["is32", "s8mk", "il32", "l8mk", "ic07", "ic08", "ic09"];
    let double = ["ic11", "ic12", "ic13", "ic14", "ic10"];
    for kind in sizes.iter().chain(&double) {
        assert!(kinds.contains(kind), "{kind} of {kinds:?}");
    }
}

#[test]
fn the_window_gets_a_picture_that_is_large_enough_for_a_window_switcher() {
    // Linux takes the first .png of the configuration.
    let first = named_in_configuration()
        .into_iter()
        .find(|name| Path::new(name).extension().is_some_and(|kind| kind == "png"));
    assert_eq!(first.as_deref(), Some("icons/128x128.png"));
}

#[test]
fn a_drawing_of_another_size_gets_no_margin() {
    assert!(with_margin(r#"<svg viewBox="0 0 512 512">"#).unwrap().contains("-62.14"));
    assert!(with_margin(r#"<svg viewBox="0 0 100 100">"#).is_err());
}

/// Width and height of a PNG, from its first chunk.
fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    let chunk = png.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(*chunk.get(at..)?.first_chunk()?));
    Some((number(0)?, number(4)?))
}
