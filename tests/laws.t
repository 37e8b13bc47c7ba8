#!/bin/sh
# laws.t - what holds for any bytes and every tool: how the input arrives, in
# which surroundings, and what came before do not matter; what is written can
# be read back. Bytes: articles, noise, hostile shapes, what fuzzing found.
. "${0%/*}/tap.sh"

chunks=$build/faults/chunks
shape=$build/hostile/shape

# The first: an article in two documents; the second: no text at all.
{ printf '\fa\tdate=2031-05-02\n' && cat "$tests/articles/harbour.txt"
	printf '\fb\r\nMs. Ada Quill spoke in Oslo.\r\n"We w\377on," she said.'
} >01-documents
$shape noise 9000 >02-noise
cp "$tests/articles/harbour.txt" 03-article
{ cat "$tests"/articles/*.txt | head -c 30000; } >04-articles
n=10
for s in documents odd-quotes pairs quotations new-names abbreviations \
    initials crlf-lines bad-bytes cut-sequences nul-lines marks boms \
    headlines bullets tabs form-feeds; do
	$shape $s 1500 >$n-$s
	n=$((n + 1))
done
for f in "$tests"/fuzz/seeds/*/*; do
	[ -f "$f" ] && cp "$f" "$n-seed" && n=$((n + 1))
done
bytes=$(echo [0-9]*)

describe() {
	args=
	kind=records
	case $1 in
	strip-boilerplate | sentsplit) kind=copies ;;
	wordfreq) kind=counts ;;
	keyness) kind=two ;;
	colloc) kind=counts args=port ;;
	newscat) kind=converts args=--from=text ;;
	newstrain) kind=trains ;;
	esac
	case $kind in
	copies | converts) forms=plain ;;
	*) forms='--csv' ;;
	esac
}

# Keeps $out and the status as what other runs must give.
keep() { # FILE
	cp "$out" "$1"
	echo "$status" >"$1.status"
}

law() { # NAME: no line of trouble may be in the file broken
	name=$1
	ok "$name" [ ! -s broken ] || head -n 10 broken | sed 's/^/# /'
	: >broken
}
: >broken

hold() { # FILE WHAT: the last run gave what was kept
	[ "$(cat "$1.status")" = "$status" ] && cmp -s "$1" "$out" ||
	    echo "$2" >>broken
}

each_arrival() {
	mkfifo fifo
	for f in $bytes; do
		run "$tool" $args $form <$f
		keep want
		[ "$status" = 0 ] || echo "$f: status $status" >>broken
		several=2
		case $f in 01* | 02*) several=25 ;; esac
		for seed in $(seq $several); do
			run "$chunks" $seed "$tool" $args $form <$f
			hold want "$f: chunking $seed"
		done
		run "$tool" $args $form <$f
		hold want "$f: twice"
		gzip -c $f >packed
		run "$tool" $args $form <packed
		hold want "$f: gzip"
		cat $f >fifo &
		run "$tool" $args $form <fifo
		hold want "$f: FIFO"
		wait
	done
	rm fifo
	law "$tool: chunks, gzip, a FIFO and a second run change nothing"
}

surroundings() {
	cp 01-documents named
	run "$tool" $args $form <named
	keep want
	run env -i PATH="$PATH" LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu \
	    "$tool" $args $form <named
	hold want 'a Turkish locale, another time zone'
	run env LC_ALL=de_DE LC_NUMERIC=de_DE LANG=ar "$tool" $args $form \
	    <named
	hold want 'a decimal comma'
	run env MALLOC_PERTURB_=165 "$tool" $args $form <named
	hold want 'memory that is not zero'
	run env COLUMNS=20 TERM=xterm NO_COLOR=1 HOME=/nonexistent \
	    TMPDIR=/nonexistent "$tool" $args $form <named
	hold want 'a small terminal, no home'
	run sh -c "cd / && exec $tool $args $form" <named
	hold want 'another folder'
	run sh -c "umask 777 && exec $tool $args $form" <named
	hold want 'another umask'
	run "$tool" $args $form named
	cp "$out" file
	run "$tool" $args $form ./named
	cmp -s file "$out" || echo 'the path matters' >>broken
	run env -i "$build/$tool" --no-sandbox $args $form named
	cmp -s file "$out" || echo 'the sandbox shows' >>broken
	law "$tool: surroundings do not matter"
}

# Each pair of documents: what one leaves behind the next may not see.
one_after_another() {
	[ -z "$form" ] || form="$form --no-header"
	last=01-documents
	for f in $bytes; do
		for g in $f $last; do
			{ printf '\f%s\n' $g && tr '\f' ' ' <$g && echo; } >$g.d
			run "$tool" $args $form <$g.d
			cat "$out"
		done >want
		cat $f.d $last.d >both
		run "$tool" $args $form <both
		cmp -s want "$out" || echo "$f, then $last" >>broken
		last=$f
	done
	law "$tool: out(A then B) is out(A), then out(B)"
}

# RFC 4180, read by a machine of our own: every record of as many fields as
# the header names; and the text between start and end is the field's.
read_back() {
	for f in $bytes; do
		tr -d '\000\r\f' <$f >plain
		run "$tool" $args --csv plain
		LC_ALL=C awk -v file="$f" '
		function field(text) {
			if (!head)
				column[text] = ++columns
			value[++n] = text
		}
		function record() {
			if (n != columns)
				print file ": " n " fields in record " NR
			head = 1
			n = 0
		}
		# Adds a line to the open field, or begins one.
		function take(line,   c, i) {
			for (i = 1; i <= length(line); i++) {
				c = substr(line, i, 1)
				if (quoted && c == "\"" &&
				    substr(line, i + 1, 1) == "\"") {
					text = text c
					i++
				} else if (c == "\"") {
					if (!quoted && text != "")
						print file ": a stray quote"
					quoted = !quoted
				} else if (c == "," && !quoted) {
					field(text)
					text = ""
				} else {
					text = text c
				}
			}
		}
		{
			take($0)
			if (quoted) {
				text = text "\n"
				next
			}
			field(text)
			text = ""
			record()
		}
		END {
			if (quoted || NR == 0)
				print file ": ends in a field"
		}' "$out" >>broken
	done
	law "$tool --csv: every record is read back whole"
}

lossless() {
	case $tool in
	sentsplit)
		for f in $bytes; do
			run sentsplit <$f
			cp "$out" once
			tr -d ' \t\r\n\v\f' <$f >want
			tr -d ' \t\r\n\v\f' <once | cmp -s want - ||
			    echo "$f: bytes" >>broken
			run sentsplit <once
			cmp -s once "$out" || echo "$f: twice" >>broken
		done
		law 'sentsplit keeps every byte, and is idempotent'
		;;
	strip-boilerplate)
		for f in $bytes; do
			[ -s $f ] && printf '\n' | cat $f - >in
			tr -d '\f' <in >lines
			run strip-boilerplate <lines
			cat "$out" >both
			run strip-boilerplate --invert <lines
			cat "$out" >>both
			sort both >got
			sort lines | cmp -s - got || echo "$f" >>broken
		done
		law 'strip-boilerplate and --invert share the lines out'
		;;
	wordfreq)
		for f in $bytes; do
			{ tr '\f' ' ' <$f && echo; } >line
			run wordfreq line
			cat "$out"
		done | awk -F '\t' '{ n[$2] += $1 }
			END { for (w in n) print n[w] "\t" w }' | sort >got
		for f in $bytes; do tr '\f' ' ' <$f && echo; done >all
		run wordfreq all
		sort "$out" | diff -a - got | head -n 10 >>broken
		law 'wordfreq: counts of parts add up'
		;;
	esac
}

for tool in "$build"/*; do
	[ -f "$tool" ] && [ -x "$tool" ] || continue
	tool=${tool##*/}
	describe "$tool"
	[ $kind = trains ] || [ $kind = two ] && continue
	for form in $forms; do
		[ $form = plain ] && form=
		each_arrival
		surroundings
		[ $kind = counts ] || one_after_another
	done
	"$tool" --help | grep -q '^  *--csv' && read_back
	lossless
done
done_testing
