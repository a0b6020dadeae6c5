"""Long lists: decoding them, and getting them of a server.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import math
import os

from harness import Agent, Group, median, sample, turns

LENGTHS = (100, 1000, 10000, 100000, 1000000)
SAMBA_LENGTH = 10000
ROWS_AT_A_TIME = 200000  # decoded for one number


def figure_of(length):
    return "decode-%d" % length


def copies(decoder, command, length):
    return decoder.ask(command, max(1, ROWS_AT_A_TIME // length))


def exponent(points):
    """Of the power that grows as these times do: the slope of the line through their logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / \
        sum((x - mean_x) ** 2 for x, _ in logs)


def measure_decoding(place, run):
    whole = {"decode-growth", "series-rows-ours", "series-rows-memcpy"} & run.wanted
    lengths = [length for length in LENGTHS if whole or figure_of(length) in run.wanted or
               (length == LENGTHS[-1] and "decode-fresh" in run.wanted)]
    with Agent([place.native("decoder")]) as decoder:
        for number in range(run.rounds):
            points = []
            for length in lengths:
                decoder.ask("make", length)
                times = turns(2, {command: lambda command=command, length=length:
                                  copies(decoder, command, length)
                                  for command in ("decode", "copy", "fresh")})
                yield sample(figure_of(length), number, times["decode"], times["copy"])
                yield sample("series-rows-ours", number, times["decode"] / length, x=length)
                yield sample("series-rows-memcpy", number, times["copy"] / length, x=length)
                if length == LENGTHS[-1]:
                    yield sample("decode-fresh", number, times["decode"], times["fresh"])
                points.append((length, times["decode"]))
            if whole:
                yield sample("decode-growth", number, exponent(points))


def measure_against_samba(place, run):
    file = os.path.join(place.folder, "answer")
    lengths = [length for length in LENGTHS if length <= 100000
               and (length == SAMBA_LENGTH or "series-rows-samba" in run.wanted)]
    with Agent([place.native("decoder")]) as decoder, place.caller("python") as samba:
        for number in range(run.rounds):
            for length in lengths:
                decoder.ask("make", length)
                decoder.ask("write", file)
                times = turns(2, {
                    "ours": lambda length=length: copies(decoder, "decode", length),
                    "samba": lambda length=length: samba.ask(
                        "unpack", file, max(1, ROWS_AT_A_TIME // 4 // length)),
                })
                yield sample("series-rows-samba", number, times["samba"] / length, x=length)
                if length == SAMBA_LENGTH:
                    yield sample("decode-samba", number, times["ours"], times["samba"])


GROUPS = (
    Group((*map(figure_of, LENGTHS), "decode-fresh", "decode-growth", "series-rows-ours",
           "series-rows-memcpy"), measure_decoding),
    Group(("decode-samba", "series-rows-samba"), measure_against_samba),
)
