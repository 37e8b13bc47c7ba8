#!/bin/sh
# strip-boilerplate.t - what is kept, what is dropped, and that nothing is lost.
. "${0%/*}/tap.sh"

grep . "$tests/articles/harbour.txt" | sed -n 2,5p >article.txt
run strip-boilerplate article.txt
same 'a clean article is not changed' 0 article.txt

{
	cat article.txt
	printf '\nFjord News\n\nLocal Top Stories\nWeather Video\n'
	echo 'The Quay Post'
} >feed.txt
run strip-boilerplate feed.txt
same 'titles of a feed behind it go, and the empty lines' 0 article.txt
sed 's/$/\r/' feed.txt >crlf.txt
sed 's/$/\r/' article.txt >want
run strip-boilerplate crlf.txt
same 'CRLF' 0 want
{ printf '\357\273\277' && cat feed.txt; } >bom.txt
{ printf '\357\273\277' && cat article.txt; } >want
run strip-boilerplate bom.txt
same 'BOM' 0 want
sed 's/^$/\xC2\xA0/' feed.txt | head -c -1 >nbsp.txt
run strip-boilerplate nbsp.txt
same 'no-break spaces are blank; no newline at the end' 0 article.txt

run strip-boilerplate --explain feed.txt
cp "$out" why
ok 'every dropped line has a reason' awk -F '\t' '
	$5 != 0 || $6 == "-" { exit 1 } END { exit NR != 6 }' why
run strip-boilerplate --csv --no-header feed.txt
ok 'a record of every line' [ "$(wc -l <"$out")" = "$(wc -l <feed.txt)" ]

# Merges two files, lines of the first where they fit, into the third.
merges() {
	awk -v kept="$1" '
	BEGIN { more = (getline line <kept) > 0 }
	more && $0 == line { more = (getline line <kept) > 0; next }
	{ print }
	END { exit more }' "$3" >rest && cmp -s rest "$2"
}
for f in "$tests"/articles/*.txt feed.txt; do
	strip-boilerplate "$f" >kept
	strip-boilerplate --invert "$f" >dropped
	ok "${f##*/}: kept and dropped lines merge" merges kept dropped "$f"
	run strip-boilerplate kept
	same "${f##*/}: cleaning again changes nothing" 0 kept
done

feed 'Home\nMenu\nLog in\n' strip-boilerplate
cp "$out" got
printf 'Home\nMenu\nLog in\n' >want
ok 'no sure line: all is kept' cmp -s got want
ok 'and a warning counts the document' grep -q '1 document' "$err"
ok 'which is no failure' [ "$status" = 0 ]

sed '2a\
Net 21 mln vs 18 mln\
- - -\
1. Berth A' article.txt >figures.txt
run strip-boilerplate figures.txt
same 'figures and lists within a clean article stay' 0 figures.txt

sed "1a\\
By Marit Aune" article.txt >by.txt
run strip-boilerplate by.txt
same 'a byline goes' 0 article.txt
run strip-boilerplate --keep=byline by.txt
same 'or stays' 0 by.txt
run strip-boilerplate --keep=names by.txt
fails 'a class that is none' 'names'

printf '# mine\n%s\n+weather video\n' \
    "$(sed -n '4s/^\([^ ]* [^ ]* [^ ]*\) .*/\1/p' article.txt)" >patterns
run strip-boilerplate --patterns=patterns feed.txt
{ head -n 3 article.txt && echo 'Weather Video'; } >want
grep . "$out" >got
ok 'patterns drop and keep' cmp -s got want
run strip-boilerplate --bias=-99 article.txt
ok 'bias: nothing is sure, all is kept' cmp -s "$out" article.txt
run strip-boilerplate --patterns=none article.txt
fails 'no such patterns' none

offer='Our ferry mugs make a fine present for all who love the wind.'
for d in a b; do
	printf '\f%s\tsource=quay\n%s\nNews of %s came late.\n' $d "$offer" $d
done >corpus
run strip-boilerplate --learn=seen corpus
ok 'learn writes no text' [ "$status" = 0 -a ! -s "$out" ]
printf '\fc\tsource=quay\n' | cat - article.txt >want
{ cat want && echo "$offer"; } >new
run strip-boilerplate --repeats=seen new
same 'a line of two documents goes' 0 want
sed '1s/quay/other/' new >other
run strip-boilerplate --repeats=seen --explain other
ok 'not in another source' [ -z "$(grep repeated "$out")" ]
cat seen seen >twice
run strip-boilerplate --repeats=twice --explain new
ok 'files put together add up' grep -q 'repeated:4/4' "$out"
for d in 1 2 3; do
	printf '\f%s\tsource=wire\n' $d && cat article.txt
done >wire
run strip-boilerplate --learn=copies wire
run strip-boilerplate --repeats=copies --invert wire
ok 'copies of an article are no repetition' \
    [ "$(tr -d '\f' <"$out")" = "$(printf '%d\tsource=wire\n' 1 2 3)" ]
run strip-boilerplate --repeats=article.txt new
fails 'no file of --learn' article.txt
done_testing
