#!/bin/sh
# keyness.t - two lists compared; figures computed by hand.
. "${0%/*}/tap.sh"

printf '30\tport\n970\tthe\n' >target
printf '10\tport\n5\tsea\n1985\tthe\n' >ref
run keyness --csv target ref
ok 'columns' [ "$(head -n 1 "$out")" = \
    word,count,ref_count,per_million,ref_per_million,g2,p,log_ratio,lrc,diff ]
ok 'port: counts, per million, log ratio, %DIFF' grep -Eq \
    '^port,30,10,30000.000,5000.000,[0-9.]+,[0-9.]+,2.5850,[0-9.]+,500.00$' \
    "$out"
ok 'sea is only in the reference' grep -Eq \
    '^sea,0,5,0.000,2500.000,[0-9.]+,[0-9.]+,-2.3219,0.0000,-100.00$' "$out"
run keyness target ref
ok 'the most key first' [ "$(sed -n 1p "$out" | cut -f 2)" = port ]
ok 'every word of both' [ "$(wc -l <"$out")" = 3 ]
run keyness -k 1 --sort=log-ratio target ref
is 'the figure that is asked for' 0 '2.585\tport\n'
run keyness -m 10 --sort=diff target ref
is 'a minimum' 0 '500.000\tport\n-2.267\tthe\n'
run keyness target - <ref
ok 'one list from standard input' [ "$status" = 0 -a -s "$out" ]

sort "$tests/articles/harbour.txt" | uniq -c >uniq
run keyness uniq uniq
ok 'lists of uniq -c' [ "$status" = 0 -a -s "$out" ]
wordfreq --csv "$tests/articles/harbour.txt" >a.csv
wordfreq --csv "$tests/articles/"*.txt >b.csv
wordfreq "$tests/articles/harbour.txt" >a
wordfreq "$tests/articles/"*.txt >b
keyness a b >want
run keyness a.csv b.csv
same 'CSV lists are lists' 0 want

run keyness target
fails 'one list is not enough' 'two lists'
run keyness target missing
fails 'a missing list' 'missing: '
ok 'compares nothing then' [ ! -s "$out" ]
printf '3\tx\nnonsense\n' >bad
run keyness target bad
fails 'a bad line is named' 'bad: not a row of a list: line 2'
run keyness --alpha=2 target ref
fails 'alpha is a share' 'alpha'
: >empty
run keyness -e empty empty
ok 'nothing to compare: exit 1 with -e' [ "$status" = 1 ]
run keyness empty ref
ok 'an empty list is no failure' [ "$status" = 0 ]
run sh -c 'keyness target ref >/dev/full'
fails 'a full disk' 'keyness: standard output: '
done_testing
