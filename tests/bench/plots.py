"""Plots of what the results have, as SVG.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 40, 40, 110
COLOURS = ("#0b5394", "#cc4125", "#38761d", "#7f6000", "#674ea7", "#45818e")
STYLE = "font-family: sans-serif; font-size: 12px; fill: #222"


class Axis:
    """Places numbers between two ends of the picture: by their logarithm, or as they are."""

    def __init__(self, values, begin, end, logarithmic):
        self.logarithmic = logarithmic
        self.begin, self.end = begin, end
        low, high = min(values), max(values)
        if logarithmic:
            self.low, self.high = math.floor(math.log10(low)), math.ceil(math.log10(high))
            self.high = max(self.high, self.low + 1)
        else:
            self.low, self.high = 0, high * 1.05 or 1

    def place(self, value):
        number = math.log10(value) if self.logarithmic else value
        return self.begin + (self.end - self.begin) * (number - self.low) / (self.high - self.low)

    def ticks(self):
        if self.logarithmic:
            return [10 ** power for power in range(self.low, self.high + 1)]
        step = 10 ** math.floor(math.log10(self.high / 4))
        step *= next(factor for factor in (1, 2, 5, 10) if self.high / (step * factor) <= 6)
        return [step * number for number in range(int(self.high / step) + 1)]


def is_wide(values):
    """Where the largest is more than thirty times the smallest, a logarithmic axis shows more."""
    return min(values) > 0 and max(values) / min(values) > 30


def text(x, y, what, anchor="middle", more=""):
    return '<text x="%.1f" y="%.1f" text-anchor="%s"%s>%s</text>' % (x, y, anchor, more, escape(what))


def number_text(number):
    return "{:,}".format(round(number)) if number >= 1 else "%g" % number


def line(x1, y1, x2, y2, colour):
    return '<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s"/>' % (x1, y1, x2, y2, colour)


def grid(plot, x, y):
    for tick in x.ticks():
        place = x.place(tick)
        yield line(place, TOP, place, HEIGHT - BOTTOM, "#ddd")
        yield text(place, HEIGHT - BOTTOM + 18, number_text(tick))
    for tick in y.ticks():
        place = y.place(tick)
        yield line(LEFT, place, WIDTH - RIGHT, place, "#ddd")
        yield text(LEFT - 8, place + 4, number_text(tick), "end")
    yield text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 38, plot.x_label)
    yield text(18, (TOP + HEIGHT - BOTTOM) / 2, plot.y_label, "middle",
               ' transform="rotate(-90 18 %d)"' % ((TOP + HEIGHT - BOTTOM) / 2))


def curve(points, x, y, colour, dashed):
    places = ["%.1f,%.1f" % (x.place(one), y.place(other)) for one, other in points]
    yield '<polyline fill="none" stroke="%s" stroke-width="2"%s points="%s"/>' % (
        colour, ' stroke-dasharray="5 4"' if dashed else "", " ".join(places))
    for place in places:
        yield '<circle cx="%s" cy="%s" r="3" fill="%s"/>' % (*place.split(","), colour)


def legend(number, name, colour, dashed):
    """Two in a row."""
    left = LEFT + number % 2 * (WIDTH - LEFT - RIGHT) / 2
    height = HEIGHT - BOTTOM + 62 + number // 2 * 18
    yield '<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="2"%s/>' % (
        left, height - 4, left + 24, height - 4, colour, ' stroke-dasharray="5 4"' if dashed else "")
    yield text(left + 30, height, name, "start")


def svg(plot, results, before=None):
    """The picture, or None where nothing was measured. What was before is dashed."""
    lines = []
    for number, (series, name) in enumerate(plot.lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        if results.points(series):
            lines.append((name, results.points(series), colour, False))
        # Peers are as they were.
        if before and "memcpy" not in series and "samba" not in series and before.points(series):
            lines.append((name + ", before", before.points(series), colour, True))
    if not lines:
        return None
    xs = [x for _, points, _, _ in lines for x, _ in points]
    ys = [y for _, points, _, _ in lines for _, y in points]
    x = Axis(xs, LEFT, WIDTH - RIGHT, is_wide(xs))
    y = Axis(ys, HEIGHT - BOTTOM, TOP, is_wide(ys))
    height = HEIGHT + max(0, (len(lines) + 1) // 2 - 3) * 18
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" style="%s">' % (
        WIDTH, height, STYLE),
        '<rect width="%d" height="%d" fill="white"/>' % (WIDTH, height),
        text(WIDTH / 2, 22, plot.title, more=' font-weight="bold"')]
    parts += grid(plot, x, y)
    for number, (name, points, colour, dashed) in enumerate(lines):
        parts += curve(points, x, y, colour, dashed)
        parts += legend(number, name, colour, dashed)
    return "\n".join(parts + ["</svg>", ""])
