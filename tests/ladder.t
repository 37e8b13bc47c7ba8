#!/bin/sh
# ladder.t - a module includes only lower ones: read off the #include lines.
# Files of a family (name, name_part) stand on one rung.
. "${0%/*}/tap.sh"
cd "$tests/.." || exit 1

ladder='str arena utf8 buf err opt reader input place table out record
	token stem model train source sent clean freq name quote
	sandbox cli'

family() { # FILE
	set -- "${1##*/}"
	set -- "${1%.[ch]}"
	echo "${1%%_*}"
}

rung() { # FILE: its number on the ladder, or nothing
	family=$(family "$1")
	n=0
	for r in $ladder; do
		n=$((n + 1))
		[ "$r" = "$family" ] && echo $n
	done
}

climbs() { # FILE: the includes that are not lower
	here=$(rung "$1")
	for h in $(sed -n 's/^#include "\(.*\.h\)"/\1/p' "$1"); do
		there=$(rung "$h")
		[ "${there:-99}" -le "$here" ] || echo "$h"
	done
}

for f in lib/*.[ch]; do
	if [ -z "$(rung "$f")" ]; then
		fail "$f is on the ladder"
		continue
	fi
	up=$(climbs "$f")
	ok "$f includes nothing above it: $up" [ -z "$up" ]
done
for f in lib/*.c; do
	own=$(sed -n 's/^#include "\(.*\)"/\1/p' "$f" | head -n 1)
	ok "$f begins with its family's header" \
	    [ "$(family "$own")" = "$(family "$f")" ]
done
users() { # HEADER: the files that include it
	echo $(grep -El "^#include <($1)>" lib/*.[ch] tools/*.c)
}
ok 'only utf8 uses utf8proc' [ "$(users utf8proc.h)" = lib/utf8.c ]
ok 'only record writes CSV' [ "$(grep -lw csv_write lib/*.c)" = lib/record.c ]
ok 'only reader decompresses' [ "$(users zstd.h)" = lib/reader.c ]
ok 'only tools include cli.h' \
    [ -z "$(grep -l '#include "cli.h"' lib/*.[ch] | grep -v '/cli')" ]
done_testing
