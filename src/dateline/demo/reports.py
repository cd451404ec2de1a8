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
from dateline.ledger.models import Party, Person, Source
from dateline.ledger.verbs.sources import PartyText, SourceText, add_party, add_source

Reports = dict[str, UUID]


def load_reports(owner: Person, content: Path) -> Reports:
    """Keep every report of `reports.toml`; return their ids by name."""
    parties = _table(content, "parties.toml")
    known = {name: _party(owner, name, one["aliases"]) for name, one in parties.items()}
    table = _table(content, "reports.toml")
    with closing(Apart()) as apart, closing(outward.fetcher()) as fetcher:
        capturer = Capturer(fetcher, Keeper(fetcher, apart))
        return {name: _kept(owner, content, one, known, capturer) for name, one in table.items()}


def _table(content: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((content / name).read_text(encoding="utf-8"))


def _kept(
    owner: Person,
    content: Path,
    one: dict[str, Any],
    parties: dict[str, Party],
    capturer: Capturer,
) -> UUID:
    file = one.get("file", "")
    report = bring_given(
        by=owner,
        data=(content / file).read_bytes() if file else one["text"].strip().encode(),
        name=Path(file).name,
        title=one["title"],
        source=_source(owner, one["source"], parties),
    )
    capturer.look(report)
    return report.pk


def _party(owner: Person, name: str, aliases: str) -> Party:
    known: Party | None = Party.objects.filter(name=name).first()
    return known or add_party(by=owner, text=PartyText(name=name, aliases=aliases.strip()))


def _source(owner: Person, said: dict[str, Any], parties: dict[str, Party]) -> Source:
    known: Source | None = Source.objects.filter(name=said["name"]).first()
    party = parties.get(said.get("party", ""))
    return known or add_source(by=owner, text=SourceText(**said | {"party": party}))
