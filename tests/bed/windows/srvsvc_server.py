"""The server itself: [MS-SRVS] 3.1.4.17 to 3.1.4.21. What it is, its disks, statistics, time.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import time

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER, NERR_Success)
from windows.ndr import (
    I32, TEXT, U32, Counted, Info, Pointer, Record, ShortString, Structure, VaryingArray)
from windows.service import Service, operation, set_members
from windows.srvsvc_server_levels import (
    COMMENT_LENGTH_MAX, CONSTANT, LEVELS, LEVELS_FOR_EVERYBODY, LEVELS_TO_SET, PARAMETERS, RANGES,
    SETTINGS_599)

PLATFORM_ID_NT = 500
SV_TYPE = 0x00009003  # a workstation and a server, on Windows NT, as a server
MINUTES_WEST = -90    # of Greenwich: the server's zone
TICKS = 310           # TIME_OF_DAY_INFO's unit of a clock tick: 0.1 ms

DISK = ShortString(3)
DISKS = Counted(VaryingArray(DISK))
INFO = Info(LEVELS)

STATISTICS = ("start", "fopens", "devopens", "jobsqueued", "sopens", "stimedout", "serrorout",
              "pwerrors", "permerrors", "syserrors", "bytessent_low", "bytessent_high",
              "bytesrcvd_low", "bytesrcvd_high", "avresponse", "reqbufneed", "bigbufneed")
STAT_SERVER_0 = Structure("STAT_SERVER_0", **dict.fromkeys(STATISTICS, U32))
TIME_OF_DAY_INFO = Structure(
    "TIME_OF_DAY_INFO", elapsedt=U32, msecs=U32, hours=U32, mins=U32, secs=U32, hunds=U32,
    timezone=I32, tinterval=U32, day=U32, month=U32, year=U32, weekday=U32)


def make_server():
    return Record(
        platform=PLATFORM_ID_NT, name="WINSERVER", version_major=10, version_minor=0, type=SV_TYPE,
        comment="A server like Windows", users=16777216, disc=15, hidden=0, announce=240,
        anndelta=3000, licenses=5, userpath="c:\\", capabilities=0x1F, **SETTINGS_599)


class Server(Service):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.server = make_server()
        self.started = time.time()

    @operation(21, "NetrServerGetInfo", {"server": TEXT, "level": U32}, {"info": INFO})
    def server_get_info(self, call):
        result = self.check_level(call, call.level, LEVELS, LEVELS_FOR_EVERYBODY)
        if not result:
            call.info = (call.level, self.server)
        return result

    @operation(22, "NetrServerSetInfo",
               {"server": TEXT, "level": U32, "info": INFO, "parm_err": Pointer(U32)},
               {"parm_err": Pointer(U32)})
    def server_set_info(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_SET)
        if result:
            return result
        new = call.info[1]
        if not new:
            return ERROR_INVALID_PARAMETER
        wrong = wrong_setting(LEVELS[call.level], new)
        if wrong:
            return self.wrong_parameter(call, wrong)
        set_members(self.server, LEVELS[call.level], new, CONSTANT)
        return NERR_Success

    @operation(23, "NetrServerDiskEnum",
               {"server": TEXT, "level": U32, "disks": DISKS, "length": U32,
                "handle": Pointer(U32)},
               {"disks": DISKS, "total": U32, "handle": Pointer(U32)})
    def server_disk_enum(self, call):
        call.disks, call.rows, call.total = [], (call.level, []), 0
        result = self.check_level(call, call.level, (0,))
        if result:
            return result
        result = self.list_page(call, lambda: (["A:", "C:", "D:"], NERR_Success),
                                lambda disk: DISK.memory(disk, 0))
        call.disks = call.rows[1]
        return result

    @operation(24, "NetrServerStatisticsGet",
               {"server": TEXT, "service": TEXT, "level": U32, "options": U32},
               {"statistics": Pointer(STAT_SERVER_0)})
    def server_statistics_get(self, call):
        if call.level != 0 or self.lacks(self.options.lacks_level, call.level):
            return ERROR_INVALID_LEVEL
        if call.options:
            return ERROR_INVALID_PARAMETER
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        numbers = {name: 1000 + i for i, name in enumerate(STATISTICS)}
        call.statistics = Record(**dict(numbers, start=int(self.started)))
        return NERR_Success

    @operation(28, "NetrRemoteTOD", {"server": TEXT}, {"time": Pointer(TIME_OF_DAY_INFO)})
    def remote_tod(self, call):
        now = time.time()
        utc = time.gmtime(now)
        call.time = Record(
            elapsedt=int(now), msecs=int(1000 * (now - self.started)), hours=utc.tm_hour,
            mins=utc.tm_min, secs=utc.tm_sec, hunds=int(100 * (now % 1)), timezone=MINUTES_WEST,
            tinterval=TICKS, day=utc.tm_mday, month=utc.tm_mon, year=utc.tm_year,
            weekday=(utc.tm_wday + 1) % 7)
        return NERR_Success


def wrong_setting(kind, new):
    """The number of the first member that is out of range; 0 if none is."""
    for name in kind.members:
        value = getattr(new, name)
        if name == "comment" and len(value or "") > COMMENT_LENGTH_MAX:
            return PARAMETERS[name]
        if name in RANGES and not RANGES[name][0] <= value <= RANGES[name][1]:
            return PARAMETERS[name]
    return 0
