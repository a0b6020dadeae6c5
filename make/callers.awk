# Prints the table of tests/callers/callers.c: each name of an exports.tsv that has code, with its row of
# a parameters.tsv, which is read first; NULL where there is none.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t" }
/^#/ || NF == 0 { next }
NR == FNR {
    gsub(/\\/, "&&")
    words[$1] = $2
    remarks[$1] = $3
    next
}
$2 == "code" {
    printf "{ \"%s\", \"%s\", \"%s\", %s, \"%s\" },\n", $1, $3, $4,
        $1 in words ? "\"" words[$1] "\"" : "NULL", remarks[$1]
}
