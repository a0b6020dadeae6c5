"""Whether a window's controls are to be seen, whole, with all of their texts.

SPDX-License-Identifier: LGPL-2.1-or-later
"""

from .waiting import Failed

BUTTON_KIND = 0x0F
CHECKS_AND_RADIOS = (2, 3, 4, 5, 6, 9)
GROUP_BOX = 7
STATIC_KIND = 0x1F
STATIC_TEXTS = (0, 1, 2, 11, 12)  # left, centre, right, simple, without breaks
STATIC_ELLIPSIS = 0xC000
BOX_AT_96 = 16  # a check box with its distance to the text, in pixels
FRAME_AT_96 = 6  # of a button, both sides


def inside(inner, outer):
    return (inner["left"] >= outer["left"] and inner["top"] >= outer["top"] and
            inner["right"] <= outer["right"] and inner["bottom"] <= outer["bottom"])


def overlap(a, b):
    return (a["left"] < b["right"] and b["left"] < a["right"] and
            a["top"] < b["bottom"] and b["top"] < a["bottom"])


def contains(outer, inner):
    return outer is not inner and inside(inner["rect"], outer["rect"])


def text_needs(window, control):
    """What its text needs beyond its own size, as (width, height, dpi); None where it has no text of
    its own to show, or says itself that it is cut."""
    kind = control["class"].lower()
    extra = 0
    if not control["text"]:
        return None
    if kind == "button":
        style = control["style"] & BUTTON_KIND
        if style == GROUP_BOX:
            return None
        extra = BOX_AT_96 if style in CHECKS_AND_RADIOS else FRAME_AT_96
    elif kind == "static":
        if control["style"] & STATIC_KIND not in STATIC_TEXTS or control["style"] & STATIC_ELLIPSIS:
            return None
    else:
        return None
    needed = window.world.reader.ask("needed", control["window"])
    width = needed["width"] + extra * needed["dpi"] // 96
    return (width - (control["client"]["right"] - control["client"]["left"]),
            needed["height"] - (control["client"]["bottom"] - control["client"]["top"]), needed["dpi"])


def check(window, dpi):
    """Failed, with all that is wrong, if something of the window cannot be read."""
    told = window.now()
    wrong = []
    shown = [child for child in window.children() if child["visible"]]
    by_handle = {child["window"]: child for child in shown}
    by_handle[window.handle] = told
    for child in shown:
        name = "%s %d %r" % (child["class"], child["id"], child["text"][:40])
        parent = by_handle.get(child["parent"])
        if parent and not inside(child["rect"], parent["client"]):
            wrong.append("%s is not inside of its parent: %r in %r" %
                         (name, child["rect"], parent["client"]))
        need = text_needs(window, child)
        if need and need[2] != dpi:
            wrong.append("%s has %d dpi" % (name, need[2]))
        elif need and (need[0] > 0 or need[1] > 0):
            wrong.append("%s is cut off: %d too narrow, %d too low" % (name, need[0], need[1]))
    for number, one in enumerate(shown):
        for other in shown[number + 1:]:
            if (one["parent"] == other["parent"] and overlap(one["rect"], other["rect"]) and
                    not contains(one, other) and not contains(other, one)):
                wrong.append("%s %d %r overlaps %s %d %r" % (
                    one["class"], one["id"], one["text"][:40], other["class"], other["id"],
                    other["text"][:40]))
    if wrong:
        raise Failed("%r at %d dpi:\n%s" % (told["text"], dpi, "\n".join(wrong)))
