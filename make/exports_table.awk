# Prints the table of tests/winetest/exports.c from an exports.tsv.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t" }
/^#/ || NF == 0 { next }
{
    printf "{ \"%s\", \"%s\", %s, (DWORD)(ULONG_PTR)%s },\n", $1, $3 == "-" ? "" : $3,
        $2 == "none" ? "FALSE" : "TRUE", $4 == "void" ? "0" : $4
}
