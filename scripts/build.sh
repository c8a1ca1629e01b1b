#!/usr/bin/env bash
# build.sh python|rust|rust-checked|rust-quick|rust-python|haskell|liars-(rust|haskell)[-debug]: builds one thing. The Makefile knows when.
#
# With AOC_MISSING=skip, a missing toolchain is said but is no failure: the other languages can still run.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
mkdir -p .build

needs() {
  scripts/toolchain.sh "$1" || { [[ ${AOC_MISSING:-} == skip ]] && exit 0 || exit 1; }
}

# quietly LOG COMMAND...: shows what the command said only if it fails.
quietly() {
  local log=.build/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    exit 1
  }
}

python() {
  scripts/toolchain.sh python # nothing runs without it
  echo "building .venv (Python packages)"
  local pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input install --quiet)
  .venv/bin/python -c 'import pip' 2>/dev/null || quietly python "$(scripts/find-python.sh)" -m venv --clear .venv
  quietly python "${pip[@]}" -r requirements.txt
  quietly python "${pip[@]}" --no-deps --no-build-isolation -e python
  touch .venv/.ready
}

rust() {
  needs rust
  echo "building aoc-rs (Rust)"
  (cd rust && cargo build --quiet --release -p aoc-cli </dev/null)
  touch rust/target/release/aoc-rs
}

rust-checked() {
  needs rust
  echo "building aoc-rs (Rust, with overflow checks and assertions)"
  (cd rust && cargo build --quiet --profile checked -p aoc-cli </dev/null)
  touch rust/target/checked/aoc-rs
}

rust-quick() {
  needs rust
  echo "building aoc-rs (Rust, only what changed)"
  (cd rust && cargo build --quiet --profile quick -p aoc-cli </dev/null)
  touch rust/target/quick/aoc-rs
}

rust-python() {
  needs rust
  echo "building aoc_rust (Rust as a Python module)"
  quietly aoc_rust env -u CONDA_PREFIX VIRTUAL_ENV="$PWD/.venv" \
    .venv/bin/maturin develop --quiet --release --manifest-path rust/crates/aoc-python/Cargo.toml
  touch .venv/.aoc_rust
}

haskell() {
  needs haskell
  echo "building aoc-hs (Haskell)"
  haskell-program aoc-hs aoc-hs
}

# haskell-program EXECUTABLE NAME OPTION...: builds one of haskell/, as haskell/.build/NAME.
haskell-program() {
  local exe=exe:$1 name=$2
  shift 2
  quietly "$name" scripts/cabal.sh build "$exe" "$@"
  # Moved into place, so that a program that is running keeps its file.
  cp "$(scripts/cabal.sh list-bin "$exe" "$@")" "haskell/.build/$name.new"
  touch "haskell/.build/$name.new"
  mv "haskell/.build/$name.new" "haskell/.build/$name"
}

# The liars: solutions that lie about their time (tests/crosscheck/test_liars.py).
liars-rust() {
  needs rust
  echo "building aoc-liars-rs (Rust, for tests)"
  (cd rust && cargo build --quiet --release -p aoc-liars </dev/null)
  touch rust/target/release/aoc-liars-rs
}

liars-rust-debug() {
  needs rust
  echo "building aoc-liars-rs (Rust, for tests, unoptimised)"
  (cd rust && cargo build --quiet -p aoc-liars </dev/null)
  touch rust/target/debug/aoc-liars-rs
}

liars-haskell() {
  needs haskell
  echo "building aoc-liars (Haskell, for tests)"
  haskell-program aoc-liars aoc-liars
}

# A build of its own: with its flags, cabal would take the others for stale.
liars-haskell-debug() {
  needs haskell
  echo "building aoc-liars (Haskell, for tests, unoptimised)"
  haskell-program aoc-liars aoc-liars-debug --builddir=.build/liars-debug --ghc-options=-O0
}

"$1"
