#!/usr/bin/env bash
# test.sh TARGET...: makes each target, whatever became of the one before, and ends with one line that says it all.
set -uo pipefail
cd "${BASH_SOURCE[0]%/*}/.."

passed=() failed=()
SECONDS=0
for target; do
  start=$SECONDS
  printf '== %s\n' "$target"
  if ${MAKE:-make} --keep-going "$target" ARGS= </dev/null; then outcome=passed; else outcome=FAILED; fi
  [[ $outcome == passed ]] && passed+=("$target") || failed+=("$target")
  printf '== %s %s (%d s)\n' "$target" "$outcome" $((SECONDS - start))
done

if ((${#failed[@]})); then
  printf 'make test: FAILED: %s (%d of %d passed, %d s)\n' "${failed[*]}" ${#passed[@]} $# $SECONDS
  exit 1
fi
printf 'make test: all passed: %s (%d s)\n' "${passed[*]}" $SECONDS
