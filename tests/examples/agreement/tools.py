"""What the comparisons of this folder share: Windows programs under Wine, Samba's own tools, checks.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import json
import os
import subprocess
import time

PATIENCE = 20  # s, for what a server does in its own time
RPCCLIENT_PATIENCE = "timeout 1800000;"  # ms; of itself it waits ten seconds


class Place:
    """Where the programs and the server are: the arguments of tests/examples/agreement/run."""

    def __init__(self, examples, server, bed, port, wine):
        self.examples = examples
        self.server = server
        self.unc = "\\\\" + server
        self.bed = bed
        self.port = port
        self.wine = wine
        self.failures = []
        self.checked = 0

    # ---- Programs --------------------------------------------------------------------------------

    def program(self, name, *arguments, status=0, typed=""):
        """The lines that an example prints, which reads `typed`; its exit status must be `status`."""
        command = [*self.wine, os.path.join(self.examples, name + ".exe"), *arguments]
        done = subprocess.run(command, input=typed.encode(), capture_output=True, timeout=600)
        if done.returncode != status:
            raise AssertionError("%s ends with status %d: %s" % (
                " ".join([name, *arguments]), done.returncode,
                (done.stdout + done.stderr).decode(errors="replace").strip()))
        return done.stdout.decode().replace("\r", "").splitlines()

    def tool(self, *command, status=0):
        """What a tool of Samba prints, run where the server runs."""
        here = os.path.dirname(os.path.realpath(__file__))
        done = subprocess.run([os.path.join(here, "../../bed/in"), self.bed, *command],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=600)
        if done.returncode != status:
            raise AssertionError("%s: %s" % (command[0], done.stderr.decode().strip()))
        return done.stdout.decode()

    def smbstatus(self):
        return json.loads(self.tool("smbstatus", "--json", "--byterange"))

    def rpcclient(self, command, user="admin"):
        """What rpcclient's command prints, as a user of the bed."""
        return self.tool("rpcclient", "127.0.0.1", "-p", self.port, "-A", "%s/users/%s" % (
            self.bed, user), "-c", RPCCLIENT_PATIENCE + command)

    def can_log_on(self, name, password):
        """Whether smbclient gets to a share as that user."""
        try:
            self.tool("smbclient", "-p", self.port, "-U", "%s%%%s" % (name, password),
                      "//127.0.0.1/files", "-c", "ls")
            return True
        except AssertionError:
            return False

    def user_file(self, user):
        return "%s/users/%s" % (self.bed, user)

    # ---- Checks ----------------------------------------------------------------------------------

    def same(self, what, shown, expected):
        """One check: what a program shows, and what the server's own tool says."""
        self.checked += 1
        if shown != expected:
            self.failures.append("%s: the program shows %r, the server has %r" % (
                what, shown, expected))

    def until_same(self, what, shown, expected):
        """The same for two functions, for what takes the server a moment."""
        end = time.monotonic() + PATIENCE
        while shown() != expected() and time.monotonic() < end:
            time.sleep(0.1)
        self.same(what, shown(), expected())


def fields(text):
    """The lines "name : [value]" or "name: value" of rpcclient as a list of pairs."""
    pairs = []
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            pairs.append((name.strip(), value.strip().removeprefix("[").removesuffix("]")))
    return pairs
