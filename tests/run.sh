#!/bin/sh
# run.sh BUILD UNIT ... - runs the unit tests (cmocka) and tests/*.t (TAP), two
# at a time. Shows what failed; ends with "N passed, N failed", exit 1 when
# anything failed. JOBS: how many at a time. ONLY: a pattern of tests/*.t.
tests=${0%/*}
BUILD=$(cd "$1" && pwd) || exit 1
export BUILD
shift
logs=$BUILD/logs
rm -rf "$logs"
mkdir -p "$logs"

# The slowest scripts come first, so that both jobs end together.
set -- "$tests"/manners.t "$tests"/man.t "$@"
for t in "$tests"/*.t; do
	case $t in
	*/manners.t | */man.t) ;;
	*) set -- "$@" "$t" ;;
	esac
done

one='
log=$1/$(basename "$2").log
case $2 in
*.t)
	# What a tool keeps to its end is no leak.
	export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"
	timeout 400 sh "$2" </dev/null
	;;
*) timeout 120 "$2" </dev/null ;;
esac >"$log" 2>&1
echo "exit $?" >>"$log"'
for t; do
	[ -e "$t" ] && printf '%s\0' "$t"
done | xargs -0 -n 1 -P "${JOBS:-2}" sh -c "$one" run "$logs"

awk -f "$tests/tally.awk" "$logs"/*.log
