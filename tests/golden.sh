#!/bin/sh
# golden.sh BUILD - writes tests/golden/*/*.out and the output of the manual
# pages' examples anew from the tools in BUILD, for a person to read in git diff
# before they are committed. See golden.t and man.t. With PAGE ... after BUILD:
# only those pages.
tests=$(cd "${0%/*}" && pwd)
build=$(cd "$1" && pwd) || exit 1
man=$(cd "$tests/../man" && pwd)
PATH=$build:$PATH
LC_ALL=C
TERM=dumb
export PATH LC_ALL TERM
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT

page() { # PAGE
	rm -rf "$tmp"/*
	cp -r "$tests/articles" "$tmp/articles"
	n=$(awk -v dir="$tmp" -f "$tests/examples.awk" "$1")
	cd "$tmp/articles" || exit 1
	i=0
	while [ $((i += 1)) -le "$n" ]; do
		sh "$tmp/$i.sh" >"$tmp/$i.want" 2>&1
	done
	awk -v dir="$tmp" -v fill=1 -f "$tests/examples.awk" "$1" >"$tmp/new"
	cat "$tmp/new" >"$man/${1##*/}"
}

if [ $# -gt 1 ]; then
	shift
	for p; do
		page "$man/${p##*/}"
	done
	exit
fi
for p in "$man"/*; do
	page "$p"
done
for want in "$tests"/golden/*/*.out; do
	base=${want%.out}
	tool=$(basename "$(dirname "$base")")
	case=${base##*/}
	in=$base.in
	[ -e "$in" ] || in=$tests/articles/${case%%.*}.txt
	args=
	[ -e "$base.args" ] && read -r args <"$base.args"
	cd "${base%/*}" || exit 1
	eval "$tool $args" <"$in" >"$want" || exit
done
