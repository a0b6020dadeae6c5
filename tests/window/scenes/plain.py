"""With Wine's own netapi32.dll: words, no crash.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver.shared_folders import PAGES
from driver.waiting import expect, wait_until

OVERRIDES = "WINEDLLOVERRIDES=mscoree,mshtml=;netapi32=b"


class Stage:
    def __init__(self, program):
        self.program = program
        self.recover = program.recover


def begin(world):
    world.serve("fileserver")
    program = world.start_window("//fileserver", environment=[OVERRIDES])
    program.choose("fileserver")
    return Stage(program)


def test_pages(world, stage):
    """every page has rows of the server, or a note with words and a code"""
    program = stage.program
    for page in PAGES:
        program.turn_to(page)
        wait_until(lambda: "fileserver" in program.notes() or program.table(page).rows,
                   "an answer of " + page)
        program.window.picture("plain-" + page.lower().replace(" ", "-"))
        expect(program.process.poll(), None, "the end of the program")


def test_change(world, stage):
    """a share cannot be added, and that is said"""
    program = stage.program
    dialog = program.ask_for("IDM_NEW_SHARE", "IDC_SHARE_NAME")
    for control, text in (("IDC_SHARE_NAME", "x"), ("IDC_SHARE_PATH", r"C:\x")):
        world.reader.ask("send-text", dialog.control(world.ids[control])["window"], text)
    dialog.command(1)
    said = wait_until(lambda: [d for d in program.dialogs() if d.handle != dialog.handle], "a message")[0]
    wait_until(lambda: any(character.isdigit() for character in said.texts()), "a code")
    said.picture("plain-refused")


def test_end(world, stage):
    """it ends as it should"""
    stage.program.close_dialogs()
    expect(stage.program.stop(), 0, "the exit status")
