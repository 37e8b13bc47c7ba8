#!/bin/sh
# quotes.sh BUILD CORPUS - quotes against names, which does most of its work,
# and its scanner alone (--spans) against wc and grep.
build=$1
corpus=$2
dir=$build/bench
part=$dir/corpus.quotes

[ "$part" -nt "$corpus" ] || head -c 5000000 "$corpus" >"$part" || exit 2
"$dir/cpu" -v 5 "quotes --spans::$build/quotes --spans $corpus" || exit 1
"$dir/cpu" 5 "quotes --spans::$build/quotes --spans $corpus" \
    "wc -w::wc -w $corpus" || exit 1
"$dir/cpu" 3 "quotes::$build/quotes $part" "names::$build/names $part" \
    || exit 1
