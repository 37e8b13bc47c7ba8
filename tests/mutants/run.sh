#!/bin/sh
# run.sh BUILD [MODULE ...] - puts faults into modules of lib, all in one build,
# runs the unit tests once for each, and lists the mutants that none of them
# sees.
build=$1
shift
[ $# -gt 0 ] || set -- utf8 reader input out record table token buf arena \
    place opt err str model
work=$build/mutants
rm -rf "$work"
mkdir -p "$work/lib"
cp "$build"/lib/*.o "$work/lib"
compile="${CC:-cc} -std=c11 -D_GNU_SOURCE -DVERSION=\"0\" -DNO_SANDBOX -O1 \
    -Ilib -I$build/data -Itests/mutants"
base=0
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
done
ar rcs "$work/lib.a" "$work"/lib/*.o "$build"/model/*.o
link() { # NAME SOURCE ARGS
	src=$2
	name=$1
	shift 2
	$compile -Itests/unit -o "$work/$name" "$src" "$@" "$work/lib.a" \
	    -lutf8proc -lcsv -lz -lzstd -lstemmer -ljansson -lm -lcmocka
}
wrap=-Wl,--wrap=read,--wrap=write,--wrap=close,--wrap=poll,--wrap=open
for m; do
	[ -e tests/unit/${m}_test.c ] && link ${m}_test tests/unit/${m}_test.c
done
link io_test tests/faults/io_test.c $wrap
link cli_test tests/unit/cli_test.c

# Without a fault all of them pass, or they would prove nothing.
for t in "$work"/*_test; do
	"$t" >/dev/null 2>&1 </dev/null && continue
	echo "${t##*/} fails without a mutant and is left out"
	rm "$t"
done

# One mutant: killed by its module's test, or by what stands above it.
cat >"$work/one" <<'END'
work=$1 m=$2 spot=$3
id=${spot%%	*}
for t in ${m}_test io_test token_test input_test cli_test; do
	[ -x $work/$t ] || continue
	MUTANT=$id timeout 10 $work/$t </dev/null >/dev/null 2>&1 || exit 0
done
echo "$spot" >>$work/survivors
END
: >"$work/survivors"
for m; do
	tr '\n' '\0' <"$work/$m.spots" |
	    xargs -0 -n 1 -P "${JOBS:-2}" sh "$work/one" "$work" $m
	alive=$(grep -c "lib/$m\\.c" "$work/survivors")
	echo "$m: $(wc -l <"$work/$m.spots") mutants, $alive alive"
done
alive=$(wc -l <"$work/survivors")
echo "$base mutants, $((base - alive)) killed; alive: $work/survivors"
