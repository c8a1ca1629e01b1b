#!/usr/bin/env bash
# toolchain.sh python|rust|haskell|lint|browser ...: makes sure that a toolchain is there.
#
# On Debian and Ubuntu what is missing is installed from the distribution, if that takes no password. Everywhere else,
# and where it fails, one line says what to type, and the exit status is 1. Nothing is ever asked.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/.."
. scripts/progress.bash

haskell_packages=(ghc cabal-install libghc-{aeson,hspec,optparse-applicative,quickcheck2,vector}-dev)

missing() {
  printf '%s\n' "$*" >&2
  exit 1
}

have() {
  local program
  for program; do command -v "$program" >/dev/null || return 1; done
}

version_at_least() { # version_at_least 9.0 9.4.7
  [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

# as-root COMMAND...: never asks for a password.
as-root() {
  if ((EUID == 0)); then env "$@"; else sudo -n env "$@"; fi
}

apt() {
  as-root DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"
}

# get PACKAGE...: a fresh machine has no package lists, and an old one has stale ones.
get() {
  { apt-cache show "$@" >/dev/null 2>&1 && apt install -y --no-install-recommends "$@"; } ||
    { apt update && apt install -y --no-install-recommends "$@"; }
}

# install WHAT PACKAGE...: WHAT begins the line that is printed.
install() {
  local what=$1
  shift
  local by_hand="sudo apt-get install $*"
  if ((EUID != 0)) && ! sudo -n true 2>/dev/null; then missing "$what; to install: $by_hand"; fi
  with-progress "$what: installing $*" apt get "$@" ||
    missing "$what, and apt-get failed (.build/apt.log: $(grep -m 1 '^E:' .build/apt.log || tail -n 1 .build/apt.log)); to install: $by_hand"
}

python() {
  local python
  python=$(scripts/find-python.sh) || missing "Python: 3.11 or later is needed; to install: sudo apt-get install python3 python3-venv, or brew install python@3.13"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    have apt-get || missing "Python: $python has no venv module; install a complete Python 3.11 or later (brew install python@3.13)"
    install "Python: no venv module" "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  fi
}

rust() {
  local needed found
  have cargo rustc ||
    missing "Rust: no cargo; to install (rustup.rs): curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y"
  needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' rust/Cargo.toml)
  found=$(rustc --version | cut -d ' ' -f 2)
  version_at_least "$needed" "$found" || missing "Rust: $found is too old, $needed is needed; with rustup: rustup update stable"
  if ! have cc; then
    have apt-get || missing "Rust: no C compiler to link with; on macOS: xcode-select --install"
    install "Rust: no C compiler to link with" gcc libc6-dev
  fi
}

haskell() {
  local found
  if ! have ghc cabal; then
    have apt-get || missing "Haskell: no ghc or no cabal; to install: brew install ghc cabal-install, or ghcup (haskell.org/ghcup)"
    install "Haskell: no ghc or no cabal" "${haskell_packages[@]}"
  fi
  found=$(ghc --numeric-version)
  version_at_least 9.0 "$found" || missing "Haskell: GHC $found is too old, 9.0 is needed; with ghcup: ghcup install ghc --set recommended"
  # The distribution's libraries fit the distribution's compiler only; any other has an index to build them from.
  if [[ $(command -v ghc) == /usr/bin/ghc ]] && have apt-get && ! scripts/haskell-libraries.sh; then
    install "Haskell: libraries are missing" "${haskell_packages[@]}"
  fi
}

# Not needed to build: without them `make lint` has less to say, and says so.
lint() {
  local tool
  have apt-get || return 0
  for tool in hlint ormolu doctest; do
    have $tool || (install "Haskell: no $tool" $tool) || true
  done
}

# Not needed to build: without it the site is not tried in a browser, and `make test` says so.
browser() {
  have chromium || have google-chrome || ! have apt-get || (install "the site's tests: no Chromium" chromium) || true
}

for toolchain; do "$toolchain"; done
