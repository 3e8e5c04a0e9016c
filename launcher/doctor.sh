# shellcheck shell=bash
# doctor: what was found here, what is missing and what to do about it. Ends with 1 when something must be done.

. "$ROOT/launcher/program.sh"

# The program with all its engines takes about 500 MiB; an encoder takes as much again.
MEMORY_NEEDED_MIB=1024
MEMORY_COMFORTABLE_MIB=3072

command_doctor() {
  PORT="${SERVER_PORT:-8080}" DATA="${SOCIALFLOW_DATA:-$ROOT/data}" PROBLEMS=0
  while [ $# -gt 0 ]; do
    case "$1" in
      --port=?*) PORT="${1#*=}" ;;
      --data=?*) DATA="${1#*=}" ;;
      *) wrong_usage "doctor does not know '$1'" ;;
    esac
    shift
  done
  examine_tools
  examine_machine
  examine_engines
  examine_program
  if [ "$PROBLEMS" -eq 0 ]; then
    say '' 'Ready: ./socialflow run'
    return 0
  fi
  say '' "$PROBLEMS to put right before ./socialflow run."
  return 1
}

good() { line "$GREEN" ok "$@"; }
doubt() { line "$YELLOW" warn "$@"; }
bad() {
  PROBLEMS=$((PROBLEMS + 1))
  line "$RED" FAIL "$@"
}

# One finding: what, how it is, and what to do where something is to be done.
line() {
  printf '%s%-5s%s %-12s %s\n' "$1" "$2" "$PLAIN" "$3" "$4"
  [ $# -lt 5 ] || printf '%-18s %s\n' '' "-> $5"
}

examine_tools() {
  if find_jdk; then
    good JDK "$JDK_BUILD ($JAVA_HOME)"
  else
    bad JDK 'none of version 25 or newer' 'install Temurin 25 or openjdk-25-jdk, or set JAVA_HOME'
  fi
  if ! find_maven; then
    bad Maven 'no mvn on the PATH' 'install maven'
  elif at_least "$MAVEN_VERSION" "$MAVEN_MINIMUM"; then
    good Maven "$MAVEN_VERSION ($MAVEN)"
  else
    bad Maven "$MAVEN_VERSION" "install $MAVEN_MINIMUM or newer"
  fi
  if find_node; then
    good Node "$NODE_VERSION"
  else
    doubt Node "${NODE_VERSION:-none}: the web client is not built, all else works" "install Node $NODE_MINIMUM or newer with npm"
  fi
  if find_chromium; then
    good Chromium "$CHROMIUM"
  else
    doubt Chromium 'none: only the browser journeys of ./socialflow test want it' 'install chromium, or set CHROMIUM'
  fi
}

examine_machine() {
  local free cores memory holder
  free="$(free_mib "$ROOT")"
  if [ "$free" -ge $((2 * BUILD_FREE_MIB)) ]; then
    good disk "$free MiB free for building"
  elif [ "$free" -ge "$BUILD_FREE_MIB" ]; then
    doubt disk "$free MiB free for building" 'a first build with its downloads takes about 3 GiB'
  else
    bad disk "$free MiB free for building" "make room: at least $BUILD_FREE_MIB MiB"
  fi
  examine_data
  cores="$(getconf _NPROCESSORS_ONLN 2>/dev/null || printf '?')"
  memory="$(available_mib)"
  if [ -z "$memory" ] || [ "$memory" -ge "$MEMORY_COMFORTABLE_MIB" ]; then
    good machine "$cores cores, ${memory:-an unknown number of} MiB of memory available"
  elif [ "$memory" -ge "$MEMORY_NEEDED_MIB" ]; then
    doubt machine "$cores cores, $memory MiB of memory available" 'large videos may be refused: encoding them takes up to 2 GiB'
  else
    bad machine "$cores cores, $memory MiB of memory available" "free some: at least $MEMORY_NEEDED_MIB MiB"
  fi
  if port_answers 127.0.0.1 "$PORT"; then
    holder="$(port_holder "$PORT")"
    case "$holder" in
      *socialflow.jar*) doubt port "$PORT is Social Flow's already (process ${holder%% *})" ;;
      *) bad port "$PORT is taken by ${holder:-another program}" 'stop it, or choose another: --port=…' ;;
    esac
  else
    good port "$PORT is free"
  fi
}

# Does not make the directory: looking changes nothing.
examine_data() {
  local folder="$DATA"
  while [ ! -e "$folder" ] && [ "$folder" != / ] && [ "$folder" != . ]; do folder="$(dirname "$folder")"; done
  if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then
    bad data "$DATA cannot be made or written" 'choose another: --data=…'
  elif [ "$(free_mib "$folder")" -lt "$START_FREE_MIB" ]; then
    bad data "$DATA has $(free_mib "$folder") MiB free" "make room: at least $START_FREE_MIB MiB"
  else
    good data "$DATA, $(free_mib "$folder") MiB free"
  fi
}

available_mib() {
  if [ -r /proc/meminfo ]; then
    awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo
  elif command -v sysctl >/dev/null 2>&1; then
    sysctl -n hw.memsize 2>/dev/null | awk '{ print int($1 / 1048576) }'
  fi
}

examine_engines() {
  engine PostgreSQL SOCIALFLOW_DATABASE_URL 5432 "${SOCIALFLOW_DATABASE_URL:-}"
  engine Redis SOCIALFLOW_REDIS_URL 6379 "${SOCIALFLOW_REDIS_URL:-}"
  engine Kafka SOCIALFLOW_KAFKA_BOOTSTRAP 9092 "${SOCIALFLOW_KAFKA_BOOTSTRAP:-}"
  if [ "$(id -u)" -eq 0 ] && ! command -v setpriv >/dev/null 2>&1; then
    bad setpriv 'none: PostgreSQL does not run as root' 'install util-linux, or start as an ordinary user'
  fi
}

# Engine $1, whose address would be in the variable $2 with usual port $3 and is $4.
engine() {
  [ -n "$4" ] || { good "$1" 'embedded' && return; }
  local address="${4%%,*}" host port
  address="${address#*://}"
  address="${address#*@}"
  address="${address%%[/?]*}"
  host="${address%:*}" port="${address##*:}"
  [ "$port" != "$address" ] || port="$3"
  if timeout_3 port_answers "$host" "$port"; then
    good "$1" "yours, at $host:$port"
  else
    bad "$1" "nothing answers at $host:$port" "start it, correct $2, or unset that to use the embedded one"
  fi
}

# Runs a command and gives up on it after 3 seconds: a filtered address would keep it for minutes.
timeout_3() {
  local pid tenths=0
  "$@" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    [ "$tenths" -lt 30 ] || { kill "$pid" 2>/dev/null && return 1; }
    tenths=$((tenths + 1))
    sleep 0.1
  done
  wait "$pid"
}

# The executables that the environment names instead of those that come along: both or neither.
examine_ffmpeg() {
  if [ -z "$1$2" ]; then
    good ffmpeg 'comes with the build'
  elif [ -z "$1" ] || [ -z "$2" ]; then
    bad ffmpeg 'only one of the two is named' 'set both SOCIALFLOW_WORKERS_FFMPEG and SOCIALFLOW_WORKERS_FFPROBE, or neither'
  elif command -v "$1" >/dev/null 2>&1 && command -v "$2" >/dev/null 2>&1; then
    good ffmpeg "yours, $1 and $2"
  else
    bad ffmpeg "$1 or $2 is not there" 'correct SOCIALFLOW_WORKERS_FFMPEG and _FFPROBE, or unset both'
  fi
}

examine_program() {
  examine_ffmpeg "${SOCIALFLOW_WORKERS_FFMPEG:-}" "${SOCIALFLOW_WORKERS_FFPROBE:-}"
  [ -n "${JDK_BUILD:-}" ] || return 0
  if ! is_built "$(fingerprint)"; then
    doubt program 'not built since its sources changed' './socialflow run builds it'
  elif [ -s "$(aot_cache)" ]; then
    good program "built; its AOT cache is ready"
  else
    doubt program 'built; without an AOT cache it starts at half speed' './socialflow train makes it, or run does in the background'
  fi
}
