#!/bin/sh
# run.sh TARGET ... - runs each fuzz target for FUZZ_TIME seconds (60).
# Finds stay in tests/fuzz/corpus/<target>, next to the seeds; with FUZZ_RUNS
# the run is counted in executions instead.
bad=0
good=0
for target; do
	name=${target##*/}
	corpus=${target%/*}/corpus/$name
	seeds=tests/fuzz/seeds/$name
	mkdir -p "$corpus"
	[ -d "$seeds" ] || seeds=
	if [ -n "$FUZZ_RUNS" ]; then
		limit=-runs=$FUZZ_RUNS
	else
		limit=-max_total_time=${FUZZ_TIME:-60}
	fi
	if "$target" $limit -max_len=2048 -artifact_prefix="$corpus-" \
	    "$corpus" $seeds >"$corpus.log" 2>&1; then
		good=$((good + 1))
		echo "ok - $name: $(grep -o '^Done [0-9]* runs' "$corpus.log")"
	else
		bad=$((bad + 1))
		echo "not ok - $name: see $corpus.log"
	fi
done
echo "$good passed, $bad failed"
[ "$bad" = 0 ]
