"""The parameters of a remote call as Wireshark's dissector reads them, and their stub in NDR 2.0.

SPDX-License-Identifier: LGPL-2.1-or-later

64-bit Windows speaks NDR64 with its own kin. This project speaks NDR 2.0 alone, so such a stub is
written anew from what the dissector found in it: the same values, in the same order, in the
representation of NDR 2.0. What is NDR 2.0 already becomes the same bytes again, which proves the
writing. [C706] 14, [MS-RPCE] 2.2.5
"""

import collections

# A piece of the stub that the dissector takes no further apart.
Leaf = collections.namedtuple("Leaf", "position size name text data")

# What is no part of the stub, or nothing of its own.
GENERATED = ("dcerpc.nt.open_frame", "dcerpc.nt.close_frame", "dcerpc.request_in",
             "dcerpc.response_in", "dcerpc.ndr_padding")
POINTERS = ("dcerpc.referent_id", "dcerpc.referent_id64", "dcerpc.null_pointer")
ACTUAL_COUNT = "dcerpc.array.actual_count"
COUNTS = ("dcerpc.array.max_count", "dcerpc.array.offset", ACTUAL_COUNT)
# The two numbers at the start of an RPC_UNICODE_STRING, which is aligned to the pointer in it.
STRING_LENGTHS = ("dcerpc.lsa_String.name_len", "lsarpc.lsa_StringLarge.length",
                  "lsarpc.lsa_String.length")
STRING_SIZES = ("dcerpc.lsa_String.name_size", "lsarpc.lsa_StringLarge.size",
                "lsarpc.lsa_String.size")
# Counts that are values of their own where a pointer follows, and not the array itself.
VALUES_OR_COUNTS = ("samr.sec_desc_buf_len", "dcerpc.nt.count")
# Enumerations of 16 bits are 32 bits wide in NDR64.
ENUMERATIONS = ("lsarpc.lsa_TranslatedSid3.sid_type", "lsarpc.lsa_TranslatedName2.sid_type")

LONGEST_PADDING = 7


# Of the arms of a union: [ms_union] has that of the greatest, and each union here has such an arm.
UNION_ALIGNMENT = 4


def is_discriminant(leaf):
    """It has no value for the dissector, only a place."""
    return not leaf.text


class Unreadable(Exception):
    """The dissector itself is at a loss."""


def _walk(element, base):
    for field in element.findall("field"):
        name, size = field.get("name"), int(field.get("size") or 0)
        is_whole = (name and field.get("show")) or not field.findall("field")
        if name in GENERATED or name.endswith(".opnum") or (is_whole and not size):
            continue
        if is_whole:
            value = field.get("value")
            yield Leaf(int(field.get("pos")) - base, size, name, field.get("show") or "",
                       bytes.fromhex(value) if value else None)
        else:
            yield from _walk(field, base)


def _place(leaf, end, stub):
    """The leaf with its bytes. Counts of arrays that are parameters themselves are shown with their
    values but at places of some other packet: they stand where the leaf before them ends."""
    def bytes_at(position):
        return stub[position:position + leaf.size]

    if leaf.name in COUNTS and bytes_at(leaf.position) != leaf.data:
        position = end + -end % leaf.size
        if bytes_at(position) != leaf.data:
            raise Unreadable(f"{leaf.name} is not at {position}")
        return leaf._replace(position=position)
    return leaf._replace(data=bytes_at(leaf.position))


class Stub:
    """A stub of a call: `layer` is what the dissector made of it. Raises Unreadable if that leaves
    out more than padding, or reads something twice."""

    def __init__(self, layer, data):
        self.data = data
        # As the dissector shows them: what a pointer points to stands in its place.
        self.leaves = []
        end = 0
        for leaf in _walk(layer, int(layer.get("pos"))):
            self.leaves.append(_place(leaf, end, data))
            end = self.leaves[-1].position + leaf.size
        self.by_position = sorted(self.leaves, key=lambda leaf: leaf.position)
        end = 0
        for leaf in self.by_position:
            if not end <= leaf.position <= end + LONGEST_PADDING:
                raise Unreadable(f"{leaf.name} is at {leaf.position}, and {end} is due")
            end = leaf.position + leaf.size
        if end != len(data):
            raise Unreadable(f"{end} bytes of {len(data)} are dissected")

    def ndr(self):
        """In NDR 2.0; padding is zero."""
        out = bytearray()

        def put(data, alignment):
            out.extend(bytes(-len(out) % alignment) + data)

        units = 0 # of the string that may come next
        for leaf, before in zip(self.by_position, [None] + self.by_position):
            if before and is_discriminant(before):
                put(b"", UNION_ALIGNMENT)
            if leaf.name in POINTERS + COUNTS + VALUES_OR_COUNTS:
                put(leaf.data[:4], 4)
            elif units and leaf.size == 2 * len(leaf.text) and units * 2 - leaf.size in (0, 2):
                # The dissector may have left out the terminator.
                put(self.data[leaf.position:leaf.position + 2 * units], 2)
            elif leaf.name in STRING_LENGTHS:
                put(leaf.data, 4)
            elif leaf.name in ENUMERATIONS:
                put(leaf.data[:2], 2)
            else:
                put(leaf.data, {1: 1, 2: 2}.get(leaf.size, 4))
            units = int(leaf.text) if leaf.name == ACTUAL_COUNT else 0
        return bytes(out)

    def values(self):
        """What is neither pointer nor count nor discriminant: (name, bytes), in the order of the
        parameters and members."""
        for leaf, following in zip(self.leaves, self.leaves[1:] + [None]):
            if leaf.name in POINTERS + COUNTS + STRING_LENGTHS + STRING_SIZES:
                continue
            if leaf.name in VALUES_OR_COUNTS:
                if following.name in POINTERS:
                    yield leaf.name, leaf.data[:4]
            elif not is_discriminant(leaf):
                yield leaf.name, leaf.data
