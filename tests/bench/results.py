"""What was measured: kept as a TSV file, summed up, and shown.

SPDX-License-Identifier: LGPL-2.1-or-later

Lines of the file: "# NAME: value" of the run, then figure, round, x, ours, peer of each sample (see
harness.Sample), and "!" figure and the reason of each that could not be measured.
"""

import collections
import os
import platform
import subprocess
import time

from figures import BY_NAME, COUNT, DIFFERENCE, FIGURES, PER_UNIT, RATIO
from harness import Sample, median, percentile

COLUMNS = ("figure", "round", "x", "ours", "peer")
Summary = collections.namedtuple("Summary", "figure ours peer value low high rounds")


# ---- The file ------------------------------------------------------------------------------------


class Results:
    def __init__(self):
        self.about = {}
        self.samples = []
        self.missing = {}
        self.notes = {}

    def add(self, sample):
        self.samples.append(sample)

    def forget(self, names):
        """What is measured anew."""
        self.samples = [sample for sample in self.samples if sample.figure not in names]
        for kept in (self.missing, self.notes):
            for name in names:
                kept.pop(name, None)

    def of(self, name):
        return [sample for sample in self.samples if sample.figure == name]

    def points(self, series):
        """[(x, median of ours)] of a series."""
        values = collections.defaultdict(list)
        for sample in self.of(series):
            values[float(sample.x)].append(sample.ours)
        return [(x, median(values[x])) for x in sorted(values)]


def read(path):
    results = Results()
    if not os.path.exists(path):
        return results
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# "):
                name, _, value = line[2:].rstrip("\n").partition(": ")
                results.about[name] = value
            elif fields[0] == "!":
                results.missing[fields[1]] = fields[2]
            elif fields[0] == "?":
                results.notes[fields[1]] = fields[2]
            elif fields[0] != COLUMNS[0]:
                figure, number, x, ours, peer = fields
                results.add(Sample(figure, int(number), x, float(ours), float(peer) if peer else None))
    return results


def write(results, path):
    with open(path + ".tmp", "w", encoding="utf-8") as file:
        for name, value in results.about.items():
            print("# %s: %s" % (name, value), file=file)
        print(*COLUMNS, sep="\t", file=file)
        for sample in results.samples:
            print(sample.figure, sample.round, sample.x, "%.10g" % sample.ours,
                  "" if sample.peer is None else "%.10g" % sample.peer, sep="\t", file=file)
        for mark, kept in (("!", results.missing), ("?", results.notes)):
            for name, text in kept.items():
                print(mark, name, text, sep="\t", file=file)
    os.replace(path + ".tmp", path)


def first_line(*command):
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return "none"
    return (done.stdout.decode(errors="replace").strip().splitlines() or ["none"])[-1]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def about_this_run(place, sources):
    commit = first_line("git", "-C", sources, "rev-parse", "--short", "HEAD")
    wine = place.parts.get("prefix")
    return {
        "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()) + " UTC",
        "sources": commit,
        "machine": "%s, %d processors, Linux %s" % (processor(), os.cpu_count(), platform.release()),
        "Wine": first_line(*place.wine("wine", "--version")) if isinstance(wine, list) else "not used",
        "Samba": first_line("smbd", "--version").replace("Version ", ""),
        "load": "%.1f processes before the run" % os.getloadavg()[0],
    }


# ---- Summing up ----------------------------------------------------------------------------------


def value_of(figure, sample):
    """The number that the goal is for."""
    if figure.kind == RATIO:
        return sample.ours / sample.peer
    if figure.kind == DIFFERENCE:
        return sample.ours - sample.peer
    return sample.ours


def summary(results, name):
    """Medians of the rounds, and the spread of their values; None where nothing was measured."""
    figure, samples = BY_NAME[name], results.of(name)
    if not samples:
        return None
    values = [value_of(figure, sample) for sample in samples]
    peers = [sample.peer for sample in samples if sample.peer is not None]
    return Summary(figure, median(sample.ours for sample in samples),
                   median(peers) if peers else None, median(values),
                   percentile(values, 0.1), percentile(values, 0.9), len(values))


def is_met(summed):
    return summed.figure.goal is None or summed.value <= summed.figure.goal


# ---- Showing -------------------------------------------------------------------------------------


def grouped(number):
    return "{:,}".format(round(number))


def amount(number, unit):
    """As it reads best."""
    if number is None:
        return "-"
    if unit == "ns":
        for size, name in ((1e9, "s"), (1e6, "ms"), (1e3, "us")):
            if abs(number) >= size:
                return "%.3g %s" % (number / size, name) if abs(number) < 1000 * size else \
                    "%s %s" % (grouped(number / size), name)
        return "%.3g ns" % number
    if unit == "bytes":
        return grouped(number) + " bytes"
    return "%.3g" % number if abs(number) < 1000 else grouped(number)


def shown_value(figure, value):
    if figure.kind == RATIO:
        return "%.2f" % value
    if figure.kind == DIFFERENCE:
        return "%+.2f ms" % (value / 1e6)
    return "-"


def shown_goal(figure):
    if figure.goal is None:
        return "-"
    if figure.kind == DIFFERENCE:
        return "+%.3g ms" % (figure.goal / 1e6)
    return "%g" % figure.goal if figure.goal < 1000 else grouped(figure.goal)


def verdict(summed):
    return "-" if summed.figure.goal is None else "met" if is_met(summed) else "NOT met"


def spread(summed):
    if summed.rounds < 2 or summed.figure.kind in (COUNT, PER_UNIT):
        return ""
    low, high = (shown_value(summed.figure, value) for value in (summed.low, summed.high))
    return " (%s..%s)" % (low, high)


LINE = "%-22s %14s %14s  %-24s %10s  %s"
HEAD = LINE % ("figure", "ours", "peer", "ratio (p10..p90)", "goal", "")


def line(results, name):
    summed = summary(results, name)
    if summed is None:
        return "%-22s not measured: %s" % (name, results.missing.get(name, "no samples"))
    figure = summed.figure
    return LINE % (name, amount(summed.ours, figure.unit), amount(summed.peer, figure.unit),
                   shown_value(figure, summed.value) + spread(summed), shown_goal(figure),
                   verdict(summed))


def all_names():
    return [figure.name for figure in FIGURES]
