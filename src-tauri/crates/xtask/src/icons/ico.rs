//! Reads and writes .ico files.

/// A picture of an .ico.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Width and height in pixels, at most 256.
    pub(crate) size: u32,
    pub(crate) png: Vec<u8>,
}

const HEADER: usize = 6;
const ENTRY: usize = 16;

/// The pictures of an .ico. `None` if the file is not an .ico.
pub(crate) fn read(ico: &[u8]) -> Option<Vec<Picture>> {
    let [0, 0, 1, 0, low, high, entries @ ..] = ico else { return None };
    let count = usize::from(u16::from_le_bytes([*low, *high]));
    let (entries, _) = entries.as_chunks::<ENTRY>();
    let entries = entries.get(..count)?;
    entries.iter().map(|entry| read_entry(ico, entry)).collect()
}

fn read_entry(ico: &[u8], entry: &[u8; ENTRY]) -> Option<Picture> {
    let [width, .., l0, l1, l2, l3, b0, b1, b2, b3] = *entry;
    let length = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
    let begin = u32::from_le_bytes([b0, b1, b2, b3]) as usize;
    let png = ico.get(begin..).and_then(|rest| rest.get(..length))?;
    // 256 does not fit into one byte and is written as 0.
    let size = if width == 0 { 256 } else { u32::from(width) };
    Some(Picture { size, png: png.to_vec() })
}

/// An .ico with these pictures.
pub(crate) fn write(pictures: &[Picture]) -> Vec<u8> {
    let mut ico = vec![0, 0, 1, 0];
    ico.extend(low_bytes::<2>(pictures.len()));
    let mut begin = HEADER + pictures.len() * ENTRY;
    for Picture { size, png } in pictures {
        let [size] = low_bytes::<1>(*size as usize);
        // Width, height, no palette, a reserved byte, one plane of 32 bits.
        ico.extend([size, size, 0, 0, 1, 0, 32, 0]);
        ico.extend(low_bytes::<4>(png.len()));
        ico.extend(low_bytes::<4>(begin));
        begin += png.len();
    }
    ico.extend(pictures.iter().flat_map(|picture| &picture.png));
    ico
}

/// The lowest bytes of a number, little-endian.
fn low_bytes<const COUNT: usize>(number: usize) -> [u8; COUNT] {
    let bytes = number.to_le_bytes();
    std::array::from_fn(|at| bytes[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_a_written_ico_returns_its_pictures() {
        let picture = |size, png: &[u8]| Picture { size, png: png.to_vec() };
        let pictures = [picture(16, b"small"), picture(256, b"the largest there is")];
        assert_eq!(read(&write(&pictures)).unwrap(), pictures);
    }

    #[test]
    fn a_truncated_ico_is_refused() {
        let ico = write(&[Picture { size: 16, png: b"small".to_vec() }]);
        assert!(read(&ico[..ico.len() - 1]).is_none());
        assert!(read(&ico[..HEADER]).is_none());
    }
}
