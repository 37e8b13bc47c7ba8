#!/bin/sh
# manners.t - what every tool does at the edges: options, files, streams,
# bytes. A tool in the build folder is covered by itself; what it can do is
# read off its --help, what is special about it stands in the table.
. "${0%/*}/tap.sh"

stage=$build/tests/stage

# The table. work: sample input that gives output; args: what the tool cannot
# run without; kind: copies (text goes through), counts (all documents are one
# answer), converts (from another format), trains or compares (two lists:
# keyness.t); columns: of --csv.
describe() {
	work=sample.txt
	args=
	kind=records
	columns=
	case $1 in
	strip-boilerplate)
		kind=copies
		columns=doc,line,start,end,keep,reason,score,text
		;;
	sentsplit)
		kind=copies
		columns=doc,paragraph,sentence,start,end,text
		;;
	wordfreq)
		kind=counts
		columns=word,count,per_million,docs,dkl,rank
		;;
	names)
		columns=doc,start,end,type,mention,name,title
		;;
	quotes)
		columns=doc,id,group,start,end,kind,speaker,name,type,title
		columns=$columns,cue,cue_start,cue_end,speaker_start
		columns=$columns,speaker_end,confidence,rule,quote
		;;
	newscat)
		kind=converts
		work=sample.csv
		;;
	keyness)
		kind=compares
		args=other.txt
		;;
	colloc)
		kind=counts
		args=said
		columns=word,count,observed,expected,mi,t,logdice,g2
		;;
	newstrain)
		kind=trains
		;;
	esac
}

has() { # OPTION: the tool has it
	sed -n '/^Options:/,/^Exit/p' help |
	    grep -Eq -e "(^|[ ,])$1([ ,=]|\$)"
}

cp "$tests/articles/harbour.txt" sample.txt
cp "$tests/articles/harbour.txt" other.txt
{
	printf 'id,text\n1,"'
	sed 's/"/""/g' "$tests/articles/harbour.txt"
	printf '"\n2,Another.\n'
} >sample.csv
printf 'Ms. Ada Quill spoke in Oslo. "We won," she said.\n' >short.txt
mkdir folder
awk 'BEGIN { for (i = 0; i < 4194304; i++) printf "a" }' >word4m
awk 'BEGIN { while (n < 4194304) {
	s = "The port of Halden is shut, Aasen said. "; printf "%s", s
	n += length(s) } }' >line4m
head -c 4194304 /dev/zero >nul4m
# A Zstandard frame of one raw block (RFC 8878): the sample, as it is.
zstd_frame() { # FILE
	n=$(($(wc -c <"$1") * 8 + 1))
	printf '\050\265\057\375\000\130'
	printf "\\$(printf %03o $((n & 255)))"
	printf "\\$(printf %03o $((n >> 8 & 255)))"
	printf "\\$(printf %03o $((n >> 16)))"
	cat "$1"
}

help_and_version() {
	run "$tool" --help
	cp "$out" help
	ok "$tool --help: exit 0, nothing on stderr" \
	    [ "$status" = 0 -a ! -s "$err" ]
	ok "$tool --help: at most 80 columns" \
	    awk 'length > 80 { exit 1 }' help
	ok "$tool --help: usage, options, exit status, two examples" awk '
		/^usage: / { u = 1 }
		/^Options:$/ { o = 1 }
		/^Exit status:$/ { s = 1 }
		x && /^  [^ ]/ { n++ }
		/^Examples:$/ { x = 1 }
		END { exit !(u && o && s && n == 2) }' help
	run "$tool" --version
	ok "$tool --version" \
	    grep -Eq "^$tool \(newsutils\) [0-9]+\.[0-9]+\.[0-9]+" "$out"
	run sh -c "$tool --help >/dev/full"
	fails "$tool --help on a full disk" "$tool: standard output: "
}

bad_options() {
	run "$tool" --nonesuch
	fails "$tool: a bad option is named" "option '--nonesuch'"
	ok "$tool: and the message hints at --help" \
	    grep -Fq "$tool --help" "$err"
	run "$tool" "--no$(printf '\033\302\233\342\200\256')such"
	fails "$tool: and is escaped" 'no\\x1b\\u\{009b\}\\u\{202e\}such'
	run "$tool" -'?'
	fails "$tool: a bad letter is named" "option '-\?'"
	has --csv || return
	run "$tool" $args --excel $work
	fails "$tool: --excel without --csv" "$tool: --excel"
	run "$tool" $args --csv --json $work
	fails "$tool: --csv with --json" "$tool: --csv"
	run "$tool" $args --offsets=miles $work
	has --offsets &&
	    fails "$tool: a bad choice is named" "'miles' for --offsets"
}

# Run on the sample: what the other tests compare with.
plain_run() {
	run "$tool" $args <$work
	ok "$tool: works the sample" \
	    [ "$status" = 0 -a -s "$out" -a ! -s "$err" ]
	cp "$out" plain
	run "$tool" $args - <$work
	same "$tool: - is standard input" 0 plain
	run "$tool" $args $work
	same "$tool: a file as from standard input" 0 plain
	run "$tool" $args -- $work
	same "$tool: -- ends the options" 0 plain
}

bad_files() {
	for f in missing folder /proc/self/mem; do
		run "$tool" $args $f
		fails "$tool: $f is named" "^$tool: $f: "
		ok "$tool: $f gives no output" [ ! -s "$out" ]
	done
	never=
	has --headers && never=--headers=never
	run "$tool" $args $never missing $work folder
	fails "$tool: both bad files are named" '^[a-z-]*: folder: '
	ok "$tool: the good one between them is worked" cmp -s plain "$out"
	run "$tool" $args "$(printf 'no\033\nsuch')"
	fails "$tool: a file name is escaped" 'no\\x1b\\nsuch: '
	[ "$(id -u)" = 0 ] && return
	: >locked
	chmod 0 locked
	run "$tool" $args locked
	fails "$tool: an unreadable file is named" "^$tool: locked: "
}

bad_output() {
	run sh -c "$tool $args <$work >/dev/full"
	fails "$tool: a full disk" "^$tool: standard output: "
	run sh -c "$tool $args <$work >&-"
	fails "$tool: a closed stdout" "^$tool: standard output: "
	run "$stage" gone "$tool" $args <$work
	ok "$tool: the reader has gone: SIGPIPE" \
	    [ "$status" = 141 -a ! -s "$err" ]
	run "$stage" ignored "$tool" $args <$work
	ok "$tool: the reader has gone, SIGPIPE ignored: quiet exit 2" \
	    [ "$status" = 2 -a ! -s "$err" ]
}

as_plain() { # NAME FILE: FILE is worked as the sample is
	run "$tool" $args <"$2"
	same "$tool: $1" 0 plain
}

streams() {
	run "$stage" drip "$tool" $args <$work
	same "$tool: one byte at a time" 0 plain
	run "$stage" refuse "$tool" $args <$work
	same "$tool: pipes that refuse" 0 plain
	head -c 400 $work >a
	tail -c +401 $work >b
	gzip -c $work >in
	as_plain gzip in
	zstd_frame $work >in
	as_plain Zstandard in
	{ gzip -c a && gzip -c b; } >in
	as_plain 'two gzip members' in
	{ zstd_frame a && zstd_frame b; } >in
	as_plain 'two Zstandard frames' in
	for f in 'gzip -c' zstd_frame; do
		$f $work | head -c 300 >cut
		run "$tool" $args cut
		fails "$tool: $f cut off" "^$tool: cut: .*cut off"
	done
	run sh -c "$tool $args <&-"
	fails "$tool: a closed stdin" "^$tool: standard input: "
}

# What no byte may do: crash, hang, or make a failure.
any_bytes() {
	tr '\n' '\0' <$work >nul
	awk 'BEGIN { srand(7); for (i = 0; i < 65536; i++)
		printf "%c", int(rand() * 256) }' >noise
	for f in word4m line4m nul4m nul noise bad; do
		run "$tool" $args <$f
		ok "$tool: $f is worked" [ "$status" = 0 ]
		[ $kind = copies ] && [ $tool = sentsplit ] || continue
		tr -d ' \t\r\n\v\f' <$f >want
		tr -d ' \t\r\n\v\f' <"$out" | cmp -s - want &&
		    pass "$tool: $f keeps its bytes" ||
		    fail "$tool: $f keeps its bytes"
	done
	: >empty
	run "$tool" $args empty
	is "$tool: empty input, empty output" 0 ''
}

line_ends() {
	sed 's/$/\r/' $work >crlf
	run "$tool" $args <crlf
	tr -d '\r' <"$out" >lf
	ok "$tool: CRLF as LF" cmp -s lf plain
	head -c -1 $work >cut
	as_plain 'no newline at the end' cut
	{ printf '\357\273\277' && cat $work; } >bom
	run "$tool" $args <bom
	if [ $kind = copies ]; then
		{ printf '\357\273\277' && cat plain; } >want
	else
		cp plain want
	fi
	same "$tool: a BOM is no part of the text" 0 want
}

documents() {
	{ printf '\fa\tdate=2031-05-02\n' && cat $work; } >a
	{ printf '\fb\n' && cat short.txt; } >b
	cat a b >ab
	with=
	has -H && with=-H
	run "$tool" $args $with a
	cp "$out" want
	run "$tool" $args $with b
	cp "$out" want_b
	[ $kind = copies ] || ok "$tool -H: the document comes first" \
	    awk -F '\t' '$1 != "b" { exit 1 }' want_b
	cat want_b >>want
	run "$tool" $args $with ab
	same "$tool: no state crosses a document border" 0 want
	cat b a | run "$stage" alive "$tool" $args $with
	head -c "$(wc -c <want_b)" "$out" >first
	ok "$tool: a finished document is shown at once" cmp -s first want_b
	[ $kind = copies ] || return
	"$tool" $args sample.txt short.txt >got
	run grep -a "^$(printf '\f')" got
	is "$tool: each file has its mark" 0 '\fsample.txt\n\fshort.txt\n'
	"$tool" $args ab >got
	run grep -a "^$(printf '\f')" got
	is "$tool: marks are copied" 0 '\fa\tdate=2031-05-02\n\fb\n'
}

formats() {
	run "$tool" $args --csv $work
	cp "$out" csv
	ok "$tool --csv: the columns" [ "$(head -n 1 csv)" = "$columns" ]
	run "$tool" $args --csv --no-header $work
	tail -n +2 csv >want
	same "$tool --no-header: the same without them" 0 want
	run "$tool" $args --csv --excel $work
	ok "$tool --excel: BOM and CRLF" awk '
		NR == 1 && !/^\357\273\277/ || !/\r$/ { exit 1 }' "$out"
	run "$tool" $args --json <bad
	iconv -f UTF-8 -t UTF-8 <"$out" >text 2>/dev/null
	ok "$tool --json: objects in UTF-8" awk '
		!/^\{"[a-z_]+":.*\}$/ { exit 1 }
		END { exit NR == 0 }' text
	run "$tool" $args --csv empty
	is "$tool --csv: empty input, a header line" 0 "$columns\n"
	has --offsets || return
	run "$tool" $args --csv --offsets=chars $work
	same "$tool --offsets=chars: ASCII as bytes" 0 csv
}

exit_status() {
	run "$tool" $args -e <$work
	same "$tool -e: something was found" 0 plain
	run "$tool" $args -e <empty
	is "$tool -e: nothing was found" 1 ''
}

printf '"We w\377on," said Ada Quill \342\200 in Oslo\355\240\200.\n' >bad

for tool in "$build"/*; do
	[ -f "$tool" ] && [ -x "$tool" ] || continue
	tool=${tool##*/}
	describe "$tool"
	help_and_version
	bad_options
	case $kind in trains | compares) continue ;; esac
	plain_run
	bad_files
	bad_output
	streams
	[ $kind = converts ] && continue
	any_bytes
	line_ends
	[ $kind = counts ] || documents
	has --csv && formats
	has -e && exit_status
done
printf 'Ada came. Bob left. And th' >in
run sh -c "$stage alive sentsplit <in | head -n 2"
is 'sentsplit: a sentence is shown as soon as it is sure' 0 \
    'Ada came.\nBob left.\n'
done_testing
