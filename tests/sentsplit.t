#!/bin/sh
# sentsplit.t - what the options of sentsplit do, and what holds for any text.
. "${0%/*}/tap.sh"

printf 'It rained. He left.\n\nMr. Lund came. "Go!" he said.\n' >text
run sentsplit text
is 'a sentence a line' 0 \
    'It rained.\nHe left.\n\nMr. Lund came.\n"Go!" he said.\n'
run sentsplit -b text
is '-b: where they are' 0 '0\t10\n11\t19\n21\t35\n36\t50\n'
run sentsplit -p text
is '-p: an empty line between paragraphs' 0 \
    'It rained.\nHe left.\n\nMr. Lund came.\n"Go!" he said.\n'
feed 'One. Two.\nThree.\n\n\n \nFour.\n\n' sentsplit -p
is '-p: one, however many there were' 0 \
    'One.\nTwo.\n\nThree.\n\nFour.\n'
feed 'He saw Mr.\nLund. It  \nrained.\n\nA title\n' sentsplit -w
is '-w: lines are joined' 0 'He saw Mr. Lund.\nIt rained.\n\nA title\n'
feed 'He saw Mr.\r\nLund. It\r\nrained.\r\n' sentsplit -w
is '-w: CRLF' 0 'He saw Mr. Lund.\r\nIt rained.\r\n'
run sentsplit --csv text
is '--csv' 0 'doc,paragraph,sentence,start,end,text\n'\
'text,1,1,0,10,It rained.\ntext,1,2,11,19,He left.\n'\
'text,2,3,21,35,Mr. Lund came.\ntext,2,4,36,50,"""Go!"" he said."\n'
feed 'Caf\0303\0251. Tea.\n' sentsplit -b --offsets=chars
is '--offsets=chars' 0 '0\t5\n6\t10\n'
run sentsplit -H text
ok '-H: the document first' grep -q '^text	It rained.$' "$out"
feed ' \n' sentsplit -e
is '-e: no sentence' 1 ' \n'

printf 'Zorb\ttitle\n# mine\nQuux.\n' >more
feed 'Ask Zorb. Brandvik now.\n' sentsplit --abbrev=more
is '--abbrev: a title of my own' 0 'Ask Zorb. Brandvik now.\n'
printf 'Zorb\tking\n' >bad
run sentsplit --abbrev=bad text
fails '--abbrev: a class that is none' "no such class.*'king'"
run sentsplit --model=text text
fails '--model: a file that is none' 'not a model file'
run sentsplit --lang=tlh text
fails '--lang: a language that is none' 'tlh'

feed 'Yes. No.\r\nSo it is. Yes.\r\n' sentsplit
is 'CRLF is split with CRLF' 0 'Yes.\r\nNo.\r\nSo it is.\r\nYes.\r\n'
feed 'It is. \f \v He is.\n\fShe is.\n' sentsplit
is 'no line begins with a form feed that did not' 0 \
    'It is.\nHe is.\n\fShe is.\n'
feed '\fone\nIt is. He is.' sentsplit
is 'marks are copied, a last line is ended' 0 '\fone\nIt is.\nHe is.\n'
run sentsplit text text
ok 'two files: marks' [ "$(grep -c "^$(printf '\f')text" "$out")" = 2 ]

# For each article and its twin with CRLF: nothing but white space changes,
# a second run changes nothing, and pieces of any size give the same.
for article in "$tests"/articles/*.txt; do
	name=$(basename "$article")
	sed 's/$/\r/' "$article" >crlf
	for in in "$article" crlf; do
		sentsplit "$in" >once
		sentsplit once | cmp -s - once || fail "$name: twice"
		tr -d '[:space:]' <"$in" >a
		tr -d '[:space:]' <once | cmp -s - a || fail "$name: altered"
		for size in 1 7; do
			dd bs=$size <"$in" 2>/dev/null | sentsplit |
			    cmp -s - once || fail "$name: pieces of $size"
		done
		sentsplit -b "$in" | wc -l >n
		grep -c '[^[:space:]]' once | cmp -s - n || fail "$name: -b"
		# hard-wrapped and back
		sed 's/\r$//; G' "$in" | fold -s -w 72 | sentsplit -w |
		    sed 's/^ *//; s/ *$//; /^$/d' >wrapped
		sed 's/\r$//; s/^ *//; s/ *$//; /^$/d' once |
		    cmp -s - wrapped || fail "$name: wrapped"
	done
	pass "$name: the laws hold"
done

# The table of rules in the manual: a bar where a sentence ends, two for no
# blank there.
sed -n 's/\\(dq/"/g; s/\\-/-/g; s/\\&//g; s/^\.It \(.*\) Ta \(.*\)/\1\t\2/p' \
    "$tests/../man/sentsplit.1" >rules
while IFS='	' read -r rule example; do
	echo "$example" | sed 's/ | /\n/g; s/||/\n/g' >want
	echo "$example" | sed 's/ | / /g; s/||//g' >in
	run sentsplit in
	same "the manual's rule: $rule" 0 want
done <rules
{ # those of the table, and two that look for other marks
	sed -n 's/^\t{ "\(.*\)", .*/\1/p' "$tests/../lib/sent_rule.c"
	echo 'list marks'
	echo 'glued words'
} >want
run cut -f 1 rules
same 'the manual has all rules' 0 want

# The list of common words: small letters inside sentences, headlines apart.
printf '# marks\nshe\t3\nsaid\t4\n' >marks
for i in 1 2 3 4; do
	echo 'Well, she said that the king of Norway saw the king.'
	echo 'The King Is Here'
done >kings
run newstrain common marks kings
is 'newstrain common' 0 \
    'king\t2\nof\t2\nsaid\t6\nsaw\t2\nshe\t3\nthat\t2\nthe\t2\n'

# What is sure is written while the rest is waited for.
{
	printf 'It rained. He left the house, and then it'
	until [ -s live ] || [ $((n += 1)) -gt 50 ]; do sleep .1; done
	cp live early
} | sentsplit >live
run cat early
ok 'live: the first sentence comes early' grep -q '^It rained\.$' early

# An endless line needs no more than a constant.
limits='ulimit -v 40000'
! sanitized || limits=:
run sh -c "head -c 100000000 /dev/zero | tr '\0' a |
    ($limits; sentsplit) | wc -c"
is 'a line of 100 MB in 40 MB of memory' 0 '100000001\n'
done_testing
