//! The clock that a run is timed by.

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(crate) use std::time::Instant;

/// WebAssembly in a page has no clock, and the standard one panics there. This one stands still: the page has
/// a clock.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub(crate) struct Instant;

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
impl Instant {
    pub(crate) fn now() -> Self {
        Instant
    }

    pub(crate) fn elapsed(&self) -> std::time::Duration {
        std::time::Duration::ZERO
    }
}
