#!/bin/sh
# style.t - what the house's style measures: lines, functions, files, words
# that have no place.
. "${0%/*}/tap.sh"
cd "$tests/.." || exit 1

none() { # NAME: nothing may be in the file found
	name=$1
	ok "$name" [ ! -s "$tmp/found" ] || sed 's/^/# /' "$tmp/found"
}

code=$(echo lib/*.[ch] tools/*.c tests/*.c tests/*/*.[ch])
awk '{ line = $0; width = 0
	while ((i = index(line, "\t")) > 0) {
		width += i - 1; width += 8 - width % 8
		line = substr(line, i + 1)
	}
	gsub(/[\200-\277]/, "", line)
	if (width + length(line) > 80) print FILENAME ":" FNR }' \
    $code Makefile tests/*.mk tests/*.sh tests/*.t tests/*.awk >"$tmp/found"
none 'no line over 80 columns'
grep -nE '[ 	]+$' $code README.md man/*.[1-9] tests/*.t >"$tmp/found"
none 'no blanks at a line end'

awk -f tests/functions.awk lib/*.c tools/*.c >"$tmp/functions"
awk '$3 > 60' "$tmp/functions" >"$tmp/found"
none 'no function over 60 lines'
awk '$4 > 4' "$tmp/functions" >"$tmp/found"
none 'no block nested over 4 deep'
awk '$5 > 6' "$tmp/functions" >"$tmp/found"
none 'no function of more than 6 parameters'
sort -k 3,3n "$tmp/functions" | awk '
	{ lines[NR] = $3 }
	END {
		m = lines[int((NR + 1) / 2)]; p = lines[int(NR * 0.95 + 0.5)]
		print "# " NR " functions: median " m ", 95th percentile " p \
		    ", longest " lines[NR] " lines"
		if (m > 12 || p > 50)
			print "median " m ", 95th percentile " p >found
	}' found="$tmp/found"
none 'functions: median of at most 12 lines, 95th percentile 50'

for f in tools/*.c; do
	[ "$(wc -l <"$f")" -le 150 ] || echo "$f"
	awk -f tests/functions.awk "$f" | tail -n 1 | awk '
		$2 != "main" || $3 > 42 { print $1 ": " $2 ", " $3 " lines" }'
done >"$tmp/found"
none 'tools: at most 150 lines, main last and at most 40'
wc -l lib/*.[ch] | awk '$1 > 470 && $2 != "total"' >"$tmp/found"
none 'modules: at most 470 lines'

grep -nwE 'printf|fprintf|puts|putchar|perror|stdout|stderr|exit|_exit|abort' \
    lib/*.c | grep -Ev '^lib/cli\.c|^lib/arena\.c:.*abort' |
    grep -vE ':[	 ]*(/\*|\*)' >"$tmp/found"
none 'the library never prints and never exits'
banned='setlocale|is(alpha|space|upper|lower|digit|alnum)|to(lower|upper)|
mbrtowc|wchar_t|strtok|gets|sprintf|strcpy|strcat|rand|system|popen|fork'
grep -nwE "$(echo "$banned" | tr -d '\n')" lib/*.c tools/*.c |
    grep -vE ':[	 ]*(/\*|\*)' >"$tmp/found"
none 'nothing depends on the locale, no unsafe calls'
git grep -InwE 'TO''DO|FIX''ME|XX''X' >"$tmp/found"
none 'nothing is left to do'

for f in lib/data/*.txt; do
	[ -e "$f" ] || continue
	head -n 5 "$f" | grep -q '^#' || echo "$f: no line about its source"
	grep -v '^#' "$f" | grep . | sort -c -u 2>&1
done >"$tmp/found"
none 'lib/data: sorted by bytes, unique, with a source line'
git ls-files | cut -d / -f 1 | sort -u |
    grep -vxE '\..*|tools|lib|man|tests|Makefile|README.md|LICENSE' \
    >"$tmp/found"
none 'nothing else at the top'
done_testing
