"""Linear assignment of a case whose pairs carry distances: assignment.py CAP scipy|ortools CASE"""

import csv
import os
import statistics

import numpy
import peer

# The median of so many is told: one takes some thousandths of a second.
REPEATS = 15

cap, (library, folder) = peer.arguments()
reading = peer.Clock(cap)
with open(os.path.join(folder, "pairs.csv"), encoding="utf-8") as file:
    rows = [(row["helper"], row["recipient"], row["distance_km"]) for row in csv.DictReader(file)]
helpers = {code: place for place, code in enumerate(sorted({row[0] for row in rows}))}
recipients = {code: place for place, code in enumerate(sorted({row[1] for row in rows}))}
costs = numpy.zeros((len(helpers), len(recipients)))
for helper, recipient, distance in rows:
    costs[helpers[helper], recipients[recipient]] = float(distance)
read_s = reading.seconds()

if library == "scipy":
    from scipy.optimize import linear_sum_assignment

    def solve():
        return costs[linear_sum_assignment(costs)].sum()

else:
    from ortools.graph.python import linear_sum_assignment as ortools_assignment

    def solve():
        problem = ortools_assignment.SimpleLinearSumAssignment()
        left, right = numpy.indices(costs.shape)
        problem.add_arcs_with_cost(left.ravel(), right.ravel(), costs.astype(numpy.int64).ravel())
        if problem.solve() != problem.OPTIMAL:
            raise SystemExit("no optimum")
        return problem.optimal_cost()


seconds = []
for _ in range(REPEATS):
    clock = peer.Clock(cap)
    total = solve()
    seconds.append(clock.seconds())
peer.report(read_s, statistics.median(seconds), [peer.tier(-total, -total)], "optimal")
