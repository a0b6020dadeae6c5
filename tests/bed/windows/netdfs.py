"""The management of DFS namespaces: [MS-DFSNM] 3.1.

SPDX-License-Identifier: LGPL-2.1-or-later

The server hosts a stand-alone namespace, "root", with two links, and a domain's, "domroot", of which
it says the domain's name when it is asked for those of the domain. All levels are there; one that is
not is ERROR_INVALID_PARAMETER, as the specification has it.
"""

from windows.descriptors import EVERYBODY_READS
from windows.errors import (
    ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS, ERROR_DEVICE_NOT_AVAILABLE, ERROR_FILE_EXISTS,
    ERROR_FILE_NOT_FOUND, ERROR_INVALID_PARAMETER, ERROR_NO_MORE_ITEMS, ERROR_NOT_FOUND,
    NERR_NetNameNotFound, NERR_Success)
from windows.ndr import STRING, TEXT, U8, U16, U32, Info, Listing, Pointer, Record
from windows.netdfs_levels import (
    GET_LEVELS, LIST_LEVELS, NAMESPACE_VERSION, ROOT_LIST, SET_LEVELS)
from windows.service import Service, operation, same_name

COMPUTER, DOMAIN = "WINSERVER", "beddomain.example"
STAND_ALONE, OF_DOMAIN = 0x100, 0x200  # DFS_VOLUME_FLAVOR_*
OK, TARGET_ONLINE = 1, 2
ADD_VOLUME, RESTORE_VOLUME = 1, 2
FORCE_REMOVE = 0x80000000
SHARES = ("root", "domroot", "docs", "new")  # that can be root targets
TARGET_MEMBERS = ("state", "priority_class", "priority_rank", "priority_reserved")

LIST = Pointer(Listing(LIST_LEVELS))
ENUM = {"level": U32, "length": U32, "links": LIST, "handle": Pointer(U32)}
ENUM_ANSWER = {"links": LIST, "handle": Pointer(U32)}
TARGET = {"server": TEXT, "share": TEXT}


def target(server, share, priority_class=0, rank=0):
    return Record(state=TARGET_ONLINE, server=server, share=share, priority_class=priority_class,
                  priority_rank=rank, priority_reserved=0)


def entry(link, comment, targets, flavor=0, timeout=1800):
    """A link, or the root itself, whose name is empty."""
    number = len(link) + 1
    return Record(link=link, comment=comment, state=OK | flavor, timeout=timeout,
                  guid=bytes(range(number, number + 16)), property_flags=number & 0x1F,
                  metadata_size=100 + number, descriptor=EVERYBODY_READS if link else None,
                  targets=targets)


def namespace(name, flavor, links):
    root = entry("", "Root of " + name, [target(COMPUTER, name)], flavor, 300)
    return Record(name=name, flavor=flavor, entries=[root] + links)


def split(path):
    """Root and link of a path; backslashes in front count for nothing."""
    names = (path or "").lstrip("\\").split("\\", 2)
    return (names + ["", ""])[1:3]


class DfsService(Service):
    pipe = "netdfs"
    interface = ("4fc742e0-4a10-11cf-8273-00aa004ae673", "3.0")

    def __init__(self, options, administrators):
        super().__init__(options, administrators)
        self.namespaces = [
            namespace("root", STAND_ALONE, [
                entry("link", "Two targets", [target("files1", "data", 1, 5),
                                              target("files2", "data\\sub", 2, 31)]),
                entry("folder\\deep", None, [target("files1", "deep")])]),
            namespace("domroot", OF_DOMAIN, []),
        ]

    # ---- Looking ---------------------------------------------------------------------------------

    def namespace_named(self, name):
        return next((one for one in self.namespaces if same_name(one.name, name)), None)

    def find(self, path):
        """The namespace and the entry of a path; None for what is not there."""
        root, link = split(path)
        space = self.namespace_named(root)
        found = space and next((one for one in space.entries if same_name(one.link, link)), None)
        return space, found

    @staticmethod
    def row(space, one):
        path = "\\\\%s\\%s" % (COMPUTER if space.flavor == STAND_ALONE else DOMAIN, space.name)
        return Record(
            **vars(one), path=path + ("\\" + one.link if one.link else ""),
            target_count=len(one.targets), generation_guid=b"\x07" * 16,
            major_version=1 if space.flavor == STAND_ALONE else 2, minor_version=0, capabilities=1)

    def has_level(self, level, levels):
        return level in levels and not self.lacks(self.options.lacks_level, level)

    def rows_of(self, level, spaces):
        if level == 200:
            return [Record(namespace_name=one.name) for one in self.namespaces
                    if one.flavor == OF_DOMAIN]
        if level == 300:
            return [Record(flavor=one.flavor, root_path=self.row(one, one.entries[0]).path)
                    for one in self.namespaces]
        return [self.row(space, one) for space in spaces for one in space.entries]

    def list_rows_of(self, call, spaces):
        if not self.has_level(call.level, LIST_LEVELS):
            return ERROR_INVALID_PARAMETER
        start = call.handle or 0
        rows = self.rows_of(call.level, spaces)
        if start >= len(rows):
            return ERROR_NO_MORE_ITEMS
        call.links = (call.level, rows[start:])
        call.handle = len(rows) if call.handle is not None else None
        return NERR_Success

    @operation(0, "NetrDfsManagerGetVersion", {})
    def manager_get_version(self, call):
        return 6

    @operation(4, "NetrDfsGetInfo", {"path": STRING, **TARGET, "level": U32},
               {"info": Info(GET_LEVELS)})
    def get_info(self, call):
        space, one = self.find(call.path)
        if not self.has_level(call.level, GET_LEVELS):
            return ERROR_INVALID_PARAMETER
        if not one:
            return ERROR_NOT_FOUND
        if call.level in (7, 50) and one.link or call.level == 150 and not one.link:
            return ERROR_INVALID_PARAMETER
        call.info = (call.level, self.row(space, one))
        return NERR_Success

    @operation(5, "NetrDfsEnum", ENUM, ENUM_ANSWER)
    def enum(self, call):
        if len(self.namespaces) > 1:
            return ERROR_DEVICE_NOT_AVAILABLE
        return self.list_rows_of(call, self.namespaces)

    @operation(21, "NetrDfsEnumEx", {"path": STRING, **ENUM}, ENUM_ANSWER)
    def enum_ex(self, call):
        space = self.namespace_named(split(call.path)[0])
        if not space and call.level not in (200, 300):
            return ERROR_NOT_FOUND
        return self.list_rows_of(call, [space])

    @operation(25, "NetrDfsGetSupportedNamespaceVersion", {"origin": U16, "name": TEXT},
               {"version": NAMESPACE_VERSION})
    def get_supported_namespace_version(self, call):
        call.version = Record(
            domain_major_version=2, domain_minor_version=0, domain_capabilities=1,
            standalone_major_version=1, standalone_minor_version=0, standalone_capabilities=1 << 32)
        return NERR_Success

    # ---- Links -----------------------------------------------------------------------------------

    @staticmethod
    def target_of(one, server, share):
        return next((each for each in one.targets
                     if same_name(each.server, server) and same_name(each.share, share)), None)

    @operation(1, "NetrDfsAdd", {"path": STRING, "server": STRING, "share": TEXT, "comment": TEXT,
                                 "flags": U32})
    def add(self, call):
        space, one = self.find(call.path)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if call.flags & ~(ADD_VOLUME | RESTORE_VOLUME) or not split(call.path)[1]:
            return ERROR_INVALID_PARAMETER
        if not space:
            return ERROR_NOT_FOUND
        if one and (call.flags & ADD_VOLUME or self.target_of(one, call.server, call.share)):
            return ERROR_FILE_EXISTS
        if not one:
            one = entry(split(call.path)[1], call.comment, [])
            space.entries.append(one)
        one.targets.append(target(call.server, call.share))
        return NERR_Success

    @operation(2, "NetrDfsRemove", {"path": STRING, **TARGET})
    def remove(self, call):
        space, one = self.find(call.path)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if not one or not one.link:
            return ERROR_NOT_FOUND
        if call.server:
            found = self.target_of(one, call.server, call.share)
            if not found:
                return ERROR_FILE_NOT_FOUND
            one.targets.remove(found)
        if not call.server or not one.targets:
            space.entries.remove(one)
        return NERR_Success

    @operation(3, "NetrDfsSetInfo", {"path": STRING, **TARGET, "level": U32,
                                     "info": Info(SET_LEVELS)})
    def set_info(self, call):
        _, one = self.find(call.path)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if not one:
            return ERROR_NOT_FOUND
        level, value = call.info
        if level != call.level or value is None or not self.has_level(level, SET_LEVELS):
            return ERROR_INVALID_PARAMETER
        changed = self.target_of(one, call.server, call.share) if call.server else one
        if not changed:
            return ERROR_FILE_NOT_FOUND
        self.change(changed, vars(value))
        return NERR_Success

    @staticmethod
    def change(changed, members):
        mask = members.pop("property_flag_mask", None)
        if mask is not None:
            members["property_flags"] = (changed.property_flags & ~mask
                                         | members["property_flags"] & mask)
        for name, value in members.items():
            setattr(changed, name, value)

    @operation(6, "NetrDfsMove", {"path": STRING, "new_path": STRING, "flags": U32})
    def move(self, call):
        space, one = self.find(call.path)
        other_space, other = self.find(call.new_path)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if not one or not space or space is not other_space:
            return ERROR_NOT_FOUND
        if other and not call.flags & 1:
            return ERROR_FILE_EXISTS
        if other:
            space.entries.remove(other)
        one.link = split(call.new_path)[1]
        return NERR_Success

    # ---- Namespaces ------------------------------------------------------------------------------

    def add_namespace(self, call, name, flavor):
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if name.lower() not in SHARES:
            return NERR_NetNameNotFound
        if self.namespace_named(name):
            return ERROR_ALREADY_EXISTS
        self.namespaces.append(namespace(name, flavor, []))
        self.namespaces[-1].entries[0].comment = call.comment
        return NERR_Success

    def remove_namespace(self, call, name, flavor):
        space = self.namespace_named(name)
        if not self.is_administrator(call):
            return ERROR_ACCESS_DENIED
        if not space or space.flavor != flavor:
            return ERROR_NOT_FOUND
        self.namespaces.remove(space)
        return NERR_Success

    @operation(12, "NetrDfsAddStdRoot", {"server": STRING, "share": STRING, "comment": STRING,
                                         "flags": U32})
    def add_std_root(self, call):
        return self.add_namespace(call, call.share, STAND_ALONE)

    @operation(15, "NetrDfsAddStdRootForced", {"server": STRING, "share": STRING,
                                               "comment": STRING, "local_path": STRING})
    def add_std_root_forced(self, call):
        return self.add_namespace(call, call.share, STAND_ALONE)

    @operation(13, "NetrDfsRemoveStdRoot", {"server": STRING, "share": STRING, "flags": U32})
    def remove_std_root(self, call):
        return self.remove_namespace(call, call.share, STAND_ALONE)

    @operation(10, "NetrDfsAddFtRoot",
               {"server": STRING, "dc": STRING, "share": STRING, "name": STRING, "comment": STRING,
                "config_dn": STRING, "new_namespace": U8, "flags": U32, "root_list": ROOT_LIST},
               {"root_list": ROOT_LIST})
    def add_ft_root(self, call):
        call.root_list = ["\\\\other\\" + call.share]
        return self.add_namespace(call, call.name, OF_DOMAIN)

    @operation(11, "NetrDfsRemoveFtRoot",
               {"server": STRING, "dc": STRING, "share": STRING, "name": STRING, "flags": U32,
                "root_list": ROOT_LIST}, {"root_list": ROOT_LIST})
    def remove_ft_root(self, call):
        if call.flags & ~FORCE_REMOVE or bool(call.flags) != bool(call.dc):
            return ERROR_INVALID_PARAMETER
        return self.remove_namespace(call, call.name, OF_DOMAIN)

    @operation(14, "NetrDfsManagerInitialize", {"server": STRING, "flags": U32})
    def manager_initialize(self, call):
        return NERR_Success if self.is_administrator(call) else ERROR_ACCESS_DENIED

    @operation(23, "NetrDfsAddRootTarget",
               {"path": TEXT, "target_path": TEXT, "major_version": U32, "comment": TEXT,
                "new_namespace": U8, "flags": U32})
    def add_root_target(self, call):
        if bool(call.major_version) != bool(call.new_namespace):
            return ERROR_INVALID_PARAMETER
        return self.add_namespace(call, split(call.path)[0],
                                  OF_DOMAIN if call.target_path else STAND_ALONE)

    @operation(24, "NetrDfsRemoveRootTarget", {"path": TEXT, "target_path": TEXT, "flags": U32})
    def remove_root_target(self, call):
        return self.remove_namespace(call, split(call.path)[0],
                                     OF_DOMAIN if call.target_path else STAND_ALONE)
