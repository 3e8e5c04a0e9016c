# shellcheck shell=bash
# Builds the program when its sources changed and lays it out ready to start.
#
# .cache/built              the fingerprint of the sources that were built last, and the program's id
# .cache/programs/ID/       the extracted program; ID is the hash of its jar, so an AOT cache in it stays
#                           valid as long as the program is the same, whatever else was rebuilt
# .cache/programs/ID/pids/  one file for each process that runs from it: such a program is not removed

BUILT="$CACHE/built"
# Below this a build would fail half way. A first build also fills Maven's own cache.
BUILD_FREE_MIB=1500

# The build's modules, as the root pom.xml lists them.
read_modules() {
  MODULES=()
  local line
  while IFS= read -r line; do
    case "$line" in
      *'<module>'*)
        line="${line#*<module>}"
        MODULES+=("${line%%</module>*}")
        ;;
      *'</modules>'*) break ;;
    esac
  done <"$ROOT/pom.xml"
}

# Prints a number that changes when a source, the JDK or the presence of Node does.
# It is made of names, sizes and times, not of contents: every start pays for it.
fingerprint() {
  read_modules
  {
    printf '%s %s\n' "$JDK_BUILD" "$(command -v node || true)"
    cd "$ROOT" || exit
    set -- pom.xml .mvn "${MODULES[@]}" '(' -name target -o -name node_modules -o -path '*/src/test' ')' -prune -o -type f
    case "$OSTYPE" in
      linux*) find "$@" -printf '%p %s %T@\n' ;;
      *) find "$@" -exec stat -f '%N %z %Fm' '{}' + ;;
    esac | LC_ALL=C sort
  } | cksum
}

# Builds unless nothing changed, and sets PROGRAM to the folder to start from.
ensure_built() {
  local now
  now="$(fingerprint)"
  ! is_built "$now" || return 0
  require_maven
  choose_web
  take_build_lock
  # Another launcher may have built the same while this one waited.
  if ! is_built "$now"; then
    require_free "$ROOT" "$BUILD_FREE_MIB" 'build'
    if [ -e "$BUILT" ]; then
      say 'Building what changed.'
    else
      say 'Building Social Flow for the first time. This takes some minutes: its libraries are downloaded once.'
    fi
    # Rules and tests are for ./socialflow check and test: whoever starts the program waits for what it needs.
    maven_with_progress -Dquick "$WEB_FLAG" -Dmaven.test.skip=true package
    lay_out "$ROOT/app/target/socialflow.jar"
    printf '%s\n%s\n' "$now" "${PROGRAM##*/}" >"$BUILT.part"
    mv "$BUILT.part" "$BUILT"
    remove_old_programs
  fi
  release_build_lock
}

# True, with PROGRAM set, when the last build was of the sources with fingerprint $1.
is_built() {
  local was='' id=''
  [ -r "$BUILT" ] && { IFS= read -r was && IFS= read -r id; } <"$BUILT" || return 1
  PROGRAM="$CACHE/programs/$id"
  [ "$was" = "$1" ] && [ -e "$PROGRAM/socialflow.jar" ]
}

# Two builds at once would overwrite each other's files: the second waits for the first.
take_build_lock() {
  mkdir -p "$CACHE"
  local lock="$CACHE/build.lock" told=no holder
  until mkdir "$lock" 2>/dev/null; do
    [ -d "$lock" ] || fail "$CACHE cannot be written." 'The launcher keeps what it builds there: make the folder writable.'
    holder="$(cat "$lock/pid" 2>/dev/null || true)"
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    [ "$told" = yes ] || say "Another build is running here (process ${holder:-unknown}): waiting for it."
    told=yes
    sleep 1
  done
  printf '%s\n' "$$" >"$lock/pid"
  trap release_build_lock EXIT
}

release_build_lock() {
  rm -rf "$CACHE/build.lock"
  trap - EXIT
}

# Runs Maven, showing what it is at and keeping its output in a log; on failure shows the errors and ends.
maven_with_progress() {
  local log="$CACHE/logs/build.log"
  mkdir -p "${log%/*}"
  SECONDS=0
  if (cd "$ROOT" && exec "$MAVEN" -B "$@") 2>&1 | show_progress "$log"; then
    say "Built in $SECONDS s."
    return 0
  fi
  # Up to where Maven explains itself, and each error once.
  awk '/-> \[Help/ { exit } /^\[ERROR\]/ && !seen[$0]++ && shown++ < 25' "$log" >&2
  grep -q '^\[ERROR\]' "$log" || tail -n 30 "$log" >&2
  if grep -q 'No space left on device' "$log"; then
    fail 'The build failed: the disk is full.' "Everything that Maven said: $log"
  fi
  if grep -Eq 'Could not transfer|UnknownHostException|Connection refused' "$log"; then
    fail 'The build failed: a library could not be downloaded.' 'Check the network, then run this again.' "Everything that Maven said: $log"
  fi
  fail 'The build failed.' "Everything that Maven said: $log"
}

# Reads Maven's output, writes it to file $1 and shows the module at hand and the number of downloads.
show_progress() {
  local line module='starting Maven' downloads=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case "$line" in
      *'] Building Social Flow: '*'['*/*']')
        module="${line#*] Building Social Flow: }"
        module="${module%% [0-9]*}, ${line##* }"
        show_step "$module" "$downloads"
        ;;
      *'Downloaded from '*)
        downloads=$((downloads + 1))
        [ $((downloads % 25)) -ne 0 ] || show_step "$module" "$downloads"
        ;;
    esac
  done 3>"$1"
  [ ! -t 1 ] || printf '\r\033[K'
}

show_step() {
  local text="  $1"
  [ "$2" -eq 0 ] || text="$text; $2 files downloaded"
  if [ -t 1 ]; then printf '\r\033[K%s; %s s' "$text" "$SECONDS"; else say "$text"; fi
}

# Extracts the program from jar $1 unless that very program is there already, and sets PROGRAM.
# An extracted program starts in half the time, and an AOT cache needs it.
lay_out() {
  local id log="$CACHE/logs/extract.log"
  if command -v sha256sum >/dev/null 2>&1; then id="$(sha256sum <"$1")"; else id="$(shasum -a 256 <"$1")"; fi
  PROGRAM="$CACHE/programs/${id:0:16}"
  [ ! -e "$PROGRAM/socialflow.jar" ] || return 0
  rm -rf "$PROGRAM.part" "$PROGRAM"
  mkdir -p "$CACHE/programs"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$PROGRAM.part" >"$log" 2>&1 ||
    fail 'The program could not be extracted.' "$(tail -n 5 "$log")"
  mv "$PROGRAM.part" "$PROGRAM"
}

# Removes programs of earlier builds, except those that a process still runs from.
remove_old_programs() {
  local folder pid
  for folder in "$CACHE"/programs/*; do
    [ "$folder" != "$PROGRAM" ] || continue
    for pid in "$folder"/pids/*; do
      ! kill -0 "${pid##*/}" 2>/dev/null || continue 2
    done
    rm -rf "$folder"
  done
}

# Free space in MiB on the disk that holds folder $1.
free_mib() { df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }'; }

# Ends unless the disk that holds folder $1 has $2 MiB free for purpose $3.
require_free() {
  local free
  free="$(free_mib "$1")"
  [ "$free" -ge "$2" ] || fail "The disk is full: $1 has $free MiB free, and to $3 takes at least $2 MiB." \
    'Make room there, or name a folder on another disk.'
}
