"""What the pages show, beside what Samba's tools and netadmin say; sorting, filtering, files.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import csv
import io
import json

from driver import samba
from driver.waiting import expect, expect_in, wait_until

LOCKS = 3


class Stage:
    def __init__(self, program, server):
        self.program = program
        self.server = server
        self.recover = program.recover


def begin(world):
    server = world.serve("fileserver")
    server.client("alice", "--open", "hello.txt")
    server.hold_file("bob", "report.txt", "--write", "--locks", str(LOCKS))
    program = world.start_window("//fileserver")
    program.choose("fileserver")
    return Stage(program, server)


def test_tabs(world, stage):
    """the tabs are those of Windows' Shared Folders, and Connections"""
    tabs = stage.program.window.ask("tabs", world.ids["IDC_TABS"])["tabs"]
    expect(tabs, ["Shares", "Sessions", "Open Files", "Connections"], "tabs")


def test_columns(world, stage):
    """each page has the server and the columns of Windows"""
    wanted = {
        "Shares": ["Server", "Share Name", "Folder Path", "Type", "# Client Connections",
                   "Description"],
        "Sessions": ["Server", "User", "Computer", "Type", "# Open Files", "Connected Time",
                     "Idle Time", "Guest"],
        "Open Files": ["Server", "Open File", "Accessed By", "Type", "# Locks", "Open Mode", "ID"],
        "Connections": ["Server", "Share", "Computer", "User", "# Open Files", "# Users",
                        "Connected Time", "Type", "ID"],
    }
    for page, columns in wanted.items():
        expect(stage.program.table(page).columns[1:], columns, page)


def test_shares(world, stage):
    """Shares is what rpcclient lists, with paths and comments"""
    stage.program.turn_to("Shares")
    wanted = samba.shares(stage.server)
    table = stage.program.rows("Shares", lambda table: len(table.rows) == len(wanted), "shares")
    expect({row["Share Name"]: (row["Folder Path"], row["Description"]) for row in table.rows},
           wanted, "shares")
    expect({row["Server"] for row in table.rows}, {"fileserver"}, "servers")
    expect({row["Share Name"]: row["Type"].split(",")[0] for row in table.rows}["IPC$"], "IPC",
           "a type")


def test_sessions(world, stage):
    """Sessions is what smbstatus lists, and how many files each has open"""
    stage.program.turn_to("Sessions")
    table = stage.program.rows("Sessions", lambda table: len(table.rows) >= 3, "sessions")
    expect(sorted((row["User"], row["Computer"].lstrip("\\")) for row in table.rows),
           samba.sessions(stage.server), "sessions")
    opens = {row["User"]: row["# Open Files"] for row in table.rows}
    expect((opens["alice"], opens["bob"]), ("1", "1"), "open files of alice and bob")
    expect({row["Guest"] for row in table.rows}, {"No"}, "guests")


def test_files(world, stage):
    """Open Files is what smbstatus lists, with locks and modes"""
    stage.program.turn_to("Open Files")
    wanted = [(path, user) for path, user in samba.open_files(stage.server) if path.endswith(".txt")]
    table = stage.program.rows("Open Files", lambda table: len(table.rows) >= len(wanted), "files")
    files = {row["Open File"].replace("\\", "/").removeprefix("C:"): row for row in table.rows}
    expect(sorted((path, row["Accessed By"]) for path, row in files.items() if path.endswith(".txt")),
           wanted, "open files")
    report = next(row for path, row in files.items() if path.endswith("/report.txt"))
    expect(report["# Locks"], str(LOCKS), "locks of report.txt")
    expect_in("Write", report["Open Mode"], "mode of report.txt")


def test_connections(world, stage):
    """Connections is what smbstatus lists of shares in use; whose they are Samba does not tell"""
    stage.program.turn_to("Connections")
    wanted = [share for share, _ in samba.connections(stage.server) if share == "files"]
    table = stage.program.rows(
        "Connections", lambda table: len(table.find(Share="files")) == len(wanted), "connections")
    expect({row["User"] for row in table.find(Share="files")}, {"not told"}, "users")


def told_by_netadmin(world, command, columns):
    """The fields of these names, of each row but pipes, without doubles: it has sessions of its own."""
    said, status = world.netadmin(command, "//fileserver", "/format:json")
    expect(status, 0, "netadmin " + command)
    rows = [{key.split("_")[-1]: value for key, value in row.items()} for row in json.loads(said)]
    return {tuple(str(row[column]).strip("\\") for column in columns) for row in rows
            if "PIPE" not in str(row.get("pathname")).upper()}


def test_like_netadmin(world, stage):
    """Shares, Sessions and Open Files are what netadmin says"""
    for page, command, columns in (
            ("Shares", "shares", {"Share Name": "netname", "Folder Path": "path"}),
            ("Sessions", "sessions", {"User": "username", "Computer": "cname"}),
            ("Open Files", "files", {"Open File": "pathname", "Accessed By": "username", "ID": "id"})):
        wanted = told_by_netadmin(world, command, columns.values())
        stage.program.turn_to(page)
        stage.program.rows(page, lambda table: {
            tuple(row[name].strip("\\") for name in columns) for row in table.rows
            if "PIPE" not in row.get("Open File", "").upper()} == wanted, "what netadmin says: %r" % wanted)


def test_sort_by_click(world, stage):
    """a click on a heading sorts by it, another one the other way, and an arrow says so"""
    program = stage.program
    program.turn_to("Shares")
    column = program.table("Shares").columns.index("Description")
    control = program.list_control("Shares")["window"]
    # Not on the same place: that would be a double click.
    for up, place in ((True, 10), (False, 60)):
        rect = world.reader.ask("header-rect", control, column)["rect"]
        world.screen.click(rect["left"] + place, (rect["top"] + rect["bottom"]) // 2)
        table = program.rows("Shares", lambda table: table.sorted_by() == ("Description", up), "an arrow")
        expect(table.column("Description"),
               sorted(table.column("Description"), key=str.lower, reverse=not up), "descriptions")


def test_sort_by_key(world, stage):
    """Alt with a digit sorts by that column"""
    world.screen.keys("alt+2")
    table = stage.program.rows("Shares", lambda table: table.sorted_by()[0] == "Share Name", "an arrow")
    names = table.column("Share Name")
    expect(names, sorted(names, key=str.lower, reverse=not table.sorted_by()[1]), "names")


def test_sort_numbers(world, stage):
    """numbers are sorted as numbers"""
    stage.program.turn_to("Open Files")
    table = stage.program.rows("Open Files", lambda table: len(table.rows) >= 2, "files")
    world.screen.keys("alt+%d" % table.columns.index("ID"))
    table = stage.program.rows("Open Files", lambda table: table.sorted_by()[0] == "ID", "an arrow")
    numbers = [int(number) for number in table.column("ID")]
    expect(numbers, sorted(numbers, reverse=not table.sorted_by()[1]), "IDs")


def test_filter(world, stage):
    """what is typed into the filter leaves the rows that have it, and Escape brings all back"""
    program = stage.program
    program.turn_to("Sessions")
    world.screen.keys("ctrl+f")
    world.screen.type("ALI")
    program.rows("Sessions", lambda table: table.column("User") == ["alice"], "alice alone")
    wait_until(lambda: "1 of" in program.status()[1] or program.status()[1].startswith("1 "),
               "the count of what is shown")
    world.screen.keys("Escape")
    program.rows("Sessions", lambda table: len(table.rows) >= 3, "all sessions")


def test_copy(world, stage):
    """Copy puts the selected rows on the clipboard, with their headings, for a spreadsheet"""
    program = stage.program
    program.turn_to("Sessions")
    world.reader.ask("set-clipboard", "nothing")
    row = program.select("Sessions", lambda row: row["User"] == "alice")
    world.screen.keys("ctrl+c")
    # Between what was there and what comes, there is nothing.
    text = wait_until(lambda: world.reader.ask("clipboard")["text"].replace("nothing", ""), "a copy")
    lines = [line.split("\t") for line in text.splitlines()]
    table = program.table("Sessions")
    expect(lines[0], table.columns[1:], "headings")
    expect(len(lines), 2, "lines")
    expect(lines[1][:3], [row["Server"], row["User"], row["Computer"]], "the row")


def save_as(world, stage, name):
    program = stage.program
    program.do("IDM_SAVE_AS")
    dialog = wait_until(lambda: [d for d in program.dialogs() if any(
        child["class"] == "Edit" and child["visible"] for child in d.children())], "a file's dialog")[0]
    path = world.windows_path(name)
    world.screen.keys("ctrl+a")
    world.screen.type(path)
    wait_until(lambda: path in [c["text"] for c in dialog.children() if c["class"] == "Edit"], "the name")
    world.screen.keys("Return")
    wait_until(dialog.is_gone, "the end of the dialog")
    with open(wait_until(lambda: world.existing(name), name), encoding="utf-8-sig", newline="") as file:
        return file.read()


def test_save_csv(world, stage):
    """Save as CSV: a file that Python's csv reads back, with the rows that are shown"""
    stage.program.turn_to("Shares")
    rows = list(csv.DictReader(io.StringIO(save_as(world, stage, "shares.csv"))))
    expect({row["shi2_netname"]: (row["shi2_path"], row["shi2_remark"]) for row in rows},
           samba.shares(stage.server), "shares")


def test_save_json(world, stage):
    """Save as JSON: a file that Python's json reads back, with numbers as numbers"""
    stage.program.turn_to("Open Files")
    rows = json.loads(save_as(world, stage, "files.json"))
    table = stage.program.table("Open Files")
    expect(sorted((row["fi3_pathname"], row["fi3_id"]) for row in rows),
           sorted((row["Open File"], int(row["ID"])) for row in table.rows), "files")


def test_details(world, stage):
    """Properties of an open file tells all of it"""
    program = stage.program
    row = program.select("Open Files", lambda row: row["Open File"].endswith("report.txt"))
    world.screen.keys("alt+Return")
    dialog = program.dialog(world.ids["IDC_DETAILS_TEXT"])
    text = dialog.text(world.ids["IDC_DETAILS_TEXT"])
    for part in (row["Open File"], row["Accessed By"], row["ID"], "fileserver"):
        expect_in(part, text, "the details")
    dialog.picture("details")
    world.screen.keys("Escape")
    wait_until(dialog.is_gone, "the end of the details")
