"""The window of sharedfolders.exe.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from .program import IDCANCEL, IDOK, Program, Table
from .waiting import Failed, wait_until

WINDOW_CLASS = "SharedFoldersWindow"
PAGES = ("Shares", "Sessions", "Open Files", "Connections")
LISTS = ("IDC_LIST_SHARES", "IDC_LIST_SESSIONS", "IDC_LIST_FILES", "IDC_LIST_CONNECTIONS")
TVM_SELECTITEM = 0x110B
TVGN_CARET = 9


class SharedFolders(Program):
    """Controls and commands are named as in programs/sharedfolders/resource.h."""

    def __init__(self, world, *arguments, **options):
        super().__init__(world, [world.built("programs/sharedfolders", "sharedfolders.exe"), *arguments],
                         WINDOW_CLASS, **options)
        self.clicks = 0

    def id(self, name):
        return self.world.ids[name]

    def do(self, name):
        """A command of the menu."""
        self.window.command(self.id(name))

    def ask_for(self, command, control):
        """A command that opens the dialog with this control."""
        self.do(command)
        return self.dialog(self.id(control))

    # ---- What is shown ---------------------------------------------------------------------------

    def title(self):
        return self.window.now()["text"]

    def tree(self):
        return self.window.ask("tree", self.id("IDC_TREE"))

    def status(self):
        return self.window.ask("status", self.id("IDC_STATUS"))

    def notes(self):
        """Lines about what failed and what is not told; empty where none are shown."""
        control = self.window.control(self.id("IDC_NOTES"))
        return control["text"].replace("\r\n", "\n") if control["visible"] else ""

    def is_ready(self):
        return self.status()[0].startswith("Ready")

    def page(self):
        tabs = self.window.ask("tabs", self.id("IDC_TABS"))
        return tabs["tabs"][tabs["selected"]]

    def list_control(self, page):
        return self.window.control(self.id(LISTS[PAGES.index(page)]))

    def table(self, page):
        return Table(self.world.reader.ask("list", self.list_control(page)["window"]))

    # ---- What a person does ----------------------------------------------------------------------

    def turn_to(self, page):
        """Its list is the one that is seen, and is up to date."""
        self.world.screen.keys("ctrl+%d" % (PAGES.index(page) + 1))
        wait_until(lambda: self.page() == page and self.list_control(page)["visible"],
                   "the page " + page)
        wait_until(self.is_ready, "the answer of the servers")

    def rows(self, page, are_right, what):
        """Waits until the rows of a page are as they should be; returns the table."""
        tables = []

        def look():
            tables[:] = [self.table(page)]
            return are_right(tables[0])
        try:
            wait_until(look, what)
        except Failed as trouble:
            shown = "\n".join(repr(row) for row in tables[0].rows) if tables else "nothing"
            raise Failed("%s\n%s\nnotes: %s\nstatus: %s" % (trouble, shown, self.notes(),
                                                           self.status())) from None
        return tables[0]

    def items(self):
        """All items of the tree, from the top to the bottom."""
        def below(items):
            for item in items:
                yield item
                yield from below(item["children"])
        return list(below(self.tree()))

    def choose(self, name):
        """Selects the first item of the tree with this name."""
        items = self.items()
        found = next((item for item in items if item["text"] == name), None)
        if not found:
            raise Failed("the tree has no %r: %r" % (name, [item["text"] for item in items]))
        tree = self.window.control(self.id("IDC_TREE"))["window"]
        self.world.reader.ask("send", tree, TVM_SELECTITEM, TVGN_CARET, found["handle"])
        wait_until(lambda: self.title().startswith(name), "the choice of " + name)

    def select(self, page, is_wanted):
        """Clicks on the first row that is wanted, a dictionary by columns."""
        control = self.list_control(page)["window"]

        def click():
            table = self.table(page)
            row = next((number for number, row in enumerate(table.rows) if is_wanted(row)), None)
            if row is None:
                return None
            rect = self.world.reader.ask("row-rect", control, row)["rect"]
            # Never twice on the same place: that would be a double click.
            self.clicks += 1
            self.world.screen.click(rect["left"] + (20, 80)[self.clicks % 2],
                                    (rect["top"] + rect["bottom"]) // 2)
            return wait_until(lambda: [r for r in self.table(page).selected if is_wanted(r)],
                              "the selection", 10)
        return wait_until(click, "the row")[0]

    def question(self):
        """The question that an action asks, before it is done."""
        return self.dialog(self.id("IDC_QUESTION_LOST"))

    def answer(self, dialog, number):
        dialog.command(number)
        wait_until(dialog.is_gone, "the end of %r" % dialog.title)

    def yes(self, dialog):
        self.answer(dialog, IDOK)

    def no(self, dialog):
        self.answer(dialog, IDCANCEL)

    def recover(self):
        """After a test that failed: no dialog, no filter."""
        self.close_dialogs()
        self.world.reader.ask("send-text", self.window.control(self.id("IDC_FILTER"))["window"], "")
