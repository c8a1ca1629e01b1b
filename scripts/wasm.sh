#!/usr/bin/env bash
# wasm.sh: builds the Rust solutions as WebAssembly, a file a year, as .build/wasm/2021.wasm; and checks all recorded answers with them.
#
# It takes a compiler that has the target, as after `rustup target add wasm32-unknown-unknown`; or else one with the
# source of its library, as Debian's rustc-web, which then is built too. Where there is neither, one line says so and
# nothing is left, so that the site does without. In CI there has to be one.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
. scripts/progress.bash

TARGET=wasm32-unknown-unknown
OUT=.build/wasm
STACK=8388608 # bytes, as a main thread has elsewhere

# cargo-with COMPILER: the cargo that belongs to it.
cargo-with() {
  local beside=${1%/*}/cargo
  if [[ -x $beside ]]; then echo "$beside"; else command -v cargo; fi
}

# linker SYSROOT: what links for the target, where the compiler does not find it by itself.
linker() {
  local it
  compgen -G "$1/lib/rustlib/*/bin/rust-lld" >/dev/null && return
  for it in rust-lld wasm-ld wasm-ld-{30..14}; do
    command -v "$it" && return
  done
  return 1
}

# new-enough COMPILER
new-enough() {
  local needed found
  needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' rust/Cargo.toml)
  found=$("$1" --version 2>/dev/null | cut -d ' ' -f 2)
  [[ -n $found && $(printf '%s\n' "$needed" "$found" | sort -V | head -n 1) == "$needed" ]]
}

# find-toolchain: sets `build`, the command that builds; false where nothing can.
find-toolchain() {
  local rustc sysroot found
  for rustc in $(type -ap rustc); do
    new-enough "$rustc" && sysroot=$("$rustc" --print sysroot 2>/dev/null) || continue
    build=(env "RUSTC=$rustc" "$(cargo-with "$rustc")" build)
    if [[ -d $sysroot/lib/rustlib/$TARGET/lib ]]; then return; fi
    if [[ -f $sysroot/lib/rustlib/src/rust/library/Cargo.lock ]] && found=$(linker "$sysroot"); then
      build=(env RUSTC_BOOTSTRAP=1 "RUSTC=$rustc" ${found:+"CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$found"}
        "$(cargo-with "$rustc")" build -Zbuild-std=std,panic_abort)
      return
    fi
  done
  return 1
}

# Every year that has a crate, whatever the programs have: the site has them all.
build-years() {
  local crate year
  export CARGO_TARGET_DIR=$PWD/rust/target/site
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128 -C link-arg=-zstack-size=$STACK"
  for crate in rust/crates/aoc-y*; do
    year=${crate##*-y}
    (cd rust && "${build[@]}" --locked --profile wasm --target $TARGET -p aoc-wasm --features "aoc/y$year") || return
    cp "$CARGO_TARGET_DIR/$TARGET/wasm/aoc_wasm.wasm" "$OUT/$year.wasm"
  done
}

rm -rf "$OUT"
if ! find-toolchain; then
  echo "WebAssembly: no Rust that has it as a target, so the site's pages solve no input; with rustup: rustup target add $TARGET"
  [[ -z ${CI:-} ]]
  exit
fi
mkdir -p "$OUT"
trap 'rm -rf "$OUT"' EXIT # what is there was built and checked
quietly "building WebAssembly (Rust, for the site)" wasm build-years
if command -v node >/dev/null; then
  quietly "checking all recorded answers in WebAssembly" wasm-answers .venv/bin/python -m pytest --quiet tests/programs/test_wasm.py
else
  echo "WebAssembly: no node, so its answers are not checked"
fi
touch "$OUT/.ready"
trap - EXIT
