"""The figures: what is measured, against whom, and what is to be reached.

SPDX-License-Identifier: LGPL-2.1-or-later

A figure's kind says how ours and the peer's make the number that the goal is for: RATIO is ours divided
by the peer's, DIFFERENCE ours less the peer's, COUNT ours alone, PER_UNIT the same for what need not be a
whole number. Whatever it is, less is better.
"""

import collections

RATIO, DIFFERENCE, COUNT, PER_UNIT = "ratio", "difference", "count", "per unit"

# unit: of ours and the peer's, as measured; a time is in ns and shown in whatever reads best.
Figure = collections.namedtuple("Figure", "name title kind unit goal peer")

PYTHON = "python3-samba"
RPCCLIENT = "rpcclient"

FIGURES = [Figure(*row) for row in (
    ("warm-requests", "requests to wineserver in a further call", COUNT, "", 10, None),
    ("warm-call", "further call, DLL under Wine", RATIO, "ns", 1.25, PYTHON),
    ("warm-floor", "further call, DLL under Wine, and the floor", RATIO, "ns", 1.1,
     PYTHON + ", and what a bare exchange costs more under Wine"),
    ("warm-native", "further call, native core", RATIO, "ns", 0.7, PYTHON),
    ("first-call", "first call, DLL under Wine", RATIO, "ns", 1.0, PYTHON),
    ("first-native", "first call, native core", RATIO, "ns", None, PYTHON),
    ("flights-first", "flights, first call, DLL under Wine", COUNT, "", 5, None),
    ("flights-further", "flights, further call", COUNT, "", 1, None),
    ("flights-second", "flights, first call of a second service", COUNT, "", 2, None),
    ("decode-100", "decode and pack 100 rows", RATIO, "ns", None, "memcpy"),
    ("decode-1000", "decode and pack 1,000 rows", RATIO, "ns", None, "memcpy"),
    ("decode-10000", "decode and pack 10,000 rows", RATIO, "ns", None, "memcpy"),
    ("decode-100000", "decode and pack 100,000 rows", RATIO, "ns", None, "memcpy"),
    ("decode-1000000", "decode and pack 1,000,000 rows", RATIO, "ns", 4, "memcpy"),
    ("decode-fresh", "the same, and memcpy to memory just allocated", RATIO, "ns", None, "memcpy"),
    ("decode-growth", "exponent of the growth from 100 to 1,000,000 rows", PER_UNIT, "", 1.1, None),
    ("decode-samba", "decode and pack 10,000 rows", RATIO, "ns", 0.1, "samba.ndr"),
    ("memory", "peak memory above reply and result, less 10 % of the reply", COUNT, "bytes", 65536,
     None),
    ("sessions", "NetSessionEnum of 10,000 sessions, DLL under Wine", RATIO, "ns", 0.9, PYTHON),
    ("sessions-native", "NetSessionEnum of 10,000 sessions, native core", RATIO, "ns", 0.9, PYTHON),
    ("sessions-rpcclient", "NetSessionEnum of 10,000 sessions, DLL under Wine", RATIO, "ns", 0.9, RPCCLIENT),
    ("shares", "NetShareEnum of 1,000 shares, DLL under Wine", RATIO, "ns", 1.0, PYTHON),
    ("shares-native", "NetShareEnum of 1,000 shares, native core", RATIO, "ns", 1.0, PYTHON),
    ("shares-rpcclient", "NetShareEnum of 1,000 shares, DLL under Wine", RATIO, "ns", 1.0, RPCCLIENT),
    ("files", "NetFileEnum of 10,000 open files, DLL under Wine", RATIO, "ns", 1.0, PYTHON),
    ("files-native", "NetFileEnum of 10,000 open files, native core", RATIO, "ns", 1.0, PYTHON),
    ("files-rpcclient", "NetFileEnum of 10,000 open files, DLL under Wine", RATIO, "ns", 1.0, RPCCLIENT),
    ("users", "NetUserEnum of 5,000 users at level 0, DLL under Wine", RATIO, "ns", 1.0,
     PYTHON),
    ("users-native", "NetUserEnum of 5,000 users at level 0, native core", RATIO, "ns", 1.0,
     PYTHON),
    ("users-display", "NetUserEnum of 5,000 users at level 20, DLL under Wine", RATIO, "ns", 1.0,
     PYTHON),
    ("users-display-native", "NetUserEnum of 5,000 users at level 20, native core", RATIO, "ns", 1.0,
     PYTHON),
    ("users-all", "NetUserEnum of 5,000 users at level 3, DLL under Wine", RATIO, "ns", 1.0,
     PYTHON),
    ("users-all-native", "NetUserEnum of 5,000 users at level 3, native core", RATIO, "ns", 1.0,
     PYTHON),
    ("servers-first", "64 servers 100 ms away, first calls, DLL under Wine", RATIO, "ns", 1.5,
     "one thread, one server"),
    ("servers-first-native", "64 servers 100 ms away, first calls, native core", RATIO, "ns", 1.5,
     "one thread, one server"),
    ("servers-warm", "64 servers 100 ms away, further calls, DLL under Wine", RATIO, "ns", 1.5,
     "one thread, one server"),
    ("servers-warm-native", "64 servers 100 ms away, further calls, native core", RATIO, "ns", 1.5,
     "one thread, one server"),
    ("slow-link", "round trips for a fragment of 1,000,000 bytes, DLL under Wine", PER_UNIT, "", 0.25,
     None),
    ("slow-link-native", "round trips for a fragment of 1,000,000 bytes, native core", PER_UNIT, "",
     0.25, None),
    ("load", "loading and releasing the DLL", DIFFERENCE, "ns", 2e6, "Wine's own DLL"),
    ("start", "start to end of a program that loads it", DIFFERENCE, "ns", 2e6, "Wine's own DLL"),
    ("size-x86_64", "size, stripped, x86-64", COUNT, "bytes", 1600000, None),
    ("size-i386", "size, stripped, i386", COUNT, "bytes", None, None),
)]

# What is plotted: a measure at several x, with a line for each name.
Plot = collections.namedtuple("Plot", "name title x_label y_label lines")

PLOTS = [Plot(*row) for row in (
    ("rows", "Decoding and packing a list", "rows", "ns a row",
     {"series-rows-ours": "decode and pack", "series-rows-memcpy": "memcpy of the result",
      "series-rows-samba": "samba.ndr, decoding alone"}),
    ("threads", "Further calls of one server by many threads", "threads", "ms a call of each thread",
     {"series-threads-wine": "DLL under Wine", "series-threads-native": "native core"}),
    ("servers", "As many servers 100 ms away as threads", "servers", "ms",
     {"series-servers-first-wine": "first calls, DLL under Wine",
      "series-servers-first-native": "first calls, native core",
      "series-servers-warm-wine": "further calls, DLL under Wine",
      "series-servers-warm-native": "further calls, native core"}),
    ("distance", "Calls of a far server", "round trip in ms", "ms",
     {"series-distance-first-wine": "first call, DLL under Wine",
      "series-distance-first-native": "first call, native core",
      "series-distance-warm-wine": "further call, DLL under Wine",
      "series-distance-warm-native": "further call, native core"}),
)]

SERIES = [name for plot in PLOTS for name in plot.lines]
BY_NAME = {figure.name: figure for figure in FIGURES}
