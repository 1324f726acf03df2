// LEMON's network simplex on a network written by `benches/transport.rs`, for comparison.
//
//   g++ -O3 -DNDEBUG -o lemon_transport lemon_transport.cpp      (Debian: liblemon-dev)
//   ./lemon_transport FILE [REPEATS]
//
// Input, whitespace-separated decimal integers:
//   NODES ARCS
//   NODES times: LEAST MOST PRICE              what a node puts into the network, and its price per unit
//   ARCS times:  SOURCE TARGET LEAST MOST COST nodes count from 0
//
// Output: one line per repeat: `cost C seconds S`, S being processor time (user) of building
// the simplex object and running it, reading and graph building excluded; or `infeasible seconds S`.
//
// Where every node is a supply up to a limit (LEAST = 0 and PRICE = 0) or an exact demand
// (LEAST = MOST <= 0), LEMON's own supplies are used (type LEQ); otherwise the network becomes a
// circulation through one more node.

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace lemon;

static double user_seconds() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec * 1e-6;
}

static int64_t number(FILE *file) {
    long long value;
    if (std::fscanf(file, "%lld", &value) != 1) {
        std::fprintf(stderr, "the file is cut short or holds something that is no integer\n");
        std::exit(2);
    }
    return value;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: lemon_transport FILE [REPEATS]\n");
        return 2;
    }
    FILE *file = std::fopen(argv[1], "r");
    if (!file) {
        std::perror(argv[1]);
        return 2;
    }
    const int repeats = argc > 2 ? std::atoi(argv[2]) : 1;
    const int64_t nodes = number(file), arcs = number(file);
    std::vector<int64_t> least(nodes), most(nodes), price(nodes);
    bool is_plain = true;
    for (int64_t v = 0; v < nodes; ++v) {
        least[v] = number(file);
        most[v] = number(file);
        price[v] = number(file);
        const bool is_supply = least[v] == 0 && price[v] == 0;
        const bool is_exact = least[v] == most[v] && most[v] <= 0 && price[v] == 0;
        is_plain = is_plain && (is_supply || is_exact);
    }
    SmartDigraph graph;
    graph.reserveNode(nodes + 1);
    graph.reserveArc(arcs + (is_plain ? 0 : nodes));
    std::vector<SmartDigraph::Node> node(nodes);
    for (auto &v : node) v = graph.addNode();
    SmartDigraph::ArcMap<int64_t> lower(graph), upper(graph), cost(graph);
    SmartDigraph::NodeMap<int64_t> supply(graph, 0);
    for (int64_t a = 0; a < arcs; ++a) {
        const int64_t source = number(file), target = number(file);
        const auto arc = graph.addArc(node[source], node[target]);
        lower[arc] = number(file);
        upper[arc] = number(file);
        cost[arc] = number(file);
    }
    std::fclose(file);
    if (is_plain) {
        for (int64_t v = 0; v < nodes; ++v) supply[node[v]] = most[v];
    } else {
        const auto ground = graph.addNode();
        for (int64_t v = 0; v < nodes; ++v) {
            const auto arc = graph.addArc(ground, node[v]);
            lower[arc] = least[v];
            upper[arc] = most[v];
            cost[arc] = price[v];
        }
    }
    typedef NetworkSimplex<SmartDigraph, int64_t, int64_t> Simplex;
    for (int i = 0; i < repeats; ++i) {
        const double from = user_seconds();
        Simplex simplex(graph);
        simplex.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
        simplex.supplyType(is_plain ? Simplex::LEQ : Simplex::GEQ);
        const bool is_optimal = simplex.run() == Simplex::OPTIMAL;
        const int64_t found = is_optimal ? simplex.totalCost<int64_t>() : 0;
        const double seconds = user_seconds() - from;
        if (is_optimal) {
            std::printf("cost %lld seconds %.3f\n", static_cast<long long>(found), seconds);
        } else {
            std::printf("infeasible seconds %.3f\n", seconds);
        }
    }
    return 0;
}
