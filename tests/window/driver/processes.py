"""Processes of a test: servers, clients, programs. All end with it.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import subprocess

HERE = os.path.dirname(os.path.realpath(__file__))
TESTS = os.path.dirname(os.path.dirname(HERE))
BED = os.path.join(TESTS, "bed")
END_SECONDS = 30


class Bed:
    """A program of tests/bed that says NAME=value lines and READY=1, and ends when its standard input
    closes. What it says is in the dictionary said."""

    def __init__(self, *command):
        self.process = subprocess.Popen(
            [os.path.join(BED, command[0])] + list(command[1:]),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.said = {}
        for line in self.process.stdout:
            if line.strip() == "READY=1":
                return
            name, value = line.rstrip("\n").split("=", 1)
            self.said[name] = value
        self.stop()
        raise RuntimeError("%s does not start" % " ".join(command))

    def stop(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def ended(self):
        return self.process.poll() is not None


class Server(Bed):
    """A private Samba server (tests/bed/smbd), with its clients."""

    def __init__(self, *options):
        self.clients = []
        super().__init__("smbd", *options)
        self.folder = self.said["FOLDER"]
        self.port = int(self.said["PORT"])

    def client(self, user, *options):
        """A session that smbclient holds (tests/bed/client)."""
        return self._hold("client", user, *options)

    def hold_file(self, user, file, *options):
        """A session with an open file (tests/bed/hold-file)."""
        return self._hold("hold-file", user, file, *options)

    def _hold(self, program, *arguments):
        client = Bed(program, self.folder, *arguments)
        self.clients.append(client)
        return client

    def run(self, *command):
        """What a command says that runs inside the bed, such as smbstatus."""
        done = subprocess.run([os.path.join(BED, "in"), self.folder] + list(command),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.stdout

    def password(self, user):
        return self.said[user.upper() + "_PASSWORD"]

    def stop(self):
        for client in self.clients:
            client.stop()
        super().stop()


class WindowsServer(Bed):
    """A server that answers as Windows does (tests/bed/windows-server)."""

    def __init__(self, *options):
        super().__init__("windows-server", *options)
        self.port = int(self.said["PORT"])

    def password(self, user):
        return self.said[user.upper() + "_PASSWORD"]
