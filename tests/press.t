#!/bin/sh
# press.t - news-like text in which each turn of phrase meets each other: the
# tools' laws on it, in every form that they can write. See hostile/press.c.
. "${0%/*}/tap.sh"

(cd "$tests/.." && "$build/hostile/press" tests/hostile/press.txt \
    "${SEED:-1}" "${PRESS:-120000}") >text
{ printf '\fall\n' && tr -d '\f\000' <text; } >one # of several parts
grep -av "$(printf '\f')" text | tr -d '\r' >lines
size=$(wc -c <one)
ok 'there is a text' [ "$size" -gt 50000 ]

law() {
	name=$1
	ok "$name" [ ! -s broken ] || sed 's/^/# /' broken
	: >broken
}
: >broken

# Each form ends well; as CSV each record has all of its fields.
forms() { # TOOL OPTIONS, a line each
	while read -r o; do
		for f in text one lines; do
			run $1 $o <$f
			[ "$status" = 0 ] || echo "$o: $(cat "$err")" >>broken
			[ -s "$out" ] || echo "$o: nothing" >>broken
		done
	done
	law "$1: every form"
}

dense() { tr -d ' \t\r\n\v\f' <"$1"; }

for o in '' -w -p; do
	for f in text one lines; do
		sentsplit $o <$f >once
		dense $f >want
		dense once | cmp -s want - || echo "$f $o: bytes" >>broken
		[ -n "$o" ] && continue
		sentsplit <once | cmp -s once - || echo "$f: twice" >>broken
	done
done
law 'sentsplit: white space alone is changed; what is split stays so'
forms sentsplit <<'END'
-b
-H
-w -b
-p --headers=always
--csv --offsets=chars
--json -w
--csv --excel --fields=date,none
END
sentsplit --csv --no-header -b one | cut -d , -f 4,5 | tr , '\t' |
    grep -E '^[0-9]+	[0-9]+$' >bounds
awk -v size="$size" '$1 < end || $1 >= $2 || $2 > size { print NR }
	{ end = $2 }' bounds >broken
law 'sentsplit: sentences are apart, in order, inside'

strip-boilerplate lines >kept
strip-boilerplate --invert lines >dropped
sort kept dropped >got
sort lines | cmp -s - got || echo lines >>broken
for o in --level=dump --level=light '--keep=byline,caption,credit,timestamp' \
    '--drop=headline,dateline' --bias=3 --bias=-3; do
	strip-boilerplate $o lines >kept
	strip-boilerplate $o --invert lines >dropped
	sort kept dropped >got
	sort lines | cmp -s - got || echo "$o" >>broken
done
law 'strip-boilerplate: each line is kept or dropped'
printf 'the gull\n+Halden\nADVERTISEMENT\n' >patterns
strip-boilerplate --learn=learnt text
forms strip-boilerplate <<'END'
--explain
--csv
--json --level=dump
--csv --patterns=patterns --repeats=learnt
--csv --excel --offsets=chars --drop=headline,dateline
END

names --mark one |
    sed -E 's/\[(PER|ORG|LOC) ([^][]*)\]/\2/g' >plain
cmp -s one plain || echo 'marks' >>broken
names --mark --color=always -t PER,ORG,LOC,MISC one |
    sed -E "s/$(printf '\033')\[[0-9;]*m//g" |
    sed -E 's/\[(PER|ORG|LOC|MISC) ([^][]*)\]/\2/g' >plain
cmp -s one plain || echo 'colours' >>broken
law 'names: marks and colours are all that is added'
names --iob one | cut -f 1 | tr -d ' \n\t\f' >got
# No-break, thin and ideographic spaces.
dense one | sed "s/$(printf '\302\240')//g; s/$(printf '\342\200\211')//g
	s/$(printf '\343\200\200')//g" >want
cmp -s want got || echo 'tokens' >>broken
law 'names: every byte is in a token'
printf 'gull,ORG,Gulls United\nOslo,MISC\n' >own.csv
forms names <<'END'
--csv
--csv --offsets=chars --excel
--json -t MISC
--count
-H --gazetteer=own.csv
--count --csv -t PER
--iob -H
END

forms quotes <<'END'
--csv
--csv --all --indirect --context
--json --all --offsets=chars
--all --join -H
--spans --all
--single=on --all --indirect --csv --join
--single=off -i -m 0.5
--mark --all
--mark --color=always --indirect
-k indirect,scare
-k direct -c --csv --excel
END
quotes --csv --no-header --all --indirect one |
    sed 's/^all,//' | cut -d , -f 3,4 | tr , '\t' >bounds
awk -v size="$size" '$1 > $2 || $2 > size { print NR }' bounds >broken
law 'quotes: quotations are inside the text'
quotes --all one >want
quotes --all --offsets=chars one | cmp -s want - || echo chars >broken
law 'quotes: how offsets are counted does not matter'

forms wordfreq <<'END'
--csv
-n 1,3 -k 100
--stem=english --csv -s
--by=doc --csv -k 5
--case --split-hyphens --docs
-n 2 --across
-n 2 --dispersion --csv -k 50
END
wordfreq lines | awk '{ n += $1 } END { print n }' >want
split -l 100 lines part.
for f in part.*; do wordfreq $f >$f.list; done
wordfreq --merge part.*.list | awk '{ n += $1 } END { print n }' |
    cmp -s want - || echo sum >broken
law 'wordfreq: the words of parts are those of the whole'
done_testing
