import pytest

from dateline.places import Gazetteer
from dateline.places.finding import mentions

TEXTS = [
    ("قصف على بلدة سرمين وفي إدلب", ["سرمين", "إدلب"]),
    ("قتل ثلاثة بحلب", ["حلب"]),
    ("كان بعد الهجوم", []),
    ("Бои в Алеппо.", ["Алеппо"]),
    ("Новости из Сирии.", ["Сирии"]),
    ("פיגוע ליד חמה", ["חמה"]),
    ("空袭叙利亚北部", ["叙利亚"]),
    ("Tanks entered Sаrmin, Idlib.", ["Sаrmin", "Idlib"]),
]


@pytest.mark.parametrize(("text", "said"), TEXTS)
def test_it_reads_other_scripts(world: Gazetteer, text: str, said: list[str]) -> None:
    assert [f.mention.words for f in mentions(text, world) if f.sort == "name"] == said


def test_a_bent_name_says_its_plain_form(world: Gazetteer) -> None:
    (found,) = mentions("Новости из Сирии.", world)
    assert (found.mention.words, found.form) == ("Сирии", "Сирия")
