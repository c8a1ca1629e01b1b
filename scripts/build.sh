#!/usr/bin/env bash
# build.sh python|rust|rust-checked|rust-python|haskell: builds one thing. The Makefile knows when.
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
  quietly aoc-hs scripts/cabal.sh build exe:aoc-hs
  # Moved into place, so that a program that is running keeps its file.
  cp "$(scripts/cabal.sh list-bin exe:aoc-hs)" haskell/.build/aoc-hs.new
  touch haskell/.build/aoc-hs.new
  mv haskell/.build/aoc-hs.new haskell/.build/aoc-hs
}

"$1"
