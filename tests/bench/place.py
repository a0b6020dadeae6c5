"""Where measurements are made: the build, the servers, the Wine prefix, and the programs that call.

SPDX-License-Identifier: LGPL-2.1-or-later

Everything is started when it is first asked for, and ends with the place. What is not here is
Unavailable.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile

from harness import Agent, Unavailable

HERE = os.path.dirname(os.path.realpath(__file__))
BED = os.path.join(HERE, "../bed")
LOOPBACK = "127.0.0.1"


class Server:
    """A server, as whoever started it has described it."""

    def __init__(self, values):
        self.port = values["PORT"]
        self.user = values["ADMIN_USER"]
        self.password = values["ADMIN_PASSWORD"]
        self.folder = values.get("FOLDER")


class Place:
    def __init__(self, build, wine_root=None):
        self.build = os.path.realpath(build)
        self.wine_root = wine_root
        self.stack = contextlib.ExitStack()
        self.folder = self.stack.enter_context(tempfile.TemporaryDirectory(prefix="netapi32-bench."))
        self.parts = {}

    def close(self):
        self.stack.close()

    def once(self, name, make):
        """What is made at the first need, or why it cannot be."""
        if name not in self.parts:
            try:
                self.parts[name] = make()
            except Unavailable as reason:
                self.parts[name] = reason
        if isinstance(self.parts[name], Unavailable):
            raise self.parts[name]
        return self.parts[name]

    # ---- What is built ---------------------------------------------------------------------------

    def built(self, path):
        path = os.path.join(self.build, path)
        if not os.path.exists(path):
            raise Unavailable("%s is not built" % os.path.relpath(path, self.build))
        return path

    def native(self, name):
        return self.built("tests/bench/" + name)

    def dll(self, architecture):
        return self.built("dlls/netapi32/%s-windows/netapi32.dll" % architecture)

    def stripped_dll(self, architecture):
        """As it is installed by `make install-strip` and distributions' packages."""
        stripped = os.path.join(self.folder, architecture + ".dll")
        strip = architecture.replace("i386", "i686") + "-w64-mingw32-strip"
        if not shutil.which(strip):
            raise Unavailable("%s is missing" % strip)
        subprocess.run([strip, "-o", stripped, self.dll(architecture)], check=True)
        return stripped

    # ---- Servers ---------------------------------------------------------------------------------

    def start(self, *command, stack=None):
        """A server of tests/bed or tests/bench."""
        agent = (stack or self.stack).enter_context(Agent(list(command)))
        return agent, agent.variables()

    def smbd(self, *arguments, stack=None):
        """A private smbd of its own for who asks."""
        if os.geteuid():
            raise Unavailable("a private smbd needs root")
        if not shutil.which("smbd"):
            raise Unavailable("smbd is missing")
        return Server(self.start(os.path.join(BED, "smbd"), *arguments, stack=stack)[1])

    def windows_server(self, *arguments, stack=None):
        """A server that answers as Windows does, of its own for who asks."""
        return Server(self.start(os.path.join(BED, "windows-server"), *arguments, stack=stack)[1])

    def usual_smbd(self):
        return self.once("smbd", self.smbd)

    # ---- Wine ------------------------------------------------------------------------------------

    def make_prefix(self):
        if not shutil.which("wine"):
            raise Unavailable("Wine is missing")
        command = [os.path.join(HERE, "wine-prefix"), self.stripped_dll("x86_64")]
        agent = self.stack.enter_context(Agent(command + [self.wine_root] * bool(self.wine_root)))
        words = []
        line = agent.line()
        while not line.startswith("PREFIX="):
            words.append(line.partition("=")[2])
            line = agent.line()
        agent.line()
        return words

    def wine(self, *words):
        """The command line of a command of Wine in the prefix: wine, wineserver."""
        return [*self.once("prefix", self.make_prefix), *words]

    def windows_program(self, name):
        return self.built("tests/bench/x86_64-windows/%s.exe" % name)

    # ---- Who calls -------------------------------------------------------------------------------

    def caller(self, kind, names=None):
        """A new process that makes calls: kind is wine, native or python; names is {name: (address, port,
        Server)} of the servers that it is to know, where Wine knows those of earlier processes too."""
        command = {
            "wine": lambda: self.wine("wine", self.windows_program("caller")),
            "native": lambda: [self.native("caller")],
            "python": lambda: [os.path.join(HERE, "peer_samba.py")],
        }[kind]()
        agent = Agent(command, stderr=subprocess.DEVNULL if kind == "wine" else None)
        for name, (address, port, server) in (names or {}).items():
            agent.ask("server", name, address, port, server.user, server.password)
        return agent

    def make_known(self, names):
        """Tells the prefix of servers, for processes that are not to be told."""
        with self.caller("wine", names):
            pass

    def fresh_caller(self, kind, names):
        """A new process that has not yet done anything but to be started."""
        if kind == "wine":
            agent = self.caller("wine")
            agent.ask("nothing")
            return agent
        return self.caller(kind, names)


def at_loopback(server):
    return (LOOPBACK, server.port, server)
