#!/usr/bin/env bash
# lint.sh check|format python|rust|haskell [FILE...]: layout, linters, types, warnings as errors; or lays the code out.
# Of files that are named, as much as can be looked at alone.
#
# A tool of another version than scripts/tool-versions says is named in one line, and what it would check is left out.
# In CI it has to be that one.
set -uo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
mkdir -p .build
root=$PWD
fault=0

# check COMMAND...: a fault of one does not keep the others from being seen.
check() { "$@" || fault=1; }

# exact TOOL WHAT: whether the tool is the version that WHAT is checked with.
exact() {
  local wanted found
  wanted=$(sed -n "s/^$1 //p" scripts/tool-versions)
  if ! found=$("$1" --version 2>/dev/null | grep -oE -m 1 '[0-9]+(\.[0-9]+)+' | head -n 1); then
    echo "lint: $1 is missing, so $2 left out (make setup)"
  elif [[ $found. == "$wanted."* ]]; then
    return
  else
    echo "lint: $1 is $found, not $wanted, so $2 left out"
  fi
  [[ -z ${CI:-} ]] || fault=1
  return 1
}

python() {
  local how=$1
  shift
  (($#)) || set -- .
  if [[ $how == format ]]; then
    check .venv/bin/ruff check --quiet --fix --exit-zero "$@"
    check .venv/bin/ruff format --quiet "$@"
    return
  fi
  check .venv/bin/ruff check --quiet "$@"
  .venv/bin/ruff format --quiet --check "$@" || { fault=1 && .venv/bin/ruff format --diff "$@"; }
  check .venv/bin/mypy --no-error-summary
}

rust() {
  scripts/toolchain.sh rust || exit 1
  exact rustc "rustfmt, clippy and the warnings of rustdoc are" || return
  cd rust
  if [[ $1 == format ]]; then
    check cargo fmt --all
    return
  fi
  shift
  local packages=(--workspace) documented=() it
  if (($#)); then
    packages=()
    for it in $(printf '%s\n' "$@" | sed -n 's,^rust/crates/\([^/]*\)/.*,\1,p' | sort -u); do packages+=(-p "$it"); done
    documented=("${packages[@]}")
  fi
  check cargo fmt --all --check
  check cargo clippy --quiet --locked "${packages[@]}" --all-targets -- --deny warnings
  RUSTDOCFLAGS='--deny warnings --allow rustdoc::private_intra_doc_links' \
    check cargo doc --quiet --locked --no-deps --document-private-items ${documented[@]+"${documented[@]}"}
  cd "$root"
}

haskell() {
  local how=$1
  shift
  local files=("$@") packages=() it
  if (($#)); then
    for it in $(printf '%s\n' "$@" | sed -n 's,^haskell/\([^/]*\)/.*,\1,p' | sort -u); do packages+=("$it"); done
  else
    packages=(all)
    while IFS= read -r it; do files+=("$it"); done < <(find haskell/aoc-* -name '*.hs' | sort)
  fi
  if exact ormolu "the layout of Haskell code is"; then
    if [[ $how == format ]]; then check ormolu --mode inplace "${files[@]}"; else check ormolu --mode check "${files[@]}"; fi
  fi
  [[ $how != format ]] || return

  if exact hlint "the style of Haskell code is"; then check hlint --no-summary "${files[@]}"; fi
  scripts/toolchain.sh haskell || exit 1
  exact ghc "GHC's warnings are" || return
  # A build of its own, unoptimised: the flag must not make the real one stale.
  scripts/cabal.sh build "${packages[@]}" --builddir=.build/lint --ghc-options='-O0 -Werror' </dev/null >.build/lint.log 2>&1 || {
    cat .build/lint.log
    fault=1
  }
}

how=$1 language=$2
shift 2
"$language" "$how" "$@"
exit $fault
