"""What the windows of the prefix' programs show: tests/window/reader, as Python values.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import json
import subprocess

from .waiting import Failed


class Reader:
    """The answers are those that the heads of reader/main.c, screen.h and controls.h tell of."""

    def __init__(self, wine, program):
        self.process = subprocess.Popen(wine + [program], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def ask(self, verb, *arguments):
        line = " ".join([verb] + [str(argument) for argument in arguments])
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer, valid = (json.loads(self.process.stdout.readline()) for _ in range(2))
        except (OSError, ValueError) as trouble:
            raise Failed("the reader has ended at %s: %s" % (line, trouble)) from trouble
        for error in (valid, answer):
            if isinstance(error, dict) and "error" in error:
                raise Failed("%s: %s" % (line, error["error"]))
        return answer

    def stop(self):
        self.process.stdin.close()
        self.process.wait()
