"""Shares: NetShareEnum, NetShareAdd, NetShareGetInfo, NetShareCheck, NetShareDel.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from tools import fields

NAME = "agreed"
REMARK = "A share of a test"
DESCRIPTOR = "O:BAG:BAD:(A;;0x1f01ff;;;BA)(A;;0x1200a9;;;WD)"
MEMBERS = ("netname", "remark", "path", "type", "perms", "max_uses", "num_uses")
IS_DISK = "0"


def windows_path(path):
    return "C:" + path.replace("/", "\\")


def server_shares(place):
    """{name: (path, remark)} of what rpcclient lists."""
    shares, share = {}, {}
    for name, value in fields(place.rpcclient("netshareenumall 2")):
        share[name] = value
        if name == "password":  # the last
            shares[share["netname"]] = (share["path"], share["remark"])
            share = {}
    return shares


def shown_shares(place):
    rows = [line.split("\t") for line in place.program("enum_shares", place.unc)]
    return {name: (path, remark) for _, _, _, name, path, remark in rows}


def check_list(place):
    place.same("NetShareEnum", shown_shares(place), server_shares(place))


def share_members(pairs):
    """The first of each name: what follows is of the security descriptor."""
    members = {}
    for name, value in pairs:
        if name in MEMBERS:
            members.setdefault(name, value)
    return members


def is_usable(place, status=0):
    """smbclient puts a file there and gets it, or is told that there is no such share."""
    place.tool("smbclient", "-p", place.port, "-A", place.user_file("alice"),
               "//127.0.0.1/" + NAME, "-c", "put /etc/passwd used.txt; rm used.txt", status=status)


def descriptor_shown(lines):
    return dict(line.split(": ", 1) for line in lines)["descriptor"]


def check_info(place):
    """What the program shows of the share is what rpcclient shows, and sharesec."""
    lines = place.program("share_info", place.unc, NAME)
    place.same("NetShareGetInfo", share_members(fields("\n".join(lines))),
               share_members(fields(place.rpcclient("netsharegetinfo %s 502" % NAME))))
    place.tool("sharesec", NAME, "--setsddl", DESCRIPTOR)
    shown = descriptor_shown(place.program("share_info", place.unc, NAME))
    expected = place.tool("sharesec", NAME, "--viewsddl").strip()
    place.same("the security descriptor", masks_and_trustees(shown), masks_and_trustees(expected))


def masks_and_trustees(text):
    """Owner, group and entries; rights have other names with each who writes them."""
    numbers = {"FA": "0x1f01ff", "FRFX": "0x1200a9", "FXFR": "0x1200a9"}
    head, _, rest = text.partition("D:")
    entries = []
    for entry in rest.strip("()").split(")("):
        kind, flags, rights, _, _, trustee = entry.split(";")
        entries.append((kind, flags, int(numbers.get(rights, rights), 16), trustee))
    return head, entries


def check(place):
    folder = place.bed + "/new"
    device = windows_path(folder)
    check_list(place)
    is_usable(place, status=1)
    place.same("NetShareCheck of what is not shared",
               place.program("check_share", place.unc, device), ["not shared"])
    place.program("add_share", place.unc, NAME, device, REMARK)
    place.same("NetShareAdd", server_shares(place)[NAME], (device, REMARK))
    is_usable(place)
    place.same("NetShareCheck of what is shared",
               place.program("check_share", place.unc, device), ["shared as type " + IS_DISK])
    place.program("add_share", place.unc, NAME, device, REMARK, status=1)
    check_list(place)
    check_info(place)
    place.program("delete_share", place.unc, NAME)
    place.same("NetShareDel", NAME in server_shares(place), False)
    is_usable(place, status=1)
    place.program("delete_share", place.unc, NAME, status=1)
    place.program("share_info", place.unc, NAME, status=1)
