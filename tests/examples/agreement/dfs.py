"""DFS namespaces: NetDfsEnum, NetDfsGetInfo, NetDfsGetClientInfo.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os

from tools import fields

LINKS = {
    "two": "msdfs:a.example\\share,b.example\\other",
    "one": "msdfs:c.example\\share\\folder",
}


def make_links(place):
    for name, targets in LINKS.items():
        os.symlink(targets, os.path.join(place.bed, "dfs", name))


def escaped(path):
    """As rpcclient reads it."""
    return path.replace("\\", "\\\\")


def server_entries(place, command):
    """[(path, comment, [target])] of what rpcclient prints."""
    entries = []
    for name, value in fields(place.rpcclient(command)):
        if name == "path":
            entries.append([value, "", []])
        elif name == "comment":
            entries[-1][1] = value
        elif name.endswith("server"):
            entries[-1][2].append("\\\\" + value)
        elif name.endswith("share"):
            entries[-1][2][-1] += "\\" + value
    return entries


def shown_entry(place, *arguments):
    first, comment, *targets = place.program("dfs_get_info", *arguments)
    path, _, count = first.partition(" Storages: ")
    assert int(count) == len(targets)
    return [path, comment.removeprefix("Comment: "),
            [line.removeprefix("    Online   ") for line in targets]]


def check(place):
    make_links(place)
    root = place.unc + "\\dfs"
    listed = server_entries(place, "dfsenum 3")
    place.same("the server has a root and its links", len(listed), 1 + len(LINKS))
    place.same("NetDfsEnum", place.program("enum_dfs", root),
               ["%s %d" % (path, len(targets)) for path, _, targets in listed])
    for name, link in LINKS.items():
        path = root + "\\" + name
        expected, = server_entries(place, "dfsgetinfo %s - - 3" % escaped(path))
        place.same("NetDfsGetInfo of " + name, shown_entry(place, path), expected)
        # What the link itself says.
        place.same("NetDfsGetClientInfo of " + name, shown_entry(place, path, "client"),
                   [path, "", ["\\\\" + one for one in link.removeprefix("msdfs:").split(",")]])
    place.program("dfs_get_info", root + "\\none", status=1)
