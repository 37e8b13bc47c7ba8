#!/bin/sh
# lint.sh BUILD PAGE ... - what compilers, analysers and mandoc find: nothing
# may be left. LINT_CC: the compilers (clang must be among them). Ends with
# "N passed, N failed".
build=$1
shift
passed=0
failed=0

check() { # NAME COMMAND ...; silence is expected
	name=$1
	shift
	if found=$("$@" 2>&1) && [ -z "$found" ]; then
		passed=$((passed + 1))
		echo "ok - $name"
		return
	fi
	failed=$((failed + 1))
	echo "not ok - $name"
	echo "$found" | tail -n 40
}

warnings() { # COMPILER: a whole build
	make -s -j2 BUILD="$build/lint-$1" CC="$1" CFLAGS='-O2 -Werror' \
	    all units
}

tidy() {
	checks='-*,bugprone-*,misc-redundant-expression'
	for not in easily-swappable-parameters narrowing-conversions \
	    implicit-widening-of-multiplication-result branch-clone \
	    sizeof-expression signed-char-misuse \
	    not-null-terminated-result; do
		checks=$checks,-bugprone-$not
	done
	export checks build
	printf '%s\0' lib/*.c tools/*.c | xargs -0 -n 4 -P 2 sh -c '
		clang-tidy --quiet --checks="$checks" "$@" -- -std=c11 \
		    -D_GNU_SOURCE -DVERSION="\"0\"" -Ilib \
		    -I"$build/lint-clang/data" 2>/dev/null' tidy
}

unset MAKEFLAGS MFLAGS MAKELEVEL
for cc in ${LINT_CC:-gcc clang}; do
	check "$cc: no warning" warnings "$cc"
done
check 'clang-tidy' tidy
for page; do
	check "$page" mandoc -T lint -W warning "$page"
done
for script in tests/*.sh tests/*.t tests/*/*.sh; do
	check "$script" sh -n "$script"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
