"""What measurements share: programs that are asked line by line, groups of figures, statistics.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import collections
import os
import select
import statistics
import subprocess

PATIENCE = 120  # s, for an answer, unless a program is known to take longer


class Unavailable(Exception):
    """What a measurement needs is not here: the reason, for the reader."""


class Trouble(Exception):
    """A measurement failed."""


# measure(place, run) with run.wanted, the names, yields samples.
Group = collections.namedtuple("Group", "figures measure")
# One round of a figure or, with an x, a point of a series; peer is None where there is none.
Sample = collections.namedtuple("Sample", "figure round x ours peer")


def sample(figure, number, ours, peer=None, x=""):
    return Sample(figure, number, x, ours, peer)


# ---- Programs ------------------------------------------------------------------------------------


class Agent:
    """A program that answers each line with a line "ok NUMBER...", and ends with its standard input."""

    def __init__(self, command, **options):
        self.name = os.path.basename(command[-1])
        self.buffer = b""
        self.patience = PATIENCE
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        bufsize=0, **options)

    def line(self):
        while b"\n" not in self.buffer:
            if not select.select([self.process.stdout], [], [], self.patience)[0]:
                raise Trouble("%s does not answer" % self.name)
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                raise Trouble("%s ended" % self.name)
            self.buffer += data
        line, _, self.buffer = self.buffer.partition(b"\n")
        return line.decode(errors="replace").rstrip("\r")

    def tell(self, *words):
        self.process.stdin.write((" ".join(map(str, words)) + "\n").encode())

    def ask(self, *words):
        """The numbers of the answer."""
        self.tell(*words)
        answer = self.line().split()
        if not answer or answer[0] != "ok":
            raise Trouble("%s, asked to %s: %s" % (self.name, " ".join(map(str, words[:3])),
                                                  " ".join(answer)))
        return [int(word) for word in answer[1:]]

    def variables(self):
        """What a server says up to READY=1."""
        values = {}
        while "READY" not in values:
            name, _, value = self.line().partition("=")
            values[name] = value
        return values

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.close()


# ---- Numbers -------------------------------------------------------------------------------------


def percentile(values, share):
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


median = statistics.median


def turns(parts, asks):
    """Asks everybody in turns, `parts` times, and gives the median of all numbers that each has said.

    asks is {name: function that gives numbers}.
    """
    said = {name: [] for name in asks}
    for part in range(parts):
        names = list(asks)
        # Nobody always comes after the same one.
        for name in names if part % 2 == 0 else reversed(names):
            said[name] += asks[name]()
    return {name: median(numbers) for name, numbers in said.items()}
