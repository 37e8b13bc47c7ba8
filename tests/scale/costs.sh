#!/bin/sh
# costs.sh - what each filter costs: CPU seconds a gigabyte, memory, and the
# hours that a terabyte takes on one core, by arithmetic. The table of "How far
# does it go" in newsutils(7). MEGABYTES: of text, 20.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

cost=$tmp/cost
COST_LIMIT=3600
export COST_LIMIT
${CC:-cc} -O2 -std=c11 -D_GNU_SOURCE -o "$cost" "$tests/../hostile/cost.c" ||
    exit 2
corpus $((${MEGABYTES:-20} * 590)) big.csv
gzip -1 -c big.csv >big.csv.gz
newscat big.csv >stream
bytes=$(wc -c <stream)

# row NAME COMMAND: the median of three runs by CPU time.
row() {
	name=$1
	shift
	for i in 1 2 3; do
		sh -c "$cost $*" 2>&1 >/dev/null
	done | sort -n -k 2 >runs
	sed -n 2p runs | awk -v name="$name" -v b="$bytes" '{
		s = $2 / b * 1e9
		printf "# %-18s %6.1f s/GB  %4d MiB  %6.1f h/TB\n", name, s,
		    $3, s * 1000 / 3600 }'
	ok "$name: all went well" [ "$(cut -d ' ' -f 1 runs | sort -u)" = 0 ]
}

echo "# $((bytes / 1000000)) MB;$(grep -m 1 'model name' /proc/cpuinfo |
    cut -d : -f 2)"
row 'newscat, CSV' newscat big.csv
row 'newscat, CSV.gz' newscat big.csv.gz
row strip-boilerplate strip-boilerplate stream
row sentsplit sentsplit stream
row wordfreq wordfreq stream
row names names stream
row quotes quotes stream
done_testing
