"""Security descriptors: [MS-DTYP] 2.4.6, self-relative, as bytes.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import struct

HEADER = struct.Struct("<BBHIIII")
SE_DACL_PRESENT, SE_SACL_PRESENT, SE_SELF_RELATIVE = 0x0004, 0x0010, 0x8000
OWNER, GROUP, DACL, SACL = 1, 2, 4, 8  # SECURITY_INFORMATION
READ, FULL_CONTROL = 0x001200A9, 0x001F01FF


def sid(authority, *numbers):
    return struct.pack("<BB", 1, len(numbers)) + authority.to_bytes(6, "big") + \
        struct.pack("<%dI" % len(numbers), *numbers)


EVERYBODY, ADMINISTRATORS, USERS = sid(1, 0), sid(5, 32, 544), sid(5, 32, 545)


def acl(*entries):
    """Of entries that allow: (SID, access mask)."""
    aces = b"".join(struct.pack("<BBHI", 0, 0, 8 + len(who), mask) + who for who, mask in entries)
    return struct.pack("<BBHHH", 2, 0, 8 + len(aces), len(entries), 0) + aces


def descriptor(owner=None, group=None, dacl=None, sacl=None):
    control = SE_SELF_RELATIVE | (dacl is not None and SE_DACL_PRESENT) \
        | (sacl is not None and SE_SACL_PRESENT)
    offsets, body = [], b""
    for part in (owner, group, sacl, dacl):
        offsets.append(HEADER.size + len(body) if part is not None else 0)
        body += part or b""
    return HEADER.pack(1, 0, control, *offsets) + body


def parts_of(data):
    """Owner, group, SACL and DACL, each None where it is not there. None if it is no descriptor."""
    if len(data) < HEADER.size:
        return None
    revision, _, control, *offsets = HEADER.unpack_from(data)
    if revision != 1 or not control & SE_SELF_RELATIVE:
        return None
    owner, group, sacl, dacl = (
        part_at(data, offset, size_of) if offset else None
        for offset, size_of in zip(offsets, (sid_size, sid_size, acl_size, acl_size)))
    if b"" in (owner, group, sacl, dacl):
        return None
    return {OWNER: owner, GROUP: group,
            SACL: sacl if control & SE_SACL_PRESENT else None,
            DACL: dacl if control & SE_DACL_PRESENT else None}


def sid_size(data):
    return 8 + 4 * data[1] if data[0] == 1 and data[1] <= 15 else 0


def acl_size(data):
    return struct.unpack_from("<H", data, 2)[0]


def part_at(data, offset, size_of):
    """Nothing where the part does not lie within."""
    if HEADER.size <= offset <= len(data) - 8:
        size = size_of(data[offset:])
        if 8 <= size <= len(data) - offset:
            return data[offset:offset + size]
    return b""


def is_descriptor(data):
    return parts_of(data) is not None


def selected(data, information):
    """A descriptor with only the parts that the bits of SECURITY_INFORMATION ask for."""
    parts = parts_of(data)
    wanted = {bit: part for bit, part in parts.items() if information & bit}
    return descriptor(wanted.get(OWNER), wanted.get(GROUP), wanted.get(DACL), wanted.get(SACL))


def replaced(data, information, other):
    """A descriptor in which the other's parts stand where the bits ask for it."""
    parts = parts_of(data)
    parts.update((bit, part) for bit, part in parts_of(other).items() if information & bit)
    return descriptor(parts[OWNER], parts[GROUP], parts[DACL], parts[SACL])


class Claimed(bytes):
    """A descriptor that is said to be of another size."""

    claimed = 0


EVERYBODY_READS = descriptor(ADMINISTRATORS, USERS, acl(
    (ADMINISTRATORS, FULL_CONTROL), (EVERYBODY, READ)))

BAD_DESCRIPTORS = {
    "too-long": "the size is greater than that of the bytes that come",
    "too-short": "four bytes of a header",
    "empty-with-size": "a size, and no bytes",
    "truncated": "the DACL ends before its last entry does",
    "owner-out-of-range": "the owner lies behind the end",
    "dacl-out-of-range": "so does the DACL",
    "acl-size": "the DACL says that it is longer than all",
    "ace-count": "the DACL says that it has more entries than it has",
    "not-self-relative": "the bit is not set, and offsets would be pointers",
    "revision": "a revision that there is not",
    "sid-count": "the owner's SID says that it has 255 numbers",
}


def bad_descriptor(how, good=EVERYBODY_READS):
    """What is wrong stands in BAD_DESCRIPTORS."""
    data = bytearray(good)
    dacl, = struct.unpack_from("<I", data, 16)
    owner, = struct.unpack_from("<I", data, 4)
    if how in ("too-long", "empty-with-size"):
        lie = Claimed(good if how == "too-long" else b"")
        lie.claimed = len(good) + (100000 if how == "too-long" else 0)
        return lie
    if how == "too-short":
        return bytes(data[:4])
    if how == "truncated":
        return bytes(data[:-5])
    fmt, place, value = {
        "owner-out-of-range": ("<I", 4, 0x7FFFFFF0),
        "dacl-out-of-range": ("<I", 16, len(data)),
        "acl-size": ("<H", dacl + 2, 0xFFF0),
        "ace-count": ("<H", dacl + 4, 0x7FFF),
        "not-self-relative": ("<H", 2, SE_DACL_PRESENT),
        "revision": ("<B", 0, 9),
        "sid-count": ("<B", owner + 1, 255),
    }[how]
    struct.pack_into(fmt, data, place, value)
    return bytes(data)
