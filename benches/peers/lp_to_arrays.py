"""LP files of one program as arrays: lp_to_arrays.py OUT LP...

Apart from the peers, because OR-Tools and highspy cannot live in one process: both bring HiGHS.
"""

import sys

import highspy
import numpy
from scipy import sparse


def read(path):
    highs = highspy.Highs()
    highs.silent()
    if highs.readModel(path) == highspy.HighsStatus.kError:
        raise SystemExit(f"{path} cannot be read")
    return highs.getLp()


def objective_of(lp, place):
    """More is better; columns go by name, because each file lists them in an order of its own."""
    sign = 1.0 if lp.sense_ == highspy.ObjSense.kMaximize else -1.0
    costs = numpy.zeros(len(place))
    for name, cost in zip(lp.col_names_, lp.col_cost_):
        if cost:
            costs[place[name]] = sign * cost
    return costs


def main():
    out, *paths = sys.argv[1:]
    first = read(paths[0])
    place = {name: number for number, name in enumerate(first.col_names_)}
    objectives = [objective_of(first, place)]
    objectives += [objective_of(read(path), place) for path in paths[1:]]
    matrix = first.a_matrix_
    shape = (first.num_row_, first.num_col_)
    parts = (matrix.value_, matrix.index_, matrix.start_)
    is_by_column = matrix.format_ == highspy.MatrixFormat.kColwise
    rows = sparse.csc_matrix(parts, shape=shape).tocsr() if is_by_column else sparse.csr_matrix(parts, shape=shape)
    kinds = [kind == highspy.HighsVarType.kInteger for kind in first.integrality_]
    numpy.savez(
        out,
        lower=first.col_lower_,
        upper=first.col_upper_,
        integer=kinds or [False] * first.num_col_,
        row_lower=first.row_lower_,
        row_upper=first.row_upper_,
        start=rows.indptr,
        index=rows.indices,
        value=rows.data,
        objectives=objectives,
    )


main()
