"""What it costs to have the DLL at all: its size, and loading it.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import os
import subprocess
import time

from harness import Group, Trouble, sample, turns

STARTS = 6
ARCHITECTURES = ("x86_64", "i386")
DLLS = {"ours": "n", "wine's": "b"}  # as WINEDLLOVERRIDES names them


def start(place, which):
    """Nanoseconds of LoadLibrary() and FreeLibrary(), and of the whole program."""
    override = "WINEDLLOVERRIDES=mscoree,mshtml=;netapi32=" + DLLS[which]
    command = place.wine("env", override, "wine", place.windows_program("loader"), "netapi32.dll")
    begin = time.perf_counter_ns()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False)
    whole = time.perf_counter_ns() - begin
    words = done.stdout.decode().split()
    if words[:1] != ["ok"]:
        raise Trouble("the DLL (%s) is not loaded: %s" % (which, " ".join(words)))
    return int(words[1]), whole


def measure_loading(place, run):
    for which in DLLS:
        start(place, which)
    for number in range(run.rounds):
        whole = {which: [] for which in DLLS}

        def load(which, whole=whole):
            loading, all_of_it = start(place, which)
            whole[which].append(all_of_it)
            return [loading]

        times = turns(STARTS, {which: lambda which=which: load(which) for which in DLLS})
        yield sample("load", number, times["ours"], times["wine's"])
        yield sample("start", number, *(sorted(whole[which])[STARTS // 2] for which in DLLS))


def measure_size(place, run):
    for architecture in ARCHITECTURES:
        name = "size-" + architecture
        if name in run.wanted:
            yield sample(name, 0, os.path.getsize(place.stripped_dll(architecture)))


GROUPS = (
    Group(("load", "start"), measure_loading),
    Group(tuple("size-" + architecture for architecture in ARCHITECTURES), measure_size),
)
