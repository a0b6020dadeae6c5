"""What a scene has: the prefix, the screen, the reader, and the programs and servers it starts.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import re
import shutil
import subprocess

from .processes import Server
from .program import Program
from .reader import Reader
from .screen import Screen
from .shared_folders import SharedFolders
from .waiting import wait_until

HERE = os.path.dirname(os.path.realpath(__file__))
SOURCE_TREE = os.path.realpath(os.path.join(HERE, "..", "..", ".."))
RESOURCES = os.path.join(SOURCE_TREE, "programs", "sharedfolders", "resource.h")
SETTINGS_KEY = r"HKCU\Software\Wine\Netapi32"
SERVERS_KEY = SETTINGS_KEY + r"\Servers"


def resource_numbers():
    """The program's own names for its controls and commands."""
    with open(RESOURCES, encoding="utf-8") as lines:
        return {name: int(number) for name, number in
                re.findall(r"^#define (ID\w+) +(\d+)", lines.read(), re.MULTILINE)}


class World:
    def __init__(self):
        setting = lambda name: os.environ["WINDOW_" + name]  # noqa: E731
        self.build = setting("BUILD")
        self.architecture = setting("ARCHITECTURE")
        self.folder = setting("FOLDER")
        self.prefix = setting("PREFIX")
        self.environment = dict(os.environ)
        self.in_prefix = [os.path.join(self.folder, "in-prefix")]
        self.wine = self.in_prefix + ["wine"]
        self.screen = Screen(setting("DISPLAY"), setting("PICTURES"))
        self.ids = resource_numbers()
        self.screenshot = None  # where README's picture goes
        self.reader = None
        self.stops = []

    # ---- Programs --------------------------------------------------------------------------------

    def built(self, folder, name):
        return os.path.join(self.build, folder, self.architecture + "-windows", name)

    def run(self, *command, **options):
        """A program of Wine or of the build, to its end; what it said, and its exit status."""
        done = subprocess.run(self.wine + list(command), capture_output=True, text=True, check=False,
                              **options)
        return done.stdout.replace("\r\n", "\n"), done.returncode

    def registry_add(self, key, value, data, kind="REG_SZ"):
        self.run("reg", "add", key, "/v", value, "/t", kind, "/d", str(data), "/f")

    def netadmin(self, *arguments, **options):
        return self.run(self.built("programs/netadmin", "netadmin.exe"), *arguments, **options)

    def start_reader(self):
        self.reader = Reader(self.wine, self.built("tests/window/reader", "reader.exe"))
        self.reader.ask("windows")

    def start(self, command, window_class):
        return self.started(Program(self, command, window_class))

    def start_window(self, *arguments, **options):
        return self.started(SharedFolders(self, *arguments, **options))

    def started(self, program):
        self.stops.append(program)
        self.screen.focus()
        wait_until(lambda: self.reader.ask("focus")["foreground"] == program.window.handle,
                   "the focus of the window")
        return program

    # ---- The prefix ------------------------------------------------------------------------------

    def restart_prefix(self):
        """All of its processes end, so that what is in the registry counts."""
        if self.reader:
            self.reader.stop()
            self.reader = None
        subprocess.run(self.in_prefix + ["wineserver", "-k"], check=False)
        subprocess.run(self.in_prefix + ["wineserver", "-w"], check=False)
        subprocess.run(self.in_prefix + ["wineserver", "-p600"], check=True)
        self.start_reader()

    # ---- Servers ---------------------------------------------------------------------------------

    def serve(self, name, *options, kind=Server, user="admin", password=None, address="127.0.0.1"):
        """A server that the prefix' programs know by this name, at this address, and log on to as this
        user; with an empty name for the user, nobody is logged on."""
        server = kind(*options)
        self.stops.append(server)
        server.name = name
        self.know_servers([name], address, server.port)
        if user:
            self.log_in(name, user, password or server.password(user))
        return server

    def know_servers(self, names, address, port):
        with open(self.file("servers.reg"), "w", encoding="utf-8") as file:
            file.write("REGEDIT4\n")
            for name in names:
                file.write('\n[%s\\%s]\n"Address"="%s"\n"Port"=dword:%08x\n' % (
                    SERVERS_KEY.replace("HKCU", "HKEY_CURRENT_USER"), name, address, port))
        self.run("reg", "import", self.windows_path("servers.reg"))

    def log_in(self, name, user, password):
        self.netadmin("login", "//" + name, "/user:" + user, "/password-stdin", input=password + "\n")

    # ---- Files -----------------------------------------------------------------------------------

    def windows_path(self, name):
        """A file of the run, as programs of the prefix know it."""
        return "Z:" + os.path.join(self.folder, name).replace("/", "\\")

    def file(self, name):
        return os.path.join(self.folder, name)

    def existing(self, name):
        """The path of a file of the run that is there and not empty; None otherwise."""
        path = self.file(name)
        return path if os.path.exists(path) and os.path.getsize(path) else None

    def end_scene(self):
        """What the scene started ends, the newest first; servers and groups are forgotten."""
        while self.stops:
            self.stops.pop().stop()
        self.run("reg", "delete", SETTINGS_KEY, "/f")

    def stop(self):
        self.end_scene()
        if self.reader:
            self.reader.stop()
        shutil.rmtree(self.file("copies"), ignore_errors=True)
