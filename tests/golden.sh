#!/bin/sh
# golden.sh BUILD - writes tests/golden/*/*.out anew from the tools in BUILD,
# for a person to read in git diff before they are committed. See golden.t.
tests=$(cd "${0%/*}" && pwd)
build=$(cd "$1" && pwd) || exit 1
for want in "$tests"/golden/*/*.out; do
	base=${want%.out}
	tool=$(basename "$(dirname "$base")")
	case=${base##*/}
	in=$base.in
	[ -e "$in" ] || in=$tests/articles/${case%%.*}.txt
	args=
	[ -e "$base.args" ] && read -r args <"$base.args"
	cd "${base%/*}" || exit 1
	eval "$build/$tool $args" <"$in" >"$want" || exit
done
