"""Transports and aliases of the server: [MS-SRVS] 2.2.4.96 to 2.2.4.104, 3.1.4.22 to 3.1.4.27,
3.1.4.44 to 3.1.4.46.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_DUP_NAME, ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER,
    NERR_DuplicateShare, NERR_NetNameNotFound, NERR_Success)
from windows.ndr import BYTES, TEXT, U8, U32, Block, Info, Pointer, Record, Structure, Union
from windows.service import Service, list_operation, operation, same_name

BEGINNING = {"circuits": U32, "name": TEXT, "address": Pointer(BYTES), "address_size": U32,
             "network_address": TEXT}
TRANSPORTS = {
    0: Structure("SERVER_TRANSPORT_INFO_0", **BEGINNING),
    1: Structure("SERVER_TRANSPORT_INFO_1", **BEGINNING, domain=TEXT),
    2: Structure("SERVER_TRANSPORT_INFO_2", **BEGINNING, domain=TEXT, flags=U32),
    3: Structure("SERVER_TRANSPORT_INFO_3", **BEGINNING, domain=TEXT, flags=U32,
                 password_size=U32, password=Block(256)),
}
# 2.2.3.9: its arms are no pointers.
TRANSPORT_INFO = Union(TRANSPORTS)
ONE_TRANSPORT = {"server": TEXT, "level": U32, "transport": TRANSPORTS[0]}
ONE_TRANSPORT_EX = {"server": TEXT, "level": U32, "info": TRANSPORT_INFO}

ALIASES = {0: Structure("SERVER_ALIAS_INFO_0", alias=TEXT, target=TEXT, is_default=U8,
                        reserved=U32)}
ONE_ALIAS = {"server": TEXT, "level": U32, "info": Info(ALIASES)}


def make_transport(name, address, network_address, circuits=0, domain="BEDDOMAIN", flags=0):
    return Record(name=name, address=address, address_size=len(address), domain=domain,
                  network_address=network_address, circuits=circuits, flags=flags,
                  password_size=0, password=b"")


class Transports(Service):
    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.transports = [
            make_transport("\\Device\\NetbiosSmb", b"WINSERVER       ", "000000000000", circuits=3),
            make_transport("\\Device\\NetBT_Tcpip_{8E7B9C5A-0001-4A5B-8C3D-0123456789AB}",
                           b"WINSERVER       ", "525400123456"),
        ]
        self.aliases = [Record(alias="FILES", target="WINSERVER", is_default=0, reserved=0)]

    # ---- Transports ------------------------------------------------------------------------------

    def transport_like(self, wanted):
        """A transport is known by its name and its address."""
        return next((one for one in self.transports if one.name.upper() == wanted.name.upper()
                     and one.address == (wanted.address or b"")), None)

    def check_transport(self, call, wanted):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if call.level not in TRANSPORTS or self.lacks(self.options.lacks_level, call.level):
            return ERROR_INVALID_LEVEL
        return NERR_Success if wanted and wanted.name else ERROR_INVALID_PARAMETER

    @list_operation(26, "NetrServerTransportEnum", TRANSPORTS)
    def server_transport_enum(self, call):
        return self.list_rows(call, TRANSPORTS, (), lambda: (self.transports, NERR_Success))

    def add_transport(self, call, new):
        result = self.check_transport(call, new)
        if result:
            return result
        if self.transport_like(new):
            return ERROR_DUP_NAME
        members = dict(vars(new), circuits=0, address=new.address or b"")
        transport = make_transport(new.name, members["address"], new.network_address)
        vars(transport).update(members, address_size=len(members["address"]))
        self.transports.append(transport)
        return NERR_Success

    def delete_transport(self, call, wanted):
        result = self.check_transport(call, wanted)
        if result:
            return result
        transport = self.transport_like(wanted)
        if not transport:
            return NERR_NetNameNotFound
        self.transports.remove(transport)
        return NERR_Success

    @operation(25, "NetrServerTransportAdd", ONE_TRANSPORT)
    def server_transport_add(self, call):
        return ERROR_INVALID_LEVEL if call.level else self.add_transport(call, call.transport)

    @operation(27, "NetrServerTransportDel", ONE_TRANSPORT)
    def server_transport_del(self, call):
        return ERROR_INVALID_LEVEL if call.level else self.delete_transport(call, call.transport)

    @operation(41, "NetrServerTransportAddEx", ONE_TRANSPORT_EX)
    def server_transport_add_ex(self, call):
        return self.add_transport(call, call.info[1])

    @operation(53, "NetrServerTransportDelEx", ONE_TRANSPORT_EX)
    def server_transport_del_ex(self, call):
        return self.delete_transport(call, call.info[1])

    # ---- Aliases ---------------------------------------------------------------------------------

    def alias_named(self, name):
        return next((one for one in self.aliases if same_name(one.alias, name)), None)

    @list_operation(55, "NetrServerAliasEnum", ALIASES)
    def server_alias_enum(self, call):
        return self.list_rows(call, ALIASES, (), lambda: (self.aliases, NERR_Success))

    @operation(54, "NetrServerAliasAdd", ONE_ALIAS)
    def server_alias_add(self, call):
        result = self.check_level(call, call.level, ALIASES)
        if result:
            return result
        new = call.info[1]
        if not new or not new.alias or bool(new.target) == bool(new.is_default):
            return ERROR_INVALID_PARAMETER
        if self.alias_named(new.alias):
            return NERR_DuplicateShare
        self.aliases.append(new)
        return NERR_Success

    @operation(56, "NetrServerAliasDel", ONE_ALIAS)
    def server_alias_del(self, call):
        result = self.check_level(call, call.level, ALIASES)
        if result:
            return result
        if not call.info[1] or not call.info[1].alias:
            return ERROR_INVALID_PARAMETER
        alias = self.alias_named(call.info[1].alias)
        if not alias:
            return NERR_NetNameNotFound
        self.aliases.remove(alias)
        return NERR_Success
