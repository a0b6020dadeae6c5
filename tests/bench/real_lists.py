"""Long lists of a server that has what it lists: sessions, shares, open files.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import contextlib
import os
import subprocess
import time

from harness import Agent, Group, Trouble, sample, turns
from place import BED, LOOPBACK, at_loopback

NAME = "fullserver"
# To open 10,000 takes a busy machine a minute or two.
SESSIONS = int(os.environ.get("BENCH_SESSIONS", "10000"))
SESSIONS_PER_CONNECTION = 500
SHARES = 1000
FILES = 10000
OPEN_FILES_MAX = 16384 + FILES  # of a process of smbd
USERS = 5000
CALLS = {"sessions": 3, "shares": 6, "files": 2, "users": 3, "users-display": 3, "users-all": 1}
LEVELS = {"sessions": 1, "shares": 1, "files": 3, "users": 0, "users-display": 20, "users-all": 3}
RPCCLIENT = {"sessions": "netsessenum", "shares": "netshareenumall 1", "files": "netfileenum"}
PARTS = 2


# ---- Servers -------------------------------------------------------------------------------------


def with_shares(place, stack, count=SHARES, remark="Share number %d"):
    """A server with many shares."""
    path = os.path.join(place.folder, "shares-%d.conf" % len(remark))
    with open(path, "w", encoding="ascii") as conf:
        for number in range(count):
            conf.write("[share%04d]\n    path = /tmp\n    comment = %s\n" % (number, remark % number))
    os.chmod(place.folder, 0o711)
    os.chmod(path, 0o644)
    return place.smbd("--option", "include = " + path, stack=stack)


def with_sessions(place, stack):
    """A server with many sessions, which two programs open at the same time."""
    server = place.smbd(stack=stack)
    opener = place.built("tests/live/open_sessions")
    agents = [stack.enter_context(Agent([opener, server.folder, str(SESSIONS // 2),
                                         str(SESSIONS_PER_CONNECTION), user]))
              for user in ("alice", "bob")]
    for agent in agents:
        agent.patience = 120 + SESSIONS // 10
        agent.variables()
    return server


def open_files(server, stack):
    """A client that has many files open, which it opens one after the other: it reads no further
    command before it has shown what became of one."""
    client = stack.enter_context(Agent([
        "smbclient", "//bedserver/files", "-I", LOOPBACK, "-p", server.port, "-A",
        server.folder + "/users/alice", "-s", "/dev/null", "-E"], stderr=subprocess.STDOUT))
    for number in range(FILES):
        path = os.path.join(server.folder, "files/open%05d" % number)
        with open(path, "w", encoding="ascii"):
            pass
        os.chmod(path, 0o666)
        client.tell("open", os.path.basename(path))
        line = client.line()
        while not line.startswith("open file"):
            if "NT_STATUS" in line:
                raise Trouble("smbclient: " + line)
            line = client.line()  # what it says at first


def with_files(place, stack):
    server = place.smbd("--option", "max open files = %d" % OPEN_FILES_MAX, stack=stack)
    open_files(server, stack)
    return server


def with_users(place, stack):
    """A server with many accounts, which pdbedit(8) takes from a file."""
    server = place.smbd(stack=stack)
    accounts = os.path.join(server.folder, "many-accounts")
    with open(os.path.join(server.folder, "etc/passwd"), "a", encoding="ascii") as passwd, \
            open(accounts, "w", encoding="ascii") as list_of_accounts:
        for number in range(USERS):
            uid = 200000 + number
            passwd.write("user%04d:x:%d:100:User number %d:/nonexistent:/bin/false\n" % (
                number, uid, number))
            list_of_accounts.write("user%04d:%d:%s:%s:[U          ]:LCT-00000001:\n" % (
                number, uid, "X" * 32, "0" * 32))
    done = subprocess.run([os.path.join(BED, "in"), server.folder, "pdbedit",
                           "-i", "smbpasswd:" + accounts, "-e",
                           "tdbsam:" + server.folder + "/private/passdb.tdb"],
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise Trouble("pdbedit: " + done.stderr.decode(errors="replace")[:200])
    return server


SERVERS = {"sessions": with_sessions, "shares": with_shares, "files": with_files,
           "users": with_users, "users-display": with_users, "users-all": with_users}


# ---- Measuring -----------------------------------------------------------------------------------


def rpcclient(server, command, count):
    """Nanoseconds of an rpcclient that does so."""
    begin = time.perf_counter_ns()
    done = subprocess.run(
        ["rpcclient", LOOPBACK, "-p", server.port, "-s", "/dev/null", "-A",
         server.folder + "/users/admin", "-c", ";".join([command] * count)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise Trouble("rpcclient: " + done.stdout.decode(errors="replace")[:100])
    return time.perf_counter_ns() - begin


def rpcclient_calls(server, command, count):
    """What further calls take: the program's start, and the first, are in both."""
    return [(rpcclient(server, command, 1 + count) - rpcclient(server, command, 1)) / count]


def ask(agent, kind, count=0):
    """The entries of the last of so many calls, and what each took."""
    return agent.ask("list", kind.split("-")[0], NAME, LEVELS[kind], count or CALLS[kind])


def ask_again(agent, kind):
    ask(agent, kind, 1)
    return ask(agent, kind)[1:]


def measure(place, run, kind):
    whole = {kind, kind + "-rpcclient"} & run.wanted
    with contextlib.ExitStack() as stack:
        server = SERVERS[kind](place, stack)
        known = {NAME: at_loopback(server)}
        callers = ["python", "native"] + ["wine"] * bool(whole)
        agents = {name: stack.enter_context(place.caller(name, known)) for name in callers}
        asks = {name: lambda agent=agent: ask_again(agent, kind) for name, agent in agents.items()}
        if kind + "-rpcclient" in run.wanted:
            asks["rpcclient"] = lambda: rpcclient_calls(server, RPCCLIENT[kind], CALLS[kind])
        counts = {name: ask(agent, kind, 1)[0]
                  for name, agent in agents.items()}
        run.note(kind, "%d entries" % counts["native"])
        for number in range(run.rounds):
            times = turns(PARTS, asks)
            yield sample(kind + "-native", number, times["native"], times["python"])
            if "wine" in times:
                yield sample(kind, number, times["wine"], times["python"])
            if "rpcclient" in times:
                yield sample(kind + "-rpcclient", number, times["wine"], times["rpcclient"])


def group(kind):
    figures = (kind, kind + "-native") + (kind + "-rpcclient",) * (kind in RPCCLIENT)
    return Group(figures,
                 lambda place, run: measure(place, run, kind))


# ---- Memory --------------------------------------------------------------------------------------

MEMORY_ROWS = 10000
FRAME_HEAD = 4 + 64 + 16 + 24  # length, SMB2 header, READ reply, RPC header: of each fragment


def measure_memory(place, _run):
    """Of a first call, so that the connection is counted too. The server is the one that answers as
    Windows does: so many real sessions are not needed."""
    with contextlib.ExitStack() as stack:
        server = place.windows_server("--rows", str(MEMORY_ROWS), stack=stack)
        proxy, values = place.start(place.native("delay_proxy"), "1", server.port, stack=stack)
        agent = stack.enter_context(Agent([place.native("memory")]))
        agent.ask("server", NAME, "127.0.1.1", values["PORT"], server.user, server.password)
        entries, peak, result = agent.ask("peak", NAME)
        _, fragments, size = proxy.ask("count")
        reply = size - fragments * FRAME_HEAD
        if entries != MEMORY_ROWS or reply <= 0:
            raise Trouble("%d entries, %d bytes" % (entries, reply))
        yield sample("memory", 0, peak - reply - result - reply / 10)


GROUPS = (
    Group(("memory",), measure_memory),
    group("sessions"),
    group("shares"),
    group("files"),
    group("users"),
    group("users-display"),
    group("users-all"),
)
