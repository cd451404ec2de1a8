"""Who rests on whom, in words: what the drawing shows, for every reader."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext

from dateline.live.evidence.view import Evidence
from dateline.weighing.origins import Edge, Node, Origins

from . import view
from .sayings import Teller


def resting(found: Origins, teller: Teller, others: Mapping[UUID, Evidence]) -> list[view.Resting]:
    """Return each voice with those on whom it rests, original sources first."""
    names = voice_names(found, teller, others)
    order = {"yes": 0, "perhaps": 1, "no": 2}
    nodes = sorted(found.nodes, key=lambda one: (order[one.original], names[one.voice.id]))
    return [
        view.Resting(
            name=names[node.voice.id],
            standing=_standing(node),
            on=tuple(_on(edge, names) for edge in _edges_of(node, found)),
            claims=teller.claims(node.claims),
        )
        for node in nodes
    ]


def voice_names(found: Origins, teller: Teller, others: Mapping[UUID, Evidence]) -> dict[str, str]:
    """Return what the voices are called, and reports that have no claim here."""
    names = {node.voice.id: teller.name(node.voice) for node in found.nodes}
    for edge in found.edges:
        if edge.on not in names:
            names[edge.on] = _report_name(edge.on, others)
    return names


def _report_name(voice: str, others: Mapping[UUID, Evidence]) -> str:
    report = others.get(UUID(voice.removeprefix("report:")))
    return report.name if report else gettext("a report held by the desk")


def _standing(node: Node) -> str:
    return {
        "yes": gettext("an original source"),
        "perhaps": gettext("perhaps an original source"),
        "no": gettext("not an original source"),
    }[node.original]


def _edges_of(node: Node, found: Origins) -> list[Edge]:
    once = {(edge.on, edge.how): edge for edge in found.edges if edge.by == node.voice.id}
    return list(once.values())


def _on(edge: Edge, names: Mapping[str, str]) -> str:
    said = {
        "relays": gettext("it passes on what {name} says"),
        "derives": gettext("its report rests on {name}"),
        "cites": gettext("its own word may rest on {name}, whom it quotes"),
        "echoes": gettext("its estimate may be that of {name}, quoted in the same report"),
    }[edge.how]
    if edge.how == "derives" and not edge.sure:
        said = gettext("its report may rest on {name}")
    return said.format(name=names[edge.on])
