# tap.sh - sourced by every tests/*.t: runs commands, prints TAP.
#
#	. "${0%/*}/tap.sh"
#	feed 'One. Two.\n' sentsplit
#	is 'splits two sentences' 0 'One.\nTwo.\n'
#	run sentsplit --no-such-option
#	fails 'names a bad option' 'no-such-option'
#	done_testing
#
# A script works in an empty folder of its own, with the tools first in PATH:
#	$build  the build folder     $tests  the folder of this file
#	$tmp    the working folder, removed at the end
# After run and feed: $status, and the files $out and $err. Texts are written
# with the escapes of printf '%b' (\t \n \\ \0NNN).

set -u
tests=$(cd "${0%/*}" && pwd)
build=$(cd "${BUILD:-$tests/../build}" && pwd) || exit 1
tmp=$(mktemp -d "${TMPDIR:-/tmp}/newsutils.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp" || exit 1
PATH=$build:$PATH
LC_ALL=C
TERM=dumb
export PATH LC_ALL TERM
unset NO_COLOR COLUMNS

count=0
status=0

# Whether the tools are a build with sanitizers: slow, and large in memory.
sanitized() {
	grep -q __asan_init "$build/sentsplit"
}

limit=60
! sanitized || limit=300
out=$tmp/.out
err=$tmp/.err
: >"$out" >"$err"

# run COMMAND ... - standard input is the caller's (redirect it).
run() {
	status=0
	timeout "${LIMIT:-$limit}" "$@" >"$out" 2>"$err" || status=$?
}

# feed TEXT COMMAND ... - TEXT is standard input.
feed() {
	printf '%b' "$1" >"$tmp/.in"
	shift
	run "$@" <"$tmp/.in"
}

pass() { # NAME
	count=$((count + 1))
	echo "ok $count - $1"
}

fail() { # NAME; what the last run left follows as comments
	count=$((count + 1))
	echo "not ok $count - $1"
	echo "# status $status"
	head -c 2000 "$err" | tr -c '[:print:]\n' '?' | sed 's/^/# stderr: /'
	return 1
}

skip() { # NAME REASON
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

# ok NAME COMMAND ... - passes when COMMAND (often a [ test ]) does.
ok() {
	test_name=$1
	shift
	if "$@"; then
		pass "$test_name"
	else
		fail "$test_name"
		echo "$*" | sed 's/^/# failed: /'
		return 1
	fi
}

# same NAME STATUS FILE - the last run's status, and its output is FILE's.
same() {
	if [ "$status" != "$2" ]; then
		fail "$1: exit status is not $2"
	elif ! cmp -s "$3" "$out"; then
		fail "$1"
		diff -a "$3" "$out" | head -n 20 | sed 's/^/# /'
	else
		pass "$1"
	fi
}

# is NAME STATUS STDOUT - the last run's status and exact output.
is() {
	printf '%b' "$3" >"$tmp/.want"
	same "$1" "$2" "$tmp/.want"
}

# fails NAME PATTERN - exit 2, and one line on stderr matches (grep -E).
fails() {
	if [ "$status" = 2 ] && grep -Eq -e "$2" "$err"; then
		pass "$1"
	else
		fail "$1: exit 2 and '$2' on stderr were expected"
	fi
}

done_testing() {
	echo "1..$count"
}
