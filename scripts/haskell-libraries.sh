#!/usr/bin/env bash
# Succeeds if GHC comes with every library that haskell/ asks for, as a distribution's GHC does.
set -euo pipefail

for library in aeson hspec optparse-applicative QuickCheck vector; do
  ghc-pkg latest $library >/dev/null 2>&1 || exit 1
done
