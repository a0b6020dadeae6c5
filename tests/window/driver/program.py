"""A Windows program with a window, by its controls.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import subprocess

from .waiting import Failed, wait_until

DIALOG_CLASS = "#32770"
WM_CLOSE = 0x0010
WM_COMMAND = 0x0111
BM_GETCHECK = 0x00F0
IDOK, IDCANCEL, IDYES, IDNO = 1, 2, 6, 7
HEADER_SORTED_UP = 0x0400
HEADER_SORTED_DOWN = 0x0200
END_SECONDS = 20


class Window:
    """A window on the screen, as the reader tells of it."""

    def __init__(self, world, told):
        self.world = world
        self.handle = told["window"]
        self.title = told["text"]
        self.process = told["process"]
        self.rect = told["rect"]

    def now(self):
        """As it is now; None where it is gone."""
        return next((told for told in self.world.reader.ask("windows")
                     if told["window"] == self.handle), None)

    def is_gone(self):
        return self.now() is None

    def children(self):
        return self.world.reader.ask("children", self.handle)

    def control(self, number):
        """The control with this ID: a dictionary; Failed where there is none."""
        for child in self.children():
            if child["id"] == number:
                return child
        raise Failed("%r has no control %d" % (self.title, number))

    def control_of_class(self, name):
        for child in self.children():
            if child["class"].lower() == name.lower() and child["visible"]:
                return child
        raise Failed("%r has no %s" % (self.title, name))

    def text(self, number):
        return self.control(number)["text"].replace("\r\n", "\n")

    def texts(self):
        """All that its controls say, for a look whether something is there."""
        return "\n".join(child["text"] for child in self.children() if child["visible"])

    def ask(self, verb, number, *arguments):
        """What the reader's verb says of a control."""
        return self.world.reader.ask(verb, self.control(number)["window"], *arguments)

    def is_checked(self, number):
        return self.world.reader.ask("send", self.control(number)["window"], BM_GETCHECK, 0,
                                     0)["result"] == 1

    def command(self, number):
        """What a menu or a button sends."""
        self.world.reader.ask("post", self.handle, WM_COMMAND, number, 0)

    def close(self):
        self.world.reader.ask("post", self.handle, WM_CLOSE, 0, 0)

    def picture(self, name):
        return self.world.screen.picture(name, self.now()["rect"])


class Table:
    """What a list view shows: its columns, and each row as a dictionary by their names. Where a
    column has no name, it is the mark, "mark"."""

    def __init__(self, told):
        self.columns = [column["text"] or "mark" for column in told["columns"]]
        self.widths = [column["width"] for column in told["columns"]]
        self.formats = dict(zip(self.columns, (column["format"] for column in told["columns"])))
        self.rows = [dict(zip(self.columns, row["cells"])) for row in told["rows"]]
        self.selected = [row for row, told_row in zip(self.rows, told["rows"]) if told_row["selected"]]
        self.focused = told["focused"]

    def column(self, name):
        return [row[name] for row in self.rows]

    def sorted_by(self):
        """The column with an arrow, and whether it points up; (None, None) where none has one."""
        for name, flags in self.formats.items():
            if flags & (HEADER_SORTED_UP | HEADER_SORTED_DOWN):
                return name, bool(flags & HEADER_SORTED_UP)
        return None, None

    def find(self, **wanted):
        """The rows with these values; _ in a name stands for a blank."""
        return [row for row in self.rows
                if all(row[name.replace("_", " ")] == value for name, value in wanted.items())]


class Program:
    """A program that was started, and whose main window is there. The environment is NAME=VALUE
    texts; what starts Windows programs is wine, unless it is something else."""

    def __init__(self, world, command, window_class, environment=(), start=("wine",)):
        self.world = world
        self.output = open(world.folder + "/program.log", "a", encoding="utf-8")
        # Behind the prefix' own environment, of which some may be another.
        starts = world.in_prefix + ["env"] + list(environment) + list(start)
        self.process = subprocess.Popen(starts + list(command), stdin=subprocess.DEVNULL,
                                        stdout=self.output, stderr=self.output)
        self.window = wait_until(lambda: self._find(window_class), "the window of %s" % (list(start) + list(command))[-1])

    def _find(self, window_class):
        if self.process.poll() is not None:
            raise Failed("the program has ended with %d" % self.process.returncode)
        for told in self.world.reader.ask("windows"):
            if told["class"] == window_class:
                return Window(self.world, told)
        return None

    def dialogs(self):
        """Its dialogs, the upmost first."""
        return [Window(self.world, told) for told in self.world.reader.ask("windows")
                if told["process"] == self.window.process and told["class"] == DIALOG_CLASS]

    def dialog(self, control=None, title=None):
        """Waits for a dialog that has this control, or this title."""
        def find():
            for dialog in self.dialogs():
                if title is not None and dialog.title != title:
                    continue
                if control is not None and all(c["id"] != control for c in dialog.children()):
                    continue
                return dialog
            return None
        return wait_until(find, "the dialog %s" % (title or control))

    def close_dialogs(self):
        """Cancels whatever a test left open."""
        for _ in range(10):
            dialogs = self.dialogs()
            if not dialogs:
                return
            # The upmost: those below wait for it, and another one may follow.
            dialogs[0].command(IDCANCEL)
            wait_until(dialogs[0].is_gone, "the end of %r" % dialogs[0].title)

    def stop(self):
        if self.process.poll() is None:
            self.window.close()
            try:
                self.process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.output.close()
        return self.process.returncode
