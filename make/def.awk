# Prints the .def file of the DLL called `library` from its exports.tsv.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t"; print "LIBRARY " library "\nEXPORTS" }
/^## / { print "\n; " substr($0, 4) }
/^#/ || NF == 0 { next }
{ print "    " $1 ($2 ~ /\./ ? " = " $2 : "") }
