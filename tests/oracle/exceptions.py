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

# Of an operation (interface, number), or of some information levels of it (levels). Whatever stands
# here is counted and printed, with its reason.
EXCEPTIONS = [
]
