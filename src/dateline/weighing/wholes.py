"""Which incidents contain which: by `part of`, any number of steps, rings harmless."""

from collections.abc import Mapping


def wholes(part_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each part the ids of all that contain it.

    Of incidents in a ring, the one with the smallest id is taken as the whole.
    """
    links = dict(part_of)
    for incident in sorted(links):
        if incident in _above(incident, links):
            del links[min(_above(incident, links))]
    return {incident: frozenset(_above(incident, links)) for incident in links}


def _above(incident: str, links: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    while (incident := links.get(incident, "")) and incident not in found:
        found.add(incident)
    return found
