"""The Server Service as [MS-SRVS] describes that of Windows: NetrSessionEnum and NetrSessionDel.

SPDX-License-Identifier: LGPL-2.1-or-later

Requests are unmarshalled by impacket; answers are marshalled here, because ten thousand rows take
impacket some seconds.
"""

import collections
import random
import struct
import threading

from impacket.dcerpc.v5 import srvs

NERR_Success = 0
ERROR_ACCESS_DENIED = 5
ERROR_INVALID_PARAMETER = 87
ERROR_INVALID_LEVEL = 124
ERROR_MORE_DATA = 234
NERR_BufTooSmall = 2123
NERR_UserNotFound = 2221
NERR_ClientNameNotFound = 2312

MAX_PREFERRED_LENGTH = 0xFFFFFFFF

Session = collections.namedtuple(
    "Session", "client user opens active idle flags client_type transport")

# The fields in the order of the structures, 2.2.4.12 to 2.2.4.16.
LEVELS = {
    0: ("client",),
    1: ("client", "user", "opens", "active", "idle", "flags"),
    2: ("client", "user", "opens", "active", "idle", "flags", "client_type"),
    10: ("client", "user", "active", "idle"),
    502: ("client", "user", "opens", "active", "idle", "flags", "client_type", "transport"),
}
STRINGS = ("client", "user", "client_type", "transport")
# 3.1.4.5: the other levels are for administrators.
LEVELS_FOR_EVERYBODY = (0, 10)


def make_sessions(count, names, strings):
    """The sessions of the server: from each client, all in one second, one of alice and two of bob.

    names: how clients are listed: "plain", "backslashes", "ipv6" or "brackets" (IPv6 in brackets).
    strings: what stands where Windows may leave a string out: "all" (they are there), "null",
    "empty". opens counts the sessions from 1, so that a test sees which is which.
    """
    client_form = {
        "plain": "CLIENT{:05}",
        "backslashes": "\\\\CLIENT{:05}",
        "ipv6": "fd00::{:x}",
        "brackets": "[fd00::{:x}]",
    }[names]
    left_out = {"all": "{}", "null": None, "empty": ""}[strings]
    for i in range(count):
        is_whole = strings == "all" or i % 3 != 1
        yield Session(
            client=client_form.format(i // 3 + 1),
            user=("alice", "bob", "bob")[i % 3] if is_whole else left_out,
            opens=i + 1,
            active=100000 - i // 3,
            idle=i,
            flags=i % 4,
            client_type="Windows" if is_whole else left_out,
            transport="\\Device\\NetBT_Tcpip" if is_whole else left_out,
        )


def sessions_in_order(numbers):
    """One session of alice from each of the clients."""
    for number_of_client in numbers:
        yield Session("CLIENT{:09}".format(number_of_client), "alice", 1, 100, 0, 0, "", "")


class NdrWriter:
    """Marshals with NDR 2.0."""

    def __init__(self):
        self.parts = []
        self.size = 0
        self.referents = 0x20000

    def add(self, data):
        self.parts.append(data)
        self.size += len(data)

    def u32(self, *numbers):
        self.add(struct.pack("<%dI" % len(numbers), *numbers))

    def referent(self, there=True):
        self.referents += 4
        self.u32(self.referents if there else 0)

    def string(self, text):
        data = (text + "\0").encode("utf-16-le")
        self.u32(len(data) // 2, 0, len(data) // 2)
        self.add(data + b"\0" * (-len(data) % 4))

    def bytes(self):
        return b"".join(self.parts)


def marshal_sessions(level, sessions, total, handle, result):
    """The [out] parameters of NetrSessionEnum."""
    fields = LEVELS[level]
    ndr = NdrWriter()
    ndr.u32(level, level)
    ndr.referent()
    ndr.u32(len(sessions))
    ndr.referent(bool(sessions))
    if sessions:
        ndr.u32(len(sessions))
    for session in sessions:
        for field in fields:
            value = getattr(session, field)
            if field in STRINGS:
                ndr.referent(value is not None)
            else:
                ndr.u32(value)
    for session in sessions:
        for field in fields:
            value = getattr(session, field)
            if field in STRINGS and value is not None:
                ndr.string(value)
    ndr.u32(total)
    ndr.referent()
    ndr.u32(handle, result)
    return ndr.bytes()


def size_of(level, session, pointer_size):
    """What a session takes of the preferred length: the server's own structure and its strings."""
    size = 0
    for field in LEVELS[level]:
        if field in STRINGS:
            size += pointer_size + 2 * (len(getattr(session, field) or "") + 1)
        else:
            size += 4
    return size


def same_name(a, b):
    return (a or "").lstrip("\\").upper() == (b or "").lstrip("\\").upper()


class ServerService:
    """One for the server; its methods are called by any thread."""

    def __init__(self, sessions, administrators, ignore_filters=False,
                 ignore_length=False, shuffle=False, lacking_levels=(), pointer_size=8,
                 broken_paging=None, result=0):
        self.sessions = list(sessions)
        self.administrators = administrators
        self.ignore_filters = ignore_filters
        self.ignore_length = ignore_length
        self.shuffle = shuffle
        self.lacking_levels = lacking_levels
        self.pointer_size = pointer_size
        self.broken_paging = broken_paging
        self.result = result
        self.positions = {}  # of the resume handles that were given out
        self.lock = threading.Lock()
        self.operations = {12: self.session_enum, 13: self.session_del}

    def matching(self, client, user):
        """The sessions that the filters let through, and the error if there are none."""
        sessions = self.sessions
        if client and not self.ignore_filters:
            sessions = [one for one in sessions if same_name(one.client, client)]
            if not sessions:
                return [], NERR_ClientNameNotFound
        if user and not self.ignore_filters:
            sessions = [one for one in sessions if same_name(one.user, user)]
            if not sessions:
                return [], NERR_UserNotFound
        return sessions, NERR_Success

    def new_handle(self, position):
        """A handle that tells nothing: no index, and never the same twice."""
        handle = 0
        while not handle or handle in self.positions:
            handle = random.getrandbits(32)
        self.positions[handle] = position
        return handle

    def session_enum(self, caller, stub):
        request = srvs.NetrSessionEnum(stub)
        level = request["InfoStruct"]["Level"]
        handle = number(request["ResumeHandle"])
        with self.lock:
            page, total, next_handle, result = self.enumerate(
                caller, text(request["ClientName"]), text(request["UserName"]), level,
                request["PreferedMaximumLength"], handle)
        return marshal_sessions(level, page, total, next_handle, result)

    def enumerate(self, caller, client, user, level, length, handle):
        if self.result:
            return [], 0, handle, self.result
        if level not in LEVELS or level in self.lacking_levels:
            return [], 0, handle, ERROR_INVALID_LEVEL
        if level not in LEVELS_FOR_EVERYBODY and caller not in self.administrators:
            return [], 0, handle, ERROR_ACCESS_DENIED
        if self.ignore_length:
            length, handle = MAX_PREFERRED_LENGTH, 0
        if handle and handle not in self.positions:
            return [], 0, handle, ERROR_INVALID_PARAMETER
        sessions, result = self.matching(client, user)
        if result:
            return [], 0, handle, result
        if self.shuffle:
            sessions = random.sample(sessions, len(sessions))
        position = self.positions[handle] if handle else 0
        sessions = sessions[position:]
        page = sessions
        if length != MAX_PREFERRED_LENGTH:
            page = fitting(level, sessions, length, self.pointer_size)
        if len(page) == len(sessions):
            return page, len(sessions), 0, NERR_Success
        if not page:
            return [], len(sessions), handle, NERR_BufTooSmall
        if self.broken_paging == "no-rows":
            return [], len(sessions), self.new_handle(position), ERROR_MORE_DATA
        if self.broken_paging == "no-handle":
            return page, len(sessions), 0, ERROR_MORE_DATA
        if self.broken_paging == "no-progress":
            return page, len(sessions), self.new_handle(position), ERROR_MORE_DATA
        return page, len(sessions), self.new_handle(position + len(page)), ERROR_MORE_DATA

    def session_del(self, caller, stub):
        request = srvs.NetrSessionDel(stub)
        with self.lock:
            if caller not in self.administrators:
                result = ERROR_ACCESS_DENIED
            else:
                gone, result = self.matching(text(request["ClientName"]),
                                             text(request["UserName"]))
                self.sessions = [one for one in self.sessions if one not in gone]
        return struct.pack("<I", result)


def fitting(level, sessions, length, pointer_size):
    """The first sessions, as many as fit."""
    count = 0
    for session in sessions:
        length -= size_of(level, session, pointer_size)
        if length < 0:
            break
        count += 1
    return sessions[:count]


def text(parameter):
    """A string parameter. impacket has NULL pointers as something that is no string."""
    return parameter.rstrip("\0") if isinstance(parameter, str) else None


def number(parameter):
    """A number behind a pointer, which impacket takes for signed."""
    return parameter & 0xFFFFFFFF if isinstance(parameter, int) else 0
