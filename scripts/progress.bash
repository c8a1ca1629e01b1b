# To be sourced, in the repository's root: running commands that may take long.
#
# On a terminal one line moves: what is being done, the seconds so far, and what the command said last. Elsewhere one
# line says what is being done.

# quietly WHAT LOG COMMAND...: what the command said is kept in .build/LOG.log, and shown if it fails.
quietly() {
  with-progress "$@" || {
    without-progress <".build/$2.log" >&2
    exit 1
  }
}

# with-progress WHAT LOG COMMAND...: the same, but what a command that fails said is not shown; its status is returned.
with-progress() {
  local what=$1 log=.build/$2.log start=$SECONDS status=0 mover=
  shift 2
  mkdir -p .build
  : >"$log"
  if [[ -t 1 && ${MAKEFLAGS:-} != *jobserver* ]]; then
    moving-line "$what" "$log" &
    mover=$!
  else
    printf '%s\n' "$what"
  fi
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [[ -n $mover ]]; then
    kill "$mover" 2>/dev/null || true
    wait "$mover" 2>/dev/null || true
    printf '\r\033[K%s: %d s\n' "$what" $((SECONDS - start))
  fi
  return $status
}

# moving-line WHAT LOG: until it is killed, or the script that began it is no more.
moving-line() {
  local what=$1 log=$2 start=$SECONDS width last
  width=$(tput cols 2>/dev/null || echo 80)
  while kill -0 $$ 2>/dev/null; do
    last=$(tail -c 1000 "$log" | tail -n 1 | tr -d '\033' | sed 's/\[[0-9;]*m//g; s/^ *//; s/ v[0-9.]* (.*//')
    last="$what  $((SECONDS - start)) s  $last"
    printf '\r\033[K%s' "${last:0:width-1}"
    sleep 0.3
  done
}

# without-progress: what a compiler said, less the lines that tell how far it is.
without-progress() {
  sed -E '/^('$'\033''\[[0-9;]*m)* *(Compiling|Downloaded|Downloading|Updating|Locking|Blocking|Finished|Adding) /d'
}
