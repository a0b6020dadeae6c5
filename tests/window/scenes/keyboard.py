"""The keyboard alone, from the start to a closed session.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from driver import samba
from driver.waiting import Failed, expect, expect_in, wait_until


class Stage:
    def __init__(self, world, program, server):
        self.world = world
        self.program = program
        self.server = server
        self.recover = program.recover
        self.holder = None

    def focus(self):
        return self.world.reader.ask("focus")["focus"]

    def press_until(self, key, is_reached, what, most=40):
        for _ in range(most):
            if is_reached():
                return
            before = (self.focus(), self.program.title(), self.program.page(),
                      self.program.table(self.program.page()).focused)
            self.world.screen.keys(key)
            wait_until(lambda: is_reached() or before != (
                self.focus(), self.program.title(), self.program.page(),
                self.program.table(self.program.page()).focused), "an effect of " + key)
        raise Failed("%s was not reached by %s" % (what, key))


def begin(world):
    server = world.serve("fileserver")
    stage = Stage(world, world.start_window("//fileserver"), server)
    stage.holder = server.hold_file("bob", "report.txt")
    server.client("alice")
    return stage


def test_panes(world, stage):
    """F6 goes through all panes, Shift+F6 back"""
    tree = stage.program.window.control(world.ids["IDC_TREE"])["window"]
    filter_box = stage.program.window.control(world.ids["IDC_FILTER"])["window"]
    shown_list = stage.program.list_control(stage.program.page())["window"]
    for key in ("F6", "shift+F6"):
        for goal in (filter_box, shown_list, tree):
            stage.press_until(key, lambda goal=goal: stage.focus() == goal, str(goal), 10)


def test_tab_key(world, stage):
    """the Tab key reaches every control that takes input"""
    tree = stage.program.window.control(world.ids["IDC_TREE"])["window"]
    stage.press_until("F6", lambda: stage.focus() == tree, "the tree", 10)
    seen = []
    while stage.focus() not in seen:
        seen.append(stage.focus())
        last = seen[-1]
        world.screen.keys("Tab")
        wait_until(lambda: stage.focus() != last, "another focus")
    for name in ("IDC_TREE", "IDC_FILTER", "IDC_TABS"):
        expect_in(stage.program.window.control(world.ids[name])["window"], seen, name)
    expect_in(stage.program.list_control(stage.program.page())["window"], seen, "the list")


def test_choose_server(world, stage):
    """arrows choose a server in the tree"""
    tree = stage.program.window.control(world.ids["IDC_TREE"])["window"]
    stage.press_until("F6", lambda: stage.focus() == tree, "the tree", 10)
    world.screen.keys("Home")
    stage.press_until("Down", lambda: stage.program.title().startswith("fileserver"), "fileserver")


def test_pages(world, stage):
    """Ctrl+Tab turns the pages, all round"""
    seen = []
    while stage.program.page() not in seen:
        seen.append(stage.program.page())
        last = seen[-1]
        world.screen.keys("ctrl+Tab")
        wait_until(lambda: stage.program.page() != last, "the next page")
    expect(len(seen), 4, "pages")


def test_close_session(world, stage):
    """a session is closed by keys alone"""
    program = stage.program
    program.turn_to("Sessions")
    program.rows("Sessions", lambda table: table.find(User="bob"), "bob")
    control = program.list_control("Sessions")["window"]
    stage.press_until("F6", lambda: stage.focus() == control, "the list", 10)
    world.screen.keys("Home")

    def bob_is_selected():
        return [row["User"] for row in program.table("Sessions").selected] == ["bob"]
    stage.press_until("Down", bob_is_selected, "bob")
    world.screen.keys("Delete")
    question = program.question()
    ok = next(c for c in question.children() if c["id"] == 1)
    for _ in range(6):
        if stage.focus() == ok["window"]:
            break
        last = stage.focus()
        world.screen.keys("Tab")
        wait_until(lambda last=last: stage.focus() != last, "another focus")
    expect(stage.focus(), ok["window"], "the focus")
    world.screen.keys("space")
    wait_until(question.is_gone, "the end of the question")
    wait_until(stage.holder.ended, "the end of the client")
    expect_in("alice", [user for user, _ in samba.sessions(stage.server)], "sessions")


def test_menu(world, stage):
    """Alt opens the menu, and Escape leaves it"""
    world.screen.keys("alt+s")
    wait_until(lambda: world.reader.ask("focus")["menu"], "the menu")
    world.screen.picture("menu")
    world.screen.keys("Escape", "Escape")
    wait_until(lambda: not world.reader.ask("focus")["menu"], "the end of the menu")


def test_help(world, stage):
    """F1 shows the keys"""
    world.screen.keys("F1")
    dialog = wait_until(stage.program.dialogs, "the keys")[0]
    for part in ("F5", "Ctrl+F", "F6"):
        expect_in(part, dialog.texts(), "the keys")
    dialog.picture("keys")
    world.screen.keys("Escape")
    wait_until(dialog.is_gone, "the end of the keys")


def test_exit(world, stage):
    """Alt+F4 ends the program, with exit status 0"""
    world.screen.keys("alt+F4")
    wait_until(lambda: stage.program.process.poll() is not None, "the end of the program")
    expect(stage.program.process.returncode, 0, "the exit status")
