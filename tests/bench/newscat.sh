#!/bin/sh
# newscat.sh BUILD CORPUS - newscat on a table and on JSON Lines against Miller
# and jq on the same files. The corpus becomes both; that newscat reads the
# same text from either is checked first.
build=$1
corpus=$2
dir=$build/bench
csv=$dir/corpus.csv
json=$dir/corpus.jsonl

[ "$csv" -nt "$corpus" ] || LC_ALL=C awk -v q='"' '
	BEGIN { printf "id,date,source,text" }
	/^\f/ {
		printf "%s\n%d,2031-%02d-%02d,Agency %d,", n++ ? q : "", n,
		    n % 12 + 1, n % 28 + 1, n % 7
		printf q
		fresh = 1
		next
	}
	{ gsub(/"/, "\"\""); printf "%s%s", fresh ? "" : "\n", $0; fresh = 0 }
	END { print q }' "$corpus" >"$csv" || exit 2
[ "$json" -nt "$corpus" ] || LC_ALL=C awk '
	/^\f/ {
		if (n++)
			print "\"}"
		printf "{\"id\":%d,\"date\":\"2031-%02d-%02d\",", n,
		    n % 12 + 1, n % 28 + 1
		printf "\"source\":\"Agency %d\",\"text\":\"", n % 7
		fresh = 1
		next
	}
	{
		gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, "\\t")
		gsub(/\r/, "\\r"); gsub(/\f/, "\\f")
		printf "%s%s", fresh ? "" : "\\n", $0
		fresh = 0
	}
	END { print "\"}" }' "$corpus" >"$json" || exit 2

"$dir/cpu" -v 5 "newscat, CSV::$build/newscat $csv" \
    "newscat, JSON Lines::$build/newscat $json" || exit 1
if command -v mlr >/dev/null; then
	"$dir/cpu" 5 "newscat, CSV::$build/newscat $csv" \
	    "mlr --icsv --ocsv cat::mlr --icsv --ocsv cat $csv"
else
	echo 'miller: skipped, not installed'
fi
if command -v jq >/dev/null; then
	"$dir/cpu" 5 "newscat, JSON Lines::$build/newscat $json" \
	    "jq -r .text::jq -r .text $json"
else
	echo 'jq: skipped, not installed'
fi
