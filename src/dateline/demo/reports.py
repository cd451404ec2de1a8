"""The demo's reports: handed in and kept by the same code that keeps a newsroom's."""

import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from dateline.archive import outward
from dateline.archive.bring import bring_given
from dateline.archive.capture import Capturer
from dateline.archive.extract.apart import Apart
from dateline.archive.keep import Keeper
from dateline.ledger.models import Person, Source
from dateline.ledger.verbs.sources import SourceText, add_source

Reports = dict[str, UUID]


def load_reports(owner: Person, content: Path) -> Reports:
    """Keep every report of `reports.toml`; return their ids by name."""
    table = tomllib.loads((content / "reports.toml").read_text(encoding="utf-8"))
    with closing(Apart()) as apart, closing(outward.fetcher()) as fetcher:
        capturer = Capturer(fetcher, Keeper(fetcher, apart))
        return {name: _kept(owner, content, one, capturer) for name, one in table.items()}


def _kept(owner: Person, content: Path, one: dict[str, Any], capturer: Capturer) -> UUID:
    file = one.get("file", "")
    report = bring_given(
        by=owner,
        data=(content / file).read_bytes() if file else one["text"].strip().encode(),
        name=Path(file).name,
        title=one["title"],
        source=_source(owner, one["source"]),
    )
    capturer.look(report)
    return report.pk


def _source(owner: Person, said: dict[str, Any]) -> Source:
    known: Source | None = Source.objects.filter(name=said["name"]).first()
    return known or add_source(by=owner, text=SourceText(**said))
