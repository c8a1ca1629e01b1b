#!/usr/bin/env bash
# build.sh python|python-dev|rust|rust-checked|rust-quick|rust-python|wasm|html|haskell|liars-(rust|haskell)[-debug]: builds one thing. The Makefile knows when.
#
# A program has the years that are named in .build/years. With AOC_MISSING=skip, a missing toolchain is no failure: the
# other languages can still run.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
. scripts/progress.bash

needs() {
  [[ ${AOC_MISSING:-} == skip ]] || { scripts/toolchain.sh "$1" && return || exit 1; }
  mkdir -p .build
  scripts/toolchain.sh "$1" 2>.build/toolchain.log && return
  # What is not there at all is told by whoever runs what there is.
  case $1 in rust) command -v cargo >/dev/null ;; haskell) command -v ghc >/dev/null && command -v cabal >/dev/null ;; esac && cat .build/toolchain.log >&2
  exit 0
}

# years PREFIX: those of .build/years for which the language has a package; its latest, where it has none of them.
years() {
  local year found=()
  for year in $(<.build/years); do
    [[ ! -d $1$year ]] || found+=("$year")
  done
  if ((${#found[@]} == 0)); then
    found=("$(printf '%s\n' "$1"[0-9][0-9][0-9][0-9] | sort | tail -n 1 | tail -c 5)")
  fi
  printf '%s\n' "${found[@]}"
}

# features: the options of cargo by which the Rust programs have these years.
features() {
  echo --no-default-features --features "$(years rust/crates/aoc-y | sed 's/^/y/' | paste -s -d , -)"
}

pip_install=(.venv/bin/python -m pip --disable-pip-version-check --no-input install)

python() {
  scripts/toolchain.sh python # nothing runs without it
  quietly "building .venv (Python packages)" python make-venv
  touch .venv/.ready
}

make-venv() {
  .venv/bin/python -c 'import pip' 2>/dev/null || "$(scripts/find-python.sh)" -m venv --clear .venv || return
  "${pip_install[@]}" -r requirements.txt && "${pip_install[@]}" --no-deps --no-build-isolation -e python &&
    find-python-beside .venv/bin/*
}

# What tests, linters and pictures need beside.
python-dev() {
  quietly "building .venv (packages for tests, linters and pictures)" python-dev add-to-venv
  touch .venv/.ready-dev
}

add-to-venv() {
  "${pip_install[@]}" -r requirements-dev.txt && find-python-beside .venv/bin/*
}

# find-python-beside SCRIPT...: where the path of this folder has blanks, pip's scripts begin with a line for the shell that names
# it; but not rightly where it has a quote, a dollar or the like. The name of the script that is run is enough to find Python.
find-python-beside() {
  local script second
  for script; do
    second=
    [[ -f $script ]] && { read -r _ && read -r second; } 2>/dev/null <"$script"
    [[ $second != "'''exec' "* ]] || {
      { printf '%s\n' '#!/bin/sh' "'''exec' \"\${0%/*}/python\" \"\$0\" \"\$@\"" && tail -n +3 "$script"; } >"$script.new" &&
        cat "$script.new" >"$script" && rm "$script.new" # the file stays, and with it the permission to execute it
    } || return
  done
}

in-rust() (cd rust && exec "$@")

# cargo-build WHAT LOG OPTION...: warnings are shown too.
cargo-build() {
  local what=$1 log=$2
  shift 2
  quietly "$what" "$log" in-rust cargo build "$@"
  ! grep -q '^warning\|mwarning' ".build/$log.log" || without-progress <".build/$log.log" >&2
}

rust() {
  needs rust
  # shellcheck disable=SC2046 # a word an option
  cargo-build "building aoc-rs (Rust)" aoc-rs --release -p aoc-cli $(features)
  touch rust/target/release/aoc-rs
}

rust-checked() {
  needs rust
  # shellcheck disable=SC2046
  cargo-build "building aoc-rs (Rust, with overflow checks and assertions)" aoc-rs-checked --profile checked -p aoc-cli $(features)
  touch rust/target/checked/aoc-rs
}

rust-quick() {
  needs rust
  # shellcheck disable=SC2046
  cargo-build "building aoc-rs (Rust, only what changed)" aoc-rs-quick --profile quick -p aoc-cli $(features)
  touch rust/target/quick/aoc-rs
}

rust-python() {
  needs rust
  # shellcheck disable=SC2046
  quietly "building aoc_rust (Rust as a Python module)" aoc_rust env -u CONDA_PREFIX VIRTUAL_ENV="$PWD/.venv" \
    .venv/bin/maturin develop --release --manifest-path rust/crates/aoc-python/Cargo.toml $(features)
  touch .venv/.aoc_rust
}

wasm() {
  scripts/wasm.sh
}

# What judges the site's pages, where there is a Node that runs it. The tests say so if they do without.
html() {
  command -v node npm >/dev/null || return 0
  quietly "installing html-validate (for tests)" html install-html-validate
}

install-html-validate() {
  rm -rf .build/html
  mkdir -p .build/html
  cp tests/html/package*.json .build/html
  npm ci --prefix .build/html --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=20000 &&
    .build/html/node_modules/.bin/html-validate --version || { rm -rf .build/html && return; }
  touch .build/html/.ready
}

haskell() {
  needs haskell
  AOC_YEARS=$(years haskell/aoc-y) haskell-program "building aoc-hs (Haskell)" aoc-hs aoc-hs
}

# haskell-program WHAT EXECUTABLE NAME OPTION...: builds one of haskell/, as haskell/.build/NAME.
haskell-program() {
  local what=$1 exe=exe:$2 name=$3
  shift 3
  quietly "$what" "$name" scripts/cabal.sh build "$exe" "$@"
  # Moved into place, so that a program that is running keeps its file.
  cp "$(scripts/cabal.sh list-bin "$exe" "$@")" "haskell/.build/$name.new"
  touch "haskell/.build/$name.new"
  mv "haskell/.build/$name.new" "haskell/.build/$name"
}

# The liars: solutions that lie about their time (tests/crosscheck/test_liars.py).
liars-rust() {
  needs rust
  cargo-build "building aoc-liars-rs (Rust, for tests)" aoc-liars-rs --release -p aoc-liars
  touch rust/target/release/aoc-liars-rs
}

liars-rust-debug() {
  needs rust
  cargo-build "building aoc-liars-rs (Rust, for tests, unoptimised)" aoc-liars-rs-debug -p aoc-liars
  touch rust/target/debug/aoc-liars-rs
}

liars-haskell() {
  needs haskell
  haskell-program "building aoc-liars (Haskell, for tests)" aoc-liars aoc-liars
}

# A build of its own: with its flags, cabal would take the others for stale.
liars-haskell-debug() {
  needs haskell
  haskell-program "building aoc-liars (Haskell, for tests, unoptimised)" aoc-liars aoc-liars-debug --builddir=.build/liars-debug --ghc-options=-O0
}

"$1"
