# shellcheck shell=bash
# Starts the program: run, demo and train.

. "$ROOT/launcher/tools.sh"
. "$ROOT/launcher/build.sh"

# A start needs this much room for the engines' logs; below twice that a warning is given.
START_FREE_MIB=512
# The AOT cache is made this long after a first start, so that it does not slow down the first look around.
TRAIN_AFTER_SECONDS=30
# Training takes about a minute on two cores; a machine under load takes several times that.
TRAIN_LIMIT_SECONDS=900

command_run() {
  ROLES='' PORT='' DATA="${SOCIALFLOW_DATA:-$ROOT/data}" SETTINGS=()
  read_start_options ${@+"$@"}
  prepare
  train_in_background
  start_program
}

command_demo() {
  ROLES='' PORT='' DATA="$ROOT/data-demo" SETTINGS=()
  read_start_options ${@+"$@"}
  [ -z "$ROLES" ] || wrong_usage 'demo starts all roles'
  [ "$PORT" != 0 ] || wrong_usage 'demo needs to know its port'
  prepare
  seed_in_background
  train_in_background
  start_program
}

command_train() {
  [ $# -eq 0 ] || wrong_usage "train does not know '$1'"
  require_jdk
  ensure_built
  ensure_trained
}

ensure_trained() {
  if [ -s "$(aot_cache)" ]; then
    say 'The AOT cache is there and fits this program and this JDK.'
    return 0
  fi
  say 'Making the AOT cache: the program starts once, with all engines, on a throw-away data directory.'
  SECONDS=0
  train $$ || fail 'The AOT cache could not be made.' "What the program said: $CACHE/logs/train.log"
  say "Made in $SECONDS s."
}

# Sets ROLES, PORT, DATA and SETTINGS from the command line; both --port=1 and --port 1 are understood, and the keys
# that the three stand for.
read_start_options() {
  local name value
  while [ $# -gt 0 ]; do
    name="${1%%=*}"
    case "$name" in
      --server.port) name=--port ;;
      --socialflow.data) name=--data ;;
      --socialflow.roles) name=--roles ;;
    esac
    case "$name" in
      --roles | --port | --data)
        case "$1" in
          *=*) value="${1#*=}" ;;
          *)
            [ $# -gt 1 ] || wrong_usage "$name needs a value, like $name=…"
            value="$2"
            shift
            ;;
        esac
        [ -n "$value" ] || wrong_usage "$name needs a value, like $name=…"
        ;;
    esac
    case "$name" in
      --roles)
        [[ "$value" =~ ^-?[a-z]+(-[a-z]+)*(,-?[a-z]+(-[a-z]+)*)*$ ]] || wrong_usage "--roles is a list like user,video or all,-workers, not '$value'"
        ROLES="$value"
        ;;
      --port)
        if ! [[ "$value" =~ ^[0-9]{1,5}$ ]] || [ "$value" -gt 65535 ]; then
          wrong_usage "--port is a number up to 65535, not '$value'"
        fi
        PORT="$value"
        ;;
      --data)
        DATA="$value"
        ;;
      --*.*)
        # A configuration key: the program itself refuses one that it does not know.
        case "$1" in *=*) SETTINGS+=("$1") ;; *) wrong_usage "$1 needs a value, like $1=…" ;; esac
        ;;
      *) wrong_usage "run does not know '$1'" ;;
    esac
    shift
  done
  case "$DATA" in
    /*) ;;
    *) DATA="$PWD/$DATA" ;;
  esac
}

# Everything that must be so before the program is started. The cheap questions come before the long build.
prepare() {
  require_jdk
  require_port "${PORT:-${SERVER_PORT:-8080}}"
  require_data
  ensure_built
}

require_port() {
  [ "$1" -ne 0 ] || return 0
  port_answers 127.0.0.1 "$1" || return 0
  local holder
  holder="$(port_holder "$1")"
  case "$holder" in
    *socialflow.jar*) fail "Social Flow is already running on port $1 (process ${holder%% *})." \
      'Stop that one first, or start this one elsewhere: --port=… --data=…' ;;
    '') fail "Port $1 is taken by another program." 'Choose another: --port=…' ;;
    *) fail "Port $1 is taken by process $holder" 'Stop it, or choose another port: --port=…' ;;
  esac
}

# True when something accepts connections at host $1, port $2. Loopback and local networks: it can't hang long.
port_answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# Prints "PID COMMAND LINE" of the process that listens on port $1, as far as this user may know it.
port_holder() {
  local pid=''
  if command -v ss >/dev/null 2>&1; then
    pid="$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -n 1)"
  elif command -v lsof >/dev/null 2>&1; then
    pid="$(lsof -nP -iTCP:"$1" -sTCP:LISTEN -t 2>/dev/null | head -n 1)"
  fi
  [ -n "$pid" ] || return 0
  printf '%s %s\n' "$pid" "$(ps -o args= -p "$pid" 2>/dev/null || true)"
}

require_data() {
  [ -d "$DATA" ] || mkdir -p "$DATA" 2>/dev/null || fail "The data directory $DATA cannot be made." \
    'Name another one: --data=…'
  [ -w "$DATA" ] || fail "The data directory $DATA cannot be written by $(id -un)." 'Name another one: --data=…'
  local free
  free="$(free_mib "$DATA")"
  require_free "$DATA" "$START_FREE_MIB" 'run'
  [ "$free" -ge $((2 * START_FREE_MIB)) ] || warn "Only $free MiB are free for $DATA."
}

# The optimizing compiler comes to methods of the trained profile after 16,384 calls instead of 2,048 and otherwise after
# 8,192 instead of 1,024: a start has one core more, and what is called often is optimized soon anyway.
LATER=(-XX:Tier2InvokeNotifyFreqLog=14 -XX:Tier2BackedgeNotifyFreqLog=17
  -XX:Tier3InvokeNotifyFreqLog=13 -XX:Tier3BackedgeNotifyFreqLog=16)

# Argon2's innermost function either contains the one that it calls 128 times for each KiB or calls it, as its compilation
# happens to go: the latter takes twice as long, and the same sign-in would cost 25 or 50 ms of CPU from one start to the
# next. LauncherTest looks that the library still has a function of this name.
ARGON2=(-XX:CompileCommand=quiet
  -XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator::G)

# Sets JVM to the options that every start and the training share: a cache fits only what it was trained with. The
# collector that pauses all threads, on all processors at once: 3 ms where one thread takes 9, and requests wait meanwhile.
choose_jvm_options() {
  JVM=(-XX:+UseParallelGC -XX:NewRatio=8 -Xms64m "-Xmx${SOCIALFLOW_HEAP:-768m}" -XX:+ExitOnOutOfMemoryError "${LATER[@]}" "${ARGON2[@]}"
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
}

# The cache belongs to one program and one build of the JDK; another's is never offered to the JVM.
aot_cache() { printf '%s/aot-%s\n' "$PROGRAM" "${JDK_BUILD//[!A-Za-z0-9.]/-}"; }

start_program() {
  local options cache
  choose_jvm_options
  cache="$(aot_cache)"
  [ ! -s "$cache" ] || JVM+=("-XX:AOTCache=$cache" '-Xlog:aot*=off' '-Xlog:cds*=off')
  read -r -a options <<<"${JAVA_OPTIONS:-}"
  # Somebody else may have built it: then it is theirs to remove.
  { mkdir -p "$PROGRAM/pids" && : >"$PROGRAM/pids/$$"; } 2>/dev/null || true
  set -- "--data=$DATA"
  [ -z "$PORT" ] || set -- "$@" "--port=$PORT"
  [ -z "$ROLES" ] || set -- "$@" "--roles=$ROLES"
  unset SOCIALFLOW_HEAP JAVA_OPTIONS
  exec "$JAVA_HOME/bin/java" "${JVM[@]}" ${options[@]+"${options[@]}"} -jar "$PROGRAM/socialflow.jar" \
    "$@" ${SETTINGS[@]+"${SETTINGS[@]}"}
}

# Runs a function beside the program that this process is about to become, as nobody's child and deaf to Ctrl-C:
# it watches process $$ and ends when that does.
beside_program() {
  mkdir -p "$CACHE/logs"
  (
    trap '' INT HUP
    trap - EXIT
    "$@" &
  ) </dev/null
}

# Waits until process $1 serves requests at port $2; false when it ends before.
wait_until_serving() {
  until port_answers 127.0.0.1 "$2"; do
    kill -0 "$1" 2>/dev/null || return 1
    sleep 1
  done
}

train_in_background() {
  [ -s "$(aot_cache)" ] || [ ! -w "$PROGRAM" ] || beside_program train_later $$
}

train_later() {
  local waited=0
  while [ "$waited" -lt "$TRAIN_AFTER_SECONDS" ]; do
    sleep 1
    kill -0 "$1" 2>/dev/null || return 0
    waited=$((waited + 1))
  done
  train "$1" || true
}

# Starts the program once on a throw-away directory so that the JVM writes its AOT cache, unless somebody else
# is at it. Gives up when process $1 ends: nothing of the program remains after Ctrl-C.
train() {
  local lock="$PROGRAM/training" cache status=0 trainee
  cache="$(aot_cache)"
  [ ! -s "$cache" ] || return 0
  if ! mkdir "$lock" 2>/dev/null; then
    ! kill -0 "$(cat "$lock/pid" 2>/dev/null)" 2>/dev/null || return 0
    rm -rf "$lock"
    mkdir "$lock" || return 0
  fi
  printf '%s\n' "${BASHPID:-$$}" >"$lock/pid"
  # The engines run as another user, who has to get to the data.
  mkdir -p "$lock/data" "$CACHE/logs"
  train_once "$1" "$lock" "$cache.part" >"$CACHE/logs/train.log" 2>&1 || status=1
  if [ "$status" -eq 0 ] && [ -s "$cache.part" ]; then mv "$cache.part" "$cache"; else status=1; fi
  rm -rf "$lock" "$cache".part*
  return "$status"
}

train_once() {
  local watched="$1" folder="$2" cache="$3" name trainee started=$SECONDS
  choose_jvm_options
  # Somebody's own engines and settings are not for a rehearsal.
  for name in ${!SOCIALFLOW_@} ${!SPRING_@} ${!SERVER_@}; do unset "$name"; done
  nice -n 19 "$JAVA_HOME/bin/java" "${JVM[@]}" "-XX:AOTCacheOutput=$cache" -jar "$PROGRAM/socialflow.jar" \
    --socialflow.train=true --port=0 "--data=$folder/data" &
  trainee=$!
  while kill -0 "$trainee" 2>/dev/null; do
    if ! kill -0 "$watched" 2>/dev/null || [ $((SECONDS - started)) -gt "$TRAIN_LIMIT_SECONDS" ]; then
      kill -9 "$trainee" 2>/dev/null || true
    fi
    sleep 0.2
  done
  wait "$trainee"
}

seed_in_background() {
  beside_program seed $$ "${PORT:-${SERVER_PORT:-8080}}"
}

# Gives the running program its people and videos, through the public API.
seed() {
  wait_until_serving "$1" "$2" || return 0
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \
    "$ROOT/demo/src/main/java/com/socialflow/demo/Demo.java" "http://localhost:$2" "$ROOT/demo/clips" 2>"$CACHE/logs/demo.log" ||
    warn "The demo's people and videos are not complete: $CACHE/logs/demo.log"
}
