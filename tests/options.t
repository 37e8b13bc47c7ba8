#!/bin/sh
# options.t - files that options name are input like any other: what is cut,
# broken, of another kind or version, or promises more than it has is refused
# with a message, and nothing is written.
. "${0%/*}/tap.sh"

cp "$tests/articles/harbour.txt" sample.txt

# Bytes that are no list of words, and no file of numbers either.
mkdir folder
printf 'port\0of\n' >nul
printf 'caf\351\n' >latin1
printf 'port\nharbour\n' | gzip -c >whole.gz
size=$(wc -c <whole.gz)
head -c $((size - 9)) whole.gz >cut.gz
{ head -c $((size - 6)) whole.gz && printf '\1\2\3\4\5\6'; } >sum.gz
{ head -c 12 whole.gz && printf '\377\377\377\377\377'; } >broken.gz
"$build/faults/zst" <sample.txt >whole.zst
head -c 60 whole.zst >cut.zst
printf 'not a row of the table\n' >line

refused() { # TOOL OPTION FILE ...
	tool=$1
	option=$2
	shift 2
	for f; do
		run "$tool" $option=$f sample.txt
		[ "$status" = 2 ] || echo "$f: status $status" >>broken
		[ ! -s "$out" ] || echo "$f: there is output" >>broken
		grep -q "^$tool: $f: " "$err" || echo "$f: no message" >>broken
	done
	ok "$tool $option: what is no such file is refused" [ ! -s broken ] ||
	    sed 's/^/# /' broken
	: >broken
}
: >broken

any='none folder nul latin1 cut.gz sum.gz broken.gz cut.zst'
for list in 'sentsplit --abbrev' 'strip-boilerplate --patterns' \
    'wordfreq --stop' 'quotes --verbs' 'names --gazetteer'; do
	refused $list $any
done
printf 'zub,LOC,x,y\n' >cells
printf 'zub\n' >lonely
printf ',LOC\n' >nameless
printf '"zub,LOC\n' >open
refused names --gazetteer line cells lonely open

# The form of --learn: counts of lines by their hashes.
strip-boilerplate --learn=learnt sample.txt sample.txt
size=$(wc -c <learnt)
head -c $((size - 1)) learnt >cut
head -c 12 learnt >head
{ printf 'X' && tail -c +2 learnt; } >magic
{ head -c 8 learnt && printf '\377\377\377\377\377\377\377\377' &&
	tail -c +17 learnt; } >huge
{ head -c 8 learnt && printf '\0\0\0\0\0\0\0\20' && tail -c +17 learnt; } >many
cat learnt head >twice
cp sample.txt text
refused strip-boilerplate --repeats $any line cut head magic huge many twice \
    text
cp sample.txt kept
run strip-boilerplate --learn=kept sample.txt
fails 'a file that is none is not written over' '^strip-boilerplate: kept: '
ok 'and stays as it was' cmp -s kept sample.txt
run strip-boilerplate --repeats=learnt sample.txt
ok 'the whole one is taken' [ "$status" = 0 ]

# number BYTES VALUE - little-endian, as a printf format.
number() {
	i=0
	while [ $((i += 1)) -le $1 ]; do
		printf '\\%03o' $(($2 >> 8 * (i - 1) & 255))
	done
}

# model TASK BITS <BODY - a model file whose checksum, that of gzip, is right.
model() {
	cat >body
	printf newsmodl
	printf %s "$1" | head -c 8
	head -c $((8 - ${#1})) /dev/zero
	printf "$(number 4 $2)"
	gzip -c body | tail -c 8 | head -c 4
	head -c 8 /dev/zero
	cat body
}

# Models: headers, sizes, and sections that lie about what is in them.
for tool in sentsplit strip-boilerplate names quotes; do
	"$tool" --help | grep -q -e --model= || continue
	case $tool in
	sentsplit) task=sent ;;
	strip-boilerplate) task=clean ;;
	*) task=name ;;
	esac
	head -c 131072 /dev/zero | model "$task" 16 >whole
	head -c 31 whole >m1
	head -c 32 whole >m2
	head -c 131000 whole >m3
	head -c 131072 /dev/zero | model other 16 >m4
	head -c 131072 /dev/zero | model "${task}x" 16 >m5
	head -c 131072 /dev/zero | model "$task" 255 >m6
	head -c 131072 /dev/zero | model "$task" 40 >m7
	head -c 131072 /dev/zero | model "$task" 17 >m8
	{ printf N && tail -c +2 whole; } >m9
	{ head -c 20 whole && printf '\1\2\3\4' && tail -c +25 whole; } >m10
	{ head -c 9000 whole && printf x && tail -c +9002 whole; } >m11
	printf '' | model "$task" 0 >m12
	gzip -c whole | head -c 100 >m13
	refused $tool --model $any m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13
done

# Sections of the model of names, each a length and that many bytes: the sets
# of kinds, a table of names, the coarser clusters, a table of words, the chain.
# A table begins with the number of its bits and, for eight buckets, the entries
# before them and a byte for those of each.
section() { # FORMAT
	printf "$1" >section
	printf "$(number 4 $(wc -c <section))"
	cat section
}
map="$(number 1 3)$(number 4 0)$(number 8 0)"
zeros() { head -c "$1" /dev/zero; }
# 578 = 2 * 17 * 17 bytes of pairs, then bits and rows
chain() { # FORMAT
	printf "$(number 4 $((578 + $(printf "$1" | wc -c))))"
	zeros 578
	printf "$1"
}
lists() { # FORMAT FORMAT: the tables of names and of words
	section ''
	section "$1"
	section ''
	section "$2"
}
{ lists "$map" "$map"; chain "$map"; } | model name 0 >good
run names --model=good sample.txt
ok 'a model of nothing finds nothing' [ "$status$(cat "$out" "$err")" = 0 ]

# Each of these is the good one but for one thing.
n=0
bad() { # reads the file sections
	n=$((n + 1))
	model name 0 <sections >n$n
}
printf '' >sections
bad
printf "$(number 4 4294967295)" >sections
bad
lists "$map" "$map" >sections
bad
{ lists "$map" "$map"; zeros 3; } >sections
bad
{ section ''; section "$map"; section ''; chain "$map"; } >sections
bad
{ lists "$map" "$map"; printf "$(number 4 577)"; zeros 577; } >sections
bad
{ lists "$map" "$map"; printf "$(number 4 592)"; zeros 578
	printf "$map"; } >sections
bad
for table in '' "$(number 1 2)$(number 4 0)$(number 8 0)" \
    "$(number 1 3)$(number 4 0)$(number 7 0)" \
    "$(number 1 4)$(number 4 0)$(number 8 0)" \
    "$(number 1 16)$(number 4 0)$(number 8 0)" \
    "$(number 1 17)$(number 4 0)$(number 8 0)" \
    "$(number 1 3)$(number 4 0)$(number 8 1)" \
    "$(number 1 3)$(number 4 9)$(number 8 0)" \
    "$(number 1 3)$(number 4 0)$(number 8 255)"; do
	{ lists "$table" "$map"; chain "$map"; } >sections
	bad
	{ lists "$map" "$table"; chain "$map"; } >sections
	bad
	{ lists "$map" "$map"; chain "$table"; } >sections
	bad
done
[ $n = 34 ] || echo "# $n models" >broken
while [ $n -gt 0 ]; do
	run names --model=n$n sample.txt
	[ "$status$(cat "$out" "$err")" = \
	    "2names: n$n: a broken model file" ] ||
	    echo "# n$n: $status, $(cat "$out" "$err")"
	n=$((n - 1))
done >>broken
ok 'names --model: sections that lie are refused' [ ! -s broken ] ||
    cat broken
done_testing
