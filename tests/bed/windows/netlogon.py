"""The Netlogon service of a domain controller: [MS-NRPC] 3.5.4, what needs no secure channel.

SPDX-License-Identifier: LGPL-2.1-or-later

The server plays the controller of beddomain.example in a forest of two domains, which trusts another
forest, and has two sites.
"""

import ipaddress

from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_INVALID_FUNCTION, ERROR_INVALID_LEVEL, ERROR_INVALID_PARAMETER,
    ERROR_NO_SUCH_DOMAIN, ERROR_NOT_SUPPORTED, NERR_DCNotFound, NERR_Success, NERR_UserNotFound)
from windows.ndr import (
    BYTES, STRING, TEXT, U16, U32, U64, Array, Block, Counted, CountedString, Info, Pointer, Record,
    Structure, Union)
from windows.service import Service, operation, same_name

DOMAIN, DNS_DOMAIN, FOREST = "BEDDOMAIN", "beddomain.example", "beddomain.example"
CONTROLLER = "\\\\WINSERVER"
SITES = ("Default-First-Site-Name", "Branch")
SUBNETS = {"192.0.2.0/24": SITES[0], "198.51.100.0/25": SITES[1], "2001:db8::/32": SITES[1]}
USERS = ("alice", "admin")
AF_INET, AF_INET6 = 2, 23

GUID = Block(16)
GUID.alignment = 4


class OptionalCountedString(CountedString):
    """One that may be NULL."""

    def write(self, writer, value, deferred):
        if value is None:
            writer.u32(0, 0)
        else:
            super().write(writer, value, deferred)

    def read(self, reader, store, deferred):
        start = reader.position + -reader.position % 4
        _, pointer = reader.u32(), reader.u32()
        if not pointer:
            store(None)
        else:
            reader.position = start
            super().read(reader, store, deferred)


class LargeCountedString(OptionalCountedString):
    """One whose maximum length counts the terminator, which is not sent."""

    class Text:
        alignment = 4

        @staticmethod
        def write(writer, value, deferred):
            data = value.encode("utf-16-le")
            writer.u32(len(data) // 2 + 1, 0, len(data) // 2)
            writer.data += data

        @staticmethod
        def read(reader, store, deferred):
            _, _, count = reader.u32(), reader.u32(), reader.u32()
            store(reader.take(2 * count).decode("utf-16-le"))

    text = Text()

    def write(self, writer, value, deferred):
        if value is None:
            writer.u32(0, 0)
            return
        writer.align(4)
        size = 2 * len(value)
        writer.data += size.to_bytes(2, "little") + (size + 2).to_bytes(2, "little")
        writer.u32(writer.referent())
        deferred.append((self.text, value))


class Sid:
    """RPC_SID: the value is its bytes."""

    alignment = 4

    @staticmethod
    def write(writer, value, deferred):
        writer.u32(value[1])
        writer.data += value

    @staticmethod
    def read(reader, store, deferred):
        count = reader.u32()
        store(reader.take(8 + 4 * count))


class NarrowUnion(Union):
    """One with a discriminant of 16 bits, whose arms are aligned as the widest."""

    def write(self, writer, value, deferred):
        tag, inner = value
        writer.align(4)
        writer.data += tag.to_bytes(2, "little") + b"\0\0"
        self.arms[min(tag, max(self.arms))].write(writer, inner, deferred)

    def read(self, reader, store, deferred):
        tag = int.from_bytes(reader.take(4, 4)[:2], "little")
        self.arms[min(tag, max(self.arms))].read(reader, lambda inner: store((tag, inner)), deferred)


NAME = OptionalCountedString()
LARGE_NAME = LargeCountedString()
SITE_NAMES = Pointer(Counted(Array(NAME)))
SITE_AND_SUBNET_NAMES = Pointer(Structure(
    "NL_SITE_NAME_EX_ARRAY", count=U32, sites=Pointer(Array(NAME)), subnets=Pointer(Array(NAME))))
ADDRESS = Structure("NL_SOCKET_ADDRESS", address=Pointer(BYTES), length=U32)
DOMAIN_TRUST = Structure(
    "DS_DOMAIN_TRUSTSW", netbios_name=TEXT, dns_name=TEXT, flags=U32, parent=U32, type=U32,
    attributes=U32, sid=Pointer(Sid()), guid=GUID)
DOMAIN_TRUSTS = Counted(Array(DOMAIN_TRUST))

DOMAIN_INFO = Structure("LSA_FOREST_TRUST_DOMAIN_INFO", sid=Pointer(Sid()), dns_name=LARGE_NAME,
                        netbios_name=LARGE_NAME)
BINARY_DATA = Counted(BYTES)
TRUST_RECORD = Structure(
    "LSA_FOREST_TRUST_RECORD", flags=U32, type=U16, time=U64,
    data=NarrowUnion({0: LARGE_NAME, 1: LARGE_NAME, 2: DOMAIN_INFO, 3: BINARY_DATA}))
FOREST_TRUST = Pointer(Counted(Array(Pointer(TRUST_RECORD))))

# 2.2.1.7
INFO_1 = Structure("NETLOGON_INFO_1", flags=U32, pdc_status=U32)
INFO_2 = Structure("NETLOGON_INFO_2", flags=U32, pdc_status=U32, trusted_dc=TEXT, tc_status=U32)
INFO_3 = Structure("NETLOGON_INFO_3", flags=U32, attempts=U32, r1=U32, r2=U32, r3=U32, r4=U32, r5=U32)
INFO_4 = Structure("NETLOGON_INFO_4", trusted_dc=TEXT, trusted_domain=TEXT)
CONTROL_INFO = Info({1: INFO_1, 2: INFO_2, 3: INFO_3, 4: INFO_4})
QUERY, REPLICATE, REDISCOVER, TC_QUERY, FIND_USER, CHANGE_PASSWORD, TC_VERIFY = 1, 2, 5, 6, 8, 9, 10
FORCE_DNS, QUERY_DNS, SET_DBFLAG = 11, 12, 0xFFFE
CONTROL_DATA = Union({REDISCOVER: TEXT, TC_QUERY: TEXT, CHANGE_PASSWORD: TEXT, TC_VERIFY: TEXT,
                      FIND_USER: TEXT, SET_DBFLAG: U32})
CONTROL = {"server": TEXT, "function": U32, "level": U32}
HAS_IP, HAS_TIMESERV, VERIFIED = 0x10, 0x20, 0x80

# 3.5.4.7.1
IN_FOREST, OUTBOUND, TREE_ROOT, PRIMARY, NATIVE, INBOUND = 1, 2, 4, 8, 16, 32


def sid(*numbers):
    return bytes([1, len(numbers), 0, 0, 0, 0, 0, 5]) + b"".join(
        number.to_bytes(4, "little") for number in numbers)


TRUSTS = [
    Record(netbios_name=DOMAIN, dns_name=DNS_DOMAIN, flags=IN_FOREST | TREE_ROOT | PRIMARY | NATIVE,
           parent=0, type=2, attributes=0, sid=sid(21, 1, 2, 3), guid=bytes(range(16))),
    Record(netbios_name="CHILD", dns_name="child." + DNS_DOMAIN,
           flags=IN_FOREST | OUTBOUND | INBOUND, parent=0, type=2, attributes=0x20,
           sid=sid(21, 4, 5, 6), guid=bytes(range(16, 32))),
    Record(netbios_name="OLD", dns_name=None, flags=OUTBOUND, parent=0, type=1, attributes=0,
           sid=None, guid=bytes(16)),
    Record(netbios_name="PARTNER", dns_name="partner.example", flags=OUTBOUND | INBOUND, parent=0,
           type=2, attributes=8, sid=sid(21, 7, 8, 9), guid=bytes(16)),
]


def records_of(dns_name, netbios_name, number):
    return [Record(flags=0, type=0, time=0, data=(0, dns_name)),
            Record(flags=0, type=1, time=0, data=(1, "not." + dns_name)),
            Record(flags=4, type=2, time=0, data=(2, Record(
                sid=sid(21, number, 8, 9), dns_name=dns_name, netbios_name=netbios_name))),
            Record(flags=0, type=3, time=0, data=(3, b"scan"))]


FOREST_TRUSTS = {None: records_of(DNS_DOMAIN, DOMAIN, 1),
                 "partner.example": records_of("partner.example", "PARTNER", 7)}


def site_of(address):
    """Site and subnet of a sockaddr."""
    family = int.from_bytes((address or b"")[:2], "little")
    raw = {AF_INET: (address or b"")[4:8], AF_INET6: (address or b"")[8:24]}.get(family, b"")
    if len(raw) not in (4, 16):
        return None, None
    host = ipaddress.ip_address(raw)
    return next(((site, subnet) for subnet, site in SUBNETS.items()
                 if host in ipaddress.ip_network(subnet)), (None, None))


class NetlogonService(Service):
    pipe = "netlogon"
    interface = ("12345678-1234-abcd-ef00-01234567cffb", "1.0")

    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.deregistered = []

    # ---- Controllers -----------------------------------------------------------------------------

    @operation(11, "NetrGetDCName", {"server": STRING, "domain": TEXT}, {"name": TEXT})
    def get_dc_name(self, call):
        if call.domain and not same_name(call.domain, DOMAIN):
            return NERR_DCNotFound
        call.name = CONTROLLER
        return NERR_Success

    @operation(13, "NetrGetAnyDCName", {"server": TEXT, "domain": TEXT}, {"name": TEXT})
    def get_any_dc_name(self, call):
        if call.domain and not any(same_name(call.domain, one.netbios_name) for one in TRUSTS):
            return ERROR_NO_SUCH_DOMAIN
        call.name = "\\\\%sDC" % (call.domain or DOMAIN).upper()
        return NERR_Success

    @operation(41, "DsrDeregisterDnsHostRecords",
               {"server": TEXT, "domain": TEXT, "domain_guid": Pointer(GUID),
                "dsa_guid": Pointer(GUID), "host": STRING})
    def deregister(self, call):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        # What came is seen by what is said: all of it, or one of them too few.
        given = (call.domain, call.domain_guid, call.dsa_guid)
        if call.host == "whole.beddomain.example" and given != (
                DNS_DOMAIN, bytes(range(16)), bytes(range(16, 32))):
            return ERROR_INVALID_PARAMETER
        if call.host == "bare.beddomain.example" and given != (None, None, None):
            return ERROR_INVALID_PARAMETER
        return NERR_Success

    # ---- Control ---------------------------------------------------------------------------------

    @operation(12, "NetrLogonControl", CONTROL, {"query": CONTROL_INFO})
    def control(self, call):
        if call.level > 2:
            return ERROR_INVALID_LEVEL
        if call.level == 2:
            return ERROR_NOT_SUPPORTED
        return self.do_control(call, None)

    @operation(14, "NetrLogonControl2", dict(CONTROL, data=CONTROL_DATA), {"query": CONTROL_INFO})
    def control_2(self, call):
        return self.do_control(call, call.data[1])

    @operation(18, "NetrLogonControl2Ex", dict(CONTROL, data=CONTROL_DATA),
               {"query": CONTROL_INFO})
    def control_2_ex(self, call):
        return self.do_control(call, call.data[1])

    def do_control(self, call, data):
        call.query = (call.level, None)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if call.level not in (1, 2, 3, 4):
            return ERROR_INVALID_LEVEL
        of_domain = call.function in (REDISCOVER, TC_QUERY, TC_VERIFY)
        if call.level == 4 and call.function != FIND_USER or call.level == 2 and not of_domain:
            return ERROR_INVALID_PARAMETER
        if of_domain and not any(same_name(data or "", one.netbios_name) for one in TRUSTS):
            return ERROR_NO_SUCH_DOMAIN
        if call.function == FIND_USER and data not in USERS:
            return NERR_UserNotFound
        if call.function not in (QUERY, REDISCOVER, TC_QUERY, TC_VERIFY, FIND_USER, FORCE_DNS,
                                 QUERY_DNS, SET_DBFLAG):
            return ERROR_NOT_SUPPORTED
        verified = VERIFIED if call.function == TC_VERIFY else 0
        call.query = (call.level, Record(
            flags=HAS_IP | HAS_TIMESERV | verified, pdc_status=0, tc_status=0, attempts=77,
            trusted_dc="\\\\%sDC" % (data if of_domain else DOMAIN), trusted_domain=DOMAIN))
        if call.function == SET_DBFLAG:
            call.query[1].flags = data
        return NERR_Success

    # ---- Sites -----------------------------------------------------------------------------------

    @operation(28, "DsrGetSiteName", {"computer": TEXT}, {"site": TEXT})
    def get_site_name(self, call):
        call.site = None if self.options.no_texts else SITES[0]
        return NERR_Success

    @operation(33, "DsrAddressToSiteNamesW",
               {"computer": TEXT, "count": U32, "addresses": Array(ADDRESS)}, {"sites": SITE_NAMES})
    def address_to_site_names(self, call):
        call.sites = self.claim([site_of(one.address)[0] for one in call.addresses])
        return NERR_Success

    @operation(37, "DsrAddressToSiteNamesExW",
               {"computer": TEXT, "count": U32, "addresses": Array(ADDRESS)},
               {"sites": SITE_AND_SUBNET_NAMES})
    def address_to_site_names_ex(self, call):
        found = self.claim([site_of(one.address) for one in call.addresses])
        call.sites = Record(count=len(found), sites=[one[0] for one in found],
                            subnets=[one[1] for one in found])
        return NERR_Success

    @operation(38, "DsrGetDcSiteCoverageW", {"server": TEXT}, {"sites": SITE_NAMES})
    def get_site_coverage(self, call):
        call.sites = None if self.options.no_texts else SITES
        return NERR_Success

    def claim(self, rows):
        """More or less than was asked for, in the manner of --claim-rows."""
        wanted = max(len(rows) + self.options.claim_rows, 0)
        return (rows * (wanted + 1))[:wanted]

    # ---- Trusts ----------------------------------------------------------------------------------

    @operation(19, "NetrEnumerateTrustedDomains", {"server": TEXT},
               {"names": Counted(BYTES)})
    def enumerate_trusted_domains(self, call):
        names = "" if self.options.rows == 0 else "".join(
            one.netbios_name + "\0" for one in TRUSTS if one.flags & OUTBOUND)
        call.names = (names + ("" if self.options.no_terminator else "\0")).encode("utf-16-le")
        return NERR_Success

    @operation(36, "NetrEnumerateTrustedDomainsEx", {"server": TEXT}, {"trusts": DOMAIN_TRUSTS})
    def enumerate_trusted_domains_ex(self, call):
        call.trusts = TRUSTS
        return NERR_Success

    @operation(40, "DsrEnumerateDomainTrusts", {"server": TEXT, "flags": U32},
               {"trusts": DOMAIN_TRUSTS})
    def enumerate_domain_trusts(self, call):
        call.trusts = [] if self.options.rows == 0 else [
            one for one in TRUSTS if one.flags & call.flags or not call.flags]
        return NERR_Success

    @operation(43, "DsrGetForestTrustInformation", {"server": TEXT, "domain": TEXT, "flags": U32},
               {"information": FOREST_TRUST})
    def get_forest_trust_information(self, call):
        if call.domain and call.domain.lower() not in FOREST_TRUSTS:
            return ERROR_INVALID_FUNCTION
        call.information = FOREST_TRUSTS[call.domain and call.domain.lower()]
        if self.options.no_texts:
            call.information = [None]
        return NERR_Success
