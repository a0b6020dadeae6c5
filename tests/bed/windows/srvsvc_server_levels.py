"""The information levels of servers: [MS-SRVS] 2.2.4.40 to 2.2.4.95.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from windows.ndr import TEXT, U32, Structure

BEGINNING = {"platform": U32, "name": TEXT}
VERSION = dict(BEGINNING, version_major=U32, version_minor=U32, type=U32, comment=TEXT)
USERS = dict(VERSION, users=U32, disc=U32, hidden=U32, announce=U32, anndelta=U32, licenses=U32,
             userpath=TEXT)

# Settings with what they are at the start, in the order of SERVER_INFO_599; domain is text.
SETTINGS_502 = {
    "sessopens": 16384, "sessvcs": 1, "opensearch": 2048, "sizreqbuf": 4356, "initworkitems": 4,
    "maxworkitems": 64, "rawworkitems": 4, "irpstacksize": 11, "maxrawbuflen": 65535,
    "sessusers": 2048, "sessconns": 2048, "maxpagedmemoryusage": 0xFFFFFFFF,
    "maxnonpagedmemoryusage": 0xFFFFFFFF, "enablesoftcompat": 1, "enableforcedlogoff": 1,
    "timesource": 0, "acceptdownlevelapis": 1, "lmannounce": 0,
}
SETTINGS_503 = dict(SETTINGS_502, **{
    "domain": "BEDDOMAIN", "maxcopyreadlen": 8192, "maxcopywritelen": 0, "minkeepsearch": 480,
    "maxkeepsearch": 3600, "minkeepcomplsearch": 240, "maxkeepcomplsearch": 600,
    "threadcountadd": 2, "numblockthreads": 2, "scavtimeout": 30, "minrcvqueue": 2,
    "minfreeworkitems": 2, "xactmemsize": 0x100000, "threadpriority": 1, "maxmpxct": 50,
    "oplockbreakwait": 35, "oplockbreakresponsewait": 35, "enableoplocks": 1,
    "enableoplockforceclose": 0, "enablefcbopens": 1, "enableraw": 1, "enablesharednetdrives": 0,
    "minfreeconnections": 32, "maxfreeconnections": 64,
})
SETTINGS_599 = dict(SETTINGS_503, **{
    "initsesstable": 4, "initconntable": 8, "initfiletable": 16, "initsearchtable": 9,
    "alertschedule": 5, "errorthreshold": 10, "networkerrorthreshold": 5,
    "diskspacethreshold": 11, "reserved": 0, "maxlinkdelay": 60, "minlinkthroughput": 100,
    "linkinfovalidtime": 61, "scavqosinfoupdatetime": 300, "maxworkitemidletime": 30,
})

# SV_*_PARMNUM, 2.2.2.12: a level for each that is alone, 1000 more.
PARAMETERS = {
    "comment": 5, "disc": 10, "hidden": 16, "announce": 17, "anndelta": 18, "users": 107,
    "sessopens": 501, "sessvcs": 502, "opensearch": 503, "maxworkitems": 506, "sessusers": 510,
    "sessconns": 511, "maxnonpagedmemoryusage": 512, "maxpagedmemoryusage": 513,
    "enablesoftcompat": 514, "enableforcedlogoff": 515, "timesource": 516, "lmannounce": 518,
    "maxkeepsearch": 523, "scavtimeout": 528, "minrcvqueue": 529, "minfreeworkitems": 530,
    "maxmpxct": 533, "oplockbreakwait": 534, "oplockbreakresponsewait": 535, "enableoplocks": 536,
    "enablefcbopens": 538, "enableraw": 539, "enablesharednetdrives": 540,
    "minfreeconnections": 541, "maxfreeconnections": 542, "initsesstable": 543,
    "initconntable": 544, "initfiletable": 545, "initsearchtable": 546, "alertschedule": 547,
    "errorthreshold": 548, "networkerrorthreshold": 549, "diskspacethreshold": 550,
    "maxlinkdelay": 552, "minlinkthroughput": 553, "linkinfovalidtime": 554,
    "scavqosinfoupdatetime": 555, "maxworkitemidletime": 556,
}


def kinds_of(settings):
    return {name: TEXT if isinstance(value, str) else U32 for name, value in settings.items()}


LEVELS = {
    100: Structure("SERVER_INFO_100", **BEGINNING),
    101: Structure("SERVER_INFO_101", **VERSION),
    102: Structure("SERVER_INFO_102", **USERS),
    103: Structure("SERVER_INFO_103", **USERS, capabilities=U32),
    502: Structure("SERVER_INFO_502", **kinds_of(SETTINGS_502)),
    503: Structure("SERVER_INFO_503", **kinds_of(SETTINGS_503)),
    599: Structure("SERVER_INFO_599", **kinds_of(SETTINGS_599)),
    **{1000 + number: Structure("SERVER_INFO_%d" % (1000 + number),
                                **{name: TEXT if name == "comment" else U32})
       for name, number in PARAMETERS.items()},
}
LEVELS_FOR_EVERYBODY = (100, 101)
LEVELS_TO_SET = tuple(level for level in LEVELS if level != 100)
# What a server is cannot be set, and at levels with more members these are ignored.
CONSTANT = ("platform", "name", "version_major", "version_minor", "type", "licenses", "userpath",
            "capabilities", "domain", "reserved")

# The least and the most, where not everything goes.
RANGES = {
    "hidden": (0, 1), "announce": (1, 65535), "anndelta": (0, 65535), "users": (1, 0xFFFFFFFF),
    "sessopens": (1, 16384), "sessvcs": (1, 1), "opensearch": (1, 2048),
    "maxworkitems": (1, 65535), "sessusers": (1, 2048), "sessconns": (1, 2048),
    "enablesoftcompat": (0, 1), "enableforcedlogoff": (0, 1), "timesource": (0, 1),
    "lmannounce": (0, 1), "scavtimeout": (1, 300), "enableoplocks": (0, 1),
    "enablefcbopens": (0, 1), "enableraw": (0, 1), "maxmpxct": (1, 65535),
}
COMMENT_LENGTH_MAX = 48
