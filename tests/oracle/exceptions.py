"""Where Samba cannot be asked.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

# Samba's modules by the interfaces of rpc/interfaces.c.
MODULES = {
    "atsvc": "atsvc",
    "lsarpc": "lsa",
    "samr": "samr",
    "srvsvc": "srvsvc",
    "wkssvc": "wkssvc",
}

# [MS-RPCE]: behind the discriminant of a union with [ms_union], each arm is aligned as the widest.
MS_UNION = "[ms_union] aligns an arm of bytes, Samba does not"

# Of operations, or of what they do when a member has one of some values. Whatever stands here is
# counted and printed, with its reason.
EXCEPTIONS = [
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
]
