#!/bin/sh
# mcdc.sh BUILD - modified condition/decision coverage of lib (DO-178C): runs
# all tests of a build by clang-19 with -fcoverage-mcdc, and shows for each
# module how many of its conditions were seen to decide alone. The decoder, the
# input and output layer and the writer of CSV must be complete.
build=$(cd "$1" && pwd) || exit 1
shift
complete='utf8 reader input out record'
rm -f "$build"/*.profraw
LLVM_PROFILE_FILE=$build/%m.profraw FAULTS=2000 \
    sh tests/run.sh "$build" "$@" "$build/faults/io_test" | tail -n 1
llvm-profdata-19 merge --sparse -o "$build/all.profdata" "$build"/*.profraw
objects=
for o in "$@" "$build/faults/io_test" $(echo tools/*.c |
    sed "s,tools/\([a-z-]*\)\.c,$build/\1,g"); do
	objects="$objects -object $o"
done
llvm-cov-19 report --show-mcdc-summary --show-branch-summary=0 \
    -instr-profile "$build/all.profdata" $objects --sources lib \
    >"$build/report"
llvm-cov-19 show --show-mcdc -instr-profile "$build/all.profdata" $objects \
    --sources $(for m in $complete; do echo lib/$m.c; done) >"$build/shown"
awk -v complete="$complete" '
	BEGIN {
		for (i = split(complete, name, " "); i > 0; i--)
			must[name[i] ".c"] = 1
	}
	/\.[ch] / || /^TOTAL/ {
		file = $1
		sub(/.*\//, "", file)
		conditions = $(NF - 2)
		missed = $(NF - 1)
		if (conditions == 0)
			next
		bad = must[file] && missed > 0
		failed += bad
		printf "%-20s %5d conditions, %4d missed, %s%s\n", file,
		    conditions, missed, $NF, bad ? "  BAD" : ""
	}
	END { exit failed > 0 }' "$build/report"
