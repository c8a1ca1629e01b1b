//! The server of `aoc-rs`, for whatever days it is given.

mod serve;

use std::any::Any;

pub use serve::{replies_alone, serve};

/// What a panic said.
pub fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a message").into()
}
