"""HiGHS on the whole program, priority by priority: highs_tiers.py CAP TOLERANCES PROGRAM.npz"""

import highspy
import numpy
import peer

cap, (tolerances, path) = peer.arguments()
tolerances = peer.tolerances(tolerances)
reading = peer.Clock(cap)
program = peer.read_program(path)
read_s = reading.seconds()

clock = peer.Clock(cap)
highs = highspy.Highs()
# Without its log HiGHS does not call back.
highs.setOptionValue("log_to_console", False)
lp = highspy.HighsLp()
lp.num_col_, lp.num_row_ = program.columns, program.rows
lp.col_cost_ = program.objectives[0]
lp.col_lower_, lp.col_upper_ = program.lower, program.upper
lp.row_lower_, lp.row_upper_ = program.row_lower, program.row_upper
lp.sense_ = highspy.ObjSense.kMaximize
lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
lp.a_matrix_.start_, lp.a_matrix_.index_ = program.start, program.index
lp.a_matrix_.value_ = program.value
kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
lp.integrality_ = [kinds[int(whole)] for whole in program.integer]
highs.passModel(lp)
highs.setOptionValue("mip_rel_gap", 1e-6)
tiers, ended = [], "optimal"
course = peer.Course(clock)
for moment in (highs.cbMipLogging, highs.cbMipInterrupt, highs.cbMipImprovingSolution):
    moment.subscribe(lambda event: course.note(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound))
every = numpy.arange(program.columns, dtype=numpy.int32)
for number, objective in enumerate(program.objectives):
    course.begin_priority(number + 1)
    if number:
        highs.changeColsCost(program.columns, every, objective)
        highs.setSolution(highs.getSolution())
    # HiGHS counts from the first run on.
    highs.setOptionValue("time_limit", highs.getRunTime() + clock.left())
    highs.run()
    info = highs.getInfo()
    has_plan = info.primal_solution_status == 2
    value = info.objective_function_value if has_plan else None
    is_mip = bool(program.integer.any())
    status = highs.getModelStatus()
    is_done = status == highspy.HighsModelStatus.kOptimal
    bound = info.mip_dual_bound if is_mip else (value if is_done else None)
    tiers.append(peer.tier(value, bound))
    course.note(value, bound)
    if not is_done:
        ended = "limit" if status == highspy.HighsModelStatus.kTimeLimit else str(status)
    if not has_plan or clock.left() <= 0.1:
        break
    kept = value - tolerances[number] if number < len(tolerances) else value
    used = numpy.flatnonzero(objective).astype(numpy.int32)
    slack = 1e-9 * max(1.0, abs(kept))
    highs.addRow(kept - slack, highspy.kHighsInf, len(used), used, objective[used])
peer.report(read_s, clock.seconds(), tiers, ended, course.milestones)
