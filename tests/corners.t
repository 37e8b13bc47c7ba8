#!/bin/sh
# corners.t - options and inputs that meet seldom: tools of counts.
. "${0%/*}/tap.sh"
cp "$tests"/articles/harbour.txt "$tests"/articles/lido.txt .

refuse() { # COMMAND ...; the last run's message is one line of advice
	run "$@"
	[ "$status" = 2 ] && [ ! -s "$out" ] && [ -s "$err" ] ||
	    echo "$*: status $status" >>broken
}
: >broken
law() {
	name=$1
	ok "$name" [ ! -s broken ] || sed 's/^/# /' broken
	: >broken
}

for o in '--dtm --csv' '--dtm --json' '--dtm --by=date' '--dtm -n 1,2' \
    '--merge --docs' '--merge --dtm' '--merge --dispersion --csv' \
    '--dispersion --csv --by=date' '--fields=a --by=source' \
    '-n 2,1' '-n 2,x' '-n x' '-n x,2' '-n 2,10' '-n ,2' \
    '-S x' '-S 15M' '-S 999999999999999G' '-S 16777215' '-S k' '-S='; do
	refuse wordfreq $o lido.txt
done
law 'wordfreq: what contradicts itself is refused'
wordfreq -n 2 lido.txt >want
for o in '-n 2,' '-n 2,2' '-n 2 -S 16M' '-n 2 -S 16384k' '-n 2 -S 1G' \
    '-n 2 -S 16777216' '-n 2 -S 1t'; do
	run wordfreq $o lido.txt
	cmp -s want "$out" || echo "$o" >>broken
done
law 'wordfreq: ways to say the same'

# Orders, with and without a limit, of words and of pairs, in all and by group.
printf '\fa\tk=x\nthe sea the sea the port\n\fb\tk=\nthe port a port\n' >two
printf '\fc\\d\tk=a\\b\nsea a sea\n' >>two
wordfreq --by=k two >want
run wordfreq --by=k --sort=word two
ok 'by a field, by word: the same rows' \
    sh -c "sort want >a; sort '$out' | cmp -s a -"
run wordfreq --by=doc -n 2 two
is 'pairs by document' 0 'a\t2\tsea the\na\t2\tthe sea\na\t1\tthe port
b\t1\ta port\nb\t1\tport a\nb\t1\tthe port
c\\\\d\t1\ta sea\nc\\\\d\t1\tsea a\n'
run wordfreq --by=k -n 2 --word-first --docs two
is 'pairs by a field, an empty one too' 0 \
    '-\ta port\t1\t1\n-\tport a\t1\t1\n-\tthe port\t1\t1
a\\\\b\ta sea\t1\t1\na\\\\b\tsea a\t1\t1
x\tsea the\t2\t1\nx\tthe sea\t2\t1\nx\tthe port\t1\t1\n'
run wordfreq -n 2 -m 2 two
is 'pairs: a minimum' 0 '2\tsea the\n2\tthe port\n2\tthe sea\n'
run wordfreq -n 2 -k 2 --sort=word two
is 'pairs: the most frequent by word' 0 '2\tsea the\n2\tthe port\n'
run wordfreq -n 2 --by=doc -m 2 -k 1 --sort=word two
is 'pairs of a document: a minimum, a limit' 0 'a\t2\tsea the\n'
run wordfreq -n 1 --by=doc -k 1 --sort=word two
is 'words of a document' 0 'a\t3\tthe\nb\t2\tport\nc\\\\d\t2\tsea\n'
run wordfreq --docs --word-first -k 2 two
is 'documents' 0 'sea\t4\t2\nthe\t4\t2\n'
run wordfreq --by=doc --fields=k --docs --word-first -k 1 two
is 'documents and fields' 0 \
    'a\tthe\t3\t1\tx\nb\tport\t2\t1\t-\nc\\\\d\tsea\t2\t1\ta\\\\b\n'
for o in '-n 2' '-n 1,9' '-n 2 --by=k' '-n 2 --dispersion --csv' '--dtm'; do
	wordfreq $o two >want
	for more in '-S 16M' '-j 3' '-S 16M -j 2'; do
		run wordfreq $o $more two
		cmp -s want "$out" || echo "$o $more" >>broken
	done
done
law 'wordfreq: memory and threads change nothing'
for o in '--csv --by=k' '--json' '--json --by=doc -n 2' \
    '--csv --sort=word --dispersion -k 2' '-n 2 --sort=word'; do
	run wordfreq $o two
	[ "$status" = 0 ] && [ -s "$out" ] || echo "$o" >>broken
done
law 'wordfreq: forms'
feed 'a\fb\n' wordfreq --by=doc --sort=word
is 'a document that has no name of its own' 0 '-\t1\ta\n-\t1\tb\n'
run wordfreq --by=nothing two
is 'by a field that is not there' 0 "$(wordfreq two | sed 's/^/-\\t/' |
    sed 's/$/\\n/' | tr -d '\n')"

# Characters that are in words and in no key.
for c in '\0302\0255' '\0315\0217' '\0330\0234' '\0340\0271\0277x' \
    '\0342\0200\0213' '\0342\0200\0256' '\0342\0201\0240' \
    '\0342\0201\0257' '\0357\0273\0277' '\0357\0270\0217' '\0363\0240\0204\0200'
do
	feed "co${c}op CO${c}OP\n" wordfreq
	[ "$status" = 0 ] && [ -s "$out" ] || echo "$c" >>broken
	feed "a\n\n$c\n" wordfreq
	[ "$status" = 0 ] || echo "$c alone" >>broken
done
law 'wordfreq: characters that do not show'
feed 'co\0302\0255op coop CO\0315\0217OP co\0357\0270\0217op\n' wordfreq
is 'they make no other word' 0 '4\tcoop\n'
for c in '<' '>' '"' '\\' '^' '`' '{' '|' '}' '\0177' ' ' '\0303\0251' '\n'; do
	feed "see http://a.example/b${c}c now\n" wordfreq --word-first
	grep -q '^see	1$' "$out" && grep -q '^now	1$' "$out" ||
	    echo "$c" >>broken
done
law 'wordfreq: where a link ends'
feed 'a@ @b x@y.example @ c@d@e f@\n' wordfreq
ok 'wordfreq: addresses' grep -qx '1	x@y.example' "$out"

# Lists that are merged: every way in which a row can be none.
head=word,count,per_million,docs,dkl,rank
good='port,3,1000.0,1,0.5,1'
printf '%s\n%s\n' $head $good >good
run wordfreq --merge --csv good good
ok 'merge: a list with itself' grep -q '^port,6,' "$out"
for row in 'port' 'port,x' 'port,0,1,1,1' 'port,3' 'port,3,y,1,1' \
    'port,3,-1,1,1' 'port,3,1,x,1' 'port,3,1,1,-1' 'port,3,1,1' \
    ',3,1,1,1' 'port,3,,1,1' '"port"",3,1,1,1' '"port' '"port"x,3' \
    "port,3,$(printf %080d 1),1,1" 'port,99999999999999999999,1,1,1'; do
	printf '%s\n%s\n%s\n' $head $good "$row" >bad
	run wordfreq --merge --csv bad
	[ "$status" = 2 ] && grep -q 'bad: .*line 3' "$err" ||
	    echo "$row: $(cat "$err")" >>broken
done
law 'merge: no row of a table'
printf '%s\n"say ""x""",3,1000,1,0.5,1\n' $head >quoted
run wordfreq --merge --csv quoted
ok 'merge: a quoted word' grep -q '^"say ""x""",3,' "$out"
{ printf '\357\273\277' && cat good; } >bom
run wordfreq --merge --csv bom
ok 'merge: a BOM' grep -q '^port,3,' "$out"
printf '3\tport\n\n' >line
printf '      2 \n      3 port\n' >uniq
run wordfreq --merge uniq
is 'merge: empty lines that uniq counted' 0 '3\tport\n'
for row in 'port' '3port' 'x port' '-3	port'; do
	echo "$row" >bad
	run wordfreq --merge bad
	[ "$status" = 2 ] || echo "$row" >>broken
done
for row in '	3' 'port	x' 'port'; do
	printf '%s\n' "$row" >bad
	run wordfreq --merge --word-first bad
	[ "$status" = 2 ] || echo "$row first" >>broken
done
law 'merge: no line of a list'
awk 'BEGIN { for (i = 0; i < 400000; i++) print 1 "\tw" i }' >long
run sh -c 'wordfreq --merge long long | md5sum'
cp "$out" got
awk '{ print 2 "\t" $2 }' long | LC_ALL=C sort -k 2 | md5sum >want
ok 'merge: a list of several parts' cmp -s want got

# --merge is associative: lists of lists, in any grouping.
for o in '' '--csv' '-n 2' '--csv -n 1,2' '--word-first'; do
	for f in bridge flood lido orchestra; do
		wordfreq $o "$tests/articles/$f.txt" >$f.list
	done
	wordfreq --merge $o bridge.list flood.list lido.list orchestra.list \
	    >want
	wordfreq --merge $o bridge.list flood.list >l
	wordfreq --merge $o lido.list orchestra.list >r
	wordfreq --merge $o l r | cmp -s - want || echo "$o: (ab)(cd)" >>broken
	wordfreq --merge $o l lido.list >l2
	wordfreq --merge $o l2 orchestra.list | cmp -s - want ||
	    echo "$o: ((ab)c)d" >>broken
	wordfreq --merge $o flood.list r >r2
	wordfreq --merge $o bridge.list r2 | cmp -s - want ||
	    echo "$o: a(b(cd))" >>broken
	wordfreq --merge $o orchestra.list lido.list flood.list bridge.list |
	    cmp -s - want || echo "$o: dcba" >>broken
done
law 'merge: in any grouping and order the same'

# Spills: many groups, wide keys, small memory, one document of no words.
awk 'BEGIN { srand(2)
	for (d = 0; d < 40; d++) {
		printf "\fd%d\tk=g%d\n", d, d % 7
		for (i = 0; i < 3000; i++)
			printf "w%d ", rand() * 2000
		print "."
	}
	printf "\fempty\n\n" }' >groups
for o in '-n 1,3' '-n 2 --by=k' '-n 1,2 --by=k --sort=word -k 50' \
    '-n 2 --dispersion --csv -m 2' '--dispersion --json -k 9'; do
	wordfreq $o groups | md5sum >want
	run sh -c "wordfreq -S 16M $o groups | md5sum"
	same "wordfreq: little memory, $o" 0 want
done
awk 'BEGIN { for (i = 0; i < 70000; i++) print "d" i " x" i % 9 "." }' >rows
run sh -c 'wordfreq --dtm rows | tail -n 1'
ok 'wordfreq: a long matrix' [ "$status" = 0 ]
run sh -c "wordfreq -n 2 --by=doc --csv groups | wc -l"
ok 'wordfreq: pairs of each document' [ "$(cat "$out")" -gt 1000 ]

# keyness and colloc.
printf '3\tx\n2\ty\n' >x
printf '3\tx\n2\tz\n' >z
: >none
for o in '--alpha=0' '--alpha=1' '--alpha=-1' '--sort=none'; do
	refuse keyness $o x z
done
refuse keyness x z x
refuse keyness
refuse keyness x
for o in '-w 0' '--sort=none' '-k x'; do
	refuse colloc $o port lido.txt
done
law 'keyness, colloc: what contradicts itself is refused'
for sort in lrc g2 log-ratio diff; do
	run keyness --sort=$sort --csv x z
	[ "$(wc -l <"$out")" = 4 ] || echo "$sort" >>broken
	cp "$out" all
	run keyness --sort=$sort --csv -k 2 x z
	head -n 3 all | cmp -s - "$out" || echo "$sort -k" >>broken
	run keyness --sort=$sort -k 99 x z
	[ "$(wc -l <"$out")" = 3 ] || echo "$sort -k 99" >>broken
	run keyness --sort=$sort none z
	[ "$status" = 0 ] || echo "$sort none" >>broken
	run keyness --sort=$sort z none
	[ "$status" = 0 ] || echo "$sort of none" >>broken
done
law 'keyness: figures and limits'
for sort in logdice mi t g2 observed; do
	run colloc --sort=$sort --csv -w 3 port harbour.txt lido.txt
	[ "$(wc -l <"$out")" -gt 3 ] || echo "$sort" >>broken
	cp "$out" all
	run colloc --sort=$sort --csv -w 3 -k 2 port harbour.txt lido.txt
	head -n 3 all | cmp -s - "$out" || echo "$sort -k" >>broken
	run colloc --sort=$sort -w 3 -m 2 --case --split-hyphens port \
	    harbour.txt
	[ "$status" = 0 ] || echo "$sort -m" >>broken
done
law 'colloc: figures and limits'
feed 'Port port PORT Port-of-call\n' colloc --case --sort=observed Port
is 'colloc: capitals apart' 0 '1\tPORT\n1\tPort-of-call\n1\tport\n'
feed 'a port-of-call\n' colloc --split-hyphens --sort=observed of
is 'colloc: hyphens separate' 0 '1\ta\n1\tcall\n1\tport\n'
refuse colloc 'a b c d e f g h i j k l m n o p q r s t u v w x y z' lido.txt
law 'colloc: a phrase too long'
done_testing
