#!/usr/bin/env bash
# The Haskell test suite, and the examples in the comments.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
mkdir -p .build

if ! scripts/cabal.sh test all --test-show-details=direct </dev/null >.build/cabal-test.log 2>&1; then
  cat .build/cabal-test.log
  exit 1
fi
grep -E '^[0-9]+ examples?, 0 failures' .build/cabal-test.log || { echo "cabal test: no example was run" && exit 1; }

if command -v doctest >/dev/null; then
  cd haskell
  sources=(aoc-core/src)
  for year in ${AOC_YEARS:-$(printf '%s\n' aoc-y* | cut -c 6-)}; do sources+=("aoc-y$year/src"); done
  find "${sources[@]}" -name '*.hs' -print0 | xargs -0 doctest "${sources[@]/#/-i}" 2>&1 | tail -n 40
elif [[ -n ${CI:-} ]]; then
  echo "doctest is missing" && exit 1
else
  echo "doctest is missing: the examples in comments are not tested (make setup)"
fi
