"""Servers and groups: added, shown together, taken away.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver.program import IDYES
from driver.waiting import expect_in, wait_until


class Stage:
    def __init__(self, world, program, servers):
        self.world = world
        self.program = program
        self.servers = servers
        self.recover = program.recover

    def names(self):
        return [item["text"] for item in self.program.items()]

    def fill(self, dialog, control, text):
        self.world.reader.ask("send-text", dialog.control(self.world.ids[control])["window"], text)


def begin(world):
    servers = {name: world.serve(name) for name in ("north", "south")}
    servers["north"].client("alice")
    servers["south"].client("bob")
    return Stage(world, world.start_window(), servers)


def test_add_server(world, stage):
    """a server that is added is in the tree, and its address and port count"""
    program = stage.program
    world.screen.keys("ctrl+shift+a")
    dialog = program.dialog(world.ids["IDC_SERVER_NAME"])
    stage.fill(dialog, "IDC_SERVER_NAME", "added")
    stage.fill(dialog, "IDC_SERVER_ADDRESS", "127.0.0.1")
    stage.fill(dialog, "IDC_SERVER_PORT", str(stage.servers["south"].port))
    dialog.picture("add-server")
    program.yes(dialog)
    wait_until(lambda: "added" in stage.names(), "the server in the tree")
    said, _ = world.run("reg", "query", r"HKCU\Software\Wine\Netapi32\Servers\added")
    expect_in("127.0.0.1", said, "the registry")


def test_log_in(world, stage):
    """Log in asks for user and password, and the server answers from then on"""
    program = stage.program
    program.choose("added")
    program.turn_to("Sessions")
    world.screen.keys("ctrl+l")
    dialog = program.dialog(world.ids["IDC_LOGIN_PASSWORD"])
    dialog.picture("log-in")
    stage.fill(dialog, "IDC_LOGIN_USER", "admin")
    stage.fill(dialog, "IDC_LOGIN_PASSWORD", stage.servers["south"].password("admin"))
    program.yes(dialog)
    program.rows("Sessions", lambda table: table.find(User="bob", Server="added"), "its sessions")


def test_new_group(world, stage):
    """a group shows the rows of its servers together, each with its server"""
    program = stage.program
    world.screen.keys("ctrl+shift+g")
    dialog = program.dialog(world.ids["IDC_GROUP_NAME"])
    stage.fill(dialog, "IDC_GROUP_NAME", "branches")
    world.screen.keys("Tab")
    world.screen.type("north\nsouth")
    wait_until(lambda: dialog.text(world.ids["IDC_GROUP_SERVERS"]) == "north\nsouth", "its servers")
    program.yes(dialog)
    wait_until(lambda: "branches" in stage.names(), "the group in the tree")
    program.choose("branches")
    program.rows("Sessions", lambda table: table.find(User="alice", Server="north") and
                 table.find(User="bob", Server="south"), "sessions of both")


def test_same_group(world, stage):
    """netadmin knows the group"""
    said, _ = world.netadmin("config", "group")
    expect_in("branches", said, "netadmin config group")


def test_one_down(world, stage):
    """a server of the group that goes down is a note; its rows are marked as old, the others stay"""
    program = stage.program
    stage.servers["north"].stop()
    wait_until(lambda: "north" in program.notes(), "a note")
    # A session of south may come and go meanwhile, or a busy machine keep south's answer back.
    program.rows(
        "Sessions",
        lambda table: table.find(Server="north", User="alice", mark="?")
        and {row["mark"] for row in table.find(Server="south")} <= {"", "+"},
        "north's mark alone",
    )
    program.window.picture("one-down")


def test_remove(world, stage):
    """Remove asks, and takes the group away, not its servers"""
    program = stage.program
    program.choose("branches")
    world.screen.keys("ctrl+shift+Delete")
    dialog = wait_until(program.dialogs, "a question")[0]
    expect_in("branches", dialog.texts(), "the question")
    program.answer(dialog, IDYES)
    wait_until(lambda: "branches" not in stage.names(), "the end of the group")
    expect_in("south", stage.names(), "servers")
