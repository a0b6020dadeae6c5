"""Servers and workstations: NetServerGetInfo, NetServerDiskEnum, NetRemoteTOD, NetWkstaGetInfo,
NetWkstaUserEnum, NetWkstaTransportEnum.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import glob
import re

ERROR_NOT_SUPPORTED = 50
VALUE = re.compile(r"\s*(\w+) +: (.*)")
NUMBER = re.compile(r"\w+ \((-?\d+)\)")


def told_in_order(place, command):
    """(member, value) of what rpcclient is told, as Samba's NDR library prints it into the log."""
    text = place.tool("sh", "-c", "rpcclient 127.0.0.1 -d 10 -p %s -A %s -c '%s' 2>&1" % (
        place.port, place.user_file("admin"), command))
    text = text[text.rindex("out: struct"):]
    for found in filter(None, map(VALUE.fullmatch, text.splitlines())):
        name, value = found.groups()
        number = NUMBER.fullmatch(value)
        if value != "*":
            yield name, number[1] if number else value.strip("'").replace("NULL", "")


def told(place, command):
    return dict(told_in_order(place, command))


def shown(place, program):
    return dict(line.split(": ", 1) for line in place.program(program, place.unc))


def compare(place, program, *commands):
    expected = {}
    for command in commands:
        expected.update(told(place, command))
    for member, value in shown(place, program).items():
        place.same("%s: %s" % (program, member), value, expected[member])


def check_time(place):
    """A clock on the same machine, asked twice: before the program and after it."""
    before = told(place, "netremotetod")
    time = shown(place, "remote_time")
    after = told(place, "netremotetod")
    place.same("remote_time: elapsed is between two answers of rpcclient's", int(before["elapsed"])
               <= int(time["elapsed"]) <= int(after["elapsed"]), True)
    for member in ("timezone", "tinterval"):
        place.same("remote_time: " + member, time[member], after[member])
    for member in ("year", "month", "day", "weekday", "hours", "mins"):
        place.same("remote_time: " + member, time[member] in (before[member], after[member]), True)


def check_transports(place):
    """Samba lists none. Those of this computer are the kernel's."""
    place.program("workstation_transports", place.unc, status=1)
    kernel = set()
    for name in glob.glob("/sys/class/net/*/address"):
        with open(name, encoding="ascii") as file:
            kernel.add(file.read().strip().replace(":", "").upper())
    for line in place.program("workstation_transports"):
        address, name = line.split(" ", 1)
        place.same("an address of the kernel's", address in kernel, True)
        place.same("the name of a transport over TCP/IP",
                   name.startswith("\\Device\\NetBT_Tcpip_{"), True)


def check(place):
    compare(place, "server_info", "srvinfo 101", "srvinfo 102")
    compare(place, "workstation_info", "wkssvc_wkstagetinfo 102")
    # Samba's list ends with an empty name.
    place.same("server_disks", place.program("server_disks", place.unc),
               [value for name, value in told_in_order(place, "netdiskenum")
                if name == "disk" and value])
    users = told(place, "wkssvc_enumerateusers 1")
    place.same("workstation_users", len(place.program("workstation_users", place.unc)),
               int(users["entries_read"]))
    check_time(place)
    check_transports(place)
