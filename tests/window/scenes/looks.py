"""High resolutions and dark colours: nothing is cut off, everything can be read.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver import colours, fitting
from driver.waiting import Failed, expect, wait_until

DESKTOP = r"HKCU\Control Panel\Desktop"
THEMES = r"HKCU\Software\Microsoft\Windows\CurrentVersion\ThemeManager"
COLOURS = r"HKCU\Control Panel\Colors"
RESOLUTIONS = (96, 144, 192)
LEGIBLE = 4.5  # WCAG 2, AA
DARK = {"Window": "32 32 32", "WindowText": "230 230 230", "ButtonFace": "48 48 48",
        "ButtonText": "230 230 230", "GrayText": "150 150 150", "Hilight": "30 90 160",
        "HilightText": "255 255 255", "Menu": "48 48 48", "MenuText": "230 230 230",
        "MenuBar": "48 48 48", "InfoWindow": "48 48 48", "InfoText": "230 230 230",
        "ButtonHilight": "80 80 80", "ButtonLight": "64 64 64", "ButtonShadow": "20 20 20",
        "ButtonDkShadow": "0 0 0"}
# Commands that open a dialog, and a control by which it is known.
DIALOGS = (("IDM_ADD_SERVER", "IDC_SERVER_NAME"), ("IDM_NEW_GROUP", "IDC_GROUP_NAME"),
           ("IDM_LOGIN", "IDC_LOGIN_PASSWORD"), ("IDM_NEW_SHARE", "IDC_SHARE_NAME"))


class Stage:
    def __init__(self, server):
        self.server = server
        self.program = None

    def recover(self):
        self.program.recover()


def begin(world):
    server = world.serve("fileserver", "--user", "carol:")
    server.hold_file("bob", "report.txt")
    server.client("alice")
    return Stage(server)


def restart(world, stage):
    if stage.program:
        world.stops.remove(stage.program)
        stage.program.stop()
    world.restart_prefix()
    stage.program = world.start_window("//fileserver")
    stage.program.choose("fileserver")


def add_resolution(dpi):
    """The tests at this many dots per inch."""
    def main_window(world, stage):
        world.registry_add(DESKTOP, "LogPixels", dpi, "REG_DWORD")
        restart(world, stage)
        for page in ("Shares", "Sessions", "Open Files", "Connections"):
            stage.program.turn_to(page)
            stage.program.window.picture("%s-%d" % (page.lower().replace(" ", "-"), dpi))
            fitting.check(stage.program.window, dpi)

    def dialogs(world, stage):
        stage.program.turn_to("Shares")
        for command, control in DIALOGS:
            dialog = stage.program.ask_for(command, control)
            dialog.picture("%s-%d" % (command[4:].lower().replace("_", "-"), dpi))
            fitting.check(dialog, dpi)
            stage.program.no(dialog)

    def questions(world, stage):
        program = stage.program
        program.turn_to("Sessions")
        program.select("Sessions", lambda row: row["User"] == "bob")
        world.screen.keys("Delete")
        dialog = program.question()
        wait_until(lambda: "report.txt" in dialog.text(world.ids["IDC_QUESTION_LOST"]), "what is lost")
        dialog.picture("question-%d" % dpi)
        fitting.check(dialog, dpi)
        program.no(dialog)

    def properties(world, stage):
        program = stage.program
        program.turn_to("Shares")
        program.select("Shares", lambda row: row["Share Name"] == "public")
        world.screen.keys("alt+Return")
        dialog = program.dialog(world.ids["IDC_PERMISSIONS"])
        wait_until(lambda: dialog.text(world.ids["IDC_SHARE_NAME"]) == "public", "the share")
        dialog.picture("properties-%d" % dpi)
        fitting.check(dialog, dpi)
        dialog.command(world.ids["IDC_PERMISSION_ADD"])
        entry = program.dialog(world.ids["IDC_PERMISSION_ACCOUNT"])
        fitting.check(entry, dpi)
        program.no(entry)
        program.no(dialog)
    for name, test in (("main window", main_window), ("dialogs", dialogs), ("questions", questions),
                       ("properties of a share", properties)):
        test.__doc__ = "at %d dpi, nothing of the %s is cut off" % (dpi, name)
        globals()["test_%d_%s" % (dpi, name.replace(" ", "_"))] = test


for resolution in RESOLUTIONS:
    add_resolution(resolution)


def test_dark(world, stage):
    """with dark colours, every row can be read, those that came and went too"""
    for name, colour in DARK.items():
        world.registry_add(COLOURS, name, colour)
    # Wine's theme has colours of its own, which are light.
    world.registry_add(THEMES, "ThemeActive", "0")
    world.registry_add(DESKTOP, "LogPixels", 96, "REG_DWORD")
    restart(world, stage)
    program = stage.program
    program.turn_to("Sessions")
    program.rows("Sessions", lambda table: table.find(User="bob"), "bob")
    came = stage.server.hold_file("carol", "hello.txt")
    program.rows("Sessions", lambda table: table.find(User="carol", mark="+"), "a row that came")
    check_rows(world, program, "carol", "+")
    came.stop()
    program.rows("Sessions", lambda table: table.find(User="carol", mark="-"), "a row that went")
    check_rows(world, program, "carol", "-")


def check_rows(world, program, user, mark):
    """The mark may go meanwhile: then it proves nothing."""
    control = program.list_control("Sessions")["window"]
    rows = program.table("Sessions").rows
    places = [world.reader.ask("row-rect", control, number)["rect"] for number in range(len(rows))]
    picture = world.screen.picture("dark-" + {"+": "came", "-": "gone"}[mark])
    if not program.table("Sessions").find(User=user, mark=mark):
        raise Failed("the mark of %s went too early" % user)
    for row, place in zip(rows, places):
        found = colours.contrast(picture, place)
        if found < LEGIBLE:
            raise Failed("contrast %.1f in %r" % (found, row))


def test_dark_headings(world, stage):
    """with dark colours, headings and tabs can be read"""
    program = stage.program
    picture = world.screen.picture("dark-headings")
    control = program.list_control("Sessions")["window"]
    tabs = program.window.control(world.ids["IDC_TABS"])["window"]
    places = [world.reader.ask("header-rect", control, number)["rect"] for number in range(1, 5)]
    places += [world.reader.ask("tab-rect", tabs, number)["rect"] for number in range(4)]
    for place in places:
        found = colours.contrast(picture, place)
        if found < LEGIBLE:
            raise Failed("contrast %.1f at %r" % (found, place))


def test_dark_ground(world, stage):
    """lists and tree have the ground that the system's colours name"""
    wanted = 32 | 32 << 8 | 32 << 16
    control = stage.program.list_control("Sessions")["window"]
    expect(world.reader.ask("send", control, 0x1000, 0, 0)["result"] & 0xFFFFFF, wanted, "the ground")
