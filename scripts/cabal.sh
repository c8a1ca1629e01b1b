#!/usr/bin/env bash
# cabal.sh ARGUMENT...: cabal, in haskell/. Where GHC comes with all libraries it is given an empty index: it then needs
# no network, writes nothing into the home folder, and has no reason to warn.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/../haskell"

if ../scripts/haskell-libraries.sh; then
  export CABAL_DIR=$PWD/.build/cabal
  mkdir -p "$CABAL_DIR/index"
  printf 'repository none\n  url: file+noindex://%s/index\n' "$CABAL_DIR" >"$CABAL_DIR/config"
elif ! compgen -G "$HOME/.c*/cabal/packages/*/01-index.tar" >/dev/null && ! compgen -G "$HOME/.cabal/packages/*/01-index.tar" >/dev/null; then
  cabal update # the first time that this cabal is used
fi
exec cabal "$@"
