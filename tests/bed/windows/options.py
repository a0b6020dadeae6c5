"""The options of a server.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import argparse

from windows.descriptors import BAD_DESCRIPTORS


def options_parser():
    """Those of tests/bed/windows-server, which says what they are."""
    number = lambda text: int(text, 0)  # noqa: E731
    parser = argparse.ArgumentParser(usage="tests/bed/windows-server [OPTION]...")
    parser.add_argument("--rows", type=number, default=6)
    parser.add_argument("--shares", type=number, default=0)
    parser.add_argument("--files", type=number, default=6)
    parser.add_argument("--user-domain", default="")
    parser.add_argument("--connections", type=number, default=6)
    parser.add_argument("--names", default="plain",
                        choices=("plain", "backslashes", "ipv6", "brackets"))
    parser.add_argument("--strings", default="all", choices=("all", "null", "empty"))
    parser.add_argument("--unset-users", action="store_true")
    parser.add_argument("--fragment", type=number, default=4256)
    parser.add_argument("--read-size", type=number, default=65536)
    parser.add_argument("--pointer-size", type=number, default=8)
    parser.add_argument("--fault", type=number, default=0)
    parser.add_argument("--ignore-filters", action="store_true")
    parser.add_argument("--ignore-length", action="store_true")
    parser.add_argument("--shuffle", action="store_true")
    parser.add_argument("--broken-paging", choices=("no-rows", "no-handle", "no-progress"))
    parser.add_argument("--lacks-level", action="append", default=[])
    parser.add_argument("--lacks-operation", action="append", default=[])
    parser.add_argument("--delay", type=number, default=0)
    parser.add_argument("--result", type=number, default=0)
    parser.add_argument("--order")
    parser.add_argument("--no-texts", action="store_true")
    parser.add_argument("--corrupt", type=number)
    parser.add_argument("--claim-rows", type=number, default=0)
    parser.add_argument("--claim-total", type=number)
    parser.add_argument("--no-terminator", action="store_true")
    parser.add_argument("--bad-descriptor", choices=BAD_DESCRIPTORS)
    return parser
