"""Waiting for a state, never for a time.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import time

PATIENCE_SECONDS = float(os.environ.get("WINDOW_PATIENCE") or 60)
POLL_SECONDS = 0.05


class Failed(Exception):
    """What a test found to be wrong."""


def wait_until(is_there, what, seconds=PATIENCE_SECONDS):
    """Returns the first true value of is_there(); Failed, with what there was last, after that time."""
    deadline = time.monotonic() + seconds
    last = None
    while True:
        try:
            value = is_there()
            if value:
                return value
            last = value
        except Failed as trouble:
            last = trouble
        if time.monotonic() > deadline:
            raise Failed("%s did not come: %s" % (what, last))
        time.sleep(POLL_SECONDS)


def expect(found, wanted, what):
    if found != wanted:
        raise Failed("%s: %r, wanted %r" % (what, found, wanted))


def expect_in(part, whole, what):
    if part not in whole:
        raise Failed("%s: %r, wanted %r in it" % (what, whole, part))
