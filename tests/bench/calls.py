"""Small calls of a near server: what a call costs, and what of it is ours.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import collections
import contextlib
import os
import re
import subprocess

from harness import Agent, Group, Trouble, median, sample, turns
from place import at_loopback

NAME = "nearserver"
LEVEL = 1
ASK = ("list", "sessions", NAME, LEVEL)

# A further call's request and answer in bytes, and how long smbd takes for it.
REQUEST_SIZE, ANSWER_SIZE, THINK_MICROSECONDS = 224, 268, 120

CALLS, PARTS = 60, 5
FIRST_CALLS = 4
MARKED_CALLS = 10


def names(place):
    return {NAME: at_loopback(place.usual_smbd())}


# ---- Further calls -------------------------------------------------------------------------------


def further(agent, count=CALLS):
    """Of a connection that is open: it may have been idle for too long."""
    agent.ask(*ASK, 3)
    return agent.ask(*ASK, count)[1:]


def exchanges(agent, count=CALLS):
    agent.ask("exchange", REQUEST_SIZE, ANSWER_SIZE, 3)
    return agent.ask("exchange", REQUEST_SIZE, ANSWER_SIZE, count)


def measure_further(place, run):
    kinds = ["python", "native", "wine"] if {"warm-call", "warm-floor"} & run.wanted else \
        ["python", "native"]
    known = names(place)
    with contextlib.ExitStack() as stack:
        agents = {kind: stack.enter_context(place.caller(kind, known)) for kind in kinds}
        asks = {kind: lambda agent=agent: further(agent) for kind, agent in agents.items()}
        if "warm-floor" in run.wanted:
            _, echo = place.start(place.native("echo_server"), str(REQUEST_SIZE), str(ANSWER_SIZE),
                                  str(THINK_MICROSECONDS), stack=stack)
            for kind in ("native", "wine"):
                agents[kind].ask("connect", "127.0.0.1", echo["PORT"])
                asks["bare " + kind] = lambda agent=agents[kind]: exchanges(agent)
        for number in range(run.rounds):
            times = turns(PARTS, asks)
            yield sample("warm-native", number, times["native"], times["python"])
            if "wine" in times:
                yield sample("warm-call", number, times["wine"], times["python"])
            if "bare wine" in times:
                floor = times["python"] + times["bare wine"] - times["bare native"]
                yield sample("warm-floor", number, times["wine"], floor)


# ---- First calls ---------------------------------------------------------------------------------


def first(place, kind, known):
    with place.fresh_caller(kind, known) as agent:
        return agent.ask(*ASK, 1)[1:]


def measure_first(place, run):
    kinds = ["python", "native"] + ["wine"] * ("first-call" in run.wanted)
    known = names(place)
    if "wine" in kinds:
        place.make_known(known)
    for number in range(run.rounds):
        times = turns(FIRST_CALLS, {kind: lambda kind=kind: first(place, kind, known)
                                    for kind in kinds})
        yield sample("first-native", number, times["native"], times["python"])
        if "wine" in times:
            yield sample("first-call", number, times["wine"], times["python"])


# ---- Requests to wineserver ----------------------------------------------------------------------

REQUEST = re.compile(r"^([0-9a-f]+): (\w+)\((?!\) = )(.*)")  # not its reply


def requests_between_marks(trace):
    """The names of the requests of each call: between two PulseEvent()s of one thread."""
    calls, open_calls = [], {}
    for line in trace:
        found = REQUEST.match(line)
        if not found:
            continue
        thread, name, arguments = found.groups()
        if name == "event_op" and re.search(r"\bop=0\b", arguments):
            if thread in open_calls:
                calls.append(open_calls[thread])
            open_calls[thread] = []
        elif thread in open_calls:
            open_calls[thread].append(name)
    return calls


def measure_requests(place, run):
    known = names(place)
    place.make_known(known)
    log = os.path.join(place.folder, "wineserver.log")
    for command in ("-k", "-w"):
        subprocess.run(place.wine("wineserver", command), stderr=subprocess.DEVNULL, check=False)
    with open(log, "wb") as output:
        subprocess.run(place.wine("wineserver", "-p600", "-d"), stdin=subprocess.DEVNULL,
                       stdout=output, stderr=output, check=True)
    try:
        with place.caller("wine") as agent:
            agent.ask(*ASK, 3)
            agent.ask("marked", *ASK[1:], MARKED_CALLS)
    finally:
        for command in ("-k", "-w", "-p600"):
            subprocess.run(place.wine("wineserver", command), stdin=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False)
    with open(log, encoding="utf-8", errors="replace") as trace:
        calls = requests_between_marks(trace)
    if len(calls) != MARKED_CALLS:
        raise Trouble("%d calls are in the log of wineserver" % len(calls))
    run.note("warm-requests", ", ".join("%d %s" % (count, name) for name, count
                                        in collections.Counter(calls[-1]).most_common()))
    yield sample("warm-requests", 0, median(len(call) for call in calls))


# Starts the prefix's wineserver anew, so it comes when nothing else is to be measured there.
LAST_GROUPS = (Group(("warm-requests",), measure_requests),)
GROUPS = (
    Group(("warm-call", "warm-floor", "warm-native"), measure_further),
    Group(("first-call", "first-native"), measure_first),
)
