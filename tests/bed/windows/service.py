"""What the services of a server have in common: operations as data, lists in pages, options.

SPDX-License-Identifier: LGPL-2.1-or-later

A service is a class with its name, its interface, and a method for each operation:

    class Clock(Service):
        pipe = "clock"
        interface = ("01234567-1670-01d3-1278-5a47bf6ee188", "1.0")

        @operation(3, "NetrClockSet", {"server": TEXT, "seconds": U32}, {"before": U32})
        def clock_set(self, call):
            if not self.is_administrator(call):
                return ERROR_ACCESS_DENIED
            call.before, self.seconds = self.seconds, call.seconds
            return NERR_Success

A method finds the parameters of the request in `call`, puts there those of the response, and
returns the result. What it leaves out is nothing. Methods of one service never run at the same time.
A big service inherits from several classes. tests/bed/windows-server lists the services.
"""

import random
import struct
import threading

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER, ERROR_MORE_DATA,
    NERR_BufTooSmall, NERR_Success)
from windows.ndr import (
    TEXT, U32, Broken, Buffer, Info, Listing, Pointer, Record, Union, Units, decode, encode)

MAX_PREFERRED_LENGTH = 0xFFFFFFFF

# RPC faults: [C706] appendix E, [MS-ERREF] 2.2
OPERATION_OUT_OF_RANGE = 0x1C010002
BAD_STUB_DATA = 0x000006F7


class Fault(Exception):
    """Answers a call with an RPC fault."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


def operation(number, name, request, response=None):
    """Declares a method. Parameters are in the order of the wire; the result needs no mention."""

    def declare(method):
        method.operation = Record(number=number, name=name, request=request,
                                  response=dict(response or {}, result=U32))
        return method

    return declare


def list_operation(number, name, levels, **filters):
    """An operation that lists rows: `filters` are the parameters between server and list."""
    rows = Listing(levels)
    return operation(
        number, name,
        {"server": TEXT, **filters, "rows": rows, "length": U32, "handle": Pointer(U32)},
        {"rows": rows, "total": U32, "handle": Pointer(U32)})


class ClaimedRows(list):
    """Rows that are said to be of another number."""


class Service:
    """One for the server; its methods are called by any thread.

    options: those of tests/bed/windows-server; administrators: names of users, in small letters.
    """

    pipe = None
    interface = None

    def __init__(self, options, administrators):
        self.options = options
        self.administrators = administrators
        self.positions = {}  # of the resume handles that were given out
        self.lock = threading.RLock()
        self.chance = random.Random(options.corrupt)
        self.operations = {
            method.operation.number: method
            for method in (getattr(self, name) for name in dir(type(self)))
            if hasattr(method, "operation")}

    def answer(self, caller, number, stub):
        """The response to a request. Raises Fault."""
        method = self.operations.get(number)
        if not method or self.lacks(self.options.lacks_operation, number):
            raise Fault(OPERATION_OUT_OF_RANGE)
        try:
            values = decode(method.operation.request, stub)
        except Broken as trouble:
            raise Fault(BAD_STUB_DATA) from trouble
        call = Record(caller=caller, operation=method.operation, **values)
        with self.lock:
            call.result = self.options.result or method(call)
        if self.options.result or call.result not in (NERR_Success, ERROR_MORE_DATA):
            self.clear(call)
        self.exaggerate(call)
        self.leave_out_texts(call)
        return self.corrupt(encode(method.operation.response, vars(call)))

    def lacks(self, entries, number):
        """Whether an option names the number, alone or with this service."""
        return any(entry == str(number) or entry == "%s:%d" % (self.pipe, number)
                   for entry in entries)

    @staticmethod
    def clear(call):
        """After a failure there are no rows, and no information."""
        for name, kind in call.operation.response.items():
            if isinstance(kind, Listing):
                setattr(call, name, (getattr(call, name)[0], []))
            elif isinstance(kind, Union):
                setattr(call, name, (call.level, None))
            elif isinstance(kind, Buffer):
                size = getattr(call, kind.size_name)
                setattr(call, name, "\0" * size if isinstance(kind.target, Units) else bytes(size))

    def exaggerate(self, call):
        """What lists say of themselves, in the manner of --claim-rows and --claim-total."""
        for name, kind in call.operation.response.items():
            if isinstance(pointee(kind), Listing) and getattr(call, name, None):
                level, rows = getattr(call, name)
                rows = ClaimedRows(rows or ())
                rows.claimed = max(len(rows) + self.options.claim_rows, 0)
                setattr(call, name, (level, rows))
                if self.options.claim_total is not None:
                    call.total = self.options.claim_total

    def leave_out_texts(self, call):
        """What --no-texts leaves out: all texts of rows and of information."""
        for name, kind in call.operation.response.items():
            kind, value = pointee(kind), getattr(call, name, None)
            if not self.options.no_texts or not isinstance(kind, Union) or not value or not value[1]:
                continue
            level, whole = value
            if isinstance(kind, Listing):
                rows = ClaimedRows(without_texts(row, kind.structures[level]) for row in whole)
                rows.claimed = getattr(whole, "claimed", len(rows))
                setattr(call, name, (level, rows))
            elif isinstance(kind, Info):
                setattr(call, name, (level, without_texts(whole, kind.structures[level])))

    def corrupt(self, stub):
        """The response, a few of whose numbers are others, by --corrupt; its result is often one that
        means something."""
        if self.options.corrupt is None:
            return stub
        stub = bytearray(stub)
        for _ in range(self.chance.randrange(3)):
            place = 4 * self.chance.randrange(len(stub) // 4)
            (number,) = struct.unpack_from("<I", stub, place)
            wrong = self.chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, number + 1, number - 1,
                                        self.chance.getrandbits(32), number ^ 0x00010000))
            struct.pack_into("<I", stub, place, wrong & 0xFFFFFFFF)
        if not self.chance.randrange(8):
            struct.pack_into("<I", stub, len(stub) - 4,
                             self.chance.choice((NERR_Success, ERROR_MORE_DATA, NERR_BufTooSmall)))
        return bytes(stub)

    # ---- What methods ask ------------------------------------------------------------------------

    def is_administrator(self, call):
        return call.caller in self.administrators

    def check_level(self, call, level, levels, for_everybody=()):
        """ERROR_INVALID_LEVEL, ERROR_ACCESS_DENIED or NERR_Success."""
        if level not in levels or self.lacks(self.options.lacks_level, level):
            return ERROR_INVALID_LEVEL
        if level not in for_everybody and not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        return NERR_Success

    @staticmethod
    def wrong_parameter(call, number):
        """ERROR_INVALID_PARAMETER, and the number of the member that is wrong."""
        if call.parm_err is not None:
            call.parm_err = number
        return ERROR_INVALID_PARAMETER

    # ---- Lists -----------------------------------------------------------------------------------

    def list_rows(self, call, levels, for_everybody, match):
        """Answers an operation declared with list_operation().

        levels: the structures; for_everybody: levels that do not ask for an administrator; match()
        gives the rows that the filters let through, and the error if that is one.
        """
        call.total = 0
        level = call.rows[0]
        kind = levels.get(level)
        result = self.check_level(call, level, levels, for_everybody)
        if result:
            return result
        return self.list_page(call, match, lambda row: kind.memory(row, self.options.pointer_size))

    def list_page(self, call, match, size_of):
        """The rows from the resume handle on that fit the preferred length."""
        level = call.rows[0]
        has_handle, handle, length = call.handle is not None, call.handle or 0, call.length
        if self.options.ignore_length:
            length, handle = MAX_PREFERRED_LENGTH, 0
        if handle and handle not in self.positions:
            return ERROR_INVALID_PARAMETER
        rows, result = match()
        if result:
            return result
        if self.options.shuffle:
            rows = random.sample(rows, len(rows))
        position = self.positions[handle] if handle else 0
        rows = rows[position:]
        page = rows if length == MAX_PREFERRED_LENGTH else fitting(rows, length, size_of)
        call.total = len(rows)
        if not page and rows:
            return NERR_BufTooSmall
        page, handle, result = self.break_page(page, rows, position)
        call.rows = (level, page)
        call.handle = handle if has_handle else None
        return result

    def break_page(self, page, rows, position):
        """The page, its resume handle and its result, in the manner of --broken-paging."""
        if len(page) == len(rows):
            return page, 0, NERR_Success
        if self.options.broken_paging == "no-rows":
            return [], self.new_handle(position), ERROR_MORE_DATA
        if self.options.broken_paging == "no-handle":
            return page, 0, ERROR_MORE_DATA
        if self.options.broken_paging == "no-progress":
            return page, self.new_handle(position), ERROR_MORE_DATA
        return page, self.new_handle(position + len(page)), ERROR_MORE_DATA

    def new_handle(self, position):
        """A handle that tells nothing: no index, and never the same twice."""
        handle = 0
        while not handle or handle in self.positions:
            handle = random.getrandbits(32)
        self.positions[handle] = position
        return handle


def pointee(kind):
    return kind.target if isinstance(kind, Pointer) else kind


def without_texts(row, structure):
    return Record(**{name: None if kind is TEXT else getattr(row, name, None)
                     for name, kind in structure.members.items()})


def fitting(rows, length, size_of):
    """The first rows, as many as fit."""
    count = 0
    for row in rows:
        length -= size_of(row)
        if length < 0:
            break
        count += 1
    return rows[:count]


def same_name(a, b):
    """Names of shares, users, computers: with or without backslashes in front, in any case."""
    return (a or "").lstrip("\\").upper() == (b or "").lstrip("\\").upper()


def set_members(row, kind, value, constant=()):
    """Gives a row what a caller's structure has, but for the members that cannot be changed."""
    for name in kind.members:
        if name not in constant:
            setattr(row, name, getattr(value, name))
