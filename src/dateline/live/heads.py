"""Holding the published heads against the ledger: a rebuilt or shortened chain shows here."""

import json
from pathlib import Path

from dateline.ledger.models import Entry


def first_stray_head(root: Path) -> str | None:
    """Return the first `head.json` that names an entry which the ledger lacks, if any."""
    for path in sorted(Path(root).glob("*/*/head.json")):
        named = json.loads(path.read_text())["ledger"]
        if not Entry.objects.filter(sequence=named["sequence"], hash=named["hash"]).exists():
            return str(path)
    return None
