#!/usr/bin/env bash
# test.sh TARGET...: makes each target, whatever became of the others, and ends with one line that says it all. A target
# may have variables after it: 'test-rust YEARS=2021'.
#
# Two are made at a time, as each of them uses one core for most of its time; test-python uses two, and is made last.
set -uo pipefail
cd "${BASH_SOURCE[0]%/*}/.."

logs=.build/test
rm -rf "$logs"
mkdir -p "$logs"
SECONDS=0

# make-one TARGET: notes what came of it.
make-one() {
  local name=${1%% *} start=$SECONDS outcome=FAILED
  # shellcheck disable=SC2086 # the variables are words
  if ${MAKE:-make} --keep-going $1 ARGS= </dev/null 2>&1; then outcome=passed; fi
  printf '== %s %s (%d s)\n' "$name" $outcome $((SECONDS - start))
  echo $outcome >"$logs/$name.outcome"
}

# worker TARGET...: makes those that no other worker has claimed, and shows what each said in one piece.
worker() {
  local target log
  for target; do
    log=$logs/${target%% *}.log
    (set -o noclobber && : >"$log") 2>/dev/null || continue
    make-one "$target" >>"$log"
    cat "$log"
  done
}

beside=() last=()
for target; do
  if [[ $target == test-python* ]]; then last+=("$target"); else beside+=("$target"); fi
done
if ((${#beside[@]})); then
  worker "${beside[@]}" &
  worker "${beside[@]}" &
  wait
fi
for target in ${last[@]+"${last[@]}"}; do make-one "$target"; done

passed=() failed=()
for target; do
  name=${target%% *}
  if [[ $(cat "$logs/$name.outcome" 2>/dev/null) == passed ]]; then passed+=("$name"); else failed+=("$name"); fi
done
if ((${#failed[@]})); then
  printf 'make test: FAILED: %s (%d of %d passed, %d s)\n' "${failed[*]}" ${#passed[@]} $# $SECONDS
  exit 1
fi
printf 'make test: all passed: %s (%d s)\n' "${passed[*]}" $SECONDS
