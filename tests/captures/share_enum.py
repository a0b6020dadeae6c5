"""Reads NetrShareEnum in NDR64, level 1, where Wireshark's dissector takes the union's discriminant
for the padding in front of it. [MS-SRVS] 3.1.4.8, [MS-RPCE] 2.2.5

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from stub import Unreadable

OPNUM = 15
LEVEL = 1


class ShareEnumStub:
    """As stub.Stub. Raises Unreadable for what is no such stub."""

    def __init__(self, data, is_request):
        self.data = data
        self.at = 0
        self.out = bytearray()
        self.found = []
        if is_request:
            self._string("server")
        self._list()
        if is_request:
            self._u32("preferred_length")
        else:
            self._u32("total_entries")
        if self._wide(): # the pointer to the handle
            self._u32("resume_handle")
        if not is_request:
            self._u32("result")
        if self.at != len(data):
            raise Unreadable(f"{self.at} bytes of {len(data)} were read")

    def ndr(self):
        return bytes(self.out)

    def values(self):
        return self.found

    def _take(self, size, alignment):
        self.at += -self.at % alignment
        taken = self.data[self.at:self.at + size]
        if len(taken) < size:
            raise Unreadable("the stub ends early")
        self.at += size
        return taken

    def _put(self, data, alignment=4):
        self.out += bytes(-len(self.out) % alignment) + data

    def _u32(self, name=None):
        data = self._take(4, 4)
        self._put(data)
        if name:
            self.found.append((name, data))
        return int.from_bytes(data, "little")

    def _wide(self):
        """A pointer or a count: 64 bits there, 32 in NDR 2.0."""
        data = self._take(8, 8)
        self._put(data[:4])
        return int.from_bytes(data, "little")

    def _text(self, name):
        self._wide()
        self._wide()
        text = self._take(2 * self._wide(), 2)
        self._put(text, 2)
        if len(text) > 2:
            self.found.append((name, text))

    def _string(self, name):
        if self._wide():
            self._text(name)

    def _list(self):
        """SHARE_ENUM_STRUCT: level, union, container, array."""
        level = self._u32("level")
        self.at += -self.at % 8 # the union is aligned to the pointers in its arms
        if level != LEVEL or self._u32() != LEVEL:
            raise Unreadable(f"level {level}")
        if not self._wide():
            raise Unreadable("no container")
        count = self._u32("count")
        if self._wide():
            self._rows(count)

    def _rows(self, count):
        if self._wide() != count:
            raise Unreadable("another count of rows")
        names, remarks, types = [], [], []
        for _ in range(count):
            names.append(self._wide())
            types.append(self._take(4, 4))
            self._put(types[-1])
            remarks.append(self._wide())
        for name, kind, remark in zip(names, types, remarks):
            if name:
                self._text("name")
            self.found.append(("type", kind))
            if remark:
                self._text("remark")
