#!/bin/sh
# cores.sh - one machine, more cores: GNU parallel cuts a stream between
# documents.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

if ! command -v parallel >/dev/null; then
	skip 'GNU parallel' 'parallel is not installed'
	done_testing
	exit
fi
corpus 300 big.csv
gzip -c big.csv >big.csv.gz
newscat big.csv >stream

newscat big.csv.gz | strip-boilerplate | quotes --csv >want
{
	quotes --csv </dev/null
	newscat big.csv.gz |
	    parallel -k --pipe $cut --block 50k -j 2 \
	        'strip-boilerplate | quotes --csv --no-header'
} >got
ok 'strip-boilerplate | quotes --csv, in blocks' cmp -s want got
ok 'and there was something to find' [ "$(wc -l <want)" -gt 300 ]

names -H --fields=date,source <stream >want
parallel -k --pipe $cut --block 20k -j 2 names -H --fields=date,source \
    <stream >got
ok 'names with fields, in blocks' cmp -s want got

sentsplit <stream >want
parallel -k --pipepart -a stream $cut --block 30k -j 2 sentsplit >got
ok 'sentsplit, by parts of a file' cmp -s want got

wordfreq <stream >want
parallel --pipe $cut --block 20k -j 2 'wordfreq >count-{#}' <stream
wordfreq --merge count-* >got
ok 'wordfreq --merge sums the counts of blocks' cmp -s want got
done_testing
