#!/bin/sh
# golden.sh TOOL - the golden cases of one tool, up to the first that differs.
cd "${0%/*}/../golden" || exit 1
golden=$PWD
for want in "$golden/$1"/*.out; do
	[ -e "$want" ] || exit 0
	base=${want%.out}
	case=${base##*/}
	in=$base.in
	[ -e "$in" ] || in=$golden/../articles/${case%%.*}.txt
	args=
	[ -e "$base.args" ] && read -r args <"$base.args"
	cd "${base%/*}" || exit 1
	eval "$1 $args" <"$in" 2>&1 | cmp -s "$want" - || exit 1
done
