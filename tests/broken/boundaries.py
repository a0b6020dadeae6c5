"""Breaks the network between a Windows program and a server, at every bound of the server's messages.

SPDX-License-Identifier: LGPL-2.1-or-later

    boundaries.py [--every N] [--restart COMMAND] SERVER-PORT COMMAND...

COMMAND is tests/broken/caller.c, which asks a server that is called by the port that this program
prints first, as PORT=; it starts when a line comes. Stands between the two, and knows where SMB's
messages begin. For each of the caller's calls, and after each message of the server's that there is in
it: the connection is cut (FIN), reset (RST), cut in the middle of the next message (truncated), or
nothing comes any more (stalled): at every Nth bound, and at fewer for the last, which takes time. The
call that meets it fails with a documented code within CallTimeout, or gets its answer, over a new
connection or because it can do without that message; a call after it succeeds. Then the same calls
while COMMAND of --restart ends the server and starts it again.

What the process holds, handles and memory, is the same after the second round of all that as after the
first. Each fault is a check; the end is a summary in the form of Wine's tests.
"""

import argparse
import os
import select
import socket
import struct
import subprocess
import sys
import threading
import time

CALL_TIMEOUT = 30000  # ms; where it is waited for, STALLED_TIMEOUT
STALLED_TIMEOUT = 700
PATIENCE = 15.0  # seconds that a busy machine may add
SILENCE = 120.0  # seconds after which a call hangs
ERROR_BAD_NETPATH = 53
ERROR_BAD_NET_RESP = 58
ERROR_NETNAME_DELETED = 64
ERROR_SEM_TIMEOUT = 121
CODES = {
    'cut': {0, ERROR_NETNAME_DELETED},
    'reset': {0, ERROR_NETNAME_DELETED},
    'truncated': {0, ERROR_NETNAME_DELETED},
    'stalled': {0, ERROR_SEM_TIMEOUT},
}
# Of a server that ends and starts again: that it is not there is true for a while.
CODES_OF_RESTART = {0, ERROR_NETNAME_DELETED, ERROR_BAD_NETPATH}
HANDLES_MORE = 4
BYTES_MORE = 512 * 1024


class Proxy:
    """Connections to the server; the next one that comes has the fault after `bound` messages."""

    def __init__(self, port):
        self.server = ('127.0.0.1', port)
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        self.fault = None  # (kind, bound), of the next connection
        self.messages = 0  # of the server on the latest connection
        self.happened = False
        self.generation = 0  # connections of an older one end
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            try:
                server = socket.create_connection(self.server)
            except OSError:
                abort(client)
                continue
            for connection in client, server:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            fault, self.fault = self.fault, None
            self.messages = 0
            threading.Thread(target=self.serve, args=(client, server, fault, self.generation),
                             daemon=True).start()

    def serve(self, client, server, fault, generation):
        """One thread alone uses the sockets, so that closing them takes place."""
        try:
            self.forward(client, server, fault, generation)
        except OSError:
            pass
        client.close()
        server.close()

    def forward(self, client, server, fault, generation):
        data = b''
        number = 0
        while generation == self.generation:
            ready = select.select([client, server], [], [], 0.02)[0]
            if client in ready:
                asked = client.recv(65536)
                if not asked:
                    return
                server.sendall(asked)
            if server in ready:
                said = server.recv(65536)
                if not said:
                    return
                data += said
            while message := first_message(data):
                if fault and number == fault[1]:
                    self.break_at(client, fault[0], message, generation)
                    return
                client.sendall(message)
                data = data[len(message):]
                number += 1
                self.messages = number

    def break_at(self, client, kind, message, generation):
        self.happened = True
        if kind == 'reset':
            abort(client)
        elif kind == 'truncated':
            client.sendall(message[:len(message) // 2])
        while kind == 'stalled' and generation == self.generation:
            time.sleep(0.02)

    def end_all(self):
        self.generation += 1
        time.sleep(0.05)


def abort(connection):
    """Closes with RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    connection.close()


def first_message(data):
    """The first frame, when it is whole."""
    size = 4 + int.from_bytes(data[1:4], 'big')
    return data[:size] if len(data) >= 4 and len(data) >= size else b''


class Caller:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1)
        self.count = int(self.read()[1])

    def read(self):
        timer = threading.Timer(SILENCE, self.process.kill)
        timer.start()
        line = self.process.stdout.readline()
        timer.cancel()
        if not line:
            raise SystemExit('the caller hangs or has ended')
        return line.split()

    def begin(self, number):
        self.process.stdin.write(f'{number}\n')

    def call(self, number):
        """(name, status, seconds, entries)"""
        self.begin(number)
        return self.answer()

    def answer(self):
        name, status, milliseconds, entries = self.read()
        return name, int(status), int(milliseconds) / 1000, int(entries)

    def set_timeout(self, milliseconds):
        self.process.stdin.write(f'timeout {milliseconds}\n')

    def state(self):
        self.process.stdin.write('state\n')
        return tuple(int(number) for number in self.read()[1:])


class Checks:
    def __init__(self):
        self.done = 0
        self.failed = 0
        self.codes = {}

    def check(self, is_right, what):
        self.done += 1
        if not is_right:
            self.failed += 1
            print(f'boundaries: Test failed: {what}', flush=True)

    def count(self, kind, status):
        self.codes[kind, status] = self.codes.get((kind, status), 0) + 1


def make_clean_call(caller, checks, number, when):
    name, status, _, entries = caller.call(number)
    checks.check(status == 0, f'{name} {when}: {status}')
    return name, entries


def break_call(proxy, caller, checks, number, kind, bound, expected):
    limit = (STALLED_TIMEOUT if kind == 'stalled' else CALL_TIMEOUT) / 1000
    proxy.end_all()
    proxy.happened = False
    proxy.fault = (kind, bound)
    caller.set_timeout(int(limit * 1000))
    name, status, seconds, entries = caller.call(number)
    caller.set_timeout(CALL_TIMEOUT)
    what = f'{name}, {kind} after {bound} messages'
    if proxy.happened:
        checks.count(kind, status)
        checks.check(status in CODES[kind], f'{what}: {status}')
        checks.check(entries == (0 if status else expected), f'{what}: {entries} entries')
        checks.check(seconds <= limit + PATIENCE, f'{what}: took {seconds} s')
        make_clean_call(caller, checks, number, f'after: {what}')
    else:
        # A server that is busy says so in messages of their own: there were fewer this time.
        checks.count(f'{kind} (too late)', status)
        checks.check(status in (0, ERROR_SEM_TIMEOUT), f'{what}, which did not take place: {status}')
        proxy.fault = None
        proxy.end_all()


def break_at_bounds(proxy, caller, checks, arguments):
    for number in range(caller.count):
        proxy.end_all()
        _, entries = make_clean_call(caller, checks, number, 'at first')
        bounds = proxy.messages
        for bound in range(bounds):
            for place, kind in enumerate(CODES):
                every = arguments.every * (3 if kind == 'stalled' and arguments.every > 1 else 1)
                if (bound + number + place) % every == 0:
                    break_call(proxy, caller, checks, number, kind, bound, entries)


def restart_during(proxy, caller, checks, arguments, delay):
    """Calls follow each other while the server goes and comes; the first when it is there goes well."""
    restart = subprocess.Popen(arguments.restart, shell=True, stdout=subprocess.DEVNULL)
    number = 0
    time.sleep(delay)
    while restart.poll() is None:
        name, status, seconds, _ = caller.call(number % caller.count)
        checks.count('restart', status)
        checks.check(status in CODES_OF_RESTART, f'{name} while the server restarts: {status}')
        checks.check(seconds <= CALL_TIMEOUT / 1000 + PATIENCE,
                     f'{name} while the server restarts: took {seconds} s')
        number += 1
    checks.check(restart.returncode == 0, f'the server does not restart: {restart.returncode}')
    for number in range(caller.count):
        make_clean_call(caller, checks, number, 'when the server is there again')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--restart')
    parser.add_argument('server_port', type=int)
    parser.add_argument('command', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    proxy = Proxy(arguments.server_port)
    checks = Checks()
    states = []

    print(f'PORT={proxy.port}', flush=True)
    sys.stdin.readline()
    caller = Caller(arguments.command)
    caller.set_timeout(CALL_TIMEOUT)
    for _ in range(2):
        break_at_bounds(proxy, caller, checks, arguments)
        if arguments.restart:
            for delay in 0, 0.05, 0.2:
                restart_during(proxy, caller, checks, arguments, delay)
        states.append(caller.state())
    checks.check(states[1][0] <= states[0][0] + HANDLES_MORE, f'handles: {states}')
    checks.check(states[1][1] <= states[0][1] + BYTES_MORE, f'memory: {states}')
    for (kind, status), count in sorted(checks.codes.items()):
        print(f'{kind}: {count} calls ended with {status}')
    print(f'handles and bytes held after each round: {states}')
    print(f'{os.getpid()}:boundaries: {checks.done} tests executed (0 marked as todo, '
          f'{checks.failed} failures), 0 skipped.')
    return 1 if checks.failed else 0


if __name__ == '__main__':
    sys.exit(main())
