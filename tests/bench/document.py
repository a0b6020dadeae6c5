"""docs/PERFORMANCE.md: what is measured comes into it between its markers, and beside it as plots.

SPDX-License-Identifier: LGPL-2.1-or-later

docs/performance has before.tsv, the figures of the sources before they were made faster, measured with the
same programs; measured.tsv, which the table is made of; and the plots.
"""

import os

import plots
import results
from figures import FIGURES, PLOTS

DOCUMENT = "docs/PERFORMANCE.md"
FOLDER = "docs/performance"
BEGIN, END = "<!-- %s: made by tests/bench/run --update -->", "<!-- end of %s -->"


def cell(summed):
    """Ours, and what the goal is for with its spread."""
    figure = summed.figure
    if figure.peer is None:
        return results.amount(summed.ours, figure.unit)
    return "%s%s" % (results.shown_value(figure, summed.value), results.spread(summed))


def table(kept, before):
    yield "| figure | measured | against | before | ours | peer | now | goal | |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for figure in FIGURES:
        was, now = (results.summary(some, figure.name) for some in (before, kept))
        start = "| `%s` | %s | %s | %s" % (figure.name, figure.title, figure.peer or "-",
                                           cell(was) if was else "-")
        if now is None:
            yield start + " | not measured: %s | | | %s | |" % (
                kept.missing.get(figure.name, "not yet"), results.shown_goal(figure))
        else:
            yield start + " | %s | %s | %s | %s | %s |" % (
                results.amount(now.ours, figure.unit), results.amount(now.peer, figure.unit),
                cell(now), results.shown_goal(figure), results.verdict(now))


def about(kept, before):
    for what, some in (("Before", before), ("Now", kept)):
        yield "- %s: %s." % (what, "; ".join("%s %s" % item if item[0] in ("Wine", "Samba")
                                             else "%s: %s" % item for item in some.about.items()))
    for name, note in sorted(kept.notes.items()):
        yield "- `%s`: %s%s." % (name, note, " (before: %s)" % before.notes[name]
                                 if before.notes.get(name, note) != note else "")


def pictures(kept, before, folder):
    for plot in PLOTS:
        picture = plots.svg(plot, kept, before)
        if picture:
            with open(os.path.join(folder, plot.name + ".svg"), "w", encoding="utf-8") as file:
                file.write(picture)
            yield "![%s](performance/%s.svg)" % (plot.title, plot.name)
            yield ""


def put(text, name, lines):
    begin, end = BEGIN % name, END % name
    head, found, rest = text.partition(begin)
    _, found_end, tail = rest.partition(end)
    if not found or not found_end:
        raise ValueError("%s has no markers of the %s" % (DOCUMENT, name))
    return "%s%s\n\n%s\n\n%s%s" % (head, begin, "\n".join(lines).rstrip("\n"), end, tail)


def update(kept, sources):
    folder = os.path.join(sources, FOLDER)
    os.makedirs(folder, exist_ok=True)
    before = results.read(os.path.join(folder, "before.tsv"))
    results.write(kept, os.path.join(folder, "measured.tsv"))
    path = os.path.join(sources, DOCUMENT)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = put(text, "table", table(kept, before))
    text = put(text, "run", about(kept, before))
    text = put(text, "plots", pictures(kept, before, folder))
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
