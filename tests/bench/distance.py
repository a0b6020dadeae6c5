"""Far servers: many at once, long answers over a long way, and how cost grows with distance.

SPDX-License-Identifier: LGPL-2.1-or-later

The servers are smbds behind tests/bench/delay_proxy, on as many addresses.
"""

import contextlib

from harness import Group, Trouble, median, sample
from place import at_loopback
from real_lists import with_shares

FAR = "far"
SERVERS = 64
SMBDS = 4
ROUND_TRIP = 100  # ms
LEVEL = 1
WORKSTATION_LEVEL = 100
KINDS = ("wine", "native")
SUFFIX = {"wine": "", "native": "-native"}
SERIES_THREADS = (1, 2, 4, 8, 16, 32, 64)
SERIES_DISTANCES = (0, 10, 20, 50, 100, 200)
SERIES_ROUNDS = 2
WARM_CALLS = 3
NEAR_CALLS = 30
LONG_SHARES, REMARK = 1000, "%d " + "long remark " * 40
MS = 1000000


class Far:
    """Servers that many names stand for in turns, however far away."""

    def __init__(self, place, stack, servers, count):
        self.place = place
        self.proxy, values = place.start(place.native("delay_proxy"), str(count),
                                         *(server.port for server in servers), stack=stack)
        self.names = {"%s%d" % (FAR, number + 1): ("127.0.1.%d" % (number + 1), values["PORT"],
                                                   servers[number % len(servers)])
                      for number in range(count)}

    def caller(self, kind):
        return self.place.fresh_caller(kind, self.names)

    def set_round_trip(self, milliseconds):
        self.proxy.ask("delay", round(milliseconds * 1000 / 2))

    def counts(self):
        return self.proxy.ask("count")


def far(place, stack, servers, kinds, count=1):
    made = Far(place, stack, servers, count)
    if "wine" in kinds:
        place.make_known(made.names)
    return made


def kinds_of(wanted, *names):
    """Wine takes part only where one of its figures is wanted."""
    return [kind for kind in KINDS
            if any(name + SUFFIX[kind] in wanted or "%s-%s" % (name, kind) in wanted for name in names)]


def spread(agent, threads, calls=1):
    """Nanoseconds until each of so many threads has called its own server so often."""
    return agent.ask("spread", "sessions", FAR, threads, LEVEL, threads, calls)[0]


# ---- Flights -------------------------------------------------------------------------------------


def measure_flights(place, run):
    with contextlib.ExitStack() as stack:
        there = far(place, stack, [place.usual_smbd()], ["wine"])
        agent = stack.enter_context(there.caller("wine"))
        for name, kind, level in (("flights-first", "sessions", 1), ("flights-further", "sessions", 1),
                                  ("flights-second", "workstation", WORKSTATION_LEVEL)):
            there.counts()
            agent.ask("list", kind, FAR + "1", level, 1)
            yield sample(name, 0, there.counts()[0])


# ---- Many servers --------------------------------------------------------------------------------


def first_and_further(there, kind, threads):
    with there.caller(kind) as agent:
        return spread(agent, threads), spread(agent, threads, WARM_CALLS) / WARM_CALLS


def many_far(place, stack, kinds):
    """An smbd for each sixteen: more clients at once than it lets wait, and the kernel has some of them
    try again after a second. A new smbd starts the processes of its services as they are needed, and
    stops answering where too many are at once."""
    servers = place.once("smbds", lambda: [place.smbd() for _ in range(SMBDS)])
    there = far(place, stack, servers, kinds, SERVERS)
    for threads in range(4, SERVERS + 1, 4):
        first_and_further(there, "native", threads)
    return there


def measure_servers(place, run):
    kinds = kinds_of(run.wanted, "servers-first", "servers-warm")
    with contextlib.ExitStack() as stack:
        there = many_far(place, stack, kinds)
        there.set_round_trip(ROUND_TRIP)
        for kind in kinds:
            for number in range(run.rounds):
                many = first_and_further(there, kind, SERVERS)
                one = first_and_further(there, kind, 1)
                yield sample("servers-first" + SUFFIX[kind], number, many[0], one[0])
                yield sample("servers-warm" + SUFFIX[kind], number, many[1], one[1])


def measure_server_series(place, run):
    kinds = kinds_of(run.wanted, "series-servers-first", "series-servers-warm")
    with contextlib.ExitStack() as stack:
        there = many_far(place, stack, kinds)
        there.set_round_trip(ROUND_TRIP)
        for number in range(min(run.rounds, SERIES_ROUNDS)):
            for kind in kinds:
                for threads in SERIES_THREADS:
                    first, further = first_and_further(there, kind, threads)
                    yield sample("series-servers-first-" + kind, number, first / MS, x=threads)
                    yield sample("series-servers-warm-" + kind, number, further / MS, x=threads)


def measure_thread_series(place, run):
    """All threads ask one server, which is near, over connections of their own: for what does not grow
    with the number of those."""
    kinds = kinds_of(run.wanted, "series-threads")
    known = {FAR + "1": at_loopback(place.usual_smbd())}
    with contextlib.ExitStack() as stack:
        agents = {kind: stack.enter_context(place.caller(kind, known)) for kind in kinds}
        for number in range(min(run.rounds, SERIES_ROUNDS)):
            for kind, agent in agents.items():
                for threads in SERIES_THREADS:
                    words = ("spread", "workstation", FAR, 1, WORKSTATION_LEVEL, threads)
                    agent.ask(*words, 2)  # opens the connections
                    time = agent.ask(*words, NEAR_CALLS)[0]
                    yield sample("series-threads-" + kind, number, time / NEAR_CALLS / MS, x=threads)


# ---- Far away ------------------------------------------------------------------------------------


def measure_distance_series(place, run):
    kinds = kinds_of(run.wanted, "series-distance-first", "series-distance-warm")
    with contextlib.ExitStack() as stack:
        there = far(place, stack, [place.usual_smbd()], kinds)
        for number in range(min(run.rounds, SERIES_ROUNDS)):
            for distance in SERIES_DISTANCES:
                there.set_round_trip(distance)
                for kind in kinds:
                    with there.caller(kind) as agent:
                        _, first, *further = agent.ask("list", "sessions", FAR + "1", LEVEL,
                                                       1 + WARM_CALLS)
                    yield sample("series-distance-first-" + kind, number, first / MS, x=distance)
                    yield sample("series-distance-warm-" + kind, number, median(further) / MS,
                                 x=distance)


def long_answer(agent):
    return median(agent.ask("list", "shares", FAR + "1", LEVEL, 2)[1:])


def measure_slow_link(place, run):
    """What the way alone costs: the same call without it takes what the server needs."""
    kinds = kinds_of(run.wanted, "slow-link")
    with contextlib.ExitStack() as stack:
        there = far(place, stack, [with_shares(place, stack, LONG_SHARES, REMARK)], kinds)
        agents = {kind: stack.enter_context(there.caller(kind)) for kind in kinds}
        for number in range(run.rounds):
            for kind, agent in agents.items():
                there.set_round_trip(0)
                long_answer(agent)
                near = long_answer(agent)
                there.set_round_trip(ROUND_TRIP)
                there.counts()
                away = long_answer(agent)
                _, fragments, size = there.counts()
                fragments /= 2  # of two calls
                if not fragments:
                    raise Trouble("no fragments were seen")
                run.note("slow-link" + SUFFIX[kind], "%d bytes in %d fragments, %.0f ms" % (
                    size / 2, fragments, away / MS))
                yield sample("slow-link" + SUFFIX[kind], number,
                             (away - near) / (ROUND_TRIP * MS) / fragments)


def names_of(*stems):
    return tuple(stem + SUFFIX[kind] for stem in stems for kind in KINDS)


def series_of(*stems):
    return tuple("%s-%s" % (stem, kind) for stem in stems for kind in KINDS)


GROUPS = (
    Group(("flights-first", "flights-further", "flights-second"), measure_flights),
    Group(names_of("servers-first", "servers-warm"), measure_servers),
    Group(names_of("slow-link"), measure_slow_link),
    Group(series_of("series-threads"), measure_thread_series),
    Group(series_of("series-servers-first", "series-servers-warm"), measure_server_series),
    Group(series_of("series-distance-first", "series-distance-warm"), measure_distance_series),
)
