//! Tells the crate how it is being built. Cargo calls every profile that inherits from release "release", so
//! the optimisation level is what is passed on; `lib.rs` puts it together with `debug_assertions`.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=AOC_OPT_LEVEL={}", env::var("OPT_LEVEL").unwrap_or_default());
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let said = Command::new(rustc).arg("--version").output().map(|out| out.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let version: Vec<&str> = said.split_whitespace().take(2).collect();
    println!("cargo::rustc-env=AOC_COMPILER={}", version.join(" "));
}
