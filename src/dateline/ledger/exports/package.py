"""`datapackage.json`: what the files are, for Frictionless and everyone who reads it.

Data Package and Table Schema of Frictionless Data, version 1 (specs.frictionlessdata.io).
"""

import json
from pathlib import Path
from typing import Any, Final

from ..canonical import rfc3339
from ..models import Entry
from .formats import MEDIA_TYPES
from .people import Json
from .tables import KINDS
from .writing import Written, written

NAME: Final = "datapackage.json"


def describe(folder: Path, kind: str, form: str, one: Written) -> None:
    """Note a file in its folder's datapackage; what the newsroom wrote into that stays as it is.

    The licence is the newsroom's to give: `licenses` is never touched. `created` is the time of
    the newest entry of the ledger: the same state makes the same file. Raises OSError, and
    ValueError where the file that stands there is none of the kind.
    """
    package = _standing(folder / NAME)
    others = [each for each in package["resources"] if each.get("path") != one.path.name]
    resources = [each for each in others if (folder / str(each.get("path"))).is_file()]
    resources.append(_resource(kind, form, one))
    package |= {"resources": sorted(resources, key=lambda each: str(each["name"]))}
    newest = Entry.objects.order_by("-sequence").first()
    if newest:
        package["created"] = rfc3339(newest.time)
    written(folder / NAME, [json.dumps(package, ensure_ascii=False, indent=2) + "\n"])


def _standing(path: Path) -> Json:
    """Return the datapackage that stands in a folder, else the beginning of one."""
    if not path.is_file():
        return {"profile": "data-package", "name": "dateline-export", "resources": []}
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    listed = found.get("resources") if isinstance(found, dict) else None
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise ValueError(f"{path} is no datapackage. Move it away, and export again.")
    return dict(found)


def _resource(kind: str, form: str, one: Written) -> Json:
    resource = {
        "name": one.path.name.lower(),
        "path": one.path.name,
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": one.size,
        "hash": f"sha256:{one.sha256}",
    }
    return resource | ({"schema": _schema(kind)} if form != "jsonl" else {})


def _schema(kind: str) -> Json:
    """Return the Table Schema of the flat columns, which are GeoJSON's properties as well."""
    fields = [
        {"name": one.name, "type": one.type, "description": one.description}
        for one in KINDS[kind].columns
    ]
    return {"fields": fields, "primaryKey": "id", "missingValues": [""]}
