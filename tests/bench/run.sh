#!/bin/sh
# run.sh BUILD [MEGABYTES] - the tables of CPU ratios: `make bench`.
# Each tests/bench/<area>.sh is called as: sh <area>.sh BUILD CORPUS, and
# compares with BUILD/bench/cpu. What is not installed is named as skipped.
build=$1
size=${2:-50}
dir=${0%/*}
cc=${CC:-cc}
mkdir -p "$build/bench"
for p in cpu corpus; do
	$cc -O2 -std=c11 -D_GNU_SOURCE -o "$build/bench/$p" "$dir/$p.c" -lm ||
	    exit 2
done
corpus=$build/bench/corpus-$size.txt
[ -s "$corpus" ] || "$build/bench/corpus" "$size" tests/articles/*.txt \
    >"$corpus" || exit 2
echo "corpus: $size MB; $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-)"
bad=0
for script in "$dir"/*.sh; do
	[ "$script" = "$0" ] && continue
	echo "== ${script##*/}"
	sh "$script" "$build" "$corpus" || bad=1
done
exit $bad
