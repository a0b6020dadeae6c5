"""NDR 2.0 ([C706] chapter 14, little-endian) of types that are described as data.

SPDX-License-Identifier: LGPL-2.1-or-later

    SHARE_INFO_1 = Structure("SHARE_INFO_1", name=TEXT, type=U32, remark=TEXT)
    encode({"share": Pointer(SHARE_INFO_1)}, {"share": row})

Whatever has the members as attributes is a structure's value; what is decoded is a Record. None is
a NULL pointer, and nothing at all (0, "") of what is no pointer.

Not Samba's or impacket's: both know structures, but neither can send a security descriptor byte for
byte, or a broken one, nor ten thousand rows in no time; and Samba lacks level 503 of shares, 599 of
servers, aliases, NetrShareDelEx, NetrServerTransportDelEx and NetprNameCanonicalize.
tests/bed/check-windows-server holds what is encoded here against Samba's.
"""

import struct


class Broken(Exception):
    """What came is no NDR of the type."""


class Record:
    """The members of a structure that was decoded."""

    def __init__(self, **members):
        self.__dict__.update(members)

    def __repr__(self):
        return repr(self.__dict__)


class Writer:
    def __init__(self):
        self.data = bytearray()
        self.referents = 0x1FFFC  # the first is 0x20000

    def align(self, size):
        self.data += b"\0" * (-len(self.data) % size)

    def u32(self, *numbers):
        self.align(4)
        self.data += struct.pack("<%dI" % len(numbers), *numbers)

    def referent(self):
        self.referents += 4
        return self.referents


class Reader:
    def __init__(self, data):
        self.data = bytes(data)
        self.position = 0

    def take(self, size, alignment=1):
        start = self.position + -self.position % alignment
        if size > len(self.data) - start:
            raise Broken("%d bytes are missing" % (size - len(self.data) + start))
        self.position = start + size
        return self.data[start:self.position]

    def u32(self):
        return struct.unpack("<I", self.take(4, 4))[0]


# A type has
#   write(writer, value, deferred)  the value; what its pointers point to is appended to deferred,
#                                   as (type, value)
#   read(reader, store, deferred)   store() is called with the value; what pointers point to is
#                                   appended to deferred, as (type, store)
#   memory(value, pointer_size)     bytes of the value in the server's own memory, by which it
#                                   measures what fits a preferred length; paddings do not count
#   alignment


def write_whole(kind, writer, value):
    """A value with all that it points to."""
    deferred = []
    kind.write(writer, value, deferred)
    for inner, inner_value in deferred:
        write_whole(inner, writer, inner_value)


def read_whole(kind, reader, store):
    deferred = []
    kind.read(reader, store, deferred)
    for inner, inner_store in deferred:
        read_whole(inner, reader, inner_store)


class Number:
    def __init__(self, code):
        self.format = struct.Struct("<" + code)
        self.alignment = self.format.size
        self.mask = (1 << 8 * self.format.size) - 1

    def write(self, writer, value, deferred):
        writer.align(self.alignment)
        writer.data += self.format.pack((value or 0) & self.mask)

    def read(self, reader, store, deferred):
        store(self.format.unpack(reader.take(self.alignment, self.alignment))[0])

    def memory(self, value, pointer_size):
        return self.alignment


class Block:
    """A number of bytes that is fixed."""

    def __init__(self, size):
        self.size = size
        self.alignment = 1

    def write(self, writer, value, deferred):
        writer.data += (value or b"")[:self.size].ljust(self.size, b"\0")

    def read(self, reader, store, deferred):
        store(reader.take(self.size))

    def memory(self, value, pointer_size):
        return self.size


class String:
    """[string] WCHAR *: conformant and varying, terminated."""

    alignment = 4

    def write(self, writer, value, deferred):
        data = ((value or "") + "\0").encode("utf-16-le", "surrogatepass")
        writer.u32(len(data) // 2, 0, len(data) // 2)
        writer.data += data

    def read(self, reader, store, deferred):
        maximum, offset, count = reader.u32(), reader.u32(), reader.u32()
        if offset or count > maximum or not count:
            raise Broken("a string of %d, %d, %d" % (maximum, offset, count))
        text = reader.take(2 * count).decode("utf-16-le", "surrogatepass")
        if text.find("\0") != count - 1:
            raise Broken("a string that is not terminated at its end")
        store(text[:-1])

    def memory(self, value, pointer_size):
        return 2 * (len(value or "") + 1)


class ShortString:
    """[string] WCHAR [SIZE] within a structure: varying, terminated."""

    alignment = 4

    def __init__(self, size):
        self.size = size

    def write(self, writer, value, deferred):
        data = ((value or "") + "\0").encode("utf-16-le")
        writer.u32(0, len(data) // 2)
        writer.data += data

    def read(self, reader, store, deferred):
        _, count = reader.u32(), reader.u32()
        store(reader.take(2 * count).decode("utf-16-le").rstrip("\0"))

    def memory(self, value, pointer_size):
        return 2 * self.size


class CountedText:
    """[size_is(), length_is()] WCHAR *: conformant and varying, not terminated."""

    alignment = 4

    def write(self, writer, value, deferred):
        data = value.encode("utf-16-le")
        writer.u32(len(data) // 2, 0, len(data) // 2)
        writer.data += data

    def read(self, reader, store, deferred):
        _, _, count = reader.u32(), reader.u32(), reader.u32()
        store(reader.take(2 * count).decode("utf-16-le"))


class CountedString:
    """UNICODE_STRING of [MS-WKST] 2.2.5.20: bytes, bytes, and text."""

    alignment = 4
    text = CountedText()

    def write(self, writer, value, deferred):
        writer.align(4)
        size = 2 * len(value or "")
        writer.data += struct.pack("<HHI", size, size, writer.referent())
        deferred.append((self.text, value or ""))

    def read(self, reader, store, deferred):
        reader.take(8, 4)
        deferred.append((self.text, store))


class Bytes:
    """[size_is()] unsigned char *"""

    alignment = 4

    def write(self, writer, value, deferred):
        writer.u32(len(value or b""))
        writer.data += value or b""

    def read(self, reader, store, deferred):
        store(reader.take(reader.u32()))

    def memory(self, value, pointer_size):
        return len(value or b"")


class Units:
    """[size_is()] WCHAR *: the value is text."""

    alignment = 4

    def write(self, writer, value, deferred):
        data = (value or "").encode("utf-16-le")
        writer.u32(len(data) // 2)
        writer.data += data

    def read(self, reader, store, deferred):
        store(reader.take(2 * reader.u32()).decode("utf-16-le"))


class Buffer:
    """[out, size_is(the parameter of this name)]: as long as the caller said, whatever happens."""

    alignment = 4

    def __init__(self, target, size_name):
        self.target = target
        self.size_name = size_name

    def write(self, writer, value, deferred):
        self.target.write(writer, value, deferred)

    def read(self, reader, store, deferred):
        self.target.read(reader, store, deferred)


class Pointer:
    """[unique]"""

    alignment = 4

    def __init__(self, target):
        self.target = target

    def write(self, writer, value, deferred):
        writer.u32(0 if value is None else writer.referent())
        if value is not None:
            deferred.append((self.target, value))

    def read(self, reader, store, deferred):
        if reader.u32():
            deferred.append((self.target, store))
        else:
            store(None)

    def memory(self, value, pointer_size):
        return pointer_size + self.target.memory(value, pointer_size)


class Structure:
    def __init__(self, name, /, **members):
        self.name = name
        self.members = members
        self.alignment = max(kind.alignment for kind in members.values())
        # Rows of numbers and strings, of which there are ten thousand, have a way of their own.
        self.is_plain = all(kind in (U32, TEXT) for kind in members.values())

    def write(self, writer, value, deferred):
        writer.align(self.alignment)
        for name, kind in self.members.items():
            kind.write(writer, getattr(value, name, None), deferred)

    def read(self, reader, store, deferred):
        record = Record(**dict.fromkeys(self.members))
        store(record)
        reader.take(0, self.alignment)
        for name, kind in self.members.items():
            kind.read(reader, member_of(record, name), deferred)

    def memory(self, value, pointer_size):
        return sum(kind.memory(getattr(value, name, None), pointer_size)
                   for name, kind in self.members.items())

    def write_plain(self, writer, rows, deferred):
        numbers = []
        for row in rows:
            for name, kind in self.members.items():
                value = getattr(row, name)
                if kind is U32:
                    numbers.append((value or 0) & 0xFFFFFFFF)
                else:
                    numbers.append(0 if value is None else writer.referent())
                    if value is not None:
                        deferred.append((kind.target, value))
        writer.u32(*numbers)


def member_of(record, name):
    return lambda value: setattr(record, name, value)


def element_of(values, index):
    return lambda value: values.__setitem__(index, value)


class Array:
    """[size_is()] of a type."""

    alignment = 4

    def __init__(self, element):
        self.element = element

    def write(self, writer, value, deferred):
        writer.u32(len(value))
        if isinstance(self.element, Structure) and self.element.is_plain:
            self.element.write_plain(writer, value, deferred)
            return
        for one in value:
            self.element.write(writer, one, deferred)

    def read(self, reader, store, deferred):
        count = reader.u32()
        values = []
        store(values)
        for index in range(count):
            values.append(None)
            self.element.read(reader, element_of(values, index), deferred)


class VaryingArray(Array):
    """[size_is(), length_is()] of a type."""

    def write(self, writer, value, deferred):
        writer.u32(len(value), 0, len(value))
        for one in value:
            self.element.write(writer, one, deferred)

    def read(self, reader, store, deferred):
        reader.u32()
        reader.u32()
        super().read(reader, store, deferred)


class Counted:
    """A number of elements and the pointer to them: containers of rows, and of bytes.

    The value is the sequence alone. No elements are a NULL pointer. A value that has `claimed` says
    that it had so many.
    """

    alignment = 4

    def __init__(self, target):
        self.target = target

    def write(self, writer, value, deferred):
        writer.u32(getattr(value, "claimed", len(value or ())))
        Pointer(self.target).write(writer, value or None, deferred)

    def read(self, reader, store, deferred):
        reader.u32()
        Pointer(self.target).read(reader, store, deferred)

    def memory(self, value, pointer_size):
        return 4 + pointer_size + self.target.memory(value, pointer_size)


class Union:
    """[switch_is()]: the value is (tag, value of the arm). A tag without an arm has nothing."""

    alignment = 4

    def __init__(self, arms):
        self.arms = arms

    def write(self, writer, value, deferred):
        tag, inner = value
        writer.u32(tag)
        if tag in self.arms:
            self.arms[tag].write(writer, inner, deferred)

    def read(self, reader, store, deferred):
        tag = reader.u32()
        if tag in self.arms:
            self.arms[tag].read(reader, lambda inner: store((tag, inner)), deferred)
        else:
            store((tag, None))


class Info(Union):
    """XXX_INFO: pointers to the structures of the levels."""

    def __init__(self, levels):
        super().__init__({level: Pointer(kind) for level, kind in levels.items()})
        self.structures = levels


class Listing(Union):
    """XXX_ENUM_STRUCT: the level, and the union of the containers. The value is (level, rows)."""

    def __init__(self, levels):
        super().__init__({level: Pointer(Counted(Array(kind))) for level, kind in levels.items()})
        self.structures = levels

    def write(self, writer, value, deferred):
        writer.u32(value[0])
        super().write(writer, value, deferred)

    def read(self, reader, store, deferred):
        level, start = reader.u32(), reader.position
        if reader.u32() != level:
            raise Broken("the levels of a list differ")
        reader.position = start
        super().read(reader, store, deferred)


U8, U16, U32, U64 = (Number(code) for code in "BHIQ")
I32 = U32  # whatever is negative is written as it is in two's complement
STRING = String()
TEXT = Pointer(STRING)
BYTES = Bytes()


def encode(kinds, values):
    """The parameters, one by one. Those that are not among the values are nothing."""
    writer = Writer()
    for name, kind in kinds.items():
        write_whole(kind, writer, values.get(name))
    return bytes(writer.data)


def decode(kinds, data):
    """The parameters by name."""
    reader = Reader(data)
    values = {}
    for name, kind in kinds.items():
        read_whole(kind, reader, lambda value, name=name: values.__setitem__(name, value))
    return values
