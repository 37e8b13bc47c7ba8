#!/bin/sh
# eval.t - quality on the sample articles, against answers made by hand
# (eval/gold: for each tool what it should write, for each article). The
# floors are rows of eval/floors.tsv; a score may rise above one, never fall
# below it. A line counts as right only when it is so to the letter.
. "${0%/*}/tap.sh"
gold=$tests/eval/gold

grep '^own	' "$tests/eval/floors.tsv" >floors
while IFS='	' read -r set tool measure floor; do
	: >want
	: >got
	for article in "$tests"/articles/*.txt; do
		cat "$gold/$tool/$(basename "$article" .txt)" >>want
		"$tool" "$article" >>got
	done
	f1=$(awk -v neutral="$gold/neutral" \
	    -f "$tests/eval/score.awk" want got)
	ok "$tool: $measure $f1, not below $floor" \
	    awk "BEGIN { exit !($f1 >= $floor) }"
done <floors
done_testing
