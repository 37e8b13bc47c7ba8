#!/bin/sh
# run.sh BUILD SHARED - scores the tools on the development sets in SHARED and
# compares with the floors (floors.tsv; its sets named "own" are scored by
# tests/eval.t). Ends with "N passed, N failed". ONLY: a task's name.
dir=$(cd "${0%/*}" && pwd)
PATH=$(cd "$1" && pwd):$PATH
shared=$(cd "$2" && pwd)
data=$shared/data
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
groups=$1/tests/groups
passed=0
failed=0

score() { # TASK SET
	scorer=$shared/eval/$1/score.py
	case $1 in
	sentsplit)
		if [ "$2" = golden ]; then
			python3 "${scorer%/*}/golden.py" sentsplit \
			    "$data/sentsplit/golden_rules_en.jsonl"
		else
			python3 "$scorer" sentsplit "$data/sentsplit/$2"
		fi
		;;
	quotes)
		python3 "$scorer" "$data/quotes/$2" -- quotes --csv
		;;
	names)
		if [ -e "$data/names/dev/$2.groups.tsv" ]; then
			python3 "$scorer" --groups \
			    "$data/names/dev/$2.groups.tsv" \
			    "$data/names/dev/$2.txt" -- names --csv
		else
			python3 "$scorer" "$data/names/dev/$2.gold.tsv" \
			    "$data/names/dev/$2.txt" -- names --csv
		fi
		;;
	given) # grouping alone, of names that are given
		set -- "$data/names/dev/$2"
		ln -s "$1.txt" "$tmp/text.txt"
		ln -s "$1.groups.tsv" "$tmp/text.gold.tsv"
		"$groups" "$tmp/text.txt" >"$tmp/text.csv"
		python3 "$shared/eval/names/score.py" --groups \
		    "$1.groups.tsv" "$1.txt" --pred "$tmp/text.csv"
		rm "$tmp"/text.*
		;;
	strip-boilerplate)
		python3 "$shared/eval/boilerplate/score.py" -q --stream \
		    "$data/boilerplate/$2" -- strip-boilerplate
		;;
	esac
}

figure() { # MEASURE: its figure in the scorer's answer
	case $1 in
	punct) sed -n 's/.*| punct .* F1 *\([0-9.]*\) .*/\1/p' ;;
	passed) sed -n 's|^\([0-9]*\)/.*|\1|p' ;;
	span) sed -n 's/^span exact .*F1 *\([0-9.]*\).*/\1/p' ;;
	joint) sed -n 's/.*joint F1 *\([0-9.]*\).*/\1/p' ;;
	micro) awk '$1 == "micro" { print $7 }' ;;
	groups) sed -n 's/.*B3 .* F1 \([0-9.]*\) | links.*/\1/p' ;;
	line) awk '$1 == "ALL" { print $6 }' ;;
	shingle) awk '$1 == "ALL" { print $NF }' ;;
	esac
}

grep -v '^#' "$dir/floors.tsv" | grep -v '^own	' >"$tmp/floors"
while IFS='	' read -r set task measure floor; do
	[ "$task" = "${ONLY:-$task}" ] || continue
	answer=$tmp/$task.$set
	[ -e "$answer" ] || score "$task" "$set" >"$answer" 2>&1 </dev/null
	got=$(figure "$measure" <"$answer")
	if awk "BEGIN { exit !(${got:--1} >= $floor) }"; then
		passed=$((passed + 1))
		echo "ok - $task $set: $measure $got, not below $floor"
	else
		failed=$((failed + 1))
		echo "not ok - $task $set: $measure $got, below $floor"
		tail -n 5 "$answer"
	fi
done <"$tmp/floors"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
