"""OR-Tools on the whole program: ortools_linear.py CAP SAT|GLOP TOLERANCES PROGRAM.npz

SAT is CP-SAT, priority by priority; GLOP solves the linear relaxation of the first priority only.
"""

import os

import numpy
import peer
from ortools.linear_solver import pywraplp

cap, (engine, tolerances, path) = peer.arguments()
tolerances = peer.tolerances(tolerances)
reading = peer.Clock(cap)
program = peer.read_program(path)
read_s = reading.seconds()

clock = peer.Clock(cap)
solver = pywraplp.Solver.CreateSolver(engine)
infinity = solver.infinity()
limit = lambda number: float(number) if abs(number) < 1e19 else (infinity if number > 0 else -infinity)
is_linear = engine == "GLOP"
columns = [
    solver.Var(limit(lower), limit(upper), bool(whole) and not is_linear, "")
    for lower, upper, whole in zip(program.lower, program.upper, program.integer)
]
for number in range(program.rows):
    row = solver.Constraint(limit(program.row_lower[number]), limit(program.row_upper[number]))
    for index, value in zip(*program.row(number)):
        row.SetCoefficient(columns[index], float(value))
if not is_linear:
    solver.SetNumThreads(os.cpu_count())
    # CP-SAT knows whole numbers only: amounts and shares count in steps of a hundred-thousandth.
    solver.SetSolverSpecificParametersAsString("mip_var_scaling: 1e5 mip_max_bound: 1e11")
tiers, ended = [], "optimal"
objectives = program.objectives[:1] if is_linear else program.objectives
for number, objective in enumerate(objectives):
    target = solver.Objective()
    target.Clear()
    target.SetMaximization()
    used = numpy.flatnonzero(objective)
    for index in used:
        target.SetCoefficient(columns[index], float(objective[index]))
    solver.SetTimeLimit(int(1000 * clock.left()))
    status = solver.Solve()
    has_plan = status in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE)
    is_done = status == pywraplp.Solver.OPTIMAL
    value = target.Value() if has_plan else None
    if is_linear:
        # The optimum of the relaxation is a bound and no plan.
        tiers.append(peer.tier(None, value if is_done else None))
    else:
        tiers.append(peer.tier(value, target.BestBound() if has_plan else None))
    if not is_done:
        ended = "limit" if clock.left() <= 1 else f"status {status}"
    if is_linear or not has_plan or clock.left() <= 0.1:
        break
    hint = [column.solution_value() for column in columns]
    kept = value - tolerances[number] if number < len(tolerances) else value
    row = solver.Constraint(kept - 1e-6 * max(1.0, abs(kept)), infinity)
    for index in used:
        row.SetCoefficient(columns[index], float(objective[index]))
    solver.SetHint(columns, hint)
peer.report(read_s, clock.seconds(), tiers, ended)
