"""The environment of every process that is started: of ours only what is named here, so that no secret leaves with it.

What else a program needs it can be told by its command, as in `--with 'mine=env LEVEL=3 ./mine'`.
"""

import os

NOWHERE = "/nonexistent"  # where advent-of-code-data looks for the session token, as far as a program of ours knows

_EVERYBODYS = """
PATH HOME USER LOGNAME SHELL TERM COLORTERM NO_COLOR CLICOLOR CLICOLOR_FORCE FORCE_COLOR
LANG LANGUAGE LC_* LOCALE_ARCHIVE TZ TMPDIR TMP TEMP
XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
LD_LIBRARY_PATH DYLD_LIBRARY_PATH DYLD_FALLBACK_LIBRARY_PATH
PYTHONPATH PYTHONHOME PYTHONHASHSEED PYTHONUTF8 PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX PYTHONUNBUFFERED VIRTUAL_ENV CONDA_PREFIX
PYENV_ROOT PYENV_VERSION RBENV_ROOT NVM_DIR ASDF_DIR ASDF_DATA_DIR MISE_DATA_DIR
CARGO_HOME RUSTUP_HOME RUSTUP_TOOLCHAIN RUST_BACKTRACE GHCRTS GHCUP_INSTALL_BASE_PREFIX GHCUP_USE_XDG_DIRS CABAL_DIR
GOROOT GOPATH GOCACHE GOMODCACHE GOFLAGS GOTOOLCHAIN JAVA_HOME CLASSPATH DOTNET_ROOT NODE_PATH
RUBYLIB GEM_HOME GEM_PATH PERL5LIB LUA_PATH LUA_CPATH JULIA_DEPOT_PATH
OMP_NUM_THREADS OPENBLAS_NUM_THREADS MKL_NUM_THREADS
"""
"""What tells a program where it is, how to speak, and where its language keeps its things. A star stands for any end."""

_BUILDERS = """
AOC_LANGS AOC_YEARS AOC_MISSING CI PYTHON
CARGO_TARGET_DIR CARGO_BUILD_JOBS CARGO_INCREMENTAL CARGO_NET_OFFLINE CARGO_HTTP_CAINFO RUSTFLAGS RUSTC_WRAPPER
RUSTUP_AUTO_INSTALL CABAL_CONFIG GHC_PACKAGE_PATH GHC_ENVIRONMENT PKG_CONFIG_PATH SDKROOT MACOSX_DEPLOYMENT_TARGET
CC CXX LD AR CFLAGS CXXFLAGS CPPFLAGS LDFLAGS SOURCE_DATE_EPOCH
HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE NIX_SSL_CERT_FILE
PIP_INDEX_URL PIP_CONFIG_FILE PIP_CERT PIP_NO_INDEX PIP_FIND_LINKS PIP_CACHE_DIR PIP_DEFAULT_TIMEOUT
GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES
"""
"""What tells make, cargo, cabal, pip and git what to do, and the way to what they install."""


def for_solvers() -> dict[str, str]:
    """For a program that solves, ours or a guest."""
    return {**_only(_EVERYBODYS), "AOCD_CONFIG_DIR": NOWHERE}


def for_builds() -> dict[str, str]:
    """For make, and git: without what a make that runs us was told, which is not for a make that we run."""
    return {**_only(_EVERYBODYS + _BUILDERS), "AOCD_CONFIG_DIR": NOWHERE}


def _only(names: str) -> dict[str, str]:
    exact = set(names.split())
    begins = tuple(name.removesuffix("*") for name in exact if name.endswith("*"))
    return {name: value for name, value in os.environ.items() if name in exact or name.startswith(begins)}
