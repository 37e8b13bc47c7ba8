#!/bin/sh
# scale.t - the recipes for more cores, and the contract of Hadoop Streaming;
# `make scale` runs those for more machines too.
. "${0%/*}/tap.sh"

for s in cores streaming; do
	LIMIT=100 run sh "$tests/scale/run.sh" "$build" $s
	ok "tests/scale/$s.sh" [ "$status" = 0 ]
	[ "$status" = 0 ] || sed 's/^/# /' "$out"
done
done_testing
