"""What may stand around a saying that no comma parts from what is said."""

import pytest

from tests.reading.speakers.conftest import Chain

SAID = [
    ("Shells fell on the market on Monday the rescue group said as rain set in.", "rescue group"),
    (
        "Six men died in the fire the Red Crescent told AFP on condition of anonymity.",
        "Red Crescent",
    ),
    (
        "Six men died in the fire said the Hama Observatory which counts the dead.",
        "Hama Observatory",
    ),
    ("Six men died in the fire said the Hama Observatory adding that two were boys.", "Hama Obs"),
    ("The bridge fell in the night the Hama Observatory and medics said.", "Hama Observatory"),
    ("The bridge is closed in the town his spokesman said on Saturday.", "spokesman"),
    ("Planes struck a mill near the town rebel commander Samir Haddad said.", "Samir Haddad"),
    ("The road was cut in the east of the town Pentagon officials said.", "Pentagon officials"),
    ("The bridge fell in the night AFP quoted the ministry as saying.", "ministry"),
    ("Six men died in the fire the council has announced.", "council"),
]
OWN = [
    "The army which held the town said the bridge fell.",
    "She named the man who fled and called the mayor a liar.",
    "Nobody agrees on who is in command of the bridge.",
    "While most left the town a few told the story.",
    "as saying",
    "\0 said as",
    "said while",
]


@pytest.mark.parametrize(("text", "name"), SAID)
def test_the_sentence_is_the_speakers(chain: Chain, text: str, name: str) -> None:
    words = " ".join(text.split()[1:3])
    assert any(name in one for one, _ in chain(words, text)), chain(words, text)


def test_who_quotes_relays_whom_they_quote(chain: Chain) -> None:
    found = chain("bridge fell", "The bridge fell in the night AFP quoted the ministry as saying.")
    assert [name for name, _ in found] == ["ministry", "AFP"]


@pytest.mark.parametrize("text", OWN)
def test_the_beginning_is_nobodys(chain: Chain, text: str) -> None:
    first = text.split(maxsplit=1)[0]
    assert not chain(first, text)


def test_what_a_blast_claims_nobody_says(chain: Chain) -> None:
    text = "The blast in the market claimed the lives of six men."
    assert chain("lives", text) == []


def test_who_puts_a_toll_says_so(chain: Chain) -> None:
    text = "The charity put the death toll at 12."
    assert [name for name, _ in chain("12", text)] == ["charity"]


def test_a_reporter_who_saw_it_reports(chain: Chain) -> None:
    text = "An AFP photographer saw the bodies of two men. Residents saw smoke."
    assert [name for name, _ in chain("two men", text)] == ["AFP photographer"]
    assert chain("smoke", text) == []


def test_who_condemns_an_attack_says_what_it_was(chain: Chain) -> None:
    text = "The charity condemned the attack saying it killed six nurses."
    assert "charity" in [name for name, _ in chain("killed", text)]


def test_a_time_before_a_name_is_no_part_of_it(chain: Chain) -> None:
    text = "Earlier the mayor said that the bridge had fallen."
    assert chain("fallen", text) == [("mayor", "said")]


def test_a_body_named_by_its_main_word_has_its_full_name(chain: Chain) -> None:
    text = "The Hama Observatory for Justice said it was calm. The Observatory said two died."
    assert chain("two died", text) == [("Hama Observatory for Justice", "said")]
