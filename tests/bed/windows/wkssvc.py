"""The Workstation Service as [MS-WKST] describes that of Windows.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_DUP_NAME, ERROR_INVALID_FLAGS, ERROR_INVALID_LEVEL,
    ERROR_INVALID_NAME, ERROR_INVALID_PARAMETER, ERROR_NO_SUCH_DOMAIN, NERR_InvalidComputer,
    NERR_InvalidWorkgroupName, NERR_Success, NERR_UseNotFound)
from windows.ndr import (
    STRING, TEXT, U16, U32, Array, Block, Counted, CountedString, Info, Pointer, Record)
from windows.service import list_operation, operation, same_name, set_members, Service
from windows.wkssvc_levels import (
    LARGE_STATISTICS, LEVELS, LEVELS_FOR_EVERYBODY, LEVELS_TO_GET, LEVELS_TO_SET, PARAMETERS,
    SETTINGS, STAT_WORKSTATION_0, STATISTICS, TRANSPORTS, USERS)

PLATFORM_ID_NT = 500
INFO = Info(LEVELS)
ENCRYPTED_PASSWORD = Pointer(Block(524))  # JOINPR_ENCRYPTED_USER_PASSWORD
COMPUTER_NAME = {"server": TEXT, "name": TEXT, "account": TEXT, "password": ENCRYPTED_PASSWORD,
                 "reserved": U32}
DOMAIN, DNS_DOMAIN = "BEDDOMAIN", "bed.example"
NET_SETUP_DOMAIN_NAME = 3
START_TIME = 133_500_000_000_000_000  # in units of 100 ns since 1601: of the statistics

# NET_COMPUTER_NAME_TYPE, 2.2.3.3
PRIMARY, ALTERNATE, ALL = range(3)
# NETSETUP_NAME_TYPE, 2.2.3.2
(TYPE_UNKNOWN, MACHINE, WORKGROUP, TYPE_DOMAIN, NON_EXISTENT_DOMAIN, DNS_MACHINE) = range(6)
NOT_IN_NAMES = '"/\\[]:|<>+=;,?*'


def make_users():
    """Who is logged on: the last knows no other domains."""
    yield Record(name="alice", logon_domain=DOMAIN, other_domains="OTHER1 OTHER2",
                 logon_server="BEDDC")
    yield Record(name="bob", logon_domain="WINSERVER", other_domains="", logon_server="WINSERVER")
    yield Record(name="WINSERVER$", logon_domain=DOMAIN, other_domains=None, logon_server=None)


def make_transport(name, address, circuits=0, is_wide_area=0):
    return Record(quality_of_service=65535, circuits=circuits, name=name, address=address,
                  is_wide_area=is_wide_area)


class WorkstationService(Service):
    pipe = "wkssvc"
    interface = ("6bffd098-a112-3610-9833-46c3f87e345a", "1.0")

    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.users = list(make_users())
        if options.unset_users:
            for user in self.users[1::2]:
                vars(user).update(dict.fromkeys(vars(user)))
        self.transports = [
            make_transport("\\Device\\NetbiosSmb", "000000000000", circuits=1),
            make_transport("\\Device\\NetBT_Tcpip_{8E7B9C5A-0001-4A5B-8C3D-0123456789AB}",
                           "525400123456", is_wide_area=1),
        ]
        self.workstation = Record(
            platform=PLATFORM_ID_NT, computer="WINSERVER", group=DOMAIN, version_major=10,
            version_minor=0, lan_root="", logged_on_users=len(self.users), **SETTINGS)
        self.names = ["winserver." + DNS_DOMAIN, "files." + DNS_DOMAIN]  # the first is the primary

    # ---- The workstation -------------------------------------------------------------------------

    @operation(0, "NetrWkstaGetInfo", {"server": TEXT, "level": U32}, {"info": INFO})
    def get_info(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_GET, LEVELS_FOR_EVERYBODY)
        if not result:
            call.info = (call.level, self.workstation)
        return result

    @operation(1, "NetrWkstaSetInfo",
               {"server": TEXT, "level": U32, "info": INFO, "parm_err": Pointer(U32)},
               {"parm_err": Pointer(U32)})
    def set_info(self, call):
        result = self.check_level(call, call.level, LEVELS_TO_SET)
        if result:
            return result
        new = call.info[1]
        if not new:
            return ERROR_INVALID_PARAMETER
        for name, (number, least, most) in PARAMETERS.items():
            if not least <= getattr(new, name, least) <= most:
                return self.wrong_parameter(call, number)
        set_members(self.workstation, LEVELS[call.level], new)
        return NERR_Success

    @list_operation(2, "NetrWkstaUserEnum", USERS)
    def user_enum(self, call):
        return self.list_rows(call, USERS, (), lambda: (self.users, NERR_Success))

    @operation(13, "NetrWorkstationStatisticsGet",
               {"server": TEXT, "service": TEXT, "level": U32, "options": U32},
               {"statistics": Pointer(STAT_WORKSTATION_0)})
    def statistics_get(self, call):
        if call.level != 0 or self.lacks(self.options.lacks_level, call.level):
            return ERROR_INVALID_LEVEL
        if call.options:
            return ERROR_INVALID_PARAMETER
        numbers = {name: (i << 32) + 2000 + i for i, name in enumerate(LARGE_STATISTICS)}
        numbers.update((name, 3000 + i) for i, name in enumerate(STATISTICS))
        call.statistics = Record(**dict(numbers, start_time=START_TIME))
        return NERR_Success

    # ---- Its transports --------------------------------------------------------------------------

    def transport_named(self, name):
        return next((one for one in self.transports if one.name.upper() == (name or "").upper()),
                    None)

    @list_operation(5, "NetrWkstaTransportEnum", TRANSPORTS)
    def transport_enum(self, call):
        return self.list_rows(call, TRANSPORTS, (0,), lambda: (self.transports, NERR_Success))

    @operation(6, "NetrWkstaTransportAdd",
               {"server": TEXT, "level": U32, "transport": TRANSPORTS[0],
                "parm_err": Pointer(U32)},
               {"parm_err": Pointer(U32)})
    def transport_add(self, call):
        result = self.check_level(call, call.level, TRANSPORTS)
        if result:
            return result
        new = call.transport
        if not new.name:
            return self.wrong_parameter(call, 202)  # TRANSPORT_NAME_PARMNUM
        if self.transport_named(new.name):
            return ERROR_DUP_NAME
        new.circuits = 0
        self.transports.append(new)
        return NERR_Success

    @operation(7, "NetrWkstaTransportDel", {"server": TEXT, "name": TEXT, "force": U32})
    def transport_del(self, call):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if not call.name or call.force > 2:  # USE_LOTS_OF_FORCE
            return ERROR_INVALID_PARAMETER
        transport = self.transport_named(call.name)
        if not transport:
            return NERR_UseNotFound
        self.transports.remove(transport)
        return NERR_Success

    # ---- Its names -------------------------------------------------------------------------------

    @operation(20, "NetrGetJoinInformation", {"server": TEXT, "name": TEXT},
               {"name": TEXT, "status": U16})
    def get_join_information(self, call):
        call.name, call.status = DOMAIN, NET_SETUP_DOMAIN_NAME
        return NERR_Success

    @operation(25, "NetrValidateName2",
               {"server": TEXT, "name": STRING, "account": TEXT, "password": ENCRYPTED_PASSWORD,
                "type": U16})
    def validate_name(self, call):
        is_name = 0 < len(call.name) <= 63 and not any(c in NOT_IN_NAMES for c in call.name)
        is_domain = call.name.upper() in (DOMAIN, DNS_DOMAIN.upper())
        if call.type == MACHINE:
            return NERR_Success if is_name and len(call.name) <= 15 else NERR_InvalidComputer
        if call.type == WORKGROUP:
            if not is_name or len(call.name) > 15 or same_name(call.name, "WINSERVER"):
                return NERR_InvalidWorkgroupName
            return NERR_Success
        if call.type == TYPE_DOMAIN:
            return NERR_Success if is_domain else ERROR_NO_SUCH_DOMAIN
        if call.type == NON_EXISTENT_DOMAIN:
            return ERROR_DUP_NAME if is_domain else NERR_Success
        if call.type == DNS_MACHINE:
            return NERR_Success if is_name else ERROR_INVALID_NAME
        return ERROR_INVALID_PARAMETER

    def check_name(self, call):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if call.reserved:
            return ERROR_INVALID_FLAGS
        return NERR_Success if call.name else ERROR_INVALID_PARAMETER

    def index_of(self, name):
        return next((i for i, one in enumerate(self.names) if same_name(one, name)), None)

    @operation(27, "NetrAddAlternateComputerName", COMPUTER_NAME)
    def add_alternate_computer_name(self, call):
        result = self.check_name(call)
        if result:
            return result
        if any(c in NOT_IN_NAMES for c in call.name):
            return ERROR_INVALID_NAME
        if self.index_of(call.name) is not None:
            return ERROR_DUP_NAME
        self.names.append(call.name)
        return NERR_Success

    @operation(28, "NetrRemoveAlternateComputerName", COMPUTER_NAME)
    def remove_alternate_computer_name(self, call):
        result = self.check_name(call)
        if result:
            return result
        if not self.index_of(call.name):  # nor the primary one
            return ERROR_INVALID_NAME
        del self.names[self.index_of(call.name)]
        return NERR_Success

    @operation(29, "NetrSetPrimaryComputerName", COMPUTER_NAME)
    def set_primary_computer_name(self, call):
        result = self.check_name(call)
        if result:
            return result
        index = self.index_of(call.name)
        if index is None:
            return ERROR_INVALID_NAME
        self.names.insert(0, self.names.pop(index))
        return NERR_Success

    @operation(30, "NetrEnumerateComputerNames", {"server": TEXT, "type": U16, "reserved": U32},
               {"names": Pointer(Counted(Array(CountedString())))})
    def enumerate_computer_names(self, call):
        if call.reserved:
            return ERROR_INVALID_FLAGS
        if call.type not in (PRIMARY, ALTERNATE, ALL):
            return ERROR_INVALID_PARAMETER
        call.names = {PRIMARY: self.names[:1], ALTERNATE: self.names[1:], ALL: self.names}[
            call.type]
        return NERR_Success
