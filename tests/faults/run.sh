#!/bin/sh
# run.sh BUILD LIMIT - makes the inputs of the runs and injects LIMIT faults (0:
# all that are possible) into the tools of BUILD.
here=$(cd "${0%/*}" && pwd)
build=$(cd "$1" && pwd) || exit 1
tmp=$(mktemp -d "${TMPDIR:-/tmp}/newsutils.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cd "$tmp" || exit 1
PATH=$build:$PATH
LC_ALL=C
export PATH LC_ALL

cp "$here/../articles/harbour.txt" sample.txt
gzip -c sample.txt >sample.gz
{ printf '\fa\tdate=2031-05-02\n' && cat sample.txt
	printf '\fb\nMs. Ada Quill spoke in Oslo. "We won," she said.\n'
} >docs.txt
gzip -c docs.txt >docs.gz
printf '"We w\377on," said Ad\200a Quill \342\200 in Os\355\240\200lo.\n\0\n' \
    >bad.txt
# Larger than the readers' buffers, and not easy to compress.
awk 'BEGIN { srand(3); while (n++ < 1300) {
	for (i = 0; i < 9; i++)
		printf "%c%x ", 65 + rand() * 26, rand() * 1048576
	print "said Ada Quill." } }' >big.txt
gzip -c big.txt >big.gz
"$build/faults/zst" <big.txt >big.zst
printf 'id,title,text\n1,Rain,"One day in Oslo, ""it"" rained."\n2,,Dry.\n' \
    >articles.csv
printf '{"title":"Rain","text":"It\\u0020rained.\\n"}\n{"text":"Dry."}\n' \
    >articles.jsonl
{
	printf 'id;text\n1;"Caf\351 or-\nca orca"\n2;"x"y\n'
	printf '3;don\303\242\342\202\254\342\204\242t\n'
} >bad.csv
printf '{"title":"Rain","text":"\\ud83d"}\n{"text":}\n{}\n' >bad.jsonl
printf '3\tport\n2\tthe\n' >counts.tsv
mkdir -p folder corpus/inner
cp sample.txt articles.csv corpus
cp docs.gz corpus/inner

grep -v '^#' "$here/runs" | while read -r input tool args; do
	[ -x "$build/$tool" ] && echo "$input $tool $args"
done >runs
"$build/faults/faults" "$build/faults/shim.so" "$2" <runs
