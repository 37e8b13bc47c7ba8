#!/bin/sh
# man.t - manual pages: lint-clean, with the sections a page needs; options
# and description equal to --help; every example gives the output shown.
. "${0%/*}/tap.sh"
cd "$tests/.." || exit 1
man=$PWD/man

page_options() { # PAGE: its option list, "-k" and "--top", sorted
	awk '/^\.It Fl/ {
		for (i = 2; i <= NF; i++)
			if ($i ~ /^[A-Z][a-z]$/)
				flag = $i == "Fl"
			else if (flag && $i != ",")
				print "-" $i
	}' "$1" | sort
}

help_options() { # TOOL
	"$1" --help | sed -n '/^Options:/,/^$/s/^ *-/-/p' |
	    sed 's/  .*//; s/=.*//; s/, /\n/' | sort
}

examples() { # PAGE
	dir=$tmp/${1##*/}
	mkdir "$dir"
	cp -r "$tests/articles" "$dir/articles" # they may leave files
	n=$(awk -v dir="$dir" -f tests/examples.awk "$1")
	ok "${1##*/}: has examples" [ "$n" -ge "$2" ]
	i=0
	while [ $((i += 1)) -le "$n" ]; do
		cd "$dir/articles" || exit 1
		run sh "$dir/$i.sh"
		cd "$tests/.." || exit 1
		cat "$err" >>"$out"
		if cmp -s "$dir/$i.want" "$out"; then
			pass "${1##*/}: example $i"
		else
			fail "${1##*/}: $(cat "$dir/$i.sh")"
			diff -a "$dir/$i.want" "$out" | sed 's/^/# /'
		fi
	done
}

for source in tools/*.c; do
	tool=$(basename "$source" .c)
	page=$man/$tool.1
	if [ ! -e "$page" ]; then
		fail "$tool has a manual page"
		continue
	fi
	page_options "$page" >"$tmp/page"
	help_options "$tool" >"$tmp/help"
	run cat "$tmp/page"
	same "$tool.1: the options of --help" 0 "$tmp/help"
	about=$(sed -n 's/^\.Nd //p' "$page")
	ok "$tool.1: the description of --help" [ "$about" = "$(
	    "$tool" --help | sed '/^usage:/d; /^       /d; /^$/,$d' |
	    tr '\n' ' ' | sed 's/ $//')" ]
	for s in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES 'SEE ALSO'
	do
		grep -qx "\.Sh $s" "$page" || echo "$s"
	done >"$tmp/missing"
	ok "$tool.1: its sections: $(cat "$tmp/missing")" \
	    [ ! -s "$tmp/missing" ]
done
for page in "$man"/*.[1-9]; do
	[ -e "$page" ] || continue
	run mandoc -T lint -W warning "$page"
	is "${page##*/}: lint" 0 ''
	case $page in
	*.1) examples "$page" 2 ;;
	*.7) examples "$page" 10 ;;
	*) examples "$page" 0 ;;
	esac
done
done_testing
