import pytest

from tests.reading.speakers.conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A wire report, uploaded earlier today, claimed that six people died.",
            "uploaded earlier today",
        ),
        ("The ministry said on Sunday that the port had been hit.", "on Sunday"),
        ("Last week, Tehran confirmed the deaths of two officers.", "Last week"),
        ("On Sunday, reports emerged that a colonel had been killed.", "On Sunday"),
        ("Over the last four days, he said, the army had taken three villages.", None),
        ("The ministry said that the port had been hit on Sunday.", None),
        ("The ministry said that the port had been hit.", None),
    ],
)
def test_it_tells_when_it_was_said_from_when_it_happened(
    read: Read, text: str, expected: str | None
) -> None:
    assert [one.said_when for one in read(text)] == [expected]
