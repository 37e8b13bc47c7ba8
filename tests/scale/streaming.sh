#!/bin/sh
# streaming.sh - the contract of Hadoop Streaming and of Spark's pipe(): a
# mapper reads whole documents and writes key TAB value lines, the framework
# sorts them by key and gives all lines of a key to one reducer. This script
# is the framework.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

# framework MAPPER REDUCER BYTES REDUCERS: result-NN, in the order of keys
framework() {
	rm -f split-* mapped-* part-* result-*
	split_docs stream "$3" split
	for s in split-*; do
		sh -c "$1" <"$s" >"mapped-${s#split-}" || return 1
	done
	# Any function of the key will do, as long as it is the same for all.
	LC_ALL=C awk -F '\t' -v r="$4" '
		{ print >sprintf("part-%02d", length($1) % r) }' mapped-*
	for p in part-*; do
		LC_ALL=C sort -t "$(printf '\t')" -k 1,1 "$p" |
		    sh -c "$2" >"result-${p#part-}" || return 1
	done
}

corpus 120 big.csv
newscat big.csv >stream

# A reducer in awk: the framework sorts, so one key at a time is enough. k and
# $1 are compared as strings ("1.0" is not "1").
sum='awk -F "\t" "\$1\"\" != k { if (NR > 1) print k FS n; k = \$1\"\"; n = 0 }
    { n += \$2 } END { if (NR) print k FS n }"'
names <stream | cut -f 2 | LC_ALL=C sort | uniq -c | awk '
	{ n = $1; sub(/^ *[0-9]+ /, ""); print $0 "\t" n }' >want
framework "names | awk -F '\t' '{ print \$2 FS 1 }'" "$sum" 30000 2
LC_ALL=C sort result-* >got
ok 'names, counted by key' cmp -s want got

wordfreq --word-first <stream | LC_ALL=C sort >want
framework 'wordfreq --word-first' "$sum" 40000 3
LC_ALL=C sort result-* >got
ok 'wordfreq --word-first, summed by key' cmp -s want got
ok 'and there was something to count' [ "$(wc -l <want)" -gt 500 ]

framework 'wordfreq --word-first' 'wordfreq --merge --word-first' 60000 2
LC_ALL=C sort result-* >got
ok 'wordfreq --merge as the reducer' cmp -s want got
done_testing
