#!/usr/bin/python3
"""The cells of the table of compatibility, from what probe.exe and the debug channel said.

SPDX-License-Identifier: LGPL-2.1-or-later

    tests/compatibility/cells.py check|update LEVELS COLUMN=LOG...

LEVELS has what `probe.exe --levels` printed. COLUMN is the heading of a column of expected.tsv. LOG has
the lines of probe.exe, each behind those that the debug channel wrote meanwhile. A cell is

    yes             it succeeds, with what the server says
    empty           it succeeds, with a list without rows
    from N          it succeeds, with what the server says at level N
    by OPERATION    it succeeds by another operation of the server than its own
    here            it succeeds without the server
    ERROR_...       it fails
    -               it is not asked: the server has no service of the kind
    BAD: ...        the answer is not what it must be

`check` prints "ok - CELL" or "not ok - CELL" for each, and whether each function of the families, and
each of its levels, has a row; `update` writes the cells first. The last line is "N passed, N failed",
and the exit status 1 if something failed.
"""

import collections
import os
import re
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
SOURCES = os.path.dirname(os.path.dirname(HERE))
EXPECTED = os.path.join(HERE, "expected.tsv")
HEADERS = "/usr/share/mingw-w64/include"
DLL = os.path.join(SOURCES, "dlls", "netapi32")

FAMILIES = ("accounts", "connection", "dfs", "file", "names", "server", "session", "share", "use",
            "workstation")
# What of them is no business of a server: helpers within a program, and the browser service, which
# is not there.
WITHOUT_ROWS = re.compile(r"Netp(?!w|GetFileSecurity|SetFileSecurity)|I_Browser|\w+PolicyFree$")

ROW = re.compile(r"([A-Za-z_0-9]+(?: \w+)?)\t(-|\d+)\t(\d+)\t(.*)$")
# The name of the function that logs stands before the text.
OPERATION = re.compile(r":trace:netapi32:rpc_call (\w+): error (\d+), result (0|0x[0-9a-f]+)$")
OTHER_LEVEL = re.compile(r":trace:netapi32:\w+ level \d+ from level (\d+)$")
SUCCESSES = (0, 234, 0x105)  # ERROR_MORE_DATA and STATUS_MORE_ENTRIES come with rows

Row = collections.namedtuple("Row", "function level cells note")


def stop(message):
    sys.exit("compatibility: " + message)


# ---- Names --------------------------------------------------------------------------------------


NERR_BASE = 2100
CODES = (
    (os.path.join(DLL, "base", "status.h"), r"^    ((?:ERROR|NERR|RPC)_\w+) = ()(\d+),"),
    (os.path.join(HEADERS, "winerror.h"),
     r"^#define ((?:ERROR|RPC_[SX])_\w+) (?:__MSABI_LONG\()?()(\d+)"),
    (os.path.join(HEADERS, "lmerr.h"), r"^#define (NERR_\w+) \((NERR_BASE) ?\+ ?(\d+)\)"),
)


def code_names():
    """{number: name} of Win32 codes; of two names the one that the sources have."""
    names = {}
    for path, pattern in CODES:
        with open(path, encoding="latin-1") as header:
            for name, base, number in re.findall(pattern, header.read(), re.MULTILINE):
                names.setdefault(int(number) + (NERR_BASE if base else 0), name)
    return names


def operation_names():
    """The operations that servers may have, as the interfaces' tables name them."""
    names = set()
    for name in os.listdir(os.path.join(DLL, "rpc")):
        with open(os.path.join(DLL, "rpc", name), encoding="utf-8") as source:
            names.update(re.findall(r"\bNetp?r\w+", source.read()))
    return names


def exported_functions():
    """Names of exports.tsv with code."""
    with open(os.path.join(DLL, "exports.tsv"), encoding="utf-8") as table:
        lines = [line.split("\t") for line in table if not line.startswith("#")]
    return {fields[0] for fields in lines if len(fields) > 1 and fields[1] == "code"}


def functions_of_families():
    """The exported functions that files of the families define."""
    defined = set()
    for family in FAMILIES:
        folder = os.path.join(DLL, "families", family)
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            if name.endswith("_api.c"):
                with open(os.path.join(folder, name), encoding="utf-8") as source:
                    defined.update(re.findall(r"^\w[\w ]*\bWINAPI (\w+)\(", source.read(),
                                              re.MULTILINE))
    return {name for name in defined & exported_functions() if not WITHOUT_ROWS.match(name)}


# ---- Logs ---------------------------------------------------------------------------------------


def call_lines(function, lines):
    """What the debug channel said of the last call of the function: the line with its arguments, and
    those up to that with its result."""
    begins = ":trace:netapi32:%s (" % function
    ends = ":trace:netapi32:%s -> " % function
    last = next((i for i in reversed(range(len(lines))) if begins in lines[i]), None)
    if last is None:
        return None
    end = next((i for i in range(last, len(lines)) if ends in lines[i]), len(lines))
    return lines[last:end + 1]


def base_name(name):
    """ShareEnum of NetShareEnum and of NetrShareEnum."""
    return re.sub(r"^(I_Net|Netpr|Netrp?|Netp?)(?=[A-Z])", "", name)


def is_own(operation, function):
    """NetrServerStatisticsGet is NetStatisticsGet's, NetrDfsAdd2 is NetDfsAdd's."""
    if operation.startswith(("Samr", "Lsar")):
        return True  # accounts have no other way, and no operation has the name of a function
    operation, function = base_name(operation), base_name(function)
    return operation.startswith(function) or operation.endswith(function)


def source_of(function, level, lines, possible):
    """The cell of a call that succeeded. `possible`: operations that a server may have."""
    found = [OTHER_LEVEL.search(line) for line in lines]
    levels = [match[1] for match in found if match]
    found = [OPERATION.search(line) for line in lines]
    operations = [match[1] for match in found
                  if match and int(match[2]) in SUCCESSES and int(match[3], 16) in SUCCESSES]
    has_own = any(is_own(one, function) for one in possible)
    words = []
    if levels and level != "-":
        words.append("from " + levels[-1])
    if operations and has_own and not any(is_own(one, function) for one in operations):
        words.append("by " + base_name(operations[-1]))
    if not operations and has_own and re.search(r"\(L\"\\\\", lines[0]):
        words.append("here")
    return " ".join(words) or "yes"


def cell_of(function, level, status, word, lines, names, possible):
    called = call_lines(function, lines)
    if called is None and function in exported_functions():
        return "BAD: the call is not in the log"
    if word.startswith("BAD"):
        return word
    if status:
        return names.get(status, str(status))
    return word or source_of(function, level, called or [""], possible)


def read_log(path):
    """{(function, level): cell}, in the order of the calls."""
    names, possible = code_names(), operation_names()
    cells = {}
    lines = []
    with open(path, encoding="utf-8", errors="replace") as log:
        for line in log:
            line = line.rstrip("\r\n")
            match = ROW.search(line)
            if match:
                function, level, status, word = match.groups()
                cells[function, level] = cell_of(function.split()[0], level, int(status), word,
                                                 lines, names, possible)
                lines = []
            else:
                lines.append(line)
    return cells


# ---- The table ----------------------------------------------------------------------------------


def read_table():
    """The comments at the beginning, the headings of the columns, and {(function, level): Row}."""
    with open(EXPECTED, encoding="utf-8") as table:
        lines = table.read().splitlines()
    comments = [line for line in lines if line.startswith("#")]
    heading, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    columns = heading[2:-1]
    return comments, columns, {
        (row[0], row[1]): Row(row[0], row[1], dict(zip(columns, row[2:-1])), row[-1])
        for row in rows}


def write_table(comments, columns, rows):
    with open(EXPECTED, "w", encoding="utf-8") as table:
        for line in comments:
            print(line, file=table)
        print("function", "level", *columns, "note", sep="\t", file=table)
        for row in rows:
            print(row.function, row.level, *[row.cells[column] for column in columns], row.note,
                  sep="\t", file=table)


def update(found):
    comments, columns, rows = read_table()
    for column in found:
        if column not in columns:
            stop("no column is called %s (there are: %s)" % (column, ", ".join(columns)))
    places = list(next(iter(found.values())))
    write_table(comments, columns, [
        Row(*place, {column: found.get(column, {}).get(place, "-") for column in columns},
            rows[place].note if place in rows else "")
        for place in places])


# ---- Checks -------------------------------------------------------------------------------------


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, is_right, otherwise=""):
        self.passed += is_right
        self.failed += not is_right
        print("ok - " + what if is_right else "not ok - %s: %s" % (what, otherwise))


def check_cells(checks, found):
    _, columns, rows = read_table()
    checks.check("the columns of the table", set(found) == set(columns),
                 "the servers are %s" % ", ".join(found))
    for column, cells in found.items():
        for place in {**cells, **rows}:
            expected = rows[place].cells.get(column, "nothing") if place in rows else "nothing"
            cell = cells.get(place, "-")
            checks.check("%s: %s" % (column, " ".join(place)),
                         cell == expected and not cell.startswith("BAD"),
                         "expected %s, got %s" % (expected, cell))


def check_functions(checks, found):
    asked = {function.split()[0] for cells in found.values() for function, _ in cells}
    for function in sorted(functions_of_families()):
        checks.check("%s has a row" % function, function in asked, "the probe does not call it")


def check_levels(checks, path):
    with open(path, encoding="utf-8") as lines:
        without_rows = [line.strip() for line in lines]
    checks.check("each level that a function takes has a row", not without_rows,
                 "these have none: " + ", ".join(without_rows))


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("check", "update"):
        stop("usage: tests/compatibility/cells.py check|update LEVELS COLUMN=LOG...")
    found = {column: read_log(path)
             for column, _, path in (argument.rpartition("=") for argument in sys.argv[3:])}
    if sys.argv[1] == "update":
        update(found)
    checks = Checks()
    check_cells(checks, found)
    check_functions(checks, found)
    check_levels(checks, sys.argv[2])
    print("%d passed, %d failed" % (checks.passed, checks.failed))
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
