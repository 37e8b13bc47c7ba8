#!/bin/sh
# faults.t - a sample of all faults: make check-faults injects every one.
. "${0%/*}/tap.sh"

if sanitized; then
	skip 'each fault' 'the sanitizers bring an allocator of their own'
	done_testing
	exit 0
fi
LIMIT=240
run sh "$tests/faults/run.sh" "$build" "${FAULTS:-2000}"
cat "$out"
ok 'each fault: the same result, or a message and exit 2' [ "$status" = 0 ]
done_testing
