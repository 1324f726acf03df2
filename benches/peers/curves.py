"""Bound and plan of each priority against time, as a picture: for jiedui and for what tells its course."""

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot, ticker

COLOURS = ["tab:blue", "tab:orange", "tab:green"]
# Nothing that differs from one drawing of the same figures to the next.
matplotlib.rcParams["svg.hashsalt"] = "jiedui"
matplotlib.rcParams["svg.fonttype"] = "none"


def draw(path, rows, scales):
    """Rows are names with the results of programs; scales are those of the priorities. False without a course."""
    courses = [(name, row["milestones"]) for name, row in rows if row.get("milestones")]
    if not courses:
        return False
    count = len(scales)
    figure, panels = pyplot.subplots(1, count, figsize=(4.2 * count, 3.4), squeeze=False, sharex=True, layout="constrained")
    for place, (panel, scale) in enumerate(zip(panels[0], scales)):
        factor = 100 if scale == "share" else 1
        for colour, (name, course) in zip(COLOURS, courses):
            found = [point for point in course if point["priority"] == place + 1]
            end = course[-1]["seconds"]
            line(panel, found, "bound", factor, end, color=colour, label=f"{name}: bound")
            line(panel, found, "plan", factor, end, color=colour, linestyle="--", marker=".", label=f"{name}: plan")
        limits = window([course for _, course in courses], place + 1, factor)
        if limits:
            panel.set_ylim(*limits)
        panel.set_xscale("log")
        panel.xaxis.set_major_formatter(ticker.FormatStrFormatter("%g"))
        panel.ticklabel_format(axis="y", useOffset=False)
        panel.set_title(f"priority {place + 1}" + (", %" if scale == "share" else ""), fontsize=10)
        panel.set_xlabel("seconds")
        panel.grid(alpha=0.3)
    handles, labels = panels[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=len(courses), fontsize=8, frameon=False)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
    return True


def line(panel, course, key, factor, end, **style):
    """A step each time the figure changed, on to the end of the program; an empty line where it never was."""
    known = [(max(point["seconds"], 0.01), factor * point[key]) for point in course if point[key] is not None]
    if known:
        known.append((max(end, 0.01), known[-1][1]))
    panel.step([at for at, _ in known], [value for _, value in known], where="post", **style)


def window(courses, priority, factor):
    """What to show: the last bounds and plans with as much again above and below; early bounds lie far off."""
    last = []
    for course in courses:
        found = [point for point in course if point["priority"] == priority]
        for key in ("bound", "plan"):
            values = [point[key] for point in found if point[key] is not None]
            last += values[-1:]
    if len(last) < 2:
        return None
    low, high = factor * min(last), factor * max(last)
    # Where all end at the same figure, a hundredth of it: closer up, rounding would look like a difference.
    margin = max(high - low, 0.01 * max(abs(low), abs(high)))
    return low - margin, high + margin
