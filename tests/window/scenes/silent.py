"""Servers that are reached and never say anything hold up no other, however many they are.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import socket

from driver.waiting import expect, expect_in, wait_until
from driver.world import SETTINGS_KEY

COUNT = 40  # more than are asked at the same time
CALL_TIMEOUT_MS = 600000


class Silence:
    """A port where connections are made, and that is all."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=4 * COUNT)
        self.port = self.socket.getsockname()[1]

    def stop(self):
        self.socket.close()


def begin(world):
    silence = Silence()
    world.stops.append(silence)
    names = ["mute%02d" % number for number in range(COUNT)]
    world.know_servers(names, "127.0.0.1", silence.port)
    world.registry_add(SETTINGS_KEY, "CallTimeout", CALL_TIMEOUT_MS, "REG_DWORD")
    world.serve("talks").client("alice")
    return world.start_window(*("//" + name for name in names + ["talks"]))


def test_silent(world, program):
    """a server that answers is shown while many say nothing"""
    program.choose("All servers")
    world.screen.keys("ctrl+2")
    program.rows("Sessions", lambda table: table.find(User="alice", Server="talks"), "its sessions")
    program.window.picture("silent")
    expect({"talks"} ^ set(program.table("Sessions").column("Server")), set(), "servers")
    wait_until(lambda: program.status()[0].startswith("Busy"), "the word that it is busy")


def test_cancel(world, program):
    """Escape ends the waiting for all of them, and the one that answers is asked again"""
    world.screen.keys("Escape")
    wait_until(lambda: program.status()[0].startswith("Cancelled"), "the end")
    program.choose("talks")
    program.do("IDM_REFRESH")
    wait_until(lambda: not program.status()[0].startswith(("Busy", "Cancelled")), "the answer")
    expect_in("alice", program.table("Sessions").column("User"), "users")
