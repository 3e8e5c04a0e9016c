# shellcheck shell=bash
# bench: builds the program, makes its AOT cache, and hands over to bench/run.

. "$ROOT/launcher/program.sh"

command_bench() {
  require_jdk
  [ -x "$ROOT/bench/run" ] || fail 'There is no benchmark here yet: bench/run is missing.'
  ensure_built
  ensure_trained
  export JAVA_HOME PROGRAM
  exec "$ROOT/bench/run" ${@+"$@"}
}
