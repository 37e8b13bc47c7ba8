#!/bin/sh
# wordfreq.sh BUILD CORPUS - wordfreq against wc -w, and against the programs
# that count words, on text on which they agree what a word is. Nothing is
# timed before its output has been compared: with the reference, and with each
# other.
build=$1
corpus=$2
dir=$build/bench
words=$dir/words
here=${0%/*}
export LC_ALL=C
${CC:-cc} -O2 -std=c11 -D_GNU_SOURCE -Ilib -o "$words" "$here/words.c" \
    "$build/libnewsutils.a" -lutf8proc || exit 2

count='sort | uniq -c | sed "s/^ *//; s/ /\t/" | sort -k 1,1nr -k 2'
head -c 4000000 "$corpus" | sed '$d' >"$dir/head.txt"
"$words" <"$dir/head.txt" | eval "$count" >"$dir/want"
"$build/wordfreq" "$dir/head.txt" >"$dir/got"
cmp -s "$dir/want" "$dir/got" || {
	echo "wordfreq: not the reference's counts"
	exit 1
}
"$dir/cpu" 5 \
    "wc -w, C.UTF-8::LC_ALL=C.UTF-8 wc -w < $corpus" \
    "wordfreq::$build/wordfreq $corpus" \
    "wordfreq -j 2::$build/wordfreq -j 2 $corpus" \
    "wordfreq --csv::$build/wordfreq --csv $corpus" \
    "wordfreq -n 2::$build/wordfreq -n 2 $corpus" || exit 1
"$dir/cpu" 9 "cat | cat::cat $corpus | cat" \
    "wordfreq -k 100::$build/wordfreq -k 100 $corpus" || exit 1

"$words" -l <"$corpus" >"$dir/letters.txt"
awk='{ for (i = 1; i <= NF; i++) n[$i]++ }
    END { for (w in n) print n[w] "\t" w }'
order="LC_ALL=C sort -k 1,1nr -k 2"
set --
for p in gawk mawk; do
	command -v $p >/dev/null || { echo "$p: skipped"; continue; }
	set -- "$@" "$p, UTF-8::LC_ALL=C.UTF-8 $p '$awk' $dir/letters.txt |
	    $order"
done
"$dir/cpu" -v 5 "wordfreq::$build/wordfreq $dir/letters.txt" \
    "tr | sort | uniq::tr -s ' ' '\n' < $dir/letters.txt | grep . | $count" \
    "$@" || exit 1

head -c 200 "$corpus" >"$dir/small.txt"
twenty='for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do'
"$dir/cpu" 9 "true, 20 times::$twenty /bin/true; done" \
    "wordfreq, 20 times::$twenty $build/wordfreq $dir/small.txt; done"
