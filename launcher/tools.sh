# shellcheck shell=bash
# Finds the JDK, Maven, Node and Chromium, and says plainly what to install where one is missing.

JDK_MINIMUM=25
MAVEN_MINIMUM=3.8.7
NODE_MINIMUM=20.19

# Sets JDK_MAJOR and JDK_BUILD to what the JDK in folder $1 says of itself; false where there is none.
# Reads its release file: starting java to ask would cost more than the rest of the launcher.
read_jdk() {
  JDK_MAJOR='' JDK_BUILD=''
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local key value
  while IFS='=' read -r key value || [ -n "$key" ]; do
    value="${value//\"/}"
    case "$key" in
      JAVA_VERSION) JDK_MAJOR="${value%%[!0-9]*}" ;;
      JAVA_RUNTIME_VERSION) JDK_BUILD="$value" ;;
    esac
  done <"$1/release"
  [ -n "$JDK_MAJOR" ] || return 1
  JDK_BUILD="${JDK_BUILD:-$JDK_MAJOR}"
}

# Sets and exports JAVA_HOME, and sets JDK_BUILD; false when there is no JDK that is new enough.
# JAVA_HOME wins when it is; otherwise a 25 is preferred to a newer one that nobody has tried.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && read_jdk "$JAVA_HOME" && [ "$JDK_MAJOR" -ge "$JDK_MINIMUM" ]; then
    export JAVA_HOME
    return 0
  fi
  local home newer=''
  for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/*jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/root}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    read_jdk "$home" || continue
    if [ "$JDK_MAJOR" -eq "$JDK_MINIMUM" ]; then
      export JAVA_HOME="$home"
      return 0
    fi
    [ "$JDK_MAJOR" -lt "$JDK_MINIMUM" ] || newer="$home"
  done
  if [ -z "$newer" ] && [ -x /usr/libexec/java_home ]; then
    newer="$(/usr/libexec/java_home -v "$JDK_MINIMUM+" 2>/dev/null || true)"
  fi
  read_jdk "${newer:-/nowhere}" && [ "$JDK_MAJOR" -ge "$JDK_MINIMUM" ] || return 1
  export JAVA_HOME="$newer"
}

require_jdk() {
  local named="${JAVA_HOME:-}"
  find_jdk && return 0
  local found='No JDK was found in JAVA_HOME or in the usual places.'
  if [ -n "$named" ]; then
    if read_jdk "$named"; then found="JAVA_HOME is a JDK $JDK_MAJOR ($named)."; else found="JAVA_HOME holds no JDK ($named)."; fi
  elif command -v java >/dev/null 2>&1; then
    found="The java on the PATH is older or has no compiler ($(command -v java))."
  fi
  fail "Social Flow needs a JDK $JDK_MINIMUM or newer, and there is none here." "$found" \
    'Install one, then run this again:' \
    '  Debian, Ubuntu   apt-get install openjdk-25-jdk-headless, or Temurin 25 where the release has no 25' \
    '  macOS            brew install --cask temurin@25' \
    '  SDKMAN           sdk install java 25-tem' \
    'The launcher finds it by itself; set JAVA_HOME when it is in an unusual place.'
}

# True when version $1 is at least version $2, number by number.
at_least() {
  local have="$1" want="$2" h w
  while [ -n "$want" ]; do
    h="${have%%.*}" w="${want%%.*}"
    h="${h%%[!0-9]*}"
    [ "${h:-0}" -eq "$w" ] || { [ "${h:-0}" -gt "$w" ] && return 0 || return 1; }
    case "$have" in *.*) have="${have#*.}" ;; *) have='' ;; esac
    case "$want" in *.*) want="${want#*.}" ;; *) want='' ;; esac
  done
}

# Sets MAVEN and MAVEN_VERSION; false when there is none. Starts a JVM: only where Maven will be needed.
find_maven() {
  MAVEN='' MAVEN_VERSION=''
  MAVEN="$(command -v mvn)" || return 1
  local line
  line="$("$MAVEN" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)" || true
  MAVEN_VERSION="${line:-0}"
}

require_maven() {
  find_maven || fail "Social Flow is built with Maven $MAVEN_MINIMUM or newer, and there is no mvn on the PATH." \
    '  Debian, Ubuntu   apt-get install maven' \
    '  macOS            brew install maven' \
    '  SDKMAN           sdk install maven'
  at_least "$MAVEN_VERSION" "$MAVEN_MINIMUM" ||
    fail "Social Flow is built with Maven $MAVEN_MINIMUM or newer, and $MAVEN is $MAVEN_VERSION."
}

# Sets NODE_VERSION; false when Node or npm is missing or too old to build the web client.
find_node() {
  NODE_VERSION=''
  command -v node >/dev/null 2>&1 || return 1
  NODE_VERSION="$(node --version 2>/dev/null)" || return 1
  NODE_VERSION="${NODE_VERSION#v}"
  command -v npm >/dev/null 2>&1 && at_least "$NODE_VERSION" "$NODE_MINIMUM"
}

# Sets WEB_FLAG, Maven's argument that builds or skips the web client.
choose_web() {
  WEB_FLAG=-DskipWeb=false
  find_node && return 0
  WEB_FLAG=-DskipWeb=true
  warn "The web client is not built: it needs Node $NODE_MINIMUM or newer with npm, and here is ${NODE_VERSION:-none}." \
    "The API and everything else work without it."
}

# Sets CHROMIUM to a browser for the journeys; false when there is none.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [ -n "$name" ] || continue
    CHROMIUM="$(command -v "$name" 2>/dev/null)" && return 0
  done
  CHROMIUM=''
  return 1
}
