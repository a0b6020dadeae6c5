"""A person's hands and eyes: keys and clicks on an X display, and pictures of it.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import subprocess


class Screen:
    def __init__(self, display, pictures):
        """The X display, and the folder for pictures."""
        self.environment = dict(os.environ, DISPLAY=display)
        self.pictures = pictures

    def _run(self, *command):
        return subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=True).stdout

    def focus(self):
        """Keys go to Wine's desktop, which knows it."""
        windows = self._run("xdotool", "search", "--name", "Wine desktop").split()
        self._run("xdotool", "windowfocus", "--sync", windows[0])

    def keys(self, *names):
        """Keys by the names of X, with what is held: ctrl+shift+a."""
        self._run("xdotool", "key", "--clearmodifiers", "--delay", "15", *names)

    def type(self, text):
        self._run("xdotool", "type", "--clearmodifiers", "--delay", "15", "--", text)

    def click(self, x, y, button=1, times=1):
        self._run("xdotool", "mousemove", str(x), str(y),
                  "click", "--repeat", str(times), "--delay", "50", str(button))

    def picture(self, name, rect=None):
        """A PNG of all, or of a rectangle as the reader gives it; returns its path."""
        path = name if os.path.isabs(name) else os.path.join(self.pictures, name + ".png")
        crop = []
        if rect:
            crop = ["-crop", "%dx%d+%d+%d" % (rect["right"] - rect["left"], rect["bottom"] - rect["top"],
                                              rect["left"], rect["top"]), "+repage"]
        # No time in it: the same picture has the same bytes.
        self._run("import", "-silent", "-window", "root", *crop, "-define", "png:exclude-chunks=date,time",
                  "-strip", path)
        return path
