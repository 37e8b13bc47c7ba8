#!/bin/sh
# wordfreq.t - counts do not depend on how they are made: merged, spilled, in
# parts; and options that contradict each other are told.
. "${0%/*}/tap.sh"
w=$build/wordfreq
cd "$tests/articles" || exit 1

for o in '' --csv '-n 2' '--csv -n 1,3' '--csv -s' '--csv --sort=word' \
    --word-first '--case --csv' '--csv --split-hyphens' --docs \
    '--docs --word-first -n 2' '--csv --docs'; do
	"$w" $o b*.txt d*.txt >"$tmp/a"
	"$w" $o f*.txt [h-z]*.txt >"$tmp/b"
	"$w" $o b*.txt d*.txt f*.txt [h-z]*.txt >"$tmp/want"
	run "$w" --merge $o "$tmp/a" "$tmp/b"
	same "merged lists are those of one run: $o" 0 "$tmp/want"
done
marked() {
	for f; do
		printf '\fa\tplace=%s\tkind=\n' "$(echo "$f" | cut -c 1-2)"
		cat "$f"
	done
}
marked b*.txt d*.txt h*.txt >"$tmp/a.in"
printf '\fx\tplace=a\\b, "c"\nto be\n' | cat - "$tmp/a.in" >"$tmp/b.in"
marked b*.txt f*.txt [h-z]*.txt >>"$tmp/b.in"
cat "$tmp/a.in" "$tmp/b.in" >"$tmp/all.in"
for o in --by=place '--by=place --csv' '--by=place --docs --word-first' \
    '--by=place --csv -n 1,3' '--by=place -n 9 --sort=word' \
    '--by=kind --csv --sort=word' '--by=place -s --docs'; do
	"$w" $o "$tmp/a.in" >"$tmp/a"
	"$w" $o "$tmp/b.in" >"$tmp/b"
	"$w" $o -k 9 "$tmp/all.in" >"$tmp/want"
	run "$w" --merge $o -k 9 "$tmp/a" "$tmp/b"
	same "merged lists of groups are those of one run: $o" 0 "$tmp/want"
done
"$w" lido.txt | sed 's/^/      /; s/	/ /' >"$tmp/uniq"
"$w" lido.txt >"$tmp/want"
run "$w" --merge "$tmp/uniq"
same 'lists of uniq -c merge' 0 "$tmp/want"

# Many pairs: one document of numbers, each pair once.
awk 'BEGIN { for (i = 0; i < 300000; i++) print "w" i % 700 " x" i \
    " y" i % 900 ".\n" }' >"$tmp/many"
for o in '-n 2,3' '--csv -n 2 --sort=word -k 5000' \
    '--csv --dispersion -k 2000'; do
	"$w" $o "$tmp/many" *.txt >"$tmp/want"
	TMPDIR=$tmp run "$w" $o -S 16M "$tmp/many" *.txt
	same "in little memory: $o" 0 "$tmp/want"
done
ok 'nothing is left in TMPDIR' [ -z "$(ls "$tmp" | grep wordfreq)" ]
run env TMPDIR=/nonexistent "$w" -n 2,3 -S 16M "$tmp/many"
ok 'a missing TMPDIR: exit 2 and a message' \
    [ "$status" = 2 -a -s "$err" ]

"$w" "$tmp/many" *.txt >"$tmp/want"
for j in 1 2 5; do
	run "$w" -j $j "$tmp/many" *.txt
	same "$j threads count as one" 0 "$tmp/want"
done

LC_ALL=tr_TR.UTF-8 "$w" orchestra.txt >"$tmp/a"
LC_ALL=C "$w" orchestra.txt >"$tmp/want"
run cat "$tmp/a"
same 'no locale changes it' 0 "$tmp/want"
"$w" *.txt | awk '{ print $2 "\t" $1 }' >"$tmp/want"
run "$w" --word-first *.txt
same '--word-first swaps the columns' 0 "$tmp/want"
"$w" --sort=word *.txt >"$tmp/a"
"$w" *.txt | LC_ALL=C sort -t '	' -k 2 >"$tmp/want"
run cat "$tmp/a"
same '--sort=word is the order of bytes' 0 "$tmp/want"
"$w" *.txt | LC_ALL=C sort -t '	' -k 1,1nr -k 2 >"$tmp/want"
run "$w" *.txt
same 'count down, then bytes' 0 "$tmp/want"

for o in '-n 10' '-n 0' '-n 3,2' '-S 1M' --stem=xx '--dtm -n 2' \
    '--merge --by=doc' '--merge --csv --dispersion' --dispersion --fields=date \
    '--by=date --fields=date'; do
	run "$w" $o lido.txt
	ok "$o is refused" [ "$status" = 2 -a -s "$err" ]
done
run "$w" -n 20 lido.txt
ok '-n 20 hints at -k' grep -q -e '-k' "$err"
printf '\fa\tdate=2025\nto be to\n\fb\tsource=X\nbe\n' >"$tmp/fields"
run "$w" --by=doc --fields=date,source "$tmp/fields"
is 'fields of the document follow its words' 0 \
    'a\t2\tto\t2025\t-\na\t1\tbe\t2025\t-\nb\t1\tbe\t-\tX\n'
run "$w" --by=doc --fields=date --csv -k 1 "$tmp/fields"
ok 'and are the last columns of CSV' \
    [ "$(cut -d, -f1-3,8 "$out" | tr '\n' ' ')" = \
    'doc,word,count,date a,to,2,2025 b,be,1, ' ]
printf 'word,count,per_million,docs,dkl,rank\nx,y\n' >"$tmp/bad"
run "$w" --merge --csv "$tmp/bad"
ok 'a broken list is told with its line' grep -q 'line 2' "$err"
run "$w" --csv --merge "$tmp/uniq"
ok 'CSV cannot be made of plain lists' [ "$status" = 2 ]
run "$w" --show-stop
ok 'the stop words can be seen' grep -q '^article	the$' "$out"
run "$w" -s --sort=word *.txt
ok '-s leaves them out' [ "$(grep -c '	the$' "$out")" = 0 ]
done_testing
