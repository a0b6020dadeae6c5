# Compares what tests/differential/dump.exe printed with two DLLs.
# SPDX-License-Identifier: LGPL-2.1-or-later
#
#   awk -f compare.awk expected.txt wine.txt ours.txt
#
# A line of ours passes if Wine's DLL prints the same line for the same call, or if expected.txt has
# the line, below a reason. Lines that fail are printed. A line that expected.txt has and that we no
# longer print fails too. The end is "N passed, N failed", and the exit status 1 if something failed.

# The call, and how often it was made before.
function call_of(line, seen,    call)
{
    call = substr(line, 1, index(line, " = "))
    return call SUBSEP (++seen[call])
}

FNR == 1 { file++ }
file == 1 && /^(#.*)?$/ { next }
file == 1 { expected[$0] = 1; next }
file == 2 { wine[call_of($0, seen_of_wine)] = $0; next }

{
    call = call_of($0, seen_of_ours)
    printed[$0] = 1
    if (wine[call] == $0 || $0 in expected)
    {
        passed++
        next
    }
    failed++
    print "Wine: " (wine[call] == "" ? "(nothing)" : wine[call])
    print "here: " $0
}

END {
    for (line in expected)
    {
        if (!(line in printed))
        {
            failed++
            print "expected, but not printed: " line
        }
    }
    print passed + 0 " passed, " failed + 0 " failed"
    exit failed > 0 || !passed
}
