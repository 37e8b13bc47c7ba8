#!/bin/sh
# sentsplit.sh BUILD CORPUS - sentsplit into a pipe against cat into a pipe and
# the sentence iterator of ICU (libicu-dev); on the first 2 MB, also against the
# Moses rules in Perl (liblingua-sentence-perl) and a sed with some
# abbreviations. Its start-up against that of true, 20 times each. Splitters
# need not agree where sentences end: what is timed must change white space only.
build=$1
corpus=$2
dir=$build/bench
icu=$dir/icu_sentences
head=$dir/sentences-2.txt

# The bytes that are no white space.
dense() {
	sh -c "$1" | tr -d ' \t\r\n\f\v' | cksum
}

# add NAME COMMAND FILE: a row for COMMAND < FILE into a pipe, when FILE comes
# out of it.
rows=0
add() {
	if [ "$(dense "$2 < $3")" = "$(dense "cat < $3")" ]; then
		rows=$((rows + 1))
		eval "row$rows=\"\$1::\$2 < \$3 | cat\""
	else
		echo "$1: another text comes out, not timed"
		bad=1
	fi
}

# have NAME PACKAGE COMMAND ...: whether the command succeeds.
have() {
	name=$1
	package=$2
	shift 2
	"$@" >"$dir/have.log" 2>&1 && return
	echo "$name: skipped ($package is missing)"
	return 1
}

time_rows() {
	rounds=$1
	set --
	while [ $# -lt "$rows" ]; do
		eval "set -- \"\$@\" \"\$row$(($# + 1))\""
	done
	rows=0
	"$dir/cpu" "$rounds" "$@" || bad=1
}

bad=0
add cat cat "$corpus"
add sentsplit "$build/sentsplit" "$corpus"
add 'sentsplit -w' "$build/sentsplit -w" "$corpus"
# Without pkg-config, which may not know a library whose headers are there.
have ICU libicu-dev ${CXX:-c++} -O2 -o "$icu" "${0%/*}/icu_sentences.cc" \
    -licuuc -licudata && add ICU "$icu" "$corpus"
time_rows 5

head -c 2000000 "$corpus" | sed '$d' >"$head"
moses='perl -CSD -MLingua::Sentence -ne '\''BEGIN {
	$s = Lingua::Sentence->new("en") } chomp; print $s->split($_), "\n"'\'
short='Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Sgt|Lt|Col|St|Jr|Sr|Inc|Co|Corp|Ltd'
short="$short|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|etc|[A-Z]|[ap]\\.m"
sed="sed -E 's/\\b($short)\\. /\\1.\\x01/g; s/([.!?][\"”’)]*) +/\\1\\n/g;
	s/\\x01/ /g'"
add sentsplit "$build/sentsplit" "$head"
add sed "$sed" "$head"
have "Moses rules" liblingua-sentence-perl \
    perl -MLingua::Sentence -e 1 && add "Moses rules" "$moses" "$head"
time_rows 3

head -c 200 "$corpus" >"$dir/small.txt"
twenty='for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do'
"$dir/cpu" 9 "true, 20 times::$twenty /bin/true; done" \
    "sentsplit, 20 times::$twenty $build/sentsplit $dir/small.txt; done" ||
    bad=1
exit "$bad"
