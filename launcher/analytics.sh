# shellcheck shell=bash
# Holds what the stream counted against the archived log.

. "$ROOT/launcher/program.sh"

command_analytics() {
  [ "${1:-}" = verify ] || wrong_usage 'analytics knows one thing to do: analytics verify'
  shift
  local argument options own=()
  ROLES='' PORT='' DATA="${SOCIALFLOW_DATA:-$ROOT/data}" SETTINGS=()
  for argument in ${@+"$@"}; do
    shift
    case "$argument" in
      --from=?* | --to=?* | --repair) own+=("$argument") ;;
      *) set -- ${@+"$@"} "$argument" ;;
    esac
  done
  read_start_options ${@+"$@"}
  if [ -n "$ROLES" ] || [ -n "$PORT" ]; then wrong_usage 'analytics takes no --roles and no --port'; fi
  require_jdk
  ensure_built
  choose_jvm_options
  read -r -a options <<<"${JAVA_OPTIONS:-}"
  unset SOCIALFLOW_HEAP JAVA_OPTIONS
  exec "$JAVA_HOME/bin/java" "${JVM[@]}" ${options[@]+"${options[@]}"} -jar "$PROGRAM/socialflow.jar" \
    analytics verify "--data=$DATA" ${own[@]+"${own[@]}"} ${SETTINGS[@]+"${SETTINGS[@]}"}
}
