import pytest

from dateline.weighing.roots import roots


def found(text):
    """Read "a>b" as "a rests on b"."""
    graph = {node: set() for node in text if node.isalpha()}
    for edge in text.split():
        if ">" in edge:
            graph[edge[0]].add(edge[2])
    return ["".join(sorted(group)) for group in roots(graph)]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("", []),
        ("a", ["a"]),
        ("a>a", ["a"]),
        ("a b", ["a", "b"]),
        ("a>b b>c", ["c"]),
        ("a>b a>c", ["b", "c"]),
        ("a>b c>b", ["b"]),
        ("a>b b>a", ["ab"]),
        ("a>b b>c c>a", ["abc"]),
        ("a>b b>a a>c", ["c"]),
        ("a>b b>a c>a", ["ab"]),
        ("a>b b>a c>d d>c a>c", ["cd"]),
        ("z>y y>x x>w w>v v>u", ["u"]),
    ],
)
def test_it_finds_what_rests_on_nothing_else(edges, expected):
    assert found(edges) == expected


def test_a_long_chain_costs_no_recursion():
    chain = {str(n): {str(n + 1)} for n in range(20_000)} | {"20000": set()}
    assert roots(chain) == [frozenset({"20000"})]
