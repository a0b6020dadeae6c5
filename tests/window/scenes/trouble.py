"""Servers that fail, are slow, or do not tell everything: in words, with codes, and without waiting.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import time

from driver.processes import WindowsServer
from driver.waiting import Failed, expect, expect_in, wait_until

DELAY_MS = 8000
AT_ONCE_SECONDS = 3


class Stage:
    def __init__(self, program):
        self.program = program
        self.recover = program.recover


def begin(world):
    world.serve("good")
    world.serve("modest", user="alice", kind=WindowsServer)
    world.serve("locked", password="wrong")
    world.serve("slow", "--delay", str(DELAY_MS), kind=WindowsServer)
    down = world.serve("down")
    world.stops.remove(down)
    down.stop()
    return Stage(world.start_window("//good", "//modest", "//locked", "//slow", "//down"))


def test_down(world, stage):
    """a server that is down is a line with its name, words and the code"""
    program = stage.program
    program.choose("down")
    wait_until(lambda: "down" in program.notes(), "a note")
    note = program.notes()
    program.window.picture("down")
    if not any(code in note for code in ("53", "1231", "1225")):
        raise Failed("no code in %r" % note)
    if len(note) < 30:
        raise Failed("no words in %r" % note)
    expect(program.table("Sessions").rows, [], "rows")


def test_wrong_password(world, stage):
    """a wrong password is said as such, with 1326"""
    program = stage.program
    program.choose("locked")
    program.turn_to("Sessions")
    wait_until(lambda: "1326" in program.notes(), "a note")
    expect_in("locked", program.notes(), "the note")
    expect_in("password", program.notes().lower(), "the note")


def test_not_told(world, stage):
    """what the server does not tell this user is "not told", and a note says why"""
    program = stage.program
    program.choose("modest")
    program.turn_to("Shares")
    table = program.rows("Shares", lambda table: table.rows, "shares")
    for name in ("Folder Path", "# Client Connections"):
        expect(set(table.column(name)), {"not told"}, name)
    expect({""} & {cell for row in table.rows for name, cell in row.items()
                   if name not in ("mark", "Description")}, set(), "blank cells")
    expect_in("modest", program.notes(), "the note")


def test_not_allowed(world, stage):
    """what this user may not see at all is access denied, with 5"""
    program = stage.program
    program.turn_to("Open Files")
    wait_until(lambda: "modest" in program.notes() and "5" in program.notes(), "a note")
    expect(program.table("Open Files").rows, [], "rows")


def test_cancel(world, stage):
    """a slow server: the window answers meanwhile, says what it waits for, and Escape ends that at once"""
    program = stage.program
    program.choose("slow")
    program.do("IDM_REFRESH")
    wait_until(lambda: program.status()[0].startswith("Busy"), "the word that it is busy")
    expect_in("slow", program.status()[0], "the status bar")
    began = time.monotonic()
    program.table("Sessions")
    world.screen.keys("Escape")
    wait_until(lambda: program.status()[0].startswith("Cancelled"), "the end")
    took = time.monotonic() - began
    program.window.picture("cancelled")
    if took > AT_ONCE_SECONDS + DELAY_MS / 2000:
        raise Failed("it took %.1f s" % took)


def test_slow_ends(world, stage):
    """asked again and waited for, the slow server answers"""
    program = stage.program
    world.screen.keys("ctrl+2")
    program.do("IDM_REFRESH")
    program.rows("Sessions", lambda table: table.rows, "sessions")


def test_all(world, stage):
    """All servers shows those that answer; each that fails is a line of its own"""
    program = stage.program
    program.choose("All servers")
    program.turn_to("Shares")
    program.rows("Shares", lambda table: {"good", "modest", "slow"} <= set(table.column("Server")),
                 "shares of those that answer")
    wait_until(lambda: all(name in program.notes() for name in ("down", "locked")), "notes")
    program.window.picture("all-servers")
    lines = [line for line in program.notes().splitlines() if line.startswith(("down", "locked"))]
    expect(len(lines), 2, "lines: %r" % program.notes())
