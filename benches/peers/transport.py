"""Transportation problems: the instance, and the peers that write no C++.

transport.py CAP write SIZE FILE        SIZE suppliers, SIZE takers, 40 arcs a supplier
transport.py CAP ortools|highs FILE

The file holds whole numbers, as `lemon_transport.cpp` describes: NODES ARCS, then a line LEAST MOST PRICE
for each node (what it puts into the network), then a line SOURCE TARGET LEAST MOST COST for each arc.
"""


import numpy
import peer

ARCS_OF_A_SUPPLIER = 40
WAYS_TO_FAR = 2


class Chance:
    """SplitMix64, so that the same size is the same instance everywhere."""

    def __init__(self, seed):
        self.state = numpy.uint64(seed)

    def below(self, bound, count):
        with numpy.errstate(over="ignore"):
            steps = numpy.arange(1, count + 1, dtype=numpy.uint64)
            mixed = self.state + steps * numpy.uint64(0x9E3779B97F4A7C15)
            self.state = mixed[-1]
            mixed = (mixed ^ (mixed >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            mixed ^= mixed >> numpy.uint64(31)
        return (mixed % numpy.uint64(bound)).astype(numpy.int64)


def write(size, path):
    """Points in a square; arcs to the nearest takers, and two far ones that make it feasible."""
    from scipy.spatial import cKDTree

    chance = Chance(1)
    suppliers = numpy.stack([chance.below(1_000_000, size), chance.below(1_000_000, size)], axis=1)
    takers = numpy.stack([chance.below(1_000_000, size), chance.below(1_000_000, size)], axis=1)
    near = min(ARCS_OF_A_SUPPLIER - WAYS_TO_FAR, size)
    targets = [cKDTree(takers).query(suppliers, k=near)[1].reshape(size, near)]
    given = numpy.zeros(size, dtype=numpy.int64)
    taken = numpy.zeros(size, dtype=numpy.int64)
    for _ in range(WAYS_TO_FAR):
        order = numpy.argsort(chance.below(2**62, size), kind="stable")
        amounts = 1 + chance.below(100, size)
        given += amounts
        taken[order] += amounts
        targets.append(order.reshape(size, 1))
    targets = numpy.concatenate(targets, axis=1)
    sources = numpy.repeat(numpy.arange(size), targets.shape[1])
    targets = targets.ravel()
    apart = suppliers[sources] - takers[targets]
    # Sums of squares below 2^53 have an exact root, rounded down: the same on every machine.
    costs = numpy.sqrt((apart.astype(numpy.float64) ** 2).sum(axis=1)).astype(numpy.int64)
    most = numpy.minimum(given[sources], taken[targets])
    with open(path, "w", encoding="ascii") as file:
        file.write(f"{2 * size} {len(sources)}\n")
        file.writelines(f"0 {amount} 0\n" for amount in given)
        file.writelines(f"-{amount} -{amount} 0\n" for amount in taken)
        rows = zip(sources, targets + size, most, costs)
        file.writelines(f"{source} {target} 0 {limit} {cost}\n" for source, target, limit, cost in rows)


def read(path):
    with open(path, encoding="ascii") as file:
        nodes, arcs = map(int, file.readline().split())
        figures = numpy.array(file.read().split(), dtype=numpy.int64)
    return figures[: 3 * nodes].reshape(nodes, 3), figures[3 * nodes :].reshape(arcs, 5)


def ortools(nodes, arcs):
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(arcs[:, 0], arcs[:, 1], arcs[:, 3], arcs[:, 4])
    flow.set_nodes_supplies(numpy.arange(len(nodes)), nodes[:, 1])
    ended = flow.solve()
    if ended != flow.OPTIMAL:
        return None, str(ended)
    return flow.optimal_cost(), "optimal"


def highs(nodes, arcs, clock):
    import highspy
    from scipy import sparse

    count = len(arcs)
    every = numpy.arange(count)
    ends = numpy.concatenate([arcs[:, 0], arcs[:, 1]])
    signs = numpy.concatenate([numpy.ones(count), -numpy.ones(count)])
    matrix = sparse.csc_matrix((signs, (ends, numpy.tile(every, 2))), shape=(len(nodes), count))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(nodes)
    lp.col_cost_ = arcs[:, 4].astype(float)
    lp.col_lower_, lp.col_upper_ = arcs[:, 2].astype(float), arcs[:, 3].astype(float)
    lp.row_lower_, lp.row_upper_ = nodes[:, 0].astype(float), nodes[:, 1].astype(float)
    lp.a_matrix_.start_, lp.a_matrix_.index_ = matrix.indptr, matrix.indices
    lp.a_matrix_.value_ = matrix.data
    solver = highspy.Highs()
    solver.silent()
    solver.passModel(lp)
    solver.setOptionValue("time_limit", clock.left())
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        return solver.getInfo().objective_function_value, "optimal"
    return None, "limit"


def main():
    cap, (what, *rest) = peer.arguments()
    if what == "write":
        write(int(rest[0]), rest[1])
        return
    reading = peer.Clock(cap)
    nodes, arcs = read(rest[0])
    read_s = reading.seconds()
    clock = peer.Clock(cap)
    cost, ended = ortools(nodes, arcs) if what == "ortools" else highs(nodes, arcs, clock)
    value = None if cost is None else -cost
    peer.report(read_s, clock.seconds(), [peer.tier(value, value)], ended)


main()
