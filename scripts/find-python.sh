#!/usr/bin/env bash
# Prints a Python of 3.11 or later: $PYTHON if set, else the first that is found.
set -euo pipefail

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    command -v "$python"
    exit
  fi
done
exit 1
