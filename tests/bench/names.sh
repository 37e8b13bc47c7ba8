#!/bin/sh
# names.sh BUILD CORPUS - names: tokens a second, and CPU against Apache
# OpenNLP, which is trained on all of the same texts first (ten minutes of CPU,
# once, kept in BUILD/bench; the texts are no part of newsutils: NAMES_DATA
# names their folder).
build=$1
corpus=$2
dir=$build/bench
data=${NAMES_DATA:-../shared/data/names}/train
text=$dir/names.txt
head -c 4000000 "$corpus" >"$text"

echo "names: $("$build/names" --iob <"$text" | grep -c '	') tokens"
"$dir/cpu" -v 5 "names::$build/names $text" || exit 1
if ! command -v opennlp >/dev/null; then
	echo 'opennlp: skipped, not installed'
	exit 0
elif [ ! -e "$data/own.txt" ]; then
	echo 'opennlp: skipped, no training data'
	exit 0
fi

# A paragraph a line, names between <START:type> and <END>.
[ -s "$dir/opennlp.bin" ] || python3 - "$data" >"$dir/opennlp.txt" <<'END' ||
import re, sys
gold = {}
for line in open(sys.argv[1] + '/own.gold.tsv', encoding='utf-8'):
    f = line.split('\t')
    if f[1].isdigit():
        gold.setdefault(f[0], []).append((int(f[1]), int(f[2]), f[3]))
def put(doc, lines):
    at, names = 0, sorted(gold.get(doc, []))
    for line in lines:
        out, end = [], at + len(line)
        for m in re.finditer(rb'[\w\x80-\xff]+|[^\w\s]', line):
            b, e = at + m.start(), at + m.end()
            out += ['<START:%s>' % n[2].lower() for n in names if n[0] == b]
            out.append(m.group().decode('utf-8', 'replace'))
            out += ['<END>' for n in names if n[1] == e]
        at = end
        row = ' '.join(out)
        # Names apart, and edges of tokens at both ends.
        if row and not re.sub('<START[^<]*<END>', '', row).count('<END>') \
                and row.count('<START') == row.count('<END>'):
            print(row)
    print()
doc, lines = None, []
for line in open(sys.argv[1] + '/own.txt', 'rb'):
    if line.startswith(b'\f'):
        put(doc, lines)
        doc, lines = line[1:].strip().decode().split('\t')[0], []
    else:
        lines.append(line)
put(doc, lines)
END
    exit 1
export JAVA_HEAP=3g
if [ ! -s "$dir/opennlp.bin" ]; then
	printf 'Algorithm=MAXENT\nIterations=50\nCutoff=5\n' >"$dir/params"
	opennlp TokenNameFinderTrainer -lang en -encoding UTF-8 \
	    -params "$dir/params" -data "$dir/opennlp.txt" \
	    -model "$dir/opennlp.bin" >"$dir/opennlp.log" 2>&1 || exit 1
fi
"$dir/cpu" 1 "names::$build/names $text" \
    "opennlp::opennlp SimpleTokenizer <$text 2>$dir/opennlp.log |
        opennlp TokenNameFinder $dir/opennlp.bin 2>>$dir/opennlp.log"
