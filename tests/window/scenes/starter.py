"""The installed starter: the window comes, with the DLL beside the program.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import glob
import os
import shutil

from driver.shared_folders import WINDOW_CLASS
from driver.program import Program
from driver.waiting import expect, wait_until


class Stage:
    def __init__(self, program, dll):
        self.program = program
        self.dll = dll


def begin(world):
    world.serve("fileserver")
    folder = world.file("lib/netapi32/%s-windows" % world.architecture)
    os.makedirs(folder)
    for part, name in (("programs/sharedfolders", "sharedfolders.exe"), ("dlls/netapi32", "netapi32.dll")):
        shutil.copy(world.built(part, name), folder)
    starter = world.file("sharedfolders")
    with open(os.path.join(world.build, "programs/sharedfolders/sharedfolders"), encoding="utf-8") as file:
        lines = ["programs='%s'\n" % os.path.dirname(folder) if line.startswith("programs=") else line
                 for line in file]
    with open(starter, "w", encoding="utf-8") as file:
        file.writelines(lines)
    program = Program(world, [], WINDOW_CLASS, environment=["WINEDLLOVERRIDES=mscoree,mshtml="],
                      start=["sh", starter])
    world.started(program)
    return Stage(program, os.path.join(folder, "netapi32.dll"))


def maps(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def test_dll(world, stage):
    """the program has the DLL that lies beside it"""
    wait_until(lambda: any(stage.dll in maps(path) for path in glob.glob("/proc/[0-9]*/maps")), stage.dll)


def test_end(world, stage):
    """the starter ends with the program's exit status"""
    expect(stage.program.stop(), 0, "the exit status")
