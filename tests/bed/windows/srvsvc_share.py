"""Shares: [MS-SRVS] 2.2.4.22 to 2.2.4.32, 3.1.4.7 to 3.1.4.16.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import secrets

from windows.descriptors import EVERYBODY_READS, bad_descriptor, is_descriptor
from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER, NERR_DeviceNotShared,
    NERR_DuplicateShare, NERR_NetNameNotFound, NERR_Success, NERR_UnknownDevDir)
from windows.ndr import (
    BYTES, STRING, TEXT, U32, Block, Counted, Info, Pointer, Structure)
from windows.service import Service, list_operation, operation, set_members

STYPE_DISKTREE, STYPE_PRINTQ, STYPE_IPC = 0, 1, 3
STYPE_TEMPORARY, STYPE_SPECIAL = 0x40000000, 0x80000000
STYPE_MASK = 0xFF
NO_LIMIT = 0xFFFFFFFF
ANY_SERVER = "*"
NAME_LENGTH_MAX, REMARK_LENGTH_MAX = 80, 256
SHI1005_FLAGS_OF_DFS = 3  # which nobody can set
CSC_MASK = 0x30

# SHARE_*_PARMNUM, 2.2.2.11
NETNAME, TYPE, REMARK, PERMISSIONS, MAX_USES, PATH, FILE_SD = 1, 3, 4, 5, 6, 8, 501

BEGINNING = {"name": TEXT, "type": U32, "remark": TEXT}
MIDDLE = dict(BEGINNING, permissions=U32, uses_max=U32, uses=U32, path=TEXT, password=TEXT)
DESCRIPTOR = Counted(BYTES)

# Those that can be listed: 2.2.3.5
LISTED = {
    0: Structure("SHARE_INFO_0", name=TEXT),
    1: Structure("SHARE_INFO_1", **BEGINNING),
    2: Structure("SHARE_INFO_2", **MIDDLE),
    501: Structure("SHARE_INFO_501", **BEGINNING, csc_flags=U32),
    502: Structure("SHARE_INFO_502_I", **MIDDLE, descriptor=DESCRIPTOR),
    503: Structure("SHARE_INFO_503_I", **MIDDLE, server_name=TEXT, descriptor=DESCRIPTOR),
}
# 2.2.3.6
LEVELS = {
    **LISTED,
    1004: Structure("SHARE_INFO_1004", remark=TEXT),
    1005: Structure("SHARE_INFO_1005", flags=U32),
    1006: Structure("SHARE_INFO_1006", uses_max=U32),
    1501: Structure("SHARE_INFO_1501_I", descriptor=DESCRIPTOR),
}
LEVELS_FOR_EVERYBODY = (0, 1, 501, 1005)
LEVELS_TO_ADD = (2, 502, 503)
LEVELS_TO_GET = (0, 1, 2, 501, 502, 503, 1005)
LEVELS_TO_SET = (1, 2, 502, 503, 1004, 1005, 1006, 1501)

INFO = Info(LEVELS)
CONTEXT_HANDLE = Block(20)
ONE_SHARE = {"server": TEXT, "name": STRING, "reserved": U32}


class Share:
    """What all levels know; is_sticky: lasts beyond the next start."""

    def __init__(self, name, kind, remark, path, uses_max=NO_LIMIT, uses=0, descriptor=b"",
                 server_name=ANY_SERVER, flags=0, is_sticky=True):
        self.name = name
        self.type = kind
        self.remark = remark
        self.permissions = 0
        self.uses_max = uses_max
        self.uses = uses
        self.path = path
        self.password = None
        self.server_name = server_name
        self.descriptor = descriptor
        self.flags = flags
        self.is_sticky = is_sticky

    @property
    def csc_flags(self):
        return self.flags & CSC_MASK


def make_shares(count):
    """Nine that differ in all that shares can differ in, and as many numbered ones."""
    disk, special = STYPE_DISKTREE, STYPE_SPECIAL
    yield Share("ADMIN$", disk | special, "Remote Admin", "C:\\Windows", is_sticky=False)
    yield Share("C$", disk | special, "Default share", "C:\\", is_sticky=False)
    yield Share("IPC$", STYPE_IPC | special, "Remote IPC", "", uses=1, is_sticky=False)
    yield Share("docs", disk, "Documents \u2014 \u00e4\u0416\u8a9e", "C:\\Shares\\docs",
                uses_max=10, uses=2, descriptor=EVERYBODY_READS, flags=0x10)
    yield Share("hidden$", disk, "Not for everybody", "C:\\Shares\\hidden")
    yield Share("HP", STYPE_PRINTQ, "Printer", "HP LaserJet,LocalsplOnly")
    yield Share("root", disk, "", "C:\\Shares\\root", flags=SHI1005_FLAGS_OF_DFS)
    yield Share("scoped", disk, "Of a cluster", "D:\\scoped", server_name="FILESERVER")
    yield Share("temp", disk | STYPE_TEMPORARY, None, "C:\\Temp", uses_max=1, is_sticky=False)
    for i in range(1, count + 1):
        yield Share("SHARE%05d" % i, disk, "Share %d" % i, "D:\\Shares\\%05d" % i, uses_max=i,
                    uses=i % 7)


class Shares(Service):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.shares = list(make_shares(options.shares))
        self.doomed = {}  # by the handles that NetrShareDelStart gave out
        if options.bad_descriptor:
            self.share_named("docs").descriptor = bad_descriptor(options.bad_descriptor)

    # ---- What there is ---------------------------------------------------------------------------

    def share_named(self, name, server_name=None):
        """The share, or None. Names of servers: NULL and "*" are any."""
        for share in self.shares:
            if share.name.upper() == (name or "").upper() and (
                    (server_name or ANY_SERVER) in (ANY_SERVER, share.server_name)):
                return share
        return None

    def listed_shares(self, level, is_sticky=False):
        """Shares of one name of the server are listed at level 503 alone."""
        return [share for share in self.shares
                if (level == 503 or share.server_name == ANY_SERVER)
                and (share.is_sticky or not is_sticky)]

    # ---- Lists -----------------------------------------------------------------------------------

    @list_operation(15, "NetrShareEnum", LISTED)
    def share_enum(self, call):
        return self.list_rows(call, LISTED, LEVELS_FOR_EVERYBODY,
                              lambda: (self.listed_shares(call.rows[0]), NERR_Success))

    @list_operation(36, "NetrShareEnumSticky", LISTED)
    def share_enum_sticky(self, call):
        return self.list_rows(call, LISTED, LEVELS_FOR_EVERYBODY,
                              lambda: (self.listed_shares(call.rows[0], is_sticky=True),
                                       NERR_Success))

    # ---- One share -------------------------------------------------------------------------------

    @operation(16, "NetrShareGetInfo", {"server": TEXT, "name": STRING, "level": U32},
               {"info": INFO})
    def share_get_info(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_GET, LEVELS_FOR_EVERYBODY)
        if result:
            return result
        share = self.share_named(call.name)
        if not share:
            return NERR_NetNameNotFound
        call.info = (call.level, share)
        return NERR_Success

    @operation(14, "NetrShareAdd",
               {"server": TEXT, "level": U32, "info": INFO, "parm_err": Pointer(U32)},
               {"parm_err": Pointer(U32)})
    def share_add(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_ADD)
        if result:
            return result
        new = call.info[1]
        wrong = wrong_share(LEVELS[call.level], new)
        if wrong:
            return self.wrong_parameter(call, wrong)
        server_name = getattr(new, "server_name", None) or ANY_SERVER
        if self.share_named(new.name, server_name):
            return NERR_DuplicateShare
        if new.type & STYPE_MASK == STYPE_DISKTREE and not is_folder(new.path):
            return NERR_UnknownDevDir
        share = Share(new.name, new.type, new.remark, new.path, uses_max=new.uses_max,
                      server_name=server_name, is_sticky=not new.type & STYPE_TEMPORARY)
        share.descriptor = getattr(new, "descriptor", None) or b""
        self.shares.append(share)
        return NERR_Success

    @operation(17, "NetrShareSetInfo",
               {"server": TEXT, "name": STRING, "level": U32, "info": INFO,
                "parm_err": Pointer(U32)},
               {"parm_err": Pointer(U32)})
    def share_set_info(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_SET)
        if result:
            return result
        new = call.info[1]
        share = self.share_named(call.name, getattr(new, "server_name", None))
        if not share:
            return NERR_NetNameNotFound
        wrong = wrong_setting(LEVELS[call.level], new, share)
        if wrong:
            return self.wrong_parameter(call, wrong)
        # What is no setting of a share stays as it is, its path and its type too.
        set_members(share, LEVELS[call.level], new, constant=(
            "name", "type", "permissions", "uses", "path", "password", "server_name"))
        share.descriptor = share.descriptor or b""
        return NERR_Success

    @operation(20, "NetrShareCheck", {"server": TEXT, "device": STRING}, {"type": U32})
    def share_check(self, call):
        device = call.device.upper().rstrip("\\")
        for share in self.shares:
            if share.path and share.path.upper().rstrip("\\") == device:
                call.type = share.type
                return NERR_Success
        return NERR_DeviceNotShared

    # ---- Ends ------------------------------------------------------------------------------------

    def find_to_delete(self, call, name, server_name=None):
        if not self.is_administrator(call):
            return None, ERROR_ACCESS_DENIED
        share = self.share_named(name, server_name)
        return share, NERR_Success if share else NERR_NetNameNotFound

    @operation(18, "NetrShareDel", ONE_SHARE)
    def share_del(self, call):
        share, result = self.find_to_delete(call, call.name)
        if share:
            self.shares.remove(share)
        return result

    @operation(19, "NetrShareDelSticky", ONE_SHARE)
    def share_del_sticky(self, call):
        share, result = self.find_to_delete(call, call.name)
        if result:
            return result
        if not share.is_sticky:
            return NERR_NetNameNotFound
        share.is_sticky = False
        return NERR_Success

    @operation(57, "NetrShareDelEx", {"server": TEXT, "level": U32, "info": INFO})
    def share_del_ex(self, call):
        if call.level not in LISTED:
            return ERROR_INVALID_LEVEL
        if not call.info[1]:
            return ERROR_INVALID_PARAMETER
        share, result = self.find_to_delete(call, call.info[1].name,
                                            getattr(call.info[1], "server_name", None))
        if share:
            self.shares.remove(share)
        return result

    @operation(37, "NetrShareDelStart", ONE_SHARE, {"context": CONTEXT_HANDLE})
    def share_del_start(self, call):
        share, result = self.find_to_delete(call, call.name)
        if share:
            call.context = b"\0\0\0\0" + secrets.token_bytes(16)
            self.doomed[call.context] = share
        return result

    @operation(38, "NetrShareDelCommit", {"context": CONTEXT_HANDLE}, {"context": CONTEXT_HANDLE})
    def share_del_commit(self, call):
        share = self.doomed.pop(call.context, None)
        if not share:
            return ERROR_INVALID_PARAMETER
        call.context = None
        if share in self.shares:
            self.shares.remove(share)
        return NERR_Success


# ---- What is wrong with a share: the number of the first member ----------------------------------


def is_folder(path):
    """Folders are all that is below a drive that the server has, but for what says otherwise."""
    return path[:3].upper() in ("C:\\", "D:\\") and "missing" not in path.lower()


def wrong_share(kind, new):
    """0 for a share that can be added."""
    if not new:
        return NETNAME
    name = new.name or ""
    if not 0 < len(name) <= NAME_LENGTH_MAX or any(c in '"/\\[]:|<>+=;,*?' for c in name):
        return NETNAME
    if new.type & STYPE_MASK not in (STYPE_DISKTREE, STYPE_PRINTQ, STYPE_IPC):
        return TYPE
    return wrong_members(kind, new) or (PATH if not new.path and not is_ipc(new) else 0)


def is_ipc(share):
    return share.type & STYPE_MASK == STYPE_IPC


def wrong_setting(kind, new, share):
    """0 for what can be set."""
    if not new:
        return NETNAME
    if "flags" in kind.members and (new.flags ^ share.flags) & SHI1005_FLAGS_OF_DFS:
        return 1005
    return wrong_members(kind, new)


def wrong_members(kind, new):
    if "remark" in kind.members and len(new.remark or "") > REMARK_LENGTH_MAX:
        return REMARK
    if "uses_max" in kind.members and not new.uses_max:
        return MAX_USES
    if "descriptor" in kind.members and new.descriptor and not is_descriptor(new.descriptor):
        return FILE_SD
    return 0
