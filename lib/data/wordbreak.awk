# wordbreak.awk - what a word scanner asks of a code point, as C tables.
#
#	awk -f wordbreak.awk WordBreakProperty.txt emoji-data.txt \
#	    DerivedCoreProperties.txt DerivedNormalizationProps.txt \
#	    CaseFolding.txt UnicodeData.txt
#
# The files are those of the Unicode Character Database (Debian: unicode-data).
# A code point's byte is its Word_Break class (the numbers of freq_prop.h) with
# 32 for letters and digits, 64 for capitals, and 128 for what is its own case
# folding in NFC whatever stands next to it. Two levels: freq_page[cp >> 8] is
# the row of freq_row[] that cp & 255 indexes. freq_folded[cp - 128] is the
# folding of a code point below U+0530 where that is one code point, else 0.
BEGIN {
	FS = ";"
	n = split("ALetter Hebrew_Letter Numeric Katakana ExtendNumLet " \
	    "Extend Format ZWJ MidLetter MidNum MidNumLet Single_Quote " \
	    "Double_Quote CR LF Newline WSegSpace Regional_Indicator " \
	    "Extended_Pictographic", name, " ")
	for (i = 1; i <= n; i++)
		class[name[i]] = i
	rows = 0
	for (i = 0; i < 16; i++)
		digit[substr("0123456789ABCDEF", i + 1, 1)] = i
}
function hex(s,    i, v) {
	for (i = 1; i <= length(s); i++)
		v = v * 16 + digit[substr(s, i, 1)]
	return v + 0
}
# Sets first and last to the range of field 1.
function range(s,    part) {
	gsub(/ /, "", s)
	split(s, part, "[.][.]")
	first = hex(part[1])
	last = part[2] == "" ? first : hex(part[2])
}
function value(s) {
	sub(/#.*/, "", s)
	gsub(/ /, "", s)
	return s
}
/^#/ || NF < 2 { next }
FILENAME ~ /WordBreakProperty/ || FILENAME ~ /emoji-data/ {
	v = value($2)
	range($1)
	if (v in class)
		for (c = first; c <= last; c++)
			if (!(c in wb))
				wb[c] = class[v]
	next
}
FILENAME ~ /DerivedCoreProperties/ {
	v = value($2)
	range($1)
	for (c = first; c <= last && v == "Alphabetic"; c++)
		alphabetic[c] = 1
	for (c = first; c <= last && v == "Uppercase"; c++)
		upper[c] = 1
	for (c = first; c <= last && v == "Default_Ignorable_Code_Point"; c++)
		unstable[c] = 1
	next
}
FILENAME ~ /DerivedNormalizationProps/ {
	range($1)
	if (value($2) == "NFC_QC")
		for (c = first; c <= last; c++)
			unstable[c] = 1
	next
}
FILENAME ~ /CaseFolding/ {
	v = value($2)
	if (v == "C" || v == "F") {
		gsub(/^ | $/, "", $3)
		folding[hex($1)] = $3 ~ / / ? 0 : hex($3)
	}
	next
}
FILENAME ~ /UnicodeData/ {
	c = hex($1)
	if ($2 !~ /Last>/)
		from = c
	if ($3 == "Co" || $3 == "Cs")
		next
	for (; from <= c; from++) {
		used[int(from / 256)] = 1
		category[from] = $3
		if ($4 != 0)
			unstable[from] = 1
	}
}
function property(c,    p, cat) {
	if (c in category)
		cat = category[c]
	if (c in wb)
		p = wb[c]
	if (cat ~ /^L/ || cat == "Nd" || cat == "Nl" ||
	    (c in alphabetic && cat !~ /^M/))
		p += 32
	if (c in upper || cat == "Lt")
		p += 64
	if (cat != "" && !(c in unstable) && !(c in folding))
		p += 128
	return p
}
function folded(c) {
	if (c in unstable || category[c] == "")
		return 0
	if (!(c in folding))
		return c
	return folding[c] in unstable ? 0 : folding[c]
}
END {
	for (i = 0; i < 256; i++)
		blank = blank (i % 16 == 15 ? "0,\n" : "0,")
	for (page = 0; page < 4352; page++) {
		row = page in used ? "" : blank
		for (c = page * 256; row != blank && c < page * 256 + 256; c++)
			row = row (property(c) + 0) (c % 16 == 15 ? ",\n" : ",")
		if (!(row in seen)) {
			seen[row] = rows
			text[rows++] = row
		}
		index_text = index_text seen[row] (page % 16 == 15 ? ",\n" : ",")
	}
	print "static const unsigned char freq_page[4352] = {\n" index_text "};"
	print "static const unsigned char freq_row[" rows "][256] = {"
	for (i = 0; i < rows; i++)
		print "{\n" text[i] "},"
	print "};\nstatic const unsigned short freq_folded[1200] = {"
	for (c = 128; c < 1328; c++)
		printf "%d%s", folded(c), c % 16 == 15 ? ",\n" : ","
	print "};"
}
