//! Putting the pictures of an .icns into an order of their own.

/// Before each picture: four letters for its kind, four bytes for the length of both.
const HEAD: usize = 8;

/// The pictures of an .icns in their order, each with its head; `None` if it isn't one.
pub(crate) fn pictures(icns: &[u8]) -> Option<Vec<&[u8]>> {
    let mut rest = icns.strip_prefix(b"icns").and_then(|rest| rest.get(4..))?;
    let mut pictures = Vec::new();
    while let Some((head, _)) = rest.split_first_chunk::<HEAD>() {
        let [.., a, b, c, d] = *head;
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let (picture, others) = rest.split_at_checked(length.max(HEAD))?;
        pictures.push(picture);
        rest = others;
    }
    Some(pictures)
}

/// The same .icns, sorted by kind: the Tauri CLI writes another order each time, and a file that
/// changes without a change of the drawing would be noise in the history.
pub(crate) fn sorted(icns: &[u8]) -> Option<Vec<u8>> {
    let mut pictures = pictures(icns)?;
    pictures.sort_unstable();
    let head = icns.get(..HEAD)?;
    Some([head, &pictures.concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_pictures_in_any_order_give_one_file() {
        let one = b"icns\0\0\0\x1aic07\0\0\0\x09Aic08\0\0\0\x09B";
        let other = b"icns\0\0\0\x1aic08\0\0\0\x09Bic07\0\0\0\x09A";
        assert_eq!(sorted(one).unwrap(), one);
        assert_eq!(sorted(other).unwrap(), one);
    }

    #[test]
    fn an_icns_cut_short_is_refused() {
        assert!(pictures(b"icns\0\0\0\x18ic07\0\0\0\x10").is_none());
        assert!(pictures(b"icn").is_none());
    }
}
