"""Stubs in NDR64 that Wireshark's dissector cannot read, read by hand. [MS-RPCE] 2.2.5

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from stub import Unreadable


class Ndr64Stub:
    """As stub.Stub. What is read goes to NDR 2.0 at once; a reader takes everything in read().
    Raises Unreadable for what is no such stub."""

    def __init__(self, data, is_request):
        self.data = data
        self.at = 0
        self.out = bytearray()
        self.found = []
        self.read(is_request)
        if self.at != len(data):
            raise Unreadable(f"{self.at} bytes of {len(data)} were read")

    def read(self, is_request):
        raise NotImplementedError

    def ndr(self):
        return bytes(self.out)

    def values(self):
        return self.found

    def take(self, size, alignment):
        self.at += -self.at % alignment
        taken = self.data[self.at:self.at + size]
        if len(taken) < size:
            raise Unreadable("the stub ends early")
        self.at += size
        return taken

    def put(self, data, alignment=4):
        self.out += bytes(-len(self.out) % alignment) + data

    def bytes(self, size, name=None):
        """Aligned to four: a number, or a context handle."""
        data = self.take(size, 4)
        self.put(data)
        if name:
            self.found.append((name, data))
        return data

    def u32(self, name=None):
        return int.from_bytes(self.bytes(4, name), "little")

    def wide(self):
        """A pointer or a count: 64 bits there, 32 in NDR 2.0."""
        data = self.take(8, 8)
        self.put(data[:4])
        return int.from_bytes(data, "little")

    def text(self, name):
        self.wide()
        self.wide()
        text = self.take(2 * self.wide(), 2)
        self.put(text, 2)
        if len(text) > 2:
            self.found.append((name, text))

    def string(self, name):
        if self.wide():
            self.text(name)


class ShareEnumStub(Ndr64Stub):
    """NetrShareEnum at level 1, [MS-SRVS] 3.1.4.8: the dissector takes the union's discriminant for the
    padding in front of it."""

    LEVEL = 1

    def read(self, is_request):
        if is_request:
            self.string("server")
        self.list()
        if is_request:
            self.u32("preferred_length")
        else:
            self.u32("total_entries")
        if self.wide(): # the pointer to the handle
            self.u32("resume_handle")
        if not is_request:
            self.u32("result")

    def list(self):
        """SHARE_ENUM_STRUCT: level, union, container, array."""
        level = self.u32("level")
        self.at += -self.at % 8 # the union is aligned to the pointers in its arms
        if level != self.LEVEL or self.u32() != self.LEVEL:
            raise Unreadable(f"level {level}")
        if not self.wide():
            raise Unreadable("no container")
        count = self.u32("count")
        if self.wide():
            self.rows(count)

    def rows(self, count):
        if self.wide() != count:
            raise Unreadable("another count of rows")
        names, remarks, types = [], [], []
        for _ in range(count):
            names.append(self.wide())
            types.append(self.take(4, 4))
            self.put(types[-1])
            remarks.append(self.wide())
        for name, kind, remark in zip(names, types, remarks):
            if name:
                self.text("name")
            self.found.append(("type", kind))
            if remark:
                self.text("remark")


class LookupIdsRequest(Ndr64Stub):
    """SamrLookupIdsInDomain, [MS-SAMR] 3.1.5.11.3: the dissector loses the array, whose maximum is a
    constant. The response it reads."""

    def read(self, is_request):
        self.bytes(20, "domain")
        count = self.u32("count")
        self.wide()
        if self.wide() or self.wide() != count:
            raise Unreadable("another count of identifiers")
        for _ in range(count):
            self.u32("rids")


# By interface, number and whether it is the request.
READERS = {
    ("srvsvc", 15, True): ShareEnumStub,
    ("srvsvc", 15, False): ShareEnumStub,
    ("samr", 18, True): LookupIdsRequest,
}
