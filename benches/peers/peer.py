"""What every peer does alike: read the program, keep the time, report as JSON.

A peer is called as `PROGRAM CAP ARGUMENT...` and prints one JSON object on its last line:
  read_s   reading the input (nobody is judged by it)
  solve_s  stating the model in the library's terms and solving it
  tiers    one entry a priority: value and bound, more is better; None where there is none
  ended    optimal, limit, or what the library says
  peak_mb  memory, the solver's own process included
  milestones  how far each priority was when, as in our manifest; empty where the library does not tell
"""

import json
import resource
import sys
import time
from dataclasses import dataclass

import numpy


@dataclass
class Program:
    """The rows and columns of the LP files, and one objective a priority (more is better)."""

    lower: numpy.ndarray
    upper: numpy.ndarray
    integer: numpy.ndarray
    row_lower: numpy.ndarray
    row_upper: numpy.ndarray
    start: numpy.ndarray
    index: numpy.ndarray
    value: numpy.ndarray
    objectives: list

    @property
    def columns(self):
        return len(self.lower)

    @property
    def rows(self):
        return len(self.row_lower)

    def row(self, number):
        span = slice(self.start[number], self.start[number + 1])
        return self.index[span], self.value[span]


def read_program(path):
    """The program as `lp_to_arrays.py` writes it."""
    with numpy.load(path) as arrays:
        parts = {name: arrays[name] for name in arrays.files}
    parts["objectives"] = list(parts["objectives"])
    return Program(**parts)


class Clock:
    """Seconds since the start, and what is left of the cap."""

    def __init__(self, cap):
        self.cap = cap
        self.began = time.monotonic()

    def seconds(self):
        return time.monotonic() - self.began

    def left(self):
        return max(self.cap - self.seconds(), 0.1)


def arguments():
    """The cap in seconds and the other arguments."""
    return float(sys.argv[1]), sys.argv[2:]


def tolerances(text):
    """`0.01,0` as numbers: what later priorities may give up of each."""
    return [float(part) for part in text.split(",") if part]


class Course:
    """How far each priority is when; of what comes close together the last stands, as in our manifest."""

    APART_S = 0.1

    def __init__(self, clock):
        self.clock = clock
        self.milestones = []
        self.priority = 0

    def begin_priority(self, priority):
        self.priority = priority

    def note(self, plan, bound):
        seconds, last = self.clock.seconds(), self.milestones[-1] if self.milestones else None
        found = {"priority": self.priority, "plan": finite(plan), "bound": finite(bound)}
        if last and all(last[key] == found[key] for key in found):
            return
        if last and last["priority"] == self.priority and seconds - last["seconds"] < self.APART_S:
            self.milestones.pop()
        self.milestones.append({"seconds": round(seconds, 3), **found})


def finite(number):
    return None if number is None or abs(number) > 1e19 else float(number)


def report(read_s, solve_s, tiers, ended, milestones=()):
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(
        json.dumps(
            {
                "read_s": round(read_s, 3),
                "solve_s": round(solve_s, 5),
                "tiers": tiers,
                "ended": ended,
                "peak_mb": round(max(own, child) / 1024),
                "milestones": list(milestones),
            }
        )
    )


def tier(value, bound):
    return {"value": finite(value), "bound": finite(bound)}
