# corpus.sh - sourced by the scripts here: the corpus, and the pipelines that
# they run on it.
#
#	corpus N FILE   a CSV of N made-up articles with id, date and source
#	$cut            a record of GNU parallel is a document, from a
#	                form feed at the start of a line on
#	split_docs FILE BYTES PREFIX   PREFIX-00 ...: a stream in files of at
#	                least so many bytes, cut between documents

cut="--recend \\n --recstart $(printf '\f')"

corpus() {
	awk -v n="$1" '
		FNR == 1 { docs++ }
		{ gsub(/"/, "\"\""); text[docs] = text[docs] $0 "\n" }
		END {
			print "id,date,source,text"
			for (i = 0; i < n; i++) {
				t = text[i % docs + 1]
				gsub(/said/, i % 3 ? "said" : "told us", t)
				printf "%d,2031-%02d-%02d,Agency %d,\"%s%s\"\n",
				    i, i % 12 + 1, i % 28 + 1, i % 7,
				    "Edition " i " of the day.\n", t
			}
		}' "$tests"/../articles/*.txt >"$2"
}

split_docs() {
	LC_ALL=C awk -v most="$2" -v prefix="$3" '
		/^\f/ && (n == 0 || size >= most) {
			part = sprintf("%s-%02d", prefix, n++)
			size = 0
		}
		{ print >part; size += length($0) + 1 }' "$1"
}
