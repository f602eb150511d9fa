//! A developer's request for a key from outside.

use keydesk_core::hand_over::{
    RecipientKey, read_key_request_file, write_key_request, write_key_request_for_email,
};

/// Checks that a file is refused or read within its bounds, whatever its bytes are, and that a request that is written
/// again is the same one.
pub(crate) fn check_key_request(file: &[u8]) {
    let read = read_key_request_file(file);
    assert_eq!(read_key_request_file(file), read, "the second reading differs");
    let Ok(request) = read else { return };
    assert!(file.len() <= 64 * 1024, "a long file");
    assert!(request.name.chars().count() <= 80, "a name of {} bytes", request.name.len());
    assert!(request.note.chars().count() <= 1_000, "a note of {} bytes", request.note.len());
    assert!(request.needs.len() <= 10, "{:?}", request.needs);
    for text in [&request.name, &request.note] {
        let is_hidden = |letter: char| {
            (letter.is_control() && !(letter == '\n' || letter == '\t'))
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        assert!(!text.contains(is_hidden), "{text:?}");
    }
    assert!(!request.name.contains('\n'), "{:?}", request.name);
    let key = RecipientKey::parse(&request.public_key).expect("it was read before");
    assert_eq!(key.line(), request.public_key);
    for written in [write_key_request(&request), write_key_request_for_email(&request)] {
        assert_eq!(read_key_request_file(written.as_bytes()).as_ref(), Ok(&request), "{written}");
    }
}
