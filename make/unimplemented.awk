# Prints the functions of the names in an exports.tsv that have no code.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t"; print "#include \"api/unimplemented.h\"\n" }
/^#/ || $2 != "none" { next }
{
    kinds = $3 == "-" ? "" : $3
    parameters = values = ""
    for (i = 1; i <= length(kinds); i++)
    {
        separator = i > 1 ? ", " : ""
        parameters = parameters separator "ULONG_PTR a" i
        values = values separator "a" i
    }
    printf "UNIMPLEMENTED(%s, \"%s\", %s, (%s), %s)\n", $1, kinds, $4 == "void" ? "0" : $4,
        kinds == "" ? "void" : parameters, kinds == "" ? "0" : values
}
