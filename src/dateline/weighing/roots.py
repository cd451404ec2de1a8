"""What rests on nothing else in a graph of who rests on whom, rings included."""

from collections.abc import Collection, Iterable, Mapping, Sequence

Graph = Mapping[str, Collection[str]]
"""For each node the nodes that it rests on; every one of them is a key too."""


def roots(rests_on: Graph) -> list[frozenset[str]]:
    """Return the groups of nodes that rest on nothing but each other, in a fixed order.

    A node that rests on nobody is a group of its own; a ring of nodes is one group.
    """
    carries = reversed_graph(rests_on)
    starts = sources(sorted(rests_on), carries)
    # Whoever carries an earlier start is a later one, so that backwards only true sources remain.
    found = sources(starts[::-1], carries)
    return sorted((reach([start], rests_on) for start in found), key=min)


def sources(order: Sequence[str], graph: Graph) -> list[str]:
    """Return the nodes from which, taken in this order, something new is reached."""
    seen: set[str] = set()
    found = []
    for node in order:
        if node not in seen:
            found.append(node)
            _walk([node], graph, seen)
    return found


def reach(nodes: Iterable[str], graph: Graph) -> frozenset[str]:
    """Return the nodes and everything that they lead to."""
    seen: set[str] = set()
    _walk(list(nodes), graph, seen)
    return frozenset(seen)


def reversed_graph(graph: Graph) -> dict[str, list[str]]:
    """Return the graph with every edge turned round."""
    turned: dict[str, list[str]] = {node: [] for node in graph}
    for node, others in graph.items():
        for other in others:
            turned[other].append(node)
    return turned


def _walk(open_nodes: list[str], graph: Graph, seen: set[str]) -> None:
    while open_nodes:
        node = open_nodes.pop()
        if node not in seen:
            seen.add(node)
            open_nodes.extend(graph.get(node, ()))
