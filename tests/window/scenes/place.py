"""The window stands where it stood.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import re

from driver.waiting import expect, wait_until
from driver.world import SETTINGS_KEY

KEY = SETTINGS_KEY + r"\SharedFolders"
SIDES = ("Left", "Top", "Right", "Bottom")
PLACE = (70, 40, 770, 440)


class Stage:
    def __init__(self):
        self.usual = None  # where the system puts it


def begin(world):
    return Stage()


def keep(world, place, maximized=0):
    for name, value in zip(SIDES + ("Maximized",), place + (maximized,)):
        world.registry_add(KEY, name, value % 2**32, "REG_DWORD")


def kept(world):
    said, _ = world.run("reg", "query", KEY)
    values = dict(re.findall(r"(\w+) +REG_DWORD +(0x[0-9a-f]+)", said))
    return tuple(int(values[name], 16) for name in SIDES if name in values)


def place_of(program):
    rect = program.window.now()["rect"]
    return tuple(rect) if not isinstance(rect, dict) else tuple(rect[name.lower()] for name in SIDES)


def test_first(world, stage):
    """at first the system chooses, and where it is closed is kept"""
    program = world.start_window()
    stage.usual = place_of(program)
    program.stop()
    expect(kept(world), stage.usual, "what is kept")


def test_again(world, stage):
    """it comes back where it was"""
    keep(world, PLACE)
    program = world.start_window()
    expect(place_of(program), PLACE, "the place")
    program.stop()
    expect(kept(world), PLACE, "what is kept")


def test_maximized(world, stage):
    """one that was maximized is so again, and has a place of its own besides"""
    keep(world, PLACE, 1)
    program = world.start_window()
    wait_until(lambda: place_of(program)[0] <= 0 and place_of(program)[2] > PLACE[2], "the whole screen")
    program.stop()
    expect(kept(world), PLACE, "what is kept")


def test_rubbish(world, stage):
    """what no monitor shows, or is no window, does not count"""
    for place in ((20000, 40, 20700, 440), (770, 440, 70, 40), (-2**31, 0, 2**31 - 1, 400)):
        keep(world, place)
        program = world.start_window()
        width, height = (place_of(program)[2] - place_of(program)[0],
                         place_of(program)[3] - place_of(program)[1])
        program.stop()
        expect((width, height), (stage.usual[2] - stage.usual[0], stage.usual[3] - stage.usual[1]),
               "the size instead of %s" % (place,))
