"""Open files, and connections to shares: [MS-SRVS] 2.2.4.1 to 2.2.4.7, 3.1.4.1 to 3.1.4.4.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER, NERR_ClientNameNotFound,
    NERR_NetNameNotFound, NERR_Success)
from windows.ndr import TEXT, U32, Info, Record, Structure
from windows.service import list_operation, operation, same_name
from windows.srvsvc_session import Sessions
from windows.srvsvc_share import Shares

FILE_LEVELS = {
    2: Structure("FILE_INFO_2", id=U32),
    3: Structure("FILE_INFO_3", id=U32, permissions=U32, locks=U32, path=TEXT, user=TEXT),
}
CONNECTION_LEVELS = {
    0: Structure("CONNECTION_INFO_0", id=U32),
    1: Structure("CONNECTION_INFO_1", id=U32, type=U32, opens=U32, users=U32, seconds=U32,
                 user=TEXT, name=TEXT),
}

READ, WRITE, CREATE = 1, 2, 4  # PERM_FILE_*
FIRST_ID = 0x7FFFFFFF          # the second does not fit a signed number


def make_files(count):
    """Open files: one in three is alice's, the others bob's; of the shares docs and hidden$, and of
    a pipe, in turns."""
    for i in range(count):
        yield Record(
            id=(FIRST_ID + i * 0x01000193) & 0xFFFFFFFF,
            permissions=(READ, READ | WRITE, READ | WRITE | CREATE)[i % 3],
            locks=i % 4,
            path=("C:\\Shares\\docs\\folder\\file%05d.txt", "C:\\Shares\\hidden\\file%05d.txt",
                  "\\PIPE\\service%05d")[i % 3] % i,
            user=("alice", "bob", "bob")[i % 3],
        )


def make_connections(count):
    """Of each client, as sessions have them: one of alice to docs, of bob to IPC$ and to docs."""
    for i in range(count):
        yield Record(
            id=(FIRST_ID + i) & 0xFFFFFFFF,
            share=("docs", "IPC$", "docs")[i % 3],
            client="CLIENT%05d" % (i // 3 + 1),
            opens=i % 5,
            users=1 + i % 2,
            seconds=1000 - i % 1000,
            user=("alice", "bob", "bob")[i % 3],
        )


class Files(Shares, Sessions):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.files = list(make_files(options.files))
        for file in self.files if options.user_domain else ():
            file.user = "%s\\%s" % (options.user_domain, file.user)
        self.connections = list(make_connections(options.connections))

    # ---- Files -----------------------------------------------------------------------------------

    def matching_files(self, base_path, user):
        files = self.files
        if base_path and not self.options.ignore_filters:
            files = [one for one in files if one.path.upper().startswith(base_path.upper())]
        if user and not self.options.ignore_filters:
            files = [one for one in files if same_name(one.user, user)]
        return files, NERR_Success

    def file_with(self, number):
        return next((one for one in self.files if one.id == number), None)

    @list_operation(9, "NetrFileEnum", FILE_LEVELS, base_path=TEXT, user=TEXT)
    def file_enum(self, call):
        return self.list_rows(call, FILE_LEVELS, (),
                              lambda: self.matching_files(call.base_path, call.user))

    @operation(10, "NetrFileGetInfo", {"server": TEXT, "id": U32, "level": U32},
               {"info": Info(FILE_LEVELS)})
    def file_get_info(self, call):
        result = self.check_level(call, call.level, FILE_LEVELS)
        if result:
            return result
        file = self.file_with(call.id)
        if not file:
            return ERROR_FILE_NOT_FOUND
        call.info = (call.level, file)
        return NERR_Success

    @operation(11, "NetrFileClose", {"server": TEXT, "id": U32})
    def file_close(self, call):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        file = self.file_with(call.id)
        if not file:
            return ERROR_FILE_NOT_FOUND
        self.files.remove(file)
        return NERR_Success

    # ---- Connections -----------------------------------------------------------------------------

    def connections_of(self, qualifier):
        """Those of a client, by share; or those to a share, by client."""
        is_client = qualifier.startswith("\\\\")
        name = qualifier.lstrip("\\")
        rows = [one for one in self.connections
                if same_name(one.client if is_client else one.share, name)]
        if not rows and is_client:
            return [], NERR_ClientNameNotFound
        if not is_client and not self.share_named(name):
            return [], NERR_NetNameNotFound
        return [self.connection_row(one, one.share if is_client else one.client)
                for one in rows], NERR_Success

    def connection_row(self, connection, name):
        share = self.share_named(connection.share)
        return Record(**dict(vars(connection), name=name, type=share.type if share else 0))

    @list_operation(8, "NetrConnectionEnum", CONNECTION_LEVELS, qualifier=TEXT)
    def connection_enum(self, call):
        if self.is_administrator(call) and not call.qualifier:
            return ERROR_INVALID_PARAMETER
        return self.list_rows(call, CONNECTION_LEVELS, (),
                              lambda: self.connections_of(call.qualifier))
