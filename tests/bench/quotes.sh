#!/bin/sh
# quotes.sh BUILD CORPUS - quotes against names, which does most of its work,
# and against Apache OpenNLP, which finds names only; its scanner alone
# (--spans) against wc. OpenNLP's model is the one that names.sh has trained.
build=$1
corpus=$2
dir=$build/bench
part=$dir/corpus.quotes

[ "$part" -nt "$corpus" ] || head -c 4000000 "$corpus" >"$part" || exit 2
"$dir/cpu" -v 5 "quotes --spans::$build/quotes --spans $corpus" || exit 1
"$dir/cpu" 5 "quotes --spans::$build/quotes --spans $corpus" \
    "wc -w::wc -w $corpus" || exit 1
"$dir/cpu" -v 3 "quotes::$build/quotes $part" || exit 1
"$dir/cpu" 3 "quotes::$build/quotes $part" "names::$build/names $part" \
    "sentsplit::$build/sentsplit $part" || exit 1
if ! command -v opennlp >/dev/null; then
	echo 'opennlp: skipped, not installed'
elif [ ! -s "$dir/opennlp.bin" ]; then
	echo 'opennlp: skipped, no model'
else
	export JAVA_HEAP=3g
	"$dir/cpu" 3 "quotes::$build/quotes $part" \
	    "opennlp::opennlp SimpleTokenizer <$part 2>$dir/opennlp.log |
	        opennlp TokenNameFinder $dir/opennlp.bin 2>>$dir/opennlp.log"
fi
