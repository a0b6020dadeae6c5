# Prints the .def file of the DLL called `library` from its exports.tsv. What make/traced.awk makes a
# wrapper of, for netapi32.dll alone, is exported as that.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t"; print "LIBRARY " library "\nEXPORTS" }
/^## / { print "\n; " substr($0, 4) }
/^#/ || NF == 0 { next }
{
    target = ""
    if ($2 ~ /\./) target = $2
    if ($2 == "code" && $3 != "-" && library == "netapi32.dll") target = "traced_" $1
    print "    " $1 (target ? " = " target : "")
}
