"""Where Samba cannot be asked.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

# Samba's modules by the interfaces of rpc/interfaces.c.
MODULES = {
    "atsvc": "atsvc",
    "lsarpc": "lsa",
    "netdfs": "dfs",
    "netlogon": "netlogon",
    "samr": "samr",
    "srvsvc": "srvsvc",
    "wkssvc": "wkssvc",
}

NO_OPERATION = "Samba has no such operation"
NO_LEVEL = "Samba has no such level"
LACKS_MEMBER = "Samba lacks maxkeepsearch; [MS-SRVS] 2.2.4.46 and lmserver.h have it"
UNION_AROUND = "Samba has a union; [MS-SRVS] 3.1.4.22 has SERVER_TRANSPORT_INFO_0"
POINTER_TO_HANDLE = "Samba has a unique pointer; [MS-SRVS] 3.1.4.14 has a reference"
NO_POINTER = "Samba has a reference; [MS-WKST] 3.2.4.2 has a unique pointer to the error"
OTHER_LEVEL_3 = "Samba has two strings; [MS-WKST] 2.2.5.24 has level 2 and flags"
ONE_ROOT_TARGET = "Samba has one string; [MS-DFSNM] 2.2.3.11 has an array of them"
LACKS_MASK = "Samba lacks the mask; [MS-DFSNM] 2.2.4.4 and lmdfs.h have it"
OTHER_ORDER = "Samba names the flags before the time; [MS-DFSNM] 3.1.4.5.3 has them behind it"
NO_MODULE = "Samba has no module of it for Python"
CRASH = "Samba's module for Python crashes on the array of strings"
# [MS-RPCE]: behind the discriminant of a union with [ms_union], each arm is aligned as the widest.
MS_UNION = "[ms_union] aligns an arm of bytes, Samba does not"

# Of operations, or of what they do when a member has one of some values. Whatever stands here is
# counted and printed, with its reason.
EXCEPTIONS = [
    {
        "operations": [
            "srvsvc.NetrShareAdd",
            "srvsvc.NetrShareEnum",
            "srvsvc.NetrShareGetInfo",
            "srvsvc.NetrShareSetInfo",
            "srvsvc.NetrShareEnumSticky",
        ],
        "member": "level",
        "values": [503],
        "reason": NO_LEVEL,
    },
    {
        "operations": [
            "srvsvc.NetrServerGetInfo",
            "srvsvc.NetrServerSetInfo",
        ],
        "member": "level",
        "values": [103],
        "reason": NO_LEVEL,
    },
    {
        "operations": [
            "srvsvc.NetrServerGetInfo",
            "srvsvc.NetrServerSetInfo",
        ],
        "member": "level",
        "values": [599],
        "reason": LACKS_MEMBER,
    },
    {
        "operations": [
            "srvsvc.NetrServerTransportAdd",
        ],
        "reason": UNION_AROUND,
    },
    {
        "operations": [
            "srvsvc.NetprNameCanonicalize",
            "srvsvc.NetrServerTransportDelEx",
            "srvsvc.NetrServerAliasAdd",
            "srvsvc.NetrServerAliasEnum",
            "srvsvc.NetrServerAliasDel",
            "srvsvc.NetrShareDelEx",
        ],
        "reason": NO_OPERATION,
    },
    {
        "operations": [
            "srvsvc.NetrShareDelStart",
            "srvsvc.NetrShareDelCommit",
        ],
        "reason": POINTER_TO_HANDLE,
    },
    {
        "operations": [
            "wkssvc.NetrWkstaSetInfo",
        ],
        "reason": NO_POINTER,
    },
    {
        "operations": [
            "wkssvc.NetrUseAdd",
            "wkssvc.NetrUseGetInfo",
        ],
        "member": "level",
        "values": [3],
        "reason": OTHER_LEVEL_3,
    },
    {
        "operations": [
            "wkssvc.NetrGetJoinableOUs2",
        ],
        "reason": CRASH,
    },
    {
        "operations": ["netdfs.NetrDfsManagerGetVersion"],
        "reason": "Samba has a parameter for what the method returns",
    },
    {
        "operations": [
            "netdfs.NetrDfsMove",
            "netdfs.NetrDfsAdd2",
            "netdfs.NetrDfsRemove2",
            "netdfs.NetrDfsSetInfo2",
            "netdfs.NetrDfsAddRootTarget",
            "netdfs.NetrDfsRemoveRootTarget",
            "netdfs.NetrDfsGetSupportedNamespaceVersion",
        ],
        "reason": NO_OPERATION,
    },
    {
        "operations": ["netdfs.NetrDfsAddFtRoot", "netdfs.NetrDfsRemoveFtRoot"],
        "reason": ONE_ROOT_TARGET,
    },
    {
        "operations": ["netdfs.NetrDfsGetInfo", "netdfs.NetrDfsSetInfo"],
        "member": "level",
        "values": [103],
        "reason": LACKS_MASK,
    },
    {
        "operations": ["netdfs.NetrDfsEnum", "netdfs.NetrDfsEnumEx"],
        "member": "level",
        "values": [300],
        "reason": "flags, which Samba takes for an enumeration of 16 bits",
    },
    {
        "operations": ["netdfs.NetrDfsSetDcAddress"],
        "reason": OTHER_ORDER,
    },
    {
        "operations": [
            "netdfs.NetrDfsGetInfo",
            "netdfs.NetrDfsSetInfo",
            "netdfs.NetrDfsEnum",
            "netdfs.NetrDfsEnumEx",
        ],
        "member": "level",
        "values": [8, 9, 50, 107, 150],
        "reason": NO_LEVEL,
    },
    {
        "operations": ["samr.SamrSetInformationDomain"],
        "member": "information_class",
        "values": [7, 9],
        "reason": "an enumeration, which Samba takes for one of 32 bits",
    },
    {
        "operations": ["samr.SamrQueryInformationUser", "samr.SamrQueryInformationUser2"],
        "member": "information_class",
        "values": [18, 24, 26],
        "reason": MS_UNION,
    },
    {
        "operations": ["lsarpc.LsarQueryInformationPolicy", "lsarpc.LsarQueryInformationPolicy2"],
        "member": "information_class",
        "values": [10, 11],
        "reason": MS_UNION,
    },
    {
        "operations": ["dssetup.DsRolerGetPrimaryDomainInformation"],
        "reason": NO_MODULE,
    },
    {
        "operations": ["netlogon.NetrLogonControl2", "netlogon.NetrLogonControl2Ex"],
        "member": "function_code",
        "values": [7],
        "reason": "Samba has a name of a domain; [MS-NRPC] 2.2.1.7.1 has nothing",
    },
]
