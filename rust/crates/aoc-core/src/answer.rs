//! What a part may return.

/// The answer where a valid input has none, such as a maze without a way out.
pub const NO_SOLUTION: &str = "no solution";

/// What a part may return: a whole number, text, an `Option` of these, or [`NotYet`].
pub trait Answer {
    /// The answer as it is compared; nothing if the part is not written yet.
    fn answer(self) -> Option<String>;
}

/// What a part returns until it is written.
pub struct NotYet;

impl Answer for NotYet {
    fn answer(self) -> Option<String> {
        None
    }
}

/// `None` is [`NO_SOLUTION`].
impl<T: Answer> Answer for Option<T> {
    fn answer(self) -> Option<String> {
        self.map_or_else(|| Some(NO_SOLUTION.into()), T::answer)
    }
}

macro_rules! answers {
    ($($type:ty)*) => {$(
        impl Answer for $type {
            fn answer(self) -> Option<String> {
                Some(self.to_string())
            }
        }
    )*};
}

answers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize String &str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_text_are_answers_and_none_is_no_solution() {
        assert_eq!((-5).answer().as_deref(), Some("-5"));
        assert_eq!("ABC".answer().as_deref(), Some("ABC"));
        assert_eq!(Some(7_u64).answer().as_deref(), Some("7"));
        assert_eq!(None::<u64>.answer().as_deref(), Some("no solution"));
        assert_eq!(NotYet.answer(), None);
    }
}
