# shellcheck shell=bash
# The checks: test, check, simulate; and format.
#
# Tests are told apart by JUnit tags: "simulation" for the long seeded and crash runs, "engines" for tests that
# start an engine or the whole program, "browser" for journeys in Chromium. A test without a tag is quick.

. "$ROOT/launcher/tools.sh"
. "$ROOT/launcher/build.sh"

# Modules that do not need each other, two at once: each waits for its engines half of its time. Every test program has
# engines of its own. A third would need more memory than time it saves.
AT_ONCE=(-T 2)

command_test() {
  local arguments=() started
  while [ $# -gt 0 ]; do
    case "$1" in
      --module=?*) arguments+=(-pl ":${1#*=}" -am) ;;
      --test=?*) arguments+=("-Dtest=${1#*=}" -Dsurefire.failIfNoSpecifiedTests=false) ;;
      *) wrong_usage "test does not know '$1'" ;;
    esac
    shift
  done
  require_jdk
  require_maven
  choose_web
  choose_browser
  check_launcher
  started="$(start_mark)"
  local status=0
  maven -fae "${AT_ONCE[@]}" "$WEB_FLAG" "-Dchromium=$CHROMIUM" ${arguments[@]+"${arguments[@]}"} verify || status=$?
  summarise "$started" || status=1
  return "$status"
}

command_check() {
  [ $# -eq 0 ] || wrong_usage "check does not know '$1'"
  require_jdk
  require_maven
  check_launcher
  local started status=0
  started="$(start_mark)"
  maven -fae "${AT_ONCE[@]}" -DskipWeb=true '-Dtests.excluded=simulation | engines | browser' test || status=$?
  summarise "$started" || status=1
  return "$status"
}

# A module's simulations, however many seeds and beacons: half a day.
SIMULATION_SECONDS=43200

command_simulate() {
  local arguments=() started status=0
  while [ $# -gt 0 ]; do
    case "$1" in
      --seed=?*) arguments+=("-Dseed=${1#*=}") ;;
      --seeds=?*) arguments+=("-Dseeds=${1#*=}") ;;
      --beacons=?*) arguments+=("-Dbeacons=${1#*=}") ;;
      # One alone says how it goes on.
      --test=?*) arguments+=("-Dtest=${1#*=}" -Dsurefire.failIfNoSpecifiedTests=false
        -Dmaven.test.redirectTestOutputToFile=false) ;;
      *) wrong_usage "simulate does not know '$1'" ;;
    esac
    shift
  done
  require_jdk
  require_maven
  started="$(start_mark)"
  maven -fae -Dquick '-Dtests.included=simulation' '-Dtests.excluded=none' "-Dtests.seconds=$SIMULATION_SECONDS" \
    ${arguments[@]+"${arguments[@]}"} verify || status=$?
  summarise "$started" || status=1
  return "$status"
}

command_format() {
  [ $# -eq 0 ] || wrong_usage "format does not know '$1'"
  require_jdk
  require_maven
  maven -q spotless:apply
  say 'Formatted.'
}

# Maven in the open: its output is what these commands are for. What tests print goes to target/surefire-reports.
maven() {
  (cd "$ROOT" && exec "$MAVEN" -B -ntp -Dmaven.test.redirectTestOutputToFile=true "$@")
}

# Finds or installs Chromium for the journeys. Without one they are skipped, which is said before and after.
choose_browser() {
  BROWSER_MISSING=''
  find_chromium && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    say 'Installing Chromium for the browser journeys.'
    mkdir -p "$CACHE/logs"
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      chromium fonts-liberation; } </dev/null >"$CACHE/logs/chromium.log" 2>&1 && find_chromium; then
      return 0
    fi
    warn "Chromium could not be installed: $CACHE/logs/chromium.log"
  fi
  CHROMIUM=none
  BROWSER_MISSING='THE BROWSER JOURNEYS ARE SKIPPED: there is no Chromium here. Install it (Debian: apt-get install chromium) or set CHROMIUM.'
  warn "$BROWSER_MISSING"
}

# The launcher's own sources: they parse, and shellcheck has no complaint where it is installed.
check_launcher() {
  local file
  for file in "$ROOT/socialflow" "$ROOT"/launcher/*.sh "$ROOT/bench/run"; do bash -n "$file"; done
  if command -v shellcheck >/dev/null 2>&1; then
    (cd "$ROOT" && shellcheck -x socialflow launcher/*.sh bench/run .ci/run) || fail 'shellcheck has complaints about the launcher.'
  fi
}

# Prints the name of a new file: test reports that are newer belong to this run.
start_mark() {
  mkdir -p "$CACHE"
  : >"$CACHE/tests-started"
  printf '%s\n' "$CACHE/tests-started"
}

# Prints the sum of all modules' test reports that are newer than file $1; false when one failed or none ran.
summarise() {
  local counts ran
  counts="$(cd "$ROOT" && find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$1" \
    -exec grep -hm1 '<testsuite ' '{}' + | awk '
      function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      { tests += count("tests"); failures += count("failures"); errors += count("errors"); skipped += count("skipped") }
      END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", tests, failures, errors, skipped }')"
  ran="${counts#Tests run: }"
  say '' 'All modules together:' "$counts"
  [ -z "${BROWSER_MISSING:-}" ] || warn "$BROWSER_MISSING"
  [ "${ran%%,*}" -gt 0 ] || { warn 'No test ran.' && return 1; }
  [[ "$counts" == *'Failures: 0, Errors: 0,'* ]]
}
