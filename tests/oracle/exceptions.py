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

NO_OPERATION = "Samba has no such operation"
NO_LEVEL = "Samba has no such level"
LACKS_MEMBER = "Samba lacks maxkeepsearch; [MS-SRVS] 2.2.4.46 and lmserver.h have it"
UNION_AROUND = "Samba has a union; [MS-SRVS] 3.1.4.22 has SERVER_TRANSPORT_INFO_0"
POINTER_TO_HANDLE = "Samba has a unique pointer; [MS-SRVS] 3.1.4.14 has a reference"
NO_POINTER = "Samba has a reference; [MS-WKST] 3.2.4.2 has a unique pointer to the error"
OTHER_LEVEL_3 = "Samba has two strings; [MS-WKST] 2.2.5.24 has level 2 and flags"
CRASH = "Samba's module for Python crashes on the array of strings"

# Of an operation (interface, number), or of some information levels of it (levels). Whatever stands
# here is counted and printed, with its reason.
EXCEPTIONS = [
    {"interface": "srvsvc", "number": 14, "levels": [503], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 15, "levels": [503], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 16, "levels": [503], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 17, "levels": [503], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 36, "levels": [503], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 21, "levels": [103], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 22, "levels": [103], "reason": NO_LEVEL},
    {"interface": "srvsvc", "number": 21, "levels": [599], "reason": LACKS_MEMBER},
    {"interface": "srvsvc", "number": 22, "levels": [599], "reason": LACKS_MEMBER},
    {"interface": "srvsvc", "number": 25, "reason": UNION_AROUND},
    {"interface": "srvsvc", "number": 34, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 53, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 54, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 55, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 56, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 57, "reason": NO_OPERATION},
    {"interface": "srvsvc", "number": 37, "reason": POINTER_TO_HANDLE},
    {"interface": "srvsvc", "number": 38, "reason": POINTER_TO_HANDLE},
    {"interface": "wkssvc", "number": 1, "reason": NO_POINTER},
    {"interface": "wkssvc", "number": 8, "levels": [3], "reason": OTHER_LEVEL_3},
    {"interface": "wkssvc", "number": 9, "levels": [3], "reason": OTHER_LEVEL_3},
    {"interface": "wkssvc", "number": 26, "reason": CRASH},
]
