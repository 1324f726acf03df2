"""PuLP with the CBC that it brings, priority by priority: pulp_cbc.py CAP TOLERANCES PROGRAM.npz"""

import os
import re
import tempfile

import numpy
import peer
import pulp

cap, (tolerances, path) = peer.arguments()
tolerances = peer.tolerances(tolerances)
reading = peer.Clock(cap)
program = peer.read_program(path)
read_s = reading.seconds()

clock = peer.Clock(cap)
limit = lambda number: None if abs(number) > 1e19 else float(number)
kinds = (pulp.LpContinuous, pulp.LpInteger)
columns = [
    pulp.LpVariable(f"x{number}", limit(lower), limit(upper), kinds[int(whole)])
    for number, (lower, upper, whole) in enumerate(zip(program.lower, program.upper, program.integer))
]
problem = pulp.LpProblem("assignment", pulp.LpMinimize)


def sum_of(index, value):
    return pulp.LpAffineExpression([(columns[i], float(v)) for i, v in zip(index, value)])


for row in range(program.rows):
    total = sum_of(*program.row(row))
    lower, upper = limit(program.row_lower[row]), limit(program.row_upper[row])
    if lower is not None and lower == upper:
        problem += total == lower
        continue
    if lower is not None:
        problem += total >= lower
    if upper is not None:
        problem += total <= upper

tiers, ended = [], "optimal"
with tempfile.TemporaryDirectory() as folder:
    log = os.path.join(folder, "cbc.log")
    for number, objective in enumerate(program.objectives):
        used = numpy.flatnonzero(objective)
        # CBC minimises: then its log states the bound with its sign.
        problem.setObjective(sum_of(used, -objective[used]))
        if os.path.exists(log):
            os.remove(log)
        status = problem.solve(
            pulp.PULP_CBC_CMD(
                msg=False, timeLimit=clock.left(), gapRel=1e-6, logPath=log, threads=os.cpu_count(), warmStart=number > 0
            )
        )
        text = open(log, encoding="utf-8", errors="replace").read() if os.path.exists(log) else ""
        has_plan = problem.sol_status in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible)
        value = -pulp.value(problem.objective) if has_plan else None
        is_done = problem.sol_status == pulp.LpSolutionOptimal and "Stopped on time" not in text
        stated = re.findall(r"^Lower bound:\s*(\S+)", text, re.M)
        bound = value if is_done else (-float(stated[-1]) if stated else None)
        tiers.append(peer.tier(value, bound))
        if not is_done:
            ended = "limit" if clock.left() <= 1 else pulp.LpStatus[status]
        if not has_plan or clock.left() <= 0.1:
            break
        kept = value - tolerances[number] if number < len(tolerances) else value
        problem += sum_of(used, objective[used]) >= kept - 1e-9 * max(1.0, abs(kept))
peer.report(read_s, clock.seconds(), tiers, ended)
