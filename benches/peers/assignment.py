"""Linear assignment of a case whose pairs carry distances: assignment.py CAP scipy|ortools CASE"""

import csv
import os

import numpy
import peer

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

    clock = peer.Clock(cap)
    chosen = linear_sum_assignment(costs)
    total = costs[chosen].sum()
else:
    from ortools.graph.python import linear_sum_assignment as ortools_assignment

    clock = peer.Clock(cap)
    problem = ortools_assignment.SimpleLinearSumAssignment()
    left, right = numpy.indices(costs.shape)
    problem.add_arcs_with_cost(left.ravel(), right.ravel(), costs.astype(numpy.int64).ravel())
    if problem.solve() != problem.OPTIMAL:
        raise SystemExit("no optimum")
    total = problem.optimal_cost()
peer.report(read_s, clock.seconds(), [peer.tier(-total, -total)], "optimal")
