#!/bin/sh
# golden.t - tests/golden/TOOL/CASE.out is what TOOL writes for CASE.in, or,
# where there is none, for the sample article tests/articles/CASE.txt (CASE up
# to its first stop). CASE.args: one line of options. The tool runs in the
# folder of the case, and may not write to standard error.
. "${0%/*}/tap.sh"

for want in "$tests"/golden/*/*.out; do
	[ -e "$want" ] || continue
	base=${want%.out}
	tool=${base%/*}
	tool=${tool##*/}
	case=${base##*/}
	in=$base.in
	[ -e "$in" ] || in=$tests/articles/${case%%.*}.txt
	args=
	[ -e "$base.args" ] && read -r args <"$base.args"
	cd "${base%/*}" || exit 1
	eval "run $tool $args" <"$in"
	if [ -s "$err" ]; then
		fail "$tool $case: writes to stderr"
	else
		same "$tool $case" 0 "$want"
	fi
done
done_testing
