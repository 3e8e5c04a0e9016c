# shellcheck shell=bash
# Looks at the audit log.

. "$ROOT/launcher/program.sh"

command_audit() {
  [ "${1:-}" = verify ] || wrong_usage 'audit knows one thing to do: audit verify'
  shift
  local kept='' argument options
  ROLES='' PORT='' DATA="${SOCIALFLOW_DATA:-$ROOT/data}" SETTINGS=()
  for argument in ${@+"$@"}; do
    shift
    case "$argument" in
      --checkpoint=?*) kept="$argument" ;;
      *) set -- ${@+"$@"} "$argument" ;;
    esac
  done
  read_start_options ${@+"$@"}
  if [ -n "$ROLES" ] || [ -n "$PORT" ]; then wrong_usage 'audit takes no --roles and no --port'; fi
  require_jdk
  ensure_built
  choose_jvm_options
  read -r -a options <<<"${JAVA_OPTIONS:-}"
  unset SOCIALFLOW_HEAP JAVA_OPTIONS
  exec "$JAVA_HOME/bin/java" "${JVM[@]}" ${options[@]+"${options[@]}"} -jar "$PROGRAM/socialflow.jar" \
    audit verify "--data=$DATA" ${kept:+"$kept"} ${SETTINGS[@]+"${SETTINGS[@]}"}
}
