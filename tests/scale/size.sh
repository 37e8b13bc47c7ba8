#!/bin/sh
# size.sh - how far one machine goes: a million articles through the pipeline,
# with what each filter costs. DOCUMENTS: another number than a million.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

documents=${DOCUMENTS:-1000000}
cost=$tmp/cost
COST_LIMIT=3600
export COST_LIMIT
${CC:-cc} -O2 -std=c11 -D_GNU_SOURCE -o "$cost" "$tests/../hostile/cost.c" ||
    exit 2

corpus 100 hundred.csv
bytes=$(($(wc -c <hundred.csv) * documents / 100))
for t in newscat strip-boilerplate sentsplit wordfreq; do
	mkfifo "$t.in"
done
corpus "$documents" newscat.in &
{ "$cost" newscat --from=csv newscat.in >strip-boilerplate.in; } 2>c1 &
{ "$cost" strip-boilerplate <strip-boilerplate.in >sentsplit.in; } 2>c2 &
{ "$cost" sentsplit <sentsplit.in >wordfreq.in; } 2>c3 &
{ "$cost" wordfreq --csv <wordfreq.in >counts; } 2>c4
wait
echo "# $documents documents, $((bytes / 1000000)) MB"
cat c1 c2 c3 c4 >costs
i=0
for t in newscat strip-boilerplate sentsplit wordfreq; do
	i=$((i + 1))
	sed -n ${i}p costs | awk -v t=$t -v b="$bytes" '{
		printf "# %-18s %6.1f CPU s  %5.2f s/GB  %4d MiB\n", t, $2,
		    $2 / b * 1e9, $3 }'
	ok "$t: all went well" [ "$(sed -n ${i}p costs | cut -d ' ' -f 1)" = 0 ]
done
ok 'together under 128 MiB' awk '{ m += $3 } END { exit !(m < 128) }' costs
ok 'every document came through' \
    [ "$(awk -F , '$1 == "the" { print $4 }' counts)" = "$documents" ]
done_testing
