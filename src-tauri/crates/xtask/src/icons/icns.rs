//! Sorts the pictures of an .icns.

/// The length of the header of each picture: four letters for its kind, four bytes for the length of
/// header and picture.
const HEADER: usize = 8;

/// The pictures of an .icns, each with its header. `None` if the file is not an .icns.
pub(crate) fn pictures(icns: &[u8]) -> Option<Vec<&[u8]>> {
    let mut rest = icns.strip_prefix(b"icns").and_then(|rest| rest.get(4..))?;
    let mut pictures = Vec::new();
    while let Some((head, _)) = rest.split_first_chunk::<HEADER>() {
        let [.., a, b, c, d] = *head;
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let (picture, others) = rest.split_at_checked(length.max(HEADER))?;
        pictures.push(picture);
        rest = others;
    }
    Some(pictures)
}

/// The .icns with its pictures sorted by kind. The Tauri CLI writes another order each time; sorted, the
/// file changes only if a drawing does.
pub(crate) fn sorted(icns: &[u8]) -> Option<Vec<u8>> {
    let mut pictures = pictures(icns)?;
    pictures.sort_unstable();
    let head = icns.get(..HEADER)?;
    Some([head, &pictures.concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_pictures_does_not_change_the_file() {
        let one = b"icns\0\0\0\x1aic07\0\0\0\x09Aic08\0\0\0\x09B";
        let other = b"icns\0\0\0\x1aic08\0\0\0\x09Bic07\0\0\0\x09A";
        assert_eq!(sorted(one).unwrap(), one);
        assert_eq!(sorted(other).unwrap(), one);
    }

    #[test]
    fn a_truncated_icns_is_refused() {
        assert!(pictures(b"icns\0\0\0\x18ic07\0\0\0\x10").is_none());
        assert!(pictures(b"icn").is_none());
    }
}
