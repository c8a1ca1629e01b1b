#!/usr/bin/env bash
# lint-haskell.sh [format]: what GHC warns of, hlint's hints, ormolu's layout; or lays the code out.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/../haskell"
mkdir -p .build

# there TOOL WHAT: whether the tool is there; in CI it has to be.
there() {
  command -v "$1" >/dev/null && return
  echo "$1 is missing: $2 is not checked (make setup)"
  [[ -z ${CI:-} ]] || exit 1
  return 1
}

fault=0
files=()
while IFS= read -r file; do files+=("$file"); done < <(find aoc-* -name '*.hs' | sort)

if there ormolu "the layout of Haskell code"; then
  # Every version lays code out in its own way.
  if [[ $(ormolu --version) != "ormolu 0.3."* ]]; then
    echo "ormolu is not 0.3: the layout of Haskell code is not checked"
  elif [[ ${1:-} == format ]]; then
    ormolu --mode inplace "${files[@]}"
  else
    ormolu --mode check "${files[@]}" || fault=1
  fi
fi
[[ ${1:-} != format ]] || exit 0

if there hlint "the style of Haskell code"; then hlint --no-summary "${files[@]}" || fault=1; fi

# A build of its own, unoptimised: the flag must not make the real one stale.
../scripts/cabal.sh build all --builddir=.build/lint --ghc-options='-O0 -Werror' </dev/null >.build/lint.log 2>&1 || {
  cat .build/lint.log
  fault=1
}
exit $fault
