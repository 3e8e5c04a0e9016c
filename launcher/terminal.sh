# shellcheck shell=bash
# What the launcher says, and how it ends. Problems go to standard error.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  BOLD=$'\033[1m' RED=$'\033[31m' YELLOW=$'\033[33m' GREEN=$'\033[32m' PLAIN=$'\033[0m'
else
  BOLD='' RED='' YELLOW='' GREEN='' PLAIN=''
fi

# Each argument is a line.
say() { printf '%s\n' "$@"; }

warn() { printf "$YELLOW%s$PLAIN\\n" "$@" >&2; }

# Ends with 1: something here is not as it must be. The first line names it, further ones say what to do.
fail() {
  printf '%s%s%s\n' "$RED$BOLD" "$1" "$PLAIN" >&2
  shift
  [ $# -eq 0 ] || printf '%s\n' "$@" >&2
  exit 1
}

# Ends with 2: the command line was not understood.
wrong_usage() {
  printf '%s./socialflow: %s%s\n' "$RED" "$1" "$PLAIN" >&2
  printf 'See ./socialflow --help\n' >&2
  exit 2
}
