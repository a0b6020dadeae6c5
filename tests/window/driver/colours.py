"""What a picture holds.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

import subprocess


def count(path):
    """How many colours a picture has: a blank one has one."""
    return int(subprocess.run(["identify", "-format", "%k", path], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=True).stdout)


def luminance(pixel):
    """Of an sRGB colour, as WCAG 2 defines it."""
    parts = [value / 255 for value in pixel]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
              for value in parts]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(path, rect):
    """Between the commonest colour in a rectangle of a picture, the ground, and the one that is farthest
    from it: what the text has, as WCAG 2 defines it (1 to 21)."""
    geometry = "%dx%d+%d+%d" % (rect["right"] - rect["left"], rect["bottom"] - rect["top"],
                                rect["left"], rect["top"])
    raw = subprocess.run(["convert", path, "-crop", geometry, "-depth", "8", "rgb:-"],
                         stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout
    pixels = [raw[i:i + 3] for i in range(0, len(raw) - 2, 3)]
    counts = {}
    for pixel in pixels:
        counts[pixel] = counts.get(pixel, 0) + 1
    ground = luminance(max(counts, key=counts.get))
    return max((max(ground, luminance(pixel)) + 0.05) / (min(ground, luminance(pixel)) + 0.05)
               for pixel in counts)
