# Prints a line for each name in an exports.tsv that has code: tests/memory/calls.c stands before it.
# SPDX-License-Identifier: LGPL-2.1-or-later

BEGIN { FS = "\t" }
/^#/ || $2 != "code" || $3 == "-" { next }
{
    parameters = values = ""
    for (i = 1; i <= length($3); i++)
    {
        separator = i > 1 ? ", " : ""
        parameters = parameters separator "ULONG_PTR a" i
        values = values separator "a" i
    }
    result = "RESULT_NUMBER"
    if ($4 == "void") result = "RESULT_NONE"
    if ($4 == "NULL") result = "RESULT_POINTER"
    if ($4 == "FALSE") result = "RESULT_BOOL"
    if ($4 ~ /^(STATUS|E)_/) result = "RESULT_STATUS"
    if ($4 ~ /^0x..$/) result = "RESULT_BYTE"
    printf "CALL(%s, \"%s\", %s, (%s), %s)\n", $1, $3, result, parameters, values
}
