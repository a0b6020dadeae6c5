"""What comes and goes, and what the window ends, adds and changes: questions first, then the server.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver import samba
from driver.program import IDOK
from driver.waiting import expect, expect_in, wait_until

SHARE = "projects"
COMMENT = "Plans and drawings"
NEW_COMMENT = "Plans, drawings, models"


class Stage:
    def __init__(self, world, program, server):
        self.world = world
        self.program = program
        self.server = server
        self.recover = program.recover
        self.client = None
        self.holder = None

    def save(self, dialog, change):
        """OK, and yes to the question, which says what changes."""
        dialog.command(IDOK)
        question = self.program.question()
        expect_in(change, question.text(self.world.ids["IDC_QUESTION_LOST"]), "the question")
        question.picture("change-share")
        self.program.yes(question)

    def fill(self, dialog, control, text):
        self.world.reader.ask("send-text", dialog.control(self.world.ids[control])["window"], text)


def begin(world):
    server = world.serve("fileserver")
    program = world.start_window("//fileserver")
    program.choose("fileserver")
    return Stage(world, program, server)


def test_came(world, stage):
    """a session that begins comes by itself, and is marked"""
    program = stage.program
    program.turn_to("Sessions")
    program.rows("Sessions", lambda table: table.find(User="admin"), "the window's own session")
    stage.client = stage.server.client("alice", "--open", "hello.txt")
    table = program.rows("Sessions", lambda table: table.find(User="alice"), "alice")
    expect(table.find(User="alice")[0]["mark"], "+", "the mark")
    expect({row["mark"] for row in table.find(User="admin")}, {""}, "the mark of the old one")


def test_gone(world, stage):
    """a session that ends is marked, and leaves later"""
    program = stage.program
    stage.client.stop()
    program.rows("Sessions", lambda table: table.find(User="alice", mark="-"), "the mark")
    program.rows("Sessions", lambda table: not table.find(User="alice"), "the end")


def test_close_session_no(world, stage):
    """Close Session asks, with the files that are lost; No keeps it"""
    program = stage.program
    stage.holder = stage.server.hold_file("bob", "report.txt", "--write")
    program.do("IDM_REFRESH")
    program.select("Sessions", lambda row: row["User"] == "bob" and row["mark"] != "-")
    world.screen.keys("Delete")
    question = program.question()
    question.picture("close-session")
    wait_until(lambda: "bob" in question.text(world.ids["IDC_QUESTION_LOST"]), "who is lost")
    wait_until(lambda: "report.txt" in question.text(world.ids["IDC_QUESTION_LOST"]),
               "the file that is lost")
    # What the keyboard would press without looking is the harmless button.
    world.screen.keys("Return")
    wait_until(question.is_gone, "the end of the question")
    expect_in("bob", [user for user, _ in samba.sessions(stage.server)], "sessions")
    expect(stage.holder.ended(), False, "the end of the client")


def test_close_session_yes(world, stage):
    """Yes ends the session: smbstatus and the client know it"""
    program = stage.program
    program.select("Sessions", lambda row: row["User"] == "bob" and row["mark"] != "-")
    world.screen.keys("Delete")
    program.yes(program.question())
    wait_until(lambda: "bob" not in [user for user, _ in samba.sessions(stage.server)],
               "the end of the session")
    wait_until(stage.holder.ended, "the end of the client")
    program.rows("Sessions", lambda table: table.find(User="bob", mark="-") or
                 not table.find(User="bob"), "the mark")


def test_close_file(world, stage):
    """Close File asks, and takes the file from whoever has it, not the session"""
    program = stage.program
    stage.holder = stage.server.hold_file("bob", "hello.txt", "--write", "--locks", "2")
    program.turn_to("Open Files")
    program.do("IDM_REFRESH")
    program.select("Open Files", lambda row: row["Open File"].endswith("hello.txt"))
    world.screen.keys("Delete")
    question = program.question()
    expect_in("hello.txt", question.texts(), "the question")
    expect_in("bob", question.texts(), "the question")
    program.yes(question)
    wait_until(lambda: not [path for path, _ in samba.open_files(stage.server)
                            if path.endswith("hello.txt")], "the end of the open file")
    wait_until(stage.holder.ended, "the end of the client")


def test_disconnect_all(world, stage):
    """Disconnect All asks, with how many are lost, and ends the sessions of the others"""
    program = stage.program
    holders = [stage.server.hold_file("alice", "report.txt"), stage.server.hold_file("bob", "report.txt")]
    program.turn_to("Sessions")
    program.do("IDM_REFRESH")
    program.rows("Sessions", lambda table: table.find(User="alice") and table.find(User="bob"),
                 "sessions")
    world.screen.keys("ctrl+d")
    question = program.question()
    question.picture("disconnect-all")
    wait_until(lambda: all(part in question.texts() for part in ("alice", "bob")), "who is lost")
    program.no(question)
    expect([holder.ended() for holder in holders], [False, False], "ends")
    world.screen.keys("ctrl+d")
    program.yes(program.question())
    wait_until(lambda: all(holder.ended() for holder in holders), "the end of the clients")
    expect([user for user, _ in samba.sessions(stage.server) if user != "admin"], [], "sessions")


def test_new_share(world, stage):
    """New Share adds one that rpcclient sees, with comment and limit"""
    program = stage.program
    program.turn_to("Shares")
    world.screen.keys("ctrl+n")
    dialog = program.dialog(world.ids["IDC_SHARE_NAME"])
    stage.fill(dialog, "IDC_SHARE_NAME", SHARE)
    stage.fill(dialog, "IDC_SHARE_PATH", "C:" + stage.server.folder.replace("/", "\\") + "\\new")
    stage.fill(dialog, "IDC_SHARE_COMMENT", COMMENT)
    world.reader.ask("send", dialog.control(world.ids["IDC_SHARE_LIMITED"])["window"], 0x00F5, 0, 0)
    stage.fill(dialog, "IDC_SHARE_MAXIMUM", "25")
    dialog.picture("new-share")
    program.yes(dialog)
    # The server's command makes it a setting at a time.
    wait_until(lambda: samba.shares(stage.server).get(SHARE, ("", ""))[1] == COMMENT, "the comment")
    wait_until(lambda: "max connections = 25" in stage.server.run("net", "conf", "showshare", SHARE),
               "the limit")
    program.rows("Shares", lambda table: table.find(Share_Name=SHARE, mark="+"), "the new row")


def test_new_share_refused(world, stage):
    """a share without a name is refused in words, and the dialog stays"""
    program = stage.program
    world.screen.keys("ctrl+n")
    dialog = program.dialog(world.ids["IDC_SHARE_NAME"])
    dialog.command(IDOK)
    message = wait_until(lambda: [d for d in program.dialogs() if d.handle != dialog.handle],
                         "a message")[0]
    expect_in("name", message.texts().lower(), "the message")
    message.picture("no-name")
    program.yes(message)
    expect(dialog.is_gone(), False, "the end of the dialog")
    program.no(dialog)


def properties(world, stage):
    program = stage.program
    program.turn_to("Shares")
    program.select("Shares", lambda row: row["Share Name"] == SHARE)
    world.screen.keys("alt+Return")
    dialog = program.dialog(world.ids["IDC_PERMISSIONS"])
    wait_until(lambda: dialog.text(world.ids["IDC_SHARE_NAME"]) == SHARE, "its name")
    return dialog


def permissions(world, dialog):
    return [row["cells"][:3] for row in dialog.ask("list", world.ids["IDC_PERMISSIONS"])["rows"]]


def test_properties(world, stage):
    """Properties shows the share, and changes its comment"""
    program = stage.program
    dialog = properties(world, stage)
    wait_until(lambda: dialog.text(world.ids["IDC_SHARE_COMMENT"]) == COMMENT, "the comment")
    expect_in("\\new", dialog.text(world.ids["IDC_SHARE_PATH"]), "the path")
    expect(dialog.text(world.ids["IDC_SHARE_MAXIMUM"]), "25", "the limit")
    stage.fill(dialog, "IDC_SHARE_COMMENT", NEW_COMMENT)
    stage.save(dialog, NEW_COMMENT)
    wait_until(lambda: samba.shares(stage.server)[SHARE][1] == NEW_COMMENT, "the new comment")
    program.rows("Shares", lambda table: table.find(Share_Name=SHARE, Description=NEW_COMMENT), "it")


def test_permissions_shown(world, stage):
    """its permissions are what sharesec says"""
    stage.server.run("sharesec", SHARE, "--replace", "S-1-1-0:ALLOWED/0x0/READ")
    expect(samba.permissions(stage.server, SHARE), ["S-1-1-0:ALLOWED/0x0/READ"], "sharesec")
    dialog = properties(world, stage)
    wait_until(lambda: permissions(world, dialog) == [["Everyone", "Read", "Allow"]], "the entry")
    dialog.picture("share-properties")
    stage.program.no(dialog)


def test_permissions_changed(world, stage):
    """an entry that is added is there for sharesec"""
    dialog = properties(world, stage)
    wait_until(lambda: permissions(world, dialog), "an entry")
    dialog.command(world.ids["IDC_PERMISSION_ADD"])
    entry = stage.program.dialog(world.ids["IDC_PERMISSION_ACCOUNT"])
    entry.picture("permission")
    stage.fill(entry, "IDC_PERMISSION_ACCOUNT", "alice")
    stage.program.yes(entry)
    wait_until(lambda: len(permissions(world, dialog)) == 2, "the new entry")
    stage.save(dialog, "alice")
    wait_until(lambda: len(samba.permissions(stage.server, SHARE)) == 2, "the entry on the server")
    expect_in("S-1-1-0:ALLOWED/0x0/READ", samba.permissions(stage.server, SHARE), "the old entry")


def test_stop_sharing(world, stage):
    """Stop Sharing asks; No keeps the share, Yes takes it away"""
    program = stage.program
    program.select("Shares", lambda row: row["Share Name"] == SHARE)
    world.screen.keys("Delete")
    question = program.question()
    expect_in(SHARE, question.texts(), "the question")
    question.picture("stop-sharing")
    program.no(question)
    expect_in(SHARE, samba.shares(stage.server), "shares")
    world.screen.keys("Delete")
    program.yes(program.question())
    wait_until(lambda: SHARE not in samba.shares(stage.server), "the end of the share")
    program.rows("Shares", lambda table: not table.find(Share_Name=SHARE, mark=""), "the mark")
