"""Rows made flat: one cell a column, None where nothing is said."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.codebook.events import EVENTS

from .people import Json

Cells = dict[str, str | int | float | bool | None]


def claim_cells(row: Json) -> Cells:
    """Return a claim's row as the cells of `columns.CLAIMS`."""
    when, about, actor = row["when"] or {}, row["incidents"], row["actor"] or {}
    return {
        **{key: row[key] for key in ("id", "column", "report", "status", "language", "kind")},
        **_codes(row["event"]),
        "negated": row["negated"],
        "hedge": row["hedge"]["class"],
        "hedge_words": row["hedge"]["words"],
        "speakers": _joined(one["name"] for one in row["speakers"]),
        "said_when": (row["said_when"] or {}).get("edtf"),
        "actor": actor.get("name") or actor.get("words"),
        "target_kind": (row["target"] or {}).get("kind"),
        "target": (row["target"] or {}).get("name"),
        **_place(row["place"]),
        **{f"when_{key}": when.get(key) for key in ("edtf", "start", "end", "basis")},
        **_tolls(one for one in row["tolls"] if not one["cumulative"]),
        "tolls": _json(row["tolls"]),
        **{key: row[key] for key in ("quote", "start", "end", "set_aside", "supersedes")},
        "incident": _joined(one["id"] for one in about if one["answer"] == "same"),
        "may_be": _joined(one["id"] for one in about if one["answer"] == "may_be"),
        **{key: row[key] for key in ("source", "address", "captured_at", "sha256")},
    }


def incident_cells(row: Json) -> Cells:
    """Return an incident's row as the cells of `columns.INCIDENTS`."""
    when, place = row["when"] or {}, row["place"] or {}
    return {
        **{key: row[key] for key in ("id", "column", "title", "part_of")},
        **_codes(next(iter(row["events"]), "other")),
        "events": _joined(row["events"]),
        "targets": _joined(row["targets"]),
        **_place(place),
        "place_disputed": place.get("disputed"),
        **{f"when_{key}": when.get(key) for key in ("edtf", "start", "end", "disputed")},
        "who": row["who"],
        "parties": _joined(one["name"] for one in row["parties"]),
        **_tolls(row["tolls"]),
        "tolls": _json(row["tolls"]),
        "sources_low": row["sources"]["low"],
        "sources_high": row["sources"]["high"],
        "reports": row["reports"],
        **{key: _joined(row[key]) for key in ("claims", "set_aside", "may_be")},
        "as_of": row["as_of"],
    }


def _codes(event: str) -> Cells:
    code = EVENTS.get(event, EVENTS["other"])
    others = {key: getattr(code, key) for key in ("acled_type", "acled_sub", "plover", "ged")}
    return {"event": event, **others}


def _place(place: Mapping[str, Any] | None) -> Cells:
    found = place or {}
    keys = ("country", "lat", "lon", "radius_m", "level")
    admin = _joined(found.get("admin", ()))
    return {"place": found.get("name"), "admin": admin, **{key: found.get(key) for key in keys}}


def _tolls(tolls: Iterable[Mapping[str, Any]]) -> Cells:
    """Return the bounds of each category; of several figures for one the largest: it has parts."""
    cells: Cells = {}
    sizes: dict[str, int] = {}
    for one in tolls:
        size = max(one["low"] or 0, one["high"] or 0)
        if size > sizes.get(one["category"], -1):
            sizes[one["category"]] = size
            cells |= {f"{one['category']}_{bound}": one[bound] for bound in ("low", "high")}
    return cells


def _joined(values: Iterable[str]) -> str:
    return "; ".join(value for value in values if value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""
