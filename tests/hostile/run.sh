#!/bin/sh
# run.sh BUILD [BYTES [TOOL ...]] - what hard texts cost: CPU seconds and peak
# memory of every tool on every shape at BYTES (1 MB), twice and four times as
# many. Four times the text may take five times the time.
build=$(cd "$1" && pwd) || exit 1
bytes=${2:-1000000}
here=$(cd "${0%/*}" && pwd)
[ $# -gt 2 ] && shift 2 || set -- sentsplit strip-boilerplate wordfreq names \
    quotes newscat keyness colloc
tmp=$(mktemp -d "${TMPDIR:-/tmp}/newsutils.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp" || exit 1
"$build/wordfreq" "$here/../articles/harbour.txt" >sample.list

cost() { # FILE: status, seconds, MiB of $tool
	args=
	case $tool in
	keyness) # reads lists of words, no text
		"$build/wordfreq" "$1" >list
		set -- list
		args='sample.list -'
		;;
	colloc) args=port ;;
	newscat) args=--from=text ;;
	esac
	"$build/hostile/cost" "$build/$tool" $args <"$1" 2>&1 >/dev/null |
	    tail -n 1
}

printf '%-18s %-18s %7s %7s %7s %6s %5s\n' tool shape "t(n)" "t(2n)" "t(4n)" \
    ratio MiB
for shape in $("$build/hostile/shape"); do
	# What is behind the first MiB of a mark is text: stay below it.
	case $shape in
	mark-only) part=4 ;;
	*) part=1 ;;
	esac
	for k in 1 2 4; do
		"$build/hostile/shape" $shape $((bytes * k / part)) >$k
	done
	for tool; do
		[ -x "$build/$tool" ] || continue
		echo "$tool $shape" $(cost 1) $(cost 2) $(cost 4)
	done
done | awk '
	# Below 30 ms the clock tells nothing.
	{
		base = $4 < 0.006 ? 0.006 : $4
		ratio = $10 / base
		bad = $3 != 0 || $6 != 0 || $9 != 0 || \
		    ($10 > 0.03 && ratio > 5) || $11 > 600
		printf "%-18s %-18s %7.3f %7.3f %7.3f %6.1f %5d%s\n", $1, $2,
		    $4, $7, $10, ratio, $11, bad ? "  BAD" : ""
		if (bad)
			failed++
		if ($11 > peak[$1])
			peak[$1] = $11
		rows++
	}
	END {
		for (t in peak)
			print "peak of " t ": " peak[t] " MiB"
		printf "%d passed, %d failed\n", rows - failed, failed
		exit failed > 0
	}'
