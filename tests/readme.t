#!/bin/sh
# readme.t - README's pipelines give the output that it shows; the commands and
# tools that it names are there. With FILL set README is written anew instead.
. "${0%/*}/tap.sh"
readme=$tests/../README.md

# Pipelines stand between lines of three backquotes, each line of commands
# begins with "$ ". Those of a block are one script, in a copy of the tree.
awk -v dir="$tmp" '
	/^```$/ { inside = !inside; n += inside; next }
	!inside { next }
	/^\$ / { print substr($0, 3) >(dir "/" n ".sh"); next }
	{ print >(dir "/" n ".want") }' "$readme"
mkdir tests
cp -r "$tests/articles" tests
n=0
while [ -e $((n += 1)).sh ]; do
	: >>$n.want
	run sh $n.sh
	cat "$err" >>"$out"
	[ -n "${FILL-}" ] && cp "$out" $n.want
	same "pipeline $n" 0 $n.want
done
if [ -n "${FILL-}" ]; then
	awk -v dir="$tmp" '
		/^```$/ && inside {
			while ((getline line <(dir "/" n ".want")) > 0)
				print line
		}
		/^```$/ { inside = !inside; n += inside; print; next }
		!inside || /^\$ /' "$readme" >new
	cp new "$readme"
fi
ok 'there is a pipeline' [ $n -gt 1 ]
ok 'at most 250 lines' [ "$(wc -l <"$readme")" -le 250 ]
for target in $(grep -o 'make [a-z]*' "$readme" | sed 's/make //' | sort -u)
do
	case $target in
	demo | check | install | uninstall | lint | bench | fuzz | scale)
		ok "make $target" grep -q "^$target:" \
		    "$tests/../Makefile" "$tests/check.mk"
		;;
	esac
done
for tool in "$tests"/../tools/*.c; do
	tool=$(basename "$tool" .c)
	ok "names $tool" grep -q "^| \`$tool\`" "$readme"
done
for tool in $(sed -n 's/^| `\([a-z-]*\)` .*/\1/p' "$readme"); do
	ok "$tool is there" [ -x "$build/$tool" ]
done
done_testing
