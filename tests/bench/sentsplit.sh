#!/bin/sh
# sentsplit.sh BUILD CORPUS - sentsplit into a pipe against cat into a pipe, and
# against the sentence iterator of ICU (libicu-dev); its start-up against that
# of true, 20 times each.
build=$1
corpus=$2
dir=$build/bench
icu=$dir/icu_sentences

if pkg-config --exists icu-uc 2>/dev/null; then
	${CXX:-c++} -O2 -o "$icu" "${0%/*}/icu_sentences.cc" \
	    $(pkg-config --libs icu-uc) || exit 2
	set -- "ICU::$icu < $corpus | cat"
else
	echo 'ICU: skipped (libicu-dev is missing)'
	set --
fi
"$dir/cpu" 5 "cat::cat < $corpus | cat" \
    "sentsplit::$build/sentsplit < $corpus | cat" \
    "sentsplit -w::$build/sentsplit -w < $corpus | cat" "$@" || exit 1
head -c 200 "$corpus" >"$dir/small.txt"
twenty='for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do'
"$dir/cpu" 9 "true, 20 times::$twenty /bin/true; done" \
    "sentsplit, 20 times::$twenty $build/sentsplit $dir/small.txt; done" ||
    exit 1
