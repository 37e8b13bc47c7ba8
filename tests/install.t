#!/bin/sh
# install.t - what make install puts where, and that uninstall leaves nothing.
. "${0%/*}/tap.sh"
cd "$tests/.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
top=$tmp/top

for f in tools/*.c; do
	tool=$(basename "$f" .c)
	echo "755 usr/bin/$tool"
	echo "644 usr/share/bash-completion/completions/$tool"
done >"$tmp/manifest"
for f in man/*.[1-9]; do
	[ -e "$f" ] && echo "644 usr/share/man/man${f##*.}/${f##*/}"
done >>"$tmp/manifest"
sort -k 2 "$tmp/manifest" >"$tmp/want"

run make BUILD="$build" DESTDIR="$top" PREFIX=/usr install
ok 'make install' [ "$status" = 0 ]
(cd "$top" && find . -type f -printf '%m %P\n' | sort -k 2) >"$tmp/got"
ok 'the manifest' cmp -s "$tmp/want" "$tmp/got"
diff "$tmp/want" "$tmp/got" | sed 's/^/# /'
run "$top/usr/bin/sentsplit" --version
ok 'an installed tool runs' [ "$status" = 0 ]
for f in "$top"/usr/share/bash-completion/completions/*; do
	bash -n "$f" && grep -q -- --help "$f" || echo "$f"
done >"$tmp/bad"
ok 'completions are read by bash' [ ! -s "$tmp/bad" ]
run make BUILD="$build" DESTDIR="$top" PREFIX=/usr uninstall
ok 'make uninstall' [ "$status" = 0 ]
ok 'uninstall leaves no file' [ -z "$(find "$top" -type f)" ]
done_testing
