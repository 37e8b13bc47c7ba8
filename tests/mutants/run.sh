#!/bin/sh
# run.sh BUILD [MODULE ...] - puts faults into modules of lib, all in one build,
# and runs for each the tests that come to it: the module's own unit test
# first, then the others, the quickest first, up to one that fails. A test may
# take thrice its usual time of the processor and two seconds; others' tests that
# take more than SLOW milliseconds are left out. Lists the mutants that none of
# them sees; tests/mutants/survivors has them with the reason.
here=$(cd "${0%/*}" && pwd)
build=$1
shift
[ $# -gt 0 ] || set -- str arena utf8 buf err opt reader input place out \
    record table token stem model model_chain train cli source source_columns \
    source_csv source_json source_mark source_repair source_rows source_scan \
    source_text source_walk source_where source_window
work=$(mkdir -p "$build/mutants" && cd "$build/mutants" && pwd) || exit 1
rm -rf "$work"
mkdir -p "$work/lib" "$work/seen" "$work/tests"
cp "$build"/lib/*.o "$work/lib"
cp "$build/tests/stage" "$work/tests"
version=$(sed -n 's/^VERSION *= *//p' Makefile)
compile="${CC:-cc} -std=c11 -D_GNU_SOURCE -DVERSION=\"$version\" -DNO_SANDBOX -O2 \
    -Ilib -I$build/data -Itests/mutants -Itests/unit"
libs='-lutf8proc -lcsv -lz -lzstd -lstemmer -ljansson -lm'
base=0
$compile -c -o "$work/lib/sandbox.o" lib/sandbox.c
for m; do
	skip=
	# A line whose mutants do not compile stays as it is.
	for try in 1 2 3 4 5 6; do
		n=$(awk -v base=$base -v spots="$work/$m.spots" -v skip="$skip" \
		    -f tests/mutants/mutate.awk lib/$m.c 2>&1 >"$work/$m.c")
		more=$($compile -c -o "$work/lib/$m.o" "$work/$m.c" 2>&1 |
		    sed -n "s,^$work/$m\\.c:\\([0-9]*\\):.*error.*,\\1,p")
		[ -n "$more" ] || break
		for l in $more; do skip="$skip $((l - 1))"; done
	done
	base=$((base + n))
	cat "$work/$m.spots" >>"$work/spots"
done
ar rcs "$work/lib.a" "$work"/lib/*.o "$build"/model/*.o

# The tests: a name and a command a line.
link() { # NAME SOURCE ARGS
	src=$2
	name=$1
	shift 2
	$compile -o "$work/$name" "$src" "$@" "$work/lib.a" $libs -lcmocka
}
for t in tests/unit/*_test.c tests/faults/*_test.c; do
	name=$(basename "$t" .c)
	wrap=
	[ "$name" = io_test ] &&
	    wrap=-Wl,--wrap=read,--wrap=write,--wrap=close,--wrap=poll,--wrap=open
	link $name "$t" $wrap && echo "$name $work/$name"
done >"$work/tests.list"
for t in tools/*.c; do
	tool=$(basename "$t" .c)
	link $tool "$t"
	echo "$tool.golden sh $here/golden.sh $tool"
	[ -e tests/$tool.t ] &&
	    echo "$tool.t sh tests/$tool.t | awk '/^not ok/ { exit 1 }'"
done >>"$work/tests.list"

# How long each takes, and to which mutants it comes. Without a fault all of
# them pass, or they would prove nothing.
BUILD=$work
PATH=$work:$PATH
export BUILD PATH
while read -r name command; do
	head -c 16384 /dev/zero >"$work/seen/$name"
	export MUTANT_SEEN="$work/seen/$name"
	# The status, then minutes and seconds: of the shell, of what it ran.
	(
		timeout 120 sh -c "$command" </dev/null >/dev/null 2>&1
		echo $?
		times
	) | tr 'ms\n' '   ' | awk '{
		print $1, int(($6 * 60 + $7 + $8 * 60 + $9) * 1000)
	}' >"$work/took"
	read -r status took <"$work/took"
	if [ "$status" != 0 ]; then
		echo "$name fails without a mutant and is left out" >&2
		rm "$MUTANT_SEEN"
	else
		echo "$took $name $command"
	fi
done <"$work/tests.list" | sort -n >"$work/tests.timed"
unset MUTANT_SEEN

# For each mutant: its spot, then the numbers of the tests that come to it.
for t in "$work"/seen/*; do
	cmp -l "$t" /dev/zero 2>/dev/null |
	    awk -v t="${t##*/}" '{ print t, $1 - 1 }'
done >"$work/reached"
awk -v OFS='\t' -v slow="${SLOW:-400}" '
	FILENAME ~ /tests.timed$/ { rank[$2] = FNR; took[FNR] = $1; next }
	FILENAME ~ /reached$/ {
		if ($1 in rank)
			reach[$2] = reach[$2] " " rank[$1]
		next
	}
	{
		split($0, part, "\t")
		own = part[2]
		sub(/^lib\//, "", own)
		sub(/\.c:.*/, "_test", own)
		all = split(reach[part[1]], a, " ")
		n = 0
		for (i = 1; i <= all; i++)
			if (took[a[i]] <= slow || a[i] == rank[own] || \
			    a[i] == rank["io_test"])
				r[++n] = a[i]
		for (i = 2; i <= n; i++)
			for (j = i; j > 1 && (r[j] == rank[own] || \
			    (r[j] < r[j - 1] && r[j - 1] != rank[own])); j--) {
				x = r[j]; r[j] = r[j - 1]; r[j - 1] = x
			}
		list = ""
		for (i = 1; i <= n; i++)
			list = list " " r[i]
		print $0, list
	}' "$work/tests.timed" "$work/reached" "$work/spots" >"$work/plan"

cat >"$work/one" <<'END'
work=$1
spot=${2%	*}
tests=${2##*	}
MUTANT=${spot%%	*}
export MUTANT
for t in $tests; do
	sed -n "${t}p" "$work/tests.timed" >"$work/now.$MUTANT"
	read -r took name command <"$work/now.$MUTANT"
	limit=$((took * 3 / 1000 + 2))
	(ulimit -t $limit && exec timeout -s KILL 200 sh -c "$command") \
	    </dev/null >/dev/null 2>&1 ||
	    { printf '%s\n' "$spot	$name" >>"$work/killed"; break; }
	name=
done
rm -f "$work/now.$MUTANT"
[ -n "$tests" ] || name='not reached'
case $name in
'') printf '%s\n' "$spot" ;;
'not reached') printf '%s\n' "$spot	$name" ;;
*) exit 0 ;;
esac >>"$work/survivors"
END
: >"$work/survivors"
: >"$work/killed"
tr '\n' '\0' <"$work/plan" |
    xargs -0 -n 1 -P "${JOBS:-2}" sh "$work/one" "$work"

# What is known to survive is the same line of the same file, wherever it is.
sed 's/:[0-9]*//' "$here/survivors" 2>/dev/null >"$work/known"
for m; do
	echo "$m: $(wc -l <"$work/$m.spots") mutants," \
	    "$(grep -c "lib/$m\\.c" "$work/survivors") alive"
done
alive=$(wc -l <"$work/survivors")
all=$(wc -l <"$work/plan")
echo "$all mutants, $((all - alive)) killed, $alive alive: $work/survivors"
[ $((10 * alive)) -le "$all" ]
