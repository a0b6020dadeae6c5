"""The reader and the keys, with a program of somebody else: Wine's registry editor.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver.program import Table
from driver.waiting import expect, expect_in, wait_until

KEY = r"HKCU\Software\Window test"
REGEDIT_CLASS = "RegEdit_RegEdit"


class Stage:
    def __init__(self, program):
        self.program = program
        self.window = program.window

    def child(self, window_class):
        return self.window.control_of_class(window_class)["window"]


def begin(world):
    world.registry_add(KEY, "A name", "a value")
    world.registry_add(KEY, "Another", 17, "REG_DWORD")
    return Stage(world.start(["regedit"], REGEDIT_CLASS))


def selected(items, path=()):
    """The path of the selected item of a tree."""
    for item in items:
        here = path + (item["text"],)
        found = here if item["selected"] else selected(item["children"], here)
        if found:
            return found
    return None


def walk_to(world, tree, name):
    """Down, until the item of this name is selected."""
    for _ in range(50):
        before = selected(world.reader.ask("tree", tree))
        if before[-1] == name:
            return
        world.screen.keys("Down")
        wait_until(lambda: selected(world.reader.ask("tree", tree)) != before, "the next item")


def test_tree(world, stage):
    """the reader sees a tree's items, and keys move in it"""
    tree = stage.child("SysTreeView32")
    roots = world.reader.ask("tree", tree)
    expect([item["text"] for item in roots], ["My Computer"], "roots")
    expect_in("HKEY_LOCAL_MACHINE", [item["text"] for item in roots[0]["children"]], "keys")
    world.screen.keys("Home", "Right")
    for name in ("HKEY_CURRENT_USER", "Software", "Window test"):
        walk_to(world, tree, name)
        world.screen.keys("Right")
    expect(selected(world.reader.ask("tree", tree)),
           ("My Computer", "HKEY_CURRENT_USER", "Software", "Window test"), "the selected key")


def test_list(world, stage):
    """the reader sees a list's columns and cells"""
    table = wait_until(lambda: [t for t in [Table(world.reader.ask("list", stage.child("SysListView32")))]
                                if len(t.rows) > 1], "the values")[0]
    expect(table.columns, ["Name", "Type", "Data"], "columns")
    expect([list(row.values()) for row in table.rows],
           [["(Default)", "REG_SZ", "(value not set)"], ["A name", "REG_SZ", "a value"],
            ["Another", "REG_DWORD", "0x00000011 (17)"]], "values")


def test_status_bar(world, stage):
    """the reader sees a status bar's text"""
    status = wait_until(lambda: world.reader.ask("status", stage.child("msctls_statusbar32")), "a text")
    expect_in(r"HKEY_CURRENT_USER\Software\Window test", status[0], "the status bar")


def test_dialog(world, stage):
    """the reader sees a dialog that a key opened, and it takes what is typed"""
    world.screen.keys("ctrl+f")
    dialog = stage.program.dialog(title="Find")
    world.screen.type("A name")
    wait_until(lambda: dialog.control_of_class("Edit")["text"] == "A name", "what was typed")
    world.screen.keys("Escape")
    wait_until(dialog.is_gone, "the end of the dialog")
