//! Alphabets: which characters there are, and in which order.

/// What [`places`] says of a byte that is not in the alphabet.
pub const NONE: u8 = u8::MAX;

/// By byte, its place in an alphabet of up to 255 different characters, or [`NONE`].
///
/// ```
/// use aoc_core::alphabet::{NONE, places};
/// const HEXADECIMAL: [u8; 256] = places(b"0123456789abcdef");
/// assert_eq!(HEXADECIMAL[usize::from(b'f')], 15);
/// assert_eq!(HEXADECIMAL[usize::from(b'g')], NONE);
/// ```
pub const fn places(alphabet: &[u8]) -> [u8; 256] {
    let mut places = [NONE; 256];
    let mut place = 0;
    while place < alphabet.len() {
        places[alphabet[place] as usize] = place as u8;
        place += 1;
    }
    places
}
