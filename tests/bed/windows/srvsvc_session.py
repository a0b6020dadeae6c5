"""Sessions: [MS-SRVS] 2.2.4.12 to 2.2.4.16, 3.1.4.5 and 3.1.4.6.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import collections

from windows.errors import (
    ERROR_ACCESS_DENIED, NERR_ClientNameNotFound, NERR_Success, NERR_UserNotFound)
from windows.ndr import TEXT, U32, Structure
from windows.service import Service, list_operation, operation, same_name

Session = collections.namedtuple(
    "Session", "client user opens active idle flags client_type transport")

LEVELS = {
    0: Structure("SESSION_INFO_0", client=TEXT),
    1: Structure("SESSION_INFO_1", client=TEXT, user=TEXT, opens=U32, active=U32, idle=U32,
                 flags=U32),
    2: Structure("SESSION_INFO_2", client=TEXT, user=TEXT, opens=U32, active=U32, idle=U32,
                 flags=U32, client_type=TEXT),
    10: Structure("SESSION_INFO_10", client=TEXT, user=TEXT, active=U32, idle=U32),
    502: Structure("SESSION_INFO_502", client=TEXT, user=TEXT, opens=U32, active=U32, idle=U32,
                   flags=U32, client_type=TEXT, transport=TEXT),
}
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


def sessions_in_order(path):
    """One session of alice from each of the clients whose numbers are in the file."""
    with open(path, encoding="ascii") as numbers:
        for number in numbers:
            yield Session("CLIENT{:09}".format(int(number)), "alice", 1, 100, 0, 0, "", "")


class Sessions(Service):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.sessions = list(
            sessions_in_order(options.order) if options.order
            else make_sessions(options.rows, options.names, options.strings))

    def matching_sessions(self, client, user):
        """The sessions that the filters let through, and the error if there are none."""
        sessions = self.sessions
        if client and not self.options.ignore_filters:
            sessions = [one for one in sessions if same_name(one.client, client)]
            if not sessions:
                return [], NERR_ClientNameNotFound
        if user and not self.options.ignore_filters:
            sessions = [one for one in sessions if same_name(one.user, user)]
            if not sessions:
                return [], NERR_UserNotFound
        return sessions, NERR_Success

    @list_operation(12, "NetrSessionEnum", LEVELS, client=TEXT, user=TEXT)
    def session_enum(self, call):
        return self.list_rows(call, LEVELS, LEVELS_FOR_EVERYBODY,
                              lambda: self.matching_sessions(call.client, call.user))

    @operation(13, "NetrSessionDel", {"server": TEXT, "client": TEXT, "user": TEXT})
    def session_del(self, call):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        gone, result = self.matching_sessions(call.client, call.user)
        self.sessions = [one for one in self.sessions if one not in gone]
        return result
