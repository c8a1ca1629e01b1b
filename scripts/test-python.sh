#!/usr/bin/env bash
# test-python.sh ARGUMENTS...: pytest, on two cores; and then, with nothing beside it, what measures time.
set -uo pipefail
cd "${BASH_SOURCE[0]%/*}/.."

NONE=5 # pytest's exit status where no test was chosen, as by -k
pytest=(.venv/bin/python -m pytest --quiet)
"${pytest[@]}" -rs --numprocesses 2 -m 'not alone' "$@"
together=$?
"${pytest[@]}" -rs -m alone "$@"
alone=$?
if ((together == NONE && alone == NONE)); then exit $NONE; fi
((together == 0 || together == NONE)) && ((alone == 0 || alone == NONE))
