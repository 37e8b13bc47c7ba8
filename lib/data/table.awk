# table.awk - a list of facts as rows of C strings.
# One entry a line, fields between TABs; '#' lines and empty lines are left out.
# One field gives "a", - more give { "a", "b" },
/^#/ || /^$/ { next }
{
	gsub(/\\/, "\\\\"); gsub(/"/, "\\\"")
	n = split($0, f, "\t")
	row = "\"" f[1] "\""
	for (i = 2; i <= n; i++)
		row = row ", \"" f[i] "\""
	print (n > 1 ? "{ " row " }" : row) ","
}
