#!/usr/bin/env bash
# cabal.sh ARGUMENT...: cabal, in haskell/, for the years in AOC_YEARS (as in AOC_YEARS='2021 2022'), or all that there are.
#
# Where GHC comes with all libraries cabal is given an empty index: it then needs no network, writes nothing into the
# home folder, and has no reason to warn.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/../haskell"

# Two that build at once would write the same files: the second waits. A build folder of its own is nobody else's.
if [[ $* != *--builddir* ]] && command -v flock >/dev/null; then
  mkdir -p .build
  exec 9>.build/cabal.lock
  flock 9
fi

# write FILE: from standard input, unless that is what it says already.
write() {
  local text
  text=$(cat)
  [[ -f $1 && $(<"$1") == "$text" ]] || printf '%s\n' "$text" >"$1"
}

# The package aoc, which has the days of these years: a package and a module of each.
list-years() {
  mkdir -p .build/aoc/AoC
  write .build/aoc/aoc.cabal <<END
cabal-version: 2.4
name:          aoc
version:       0.1.0
build-type:    Simple

-- Made by scripts/cabal.sh.
library
  default-language: Haskell2010
  exposed-modules:  AoC.Days
  build-depends:    base, aoc-core$(printf ', aoc-y%s' "$@")
END
  write .build/aoc/AoC/Days.hs <<END
-- | All days of all years, in order. Made by scripts/cabal.sh.
module AoC.Days (days) where

import AoC.Day (Day)
$(printf 'import qualified AoC.Y%s\n' "$@")

days :: [Day]
days = concat [$(printf ', AoC.Y%s.days' "$@" | cut -c 3-)]
END
}

all=$(printf '%s\n' aoc-y[0-9][0-9][0-9][0-9] | cut -c 6- | sort)
for year in ${AOC_YEARS:=$all}; do
  [[ -d aoc-y$year ]] || { echo "AOC_YEARS=$AOC_YEARS: there is no haskell/aoc-y$year" >&2 && exit 64; }
done
# shellcheck disable=SC2086 # a word a year
list-years $(printf '%s\n' $AOC_YEARS | sort -u)

if ../scripts/haskell-libraries.sh; then
  export CABAL_DIR=$PWD/.build/cabal
  mkdir -p "$CABAL_DIR/index"
  index=$CABAL_DIR/index
  # An address has no blanks and no quotes, and cabal does not decode one that has `%20`: there the folder has another name.
  [[ $index =~ ^[A-Za-z0-9/._~-]*$ ]] || index=/proc/self/cwd/.build/cabal/index
  printf 'repository none\n  url: file+noindex://%s\n' "$index" >"$CABAL_DIR/config"
elif ! compgen -G "$HOME/.c*/cabal/packages/*/01-index.tar" >/dev/null && ! compgen -G "$HOME/.cabal/packages/*/01-index.tar" >/dev/null; then
  cabal update # the first time that this cabal is used
fi
exec cabal "$@"
