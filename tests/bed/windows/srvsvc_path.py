"""Paths and names: [MS-SRVS] 2.2.2.8, 2.2.2.9, 3.1.4.29 to 3.1.4.34.

SPDX-License-Identifier: LGPL-2.1-or-later

Paths on drives, UNC paths, relative ones, and those of devices. How Windows treats what its
specification leaves open is not known here.
"""

from windows.errors import (
    ERROR_INVALID_NAME, ERROR_INVALID_PARAMETER, NERR_BufTooSmall, NERR_Success)
from windows.ndr import BYTES, STRING, TEXT, U32, Buffer, Units
from windows.service import Service, operation

UNC_COMPUTER, UNC_WILD_COMPUTER, UNC = 4144, 4145, 4096
ABSOLUTE, ABSOLUTE_WITH_DRIVE, RELATIVE, RELATIVE_WITH_DRIVE = 8194, 8198, 8192, 8196
DEVICE, DEVICE_LPT, DEVICE_COM, DEVICE_CON, DEVICE_NUL = 16384, 16400, 16416, 16448, 16464
WILD_CARD = 1
TYPES = (UNC_COMPUTER, UNC_WILD_COMPUTER, UNC, UNC | WILD_CARD, DEVICE, DEVICE_LPT, DEVICE_COM,
         DEVICE_CON, DEVICE_NUL) + tuple(
             kind | wild for wild in (0, WILD_CARD)
             for kind in (ABSOLUTE, ABSOLUTE_WITH_DRIVE, RELATIVE, RELATIVE_WITH_DRIVE))
OLD_STYLE, IS_CANONICAL = 1, 1
LM2X, FOR_ANY_NAME = 0x80000000, 1

NAME_LENGTHS = {  # by NAMETYPE_*
    1: 256, 2: 256, 3: 256, 4: 260, 5: 16, 6: 15, 7: 80, 8: 260, 9: 80, 10: 15, 11: 260, 12: 8,
    13: 15,
}
PASSWORDS = (2, 12)
NOT_IN_NAMES = '"/\\[]:|<>+=;,?*'
NOT_IN_PATHS = '"<>|'
DEVICES = {"CON": DEVICE_CON, "NUL": DEVICE_NUL}
DEVICES.update(("LPT%d" % i, DEVICE_LPT) for i in range(1, 10))
DEVICES.update(("COM%d" % i, DEVICE_COM) for i in range(1, 10))


def path_type(path):
    """0 for what is no path."""
    path = path.replace("/", "\\")
    if not path or any(c in NOT_IN_PATHS for c in path) or len(path) > 259:
        return 0
    if path.rstrip(":").upper() in DEVICES:
        return DEVICES[path.rstrip(":").upper()]
    wild = WILD_CARD if "*" in path or "?" in path else 0
    if path.startswith("\\\\"):
        computer, _, rest = path[2:].partition("\\")
        if not computer or rest.endswith("\\") or "\\\\" in rest or ":" in path:
            return 0
        return (UNC if rest else UNC_COMPUTER) | wild
    has_drive = path[1:2] == ":" and path[0].isalpha()
    rest = path[2:] if has_drive else path
    if ":" in rest or "\\\\" in rest:
        return 0
    if has_drive and not rest:
        return DEVICE
    if rest.startswith("\\"):
        return (ABSOLUTE_WITH_DRIVE if has_drive else ABSOLUTE) | wild
    return (RELATIVE_WITH_DRIVE if has_drive else RELATIVE) | wild


def is_old_style(path):
    """128 characters, names of 8.3."""
    for part in path.replace("/", "\\").split("\\"):
        name, _, extension = part.partition(".")
        if part not in (".", "..") and (
                len(name) > 8 or len(extension) > 3 or "." in extension):
            return False
    return len(path) <= 128


def canonical_path(path, prefix):
    """Backslashes, no "." and "..", a prefix before what is relative. None where it leaves the root.
    """
    path = path.replace("/", "\\")
    if prefix and path_type(path) & ~WILD_CARD == RELATIVE:
        path = prefix.rstrip("\\/").replace("/", "\\") + "\\" + path
    parts, lead = [], "\\\\" if path.startswith("\\\\") else ""
    for part in path[len(lead):].split("\\"):
        if part == "..":
            if len(parts) < 2:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return lead + "\\".join(parts)


def is_name(name, kind):
    if kind in PASSWORDS:
        return len(name) <= NAME_LENGTHS[kind]
    return 0 < len(name) <= NAME_LENGTHS[kind] and not any(
        c in NOT_IN_NAMES or c < " " for c in name) and name.strip(" .") != ""


def checked(name, kind):
    if kind not in NAME_LENGTHS:
        return ERROR_INVALID_PARAMETER
    return NERR_Success if is_name(name, kind) else ERROR_INVALID_NAME


class Paths(Service):
    def filler(self):
        """What a buffer has behind a text: terminators, unless a text has none."""
        return "x" if self.options.no_terminator else "\0"

    @operation(30, "NetprPathType", {"server": TEXT, "path": STRING, "flags": U32}, {"type": U32})
    def path_type(self, call):
        if call.flags & ~OLD_STYLE:
            return ERROR_INVALID_PARAMETER
        call.type = path_type(call.path)
        if not call.type or (call.flags & OLD_STYLE and not is_old_style(call.path)):
            return ERROR_INVALID_NAME
        return NERR_Success

    @operation(31, "NetprPathCanonicalize",
               {"server": TEXT, "path": STRING, "size": U32, "prefix": STRING, "type": U32,
                "flags": U32},
               {"output": Buffer(BYTES, "size"), "type": U32})
    def path_canonicalize(self, call):
        if call.flags or (call.type and call.type not in TYPES):
            return ERROR_INVALID_PARAMETER
        path = canonical_path(call.path, call.prefix) if path_type(call.path) else None
        if not path:
            return ERROR_INVALID_NAME
        data = (path + "\0").encode("utf-16-le")
        if len(data) > call.size:
            return NERR_BufTooSmall
        text = path.ljust(call.size // 2, self.filler())
        call.output = text.encode("utf-16-le").ljust(call.size, b"\0")
        call.type = path_type(path)
        return NERR_Success

    @operation(32, "NetprPathCompare",
               {"server": TEXT, "first": STRING, "second": STRING, "type": U32, "flags": U32})
    def path_compare(self, call):
        if call.flags & ~IS_CANONICAL or (call.type and call.type not in TYPES):
            return ERROR_INVALID_PARAMETER
        if call.flags & IS_CANONICAL:
            return compared(call.first, call.second)
        paths = [canonical_path(path, None) if path_type(path) else None
                 for path in (call.first, call.second)]
        if None in paths:
            return ERROR_INVALID_NAME
        return compared(*paths)

    @operation(33, "NetprNameValidate",
               {"server": TEXT, "name": STRING, "type": U32, "flags": U32})
    def name_validate(self, call):
        return ERROR_INVALID_PARAMETER if call.flags else checked(call.name, call.type)

    @operation(34, "NetprNameCanonicalize",
               {"server": TEXT, "name": STRING, "length": U32, "type": U32, "flags": U32},
               {"output": Buffer(Units(), "length")})
    def name_canonicalize(self, call):
        if call.flags & ~(LM2X | FOR_ANY_NAME):
            return ERROR_INVALID_PARAMETER
        result = checked(call.name, call.type)
        if result:
            return result
        if call.flags & FOR_ANY_NAME and call.length <= NAME_LENGTHS[call.type]:
            return NERR_BufTooSmall
        name = call.name if call.type in PASSWORDS else call.name.upper()
        if len(name) + 1 > call.length:
            return NERR_BufTooSmall
        call.output = name.ljust(call.length, self.filler())
        return NERR_Success

    @operation(35, "NetprNameCompare",
               {"server": TEXT, "first": STRING, "second": STRING, "type": U32, "flags": U32})
    def name_compare(self, call):
        if call.flags & ~(LM2X | IS_CANONICAL):
            return ERROR_INVALID_PARAMETER
        result = checked(call.first, call.type) or checked(call.second, call.type)
        if result:
            return result
        if call.type in PASSWORDS:
            return 0 if call.first == call.second else 1
        return compared(call.first, call.second)


def compared(first, second):
    """0 for the same, else 1 or -1, which is the result of the operation."""
    first, second = first.upper(), second.upper()
    return (first > second) - (first < second)
