"""Roots and links of DFS namespaces on the wire: [MS-DFSNM] 2.2.3 to 2.2.6.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.ndr import BYTES, TEXT, U16, U32, U64, Array, Block, Counted, Pointer, Structure

GUID = Block(16)  # always where 4 bytes are aligned
DESCRIPTOR = Counted(BYTES)
PRIORITY = dict(priority_class=U32, priority_rank=U16, priority_reserved=U16)

STORAGE_INFO = Structure("DFS_STORAGE_INFO", state=U32, server=TEXT, share=TEXT)
STORAGE_INFO_1 = Structure("DFS_STORAGE_INFO_1", state=U32, server=TEXT, share=TEXT, **PRIORITY)
TARGETS, TARGETS_1 = Counted(Array(STORAGE_INFO)), Counted(Array(STORAGE_INFO_1))

_NAMED = dict(path=TEXT, comment=TEXT, state=U32)
_TIMED = dict(_NAMED, timeout=U32, guid=GUID)
_FLAGGED = dict(_TIMED, property_flags=U32, metadata_size=U32)
_SECURED = dict(_FLAGGED, descriptor=DESCRIPTOR)
_SETTINGS = dict(comment=TEXT, state=U32, timeout=U32, property_flag_mask=U32, property_flags=U32)

LINK_LEVELS = {
    1: Structure("DFS_INFO_1", path=TEXT),
    2: Structure("DFS_INFO_2", **_NAMED, target_count=U32),
    3: Structure("DFS_INFO_3", **_NAMED, targets=TARGETS),
    4: Structure("DFS_INFO_4", **_TIMED, targets=TARGETS),
    5: Structure("DFS_INFO_5", **_FLAGGED, target_count=U32),
    6: Structure("DFS_INFO_6", **_FLAGGED, targets=TARGETS_1),
    8: Structure("DFS_INFO_8", **_SECURED, target_count=U32),
    9: Structure("DFS_INFO_9", **_SECURED, targets=TARGETS_1),
}
LIST_LEVELS = dict(LINK_LEVELS)
LIST_LEVELS[200] = Structure("DFS_INFO_200", namespace_name=TEXT)
LIST_LEVELS[300] = Structure("DFS_INFO_300", flavor=U32, root_path=TEXT)
GET_LEVELS = dict(LINK_LEVELS)
GET_LEVELS[7] = Structure("DFS_INFO_7", generation_guid=GUID)
GET_LEVELS[50] = Structure("DFS_INFO_50", major_version=U32, minor_version=U32, capabilities=U64)
GET_LEVELS[100] = Structure("DFS_INFO_100", comment=TEXT)
GET_LEVELS[150] = Structure("DFS_INFO_150", descriptor=DESCRIPTOR)
SET_LEVELS = {
    100: GET_LEVELS[100],
    101: Structure("DFS_INFO_101", state=U32),
    102: Structure("DFS_INFO_102", timeout=U32),
    103: Structure("DFS_INFO_103", property_flag_mask=U32, property_flags=U32),
    104: Structure("DFS_INFO_104", **PRIORITY),
    105: Structure("DFS_INFO_105", **_SETTINGS),
    106: Structure("DFS_INFO_106", state=U32, **PRIORITY),
    107: Structure("DFS_INFO_107", **_SETTINGS, descriptor=DESCRIPTOR),
    150: GET_LEVELS[150],
}

NAMESPACE_VERSION = Structure(
    "DFS_SUPPORTED_NAMESPACE_VERSION_INFO", domain_major_version=U32, domain_minor_version=U32,
    domain_capabilities=U64, standalone_major_version=U32, standalone_minor_version=U32,
    standalone_capabilities=U64)


class RootList:
    """DFSM_ROOT_LIST, 2.2.3.11: a structure that ends with its array. The value is the list."""

    alignment = 4

    def write(self, writer, value, deferred):
        writer.u32(len(value), len(value))
        for one in value:
            TEXT.write(writer, one, deferred)

    def read(self, reader, store, deferred):
        reader.u32()
        values = [None] * reader.u32()
        store(values)
        for index in range(len(values)):
            TEXT.read(reader, lambda text, index=index: values.__setitem__(index, text), deferred)


ROOT_LIST = Pointer(Pointer(RootList()))
